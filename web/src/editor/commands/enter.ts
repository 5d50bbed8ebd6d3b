/**
 * Enter: the next line is of the kind that most likely comes next; in an empty line it goes one level up, and at last out to a
 * plain paragraph, as lists do in a word processor.
 */
import type { Attrs, Node, ResolvedPos } from "prosemirror-model";
import { Selection, TextSelection, type Command, type Transaction } from "prosemirror-state";
import { isHeading, isText, isUnit, type KindName } from "../model/kinds";
import { type } from "../model/schema";
import { kindName, turn } from "./lines";
import { takeNumber } from "./typed";

export const enter: Command = (state, dispatch) => {
  const { selection } = state;
  if (!(selection instanceof TextSelection)) return false;
  const tr = state.tr;
  if (!selection.empty) tr.deleteSelection();
  const $pos = tr.selection.$from;
  if (!$pos.parent.isTextblock) return false;
  const done = $pos.depth === 1 && isText(kindName($pos.parent)) ? inPage(tr, $pos) : inBox(tr, $pos);
  if (done) dispatch?.(tr.scrollIntoView());
  return done;
};

/** Shift-Enter: another line of the same text. */
export const lineBreak: Command = (state, dispatch) => {
  if (!state.selection.$from.parent.inlineContent) return false;
  dispatch?.(state.tr.replaceSelectionWith(type("hard_break").create(), true).scrollIntoView());
  return true;
};

function inPage(tr: Transaction, $pos: ResolvedPos): boolean {
  if ($pos.parent.content.size === 0 && $pos.parent.type.name !== "paragraph") leave(tr, $pos);
  else {
    const $end = takeNumber(tr, $pos) ? tr.selection.$from : $pos;
    split(tr, $end, ...next($end.parent));
  }
  return true;
}

/** Splits a line. At its beginning the new line goes before it: what the block is called and labelled stays with its text. */
function split(tr: Transaction, $pos: ResolvedPos, name: string, attrs: Attrs): void {
  if ($pos.parentOffset === 0 && $pos.parent.content.size > 0) {
    const before = $pos.parent.type.create({ ...$pos.parent.attrs, src: null });
    tr.insert($pos.before(), before);
    if (before.attrs.list) tr.setNodeAttribute($pos.before() + before.nodeSize, "list", null);
    return;
  }
  tr.split($pos.pos, 1, [{ type: type(name), attrs }]);
}

/** What comes behind a line. */
function next(node: Node): [string, Attrs] {
  const name = node.type.name;
  if (name === "item") return [name, { level: node.attrs.level, marker: node.attrs.marker }];
  if (name === "article" && node.attrs.part === "heading") return ["clause", { part: "text" }];
  if (isUnit(name) && node.attrs.part === "text") {
    const level = node.attrs.src?.level;
    return [name, { part: "text", src: level ? { type: name, level } : null }];
  }
  if (name === "point") return [name, {}];
  if (name === "line") return [name, { src: node.attrs.src?.align ? { type: name, align: node.attrs.src.align } : null }];
  return ["paragraph", {}];
}

/** What an empty line becomes. */
function leave(tr: Transaction, $pos: ResolvedPos): void {
  const node = $pos.parent;
  const line = { pos: $pos.before(), node };
  const name = node.type.name;
  const out: Partial<Record<string, KindName>> = { point: "clause", subclause: "clause" };
  if (name === "item" && node.attrs.level > 1)
    tr.setNodeMarkup(line.pos, null, { ...node.attrs, level: node.attrs.level - 1, list: null });
  else turn(tr, line, out[name] ?? "paragraph");
}

/** Lines of boxes that are followed by another of their kind. */
const REPEATED = ["quote_text", "checkbox_item", "table_note", "cell_text", "item"];

function inBox(tr: Transaction, $pos: ResolvedPos): boolean {
  const name = $pos.parent.type.name;
  if (REPEATED.includes(name)) {
    const isLast = $pos.index(-1) === $pos.node(-1).childCount - 1;
    const isOut = $pos.parent.content.size === 0 && isLast && $pos.depth === 2;
    const isNeeded = $pos.index(-1) === (name === "checkbox_item" ? 1 : 0) || name === "table_note";
    if (isOut) return out(tr, $pos, isNeeded ? 1 : $pos.depth);
    const attrs = name === "item" ? { level: $pos.parent.attrs.level, marker: $pos.parent.attrs.marker } : {};
    tr.split($pos.pos, 1, [{ type: $pos.parent.type, attrs }]);
    return true;
  }
  if (name === "pair_value") return nextPair(tr, $pos);
  if (name === "picture_caption" || name === "contents_title") return out(tr, $pos, 1);
  tr.setSelection(Selection.near(tr.doc.resolve($pos.after()), 1));
  return true;
}

/** Goes on in a paragraph behind the block; the line at `depth` goes away where it is in the block (depth 2 and more). */
function out(tr: Transaction, $pos: ResolvedPos, depth: number): boolean {
  const end = $pos.after(1);
  tr.insert(end, type("paragraph").create());
  tr.setSelection(TextSelection.create(tr.doc, end + 1));
  if (depth > 1) tr.delete($pos.before(depth), $pos.after(depth));
  return true;
}

/** Behind a value comes a line of the same form. */
function nextPair(tr: Transaction, $pos: ResolvedPos): boolean {
  const form = $pos.node($pos.depth - 2);
  const depth = $pos.depth - 2;
  if (form.textContent === "") return out(tr, $pos, depth);
  const at = $pos.after(depth);
  tr.insert(at, type(form.type.name).createAndFill(null, type("pair").createAndFill()) as Node);
  tr.setSelection(Selection.near(tr.doc.resolve(at + 1)));
  return true;
}

/** At the beginning of a line the key first takes away its kind, as it takes away a bullet; only then it joins lines. */
export const backspace: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset > 0 || !$from.parent.isTextblock) return false;
  const line = { pos: $from.depth > 0 ? $from.before() : 0, node: $from.parent };
  const name = line.node.type.name;
  const { tr } = state;
  if (name === "pair_label" && $from.node(-1).textContent === "" && $from.node(-2).childCount > 1)
    tr.delete($from.before(-1), $from.after(-1));
  else if (name === "pair_label" && $from.node(-2).type.name === "party_line" && $from.node(-2).textContent === "")
    tr.delete($from.before(-2), $from.after(-2));
  else if ($from.depth !== 1 || !isText(kindName(line.node)) || name === "paragraph") return false;
  else if (name === "item" && line.node.attrs.level > 1)
    tr.setNodeMarkup(line.pos, null, { ...line.node.attrs, level: line.node.attrs.level - 1, list: null });
  else turn(tr, line, "paragraph");
  dispatch?.(tr.scrollIntoView());
  return true;
};

/** Whether a line is bold as a whole, so that its plain words are the exception. */
export const isBoldLine = (node: Node): boolean => isHeading(node.type.name) || node.attrs.part === "heading";
