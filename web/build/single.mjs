import crypto from "node:crypto";
import zlib from "node:zlib";

// What stands inside a script element may not hold its end.
const inside = (text) => text.replace(/<\/script/gi, "<\\/script").replace(/<!--/g, "<\\!--");
const hash = (text) => `'sha256-${crypto.createHash("sha256").update(text).digest("base64")}'`;
const packed = (bytes) => zlib.gzipSync(bytes, { level: 9 }).toString("base64");
const asset = (name, base64) => `<script type="text/plain" data-asset="${name}">${base64}</script>`;

/**
 * The form in one file. A page opened from a file may fetch nothing and start no worker by address, so the module, the
 * samples and the worker stand in the page, packed; scripts and styles are allowed by their hashes alone.
 */
export function single(files, module) {
  const style = files["style.css"];
  const script = inside(files["main.js"]);
  const policy = [
    "default-src 'none'",
    `script-src ${hash(script)} 'wasm-unsafe-eval'`,
    `style-src ${hash(style)}`,
    "worker-src blob:",
    "img-src data: blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const assets = [
    asset("vanban.wasm", packed(module)),
    asset("worker.js", packed(files["worker.js"])),
    asset("samples.json", packed(files["samples.json"])),
    asset("licences.txt", packed(files["licences.txt"])),
  ].join("\n");
  return files["index.html"]
    .replace(/(<meta http-equiv="Content-Security-Policy" content=")[^"]*"/, (_, start) => `${start}${policy}"`)
    .replace('<link rel="stylesheet" href="style.css">', () => `<style>${style}</style>`)
    .replace('<script src="main.js" defer></script>', () => `${assets}\n<script>${script}</script>`);
}
