//! Notes at the foot of pages: word processors know no note of a note.

use crate::diag::{Diagnostic, Diagnostics, phrase, registry};
use crate::specification::{Spec, each_run};

pub(super) fn check(spec: &Spec, out: &mut Diagnostics) {
    each_run(spec, &mut |run, at| {
        let Some(note) = &run.note else { return };
        for (i, inner) in note.runs().iter().enumerate() {
            if inner.note.is_some() {
                out.push(
                    Diagnostic::of(
                        registry::NESTED_NOTE,
                        at().key("note").index(i).key("note"),
                        phrase!("trong chú thích không có chú thích được", "a note cannot have a note of its own"),
                    )
                    .hint(phrase!(
                        "viết vào chính chú thích đó, hoặc bỏ \"note\" ở đây",
                        "write it into the note itself, or delete \"note\" here"
                    )),
                );
            }
        }
    });
}
