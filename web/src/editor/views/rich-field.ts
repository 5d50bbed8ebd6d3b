/** A small page of one line: the text of a footnote, with its looks. */
import { baseKeymap } from "prosemirror-commands";
import { history, redo, undo } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { toggle } from "../commands/looks";
import { inline, keep } from "../mapping/rich";
import type { Field } from "../model/fields";
import { schema, type } from "../model/schema";
import { element } from "./form";

export interface RichField {
  dom: HTMLElement;
  focus(): void;
  destroy(): void;
}

export function richField(field: Field, value: unknown, change: (rich: unknown) => void): RichField {
  const host = element("div", { class: "be-rich" });
  const swallow = () => true;
  const state = EditorState.create({
    doc: schema.node("doc", null, type("paragraph").create(null, inline(value))),
    plugins: [
      history(),
      keymap({
        "Mod-z": undo,
        "Mod-y": redo,
        "Mod-b": toggle("bold"),
        "Mod-i": toggle("italic"),
        "Mod-u": toggle("underline"),
        Enter: swallow,
      }),
      keymap(baseKeymap),
    ],
  });
  const view = new EditorView(host, {
    state,
    attributes: { role: "textbox", "aria-label": field.title, lang: "vi", spellcheck: "false" },
    dispatchTransaction(tr) {
      view.updateState(view.state.apply(tr));
      if (tr.docChanged) change(keep(view.state.doc.child(0).content, value));
    },
  });
  return { dom: host, focus: () => view.focus(), destroy: () => view.destroy() };
}
