/**
 * Tab changes levels and never leaves the page by mistake; who has only a keyboard leaves it by Escape and then Tab. So the
 * description of the page says.
 */
import { Plugin } from "prosemirror-state";

export const WAY_OUT = "Tab: xuống một cấp; Shift+Tab: lên một cấp. Nhấn Esc rồi Tab để ra khỏi phần soạn thảo.";

export function wayOut(): Plugin {
  let isLeaving = false;
  return new Plugin({
    props: {
      handleDOMEvents: {
        keydown(_view, event) {
          // what is handled here is left to the browser, which moves the focus
          if (event.key === "Tab" && isLeaving) return true;
          if (event.key !== "Shift") isLeaving = event.key === "Escape";
          return false;
        },
        focus() {
          isLeaving = false;
          return false;
        },
      },
    },
  });
}
