/** The blocks that can be referred to. */
import type { Node } from "prosemirror-model";
import { kindName } from "../commands/lines";
import { isMembers } from "../model/json";
import { kindOf } from "../model/kinds";

/** Their names, and how they begin. */
export function blocksWithId(page: Node): [id: string, title: string][] {
  const out: [string, string][] = [];
  page.forEach((node) => {
    const { src } = node.attrs;
    if (!isMembers(src) || typeof src.id !== "string") return;
    const first = node.isTextblock ? node : (node.firstChild ?? node);
    out.push([src.id, `${kindOf(kindName(node))?.title ?? ""}: ${first.textContent.slice(0, 60)} [${src.id}]`]);
  });
  return out;
}
