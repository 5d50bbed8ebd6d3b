import { type Json, type Path, toPointer, valueAt, withItemAt, withValue } from "./json";

/** One change of the form. Bodies have a history of their own, in their editors: a step touches only its own place. */
export type Step =
  | { kind: "set"; path: Path; before: Json | undefined; after: Json | undefined }
  | { kind: "insert"; path: Path; index: number; item: Json }
  | { kind: "remove"; path: Path; index: number; item: Json }
  | { kind: "move"; path: Path; from: number; to: number };

/** Changes of one field within so many milliseconds are one step: a word, not a letter. */
const TYPING = 1200;
const MOST_STEPS = 500;

export function apply(root: Json, step: Step): Json {
  switch (step.kind) {
    case "set": return withValue(root, step.path, step.after);
    case "insert": return withItemAt(root, step.path, step.index, step.item);
    case "remove": return withValue(root, [...step.path, String(step.index)], undefined);
    case "move": return moved(root, step.path, step.from, step.to);
  }
}

export function inverse(step: Step): Step {
  switch (step.kind) {
    case "set": return { ...step, before: step.after, after: step.before };
    case "insert": return { ...step, kind: "remove" };
    case "remove": return { ...step, kind: "insert" };
    case "move": return { ...step, from: step.to, to: step.from };
  }
}

function moved(root: Json, path: Path, from: number, to: number): Json {
  const items = valueAt(root, path);
  if (!Array.isArray(items) || items[from] === undefined) return root;
  const copy = [...items];
  copy.splice(to, 0, ...copy.splice(from, 1));
  return withValue(root, path, copy);
}

export class History {
  #done: Step[] = [];
  #undone: Step[] = [];
  #last = 0;

  record(step: Step, now: number): void {
    const previous = this.#done.at(-1);
    const isTyping = now - this.#last < TYPING && previous?.kind === "set" && step.kind === "set" && toPointer(previous.path) === toPointer(step.path);
    if (isTyping) this.#done[this.#done.length - 1] = { ...previous, after: step.after };
    else this.#done.push(step);
    if (this.#done.length > MOST_STEPS) this.#done.shift();
    this.#undone = [];
    this.#last = now;
  }

  /** The step that takes the last change back, if there is one. */
  undo(): Step | undefined {
    const step = this.#done.pop();
    if (!step) return undefined;
    this.#undone.push(step);
    this.#last = 0;
    return inverse(step);
  }

  redo(): Step | undefined {
    const step = this.#undone.pop();
    if (step) this.#done.push(step);
    this.#last = 0;
    return step;
  }
}
