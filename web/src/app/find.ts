import { type Json, type Path, isObject } from "./json";

export interface Match {
  path: Path;
  /** What stands before, at and behind the match. */
  before: string;
  match: string;
  after: string;
}

const MOST_MATCHES = 200;
const CONTEXT = 40;
/** Members whose texts are no words of the document. */
const NO_WORDS = new Set(["$schema", "type", "doc_type", "id", "ref", "file", "picture", "width", "height", "align", "script"]);

/** Letters without case and marks, as long as the text itself: who types `bao cao` finds `Báo cáo`. */
export function folded(text: string): string {
  return [...text.normalize("NFC")].map((letter) => {
    const bare = letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace("đ", "d");
    return bare.length === letter.length ? bare : letter;
  }).join("");
}

/** Where words occur in a specification. With marks in them they must match letter by letter, else marks do not count. */
export function find(spec: Json, words: string): Match[] {
  const wanted = words.trim().normalize("NFC");
  if (wanted === "") return [];
  const isPlain = folded(wanted) === wanted.toLowerCase();
  const fold = isPlain ? folded : (text: string) => text.normalize("NFC").toLowerCase();
  const matches: Match[] = [];
  walk(spec, [], (text, path) => {
    const [whole, within, needle] = [text.normalize("NFC"), fold(text), fold(wanted)];
    for (let at = within.indexOf(needle); at >= 0 && matches.length < MOST_MATCHES; at = within.indexOf(needle, at + needle.length)) {
      matches.push(matchAt(whole, path, at, needle.length));
    }
  });
  return matches;
}

function matchAt(text: string, path: Path, at: number, length: number): Match {
  const start = Math.max(0, at - CONTEXT);
  return {
    path,
    before: (start > 0 ? "…" : "") + text.slice(start, at),
    match: text.slice(at, at + length),
    after: text.slice(at + length, at + length + CONTEXT),
  };
}

function walk(value: Json, path: Path, visit: (text: string, path: Path) => void): void {
  if (typeof value === "string") visit(value, path);
  else if (Array.isArray(value)) value.forEach((item, index) => walk(item, [...path, String(index)], visit));
  else if (isObject(value)) {
    for (const [member, inner] of Object.entries(value)) if (!NO_WORDS.has(member)) walk(inner, [...path, member], visit);
  }
}
