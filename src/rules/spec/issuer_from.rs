//! An organ file that was named and never read: what it holds would be missing without a word.

use crate::diag::{Diagnostic, Diagnostics, Pointer, phrase, registry};
use crate::specification::Spec;

pub(super) fn check(spec: &Spec, out: &mut Diagnostics) {
    let Some(file) = &spec.issuer_from else { return };
    out.push(
        Diagnostic::of(
            registry::ORGAN_FILE,
            Pointer::root().key("issuer_from"),
            phrase!(
                "chưa lấy các trường của tệp cơ quan {file}",
                "the fields of the organ file {file} were not taken in"
            ),
        )
        .hint(phrase!(
            "chép các trường của tệp đó vào bản đặc tả rồi xóa \"issuer_from\"",
            "copy the fields of the file into the specification and delete \"issuer_from\""
        )),
    );
}
