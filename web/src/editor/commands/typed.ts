/**
 * A number that was typed by hand, as one does in a word processor: when the line is finished with Enter, it becomes a block of
 * that kind and loses the number, for ours is printed. Nothing happens while one types: input methods take letters back.
 */
import type { ResolvedPos } from "prosemirror-model";
import type { Transaction } from "prosemirror-state";
import type { KindName } from "../model/kinds";
import { typedNumber, type Numbered } from "../paste/numbers";
import { turn } from "./lines";

/** Lines that are looked at; the number of a heading is seldom typed, and “Mục 1” may begin a sentence. */
const LINES = ["paragraph", "article", "clause", "subclause", "point", "item"];

/** Takes the typed number of the finished line; says whether there was one. */
export function takeNumber(tr: Transaction, $pos: ResolvedPos): boolean {
  const { parent } = $pos;
  if (
    $pos.parentOffset !== parent.content.size ||
    parent.attrs.of ||
    parent.attrs.part === "heading" ||
    !LINES.includes(parent.type.name)
  )
    return false;
  const text = parent.firstChild?.isText ? (parent.firstChild.text ?? "") : "";
  const number = typedNumber(text.replaceAll("\u00a0", " "));
  const rest = number ? parent.textContent.slice(number.length) : "";
  if (!number || rest.trim() === "" || !isSure(number, rest)) return false;
  const pos = $pos.before();
  turn(tr, { pos, node: parent }, number.type as KindName, attrsOf(number, rest, parent.attrs.level));
  tr.delete(pos + 1, pos + 1 + number.length);
  return true;
}

function isSure({ type }: Numbered, rest: string): boolean {
  return !/^(part|chapter|section|subsection)$/.test(type) || rest === rest.toUpperCase();
}

function attrsOf(number: Numbered, rest: string, level: number | undefined): Record<string, unknown> {
  if (number.type === "list")
    return { level: number.marker === "+" ? (level ?? 1) : 1, marker: number.marker === "+" ? "+" : null };
  if (number.type === "article") return { part: rest.length < 100 && !/[.;:,]$/.test(rest) ? "heading" : "text" };
  if (number.type === "clause") return { part: "text" };
  if (number.type === "subclause")
    return { part: "text", ...((number.level ?? 1) > 1 && { src: { type: "subclause", level: number.level } }) };
  return {};
}
