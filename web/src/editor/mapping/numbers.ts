/** Numbers in cells of tables, as they are typed in Vietnam: a comma before decimals, dots between thousands. */

export function numberText(number: number): string {
  return String(number).replace(".", ",");
}

/** The number that a text is; undefined where it is none. */
export function numberOf(text: string): number | undefined {
  const plain = text.trim();
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain)) return Number(plain.replaceAll(".", "").replace(",", "."));
  if (/^-?\d+(,\d+)?$/.test(plain)) return Number(plain.replace(",", "."));
  return undefined;
}
