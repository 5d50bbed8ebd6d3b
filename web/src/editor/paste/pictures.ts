/** Pictures that are pasted or dropped on the page. */
import type { EditorView } from "prosemirror-view";
import { insertBlock, newBlock } from "../commands/kind";
import type { Pictures } from "../views/form";

/** Takes picture files where the application keeps pictures; says whether it does. */
export function addPictures(pictures: Pictures | undefined, view: EditorView, files: File[]): boolean {
  if (!pictures || files.length === 0) return false;
  void (async () => {
    for (const file of files) {
      const name = await pictures.add(file);
      if (name) insertBlock(newBlock("picture", { file: name }))(view.state, view.dispatch);
    }
  })();
  return true;
}
