//! Words that officials or programs know and that are offered neither as document type nor as block: what is said of them, and
//! what comes nearest.

use crate::diag::{Diagnostic, Phrase, phrase, registry};

use super::describe;
use super::meaning::Meaning;
use super::names::fold;
use super::shape::Form;
use super::tree::{JsonNode, JsonValue, Step};

/// Absence something is not offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Absence {
    /// It may come.
    NotYet,
    /// A legal normative document, which another law is about.
    Normative,
    /// A field of the specification says it.
    Field,
    /// A field of a run of text says it.
    OfRun,
    /// The program does it itself.
    Itself,
}

/// Something that is not offered.
struct Unoffered {
    /// What it is called, parted by commas; the first names it in messages.
    names: &'static str,
    why: Absence,
    /// The word that comes nearest; of [`Absence::Field`] the field.
    nearest: &'static str,
}

macro_rules! rows {
    ($($names:literal $why:ident $nearest:literal;)*) => {
        &[$(Unoffered { names: $names, why: Absence::$why, nearest: $nearest },)*]
    };
}

/// Document types. The first group is the rest of NĐ 30/2020/NĐ-CP, Phụ lục III.
const TYPES: &[Unoffered] = rows! {
    "bản sao, sao y, SY, SL, TrS, copy" Field "copy";
    "đơn, đơn đề nghị, application" NotYet "submission";
    "giấy chứng nhận, giấy xác nhận, certificate" NotYet "notification_slip";
    "đề cương, outline" NotYet "plan";
    "luật, bộ luật, law, code" Normative "rules";
    "hiến pháp, constitution" Normative "rules";
    "pháp lệnh, lệnh, ordinance" Normative "rules";
    "nghị định, NĐ, decree" Normative "rules";
    "thông tư, thông tư liên tịch, TT, TTLT, circular" Normative "rules";
};

/// Blocks of the body.
const BLOCKS: &[Unoffered] = rows! {
    "tr, td, grid" NotYet "table";
    "biểu đồ, sơ đồ, chart, diagram" NotYet "picture";
    "công thức, formula, equation, math" NotYet "paragraph";
    "phụ lục, appendix, annex" Field "appendices";
    "văn bản kèm theo, kèm theo, attachment" Field "attachments";
    "chú thích cuối trang, footnote, endnote" OfRun "note";
    "code, pre, html, markdown" NotYet "paragraph";
    "chữ ký, người ký, ký tên, signature, signatures, sign" Field "signatures";
    "nơi nhận, recipients, recipient" Field "recipients";
    "kính gửi, addressees, addressee" Field "addressees";
    "căn cứ, legal basis, basis" Field "legal_basis";
    "trích yếu, tên loại, subject" Field "subject";
    "địa danh, ngày tháng, date, place" Field "issue_date";
    "liên hệ, chân trang, contact, footer" Field "issuer";
    "quốc hiệu, tiêu ngữ, header, motto, letterhead" Itself "paragraph";
    "dòng trống, break, br, hr, spacer, empty" Itself "paragraph";
    "số trang, page number" Itself "paragraph";
};

/// The row of a word that stands at a path.
fn row(path: &[Step], node: &JsonNode) -> Option<&'static Unoffered> {
    let JsonValue::String(word) = &node.value else { return None };
    let rows = match path {
        [Step::Key(field)] | [Step::Key(_), Step::Index(_), Step::Key(field)] if field == "doc_type" => TYPES,
        [.., Step::Key(body), Step::Index(_), Step::Key(field)] if body == "body" && field == "type" => BLOCKS,
        _ => return None,
    };
    let folded = fold(word);
    rows.iter().find(|row| row.names.split(", ").any(|name| fold(name) == folded))
}

/// Whether a word at a path is known not to be offered.
pub(super) fn is_unoffered(path: &[Step], node: &JsonNode) -> bool {
    row(path, node).is_some()
}

/// What is said of a word at a path that is known not to be offered.
pub(super) fn finding(path: &[Step], node: &JsonNode) -> Option<Diagnostic> {
    let Unoffered { names, why, nearest } = row(path, node)?;
    let name = names.split(", ").next().unwrap_or_default();
    let is_block = path.last().is_some_and(|step| matches!(step, Step::Key(name) if name == "type"));
    let message = match why {
        Absence::NotYet if is_block => phrase!("chưa có khối {name}", "there is no block for {name} yet"),
        Absence::NotYet => phrase!("chưa có loại văn bản {name}", "the document type {name} is not offered yet"),
        Absence::Normative => phrase!(
            "{name} là văn bản quy phạm pháp luật, không trình bày theo quy định này",
            "{name} is a legal normative document, which these regulations are not about"
        ),
        Absence::Field if !is_block => {
            phrase!("{name} không phải tên loại văn bản", "{name} is no document type")
        }
        Absence::Field | Absence::OfRun => {
            phrase!("{name} không phải khối của nội dung", "{name} is no block of the body")
        }
        Absence::Itself => phrase!("{name} do chương trình tự trình bày", "{name} is set by the program itself"),
    };
    Some(Diagnostic::of(registry::NOT_OFFERED, "", message).span(node.span).hint(hint(*why, nearest, is_block)))
}

fn hint(why: Absence, nearest: &str, is_block: bool) -> Phrase {
    let of = if is_block { Form::BodyBlock.name() } else { "DocType" };
    let title = describe::meaning(of, nearest).map(Meaning::phrase).unwrap_or_default();
    match why {
        Absence::Field => {
            phrase!("ghi ở trường \"{nearest}\" của văn bản", "write it in the document's field \"{nearest}\"")
        }
        Absence::OfRun => {
            let run = format!("{{\"text\": \"…\", \"{nearest}\": \"…\"}}");
            phrase!("ghi ngay ở chữ được chú thích: {run}", "write it with the words it belongs to: {run}")
        }
        Absence::Itself => phrase!("xóa khối này", "delete this block"),
        Absence::NotYet | Absence::Normative => {
            phrase!("gần nhất là \"{nearest}\" ({title})", "the nearest is \"{nearest}\"")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Absence, BLOCKS, TYPES};
    use crate::specification::DocType;
    use crate::specification::block::struct_of;
    use crate::specification::describe::meaning;

    /// A type that has come is no longer said to be missing, and what is named instead is there.
    #[test]
    fn what_is_not_offered_is_not_there_and_the_nearest_is() {
        for row in TYPES {
            for name in row.names.split(", ") {
                assert_eq!(DocType::named(name), None, "{name}");
            }
            let is_field = row.why == Absence::Field && meaning("Spec", row.nearest).is_some();
            assert!(is_field || DocType::named(row.nearest).is_some(), "{}", row.nearest);
        }
        for row in BLOCKS {
            for name in row.names.split(", ") {
                assert_eq!(struct_of(name), None, "{name}");
            }
            let is_there = match row.why {
                Absence::Field => meaning("Spec", row.nearest).is_some(),
                Absence::OfRun => meaning("FormattedRun", row.nearest).is_some(),
                _ => struct_of(row.nearest).is_some(),
            };
            assert!(is_there, "{}", row.nearest);
        }
    }
}
