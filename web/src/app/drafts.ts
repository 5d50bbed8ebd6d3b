import type { Beside } from "./store";

/** Drafts in this browser: what was being written is there again after a power cut, and on the next day. */

export interface Draft {
  id: string;
  name: string | null;
  /** Title for the list: type and subject. */
  title: string;
  text: string;
  beside: Beside;
  /** Milliseconds since 1970. */
  saved: number;
}

const MOST_DRAFTS = 20;

export class Drafts {
  #database: IDBDatabase;

  private constructor(database: IDBDatabase) {
    this.#database = database;
  }

  /** Undefined where the browser keeps nothing (a private window, no room). */
  static async open(): Promise<Drafts | undefined> {
    try {
      const request = indexedDB.open("vanban", 1);
      request.onupgradeneeded = () => request.result.createObjectStore("drafts", { keyPath: "id" });
      return new Drafts(await done(request));
    } catch {
      return undefined;
    }
  }

  /** The newest first. */
  async list(): Promise<Draft[]> {
    const all = await done(this.#store("readonly").getAll() as IDBRequest<Draft[]>);
    return all.sort((a, b) => b.saved - a.saved);
  }

  async get(id: string): Promise<Draft | undefined> {
    return done(this.#store("readonly").get(id) as IDBRequest<Draft | undefined>);
  }

  /** Keeps a draft, and forgets the oldest beyond twenty. */
  async put(draft: Draft): Promise<void> {
    await done(this.#store("readwrite").put(draft));
    for (const old of (await this.list()).slice(MOST_DRAFTS)) await this.remove(old.id);
  }

  async remove(id: string): Promise<void> {
    await done(this.#store("readwrite").delete(id));
  }

  #store(mode: IDBTransactionMode): IDBObjectStore {
    return this.#database.transaction("drafts", mode).objectStore("drafts");
  }
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("IndexedDB"));
  });
}
