/** Tab within a block of several lines: to the next line of the block, and behind the last one out of it. */
import { Selection, type Command } from "prosemirror-state";

export function toLine(by: 1 | -1): Command {
  return (state, dispatch) => {
    const { $from } = state.selection;
    if ($from.depth < 2) return false;
    const at = Selection.findFrom(state.doc.resolve(by > 0 ? $from.after() : $from.before()), by, true);
    if (at) dispatch?.(state.tr.setSelection(by < 0 ? at : Selection.near(at.$from)).scrollIntoView());
    return true;
  };
}
