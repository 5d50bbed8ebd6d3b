import { assetText } from "../engine/assets";
import type { Engine } from "../engine/client";
import type { Head } from "../engine/protocol";
import { plainText } from "../form/rich";
import { Plain } from "../form/plain";
import { Schema } from "../form/schema";
import type { Template } from "../form/template";
import { type Json, type JsonObject, isObject } from "./json";
import { fileNames } from "./files";
import type { Sample } from "./start";

const decoder = new TextDecoder();

/** What the engine and the page know before any document is open. */
export interface Catalogue {
  schema: Schema;
  plain: Plain;
  types: Template[];
  samples: Sample[];
  /** The pictures of the samples, by the names that these use. */
  pictures: Map<string, Uint8Array<ArrayBuffer>>;
}

export async function loadCatalogue(engine: Engine): Promise<Catalogue> {
  const [schema, types, samples] = await Promise.all([
    engine.call("schema"), engine.call<Head & { types: Template[] }>("types"), assetText("samples.json"),
  ]);
  const { documents, pictures } = JSON.parse(samples) as { documents: { name: string; text: string }[]; pictures: Record<string, string> };
  const known = types.head.types;
  const published = JSON.parse(decoder.decode(schema.parts[0])) as Json;
  return {
    schema: new Schema(published),
    plain: new Plain(published),
    types: known,
    samples: documents.map((document) => ({ ...document, title: titleOf(JSON.parse(document.text) as Json, known) })),
    pictures: new Map(Object.entries(pictures).map(([name, base64]) => [name, Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))])),
  };
}

/** What a document is called in a list: its type and subject. */
export function titleOf(spec: Json, types: readonly Template[]): string {
  if (!isObject(spec)) return "Văn bản";
  const type = types.find((type) => isOfType(spec, type))?.title ?? "Văn bản";
  const subject = plainText(spec.subject).replaceAll("\n", " ");
  return subject ? `${type}: ${subject}` : type;
}

/** Whether a specification is of a type, by its word or abbreviation. */
export function isOfType({ doc_type }: JsonObject, { name, abbreviation }: Template): boolean {
  return doc_type === name || (typeof doc_type === "string" && doc_type === abbreviation);
}

/** The pictures of a sample. */
export function picturesOf({ pictures }: Catalogue, text: string): Map<string, Uint8Array<ArrayBuffer>> {
  const names = fileNames(JSON.parse(text) as Json);
  return new Map(names.flatMap((name) => (pictures.has(name) ? [[name, pictures.get(name)!]] : [])));
}
