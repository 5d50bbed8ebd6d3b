import type { Engine } from "../engine/client";
import type { ExtractHead, Finding, RenderHead, Told } from "../engine/protocol";
import { type Json, isObject } from "./json";
import type { Beside, Opened } from "./store";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A file could not be opened; the message says why and what to do. */
export class OpenError extends Error {}

export interface Found {
  opened: Opened;
  /** What is to be known of the file; empty where there is nothing. */
  warning: string;
}

/** Opens what was chosen together: a specification or a file of ours that carries one, and the files beside it that it names. */
export async function open(engine: Engine, files: readonly File[]): Promise<Found> {
  const read = await Promise.all(files.map(async (file) => ({ file, bytes: new Uint8Array(await file.arrayBuffer()) })));
  const document = read.find(({ bytes }) => isDocument(bytes)) ?? read.find(({ file }) => !isPicture(file.name)) ?? read[0];
  if (!document) throw new OpenError("Chưa chọn tệp nào.");
  const { file, bytes } = document;
  const name = file.name.replace(/\.[^.]*$/, "");
  const found = isCarrier(bytes) ? await extracted(engine, name, file.name, bytes) : { opened: plain(name, file.name, bytes), warning: "" };
  const spec = JSON.parse(found.opened.text.replace(/^\ufeff/, "")) as Json;
  for (const [asked, picked] of await named(files, spec)) found.opened.beside.set(asked, picked);
  return found;
}

/** Files under the names by which a specification asks for them. */
export async function named(files: readonly File[], spec: Json): Promise<Beside> {
  const asked = fileNames(spec);
  const found: Beside = new Map();
  for (const file of files) {
    const name = asked.find((one) => one.split("/").at(-1) === file.name);
    if (name) found.set(name, new Uint8Array(await file.arrayBuffer()));
  }
  return found;
}

/** Members whose texts name files: pictures, rows of a table (`so-lieu.xlsx#Sheet1!A2:F40`), the organ file. */
const NAMES_FILE = new Set(["file", "picture", "issuer_from", "rows_from"]);

/** The names of all files that a specification asks for. */
export function fileNames(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(fileNames);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([member, inner]) => (typeof inner === "string" && NAMES_FILE.has(member) ? [inner.replace(/#.*$/, "")] : fileNames(inner)));
}

export function isPicture(name: string): boolean {
  return /\.(png|jpe?g)$/i.test(name);
}

/** A file of ours, or a specification: not rows or an organ file beside one. */
function isDocument(bytes: Uint8Array): boolean {
  if (isCarrier(bytes)) return !isWorkbook(bytes);
  try {
    const spec = JSON.parse(decoder.decode(bytes).replace(/^\ufeff/, "")) as Json;
    return isObject(spec) && ("doc_type" in spec || "body" in spec);
  } catch {
    return false;
  }
}

/** A zip with the parts of a workbook, whose names stand in it as they are. */
function isWorkbook(bytes: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(bytes).includes("xl/workbook.xml");
}

/** A zip (Word) or a PDF. */
function isCarrier(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.slice(0, 4));
  return start === "PK\u0003\u0004" || start === "%PDF";
}

function plain(name: string, file: string, bytes: Uint8Array): Opened {
  const text = decoder.decode(bytes);
  try {
    if (!isObject(JSON.parse(text.replace(/^\ufeff/, "")) as Json)) throw new SyntaxError();
  } catch {
    throw new OpenError(`${file} không phải văn bản do vanban lưu. Hãy chọn tệp .docx hoặc .pdf (PDF/A-3a) do vanban tạo, hoặc bản soạn .json.`);
  }
  return { id: newId(), name, text, beside: new Map() };
}

async function extracted(engine: Engine, name: string, file: string, bytes: Uint8Array): Promise<Found> {
  const { head, parts } = await engine.call<ExtractHead>("extract", bytes, { file });
  const [source, ...pictures] = parts;
  if (!source) throw new OpenError(head.failure ? said(head.failure) : `${file} không mang theo bản soạn.`);
  const opened = { id: newId(), name, text: decoder.decode(source), beside: new Map((head.pictures ?? []).map((picture, index) => [picture, pictures[index]!])) };
  return { opened, warning: head.warning ? said(head.warning) : "" };
}

function said({ message, hint }: Told): string {
  return hint ? `${message}. ${hint}` : message;
}

export function newId(): string {
  return `${Date.now().toString(36)}-${Math.floor(Math.random() * 1e9).toString(36)}`;
}

export interface Made {
  findings: Finding[];
  failure: string | undefined;
  files: { name: string; bytes: Uint8Array<ArrayBuffer>; type: string }[];
}

/** Makes Word or PDF files; none when a finding is an error. */
export async function make(engine: Engine, text: string, options: Record<string, unknown>): Promise<Made> {
  const { head, parts } = await engine.call<RenderHead>("render", encoder.encode(text), options);
  const files = (head.files ?? []).map(({ name, media_type }, index) => ({ name, bytes: parts[index]!, type: media_type }));
  return { findings: head.findings, files, failure: head.failure && said(head.failure) };
}

/** Hands a file to the browser to be saved. */
export function save(name: string, content: BlobPart, type: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
