//! What a specification says and a document of its type has no place for: it would be lost without a word.

use crate::diag::{Diagnostic, Diagnostics, Pointer, phrase, registry};
use crate::rules::Context;
use crate::specification::Spec;

pub(super) fn check(spec: &Spec, context: &Context<'_>, out: &mut Diagnostics) {
    let Some(template) = context.profile.doc_types.get(&spec.doc_type) else { return };
    for path in template.not_printed(spec) {
        let field = path[path.len() - 1];
        out.push(
            Diagnostic::of(
                registry::NOT_PRINTED,
                path.iter().fold(Pointer::root(), |at, key| at.key(key)),
                phrase!(
                    "{title} không có chỗ để in \"{field}\"",
                    "{in_english} has no place to print \"{field}\"",
                    title = template.title.to_lowercase(),
                    in_english = &template.in_english
                ),
            )
            .hint(phrase!("xóa \"{field}\", hoặc chọn loại văn bản khác", "delete \"{field}\", or choose another type"))
            .rests_on(Pointer::root().key("doc_type"))
            .cite(&template.source),
        );
    }
}
