//! `./.` at the end of the body, twice or torn (`././.`, `. / .`, `/.`), or in a paragraph of its own: the composer writes it.

use crate::diag::{Diagnostic, Diagnostics, Pointer, Topic, phrase, registry};

use super::super::adoption::Adoption;
use super::super::block::BodyBlock;
use super::super::part_id::PartId;
use super::super::rich::RichText;
use super::super::types::Spec;

/// Takes off what is typed of the mark at the end, unless it is the mark itself.
pub(super) fn take_off(spec: &mut Spec, out: &mut Diagnostics) {
    spec.bodies_mut().for_each(|(of, blocks)| take_off_body(of, blocks, out));
    if let Some(Adoption::Sentence(text)) = &mut spec.adoption {
        let typed = typed_mark(text).filter(|mark| !mark.is_alone && mark.signs != "./.");
        if let Some(TypedMark { signs, .. }) = typed {
            cut(text, signs.len());
            out.push(torn(&signs, Pointer::root().key("adoption")));
        }
    }
}

fn take_off_body(of: PartId, blocks: &mut Vec<BodyBlock>, out: &mut Diagnostics) {
    let Some(last) = blocks.len().checked_sub(1) else { return };
    let Some(block) = blocks.last_mut() else { return };
    let at = of.body().index(last);
    let mut texts = 0;
    block.each_text(&|| at.clone(), &mut |_, _| texts += 1);
    let (mut place, mut found, mut n) = (at.clone(), None, 0);
    block.each_text(&|| at.clone(), &mut |text, at| {
        n += 1;
        if n == texts {
            place = at();
            found = typed_mark(text);
        }
    });
    let Some(TypedMark { signs, is_alone }) = found else { return };
    if is_alone && last > 0 && matches!(block, BodyBlock::Paragraph(_)) {
        blocks.pop();
        return out.push(finding(&signs, at).hint(phrase!("xóa đoạn này", "delete this paragraph")));
    }
    if is_alone || signs == "./." {
        return;
    }
    let mut n = 0;
    block.each_text_mut(&mut |text| {
        n += 1;
        if n == texts {
            cut(text, signs.len());
        }
    });
    out.push(torn(&signs, place));
}

fn torn(signs: &str, at: Pointer) -> Diagnostic {
    finding(signs, at).hint(phrase!("xóa “{signs}” ở cuối", "delete “{signs}” at the end", signs = signs.trim()))
}

fn finding(signs: &str, at: Pointer) -> Diagnostic {
    Diagnostic::of(
        registry::OWN_DECORATION,
        at,
        phrase!(
            "dấu ./. kết thúc văn bản được chương trình tự thêm, “{signs}” ghi trong đặc tả đã bỏ",
            "the end mark ./. is added by the program, “{signs}” in the specification is dropped",
            signs = signs.trim()
        ),
    )
    .about(Topic::EndMark)
}

/// What ends a text and was meant for the mark.
struct TypedMark {
    /// As it is typed.
    signs: String,
    /// Whether nothing stands before it.
    is_alone: bool,
}

/// Finds a stop and a slash, in whatever order and number, at the end of a text.
fn typed_mark(text: &RichText) -> Option<TypedMark> {
    let is_end = |text: &str| text.ends_with(is_sign);
    if !text.0.last().is_some_and(|run| run.picture.is_none() && is_end(run.text())) {
        return None;
    }
    let plain = text.plain();
    let words = plain.trim_end_matches(is_sign);
    let mut signs = plain.get(words.len()..)?;
    // an address may end in a slash, and a sentence in an ellipsis
    let last = words.rsplit(char::is_whitespace).next().unwrap_or_default();
    if last.contains("://") || last.starts_with("www.") {
        signs = signs.strip_prefix('/').unwrap_or(signs);
    }
    signs = signs.strip_prefix("...").unwrap_or(signs);
    let has = |wanted: &[char]| signs.contains(wanted);
    (has(&['/', '／', '∕', '⁄']) && has(&['.', '．', '。']))
        .then(|| TypedMark { signs: signs.to_owned(), is_alone: words.is_empty() })
}

fn is_sign(c: char) -> bool {
    matches!(c, '.' | '．' | '。' | '/' | '／' | '∕' | '⁄') || c.is_whitespace()
}

/// Takes bytes off the end of a text that is longer.
fn cut(text: &mut RichText, mut bytes: usize) {
    while let Some(run) = text.0.last_mut() {
        let len = run.text().len();
        if bytes < len {
            let kept = run.text().get(..len - bytes).unwrap_or_default().trim_end().to_owned();
            if !kept.is_empty() {
                run.text.iter_mut().for_each(|text| text.keep(&kept));
                return;
            }
        }
        if text.0.len() == 1 {
            return;
        }
        bytes = bytes.saturating_sub(len);
        text.0.pop();
    }
}
