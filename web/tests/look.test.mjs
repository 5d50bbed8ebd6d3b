import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import test, { after, before } from "node:test";
import zlib from "node:zlib";
import { control, missing, openLong, openSample, settled, start } from "./support/app.mjs";
import { target, web } from "./support/module.mjs";

const skip = missing;
const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let app, page;
before(async () => {
  if (skip) return;
  app = await start();
  page = app.page;
});
after(async () => app?.close());

async function violations() {
  // a script of a test is no script of the page: it comes in past the policy
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const found = await window.axe.run(document, { resultTypes: ["violations"] });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).slice(0, 4).join(", ")}`);
  });
}

test("axe finds nothing: first page, document, calendar, finding words, findings, an appendix", { skip }, async () => {
  assert.deepEqual(await violations(), []);
  for (const name of ["to-trinh", "ke-hoach-phu-luc", "hop-dong", "sao-y"]) {
    await openSample(page, name);
    assert.deepEqual(await violations(), [], name);
  }
  await page.click('[data-pointer="/issue_date"] >> text=Lịch');
  await page.keyboard.press("Control+f");
  await page.fill("#find-words", "so");
  assert.deepEqual(await violations(), []);
  await page.keyboard.press("Escape");
  await control(page, "/issue_date").fill("31/2/2026");
  await settled(page);
  assert.deepEqual(await violations(), []);
  await openSample(page, "quyet-dinh-dien-tu");
  await page.click('[role="tab"]:has-text("Phụ lục")');
  assert.deepEqual(await violations(), []);
});

test("on a narrow screen three tabs stand for the three columns, and axe finds nothing in each", { skip }, async () => {
  await openSample(page, "to-trinh");
  await page.setViewportSize({ width: 1000, height: 800 });
  for (const [tab, pane] of [["Trang in", "pages"], ["Đề mục", "side"], ["Soạn thảo", "compose"]]) {
    await page.click(`#panes [role="tab"]:has-text("${tab}")`);
    const shown = await page.locator(".pane").evaluateAll((panes) => panes.filter((one) => getComputedStyle(one).display !== "none").map(({ id }) => id));
    assert.deepEqual(shown, [pane]);
    assert.deepEqual(await violations(), [], tab);
  }
  await page.focus('#panes [aria-selected="true"]');
  await page.keyboard.press("ArrowRight");
  assert.ok(await page.isVisible("#pages svg"));
  await page.keyboard.press("ArrowLeft");
  assert.ok(await page.isVisible("#compose"));
  for (const width of [360, 700, 1099, 1100, 1400]) {
    await page.setViewportSize({ width, height: 800 });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width} px: nothing reaches out`);
  }
  await page.setViewportSize({ width: 1600, height: 950 });
});

test("the page speaks Vietnamese, with one first heading", { skip }, async () => {
  assert.equal(await page.getAttribute("html", "lang"), "vi");
  assert.equal(await page.locator("h1").count(), 1);
});

test("everything is reached by keyboard alone: type, field, block, preview, saving", { skip }, async () => {
  await page.keyboard.press("Escape");
  await page.click("text=Văn bản mới");
  const reached = new Set();
  for (let count = 0; count < 40; count++) {
    await page.keyboard.press("Tab");
    reached.add(await page.evaluate(() => document.activeElement.dataset.type ?? document.activeElement.tagName));
  }
  assert.ok(reached.has("report") && reached.has("INPUT"));
  await page.focus('[data-type="report"]');
  await page.keyboard.press("Enter");
  await settled(page);
  const ids = new Set();
  // in the text Tab shifts levels: F6 leads out of it
  for (let count = 0; count < 200; count++) {
    await page.keyboard.press((await page.evaluate(() => document.activeElement.isContentEditable)) ? "F6" : "Tab");
    ids.add(await page.evaluate(() => document.activeElement.id || document.activeElement.dataset.kind || (document.activeElement.closest("#bodies") ? "body" : "")));
  }
  for (const id of ["o-doc-type", "o-issuer-name", "o-issue-date", "o-subject", "body", "o-signatures-0-position", "pages"]) assert.ok(ids.has(id), id);
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Control+s")]);
  assert.match(download.suggestedFilename(), /\.docx$/);
});

test("printing gives the pages and nothing else, landscape ones across", { skip }, async () => {
  await openSample(page, "ke-hoach-phu-luc");
  await page.evaluate(() => { window.print = () => { document.body.dataset.printed = ""; }; });
  await page.keyboard.press("Control+p");
  await page.waitForSelector("[data-printed]", { state: "attached" });
  const count = await page.locator(".page").count();
  assert.equal(await page.locator(".page svg").count(), count, "all pages are drawn");
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "vanban-web-")), "in.pdf");
  await page.pdf({ path: file, preferCSSPageSize: true });
  const info = execFileSync("pdfinfo", ["-f", "1", "-l", "99", file], { encoding: "utf8" });
  assert.equal(Number(/Pages:\s+(\d+)/.exec(info)[1]), count);
  const sizes = [...info.matchAll(/Page\s+\d+ size:\s+([\d.]+) x ([\d.]+)/g)].map(([, width, height]) => (Number(width) > Number(height) ? "wide" : "high"));
  const shown = await page.locator(".page").evaluateAll((all) => all.map((one) => (one.classList.contains("wide") ? "wide" : "high")));
  assert.deepEqual(sizes, shown);
  assert.doesNotMatch(execFileSync("pdftotext", [file, "-"], { encoding: "utf8" }), /Lưu Word|Thêm chữ ký/);
});

test("pages out of sight are not drawn, and are when they come into sight", { skip }, async () => {
  await openLong(page, "bao-cao-624", 20);
  const drawn = () => page.locator(".page svg").count();
  const count = await page.locator(".page").count();
  assert.ok(count > 30 && (await drawn()) < 8);
  await page.evaluate(() => document.querySelector("#pages").scrollTo(0, 1e7));
  await page.waitForSelector(`.page[data-number="${count}"] svg`);
  assert.ok((await drawn()) < 8);
});

test("nothing was written to the console", { skip }, () => assert.deepEqual(app.errors, []));

test("the scripts are small", () => {
  const packed = (file) => zlib.gzipSync(fs.readFileSync(path.join(web, "dist", file)), { level: 9 }).length;
  const sizes = { "main.js": packed("main.js"), "worker.js": packed("worker.js"), "style.css": packed("style.css") };
  console.log("gzipped:", sizes, fs.existsSync(path.join(target, "vanban.html")) ? { "vanban.html": fs.statSync(path.join(target, "vanban.html")).size } : "");
  assert.ok(sizes["main.js"] + sizes["worker.js"] <= 120 * 1024);
});

test("what is committed as built is what the sources give", () => {
  const out = fs.mkdtempSync(path.join(os.tmpdir(), "vanban-web-"));
  execFileSync("node", ["build.mjs", "--out", out], { cwd: web, env: { ...process.env, CARGO_TARGET_DIR: path.join(out, "none") } });
  for (const name of ["index.html", "main.js", "worker.js", "style.css", "samples.json", "licences.txt"]) {
    assert.ok(fs.readFileSync(path.join(out, name)).equals(fs.readFileSync(path.join(web, "dist", name))), `${name}: npm run build, and commit dist`);
  }
});
