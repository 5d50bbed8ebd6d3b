//! Thẩm quyền ban hành, above the căn cứ of decisions and resolutions, and the word that stands between these and what is decided
//! (NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.1–1.3; ô số 6).

use std::collections::BTreeMap;

use crate::compose::{Composer, fit, paragraph};
use crate::diag::Pointer;
use crate::model::{Block, Role};
use crate::profile::Words;
use crate::specification::{Signature, Spec, Text};

/// The line of who decides, in capitals.
pub(super) fn compose(c: &Composer<'_>, out: &mut Vec<Block>) {
    let spec = c.spec;
    let (text, at) = match &spec.authority_line {
        Some(given) => (given.as_str().to_uppercase(), Pointer::root().key("authority_line")),
        None => (usual(spec, &c.profile.words, c.template.decides_as_organ), Pointer::root().key("issuer").key("name")),
    };
    let width = c.profile.composition.subject_width.default.of(c.text_width());
    let lines = c.type_of(Role::AuthorityLine).balance(&text, width);
    out.push(paragraph(Role::AuthorityLine, at, fit::inlines(lines)));
}

/// `QUYẾT ĐỊNH:`, `QUYẾT NGHỊ:`.
pub(super) fn compose_enactment(c: &Composer<'_>, out: &mut Vec<Block>) {
    let Some(words) = &c.template.enactment else { return };
    out.push(paragraph(Role::Enactment, Pointer::root().key("doc_type"), fit::inlines(vec![words.clone()])));
}

/// Who decides, where the specification does not say it: the organ, or its head by title, whoever signs for that head; of several
/// organs each.
fn usual(spec: &Spec, words: &Words, as_organ: bool) -> String {
    let mut signers: BTreeMap<String, &Signature> = BTreeMap::new();
    for (index, signature) in spec.signatures.iter().enumerate() {
        if let Some(organ) = spec.organ_of_signer(index) {
            signers.entry(organ.to_uppercase()).or_insert(signature);
        }
    }
    let signer_of = |organ: &str, place: usize| {
        let first = spec.signatures.first().filter(|_| place == 0);
        signers.get(organ).copied().or(first).filter(|_| !as_organ)
    };
    let each = spec.organs().enumerate().map(|(place, organ)| {
        let organ = organ.one_line().to_uppercase();
        match signer_of(&organ, place).and_then(|signature| head_title(signature, words)) {
            // `THỦ TƯỚNG CHÍNH PHỦ` issues as itself, and a position may name the organ
            Some(title) if organ.starts_with(&title) => organ,
            Some(title) if title.contains(&organ) => title,
            Some(title) => format!("{title} {organ}"),
            None => organ,
        }
    });
    each.collect::<Vec<_>>().join(" - ")
}

/// The title of the head whom a signature stands for, in capitals; `None` where a collective decides.
fn head_title(signature: &Signature, words: &Words) -> Option<String> {
    let capitals = |text: &Text| text.as_str().replace('\n', " ").to_uppercase();
    // the first line names the head, whoever signs in the end: `KT. GIÁM ĐỐC`, `PHÓ GIÁM ĐỐC`
    let Some(line) = signature.authority.first().map(capitals) else {
        return signature.position.as_ref().map(capitals);
    };
    let authority = words.authority(&line).filter(|authority| !authority.is_collective)?;
    let title = line.strip_prefix(&authority.short)?.trim();
    (!title.is_empty()).then(|| title.to_owned())
}
