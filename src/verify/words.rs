//! A verdict in words for people, a line for each thing that is true, and as one line of JSON for programs.

use serde_json::{Value, json};

use crate::diag::{Lang, Phrase};
use crate::read::pdf::Signing;

use super::files::Appended;
use super::verdict::{Agreement, PdfVerdict, Sameness, Verdict, WordVerdict};

/// A PDF that does not come out the same, in both languages.
const CHANGED: (&str, &str) = (
    "kết xuất lại không ra đúng các byte này; đã bị sửa, hoặc kết xuất với phông chữ khác (xem --fonts, --font-dir)",
    "made again the bytes are others; it was changed, or made with other fonts (see --fonts, --font-dir)",
);

impl Verdict {
    /// The verdict for people: a sentence for each thing that is true.
    #[must_use]
    pub fn lines(&self) -> Vec<Phrase> {
        lines(self)
    }

    /// The verdict for programs: the object of `vanban verify --message-format json`.
    #[must_use]
    pub fn json(&self, lang: Lang) -> Value {
        json(self, lang)
    }
}

fn lines(verdict: &Verdict) -> Vec<Phrase> {
    let mut lines = Vec::new();
    if let Some(same) = verdict.same_specification {
        lines.push(specification(same));
    }
    if verdict.same_part == Some(false) {
        lines.push(Phrase::new(
            "hai tệp là hai phần KHÁC nhau của văn bản",
            "the files hold DIFFERENT parts of the document",
        ));
    }
    if let Some(docx) = &verdict.docx {
        lines.push(word_line(docx));
    }
    if let Some(pdf) = &verdict.pdf {
        lines.push(pdf_line(pdf));
        lines.extend(pdf.appended.iter().map(|appended| appended_line(&pdf.name, appended)));
        if let (Some(by), Sameness::Different) = (&pdf.made_by, &pdf.bytes) {
            lines.push(of(
                &pdf.name,
                &format!("do “{by}” tạo, không phải bản vanban này"),
                &format!("made by “{by}”, not by this version"),
            ));
        }
    }
    lines
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
        (Sameness::Unknown(unmade), _) => unknown(&docx.name, &unmade.why),
    }
}

fn pdf_line(pdf: &PdfVerdict) -> Phrase {
    match &pdf.bytes {
        Sameness::Same => of(&pdf.name, "kết xuất lại ra đúng từng byte", "made again, the same byte for byte"),
        Sameness::Different => of(&pdf.name, &format!("KHÁC: {}", CHANGED.0), &format!("DIFFERS: {}", CHANGED.1)),
        Sameness::Unknown(unmade) => unknown(&pdf.name, &unmade.why),
    }
}

/// Why a PDF is not as it was made.
pub(super) fn why_different(pdf: &PdfVerdict) -> Phrase {
    match &pdf.appended {
        Some(Appended { signing: Err(why), .. }) => why.clone(),
        Some(Appended { signing: Ok(_), .. }) | None => Phrase::new(CHANGED.0, CHANGED.1),
    }
}

/// Why a PDF could not be judged.
pub(super) fn why_unknown(pdf: &PdfVerdict) -> Phrase {
    match &pdf.bytes {
        Sameness::Unknown(unmade) => unmade.why.clone(),
        Sameness::Same | Sameness::Different => Phrase::new(CHANGED.0, CHANGED.1),
    }
}

fn appended_line(name: &str, appended: &Appended) -> Phrase {
    let length = appended.length;
    let Signing { signatures, added_looks, .. } = match &appended.signing {
        Ok(signing) => signing,
        Err(why) => {
            return of(
                name,
                &format!("KHÁC: sau đó bị ghi thêm {length} byte: {}", why.vi),
                &format!("DIFFERS: {length} bytes were appended afterwards: {}", why.en),
            );
        }
    };
    let (looks_vi, looks_en) = match added_looks {
        0 => (String::new(), String::new()),
        count => (
            format!(", trong đó {count} hiện trên trang ngoài các ô dành cho chữ ký"),
            format!(", {count} of which show on a page outside the places reserved for signatures"),
        ),
    };
    of(
        name,
        &format!(
            "ĐÃ KÝ: sau đó được ghi thêm {length} byte, {signatures} chữ ký số{looks_vi}; nội dung văn bản không đổi. Chữ ký của ai, có giá trị không: chưa kiểm tra (chương trình không kiểm tra mật mã), hãy dùng chương trình ký"
        ),
        &format!(
            "SIGNED: {length} bytes were appended afterwards, signatures: {signatures}{looks_en}; the document itself is unchanged. Whose they are and whether they are valid was not judged (no cryptography): ask a signing program"
        ),
    )
}

fn unknown(name: &str, why: &Phrase) -> Phrase {
    of(name, &format!("không kiểm tra được: {}", why.vi), &format!("could not be judged: {}", why.en))
}

fn json(verdict: &Verdict, lang: Lang) -> Value {
    json!({
        "outcome": word(verdict.agreement()),
        "same_specification": verdict.same_specification,
        "same_part": verdict.same_part,
        "docx": verdict.docx.as_ref().map(|docx| json!({
            "file": docx.name,
            "specification_sha256": docx.sha256,
            "bytes": word(docx.bytes.agreement()),
            "why": why(&docx.bytes, lang),
            "saved_by": docx.saved_by,
        })),
        "pdf": verdict.pdf.as_ref().map(|pdf| json!({
            "file": pdf.name,
            "specification_sha256": pdf.sha256,
            "bytes": word(pdf.agreement()),
            "why": why_of_pdf(pdf, lang),
            "made_by": pdf.made_by,
            "appended_bytes": pdf.appended.as_ref().map_or(0, |appended| appended.length),
            "signed_fields": signing(pdf).map_or(0, |signing| signing.signatures),
            "signed_outside_reserved": signing(pdf).map_or(0, |signing| signing.added_looks),
        })),
        "failure": null,
    })
}

/// An agreement's name for programs.
fn word(agreement: Agreement) -> &'static str {
    match agreement {
        Agreement::Same => "same",
        Agreement::Signed => "signed",
        Agreement::Unknown => "unknown",
        Agreement::Different => "different",
    }
}

fn signing(pdf: &PdfVerdict) -> Option<&Signing> {
    pdf.appended.as_ref().and_then(|appended| appended.signing.as_ref().ok())
}

/// Why it could not be judged, or else why what was appended is no signature.
fn why_of_pdf(pdf: &PdfVerdict, lang: Lang) -> Option<&str> {
    let appended = pdf.appended.as_ref().and_then(|appended| appended.signing.as_ref().err());
    appended.map(|why| lang.of(why)).or_else(|| why(&pdf.bytes, lang))
}

fn why(sameness: &Sameness, lang: Lang) -> Option<&str> {
    match sameness {
        Sameness::Unknown(unmade) => Some(lang.of(&unmade.why)),
        Sameness::Same | Sameness::Different => None,
    }
}
