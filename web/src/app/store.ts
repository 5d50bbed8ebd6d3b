import { apply, History, type Step } from "./history";
import { type Json, type JsonObject, type Path, isObject, valueAt, withValue } from "./json";

/** Files by the names that a specification has for them. */
export type Beside = Map<string, Uint8Array<ArrayBuffer>>;

/** A document that is open. */
export interface Opened {
  /** Names its draft in this browser. */
  id: string;
  /** The file it came from, without extension; null for a new one. */
  name: string | null;
  /** The specification as it was opened, letter for letter. */
  text: string;
  /** The files beside it that it names: pictures, rows of tables, an organ file. */
  beside: Beside;
}

/** What has changed: all (another document), the form, a body, the files beside the document. */
export type Change =
  | { kind: "opened" }
  | { kind: "form"; step: Step }
  | { kind: "body"; path: Path }
  | { kind: "beside" };

/**
 * The document on the table: the specification as parsed JSON, so that members which the form does not know are kept as they
 * are. Everybody reads it here and hears of each change.
 */
export class Store {
  #listeners: ((change: Change) => void)[] = [];
  #history = new History();
  #opened: Opened = { id: "", name: null, text: "{}", beside: new Map() };
  #spec: JsonObject = {};
  #isChanged = false;

  get spec(): JsonObject {
    return this.#spec;
  }

  get opened(): Opened {
    return this.#opened;
  }

  /** As it would be saved: what was opened, letter for letter, until something is changed. */
  text(): string {
    return this.#isChanged ? JSON.stringify(this.#spec, null, 2) + "\n" : this.#opened.text;
  }

  listen(listener: (change: Change) => void): void {
    this.#listeners.push(listener);
  }

  /** Puts another document on the table. Throws a SyntaxError for what is no JSON, a TypeError for JSON that is no object. */
  open(opened: Opened): void {
    const spec = JSON.parse(opened.text.replace(/^\ufeff/, "")) as Json;
    if (!isObject(spec)) throw new TypeError("no object");
    this.#opened = opened;
    this.#spec = spec;
    this.#history = new History();
    this.#isChanged = false;
    this.#tell({ kind: "opened" });
  }

  value(path: Path): Json | undefined {
    return valueAt(this.#spec, path);
  }

  /** Sets a value of the form; `undefined` takes it away. */
  set(path: Path, after: Json | undefined): void {
    const before = this.value(path);
    if (before === after) return;
    this.#do({ kind: "set", path, before, after });
  }

  insert(path: Path, index: number, item: Json): void {
    // a list that is not there yet is set whole, so that taking the step back takes the list away too
    if (!Array.isArray(this.value(path))) this.#do({ kind: "set", path, before: this.value(path), after: [item] });
    else this.#do({ kind: "insert", path, index, item });
  }

  remove(path: Path, index: number): void {
    const items = this.value(path);
    if (!Array.isArray(items) || items[index] === undefined) return;
    if (items.length === 1) this.#do({ kind: "set", path, before: items, after: undefined });
    else this.#do({ kind: "remove", path, index, item: items[index] });
  }

  move(path: Path, from: number, to: number): void {
    this.#do({ kind: "move", path, from, to });
  }

  /** Takes over what a body's editor has; the editor keeps the history. */
  setBody(path: Path, blocks: Json[]): void {
    this.#spec = withValue(this.#spec, path, blocks) as JsonObject;
    this.#isChanged = true;
    this.#tell({ kind: "body", path });
  }

  /** Keeps a picture under a name that is free, or under its own where the same picture is there already. */
  addPicture(name: string, bytes: Uint8Array<ArrayBuffer>): string {
    const free = freeName(name, bytes, this.#opened.beside);
    this.supply(new Map([[free, bytes]]));
    return free;
  }

  /** Keeps files under the names by which the specification asks for them. */
  supply(files: Beside): void {
    for (const [name, bytes] of files) this.#opened.beside.set(name, bytes);
    this.#tell({ kind: "beside" });
  }

  /** Takes the last change of the form back; false when there is none. */
  undo(): boolean {
    return this.#apply(this.#history.undo());
  }

  redo(): boolean {
    return this.#apply(this.#history.redo());
  }

  #do(step: Step): void {
    this.#history.record(step, performance.now());
    this.#apply(step);
  }

  #apply(step: Step | undefined): boolean {
    if (!step) return false;
    this.#spec = apply(this.#spec, step) as JsonObject;
    this.#isChanged = true;
    this.#tell({ kind: "form", step });
    return true;
  }

  #tell(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }
}

function freeName(name: string, bytes: Uint8Array, kept: Beside): string {
  const clean = name.replace(/[/\\:]/g, "-") || "hinh.png";
  const dot = clean.lastIndexOf(".");
  const [stem, extension] = dot > 0 ? [clean.slice(0, dot), clean.slice(dot)] : [clean, ""];
  for (let count = 1; ; count++) {
    const tried = count === 1 ? clean : `${stem}-${count}${extension}`;
    const known = kept.get(tried);
    if (!known || isSame(known, bytes)) return tried;
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

