import fs from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";
import { target, web } from "./module.mjs";

/** Debian's Chromium, or another by CHROMIUM. */
export const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const dist = path.join(web, "dist");

/** Why the page cannot be tried here; undefined where it can. */
export const missing = !fs.existsSync(executablePath)
  ? "no Chromium"
  : fs.existsSync(path.join(dist, "vanban.wasm.gz")) ? undefined : "the module has not been built (see web/README.md)";

/** The page in a browser of its own; whatever it writes to the console as an error is kept in `errors`. */
export async function start({ viewport = { width: 1600, height: 950 }, from = "http" } = {}) {
  const server = from === "http" ? await serve(dist) : undefined;
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const context = await browser.newContext({ viewport, acceptDownloads: true, locale: "vi-VN", offline: from === "file" });
  const page = await context.newPage();
  const [errors, requests] = [[], []];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error.stack)));
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(server?.url ?? `file://${path.join(target, "vanban.html")}`);
  await page.waitForSelector(".start");
  return { page, context, errors, requests, close: async () => (await browser.close(), server?.close()) };
}

/** Opens a sample from the first page and waits for its pages. */
export async function openSample(page, name) {
  if (!(await page.isVisible(".start"))) await page.click("text=Văn bản mới");
  await page.click(`[data-sample="${name}"]`);
  await settled(page);
}

/** Opens files as if they were chosen. */
export async function openFiles(page, files) {
  if (!(await page.isVisible(".start"))) await page.click("text=Văn bản mới");
  await page.setInputFiles(".start .button input[type=file]", files);
  await page.waitForFunction(() => document.querySelector("#start").hidden || document.querySelector("#notice").textContent);
}

/** Opens a sample with its body so many times over. */
export async function openLong(page, name, copies) {
  const { documents } = await page.evaluate(() => fetch("samples.json").then((answer) => answer.json()));
  const long = JSON.parse(documents.find((one) => one.name === name).text);
  long.body = Array.from({ length: copies }, () => long.body).flat();
  await openFiles(page, { name: "dai.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(long)) });
  await settled(page);
}

/** Waits until the preview shows what was typed last. */
export async function settled(page) {
  await page.waitForSelector(".page svg", { state: "attached" });
  await page.waitForFunction(() => document.body.dataset.busy === undefined);
}

/** What a click hands to the browser to be saved. */
export async function saved(page, click) {
  const [download] = await Promise.all([page.waitForEvent("download"), click()]);
  return { name: download.suggestedFilename(), bytes: fs.readFileSync(await download.path()) };
}

export async function saveJson(page) {
  await page.click("summary:has-text('Lưu cách khác')");
  return saved(page, () => page.click("text=Bản soạn (JSON)"));
}

export async function spec(page) {
  return JSON.parse((await saveJson(page)).bytes.toString("utf8"));
}

export const saveWord = (page) => saved(page, () => page.click("text=Lưu Word"));
export const savePdf = (page) => saved(page, () => page.click("text=Lưu PDF"));
export async function savePdfWithSource(page) {
  await page.click("summary:has-text('Lưu cách khác')");
  return saved(page, () => page.click("text=PDF mang theo bản soạn"));
}

/** The control of a field, by the pointer of its value. */
export function control(page, pointer) {
  return page.locator(`#o${pointer.replace(/[^A-Za-z0-9]/g, "-")}`);
}
