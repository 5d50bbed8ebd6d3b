/** Tables: caption, unit, rows of cells and notes; columns and other settings stay in the block. */
import { Fragment, type Node } from "prosemirror-model";
import { isListOf, isMaybe, isMembers, without, type Members } from "../model/json";
import { type } from "../model/schema";
import { isList, listNodes, listOf } from "./lists";
import { numberOf, numberText } from "./numbers";
import { inline, isRich, keep, put } from "./rich";

export function tableNode(block: Members): Node | null {
  const { caption, unit, notes, header, rows } = block;
  const sound =
    isMaybe(caption, isRich) &&
    isMaybe(unit, isRich) &&
    isListOf(notes, isRich) &&
    isListOf(header, isRow) &&
    isListOf(rows, isRow);
  if (!sound || !isListOf(block.columns, isMembers)) return null;
  const said = (notes as unknown[] | undefined) ?? [];
  const noteNodes = said.map((src) => type("table_note").create({ src }, inline(src)));
  if (noteNodes.length === 0) noteNodes.push(type("table_note").create());
  return type("table").create({ src: block }, [
    type("table_caption").create(null, inline(caption)),
    type("table_unit").create(null, inline(unit)),
    gridNode(block),
    ...noteNodes,
  ]);
}

/** The rows; a table that takes them from a file has one empty row, for a page needs some place. */
function gridNode(block: Members): Node {
  const make = (given: unknown, head: boolean) => rowNode(given, head);
  const header = ((block.header as unknown[] | undefined) ?? []).map((row) => make(row, true));
  const all = [...header, ...((block.rows as unknown[] | undefined) ?? []).map((row) => make(row, false))];
  if (all.length === 0) all.push(rowNode([""], false));
  return type("grid").create(null, all);
}

function isRow(value: unknown): boolean {
  const cells = isMembers(value) ? value.cells : value;
  return Array.isArray(cells) && cells.every(isCell);
}

/** A cell over more than that is a slip; the page makes a place for every column. */
const MOST = 999;

function isCell(value: unknown): boolean {
  if (typeof value === "number" || isRich(value)) return true;
  if (!isMembers(value)) return false;
  const spans = [value.columns, value.rows].every((n) => isMaybe(n, (one) => typeof one === "number" && one <= MOST));
  const looks = isMaybe(value.number, (one) => typeof one === "number") && isMaybe(value.list, isList);
  return spans && looks && isListOf(value.paragraphs, isRich) && isListOf(value.pictures, isMembers);
}

function rowNode(given: unknown, head: boolean): Node {
  const cells = isMembers(given) ? given.cells : given;
  const src = isMembers(given) ? without(given, "cells") : null;
  return type("row").create({ head, src }, (cells as unknown[]).map(cellNode));
}

function cellNode(given: unknown): Node {
  const cell = type("cell");
  const text = type("cell_text");
  const number = (n: unknown) => text.create({ number: true }, inline(numberText(n as number)));
  if (typeof given === "number") return cell.create({ src: given }, number(given));
  if (!isMembers(given)) return cell.create({ src: given }, text.create(null, inline(given)));
  const content: Node[] = ((given.pictures as Members[] | undefined) ?? []).map((src) => type("cell_picture").create({ src }));
  const texts = ((given.paragraphs as unknown[] | undefined) ?? []).map((src) => text.create({ src }, inline(src)));
  if (given.number != null) texts.unshift(number(given.number));
  if (texts.length === 0) texts.push(text.create());
  content.push(...texts);
  if (isList(given.list)) content.push(...listNodes(given.list));
  const span = (n: unknown) => Math.max(1, Math.trunc(typeof n === "number" ? n : 1));
  return cell.create({ src: given, colspan: span(given.columns), rowspan: span(given.rows) }, content);
}

export function tableBlock(node: Node): Members {
  const out: Members = { ...(node.attrs.src ?? { type: "table" }) };
  const [caption, unit, grid] = [node.child(0), node.child(1), node.child(2)];
  put(out, "caption", caption.content);
  put(out, "unit", unit.content);
  if (!isMembers(node.attrs.src) || !grid.content.eq(gridNode(node.attrs.src).content)) putRows(out, grid);
  const notes: unknown[] = [];
  node.forEach((child, _, i) => {
    const said = i > 2 ? keep(child.content, child.attrs.src) : null;
    if (said !== null) notes.push(said);
  });
  if (notes.length > 0) out.notes = notes;
  else if (Array.isArray(out.notes) && out.notes.length > 0) delete out.notes;
  return out;
}

/** Head rows are those at the top that are marked so. */
function putRows(out: Members, grid: Node): void {
  const all: Node[] = [];
  grid.forEach((row) => all.push(row));
  const first = all.findIndex((row) => !row.attrs.head);
  const heads = first < 0 ? all.length : first;
  const put = (name: string, rows: Node[]) => {
    if (rows.length > 0) out[name] = rows.map(rowBlock);
    else if (Array.isArray(out[name]) && out[name].length > 0) delete out[name];
  };
  put("header", all.slice(0, heads));
  put("rows", all.slice(heads));
}

function rowBlock(row: Node): unknown {
  const cells: unknown[] = [];
  row.forEach((cell) => cells.push(cellBlock(cell)));
  return row.attrs.src ? { ...row.attrs.src, cells } : cells;
}

function cellBlock(cell: Node): unknown {
  const { src } = cell.attrs;
  if (src !== null) {
    const as = cellNode(src);
    const spans = cell.attrs.colspan === as.attrs.colspan && cell.attrs.rowspan === as.attrs.rowspan;
    if (spans && cell.content.eq(as.content)) return src;
  }
  const out: Members = isMembers(src) ? without(src, "paragraphs", "pictures", "number", "list", "columns", "rows") : {};
  const { pictures, paragraphs, items, number } = contentOf(cell);
  if (pictures.length > 0) out.pictures = pictures;
  if (number !== undefined) out.number = number;
  if (paragraphs.length > 0) out.paragraphs = paragraphs;
  if (items.length > 0) out.list = listOf(items);
  if (cell.attrs.colspan > 1) out.columns = cell.attrs.colspan;
  if (cell.attrs.rowspan > 1) out.rows = cell.attrs.rowspan;
  return short(out);
}

/** A cell that has one text or one number, and nothing else to say, is that. */
function short(cell: Members): unknown {
  const names = Object.keys(cell);
  if (names.length === 0) return "";
  if (names.length > 1) return cell;
  if (names[0] === "number") return cell.number;
  const paragraphs = cell.paragraphs as unknown[] | undefined;
  return paragraphs?.length === 1 ? paragraphs[0] : cell;
}

function contentOf(cell: Node) {
  const pictures: unknown[] = [];
  const paragraphs: unknown[] = [];
  const items: Node[] = [];
  let number: number | undefined;
  cell.forEach((child) => {
    const name = child.type.name;
    if (name === "cell_picture") return void pictures.push(child.attrs.src ?? {});
    if (name === "item") return void items.push(child);
    // a number stays one only as long as what is typed over it is one
    if (child.attrs.number && number === undefined) {
      number = numberOf(child.textContent);
      if (number !== undefined) return;
    }
    const said = keep(child.content, child.attrs.src);
    if (said !== null) paragraphs.push(said);
  });
  return { pictures, paragraphs, items, number };
}

/** The cell in its long form, to which a look can be given. */
export function cellMembers(cell: Node): Members {
  const value = cellBlock(cell);
  if (isMembers(value)) return value;
  if (typeof value === "number") return { number: value };
  return value === "" ? {} : { paragraphs: [value] };
}

/** An empty table of so many rows, the first of them a head. */
export function newTable(rows: number, columns: number): Node {
  const row = (head: boolean) => type("row").create({ head }, Fragment.from(Array.from({ length: columns }, () => newCell())));
  const all = Array.from({ length: rows }, (_, i) => row(i === 0));
  const part = (name: string) => type(name).create();
  return type("table").create(null, [
    part("table_caption"),
    part("table_unit"),
    type("grid").create(null, all),
    part("table_note"),
  ]);
}

const newCell = (): Node => type("cell").create(null, type("cell_text").create());
