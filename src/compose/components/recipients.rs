//! Nơi nhận (ô số 9b, 12): the word, the places, where the original stays.

use crate::compose::styles::DASH;
use crate::compose::{Composer, fit, inlines, paragraph};
use crate::diag::Pointer;
use crate::model::{Block, Cell, Inline, Role, Row};
use crate::specification::{Archive, Recipients, Text};
use crate::units::Length;

/// Recipients, and where the specification names them.
pub(in crate::compose) struct Named<'a> {
    pub(in crate::compose) given: &'a Recipients,
    pub(in crate::compose) at: Pointer,
    /// Whether `Như trên` has something to mean.
    pub(in crate::compose) has_addressees: bool,
}

/// Those of the document; `None` where the specification has none.
pub(super) fn of_document<'a>(c: &Composer<'a>) -> Option<Named<'a>> {
    let given = c.spec.recipients.as_ref()?;
    Some(Named { given, at: Pointer::root().key("recipients"), has_addressees: !c.spec.addressees.is_empty() })
}

/// Nơi nhận in rows beside nothing. They stay in one row while they are not higher than half of a page; longer ones run on to the
/// next page: the first row holds as many as are as high as what shall stand `beside` it, the others hold one each, the last two
/// of them together. (A row that may split would do, but word processors would split the signature with it.)
pub(in crate::compose) fn rows(c: &Composer<'_>, given: Option<&Named<'_>>, width: Length, beside: Length) -> Vec<Row> {
    let mut blocks = given.map_or_else(Vec::new, |given| blocks(c, given));
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

/// The word and the list.
fn blocks(c: &Composer<'_>, named: &Named<'_>) -> Vec<Block> {
    let (given, at) = (named.given, &named.at);
    let words = &c.profile.words;
    let label = fit::inlines(vec![words.recipients.text.clone()]);
    let mut blocks = vec![paragraph(Role::RecipientsLabel, at.clone(), label)];
    let mut item = |inlines: Vec<Inline>, at: Pointer| {
        let mut inlines = inlines;
        inlines::label(&mut inlines, DASH);
        blocks.push(paragraph(Role::RecipientItem, at, inlines));
    };
    let lines = |text: String| fit::inlines(text.split('\n').map(ToOwned::to_owned).collect());
    if as_above(given, named.has_addressees) {
        item(lines(format!("{};", words.as_above.text)), at.key_where("as_above", given.as_above.is_some()));
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
    item(line, at.key_where("archive", given.archive.is_some()));
    blocks
}

fn as_above(given: &Recipients, has_addressees: bool) -> bool {
    let says_so = given.items.iter().any(|item| item.as_str().starts_with("Như"));
    given.as_above.unwrap_or(has_addressees && !says_so)
}

/// `Lưu: VT, TTBCXB (2). PL.(300).`
fn archive_line(label: &str, office: &str, archive: &Archive) -> String {
    let mut line = format!("{label} {office}");
    // the office itself is named already
    for unit in archive.units.iter().filter(|unit| unit.as_str() != office) {
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
