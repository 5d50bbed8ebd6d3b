import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { control, missing, openSample, settled, spec, start } from "./support/app.mjs";

const skip = missing;
let app, page;
before(async () => {
  if (skip) return;
  app = await start();
  page = app.page;
  await openSample(page, "to-trinh");
});
after(async () => app?.close());

const focused = () => page.evaluate(() => document.activeElement.id);
const inText = () => page.evaluate(() => document.querySelector("#bodies").contains(document.activeElement));

test("a click on a page finds the field, and the block of the text", { skip }, async () => {
  await page.locator(".page text", { hasText: "Thất Khê, ngày" }).first().click();
  assert.match(await focused(), /^o-issue-(place|date)$/);
  await page.locator(".page text", { hasText: "Nông Thị Mai" }).first().click();
  assert.equal(await focused(), "o-signatures-0-signer");
  await page.locator(".page text", { hasText: "Căn cứ Luật Ngân sách" }).first().click();
  assert.equal(await focused(), "o-legal-basis-1");
  await page.locator(".page text", { hasText: "Ngân sách xã đã bố trí" }).first().click();
  assert.ok(await inText());
  await page.keyboard.type("Xx");
  await settled(page);
  assert.match(JSON.stringify((await spec(page)).body), /Xx/);
});

test("the caret in a field shows its words on the page", { skip }, async () => {
  await control(page, "/signatures/0/signer").focus();
  assert.equal(await page.locator(".page .here").first().textContent(), "Nông Thị Mai");
});

test("the outline has the printed numbers and leads into the text", { skip }, async () => {
  const heading = page.locator(".outline [data-heading]", { hasText: "Sự cần thiết" });
  assert.match(await heading.textContent(), /^I\. /);
  await heading.click();
  assert.ok(await inText());
});

test("what is typed in the text is printed, and a finding there is told on the left", { skip }, async () => {
  await page.keyboard.press("End");
  await page.keyboard.type(" của  xã");
  await settled(page);
  assert.match(await page.textContent("#pages"), /của\s+xã/i);
  await page.locator(".findings button", { hasText: /dấu cách/i }).first().click();
  assert.ok(await inText());
});

test("every text of the pages is as wide as the engine made it", { skip }, async () => {
  // the faces are those of the engine: the next run begins where this one ends
  const loaded = await page.evaluate(async () => (await document.fonts.ready, [...document.fonts].map(({ family, status }) => `${family} ${status}`)));
  assert.deepEqual([...new Set(loaded)].sort(), ["vanban loaded", "vanban-signs loaded"]);
});

test("nothing was written to the console", { skip }, () => assert.deepEqual(app.errors, []));
