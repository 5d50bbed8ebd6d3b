import fs from "node:fs";
import http from "node:http";
import path from "node:path";

const TYPES = { html: "text/html; charset=utf-8", js: "text/javascript; charset=utf-8", css: "text/css; charset=utf-8", wasm: "application/wasm", json: "application/json", txt: "text/plain; charset=utf-8" };

/** Hands out a folder on a free port of this machine, with the headers of `vanban serve`. */
export async function serve(folder) {
  const server = http.createServer((request, answer) => {
    const file = path.join(folder, request.url === "/" ? "index.html" : path.normalize(request.url.split("?")[0]));
    const packed = fs.existsSync(`${file}.gz`);
    if (!file.startsWith(folder) || !(packed || fs.existsSync(file))) return void answer.writeHead(404).end();
    answer.writeHead(200, {
      ...(packed ? { "content-encoding": "gzip" } : {}),
      "content-type": TYPES[file.split(".").pop()] ?? "application/octet-stream",
      "content-security-policy": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; img-src data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
    });
    fs.createReadStream(packed ? `${file}.gz` : file).pipe(answer);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}
