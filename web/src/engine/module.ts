import { pack, unpack } from "./envelope";

interface Exports {
  memory: WebAssembly.Memory;
  alloc(length: number): number;
  free(pointer: number, length: number): void;
  call(pointer: number, length: number): number;
}

/** The module of vanban. It imports nothing; an instance that trapped is thrown away and a fresh one made. */
export class Module {
  #compiled: WebAssembly.Module;
  #exports: Exports;

  private constructor(compiled: WebAssembly.Module) {
    this.#compiled = compiled;
    this.#exports = instance(compiled);
  }

  static async compile(bytes: BufferSource): Promise<Module> {
    return new Module(await WebAssembly.compile(bytes));
  }

  /** Sends an envelope of parts, returns the parts of the answer. Throws what the module trapped with. */
  call(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer>[] {
    try {
      return exchange(this.#exports, pack(parts));
    } catch (trap) {
      this.#exports = instance(this.#compiled);
      throw trap;
    }
  }
}

function instance(compiled: WebAssembly.Module): Exports {
  return new WebAssembly.Instance(compiled, {}).exports as unknown as Exports;
}

function exchange(exports: Exports, request: Uint8Array): Uint8Array<ArrayBuffer>[] {
  const pointer = exports.alloc(request.length);
  new Uint8Array(exports.memory.buffer, pointer, request.length).set(request);
  const answer = exports.call(pointer, request.length);
  // the call may have grown the memory: its buffer is asked for anew
  const total = new DataView(exports.memory.buffer).getUint32(answer, true);
  const parts = unpack(new Uint8Array(exports.memory.buffer, answer + 4, total));
  exports.free(answer, 4 + total);
  return parts;
}
