/**
 * Text with a look: in the specification a string or a list of strings and runs, on the page text with marks and, for what
 * stands behind the text of a run (picture, number of a page, note), a node within the line.
 */
import { Fragment, type Mark, type Node } from "prosemirror-model";
import { isMembers, type Members } from "../model/json";
import { mark, schema, type } from "../model/schema";

/** Members of a run that are nodes on the page, in the order in which they are printed. */
const BEHIND = ["picture", "page_of", "note"] as const;
const OF_PICTURE = ["picture", "alternative_text", "width", "height"];
/** Looks of a run: whether a value is one that the page can show. */
const LOOKS: Record<string, (value: unknown) => boolean> = {
  bold: (value) => typeof value === "boolean",
  italic: (value) => typeof value === "boolean",
  underline: (value) => typeof value === "boolean",
  script: (value) => value === "superscript" || value === "subscript",
  link: (value) => typeof value === "string",
  ref: (value) => typeof value === "string",
  lang: (value) => typeof value === "string",
};

export function isRich(value: unknown): boolean {
  return typeof value === "string" || (Array.isArray(value) && value.every(isRun));
}

function isRun(value: unknown): boolean {
  if (typeof value === "string") return true;
  if (!isMembers(value)) return false;
  return typeof value.text === "string" || (value.text === undefined && typeof value.picture === "string");
}

/** A rich text as the content of a line; of what is no rich text nothing. */
export function inline(rich: unknown): Fragment {
  if (typeof rich === "string") return Fragment.from(letters(rich, []));
  return Array.isArray(rich) ? Fragment.from(rich.flatMap(runNodes)) : Fragment.empty;
}

/** Text, its breaks as nodes: a line feed on the page would be a blank. */
function letters(text: string, marks: readonly Mark[]): Node[] {
  const out: Node[] = [];
  text.split("\n").forEach((part, i) => {
    if (i > 0) out.push(type("hard_break").create(null, null, marks));
    if (part !== "") out.push(schema.text(part, marks));
  });
  return out;
}

function runNodes(run: unknown): Node[] {
  if (typeof run === "string") return letters(run, []);
  if (!isMembers(run)) return [];
  const looks: Mark[] = [];
  const kept: Members = {};
  const picture: Members = {};
  const has = { picture: typeof run.picture === "string", page_of: typeof run.page_of === "string", note: isRich(run.note) };
  for (const [name, value] of Object.entries(run)) {
    if (LOOKS[name]?.(value)) looks.push(mark(name).create({ value }));
    else if (has.picture && OF_PICTURE.includes(name)) picture[name] = value;
    else if (name !== "text" && !has[name as keyof typeof has]) kept[name] = value;
  }
  if (Object.keys(kept).length > 0) looks.push(mark("kept").create({ members: kept }));
  const marks = looks.sort((a, b) => rank(a) - rank(b));
  const out = typeof run.text === "string" ? letters(run.text, marks) : [];
  if (has.picture) out.push(type("inline_picture").create({ src: picture }, null, marks));
  if (has.page_of) out.push(type("page_of").create({ id: run.page_of }, null, marks));
  if (has.note) out.push(type("footnote").create({ note: run.note }, null, marks));
  return out;
}

const NAMES = Object.keys(schema.marks);
const rank = (one: Mark) => NAMES.indexOf(one.type.name);

/** A run that is being put together. */
interface Run {
  text: string;
  marks: readonly Mark[];
  behind: Members;
}

/** The content of a line as a rich text, as short as can be written; null where it says nothing. */
export function runs(content: Fragment): unknown {
  const all: Run[] = [];
  content.forEach((node) => add(all, node));
  trim(all);
  const out = all.map(written);
  if (out.length === 0) return null;
  return out.length === 1 && typeof out[0] === "string" ? out[0] : out;
}

function add(all: Run[], node: Node): void {
  const last = all.at(-1);
  const text = node.isText ? clean(node.text ?? "") : node.type.name === "hard_break" ? "\n" : null;
  if (text !== null) {
    if (last && isEmpty(last.behind) && alike(last.marks, node.marks)) last.text += text;
    else all.push({ text, marks: node.marks, behind: {} });
    return;
  }
  const [name, members] = behind(node);
  const place = BEHIND.indexOf(name);
  // a note or a number of a page needs something before it, whatever that looks like; a picture stands by itself
  const fits = last && name !== "picture" && !BEHIND.slice(place).some((other) => other in last.behind);
  if (fits) Object.assign(last.behind, members);
  else all.push({ text: "", marks: node.marks, behind: members });
}

function behind(node: Node): [(typeof BEHIND)[number], Members] {
  if (node.type.name === "footnote") return ["note", { note: node.attrs.note }];
  if (node.type.name === "page_of") return ["page_of", { page_of: node.attrs.id }];
  return ["picture", node.attrs.src ?? {}];
}

/** Signs that no document can hold; pasted text is full of them. */
function clean(text: string): string {
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g, "");
}

/** Takes away white space at both ends: a specification may not have it, and whoever types makes it all the time. */
function trim(all: Run[]): void {
  for (let first = all[0]; first; first = all[0]) {
    first.text = first.text.trimStart();
    if (first.text !== "" || !isEmpty(first.behind)) break;
    all.shift();
  }
  for (let last = all.at(-1); last && !("picture" in last.behind) && !("page_of" in last.behind); last = all.at(-1)) {
    last.text = last.text.trimEnd();
    if (last.text !== "" || !isEmpty(last.behind)) break;
    all.pop();
  }
}

function written(run: Run): unknown {
  const out: Members = {};
  if (run.text !== "" || !("picture" in run.behind)) out.text = run.text;
  for (const one of run.marks) {
    if (one.type.name === "kept") Object.assign(out, one.attrs.members);
    else out[one.type.name] = one.attrs.value;
  }
  Object.assign(out, run.behind);
  return Object.keys(out).length === 1 && "text" in out ? out.text : out;
}

const isEmpty = (members: Members) => Object.keys(members).length === 0;
const alike = (a: readonly Mark[], b: readonly Mark[]) => a.length === b.length && a.every((one, i) => b[i] && one.eq(b[i]));

/** The rich text of a line that was read from `source`: the very source where the line says the same. */
export function keep(content: Fragment, source: unknown): unknown {
  return isRich(source) && content.eq(inline(source)) ? source : runs(content);
}

/** Puts the text of a line into a block; says whether there is any. A text that is gone takes its member with it. */
export function put(out: Members, name: string, content: Fragment): boolean {
  const said = keep(content, out[name]);
  if (said !== null) out[name] = said;
  else if (out[name] != null) delete out[name];
  return said !== null;
}

/** How many places of the page the run takes. */
export function runSize(run: unknown): number {
  return runNodes(run).reduce((sum, node) => sum + node.nodeSize, 0);
}
