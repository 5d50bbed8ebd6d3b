/** The editor of a body: one page, a bar above it, and what it tells the application. */
import { history, redo, undo } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import { EditorState, type Plugin } from "prosemirror-state";
import { tableEditing } from "prosemirror-tables";
import { EditorView } from "prosemirror-view";
import { keys } from "./commands/keys";
import { bodyOf, pageOf } from "./mapping/blocks";
import { Finder, pointerAt } from "./mapping/places";
import { KINDS, kindOf, type KindName } from "./model/kinds";
import { clipboard } from "./paste/clipboard";
import { addPictures } from "./paste/pictures";
import { fresh } from "./plugins/fresh";
import { here } from "./plugins/here";
import { WAY_OUT, wayOut } from "./plugins/way-out";
import { Messenger, shown, type Finding } from "./plugins/shown";
import { Actions } from "./views/actions";
import { openChip } from "./views/chips";
import { element, type Pictures, type Surroundings } from "./views/form";
import { named, targets } from "./views/targets";
import { nodeViews } from "./views";
import { Toolbar } from "./views/toolbar";

export type { Finding, Pictures };

export interface EditorEvents {
  /** The body is another one; asked for with `blocks()`. */
  change(): void;
  /** The caret is in the value of this pointer, relative to the body. */
  selection(pointer: string | null): void;
  /** Blocks outside this body that can be referred to: their `id` and what they are called. */
  elsewhere?(): [id: string, title: string][];
}

/** One page that edits a `body`: of the document, of an attached text, of an appendix. */
export class BodyEditor {
  private readonly view: EditorView;
  private readonly toolbar: Toolbar;
  private readonly actions: Actions;
  private readonly messenger: Messenger;
  private readonly dom: HTMLElement;
  private pointer: string | null = null;

  constructor(
    host: HTMLElement,
    blocks: readonly unknown[],
    private readonly events: EditorEvents,
    /** The pictures of the document, where the application keeps them; without it a picture is called by its name. */
    pictures?: Pictures,
  ) {
    const around: Surroundings = {
      blocks: () => [...targets(this.view.state), ...(events.elsewhere?.() ?? [])],
      pictures,
      named: (value) => named(this.view, value),
    };
    const place = element("div", { class: "be-page" });
    this.view = new EditorView(place, {
      state: this.state(blocks),
      nodeViews: nodeViews(around),
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": "Nội dung văn bản",
        "aria-description": WAY_OUT,
        lang: "vi",
        spellcheck: "false",
      },
      ...clipboard((view, files) => addPictures(pictures, view, files)),
      dispatchTransaction: (tr) => {
        this.view.updateState(this.view.state.apply(tr));
        this.follow(tr.docChanged);
      },
    });
    this.actions = new Actions(this.view, around);
    this.toolbar = new Toolbar(this.view, this.actions);
    this.messenger = new Messenger(this.view);
    this.dom = element("div", { class: "be-editor" }, this.toolbar.dom, place);
    host.append(this.dom);
  }

  /** The body. What was not touched are the very values that came in: they are not to be changed. */
  blocks(): unknown[] {
    return bodyOf(this.view.state.doc);
  }

  /** Another body, with a history of its own. */
  replace(blocks: readonly unknown[]): void {
    this.messenger.forget();
    this.view.updateState(this.state(blocks));
    this.follow(false);
  }

  /** The caret goes to the value of a pointer; false where it is none of this body. */
  focus(pointer: string): boolean {
    const at = new Finder(this.view.state.doc).stretch(pointer);
    if (!at) return false;
    if (at.place.node.isTextblock) this.actions.go(at.from);
    else this.actions.open(at.place.pos, pointer.split("/").slice(2).join("."));
    return true;
  }

  /** Printed numbers, by the pointer of the block. */
  setLabels(labels: Record<string, string>): void {
    this.messenger.tell({ labels });
  }

  setFindings(findings: readonly Finding[]): void {
    this.messenger.tell({ findings: [...findings] });
  }

  undo(): void {
    undo(this.view.state, this.view.dispatch);
  }

  redo(): void {
    redo(this.view.state, this.view.dispatch);
  }

  insert(kind: string): void {
    if (kindOf(kind)) this.actions.insert(kind as KindName);
  }

  kinds(): { kind: string; title: string }[] {
    return Object.entries(KINDS).map(([kind, { title }]) => ({ kind, title }));
  }

  destroy(): void {
    this.messenger.destroy();
    this.view.destroy();
    this.dom.remove();
  }

  private state(blocks: readonly unknown[]): EditorState {
    return EditorState.create({ doc: pageOf(blocks), plugins: this.plugins() });
  }

  private plugins(): Plugin[] {
    const asking = keymap({
      "Mod-k": () => this.later(() => this.actions.link()),
      "Mod-Alt-f": () => this.later(() => this.actions.sign("footnote")),
      "Alt-Enter": () => this.later(() => this.actions.settings()),
      Enter: (_state, _dispatch, view) => view !== undefined && openChip(view),
    });
    return [fresh, wayOut(), history(), asking, keymap(keys()), tableEditing(), shown, here];
  }

  /** A dialog opens when the key has been dealt with. */
  private later(run: () => Promise<void>): boolean {
    queueMicrotask(() => void run());
    return true;
  }

  private follow(isChanged: boolean): void {
    this.toolbar.follow();
    if (isChanged) this.events.change();
    const pointer = pointerAt(this.view.state.doc, this.view.state.selection.from);
    if (pointer !== this.pointer) this.events.selection((this.pointer = pointer));
  }
}
