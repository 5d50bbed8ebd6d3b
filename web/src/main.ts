import { App } from "./app/app";
import { loadCatalogue } from "./app/catalogue";
import { Drafting } from "./app/drafting";
import { Drafts } from "./app/drafts";
import { Store } from "./app/store";
import { Engine } from "./engine/client";

async function begin(): Promise<void> {
  const [engine, drafts] = await Promise.all([Engine.start(), Drafts.open()]);
  const app = new App(engine, await loadCatalogue(engine), new Store(), new Drafting(drafts));
  await app.run();
}

begin().catch((error: unknown) => {
  const why = String(error).includes("vanban.wasm") ? "trang này thiếu tệp vanban.wasm, phần dựng văn bản" : String(error);
  document.getElementById("notice")!.textContent = `Không khởi động được: ${why}. Hãy tải lại trang, hoặc báo cho người cài đặt.`;
});
