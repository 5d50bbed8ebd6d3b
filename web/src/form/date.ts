import { html, nothing, type TemplateResult } from "lit-html";
import { type Path, toPointer } from "../app/json";
import { type Context, idOf } from "./context";
import { helpId } from "./controls";
import { fromSpecification, parseWritten, toSpecification, toWritten, weeks } from "./dates";
import { shown } from "./shown";

const WEEKDAYS = ["T2", "T3", "T4", "T5", "T6", "T7", "CN"];
const WEEKDAY_NAMES = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"];

/** A date is typed as a clerk writes it, or picked from a calendar. */
export function dateControl(context: Context, path: Path, title: string): TemplateResult {
  const pointer = toPointer(path);
  const value = context.store.value(path) ?? undefined;
  const day = fromSpecification(value);
  const text = day ? toWritten(day) : value === undefined ? "" : String(value);
  const parse = (typed: string) => {
    const parsed = parseWritten(typed);
    // an object of year, month and day stays one until another date is typed
    return day && parsed === toSpecification(day) ? value : parsed;
  };
  const isOpen = context.calendar?.pointer === pointer;
  return html`<div class="date">
    <input class="short" id=${idOf(pointer)} autocomplete="off" placeholder="ngày/tháng/năm" aria-describedby=${helpId(path)}
      .value=${shown(value, text, parse)} @input=${(event: Event) => context.store.set(path, parse((event.target as HTMLInputElement).value))}>
    <button type="button" class="quiet" aria-expanded=${isOpen} aria-label=${`Lịch: ${title}`} @click=${() => toggle(context, path)}>Lịch</button>
    ${isOpen ? calendar(context, path) : nothing}
  </div>`;
}

function toggle(context: Context, path: Path): void {
  const pointer = toPointer(path);
  const now = new Date();
  const day = fromSpecification(context.store.value(path));
  const isOpen = context.calendar?.pointer === pointer;
  context.calendar = isOpen ? null : { pointer, year: day?.year ?? now.getFullYear(), month: day?.month ?? now.getMonth() + 1 };
  context.redraw();
  if (!isOpen) focusDay(pointer);
}

function calendar(context: Context, path: Path): TemplateResult {
  const { pointer, year, month } = context.calendar!;
  const chosen = fromSpecification(context.store.value(path));
  const isChosen = (day: number) => chosen?.year === year && chosen.month === month && chosen.day === day;
  const focused = chosen?.year === year && chosen.month === month && chosen.day ? chosen.day : 1;
  return html`<div class="calendar" role="dialog" aria-label="Chọn ngày" @keydown=${(event: KeyboardEvent) => onKey(context, path, event)}>
    <div class="calendar-head">
      <button type="button" class="quiet" aria-label="Tháng trước" @click=${() => turn(context, -1)}>‹</button>
      <span aria-live="polite">Tháng ${month} năm ${year}</span>
      <button type="button" class="quiet" aria-label="Tháng sau" @click=${() => turn(context, 1)}>›</button>
    </div>
    <table>
      <thead><tr>${WEEKDAYS.map((name, index) => html`<th scope="col" abbr=${WEEKDAY_NAMES[index]!}>${name}</th>`)}</tr></thead>
      <tbody>${weeks(year, month).map((week) => html`<tr>${week.map((day) => html`<td>${day === null ? nothing : html`
        <button type="button" class=${isChosen(day) ? "chosen" : ""} data-day=${day} tabindex=${day === focused ? 0 : -1}
          aria-label=${`ngày ${day} tháng ${month} năm ${year}`} @click=${() => pick(context, path, { year, month, day })}>${day}</button>`}</td>`)}</tr>`)}</tbody>
    </table>
    <div class="calendar-foot">
      <button type="button" class="quiet" @click=${() => pick(context, path, { year, month })}>Để trống ngày</button>
      <button type="button" class="quiet" @click=${() => pick(context, path, today())}>Hôm nay</button>
      <button type="button" class="quiet" @click=${() => close(context, pointer)}>Đóng</button>
    </div>
  </div>`;
}

function today(): { year: number; month: number; day: number } {
  const now = new Date();
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
}

function pick(context: Context, path: Path, day: { year: number; month: number; day?: number }): void {
  context.calendar = null;
  context.store.set(path, toSpecification(day));
  close(context, toPointer(path));
}

function close(context: Context, pointer: string): void {
  context.calendar = null;
  context.redraw();
  document.getElementById(idOf(pointer))?.focus();
}

function turn(context: Context, months: number): void {
  const shownMonth = context.calendar!;
  const count = shownMonth.year * 12 + shownMonth.month - 1 + months;
  context.calendar = { ...shownMonth, year: Math.floor(count / 12), month: (count % 12) + 1 };
  context.redraw();
}

const ARROWS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

function onKey(context: Context, path: Path, event: KeyboardEvent): void {
  const pointer = toPointer(path);
  if (event.key === "Escape") close(context, pointer);
  const by = ARROWS[event.key];
  const day = Number((event.target as HTMLElement).dataset.day);
  if (!by || !day) return;
  event.preventDefault();
  const { year, month } = context.calendar!;
  const to = new Date(Date.UTC(year, month - 1, day + by));
  context.calendar = { pointer, year: to.getUTCFullYear(), month: to.getUTCMonth() + 1 };
  context.redraw();
  focusDay(pointer, to.getUTCDate());
}

function focusDay(pointer: string, day?: number): void {
  const box = document.getElementById(idOf(pointer))?.closest(".date");
  const button = box?.querySelector<HTMLElement>(day ? `[data-day="${day}"]` : '[data-day][tabindex="0"]');
  button?.focus();
}
