/**
 * A caret that a key has just moved is told to the page by an event of its own, which a busy computer may bring only after the
 * next key: End, then Enter at once, would split the line where the caret was before. So the page looks before each key and each paste.
 */
import { Plugin } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

/** What the view calls when that event comes; no public method of it does the same. */
type Observed = EditorView & { domObserver?: { flush?(): void } };

const look = (view: EditorView): boolean => {
  if (!view.composing) (view as Observed).domObserver?.flush?.();
  return false;
};

export const fresh = new Plugin({ props: { handleDOMEvents: { keydown: look, paste: look, copy: look, cut: look } } });
