// The pictures of docs/huong-dan.md, taken of the page as it is built. usage: node build/guide.mjs
import path from "node:path";
import { control, openSample, settled, start } from "../tests/support/app.mjs";
import { root } from "../tests/support/module.mjs";

const app = await start({ viewport: { width: 1440, height: 860 } });
const { page } = app;
const shot = (name) => page.screenshot({ path: path.join(root, "docs/hinh", `${name}.png`) });
const show = (selector) => page.evaluate((one) => document.querySelector(one).scrollIntoView(), selector);

await page.evaluate(() => document.fonts.ready);
await shot("1-bat-dau");
await openSample(page, "to-trinh");
await page.waitForTimeout(500);
await shot("2-soan-thao");
await control(page, "/issue_date").scrollIntoViewIfNeeded();
await page.click('[data-pointer="/issue_date"] >> text=Lịch');
await shot("3-ngay");
await page.keyboard.press("Escape");
await openSample(page, "quyet-dinh-dien-tu");
await page.click('[role="tab"]:has-text("Phụ lục")');
await show("#bodies");
await page.click(".body-host:not([hidden]) .ProseMirror td >> nth=1");
await page.waitForTimeout(500);
await shot("4-noi-dung");
await openSample(page, "giay-moi");
await page.setInputFiles("#o-signatures-0-image", path.join(root, "samples/pictures/chu-ky.png"));
await page.setInputFiles("#o-signatures-0-seal", path.join(root, "samples/pictures/dau.png"));
await page.waitForSelector('[data-pointer="/signatures/0/seal"] img');
await settled(page);
await show("#muc-chu-ky");
await control(page, "/signatures/0/signer").focus();
await page.waitForTimeout(500);
await shot("5-chu-ky");
await control(page, "/issue_date").fill("31/2/2026");
await control(page, "/subject").fill("");
await settled(page);
await shot("6-xem-lai");
await app.close();
