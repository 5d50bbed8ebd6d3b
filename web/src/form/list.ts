import { html, nothing, type TemplateResult } from "lit-html";
import { type Json, type Path, toPointer } from "../app/json";
import { type Context, idOf } from "./context";
import { helpId } from "./controls";
import { control, field, help, titleOf } from "./field";
import { findingsAt, messages } from "./messages";
import type { Field } from "./schema";
import { ITEM } from "./sections";

/** Items one below the other: texts in rows, objects in cards. */
export function listField(context: Context, path: Path, described: Field, item: Field): TemplateResult {
  const value = context.store.value(path);
  const count = Array.isArray(value) ? value.length : 0;
  const isCards = item.shape.kind === "object";
  const paths = Array.from({ length: count }, (_, index) => [...path, String(index)]);
  const name = ITEM[described.name] ?? "mục";
  return html`<fieldset class=${`field list ${isCards ? "cards" : "rows"}`} data-pointer=${toPointer(path)}>
    <legend>${titleOf(described)}</legend>
    ${help(path, described)}
    <ol>${paths.map((at, index) => html`<li>${isCards
      ? card(context, path, at, index, count, name, item)
      : row(context, path, at, index, count, described, item)}</li>`)}</ol>
    <button type="button" class="quiet add" @click=${() => add(context, path, count, isCards)}>+ Thêm ${name}</button>
    ${messages(findingsAt(context, path, paths))}
  </fieldset>`;
}

function row(context: Context, path: Path, at: Path, index: number, count: number, described: Field, item: Field): TemplateResult {
  const shown = { ...item, example: described.example, description: described.description, shape: item.shape };
  return html`<div class="row" data-pointer=${toPointer(at)} @keydown=${(event: KeyboardEvent) => onKey(context, path, index, count, event)} @paste=${(event: ClipboardEvent) => onPaste(context, path, index, event)}>
    <span class="bullet" aria-hidden="true">${index + 1}.</span>
    ${control(context, at, shown, { label: `${described.title}, dòng ${index + 1}`, help: helpId(path) })}
    ${buttons(context, path, index, count, `dòng ${index + 1}`)}
    ${messages(isBegun(context, at) ? findingsAt(context, at) : [])}
  </div>`;
}

/** A row that is still empty while the caret stands in it is no fault yet. */
function isBegun(context: Context, at: Path): boolean {
  return context.store.value(at) !== "" || document.activeElement?.id !== idOf(toPointer(at));
}

function card(context: Context, path: Path, at: Path, index: number, count: number, name: string, item: Field): TemplateResult {
  const title = `${name[0]!.toUpperCase()}${name.slice(1)}${count > 1 ? ` ${index + 1}` : ""}`;
  return html`<div class="card">
    <div class="card-head"><strong>${title}</strong>${buttons(context, path, index, count, title)}</div>
    ${field(context, at, { ...item, title: "", box: "", name: String(path.at(-1)), shape: item.shape })}
  </div>`;
}

function buttons(context: Context, path: Path, index: number, count: number, what: string): TemplateResult {
  const { store } = context;
  return html`<span class="buttons">
    ${count > 1 ? html`
      <button type="button" class="quiet" aria-label=${`Đưa ${what} lên`} title="Đưa lên" ?disabled=${index === 0} @click=${() => store.move(path, index, index - 1)}>↑</button>
      <button type="button" class="quiet" aria-label=${`Đưa ${what} xuống`} title="Đưa xuống" ?disabled=${index === count - 1} @click=${() => store.move(path, index, index + 1)}>↓</button>` : nothing}
    <button type="button" class="quiet" aria-label=${`Bỏ ${what}`} title="Bỏ" @click=${() => store.remove(path, index)}>✕</button>
  </span>`;
}

function add(context: Context, path: Path, index: number, isCard: boolean): void {
  context.store.insert(path, index, isCard ? {} : "");
  context.focus([...path, String(index)]);
}

/** Enter begins another row; Backspace in a row that is empty already takes it away (an input method may be rewriting its last letter else). */
function onKey(context: Context, path: Path, index: number, count: number, event: KeyboardEvent): void {
  const target = event.target as HTMLElement;
  if (event.isComposing || !(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
  if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    add(context, path, index + 1, false);
  } else if (event.key === "Backspace" && target.value === "" && count > 1 && !event.repeat) {
    event.preventDefault();
    context.store.remove(path, index);
    context.focus([...path, String(Math.max(index - 1, 0))]);
  }
}

/** Several lines pasted become several rows, without the dashes and semicolons that are printed by themselves. */
function onPaste(context: Context, path: Path, index: number, event: ClipboardEvent): void {
  const lines = (event.clipboardData?.getData("text/plain") ?? "").split(/\r?\n/).map(bare).filter(Boolean);
  if (lines.length < 2) return;
  event.preventDefault();
  const items = context.store.value(path);
  const before: Json[] = Array.isArray(items) ? items : [];
  const kept = before[index] === "" ? before.toSpliced(index, 1, ...lines) : before.toSpliced(index + 1, 0, ...lines);
  context.store.set(path, kept);
}

function bare(line: string): string {
  return line.trim().replace(/^[-–•+]\s*/, "").replace(/[;.]$/, "");
}
