// Tables in a real browser: keys, rows, columns and cells, and what is kept of the settings.
import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { editorPage } from "./support/editor-page.mjs";

let at;
before(async () => {
  at = await editorPage();
});
after(() => at.close());
const button = (name) => at.page.getByRole("button", { name, exact: true }).click();
const table = {
  type: "table",
  columns: [{ width: "2cm" }, { align: "right", number_format: "0,0" }],
  header: [["TT", "Số"]],
  rows: [
    ["1", 1.5],
    ["2", "b"],
  ],
  total_rows: 1,
};

test("Tab goes from cell to cell, and in the last adds a row", async () => {
  await at.open([table]);
  await at.focus("/0/rows/1/0");
  await at.press("Tab", "Tab");
  await at.type("3");
  await at.press("Tab");
  await at.type("c");
  await at.press("Shift+Tab", "End");
  await at.type("x");
  assert.deepEqual(await at.blocks(), [{ ...table, rows: [...table.rows, ["3x", "c"]] }]);
});

test("Enter in a cell: another paragraph of the cell", async () => {
  await at.open([table]);
  await at.focus("/0/rows/1/1");
  await at.press("End", "Enter");
  await at.type("c");
  assert.deepEqual((await at.blocks())[0].rows[1], ["2", { paragraphs: ["b", "c"] }]);
});

test("columns: their settings go with them", async () => {
  await at.open([table]);
  await at.focus("/0/rows/0/0");
  await button("Thêm cột phải");
  assert.deepEqual(await at.blocks(), [
    {
      ...table,
      columns: [table.columns[0], {}, table.columns[1]],
      header: [["TT", "", "Số"]],
      rows: [
        ["1", "", 1.5],
        ["2", "", "b"],
      ],
    },
  ]);
  await at.focus("/0/rows/0/0");
  await button("Xóa cột");
  assert.deepEqual(await at.blocks(), [
    {
      ...table,
      columns: [{}, table.columns[1]],
      header: [["", "Số"]],
      rows: [
        ["", 1.5],
        ["", "b"],
      ],
    },
  ]);
  await at.press("Control+z", "Control+z");
  assert.deepEqual(await at.blocks(), [table]);
});

test("rows: above, below, gone; another among head rows is one too", async () => {
  await at.open([table]);
  await at.focus("/0/header/0/0");
  await button("Thêm hàng dưới");
  assert.deepEqual(await at.blocks(), [
    {
      ...table,
      header: [
        ["TT", "Số"],
        ["", ""],
      ],
    },
  ]);
  await at.focus("/0/rows/0/0");
  await button("Thêm hàng trên");
  await button("Xóa hàng");
  assert.equal((await at.blocks())[0].rows.length, 2);
});

test("cells: merged, split, aligned, bold; a number stays a number while it is one", async () => {
  await at.open([table]);
  await at.focus("/0/rows/0/0");
  await at.press("Shift+ArrowDown");
  await button("Gộp ô");
  assert.deepEqual((await at.blocks())[0].rows, [[{ paragraphs: ["1", "2"], rows: 2 }, 1.5], ["b"]]);
  await button("Tách ô");
  assert.deepEqual((await at.blocks())[0].rows, [
    [{ paragraphs: ["1", "2"] }, 1.5],
    ["", "b"],
  ]);
  await at.focus("/0/rows/0/1");
  await button("Ô in đậm");
  await at.page.getByLabel("Canh chữ trong ô").selectOption("center");
  assert.deepEqual((await at.blocks())[0].rows[0][1], { number: 1.5, bold: true, align: "center" });
  await at.focus("/0/rows/0/1");
  await at.press("End");
  await at.type("5");
  assert.deepEqual((await at.blocks())[0].rows[0][1], { number: 1.55, bold: true, align: "center" });
  await at.type("x");
  assert.deepEqual((await at.blocks())[0].rows[0][1], { paragraphs: ["1,55x"], bold: true, align: "center" });
});

test("head rows are turned on and off", async () => {
  await at.open([table]);
  await at.focus("/0/rows/0/0");
  await button("Hàng đầu bảng");
  assert.deepEqual(await at.blocks(), [
    {
      ...table,
      header: [
        ["TT", "Số"],
        ["1", 1.5],
      ],
      rows: [["2", "b"]],
    },
  ]);
  await at.focus("/0/header/0/0");
  await button("Hàng đầu bảng");
  const { header: _, ...rest } = table;
  assert.deepEqual(await at.blocks(), [{ ...rest, rows: [["TT", "Số"], ...table.rows] }]);
});

test("settings and columns in the form; other members stay", async () => {
  await at.open([{ ...table, tomorrow: 1 }]);
  await at.page.locator("summary").click();
  await at.page.getByLabel("Cỡ chữ").fill("11pt");
  await at.page.getByLabel("Hàng số cột").check();
  await at.page.getByLabel("Rộng").nth(1).fill("30");
  await at.page.getByLabel("Số hàng tổng").fill("");
  await at.press("Tab");
  const { total_rows: _, ...rest } = table;
  assert.deepEqual(await at.blocks(), [
    {
      ...rest,
      tomorrow: 1,
      size: "11pt",
      column_numbers: true,
      columns: [table.columns[0], { ...table.columns[1], width: "30mm" }],
    },
  ]);
});

test("a table that takes its rows from a file keeps it, and its head can be typed in", async () => {
  const from = { type: "table", rows_from: "a.xlsx#S!A1:B9", header: [["A", "B"]] };
  await at.open([from]);
  await at.focus("/0/header/0/0");
  await at.press("End");
  await at.type("a");
  assert.deepEqual(await at.blocks(), [{ ...from, header: [["Aa", "B"]] }]);
});

test("a new table, its caption, and the way out of it", async () => {
  await at.open([{ type: "paragraph", text: "a" }]);
  await at.focus("/0");
  await at.page.evaluate(() => editor.insert("table"));
  await at.type("TT");
  await at.focus("/1/caption");
  await at.type("Kinh phí");
  await at.focus("/1/notes/0");
  await at.type("Nguồn");
  await at.press("Enter", "Enter");
  await at.type("sau");
  const empty = ["", "", ""];
  assert.deepEqual(await at.blocks(), [
    { type: "paragraph", text: "a" },
    { type: "table", caption: "Kinh phí", header: [["TT", "", ""]], rows: [empty, empty], notes: ["Nguồn"] },
    { type: "paragraph", text: "sau" },
  ]);
});

test("a page that begins with a table: up from its first line makes a line before it; Enter on what has no text makes one behind", async () => {
  await at.open([{ type: "table", caption: "T", rows: [["a"]] }, { type: "page_break" }]);
  await at.focus("/0/caption");
  await at.press("ArrowUp");
  await at.type("trước");
  await at.focus("/2");
  await at.press("Enter");
  await at.type("sau");
  assert.deepEqual(
    (await at.blocks()).map(({ type, text }) => text ?? type),
    ["trước", "table", "page_break", "sau"],
  );
});

test("nothing was complained of in the console", () => assert.deepEqual(at.errors, []));
