import { type Json, isObject } from "../app/json";
import type { Finding } from "../engine/protocol";

/**
 * The engine speaks to those who write JSON. Here its messages are put into the words of the form: members by the titles of
 * their fields, words by the titles of their choices, dates as clerks write them, no quotes and braces.
 */
export class Plain {
  // each kind of block has a `type` of its own title
  #members = new Map([["type", "Kiểu"]]);
  #words = new Map<string, string>();

  constructor(schema: Json) {
    this.#collect(schema);
  }

  finding(finding: Finding): Finding {
    const hints = finding.hints.filter((hint) => !hint.includes("`")).map((hint) => this.text(hint));
    const member = /^thiếu trường "(\w+)"/.exec(finding.message)?.[1];
    const title = member === undefined ? undefined : this.#members.get(member);
    if (title) return { ...finding, message: `Chưa điền: ${title}`, hints: hints.map((hint) => hint.replace(/^Thêm [^:]*: /, "Ví dụ: ")) };
    return { ...finding, message: this.text(finding.message), hints };
  }

  text(text: string): string {
    // braces are JSON where members stand, and words of a document elsewhere
    const bare = /"\w+":|\["|\{"/.test(text) ? text.replace(/[[\]{}]/g, "") : text;
    const plain = bare
      .replace(/"(\w+)":\s*/g, (whole, name: string) => (this.#members.has(name) ? `${this.#members.get(name)}: ` : whole))
      .replace(/"([a-z]\w*)"/g, (whole, word: string) => this.#named(word) ?? whole)
      .replace(/(?:\/\w+)*\/([a-z_]+)\b/g, (whole, name: string) => (this.#members.has(name) ? `“${this.#members.get(name)}”` : whole))
      .replace(/: null\b/g, ": để trống").replace(/\b(viết|ghi) true\b/g, "$1 Có").replace(/: true\b/g, ": Có").replace(/: false\b/g, ": Không")
      .replace(/"([^"]*)"/g, "“$1”")
      .replace(/\b(\d{4})-(\d{2})-(\d{2})\b(?!T)/g, "$3/$2/$1")
      .replace(/\\n/g, "chỗ xuống dòng")
      .replace(/bản đặc tả|đặc tả/g, "văn bản").replace(/\btrường(?= “|\s(không|này|đó|ấy))/g, "mục").replace(/phần tử/g, "dòng");
    return plain.charAt(0).toUpperCase() + plain.slice(1);
  }

  #named(word: string): string | undefined {
    const title = this.#members.get(word) ?? this.#words.get(word);
    return title && `“${title}”`;
  }

  /** Titles of members and words, wherever the schema has them; the outermost of a name counts. */
  #collect(node: Json): void {
    if (Array.isArray(node)) node.forEach((one) => this.#collect(one));
    if (!isObject(node)) return;
    if (typeof node.const === "string" && typeof node.title === "string") this.#keep(this.#words, node.const, node.title);
    if (isObject(node.properties)) {
      for (const [name, member] of Object.entries(node.properties)) {
        if (isObject(member) && typeof member.title === "string") this.#keep(this.#members, name, member.title);
      }
    }
    const { $defs, ...own } = node;
    Object.values(own).forEach((one) => this.#collect(one));
    if ($defs) this.#collect($defs);
  }

  #keep(titles: Map<string, string>, name: string, title: string): void {
    if (!titles.has(name)) titles.set(name, title.replace(/\s*\([^)]*\)$/, ""));
  }
}
