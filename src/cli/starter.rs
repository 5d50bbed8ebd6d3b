//! `vanban new`: a specification for each document type that renders as it is and says in its own text what to write where.

use std::fmt::Write as _;
use std::time::UNIX_EPOCH;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use vanban::diag::Lang;

use super::args::NewArgs;
use super::console::{Failure, Outcome, print};

/// A document type as the command line knows it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct TypeInfo {
    /// Value of `doc_type`.
    key: &'static str,
    /// Chữ viết tắt (NĐ 30/2020, Phụ lục III, Phần I).
    abbreviation: &'static str,
    /// Tên loại.
    name: &'static str,
    /// What the subject may be.
    subject: &'static str,
    /// What the first paragraph shall say.
    opening: &'static str,
    division: Division,
    addressed: Addressed,
}

/// How the body of a type is usually divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Division {
    /// Mục I. – khoản 1.
    Sections,
    /// Chương – điều – khoản – điểm.
    Articles,
    /// Paragraphs alone.
    Paragraphs,
}

/// Whether a type usually has Kính gửi.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Addressed {
    Yes,
    No,
}

const fn info(
    key: &'static str,
    abbreviation: &'static str,
    name: &'static str,
    subject: &'static str,
    opening: &'static str,
    division: Division,
    addressed: Addressed,
) -> TypeInfo {
    TypeInfo { key, abbreviation, name, subject, opening, division, addressed }
}

/// The 17 types in the order of the decree (Phụ lục III, Phần I).
const TYPES: [TypeInfo; 17] = {
    use Addressed::{No, Yes};
    use Division::{Articles, Paragraphs, Sections};
    [
        info(
            "directive",
            "CT",
            "Chỉ thị",
            "Về việc tăng cường kỷ luật, kỷ cương hành chính",
            "Nêu ngắn gọn tình hình, những việc chưa tốt và lý do ban hành chỉ thị.",
            Sections,
            No,
        ),
        info(
            "regulation",
            "QC",
            "Quy chế",
            "Làm việc của cơ quan",
            "Nêu phạm vi điều chỉnh: những việc mà quy chế này quy định.",
            Articles,
            No,
        ),
        info(
            "rules",
            "QyĐ",
            "Quy định",
            "Về việc quản lý, sử dụng tài sản công",
            "Nêu phạm vi điều chỉnh: những việc mà quy định này quy định.",
            Articles,
            No,
        ),
        info(
            "communique",
            "TC",
            "Thông cáo",
            "Về kết quả kỳ họp",
            "Nêu sự kiện, thời gian, địa điểm và thành phần tham dự.",
            Paragraphs,
            No,
        ),
        info(
            "notice",
            "TB",
            "Thông báo",
            "Về việc tuyển dụng viên chức",
            "Nêu việc cần thông báo, thời gian, địa điểm và đối tượng.",
            Paragraphs,
            No,
        ),
        info(
            "guidance",
            "HD",
            "Hướng dẫn",
            "Về việc lập hồ sơ công việc",
            "Nêu văn bản được hướng dẫn thực hiện và mục đích của hướng dẫn.",
            Sections,
            No,
        ),
        info(
            "programme",
            "CTr",
            "Chương trình",
            "Công tác năm của cơ quan",
            "Nêu căn cứ thực tế và mục đích của chương trình.",
            Sections,
            No,
        ),
        info(
            "plan",
            "KH",
            "Kế hoạch",
            "Về việc chuyển đổi số năm tới",
            "Nêu căn cứ thực tế và mục đích của kế hoạch.",
            Sections,
            No,
        ),
        info(
            "scheme",
            "PA",
            "Phương án",
            "Về việc phòng, chống thiên tai",
            "Nêu tình hình và lý do phải lập phương án.",
            Sections,
            No,
        ),
        info(
            "project",
            "ĐA",
            "Đề án",
            "Về việc sắp xếp tổ chức bộ máy",
            "Nêu sự cần thiết xây dựng đề án.",
            Sections,
            No,
        ),
        info(
            "investment_project",
            "DA",
            "Dự án",
            "Về việc xây dựng trung tâm dữ liệu",
            "Nêu sự cần thiết đầu tư và mục tiêu của dự án.",
            Sections,
            No,
        ),
        info(
            "report",
            "BC",
            "Báo cáo",
            "Kết quả công tác quý I và nhiệm vụ quý II",
            "Nêu việc được báo cáo, thời gian báo cáo và văn bản yêu cầu báo cáo.",
            Sections,
            No,
        ),
        info(
            "submission",
            "TTr",
            "Tờ trình",
            "Về việc phê duyệt kế hoạch",
            "Nêu việc cần trình, lý do trình và căn cứ thực tế.",
            Sections,
            Yes,
        ),
        info(
            "power_of_attorney",
            "GUQ",
            "Giấy ủy quyền",
            "Về việc ký văn bản hành chính",
            "Nêu họ tên, chức vụ của người ủy quyền và của người được ủy quyền.",
            Paragraphs,
            No,
        ),
        info(
            "dispatch_slip",
            "PG",
            "Phiếu gửi",
            "Về việc gửi tài liệu",
            "Nêu tên, số lượng tài liệu gửi kèm và nơi gửi đến.",
            Paragraphs,
            Yes,
        ),
        info(
            "transfer_slip",
            "PC",
            "Phiếu chuyển",
            "Về việc chuyển hồ sơ đến cơ quan có thẩm quyền",
            "Nêu tên hồ sơ, nơi nhận được và lý do chuyển.",
            Paragraphs,
            Yes,
        ),
        info(
            "notification_slip",
            "PB",
            "Phiếu báo",
            "Về việc tiếp nhận hồ sơ",
            "Nêu việc cần báo, thời gian và kết quả.",
            Paragraphs,
            Yes,
        ),
    ]
};

/// Finds a type by English key, abbreviation or name, with or without marks, whatever the case and the separators.
pub(crate) fn parse_type(typed: &str) -> Result<&'static TypeInfo, String> {
    let word = typed.to_lowercase();
    // before the marks go: ĐA (đề án) and DA (dự án) differ by them alone
    if let Some(found) = TYPES.iter().find(|t| t.abbreviation.to_lowercase() == word) {
        return Ok(found);
    }
    let wanted = slug(typed);
    let by_name = |t: &&TypeInfo| [t.key, t.name].iter().any(|name| slug(name) == wanted);
    let by_abbreviation = |t: &&TypeInfo| slug(t.abbreviation) == wanted;
    TYPES.iter().find(by_name).or_else(|| TYPES.iter().find(by_abbreviation)).ok_or_else(|| {
        let known: Vec<_> = TYPES.iter().map(|t| format!("{} ({})", t.key, t.abbreviation)).collect();
        format!("TYPE = {}", known.join(" | "))
    })
}

/// `Giấy ủy quyền`, `giay_uy_quyen` → `giay-uy-quyen`.
fn slug(name: &str) -> String {
    let plain = |c| match c {
        'đ' => 'd',
        '_' | ' ' => '-',
        other => other,
    };
    name.to_lowercase().nfd().filter(|c| !is_combining_mark(*c)).map(plain).collect()
}

/// Runs the command.
pub(crate) fn run(args: &NewArgs, lang: Lang) -> Result<Outcome, Failure> {
    let text = match args.doc_type {
        Some(info) if !args.list => starter(info),
        _ => table(lang),
    };
    print(text.as_bytes())?;
    Ok(Outcome::Done)
}

fn table(lang: Lang) -> String {
    let mut text = match lang {
        Lang::Vi => format!("{:<20}{:<10}{}\n", "TYPE", "viết tắt", "tên loại"),
        Lang::En => format!("{:<20}{:<10}{}\n", "TYPE", "abbr.", "Vietnamese"),
    };
    for t in &TYPES {
        let _ = writeln!(text, "{:<20}{:<10}{}", t.key, t.abbreviation, t.name);
    }
    text
}

/// The specification as JSON, laid out for people.
fn starter(t: &TypeInfo) -> String {
    let TypeInfo { key, subject, .. } = t;
    let year = this_year();
    let addressees = match t.addressed {
        Addressed::Yes => "\n  \"addressees\": [\"Tên cơ quan nhận văn bản\"],",
        Addressed::No => "",
    };
    let body = match t.division {
        Division::Sections => SECTIONS,
        Division::Articles => ARTICLES,
        Division::Paragraphs => PARAGRAPHS,
    }
    .replace("OPENING", t.opening);
    format!(
        r#"{{
  "$schema": "./spec.schema.json",
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
  "legal_basis": [
    "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"
  ],
  "body": [
{body}
  ],
  "recipients": {{
    "items": ["Tên nơi nhận thứ nhất", "Tên nơi nhận thứ hai"],
    "archive": {{ "units": ["ĐVST"] }}
  }},
  "signatures": [
    {{ "position": "Chức vụ của người ký", "signer": "Họ và tên" }}
  ]
}}
"#
    )
}

const PARAGRAPHS: &str = r#"    { "type": "paragraph", "text": "OPENING" },
    { "type": "paragraph", "text": ["Chữ cần nhấn mạnh viết ", { "text": "đậm", "bold": true }, " hoặc ", { "text": "nghiêng", "italic": true }, "; mỗi đoạn văn là một mục của danh sách này."] },
    { "type": "list", "items": ["Ý thứ nhất;", "Ý thứ hai."] },
    { "type": "paragraph", "text": "Nêu yêu cầu, thời hạn và đầu mối liên hệ" }"#;

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
    /// When the clock is of no use.
    const FALLBACK: i32 = 2026;
    let seconds =
        std::time::SystemTime::now().duration_since(UNIX_EPOCH).ok().and_then(|d| i64::try_from(d.as_secs()).ok());
    let vietnam = FixedOffset::east_opt(7 * 3600);
    let now = seconds.and_then(|s| DateTime::from_timestamp(s, 0)).zip(vietnam);
    now.map_or(FALLBACK, |(utc, zone)| utc.with_timezone(&zone).year())
}
