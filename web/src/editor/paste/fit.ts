/** Fits what is pasted to the place: closed blocks on the page, lines of the same kind within a box, no `id` twice. */
import { Fragment, Slice, type Node } from "prosemirror-model";
import type { EditorState } from "prosemirror-state";
import { isInTable } from "prosemirror-tables";
import { isMembers, without } from "../model/json";
import { type } from "../model/schema";

export function fitted(slice: Slice, state: EditorState): Slice {
  const { $from } = state.selection;
  const free = withoutTaken(slice, state.doc);
  const first = free.content.firstChild;
  if (isInTable(state)) {
    // cells go into cells
    const grid = gridIn(free);
    if (grid) return new Slice(Fragment.from(grid), 0, 0);
    if (first?.type.spec.tableRole) return free;
  }
  const isInBox = $from.depth > 1 || ($from.depth === 1 && !$from.parent.isTextblock);
  if (isInBox) return inBox(free, $from.parent);
  // some words of a heading, pasted into a sentence, are words of the sentence
  const isOneLine = free.content.childCount === 1 && first?.isTextblock === true;
  if (isOneLine && $from.parent.content.size > 0) return new Slice(free.content, 1, 1);
  // what has several blocks stays apart from the line with the caret, or its first would lose its kind
  return free.content.childCount > 1 && first?.isBlock
    ? new Slice(Fragment.from(free.content.content.flatMap(whole)), 0, 0)
    : free;
}

/** A block that was copied in part is its lines. */
function whole(node: Node): Node[] {
  try {
    node.check();
    return [node];
  } catch {
    return linesOf(node).map((content) => type("paragraph").create(null, content));
  }
}

function linesOf(node: Node): Fragment[] {
  const lines: Fragment[] = [];
  node.descendants((child) => {
    if (child.isTextblock) lines.push(child.content);
    return !child.isTextblock;
  });
  return lines;
}

function gridIn(slice: Slice): Node | null {
  if (slice.content.childCount !== 1) return null;
  const only = slice.content.firstChild;
  if (only?.type.name === "grid") return only;
  return only?.type.name === "table" && only.childCount > 2 ? only.child(2) : null;
}

/** Lines that can follow one another in a box. */
const REPEATED = ["cell_text", "quote_text", "checkbox_item", "table_note", "item"];

function inBox(slice: Slice, line: Node): Slice {
  if (!slice.content.firstChild?.isBlock) return slice;
  const lines = slice.content.content.flatMap((node) => (node.isTextblock ? [node.content] : linesOf(node)));
  if (!line.isTextblock || lines.length === 0) return slice;
  if (lines.length > 1 && REPEATED.includes(line.type.name)) {
    const attrs = line.type.name === "item" ? { level: line.attrs.level, marker: line.attrs.marker } : null;
    return new Slice(Fragment.from(lines.map((content) => line.type.create(attrs, content))), 1, 1);
  }
  const blank = line.type.schema.text(" ");
  return new Slice(
    Fragment.from(lines.flatMap((content, i) => (i > 0 ? [blank, ...content.content] : [...content.content]))),
    0,
    0,
  );
}

/** A copy in the same page does not take the name of its original with it. */
function withoutTaken(slice: Slice, page: Node): Slice {
  const taken = new Set<unknown>();
  page.forEach(({ attrs }) => taken.add(isMembers(attrs.src) ? attrs.src.id : undefined));
  let isChanged = false;
  const nodes = slice.content.content.map((node) => {
    const { src } = node.attrs;
    if (!isMembers(src) || src.id == null || !taken.has(src.id)) return node;
    isChanged = true;
    return type(node.type.name).create({ ...node.attrs, src: without(src, "id") }, node.content, node.marks);
  });
  return isChanged ? new Slice(Fragment.from(nodes), slice.openStart, slice.openEnd) : slice;
}
