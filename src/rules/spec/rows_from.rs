//! A file of rows that was named and never read: its table would be empty.

use crate::diag::{Diagnostic, Diagnostics, phrase, registry};
use crate::specification::{BodyBlock, Spec};

pub(super) fn check(spec: &Spec, out: &mut Diagnostics) {
    for body in spec.bodies() {
        for (i, block) in body.blocks.iter().enumerate() {
            let BodyBlock::Table(table) = block else { continue };
            let Some(file) = &table.rows_from else { continue };
            out.push(
                Diagnostic::of(
                    registry::ROWS_FILE,
                    body.of.body().index(i).key("rows_from"),
                    phrase!("chưa lấy các hàng của tệp {file}", "the rows of the file {file} were not taken in"),
                )
                .hint(phrase!(
                    "chép các hàng vào \"rows\" rồi xóa \"rows_from\"",
                    "copy the rows into \"rows\" and delete \"rows_from\""
                )),
            );
        }
    }
}
