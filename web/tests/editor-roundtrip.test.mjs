// A body that is opened and saved comes back equal as JSON: every body of every sample, and bodies that no sample has.
import assert from "node:assert/strict";
import fs from "node:fs";
import test from "node:test";
import { editorModules, bodiesOfSamples } from "./support/editor-modules.mjs";

const { pageOf, bodyOf, schema, KINDS, runs, inline } = await editorModules();
const cycle = (body) => bodyOf(pageOf(body));

test("every body of every sample comes back equal", () => {
  const bodies = bodiesOfSamples();
  assert.ok(bodies.length > 40, `${bodies.length} bodies`);
  for (const { at, body } of bodies) {
    assert.deepEqual(cycle(body), body, at);
    pageOf(body).check();
  }
});

test("texts written anew, not kept, say the same", () => {
  let count = 0;
  const each = (value) => {
    if (typeof value !== "object" || value === null) return;
    for (const [name, one] of Object.entries(value)) {
      if (["text", "heading", "caption", "unit", "value"].includes(name) && !(name === "text" && "type" in value === false)) {
        assert.deepEqual(runs(inline(one)), one);
        count += 1;
      }
      each(one);
    }
  };
  for (const { body } of bodiesOfSamples()) each(body);
  assert.ok(count > 800, `${count} texts`);
});

const ODD = [
  [],
  [{ type: "paragraph", text: "" }],
  [{ type: "paragraph", text: " a \r\nb\n" }],
  [{ type: "paragraph", text: ["a", "b", { text: "c" }, { text: "d", bold: false, unknown: 1, italic: null }] }],
  [
    {
      type: "paragraph",
      text: [
        {
          text: "a",
          note: ["b", { text: "c", italic: true }],
          page_of: "x",
          picture: "a.png",
          alternative_text: "A",
          width: "3mm",
        },
      ],
    },
  ],
  [
    {
      type: "paragraph",
      text: [
        { picture: "a.png", bold: true },
        { text: "", note: "n" },
      ],
    },
  ],
  [{ type: "paragraph", text: [] }],
  [{ type: "paragraph" }],
  [{ type: "paragraph", text: 5 }],
  [{ type: "paragraph", text: null, more: [1] }],
  [{ type: "tomorrow", words: ["x"] }, null, 3, "text", [1]],
  [{ type: "article" }, { type: "article", heading: null, text: null }],
  [
    { type: "article", heading: null, text: "b" },
    { type: "clause", heading: "a", text: "" },
    { type: "clause", heading: "", text: "b" },
  ],
  [{ type: "subclause", level: 3, label: "1.1.1", id: "a", text: "b", more: {} }],
  [
    { type: "list", items: [] },
    { type: "list", items: [""] },
    { type: "list", items: ["a"] },
    { type: "list", marker: null, items: ["b"] },
  ],
  [
    {
      type: "list",
      items: [
        "a",
        { text: "b", list: { marker: "+", items: ["c", { text: ["d"], list: { items: ["e"] } }, "f"] } },
        { text: "g" },
        { text: "h", list: { items: [] } },
      ],
    },
  ],
  [
    { type: "list", items: [{ text: "b", list: { items: [{ text: "c", more: 1, list: null }] } }, "d"] },
    { type: "list", items: ["x"] },
  ],
  [{ type: "list", items: [3] }, { type: "list" }],
  [{ type: "table" }, { type: "table", rows: [] }, { type: "table", rows: [[]] }, { type: "table", rows: 3 }],
  [{ type: "table", rows_from: "a.xlsx#S!A1:B2", merged_cells: "span", header: [["a", "b"]], columns: [{ width: "3cm" }, {}] }],
  [{ type: "table", rows: [["", 1.5, -2000, 1e21, ["a", { text: "b", bold: true }]]], notes: [], caption: "" }],
  [
    {
      type: "table",
      header: [{ cells: ["a"], bold: true }],
      rows: [{ cells: [{ paragraphs: ["x"] }], keep_with_next: true, more: 1 }],
    },
  ],
  [
    {
      type: "table",
      rows: [
        [
          {
            number: 2,
            paragraphs: ["a", "b"],
            pictures: [{ file: "a.png" }],
            list: { items: ["c"] },
            align: "left",
            bold: false,
            columns: 2,
            rows: 1,
          },
        ],
      ],
    },
  ],
  [{ type: "table", rows: [[{ columns: 0, paragraphs: [] }, {}]], unit: ["a", { text: "b", note: "c" }] }],
  [
    { type: "table", rows: [[null]] },
    { type: "table", rows: [[{ list: 3 }]] },
  ],
  [
    { type: "field", label: "a" },
    { type: "field", label: "a", value: null, lines: 3, beside: [{ label: "b", value: "c", more: 1 }], id: "x" },
    { type: "field" },
  ],
  [
    { type: "checkbox", items: [] },
    {
      type: "checkbox",
      label: null,
      items: [{ text: "a" }, { text: "b", checked: null }, { text: "c", checked: false, more: 1 }],
    },
  ],
  [
    { type: "party", name: "a" },
    { type: "party", name: "a", fields: [] },
    { type: "party", name: ["a"], full_name: null, fields: [{ label: "x", beside: [] }] },
  ],
  [
    { type: "quotation", paragraphs: [] },
    { type: "quotation", paragraphs: [""] },
    { type: "quotation", paragraphs: ["a", ["b"]] },
  ],
  [{ type: "picture", file: "a.png", numbered: false, caption: null }, { type: "picture" }, { type: "page_break", more: 1 }],
  [
    { type: "page_setup", orientation: "landscape", margins: { left: null } },
    { type: "contents" },
    { type: "contents", of: "tables", title: ["a"] },
  ],
  [
    { type: "line", align: "right", text: "a\nb" },
    { type: "note", text: "(a)" },
    { type: "point", label: "a)", text: "b" },
  ],
];

test("bodies that no sample has come back equal, sound or not", () => {
  for (const body of ODD) {
    const page = pageOf(body);
    page.check();
    assert.deepEqual(bodyOf(page), body.length > 0 ? body : []);
  }
});

test("every kind of block of the schema is one of the editor's, with every member", () => {
  const { $defs } = JSON.parse(fs.readFileSync(new URL("../../schemas/spec.schema.json", import.meta.url)));
  const want = Object.fromEntries(
    $defs.BodyBlock.oneOf.map((one) => [
      one.properties.type.const,
      Object.keys(one.properties)
        .filter((name) => name !== "type")
        .sort(),
    ]),
  );
  const have = Object.fromEntries(
    Object.entries(KINDS).map(([name, kind]) => [
      name,
      [...kind.texts, ...new Set(kind.fields.map((field) => field.name.split(".")[0]))].sort(),
    ]),
  );
  assert.deepEqual(have, want);
  for (const name of Object.keys(want)) assert.ok(schema.nodes[name === "list" ? "item" : name], `node of ${name}`);
});

test("every member of a run of the schema is one that the editor keeps", () => {
  const { $defs } = JSON.parse(fs.readFileSync(new URL("../../schemas/spec.schema.json", import.meta.url)));
  const run = {
    text: "a",
    bold: true,
    italic: true,
    underline: true,
    script: "subscript",
    link: "https://a.vn",
    ref: "b",
    lang: "en",
  };
  Object.assign(run, { picture: "a.png", alternative_text: "A", width: "1cm", height: "1cm", page_of: "c", note: "d" });
  assert.deepEqual(Object.keys(run).sort(), Object.keys($defs.FormattedRun.properties).sort());
  // written anew a picture is a run of its own, which looks the same
  const { text, bold, italic, underline, script, link, ref, lang, ...picture } = run;
  const looks = { bold, italic, underline, script, link, ref, lang };
  assert.deepEqual(runs(inline([run])), [
    { text, ...looks },
    { ...looks, ...picture },
  ]);
  const odd = [{ text: "a", bold: null, tomorrow: [1], note: 3 }, "b"];
  assert.deepEqual(runs(inline(odd)), odd);
});
