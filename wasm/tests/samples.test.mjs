// One engine behind all: the module makes the bytes that the program makes, and finds what it finds.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import test from "node:test";
import { filesOf, native, pictures, root, vanban } from "./support.mjs";

const samples = readdirSync(join(root, "samples")).filter((name) => name.endsWith(".json"));

/** Compares files, findings, pages and regulation with those of the program. */
function compare(file, spec, { told, files }, beside = {}) {
  const options = { ...beside.options, file };
  const ours = vanban().ask("render", spec, { ...beside, options });
  assert.deepEqual(ours.told.findings, told.findings);
  assert.deepEqual([ours.told.pages, ours.told.regulation], [told.pages, told.regulation]);
  const made = filesOf(ours);
  assert.deepEqual(Object.keys(made), Object.keys(files));
  for (const name of Object.keys(files)) assert.ok(made[name].equals(files[name]), name);
  return ours;
}

test("there are samples", () => assert.ok(samples.length > 30));

for (const name of samples) {
  test(name, () => {
    const file = `samples/${name}`;
    const spec = readFileSync(join(root, file));
    const ours = compare(file, spec, native([file]), { pictures });
    assert.ok(ours.parts.length >= 2);
    const checked = vanban().ask("check", spec, { pictures, options: { file } }).told;
    assert.deepEqual([checked.findings, checked.pages], [ours.told.findings, ours.told.pages]);
  });
}

test("options are those of the command line", () => {
  const file = "samples/to-trinh.json";
  const spec = readFileSync(join(root, file));
  const pairs = [
    [["--to", "pdf", "--pdf", "a-3a"], { formats: ["pdf"], pdf: "a-3a" }],
    [["--to", "docx"], { formats: ["docx"] }],
    [["--pdf", "plain", "--no-signature-fields"], { pdf: "plain", no_signature_fields: true }],
    [["--regulation", "tt01-2011"], { regulation: "tt01-2011" }],
    [["--name", "{stem}-{number}"], { name: "{stem}-{number}" }],
    [["--lang", "en"], { lang: "en" }],
  ];
  for (const [args, options] of pairs) compare(file, spec, native([file, ...args]), { options });
});

/** Writes files into a folder, renders there, and hands the same files in. */
function together(files, { args = [], options = {}, pictures = [] } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "vanban-"));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(folder, dirname(name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const theirs = native(["spec.json", ...args], folder);
    const pick = (wanted) =>
      Object.fromEntries(
        Object.entries(files)
          .filter(([name]) => name !== "spec.json" && pictures.includes(name) === wanted)
          .map(([name, text]) => [name, Buffer.from(text)]),
      );
    return compare("spec.json", files["spec.json"], theirs, { options, pictures: pick(true), data: pick(false) });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const report = (members) =>
  JSON.stringify({
    doc_type: "report",
    issuer: { name: "Sở Nội vụ", abbreviation: "SNV" },
    issue_place: "An Giang",
    issue_date: "2024-05-15",
    subject: "Kết quả công tác",
    body: [{ type: "paragraph", text: "Công tác đã hoàn thành" }],
    recipients: { items: ["UBND tỉnh"] },
    signatures: [{ position: "Giám đốc", signer: "Nguyễn Văn A" }],
    ...members,
  });

test("rows come from files that are handed in", () => {
  const body = [{ type: "table", caption: "Số liệu", rows_from: "bang/so-lieu.csv" }];
  const csv = "Huyện,Số xã\nChâu Phú,13\nTịnh Biên,14\n";
  const made = together({ "spec.json": report({ body }), "bang/so-lieu.csv": csv });
  assert.equal(made.told.files.length, 2);
  const lacking = together({ "spec.json": report({ body }) });
  assert.deepEqual([lacking.told.files, lacking.told.findings[0].pointer], [[], "/body/0/rows_from"]);
});

test("organ files and data are handed in", () => {
  const organ = JSON.stringify({ issuer: { name: "Sở Y tế", abbreviation: "SYT" }, issue_place: "Cần Thơ", number: 0 });
  const own = report({ issuer: undefined, issuer_from: "co-quan.json" });
  const found = together({ "spec.json": own, "co-quan.json": organ }).told.findings;
  assert.ok(found.some((finding) => finding.file === "co-quan.json"), JSON.stringify(found));
  together({ "spec.json": own });
  together({ "spec.json": report({ issuer_from: "../co-quan.json" }) });
  together(
    { "spec.json": report({ issuer: undefined }), "co-quan.json": organ },
    { args: ["--organ", "co-quan.json"], options: { organ: "co-quan.json" } },
  );
  const filled = { "spec.json": report({ number: "{{số}}", subject: "Việc của {{ai}}" }), "data.json": '{"số": 12, "ai": "Sở"}' };
  together(filled, { args: ["--data", "data.json"], options: { data: "data.json" } });
});

test("pictures that are missing or no pictures are found alike", () => {
  const body = [{ type: "picture", file: "hinh.png", alternative_text: "Hình" }];
  const lacking = together({ "spec.json": report({ body }) }).told.findings;
  assert.equal(lacking[0].severity, "error");
  together({ "spec.json": report({ body }), "hinh.png": "không phải hình" }, { pictures: ["hinh.png"] });
  together({ "spec.json": report({ body: [{ ...body[0], file: "../hinh.png" }] }) });
});

test("wrong specifications are told alike", () => {
  for (const spec of ["", "[", "{}", "null", report({ doc_type: "poem" }), report({ issue_date: "2024-02-30" })]) {
    together({ "spec.json": spec });
  }
});
