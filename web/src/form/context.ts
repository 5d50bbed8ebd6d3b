import type { Store } from "../app/store";
import type { Finding } from "../engine/protocol";
import type { Path } from "../app/json";
import type { Schema } from "./schema";
import type { Template } from "./template";

/** What every control of the form gets. */
export interface Context {
  store: Store;
  schema: Schema;
  /** The template of the document's type. */
  template: Template | undefined;
  findings: readonly Finding[];
  /** Pointers of rare fields that were asked for and are still empty. */
  wanted: Set<string>;
  /** The calendar that is open: the pointer of its field, and the month it shows. */
  calendar: { pointer: string; year: number; month: number } | null;
  /** Draws the form again, for what the document does not know: a calendar, a field that was asked for. */
  redraw(): void;
  /** An address of a picture that the document has. */
  pictureUrl(name: string): string | null;
  /** Puts the caret into the field of a pointer once it has been drawn. */
  focus(path: Path): void;
  say(message: string): void;
}

/** The id of a field's control. */
export function idOf(pointer: string): string {
  return "o" + pointer.replace(/[^A-Za-z0-9]/g, "-");
}
