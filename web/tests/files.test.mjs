import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import test, { after, before } from "node:test";
import { control, missing, openFiles, openSample, saved, saveJson, savePdf, savePdfWithSource, saveWord, settled, spec, start } from "./support/app.mjs";
import { samples, target } from "./support/module.mjs";

const vanban = process.env.VANBAN ?? ["debug", "release"].map((kind) => path.join(target, kind, "vanban")).find((file) => fs.existsSync(file));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "vanban-web-"));
const skip = missing;

/** What the program makes of a specification. */
function native(text, ...options) {
  const out = fs.mkdtempSync(path.join(folder, "n-"));
  fs.cpSync(path.join(samples, "pictures"), path.join(out, "pictures"), { recursive: true });
  fs.writeFileSync(path.join(out, "van-ban.json"), text);
  execFileSync(vanban, ["render", "van-ban.json", "-o", "made/", ...options], { cwd: out, stdio: "pipe" });
  return Object.fromEntries(fs.readdirSync(path.join(out, "made")).map((name) => [name, fs.readFileSync(path.join(out, "made", name))]));
}

for (const from of ["http", "file"]) {
  test(`from ${from}: no network, files as the program makes them, opened again they are the same`, { skip: skip ?? (vanban ? undefined : "no program") }, async () => {
    const app = await start({ from });
    try {
      await app.context.setOffline(true);
      await openSample(app.page, "bao-cao-kinh-te");
      await control(app.page, "/issue_place").fill("Hà Nội");
      await settled(app.page);
      const text = (await saveJson(app.page)).bytes;
      assert.equal(JSON.parse(text).issue_place, "Hà Nội");
      const made = native(text);
      const word = await saveWord(app.page);
      const pdf = await savePdf(app.page);
      assert.ok(word.bytes.equals(made[word.name]), "Word");
      assert.ok(pdf.bytes.equals(made[pdf.name]), "PDF");
      const archive = await savePdfWithSource(app.page);
      assert.ok(archive.bytes.equals(native(text, "--pdf", "a-3a")[archive.name]), "PDF/A-3a");
      for (const { name, bytes } of [word, archive]) {
        fs.writeFileSync(path.join(folder, name), bytes);
        await openFiles(app.page, path.join(folder, name));
        await settled(app.page);
        assert.equal((await saveJson(app.page)).bytes.toString(), text.toString(), name);
      }
      assert.deepEqual(app.errors, []);
    } finally {
      await app.close();
    }
  });
}

let app;
before(async () => { if (!skip) app = await start(); });
after(async () => app?.close());

test("a specification and the pictures beside it are opened together", { skip }, async () => {
  await openFiles(app.page, [path.join(samples, "bao-cao-kinh-te.json"), path.join(samples, "pictures/tang-truong.png"), path.join(samples, "pictures/khach-du-lich.png")]);
  await settled(app.page);
  assert.match(await app.page.textContent("#status"), /đủ điều kiện lưu/);
});

test("pictures, rows and an organ file are found beside the specification", { skip }, async () => {
  const file = (name, text) => ({ name, mimeType: "application/octet-stream", buffer: Buffer.isBuffer(text) ? text : Buffer.from(text) });
  const main = JSON.parse(fs.readFileSync(path.join(samples, "thong-bao.json"), "utf8"));
  const { issuer, ...rest } = main;
  delete rest.signatures[0].image;
  delete rest.signatures[0].seal;
  rest.issuer_from = "co-quan.json";
  rest.body.push({ type: "table", header: [["Tên", "Số"]], rows_from: "so-lieu.csv" });
  await openFiles(app.page, [file("co-quan.json", JSON.stringify({ issuer: { ...issuer, name: "Sở Tư pháp" } })), file("a.json", JSON.stringify(rest)), file("so-lieu.csv", "Hồ sơ tiếp nhận,15\n")]);
  await settled(app.page);
  const shown = await app.page.textContent("#pages");
  assert.match(shown, /SỞ TƯ PHÁP/);
  assert.match(shown, /Hồ sơ tiếp nhận/);
});

test("a picture that is dropped later takes the place where the document asks for it", { skip }, async () => {
  await openFiles(app.page, path.join(samples, "bao-cao-kinh-te.json"));
  await settled(app.page);
  assert.match(await app.page.textContent("#status"), /lỗi/);
  const base64 = (name) => fs.readFileSync(path.join(samples, "pictures", name)).toString("base64");
  await app.page.evaluate((all) => {
    const data = new DataTransfer();
    for (const [name, text] of all) data.items.add(new File([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))], name, { type: "image/png" }));
    document.querySelector(".bar").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, ["tang-truong.png", "khach-du-lich.png"].map((name) => [name, base64(name)]));
  await app.page.waitForFunction(() => /đủ điều kiện/.test(document.querySelector("#status").textContent));
});

test("what is none of our files is told in words", { skip }, async () => {
  fs.writeFileSync(path.join(folder, "la.txt"), "xin chào");
  fs.writeFileSync(path.join(folder, "la.pdf"), "%PDF-1.4\n%%EOF");
  for (const name of ["la.txt", "la.pdf"]) {
    await openFiles(app.page, path.join(folder, name));
    await app.page.waitForSelector("#notice:not(:empty)");
    assert.match(await app.page.textContent("#notice"), name === "la.txt" ? /không phải văn bản do vanban lưu/ : /la\.pdf/);
    await app.page.click("#notice button");
  }
  if (await app.page.isVisible("text=Trở lại văn bản đang soạn")) await app.page.click("text=Trở lại văn bản đang soạn");
});

test("appendices with files of their own are saved each", { skip }, async () => {
  await openSample(app.page, "quyet-dinh-dien-tu");
  const names = [];
  app.page.on("download", (download) => names.push(download.suggestedFilename()));
  await saved(app.page, () => app.page.click("text=Lưu PDF"));
  await app.page.waitForTimeout(500);
  assert.deepEqual(names.sort(), ["1215-QD-UBND-phu-luc.pdf", "1215-QD-UBND.pdf"]);
  assert.deepEqual(app.errors, []);
});

test("a document with errors is not saved as Word, and the page says why", { skip }, async () => {
  await openSample(app.page, "thong-bao");
  await control(app.page, "/subject").fill("");
  await settled(app.page);
  await app.page.click("text=Lưu Word");
  await app.page.waitForSelector("#notice:not(:empty)");
  assert.match(await app.page.textContent("#notice"), /Chưa lưu được/);
  assert.equal((await spec(app.page)).subject, undefined);
});

test("a new document begins with the organ of the one that was saved last", { skip }, async () => {
  await openSample(app.page, "to-trinh");
  await saveWord(app.page);
  await app.page.click("text=Văn bản mới");
  await app.page.click('[data-type="notice"]');
  await settled(app.page);
  const { issuer, issue_place, doc_type } = await spec(app.page);
  const sample = JSON.parse(fs.readFileSync(path.join(samples, "to-trinh.json"), "utf8"));
  assert.deepEqual({ issuer, issue_place, doc_type }, { issuer: sample.issuer, issue_place: sample.issue_place, doc_type: "notice" });
});
