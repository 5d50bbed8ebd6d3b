/** A line of pasted text: runs with looks, made a rich text of the specification. */
import type { Looks } from "./looks";

export interface Piece {
  text: string;
  looks: Looks;
  /** A footnote that stands behind the text. */
  note?: unknown;
}

export interface Line {
  pieces: Piece[];
  /** The number or sign that the program set before it by itself. */
  auto: string;
  /** Level of a heading (1–6), of a list (1 …); 0: none. */
  heading: number;
  level: number;
  /** How a list numbers this line: `decimal`, `lower-alpha`, `upper-roman`, `bullet`; empty: it is in none. */
  numbering: string;
  centred: boolean;
}

export const textOf = (line: Line): string => line.pieces.map(({ text }) => text).join("");

/** White space at both ends goes; two spaces are one. */
export function tidy(line: Line): void {
  let isAtBlank = true;
  for (const piece of line.pieces) {
    piece.text = piece.text.normalize("NFC").replace(/[\u200b\ufeff\u00ad]/g, "");
    piece.text = piece.text.replace(/[ \u00a0\u3000]+/g, " ");
    if (isAtBlank) piece.text = piece.text.replace(/^ +/, "");
    if (piece.text !== "") isAtBlank = piece.text.endsWith(" ");
    if (piece.note) isAtBlank = false;
  }
  const last = line.pieces.findLast(({ text, note }) => text !== "" || note);
  if (last && !last.note) last.text = last.text.trimEnd();
  line.pieces = line.pieces.filter(({ text, note }) => text !== "" || note);
}

/** Takes letters away from the beginning. */
export function cut(line: Line, length: number): void {
  let left = length;
  for (const piece of line.pieces) {
    const taken = Math.min(left, piece.text.length);
    piece.text = piece.text.slice(taken);
    left -= taken;
  }
  tidy(line);
}

/** Whether all that can be seen is bold. */
export function isBold(line: Line): boolean {
  const seen = line.pieces.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  return seen.length > 0 && seen.every(({ looks }) => looks.bold);
}

/** The rich text; `plain`: bold goes without saying here. */
export function richOf(line: Line, plain = false): unknown {
  const out: Record<string, unknown>[] = [];
  for (const { text, looks, note } of line.pieces) {
    const run: Record<string, unknown> = { text };
    if (looks.bold && !plain) run.bold = true;
    if (looks.italic) run.italic = true;
    if (looks.underline) run.underline = true;
    if (looks.script) run.script = looks.script;
    if (looks.link) run.link = looks.link;
    const last = out.at(-1);
    // a note stands behind the words before it, however its sign looked
    if (note !== undefined && last && !("note" in last)) {
      last.note = note;
      continue;
    }
    const isSame = last && !("note" in last) && JSON.stringify({ ...last, text }) === JSON.stringify(run);
    if (isSame) last.text = `${last.text}${text}`;
    else out.push(note === undefined ? run : { ...run, note });
  }
  // a look of nothing but spaces is none
  const runs = out.map((run) =>
    Object.keys(run).length === 1 || (String(run.text).trim() === "" && !run.note) ? run.text : run,
  );
  const merged: unknown[] = [];
  for (const run of runs) {
    if (typeof run === "string" && typeof merged.at(-1) === "string") merged.push(`${merged.pop()}${run}`);
    else merged.push(run);
  }
  return merged.length === 1 && typeof merged[0] === "string" ? merged[0] : merged;
}
