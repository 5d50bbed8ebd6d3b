import { html, nothing, render, type TemplateResult } from "lit-html";

export interface Tools {
  begin(): void;
  open(files: File[]): void;
  word(): void;
  pdf(): void;
  pdfWithSource(): void;
  json(): void;
  print(): void;
  undo(): void;
  redo(): void;
  find(): void;
}

/** The buttons of the bar at the top. */
export function drawTools(host: HTMLElement, tools: Tools): void {
  render(html`
    ${button("Văn bản mới", tools.begin)}
    ${openButton("Mở tệp…", tools.open)}
    <span class="gap"></span>
    ${button("Lưu Word", tools.word, "main", "Ctrl+S")}
    ${button("Lưu PDF", tools.pdf, "main")}
    <details class="menu"><summary>Lưu cách khác</summary><div>
      ${button("PDF mang theo bản soạn (PDF/A-3a), mở lại được", tools.pdfWithSource, "item")}
      ${button("Bản soạn (JSON), không kèm hình", tools.json, "item")}
    </div></details>
    ${button("In", tools.print, "", "Ctrl+P")}
    <span class="gap"></span>
    ${button("Hoàn tác", tools.undo, "", "Ctrl+Z")}
    ${button("Làm lại", tools.redo, "", "Ctrl+Y")}
    ${button("Tìm", tools.find, "", "Ctrl+F")}`, host);
}

function button(title: string, act: () => void, kind = "", keys = ""): TemplateResult {
  return html`<button type="button" class=${kind} title=${keys ? `${title} (${keys})` : nothing} @click=${(event: Event) => {
    (event.currentTarget as HTMLElement).closest("details")?.removeAttribute("open");
    act();
  }}>${title}</button>`;
}

/** A button that asks for files: a document, and pictures beside it. */
export function openButton(title: string, open: (files: File[]) => void): TemplateResult {
  return html`<label class="button"><input type="file" multiple accept=".json,.docx,.pdf,.png,.jpg,.jpeg,.xlsx,.csv" @change=${(event: Event) => {
    const input = event.target as HTMLInputElement;
    open([...(input.files ?? [])]);
    input.value = "";
  }}>${title}</label>`;
}
