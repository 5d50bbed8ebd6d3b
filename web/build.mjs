// Builds web/dist, the form as `vanban serve` hands it out, and target/vanban.html, the same in one file that runs from a
// USB stick. The same sources give the same bytes: dist is committed, and a test builds it again and compares.
// usage: node build.mjs [--out FOLDER]
import { build } from "esbuild";
import { minify } from "terser";
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";
import { fileURLToPath } from "node:url";
import { samples } from "./build/samples.mjs";
import { single } from "./build/single.mjs";
import { licences } from "./build/licences.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const target = process.env.CARGO_TARGET_DIR ?? path.join(here, "../target");
const flag = process.argv.indexOf("--out");
const out = flag > 0 ? path.resolve(process.argv[flag + 1]) : path.join(here, "dist");

const options = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  charset: "utf8",
  format: "iife",
  target: "es2022",
  legalComments: "none",
  write: false,
};
const bundle = async (entry) => (await build({ ...options, entryPoints: [entry] })).outputFiles[0].text;
// a second look at what esbuild has made small saves three parts in a hundred, packed
const script = async (entry) => (await minify(await bundle(entry), { compress: { passes: 2 }, mangle: true, toplevel: true, ecma: 2020 })).code;

const files = {
  "index.html": fs.readFileSync(path.join(here, "src/index.html"), "utf8"),
  "style.css": await bundle("src/style.css"),
  "main.js": await script("src/main.ts"),
  "worker.js": await script("src/engine/worker.ts"),
  "samples.json": samples(path.join(here, "../samples")),
  "licences.txt": licences(path.join(here, "node_modules")),
};

fs.mkdirSync(out, { recursive: true });
for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(out, name), text);

// The module is 3 MB and made by cargo: it is packed where it has been built, and never committed.
const module = path.join(target, "wasm32-unknown-unknown/release/vanban_wasm.wasm");
if (fs.existsSync(module)) {
  const bytes = fs.readFileSync(module);
  // packed as browsers unpack it by themselves: the service hands NAME.gz out as NAME
  fs.writeFileSync(path.join(out, "vanban.wasm.gz"), zlib.gzipSync(bytes, { level: 9 }));
  fs.mkdirSync(target, { recursive: true });
  fs.writeFileSync(path.join(target, "vanban.html"), single(files, bytes));
} else {
  fs.rmSync(path.join(out, "vanban.wasm.gz"), { force: true });
  console.log(`no module at ${path.relative(here, module)}: dist has none, vanban.html is not made`);
}
