// A page with nothing but the editor on it, under the policy of the application, in a real browser.
import { build } from "esbuild";
import http from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const web = fileURLToPath(new URL("../..", import.meta.url));
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; base-uri 'none'; form-action 'none'";

async function files() {
  const options = {
    bundle: true,
    write: false,
    minify: true,
    absWorkingDir: web,
    format: "iife",
    target: "es2022",
    charset: "utf8",
  };
  const contents = `import { BodyEditor } from "./src/editor/index"; Object.assign(globalThis, { BodyEditor });`;
  const script = await build({ ...options, stdin: { contents, resolveDir: web, loader: "ts" } });
  const style = await build({ ...options, entryPoints: [path.join(web, "src/editor/editor.css")] });
  const html = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Thử</title><link rel="icon" href="data:,"><link rel="stylesheet" href="style.css"></head><body><main><h1>Thử</h1><div id="host"></div></main><script src="main.js"></script></body></html>`;
  return {
    "/": ["text/html", html],
    "/main.js": ["text/javascript", script.outputFiles[0].text],
    "/style.css": ["text/css", style.outputFiles[0].text],
  };
}

/** Starts a browser with the page; `open(body)` puts an editor on it, `close()` ends all. */
export async function editorPage() {
  const served = await files();
  const server = http.createServer((request, response) => {
    const [type, text] = served[request.url] ?? ["text/plain", null];
    response.writeHead(text === null ? 404 : 200, {
      "content-type": `${type}; charset=utf-8`,
      "content-security-policy": POLICY,
    });
    response.end(text ?? "");
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  const context = await browser.newContext({ viewport: { width: 1000, height: 900 } });
  const page = await context.newPage();
  const errors = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  const address = `http://127.0.0.1:${server.address().port}/`;
  await page.goto(address);
  const open = (body) =>
    page.evaluate((blocks) => {
      globalThis.editor?.destroy();
      globalThis.told = { changes: 0, pointers: [] };
      const pictures = { names: () => ["a.png"], url: () => null, add: async (file) => file.name };
      const events = { change: () => (told.changes += 1), selection: (pointer) => told.pointers.push(pointer) };
      globalThis.editor = new BodyEditor(document.querySelector("#host"), blocks, events, pictures);
    }, body);
  const keys = await context.newCDPSession(page);
  return {
    page,
    errors,
    open,
    blocks: () => page.evaluate(() => editor.blocks()),
    focus: async (pointer) => {
      const found = await page.evaluate((at) => editor.focus(at), pointer);
      // for 200 ms the view takes a caret at the very beginning for a browser's mistake; no hand is as fast as a test
      await page.waitForTimeout(220);
      return found;
    },
    press: async (...names) => {
      for (const name of names) await page.keyboard.press(name);
    },
    type: (text) => page.keyboard.type(text),
    /** A word by composition: the input method shows each step, then commits the last. */
    compose: async (...steps) => {
      for (const text of steps)
        await keys.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    },
    commit: (text) => keys.send("Input.insertText", { text }),
    paste: (html, text = "x") =>
      page.evaluate(
        ([html, text]) => {
          const data = new DataTransfer();
          if (html) data.setData("text/html", html);
          data.setData("text/plain", text);
          const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
          document.querySelector(".be-page .ProseMirror").dispatchEvent(event);
        },
        [html, text],
      ),
    shot: (name) => page.screenshot({ path: name, fullPage: true }),
    close: async () => {
      await browser.close();
      await new Promise((done) => server.close(done));
    },
  };
}
