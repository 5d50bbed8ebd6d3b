/** Tab and Shift-Tab: one level down, one level up. */
import type { Node } from "prosemirror-model";
import type { Command, Transaction } from "prosemirror-state";
import type { KindName } from "../model/kinds";
import { before, selectedLines, turn, type Line } from "./lines";

const DEEPER: Partial<Record<string, KindName>> = {
  part: "chapter",
  chapter: "section",
  section: "subsection",
  article: "clause",
  clause: "point",
  point: "list",
};
const HIGHER: Partial<Record<string, KindName>> = {
  chapter: "part",
  section: "chapter",
  subsection: "section",
  clause: "article",
};
const LAST = 3;

/** Moves the selected lines by a level. It always takes the key: a Tab that leaves the page takes the next word with it. */
export function shift(by: 1 | -1): Command {
  return (state, dispatch) => {
    const lines = selectedLines(state);
    if (lines.length === 0) return false;
    const { tr } = state;
    for (const { pos } of lines) {
      const node = tr.doc.nodeAt(pos);
      if (node) (by > 0 ? deeper : higher)(tr, { pos, node });
    }
    if (tr.docChanged) dispatch?.(tr.scrollIntoView());
    return true;
  };
}

const levelOf = (node: Node): number => (node.type.name === "item" ? node.attrs.level : (node.attrs.src?.level ?? 1));

function deeper(tr: Transaction, line: Line): void {
  const { node, pos } = line;
  const level = levelOf(node);
  if (node.type.name === "item") {
    const above = tr.doc.resolve(pos).nodeBefore;
    // an item can only be in a list of the item above it
    if (node.attrs.list === null && level < LAST && above?.type.name === "item" && above.attrs.level >= level)
      itemLevel(tr, line, level + 1);
  } else if (node.type.name === "subclause") {
    if (level < LAST) setLevel(tr, line, level + 1);
    else turn(tr, line, "point");
  } else {
    const kind = DEEPER[node.type.name];
    if (kind) turn(tr, line, kind);
  }
}

function higher(tr: Transaction, line: Line): void {
  const { node, pos } = line;
  const level = levelOf(node);
  if (node.type.name === "item") {
    if (level > 1) itemLevel(tr, line, level - 1);
    else turn(tr, line, nearest(tr.doc, pos, ["point", "clause", "subclause"]) ? "point" : "paragraph");
  } else if (node.type.name === "subclause") {
    if (level > 1) setLevel(tr, line, level - 1);
    else turn(tr, line, "clause");
  } else if (node.type.name === "point") {
    turn(tr, line, nearest(tr.doc, pos, ["clause", "subclause", "article"]) === "subclause" ? "subclause" : "clause");
  } else {
    const kind = HIGHER[node.type.name];
    // 1. does not become Điều where there are none
    if (kind && (kind !== "article" || nearest(tr.doc, pos, ["article"]))) turn(tr, line, kind);
  }
}

/** The nearest line above that is of one of the kinds. */
function nearest(page: Node, pos: number, kinds: string[]): string | null {
  for (const node of before(page, pos)) if (kinds.includes(node.type.name)) return node.type.name;
  return null;
}

/** An item takes the sign of the items it comes to. */
function itemLevel(tr: Transaction, { pos, node }: Line, level: number): void {
  let marker: string | null = null;
  for (const other of before(tr.doc, pos)) {
    if (other.type.name !== "item" || other.attrs.level < level) break;
    if (other.attrs.level === level) {
      marker = other.attrs.marker;
      break;
    }
  }
  tr.setNodeMarkup(pos, null, { ...node.attrs, level, marker, list: null });
}

function setLevel(tr: Transaction, { pos, node }: Line, level: number): void {
  tr.setNodeAttribute(pos, "src", { type: "subclause", ...node.attrs.src, level });
}
