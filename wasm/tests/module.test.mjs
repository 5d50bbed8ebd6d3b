// What the module is: nothing imported, three functions, small enough for a web page.

import assert from "node:assert/strict";
import test from "node:test";
import { brotliCompressSync, constants } from "node:zlib";
import { Vanban } from "../host.mjs";
import { bytes, module, vanban } from "./support.mjs";

const MAX_PACKED = 1_200_000;

test("the module imports nothing", () => {
  assert.deepEqual(WebAssembly.Module.imports(module), []);
  const functions = WebAssembly.Module.exports(module).filter((item) => item.kind === "function");
  assert.deepEqual(functions.map((item) => item.name).sort(), ["alloc", "call", "free"]);
});

test("packed it has at most 1.2 MB, fonts inside", () => {
  const params = { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const packed = brotliCompressSync(bytes, { params }).length;
  console.log(`${bytes.length} bytes, packed ${packed}`);
  assert.ok(packed <= MAX_PACKED, `${packed} bytes`);
});

test("memory is given back", () => {
  const instance = new Vanban(module);
  const spec = instance.ask("starter", undefined, { options: { type: "report" } }).parts[0];
  const render = () => assert.equal(instance.ask("render", spec).told.files.length, 2);
  for (let i = 0; i < 10; i++) render();
  const before = instance.size;
  for (let i = 0; i < 100; i++) render();
  assert.ok(instance.size - before <= 1 << 20, `${instance.size - before} bytes more`);
});

test("whatever is sent is answered", () => {
  const answer = (sent) => JSON.parse(Buffer.from(vanban().send(sent)[0]).toString());
  for (const sent of [[], [1], [0, 0, 0, 0], [255, 255, 255, 255], [1, 0, 0, 0, 255, 255, 255, 255], [1, 0, 0, 0, 2, 0, 0, 0, 123, 125]]) {
    const told = answer(Uint8Array.from(sent));
    assert.ok(told.failure.message.length > 0, `${sent}`);
    assert.deepEqual(told.findings, []);
  }
});
