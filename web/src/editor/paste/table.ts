/** Pasted tables: rows of cells, with what is merged and which rows are heads. */
import type { Members } from "../model/json";
import { isBold, richOf, type Line } from "./line";
import { linesOf } from "./lines";

/** A table as members of a block; without `rows` where it only places text; null where there is nothing in it. */
export function tableOf(element: Element): Members | null {
  const rows = [...element.querySelectorAll("tr")].filter((row) => row.closest("table") === element);
  const cells = rows.map((row) => [...row.children].filter(({ localName }) => localName === "td" || localName === "th"));
  if (cells.flat().every((cell) => (cell.textContent ?? "").trim() === "")) return null;
  if (cells.flat().length === 1) return {};
  const read = cells.map((row) => row.map(cellOf));
  const heads = headRows(rows, cells, read);
  const caption = [...element.children].find(({ localName }) => localName === "caption");
  const said = caption ? linesOf(caption, true).filter((one): one is Line => typeof one === "object" && "pieces" in one) : [];
  return {
    ...(said[0] && { caption: richOf(said[0], true) }),
    ...(heads > 0 && { header: read.slice(0, heads).map((row) => row.map((cell) => written(cell, true))) }),
    rows: read.slice(heads).map((row) => row.map((cell) => written(cell, false))),
  };
}

interface Cell {
  lines: Line[];
  columns: number;
  rows: number;
}

function cellOf(element: Element): Cell {
  const lines = linesOf(element, true).filter((one): one is Line => typeof one === "object" && "pieces" in one);
  const span = (name: string) => Math.min(999, Math.max(1, Number.parseInt(element.getAttribute(name) ?? "1", 10) || 1));
  return { lines, columns: span("colspan"), rows: span("rowspan") };
}

/** Rows at the top that are marked as heads, or wholly bold while others are not. */
function headRows(rows: Element[], cells: Element[][], read: Cell[][]): number {
  const isHead = (i: number) => {
    const all = cells[i] ?? [];
    if (rows[i]?.parentElement?.localName === "thead" || (all.length > 0 && all.every(({ localName }) => localName === "th")))
      return true;
    const said = (read[i] ?? []).filter(({ lines }) => lines.length > 0);
    return said.length > 0 && said.every(({ lines }) => lines.every(isBold));
  };
  let heads = 0;
  while (heads < rows.length && isHead(heads)) heads += 1;
  // rows that a cell of the head reaches down to are heads too
  for (let i = 0; i < heads; i += 1)
    for (const { rows: span } of read[i] ?? []) heads = Math.max(heads, Math.min(rows.length, i + span));
  return heads < rows.length ? heads : 0;
}

/** A cell; the number that a program set before a line is part of its text here, for in a table nothing is counted. */
function written(cell: Cell, isHead: boolean): unknown {
  const isAllBold = cell.lines.length > 0 && cell.lines.every(isBold);
  const paragraphs = cell.lines.map((line) => {
    if (line.auto.trim() !== "")
      line.pieces.unshift({
        text: `${line.auto.trim()} `,
        looks: { bold: isAllBold, italic: false, underline: false, script: null, link: null },
      });
    return richOf(line, isAllBold);
  });
  const out: Members = {
    ...(isAllBold && !isHead && { bold: true }),
    ...(cell.columns > 1 && { columns: cell.columns }),
    ...(cell.rows > 1 && { rows: cell.rows }),
  };
  if (Object.keys(out).length === 0 && paragraphs.length < 2) return paragraphs[0] ?? "";
  return paragraphs.length > 0 ? { paragraphs, ...out } : out;
}
