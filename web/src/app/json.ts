/** JSON values, and changing them without touching what is not meant. */

export type Json = null | boolean | number | string | Json[] | { [member: string]: Json };
export type JsonObject = { [member: string]: Json };
/** Members and indices from the root, as in a JSON Pointer: indices are written as texts too. */
export type Path = readonly string[];

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** RFC 6901. */
export function toPointer(path: Path): string {
  return path.map((token) => "/" + token.replaceAll("~", "~0").replaceAll("/", "~1")).join("");
}

export function fromPointer(pointer: string): Path {
  return pointer.split("/").slice(1).map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** Whether `pointer` is the place `of`, or one inside it. */
export function isWithin(pointer: string, of: string): boolean {
  return pointer === of || pointer.startsWith(of + "/");
}

export function valueAt(root: Json | undefined, path: Path): Json | undefined {
  let value = root;
  for (const token of path) {
    if (Array.isArray(value)) value = value[Number(token)];
    else if (isObject(value)) value = value[token];
    else return undefined;
  }
  return value;
}

/**
 * A copy with `value` at `path`; what is not on the way is shared, members keep their order. Objects that are missing on the way
 * are made, `undefined` takes the member or item away.
 */
export function withValue(root: Json | undefined, path: Path, value: Json | undefined): Json {
  const [token, ...rest] = path;
  if (token === undefined) return value ?? null;
  if (Array.isArray(root)) return withItem(root, Number(token), rest, value);
  const copy: JsonObject = isObject(root) ? { ...root } : {};
  const inner = rest.length ? withValue(copy[token], rest, value) : value;
  if (inner === undefined) delete copy[token];
  else copy[token] = inner;
  return copy;
}

function withItem(items: Json[], index: number, rest: Path, value: Json | undefined): Json {
  if (!rest.length && value === undefined) return items.filter((_, at) => at !== index);
  const copy = [...items];
  copy[index] = rest.length ? withValue(copy[index], rest, value) : value!;
  return copy;
}

/** A copy of the list at `path` with an item put in before `index`; where there is no list yet it is made. */
export function withItemAt(root: Json, path: Path, index: number, item: Json): Json {
  const items = valueAt(root, path);
  const copy = Array.isArray(items) ? [...items] : [];
  copy.splice(index, 0, item);
  return withValue(root, path, copy);
}

/** Same members with equal values in any order, same items in the same order. */
export function isEqual(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, index) => isEqual(item, b[index]));
  if (!isObject(a) || !isObject(b)) return false;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => name in b && isEqual(a[name], b[name]));
}
