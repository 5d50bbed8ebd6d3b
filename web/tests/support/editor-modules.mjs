// What the tests of the editor share: its modules for Node, the bodies of the samples, and a page with an editor in a browser.
import { build } from "esbuild";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const web = fileURLToPath(new URL("../..", import.meta.url));
const samples = path.join(web, "../samples");

const LIBRARIES = [
  `export { EditorState, TextSelection } from "prosemirror-state";`,
  `export { history, undo } from "prosemirror-history";`,
  `export { tableEditing } from "prosemirror-tables";`,
  `export { baseKeymap } from "prosemirror-commands";`,
];

/** The parts of the editor that need no browser, bundled so that Node can import them. */
export async function editorModules() {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), "vanban-editor-"));
  const outfile = path.join(dir, "editor.mjs");
  try {
    const contents = [
      "model/schema",
      "model/kinds",
      "mapping/blocks",
      "mapping/rich",
      "mapping/places",
      "mapping/numbers",
      "commands/enter",
      "commands/kind",
      "commands/level",
      "commands/looks",
      "commands/table",
      "commands/within",
      "paste/fit",
    ]
      .map((name) => `export * from "./src/editor/${name}";`)
      .concat(LIBRARIES)
      .join("\n");
    await build({ stdin: { contents, resolveDir: web, loader: "ts" }, bundle: true, format: "esm", platform: "node", outfile });
    return await import(pathToFileURL(outfile).href);
  } finally {
    fs.rmSync(dir, { recursive: true });
  }
}

/** Every body of every sample: main text, attached texts, appendices. */
export function bodiesOfSamples() {
  return fs
    .readdirSync(samples)
    .filter((name) => name.endsWith(".json"))
    .flatMap((name) => {
      const spec = JSON.parse(fs.readFileSync(path.join(samples, name), "utf8"));
      const parts = ["attachments", "appendices"].flatMap((key) =>
        (spec[key] ?? []).map((part, i) => ({ at: `${name}#/${key}/${i}`, body: part.body })),
      );
      return [{ at: name, body: spec.body }, ...parts];
    });
}
