/** Asks for some values in a dialog box. */
import type { Field } from "../model/fields";
import { withMember, type Members } from "../model/json";
import { element, form, type Surroundings } from "./form";
import { richField } from "./rich-field";

/** The values, or null where the clerk thinks better of it. */
export function ask(
  host: HTMLElement,
  title: string,
  fields: readonly Field[],
  value: Members,
  around: Surroundings,
): Promise<Members | null> {
  return new Promise((resolve) => {
    let plainly = value;
    const richly: Members = {};
    const values = () => ({ ...plainly, ...richly });
    const rich = fields
      .filter((field) => field.type === "rich")
      .map((field) => richField(field, value[field.name], (to) => (richly[field.name] = to)));
    const plain = fields.filter((field) => field.type !== "rich");
    const done = element("button", { type: "button", class: "be-primary" }, "Đồng ý");
    const cancel = element("button", { type: "button" }, "Bỏ qua");
    const dialog = element("dialog", { class: "be-dialog", "aria-label": title, lang: "vi" }, element("h2", {}, title));
    dialog.append(
      ...rich.map((one) => one.dom),
      form(plain, value, around, (name, to) => (plainly = withMember(plainly, name, to))),
    );
    dialog.append(element("div", { class: "be-buttons" }, done, cancel));
    const close = (to: Members | null) => {
      for (const one of rich) one.destroy();
      dialog.remove();
      resolve(to);
    };
    // a field says what was typed only when it is left
    done.addEventListener("click", () => close(values()));
    cancel.addEventListener("click", () => close(null));
    dialog.addEventListener("cancel", () => close(null));
    dialog.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key !== "Enter" || event.isComposing || !(event.target instanceof HTMLInputElement)) return;
      event.preventDefault();
      done.focus();
      close(values());
    });
    host.append(dialog);
    dialog.showModal();
    (rich[0] ?? dialog.querySelector<HTMLElement>("input, select"))?.focus();
  });
}
