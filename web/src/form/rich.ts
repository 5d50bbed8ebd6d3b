import { type Json, type JsonObject, isObject } from "../app/json";

/** A text with looks is a string, or strings and objects in a row. */
type Run = Json;

/** The words of a text with looks. */
export function plainText(value: Json | undefined): string {
  if (typeof value === "string") return value;
  return Array.isArray(value) ? value.map(textOf).join("") : "";
}

function textOf(run: Run): string {
  if (typeof run === "string") return run;
  return isObject(run) && typeof run.text === "string" ? run.text : "";
}

/**
 * The value after its words were changed to `words`: what stands before and behind the change keeps its looks, links and
 * notes; new words look like those before them.
 */
export function withWords(value: Json | undefined, words: string): Json | undefined {
  if (!Array.isArray(value)) return words === "" ? undefined : words;
  const old = plainText(value);
  if (old === words) return value;
  const start = commonStart(old, words);
  const end = commonEnd(old, words, start);
  const changed = [...cut(value, 0, start), ...cut(value, old.length - end, old.length)];
  const runs = joined(insert(changed, start, words.slice(start, words.length - end)));
  return runs.length ? runs : undefined;
}

/** Strings that came to stand side by side are one. */
function joined(runs: Run[]): Run[] {
  return runs.reduce<Run[]>((done, run) => {
    const last = done.at(-1);
    return typeof last === "string" && typeof run === "string" ? [...done.slice(0, -1), last + run] : [...done, run];
  }, []);
}

function commonStart(a: string, b: string): number {
  let count = 0;
  while (count < a.length && count < b.length && a[count] === b[count]) count++;
  return count;
}

function commonEnd(a: string, b: string, start: number): number {
  let count = 0;
  while (count < a.length - start && count < b.length - start && a[a.length - 1 - count] === b[b.length - 1 - count]) count++;
  return count;
}

/** The part of a row of runs between two places of its words; what has no words (a picture) is kept where it is touched. */
function cut(runs: Run[], from: number, to: number): Run[] {
  const kept: Run[] = [];
  let at = 0;
  for (const run of runs) {
    const text = textOf(run);
    const [first, last] = [Math.max(from - at, 0), Math.min(to - at, text.length)];
    if (text === "" ? at >= from && at < to : first < last) kept.push(withText(run, text.slice(first, last)));
    at += text.length;
  }
  return kept;
}

function insert(runs: Run[], place: number, words: string): Run[] {
  if (words === "") return runs;
  let at = 0;
  for (const [index, run] of runs.entries()) {
    const text = textOf(run);
    const inside = place - at;
    if (inside <= text.length && text !== "" && (inside > 0 || index === 0)) {
      return runs.with(index, withText(run, text.slice(0, inside) + words + text.slice(inside)));
    }
    at += text.length;
  }
  return [...runs, words];
}

function withText(run: Run, text: string): Run {
  if (!isObject(run)) return text;
  return text === "" && run.text === undefined ? run : ({ ...run, text } as JsonObject);
}
