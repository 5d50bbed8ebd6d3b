import type { Live } from "../pages/live";

/** Prints the pages as they are shown; those out of sight are drawn before, and let go when it is done. */
export async function printPages(live: Live): Promise<void> {
  await live.all();
  await document.fonts.ready;
  addEventListener("afterprint", () => live.request(), { once: true });
  window.print();
}
