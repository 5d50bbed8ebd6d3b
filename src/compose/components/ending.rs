//! What the text ends with, between the body and the closing block: who adopted a resolution and when (in the resolutions of
//! people's councils, italic under the last article), and what stands behind the mark `./.`.

use super::opening::slots_filled;
use crate::compose::inlines::{Case, end_document, rich};
use crate::compose::{Composer, paragraph, wording};
use crate::diag::Pointer;
use crate::model::{Block, Inline, Role};
use crate::specification::{Adoption, AdoptionFacts, Text};

/// The sentence on the adoption, which the mark that ends the text then stands behind.
pub(super) fn compose_adoption(c: &Composer<'_>, out: &mut Vec<Block>) {
    let Some(adoption) = &c.spec.adoption else { return };
    let mut inlines = match adoption {
        Adoption::Sentence(text) => rich(text, Case::AsGiven, c.shown),
        Adoption::Facts(facts) => vec![Inline::text(sentence(c, facts))],
    };
    end_document(&mut inlines, &c.profile.words.end_mark.text);
    out.push(paragraph(Role::Adoption, Pointer::root().key("adoption"), inlines));
}

/// `Nghị quyết này được Hội đồng nhân dân … khóa …, kỳ họp thứ … thông qua ngày … và có hiệu lực từ ngày …`
fn sentence(c: &Composer<'_>, facts: &AdoptionFacts) -> String {
    let words = &c.profile.words;
    let given = |text: &Text| text.as_str().replace('\n', " ");
    let session = match (&facts.session, &c.spec.session) {
        (Some(own), _) => Some(given(own)),
        (None, Some(heading)) => Some(in_a_sentence(heading.as_str())),
        (None, None) => None,
    };
    slots_filled(&words.adoption.text, |slot| match slot {
        "title" => c.type_name.title.clone(),
        "organ" => facts.organ.as_ref().map_or_else(|| c.spec.organs_in_a_sentence(), given),
        "session" => session.as_ref().map(|session| format!(" {session}")).unwrap_or_default(),
        "date" => wording::date(facts.date, &words.date),
        "effective" => match facts.effective_date {
            Some(date) => slots_filled(&words.adoption.effective, |_| wording::date(date, &words.date)),
            None => String::new(),
        },
        // a test reads all data: there is no other
        _ => String::new(),
    })
}

/// `KHÓA VIII - KỲ HỌP THỨ 3` as it stands in a sentence: `khóa VIII, kỳ họp thứ 3`.
fn in_a_sentence(heading: &str) -> String {
    let parts = heading.split('\n').flat_map(|line| line.split(" - ")).flat_map(|part| part.split(" – "));
    let small = |part: &str| {
        let words =
            part.split_whitespace().map(|word| if is_roman(word) { word.to_owned() } else { word.to_lowercase() });
        words.collect::<Vec<_>>().join(" ")
    };
    parts.map(|part| small(part.trim_end_matches(','))).collect::<Vec<_>>().join(", ")
}

fn is_roman(word: &str) -> bool {
    let numeral = word.trim_end_matches(',');
    !numeral.is_empty() && numeral.bytes().all(|b| b"IVXLC".contains(&b))
}

/// The lines behind the mark that ends the text, each a paragraph.
pub(super) fn compose_note(c: &Composer<'_>, out: &mut Vec<Block>) {
    let Some(note) = &c.spec.closing_note else { return };
    let at = Pointer::root().key("closing_note");
    for line in
        rich(note, Case::AsGiven, c.shown).split(|inline| *inline == Inline::LineBreak).filter(|line| !line.is_empty())
    {
        out.push(paragraph(Role::ClosingNote, at.clone(), line.to_vec()));
    }
}

#[cfg(test)]
mod tests {
    use super::in_a_sentence;

    #[test]
    fn a_heading_reads_in_a_sentence() {
        for (heading, meant) in [
            ("KHÓA VIII - KỲ HỌP THỨ 3", "khóa VIII, kỳ họp thứ 3"),
            ("Khóa I - Kỳ họp thứ Hai", "khóa I, kỳ họp thứ hai"),
            ("KHÓA XVIII, NHIỆM KỲ 2021-2026\nKỲ HỌP CHUYÊN ĐỀ", "khóa XVIII, nhiệm kỳ 2021-2026, kỳ họp chuyên đề"),
        ] {
            assert_eq!(in_a_sentence(heading), meant);
        }
    }
}
