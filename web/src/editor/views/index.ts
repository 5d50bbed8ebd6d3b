/** How nodes are drawn that are more than their text. */
import type { NodeViewConstructor } from "prosemirror-view";
import { KINDS } from "../model/kinds";
import { CHIPS, ChipView } from "./chips";
import { CheckboxView } from "./checkbox";
import type { Surroundings } from "./form";
import { OpaqueView, PageBreakView } from "./leaves";
import { SettingsView } from "./settings";

export function nodeViews(around: Surroundings): Record<string, NodeViewConstructor> {
  const out: Record<string, NodeViewConstructor> = {
    page_break: () => new PageBreakView(),
    opaque: (node) => new OpaqueView(node),
    checkbox_item: (node, view, pos) => new CheckboxView(node, view, pos),
  };
  for (const name of Object.keys(CHIPS)) out[name] = (node, view, pos) => new ChipView(node, view, pos, around);
  for (const [name, { shape }] of Object.entries(KINDS)) {
    const hasPanel = shape === "table" || shape === "parts" || name === "page_setup";
    if (hasPanel) out[name] = (node, view, pos) => new SettingsView(node, view, pos, around);
  }
  return out;
}
