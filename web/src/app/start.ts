import { html, nothing, render, type TemplateResult } from "lit-html";
import { folded } from "./find";
import type { Draft } from "./drafts";
import { openButton } from "./tools";

export interface Sample {
  name: string;
  text: string;
  /** Type and subject. */
  title: string;
}

export interface StartState {
  types: readonly { name: string; title: string; abbreviation?: string | null | undefined }[];
  drafts: readonly Draft[];
  samples: readonly Sample[];
  /** Whether there is a document to go back to. */
  isOpen: boolean;
  words: string;
}

export interface StartEvents {
  begin(type: string): void;
  open(files: File[]): void;
  resume(draft: Draft): void;
  forget(draft: Draft): void;
  sample(sample: Sample): void;
  search(words: string): void;
  close(): void;
}

const time = new Intl.DateTimeFormat("vi", { dateStyle: "short", timeStyle: "short" });

/** So many drafts are shown at once. */
const FEW = 4;

/** The first page: a new document by its type, a file, a draft, a sample. */
export function drawStart(host: HTMLElement, { types, drafts, samples, isOpen, words }: StartState, events: StartEvents): void {
  const isFound = (text: string) => folded(text).includes(folded(words.trim()));
  const found = types.filter(({ title, abbreviation }) => isFound(`${title} ${abbreviation ?? ""}`));
  render(html`<div class="start">
    <div class="start-head"><h2 id="start-title" tabindex="-1">Soạn văn bản hành chính</h2>
      ${isOpen ? html`<button type="button" @click=${events.close}>Trở lại văn bản đang soạn</button>` : nothing}</div>
    <p class="lead">Chọn loại văn bản để bắt đầu. Văn bản chỉ nằm trên máy này, không gửi đi đâu.</p>
    ${drafts.length ? html`<section aria-labelledby="start-drafts"><h3 id="start-drafts">Đang soạn dở</h3>
      ${draftList(drafts.slice(0, FEW), events)}
      ${drafts.length > FEW ? html`<details><summary>Xem thêm ${drafts.length - FEW} bản</summary>${draftList(drafts.slice(FEW), events)}</details>` : nothing}</section>` : nothing}
    <section aria-labelledby="start-new"><h3 id="start-new">Văn bản mới</h3>
      <input type="search" class="search" aria-label="Tìm loại văn bản" placeholder="Tìm loại, ví dụ: báo cáo" .value=${words}
        @input=${(event: Event) => events.search((event.target as HTMLInputElement).value)}>
      <div class="types">${found.map(({ name, title, abbreviation }) => html`<button type="button" class="type" data-type=${name} @click=${() => events.begin(name)}>
        <span>${title}</span>${abbreviation ? html`<span class="box">${abbreviation}</span>` : nothing}</button>`)}</div>
      ${found.length ? nothing : html`<p class="calm">Không có loại nào như vậy.</p>`}
    </section>
    <section aria-labelledby="start-open"><h3 id="start-open">Mở tệp đã có</h3>
      <p>Tệp Word (.docx) hoặc PDF/A-3a do vanban tạo, hay bản soạn (.json). Có thể kéo tệp thả vào trang này; tệp hình kèm theo thì chọn cùng lúc.</p>
      ${openButton("Chọn tệp…", events.open)}
    </section>
    <section aria-labelledby="start-samples"><h3 id="start-samples">Văn bản mẫu</h3>
      <p>Văn bản hoàn chỉnh để xem và sửa theo.</p>
      <ul class="plain samples">${samples.filter(({ title }) => isFound(title)).map((sample) => html`<li>
        <button type="button" class="link" data-sample=${sample.name} @click=${() => events.sample(sample)}>${sample.title}</button></li>`)}</ul></section>
  </div>`, host);
}

function draftList(drafts: readonly Draft[], events: StartEvents): TemplateResult {
  return html`<ul class="plain">${drafts.map((draft) => html`<li><button type="button" class="link" @click=${() => events.resume(draft)}>${draft.title}</button>
    <span class="when">${time.format(draft.saved)}</span>
    <button type="button" class="quiet" aria-label=${`Xóa bản soạn dở: ${draft.title}`} @click=${() => events.forget(draft)}>Xóa</button></li>`)}</ul>`;
}
