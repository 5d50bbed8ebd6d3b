//! `vanban new`: a specification for each document type that renders as it is and says in its own text what to write where.

use std::fmt::Write as _;
use std::time::UNIX_EPOCH;

use vanban::diag::Lang;
use vanban::profile::{self, Starter, StarterBody, Template};
use vanban::specification::{DocType, Regulation};

use super::args::NewArgs;
use super::console::{Failure, Outcome};
use super::save::{save, save_with};

/// A document type as the command line knows it.
pub(crate) type StarterRow = (DocType, &'static Template, &'static Starter);

/// The types that a new document may have, in the order of the newest regulation.
fn rows() -> impl Iterator<Item = StarterRow> + Clone {
    let newest = Regulation::ALL.first().and_then(|regulation| profile::get(*regulation).ok());
    let templates = newest.into_iter().flat_map(|profile| &profile.doc_types);
    templates.filter_map(|(doc_type, template)| Some((*doc_type, template, template.starter.as_ref()?)))
}

/// Finds a type by its word, abbreviation or name, as `doc_type` of a specification is read.
pub(crate) fn parse_type(typed: &str) -> Result<StarterRow, String> {
    let named = DocType::named(typed);
    rows().find(|(doc_type, ..)| Some(*doc_type) == named).ok_or_else(|| {
        let known: Vec<_> = rows()
            .map(|(doc_type, template, _)| match &template.abbreviation {
                Some(abbreviation) => format!("{} ({abbreviation})", doc_type.name()),
                None => doc_type.name().to_owned(),
            })
            .collect();
        format!("TYPE = {}", known.join(" | "))
    })
}

/// The file that a new specification names for editors, beside it.
const SCHEMA: &str = "spec.schema.json";

/// Runs the command.
pub(crate) fn run(args: &NewArgs, lang: Lang) -> Result<Outcome, Failure> {
    match args.doc_type {
        Some((doc_type, template, begins)) if !args.list => {
            let schema = vanban::schema::schema_text();
            save_with(&args.save, starter(doc_type, template, begins).into_bytes(), (SCHEMA, schema.as_bytes()))?;
        }
        _ => save(&args.save, table(lang).into_bytes(), None)?,
    }
    Ok(Outcome::Done)
}

fn table(lang: Lang) -> String {
    let mut text = match lang {
        Lang::Vi => format!("{:<25}{:<10}{}\n", "TYPE", "viết tắt", "tên loại"),
        Lang::En => format!("{:<25}{:<10}{}\n", "TYPE", "abbr.", "Vietnamese"),
    };
    for (doc_type, template, _) in rows() {
        let _ = writeln!(
            text,
            "{:<25}{:<10}{}",
            doc_type.name(),
            template.abbreviation.as_deref().unwrap_or("–"),
            template.title
        );
    }
    text
}

/// The specification as JSON, laid out for people.
fn starter(doc_type: DocType, template: &Template, begins: &Starter) -> String {
    let (key, subject) = (doc_type.name(), &begins.subject);
    let year = this_year();
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
  "$schema": "./{SCHEMA}",
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

/// The year in Vietnam.
#[allow(
    clippy::disallowed_types,
    reason = "a new draft is dated this year; only here does the program look at a clock"
)]
fn this_year() -> i32 {
    use chrono::{DateTime, Datelike, FixedOffset};
    /// When the clock is of no use, or stands before the year in which this was written: a draft of 2019 would follow a regulation
    /// that is no longer in force.
    const EARLIEST: i32 = 2026;
    let seconds =
        std::time::SystemTime::now().duration_since(UNIX_EPOCH).ok().and_then(|d| i64::try_from(d.as_secs()).ok());
    let vietnam = FixedOffset::east_opt(7 * 3600);
    let now = seconds.and_then(|s| DateTime::from_timestamp(s, 0)).zip(vietnam);
    now.map_or(EARLIEST, |(utc, zone)| utc.with_timezone(&zone).year().max(EARLIEST))
}
