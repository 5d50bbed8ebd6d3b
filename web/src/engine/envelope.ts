/**
 * How parts cross the border of the module: u32 n, n × u32 lengths, the parts' bytes one behind the other, all numbers
 * little-endian.
 */
export function pack(parts: readonly Uint8Array[]): Uint8Array {
  const head = 4 + 4 * parts.length;
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, head));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, parts.length, true);
  let at = head;
  parts.forEach((part, index) => {
    view.setUint32(4 + 4 * index, part.length, true);
    bytes.set(part, at);
    at += part.length;
  });
  return bytes;
}

/** The parts of an envelope, each a copy that outlives the module's memory. */
export function unpack(bytes: Uint8Array): Uint8Array<ArrayBuffer>[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(0, true);
  let at = 4 + 4 * count;
  return Array.from({ length: count }, (_, index) => {
    const end = at + view.getUint32(4 + 4 * index, true);
    const part = bytes.slice(at, end);
    at = end;
    return part;
  });
}
