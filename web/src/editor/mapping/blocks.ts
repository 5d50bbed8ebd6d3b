/**
 * A body of the specification ↔ a page. Nothing is lost: what the page does not show stays in the nodes, text that was not
 * touched comes back as it was written, and a block that cannot be read stands on the page as it is.
 */
import { Fragment, type Node } from "prosemirror-model";
import { isMaybe, isMembers, type Members } from "../model/json";
import { isUnit, kindOf } from "../model/kinds";
import { schema, type } from "../model/schema";
import { isList, listNodes, listOf } from "./lists";
import { PARTS } from "./parts";
import { inline, isRich, put } from "./rich";
import { tableBlock, tableNode } from "./table";

/** The page of a body; at least one line, for the caret needs a place. */
export function pageOf(blocks: readonly unknown[]): Node {
  const content = blocks.flatMap(blockNodes);
  return schema.node("doc", null, content.length > 0 ? content : [type("paragraph").create()]);
}

/** The nodes of a block. */
export function blockNodes(block: unknown): Node[] {
  return (isMembers(block) && read(block)) || [type("opaque").create({ value: block })];
}

function read(block: Members): Node[] | null {
  const name = block.type as string;
  const shape = kindOf(name)?.shape;
  const line = (member: string, attrs: Members = {}) => type(name).create({ src: block, ...attrs }, inline(block[member]));
  switch (shape) {
    case "text":
      return isRich(block.text) ? [line("text")] : null;
    case "heading":
      return isRich(block.heading) ? [line("heading")] : null;
    case "unit": {
      if (!isMaybe(block.heading, isRich) || !isMaybe(block.text, isRich)) return null;
      if (block.heading == null && block.text != null) return [line("text", { part: "text" })];
      const first = line("heading", { part: "heading" });
      return block.text == null ? [first] : [first, type("paragraph").create({ of: true }, inline(block.text))];
    }
    case "list":
      return isList(block) ? listNodes(block) : null;
    case "table": {
      const table = tableNode(block);
      return table && [table];
    }
    case "leaf":
      return [type(name).create({ src: block })];
    case "parts": {
      const content = PARTS[name]?.read(block);
      return content ? [type(name).create({ src: block }, content)] : null;
    }
    default:
      return null;
  }
}

/** The nodes of the page that make one block. */
export interface Group {
  nodes: Node[];
  /** Where the first begins. */
  pos: number;
  /** The block as it is written; undefined where it says nothing (an empty line) and is left out. */
  block: unknown;
  /** Its place in the body; -1 where it is left out. */
  index: number;
}

/** The page in groups, in order. */
export function groupsOf(page: Node): Group[] {
  const groups: Group[] = [];
  let index = 0;
  let pos = 0;
  for (let i = 0; i < page.childCount;) {
    const nodes = groupAt(page, i);
    const block = written(nodes);
    groups.push({ nodes, pos, block, index: block === undefined ? -1 : index++ });
    pos += nodes.reduce((sum, node) => sum + node.nodeSize, 0);
    i += nodes.length;
  }
  return groups;
}

function groupAt(page: Node, start: number): Node[] {
  const first = page.child(start);
  const nodes = [first];
  const next = () => page.maybeChild(start + nodes.length);
  if (first.type.name === "item") {
    for (let node = next(); node?.type.name === "item" && !(node.attrs.list && node.attrs.level === 1); node = next())
      nodes.push(node);
  } else if (isUnit(first.type.name) && first.attrs.part === "heading") {
    const node = next();
    if (node?.attrs.of) nodes.push(node);
  }
  return nodes;
}

/** What was last written of a node: nodes never change, and of a page only few are new. */
const known = new WeakMap<Node, { nodes: Node[]; block: unknown }>();

function written(nodes: Node[]): unknown {
  const first = nodes[0] as Node;
  const last = known.get(first);
  if (last && last.nodes.length === nodes.length && last.nodes.every((node, i) => node === nodes[i])) return last.block;
  const block = write(nodes);
  known.set(first, { nodes, block });
  return block;
}

function write(nodes: Node[]): unknown {
  const first = nodes[0] as Node;
  const name = first.type.name;
  if (name === "opaque") return first.attrs.value;
  if (name === "item") return list(nodes);
  if (name === "table") return tableBlock(first);
  const src: unknown = first.attrs.src;
  const out: Members = isMembers(src) ? { ...src, type: name } : { type: name };
  const says = putTexts(out, nodes);
  return says || saidNothing(first, out) ? out : undefined;
}

/**
 * Whether a block said nothing from the beginning: then it is kept, for it is not for the editor to leave out what others
 * wrote. A line that was made here has no text in `src`.
 */
function saidNothing(node: Node, out: Members): boolean {
  const src: unknown = node.attrs.src;
  if (!isMembers(src) || Object.keys(out).length !== Object.keys(src).length) return false;
  return node.attrs.part === "heading" || (kindOf(node.type.name)?.texts ?? []).some((name) => name in src);
}

function putTexts(out: Members, nodes: Node[]): boolean {
  const [first, second] = nodes as [Node, Node?];
  const kind = kindOf(first.type.name);
  switch (kind?.shape) {
    case "text":
      return put(out, "text", first.content);
    case "heading":
      return put(out, "heading", first.content);
    case "unit": {
      const heads = first.attrs.part === "heading";
      const hasHeading = put(out, "heading", heads ? first.content : Fragment.empty);
      const hasText = put(out, "text", heads ? (second?.content ?? Fragment.empty) : first.content);
      return hasHeading || hasText;
    }
    case "parts":
      return PARTS[first.type.name]?.write(out, first) ?? true;
    default:
      return true;
  }
}

function list(nodes: Node[]): unknown {
  const given: Members | null = nodes[0]?.attrs.list;
  const out = { type: "list", ...listOf(nodes) };
  return out.items.length > 0 || (given && nodes.every((node) => node.attrs.src === null && node.content.size === 0))
    ? out
    : undefined;
}

/** The blocks of a page. */
export function bodyOf(page: Node): unknown[] {
  return groupsOf(page).flatMap((group) => (group.index < 0 ? [] : [group.block]));
}
