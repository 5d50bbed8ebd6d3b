import { html, nothing, render } from "lit-html";
import { find, type Match } from "./find";
import type { Json, Path } from "./json";

export interface FindEvents {
  spec(): Json;
  go(path: Path): void;
}

/** Finding words anywhere in the document, in the fields as in the text. */
export class FindPanel {
  #host: HTMLElement;
  #events: FindEvents;
  #words = "";
  #before: Element | null = null;

  constructor(host: HTMLElement, events: FindEvents) {
    this.#host = host;
    this.#events = events;
  }

  open(): void {
    if (this.#host.hidden) this.#before = document.activeElement;
    this.#host.hidden = false;
    this.#draw();
    this.#host.querySelector("input")?.select();
    this.#host.querySelector("input")?.focus();
  }

  close(): void {
    this.#host.hidden = true;
    if (this.#before instanceof HTMLElement) this.#before.focus();
  }

  #draw(): void {
    const matches = find(this.#events.spec(), this.#words);
    render(html`<div class="find" role="search" @keydown=${(event: KeyboardEvent) => this.#onKey(event, matches)}>
      <label for="find-words">Tìm trong văn bản</label>
      <input id="find-words" type="search" lang="vi" spellcheck="false" autocomplete="off" .value=${this.#words}
        @input=${(event: Event) => { this.#words = (event.target as HTMLInputElement).value; this.#draw(); }}>
      <button type="button" class="quiet" @click=${() => this.close()}>Đóng</button>
      <p role="status">${this.#words.trim() === "" ? "Gõ không dấu cũng tìm được." : matches.length ? `Thấy ${matches.length} chỗ.` : "Không thấy."}</p>
      ${matches.length ? html`<ol>${matches.map((match) => html`<li><button type="button" class="link" @click=${() => this.#go(match)}>
        ${match.before}<mark>${match.match}</mark>${match.after}</button></li>`)}</ol>` : nothing}
    </div>`, this.#host);
  }

  #onKey(event: KeyboardEvent, matches: readonly Match[]): void {
    if (event.isComposing) return;
    if (event.key === "Escape") this.close();
    else if (event.key === "Enter" && event.target instanceof HTMLInputElement && matches[0]) this.#go(matches[0]);
  }

  #go(match: Match): void {
    this.#events.go(match.path);
  }
}
