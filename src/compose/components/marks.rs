//! Stamps (các thành phần thể thức khác; NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III.2): secrecy above urgency, below the organ and the
//! number, and there what says that the document is a draft; who may have it in the top margin of page 1, on the right (Mục IV).

use crate::compose::{Composer, fit, paragraph};
use crate::diag::{Diagnostic, Pointer, phrase, registry};
use crate::model::{
    Block, BlockKind, Cell, Color, PageSetup, Paragraph, Role, Row, RowHeight, SPACER_HEIGHT, Table, TableLook,
    VerticalAlignment,
};
use crate::specification::PartId;
use crate::units::Length;

/// A stamp before it is given its box.
struct Stamp {
    role: Role,
    /// The field that asks for it.
    field: &'static str,
    text: String,
    /// That of its box; absent: as wide as the text needs.
    width: Option<Length>,
}

/// The stamps below the left column of the header, one under the other.
pub(super) fn compose(c: &mut Composer<'_>, out: &mut Vec<Block>) {
    let Some(given) = &c.spec.marks else { return };
    let words = &c.profile.words.marks;
    let secrecy = given.secrecy.and_then(|level| words.secrecy.get(&level));
    let urgency = given.urgency.and_then(|level| words.urgency.get(&level));
    let fixed = [(Role::SecrecyMark, "secrecy", secrecy), (Role::UrgencyMark, "urgency", urgency)];
    let fixed = fixed.into_iter().filter_map(|(role, field, word)| {
        word.map(|word| Stamp { role, field, text: word.text.clone(), width: Some(word.width.default) })
    });
    let draft = given.draft.as_ref().map(|text| {
        let text = text.as_str().to_uppercase();
        Stamp { role: Role::DraftMark, field: "draft", text, width: None }
    });
    let (left, column) = c.header_left;
    for mark in fixed.chain(draft) {
        let width = width(c, &mark);
        let x = left + ((column - width) / 2).max(Length::ZERO);
        let at = Pointer::root().key("marks").key(mark.field);
        // of the gap no reader is told
        out.push(Block::new(Role::MarkGap, BlockKind::Paragraph(Paragraph::default()), at.clone()));
        out.push(boxed(c, x, vec![(mark, width)], at));
    }
}

/// The stamps for the top margin of page 1, beside each other, above what else stands there; nothing where there are none. In a file
/// beside the document's the stamp of secrecy is among them, for such a file may have no header to stand below.
pub(in crate::compose) fn in_margin(c: &mut Composer<'_>, page: &PageSetup, below: Length) -> Option<Block> {
    let given = c.spec.marks.as_ref()?;
    let words = &c.profile.words.marks;
    let secrecy = given.secrecy.filter(|_| c.file != PartId::Main).and_then(|level| words.secrecy.get(&level));
    let secrecy = secrecy.map(|word| Stamp {
        role: Role::SecrecyMark,
        field: "secrecy",
        text: word.text.clone(),
        width: Some(word.width.default),
    });
    let recall = (given.recall == Some(true)).then(|| Stamp {
        role: Role::RecallMark,
        field: "recall",
        text: words.recall.clone(),
        width: None,
    });
    let circulation = given.circulation.as_ref().map(|text| {
        let text = text.as_str().to_uppercase();
        Stamp { role: Role::CirculationMark, field: "circulation", text, width: None }
    });
    let marks: Vec<Stamp> = secrecy.into_iter().chain(recall).chain(circulation).collect();
    let first = marks.first()?;
    let at = Pointer::root().key("marks");
    let of_all = if marks.len() == 1 { at.key(first.field) } else { at };
    let with_width = |mark| {
        let width = width(c, &mark);
        (mark, width)
    };
    let marks: Vec<(Stamp, Length)> = marks.into_iter().map(with_width).collect();
    let all = marks.iter().fold(Length::ZERO, |sum, (_, width)| sum + *width);
    let composition = &c.profile.composition;
    let height = composition.mark_height.default + composition.mark_frame.default + SPACER_HEIGHT;
    if height + below > page.margin_top - page.header_distance {
        c.out.push(no_room(of_all.clone()));
    }
    // the line down the right edge ends where the text does
    Some(boxed(c, page.text_width() - all - c.profile.composition.mark_frame.default, marks, of_all))
}

/// The width of the box of a stamp; told where no page has it.
fn width(c: &mut Composer<'_>, mark: &Stamp) -> Length {
    let of_type = c.type_of(mark.role);
    let composition = &c.profile.composition;
    let needed = of_type.width(&mark.text) + of_type.slack() + composition.mark_padding.default * 2;
    let width = mark.width.unwrap_or(needed).round_to_twip();
    if width > c.text_width() {
        let at = Pointer::root().key("marks").key(mark.field);
        c.out.push(
            Diagnostic::of(
                registry::MARK_TOO_LONG,
                at,
                phrase!("dấu dài hơn bề rộng trang", "the stamp is wider than the page"),
            )
            .hint(phrase!("rút gọn, ví dụ \"Lưu hành nội bộ\"", "shorten it, e.g. \"Lưu hành nội bộ\"")),
        );
    }
    width
}

/// Stamps beside each other, each in its box.
fn boxed(c: &Composer<'_>, left: Length, marks: Vec<(Stamp, Length)>, at: Pointer) -> Block {
    let composition = &c.profile.composition;
    let mut color = Color::BLACK;
    let mut border = composition.mark_frame.default;
    let (mut columns, mut cells) = (Vec::new(), Vec::new());
    for (mark, width) in marks {
        let style = c.styles.get(mark.role);
        // a red stamp makes the box of both red
        color = color.max(style.color);
        if style.frame > Length::ZERO {
            border = style.frame;
        }
        let at = Pointer::root().key("marks").key(mark.field);
        columns.push(width);
        let text = paragraph(mark.role, at, fit::inlines(vec![mark.text]));
        cells.push(Cell { vertical: VerticalAlignment::Center, ..Cell::of(vec![text]) });
    }
    let height = RowHeight::Exactly(composition.mark_height.default.round_to_twip());
    let row = Row { cells, height, keep_together: true, ..Row::default() };
    let look = TableLook { border, color, ..TableLook::default() };
    let table = Table { left: left.round_to_twip(), columns, rows: vec![row], look, ..Table::default() };
    Block::new(Role::MarkBox, BlockKind::Table(table), at)
}

/// A higher margin has room.
fn no_room(at: Pointer) -> Diagnostic {
    Diagnostic::of(
        registry::MARKS_IN_MARGIN,
        at,
        phrase!("lề trên không đủ chỗ cho dấu", "the top margin has no room for the stamp"),
    )
    .hint(phrase!("đặt \"layout\": {{\"margin_top\": \"25mm\"}}", "set \"layout\": {{\"margin_top\": \"25mm\"}}"))
}
