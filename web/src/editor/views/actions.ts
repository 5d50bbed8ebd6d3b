/** What asks the clerk first: links, references, footnotes, pictures, the settings of a line. */
import { NodeSelection, Selection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { insertBlock, newBlock, setKind } from "../commands/kind";
import { blockAtCaret, kindName, selectedLines } from "../commands/lines";
import { activeMark, setLook } from "../commands/looks";
import { addBeside, cellList } from "../commands/within";
import type { Field } from "../model/fields";
import { isMembers, type Members } from "../model/json";
import { isText, kindOf, type KindName } from "../model/kinds";
import { CHIPS, insertChip } from "./chips";
import { ask } from "./dialog";
import type { Surroundings } from "./form";

const LANGUAGES: [string, string][] = [
  ["", "Tiếng Việt"],
  ["en", "Tiếng Anh"],
  ["fr", "Tiếng Pháp"],
  ["zh", "Tiếng Trung"],
  ["ja", "Tiếng Nhật"],
  ["ko", "Tiếng Hàn"],
  ["ru", "Tiếng Nga"],
  ["de", "Tiếng Đức"],
  ["lo", "Tiếng Lào"],
  ["km", "Tiếng Khmer"],
  ["la", "Tiếng La-tinh"],
];

export interface Asking {
  sign: string;
  title: string;
  run(): Promise<void>;
}

export class Actions {
  readonly asking: Asking[];

  constructor(
    private readonly view: EditorView,
    private readonly around: Surroundings,
  ) {
    this.asking = [
      { sign: "Liên kết", title: "Liên kết tới trang web (Ctrl+K)", run: () => this.link() },
      { sign: "Viện dẫn", title: "Viện dẫn tới một khối của văn bản", run: () => this.ref() },
      { sign: "Chú thích", title: "Chú thích cuối trang (Ctrl+Alt+F)", run: () => this.sign("footnote") },
      { sign: "Thiết lập", title: "Thiết lập của dòng này: tên để viện dẫn, số in ra (Alt+Enter)", run: () => this.settings() },
    ];
  }

  /** What can be put in the line, by name. */
  readonly signs: Record<string, string> = {
    ...Object.fromEntries(["footnote", "page_of", "inline_picture"].map((name) => [name, CHIPS[name]?.title ?? ""])),
    lang: "Chữ tiếng nước ngoài",
    beside: "Mục cùng dòng của biểu mẫu",
    list: "Gạch đầu dòng trong ô của bảng",
  };

  /** Puts a sign in at the caret; in an empty cell a picture is one of the cell. */
  async sign(name: string): Promise<void> {
    if (name === "lang") return this.lang();
    if (name === "beside" || name === "list") {
      (name === "list" ? cellList : addBeside)(this.view.state, this.view.dispatch);
      return this.view.focus();
    }
    const isOfCell = name === "inline_picture" && this.inCell();
    return insertChip(isOfCell ? "cell_picture" : name, this.view, this.around);
  }

  /** Puts in a block of a kind; a line of text that is still empty becomes one. */
  insert(kind: KindName): void {
    const at = blockAtCaret(this.view.state);
    if (kind === "picture") return void this.picture();
    if (isText(kind) && at?.node.isTextblock && at.node.content.size === 0) setKind(kind)(this.view.state, this.view.dispatch);
    else insertBlock(newBlock(kind))(this.view.state, this.view.dispatch);
    this.view.focus();
  }

  private ask(title: string, fields: readonly Field[], value: Members): Promise<Members | null> {
    return ask(this.view.dom.parentElement ?? document.body, title, fields, value, this.around).finally(() => this.view.focus());
  }

  /** A picture without a file is no picture: it is asked for first. */
  private async picture(): Promise<void> {
    const values = await this.ask("Chèn hình", (kindOf("picture")?.fields ?? []).slice(0, 3), {});
    if (values?.file) insertBlock(newBlock("picture", values))(this.view.state, this.view.dispatch);
  }

  async link(): Promise<void> {
    const values = await this.value(
      "link",
      { name: "value", title: "Địa chỉ", type: "text", hint: "https://chinhphu.vn", wide: true },
      "Liên kết",
    );
    if (!values) return;
    // as browsers do: an address without http is one with it
    const to = String(values.value ?? "");
    const full = to === "" || /^(https?:\/\/|mailto:)/i.test(to) ? to : to.includes("@") ? `mailto:${to}` : `https://${to}`;
    this.apply("link", full);
  }

  private async ref(): Promise<void> {
    const values = await this.value(
      "ref",
      { name: "value", title: "Dẫn tới", type: "block" },
      "Viện dẫn (bỏ chọn: thôi viện dẫn)",
    );
    if (values) this.apply("ref", values.value ? this.around.named(String(values.value)) : "");
  }

  /** Words of another language: spelling is not judged, and the PDF is read aloud rightly. */
  private async lang(): Promise<void> {
    const values = await this.value(
      "lang",
      { name: "value", title: "Ngôn ngữ", type: "choice", choices: LANGUAGES },
      "Chữ tiếng nước ngoài",
    );
    if (values) this.apply("lang", String(values.value ?? ""));
  }

  private value(name: string, field: Field, title: string): Promise<Members | null> {
    const has = activeMark(this.view.state, name);
    if (this.view.state.selection.empty && !has) return this.ask("Hãy bôi đen chữ trước", [], {}).then(() => null);
    return this.ask(title, [field], has ? { value: has.attrs.value } : {});
  }

  private apply(name: string, value: string): void {
    setLook(name, value === "" ? null : { value })(this.view.state, this.view.dispatch);
  }

  /** The settings of a line that has no panel of its own. */
  async settings(): Promise<void> {
    const at = blockAtCaret(this.view.state);
    const kind = at && kindOf(kindName(at.node));
    if (!at || !kind) return;
    if (!isText(kindName(at.node))) return this.openPanel();
    if (at.node.type.name === "item") return this.marker();
    const src: Members = isMembers(at.node.attrs.src) ? at.node.attrs.src : { type: at.node.type.name };
    const values = await this.ask(`Thiết lập: ${kind.title}`, kind.fields, src);
    if (values) this.view.dispatch(this.view.state.tr.setNodeAttribute(at.pos, "src", values));
  }

  /** The sign of a list is that of all its items. */
  private async marker(): Promise<void> {
    const [line] = selectedLines(this.view.state);
    if (!line) return;
    const values = await this.ask(
      "Gạch đầu dòng",
      kindOf("list")?.fields ?? [],
      line.node.attrs.marker ? { marker: line.node.attrs.marker } : {},
    );
    if (!values) return;
    const { tr } = this.view.state;
    const page = tr.doc;
    const index = page.resolve(line.pos).index(0);
    const { level } = line.node.attrs;
    const isOf = (i: number) => page.maybeChild(i)?.type.name === "item" && page.child(i).attrs.level >= level;
    let first = index;
    while (isOf(first - 1) && !page.child(first).attrs.list) first -= 1;
    let pos = page.resolve(line.pos).posAtIndex(first, 0);
    for (let i = first; isOf(i) && !(i > first && page.child(i).attrs.list && page.child(i).attrs.level === level); i += 1) {
      if (page.child(i).attrs.level === level) tr.setNodeAttribute(pos, "marker", values.marker ?? null);
      pos += page.child(i).nodeSize;
    }
    this.view.dispatch(tr);
  }

  private openPanel(): void {
    const at = blockAtCaret(this.view.state);
    if (at) this.panel(at.pos)?.querySelector<HTMLElement>("summary")?.focus();
  }

  /** The settings of a block, unfolded. */
  private panel(pos: number): HTMLElement | null {
    const dom = this.view.nodeDOM(pos);
    const details = dom instanceof HTMLElement ? dom.querySelector("details") : null;
    if (details) details.open = true;
    return details;
  }

  private inCell(): boolean {
    const { $from } = this.view.state.selection;
    return $from.depth > 1 && $from.node(-1).type.name === "cell" && $from.parent.content.size === 0;
  }

  /** A block is selected, and the field of one of its members has the focus where there is one (`columns.1.width`). */
  open(pos: number, member: string): void {
    const { tr } = this.view.state;
    this.view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, pos)).scrollIntoView());
    this.view.focus();
    const panel = member ? this.panel(pos) : null;
    // what is unfolded is drawn a moment later
    setTimeout(() => {
      const column = /^columns\.(\d+)\.(\w+)$/.exec(member);
      const field = column
        ? `li:nth-child(${Number(column[1]) + 1}) [data-member="${column[2]}"]`
        : `[data-member="${CSS.escape(member)}"]`;
      panel?.querySelector(field)?.querySelector<HTMLElement>("input, select")?.focus();
    });
  }

  /** The caret goes to a place of the page. */
  go(pos: number): void {
    const { state } = this.view;
    this.view.dispatch(state.tr.setSelection(Selection.near(state.doc.resolve(pos))).scrollIntoView());
    this.view.focus();
  }
}
