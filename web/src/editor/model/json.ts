/** Values of JSON: what is asked of them all over the mapping. */
export type Members = Record<string, unknown>;

export function isMembers(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `value` without some members. */
export function without(value: Members, ...names: string[]): Members {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}

/** Whether each value of a list is of a kind; of an absent list true. */
export function isListOf(value: unknown, test: (one: unknown) => boolean): boolean {
  return value === undefined || (Array.isArray(value) && value.every(test));
}

/** Whether a member may be absent or null, or is of a kind. */
export function isMaybe(value: unknown, test: (one: unknown) => boolean): boolean {
  return value == null || test(value);
}

/** The member at `a.b`; a step may be the number of a place in a list. */
export function memberAt(value: unknown, path: string): unknown {
  return path.split(".").reduce((at, name) => (isMembers(at) || Array.isArray(at) ? (at as Members)[name] : undefined), value);
}

/** A copy with the member at `a.b` set, or taken out where it is undefined; an object left empty goes too. */
export function withMember(value: Members, path: string, to: unknown): Members {
  const [name = "", ...rest] = path.split(".");
  if (rest.length > 0) {
    const below = value[name];
    const inner = withMember(isMembers(below) ? below : {}, rest.join("."), to);
    return withMember(value, name, Object.keys(inner).length > 0 ? inner : undefined);
  }
  return to === undefined ? without(value, name) : { ...value, [name]: to };
}
