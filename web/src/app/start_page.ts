import type { Catalogue } from "./catalogue";
import { type Drafting, toOpened } from "./drafting";
import type { Draft } from "./drafts";
import { drawStart, type Sample } from "./start";
import type { Opened } from "./store";

export interface StartPageEvents {
  open(opened: Opened): void;
  files(files: File[]): void;
  begin(type: string): void;
  sample(sample: Sample): void;
}

/** The first page over the others. */
export class StartPage {
  #host: HTMLElement;
  #catalogue: Catalogue;
  #drafting: Drafting;
  #events: StartPageEvents;
  #drafts: Draft[] = [];
  #words = "";
  #hasDocument = false;

  constructor(host: HTMLElement, catalogue: Catalogue, drafting: Drafting, events: StartPageEvents) {
    this.#host = host;
    this.#catalogue = catalogue;
    this.#drafting = drafting;
    this.#events = events;
  }

  async show(): Promise<void> {
    this.#drafts = (await this.#drafting.drafts?.list()) ?? [];
    this.#words = "";
    this.#cover(true);
    this.#draw();
    document.getElementById("start-title")?.focus();
  }

  hide(): void {
    this.#hasDocument = true;
    this.#cover(false);
  }

  /** What is underneath can be reached neither by mouse nor by keyboard meanwhile. */
  #cover(isShown: boolean): void {
    this.#host.hidden = !isShown;
    for (const covered of document.querySelectorAll<HTMLElement>("body > header, body > nav, body > main")) covered.inert = isShown;
  }

  #draw(): void {
    const { types, samples } = this.#catalogue;
    drawStart(this.#host, { types, samples, drafts: this.#drafts, isOpen: this.#hasDocument, words: this.#words }, {
      begin: (type) => this.#events.begin(type),
      open: (files) => this.#events.files(files),
      sample: (sample) => this.#events.sample(sample),
      resume: (draft) => this.#events.open(toOpened(draft)),
      forget: (draft) => void this.#forget(draft),
      search: (words) => { this.#words = words; this.#draw(); },
      close: () => this.hide(),
    });
  }

  async #forget(draft: Draft): Promise<void> {
    await this.#drafting.drafts?.remove(draft.id);
    this.#drafts = this.#drafts.filter(({ id }) => id !== draft.id);
    this.#draw();
  }
}
