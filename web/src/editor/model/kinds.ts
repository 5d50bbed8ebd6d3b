/**
 * The kinds of block, as the schema of a specification has them. This one table says of each kind what it is called, which of
 * its members are text in the editor and which are settings in a form. A test compares it with the schema, so that a kind or a
 * member that the schema gains cannot be forgotten here.
 */
import type { Field } from "./fields";
import { ALIGN_LINE, ID, LABEL, MARGINS, NUMBERED, TABLE_FIELDS } from "./fields";

/** How a block of this kind is laid out in the editor. */
export type Shape = "text" | "heading" | "unit" | "list" | "table" | "parts" | "leaf";

export interface Kind {
  /** As the clerk reads it in the list of kinds. */
  title: string;
  shape: Shape;
  /** Members that are written as text on the page. */
  texts: string[];
  /** Members that are set in a form. */
  fields: Field[];
  /** The settings stand on the page: such a block has hardly anything else to show. */
  open?: boolean;
  /** Ctrl+Alt and this digit make the block one of this kind. */
  key?: string;
}

const heading = (title: string, key?: string): Kind => ({
  title,
  shape: "heading",
  texts: ["heading"],
  fields: [LABEL, ID],
  key,
});
const unit = (title: string, key: string, fields: Field[] = []): Kind => ({
  title,
  shape: "unit",
  texts: ["heading", "text"],
  fields: [...fields, LABEL, ID],
  key,
});

const LEVEL: Field = {
  name: "level",
  title: "Cấp",
  type: "choice",
  choices: [
    ["", "1.1."],
    ["2", "1.1.1."],
    ["3", "1.1.1.1."],
  ],
  number: true,
};

export const KINDS = {
  paragraph: { title: "Đoạn văn", shape: "text", texts: ["text"], fields: [ID], key: "0" },
  part: heading("Phần", "8"),
  chapter: heading("Chương", "7"),
  section: heading("Mục (I., II.)", "1"),
  subsection: heading("Tiểu mục"),
  article: unit("Điều", "2"),
  clause: unit("Khoản (1., 2.)", "3"),
  subclause: unit("Tiết (1.1.)", "4", [LEVEL]),
  point: { title: "Điểm (a, b)", shape: "text", texts: ["text"], fields: [LABEL, ID], key: "5" },
  list: {
    title: "Gạch đầu dòng",
    shape: "list",
    texts: ["items"],
    fields: [
      {
        name: "marker",
        title: "Dấu",
        type: "choice",
        choices: [
          ["", "–"],
          ["-", "-"],
          ["+", "+"],
        ],
      },
    ],
    key: "6",
  },
  table: {
    title: "Bảng",
    shape: "table",
    texts: ["caption", "unit", "header", "rows", "notes"],
    fields: [...TABLE_FIELDS, LABEL, ID],
  },
  field: {
    title: "Dòng biểu mẫu",
    shape: "parts",
    texts: ["label", "value", "beside"],
    fields: [{ name: "lines", title: "Số dòng chấm", type: "number", min: 1, max: 50 }, ID],
  },
  checkbox: {
    title: "Ô đánh dấu",
    shape: "parts",
    texts: ["label", "items"],
    fields: [{ name: "columns", title: "Số cột", type: "number", min: 1, max: 6 }, ID],
  },
  party: { title: "Bên của hợp đồng", shape: "parts", texts: ["name", "full_name", "fields"], fields: [ID] },
  quotation: { title: "Đoạn trích", shape: "parts", texts: ["paragraphs"], fields: [ID] },
  line: { title: "Dòng riêng", shape: "text", texts: ["text"], fields: [ALIGN_LINE, ID] },
  page_break: { title: "Sang trang mới", shape: "leaf", texts: [], fields: [] },
  picture: {
    title: "Hình",
    shape: "parts",
    texts: ["caption"],
    fields: [
      { name: "file", title: "Tệp hình (PNG, JPEG)", type: "picture" },
      { name: "alternative_text", title: "Lời tả hình cho người không nhìn thấy", type: "text", wide: true },
      { name: "width", title: "Chiều rộng in ra", type: "length", hint: "120mm" },
      { ...NUMBERED, title: "Đánh số hình" },
      LABEL,
      ID,
    ],
    open: true,
  },
  contents: {
    title: "Mục lục",
    shape: "parts",
    texts: ["title"],
    fields: [
      {
        name: "of",
        title: "Liệt kê",
        type: "choice",
        choices: [
          ["", "Đề mục"],
          ["tables", "Bảng"],
          ["pictures", "Hình"],
        ],
      },
      { name: "levels", title: "Số cấp đề mục", type: "number", min: 1, max: 5, hint: "3" },
      ID,
    ],
    open: true,
  },
  page_setup: {
    title: "Đổi hướng giấy",
    shape: "leaf",
    texts: [],
    fields: [
      {
        name: "orientation",
        title: "Hướng giấy",
        type: "choice",
        choices: [
          ["", "Như trước đó"],
          ["portrait", "Dọc"],
          ["landscape", "Ngang"],
        ],
      },
      ...MARGINS,
    ],
    open: true,
  },
  note: { title: "Ghi chú trong ngoặc", shape: "text", texts: ["text"], fields: [ID], key: "9" },
} satisfies Record<string, Kind>;

export type KindName = keyof typeof KINDS;

/** The kind of this name, if there is one. */
export function kindOf(name: unknown): Kind | undefined {
  return typeof name === "string" && Object.hasOwn(KINDS, name) ? KINDS[name as KindName] : undefined;
}

/** Kinds that a line of text can be turned into. */
export function isText(name: string): boolean {
  const shape = kindOf(name)?.shape;
  return shape === "text" || shape === "heading" || shape === "unit" || shape === "list";
}

export const isUnit = (name: string): boolean => kindOf(name)?.shape === "unit";
export const isHeading = (name: string): boolean => kindOf(name)?.shape === "heading";
