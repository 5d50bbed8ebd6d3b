import { html, nothing, type TemplateResult } from "lit-html";
import { isWithin, toPointer, type Path } from "../app/json";
import type { Finding } from "../engine/protocol";
import type { Context } from "./context";

/** The findings at a place and inside it, but those inside `children`, which show their own. */
export function findingsAt(context: Context, path: Path, children: readonly Path[] = []): Finding[] {
  const own = toPointer(path);
  const others = children.map(toPointer);
  return context.findings.filter(({ pointer }) => {
    const at = pointer ?? "";
    return isWithin(at, own) && !others.some((other) => isWithin(at, other));
  });
}

/** Findings under the place where they arise: what is wrong and what to do. */
export function messages(findings: readonly Finding[]): TemplateResult | typeof nothing {
  if (!findings.length) return nothing;
  return html`<ul class="messages">${findings.map((finding) => html`<li class=${finding.severity}>
    ${finding.message}${finding.hints.map((hint) => html` <span class="cure">${hint}</span>`)}</li>`)}</ul>`;
}
