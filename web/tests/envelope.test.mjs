import assert from "node:assert/strict";
import test from "node:test";
import { build } from "esbuild";

const bundle = await build({ entryPoints: ["src/engine/envelope.ts"], bundle: true, format: "esm", write: false, absWorkingDir: new URL("..", import.meta.url).pathname });
const { pack, unpack } = await import(`data:text/javascript,${encodeURIComponent(bundle.outputFiles[0].text)}`);

test("an envelope gives back its parts, empty ones too", () => {
  const parts = [new Uint8Array([1, 2, 3]), new Uint8Array(), new Uint8Array([255])];
  assert.deepEqual([...pack(parts).slice(0, 8)], [3, 0, 0, 0, 3, 0, 0, 0]);
  assert.deepEqual(unpack(pack(parts)).map((part) => [...part]), [[1, 2, 3], [], [255]]);
});
