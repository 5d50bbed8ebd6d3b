import { html, render, type TemplateResult } from "lit-html";

export interface Tab {
  id: string;
  title: string;
  isShown: boolean;
  /** The id of what it shows. */
  panel: string;
}

/** A row of tabs: one in the order of Tab, arrows between them. */
export function tabs(label: string, all: readonly Tab[], show: (id: string) => void): TemplateResult {
  const go = (event: KeyboardEvent, index: number) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = by ? all[(index + by + all.length) % all.length] : undefined;
    if (!next) return;
    event.preventDefault();
    const row = (event.currentTarget as HTMLElement).parentElement;
    show(next.id);
    (row?.children[all.indexOf(next)] as HTMLElement | undefined)?.focus();
  };
  return html`<div role="tablist" aria-label=${label}>${all.map(({ id, title, isShown, panel }, index) => html`<button type="button" role="tab"
    aria-selected=${isShown} aria-controls=${panel} tabindex=${isShown ? 0 : -1} data-tab=${id}
    @click=${() => show(id)} @keydown=${(event: KeyboardEvent) => go(event, index)}>${title}</button>`)}</div>`;
}

const PANES = [
  { id: "side", title: "Đề mục, nhận xét" },
  { id: "compose", title: "Soạn thảo" },
  { id: "pages", title: "Trang in" },
];

/** On a narrow screen one of the three panes is shown. */
export function drawPanes(host: HTMLElement, count: number): void {
  const shown = document.body.dataset.pane ?? "compose";
  const all = PANES.map(({ id, title }) => ({ id, title: id === "side" && count ? `${title} (${count})` : title, isShown: id === shown, panel: id }));
  render(tabs("Khung", all, (id) => {
    showPane(id);
    drawPanes(host, count);
  }), host);
}

export function showPane(id: string): void {
  document.body.dataset.pane = id;
}

