import type { Store } from "./store";

/** Addresses by which the page shows the document's pictures. */
export class PictureUrls {
  #store: Store;
  #urls = new Map<string, string>();

  constructor(store: Store) {
    this.#store = store;
  }

  url(name: string): string | null {
    const known = this.#urls.get(name);
    if (known) return known;
    const bytes = this.#store.opened.beside.get(name);
    if (!bytes) return null;
    const url = URL.createObjectURL(new Blob([bytes], { type: /\.png$/i.test(name) ? "image/png" : "image/jpeg" }));
    this.#urls.set(name, url);
    return url;
  }

  /** Lets go of all: another document is open. */
  reset(): void {
    for (const url of this.#urls.values()) URL.revokeObjectURL(url);
    this.#urls.clear();
  }
}
