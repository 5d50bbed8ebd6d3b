/** Lists: nested in the specification, on the page one line an item with its level. */
import type { Node } from "prosemirror-model";
import { isMaybe, isMembers, without, type Members } from "../model/json";
import { type } from "../model/schema";
import { inline, isRich, keep } from "./rich";

export function isList(value: unknown): value is Members & { items: unknown[] } {
  return (
    isMembers(value) &&
    Array.isArray(value.items) &&
    value.items.every(isItem) &&
    isMaybe(value.marker, (one) => one === "-" || one === "+")
  );
}

function isItem(value: unknown): boolean {
  return isRich(value) || (isMembers(value) && isRich(value.text) && isMaybe(value.list, isList));
}

/** The items of a list and of the lists in it, at least one line. */
export function listNodes(list: Members & { items: unknown[] }, level = 1): Node[] {
  const item = type("item");
  const out: Node[] = [];
  const marker = list.marker ?? null;
  list.items.forEach((given, i) => {
    const begins = i === 0 ? without(list, "items") : null;
    const text = isMembers(given) ? given.text : given;
    out.push(item.create({ level, marker, src: given, list: begins }, inline(text)));
    if (isMembers(given) && isList(given.list) && given.list.items.length > 0) out.push(...listNodes(given.list, level + 1));
  });
  if (out.length === 0) out.push(item.create({ level, marker, list: without(list, "items") }));
  return out;
}

/** Reads lines of a list back: `items`, and what the list says beside. */
export function listOf(nodes: readonly Node[]): Members & { items: unknown[] } {
  return read(nodes, 0, 1).list as Members & { items: unknown[] };
}

function read(nodes: readonly Node[], start: number, level: number): { list: Members; next: number } {
  const first = nodes[start];
  const list: Members = { ...first?.attrs.list };
  if (first?.attrs.marker) list.marker = first.attrs.marker;
  else if (list.marker) delete list.marker;
  const items: unknown[] = [];
  let at = start;
  while (at < nodes.length) {
    const node = nodes[at] as Node;
    // an item that is deeper than its place allows belongs to the item before all the same
    if (at > start && node.attrs.level < level) break;
    at += 1;
    const below = nodes[at];
    let inner: Members | undefined;
    if (below && below.attrs.level > level) ({ list: inner, next: at } = read(nodes, at, level + 1));
    const one = itemOf(node, inner);
    if (one !== null) items.push(one);
  }
  list.items = items;
  return { list, next: at };
}

/** An item; null where it says nothing and nothing hangs on it. */
function itemOf(node: Node, inner: Members | undefined): unknown {
  const given: unknown = node.attrs.src;
  const text = keep(node.content, isMembers(given) ? given.text : given);
  const has = inner && (inner.items as unknown[]).length > 0;
  if (text === null && !has) return null;
  if (!isMembers(given)) return has ? { text: text ?? "", list: inner } : text;
  const out: Members = { ...given, text: text ?? "" };
  if (has) out.list = inner;
  else if (isList(given.list) && given.list.items.length > 0) delete out.list;
  return Object.keys(out).length === 1 && !("text" in given && Object.keys(given).length === 1) ? text : out;
}
