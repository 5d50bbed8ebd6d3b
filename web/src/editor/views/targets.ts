/** Blocks that a text can refer to. A block that has no `id` yet gets one when it is first chosen: no clerk has to think of it. */
import type { Node } from "prosemirror-model";
import type { EditorState } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { kindName } from "../commands/lines";
import { isMembers } from "../model/json";
import { kindOf } from "../model/kinds";
import { labelAt } from "../plugins/shown";

/** Before the place of a block that has no name. */
const PLACE = "#";

const idOf = (node: Node): string | null =>
  isMembers(node.attrs.src) && typeof node.attrs.src.id === "string" ? node.attrs.src.id : null;
const firstLine = (node: Node): Node => (node.isTextblock ? node : (node.firstChild ?? node));

/** Blocks with a name or a printed number, and how they begin; the value is the name, or the place. */
export function targets(state: EditorState): [value: string, title: string][] {
  const out: [string, string][] = [];
  state.doc.forEach((node, pos, index) => {
    const id = idOf(node);
    const label = labelAt(state, pos);
    const kind = kindOf(kindName(node));
    if (!kind?.fields.some(({ name }) => name === "id") || (!id && !label)) return;
    out.push([id ?? `${PLACE}${index}`, `${label ?? kind.title} ${firstLine(node).textContent}`.trim().slice(0, 80)]);
  });
  return out;
}

/** The `id` of a chosen block: its own, or one made of its first words. */
export function named(view: EditorView, value: string): string {
  if (!value.startsWith(PLACE)) return value;
  const index = Number(value.slice(1));
  const node = view.state.doc.child(index);
  const id = free(slug(firstLine(node).textContent) || node.type.name, view.state.doc);
  const src = { type: node.type.name, ...node.attrs.src, id };
  view.dispatch(view.state.tr.setNodeAttribute(view.state.doc.resolve(0).posAtIndex(index), "src", src));
  return id;
}

/** Words as a name: letters without marks, digits and `_`. */
function slug(text: string): string {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[_0-9]+/, "")
    .slice(0, 30)
    .replace(/_[^_]*$/, (end) => (plain.length > 30 ? "" : end))
    .replace(/_+$/, "");
}

function free(name: string, page: Node): string {
  const taken = new Set<string | null>();
  page.forEach((node) => taken.add(idOf(node)));
  let id = name;
  for (let n = 2; taken.has(id); n += 1) id = `${name}_${n}`;
  return id;
}
