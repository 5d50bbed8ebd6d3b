import { html, nothing, render } from "lit-html";
import { type Path, toPointer } from "./json";
import { NEW_APPENDIX, NEW_ATTACHMENT, parts } from "./parts";
import type { Store } from "./store";
import { tabs } from "./tabs";

/** Tabs for the document, its attached texts and its appendices, and buttons for one more. */
export function drawParts(host: HTMLElement, store: Store, shown: Path, show: (part: Path) => void): void {
  const all = parts(store.spec);
  const [list, index] = shown;
  const add = (name: string, item: typeof NEW_APPENDIX) => {
    const items = store.value([name]);
    const at = Array.isArray(items) ? items.length : 0;
    store.insert([name], at, structuredClone(item));
    show([name, String(at)]);
  };
  const count = all.filter(({ path }) => path[0] === list).length;
  const at = Number(index);
  const move = (to: number) => {
    store.move([list!], at, to);
    show([list!, String(to)]);
  };
  render(html`<div class="parts">
    ${tabs("Các phần của văn bản", all.map(({ path, title }) => ({ id: toPointer(path), title, isShown: toPointer(path) === toPointer(shown), panel: "sheet" })),
      (id) => show(id === "" ? [] : id.split("/").slice(1)))}
    <button type="button" class="quiet add" @click=${() => add("appendices", NEW_APPENDIX)}>+ Phụ lục</button>
    <button type="button" class="quiet add" @click=${() => add("attachments", NEW_ATTACHMENT)}>+ Văn bản kèm theo</button>
    ${list ? html`<span class="buttons">
      ${at > 0 ? html`<button type="button" class="quiet" @click=${() => move(at - 1)}>Đưa lên trước</button>` : nothing}
      ${at < count - 1 ? html`<button type="button" class="quiet" @click=${() => move(at + 1)}>Đưa xuống sau</button>` : nothing}
      <button type="button" class="quiet" @click=${() => store.remove([list], at)}>Bỏ phần này</button></span>` : nothing}
  </div>`, host);
}
