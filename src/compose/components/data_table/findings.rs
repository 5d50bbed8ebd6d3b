//! What is wrong with a table as it is given.

use super::grid::MOST_COLUMNS;
use crate::compose::columns::ColumnNeed;
use crate::diag::{Diagnostic, Pointer, phrase, registry};
use crate::units::Length;

pub(super) fn column_count(columns: usize, at: &Pointer) -> Diagnostic {
    let message = if columns == 0 {
        phrase!("bảng không có cột nào", "the table has no column")
    } else {
        phrase!(
            "bảng có {columns} cột, nhiều nhất {MOST_COLUMNS}",
            "the table has {columns} columns, at most {MOST_COLUMNS}"
        )
    };
    Diagnostic::of(registry::TABLE_COLUMNS, at.key("rows"), message).hint(phrase!(
        "ghi các ô của hàng thứ nhất; bảng quá rộng thì tách ra",
        "write the cells of the first row; part a table that is too wide"
    ))
}

pub(super) fn ragged(found: usize, columns: usize, at: &Pointer) -> Diagnostic {
    let message = phrase!(
        "hàng này chiếm {found} cột, bảng có {columns} cột",
        "this row fills {found} columns, the table has {columns}"
    );
    Diagnostic::of(registry::RAGGED_ROW, at, message).hint(if found < columns {
        phrase!("thêm ô, ô trống ghi \"\"", "add cells; an empty one is \"\"")
    } else {
        phrase!("bớt ô, hoặc giảm \"columns\" của ô gộp", "take cells out, or make \"columns\" of a spanning cell less")
    })
}

pub(super) fn span_too_deep(at: &Pointer) -> Diagnostic {
    let message = phrase!(
        "ô gộp hàng vượt quá phần của nó trong bảng",
        "a cell that spans rows reaches out of its part of the table"
    );
    Diagnostic::of(registry::RAGGED_ROW, at, message).hint(phrase!(
        "giảm \"rows\" của ô gộp, hoặc thêm hàng",
        "make \"rows\" of the spanning cell less, or add rows"
    ))
}

pub(super) fn column_too_narrow(index: usize, need: ColumnNeed, at: &Pointer) -> Diagnostic {
    let (number, least) = (index + 1, (need.least + Length::mm(1)).to_mm());
    let message =
        phrase!("cột {number} hẹp hơn từ dài nhất của nó", "column {number} is narrower than its longest word");
    Diagnostic::of(registry::NARROW_COLUMN, at.key("columns").index(index).key("width"), message)
        .hint(phrase!("viết \"{least}mm\" hoặc rộng hơn", "write \"{least}mm\" or more"))
}

pub(super) fn table_too_wide(least: Length, room: Length, at: &Pointer) -> Diagnostic {
    let (least, room) = (least.to_mm() + 1, room.to_mm());
    let message = phrase!(
        "bảng cần ít nhất {least} mm, trang chỉ có {room} mm",
        "the table needs at least {least} mm, the page has {room} mm"
    );
    Diagnostic::of(registry::WIDE_TABLE, at.key("rows"), message).hint(phrase!(
        "giảm cột, giảm \"width\", giảm /layout/table_size, hoặc đưa bảng vào phụ lục khổ ngang (\"orientation\": \"landscape\")",
        "take columns out, make \"width\" or /layout/table_size less, or put the table into an appendix across (\"orientation\": \"landscape\")"
    ))
}

pub(super) fn number_format(text: &str, at: &Pointer) -> Diagnostic {
    let message = phrase!(
        "cách viết số \"{text}\" không phải là một số mẫu",
        "the number format \"{text}\" is no example of a number"
    );
    Diagnostic::of(registry::NUMBER_FORMAT, at, message).hint(phrase!(
        "viết một số mẫu, ví dụ \"1.234,5\", \"0,00\" hoặc \"0%\"",
        "write an example of a number, such as \"1.234,5\", \"0,00\" or \"0%\""
    ))
}
