/** A block with settings: its lines, and above them the settings in a form that can be folded away. */
import type { Node } from "prosemirror-model";
import type { EditorView, NodeView, ViewMutationRecord } from "prosemirror-view";
import { widthOf } from "../commands/table";
import { COLUMN_FIELDS } from "../model/fields";
import { isMembers, withMember, type Members } from "../model/json";
import { kindOf } from "../model/kinds";
import { element, form, type Surroundings } from "./form";

export class SettingsView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement | undefined;
  private readonly panel: HTMLElement;
  private readonly details: HTMLDetailsElement;
  private shownOf: Node | null = null;
  /** What the form itself last made of the settings. */
  private typed: Members | null = null;

  constructor(
    private node: Node,
    private readonly view: EditorView,
    private readonly pos: () => number | undefined,
    private readonly around: Surroundings,
  ) {
    const kind = kindOf(node.type.name);
    this.panel = element("div", { class: "be-panel" });
    this.details = element("details", { contenteditable: "false" }, element("summary", {}, kind?.title ?? ""), this.panel);
    this.details.open = kind?.open ?? false;
    this.details.addEventListener("toggle", () => this.fill());
    this.dom = element("div", { class: `be-box be-${node.type.name}` }, this.details);
    if (!node.isLeaf) {
      this.contentDOM = element("div", { class: "be-inside" });
      this.dom.append(this.contentDOM);
    }
    this.fill();
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false;
    this.node = node;
    this.fill();
    return true;
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof globalThis.Node && this.details.contains(event.target);
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== "selection" && !this.contentDOM?.contains(mutation.target);
  }

  /** Draws the form again where it shows other values than the block has, but never for what was typed into it. */
  private fill(): void {
    const last = this.shownOf;
    const { src } = this.node.attrs;
    const isSame =
      last !== null &&
      (last.attrs.src === src || src === this.typed) &&
      (this.node.type.name !== "table" || widthOf(last) === widthOf(this.node));
    if (!this.details.open) return;
    if (isSame) {
      this.shownOf = this.node;
      if (this.node.type.name === "picture") this.showPicture();
      return;
    }
    this.shownOf = this.node;
    const kind = this.node.type.name;
    const fields = (kindOf(kind)?.fields ?? []).filter(({ name }) => name !== "columns" || kind !== "table");
    this.panel.replaceChildren(
      form(fields, this.members(), this.around, (name, to) => this.set(withMember(this.members(), name, to))),
    );
    if (kind === "table") this.panel.append(this.columns());
    if (kind === "picture") this.showPicture();
  }

  private members(): Members {
    const { src } = this.node.attrs;
    return isMembers(src) ? src : { type: this.node.type.name };
  }

  private set(src: Members): void {
    const pos = this.pos();
    this.typed = src;
    if (pos !== undefined) this.view.dispatch(this.view.state.tr.setNodeAttribute(pos, "src", src));
  }

  /** The columns of a table, a line each. */
  private columns(): HTMLElement {
    const given = this.members().columns;
    const columns = Array.isArray(given) ? given : [];
    const line = (i: number) => {
      const change = (name: string, to: unknown) => {
        const now = this.members().columns;
        const all: unknown[] = Array.isArray(now) ? [...now] : [];
        while (all.length < Math.max(widthOf(this.node), i + 1)) all.push({});
        all[i] = withMember(isMembers(all[i]) ? all[i] : {}, name, to);
        this.set({ ...this.members(), columns: all });
      };
      return element("li", {}, form(COLUMN_FIELDS, isMembers(columns[i]) ? columns[i] : {}, this.around, change));
    };
    const lines = Array.from({ length: Math.max(widthOf(this.node), columns.length) }, (_, i) => line(i));
    return element("div", { class: "be-columns" }, element("p", {}, "Các cột, từ trái sang phải"), element("ol", {}, ...lines));
  }

  private showPicture(): void {
    const { file, alternative_text: text } = this.members();
    const url = typeof file === "string" ? this.around.pictures?.url(file) : null;
    this.dom.querySelector(":scope > img")?.remove();
    if (url)
      this.dom.insertBefore(element("img", { src: url, alt: typeof text === "string" ? text : "" }), this.contentDOM ?? null);
  }
}
