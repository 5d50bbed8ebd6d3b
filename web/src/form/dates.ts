import { type Json, isObject } from "../app/json";

/** A day of the calendar; drafts may leave the day, or day and month, open. */
export interface Day {
  year: number;
  month?: number;
  day?: number;
}

const two = (number: number) => String(number).padStart(2, "0");

/** As the specification writes it: `2026-05-15`, `2026-05`, `2026`. */
export function toSpecification({ year, month, day }: Day): string {
  return [String(year), ...(month ? [two(month)] : []), ...(month && day ? [two(day)] : [])].join("-");
}

/** As a clerk writes it: `15/5/2026`, `5/2026`, `2026`. */
export function toWritten({ year, month, day }: Day): string {
  return [...(month && day ? [two(day)] : []), ...(month ? [two(month)] : []), String(year)].join("/");
}

export function fromSpecification(value: Json | undefined): Day | undefined {
  if (isObject(value)) {
    const [year, month, day] = [value.year, value.month, value.day].map((part) => (typeof part === "number" ? part : undefined));
    return year ? { year, ...(month ? { month } : {}), ...(day ? { day } : {}) } : undefined;
  }
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(typeof value === "string" ? value : "") ?? [];
  if (!year) return undefined;
  return { year: Number(year), ...(month ? { month: Number(month) } : {}), ...(day ? { day: Number(day) } : {}) };
}

/** What was typed as the specification writes it; what is no date stays as it is, and is judged. */
export function parseWritten(typed: string): Json | undefined {
  const text = typed.trim();
  if (text === "") return undefined;
  const parts = /^(?:(?:(\d{1,2})[/. -])?(\d{1,2})[/. -])?(\d{4})$/.exec(text);
  if (!parts) return text;
  const [, day, month, year] = parts;
  const written = { year: Number(year), ...(month ? { month: Number(month) } : {}), ...(day ? { day: Number(day) } : {}) };
  return toSpecification(written);
}

/** The days of a month in rows from Monday to Sunday; null where another month has its days. */
export function weeks(year: number, month: number): (number | null)[][] {
  const before = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const cells = [...Array<null>(before).fill(null), ...Array.from({ length: count }, (_, index) => index + 1)];
  while (cells.length % 7) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, row) => cells.slice(7 * row, 7 * row + 7));
}
