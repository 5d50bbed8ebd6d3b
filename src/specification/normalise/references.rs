//! Names of blocks, references to them, and languages of runs. What is at fault is taken off, so that later stages find only
//! what is sound.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Diagnostic, Diagnostics, Pointer, phrase, registry};

use super::super::block::BodyBlock;
use super::super::each_text::{each_run, each_run_mut};
use super::super::language;
use super::super::names::{ascii_name, nearest};
use super::super::part_id::PartId;
use super::super::rich::RichRun;
use super::super::types::Spec;

/// The longest name: that of a bookmark in Word.
const MAX_NAME: usize = 40;

pub(super) fn take_off(spec: &mut Spec, out: &mut Diagnostics) {
    let written = names(spec);
    check_names(spec, out);
    let mut is_sound = true;
    each_run(spec, &mut |run, at| is_sound &= check_run(run, at, &written, out));
    if !is_sound {
        let known = names(spec);
        each_run_mut(spec, &mut |run| forget_faults(run, &known));
    }
}

/// The names of all blocks; those of one part are known in the others.
fn names(spec: &Spec) -> BTreeSet<String> {
    spec.bodies().flat_map(|body| body.blocks).filter_map(|block| Some(block.id()?.as_str().to_owned())).collect()
}

/// Word takes names that differ only in capitals for the same.
fn check_names(spec: &mut Spec, out: &mut Diagnostics) {
    let mut first: BTreeMap<String, (PartId, usize)> = BTreeMap::new();
    for (of, blocks) in spec.bodies_mut() {
        for (i, block) in blocks.iter_mut().enumerate() {
            let Some(id) = block.id() else { continue };
            let at = || of.body().index(i).key("id");
            if !is_name(id.as_str()) {
                out.push(bad_name(id.as_str(), at()));
                forget(block);
            } else if let Some((of, first)) = first.get(&id.as_str().to_lowercase()) {
                out.push(doubled(id.as_str(), &of.body().index(*first), at()));
                forget(block);
            } else {
                first.insert(id.as_str().to_lowercase(), (of, i));
            }
        }
    }
}

fn forget(block: &mut BodyBlock) {
    if let Some(id) = block.id_mut() {
        *id = None;
    }
}

fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.len() <= MAX_NAME
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
}

fn bad_name(id: &str, at: Pointer) -> Diagnostic {
    let finding = Diagnostic::of(
        registry::BAD_ID,
        at,
        phrase!(
            "\"id\" là \"{id}\", cần chữ cái không dấu hoặc _ ở đầu, rồi chữ cái không dấu, chữ số, _; nhiều nhất {MAX_NAME} ký tự",
            "\"id\" is \"{id}\"; it begins with a plain letter or _, followed by plain letters, digits or _, at most {MAX_NAME}"
        ),
    );
    let mut meant = ascii_name(id);
    meant.truncate(MAX_NAME);
    let meant = if is_name(&meant) { meant } else { "trinh_tu".to_owned() };
    finding.hint(phrase!("viết \"{meant}\"", "write \"{meant}\""))
}

fn doubled(id: &str, first: &Pointer, at: Pointer) -> Diagnostic {
    Diagnostic::of(
        registry::DOUBLED_ID,
        at,
        phrase!(
            "\"id\": \"{id}\" đã đặt cho {first} (không phân biệt chữ hoa, chữ thường)",
            "\"id\": \"{id}\" already names {first} (capitals do not count)"
        ),
    )
    .hint(phrase!("đặt tên khác cho một trong hai khối", "give one of the two another name"))
}

/// Whether a run is sound.
fn check_run(run: &RichRun, at: &dyn Fn() -> Pointer, known: &BTreeSet<String>, out: &mut Diagnostics) -> bool {
    // for what is left off no name is looked for among all others
    let is_full = out.is_full(registry::UNKNOWN_REFERENCE);
    let mut is_sound = true;
    let mut report = |finding| {
        is_sound = false;
        out.push(finding);
    };
    if let Some(lang) = &run.lang
        && !language::is_tag(lang.as_str())
    {
        report(bad_language(lang.as_str(), at().key("lang")));
    }
    if let Some(reference) = &run.reference {
        if run.link.is_some() {
            report(linked_twice(at().key("ref")));
        }
        if !known.contains(reference.as_str()) {
            report(unknown_reference(("ref", reference.as_str()), known, at().key("ref"), !is_full));
        }
    }
    if let Some(name) = run.page_of.as_ref().filter(|name| !known.contains(name.as_str())) {
        report(unknown_reference(("page_of", name.as_str()), known, at().key("page_of"), !is_full));
    }
    is_sound
}

fn forget_faults(run: &mut RichRun, known: &BTreeSet<String>) {
    run.lang.take_if(|lang| !language::is_tag(lang.as_str()));
    let is_linked = run.link.is_some();
    run.reference.take_if(|reference| is_linked || !known.contains(reference.as_str()));
    run.page_of.take_if(|name| !known.contains(name.as_str()));
}

fn bad_language(tag: &str, at: Pointer) -> Diagnostic {
    let finding = Diagnostic::of(
        registry::BAD_LANGUAGE,
        at,
        phrase!("\"lang\" là \"{tag}\", cần mã ngôn ngữ BCP 47", "\"lang\" is \"{tag}\", expected a BCP 47 tag"),
    );
    finding.hint(match language::meant(tag) {
        Some(meant) => phrase!("viết \"{meant}\"", "write \"{meant}\""),
        None => phrase!(
            "ví dụ \"en\" (tiếng Anh), \"fr\" (tiếng Pháp), \"zh-Hans\" (tiếng Trung)",
            "e.g. \"en\" (English), \"fr\" (French), \"zh-Hans\" (Chinese)"
        ),
    })
}

fn linked_twice(at: Pointer) -> Diagnostic {
    Diagnostic::of(
        registry::LINKED_TWICE,
        at,
        phrase!(
            "một đoạn nội dung không dẫn tới hai nơi: có cả \"link\" và \"ref\"",
            "a run cannot lead to two places: it has both \"link\" and \"ref\""
        ),
    )
    .hint(phrase!("giữ một trong hai, hoặc tách thành hai đoạn", "keep one of them, or make two runs of it"))
}

fn unknown_reference(
    (field, reference): (&str, &str),
    known: &BTreeSet<String>,
    at: Pointer,
    looks_for_meant: bool,
) -> Diagnostic {
    let finding = Diagnostic::of(
        registry::UNKNOWN_REFERENCE,
        at,
        phrase!(
            "\"{field}\" dẫn tới \"{reference}\", không khối nào có \"id\" đó",
            "\"{field}\" leads to \"{reference}\", which is the \"id\" of no block"
        ),
    );
    if !looks_for_meant {
        return finding;
    }
    let sound = known.iter().take(COMPARED).map(String::as_str).filter(|name| is_name(name));
    if let Some(meant) = nearest(reference, sound) {
        return finding.hint(phrase!("có phải ý bạn là \"{meant}\"?", "did you mean \"{meant}\"?"));
    }
    let name = if is_name(reference) { reference.to_owned() } else { ascii_name(reference) };
    let hint =
        phrase!("thêm \"id\": \"{name}\" vào khối cần dẫn tới", "add \"id\": \"{name}\" to the block it shall lead to");
    if known.is_empty() {
        return finding.hint(hint);
    }
    let names = known.iter().take(SHOWN).map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
    let more = if known.len() > SHOWN { ", …" } else { "" };
    finding.hint(hint).hint(phrase!("các \"id\" đang có: {names}{more}", "the ids there are: {names}{more}"))
}

/// The most names that one is compared with to tell what was meant.
const COMPARED: usize = 1000;

/// The most names that a hint lists.
const SHOWN: usize = 12;
