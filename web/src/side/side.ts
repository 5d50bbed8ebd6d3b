import { html, nothing, render, type TemplateResult } from "lit-html";
import { fromPointer, type Path, toPointer } from "../app/json";
import type { Finding } from "../engine/protocol";
import type { Heading } from "./outline";

export interface SideEvents {
  go(path: Path): void;
  section(id: string): void;
}

export interface SideState {
  sections: readonly { id: string; title: string }[];
  headings: readonly Heading[];
  findings: readonly Finding[];
}

const SEVERITIES: Record<Finding["severity"], string> = { error: "Lỗi", warning: "Nên xem", note: "Lưu ý" };

/** What the document is made of, and what is to be looked at again. */
export function drawSide(host: HTMLElement, { sections, headings, findings }: SideState, events: SideEvents): void {
  render(html`
    <nav aria-label="Đề mục">
      <h2>Đề mục</h2>
      <ul class="outline">
        ${sections.map(({ id, title }) => html`<li><button type="button" class="link" @click=${() => events.section(id)}>${title}</button>
          ${id === "noi-dung" ? outline(headings, events) : nothing}</li>`)}
      </ul>
    </nav>
    <section aria-label="Cần xem lại">
      <h2>Cần xem lại ${findings.length ? html`<span class="count">${findings.length}</span>` : nothing}</h2>
      ${findings.length ? html`<ul class="findings">${findings.map((finding) => item(finding, events))}</ul>` : html`<p class="calm">Không có gì phải sửa.</p>`}
    </section>`, host);
}

function outline(headings: readonly Heading[], events: SideEvents): TemplateResult | typeof nothing {
  if (!headings.length) return nothing;
  return html`<ul>${headings.map(({ path, depth, text }) => html`<li class=${`depth-${depth}`}>
    <button type="button" class="link" data-heading=${toPointer(path)} @click=${() => events.go(path)}>${text || "(chưa có chữ)"}</button></li>`)}</ul>`;
}

function item(finding: Finding, events: SideEvents): TemplateResult {
  return html`<li class=${finding.severity}>
    <button type="button" class="link" @click=${() => events.go(fromPointer(finding.pointer ?? ""))}>
      <span class="severity">${SEVERITIES[finding.severity]}</span> ${finding.message}</button>
    ${finding.hints.map((hint) => html`<p class="cure">${hint}</p>`)}
    ${finding.citation ? html`<p class="citation">${finding.citation}</p>` : nothing}
  </li>`;
}
