import { plainText } from "../form/rich";
import { isObject, type Json, type JsonObject, type Path, toPointer, valueAt } from "./json";
import { parts } from "./parts";

const LONGEST = 60;

/** The blocks of other bodies that a reference may lead to: those with a name (`id`), and what they are called in a list. */
export function targetsElsewhere(spec: JsonObject, body: Path, labels: Record<string, string>): [id: string, title: string][] {
  const own = toPointer(body);
  return parts(spec).flatMap(({ path, title }) => {
    const at = [...path, "body"];
    const blocks = toPointer(at) === own ? undefined : valueAt(spec, at);
    return Array.isArray(blocks) ? blocks.flatMap((block, index) => target(block, `${title}: ${labels[toPointer([...at, String(index)])] ?? ""}`)) : [];
  });
}

function target(block: Json, start: string): [string, string][] {
  if (!isObject(block) || typeof block.id !== "string") return [];
  const words = plainText(block.heading ?? block.caption ?? block.title ?? block.text);
  return [[block.id, `${start} ${words}`.slice(0, LONGEST)]];
}
