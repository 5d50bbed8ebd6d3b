import { type Json, type JsonObject, isObject } from "../app/json";

/** A choice of a list: the value, what it is called, what it means. */
export interface Choice {
  value: string;
  title: string;
  description: string;
}

/** What a value may be, as far as the form tells kinds apart. */
export type Shape =
  | { kind: "text" | "rich" | "integer" | "number" | "flag" | "date" | "picture" | "field" }
  | { kind: "choice"; choices: Choice[] }
  | { kind: "list"; item: Field }
  | { kind: "object"; members: Field[] }
  | { kind: "either"; text: Field; object: Field }
  | { kind: "other" };

/** A member of the specification as the form shows it. */
export interface Field {
  name: string;
  /** What it is called, without its place in the decree's diagram. */
  title: string;
  /** Its place there: `ô số 4`. */
  box: string;
  description: string;
  example: string;
  isRequired: boolean;
  shape: Shape;
}

/** Shapes that are known by the name of their definition. */
const NAMED: Record<string, Shape["kind"]> = {
  Text: "text", RichText: "rich", IssueDate: "date", PictureSpec: "picture", FieldSpec: "field", Number: "number",
};

/** The published schema, read for the form: it says what members there are, what they are called, what they may be. */
export class Schema {
  #definitions: JsonObject;
  #known = new Map<string, Field>();
  readonly root: Field;

  constructor(schema: Json) {
    const root = isObject(schema) ? schema : {};
    this.#definitions = isObject(root.$defs) ? root.$defs : {};
    this.root = this.#field("", root, true);
  }

  /** The field of a definition: `Signature`. */
  definition(name: string): Field {
    return this.#definition(name);
  }

  #definition(name: string): Field {
    let field = this.#known.get(name);
    if (!field) {
      const node = this.#definitions[name];
      field = this.#field("", isObject(node) ? node : {}, false);
      this.#known.set(name, field);
    }
    return field;
  }

  #field(name: string, node: JsonObject, isRequired: boolean): Field {
    const [, title = "", box = ""] = /^(.*?)(?:\s*\((ô số [^)]*)\))?$/.exec(text(node.title)) ?? [];
    const schema = this;
    let shape: Shape | undefined;
    return {
      name, title, box, isRequired,
      description: text(node.description),
      example: example(node.examples),
      // made when asked for: definitions hold one another
      get shape() {
        return (shape ??= schema.#shape(node));
      },
    };
  }

  #shape(node: JsonObject): Shape {
    const reference = /^#\/\$defs\/(.+)$/.exec(text(node.$ref))?.[1];
    if (reference) return this.#named(reference);
    const kinds = alternatives(node);
    if (kinds) return this.#either(kinds);
    const type = Array.isArray(node.type) ? node.type.find((one) => one !== "null") : node.type;
    if (type === "object") return { kind: "object", members: this.#members(node) };
    if (type === "array") return { kind: "list", item: this.#item(node) };
    if (type === "integer") return { kind: "integer" };
    if (type === "number") return { kind: "number" };
    if (type === "boolean") return { kind: "flag" };
    return type === "string" ? { kind: "text" } : { kind: "other" };
  }

  #named(name: string): Shape {
    const kind = NAMED[name];
    return kind ? ({ kind } as Shape) : this.#definition(name).shape;
  }

  #either(kinds: JsonObject[]): Shape {
    const choices = kinds.filter((one) => "const" in one);
    if (choices.length) return { kind: "choice", choices: choices.map(choice) };
    const [first, second] = kinds.filter((one) => one.type !== "null");
    if (!first) return { kind: "other" };
    if (!second) return this.#shape(first);
    const [text, object] = [this.#field("", first, false), this.#field("", second, false)];
    return object.shape.kind === "object" ? { kind: "either", text, object } : { kind: "other" };
  }

  #members(node: JsonObject): Field[] {
    const required = Array.isArray(node.required) ? node.required : [];
    const members = isObject(node.properties) ? node.properties : {};
    return Object.entries(members).map(([name, member]) => this.#field(name, isObject(member) ? member : {}, required.includes(name)));
  }

  #item(node: JsonObject): Field {
    return this.#field("", isObject(node.items) ? node.items : {}, true);
  }
}

/** The member of an object's field. */
export function member(field: Field, name: string): Field | undefined {
  return field.shape.kind === "object" ? field.shape.members.find((one) => one.name === name) : undefined;
}

function alternatives(node: JsonObject): JsonObject[] | undefined {
  const kinds = node.anyOf ?? node.oneOf;
  return Array.isArray(kinds) ? kinds.filter(isObject) : undefined;
}

function choice(node: JsonObject): Choice {
  return { value: text(node.const), title: text(node.title), description: text(node.description) };
}

function text(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}

/** The first example, where it is short enough to stand in an empty field. */
function example(examples: Json | undefined): string {
  let first = Array.isArray(examples) ? examples[0] : undefined;
  while (Array.isArray(first)) first = first[0];
  return typeof first === "string" || typeof first === "number" ? String(first) : "";
}
