/** Blocks without text: a page break, and what the editor cannot read, shown as it is. */
import type { Node } from "prosemirror-model";
import type { NodeView } from "prosemirror-view";
import { isMembers } from "../model/json";
import { element } from "./form";

export class PageBreakView implements NodeView {
  readonly dom = element("div", { class: "be-page-break" }, element("span", {}, "Sang trang mới"));
}

export class OpaqueView implements NodeView {
  readonly dom: HTMLElement;

  constructor(node: Node) {
    const { value } = node.attrs;
    const kind = isMembers(value) && typeof value.type === "string" ? ` “${value.type}”` : "";
    const text = `Khối${kind} không sửa được ở đây; nội dung được giữ nguyên.`;
    this.dom = element("div", { class: "be-opaque" }, element("strong", {}, text), element("code", {}, JSON.stringify(value)));
  }

  ignoreMutation(): boolean {
    return true;
  }
}
