//! The symbol of an official letter (công văn): behind the organ stands the unit that drafted it, or the field that it is about
//! (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.3.b).

use crate::diag::{Diagnostic, Diagnostics, Pointer, phrase, registry};
use crate::profile::Template;
use crate::rules::Context;
use crate::specification::Spec;

pub(super) fn check(spec: &Spec, context: &Context<'_>, out: &mut Diagnostics) {
    if !context.profile.doc_types.get(&spec.doc_type).is_some_and(Template::has_letter_header) {
        return;
    }
    let archive = spec.recipients.as_ref().and_then(|recipients| recipients.archive.as_ref());
    let has_unit = archive.is_some_and(|archive| !archive.units.is_empty());
    let (found, at) = match &spec.symbol {
        Some(given) => (given.as_str().to_owned(), Pointer::root().key("symbol")),
        None if has_unit => return,
        None => match spec.organs_abbreviated() {
            Some(organs) => (organs, Pointer::root().key("issuer").key("abbreviation")),
            // told where the symbol is judged
            None => return,
        },
    };
    // one that is wrong in other ways is told where symbols are judged
    if found.is_empty() || found.contains(['-', '/']) {
        return;
    }
    let hint = match spec.symbol {
        Some(_) => phrase!("ví dụ \"symbol\": \"{found}-VP\"", "as in \"symbol\": \"{found}-VP\""),
        None => phrase!(
            "ghi đơn vị soạn thảo vào \"recipients\": {{\"archive\": {{\"units\": [\"VP\"]}}}}, hoặc ví dụ \"symbol\": \"{found}-VP\"",
            "name the drafting unit in \"recipients\": {{\"archive\": {{\"units\": [\"VP\"]}}}}, or as in \"symbol\": \"{found}-VP\""
        ),
    };
    out.push(
        Diagnostic::of(
            registry::LETTER_UNIT,
            at,
            phrase!(
                "ký hiệu công văn “{found}” thiếu chữ viết tắt đơn vị soạn thảo hoặc lĩnh vực",
                "the letter's symbol “{found}” lacks the abbreviation of the drafting unit or field"
            ),
        )
        .hint(hint),
    );
}
