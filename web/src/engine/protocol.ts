/** What the page and the engine's worker say to each other. */

/** A finding, in the form of `--message-format json`. */
export interface Finding {
  code: string;
  severity: "error" | "warning" | "note";
  pointer: string | null;
  message: string;
  hints: string[];
  citation: string | null;
}

/** A message, and what to do. */
export interface Told {
  message: string;
  hint: string | null;
}

/** The first part of every answer. */
export interface Head {
  findings: Finding[];
  /** What was asked for could not be done. */
  failure?: Told;
  [member: string]: unknown;
}

export interface Page {
  /** From 1, through the whole document. */
  number: number;
  width_pt: number;
  height_pt: number;
  /** The number as printed. */
  label: string;
}

export interface PreviewHead extends Head {
  page_count: number;
  pages: Page[];
  /** JSON Pointers; `data-at` of the pages' texts is an index into them. */
  sources: string[];
  /** Printed numbers, by the pointer of their block. */
  labels: Record<string, string>;
  /** Numbers of the pages that were drawn; their SVG are the further parts. */
  svg: number[];
  /** The page on which each source begins. */
  first_page: number[];
}

export interface RenderHead extends Head {
  files: { name: string; media_type: string }[];
}

export interface ExtractHead extends Head {
  /** Names of the further parts. */
  pictures?: string[];
  /** Told where the file was changed since it was made: what it carries is older than what it says. */
  warning?: Told | null;
}

export type Command =
  | "check" | "render" | "preview" | "extract" | "schema" | "types" | "starter" | "fonts" | "version";

export type ToWorker =
  | { kind: "module"; bytes: ArrayBuffer }
  | { kind: "files"; files: Record<string, Uint8Array> }
  | { kind: "call"; id: number; command: Command; options: Record<string, unknown>; input: Uint8Array };

export type FromWorker =
  | { kind: "ready" }
  | { kind: "failed"; reason: string }
  | { kind: "answer"; id: number; head: Head; parts: Uint8Array<ArrayBuffer>[]; milliseconds: number }
  | { kind: "trap"; id: number; reason: string };
