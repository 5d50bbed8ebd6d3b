import { html, nothing, type TemplateResult } from "lit-html";
import { type Path, isObject, toPointer } from "../app/json";
import { readPicture } from "../app/pictures";
import { type Context, idOf } from "./context";

/** A picture of a signature or a seal: dropped here or chosen, shown as it is. */
export function pictureControl(context: Context, path: Path, title: string): TemplateResult {
  const value = context.store.value(path);
  const file = isObject(value) && typeof value.file === "string" ? value.file : null;
  const url = file === null ? null : context.pictureUrl(file);
  const id = idOf(toPointer(path));
  return html`<div class="drop" @dragover=${over} @dragleave=${leave} @drop=${(event: DragEvent) => void drop(context, path, event)}>
    ${url ? html`<img src=${url} alt=${title}>` : nothing}
    <div>
      ${file === null ? html`<p>Kéo tệp hình vào đây, hoặc</p>` : html`<p>${file}${url ? nothing : html` <em>(chưa có tệp hình này)</em>`}</p>`}
      <label class="button"><input id=${id} type="file" accept="image/png" @change=${(event: Event) => void choose(context, path, event)}>${file === null ? "Chọn tệp…" : "Thay tệp…"}</label>
      ${file === null ? nothing : html`<button type="button" class="quiet" @click=${() => context.store.set(path, undefined)}>Bỏ hình</button>`}
    </div>
  </div>`;
}

function over(event: DragEvent): void {
  event.preventDefault();
  (event.currentTarget as HTMLElement).classList.add("over");
}

function leave(event: DragEvent): void {
  (event.currentTarget as HTMLElement).classList.remove("over");
}

async function drop(context: Context, path: Path, event: DragEvent): Promise<void> {
  leave(event);
  event.preventDefault();
  const file = event.dataTransfer?.files[0];
  if (file) await take(context, path, file);
}

async function choose(context: Context, path: Path, event: Event): Promise<void> {
  const input = event.target as HTMLInputElement;
  const file = input.files?.[0];
  if (file) await take(context, path, file);
  input.value = "";
}

async function take(context: Context, path: Path, file: File): Promise<void> {
  const picture = await readPicture(file, ["png"]);
  if ("refused" in picture) return context.say(picture.refused);
  const name = context.store.addPicture(file.name, picture.bytes);
  const before = context.store.value(path);
  context.store.set(path, { ...(isObject(before) ? before : {}), file: name });
}
