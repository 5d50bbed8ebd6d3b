/** Blocks of several lines: form lines, check boxes, parties, quotations, and pictures and contents with their titles. */
import { Fragment, type Node } from "prosemirror-model";
import { isListOf, isMaybe, isMembers, type Members } from "../model/json";
import { type } from "../model/schema";
import { inline, isRich, keep, put } from "./rich";

const line = (name: string, rich: unknown, attrs: Members = {}): Node => type(name).create(attrs, inline(rich));
const children = (node: Node): Node[] => Array.from({ length: node.childCount }, (_, i) => node.child(i));
/** A list is written where there is something in it; one that had something and has nothing any more goes. */
function putList(out: Members, name: string, list: unknown[]): void {
  if (list.length > 0) out[name] = list;
  else if (Array.isArray(out[name]) && out[name].length > 0) delete out[name];
}

// form lines, as blocks and within parties

const isPair = (value: unknown): value is Members => isMembers(value) && isRich(value.label) && isMaybe(value.value, isRich);
const isLine = (value: unknown): value is Members => isPair(value) && isListOf(value.beside, isPair);

const pair = (given: Members, src: Members | null): Node =>
  type("pair").create({ src }, [line("pair_label", given.label), line("pair_value", given.value)]);
const pairs = (given: Members): Node[] => [
  pair(given, null),
  ...((given.beside as Members[] | undefined) ?? []).map((one) => pair(one, one)),
];

/** Puts one pair into `out`; says whether it says anything. */
function putPair(out: Members, node: Node): boolean {
  const hasLabel = put(out, "label", node.child(0).content);
  const hasValue = put(out, "value", node.child(1).content);
  return hasLabel || hasValue;
}

function putPairs(out: Members, node: Node): boolean {
  const [first, ...rest] = children(node);
  const says = first ? putPair(out, first) : false;
  const beside = rest.flatMap((one) => {
    const given: Members = { ...one.attrs.src };
    return putPair(given, one) ? [given] : [];
  });
  putList(out, "beside", beside);
  return says || beside.length > 0;
}

function party(block: Members): Node[] | null {
  if (!isRich(block.name) || !isMaybe(block.full_name, isRich) || !isListOf(block.fields, isLine)) return null;
  const lines = ((block.fields as Members[] | undefined) ?? []).map((src) => type("party_line").create({ src }, pairs(src)));
  return [line("party_name", block.name), line("party_full_name", block.full_name), ...lines];
}

function putParty(out: Members, node: Node): boolean {
  const [name, full, ...lines] = children(node);
  const says = [put(out, "name", name?.content ?? Fragment.empty), put(out, "full_name", full?.content ?? Fragment.empty)];
  const fields = lines.flatMap((one) => {
    const given: Members = { ...one.attrs.src };
    return putPairs(given, one) ? [given] : [];
  });
  putList(out, "fields", fields);
  return says.includes(true) || fields.length > 0;
}

// check boxes

const isBox = (value: unknown): value is Members =>
  isMembers(value) && isRich(value.text) && isMaybe(value.checked, (one) => typeof one === "boolean");

function checkbox(block: Members): Node[] | null {
  if (!isMaybe(block.label, isRich) || !Array.isArray(block.items) || !block.items.every(isBox)) return null;
  const items = block.items.map((src) => line("checkbox_item", src.text, { src, checked: src.checked ?? null }));
  if (items.length === 0) items.push(line("checkbox_item", ""));
  return [line("checkbox_label", block.label), ...items];
}

function putCheckbox(out: Members, node: Node): boolean {
  const [label, ...boxes] = children(node);
  const hasLabel = put(out, "label", label?.content ?? Fragment.empty);
  const items = boxes.flatMap((box) => {
    const given: Members = { ...box.attrs.src };
    if (!put(given, "text", box.content)) return [];
    if (box.attrs.checked !== (given.checked ?? null)) {
      if (box.attrs.checked === null) delete given.checked;
      else given.checked = box.attrs.checked;
    }
    return [given];
  });
  putList(out, "items", items);
  return hasLabel || items.length > 0;
}

// quotations

function quotation(block: Members): Node[] | null {
  if (!Array.isArray(block.paragraphs) || !block.paragraphs.every(isRich)) return null;
  const texts = block.paragraphs.map((src) => line("quote_text", src, { src }));
  return texts.length > 0 ? texts : [line("quote_text", "")];
}

function putQuotation(out: Members, node: Node): boolean {
  const said = children(node)
    .map((one) => keep(one.content, one.attrs.src))
    .filter((one) => one !== null);
  putList(out, "paragraphs", said);
  return said.length > 0;
}

/** How a kind is read into nodes (null: it cannot be), and written back (false: it says nothing). */
export interface Mapping {
  read(block: Members): Node[] | null;
  write(out: Members, node: Node): boolean;
}

/** A block that is its settings and one line of text. */
const titled = (member: string, name: string): Mapping => ({
  read: (block) => (isMaybe(block[member], isRich) ? [line(name, block[member])] : null),
  write: (out, node) => {
    put(out, member, node.child(0).content);
    return true;
  },
});

export const PARTS: Record<string, Mapping> = {
  field: { read: (block) => (isLine(block) ? pairs(block) : null), write: putPairs },
  party: { read: party, write: putParty },
  checkbox: { read: checkbox, write: putCheckbox },
  quotation: { read: quotation, write: putQuotation },
  picture: titled("caption", "picture_caption"),
  contents: titled("title", "contents_title"),
};

/** A block of such a kind that is not read but made. */
export function newParts(kind: string): Node {
  const empty: Record<string, Members> = {
    field: { label: "" },
    party: { name: "", fields: [{ label: "" }] },
    checkbox: { items: [] },
    quotation: { paragraphs: [] },
  };
  return type(kind).create(null, PARTS[kind]?.read(empty[kind] ?? {}) ?? []);
}
