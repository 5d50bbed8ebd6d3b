import type { Page, PreviewHead } from "../engine/protocol";
import { isWithin } from "../app/json";

export interface PaneEvents {
  /** A text that comes from this place of the specification was clicked. */
  pick(pointer: string): void;
  /** Pages came into sight that are not drawn. */
  need(): void;
}

/** So many pages above and below those in sight are drawn too. */
const MARGIN = 1;

/** The printed pages one below the other. Those out of sight are blank paper: a drawn page has hundreds of elements. */
export class PagesPane {
  #host: HTMLElement;
  #sheets: HTMLElement[] = [];
  #drawn: (string | undefined)[] = [];
  #inSight = new Set<number>();
  #sources: string[] = [];
  #firstPage: number[] = [];
  #observer: IntersectionObserver;
  #events: PaneEvents;

  constructor(host: HTMLElement, events: PaneEvents) {
    this.#host = host;
    this.#events = events;
    this.#observer = new IntersectionObserver((entries) => this.#moved(entries), { root: host, rootMargin: "200px" });
    host.addEventListener("click", (event) => this.#clicked(event));
  }

  /** First and last page to draw, from 1. */
  get range(): [number, number] {
    const numbers = [...this.#inSight];
    if (!numbers.length) return [1, 3];
    return [Math.max(1, Math.min(...numbers) - MARGIN), Math.max(...numbers) + MARGIN];
  }

  /** Takes over what the engine made. */
  update(head: PreviewHead, svgs: readonly string[]): void {
    // what cannot be laid out for a fault that is just being typed leaves the last pages where they are
    const isStale = !head.pages.length && this.#sheets.length > 0 && head.findings.some(({ severity }) => severity === "error");
    this.#host.classList.toggle("stale", isStale);
    if (isStale) return;
    this.#sources = head.sources;
    this.#firstPage = head.first_page;
    this.#fit(head.pages);
    const drawn = new Map(head.svg.map((number, index) => [number, svgs[index] ?? ""]));
    this.#sheets.forEach((sheet, index) => this.#draw(sheet, index, drawn.get(index + 1)));
  }

  /** Another document: nothing of the last one is shown. */
  clear(): void {
    this.#fit([]);
  }

  /** Shows where a place of the specification is printed. */
  show(pointer: string): void {
    for (const text of this.#host.querySelectorAll(".here")) text.classList.remove("here");
    const sources = this.#sourcesOf(pointer);
    if (!sources.length) return;
    const texts = sources.flatMap((source) => [...this.#host.querySelectorAll(`[data-at="${source}"]`)]);
    for (const text of texts) text.classList.add("here");
    const target = texts[0] ?? this.#sheets[(this.#firstPage[sources[0]!] ?? 1) - 1];
    if (target && !this.#isInSight(target)) target.scrollIntoView({ block: "center" });
  }

  #sourcesOf(pointer: string): number[] {
    const indices = [...this.#sources.keys()];
    const inside = indices.filter((index) => isWithin(this.#sources[index]!, pointer));
    return inside.length ? inside : indices.filter((index) => this.#sources[index] !== "" && isWithin(pointer, this.#sources[index]!)).slice(-1);
  }

  #isInSight(target: Element): boolean {
    const [pane, box] = [this.#host.getBoundingClientRect(), target.getBoundingClientRect()];
    return box.bottom > pane.top && box.top < pane.bottom;
  }

  #fit(pages: readonly Page[]): void {
    while (this.#sheets.length < pages.length) this.#sheets.push(this.#add(this.#sheets.length + 1));
    for (const sheet of this.#sheets.splice(pages.length)) this.#drop(sheet);
    this.#drawn.length = pages.length;
    pages.forEach((page, index) => {
      const sheet = this.#sheets[index]!;
      const ratio = `${page.width_pt} / ${page.height_pt}`;
      if (sheet.style.aspectRatio !== ratio) sheet.style.aspectRatio = ratio;
      sheet.classList.toggle("wide", page.width_pt > page.height_pt);
    });
  }

  #add(number: number): HTMLElement {
    const sheet = document.createElement("div");
    sheet.className = "page";
    sheet.dataset.number = String(number);
    sheet.role = "img";
    sheet.ariaLabel = `Trang ${number}`;
    this.#host.append(sheet);
    this.#observer.observe(sheet);
    return sheet;
  }

  #drop(sheet: HTMLElement): void {
    this.#observer.unobserve(sheet);
    this.#inSight.delete(Number(sheet.dataset.number));
    sheet.remove();
  }

  #draw(sheet: HTMLElement, index: number, svg: string | undefined): void {
    if (svg === this.#drawn[index]) return;
    if (svg === undefined) sheet.replaceChildren();
    else sheet.innerHTML = svg;
    this.#drawn[index] = svg;
  }

  #moved(entries: IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const number = Number((target as HTMLElement).dataset.number);
      if (isIntersecting) this.#inSight.add(number);
      else this.#inSight.delete(number);
    }
    if ([...this.#inSight].some((number) => this.#drawn[number - 1] === undefined)) this.#events.need();
  }

  #clicked(event: MouseEvent): void {
    if (!document.getSelection()?.isCollapsed) return;
    const at = (event.target as Element).closest("[data-at]")?.getAttribute("data-at");
    const pointer = at === null || at === undefined ? undefined : this.#sources[Number(at)];
    if (pointer !== undefined) this.#events.pick(pointer);
  }
}
