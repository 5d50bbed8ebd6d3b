// What an editor makes of the schema: hover, completion and messages in Vietnamese; and that a strict validator takes it.
// `npm ci && node --test` in this folder. VANBAN names the program for the snippets; without it they are only validated.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import Ajv2020 from "ajv/dist/2020.js";
import languageService from "vscode-json-languageservice";

const { getLanguageService, TextDocument } = languageService;

const schema = JSON.parse(readFileSync(new URL("../../schemas/spec.schema.json", import.meta.url), "utf8"));

function validator() {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  // keywords of editors
  ajv.addVocabulary(["defaultSnippets", "patternErrorMessage"]);
  return ajv.compile(schema);
}

const good = () => ({
  doc_type: "report",
  issuer: { parents: ["UBND TỈNH LẠNG SƠN"], name: "SỞ NỘI VỤ", abbreviation: "SNV" },
  number: 5,
  issue_place: "Lạng Sơn",
  issue_date: "2026-05-15",
  subject: "Kết quả công tác tháng 5",
  body: [{ type: "paragraph", text: "Nội dung." }],
  recipients: { items: ["Lãnh đạo Sở"], archive: { units: ["VP"] } },
  signatures: [{ position: "GIÁM ĐỐC", signer: "Lê Hải Yến" }],
});

function edited(value) {
  const service = getLanguageService({});
  service.configure({ validate: true, schemas: [{ uri: "vanban:schema", fileMatch: ["*.json"], schema: structuredClone(schema) }] });
  const text = typeof value === "string" ? value : JSON.stringify(value, null, 2);
  const document = TextDocument.create("file:///van-ban.json", "json", 1, text);
  const json = service.parseJSONDocument(document);
  return {
    hover: async (piece) => {
      const found = await service.doHover(document, document.positionAt(text.indexOf(piece) + 1), json);
      return found.contents.map((part) => part.value ?? part).join("\n");
    },
    complete: async (at) => (await service.doComplete(document, document.positionAt(at), json)).items,
    messages: async () => (await service.doValidation(document, json)).map((found) => found.message),
  };
}

test("a strict validator takes the schema, and what it should refuse is refused", () => {
  const validate = validator();
  assert.ok(validate(good()), JSON.stringify(validate.errors));
  assert.ok(validate({ ...good(), doc_type: "Báo cáo" }));
  assert.ok(!validate({ ...good(), doc_type: "Nghị định" }));
  assert.ok(!validate({ ...good(), issue_date: "15/5/2026" }));
});

test("hover shows what the field itself says", async () => {
  const editor = edited(good());
  for (const [piece, words] of [
    ['"subject"', "Trích yếu"],
    ['"text"', "Nội dung in ra"],
    ['"issue_place"', "Địa danh"],
    ['"paragraph"', "Đoạn"],
  ]) {
    const shown = await editor.hover(piece);
    assert.ok(shown.includes(words), `${piece}: ${shown}`);
  }
});

test("messages are Vietnamese", async () => {
  for (const change of [{ issue_date: "15/5/2026" }, { doc_type: "xyz" }, { subject: "a\tb" }]) {
    const messages = await edited({ ...good(), ...change }).messages();
    assert.ok(messages.some((message) => /[ạảấầẩộợữịọ]/u.test(message)), `${JSON.stringify(change)}: ${messages}`);
  }
});

test("every snippet that an editor offers is accepted", async () => {
  const validate = validator();
  const defaults = (text) => text.replace(/\$\{\d+:([^}]*)\}/g, "$1").replace(/\$\d+/g, "");
  const folder = mkdtempSync(join(tmpdir(), "vanban-snippets-"));
  // the file that the snippet of a picture names
  const picture = new URL("../../samples/pictures/khach-du-lich.png", import.meta.url);
  copyFileSync(picture, join(folder, "bieu-do.png"));
  let checked = 0;
  for (const [field, least] of [["body", 11], ["signatures", 2]]) {
    const text = JSON.stringify({ ...good(), [field]: ["@@"] }).replace('"@@"', "");
    const items = await edited(text).complete(text.indexOf("[]", text.indexOf(`"${field}":`)) + 1);
    const snippets = items.filter((item) => item.textEdit?.newText.includes("${1:"));
    assert.ok(snippets.length >= least, `${field}: ${snippets.length} of ${items.map((item) => item.label)}`);
    for (const snippet of snippets) {
      const spec = { ...good(), [field]: [JSON.parse(defaults(snippet.textEdit.newText))] };
      const type = spec.body[0].type;
      // what is numbered below another block needs that block
      if (type === "subclause") spec.body.unshift({ type: "clause", text: "Nội dung." });
      if (["chapter", "article", "subsection"].includes(type)) Object.assign(spec, { numbering: "articles" });
      assert.ok(validate(spec), `${snippet.label}: ${JSON.stringify(validate.errors)}`);
      if (process.env.VANBAN) {
        const file = join(folder, `${field}-${checked}.json`);
        writeFileSync(file, JSON.stringify(spec));
        try {
          execFileSync(process.env.VANBAN, ["check", file], { encoding: "utf8", stdio: "pipe" });
        } catch (failed) {
          assert.fail(`${snippet.label}: ${failed.stdout}${failed.stderr}`);
        }
      }
      checked += 1;
    }
  }
});
