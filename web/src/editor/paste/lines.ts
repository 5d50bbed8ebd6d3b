/** Pasted HTML in lines and tables, whatever program wrote it. */
import { isHidden, looksIn, PLAIN, styleOf, type Looks } from "./looks";
import { richOf, tidy, type Line } from "./line";

export type Piece = Line | { table: Element } | "page_break";

const BLOCK = new Set(
  (
    "p h1 h2 h3 h4 h5 h6 li ul ol dl dt dd div section article main header footer aside nav blockquote pre " +
    "table tbody thead tfoot tr td th figure figcaption address center form body html hr"
  ).split(" "),
);

interface Around {
  looks: Looks;
  heading: number;
  level: number;
  numbering: string;
  centred: boolean;
  isPre: boolean;
}

const OUTSIDE: Around = { looks: PLAIN, heading: 0, level: 0, numbering: "", centred: false, isPre: false };

/** Reads an element; within a cell, tables are read as their text. */
export function linesOf(root: Element, inCell = false): Piece[] {
  return new Reader(root, inCell).read();
}

class Reader {
  private readonly out: Piece[] = [];
  private line: Line | null = null;

  constructor(
    private readonly root: Element,
    private readonly inCell: boolean,
  ) {}

  read(): Piece[] {
    this.inside(this.root, { ...OUTSIDE, looks: this.inCell ? looksIn(this.root, PLAIN) : PLAIN });
    this.end();
    return this.out;
  }

  /** Ends the line; one without text is dropped. */
  private end(): void {
    const { line } = this;
    this.line = null;
    if (!line) return;
    tidy(line);
    if (line.pieces.length > 0) this.out.push(line);
  }

  private open(around: Around): Line {
    const { heading, level, numbering, centred } = around;
    return (this.line ??= { pieces: [], auto: "", heading, level, numbering, centred });
  }

  private inside(parent: Element, around: Around): void {
    for (const node of parent.childNodes) {
      if (node.nodeType === 3) this.text(node.nodeValue ?? "", around);
      else if (node.nodeType === 1) this.element(node as Element, around);
    }
  }

  private text(raw: string, around: Around): void {
    const text = around.isPre ? raw : raw.replace(/[\t\n\r\f ]+/g, " ");
    text.split("\n").forEach((part, i) => {
      if (i > 0) this.end();
      // white space between blocks is no line
      if (part !== "" && (this.line || part.trim() !== "")) this.open(around).pieces.push({ text: part, looks: around.looks });
    });
  }

  private element(element: Element, around: Around): void {
    if (isHidden(element)) return;
    const tag = element.localName;
    const style = styleOf(element);
    if (tag === "br") return this.lineBreak(style);
    if (tag === "table" && !this.inCell) {
      this.end();
      return void this.out.push({ table: element });
    }
    const list = style["mso-list"];
    if (list === "ignore") return void (this.open(around).auto += (element.textContent ?? "").replace(/[\s\u00a0]+/g, " "));
    const note = noteOf(element);
    if (note !== undefined) return void this.open(around).pieces.push({ text: "", looks: around.looks, note });
    const within: Around = {
      ...around,
      looks: looksIn(element, around.looks),
      isPre: around.isPre || /^pre/.test(style["white-space"] ?? "") || tag === "pre",
    };
    if (!BLOCK.has(tag)) return this.inside(element, within);
    this.end();
    if (style["page-break-before"] === "always") this.out.push("page_break");
    this.inside(element, { ...within, ...place(element, tag, style, around) });
    this.end();
  }

  private lineBreak(style: Record<string, string>): void {
    this.end();
    if (style["page-break-before"] === "always") this.out.push("page_break");
  }
}

/** What a block says of its lines: heading, place in lists, alignment. */
function place(element: Element, tag: string, style: Record<string, string>, around: Around): Partial<Around> {
  const out: Partial<Around> = {};
  const align = style["text-align"] ?? element.getAttribute("align")?.toLowerCase();
  if (align) out.centred = align === "center";
  const outline =
    /^h([1-6])$/.exec(tag)?.[1] ??
    (element.getAttribute("role") === "heading" ? (element.getAttribute("aria-level") ?? "2") : undefined);
  if (outline) out.heading = Number(outline);
  if (tag === "ul" || tag === "ol") Object.assign(out, { level: around.level + 1, numbering: numberingOf(element, style, tag) });
  if (tag === "li") {
    const level = Number(element.getAttribute("aria-level") ?? element.getAttribute("data-aria-level"));
    if (level > 0) out.level = level;
    if (style["list-style-type"]) out.numbering = numberingOf(element, style, around.numbering === "bullet" ? "ul" : "ol");
  }
  const word = /level(\d)/.exec(style["mso-list"] ?? "")?.[1];
  if (word) out.level = Number(word);
  return out;
}

const TYPES: Record<string, string> = { a: "lower-alpha", A: "lower-alpha", i: "lower-roman", I: "upper-roman" };

function numberingOf(element: Element, style: Record<string, string>, tag: string): string {
  const named = style["list-style-type"];
  if (named === "none") return "";
  if (named && /alpha|latin/.test(named)) return "lower-alpha";
  if (named && /roman|decimal/.test(named)) return named;
  if (tag === "ul") return "bullet";
  return TYPES[element.getAttribute("type") ?? ""] ?? "decimal";
}

/**
 * The footnote that an element refers to, as Word (`#_ftn1` leads to `ftn1`) and LibreOffice (`#sdfootnote1sym` to
 * `sdfootnote1`) write them; null: the sign before the note itself, which is printed by us.
 */
function noteOf(element: Element): unknown {
  const href = element.localName === "a" ? (element.getAttribute("href") ?? "") : "";
  const id = /^#(?:_(ftn\d+)|(sdfootnote\d+)sym)$/.exec(href);
  const name = id?.[1] ?? id?.[2];
  if (!name) return undefined;
  const note = root(element).querySelector(`[id="${name}"]`);
  const lines = note ? linesOf(copyWithout(note), true) : [];
  const line = lines.find((one) => typeof one === "object" && "pieces" in one);
  return line && typeof line === "object" && "pieces" in line ? richOf(line) : undefined;
}

function root(element: Element): Element {
  let at = element;
  while (at.parentElement) at = at.parentElement;
  return at;
}

/** The note without the sign that leads back. */
function copyWithout(note: Element): Element {
  const copy = note.cloneNode(true) as Element;
  for (const back of copy.querySelectorAll('a[href^="#_ftnref"], a[href$="anc"]')) back.remove();
  return copy;
}
