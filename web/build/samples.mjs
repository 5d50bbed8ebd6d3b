import fs from "node:fs";
import path from "node:path";

/** All samples and their pictures in one file: `{documents: [{name, text}], pictures: {"pictures/a.png": base64}}`. */
export function samples(folder) {
  const names = fs.readdirSync(folder).filter((name) => name.endsWith(".json")).sort();
  const documents = names.map((name) => ({ name: name.slice(0, -5), text: fs.readFileSync(path.join(folder, name), "utf8") }));
  const pictures = {};
  for (const name of fs.readdirSync(path.join(folder, "pictures")).sort()) {
    pictures[`pictures/${name}`] = fs.readFileSync(path.join(folder, "pictures", name)).toString("base64");
  }
  return JSON.stringify({ documents, pictures });
}
