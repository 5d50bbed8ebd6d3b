//! The closing block (ô số 7–9b, 12): recipients on the left, signature on the right, level at the top. Several signatures
//! stand in rows ([`signer_rows`]), one who has a row for himself on the right, and the recipients below them.

use super::{recipients, signature, signer_rows};
use crate::compose::Composer;
use crate::diag::{Diagnostic, Pointer, phrase, registry};
use crate::model::{Block, BlockKind, Cell, Purpose, Role, Row, Table};
use crate::specification::Signature;
use crate::units::Length;

/// The narrowest column for recipients.
const MIN_LEFT: Length = Length::mm(45);

/// Who signs a text and who receives it.
pub(in crate::compose) struct Closing<'a> {
    pub(in crate::compose) signatures: &'a [Signature],
    /// Where the specification names them.
    pub(in crate::compose) at: Pointer,
    pub(in crate::compose) recipients: Option<recipients::Named<'a>>,
    /// How many signatures of the file have their numbers already.
    pub(in crate::compose) numbered: usize,
    /// The organ that a text which is not the document itself is of; absent: the document's.
    pub(in crate::compose) organ: Option<String>,
}

impl Closing<'_> {
    /// The organ that a signer signs for.
    fn organ(&self, c: &Composer<'_>, index: usize) -> String {
        let is_main = std::ptr::eq(self.signatures, c.spec.signatures.as_slice());
        let own = if is_main {
            c.spec.organ_of_signer(index)
        } else {
            self.signatures.get(index).and_then(|one| one.organ.as_ref()).map(|organ| organ.as_str().replace('\n', " "))
        };
        // whose seal it is where nobody says which organ a signer signs for
        own.or_else(|| self.organ.clone()).unwrap_or_else(|| c.spec.organs_in_a_sentence())
    }
}

/// Composes the closing block of the document.
pub(super) fn compose(c: &mut Composer<'_>, out: &mut Vec<Block>) {
    let recipients = recipients::of_document(c);
    let at = Pointer::root().key("signatures");
    of(c, &Closing { signatures: &c.spec.signatures, at, recipients, numbered: 0, organ: None }, out);
}

/// Composes a closing block. One signature stands on the axis of Quốc hiệu: its column is as wide as the header's.
pub(in crate::compose) fn of(c: &mut Composer<'_>, closing: &Closing<'_>, out: &mut Vec<Block>) {
    let at = &closing.at;
    match closing.signatures {
        [] => out.extend(recipients_alone(c, closing)),
        [one] => {
            let right = one_column(c, one);
            let left = c.text_width() - right;
            let (number, organ) = (closing.numbered + 1, closing.organ(c, 0));
            let title = Role::Authority;
            let place = signature::SignaturePlace { number, organ, x: left, width: right, title_lines: 0, title };
            let cell = signature_cell(c, one, &at.index(0), &place);
            out.push(side_by_side(c, closing, vec![left, right], cell));
        }
        _ => out.push(signature_table(c, closing)),
    }
}

fn table(closing: &Closing<'_>, columns: Vec<Length>, rows: Vec<Row>, purpose: Purpose) -> Block {
    let kind = BlockKind::Table(Table { columns, rows, purpose, ..Table::default() });
    Block::new(Role::ClosingBlock, kind, closing.at.clone())
}

/// Recipients that no signature stands beside.
fn recipients_alone(c: &Composer<'_>, closing: &Closing<'_>) -> Option<Block> {
    closing.recipients.as_ref()?;
    let left = (c.text_width() - c.header_right).max(c.text_width() / 2).round_to_twip();
    Some(side_by_side(c, closing, vec![left, c.text_width() - left], Cell::default()))
}

/// The recipients, and a signature beside the first of them: in one row, or, where they run on, read down the columns all
/// the same.
fn side_by_side(c: &Composer<'_>, closing: &Closing<'_>, columns: Vec<Length>, signature: Cell) -> Block {
    let beside = c.heights().sum(&signature.blocks, columns[1]);
    let mut recipients = recipients::rows(c, closing.recipients.as_ref(), columns[0], beside);
    let runs_on = recipients.len() > 1;
    if let Some(first) = recipients.first_mut() {
        first.cells[1] = signature;
        first.keep_together = !runs_on;
    }
    table(closing, columns, recipients, if runs_on { Purpose::Columns } else { Purpose::Rows })
}

/// Signatures in rows, and the recipients in a row below: word processors keep the rows of one table together, but not
/// all of them keep two tables together. The block is one, its rows stay on one page, unless it is too high for that.
fn signature_table(c: &mut Composer<'_>, closing: &Closing<'_>) -> Block {
    let signatures = closing.signatures;
    let columns = signer_rows::columns(c, signatures);
    let offset = |column: usize| columns.iter().take(column).fold(Length::ZERO, |sum, width| sum + *width);
    let mut rows = Vec::new();
    let mut height = Length::ZERO;
    for (row, signers) in signatures.chunks(columns.len()).enumerate() {
        let places = signer_rows::places(signers.len(), columns.len());
        let lines = signers.iter().zip(&places);
        let lines = lines.map(|(one, column)| signature::Title::set(c, one, columns[*column]).lines.len());
        let most = lines.max().unwrap_or(0);
        let mut cells = vec![Cell::default(); columns.len()];
        let mut highest = Length::ZERO;
        for (i, (one, column)) in signers.iter().zip(places).enumerate() {
            let (index, width) = (row * columns.len() + i, columns[column]);
            let (number, organ) = (closing.numbered + index + 1, closing.organ(c, index));
            let x = offset(column);
            let title = Role::Authority;
            let place = signature::SignaturePlace { number, organ, x, width, title_lines: most, title };
            cells[column] = signature_cell(c, one, &closing.at.index(index), &place);
            highest = highest.max(c.heights().sum(&cells[column].blocks, width));
        }
        height += highest;
        rows.push(Row { cells, keep_with_next: true, keep_together: true, ..Row::default() });
    }
    let too_high = height > c.half_page();
    // the recipients have the room of all columns but the last
    let spanned = columns.len() - 1;
    let given = closing.recipients.as_ref();
    let mut recipients =
        given.map_or_else(Vec::new, |given| recipients::rows(c, Some(given), offset(spanned), Length::ZERO));
    recipients.iter_mut().filter_map(|row| row.cells.first_mut()).for_each(|cell| cell.columns = spanned);
    let (last, runs_on) = (rows.len() - 1, recipients.len() > 1);
    for (i, row) in rows.iter_mut().enumerate() {
        row.keep_with_next = if i == last { !recipients.is_empty() } else { !too_high };
        row.keep_together = !too_high || row.keep_with_next;
    }
    rows.extend(recipients);
    if let Some(only) = rows.last_mut().filter(|_| !runs_on) {
        only.keep_together = true;
    }
    table(closing, columns, rows, Purpose::Rows)
}

/// Width of the column of the only signature: the header's, or more where a line of the title asks for it.
fn one_column(c: &Composer<'_>, one: &Signature) -> Length {
    let of_type = c.type_of(Role::Authority);
    let most = c.text_width() - MIN_LEFT;
    let title = signature::Title::set(c, one, most);
    let need = of_type.widest(&title.lines) + of_type.slack();
    need.max(c.header_right).min(most).round_to_twip()
}

fn signature_cell(c: &mut Composer<'_>, one: &Signature, at: &Pointer, place: &signature::SignaturePlace) -> Cell {
    let title = signature::Title::set(c, one, place.width);
    if c.type_of(Role::Authority).widest(&title.lines) > place.width {
        c.out.push(word_too_wide(at, place.width));
    }
    signature::cell(c, one, at, place, title)
}

fn word_too_wide(at: &Pointer, room: Length) -> Diagnostic {
    let room = room.to_mm();
    Diagnostic::of(
        registry::WORD_TOO_WIDE,
        at,
        phrase!("có từ dài hơn cột chữ ký ({room} mm)", "a word is longer than the signature's column ({room} mm)"),
    )
    .hint(phrase!("viết tắt hoặc ngắt từ", "abbreviate or break it"))
}
