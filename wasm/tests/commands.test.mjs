// What each command answers, beside rendering.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { retyped } from "./retyped.mjs";
import { filesOf, native, pictures, printed, root, vanban } from "./support.mjs";

const sample = (name) => readFileSync(join(root, `samples/${name}.json`));
const utf8 = (part) => Buffer.from(part).toString();

test("schema and starters are those of the program", () => {
  assert.equal(utf8(vanban().ask("schema").parts[0]), printed("schema").toString());
  const { types } = vanban().ask("types").told;
  assert.ok(types.length > 25, `${types.length}`);
  const year = Number(/"year": (\d+)/.exec(printed("new", "report").toString())[1]);
  for (const { name, title, starter } of types.filter((type) => type.starter)) {
    assert.ok(title.length > 0);
    const ours = utf8(vanban().ask("starter", undefined, { options: { type: name, year } }).parts[0]);
    assert.equal(ours, printed("new", name).toString(), name);
    assert.ok(ours.includes(starter.subject), name);
  }
});

test("types tell what a form shows", () => {
  const { types } = vanban().ask("types").told;
  const letter = types.find((type) => type.name === "letter");
  assert.ok(letter.order.includes("letter_header"), letter.order);
  assert.equal(letter.addressees, "required");
  assert.ok(letter.printed.includes("/addressees") && !letter.printed.includes("/adoption"), letter.printed);
  const older = vanban().ask("types", undefined, { options: { regulation: "tt01-2011" } }).told.types;
  assert.notDeepEqual(older, types);
});

test("fonts are those inside", () => {
  const { told, parts } = vanban().ask("fonts");
  assert.deepEqual(told.faces.map(({ family, style, weight }) => [family, style, weight]).slice(0, 4), [
    ["Liberation Serif", "normal", 400],
    ["Liberation Serif", "normal", 700],
    ["Liberation Serif", "italic", 400],
    ["Liberation Serif", "italic", 700],
  ]);
  assert.equal(parts.length, 5);
  for (const part of parts) assert.deepEqual([...part.subarray(0, 4)], [0, 1, 0, 0], "TrueType");
});

test("the version is that of the program", () => {
  const { version } = vanban().ask("version").told;
  assert.ok(printed("--version").toString().startsWith(`vanban ${version}\n`));
});

test("a preview has the pages of the files, and tells where things come from", () => {
  const spec = sample("quy-che");
  const { told, parts } = vanban().ask("preview", spec, { pictures });
  assert.equal(told.page_count, vanban().ask("check", spec, { pictures }).told.pages);
  assert.deepEqual(told.svg, told.pages.map((page) => page.number));
  assert.equal(parts.length, told.page_count);
  assert.deepEqual([told.pages[0].width_pt, told.pages[0].height_pt], [595.3, 841.9]);
  const at = told.sources.findIndex((source) => told.labels[source] === "Điều 1.");
  assert.ok(at >= 0, JSON.stringify(told.labels));
  const page = utf8(parts[told.first_page[at] - 1]);
  assert.match(page, new RegExp(`data-at="${at}"`));
  const last = vanban().ask("preview", spec, { pictures, options: { pages: [2, 9] } });
  assert.deepEqual([last.told.svg, last.told.page_count], [told.svg.slice(1), told.page_count]);
  assert.deepEqual(last.parts, parts.slice(1));
});

test("what is not finished can be looked at", () => {
  const { told, parts } = vanban().ask("preview", JSON.stringify({ ...JSON.parse(sample("to-trinh")), subject: "" }));
  assert.ok(told.findings.some((finding) => finding.severity === "error"));
  assert.ok(parts.length > 0 && utf8(parts[0]).startsWith("<svg"));
  const broken = vanban().ask("preview", "{").told;
  assert.deepEqual([broken.page_count, broken.pages, broken.svg], [0, [], []]);
  assert.equal(broken.findings.length, 1);
});

test("a Word file gives its specification and pictures back", () => {
  const spec = sample("thong-bao");
  const files = filesOf(vanban().ask("render", spec, { pictures }));
  const docx = Object.entries(files).find(([name]) => name.endsWith(".docx"))[1];
  const { told, parts } = vanban().ask("extract", docx);
  assert.equal(told.standing, "kept");
  assert.deepEqual(Buffer.from(parts[0]), spec);
  assert.ok(told.pictures.length > 0);
  told.pictures.forEach((name, i) => assert.deepEqual(parts[i + 1], pictures[name], name));
});

test("a PDF/A-3a gives its specification back, others say why not", () => {
  const spec = sample("to-trinh");
  const pdf = (kind) => vanban().ask("render", spec, { options: { formats: ["pdf"], pdf: kind } }).parts[0];
  const { told, parts } = vanban().ask("extract", pdf("a-3a"));
  assert.deepEqual([told.standing, told.pictures], ["kept", []]);
  assert.deepEqual(Buffer.from(parts[0]), spec);
  assert.match(vanban().ask("extract", pdf("a-2a")).told.failure.hint, /\S/);
  assert.match(vanban().ask("extract", "nothing").told.failure.message, /docx/);
});

test("an edited Word file is told", () => {
  const { told } = vanban().ask("extract", edited());
  assert.equal(told.standing, "edited");
  assert.match(told.warning.message, /thêm vào/);
});

/** A Word file of the program's, a word typed into its stored main part. */
function edited() {
  const folder = mkdtempSync(join(tmpdir(), "vanban-"));
  try {
    writeFileSync(join(folder, "a.json"), sample("to-trinh"));
    const { files } = native(["a.json"], folder);
    const docx = Object.entries(files).find(([name]) => name.endsWith(".docx"))[1];
    return retyped(docx, "word/document.xml", (xml) => xml.replace("</w:t>", " thêm vào</w:t>"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("what cannot be done is refused with its reason, in both languages", () => {
  const refused = [
    ["paint", undefined, {}],
    ["render", undefined, {}],
    ["render", "{}", { options: { formats: ["odt"] } }],
    ["render", "{}", { options: { pdf: "a-9z" } }],
    ["render", "{}", { options: { nummer: 1 } }],
    ["render", "{}", { options: { keep_hints: true } }],
    ["render", "{}", { options: { name: "{nummer}" } }],
    ["check", "{}", { options: { regulation: "nd99" } }],
    ["check", "{}", { options: { data: "so-lieu.json" } }],
    ["check", "{}", { options: { data: "a.json" }, data: { "a.json": Buffer.from("[]") } }],
    ["check", "{}", { options: { organ: "a.json" }, data: { "a.json": Buffer.from("[]") } }],
    ["preview", "{}", { options: { pages: [1] } }],
    ["starter", undefined, { options: { type: "poem" } }],
    ["types", undefined, { options: { regulation: "nd99" } }],
  ];
  for (const [command, input, beside] of refused) {
    const { told, parts } = vanban().ask(command, input, beside);
    assert.ok(told.failure?.message, `${command} ${JSON.stringify(beside)}`);
    assert.deepEqual([told.findings, parts], [[], []]);
  }
  const english = vanban().ask("starter", undefined, { options: { type: "poem", lang: "en" } }).told.failure;
  assert.match(english.message, /no document type/);
});
