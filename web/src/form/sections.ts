/** Which members stand where: in the order of the printed page, what is common first; the rest is a button until it is wanted. */

export interface Section {
  id: string;
  title: string;
  /** Members that are always shown, where the type has them. */
  common: readonly string[];
  /** Members that are shown when they have a value, or when asked for. */
  rare: readonly string[];
}

export const BEFORE_BODY: readonly Section[] = [
  {
    id: "loai",
    title: "Loại văn bản",
    common: ["doc_type"],
    rare: ["regulation", "form", "joint_form", "numbering"],
  },
  {
    id: "co-quan",
    title: "Cơ quan, số, ngày",
    common: ["issuer", "number", "issue_place", "issue_date"],
    rare: ["co_issuers", "session", "symbol", "number_suffix", "issuer_from"],
  },
  {
    id: "trich-yeu",
    title: "Trích yếu, kính gửi, căn cứ",
    common: ["subject", "addressees", "authority_line", "legal_basis"],
    rare: ["subject_note"],
  },
];

export const AFTER_BODY: readonly Section[] = [
  { id: "ket-thuc", title: "Dòng cuối nội dung", common: ["adoption"], rare: ["closing_note", "confirmation"] },
  { id: "noi-nhan", title: "Nơi nhận", common: ["recipients"], rare: [] },
  { id: "chu-ky", title: "Chữ ký", common: ["signatures"], rare: [] },
  { id: "dau", title: "Dấu, phê duyệt, bản sao", common: [], rare: ["marks", "approval", "copy"] },
  { id: "trinh-bay", title: "Trình bày, hồ sơ", common: [], rare: ["layout", "record"] },
];

/** Members that other places of the page show (`body`, `appendices`, `attachments`) or nobody needs to see. */
export const ELSEWHERE: readonly string[] = ["$schema", "body", "appendices", "attachments"];

/** Members of an object that are shown at once; those of others all are. */
export const COMMON_MEMBERS: Record<string, readonly string[]> = {
  issuer: ["parents", "name", "abbreviation"],
  co_issuers: ["name", "abbreviation"],
  recipients: ["items", "archive"],
  archive: ["units", "drafter", "copies"],
  signatures: ["authority", "position", "signer", "image", "seal"],
  signature: ["authority", "position", "signer"],
  marks: ["secrecy", "urgency", "draft"],
  copy: ["kind", "number", "issue_date", "signature"],
  approval: ["date", "signature"],
  layout: [],
  record: [],
  adoption: ["date", "effective_date"],
  appendices: ["title", "orientation"],
  attachments: ["doc_type", "subject"],
  image: ["width"],
  seal: ["width"],
};

/** In which order the members of an object stand; the others follow. */
export const ORDER: Record<string, readonly string[]> = {
  ...COMMON_MEMBERS,
  signatures: ["organ", "party", "authority", "position", "other_title", "signer", "image", "seal", "signature_field", "seal_field"],
  signature: ["organ", "party", "authority", "position", "other_title", "signer", "image", "seal", "signature_field", "seal_field"],
};

/** What one more item of a list is called on its button. */
export const ITEM: Record<string, string> = {
  parents: "cơ quan chủ quản",
  addressees: "nơi gửi",
  legal_basis: "căn cứ",
  co_issuers: "cơ quan cùng ban hành",
  items: "nơi nhận",
  units: "đơn vị",
  signatures: "chữ ký",
  authority: "dòng quyền hạn",
  to: "cơ quan nhận",
};
