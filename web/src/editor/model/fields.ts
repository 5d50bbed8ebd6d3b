/** Settings of blocks as fields of a form: what they are called, how they are filled in. */

export interface Field {
  /** The member; `margins.top` is a member of a member. */
  name: string;
  title: string;
  /** `length` has a unit; `rich` is text with a look; `block` names another block by its `id`. */
  type: "text" | "length" | "number" | "check" | "choice" | "picture" | "rich" | "block";
  choices?: [value: string, title: string][];
  /** What a box that is not in the specification means. */
  on?: boolean;
  /** The chosen value is a number. */
  number?: boolean;
  min?: number;
  max?: number;
  hint?: string;
  /** Takes a line of its own. */
  wide?: boolean;
}

export const ID: Field = { name: "id", title: "Tên để viện dẫn", type: "text", hint: "dieu_kien" };
export const LABEL: Field = { name: "label", title: "Số in ra (bỏ trống: tự đánh)", type: "text" };
export const NUMBERED: Field = { name: "numbered", title: "Đánh số bảng", type: "check", on: true };

export const ALIGN_LINE: Field = {
  name: "align",
  title: "Canh dòng",
  type: "choice",
  choices: [
    ["", "Giữa"],
    ["left", "Trái"],
    ["right", "Phải"],
  ],
};
export const ALIGN_CELL: Field = {
  name: "align",
  title: "Canh chữ",
  type: "choice",
  choices: [
    ["", "Tự động"],
    ["left", "Trái"],
    ["center", "Giữa"],
    ["right", "Phải"],
    ["decimal", "Theo dấu phẩy"],
    ["justify", "Đều hai bên"],
  ],
};

export const MARGINS: Field[] = (
  [
    ["top", "Lề trên"],
    ["bottom", "Lề dưới"],
    ["left", "Lề trái"],
    ["right", "Lề phải"],
  ] as const
).map(([side, title]) => ({ name: `margins.${side}`, title, type: "length", hint: "20mm" }));

export const TABLE_FIELDS: Field[] = [
  { name: "columns", title: "Các cột", type: "text" },
  { name: "total_rows", title: "Số hàng tổng ở cuối", type: "number", min: 0, max: 255 },
  { name: "header_columns", title: "Số cột đầu hàng", type: "number", min: 0, max: 255 },
  { name: "size", title: "Cỡ chữ", type: "length", hint: "11pt" },
  { name: "column_numbers", title: "Hàng số cột (1) (2) (3)", type: "check", on: false },
  { name: "keep_together", title: "Giữ cả bảng trên một trang", type: "check", on: false },
  NUMBERED,
  { name: "rows_from", title: "Lấy các hàng từ tệp số liệu", type: "text", hint: "so-lieu.xlsx#Sheet1!A2:F40", wide: true },
  {
    name: "merged_cells",
    title: "Ô gộp của tệp số liệu",
    type: "choice",
    choices: [
      ["", "Tách ô"],
      ["span", "Giữ ô gộp"],
    ],
  },
];
/** Settings of one column of a table. */
export const COLUMN_FIELDS: Field[] = [
  { name: "width", title: "Rộng", type: "length", hint: "25mm" },
  ALIGN_CELL,
  { name: "number_format", title: "Cách viết số", type: "text", hint: "1.234,5" },
];
