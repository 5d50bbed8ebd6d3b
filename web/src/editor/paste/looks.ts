/** The looks of pasted text: what elements and their styles say. */

export interface Looks {
  bold: boolean;
  italic: boolean;
  underline: boolean;
  script: "superscript" | "subscript" | null;
  link: string | null;
}

export const PLAIN: Looks = { bold: false, italic: false, underline: false, script: null, link: null };

/** The declarations of an element; they have been moved out of `style`, which the page's policy forbids. */
export function styleOf(element: Element): Record<string, string> {
  const out: Record<string, string> = {};
  for (const one of (element.getAttribute("data-style") ?? "").split(";")) {
    const colon = one.indexOf(":");
    if (colon > 0)
      out[one.slice(0, colon).trim().toLowerCase()] = one
        .slice(colon + 1)
        .trim()
        .toLowerCase();
  }
  return out;
}

const BOLD = /^(b|strong|h[1-6]|th)$/;

/** The looks within an element, given those around it. */
export function looksIn(element: Element, around: Looks): Looks {
  const tag = element.localName;
  const style = styleOf(element);
  const out = { ...around };
  if (BOLD.test(tag)) out.bold = true;
  if (tag === "i" || tag === "em") out.italic = true;
  if (tag === "u" || tag === "ins") out.underline = true;
  if (tag === "sup" || style["vertical-align"] === "super") out.script = "superscript";
  if (tag === "sub" || style["vertical-align"] === "sub") out.script = "subscript";
  const weight = style["font-weight"];
  if (weight) out.bold = /^(bold|bolder|[6-9]00)$/.test(weight);
  const slant = style["font-style"];
  if (slant) out.italic = /^(italic|oblique)/.test(slant);
  const line = style["text-decoration"] ?? style["text-decoration-line"];
  if (line) out.underline = line.includes("underline");
  const href = tag === "a" ? (element.getAttribute("href") ?? "") : "";
  if (/^(https?:\/\/|mailto:)/i.test(href)) out.link = href;
  // a link is underlined by itself
  if (out.link) out.underline = false;
  return out;
}

/** Whether the element is there for no reader. */
export function isHidden(element: Element): boolean {
  if (
    /^(style|script|meta|link|title|head|xml|noscript|template|select|button|input|svg|o:smarttagtype)$/.test(element.localName)
  )
    return true;
  // notes at the end are printed where they are referred to
  if (/^sdfootnote\d+$/.test(element.id)) return true;
  const style = styleOf(element);
  return (
    style.display === "none" ||
    style["mso-hide"] === "all" ||
    style.visibility === "hidden" ||
    style["mso-element"] === "footnote-list"
  );
}
