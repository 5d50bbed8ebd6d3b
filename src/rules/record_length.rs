//! Values of the record that are longer than records systems hold (Phụ lục VI of the decree tells how long each may be).

use crate::diag::{Diagnostic, Phrase, Pointer, phrase, registry};
use crate::model::record::Field;

/// What is found of a value; `None` where it is short enough.
pub(super) fn judge(field: Field, text: &str, at: &Pointer) -> Option<Diagnostic> {
    (text.chars().count() > field.rule().length).then(|| too_long(field, text, at))
}

fn too_long(field: Field, text: &str, at: &Pointer) -> Diagnostic {
    let rule = field.rule();
    let (found, most, name) = (text.chars().count(), rule.length, rule.name);
    let title = rule.title.to_lowercase();
    Diagnostic::of(
        registry::RECORD_LENGTH,
        at,
        phrase!(
            "{title} ({name}) dài {found} ký tự, hệ thống quản lý văn bản chỉ nhận {most}",
            "{name} has {found} characters, records systems hold {most}"
        ),
    )
    .hint(hint(field))
}

fn hint(field: Field) -> Phrase {
    match field {
        Field::ToOrganName => phrase!(
            "rút gọn, hoặc ghi tên ngắn hơn ở \"record\": {{\"to\": [{{\"organ_name\": \"…\"}}]}}",
            "shorten it, or give shorter names in \"record\": {{\"to\": [{{\"organ_name\": \"…\"}}]}}"
        ),
        Field::PageAmount => {
            phrase!("tách văn bản, hoặc để phần dài thành phụ lục riêng", "divide the document into several")
        }
        Field::OrganId
        | Field::FileCatalog
        | Field::FileNotation
        | Field::DocOrdinal
        | Field::TypeName
        | Field::CodeNumber
        | Field::CodeNotation
        | Field::IssuedDate
        | Field::OrganName
        | Field::Subject
        | Field::Language
        | Field::Description
        | Field::SignerPosition
        | Field::SignerFullName
        | Field::ToOrganId
        | Field::Priority
        | Field::IssuedAmount
        | Field::DueDate => {
            phrase!("rút gọn; trong tệp giá trị vẫn giữ nguyên", "shorten it; the files keep it whole")
        }
    }
}
