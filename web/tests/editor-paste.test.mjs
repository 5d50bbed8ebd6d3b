// Pasting: ten fragments as Word, LibreOffice, Google Docs and pages of the web write them, and what they become.
import assert from "node:assert/strict";
import fs from "node:fs";
import test, { after, before } from "node:test";
import { editorPage } from "./support/editor-page.mjs";

const folder = new URL("paste/", import.meta.url);
const read = (name) => fs.readFileSync(new URL(name, folder), "utf8");
const names = fs
  .readdirSync(folder)
  .filter((name) => name.endsWith(".html"))
  .map((name) => name.slice(0, -5));

let at;
before(async () => {
  at = await editorPage();
});
after(() => at.close());

test("there are ten", () => assert.equal(names.length, 10));

for (const name of names) {
  test(`${name} becomes blocks`, async () => {
    await at.open([]);
    await at.page.click(".be-page .ProseMirror");
    await at.paste(read(`${name}.html`));
    assert.deepEqual(await at.blocks(), JSON.parse(read(`${name}.json`)));
  });
}

test("pasted between lines: they stay as they are; undone at once", async () => {
  const body = [
    { type: "paragraph", text: "một hai" },
    { type: "point", text: "b" },
  ];
  await at.open(body);
  await at.focus("/0/text");
  await at.press("End");
  await at.paste(read("word-bao-cao.html"));
  const now = await at.blocks();
  assert.deepEqual([now[0], ...now.slice(1, -1), now.at(-1)], [body[0], ...JSON.parse(read("word-bao-cao.json")), body[1]]);
  await at.press("Control+z");
  assert.deepEqual(await at.blocks(), body);
});

test("some words go into the line, with their looks", async () => {
  await at.open([{ type: "clause", text: "một ba" }]);
  await at.focus("/0/text");
  await at.press("Home", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight");
  await at.paste("<meta charset='utf-8'><b>hai</b>");
  assert.deepEqual(await at.blocks(), [{ type: "clause", text: ["một ", { text: "hai", bold: true }, "ba"] }]);
});

test("a few words of a heading go into the sentence; into an empty line comes the heading", async () => {
  const heading = "<meta charset='utf-8'><h1 style='color: red' data-pm-slice='1 1 []'>I. Tình hình</h1>";
  await at.open([
    { type: "point", text: "về " },
    { type: "paragraph", text: "x" },
  ]);
  await at.focus("/0/text");
  await at.press("End");
  await at.paste(heading);
  assert.deepEqual((await at.blocks())[0], { type: "point", text: "về Tình hình" });
  await at.focus("/1/text");
  await at.press("End", "Enter");
  await at.paste(heading);
  assert.deepEqual((await at.blocks())[2], { type: "section", heading: "Tình hình" });
});

test("plain text: a line each, typed numbers dropped; with Shift as it is", async () => {
  await at.open([]);
  await at.page.click(".be-page .ProseMirror");
  await at.paste(null, "Kính gửi:\r\n1. Mục một\r\n\r\na) ý một;\n- gạch");
  assert.deepEqual(await at.blocks(), [
    { type: "paragraph", text: "Kính gửi:" },
    { type: "clause", text: "Mục một" },
    { type: "point", text: "ý một;" },
    { type: "list", items: ["gạch"] },
  ]);
});

test("what only looks like a number of a line is none", async () => {
  const lines = [
    "12/KH-UBND ngày 05/01/2026",
    "1.000 đồng",
    "2025. là năm",
    "n/a",
    "1.5 tỷ",
    "Mục 2 của Kế hoạch nêu rõ:",
    "V/v họp",
    "C. gì đó",
  ];
  await at.open([]);
  await at.page.click(".be-page .ProseMirror");
  await at.paste(null, lines.join("\n"));
  assert.deepEqual(
    await at.blocks(),
    lines.map((text) => ({ type: "paragraph", text })),
  );
});

test("several paragraphs pasted into a cell stay in the cell", async () => {
  await at.open([{ type: "table", rows: [["", "b"]] }]);
  await at.focus("/0/rows/0/0");
  await at.paste("<p>1. một</p><p>hai</p>");
  assert.deepEqual(await at.blocks(), [{ type: "table", rows: [[{ paragraphs: ["một", "hai"] }, "b"]] }]);
});

test("cells of a table pasted into a table fill cells", async () => {
  await at.open([
    {
      type: "table",
      rows: [
        ["", "", "x"],
        ["", "", "y"],
      ],
    },
  ]);
  await at.focus("/0/rows/0/0");
  await at.paste("<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>");
  assert.deepEqual(await at.blocks(), [
    {
      type: "table",
      rows: [
        ["1", "2", "x"],
        ["3", "4", "y"],
      ],
    },
  ]);
});

test("copied here, pasted here: the same blocks, whatever their kind; an id is not there twice", async () => {
  const body = [
    { type: "article", id: "d1", label: "Điều 1a.", heading: ["A", { text: "b", note: "c" }], text: "t" },
    { type: "list", marker: "+", items: [{ text: "a", list: { items: ["b"] } }] },
    {
      type: "table",
      columns: [{ width: "3cm" }],
      caption: "T",
      header: [["h"]],
      rows: [[{ paragraphs: ["a", "b"], align: "right" }], [5]],
    },
    { type: "party", name: "A", fields: [{ label: "x", value: "y", beside: [{ label: "z" }] }] },
    { type: "page_setup", orientation: "landscape", margins: { left: "2cm" } },
    { type: "paragraph", text: "cuối" },
  ];
  await at.open(body);
  await at.focus("/0");
  await at.press("Control+a");
  const html = await at.page.evaluate(() => {
    const data = new DataTransfer();
    document
      .querySelector(".be-page .ProseMirror")
      .dispatchEvent(new ClipboardEvent("copy", { clipboardData: data, bubbles: true, cancelable: true }));
    return data.getData("text/html");
  });
  await at.open([]);
  await at.page.click(".be-page .ProseMirror");
  await at.paste(html);
  assert.deepEqual(await at.blocks(), body);
  await at.press("Control+End", "Enter");
  await at.paste(html);
  const twice = await at.blocks();
  const { id: _, ...first } = body[0];
  assert.deepEqual(twice.slice(6), [first, ...body.slice(1)]);
});

test("nothing was complained of in the console", () => assert.deepEqual(at.errors, []));
