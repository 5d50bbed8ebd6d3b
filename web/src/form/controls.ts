import { html, nothing, type TemplateResult } from "lit-html";
import { type Json, type Path, toPointer } from "../app/json";
import { type Context, idOf } from "./context";
import { plainText, withWords } from "./rich";
import type { Choice, Field } from "./schema";
import { shown } from "./shown";

type Typed = Event & { target: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement };
type Parse = (typed: string) => Json | undefined;

const asText: Parse = (typed) => (typed === "" ? undefined : typed);
/** Figures become a number; what is none stays as it was typed, and is judged. */
const asNumber: Parse = (typed) => {
  const trimmed = typed.trim();
  return /^\d{1,10}$/.test(trimmed) ? Number(trimmed) : asText(trimmed);
};

/** Whether a text may be broken by hand, which the schema says with `\n`. */
export function mayBreak(description: string): boolean {
  return description.includes("\\n");
}

/** A control without a label of its own: what is read aloud for it, and the id of its help. */
export interface Named {
  label: string;
  help: string;
}

export function textControl(context: Context, path: Path, field: Field, named?: Named): TemplateResult {
  const value = context.store.value(path);
  const text = typeof value === "string" ? value : value === undefined || value === null ? "" : JSON.stringify(value);
  return written(context, path, field, value ?? undefined, text, asText, mayBreak(field.description) || named !== undefined, named);
}

export function numberControl(context: Context, path: Path, field: Field): TemplateResult {
  const value = context.store.value(path) ?? undefined;
  const text = value === undefined ? "" : String(value);
  return html`<input class="short" id=${idOf(toPointer(path))} inputmode="numeric" autocomplete="off" aria-describedby=${helpId(path)}
    placeholder=${placeholder(field)} .value=${shown(value, text, asNumber)} @input=${set(context, path, asNumber)}>`;
}

/** A text with looks: its words can be changed, looks and links of the others stay. */
export function richControl(context: Context, path: Path, field: Field, named?: Named): TemplateResult {
  const value = context.store.value(path) ?? undefined;
  const parse: Parse = (typed) => withWords(context.store.value(path) ?? undefined, typed);
  return written(context, path, field, value, plainText(value), parse, true, named);
}

function written(
  context: Context, path: Path, field: Field, value: Json | undefined, text: string, parse: Parse, isLong: boolean, named?: Named,
): TemplateResult {
  const id = idOf(toPointer(path));
  const label = named?.label ?? nothing;
  const help = named?.help ?? helpId(path);
  if (isLong) {
    return html`<textarea id=${id} rows=${text.split("\n").length} lang="vi" spellcheck="false" aria-describedby=${help} aria-label=${label}
      placeholder=${placeholder(field)} .value=${shown(value, text, parse)} @input=${set(context, path, parse)}></textarea>`;
  }
  return html`<input id=${id} lang="vi" spellcheck="false" autocomplete="off" aria-describedby=${help} aria-label=${label}
    placeholder=${placeholder(field)} .value=${shown(value, text, parse)} @input=${set(context, path, parse)}>`;
}

export function choiceControl(context: Context, path: Path, field: Field, choices: readonly Choice[]): TemplateResult {
  const value = context.store.value(path) ?? undefined;
  const text = value === undefined ? "" : String(value);
  // a synonym or a misspelt word is kept as it was written until another is chosen
  const isKnown = value === undefined || choices.some((choice) => choice.value === value);
  return html`<select id=${idOf(toPointer(path))} aria-describedby=${helpId(path)} @change=${set(context, path, asText)}>
    ${field.isRequired && value !== undefined ? nothing : html`<option value="" .selected=${text === ""}>${field.isRequired ? "Chọn…" : "Bỏ trống"}</option>`}
    ${isKnown ? nothing : html`<option value=${text} .selected=${true}>${text}</option>`}
    ${choices.map((choice) => html`<option value=${choice.value} .selected=${choice.value === value}>${choice.title}</option>`)}
  </select>`;
}

const FLAGS: Record<string, Json | undefined> = { "": undefined, yes: true, no: false };

export function flagControl(context: Context, path: Path): TemplateResult {
  const value = context.store.value(path) ?? undefined;
  const parse: Parse = (typed) => FLAGS[typed];
  return html`<select class="short" id=${idOf(toPointer(path))} aria-describedby=${helpId(path)} @change=${set(context, path, parse)}>
    <option value="" .selected=${value === undefined}>Bỏ trống</option>
    <option value="yes" .selected=${value === true}>Có</option>
    <option value="no" .selected=${value === false}>Không</option>
  </select>`;
}

export function helpId(path: Path): string {
  return idOf(toPointer(path)) + "-h";
}

export function placeholder(field: Field): string {
  return field.example && field.example !== "…" ? `Ví dụ: ${field.example.replaceAll("\n", " ")}` : "";
}

function set(context: Context, path: Path, parse: Parse): (event: Typed) => void {
  // an item of a list that was emptied is still there: only its button takes the row away
  const empty = Array.isArray(context.store.value(path.slice(0, -1))) ? "" : undefined;
  return (event) => context.store.set(path, parse(event.target.value) ?? empty);
}
