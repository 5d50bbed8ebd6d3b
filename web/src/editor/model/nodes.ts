/**
 * The nodes of a page. A block of the specification is a node of the same name, but for three cases: a unit with a heading
 * and a text is two lines (the second is a paragraph marked `of`), a list is a line an item, and a block that cannot be read
 * is `opaque`. So nearly all of a page is flat: lines that can be selected, split, joined and pasted over as in a word
 * processor. `src` is the value that a node was read from (null: made here): what is not text on the page stays in it.
 */
import type { Attrs, NodeSpec } from "prosemirror-model";
import { ARITY } from "./parts";
import { KINDS, kindOf, type KindName } from "./kinds";
import { isMembers } from "./json";

const src = { src: { default: null } };

/** What an empty line of a box says in grey; a line of the page says its kind. */
const HINTS: Record<string, string> = {
  "table-caption": "Tên bảng (có thể bỏ trống)",
  "table-unit": "Đơn vị tính (có thể bỏ trống)",
  "table-note": "Nguồn, ghi chú dưới bảng (có thể bỏ trống)",
  "picture-caption": "Tên hình, in dưới hình (có thể bỏ trống)",
  "contents-title": "Tên mục lục (bỏ trống: MỤC LỤC)",
  "pair-label": "Mục",
  "pair-value": "bỏ trống: dòng chấm",
  "party-name": "BÊN A (bên …)",
  "party-full-name": "Tên đầy đủ",
  "checkbox-label": "Nhãn (có thể bỏ trống)",
  "quote-text": "Lời trích nguyên văn",
};

/** Attributes of the element of a line: its class, and what the style sheet asks for. */
function look(name: string, attrs: Attrs): Record<string, string> {
  const out: Record<string, string> = { class: `be-${name}` };
  const given = isMembers(attrs.src) ? attrs.src : {};
  if (attrs.part) out["data-part"] = attrs.part;
  if (attrs.of) out["data-of"] = "";
  const level = attrs.level ?? given.level;
  if (typeof level === "number") out["data-level"] = String(level);
  if (typeof given.align === "string") out["data-align"] = given.align;
  if (name === "item") out["data-marker"] = attrs.marker ?? (attrs.level % 2 === 1 ? "-" : "+");
  const hint = HINTS[name] ?? (name === "item" ? KINDS.list : kindOf(name))?.title;
  if (hint) out["data-hint"] = hint;
  return out;
}

/** A line of text. */
function line(name: string, more: Partial<NodeSpec> = {}): NodeSpec {
  return { content: "inline*", toDOM: (node) => ["p", look(name, node.attrs), 0], ...more, attrs: { ...src, ...more.attrs } };
}

/** A box of further nodes; nothing that is deleted or pasted reaches over its border. */
function box(name: string, content: string, more: Partial<NodeSpec> = {}): NodeSpec {
  return { content, isolating: true, attrs: src, toDOM: (node) => ["div", look(name, node.attrs), 0], ...more };
}

const blocks: Record<string, NodeSpec> = {};
for (const [name, kind] of Object.entries(KINDS) as [KindName, (typeof KINDS)[KindName]][]) {
  const group = { group: "block" };
  if (kind.shape === "text") blocks[name] = line(name, group);
  else if (kind.shape === "heading") blocks[name] = line(name, { ...group, defining: true });
  else if (kind.shape === "unit") blocks[name] = line(name, { ...group, attrs: { part: { default: "text" } } });
  else if (kind.shape === "leaf") blocks[name] = { ...group, attrs: src, toDOM: (node) => ["div", look(name, node.attrs)] };
  else if (kind.shape !== "list") blocks[name] = box(name, ARITY[name as keyof typeof ARITY], group);
}

export const nodes: Record<string, NodeSpec> = {
  doc: { content: "block+" },
  // the first of the group: what an empty page begins with
  ...blocks,
  paragraph: line("paragraph", { group: "block", attrs: { of: { default: false } } }),
  // `list` is what the list that begins here says beside its items; null: the item goes on with the list before it
  item: line("item", { group: "block", attrs: { level: { default: 1 }, marker: { default: null }, list: { default: null } } }),
  opaque: { group: "block", attrs: { value: {} }, toDOM: () => ["div", { class: "be-opaque" }] },

  table_caption: line("table-caption"),
  table_unit: line("table-unit"),
  table_note: line("table-note"),
  grid: { content: "row+", tableRole: "table", isolating: true, toDOM: () => ["table", ["tbody", 0]] },
  row: {
    content: "cell*",
    tableRole: "row",
    attrs: { head: { default: false }, ...src },
    toDOM: (node) => ["tr", node.attrs.head ? { class: "be-head" } : {}, 0],
  },
  cell: {
    content: "cell_picture* cell_text+ item*",
    tableRole: "cell",
    isolating: true,
    attrs: { colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null }, ...src },
    toDOM: (node) => ["td", cellLook(node.attrs), 0],
  },
  cell_text: line("cell-text", { attrs: { number: { default: false } } }),
  cell_picture: { attrs: src, toDOM: () => ["div", { class: "be-cell-picture" }] },

  pair: { content: "pair_label pair_value", attrs: src, toDOM: () => ["div", { class: "be-pair" }, 0] },
  pair_label: line("pair-label"),
  pair_value: line("pair-value"),
  party_name: line("party-name"),
  party_full_name: line("party-full-name"),
  party_line: box("party-line", "pair+", { isolating: false }),
  checkbox_label: line("checkbox-label"),
  checkbox_item: line("checkbox-item", { attrs: { checked: { default: null } } }),
  quote_text: line("quote-text"),
  picture_caption: line("picture-caption"),
  contents_title: line("contents-title"),

  text: { group: "inline" },
  hard_break: { group: "inline", inline: true, selectable: false, linebreakReplacement: true, toDOM: () => ["br"] },
  footnote: chip({ note: {} }),
  page_of: chip({ id: {} }),
  inline_picture: chip(src),
};

function cellLook(attrs: Attrs): Record<string, string> {
  const given = isMembers(attrs.src) ? attrs.src : {};
  return {
    ...(attrs.colspan > 1 && { colspan: String(attrs.colspan) }),
    ...(attrs.rowspan > 1 && { rowspan: String(attrs.rowspan) }),
    ...(typeof given.align === "string" && { "data-align": given.align }),
    ...(given.bold === true && { class: "be-bold" }),
  };
}

/** Something within a line that is one sign to the caret. */
function chip(attrs: NodeSpec["attrs"]): NodeSpec {
  return { group: "inline", inline: true, attrs, toDOM: () => ["span", { class: "be-chip" }] };
}
