import { BodyEditor } from "../editor/index";
import type { Finding } from "../engine/protocol";
import { type Json, type Path, isWithin, toPointer } from "./json";
import { parts } from "./parts";
import { targetsElsewhere } from "./targets";
import { isPicture } from "./files";
import { readPicture } from "./pictures";
import type { Store } from "./store";

export interface BodiesEvents {
  /** The caret stands at this place of the specification. */
  caret(pointer: string): void;
  pictureUrl(name: string): string | null;
  /** A picture was refused, and why. */
  say(message: string): void;
}

interface Held {
  host: HTMLElement;
  editor: BodyEditor;
}

/** An editor for the body of each part that was looked at; each keeps its history while its part is out of sight. */
export class Bodies {
  #host: HTMLElement;
  #store: Store;
  #events: BodiesEvents;
  #held = new Map<string, Held>();
  #labels: Record<string, string> = {};
  #findings: readonly Finding[] = [];
  #shown = "";

  constructor(host: HTMLElement, store: Store, events: BodiesEvents) {
    this.#host = host;
    this.#store = store;
    this.#events = events;
  }

  /** The editor of the part that is shown. */
  get editor(): BodyEditor | undefined {
    return this.#held.get(this.#shown)?.editor;
  }

  /** Shows the body of a part, from now on the only one in sight. */
  show(part: Path): void {
    this.#shown = toPointer([...part, "body"]);
    if (!this.#held.has(this.#shown)) this.#held.set(this.#shown, this.#make([...part, "body"]));
    for (const [pointer, { host }] of this.#held) host.hidden = pointer !== this.#shown;
    this.#pass(this.#shown);
  }

  /** Forgets all editors: another document, or parts have changed places. */
  reset(): void {
    for (const { editor, host } of this.#held.values()) {
      editor.destroy();
      host.remove();
    }
    this.#held.clear();
    this.#shown = "";
  }

  /** Puts the caret at a place of the specification inside the part that is shown. */
  focus(pointer: string): boolean {
    if (!isWithin(pointer, this.#shown)) return false;
    return this.editor?.focus(pointer.slice(this.#shown.length)) ?? false;
  }

  setLabels(labels: Record<string, string>): void {
    this.#labels = labels;
    this.#pass(this.#shown);
  }

  setFindings(findings: readonly Finding[]): void {
    this.#findings = findings;
    this.#pass(this.#shown);
  }

  #make(path: Path): Held {
    const host = document.createElement("div");
    host.className = "body-host";
    this.#host.append(host);
    const blocks = this.#store.value(path);
    const pointer = toPointer(path);
    const editor: BodyEditor = new BodyEditor(host, Array.isArray(blocks) ? blocks : [], {
      change: () => this.#store.setBody(path, editor.blocks() as Json[]),
      elsewhere: () => targetsElsewhere(this.#store.spec, path, this.#labels),
      selection: (at) => this.#events.caret(at === null ? pointer : pointer + at),
    }, {
      names: () => [...this.#store.opened.beside.keys()].filter(isPicture),
      url: (name) => this.#events.pictureUrl(name),
      add: (file) => this.#add(file),
    });
    return { host, editor };
  }

  async #add(file: File): Promise<string | null> {
    const picture = await readPicture(file, ["png", "jpeg"]);
    if ("bytes" in picture) return this.#store.addPicture(file.name, picture.bytes);
    this.#events.say(picture.refused);
    return null;
  }

  /** Hands on what concerns a body, with pointers from its own root. */
  #pass(body: string): void {
    const editor = this.#held.get(body)?.editor;
    if (!editor) return;
    editor.setLabels(Object.fromEntries(Object.entries(this.#labels).filter(([at]) => isWithin(at, body)).map(([at, label]) => [at.slice(body.length), label])));
    editor.setFindings(this.#findings.flatMap((finding) => {
      const at = finding.pointer ?? "";
      return isWithin(at, body) ? [{ ...finding, pointer: at.slice(body.length) }] : [];
    }));
  }
}

/** Whether a part is still there. */
export function exists(store: Store, part: Path): boolean {
  return parts(store.spec).some(({ path }) => toPointer(path) === toPointer(part));
}
