/**
 * The keys of the page. None acts within a word: Vietnamese input methods send Backspace and letters, and what a key does at
 * the beginning of a line or with Ctrl held is not what they send. There are no rules that change what is typed.
 */
import { baseKeymap, chainCommands } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import type { Command } from "prosemirror-state";
import { KINDS, type KindName } from "../model/kinds";
import { backspace, enter, lineBreak } from "./enter";
import { move, setKind } from "./kind";
import { shift } from "./level";
import { toggle } from "./looks";
import { nextCell, previousCell } from "./table";
import { toLine, upOut } from "./walk";

export function keys(): Record<string, Command> {
  const out: Record<string, Command> = {
    ...baseKeymap,
    Enter: chainCommands(enter, baseKeymap.Enter as Command),
    "Shift-Enter": lineBreak,
    Backspace: chainCommands(backspace, baseKeymap.Backspace as Command),
    Tab: chainCommands(nextCell, toLine(1), shift(1)),
    "Shift-Tab": chainCommands(previousCell, toLine(-1), shift(-1)),
    ArrowUp: upOut,
    "Alt-Shift-ArrowUp": move(-1),
    "Alt-Shift-ArrowDown": move(1),
    "Mod-z": undo,
    "Mod-y": redo,
    "Mod-Shift-z": redo,
    "Mod-b": toggle("bold"),
    "Mod-i": toggle("italic"),
    "Mod-u": toggle("underline"),
  };
  for (const [name, { key }] of Object.entries(KINDS) as [KindName, { key?: string }][])
    if (key) out[`Mod-Alt-${key}`] = setKind(name);
  return out;
}
