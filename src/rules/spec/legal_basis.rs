//! Căn cứ ban hành (ô số 6): what each begins with.

use crate::diag::{Diagnostic, Diagnostics, Pointer, phrase, registry};
use crate::rules::Context;
use crate::specification::{RichText, Spec};

use super::pasted;

/// What a basis begins with in the models of the decree's Phụ lục III and in documents of the state, in small letters; the first
/// is the usual word.
const OPENINGS: [&str; 17] = [
    "căn cứ",
    "theo",
    "xét",
    "thực hiện",
    "trên cơ sở",
    "sau khi",
    "qua ",
    "để ",
    "nhằm",
    "được sự",
    "xuất phát",
    "triển khai",
    "tiếp theo",
    "trước",
    "chấp hành",
    "thi hành",
    "vận dụng",
];

pub(super) fn check(spec: &Spec, context: &Context<'_>, out: &mut Diagnostics) {
    let template = context.profile.doc_types.get(&spec.doc_type);
    // what stands behind the bases and not among them is told where that is judged
    let is_enactment = |basis: &RichText| template.is_some_and(|one| pasted::is_enactment(one, &basis.plain()));
    let lacks_word = |basis: &RichText| basis.runs().first().is_some_and(|run| mended(run.text()).is_some());
    let wrong = |basis: &RichText| lacks_word(basis) && !is_enactment(basis);
    let at = Pointer::root().key("legal_basis");
    let all: Vec<usize> = (0..spec.legal_basis.len()).filter(|i| wrong(&spec.legal_basis[*i])).collect();
    let Some(first) = all.first().copied() else { return };
    let texts = |basis: &RichText| {
        let text = basis.plain();
        mended(&text).unwrap_or(text)
    };
    let (at, hint) = if all.len() == 1 {
        let text = texts(&spec.legal_basis[first]);
        (at.index(first), phrase!("viết \"{text}\"", "write \"{text}\""))
    } else {
        let bases = spec.legal_basis.iter().filter(|basis| !is_enactment(basis));
        let texts = bases.take(SHOWN).map(|basis| format!("\"{}\"", texts(basis)));
        let texts = texts.collect::<Vec<_>>().join(", ");
        let more = if spec.legal_basis.len() > SHOWN { ", …" } else { "" };
        (at, phrase!("viết [{texts}{more}]", "write [{texts}{more}]"))
    };
    let found = spec.legal_basis[first].plain();
    let shown: String = found.chars().take(30).collect();
    out.push(
        Diagnostic::of(
            registry::BASIS_WORD,
            at,
            phrase!(
                "căn cứ bắt đầu bằng “{shown}…”, cần bắt đầu bằng “Căn cứ”",
                "a legal basis begins with “{shown}…”, it begins with “Căn cứ”"
            ),
        )
        .hint(hint),
    );
}

/// The most bases that a hint repeats.
const SHOWN: usize = 40;

/// The text with the word it lacks, or with its capital; `None` where it has both, or begins as lawfully in another way.
fn mended(text: &str) -> Option<String> {
    let small = text.to_lowercase();
    match OPENINGS.iter().position(|opening| small.starts_with(opening)) {
        Some(0) if text.starts_with("Căn cứ") => None,
        Some(0) => Some(format!("Căn cứ{}", text.get("Căn cứ".len()..)?)),
        Some(_) => None,
        None => Some(format!("Căn cứ {text}")),
    }
}

#[cfg(test)]
mod tests {
    use super::mended;

    #[test]
    fn lawful_openings_stay() {
        for text in
            ["Căn cứ Luật Đất đai", "Theo đề nghị của Giám đốc Sở", "Xét Tờ trình số 5", "Thực hiện Nghị quyết số 1"]
        {
            assert_eq!(mended(text), None, "{text}");
        }
        assert_eq!(mended("căn cứ Luật A").as_deref(), Some("Căn cứ Luật A"));
        assert_eq!(mended("CĂN CỨ Luật A").as_deref(), Some("Căn cứ Luật A"));
        assert_eq!(mended("Luật A").as_deref(), Some("Căn cứ Luật A"));
    }
}
