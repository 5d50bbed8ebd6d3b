/** The schema of a page of the editor; its node names are those of the specification wherever there is one. */
import { Schema, type MarkSpec, type MarkType, type NodeSpec, type NodeType, type TagParseRule } from "prosemirror-model";
import { isMembers } from "./json";
import { marks } from "./marks";
import { nodes } from "./nodes";

/**
 * What is copied here and pasted here comes back whole: an element carries its attributes (see `copied`), and these rules read
 * them. A page of the web can hold such elements too, so a value of the wrong kind means the default.
 */
function rule(name: string, attrs: NodeSpec["attrs"]): TagParseRule {
  const getAttrs = (element: HTMLElement) => {
    try {
      const read: unknown = JSON.parse(element.dataset.beAttrs ?? "{}");
      return isMembers(read) && Object.entries(read).every(([key, value]) => fits(value, attrs?.[key]?.default)) ? read : false;
    } catch {
      return false;
    }
  };
  return { tag: `[data-be="${name}"]`, priority: 90, getAttrs };
}

function fits(value: unknown, usual: unknown): boolean {
  return usual == null || typeof value === typeof usual;
}

/** Elements that browsers themselves make while typing. */
const TYPED: Record<string, TagParseRule[]> = {
  paragraph: [{ tag: "p", priority: 10 }],
  hard_break: [{ tag: "br" }],
  bold: [{ tag: "b" }, { tag: "strong" }],
  italic: [{ tag: "i" }, { tag: "em" }],
  underline: [{ tag: "u" }],
  script: [
    { tag: "sup", attrs: { value: "superscript" } },
    { tag: "sub", attrs: { value: "subscript" } },
  ],
};

function readable<S extends NodeSpec | MarkSpec>(specs: Record<string, S>): Record<string, S> {
  const give = ([name, spec]: [string, S]): [string, S] => [
    name,
    name === "text" || name === "doc" ? spec : { ...spec, parseDOM: [rule(name, spec.attrs), ...(TYPED[name] ?? [])] },
  ];
  return Object.fromEntries(Object.entries(specs).map(give));
}

export const schema = new Schema({ nodes: readable(nodes), marks: readable(marks) });

/** A node type; all names are literals of this program. */
export function type(name: string): NodeType {
  const found = schema.nodes[name];
  if (!found) throw new Error(`no node ${name}`);
  return found;
}

export function mark(name: string): MarkType {
  const found = schema.marks[name];
  if (!found) throw new Error(`no mark ${name}`);
  return found;
}
