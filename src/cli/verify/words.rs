//! A verdict in words for people, a line for each thing that is true, and as one line of JSON for programs.

use serde_json::{Value, json};
use vanban::diag::{Lang, Phrase};

use super::super::console::{Outcome, visible};
use super::verdict::{PdfVerdict, Sameness, Verdict, WordVerdict};

/// The verdict for people.
pub(super) fn text(verdict: &Verdict, lang: Lang) -> String {
    let mut lines = Vec::new();
    if let Some(same) = verdict.same_specification {
        lines.push(specification(same));
    }
    if let Some(docx) = &verdict.docx {
        lines.push(word_line(docx));
    }
    if let Some(pdf) = &verdict.pdf {
        lines.push(pdf_line(pdf));
        if pdf.appended > 0 {
            lines.push(appended_line(pdf));
        }
        if let (Some(by), Sameness::Different) = (&pdf.made_by, &pdf.bytes) {
            lines.push(of(
                &pdf.name,
                &format!("do “{by}” tạo, không phải bản vanban này"),
                &format!("made by “{by}”, not by this version"),
            ));
        }
    }
    lines.iter().map(|line| format!("{}\n", visible(lang.of(line)))).collect()
}

fn of(name: &str, vi: &str, en: &str) -> Phrase {
    Phrase::new(format!("{name}: {vi}"), format!("{name}: {en}"))
}

fn specification(same: bool) -> Phrase {
    if same {
        Phrase::new("hai tệp cùng một bản đặc tả", "both files come from the same specification")
    } else {
        Phrase::new("hai tệp KHÁC bản đặc tả", "the files come from DIFFERENT specifications")
    }
}

fn word_line(docx: &WordVerdict) -> Phrase {
    match (&docx.bytes, &docx.saved_by) {
        (Sameness::Same, _) => of(&docx.name, "kết xuất lại ra đúng từng byte", "made again, the same byte for byte"),
        (Sameness::Different, Some(program)) => of(
            &docx.name,
            &format!("KHÁC: mang bản đặc tả, nhưng đã được lưu lại bằng {program}"),
            &format!("DIFFERS: it carries the specification, but was saved by {program}"),
        ),
        (Sameness::Different, None) => of(
            &docx.name,
            "KHÁC: mang bản đặc tả, nhưng kết xuất lại không ra đúng các byte này; đã bị sửa, hoặc do bản vanban khác tạo",
            "DIFFERS: it carries the specification, but made again the bytes are others; it was changed, or another version made it",
        ),
        (Sameness::Unknown(why), _) => unknown(&docx.name, why),
    }
}

fn pdf_line(pdf: &PdfVerdict) -> Phrase {
    match &pdf.bytes {
        Sameness::Same => of(&pdf.name, "kết xuất lại ra đúng từng byte", "made again, the same byte for byte"),
        Sameness::Different => of(
            &pdf.name,
            "KHÁC: kết xuất lại không ra đúng các byte này; đã bị sửa, hoặc kết xuất với phông chữ khác (xem --fonts, --font-dir)",
            "DIFFERS: made again the bytes are others; it was changed, or made with other fonts (see --fonts, --font-dir)",
        ),
        Sameness::Unknown(why) => unknown(&pdf.name, why),
    }
}

fn appended_line(pdf: &PdfVerdict) -> Phrase {
    let PdfVerdict { name, appended, signed, .. } = pdf;
    if pdf.is_altered() {
        of(
            name,
            &format!("KHÁC: sau đó bị ghi thêm {appended} byte mà không có chữ ký số"),
            &format!("DIFFERS: {appended} bytes were appended afterwards, without a digital signature"),
        )
    } else {
        of(
            name,
            &format!(
                "sau đó được ký: ghi thêm {appended} byte, {signed} chữ ký số; hãy kiểm tra chữ ký bằng chương trình ký"
            ),
            &format!(
                "signed afterwards: {appended} bytes appended, {signed} signed fields; let a signing program judge them"
            ),
        )
    }
}

fn unknown(name: &str, why: &Phrase) -> Phrase {
    of(name, &format!("không kiểm tra được: {}", why.vi), &format!("could not be judged: {}", why.en))
}

/// The verdict for programs.
pub(super) fn json(verdict: &Verdict, lang: Lang) -> Value {
    json!({
        "outcome": match verdict.outcome() {
            Outcome::Done => "same",
            Outcome::Findings => "different",
            Outcome::Failed => "unknown",
        },
        "same_specification": verdict.same_specification,
        "docx": verdict.docx.as_ref().map(|docx| json!({
            "file": docx.name,
            "specification_sha256": docx.sha256,
            "bytes": sameness(&docx.bytes),
            "why": why(&docx.bytes, lang),
            "saved_by": docx.saved_by,
        })),
        "pdf": verdict.pdf.as_ref().map(|pdf| json!({
            "file": pdf.name,
            "specification_sha256": pdf.sha256,
            "bytes": sameness(&pdf.bytes),
            "why": why(&pdf.bytes, lang),
            "made_by": pdf.made_by,
            "appended_bytes": pdf.appended,
            "signed_fields": pdf.signed,
        })),
        "failure": null,
    })
}

fn sameness(sameness: &Sameness) -> &'static str {
    match sameness {
        Sameness::Same => "same",
        Sameness::Different => "different",
        Sameness::Unknown(_) => "unknown",
    }
}

fn why(sameness: &Sameness, lang: Lang) -> Option<&str> {
    match sameness {
        Sameness::Unknown(why) => Some(lang.of(why)),
        Sameness::Same | Sameness::Different => None,
    }
}
