//! What is printed around the text, typed into it: a document that was pasted whole prints its motto, its căn cứ, its Nơi nhận
//! twice, or as common paragraphs (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II).

use crate::diag::{Diagnostic, Diagnostics, Phrase, Pointer, phrase, registry};
use crate::profile::{Profile, Template};
use crate::rules::Context;
use crate::specification::{BodyBlock, PartId, Spec, SpecBody};

/// What a paragraph of the text says in place of a field, or of the program itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pasted {
    /// Quốc hiệu, Tiêu ngữ.
    Motto,
    Number,
    PlaceAndDate,
    Type,
    AuthorityLine,
    LegalBasis,
    Enactment,
    Addressees,
    Recipients,
}

/// So many blocks at the head of a text may be what stood above it.
const HEAD: usize = 40;
/// The longest line that may be a number, or a place and date, in letters.
const SHORT: usize = 60;

pub(super) fn check(spec: &Spec, context: &Context<'_>, out: &mut Diagnostics) {
    let Some(template) = context.profile.doc_types.get(&spec.doc_type) else { return };
    let judge = TemplateWords { spec, template, profile: context.profile };
    let mut has_basis = !spec.legal_basis.is_empty();
    for body in spec.bodies() {
        let found = judge.body(&body);
        has_basis |= found.iter().any(|(pasted, _)| *pasted == Pasted::LegalBasis);
        let mut tells_bases = false;
        for (pasted, at) in &found {
            // the first tells all of them
            let is_told = *pasted == Pasted::LegalBasis && std::mem::replace(&mut tells_bases, true);
            if !is_told {
                out.push(judge.finding(*pasted, *at, &found, &body));
            }
        }
    }
    for (i, basis) in spec.legal_basis.iter().enumerate() {
        if judge.is_enactment(&basis.plain()) {
            out.push(judge.said(Pasted::Enactment, &basis.plain(), Pointer::root().key("legal_basis").index(i)));
        }
    }
    if template.enactment.is_some() && !has_basis {
        out.push(no_basis());
    }
}

/// What documents of a type print around their text.
struct TemplateWords<'a> {
    spec: &'a Spec,
    template: &'a Template,
    profile: &'a Profile,
}

impl TemplateWords<'_> {
    /// What of a body was pasted, each with the index of its block.
    fn body(&self, body: &SpecBody<'_>) -> Vec<(Pasted, usize)> {
        let mut is_head = true;
        let mut found = Vec::new();
        for (i, block) in body.blocks.iter().enumerate() {
            let Some(text) = text_of(block) else {
                is_head = false;
                continue;
            };
            let text = text.trim();
            let pasted = if self.is_motto(text) {
                Some(Pasted::Motto)
            } else if body.of != PartId::Main {
                None
            } else {
                self.anywhere(text).or_else(|| (is_head && i < HEAD).then(|| self.at_head(text)).flatten())
            };
            found.extend(pasted.map(|pasted| (pasted, i)));
        }
        found
    }

    fn is_motto(&self, text: &str) -> bool {
        let words = &self.profile.words;
        // every paragraph is asked, most of them far longer
        if text.len() > (words.national_name.text.len() + words.motto.text.len()) * 2 {
            return false;
        }
        let text = folded(text);
        [&words.national_name, &words.motto].iter().any(|one| folded(&one.text) == text)
            || text == format!("{}{}", folded(&words.national_name.text), folded(&words.motto.text))
    }

    fn anywhere(&self, text: &str) -> Option<Pasted> {
        if self.is_enactment(text) {
            return Some(Pasted::Enactment);
        }
        let label = &self.profile.words.recipients.text;
        let first = text.lines().next().unwrap_or_default();
        (self.template.has_closing() && folded(first) == folded(label)).then_some(Pasted::Recipients)
    }

    /// Only what stands above everything else may be that: further down the same words cite.
    fn at_head(&self, text: &str) -> Option<Pasted> {
        let words = &self.profile.words;
        let is_line = !text.contains('\n') && text.chars().count() <= SHORT;
        let after = |word: &str| text.get(word.len()..).filter(|_| text.starts_with(word));
        if self.template.has_addressees() && after(&words.addressees.text).is_some() {
            return Some(Pasted::Addressees);
        }
        let number = after(&words.number.text).filter(|_| is_line && !self.template.is_unnumbered());
        if number.is_some_and(|rest| rest.contains('/')) {
            return Some(Pasted::Number);
        }
        if is_line && self.template.has_dated_header() && is_place_and_date(text) {
            return Some(Pasted::PlaceAndDate);
        }
        if self.template.prints_type() && folded(text) == folded(&self.template.title) && text == text.to_uppercase() {
            return Some(Pasted::Type);
        }
        // `Căn cứ …, Sở báo cáo như sau:` is a sentence of the text; a basis ends with its semicolon
        let is_basis = text.starts_with("Căn cứ") && (self.template.enactment.is_some() || text.ends_with(';'));
        if self.template.has_legal_basis() && is_basis {
            return Some(Pasted::LegalBasis);
        }
        let organ = self.spec.organs().next().map(|organ| organ.one_line().to_uppercase()).unwrap_or_default();
        let names_organ = text == text.to_uppercase() && !organ.is_empty() && text.contains(&organ);
        (self.template.has_authority_line() && names_organ).then_some(Pasted::AuthorityLine)
    }

    fn is_enactment(&self, text: &str) -> bool {
        is_enactment(self.template, text)
    }

    fn finding(&self, pasted: Pasted, at: usize, all: &[(Pasted, usize)], body: &SpecBody<'_>) -> Diagnostic {
        let text = body.blocks.get(at).and_then(text_of).unwrap_or_default();
        let finding = self.said(pasted, &text, body.of.body().index(at).key("text"));
        if pasted != Pasted::LegalBasis {
            return finding;
        }
        let bases = all.iter().filter(|(of, _)| *of == Pasted::LegalBasis).take(HEAD);
        let texts = bases.filter_map(|(_, i)| body.blocks.get(*i).and_then(text_of));
        let texts: Vec<String> =
            texts.map(|text| format!("\"{}\"", text.trim().trim_end_matches([';', '.']))).collect();
        let texts = texts.join(", ");
        finding.hint(phrase!(
            "bỏ các đoạn này, ghi vào \"legal_basis\": [{texts}]",
            "delete these paragraphs, write \"legal_basis\": [{texts}]"
        ))
    }

    fn said(&self, pasted: Pasted, text: &str, at: Pointer) -> Diagnostic {
        let shown: String = text.trim().lines().next().unwrap_or_default().chars().take(SHORT).collect();
        let Phrase { vi, en } = pasted.place();
        let finding = Diagnostic::of(
            registry::PASTED_PART,
            at,
            phrase!("“{shown}” được gõ vào nội dung; {vi}", "“{shown}” is typed into the text; {en}"),
        );
        match pasted.field() {
            Some("legal_basis") => finding,
            Some(field) => finding.hint(phrase!(
                "bỏ đoạn này, ghi vào trường \"{field}\"",
                "delete this paragraph, write it into the field \"{field}\""
            )),
            None => finding.hint(phrase!("bỏ dòng này", "delete it")),
        }
    }
}

impl Pasted {
    /// Where the words belong.
    fn place(self) -> Phrase {
        match self {
            Self::Motto => {
                phrase!(
                    "Quốc hiệu và Tiêu ngữ được in tự động ở đầu trang",
                    "the motto is printed by itself at the head"
                )
            }
            Self::Type => {
                phrase!("tên loại được in tự động theo \"doc_type\"", "the type is printed after \"doc_type\"")
            }
            Self::Enactment => phrase!(
                "dòng này được in tự động giữa căn cứ và nội dung",
                "the line is printed by itself between the legal bases and the text"
            ),
            Self::Number => phrase!("số, ký hiệu có chỗ riêng ở đầu trang", "the number has its place at the head"),
            Self::PlaceAndDate => {
                phrase!("địa danh và thời gian có chỗ riêng ở đầu trang", "place and date have their place at the head")
            }
            Self::AuthorityLine => {
                phrase!("thẩm quyền ban hành được in trên các căn cứ", "who decides is printed above the legal bases")
            }
            Self::LegalBasis => phrase!(
                "căn cứ ban hành có kiểu chữ và chỗ riêng trên nội dung",
                "legal bases have a look and a place of their own above the text"
            ),
            Self::Addressees => {
                phrase!("Kính gửi có chỗ riêng trên nội dung", "addressees have their place above the text")
            }
            Self::Recipients => {
                phrase!("Nơi nhận có chỗ riêng bên trái chữ ký", "recipients have their place beside the signature")
            }
        }
    }

    /// The field for them; `None` where the program prints them by itself.
    const fn field(self) -> Option<&'static str> {
        match self {
            Self::Motto | Self::Type | Self::Enactment => None,
            Self::Number => Some("number"),
            Self::PlaceAndDate => Some("issue_date"),
            Self::AuthorityLine => Some("authority_line"),
            Self::LegalBasis => Some("legal_basis"),
            Self::Addressees => Some("addressees"),
            Self::Recipients => Some("recipients"),
        }
    }
}

/// Whether a text is `QUYẾT ĐỊNH:`, as documents of the type print it.
pub(super) fn is_enactment(template: &Template, text: &str) -> bool {
    let words = template.enactment.as_ref();
    words.is_some_and(|words| folded(words) == folded(text) && text == text.to_uppercase())
}

fn text_of(block: &BodyBlock) -> Option<String> {
    match block {
        BodyBlock::Paragraph(block) => Some(block.text.plain()),
        BodyBlock::Line(block) => Some(block.text.plain()),
        _ => None,
    }
}

/// The letters of a line alone, in small ones; `hoà` and `hòa` are one word.
fn folded(text: &str) -> String {
    text.to_lowercase().replace("oà", "òa").chars().filter(|c| c.is_alphanumeric()).collect()
}

/// `An Giang, ngày 15 tháng 3 năm 2026`, figures open or not.
fn is_place_and_date(text: &str) -> bool {
    let Some((place, date)) = text.split_once(", ngày") else { return false };
    let parts = [" tháng", " năm"].iter().try_fold(date, |rest, word| rest.split_once(word).map(|(_, rest)| rest));
    let year = parts.map(|rest| rest.trim().trim_end_matches('.'));
    !place.is_empty() && place.chars().all(|c| c.is_alphabetic() || c == ' ') && year.is_some_and(is_year)
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn no_basis() -> Diagnostic {
    Diagnostic::of(
        registry::NO_LEGAL_BASIS,
        Pointer::root(),
        phrase!("văn bản không nêu căn cứ ban hành", "the document decides, but names no legal basis"),
    )
    .hint(phrase!(
        "thêm \"legal_basis\": [\"Căn cứ …\"]: văn bản quy định thẩm quyền, chức năng, nhiệm vụ của cơ quan ban hành, và văn bản quy định nội dung",
        "add \"legal_basis\": [\"Căn cứ …\"]: what gives the organ its powers and tasks, and what rules on the matter"
    ))
}

#[cfg(test)]
mod tests {
    use super::is_place_and_date;

    #[test]
    fn a_line_of_place_and_date_is_told_from_a_sentence() {
        for text in
            ["An Giang, ngày 15 tháng 3 năm 2026", "Hà Nội, ngày    tháng 3 năm 2026", "Huế, ngày … tháng … năm 2026."]
        {
            assert!(is_place_and_date(text), "{text}");
        }
        for text in [
            "Tại Hà Nội, ngày 15 tháng 3 năm 2026 họp",
            "Sở Nội vụ: Hà Nội, ngày 5 tháng 3 năm 2026",
            "Hà Nội, ngày mai",
        ] {
            assert!(!is_place_and_date(text), "{text}");
        }
    }
}
