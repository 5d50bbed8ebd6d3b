/** Lines and tables as blocks of a specification. */
import type { Members } from "../model/json";
import { cut, isBold, richOf, textOf, type Line } from "./line";
import { linesOf, type Piece } from "./lines";
import { setNumber, typedNumber, type Numbered } from "./numbers";
import { tableOf } from "./table";

/** The blocks of pasted HTML. */
export function blocksOf(root: Element): Members[] {
  return assemble(linesOf(root));
}

/** The blocks of plain text, a line each. */
export function blocksOfText(text: string): Members[] {
  const looks = { bold: false, italic: false, underline: false, script: null, link: null };
  const lines = text
    .normalize("NFC")
    .split(/\r\n?|\n/)
    .map((one) => one.replace(/[\t ]+/g, " ").trim());
  return assemble(
    lines
      .filter(Boolean)
      .map((one): Line => ({ pieces: [{ text: one, looks }], auto: "", heading: 0, level: 0, numbering: "", centred: false })),
  );
}

interface Item {
  level: number;
  marker: string | undefined;
  text: unknown;
}

function assemble(pieces: Piece[]): Members[] {
  const out: Members[] = [];
  let items: Item[] = [];
  const endList = () => {
    if (items.length > 0) out.push({ type: "list", ...nest(items, 1) });
    items = [];
  };
  pieces.forEach((piece, i) => {
    if (piece === "page_break") return (endList(), void out.push({ type: "page_break" }));
    if ("table" in piece) return (endList(), out.push(...tableBlocks(piece.table, out)));
    const block = lineBlock(piece, waiting(out));
    if (block.type === "list") return void items.push(block.item as Item);
    endList();
    if (isTitleOf(out.at(-1), piece, pieces[i - 1])) (out.at(-1) as Members).heading = richOf(piece, true);
    else out.push(block);
  });
  endList();
  // a heading without a name: its number alone
  return out.map((block) => ("heading" in block && block.heading === "" ? { type: "paragraph", text: block.was } : strip(block)));
}

const strip = ({ was: _, ...block }: Members): Members => block;
const waiting = (out: Members[]): boolean => out.at(-1)?.heading === "";

/** “Chương I” on a line of its own takes the next line as its name. */
function isTitleOf(last: Members | undefined, line: Line, before: Piece | undefined): boolean {
  return last?.heading === "" && typeof before === "object" && "pieces" in before && line.auto === "";
}

function lineBlock(line: Line, isTitle: boolean): Members {
  const text = textOf(line);
  const number = isTitle ? null : numberOf(line, text);
  if (!number) return line.heading > 0 ? heading(line) : { type: "paragraph", text: richOf(line) };
  const isAllBold = isBold(line) || line.heading > 0;
  cut(line, number.length);
  const rest = textOf(line);
  switch (number.type) {
    case "list":
      return {
        type: "list",
        item: { level: Math.max(1, number.level ?? line.level), marker: number.marker, text: richOf(line) },
      };
    case "point":
      return { type: "point", text: richOf(line) };
    case "article":
    case "clause":
    case "subclause": {
      const isHeading = isAllBold || (number.type === "article" && rest.length < 150 && !/[.;:,]$/.test(rest));
      const level = (number.level ?? 1) > 1 ? { level: number.level } : {};
      return { type: number.type, ...level, [isHeading ? "heading" : "text"]: richOf(line, isHeading) };
    }
    default:
      return { type: number.type, heading: rest === "" ? "" : richOf(line, true), ...(rest === "" && { was: text }) };
  }
}

/** The number that a line has: set by the program, typed, or that of its list. */
function numberOf(line: Line, text: string): Numbered | null {
  if (line.auto.trim() !== "") {
    const number = setNumber(line.auto);
    return number.type === "list" ? { ...number, level: Math.max(1, line.level) } : number;
  }
  const typed = typedNumber(text);
  // “Phần I của báo cáo …” in the middle of a text is no heading
  if (typed && !(/^(part|chapter|section|subsection)$/.test(typed.type) && !isHeadingLike(line, text, typed))) {
    return typed.type === "list" ? { ...typed, level: Math.max(1, line.level) } : typed;
  }
  const { numbering, level } = line;
  if (numbering === "") return null;
  if (numbering === "bullet") return { type: "list", length: 0, level };
  if (numbering === "upper-roman") return { type: "section", length: 0 };
  if (numbering === "lower-alpha") return { type: "point", length: 0 };
  return level > 1 ? { type: "subclause", length: 0, level: level - 1 } : { type: "clause", length: 0 };
}

function isHeadingLike(line: Line, text: string, { length }: Numbered): boolean {
  const rest = text.slice(length);
  return (
    line.heading > 0 ||
    line.centred ||
    isBold(line) ||
    rest === "" ||
    rest === rest.toUpperCase() ||
    (rest.length < 120 && !/[.;:,]$/.test(rest))
  );
}

/** A heading without a number gets the one of its level. */
function heading(line: Line): Members {
  const text = richOf(line, true);
  if (line.heading === 1) return { type: "section", heading: text };
  if (line.heading === 2) return { type: "clause", heading: text };
  return { type: "subclause", ...(line.heading > 3 && { level: Math.min(3, line.heading - 2) }), heading: text };
}

/** Items with levels as lists in lists. */
function nest(items: Item[], level: number): Members {
  const marker = items[0]?.marker;
  const usual = level % 2 === 1 ? "-" : "+";
  const out: unknown[] = [];
  for (let i = 0; i < items.length;) {
    const item = items[i] as Item;
    let end = i + 1;
    while (end < items.length && isBelow(items[end] as Item, item)) end += 1;
    const below = items.slice(i + 1, end);
    out.push(below.length > 0 && level < 3 ? { text: item.text, list: nest(below, level + 1) } : item.text);
    if (level >= 3) out.push(...below.map(({ text }) => text));
    i = end;
  }
  return { ...(marker && marker !== usual && { marker }), items: out };
}

/** An item is below another by its level, or as + is below -. */
const isBelow = (item: Item, over: Item): boolean =>
  item.level > over.level || (item.level === over.level && item.marker === "+" && over.marker !== "+");

/** A table; the line “Bảng 1. …” right before it is its caption. */
function tableBlocks(element: Element, before: Members[]): Members[] {
  const table = tableOf(element);
  if (!table) return [];
  if (!("rows" in table)) return assemble(linesOf(element, true));
  const last = before.at(-1);
  const name =
    last?.type === "paragraph" && typeof last.text === "string" ? /^(?:Bảng|Biểu)\s+[\d.]+[.:]\s*(?=.)/.exec(last.text) : null;
  if (name && last) {
    before.pop();
    return [{ type: "table", caption: (last.text as string).slice(name[0].length), ...table }];
  }
  return [{ type: "table", ...table }];
}
