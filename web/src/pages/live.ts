import { Trap, type Answer, type Engine } from "../engine/client";
import type { PreviewHead } from "../engine/protocol";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export interface LiveEvents {
  /** The specification to draw. */
  text(): string;
  range(): [number, number];
  drawn(head: PreviewHead, svgs: string[], milliseconds: number): void;
  failed(reason: unknown): void;
}

/** Keeps the preview up to date: one call at a time, and after it one more when something has changed meanwhile. */
export class Live {
  #engine: Engine;
  #events: LiveEvents;
  #isBusy = false;
  #isStale = false;
  #isSet = false;

  constructor(engine: Engine, events: LiveEvents) {
    this.#engine = engine;
    this.#events = events;
  }

  /** Asks for the pages anew; changes within one turn of the page ask once. */
  request(): void {
    // what looks at the page from outside (tests, print) can see whether it is up to date
    document.body.dataset.busy = "";
    if (this.#isBusy) this.#isStale = true;
    else if (!this.#isSet) {
      this.#isSet = true;
      setTimeout(() => void this.#run());
    }
  }

  /** All pages, for printing. */
  async all(): Promise<void> {
    this.#take(await this.#call({}));
  }

  async #run(): Promise<void> {
    [this.#isSet, this.#isBusy, this.#isStale] = [false, true, false];
    try {
      this.#take(await this.#call({ pages: this.#events.range() }));
    } catch (reason) {
      if (!(reason instanceof Trap)) throw reason;
      this.#events.failed(reason);
    } finally {
      this.#isBusy = false;
      if (this.#isStale) this.request();
      else delete document.body.dataset.busy;
    }
  }

  #call(options: Record<string, unknown>): Promise<Answer<PreviewHead>> {
    return this.#engine.call<PreviewHead>("preview", encoder.encode(this.#events.text()), options);
  }

  #take({ head, parts, milliseconds }: Answer<PreviewHead>): void {
    this.#events.drawn(head, parts.map((part) => decoder.decode(part)), milliseconds);
  }
}
