/** One box to tick: a click goes from “by hand” to ticked, to not ticked, and back. */
import type { Node } from "prosemirror-model";
import type { EditorView, NodeView, ViewMutationRecord } from "prosemirror-view";
import { element } from "./form";

const STATES = [
  { checked: null, sign: "☐", says: "Để đánh dấu bằng tay" },
  { checked: true, sign: "☒", says: "Đã đánh dấu" },
  { checked: false, sign: "☐", says: "Không đánh dấu" },
];

export class CheckboxView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  private readonly button = element("button", { type: "button", contenteditable: "false" });

  constructor(
    private node: Node,
    view: EditorView,
    pos: () => number | undefined,
  ) {
    this.contentDOM = element("p");
    this.dom = element("div", { class: "be-checkbox-item" }, this.button, this.contentDOM);
    this.button.addEventListener("click", () => {
      const at = pos();
      const next = STATES[(this.state() + 1) % STATES.length];
      if (at !== undefined && next) view.dispatch(view.state.tr.setNodeAttribute(at, "checked", next.checked));
    });
    this.show();
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false;
    this.node = node;
    this.show();
    return true;
  }

  stopEvent(event: Event): boolean {
    return event.target === this.button;
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== "selection" && !this.contentDOM.contains(mutation.target);
  }

  private state(): number {
    return Math.max(
      0,
      STATES.findIndex(({ checked }) => checked === this.node.attrs.checked),
    );
  }

  private show(): void {
    const now = STATES[this.state()];
    this.button.textContent = now?.sign ?? "";
    this.button.title = now?.says ?? "";
    this.button.setAttribute("aria-label", now?.says ?? "");
    this.button.dataset.checked = String(now?.checked ?? "");
  }
}
