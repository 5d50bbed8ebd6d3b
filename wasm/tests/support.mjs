// The module and the native program that its answers are compared with.

import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Vanban } from "../host.mjs";

export const root = resolve(import.meta.dirname, "../..");
const target = process.env.CARGO_TARGET_DIR ?? join(root, "target");

/** The native program. */
export const program = resolve(process.env.VANBAN ?? join(target, "debug/vanban"));

/** The bytes of the module as it is released. */
export const bytes = readFileSync(
  process.env.VANBAN_MODULE ?? join(target, "wasm32-unknown-unknown/release/vanban_wasm.wasm"),
);
export const module = new WebAssembly.Module(bytes);

let kept;
/** The instance that most tests share. */
export const vanban = () => (kept ??= new Vanban(module));

/** What the native program tells of a specification, in the form of `--message-format json`, and the files it makes, by name. */
export function native(args, cwd = root) {
  const folder = mkdtempSync(join(tmpdir(), "vanban-"));
  try {
    const run = spawnSync(program, ["render", ...args, "-o", folder + "/", "--message-format", "json"], { cwd });
    const told = JSON.parse(run.stdout.toString());
    const files = Object.fromEntries(readdirSync(folder).sort().map((name) => [name, readFileSync(join(folder, name))]));
    return { told, files };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What the native program prints. */
export const printed = (...args) => execFileSync(program, args, { cwd: root });

/** The pictures of the samples, by the names that specifications have for them. */
export const pictures = Object.fromEntries(
  readdirSync(join(root, "samples/pictures")).map((name) => [
    `pictures/${name}`,
    new Uint8Array(readFileSync(join(root, "samples/pictures", name))),
  ]),
);

/** The files of an answer, by name. */
export const filesOf = ({ told, parts }) =>
  Object.fromEntries(told.files.map((file, i) => [file.name, Buffer.from(parts[i])]).sort(([a], [b]) => (a < b ? -1 : 1)));
