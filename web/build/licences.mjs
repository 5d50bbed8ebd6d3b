import fs from "node:fs";
import path from "node:path";

/** The licences of what main.js carries: each package that stands in package.json, and what those depend on. */
export function licences(modules) {
  const seen = new Map();
  const visit = (name) => {
    if (seen.has(name)) return;
    const about = JSON.parse(fs.readFileSync(path.join(modules, name, "package.json"), "utf8"));
    const file = fs.readdirSync(path.join(modules, name)).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file ? fs.readFileSync(path.join(modules, name, file), "utf8").trim() : about.license;
    seen.set(name, `${name} ${about.version}\n\n${text}\n`);
    Object.keys(about.dependencies ?? {}).filter((next) => !next.startsWith("@types/")).forEach(visit);
  };
  const own = JSON.parse(fs.readFileSync(path.join(modules, "../package.json"), "utf8"));
  Object.keys(own.dependencies).forEach(visit);
  return [...seen.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text).join("\n");
}
