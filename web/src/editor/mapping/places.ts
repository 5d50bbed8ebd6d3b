/**
 * Where on the page a value of the specification stands, and the other way round. A *place* is a line of the page with the
 * JSON pointer of its text, relative to the block.
 */
import type { Node } from "prosemirror-model";
import { isMembers, memberAt } from "../model/json";
import { kindOf } from "../model/kinds";
import { groupsOf, type Group } from "./blocks";
import { runSize } from "./rich";

export interface Place {
  pointer: string;
  pos: number;
  node: Node;
}

/** The lines of a block, each with its pointer ("/text"). */
function placesOf(group: Group): Place[] {
  const [node, second] = group.nodes as [Node, Node?];
  const one = (pointer: string, at = node, pos = group.pos): Place => ({ pointer, pos, node: at });
  switch (kindOf(node.type.name === "item" ? "list" : node.type.name)?.shape) {
    case "text":
      return [one("/text")];
    case "heading":
      return [one("/heading")];
    case "unit":
      if (node.attrs.part === "text") return [one("/text")];
      return [one("/heading"), ...(second ? [one("/text", second, group.pos + node.nodeSize)] : [])];
    case "list":
      return items(group.nodes, group.pos, "");
    case "table":
      return table(node, group.pos);
    case "parts":
      return parts(node, group.pos);
    default:
      return [one("")];
  }
}

/** Items: an item one deeper is in the list of the item before it. Lines that say nothing are not counted. */
function items(nodes: readonly Node[], pos: number, base: string): Place[] {
  const out: Place[] = [];
  const counts: number[] = [];
  let at = pos;
  for (const node of nodes) {
    const level = Math.min(node.attrs.level, counts.length + 1);
    counts.length = level;
    const last = counts[level - 1];
    counts[level - 1] = last === undefined ? 0 : last + 1;
    const path = counts.map((n) => `/items/${n}`).join("/list");
    out.push({ pointer: base + path, pos: at, node });
    if (node.content.size === 0) counts[level - 1] = (counts[level - 1] ?? 0) - 1;
    at += node.nodeSize;
  }
  return out;
}

function eachChild(node: Node, pos: number, call: (child: Node, pos: number, index: number) => void): void {
  node.forEach((child, offset, index) => call(child, pos + 1 + offset, index));
}

function table(node: Node, pos: number): Place[] {
  const out: Place[] = [];
  let notes = 0;
  eachChild(node, pos, (child, at, i) => {
    if (i === 0) out.push({ pointer: "/caption", pos: at, node: child });
    else if (i === 1) out.push({ pointer: "/unit", pos: at, node: child });
    else if (child.type.name === "grid") out.push(...rows(child, at));
    else {
      out.push({ pointer: `/notes/${notes}`, pos: at, node: child });
      if (child.content.size > 0) notes += 1;
    }
  });
  return out;
}

function rows(grid: Node, pos: number): Place[] {
  const out: Place[] = [];
  let heads = 0;
  eachChild(grid, pos, (row, rowAt, i) => {
    if (row.attrs.head && heads === i) heads += 1;
    const base = i < heads ? `/header/${i}` : `/rows/${i - heads}`;
    eachChild(row, rowAt, (cell, cellAt, j) =>
      out.push(...cellPlaces(cell, cellAt, `${base}${row.attrs.src ? "/cells" : ""}/${j}`)),
    );
  });
  return out;
}

function cellPlaces(cell: Node, pos: number, base: string): Place[] {
  const out: Place[] = [];
  const list: Node[] = [];
  let listAt = 0;
  const counts = { cell_text: 0, cell_picture: 0 };
  const single = cell.childCount === 1 && !isMembers(cell.attrs.src);
  eachChild(cell, pos, (child, at) => {
    const name = child.type.name;
    if (name === "item") {
      if (list.length === 0) listAt = at;
      list.push(child);
    } else if (name === "cell_picture") out.push({ pointer: `${base}/pictures/${counts.cell_picture++}`, pos: at, node: child });
    else if (child.attrs.number) out.push({ pointer: single ? base : `${base}/number`, pos: at, node: child });
    else out.push({ pointer: single ? base : `${base}/paragraphs/${counts.cell_text++}`, pos: at, node: child });
  });
  return [...out, ...items(list, listAt, `${base}/list`)];
}

/** Members of the lines of such blocks, by the type of the line. */
const LINES: Record<string, string> = {
  checkbox_label: "/label",
  party_name: "/name",
  party_full_name: "/full_name",
  picture_caption: "/caption",
  contents_title: "/title",
};
const LISTS: Record<string, [string, string]> = {
  checkbox_item: ["/items", "/text"],
  quote_text: ["/paragraphs", ""],
};

function parts(node: Node, pos: number): Place[] {
  if (node.type.name === "field") return pairs(node, pos, "");
  const out: Place[] = [];
  const counts: Record<string, number> = {};
  const next = (name: string) => (counts[name] = (counts[name] ?? -1) + 1);
  eachChild(node, pos, (child, at) => {
    const name = child.type.name;
    const list = LISTS[name];
    if (name === "party_line") out.push(...pairs(child, at, `/fields/${next(name)}`));
    else if (list) out.push({ pointer: `${list[0]}/${next(name)}${list[1]}`, pos: at, node: child });
    else out.push({ pointer: LINES[name] ?? "", pos: at, node: child });
  });
  return out;
}

function pairs(node: Node, pos: number, base: string): Place[] {
  const out: Place[] = [];
  eachChild(node, pos, (pair, at, i) => {
    const of = i === 0 ? base : `${base}/beside/${i - 1}`;
    out.push({ pointer: `${of}/label`, pos: at + 1, node: pair.child(0) });
    out.push({ pointer: `${of}/value`, pos: at + 1 + pair.child(0).nodeSize, node: pair.child(1) });
  });
  return out;
}

/** The pointer of the line that a position of the page is in, relative to the body. */
export function pointerAt(page: Node, pos: number): string | null {
  const groups = groupsOf(page);
  const group = groups.findLast((one) => one.pos <= pos);
  if (!group || group.index < 0) return null;
  const place = placesOf(group).findLast((one) => one.pos <= pos);
  return `/${group.index}${place?.pointer ?? ""}`;
}

/** A stretch of the page that stands for a value: its line, and within it a run where the pointer names one. */
export interface Stretch {
  place: Place;
  from: number;
  to: number;
}

/** Finds the values of pointers on one page; the page is walked once for all of them. */
export class Finder {
  private readonly groups: Group[];
  private readonly places = new Map<number, Place[]>();

  constructor(page: Node) {
    this.groups = groupsOf(page).filter((group) => group.index >= 0);
  }

  /** The block of a pointer. */
  group(pointer: string): Group | undefined {
    const index = /^\/(\d+)(\/|$)/.exec(pointer)?.[1];
    return index === undefined ? undefined : this.groups[Number(index)];
  }

  /** Where the value of the pointer stands: the line that names it best. */
  stretch(pointer: string): Stretch | null {
    const group = this.group(pointer);
    if (!group) return null;
    let places = this.places.get(group.index);
    if (!places) this.places.set(group.index, (places = placesOf(group)));
    const inner = pointer.slice(String(group.index).length + 1);
    let best = places.reduce((a, b) => (common(b.pointer, inner) > common(a.pointer, inner) ? b : a));
    // a setting stands for its block: none of the lines is what the pointer means
    const isSetting = common(best.pointer, inner) < 2 && inner !== "" && group.nodes[0] && !group.nodes[0].isTextblock;
    if (isSetting) best = { pointer: "", pos: group.pos, node: group.nodes[0] as Node };
    const { pos, node } = best;
    const whole = node.isTextblock ? { from: pos + 1, to: pos + node.nodeSize - 1 } : { from: pos, to: pos + node.nodeSize };
    return { place: best, ...(runAt(group.block, best, inner) ?? whole) };
  }
}

/** How many steps two pointers have in common. */
function common(a: string, b: string): number {
  const [left, right] = [a.split("/"), b.split("/")];
  let n = 0;
  while (n < left.length && n < right.length && left[n] === right[n]) n += 1;
  return n;
}

/** The run that the pointer names by its number in the text of a line. */
function runAt(block: unknown, place: Place, pointer: string): { from: number; to: number } | null {
  const index = pointer.startsWith(`${place.pointer}/`)
    ? /^\/(\d+)(\/|$)/.exec(pointer.slice(place.pointer.length))?.[1]
    : undefined;
  const text = memberAt(block, place.pointer.slice(1).replaceAll("/", "."));
  if (index === undefined || !Array.isArray(text)) return null;
  const size = (to: number) => text.slice(0, to).reduce<number>((sum, run) => sum + runSize(run), 0);
  const from = place.pos + 1 + size(Number(index));
  const to = place.pos + 1 + size(Number(index) + 1);
  return to <= place.pos + place.node.nodeSize && to > from ? { from, to } : null;
}
