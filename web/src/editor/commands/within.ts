/** What can be made within a box: another entry on the same line of a form, a list in a cell. */
import type { Node } from "prosemirror-model";
import { TextSelection, type Command } from "prosemirror-state";
import { type } from "../model/schema";

/** Another label with its value, on the line of the form with the caret. */
export const addBeside: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if ($from.depth < 2 || $from.node(-1).type.name !== "pair") return false;
  const pos = $from.after(-1);
  const pair = type("pair").createAndFill();
  if (!pair) return false;
  const tr = state.tr.insert(pos, pair);
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, pos + 2)).scrollIntoView());
  return true;
};

/**
 * Makes the line of a cell with the caret, and those behind it, items; on an item, this and those before it lines again. A cell
 * has its list behind its lines, at least one of which stays, though it may be empty.
 */
export const cellList: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if ($from.depth < 2 || $from.node(-1).type.name !== "cell") return false;
  const here = $from.index(-1);
  const toItem = $from.parent.type.name === "cell_text";
  const item = (node: Node) => type("item").create(null, node.content);
  const line = (node: Node) => type("cell_text").create(null, node.content);
  const content = $from.node(-1).content.content.map((node, i) => {
    if (toItem) return i >= here && node.type.name === "cell_text" ? item(node) : node;
    return i <= here && node.type.name === "item" ? line(node) : node;
  });
  const first = content.findIndex((node) => node.type.name !== "cell_picture");
  const isBare = content[first]?.type.name === "item";
  if (isBare) content.splice(first, 0, type("cell_text").create());
  const tr = state.tr.replaceWith($from.start(-1), $from.end(-1), content);
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, $from.pos + (isBare ? 2 : 0))).scrollIntoView());
  return true;
};
