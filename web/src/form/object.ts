import { html, nothing, type TemplateResult } from "lit-html";
import { type Path, isObject, toPointer } from "../app/json";
import type { Context } from "./context";
import { field, help, titleOf } from "./field";
import { findingsAt, messages } from "./messages";
import type { Field } from "./schema";
import { COMMON_MEMBERS, ORDER } from "./sections";

/** An object: its members in the order of the page, rare ones behind buttons. */
export function objectField(context: Context, path: Path, described: Field, members: readonly Field[]): TemplateResult {
  const name = nameOf(path);
  const common = COMMON_MEMBERS[name] ?? members.map((one) => one.name);
  const ordered = inOrder(members, ORDER[name] ?? []);
  const body = html`${membersOf(context, path, ordered, common)}
    ${messages(findingsAt(context, path, members.map((one) => [...path, one.name])))}`;
  if (described.title === "") return html`<div class="group" data-pointer=${toPointer(path)}>${body}</div>`;
  const isRemovable = !described.isRequired && isObject(context.store.value(path));
  return html`<fieldset class="field object" data-pointer=${toPointer(path)}>
    <legend>${titleOf(described)}</legend>${help(path, described)}
    ${isRemovable ? html`<button type="button" class="quiet remove" @click=${() => context.store.set(path, undefined)}>Bỏ mục này</button>` : nothing}
    ${body}
  </fieldset>`;
}

/** Members that are shown, then a button for each that is not. */
export function membersOf(context: Context, path: Path, members: readonly Field[], common: readonly string[]): TemplateResult {
  const isShown = ({ name }: Field) => {
    const at = [...path, name];
    return common.includes(name) || (context.store.value(at) ?? undefined) !== undefined || context.wanted.has(toPointer(at));
  };
  const hidden = members.filter((one) => !isShown(one));
  return html`<div class="members">${members.filter(isShown).map((one) => field(context, [...path, one.name], one))}</div>
    ${hidden.length ? html`<div class="more">${hidden.map((one) => html`<button type="button" class="quiet add" title=${one.description}
      @click=${() => want(context, [...path, one.name])}>+ ${one.title}</button>`)}</div>` : nothing}`;
}

function want(context: Context, path: Path): void {
  context.wanted.add(toPointer(path));
  context.redraw();
  context.focus(path);
}

function inOrder(members: readonly Field[], order: readonly string[]): Field[] {
  const place = ({ name }: Field) => (order.includes(name) ? order.indexOf(name) : order.length);
  return [...members].sort((a, b) => place(a) - place(b));
}

/** The member that an object is, or the list that it is an item of. */
function nameOf(path: Path): string {
  return path.findLast((token) => !/^\d+$/.test(token)) ?? "";
}
