/** The largest picture file that the engine reads. */
const MOST_BYTES = 8 << 20;

type Kind = "png" | "jpeg";
const NAMES: Record<Kind, string> = { png: "PNG", jpeg: "JPEG" };

/** The bytes of a picture, or in words why it cannot be printed. */
export async function readPicture(file: File, kinds: readonly Kind[]): Promise<{ bytes: Uint8Array<ArrayBuffer> } | { refused: string }> {
  if (file.size > MOST_BYTES) return { refused: `Tệp ${file.name} lớn quá 8 MB: hãy thu nhỏ hình rồi chọn lại.` };
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (kinds.some((kind) => kind === kindOf(bytes))) return { bytes };
  const wanted = kinds.map((kind) => NAMES[kind]).join(" hoặc ");
  return { refused: `Tệp ${file.name} không phải hình ${wanted}: hãy lưu hình thành tệp ${wanted} rồi chọn lại.` };
}

function kindOf([first, second, third]: Uint8Array): Kind | undefined {
  if (first === 0x89 && second === 0x50 && third === 0x4e) return "png";
  return first === 0xff && second === 0xd8 && third === 0xff ? "jpeg" : undefined;
}
