/** The bar above the page: kind of the line, looks, what can be put in, and in a table its rows and columns. */
import type { Command } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { isInTable } from "prosemirror-tables";
import { setKind, togglePart } from "../commands/kind";
import { shift } from "../commands/level";
import { blockAtCaret, kindName, selectedLines } from "../commands/lines";
import { activeMark, toggle, toggleScript } from "../commands/looks";
import { TABLE, cellLook, deleteTable, selectedCells } from "../commands/table";
import { cellMembers } from "../mapping/table";
import { ALIGN_CELL } from "../model/fields";
import { KINDS, isText, type Kind, type KindName } from "../model/kinds";
import type { Actions } from "./actions";
import { element } from "./form";

/** A button or a list of the bar, and how it follows the selection. */
interface Item {
  dom: HTMLElement;
  update?(): void;
}

export class Toolbar {
  readonly dom: HTMLElement;
  private readonly items: Item[] = [];
  private waits = 0;
  private readonly table = element("div", { class: "be-bar-row", role: "group", "aria-label": "Bảng" });

  constructor(
    private readonly view: EditorView,
    private readonly actions: Actions,
  ) {
    const row = element("div", { class: "be-bar-row" });
    this.dom = element(
      "div",
      { class: "be-bar", role: "toolbar", "aria-label": "Công cụ soạn nội dung", lang: "vi" },
      row,
      this.table,
    );
    const add = (to: HTMLElement, ...items: Item[]) => {
      to.append(...items.map(({ dom }) => dom));
      this.items.push(...items);
    };
    add(row, this.kindList(), this.insertList());
    add(
      row,
      this.part(),
      this.button("⇤", "Lên một cấp (Shift+Tab)", shift(-1)),
      this.button("⇥", "Xuống một cấp (Tab)", shift(1)),
    );
    add(
      row,
      this.look("Đ", "Chữ đậm (Ctrl+B)", "bold"),
      this.look("N", "Chữ nghiêng (Ctrl+I)", "italic"),
      this.look("G", "Gạch chân (Ctrl+U)", "underline"),
    );
    add(row, this.script("x²", "x²: chỉ số trên", "superscript"), this.script("x₂", "x₂: chỉ số dưới", "subscript"));
    for (const { sign, title, run } of actions.asking)
      add(
        row,
        this.press(sign, title, () => void run()),
      );
    for (const { title, run } of Object.values(TABLE)) add(this.table, this.button(title, title, run));
    add(this.table, this.align(), this.button("Xóa bảng", "Xóa bảng", deleteTable));
    this.update();
  }

  /** Follows the selection, once a frame: a key is not to wait for buttons. */
  follow(): void {
    this.waits ||= requestAnimationFrame(() => {
      this.waits = 0;
      if (!this.view.isDestroyed) this.update();
    });
  }

  private update(): void {
    this.table.hidden = !isInTable(this.view.state);
    for (const item of this.items) item.update?.();
  }

  private run(command: Command): void {
    command(this.view.state, this.view.dispatch, this.view);
    this.view.focus();
  }

  private press(sign: string, title: string, run: () => void): Item & { dom: HTMLButtonElement } {
    const dom = element("button", { type: "button", title, "aria-label": title }, sign);
    // the caret stays in the page
    dom.addEventListener("mousedown", (event) => event.preventDefault());
    dom.addEventListener("click", run);
    return { dom };
  }

  private button(sign: string, title: string, command: Command): Item {
    const { dom } = this.press(sign, title, () => this.run(command));
    return { dom, update: () => (dom.disabled = !command(this.view.state)) };
  }

  /** A button that is pressed or not. */
  private toggle(sign: string, title: string, command: Command, isOn: () => boolean): Item & { dom: HTMLButtonElement } {
    const { dom } = this.press(sign, title, () => this.run(command));
    const update = () => {
      dom.setAttribute("aria-pressed", String(isOn()));
      dom.disabled = !command(this.view.state);
    };
    return { dom, update };
  }

  private look(sign: string, title: string, name: "bold" | "italic" | "underline"): Item {
    const item = this.toggle(sign, title, toggle(name), () => activeMark(this.view.state, name)?.attrs.value === true);
    item.dom.classList.add(`be-${name}`);
    return item;
  }

  private script(sign: string, title: string, value: "superscript" | "subscript"): Item {
    return this.toggle(sign, title, toggleScript(value), () => activeMark(this.view.state, "script")?.attrs.value === value);
  }

  private part(): Item {
    const isHeading = () => selectedLines(this.view.state).some(({ node }) => node.attrs.part === "heading");
    return this.toggle("Có tên", "Điều, khoản có tên (in đậm), hay chỉ có nội dung", togglePart, isHeading);
  }

  private kindList(): Item {
    const dom = element("select", { title: "Loại của dòng", "aria-label": "Loại của dòng" }, new Option("–", ""));
    for (const [name, { title, key }] of Object.entries<Kind>(KINDS)) {
      if (isText(name)) dom.append(new Option(key ? `${title}   Ctrl+Alt+${key}` : title, name));
    }
    dom.addEventListener("change", () => dom.value && this.run(setKind(dom.value as KindName)));
    const update = () => {
      const at = blockAtCaret(this.view.state);
      const name = at && kindName(at.node);
      dom.value = name && isText(name) ? name : "";
      dom.disabled = dom.value === "";
    };
    return { dom, update };
  }

  /** Blocks, and signs within the line. */
  private insertList(): Item {
    const dom = element("select", { title: "Chèn vào đây", "aria-label": "Chèn vào đây" }, new Option("Chèn…", ""));
    const blocks = element("optgroup", { label: "Khối, vào sau dòng này" });
    for (const [name, { title }] of Object.entries(KINDS)) if (!isText(name)) blocks.append(new Option(title, name));
    const signs = element("optgroup", { label: "Trong dòng, ở con trỏ" });
    for (const [name, title] of Object.entries(this.actions.signs)) signs.append(new Option(title, name));
    dom.append(blocks, signs);
    dom.addEventListener("change", () => {
      const name = dom.value;
      dom.value = "";
      if (name in this.actions.signs) void this.actions.sign(name);
      else this.actions.insert(name as KindName);
    });
    return { dom };
  }

  private align(): Item {
    const dom = element("select", { title: "Canh chữ trong ô", "aria-label": "Canh chữ trong ô" });
    for (const [value, title] of ALIGN_CELL.choices ?? []) dom.append(new Option(value ? title : "Canh: theo cột", value));
    dom.addEventListener("change", () => this.run(cellLook("align", () => dom.value || undefined)));
    const update = () => {
      const cell = isInTable(this.view.state) ? selectedCells(this.view.state)[0] : undefined;
      dom.value = String((cell && cellMembers(cell.node).align) ?? "");
    };
    return { dom, update };
  }
}
