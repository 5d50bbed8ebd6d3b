/** Signs within a line that stand for something: a footnote, the number of a page, a small picture. A click opens them. */
import type { Node } from "prosemirror-model";
import { NodeSelection } from "prosemirror-state";
import type { EditorView, NodeView } from "prosemirror-view";
import { inline } from "../mapping/rich";
import type { Field } from "../model/fields";
import type { Members } from "../model/json";
import { ask } from "./dialog";
import { element, type Surroundings } from "./form";

interface Chip {
  title: string;
  fields: Field[];
  /** What stands on the page. */
  text(node: Node): string;
  /** What a screen reader says and the mouse shows. */
  says(node: Node): string;
  values(node: Node): Members;
  attrs(values: Members): Members | null;
}

const plain = (note: unknown): string => inline(note).textBetween(0, inline(note).size, " ");
const PICTURE: Field[] = [
  { name: "picture", title: "Tệp hình (PNG, JPEG)", type: "picture" },
  { name: "alternative_text", title: "Lời tả hình cho người không nhìn thấy", type: "text", wide: true },
  { name: "width", title: "Rộng", type: "length", hint: "12mm" },
  { name: "height", title: "Cao", type: "length", hint: "5mm" },
];

export const CHIPS: Record<string, Chip> = {
  footnote: {
    title: "Chú thích cuối trang",
    fields: [{ name: "note", title: "Nội dung chú thích", type: "rich" }],
    // the style sheet counts them
    text: () => "",
    says: (node) => `Chú thích cuối trang: ${plain(node.attrs.note)}`,
    values: ({ attrs }) => ({ note: attrs.note }),
    attrs: ({ note }) => (note == null || note === "" ? null : { note }),
  },
  page_of: {
    title: "Số trang của một khối",
    fields: [{ name: "id", title: "Khối", type: "block" }],
    text: (node) => `trang của ${node.attrs.id}`,
    says: (node) => `Số trang của khối ${node.attrs.id}`,
    values: ({ attrs }) => ({ id: attrs.id }),
    attrs: ({ id }) => (id ? { id } : null),
  },
  inline_picture: {
    title: "Hình trên dòng chữ",
    fields: PICTURE,
    text: (node) => node.attrs.src?.alternative_text || node.attrs.src?.picture || "hình",
    says: (node) => `Hình: ${node.attrs.src?.alternative_text ?? ""}`,
    values: ({ attrs }) => attrs.src ?? {},
    attrs: (src) => (src.picture ? { src } : null),
  },
  cell_picture: {
    title: "Hình trong ô",
    fields: PICTURE.map((field) => (field.name === "picture" ? { ...field, name: "file" } : field)),
    text: (node) => `Hình: ${node.attrs.src?.file ?? ""}`,
    says: (node) => `Hình: ${node.attrs.src?.alternative_text ?? ""}`,
    values: ({ attrs }) => attrs.src ?? {},
    attrs: (src) => (src.file ? { src } : null),
  },
};

export class ChipView implements NodeView {
  readonly dom: HTMLElement;
  private readonly chip: Chip;

  constructor(
    private node: Node,
    private readonly view: EditorView,
    private readonly pos: () => number | undefined,
    private readonly around: Surroundings,
  ) {
    this.chip = CHIPS[node.type.name] as Chip;
    this.dom = element("span", { class: `be-chip be-${node.type.name.replace("_", "-")}`, contenteditable: "false" });
    this.dom.addEventListener("click", () => void this.open());
    this.show();
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false;
    this.node = node;
    this.show();
    return true;
  }

  ignoreMutation(): boolean {
    return true;
  }

  private show(): void {
    const file = this.node.attrs.src?.picture ?? this.node.attrs.src?.file;
    const url = typeof file === "string" ? this.around.pictures?.url(file) : null;
    const says = this.chip.says(this.node);
    this.dom.title = says;
    this.dom.replaceChildren(url ? element("img", { src: url, alt: says }) : this.chip.text(this.node));
  }

  /** Opens it to be changed; where nothing is left of it, it goes. */
  async open(): Promise<void> {
    const values = await askChip(this.node.type.name, this.chip.values(this.node), this.view, this.around);
    const pos = this.pos();
    if (!values || pos === undefined) return;
    const attrs = this.chip.attrs(values);
    const { tr } = this.view.state;
    this.view.dispatch(attrs ? tr.setNodeMarkup(pos, null, attrs) : tr.delete(pos, pos + this.node.nodeSize));
  }
}

function askChip(name: string, values: Members, view: EditorView, around: Surroundings): Promise<Members | null> {
  const { title, fields } = CHIPS[name] as Chip;
  const host = view.dom.parentElement ?? document.body;
  const asked = ask(host, title, fields, values, around).finally(() => view.focus());
  return asked.then((given) => (given?.id ? { ...given, id: around.named(String(given.id)) } : given));
}

/** Asks for a new one and puts it at the caret. */
export async function insertChip(name: string, view: EditorView, around: Surroundings): Promise<void> {
  if (!view.state.selection.$from.parent.inlineContent && name !== "cell_picture") return;
  const values = await askChip(name, {}, view, around);
  const attrs = values && CHIPS[name]?.attrs(values);
  if (!attrs) return;
  const { state } = view;
  const node = state.schema.node(name, attrs, undefined, state.selection.$from.marks());
  // behind what is selected, not in its place: a footnote belongs to the words before it
  const tr = state.tr.insert(state.selection.to, node);
  view.dispatch(tr.scrollIntoView());
}

/** Opens the sign that is selected. */
export function openChip(view: EditorView): boolean {
  const { selection } = view.state;
  if (!(selection instanceof NodeSelection) || !CHIPS[selection.node.type.name]) return false;
  (view.nodeDOM(selection.from) as HTMLElement | null)?.click();
  return true;
}
