/** Looks of the selected text. */
import type { Attrs, Mark } from "prosemirror-model";
import { toggleMark } from "prosemirror-commands";
import type { Command, EditorState } from "prosemirror-state";
import { mark, schema } from "../model/schema";
import { isBoldLine } from "./enter";

/** Turns a look on or off. In a line that is bold as a whole, bold means: not bold. */
export function toggle(name: "bold" | "italic" | "underline"): Command {
  return (state, dispatch) => {
    const value = !(name === "bold" && isBoldLine(state.selection.$from.parent));
    return toggleMark(mark(name), { value })(state, dispatch);
  };
}

export function toggleScript(value: "superscript" | "subscript"): Command {
  return (state, dispatch) => {
    const has = activeMark(state, "script");
    if (has && has.attrs.value !== value) return setLook("script", { value })(state, dispatch);
    return toggleMark(mark("script"), { value })(state, dispatch);
  };
}

/** Gives the selection a look with a value, or (null) takes it away; without a selection the whole stretch around the caret. */
export function setLook(name: string, attrs: Attrs | null): Command {
  return (state, dispatch) => {
    const { from, to } = state.selection.empty ? around(state, name) : state.selection;
    if (from === to) return false;
    const tr = state.tr.removeMark(from, to, mark(name));
    // a run leads either to an address or to a block
    if (attrs && (name === "link" || name === "ref")) tr.removeMark(from, to, mark(name === "link" ? "ref" : "link"));
    if (attrs) tr.addMark(from, to, mark(name).create(attrs));
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** The mark of this name at the selection. */
export function activeMark(state: EditorState, name: string): Mark | undefined {
  const { selection, storedMarks } = state;
  if (selection.empty)
    return (storedMarks ?? selection.$from.marks()).find((one) => one.type.name === name) ?? nodeMark(state, name);
  let found: Mark | undefined;
  state.doc.nodesBetween(selection.from, selection.to, (node) => {
    found ??= node.isInline ? node.marks.find((one) => one.type.name === name) : undefined;
  });
  return found;
}

/** A mark that does not grow when one types at its end is still the one the caret is in. */
function nodeMark(state: EditorState, name: string): Mark | undefined {
  const { nodeBefore, nodeAfter } = state.selection.$from;
  return [nodeBefore, nodeAfter].flatMap((node) => node?.marks ?? []).find((one) => one.type === schema.marks[name]);
}

/** The stretch around the caret with a mark. */
function around(state: EditorState, name: string): { from: number; to: number } {
  const { $from } = state.selection;
  const found = activeMark(state, name);
  const caret = { from: $from.pos, to: $from.pos };
  if (!found) return caret;
  $from.parent.forEach((node, offset) => {
    const from = $from.start() + offset;
    const to = from + node.nodeSize;
    if (!found.isInSet(node.marks) || from > caret.to + 1 || to < caret.from - 1) return;
    if (to >= caret.from && from <= caret.to)
      Object.assign(caret, { from: Math.min(from, caret.from), to: Math.max(to, caret.to) });
  });
  return caret;
}
