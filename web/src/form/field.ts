import { html, nothing, type TemplateResult } from "lit-html";
import { type Path, isObject, toPointer } from "../app/json";
import { type Context, idOf } from "./context";
import { choiceControl, flagControl, helpId, mayBreak, type Named, numberControl, richControl, textControl } from "./controls";
import { dateControl } from "./date";
import { listField } from "./list";
import { findingsAt, messages } from "./messages";
import { objectField } from "./object";
import { pictureControl } from "./picture";
import type { Field, Shape } from "./schema";

/** A member of the specification: its name, its control, what is wrong with it. */
export function field(context: Context, path: Path, described: Field): TemplateResult {
  const { shape } = described;
  switch (shape.kind) {
    case "list": return listField(context, path, described, shape.item);
    case "object": return objectField(context, path, described, shape.members);
    case "either": return eitherField(context, path, described, shape);
    case "picture": return pictureField(context, path, described);
    case "field": return placeField(context, path, described);
    default: return simple(context, path, described);
  }
}

function simple(context: Context, path: Path, described: Field): TemplateResult {
  const pointer = toPointer(path);
  const found = findingsAt(context, path);
  return html`<div class=${`field ${widthOf(described)}`} data-pointer=${pointer}>
    <label for=${idOf(pointer)}>${titleOf(described)}</label>
    ${control(context, path, described)}
    ${help(path, described)}${messages(found)}
  </div>`;
}

/** The control alone, for a list that names its items by their place. */
export function control(context: Context, path: Path, described: Field, named?: Named): TemplateResult {
  const { shape } = described;
  switch (shape.kind) {
    case "rich": return richControl(context, path, described, named);
    case "integer": case "number": return numberControl(context, path, described);
    case "flag": return flagControl(context, path);
    case "date": return dateControl(context, path, described.title);
    case "choice": return choiceControl(context, path, described, shape.choices);
    default: return textControl(context, path, described, named);
  }
}

/** Short values stand beside one another. */
function widthOf({ shape, description }: Field): string {
  if (["integer", "number", "flag", "date"].includes(shape.kind)) return "narrow";
  return shape.kind === "choice" || (shape.kind === "text" && !mayBreak(description)) ? "half" : "";
}

export function titleOf({ title, box, isRequired }: Field): TemplateResult {
  return html`${title}${isRequired ? html`<span class="required" title="Phải có"> *</span>` : nothing}${box ? html` <span class="box">${box}</span>` : nothing}`;
}

/** What the foot of the form shows, and a screen reader says, while the caret stands in the field. */
export function help(path: Path, { description }: Field): TemplateResult {
  // the schema speaks to those who write JSON
  const text = description.replaceAll("\\n xuống dòng theo ý người soạn", "Enter để xuống dòng").replaceAll("\\n", "Enter").replaceAll(/\bnull\b/g, "để trống");
  return html`<span class="help" id=${helpId(path)}>${text}</span>`;
}

function pictureField(context: Context, path: Path, described: Field): TemplateResult {
  const rest = context.schema.definition("PictureSpec");
  const has = isObject(context.store.value(path));
  return html`<div class="field half" data-pointer=${toPointer(path)}>
    <span class="label">${titleOf(described)}</span>
    ${pictureControl(context, path, described.title)}
    ${has ? objectField(context, path, { ...rest, title: "" }, membersBeside(rest)) : nothing}
    ${has ? nothing : messages(findingsAt(context, path))}
  </div>`;
}

function membersBeside({ shape }: Field): Field[] {
  return shape.kind === "object" ? shape.members.filter(({ name }) => name !== "file") : [];
}

/** A place for a digital signature: there by itself, moved, or not at all. */
function placeField(context: Context, path: Path, described: Field): TemplateResult {
  const place = context.schema.definition("FieldPlace");
  if (!isObject(context.store.value(path))) {
    return html`<div class="field narrow" data-pointer=${toPointer(path)}>
      <label for=${idOf(toPointer(path))}>${titleOf(described)}</label>${flagControl(context, path)}
      <button type="button" class="quiet" @click=${() => context.store.set(path, {})}>Đặt chỗ khác</button>
      ${help(path, described)}${messages(findingsAt(context, path))}
    </div>`;
  }
  return objectField(context, path, described, place.shape.kind === "object" ? place.shape.members : []);
}

/** A sentence as text, or the facts of which the program makes it. */
function eitherField(context: Context, path: Path, described: Field, shape: Shape & { kind: "either" }): TemplateResult {
  const value = context.store.value(path) ?? undefined;
  if (isObject(value)) return objectField(context, path, described, shape.object.shape.kind === "object" ? shape.object.shape.members : []);
  const asText = { ...shape.text, title: described.title, box: described.box, description: described.description, shape: shape.text.shape };
  return html`${simple(context, path, asText)}${value === undefined
    ? html`<button type="button" class="quiet add" @click=${() => context.store.set(path, {})}>Ghi các dữ kiện để chương trình ghép câu</button>`
    : nothing}`;
}
