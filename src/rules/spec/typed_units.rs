//! Paragraphs that begin with a number or sign typed by hand: there is a block for each, which counts and indents by itself.

use super::typed;
use crate::diag::{Diagnostic, Diagnostics, Phrase, Pointer, phrase, registry};
use crate::profile::Profile;
use crate::specification::{BodyBlock, NumberingSystem, Spec, SpecBody};

/// The block that a paragraph should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum MeantBlock {
    Part,
    Chapter,
    Article,
    /// `I.`
    Section,
    /// `1.`
    Clause,
    /// `1.1.`
    Subclause,
    Point,
    List,
}

/// Judges the body; neighbours of one kind are told once, at the first.
pub(super) fn check(spec: &Spec, profile: &Profile, out: &mut Diagnostics) {
    spec.bodies().for_each(|body| check_body(&body, profile.numbering(&body), out));
}

fn check_body(body: &SpecBody<'_>, system: Option<NumberingSystem>, out: &mut Diagnostics) {
    let mut last = None;
    for (i, block) in body.blocks.iter().enumerate() {
        let text = match block {
            BodyBlock::Paragraph(block) => block.text.runs().first().map_or("", |run| run.text()),
            _ => "",
        };
        let found = meant_block(text);
        let meant = found.map(|(meant, _)| meant);
        if let Some((meant, typed)) = found
            && last != Some(meant)
        {
            out.push(finding(meant, text, typed, system, body.of.body().index(i).key("text")));
        }
        last = meant;
    }
}

/// The block that a text is meant for, and what is typed of it.
fn meant_block(text: &str) -> Option<(MeantBlock, &str)> {
    if !text.starts_with(|c: char| c.is_ascii_digit() || c.is_alphabetic() || matches!(c, '-' | '–' | '+' | '•')) {
        return None;
    }
    let ends = |number: &str| {
        text.get(number.len()..).is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
    };
    let named = |word: &str| typed::words_and_number(text, word).filter(|number| ends(number));
    let stopped = |number: &&str| number.ends_with(['.', ':']);
    // `Điều 5 Luật Đất đai` cites; a heading ends behind its number or has a stop there
    let heading = |number: &&str| stopped(number) || number.len() == text.lines().next().unwrap_or_default().len();
    if let Some(number) = named("Điều").filter(stopped) {
        return Some((MeantBlock::Article, number));
    }
    for (word, meant) in [("Chương", MeantBlock::Chapter), ("Phần", MeantBlock::Part)] {
        if let Some(number) = named(word).filter(heading) {
            return Some((meant, number));
        }
    }
    if let Some(number) = typed::roman_number(text) {
        return Some((MeantBlock::Section, number));
    }
    if let Some(number) = typed::decimal_number(text) {
        let inner = number.trim_end_matches(['.', ')']);
        return Some((if inner.contains('.') { MeantBlock::Subclause } else { MeantBlock::Clause }, number));
    }
    if let Some(letter) = typed::letter(text).filter(|letter| ends(letter)) {
        return Some((MeantBlock::Point, letter));
    }
    let sign = typed::bullet(text).filter(|sign| *sign != '*')?;
    Some((MeantBlock::List, text.get(..sign.len_utf8())?))
}

fn finding(meant: MeantBlock, text: &str, number: &str, system: Option<NumberingSystem>, at: Pointer) -> Diagnostic {
    let rest = text.get(number.len()..).unwrap_or_default().trim_start();
    let shown: String = rest.chars().take(30).collect();
    let more = if shown.len() < rest.len() || shown.is_empty() { "…" } else { "" };
    let json = match meant {
        MeantBlock::List => format!("{{\"type\": \"list\", \"items\": [\"{shown}{more}\", …]}}"),
        other => format!("{{\"type\": \"{}\", \"{}\": \"{shown}{more}\"}}", other.word(), other.field()),
    };
    let Phrase { vi, en } = if matches!(meant, MeantBlock::Article | MeantBlock::Chapter)
        && system.is_some_and(|system| system != NumberingSystem::Articles)
    {
        phrase!(
            "thêm \"numbering\": \"articles\" vào đầu đặc tả và dùng",
            "add \"numbering\": \"articles\" to the specification and use"
        )
    } else {
        phrase!("dùng", "use")
    };
    Diagnostic::of(
        registry::TYPED_UNIT,
        at,
        phrase!(
            "đoạn văn bắt đầu bằng “{number}” gõ tay: không được đánh số, lùi dòng và dẫn tới như một khối riêng",
            "a paragraph begins with “{number}” typed by hand: it is not numbered, indented and referred to as a block of its own"
        ),
    )
    .within(text, 0..number.len())
    .hint(phrase!("{vi} {json}, bỏ “{number}”", "{en} {json}, without “{number}”"))
}

impl MeantBlock {
    const fn word(self) -> &'static str {
        match self {
            Self::Part => "part",
            Self::Chapter => "chapter",
            Self::Article => "article",
            Self::Section => "section",
            Self::Clause => "clause",
            Self::Subclause => "subclause",
            Self::Point => "point",
            Self::List => "list",
        }
    }

    const fn field(self) -> &'static str {
        match self {
            Self::Part | Self::Chapter | Self::Section => "heading",
            Self::Article | Self::Clause | Self::Subclause | Self::Point | Self::List => "text",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{MeantBlock, meant_block};

    #[test]
    fn what_begins_like_a_unit_is_told_from_what_cites_one() {
        for (text, meant) in [
            ("Điều 1. Ban hành Quy chế.", MeantBlock::Article),
            ("ĐIỀU 2: Hiệu lực", MeantBlock::Article),
            ("Chương I", MeantBlock::Chapter),
            ("Chương II\nQUY ĐỊNH CỤ THỂ", MeantBlock::Chapter),
            ("II. Kết quả", MeantBlock::Section),
            ("1. Phạm vi", MeantBlock::Clause),
            ("1.2. Đối tượng", MeantBlock::Subclause),
            ("đ) Hồ sơ", MeantBlock::Point),
            ("- Ý thứ nhất", MeantBlock::List),
            ("+ Ý thứ hai", MeantBlock::List),
        ] {
            assert_eq!(meant_block(text).map(|(meant, _)| meant), Some(meant), "{text}");
        }
        for text in [
            "Điều 5 Luật Đất đai quy định",
            "Chương I Luật này",
            "V. I. Lê-nin viết",
            "1.5 triệu đồng",
            "12 tháng qua",
            "2024. Năm qua",
            "* Ghi chú: số liệu ước",
            "-5 °C",
            "“Điều 1. Sửa đổi",
            "a và b",
        ] {
            assert_eq!(meant_block(text), None, "{text}");
        }
    }
}
