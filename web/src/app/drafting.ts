import { type Draft, Drafts } from "./drafts";
import type { Opened, Store } from "./store";

/** How long after a change a draft is kept: not for every letter, and before a clerk has turned round. */
const WAIT = 800;
const TAB = "vanban-draft";

/** Keeps what is being written as a draft in this browser. */
export class Drafting {
  readonly drafts: Drafts | undefined;
  #timer = 0;
  #pending: (() => void) | undefined;

  constructor(drafts: Drafts | undefined) {
    this.drafts = drafts;
    document.addEventListener("visibilitychange", () => this.#now());
    addEventListener("pagehide", () => this.#now());
  }

  /** The draft that this tab showed before it was loaded again. */
  async ofThisTab(): Promise<Opened | undefined> {
    const id = storage()?.getItem(TAB);
    const draft = id ? await this.drafts?.get(id) : undefined;
    return draft && toOpened(draft);
  }

  keep(store: Store, title: string): void {
    clearTimeout(this.#timer);
    this.#pending = () => {
      const { id, name, beside } = store.opened;
      storage()?.setItem(TAB, id);
      void this.drafts?.put({ id, name, title, beside, text: store.text(), saved: Date.now() });
    };
    this.#timer = window.setTimeout(() => this.#now(), WAIT);
  }

  #now(): void {
    clearTimeout(this.#timer);
    this.#pending?.();
    this.#pending = undefined;
  }
}

export function toOpened({ id, name, text, beside }: Draft): Opened {
  return { id, name, text, beside };
}

function storage(): Storage | undefined {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}
