/** Marks the block with the caret. */
import { Plugin } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";

export const here = new Plugin({
  props: {
    decorations(state) {
      const { $from } = state.selection;
      if ($from.depth === 0) return null;
      const from = $from.before(1);
      return DecorationSet.create(state.doc, [Decoration.node(from, $from.after(1), { class: "be-here" })]);
    },
  },
});
