import { render, html, nothing } from "lit-html";
import type { Engine } from "../engine/client";
import type { Finding, PreviewHead } from "../engine/protocol";
import type { Context } from "../form/context";
import { drawForm, drawPart } from "../form/form";
import { AFTER_BODY, BEFORE_BODY } from "../form/sections";
import { member } from "../form/schema";
import { loadFaces } from "../pages/faces";
import { Live } from "../pages/live";
import { PagesPane } from "../pages/pane";
import { headings } from "../side/outline";
import { drawSide } from "../side/side";
import { Bodies, exists } from "./bodies";
import { isOfType, picturesOf, type Catalogue, titleOf } from "./catalogue";
import { Drafting } from "./drafting";
import { isPicture, make, named, newId, open, OpenError, save } from "./files";
import { FindPanel } from "./find_panel";
import { focusField } from "./focus";
import { fromPointer, type Path, toPointer } from "./json";
import { bindKeys } from "./keys";
import { rememberOrgan, withOrgan } from "./organ";
import { drawParts } from "./part_tabs";
import { MAIN, partOf, parts } from "./parts";
import { PictureUrls } from "./picture_urls";
import { printPages } from "./print";
import { StartPage } from "./start_page";
import type { Change, Opened, Store } from "./store";
import { drawPanes, showPane } from "./tabs";
import { drawTools } from "./tools";

const element = (id: string) => document.getElementById(id)!;

const HELP_IN_TEXT = "Tab đổi cấp, F6 sang khung khác, Ctrl+Alt và một chữ số đổi kiểu đoạn.";

/** The page: hears of each change and sees that everything shows it. */
export class App {
  readonly store: Store;
  readonly live: Live;
  #engine: Engine;
  #catalogue: Catalogue;
  #urls: PictureUrls;
  #bodies: Bodies;
  #pane: PagesPane;
  #find: FindPanel;
  #start: StartPage;
  #drafting: Drafting;
  #context: Context;
  #part: Path = MAIN;
  #labels: Record<string, string> = {};
  #findings: readonly Finding[] = [];

  constructor(engine: Engine, catalogue: Catalogue, store: Store, drafting: Drafting) {
    this.#engine = engine;
    this.#catalogue = catalogue;
    this.store = store;
    this.#drafting = drafting;
    this.#urls = new PictureUrls(store);
    this.#bodies = new Bodies(element("bodies"), store, { caret: (pointer) => this.#pane.show(pointer), pictureUrl: (name) => this.#urls.url(name), say: (message) => this.say(message) });
    this.#pane = new PagesPane(element("pages"), { pick: (pointer) => this.go(fromPointer(pointer)), need: () => this.live.request() });
    this.live = new Live(engine, {
      text: () => store.text(),
      range: () => this.#pane.range,
      drawn: (head, svgs) => this.#drawn(head, svgs),
      failed: () => this.say("Có trục trặc khi dựng trang. Hãy hoàn tác thay đổi vừa rồi; bản soạn vẫn được giữ."),
    });
    this.#find = new FindPanel(element("find"), { spec: () => store.spec, go: (path) => this.go(path) });
    this.#start = new StartPage(element("start"), catalogue, drafting, {
      open: (opened) => this.open(opened),
      files: (files) => void this.openFiles(files),
      begin: (type) => void this.begin(type),
      sample: ({ name, text }) => this.open({ id: newId(), name, text, beside: picturesOf(catalogue, text) }),
    });
    this.#context = this.#makeContext();
    this.#listen();
  }

  /** Begins with the draft of this tab, or with the first page. */
  async run(): Promise<void> {
    void loadFaces(this.#engine);
    const draft = await this.#drafting.ofThisTab();
    if (draft) this.open(draft);
    else await this.#start.show();
  }

  open(opened: Opened): void {
    this.store.open(opened);
    this.#start.hide();
  }

  async openFiles(files: File[]): Promise<void> {
    try {
      if (files.every(({ name }) => isPicture(name)) && this.store.opened.id) return await this.#supply(files);
      const { opened, warning } = await open(this.#engine, files);
      this.open(opened);
      if (warning) this.say(warning);
    } catch (error) {
      this.say(error instanceof OpenError ? error.message : "Không đọc được tệp này.");
    }
  }

  /** Pictures that the open document asks for under their names. */
  async #supply(files: File[]): Promise<void> {
    const found = await named(files, this.store.spec);
    this.store.supply(found);
    this.#start.hide();
    if (found.size < files.length) this.say("Văn bản không nhắc tới hình này. Hãy kéo hình vào ô Hình chữ ký, Hình con dấu, hoặc vào nội dung.");
  }

  async begin(type: string): Promise<void> {
    const { parts: [starter] } = await this.#engine.call("starter", undefined, { type, year: new Date().getFullYear() });
    if (starter) this.open({ id: newId(), name: null, text: withOrgan(new TextDecoder().decode(starter)), beside: new Map() });
  }

  /** Puts the caret at a place of the specification, whichever part and pane it is in. */
  go(path: Path): void {
    showPane("compose");
    this.#showPart(partOf(path));
    if (!this.#bodies.focus(toPointer(path))) focusField(path);
    this.#pane.show(toPointer(path));
    this.#drawPanes();
  }

  say(message: string): void {
    render(message ? html`<p>${message} <button type="button" class="quiet" @click=${() => this.say("")}>Đóng</button></p>` : nothing, element("notice"));
  }

  async saveAs(options: Record<string, unknown>): Promise<void> {
    this.say("");
    const { findings, files, failure } = await make(this.#engine, this.store.text(), options);
    const errors = findings.filter(({ severity }) => severity === "error");
    if (!files.length) this.say(failure ?? `Chưa lưu được: còn ${errors.length} lỗi phải sửa, xem mục “Cần xem lại”. Lỗi đầu tiên: ${errors[0] ? this.#catalogue.plain.finding(errors[0]).message : ""}`);
    else rememberOrgan(this.store.spec);
    for (const { name, bytes, type } of files) save(name, bytes, type);
  }

  #makeContext(): Context {
    return {
      store: this.store,
      schema: this.#catalogue.schema,
      template: undefined,
      findings: [],
      wanted: new Set(),
      calendar: null,
      redraw: () => this.#drawForm(),
      pictureUrl: (name) => this.#urls.url(name),
      focus: (path) => focusField(path),
      say: (message) => this.say(message),
    };
  }

  #listen(): void {
    this.store.listen((change) => this.#changed(change));
    const undo = () => this.#undo((editor) => editor.undo(), () => this.store.undo());
    const redo = () => this.#undo((editor) => editor.redo(), () => this.store.redo());
    const print = () => void printPages(this.live);
    const word = () => void this.saveAs({ formats: ["docx"] });
    const find = () => this.#find.open();
    drawTools(element("tools"), {
      begin: () => void this.#start.show(),
      open: (files) => void this.openFiles(files),
      word, print, undo, redo, find,
      pdf: () => void this.saveAs({ formats: ["pdf"] }),
      pdfWithSource: () => void this.saveAs({ formats: ["pdf"], pdf: "a-3a" }),
      json: () => save(`${this.store.opened.name ?? "van-ban"}.json`, this.store.text(), "application/json"),
    });
    bindKeys({ save: word, print, find, undo, redo });
    const compose = element("compose");
    compose.addEventListener("focusin", (event) => this.#focused(event.target as HTMLElement));
    document.addEventListener("dragover", (event) => event.preventDefault());
    document.addEventListener("drop", (event) => this.#dropped(event));
  }

  #changed(change: Change): void {
    if (change.kind === "opened") this.#opened();
    if (change.kind === "opened" || change.kind === "beside") this.#engine.setFiles(Object.fromEntries(this.store.opened.beside));
    if (change.kind === "form") this.#formChanged(change.step.path);
    if (change.kind !== "body") this.#drawForm();
    this.live.request();
    this.#drafting.keep(this.store, titleOf(this.store.spec, this.#catalogue.types));
    document.title = `${titleOf(this.store.spec, this.#catalogue.types)} - vanban`;
  }

  #opened(): void {
    this.#urls.reset();
    this.#pane.clear();
    this.#context.wanted.clear();
    this.#context.calendar = null;
    this.#bodies.reset();
    this.#part = MAIN;
    this.#bodies.show(MAIN);
    this.say("");
  }

  /** Parts came, went or changed places: editors belong to places, so they are made anew. */
  #formChanged(path: Path): void {
    if (path.length > 1 || !["appendices", "attachments"].includes(path[0] ?? "")) return;
    this.#bodies.reset();
    if (!exists(this.store, this.#part)) this.#part = MAIN;
    this.#bodies.show(this.#part);
  }

  #showPart(part: Path): void {
    if (toPointer(part) === toPointer(this.#part) || !exists(this.store, part)) return;
    this.#part = part;
    this.#bodies.show(part);
    this.#drawForm();
    this.#pane.show(toPointer(part));
  }

  #drawForm(): void {
    const [before, after] = [element("before"), element("after")];
    this.#context.template = this.#catalogue.types.find((type) => isOfType(this.store.spec, type));
    this.#context.findings = this.#findings;
    const described = this.#part.length ? member(this.#catalogue.schema.root, this.#part[0]!) : undefined;
    if (described?.shape.kind === "list") drawPart(this.#context, this.#part, described.shape.item, before, after);
    else drawForm(this.#context, before, after);
    drawParts(element("parts"), this.store, this.#part, (part) => this.#showPart(part));
    this.#drawSide();
  }

  #drawn(head: PreviewHead, svgs: readonly string[]): void {
    this.#labels = head.labels;
    this.#findings = head.findings.map((finding) => this.#catalogue.plain.finding(finding));
    this.#pane.update(head, svgs);
    this.#bodies.setLabels(head.labels);
    this.#bodies.setFindings(this.#findings);
    this.#drawForm();
    const errors = head.findings.filter(({ severity }) => severity === "error").length;
    element("status").textContent = `${head.page_count ? `${head.page_count} trang` : "chưa dựng được trang"} · ${errors ? `${errors} lỗi phải sửa` : "đủ điều kiện lưu"}`;
  }

  #drawSide(): void {
    const sections = this.#part.length
      ? [{ id: "noi-dung", title: "Nội dung" }]
      : [...BEFORE_BODY, { id: "noi-dung", title: "Nội dung" }, ...AFTER_BODY].filter(({ id }) => id === "noi-dung" || document.getElementById(`muc-${id}`));
    const all = parts(this.store.spec).filter(({ path }) => toPointer(path) === toPointer(this.#part));
    drawSide(element("side"), {
      sections,
      headings: all.flatMap(({ path }) => headings(this.store.value([...path, "body"]), [...path, "body"], this.#labels)),
      findings: this.#findings,
    }, { go: (path) => this.go(path), section: (id) => this.#goSection(id) });
    this.#drawPanes();
  }

  #drawPanes(): void {
    drawPanes(element("panes"), this.#findings.length);
  }

  #goSection(id: string): void {
    showPane("compose");
    this.#drawPanes();
    if (id === "noi-dung") this.#bodies.focus(toPointer([...this.#part, "body", "0"]));
    else focusField([], `#muc-${id}`);
  }

  #undo(inEditor: (editor: NonNullable<Bodies["editor"]>) => void, inForm: () => boolean): void {
    const { editor } = this.#bodies;
    const isInText = element("bodies").contains(document.activeElement);
    if (isInText || !inForm()) {
      if (editor) inEditor(editor);
    }
  }

  #focused(target: HTMLElement): void {
    const described = target.getAttribute("aria-describedby");
    const isBody = element("bodies").contains(target);
    element("help").textContent = isBody ? HELP_IN_TEXT : described ? (document.getElementById(described)?.textContent ?? "") : "";
    const pointer = target.closest<HTMLElement>("[data-pointer]")?.dataset.pointer;
    if (pointer) this.#pane.show(pointer);
    // what was left out for the row that the caret has just left
    this.#drawForm();
  }

  #dropped(event: DragEvent): void {
    if (event.defaultPrevented || !event.dataTransfer?.files.length) return;
    event.preventDefault();
    void this.openFiles([...event.dataTransfer.files]);
  }
}
