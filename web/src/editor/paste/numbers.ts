/** Numbers and signs that were typed or set before a line: what kind of block they make it. We print our own. */

export interface Numbered {
  type: string;
  /** How many letters the number takes. */
  length: number;
  level?: number;
  /** The sign of an item where it is one of ours; absent: another bullet, and ours is the usual one. */
  marker?: string;
}

type Rule = [pattern: RegExp, type: string, more?: (match: RegExpExecArray) => Partial<Numbered>];

const dots = (match: RegExpExecArray): Partial<Numbered> => ({ level: (match[1] ?? "").split(".").filter(Boolean).length - 1 });

const RULES: Rule[] = [
  [/^Phần\s+(?:thứ\s+\p{L}+|[IVXLC]+|\d+)\b\s*[.:\-–]?\s*(?=$|\p{Lu})/iu, "part"],
  [/^Chương\s+(?:[IVXLC]+|\d+)\s*[.:\-–]?\s*(?=$|\p{Lu})/iu, "chapter"],
  [/^Tiểu mục\s+\d+\s*[.:\-–]?\s*(?=$|\p{Lu})/iu, "subsection"],
  [/^Mục\s+(?:\d+|[IVXLC]+)\s*[.:\-–]?\s*(?=$|\p{Lu})/iu, "section"],
  [/^Điều\s+\d+[a-zđ]?\s*[.:]\s*/u, "article"],
  [/^[IVX]+\s*[.\-–/]\s+/, "section"],
  [/^(\d{1,2}(?:\.\d{1,2}){1,3})\.\s*(?=\D)/, "subclause", dots],
  [/^(\d{1,2}(?:\.\d{1,2}){1,3})\s+(?=\p{Lu})/u, "subclause", dots],
  [/^\d{1,2}\s*[.)/]\s+/, "clause"],
  [/^\d{1,2}\s*[.)](?=\p{Lu})/u, "clause"],
  [/^[a-zđ]\s*(?:\)\s*|\/\s+)/, "point"],
  [/^[a-zđ]\.\s+/, "point"],
  [/^[-–—−]\s+/, "list", () => ({ marker: "-" })],
  [/^[-–](?=\p{Lu})/u, "list", () => ({ marker: "-" })],
  [/^[•·●▪■◦*§Øü]\s*(?=\p{L})/u, "list"],
  [/^\+\s*/, "list", () => ({ marker: "+" })],
];

/** The kind that the beginning of a text makes of its line. */
export function typedNumber(text: string): Numbered | null {
  for (const [pattern, type, more] of RULES) {
    const match = pattern.exec(text);
    if (match) return { type, length: match[0].length, ...more?.(match) };
  }
  return null;
}

/** The same of a number that the program set by itself; what is no number is a bullet. */
export function setNumber(auto: string): Numbered {
  const text = auto.trim();
  return { ...(typedNumber(`${text} `) ?? { type: "list" }), length: 0 };
}
