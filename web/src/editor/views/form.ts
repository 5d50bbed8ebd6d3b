/** Forms for settings: fields in Vietnamese over the members of a JSON object. Used on the page and in dialogs. */
import { memberAt, type Members } from "../model/json";
import type { Field } from "../model/fields";

/** What a form needs of the page around it. */
export interface Surroundings {
  /** The blocks that can be referred to, and how they begin. */
  blocks(): [value: string, title: string][];
  /** The `id` of one of them; one that has none gets it now. */
  named(value: string): string;
  pictures?: Pictures;
}

/** The pictures of the document, which the application keeps. */
export interface Pictures {
  names?(): string[];
  /** An address to show a picture at. */
  url(name: string): string | null;
  /** Takes a file; its name in the document, or null where it is refused. */
  add(file: File): Promise<string | null>;
}

let count = 0;

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attrs: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attrs)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** The fields for `value`; `change` is told which member becomes what (undefined: it goes). */
export function form(
  fields: readonly Field[],
  value: Members,
  around: Surroundings,
  change: (name: string, to: unknown) => void,
): HTMLElement {
  const all = fields.map((field) => row(field, memberAt(value, field.name), around, (to) => change(field.name, to)));
  return element("div", { class: "be-form" }, ...all);
}

function row(field: Field, value: unknown, around: Surroundings, set: (to: unknown) => void): HTMLElement {
  const id = `be-field-${(count += 1)}`;
  const control =
    field.type === "check"
      ? check(field, value, set)
      : field.type === "choice" || field.type === "block"
        ? choice(field, value, around, set)
        : input(field, value, set);
  control.id = id;
  const look = `be-field${field.wide ? " be-wide" : ""}${field.type === "check" ? " be-check" : ""}`;
  const out = element("div", { class: look, "data-member": field.name });
  out.append(element("label", { for: id }, field.title), control);
  if (field.type === "picture") out.append(...picture(control as HTMLInputElement, around));
  return out;
}

function check(field: Field, value: unknown, set: (to: unknown) => void): HTMLInputElement {
  const box = element("input", { type: "checkbox" });
  box.checked = typeof value === "boolean" ? value : (field.on ?? false);
  box.addEventListener("change", () => set(box.checked === (field.on ?? false) ? undefined : box.checked));
  return box;
}

function choice(field: Field, value: unknown, around: Surroundings, set: (to: unknown) => void): HTMLSelectElement {
  const choices = field.type === "block" ? [["", "(chọn)"] as [string, string], ...around.blocks()] : (field.choices ?? []);
  const given = value == null ? "" : String(value);
  const select = element("select", {}, ...choices.map(([name, title]) => new Option(title, name)));
  // a value that is no choice stays one, or opening the form would change it
  if (!choices.some(([name]) => name === given)) select.append(new Option(given || "(chưa chọn)", given));
  select.value = given;
  select.addEventListener("change", () =>
    set(select.value === "" ? undefined : field.number ? Number(select.value) : select.value),
  );
  return select;
}

function input(field: Field, value: unknown, set: (to: unknown) => void): HTMLInputElement {
  const box = element("input", {
    type: field.type === "number" ? "number" : "text",
    lang: "vi",
    spellcheck: "false",
    autocomplete: "off",
  });
  if (field.hint) box.placeholder = `ví dụ: ${field.hint}`;
  if (field.min !== undefined) box.min = String(field.min);
  if (field.max !== undefined) box.max = String(field.max);
  box.value = value == null ? "" : String(value);
  let said = box.value;
  const say = () => {
    if (box.value !== said) set(read(field, (said = box.value).trim()));
  };
  box.addEventListener("change", say);
  // a key with Ctrl may save the document: what stands in the field belongs to it
  box.addEventListener("keydown", (event) => {
    if (!event.isComposing && (event.ctrlKey || event.metaKey || event.key === "Enter")) say();
  });
  return box;
}

function read(field: Field, text: string): unknown {
  if (text === "") return undefined;
  if (field.type === "number") return Number.isInteger(Number(text)) ? Number(text) : text;
  // a bare number is one of millimetres: what else would a clerk measure in
  return field.type === "length" && /^\d+([.,]\d+)?$/.test(text) ? `${text.replace(",", ".")}mm` : text;
}

/** Beside the name of a picture: a button that chooses a file, and the picture. */
function picture(box: HTMLInputElement, { pictures }: Surroundings): HTMLElement[] {
  if (!pictures) return [];
  const file = element("input", { type: "file", accept: "image/png,image/jpeg", hidden: "" });
  const button = element("button", { type: "button" }, "Chọn tệp…");
  button.addEventListener("click", () => file.click());
  file.addEventListener("change", async () => {
    const chosen = file.files?.[0];
    const name = chosen && (await pictures.add(chosen));
    if (!name) return;
    box.value = name;
    box.dispatchEvent(new Event("change"));
  });
  const list = element(
    "datalist",
    { id: `be-pictures-${(count += 1)}` },
    ...(pictures.names?.() ?? []).map((name) => element("option", { value: name })),
  );
  box.setAttribute("list", list.id);
  return [button, file, list];
}
