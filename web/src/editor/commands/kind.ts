/** Changing and inserting blocks. */
import type { Node } from "prosemirror-model";
import { NodeSelection, Selection, type Command, type Transaction } from "prosemirror-state";
import { newParts } from "../mapping/parts";
import { newTable } from "../mapping/table";
import type { Members } from "../model/json";
import { isText, isUnit, kindOf, type KindName } from "../model/kinds";
import { type } from "../model/schema";
import { blockAtCaret, kindName, selectedLines, turn } from "./lines";

/** Makes the selected lines ones of a kind. */
export function setKind(kind: KindName): Command {
  return (state, dispatch) => {
    const lines = selectedLines(state);
    if (lines.length === 0 || !isText(kind)) return false;
    const { tr } = state;
    for (const line of lines) if (kindName(line.node) !== kind || line.node.attrs.of) turn(tr, line, kind);
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** Makes the selected units have a name (in bold) or a text. */
export const togglePart: Command = (state, dispatch) => {
  const units = selectedLines(state).filter(({ node }) => isUnit(node.type.name));
  if (units.length === 0) return false;
  const part = units[0]?.node.attrs.part === "heading" ? "text" : "heading";
  const { tr } = state;
  for (const { pos } of units) tr.setNodeAttribute(pos, "part", part);
  dispatch?.(tr);
  return true;
};

/** A block made here. */
export function newBlock(kind: KindName, members: Members = {}): Node {
  const shape = kindOf(kind)?.shape;
  if (shape === "table") return newTable(3, 3);
  const src = Object.keys(members).length > 0 ? { type: kind, ...members } : null;
  if (shape === "parts") return type(kind).create({ src }, newParts(kind).content);
  if (kind === "page_setup") return type(kind).create({ src: { type: kind, orientation: "landscape", ...members } });
  return type(kind === "list" ? "item" : kind).create({ src });
}

/** Puts a block behind the one with the caret, or in its place where that is an empty line. */
export function insertBlock(node: Node): Command {
  return (state, dispatch) => {
    const { tr } = state;
    const at = blockAtCaret(state);
    if (at && at.node.isTextblock && at.node.content.size === 0) tr.replaceWith(at.pos, at.pos + at.node.nodeSize, node);
    else tr.insert(at ? at.pos + at.node.nodeSize : state.doc.content.size, node);
    const pos = tr.mapping.map(at && at.node.content.size > 0 ? at.pos + at.node.nodeSize : (at?.pos ?? 0), -1);
    finish(tr, pos);
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** The caret goes into the new block; behind one without a line of its own there is always a line to go on in. */
function finish(tr: Transaction, pos: number): void {
  const node = tr.doc.nodeAt(pos);
  if (!node) return;
  const end = pos + node.nodeSize;
  if (!node.isTextblock && tr.doc.resolve(end).nodeAfter === null) tr.insert(end, type("paragraph").create());
  if (node.type.name === "table")
    tr.setSelection(Selection.near(tr.doc.resolve(pos + node.child(0).nodeSize + node.child(1).nodeSize + 2)));
  else if (node.isLeaf) tr.setSelection(NodeSelection.create(tr.doc, pos));
  else tr.setSelection(Selection.near(tr.doc.resolve(pos + 1)));
}

/** Moves the block with the caret over its neighbour. */
export function move(by: -1 | 1): Command {
  return (state, dispatch) => {
    const at = blockAtCaret(state);
    if (!at) return false;
    const index = state.doc.resolve(at.pos).index(0);
    const other = state.doc.maybeChild(index + by);
    if (!other) return true;
    const { tr } = state;
    const to = by < 0 ? at.pos - other.nodeSize : at.pos + other.nodeSize;
    const offset = state.selection.from - at.pos;
    tr.delete(at.pos, at.pos + at.node.nodeSize).insert(to, at.node);
    tr.setSelection(Selection.near(tr.doc.resolve(to + offset)));
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}
