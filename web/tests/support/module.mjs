import fs from "node:fs";
import path from "node:path";
import { build } from "esbuild";

export const web = path.resolve(import.meta.dirname, "../..");
export const root = path.resolve(web, "..");
export const target = process.env.CARGO_TARGET_DIR ?? path.join(root, "target");
export const samples = path.join(root, "samples");

export function sampleNames() {
  return fs.readdirSync(samples).filter((name) => name.endsWith(".json")).map((name) => name.slice(0, -5));
}

/** Exports of a source file of the page, for tests without a browser. */
export async function source(file) {
  const bundle = await build({ absWorkingDir: web, entryPoints: [file], bundle: true, format: "esm", write: false });
  return import(`data:text/javascript,${encodeURIComponent(bundle.outputFiles[0].text)}`);
}
