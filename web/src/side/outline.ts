import { type Json, type JsonObject, type Path, isObject, toPointer } from "../app/json";
import { plainText } from "../form/rich";

export interface Heading {
  path: Path;
  depth: number;
  text: string;
}

const DEPTHS: Record<string, number> = { part: 0, chapter: 0, section: 1, subsection: 2, article: 2, clause: 3, subclause: 3 };
/** Blocks that stand in an outline though they have no heading of their own. */
const ALWAYS = new Set(["part", "chapter", "article"]);
const LONGEST = 90;

/** The headings of a body, with their printed numbers. */
export function headings(body: Json | undefined, path: Path, labels: Record<string, string>): Heading[] {
  if (!Array.isArray(body)) return [];
  return body.flatMap((block, index) => {
    const at = [...path, String(index)];
    return isObject(block) ? (heading(block, at, labels) ?? []) : [];
  });
}

function heading(block: JsonObject, path: Path, labels: Record<string, string>): Heading | undefined {
  const depth = typeof block.type === "string" ? DEPTHS[block.type] : undefined;
  const own = plainText(block.heading);
  if (depth === undefined || (own === "" && !ALWAYS.has(String(block.type)))) return undefined;
  const words = own || plainText(block.text);
  const text = `${labels[toPointer(path)] ?? ""} ${words}`.trim().replaceAll("\n", " ");
  return { path, depth, text: text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text };
}
