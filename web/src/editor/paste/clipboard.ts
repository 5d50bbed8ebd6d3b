/**
 * What is copied from and pasted into a page. Our own text comes back as it was; what other programs wrote becomes blocks of a
 * specification first, by `blocks.ts`, and then nodes.
 */
import { DOMParser, DOMSerializer, Fragment, Slice, type Mark, type Node } from "prosemirror-model";
import type { EditorProps, EditorView } from "prosemirror-view";
import { blockNodes } from "../mapping/blocks";
import type { Members } from "../model/json";
import { schema } from "../model/schema";
import { blocksOf, blocksOfText } from "./blocks";
import { fitted } from "./fit";

/** Every element that is copied carries what its node or mark is. */
function copied(): DOMSerializer {
  const nodes = DOMSerializer.nodesFromSchema(schema);
  const marks = DOMSerializer.marksFromSchema(schema);
  const note = (made: ReturnType<DOMSerializer["nodes"][string]>, of: Node | Mark) => {
    if (!Array.isArray(made)) return made;
    const [tag, second, ...rest] = made;
    const has = typeof second === "object" && second !== null && !Array.isArray(second) && !("nodeType" in second);
    const attrs = { ...(has ? second : {}), "data-be": of.type.name, "data-be-attrs": JSON.stringify(of.attrs) };
    return [tag, attrs, ...(has || second === undefined ? rest : [second, ...rest])] as typeof made;
  };
  for (const [name, make] of Object.entries(nodes)) if (name !== "text") nodes[name] = (node) => note(make(node), node);
  const marked = Object.entries(marks).map(
    ([name, make]) => [name, (mark: Mark, isInline: boolean) => note(make(mark, isInline), mark)] as const,
  );
  return new DOMSerializer(nodes, Object.fromEntries(marked));
}

/** Moves styles out of the way: the page's policy forbids them, and the browser complains of each. Marks of other editors go. */
function quiet(html: string): string {
  const plain = html.replace(/<style[\s\S]*?<\/style>/gi, "").replace(/\sdata-pm-slice="[^"]*"/g, "");
  return plain.replace(/(<[^>]*?\s)style\s*=/gi, "$1data-style=");
}

const isOurs = (html: string): boolean => html.includes("data-pm-slice") && html.includes("data-be=");

/** Reads foreign elements as blocks. */
class Reader extends DOMParser {
  override parseSlice(...[dom, options]: Parameters<DOMParser["parseSlice"]>): Slice {
    const element = dom as Element;
    if (element.querySelector("[data-be]")) return super.parseSlice(dom, options);
    return sliceOf(blocksOf(element));
  }
}

/** A single plain paragraph flows into the line with the caret; everything else stays blocks. */
function sliceOf(blocks: readonly Members[]): Slice {
  const content = Fragment.from(blocks.flatMap(blockNodes));
  const isFlowing = content.childCount === 1 && content.firstChild?.type.name === "paragraph";
  return isFlowing ? new Slice(content, 1, 1) : new Slice(content, 0, 0);
}

export function clipboard(addPictures: (view: EditorView, files: File[]) => boolean): EditorProps {
  return {
    clipboardSerializer: copied(),
    clipboardParser: new Reader(schema, DOMParser.fromSchema(schema).rules),
    transformPastedHTML: (html) => (isOurs(html) ? html : quiet(html)),
    clipboardTextParser: (text, _context, plain) => {
      const blocks = plain
        ? text
            .split(/\r\n?|\n/)
            .filter((line) => line.trim())
            .map((line) => ({ type: "paragraph", text: line.trim() }))
        : blocksOfText(text);
      return sliceOf(blocks);
    },
    transformPasted: (slice, view) => fitted(slice, view.state),
    handlePaste: (view, event) => addPictures(view, pictures(event.clipboardData)),
    handleDrop: (view, event) => addPictures(view, pictures(event.dataTransfer)),
  };
}

/** Picture files, but not the picture of a text that Word puts beside the text. */
function pictures(data: DataTransfer | null): File[] {
  const html = data?.getData("text/html").replace(/<!--[\s\S]*?-->|<[^>]*>/g, "") ?? "";
  if (!data || `${html}${data.getData("text/plain")}`.trim() !== "") return [];
  return [...data.files].filter(({ type }) => type === "image/png" || type === "image/jpeg");
}
