import { assetBytes, assetUrl } from "./assets";
import type { Command, FromWorker, Head, ToWorker } from "./protocol";

export interface Answer<H extends Head> {
  head: H;
  parts: Uint8Array<ArrayBuffer>[];
  /** Time spent in the module. */
  milliseconds: number;
}

/** The module stopped in the middle of its work; the next call starts it afresh. */
export class Trap extends Error {}

interface Waiting {
  resolve(answer: Answer<Head>): void;
  reject(error: Error): void;
}

/** The engine in its worker. Calls are answered in the order in which they were made. */
export class Engine {
  #worker: Worker;
  #waiting = new Map<number, Waiting>();
  #next = 1;
  /** Settles when the module is there, or is not to be had. */
  readonly ready: Promise<void>;

  private constructor(worker: Worker) {
    this.#worker = worker;
    this.ready = new Promise((resolve, reject) => {
      worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => {
        if (data.kind === "ready") resolve();
        else if (data.kind === "failed") reject(new Error(data.reason));
        else this.#answered(data);
      });
    });
  }

  static async start(): Promise<Engine> {
    const [url, bytes] = await Promise.all([assetUrl("worker.js"), assetBytes("vanban.wasm")]);
    const engine = new Engine(new Worker(url));
    engine.#post({ kind: "module", bytes }, [bytes]);
    await engine.ready;
    return engine;
  }

  /** The files that specifications name from now on. */
  setFiles(files: Record<string, Uint8Array>): void {
    this.#post({ kind: "files", files });
  }

  call<H extends Head>(command: Command, input: Uint8Array = new Uint8Array(), options: Record<string, unknown> = {}): Promise<Answer<H>> {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as Waiting["resolve"], reject });
      this.#post({ kind: "call", id, command, options, input });
    });
  }

  #post(message: ToWorker, transfer: Transferable[] = []): void {
    this.#worker.postMessage(message, transfer);
  }

  #answered(data: FromWorker & { kind: "answer" | "trap" }): void {
    const waiting = this.#waiting.get(data.id);
    this.#waiting.delete(data.id);
    if (data.kind === "trap") waiting?.reject(new Trap(data.reason));
    else waiting?.resolve(data);
  }
}
