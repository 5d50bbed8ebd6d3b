/** What the regulation says of a document type, as the engine's `types` tells it. */
export interface Template {
  /** The word of `doc_type`: `report`. */
  name: string;
  title: string;
  abbreviation?: string | null;
  /** Pointers of the optional members that documents of the type print. */
  printed?: string[];
  /** Whether they say to whom they are sent. */
  addressees?: string | null;
}

/** Optional members that not all types print; the others are printed by all. */
const OPTIONAL = new Set([
  "number", "number_suffix", "marks", "approval", "co_issuers", "joint_form", "session", "subject_note", "authority_line", "addressees",
  "legal_basis", "adoption", "confirmation",
]);

/** Whether documents of the type print the member; a type that is not known is thought to print all. */
export function prints(template: Template | undefined, member: string): boolean {
  if (!template?.printed || !OPTIONAL.has(member)) return true;
  if (member === "addressees" && !["allowed", "required"].includes(template.addressees ?? "")) return false;
  return template.printed.includes(`/${member}`);
}
