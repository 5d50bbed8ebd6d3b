/** Tab within a block of several lines: to the next line of the block, and behind the last one out of it. */
import { NodeSelection, Selection, TextSelection, type Command } from "prosemirror-state";
import { type } from "../model/schema";

export function toLine(by: 1 | -1): Command {
  return (state, dispatch) => {
    const { $from } = state.selection;
    if ($from.depth < 2) return false;
    const at = Selection.findFrom(state.doc.resolve(by > 0 ? $from.after() : $from.before()), by, true);
    if (at) dispatch?.(state.tr.setSelection(by < 0 ? at : Selection.near(at.$from)).scrollIntoView());
    return true;
  };
}

/** Up from the first line of a page that begins with a table or the like: there is no line before it to type in, so one is made. */
export const upOut: Command = (state, dispatch, view) => {
  const { doc, selection } = state;
  if (doc.firstChild?.isTextblock !== false) return false;
  const top = Selection.near(doc.resolve(0));
  const isInTop = selection.$from.sameParent(top.$from) && selection.empty && view?.endOfTextblock("up");
  if (!isInTop && !(selection instanceof NodeSelection && selection.from === 0)) return false;
  const { tr } = state;
  tr.insert(0, type("paragraph").create());
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, 1)).scrollIntoView());
  return true;
};
