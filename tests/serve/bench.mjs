// How much a service does: requests a second, how long they take, how much memory it keeps. Bounded: it ends after so many requests or so
// many seconds, whichever comes first.
// usage: cargo build --release && node tests/serve/bench.mjs [--requests 2000] [--seconds 60] [--connections 4] [--spec FILE] [--accept TYPE]

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import http from "node:http";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

const root = resolve(import.meta.dirname, "../..");
const { values } = parseArgs({
  options: {
    requests: { type: "string", default: "2000" },
    seconds: { type: "string", default: "60" },
    connections: { type: "string", default: "4" },
    spec: { type: "string", default: join(root, "samples/bao-cao-624.json") },
    accept: { type: "string", default: "application/zip" },
    program: { type: "string", default: join(root, "target/release/vanban") },
  },
});

const body = readFileSync(values.spec);
const service = spawn(values.program, ["serve", "--listen", "127.0.0.1:0"], { stdio: ["ignore", "pipe", "ignore"] });
const address = (await new Promise((told) => service.stdout.once("data", told))).toString().trim();
const agent = new http.Agent({ keepAlive: true, maxSockets: Number(values.connections) });

/** Sends one request and gives its milliseconds. */
function ask() {
  const begun = performance.now();
  return new Promise((done, failed) => {
    const headers = { "content-type": "application/json", accept: values.accept, "content-length": body.length };
    const request = http.request(`${address}/v1/render`, { method: "POST", agent, headers }, (reply) => {
      reply.resume();
      reply.once("end", () => {
        if (reply.statusCode === 200) done(performance.now() - begun);
        else failed(new Error(`status ${reply.statusCode}`));
      });
    });
    request.once("error", failed);
    request.end(body);
  });
}

/** Resident memory of the service in MiB, now and at most; Linux alone tells it. */
function memory() {
  const status = readFileSync(`/proc/${service.pid}/status`, "utf8");
  const of = (name) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)[1]) / 1024);
  return { now: of("VmRSS"), most: of("VmHWM") };
}

/** Seconds of the processors that the service has used. */
function used() {
  const fields = readFileSync(`/proc/${service.pid}/stat`, "utf8").split(") ")[1].split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

try {
  for (let i = 0; i < 20; i++) await ask();
  const before = used();
  const times = [];
  let left = Number(values.requests);
  const begun = performance.now();
  const client = async () => {
    while (left-- > 0 && performance.now() - begun < 1000 * Number(values.seconds)) times.push(await ask());
  };
  await Promise.all(Array.from({ length: Number(values.connections) }, client));
  const seconds = (performance.now() - begun) / 1000;
  times.sort((a, b) => a - b);
  const at = (part) => times[Math.min(times.length - 1, Math.floor(times.length * part))].toFixed(1);
  const { now, most } = memory();
  console.log(`${times.length} requests in ${seconds.toFixed(1)} s: ${(times.length / seconds).toFixed(0)}/s`);
  console.log(`p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, most ${at(1)} ms`);
  console.log(`${((1000 * (used() - before)) / times.length).toFixed(2)} ms of processor time a request`);
  console.log(`resident ${now} MiB, at most ${most} MiB`);
} finally {
  agent.destroy();
  service.kill("SIGTERM");
}
