import { type Json, type JsonObject, type Path, isObject } from "./json";

/** A part of the document with a body of its own. */
export interface Part {
  path: Path;
  title: string;
}

export const MAIN: Path = [];

/** The document itself, the texts attached to it, its appendices, in the order of printing. */
export function parts(spec: JsonObject): Part[] {
  const attached = items(spec.attachments).map((_, index, all) => ({ path: ["attachments", String(index)], title: numbered("Kèm theo", index, all.length) }));
  const appendices = items(spec.appendices).map((_, index, all) => ({
    path: ["appendices", String(index)], title: all.length > 1 ? `Phụ lục ${roman(index + 1)}` : "Phụ lục",
  }));
  return [{ path: MAIN, title: "Văn bản" }, ...attached, ...appendices];
}

function items(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function numbered(word: string, index: number, count: number): string {
  return count > 1 ? `${word} ${index + 1}` : word;
}

const FIGURES: readonly [number, string][] = [[100, "C"], [90, "XC"], [50, "L"], [40, "XL"], [10, "X"], [9, "IX"], [5, "V"], [4, "IV"], [1, "I"]];

/** As the program numbers appendices. */
export function roman(number: number): string {
  let [rest, text] = [number, ""];
  for (const [value, figures] of FIGURES) {
    while (rest >= value) [rest, text] = [rest - value, text + figures];
  }
  return text;
}

/** The part that a place of the specification belongs to. */
export function partOf(path: Path): Path {
  return path[0] === "appendices" || path[0] === "attachments" ? path.slice(0, 2) : MAIN;
}

export const NEW_APPENDIX: JsonObject = { title: "Tên phụ lục", body: [{ type: "paragraph", text: "Nội dung phụ lục" }] };
export const NEW_ATTACHMENT: JsonObject = { doc_type: "regulation", subject: "Tên văn bản kèm theo", body: [{ type: "article", heading: "Phạm vi điều chỉnh", text: "Nội dung điều" }] };
