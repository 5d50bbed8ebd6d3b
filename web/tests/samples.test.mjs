import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import test, { after, before } from "node:test";
import { control, missing, openSample, saveJson, settled, spec, start } from "./support/app.mjs";
import { sampleNames, samples } from "./support/module.mjs";

const skip = missing;
let app;
before(async () => { if (!skip) app = await start(); });
after(async () => app?.close());

for (const name of sampleNames()) {
  test(`${name}: opened and saved it is the same, after a change that is taken back too`, { skip }, async () => {
    const text = fs.readFileSync(path.join(samples, `${name}.json`), "utf8");
    await openSample(app.page, name);
    assert.equal((await saveJson(app.page)).bytes.toString("utf8"), text);
    const place = control(app.page, "/issue_place");
    await place.fill("Nơi khác");
    await settled(app.page);
    assert.deepEqual(await spec(app.page), { ...JSON.parse(text), issue_place: "Nơi khác" });
    await place.press("Control+z");
    await settled(app.page);
    assert.deepEqual(await spec(app.page), JSON.parse(text));
  });
}

test("nothing was written to the console, nothing was asked of another host", { skip }, () => {
  assert.deepEqual(app.errors, []);
  assert.deepEqual([...new Set(app.requests.filter((url) => !url.startsWith("blob:")).map((url) => new URL(url).hostname))], ["127.0.0.1"]);
});
