/**
 * Looks of text. Each is one member of a run of the specification; `kept` carries what a run holds beside, so that nothing of
 * it is lost when the text around it changes.
 */
import type { MarkSpec } from "prosemirror-model";

const flag = (on: string, off: string): MarkSpec => ({
  attrs: { value: { default: true } },
  toDOM: (mark) => (mark.attrs.value ? [on, 0] : ["span", { class: off }, 0]),
});

export const marks: Record<string, MarkSpec> = {
  bold: flag("b", "be-not-bold"),
  italic: flag("i", "be-not-italic"),
  underline: flag("u", "be-not-underlined"),
  script: { attrs: { value: {} }, toDOM: (mark) => [mark.attrs.value === "subscript" ? "sub" : "sup", 0] },
  // what is typed behind a link is not part of it
  link: { attrs: { value: {} }, inclusive: false, toDOM: (mark) => ["span", { class: "be-link", title: mark.attrs.value }, 0] },
  ref: {
    attrs: { value: {} },
    inclusive: false,
    toDOM: (mark) => ["span", { class: "be-ref", title: `Dẫn tới: ${mark.attrs.value}` }, 0],
  },
  lang: { attrs: { value: {} }, toDOM: (mark) => ["span", { class: "be-lang", lang: mark.attrs.value }, 0] },
  kept: { attrs: { members: {} }, toDOM: () => ["span", 0] },
};
