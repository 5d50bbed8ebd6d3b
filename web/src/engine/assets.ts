/**
 * What the page needs beside itself: files beside it, or, in the one-file form, gzipped and in base64 inside it
 * (`<script type="text/plain" data-asset="NAME">`), for a page from a file may fetch nothing.
 */
export async function assetBytes(name: string): Promise<ArrayBuffer> {
  const inside = document.querySelector(`script[data-asset="${name}"]`);
  if (inside) return unzip(inside.textContent);
  const answer = await fetch(name);
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.arrayBuffer();
}

export async function assetText(name: string): Promise<string> {
  return new TextDecoder().decode(await assetBytes(name));
}

/** An address that a worker can be started from. */
export async function assetUrl(name: string): Promise<string> {
  if (!document.querySelector(`script[data-asset="${name}"]`)) return name;
  return URL.createObjectURL(new Blob([await assetBytes(name)], { type: "text/javascript" }));
}

async function unzip(base64: string): Promise<ArrayBuffer> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}
