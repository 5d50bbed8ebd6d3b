/** What the blocks consist of that have more than one line. */
export const ARITY = {
  table: "table_caption table_unit grid table_note+",
  field: "pair+",
  checkbox: "checkbox_label checkbox_item+",
  party: "party_name party_full_name party_line*",
  quotation: "quote_text+",
  picture: "picture_caption",
  contents: "contents_title",
} as const;
