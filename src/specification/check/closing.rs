//! Addressees, legal bases, recipients.

use crate::diag::{Diagnostic, Diagnostics, Pointer, registry};

use super::super::reader_faults::p;
use super::super::types::{Recipients, Spec};
use super::Element;
use super::decoration::{strip_dash, strip_end, strip_item};

pub(super) fn check(spec: &mut Spec, out: &mut Diagnostics) {
    let clause = Element::Recipients.clause(spec);
    for (i, addressee) in spec.addressees.iter_mut().enumerate() {
        strip_item(addressee, || Pointer::root().key("addressees").index(i), &clause, out);
    }
    let body_clause = Element::Body.clause(spec);
    for (i, basis) in spec.legal_basis.iter_mut().enumerate() {
        let at = || Pointer::root().key("legal_basis").index(i);
        if let Some(first) = basis.0.first_mut() {
            strip_dash(&mut first.text, at, &body_clause, out);
        }
        if let Some(last) = basis.0.last_mut() {
            strip_end(&mut last.text, at, &body_clause, out);
        }
    }
    match &mut spec.recipients {
        Some(recipients) => check_recipients(recipients, &clause, out),
        None => out.push(
            Diagnostic::of(
                registry::NO_RECIPIENTS,
                Pointer::root().key("recipients"),
                p("văn bản không có Nơi nhận", "the document names no recipients"),
            )
            .hint(p(
                "thêm \"recipients\": {\"items\": [\"…\"]}; chỉ lưu thì viết \"recipients\": {}",
                "add \"recipients\": {\"items\": [\"…\"]}; to file it only write \"recipients\": {}",
            ))
            .cite(clause),
        ),
    }
}

fn check_recipients(recipients: &mut Recipients, clause: &str, out: &mut Diagnostics) {
    let at = |i| Pointer::root().key("recipients").key("items").index(i);
    for (i, item) in recipients.items.iter_mut().enumerate() {
        if ["Lưu:", "Lưu VT", "- Lưu:", "- Lưu VT"].iter().any(|start| item.as_str().starts_with(start)) {
            out.push(
                Diagnostic::of(
                    registry::OWN_ARCHIVE,
                    at(i),
                    p(
                        "dòng “Lưu” được chương trình tự thêm, ghi ở đây sẽ in hai lần",
                        "the “Lưu” line is added by the program and would be printed twice",
                    ),
                )
                .hint(p(
                    "xóa phần tử này; đơn vị soạn thảo ghi ở \"archive\": {\"units\": [\"…\"]}",
                    "delete this item; the drafting unit goes to \"archive\": {\"units\": [\"…\"]}",
                ))
                .cite(clause),
            );
            continue;
        }
        strip_item(item, || at(i), clause, out);
        let text = item.as_str();
        if recipients.as_above == Some(true) && text.starts_with("Như") {
            out.push(
                Diagnostic::of(
                    registry::AS_ABOVE_TWICE,
                    at(i),
                    p(
                        format!("“{text}” và \"as_above\": true sẽ in hai dòng “Như …”"),
                        format!("“{text}” and \"as_above\": true would print two such lines"),
                    ),
                )
                .hint(p("xóa một trong hai", "delete one of them"))
                .cite(clause),
            );
        }
    }
}
