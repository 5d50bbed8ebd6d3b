// A Word file as somebody has typed into it.

import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";

/** A zip with one part changed: the entries are written anew, each with its directory entry. */
export function retyped(zip, part, change) {
  const end = zip.length - 22;
  let at = zip.readUInt32LE(end + 16);
  const bodies = [];
  const heads = [];
  let offset = 0;
  while (at < end) {
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.subarray(at + 46, at + 46 + nameLength);
    const head = Buffer.from(zip.subarray(at, at + 46));
    const local = zip.readUInt32LE(at + 42);
    const data = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    let packed = zip.subarray(data, data + zip.readUInt32LE(at + 20));
    if (name.toString() === part) {
      const plain = head.readUInt16LE(10) === 8 ? inflateRawSync(packed) : packed;
      const typed = Buffer.from(change(plain.toString()));
      packed = deflateRawSync(typed);
      head.writeUInt16LE(8, 10);
      head.writeUInt32LE(crc32(typed), 16);
      head.writeUInt32LE(packed.length, 20);
      head.writeUInt32LE(typed.length, 24);
    }
    head.writeUInt16LE(0, 30);
    head.writeUInt16LE(0, 32);
    head.writeUInt32LE(offset, 42);
    const localHead = Buffer.alloc(30);
    localHead.writeUInt32LE(0x04034b50, 0);
    head.copy(localHead, 4, 6, 28);
    localHead.writeUInt16LE(nameLength, 26);
    bodies.push(localHead, name, packed);
    offset += 30 + nameLength + packed.length;
    heads.push(head, name);
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  const directory = Buffer.concat(heads);
  const tail = Buffer.from(zip.subarray(end));
  tail.writeUInt32LE(directory.length, 12);
  tail.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, directory, tail]);
}
