/** Lines of the page that a selection touches, and what a line becomes when its kind changes. */
import type { Attrs, Node } from "prosemirror-model";
import type { EditorState, Transaction } from "prosemirror-state";
import { isMembers, type Members } from "../model/json";
import { isHeading, isText, isUnit, kindOf, type KindName } from "../model/kinds";
import { type } from "../model/schema";

export interface Line {
  pos: number;
  node: Node;
}

/** The kind of a line as the specification calls it. */
export const kindName = (node: Node): string => (node.type.name === "item" ? "list" : node.type.name);

/** The lines of the flat page in the selection: none where it is in a box such as a table. */
export function selectedLines(state: EditorState): Line[] {
  const lines: Line[] = [];
  const { from, to } = state.selection;
  state.doc.nodesBetween(from, to, (node, pos, parent) => {
    if (parent?.type.name === "doc" && isText(kindName(node))) lines.push({ pos, node });
    return false;
  });
  return lines;
}

/** The block at the top of the page that the caret is in. */
export function blockAtCaret(state: EditorState): Line | null {
  const { $from } = state.selection;
  if ($from.depth > 0) return { pos: $from.before(1), node: $from.node(1) };
  const node = $from.nodeAfter;
  return node ? { pos: $from.pos, node } : null;
}

/** Lines before a position, the nearest first. */
export function* before(page: Node, pos: number): Generator<Node> {
  for (let i = page.resolve(pos).index(0) - 1; i >= 0; i -= 1) yield page.child(i);
}

/** Makes a line one of another kind: its text stays, and so does what both kinds have. */
export function turn(tr: Transaction, line: Line, kind: KindName, more: Attrs = {}): void {
  const { pos, node } = line;
  if (kind === "list") {
    const attrs = node.type.name === "item" ? { ...node.attrs, ...more } : { level: 1, ...more };
    tr.setNodeMarkup(pos, type("item"), attrs, node.marks);
    return;
  }
  const part = isUnit(kind) ? (more.part ?? partOf(tr.doc, line, kind)) : undefined;
  const src = members(node, kind, part);
  tr.setNodeMarkup(pos, type(kind), { ...more, src: more.src ?? src, ...(part && { part }) }, node.marks);
}

/** Whether the line of a unit becomes its heading or its text. */
function partOf(page: Node, { pos, node }: Line, kind: KindName): string {
  if (node.attrs.part) return node.attrs.part;
  if (isHeading(node.type.name)) return "heading";
  for (const other of before(page, pos)) if (other.type.name === kind) return other.attrs.part;
  return "text";
}

/** What a block says beside its text, as far as the other kind can say it. */
function members(node: Node, kind: KindName, part: string | undefined): Members | null {
  const { src } = node.attrs;
  const from = kindOf(kindName(node));
  if (!isMembers(src) || src.type !== node.type.name || !from) return null;
  const names = (fields: { name: string }[]) => fields.map((field) => field.name);
  const to = names(kindOf(kind)?.fields ?? []);
  const lost = [...from.texts, ...names(from.fields).filter((name) => !to.includes(name))];
  const out: Members = { type: kind };
  for (const [name, value] of Object.entries(src)) if (name !== "type" && !lost.includes(name)) out[name] = value;
  const text = src[node.attrs.part ?? from.texts[0] ?? "text"];
  if (text !== undefined) out[part ?? (isHeading(kind) ? "heading" : "text")] = text;
  return out;
}
