// Where things are: pointers to the caret and back, printed numbers, findings, dialogs; and whether everybody can use it.
import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";
import test, { after, before } from "node:test";
import { editorPage } from "./support/editor-page.mjs";
import { bodiesOfSamples, editorModules } from "./support/editor-modules.mjs";

const { pageOf, Finder, pointerAt } = await editorModules();
let at;
before(async () => {
  at = await editorPage();
});
after(() => at.close());

const TEXTS = "text heading caption unit value name full_name title items paragraphs notes header rows cells".split(" ");

/** The pointers of all texts of a body, but of notes, which stand within a text. */
function textPointers(value, pointer = "", name = "", texts = TEXTS) {
  if (typeof value === "string") return texts.includes(name) ? [pointer] : [];
  if (typeof value !== "object" || value === null) return [];
  const inForm = ["field", "party", "checkbox"].includes(value.type) ? [...texts, "label"] : texts;
  const inside = Object.entries(value).filter(([key]) => key !== "note");
  return inside.flatMap(([key, one]) => textPointers(one, `${pointer}/${key}`, Array.isArray(value) ? name : key, inForm));
}

test("every text of every sample: its pointer leads to a line with that text, and the line leads back", () => {
  let count = 0;
  for (const { at: where, body } of bodiesOfSamples()) {
    const page = pageOf(body);
    const finder = new Finder(page);
    for (const pointer of textPointers(body)) {
      const value = pointer
        .slice(1)
        .split("/")
        .reduce((from, key) => from[key], body);
      const found = finder.stretch(pointer);
      assert.ok(found, `${where}${pointer}`);
      assert.ok(
        found.place.node.textContent.includes(value.split("\n")[0]),
        `${where}${pointer}: ${value} in ${found.place.node.textContent}`,
      );
      const back = pointerAt(page, found.from);
      assert.ok(pointer.startsWith(back) || back.startsWith(pointer), `${where}${pointer} → ${back}`);
      count += 1;
    }
  }
  assert.ok(count > 3000, `${count} texts`);
});

test("a run of a text is found by its number", () => {
  const page = pageOf([{ type: "paragraph", text: ["một ", { text: "hai", bold: true, note: "n" }, " ba"] }]);
  const { from, to } = new Finder(page).stretch("/0/text/1/text");
  assert.equal(page.textBetween(from, to), "hai");
});

const body = [
  { type: "section", heading: "A" },
  { type: "clause", heading: "B", text: "C" },
  { type: "list", items: ["a", { text: "b", list: { items: ["c"] } }] },
  { type: "table", caption: "T", header: [["h"]], rows: [["x"]] },
  { type: "picture", file: "a.png", alternative_text: "A", id: "hinh" },
  { type: "paragraph", id: "cuoi", text: ["Số 5", { text: "4", note: "chú" }, " và hết"] },
];

test("the caret says where it is; focus brings it there; an unknown pointer brings nothing", async () => {
  await at.open(body);
  for (const pointer of ["/1/text", "/2/items/1/list/items/0", "/3/rows/0/0", "/3/caption", "/5/text"]) {
    assert.equal(await at.focus(pointer), true);
    assert.equal(await at.page.evaluate(() => told.pointers.at(-1)), pointer);
  }
  assert.equal(await at.focus("/9/text"), false);
  await at.focus("/4/width");
  assert.equal(await at.page.evaluate(() => document.activeElement.closest("[data-member]")?.dataset.member), "width");
});

test("printed numbers and findings are shown, follow what is typed, and are no part of the text", async () => {
  await at.open(body);
  await at.page.evaluate(() => {
    editor.setLabels({ "/0": "I.", "/1": "1.", "/3": "Bảng 1." });
    editor.setFindings([
      { pointer: "/5/text/1", severity: "error" },
      { pointer: "/4/alternative_text", severity: "warning" },
    ]);
  });
  const labels = () =>
    at.page.evaluate(() =>
      [...document.querySelectorAll("[data-label]")].map((line) => `${line.dataset.label} ${line.textContent}`),
    );
  assert.deepEqual(await labels(), ["I. A", "1. B", "Bảng 1. T"]);
  assert.equal(await at.page.evaluate(() => document.querySelector(".be-found-error").textContent), "4");
  assert.ok(await at.page.evaluate(() => document.querySelector(".be-picture").classList.contains("be-found-warning")));
  await at.focus("/0/heading");
  await at.press("End");
  await at.type("z");
  assert.deepEqual(await labels(), ["I. Az", "1. B", "Bảng 1. T"]);
  await at.press("Enter");
  assert.deepEqual(await labels(), ["I. Az", "1. B", "Bảng 1. T"]);
  assert.deepEqual(await at.blocks(), [{ ...body[0], heading: "Az" }, ...body.slice(1)]);
});

const inDialog = (label) => at.page.getByRole("dialog").getByLabel(label);
const answer = (name) => at.page.getByRole("dialog").getByRole("button", { name }).click();

test("a footnote: asked for, put behind the word, changed, taken away", async () => {
  await at.open([{ type: "paragraph", text: "Theo số liệu" }]);
  await at.focus("/0/text");
  await at.press("End", "Control+Alt+f");
  await at.compose("Niên gi", "Niên giám");
  await at.commit("Niên giám");
  await answer("Đồng ý");
  assert.deepEqual(await at.blocks(), [{ type: "paragraph", text: [{ text: "Theo số liệu", note: "Niên giám" }] }]);
  await at.page.locator(".be-footnote").click();
  await at.press("Control+a", "Control+i");
  await answer("Đồng ý");
  assert.deepEqual((await at.blocks())[0].text[0].note, [{ text: "Niên giám", italic: true }]);
  await at.page.locator(".be-footnote").click();
  await at.press("Control+a", "Delete");
  await answer("Đồng ý");
  assert.deepEqual(await at.blocks(), [{ type: "paragraph", text: "Theo số liệu" }]);
});

test("a link, a reference, the number of a page", async () => {
  await at.open([body[5], { type: "paragraph", text: "xem" }]);
  await at.focus("/1/text");
  await at.press("End", "Shift+Home", "Control+k");
  await inDialog("Địa chỉ").fill("chinhphu.vn");
  await at.press("Enter");
  assert.deepEqual((await at.blocks())[1].text, [{ text: "xem", link: "https://chinhphu.vn" }]);
  await at.page.getByRole("button", { name: "Viện dẫn tới một khối" }).click();
  await inDialog("Dẫn tới").selectOption("cuoi");
  await answer("Đồng ý");
  assert.deepEqual((await at.blocks())[1].text, [{ text: "xem", ref: "cuoi" }]);
  await at.press("End");
  await at.page.getByLabel("Chèn vào đây").selectOption("page_of");
  await inDialog("Khối").selectOption("cuoi");
  await answer("Đồng ý");
  assert.deepEqual((await at.blocks())[1].text, [{ text: "xem", ref: "cuoi", page_of: "cuoi" }]);
  await at.page.locator(".be-page-of").click();
  await answer("Bỏ qua");
  assert.deepEqual((await at.blocks())[1].text, [{ text: "xem", ref: "cuoi", page_of: "cuoi" }]);
});

test("a block without a name gets one when it is referred to", async () => {
  const lines = [
    { type: "article", heading: "Trình tự, thủ tục đăng ký" },
    { type: "clause", text: "b" },
    { type: "paragraph", text: "xem" },
  ];
  await at.open(lines);
  await at.page.evaluate(() => editor.setLabels({ "/0": "Điều 1.", "/1": "1." }));
  await at.focus("/2/text");
  await at.press("End", "Shift+Home");
  await at.page.getByRole("button", { name: "Viện dẫn tới một khối" }).click();
  await inDialog("Dẫn tới").selectOption({ label: "Điều 1. Trình tự, thủ tục đăng ký" });
  await answer("Đồng ý");
  assert.deepEqual(await at.blocks(), [
    { ...lines[0], id: "trinh_tu_thu_tuc_dang_ky" },
    lines[1],
    { type: "paragraph", text: [{ text: "xem", ref: "trinh_tu_thu_tuc_dang_ky" }] },
  ]);
});

test("pictures that are pasted or dropped become blocks", async () => {
  await at.open([{ type: "paragraph", text: "a" }]);
  await at.focus("/0/text");
  await at.page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(["x"], "anh.png", { type: "image/png" }));
    document
      .querySelector(".be-page .ProseMirror")
      .dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await at.page.waitForFunction(() => editor.blocks().length === 2);
  assert.deepEqual(await at.blocks(), [
    { type: "paragraph", text: "a" },
    { type: "picture", file: "anh.png" },
  ]);
});

test("what is typed into a setting belongs to the document as soon as Ctrl is pressed, or the field is left", async () => {
  await at.open([{ type: "picture", file: "a.png" }]);
  await at.page.getByLabel("Lời tả hình").click();
  await at.compose("Biể", "Biểu");
  await at.commit("Biểu");
  await at.press("Control+s");
  assert.deepEqual(await at.blocks(), [{ type: "picture", file: "a.png", alternative_text: "Biểu" }]);
  await at.type(" đồ");
  await at.press("Tab");
  assert.deepEqual(await at.blocks(), [{ type: "picture", file: "a.png", alternative_text: "Biểu đồ" }]);
  await at.page.evaluate(() => editor.undo());
  assert.equal(await at.page.getByLabel("Lời tả hình").inputValue(), "Biểu");
});

test("Escape, then Tab leaves the page; Tab alone does not", async () => {
  await at.open([{ type: "clause", text: "a" }]);
  await at.focus("/0/text");
  const inPage = () => at.page.evaluate(() => document.activeElement.closest(".be-page") !== null);
  await at.press("Tab");
  assert.ok(await inPage());
  await at.press("Escape", "Shift+Tab");
  assert.ok(!(await inPage()));
});

test("the settings of a line, of a list; every kind can be put in", async () => {
  await at.open([
    { type: "clause", text: "a", more: 1 },
    { type: "list", items: ["b", "c"] },
  ]);
  await at.focus("/0/text");
  await at.press("Alt+Enter");
  await inDialog("Tên để viện dẫn").fill("khoan_a");
  await answer("Đồng ý");
  assert.deepEqual((await at.blocks())[0], { type: "clause", text: "a", more: 1, id: "khoan_a" });
  await at.focus("/1/items/1");
  await at.press("Alt+Enter");
  await inDialog("Dấu").selectOption("+");
  await answer("Đồng ý");
  assert.deepEqual((await at.blocks())[1], { type: "list", items: ["b", "c"], marker: "+" });
  await at.press("Alt+Enter");
  await inDialog("Dấu").selectOption("");
  await answer("Đồng ý");
  assert.deepEqual((await at.blocks())[1], { type: "list", items: ["b", "c"] });
  const kinds = await at.page.evaluate(() => editor.kinds().map(({ kind }) => kind));
  for (const kind of kinds) {
    await at.open([{ type: "paragraph", text: "a" }]);
    await at.focus("/0/text");
    await at.page.evaluate((name) => editor.insert(name), kind);
    if (kind === "picture") {
      await inDialog("Tệp hình").fill("a.png");
      await answer("Đồng ý");
    } else if (!["page_break", "page_setup", "contents", "picture"].includes(kind)) await at.type("b");
    if (kind === "checkbox") (await at.press("Tab"), await at.type("c"));
    assert.deepEqual(
      (await at.blocks()).map(({ type }) => type),
      ["paragraph", kind],
    );
  }
});

test("words of another language, another entry on a line of a form, a list in a cell", async () => {
  await at.open([
    { type: "paragraph", text: "workshop" },
    { type: "field", label: "Ông" },
    { type: "table", rows: [["đầu", "x"]] },
  ]);
  const put = (name) => at.page.getByLabel("Chèn vào đây").selectOption(name);
  await at.focus("/0/text");
  await at.press("End", "Shift+Home");
  await put("lang");
  await inDialog("Ngôn ngữ").selectOption("en");
  await answer("Đồng ý");
  await at.focus("/1/label");
  await put("beside");
  await at.type("Chức vụ");
  await at.focus("/2/rows/0/0");
  await at.press("End", "Enter");
  await at.type("một");
  await put("list");
  await at.press("End", "Enter");
  await at.type("hai");
  assert.deepEqual(await at.blocks(), [
    { type: "paragraph", text: [{ text: "workshop", lang: "en" }] },
    { type: "field", label: "Ông", beside: [{ label: "Chức vụ" }] },
    { type: "table", rows: [[{ paragraphs: ["đầu"], list: { items: ["một", "hai"] } }, "x"]] },
  ]);
  await put("list");
  assert.deepEqual((await at.blocks())[2].rows[0][0], { paragraphs: ["đầu", "một", "hai"] });
});

test("check boxes are ticked by a click; form lines go on with Enter, and end", async () => {
  await at.open([
    { type: "checkbox", items: [{ text: "Nam" }, { text: "Nữ", checked: true }] },
    { type: "party", name: "BÊN A", fields: [{ label: "a", value: "b" }] },
  ]);
  await at.page.locator(".be-checkbox-item button").nth(0).click();
  await at.page.locator(".be-checkbox-item button").nth(1).click();
  assert.deepEqual((await at.blocks())[0].items, [
    { text: "Nam", checked: true },
    { text: "Nữ", checked: false },
  ]);
  await at.focus("/1/fields/0/value");
  await at.press("End", "Enter");
  await at.type("c");
  await at.press("Tab");
  await at.type("d");
  await at.press("Enter", "Tab", "Enter");
  await at.type("sau");
  const [, party, after] = await at.blocks();
  assert.deepEqual(party.fields, [
    { label: "a", value: "b" },
    { label: "c", value: "d" },
  ]);
  assert.deepEqual(after, { type: "paragraph", text: "sau" });
});

test("no name without a role and no role without a name: axe finds nothing", async () => {
  const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  await at.open([
    ...body,
    { type: "checkbox", items: [{ text: "a" }] },
    { type: "page_setup", orientation: "portrait" },
    { type: "party", name: "x", fields: [{ label: "y" }] },
    { type: "tomorrow" },
  ]);
  await at.focus("/3/rows/0/0");
  await at.page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
  const session = await at.page.context().newCDPSession(at.page);
  await session.send("Runtime.evaluate", { expression: axe });
  const found = await at.page.evaluate(
    async () => (await globalThis.axe.run(document, { rules: { region: { enabled: false } } })).violations,
  );
  assert.deepEqual(
    found.map(({ id, nodes }) => `${id}: ${nodes[0].html}`),
    [],
  );
});

test("nothing was complained of in the console", () => assert.deepEqual(at.errors, []));
