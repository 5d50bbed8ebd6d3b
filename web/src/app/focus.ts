import { type Path, toPointer } from "./json";

/** Puts the caret into the field of a place, or of the nearest place around it that has one; `within` names another root. */
export function focusField(path: Path, within?: string): void {
  const place = within ? document.querySelector<HTMLElement>(within) : nearest(path);
  if (!place) return;
  place.scrollIntoView({ block: "center" });
  place.querySelector<HTMLElement>("input, textarea, select, button")?.focus({ preventScroll: true });
}

function nearest(path: Path): HTMLElement | null {
  for (let length = path.length; length >= 0; length--) {
    const pointer = CSS.escape(toPointer(path.slice(0, length)));
    const place = document.querySelector<HTMLElement>(`#sheet [data-pointer="${pointer}"]`);
    if (place) return place;
  }
  return null;
}
