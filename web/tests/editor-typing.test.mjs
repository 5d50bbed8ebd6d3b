// Typing in a real browser: both manners of Vietnamese input, Enter, Tab, kinds by key, undo.
import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { editorPage } from "./support/editor-page.mjs";

let at;
before(async () => {
  at = await editorPage();
});
after(() => at.close());

const paragraph = (text) => ({ type: "paragraph", text });

test("a word by composition events: right, in NFC, and nothing is dispatched meanwhile", async () => {
  await at.open([paragraph("Sở")]);
  await at.focus("/0/text");
  await at.press("End", "Space");
  await at.compose("t", "ti", "tie", "tiê", "tiên", "tiêng");
  // labels and findings that come meanwhile wait
  const waited = await at.page.evaluate(async () => {
    editor.setLabels({ "/0": "1." });
    await new Promise((done) => setTimeout(done, 100));
    return document.querySelector("[data-label]") === null;
  });
  await at.compose("tiếng");
  await at.commit("tiếng");
  assert.ok(waited);
  assert.deepEqual(await at.blocks(), [paragraph("Sở tiếng")]);
  await at.page.waitForFunction(() => document.querySelector("[data-label]")?.dataset.label === "1.");
});

test("a word in the manner of Unikey: backspaces and letters", async () => {
  await at.open([{ type: "clause", text: "Về" }]);
  await at.focus("/0/text");
  await at.press("End");
  await at.type(" vie");
  await at.press("Backspace");
  await at.commit("ê");
  await at.type("t");
  await at.press("Backspace", "Backspace");
  await at.commit("ệ");
  await at.commit("t");
  assert.deepEqual(await at.blocks(), [{ type: "clause", text: "Về việt" }]);
});

test("the same at the very beginning of a line: the kind of the line stays", async () => {
  await at.open([{ type: "clause", text: "a" }]);
  await at.focus("/0/text");
  await at.press("End", "Enter");
  await at.type("dd");
  await at.press("Backspace", "Backspace");
  await at.commit("đ");
  await at.type("i.");
  await at.press("Backspace");
  await at.commit(")");
  assert.deepEqual(await at.blocks(), [
    { type: "clause", text: "a" },
    { type: "clause", text: "đi)" },
  ]);
});

test("composition in a cell, a value of a form line and a caption", async () => {
  const body = [
    { type: "table", rows: [["a", ""]] },
    { type: "field", label: "Tên" },
  ];
  await at.open(body);
  for (const pointer of ["/0/rows/0/1", "/1/value", "/0/caption"]) {
    await at.focus(pointer);
    await at.compose("h", "hê", "hêt", "hết");
    await at.commit("hết");
  }
  assert.deepEqual(await at.blocks(), [
    { type: "table", rows: [["a", "hết"]], caption: "hết" },
    { type: "field", label: "Tên", value: "hết" },
  ]);
});

test("Enter: clause after clause, an empty one leaves; a heading is followed by text", async () => {
  await at.open([{ type: "clause", text: "a" }]);
  await at.focus("/0/text");
  await at.press("End", "Enter");
  await at.type("b");
  await at.press("Enter", "Enter");
  await at.type("c");
  assert.deepEqual(await at.blocks(), [{ type: "clause", text: "a" }, { type: "clause", text: "b" }, paragraph("c")]);
  await at.open([{ type: "section", heading: "A" }]);
  await at.focus("/0/heading");
  await at.press("End", "Enter");
  await at.type("b");
  assert.deepEqual(await at.blocks(), [{ type: "section", heading: "A" }, paragraph("b")]);
});

test("Enter in the middle and at the beginning: id and label stay with the first, or with the text", async () => {
  const body = [{ type: "clause", id: "x", label: "1a.", text: "một hai" }];
  await at.open(body);
  await at.focus("/0/text");
  await at.press("Home", "ArrowRight", "ArrowRight", "ArrowRight", "Enter");
  assert.deepEqual(await at.blocks(), [
    { ...body[0], text: "một" },
    { type: "clause", text: "hai" },
  ]);
  await at.open(body);
  await at.focus("/0/text");
  await at.press("Home", "Enter", "ArrowUp");
  await at.type("mới");
  assert.deepEqual(await at.blocks(), [{ type: "clause", text: "mới" }, body[0]]);
});

test("lists: Enter, Tab, Shift-Tab, and out of the list", async () => {
  await at.open([{ type: "list", items: ["a"] }]);
  await at.focus("/0/items/0");
  await at.press("End", "Enter", "Tab");
  await at.type("b");
  await at.press("Enter", "Shift+Tab");
  await at.type("c");
  await at.press("Enter", "Enter");
  await at.type("d");
  assert.deepEqual(await at.blocks(), [{ type: "list", items: [{ text: "a", list: { items: ["b"] } }, "c"] }, paragraph("d")]);
});

test("Tab and Shift-Tab: a point under a clause, and back; Tab never leaves the page", async () => {
  await at.open([
    { type: "clause", text: "a", id: "k" },
    { type: "clause", text: "b", id: "l" },
  ]);
  await at.focus("/1/text");
  await at.press("Tab");
  assert.deepEqual(await at.blocks(), [
    { type: "clause", text: "a", id: "k" },
    { type: "point", text: "b", id: "l" },
  ]);
  await at.press("Shift+Tab");
  assert.deepEqual((await at.blocks())[1], { type: "clause", text: "b", id: "l" });
  await at.open([paragraph("a")]);
  await at.focus("/0/text");
  await at.press("End", "Tab");
  await at.type("b");
  assert.deepEqual(await at.blocks(), [paragraph("ab")]);
});

test("Backspace at the beginning takes the kind, then joins", async () => {
  await at.open([paragraph("a"), { type: "point", text: "b" }]);
  await at.focus("/1/text");
  await at.press("Home", "Backspace");
  assert.deepEqual(await at.blocks(), [paragraph("a"), paragraph("b")]);
  await at.press("Backspace");
  assert.deepEqual(await at.blocks(), [paragraph("ab")]);
});

test("numbers typed by hand become kinds when the line is finished, not before", async () => {
  await at.open([]);
  await at.page.click(".be-page .ProseMirror");
  await at.type("1. Một");
  assert.deepEqual(await at.blocks(), [paragraph("1. Một")]);
  await at.press("Enter");
  await at.type("a) hai;");
  await at.press("Enter");
  await at.type("đ) ba;");
  await at.press("Enter", "Enter", "Enter");
  await at.type("- bốn");
  await at.press("Enter");
  await at.type("năm");
  await at.press("Enter", "Enter");
  await at.type("II. TÌNH HÌNH");
  await at.press("Enter");
  await at.type("1.5 tỷ đồng.");
  await at.press("Enter");
  assert.deepEqual(await at.blocks(), [
    { type: "clause", text: "Một" },
    { type: "point", text: "hai;" },
    { type: "point", text: "ba;" },
    { type: "list", items: ["bốn", "năm"] },
    { type: "section", heading: "TÌNH HÌNH" },
    paragraph("1.5 tỷ đồng."),
  ]);
});

test("kinds by key, looks by key, undo and redo", async () => {
  await at.open([paragraph("một")]);
  await at.focus("/0/text");
  await at.press("Control+Alt+3");
  assert.deepEqual(await at.blocks(), [{ type: "clause", text: "một" }]);
  await at.press("Home", "Shift+End", "Control+b");
  assert.deepEqual(await at.blocks(), [{ type: "clause", text: [{ text: "một", bold: true }] }]);
  await at.press("Control+z", "Control+z");
  assert.deepEqual(await at.blocks(), [paragraph("một")]);
  await at.press("Control+y");
  assert.deepEqual(await at.blocks(), [{ type: "clause", text: "một" }]);
});

test("in a heading bold means not bold", async () => {
  await at.open([{ type: "section", heading: "A B" }]);
  await at.focus("/0/heading");
  await at.press("Home", "Shift+ArrowRight", "Control+b");
  assert.deepEqual(await at.blocks(), [{ type: "section", heading: [{ text: "A", bold: false }, " B"] }]);
});

test("blanks at the ends of what one types are not in the specification", async () => {
  await at.open([]);
  await at.page.click(".be-page .ProseMirror");
  await at.type("Sở  Nội vụ ");
  assert.deepEqual(await at.blocks(), [paragraph("Sở  Nội vụ")]);
  await at.press("Enter", "Enter");
  assert.deepEqual(await at.blocks(), [paragraph("Sở  Nội vụ")]);
});

test("nothing was complained of in the console", () => assert.deepEqual(at.errors, []));
