/**
 * What the page shows and does not hold: printed numbers before their lines, and lines under what findings speak of. Both are
 * decorations, so that they are never part of the text, nor of its history.
 */
import type { Node } from "prosemirror-model";
import { Plugin, PluginKey, type EditorState, type Transaction } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";
import { Finder } from "../mapping/places";

export interface Finding {
  pointer: string;
  severity: string;
}

interface Shown {
  labels: DecorationSet;
  findings: DecorationSet;
  /** Both together. */
  all: DecorationSet;
}
type News = { labels?: Record<string, string>; findings?: Finding[] };

const key = new PluginKey<Shown>("shown");

function labelDecorations(page: Node, labels: Record<string, string>): DecorationSet {
  const finder = new Finder(page);
  const out: Decoration[] = [];
  for (const [pointer, label] of Object.entries(labels)) {
    const group = finder.group(pointer);
    const first = group?.nodes[0];
    if (!group || !first || label === "") continue;
    // the number of a table or a picture stands before its caption
    const line = first.isTextblock
      ? { pos: group.pos, node: first }
      : first.firstChild && { pos: group.pos + 1, node: first.firstChild };
    if (line?.node.isTextblock) out.push(numbered(line.pos, line.node, label));
  }
  return DecorationSet.create(page, out);
}

const numbered = (pos: number, node: Node, label: string): Decoration =>
  Decoration.node(pos, pos + node.nodeSize, { "data-label": label }, { label });

/**
 * The numbers after a change. A line that was split is another one to the decorations, which would drop its number until the
 * next preview: the number stays where the line begins.
 */
function moved(labels: DecorationSet, tr: Transaction): DecorationSet {
  if (tr.before.childCount === tr.doc.childCount) return labels.map(tr.mapping, tr.doc);
  const out = labels.find().flatMap(({ from, spec }) => {
    const { deleted, pos } = tr.mapping.mapResult(from, 1);
    const node = deleted ? null : tr.doc.nodeAt(pos);
    return node?.isTextblock ? [numbered(pos, node, spec.label)] : [];
  });
  return DecorationSet.create(tr.doc, out);
}

function findingDecorations(page: Node, findings: readonly Finding[]): DecorationSet {
  const finder = new Finder(page);
  const out: Decoration[] = [];
  for (const { pointer, severity } of findings) {
    const at = finder.stretch(pointer);
    if (!at) continue;
    const look = { class: `be-found be-found-${severity.toLowerCase()}` };
    const { place, from, to } = at;
    if (place.node.isTextblock && to > from) out.push(Decoration.inline(from, to, look));
    else out.push(Decoration.node(place.pos, place.pos + place.node.nodeSize, look));
  }
  return DecorationSet.create(page, out);
}

export const shown = new Plugin<Shown>({
  key,
  state: {
    init: () => ({ labels: DecorationSet.empty, findings: DecorationSet.empty, all: DecorationSet.empty }),
    apply(tr, last) {
      const news: News | undefined = tr.getMeta(key);
      if (!news && !tr.docChanged) return last;
      const labels = news?.labels ? labelDecorations(tr.doc, news.labels) : moved(last.labels, tr);
      const findings = news?.findings ? findingDecorations(tr.doc, news.findings) : last.findings.map(tr.mapping, tr.doc);
      return { labels, findings, all: labels.add(tr.doc, findings.find()) };
    },
  },
  props: {
    decorations: (state) => key.getState(state)?.all,
  },
});

/** The printed number of the block at a position. */
export function labelAt(state: EditorState, pos: number): string | null {
  const found = key.getState(state)?.labels.find(pos, pos + 1) ?? [];
  const at = found.find(({ from }) => from === pos || from === pos + 1);
  return at ? String(at.spec.label) : null;
}

/**
 * Hands news to the page. While an input method composes a word nothing may be dispatched: the news waits, and of what waits
 * only the last counts.
 */
export class Messenger {
  private waiting: News = {};
  private readonly deliver = () => {
    // the view reads what came of a composition 20 ms after its end
    setTimeout(() => this.flush(), 50);
  };

  constructor(private readonly view: EditorView) {
    view.dom.addEventListener("compositionend", this.deliver);
  }

  /** Numbers and findings come together: they are shown together. */
  tell(news: News): void {
    Object.assign(this.waiting, news);
    queueMicrotask(() => this.flush());
  }

  /** The page is another one: what was said of the old one is forgotten. */
  forget(): void {
    this.waiting = {};
  }

  destroy(): void {
    this.view.dom.removeEventListener("compositionend", this.deliver);
  }

  private flush(): void {
    if (this.view.isDestroyed || this.view.composing) return;
    const news = this.waiting;
    this.waiting = {};
    if (news.labels || news.findings) this.view.dispatch(message(this.view.state.tr, news));
  }
}

function message(tr: Transaction, news: News): Transaction {
  return tr.setMeta(key, news).setMeta("addToHistory", false);
}
