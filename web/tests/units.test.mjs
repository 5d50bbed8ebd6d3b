import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import test from "node:test";
import { root, source } from "./support/module.mjs";

const { pack, unpack } = await source("src/engine/envelope.ts");
const { withValue, isEqual, fromPointer, toPointer } = await source("src/app/json.ts");
const { Store } = await source("src/app/store.ts");
const { plainText, withWords } = await source("src/form/rich.ts");
const { parseWritten, toWritten, fromSpecification, weeks } = await source("src/form/dates.ts");
const { find } = await source("src/app/find.ts");
const { Schema } = await source("src/form/schema.ts");
const { Plain } = await source("src/form/plain.ts");
const { forgotten } = await source("src/form/forgotten.ts");

test("an envelope gives back its parts, empty ones too", () => {
  const parts = [new Uint8Array([1, 2, 3]), new Uint8Array(), new Uint8Array([255])];
  assert.deepEqual([...pack(parts).slice(0, 8)], [3, 0, 0, 0, 3, 0, 0, 0]);
  assert.deepEqual(unpack(pack(parts)).map((part) => [...part]), [[1, 2, 3], [], [255]]);
});

test("a value is set without touching its neighbours", () => {
  const spec = { a: { b: [1, { c: 2 }] }, d: [] };
  const changed = withValue(spec, ["a", "b", "1", "c"], 3);
  assert.deepEqual(changed, { a: { b: [1, { c: 3 }] }, d: [] });
  assert.equal(changed.d, spec.d);
  assert.deepEqual(spec.a.b[1], { c: 2 });
  assert.deepEqual(withValue(spec, ["a", "b", "0"], undefined).a.b, [{ c: 2 }]);
  assert.deepEqual(withValue({}, ["x", "y"], "z"), { x: { y: "z" } });
  assert.ok(isEqual({ a: 1, b: [2] }, { b: [2], a: 1 }) && !isEqual({ a: 1 }, { a: 1, b: undefined }));
  assert.equal(toPointer(fromPointer("/a~1b/~0/0")), "/a~1b/~0/0");
});

const opened = (text) => ({ id: "1", name: null, text, beside: new Map() });

test("what is opened is saved letter for letter until it is changed, and members that nobody knows are kept", () => {
  const store = new Store();
  const text = '{"later": {"x": 1.50}, "subject": "A"}';
  store.open(opened(text));
  assert.equal(store.text(), text);
  store.set(["subject"], "B");
  assert.deepEqual(JSON.parse(store.text()), { later: { x: 1.5 }, subject: "B" });
  assert.ok(store.undo());
  assert.deepEqual(JSON.parse(store.text()), JSON.parse(text));
});

test("undo takes back lists, moves and removals, and leaves bodies that were written meanwhile alone", () => {
  const store = new Store();
  store.open(opened('{"body": ["old"], "appendices": [{"title": "I", "body": []}, {"title": "II", "body": []}]}'));
  store.move(["appendices"], 0, 1);
  store.insert(["addressees"], 0, "Sở");
  store.remove(["appendices"], 0);
  store.setBody(["body"], ["new"]);
  assert.deepEqual(store.spec, { body: ["new"], appendices: [{ title: "I", body: [] }], addressees: ["Sở"] });
  while (store.undo());
  assert.deepEqual(store.spec, { body: ["new"], appendices: [{ title: "I", body: [] }, { title: "II", body: [] }] });
  while (store.redo());
  assert.deepEqual(store.spec, { body: ["new"], appendices: [{ title: "I", body: [] }], addressees: ["Sở"] });
});

test("letters typed one after the other are one step of undo", () => {
  const store = new Store();
  store.open(opened('{"subject": "A"}'));
  for (const text of ["AB", "ABC", "ABCD"]) store.set(["subject"], text);
  store.undo();
  assert.deepEqual(store.spec, { subject: "A" });
});

test("two pictures of one name are kept apart, the same one is kept once", () => {
  const store = new Store();
  store.open(opened("{}"));
  assert.equal(store.addPicture("dau.png", new Uint8Array([1])), "dau.png");
  assert.equal(store.addPicture("dau.png", new Uint8Array([1])), "dau.png");
  assert.equal(store.addPicture("dau.png", new Uint8Array([2])), "dau-2.png");
});

test("words of a text with looks change without taking the looks away", () => {
  const value = ["Căn cứ ", { text: "Luật", bold: true }, " ngày 5", { picture: "a.png" }, { text: "x", note: "y" }];
  assert.equal(plainText(value), "Căn cứ Luật ngày 5x");
  assert.deepEqual(withWords(value, "Căn cứ Luật, Lưu trữ ngày 5x"), ["Căn cứ ", { text: "Luật, Lưu trữ", bold: true }, " ngày 5", { picture: "a.png" }, { text: "x", note: "y" }]);
  assert.deepEqual(withWords(value, "Theo Luật ngày 5x")[1], { text: "Luật", bold: true });
  assert.equal(withWords(value, "Căn cứ Luật ngày 5x"), value);
  assert.equal(withWords("cũ", "mới"), "mới");
  assert.equal(withWords("cũ", ""), undefined);
  assert.equal(plainText(withWords(value, "Quyết định")), "Quyết định");
});

test("any change of the words of a text with looks gives those words", () => {
  const value = ["ab", { text: "cd", italic: true }, "ef", { text: "ab", bold: true }];
  const whole = plainText(value);
  for (let from = 0; from <= whole.length; from++) {
    for (let to = from; to <= whole.length; to++) {
      for (const put of ["", "a", "zz"]) {
        const words = whole.slice(0, from) + put + whole.slice(to);
        assert.equal(plainText(withWords(value, words)), words);
      }
    }
  }
});

test("dates are read as clerks write them", () => {
  assert.equal(parseWritten("15/5/2026"), "2026-05-15");
  assert.equal(parseWritten(" 05-05-2026 "), "2026-05-05");
  assert.equal(parseWritten("5/2026"), "2026-05");
  assert.equal(parseWritten("2026"), "2026");
  assert.equal(parseWritten("mai"), "mai");
  assert.equal(parseWritten(""), undefined);
  assert.equal(toWritten(fromSpecification("2026-05-15")), "15/05/2026");
  assert.equal(toWritten(fromSpecification({ year: 2026, month: 5 })), "05/2026");
  assert.deepEqual(weeks(2026, 2)[0], [null, null, null, null, null, null, 1]);
  assert.equal(weeks(2024, 2).flat().filter(Boolean).length, 29);
});

test("words are found with and without their marks", () => {
  const spec = { subject: "Báo cáo đề án", body: [{ type: "paragraph", text: ["Về ", { text: "ĐỀ ÁN", bold: true }] }] };
  assert.deepEqual(find(spec, "de an").map(({ path }) => toPointer(path)), ["/subject", "/body/0/text/1/text"]);
  assert.deepEqual(find(spec, "đề").map(({ match }) => match), ["đề", "ĐỀ"]);
  assert.equal(find(spec, "dè").length, 0);
  assert.equal(find(spec, "paragraph").length, 0);
});

test("every member of the schema has its place in the form", () => {
  const schema = new Schema(JSON.parse(fs.readFileSync(path.join(root, "schemas/spec.schema.json"), "utf8")));
  assert.deepEqual(forgotten(schema.root), []);
  const kinds = schema.root.shape.members.map(({ name, shape }) => [name, shape.kind]);
  assert.deepEqual(kinds.filter(([, kind]) => kind === "other"), []);
  assert.equal(Object.fromEntries(kinds).issue_date, "date");
  const signature = schema.definition("Signature").shape.members;
  assert.deepEqual(signature.filter(({ shape }) => shape.kind === "picture").map(({ name }) => name), ["image", "seal"]);
});

test("messages speak of fields and choices, not of JSON", () => {
  const plain = new Plain(JSON.parse(fs.readFileSync(path.join(root, "schemas/spec.schema.json"), "utf8")));
  const missing = plain.finding({ code: "VB012", severity: "error", pointer: "/subject", message: 'thiếu trường "subject" (trích yếu nội dung)', hints: ['thêm "subject": "Sơ kết công tác"'], citation: null });
  assert.equal(missing.message, "Chưa điền: Trích yếu nội dung");
  assert.deepEqual(missing.hints, ["Ví dụ: “Sơ kết công tác”"]);
  assert.equal(plain.text('bỏ "draft", hoặc đặt "number": null'), "Bỏ “Dự thảo”, hoặc đặt Số văn bản: để trống");
  assert.equal(plain.text('thêm "authority": ["KT. GIÁM ĐỐC"]'), "Thêm Quyền hạn của người ký: “KT. GIÁM ĐỐC”");
  assert.equal(plain.text('viết "2025-10-09", hoặc sửa "issue_date"'), "Viết “09/10/2025”, hoặc sửa “Thời gian ban hành”");
  assert.equal(plain.text('dùng {"type": "clause", "text": "Phạm vi"}, bỏ “1.”'), "Dùng Kiểu: “Khoản”, Nội dung: “Phạm vi”, bỏ “1.”");
  assert.equal(plain.text("tháng 2 năm 2026 không có ngày 31"), "Tháng 2 năm 2026 không có ngày 31");
  assert.equal(plain.text('giảm "width", giảm /layout/table_size'), "Giảm “Chiều rộng in ra”, giảm “Cỡ chữ trong bảng”");
});

test("no message that the tests of the program keep shows the name of a member", () => {
  const plain = new Plain(JSON.parse(fs.readFileSync(path.join(root, "schemas/spec.schema.json"), "utf8")));
  const folder = path.join(root, "tests/golden/findings");
  const texts = fs.readdirSync(folder).flatMap((name) => fs.readFileSync(path.join(folder, name), "utf8").split("\n"))
    .flatMap((line) => /^(?:\w+ )?\p{L}+(?: \p{L}+)?\[VB\d+\] (.*)$/u.exec(line)?.[1] ?? /^ {2}gợi ý: (.*?)(?: · căn cứ: .*)?$/.exec(line)?.[1] ?? []);
  assert.ok(texts.length > 100);
  const told = texts.filter((text) => !text.includes("`")).map((text) => plain.text(text));
  assert.deepEqual(told.filter((text) => !/\{\{|top_center/.test(text) && /[“"\s/][a-z]+_[a-z_]+[”"\s]|[{}[\]"]/.test(text)), []);
});

test("references are offered the named blocks of other parts", async () => {
  const { targetsElsewhere } = await source("src/app/targets.ts");
  const spec = { body: [{ type: "article", id: "a", text: "Một" }], appendices: [{ title: "x", body: [{ type: "section", id: "b", heading: "Hai" }, { type: "paragraph", text: "y" }] }] };
  assert.deepEqual(targetsElsewhere(spec, ["body"], { "/appendices/0/body/0": "I." }), [["b", "Phụ lục: I. Hai"]]);
  assert.deepEqual(targetsElsewhere(spec, ["appendices", "0", "body"], {}).map(([id]) => id), ["a"]);
});
