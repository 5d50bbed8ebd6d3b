/** The regions of the page in their order; F6 goes from one to the next, as between the panes of Word. */
const REGIONS = ["#tools", "#side", "#before", "#bodies", "#after", "#pages"];
const CONTROLS = "button, input, textarea, select, summary, [contenteditable='true']";

/** Moves the caret into the next region that is in sight, or the one before. */
export function nextRegion(by: 1 | -1): void {
  const shown = REGIONS.flatMap((id) => document.querySelector<HTMLElement>(id) ?? []).filter((one) => one.checkVisibility() && one.childElementCount);
  const now = shown.findIndex((one) => one.contains(document.activeElement));
  const next = shown[(now + by + shown.length) % shown.length];
  if (!next) return;
  const control = next.id === "bodies" ? next.querySelector<HTMLElement>("[contenteditable='true']") : next.tabIndex === 0 ? next : next.querySelector<HTMLElement>(CONTROLS);
  (control ?? next).focus();
}
