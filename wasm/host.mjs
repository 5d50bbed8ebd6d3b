// A host of the module, for Node and browsers: what other hosts do likewise is told in src/lib.rs.

const text = new TextEncoder();
const words = new TextDecoder();

/** An instance of the module. After a trap it is of no use any more: make another of the same WebAssembly.Module. */
export class Vanban {
  #exports;

  /** @param {WebAssembly.Module} module */
  constructor(module) {
    this.#exports = new WebAssembly.Instance(module).exports;
  }

  /**
   * Asks for something.
   * @param {string} command
   * @param {Uint8Array | string} [input] the specification; for `extract` the file
   * @param {{ options?: object, pictures?: Record<string, Uint8Array>, data?: Record<string, Uint8Array> }} [beside]
   * @returns {{ told: any, parts: Uint8Array[] }} the answer, and the files beside it
   */
  ask(command, input, { options = {}, pictures = {}, data = {} } = {}) {
    const call = { command, options, pictures: Object.keys(pictures), data: Object.keys(data) };
    const parts = [text.encode(JSON.stringify(call))];
    if (input !== undefined) {
      parts.push(typeof input === "string" ? text.encode(input) : input);
      parts.push(...Object.values(pictures), ...Object.values(data));
    }
    const [told, ...files] = this.send(envelope(parts));
    return { told: JSON.parse(words.decode(told)), parts: files };
  }

  /** Sends an envelope and gives the parts of the answer. */
  send(bytes) {
    const { alloc, call, free, memory } = this.#exports;
    const room = alloc(bytes.length);
    // the memory may have grown: it is looked at anew behind every call
    new Uint8Array(memory.buffer).set(bytes, room);
    const answer = call(room, bytes.length) >>> 0;
    const total = new DataView(memory.buffer).getUint32(answer, true);
    const copy = new Uint8Array(memory.buffer).slice(answer + 4, answer + 4 + total);
    free(answer, 4 + total);
    return open(copy);
  }

  /** How many bytes of memory the instance has. */
  get size() {
    return this.#exports.memory.buffer.byteLength;
  }
}

function envelope(parts) {
  const head = 4 + 4 * parts.length;
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, head));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, parts.length, true);
  let at = head;
  parts.forEach((part, i) => {
    view.setUint32(4 + 4 * i, part.length, true);
    bytes.set(part, at);
    at += part.length;
  });
  return bytes;
}

function open(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(0, true);
  let at = 4 + 4 * count;
  return Array.from({ length: count }, (_, i) => {
    const length = view.getUint32(4 + 4 * i, true);
    at += length;
    return bytes.subarray(at - length, at);
  });
}
