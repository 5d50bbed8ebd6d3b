import { isObject, type Json, type JsonObject } from "./json";

const KEY = "vanban-organ";
/** What the next document of the same office begins with too. */
const MEMBERS = ["issuer", "issue_place"];

/** Remembers the organ of a document that was saved as Word or PDF. */
export function rememberOrgan(spec: JsonObject): void {
  const organ = Object.fromEntries(MEMBERS.flatMap((name) => (spec[name] === undefined ? [] : [[name, spec[name]]])));
  try {
    localStorage.setItem(KEY, JSON.stringify(organ));
  } catch {
    // a browser that keeps nothing: the clerk types it again
  }
}

/** A new document with the organ of the last one. */
export function withOrgan(text: string): string {
  const organ = remembered();
  const spec = JSON.parse(text) as Json;
  return organ && isObject(spec) ? JSON.stringify({ ...spec, ...organ }, null, 2) + "\n" : text;
}

function remembered(): JsonObject | undefined {
  try {
    const organ = JSON.parse(localStorage.getItem(KEY) ?? "null") as Json;
    return isObject(organ) ? organ : undefined;
  } catch {
    return undefined;
  }
}
