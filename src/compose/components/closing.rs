//! The closing block (ô số 7–9b, 12): recipients on the left, signature on the right, level at the top. Several signatures
//! stand in rows ([`signer_rows`]), one who has a row for himself on the right, and the recipients below them.

use super::{signature, signer_rows};
use crate::compose::styles::DASH;
use crate::compose::{Composer, fit, inlines, paragraph};
use crate::diag::{Diagnostic, Pointer, phrase, registry};
use crate::model::{Block, BlockKind, Cell, Inline, Purpose, Role, Row, Table};
use crate::specification::Text;
use crate::specification::{Archive, Recipients, Signature};
use crate::units::Length;

/// The narrowest column for recipients.
const MIN_LEFT: Length = Length::mm(45);

/// Composes the closing block. One signature stands on the axis of Quốc hiệu: its column is as wide as the header's.
pub(super) fn compose(c: &mut Composer<'_>, out: &mut Vec<Block>) {
    let at = Pointer::root().key("signatures");
    let signatures = &c.spec.signatures;
    match signatures.as_slice() {
        [] => out.extend(recipients_alone(c)),
        [one] => {
            let right = one_column(c, one);
            let left = c.text_width() - right;
            let place = signature::SignaturePlace { number: 1, x: left, width: right, title_lines: 0 };
            let cell = signature_cell(c, one, &at.index(0), &place);
            out.push(side_by_side(c, vec![left, right], cell));
        }
        several => out.push(signature_table(c, several, &at)),
    }
}

fn table(columns: Vec<Length>, rows: Vec<Row>, purpose: Purpose) -> Block {
    let kind = BlockKind::Table(Table { columns, rows, purpose, ..Table::default() });
    Block::new(Role::ClosingBlock, kind, Pointer::root().key("signatures"))
}

/// Recipients that no signature stands beside.
fn recipients_alone(c: &Composer<'_>) -> Option<Block> {
    c.spec.recipients.as_ref()?;
    let left = (c.text_width() - c.header_right).max(c.text_width() / 2).round_to_twip();
    Some(side_by_side(c, vec![left, c.text_width() - left], Cell::default()))
}

/// The recipients, and a signature beside the first of them: in one row, or, where they run on, read down the columns all
/// the same.
fn side_by_side(c: &Composer<'_>, columns: Vec<Length>, signature: Cell) -> Block {
    let beside = c.heights().sum(&signature.blocks, columns[1]);
    let mut recipients = recipient_rows(c, columns[0], beside);
    let runs_on = recipients.len() > 1;
    if let Some(first) = recipients.first_mut() {
        first.cells[1] = signature;
        first.keep_together = !runs_on;
    }
    table(columns, recipients, if runs_on { Purpose::Columns } else { Purpose::Rows })
}

/// Signatures in rows, and the recipients in a row below: word processors keep the rows of one table together, but not
/// all of them keep two tables together. The block is one, its rows stay on one page, unless it is too high for that.
fn signature_table(c: &mut Composer<'_>, signatures: &[Signature], at: &Pointer) -> Block {
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
            let place = signature::SignaturePlace { number: index + 1, x: offset(column), width, title_lines: most };
            cells[column] = signature_cell(c, one, &at.index(index), &place);
            highest = highest.max(c.heights().sum(&cells[column].blocks, width));
        }
        height += highest;
        rows.push(Row { cells, keep_with_next: true, keep_together: true });
    }
    let too_high = height > c.half_page();
    // the recipients have the room of all columns but the last
    let spanned = columns.len() - 1;
    let mut recipients =
        if c.spec.recipients.is_some() { recipient_rows(c, offset(spanned), Length::ZERO) } else { Vec::new() };
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
    table(columns, rows, Purpose::Rows)
}

/// Nơi nhận in rows beside nothing. They stay in one row while they are not higher than half of a page; longer ones run on to the
/// next page: the first row holds as many as are as high as what shall stand `beside` it, the others hold one each, the last two
/// of them together. (A row that may split would do, but word processors would split the signature with it.)
fn recipient_rows(c: &Composer<'_>, width: Length, beside: Length) -> Vec<Row> {
    let mut blocks = recipients(c);
    let heights = c.heights();
    let row = |blocks| Row { cells: vec![Cell::of(blocks), Cell::default()], ..Row::default() };
    if heights.sum(&blocks, width) <= c.half_page() {
        return vec![row(blocks)];
    }
    let mut height = Length::ZERO;
    let fits = blocks.iter().take_while(|block| {
        let fits = height < beside;
        height += heights.least(block);
        fits
    });
    // the word Nơi nhận and the first one stay together
    let first = fits.count().max(2).min(blocks.len());
    let others = blocks.split_off(first);
    let mut rows = vec![row(blocks)];
    rows.extend(others.into_iter().map(|block| row(vec![block])));
    if let [.., last_but_one, _] = rows.as_mut_slice() {
        last_but_one.keep_with_next = true;
    }
    rows
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

/// Nơi nhận (ô số 9b); empty where the specification has none.
fn recipients(c: &Composer<'_>) -> Vec<Block> {
    let Some(given) = &c.spec.recipients else { return Vec::new() };
    let words = &c.profile.words;
    let at = Pointer::root().key("recipients");
    let label = fit::inlines(vec![words.recipients.text.clone()]);
    let mut blocks = vec![paragraph(Role::RecipientsLabel, at.clone(), label)];
    let mut item = |inlines: Vec<Inline>, at: Pointer| {
        let mut inlines = inlines;
        inlines::label(&mut inlines, DASH);
        blocks.push(paragraph(Role::RecipientItem, at, inlines));
    };
    let lines = |text: String| fit::inlines(text.split('\n').map(ToOwned::to_owned).collect());
    if as_above(given, !c.spec.addressees.is_empty()) {
        item(lines(format!("{};", words.as_above.text)), at.key("as_above"));
    }
    for (i, place) in given.items.iter().enumerate() {
        item(lines(inlines::ended(place.as_str(), ";")), at.key("items").index(i));
    }
    let archive = given.archive.clone().unwrap_or_default();
    let office = archive.office.as_ref().map_or(words.records_office.short.as_str(), Text::as_str);
    let mut line = lines(archive_line(&words.archive.text, office, &archive));
    if office == words.records_office.short {
        // behind the word and its space
        let start = words.archive.text.len() + 1;
        inlines::expand(&mut line, 0, start, &words.records_office.short, &words.records_office.long);
    }
    item(line, at.key("archive"));
    blocks
}

fn as_above(given: &Recipients, has_addressees: bool) -> bool {
    let says_so = given.items.iter().any(|item| item.as_str().starts_with("Như"));
    given.as_above.unwrap_or(has_addressees && !says_so)
}

/// `Lưu: VT, TTBCXB (2). PL.(300).`
fn archive_line(label: &str, office: &str, archive: &Archive) -> String {
    let mut line = format!("{label} {office}");
    for unit in &archive.units {
        line.push_str(", ");
        line.push_str(unit.as_str());
    }
    if let Some(copies) = archive.file_copies {
        line.push_str(&format!(" ({copies})"));
    }
    line.push('.');
    match (&archive.drafter, archive.copies) {
        (None, None) => {}
        (Some(drafter), None) => line.push_str(&format!(" {}", inlines::ended(drafter.as_str(), "."))),
        (None, Some(copies)) => line.push_str(&format!(" ({copies}).")),
        (Some(drafter), Some(copies)) => {
            line.push_str(&format!(" {}({copies}).", inlines::ended(drafter.as_str(), ".")));
        }
    }
    line
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
