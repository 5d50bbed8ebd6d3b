//! The approval at the head of a plan or scheme: `PHÊ DUYỆT`, the day, title and name of who approves, with room for signature and
//! seal. No regulation lays it down; offices print it under the header, on the left or on the right.

use super::signature::{self, SignaturePlace};
use crate::compose::{Composer, fit, inlines, paragraph, wording};
use crate::diag::Pointer;
use crate::model::{Block, BlockKind, Cell, Role, Row, Table};
use crate::specification::{ApprovalSide, IssueDate, Text};
use crate::units::Length;

/// The narrowest column that has room for a signature and its seal.
const NARROWEST: Length = Length::mm(55);

/// The block below one column of the header.
pub(super) fn compose(c: &mut Composer<'_>, out: &mut Vec<Block>) {
    let Some(approval) = &c.spec.approval else { return };
    let at = Pointer::root().key("approval");
    // on the axis of the names above it
    let left = (c.text_width() - c.header_right).max(NARROWEST).round_to_twip();
    let right = c.text_width() - left;
    let side = approval.side.unwrap_or_default();
    let (x, width) = match side {
        ApprovalSide::Left => (Length::ZERO, left),
        ApprovalSide::Right => (left, right),
    };
    let of_type = c.type_of(Role::ApprovalWord);
    let word = approval.word.as_ref().map_or(c.profile.words.approval.text.as_str(), Text::as_str);
    let lines = of_type.balance(&word.to_uppercase(), width - of_type.slack());
    let date = approval.date.unwrap_or(IssueDate { month: None, day: None, ..c.spec.issue_date });
    let (text, blanks) = wording::date_line(date, &c.profile.words.date);
    let mut line = fit::inlines(vec![text]);
    inlines::leave_blank(&mut line, blanks);
    let mut blocks = vec![
        paragraph(Role::ApprovalWord, at.key_where("word", approval.word.is_some()), fit::inlines(lines)),
        paragraph(Role::ApprovalDate, at.key_where("date", approval.date.is_some()), line),
    ];
    let one = &approval.signature;
    let organ =
        one.organ.as_ref().map_or_else(|| "cơ quan phê duyệt".to_owned(), |organ| organ.as_str().replace('\n', " "));
    let place = SignaturePlace {
        organ,
        // behind those of the closing block
        number: c.spec.signatures.len() + 1,
        x,
        width,
        title_lines: 0,
        title: Role::ApprovalTitle,
    };
    let title = signature::Title::set(c, one, width);
    blocks.extend(signature::cell(c, one, &at.key("signature"), &place, title).blocks);
    let mut cells = vec![Cell::of(blocks), Cell::default()];
    if side == ApprovalSide::Right {
        cells.reverse();
    }
    let row = Row { cells, keep_together: true, ..Row::default() };
    let table = Table { columns: vec![left, right], rows: vec![row], ..Table::default() };
    out.push(Block::new(Role::ApprovalBlock, BlockKind::Table(table), at));
}
