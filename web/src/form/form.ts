import { html, nothing, render, type TemplateResult } from "lit-html";
import { type Path, toPointer } from "../app/json";
import type { Context } from "./context";
import { membersOf } from "./object";
import { type Field, member } from "./schema";
import { AFTER_BODY, BEFORE_BODY, type Section } from "./sections";
import { findingsAt, messages } from "./messages";
import { prints } from "./template";

/** The fields of the document above and below its text. */
export function drawForm(context: Context, before: HTMLElement, after: HTMLElement): void {
  const { root } = context.schema;
  render(html`${general(context)}${BEFORE_BODY.map((one) => section(context, root, one))}`, before);
  render(html`${AFTER_BODY.map((one) => section(context, root, one))}`, after);
}

/** The fields of a part: an appendix, an attached text. */
export function drawPart(context: Context, path: Path, described: Field, before: HTMLElement, after: HTMLElement): void {
  const members = described.shape.kind === "object" ? described.shape.members.filter(({ name }) => name !== "body") : [];
  const list = path[0] ?? "";
  render(html`<section class="section" data-pointer=${toPointer(path)}>
    <h2>${list === "appendices" ? "Phụ lục" : "Văn bản kèm theo"}</h2>
    ${membersOf(context, path, inOrder(members, list), list === "attachments" ? ["doc_type", "subject"] : ["title", "orientation"])}
    ${messages(findingsAt(context, path, [...members, { name: "body" }].map(({ name }) => [...path, name])))}
  </section>`, before);
  render(nothing, after);
}

function inOrder(members: Field[], list: string): Field[] {
  const first = list === "attachments" ? ["doc_type", "subject"] : ["title", "orientation"];
  return [...first.flatMap((name) => members.filter((one) => one.name === name)), ...members.filter(({ name }) => !first.includes(name))];
}

/** What is wrong with the document as a whole. */
function general(context: Context): TemplateResult | typeof nothing {
  const members = context.schema.root.shape.kind === "object" ? context.schema.root.shape.members : [];
  const found = findingsAt(context, [], members.map(({ name }) => [name]));
  return found.length ? html`<section class="section" data-pointer=""><h2>Cả văn bản</h2>${messages(found)}</section>` : nothing;
}

function section(context: Context, root: Field, { id, title, common, rare }: Section): TemplateResult | typeof nothing {
  const isPrinted = (name: string) => prints(context.template, name) || context.store.value([name]) !== undefined;
  const names = [...common, ...rare].filter(isPrinted);
  const members = names.flatMap((name) => member(root, name) ?? []);
  if (!members.length) return nothing;
  return html`<section class="section" id=${`muc-${id}`}>
    <h2>${title}</h2>
    ${membersOf(context, [], members, common)}
  </section>`;
}
