import type { Field } from "./schema";
import { AFTER_BODY, BEFORE_BODY, ELSEWHERE } from "./sections";

/** Members of the schema that no section shows: a test asks that there are none. */
export function forgotten(root: Field): string[] {
  const named = new Set([...ELSEWHERE, ...[...BEFORE_BODY, ...AFTER_BODY].flatMap(({ common, rare }) => [...common, ...rare])]);
  return root.shape.kind === "object" ? root.shape.members.map(({ name }) => name).filter((name) => !named.has(name)) : [];
}
