import { Module } from "./module";
import type { FromWorker, Head, ToWorker } from "./protocol";

// The page's library of types is that of windows; these two are all that differs in a worker.
const post = self.postMessage.bind(self) as (message: FromWorker, transfer?: Transferable[]) => void;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Commands that take a specification, and the files that it names. */
const WITH_FILES = new Set(["check", "render", "preview"]);

const PICTURE = /\.(png|jpe?g)$/i;

let module: Promise<Module> | undefined;
let files: Record<string, Uint8Array> = {};

function compile(bytes: ArrayBuffer): void {
  module = Module.compile(bytes);
  module.then(() => post({ kind: "ready" }), (error) => post({ kind: "failed", reason: String(error) }));
}

async function call(message: ToWorker & { kind: "call" }): Promise<void> {
  const ready = await module;
  if (!ready) return;
  const start = performance.now();
  const { command, options, input } = message;
  const names = WITH_FILES.has(command) ? Object.keys(files) : [];
  const pictures = names.filter((name) => PICTURE.test(name));
  const data = names.filter((name) => !PICTURE.test(name));
  const request = encoder.encode(JSON.stringify({ command, options, pictures, data }));
  try {
    const [head, ...parts] = ready.call([request, input, ...[...pictures, ...data].map((name) => files[name]!)]);
    const answer = { kind: "answer", id: message.id, head: JSON.parse(decoder.decode(head)) as Head, parts } as const;
    post({ ...answer, milliseconds: performance.now() - start }, parts.map((part) => part.buffer));
  } catch (trap) {
    post({ kind: "trap", id: message.id, reason: String(trap) });
  }
}

self.addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === "module") compile(data.bytes);
  else if (data.kind === "files") files = data.files;
  else void call(data);
});
