//! What a new document begins with: a specification for each document type that renders as it is and says in its own text what to
//! write where.

use crate::profile::{self, Starter, StarterBody, Template};
use crate::specification::{DocType, Regulation};

/// A document type that a new document may have, with what the newest regulation says of it.
pub type StarterRow = (DocType, &'static Template, &'static Starter);

/// The types that a new document may have, in the order of the newest regulation.
pub fn starters() -> impl Iterator<Item = StarterRow> + Clone {
    let newest = Regulation::ALL.first().and_then(|regulation| profile::get(*regulation).ok());
    let templates = newest.into_iter().flat_map(|profile| &profile.doc_types);
    templates.filter_map(|(doc_type, template)| Some((*doc_type, template, template.starter.as_ref()?)))
}

/// The file that a new specification names for editors, beside it: the [schema](crate::schema).
pub const SCHEMA_FILE: &str = "spec.schema.json";

/// A new specification as JSON, laid out for people, dated in a year.
///
/// ```
/// use vanban::starter::{starter, starters};
///
/// let row = starters().next().unwrap();
/// assert!(starter(row, 2026).contains("\"year\": 2026"));
/// ```
#[must_use]
pub fn starter((doc_type, template, begins): StarterRow, year: i32) -> String {
    let (key, subject) = (doc_type.name(), &begins.subject);
    let addressees = if begins.addressees { "\n  \"addressees\": [\"Tên cơ quan nhận văn bản\"]," } else { "" };
    let legal_basis = if template.has_legal_basis() { LEGAL_BASIS } else { "" };
    let signatures = match template.signature_titles.as_slice() {
        [] | [_] => SIGNATURE,
        _ => SIGNATURES,
    };
    let body = match begins.body {
        StarterBody::Sections => SECTIONS,
        StarterBody::Articles => ARTICLES,
        StarterBody::Decision => DECISION,
        StarterBody::Paragraphs => PARAGRAPHS,
    }
    .replace("OPENING", &begins.opening);
    format!(
        r#"{{
  "$schema": "./{SCHEMA_FILE}",
  "doc_type": "{key}",
  "issuer": {{
    "parents": ["Tên cơ quan chủ quản"],
    "name": "Tên cơ quan ban hành",
    "abbreviation": "CQBH"
  }},
  "number": null,
  "issue_place": "Địa danh",
  "issue_date": {{ "year": {year}, "month": null, "day": null }},
  "subject": "{subject}",{addressees}
{legal_basis}  "body": [
{body}
  ],
  "recipients": {{
    "items": ["Tên nơi nhận thứ nhất", "Tên nơi nhận thứ hai"],
    "archive": {{ "units": ["ĐVST"] }}
  }},
  "signatures": [
{signatures}
  ]
}}
"#
    )
}

const LEGAL_BASIS: &str = r#"  "legal_basis": [
    "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"
  ],
"#;

const SIGNATURE: &str = r#"    { "position": "Chức vụ của người ký", "signer": "Họ và tên" }"#;

const SIGNATURES: &str = r#"    { "position": "Chức vụ của người ký", "signer": "Họ và tên" },
    { "position": "Chức vụ của người ký", "signer": "Họ và tên" }"#;

const PARAGRAPHS: &str = r#"    { "type": "paragraph", "text": "OPENING" },
    { "type": "paragraph", "text": ["Nội dung cần nhấn mạnh viết ", { "text": "đậm", "bold": true }, " hoặc ", { "text": "nghiêng", "italic": true }, "; mỗi đoạn văn là một mục của danh sách này."] },
    { "type": "list", "items": ["Ý thứ nhất;", "Ý thứ hai."] },
    { "type": "paragraph", "text": "Nêu yêu cầu, thời hạn và đầu mối liên hệ" }"#;

const DECISION: &str = r#"    { "type": "article", "text": "OPENING" },
    { "type": "article", "text": "Nêu hiệu lực thi hành; văn bản bị thay thế (nếu có)." },
    { "type": "article", "text": "Nêu người đứng đầu các cơ quan, đơn vị chịu trách nhiệm thi hành" }"#;

const SECTIONS: &str = r#"    { "type": "paragraph", "text": "OPENING" },
    { "type": "section", "heading": "Tên mục thứ nhất" },
    { "type": "clause", "heading": "Tên khoản" },
    { "type": "paragraph", "text": "Nội dung của khoản. Số của mục và khoản được đánh tự động." },
    { "type": "list", "items": ["Ý thứ nhất;", "Ý thứ hai."] },
    { "type": "clause", "text": "Khoản không có tên: nội dung viết ngay sau số thứ tự." },
    { "type": "section", "heading": "Tổ chức thực hiện" },
    { "type": "paragraph", "text": "Nêu phân công, thời hạn và đề nghị, kiến nghị" }"#;

const ARTICLES: &str = r#"    { "type": "chapter", "heading": "Quy định chung" },
    { "type": "article", "heading": "Phạm vi điều chỉnh" },
    { "type": "paragraph", "text": "OPENING" },
    { "type": "article", "heading": "Đối tượng áp dụng" },
    { "type": "clause", "text": "Nêu nhóm đối tượng thứ nhất, gồm:" },
    { "type": "point", "text": "Đối tượng thứ nhất;" },
    { "type": "point", "text": "Đối tượng thứ hai." },
    { "type": "clause", "text": "Nêu nhóm đối tượng thứ hai." },
    { "type": "chapter", "heading": "Tổ chức thực hiện" },
    { "type": "article", "heading": "Hiệu lực thi hành" },
    { "type": "paragraph", "text": "Nêu thời điểm có hiệu lực và trách nhiệm thi hành" }"#;
