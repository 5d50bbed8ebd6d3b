import { nextRegion } from "./regions";

export interface Keys {
  save(): void;
  print(): void;
  find(): void;
  undo(): void;
  redo(): void;
}

/**
 * Keys of the whole page. Those of the text editor are its own: what it has handled is let alone, and so is everything while an
 * input method composes. No key that writes is touched.
 */
export function bindKeys(keys: Keys): void {
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.defaultPrevented) return;
    const act = actionOf(event, keys);
    if (!act) return;
    event.preventDefault();
    act();
  });
}

function actionOf(event: KeyboardEvent, keys: Keys): (() => void) | undefined {
  if (event.key === "F6") return () => nextRegion(event.shiftKey ? -1 : 1);
  if ((!event.ctrlKey && !event.metaKey) || event.altKey) return undefined;
  switch (event.key.toLowerCase()) {
    case "s": return () => keys.save();
    case "p": return () => keys.print();
    case "f": return () => keys.find();
    case "z": return event.shiftKey ? () => keys.redo() : () => keys.undo();
    case "y": return () => keys.redo();
    default: return undefined;
  }
}
