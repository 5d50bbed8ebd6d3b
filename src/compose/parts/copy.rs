//! What makes a document a copy (bản sao; NĐ 30/2020/NĐ-CP, Phụ lục I, Phần II; Mẫu 3.1, 3.2): on paper a block below a line over the
//! full width, right behind the end of the document; of an electronic copy a line at the top right of page 1.

use crate::compose::components::{issuer_names, recipients, signature};
use crate::compose::{Composer, fit, inlines, paragraph, rule, sections, wording};
use crate::diag::Pointer;
use crate::model::{Block, BlockKind, Cell, Part, Role, Row, Table};
use crate::profile::{self, CopyWord, Profile, on};
use crate::specification::{CopyCertificate, Issuer, Orientation, PartId, Text, signing_time};
use crate::units::Length;

/// The narrowest column for the organ and the recipients.
const MIN_LEFT: Length = Length::mm(50);

/// Adds what makes the document a copy behind its end; nothing where it is an original, or an electronic copy.
pub(in crate::compose) fn compose<'a>(c: &mut Composer<'a>, parts: &mut [Part]) {
    let Some(certificate) = c.spec.copy.as_ref().filter(|copy| copy.signed_at.is_none()) else { return };
    // a file beside the document's is copied with it
    if c.file != PartId::Main {
        return;
    }
    let Some(sections) = parts.last_mut().map(|part| &mut part.sections) else { return };
    if certificate.own_page == Some(true) {
        c.page = c.papers.of(Orientation::Portrait).clone();
        let blocks = block(c, certificate);
        sections.push(sections::that_goes_on(&c.page, blocks));
    } else if let Some(last) = sections.last_mut() {
        c.page = last.page.clone();
        last.blocks.extend(block(c, certificate));
    }
}

/// What the line of an electronic copy says, and where it comes from.
pub(super) fn signing_text(c: &Composer<'_>) -> Option<(String, Pointer)> {
    let certificate = c.spec.copy.as_ref()?;
    let time = certificate.signed_at.as_ref()?;
    let word = &word(certificate, c.profile).text;
    let organ = issuer(c, certificate).name.as_str().replace('\n', " ");
    // small letters but for the first one
    let kind = word.chars().take(1).chain(word.to_lowercase().chars().skip(1)).collect::<String>();
    let text = format!("{kind}; {organ}; {}", wording::signing_time(time.as_str()));
    Some((text, Pointer::root().key("copy").key("signed_at")))
}

/// What the copy is called: the word of the regulation on the day of copying, however old the document is.
pub(in crate::compose) fn word<'a>(certificate: &CopyCertificate, of_document: &'a Profile) -> &'a CopyWord {
    let signed = certificate.signed_at.as_ref().and_then(|time| signing_time::read(time.as_str()));
    let day = certificate.issue_date.or(signed.map(|time| time.day));
    let then = day.and_then(|day| profile::get(on(day.latest())).ok());
    then.unwrap_or(of_document).words.copies.of(certificate.kind)
}

fn issuer<'a>(c: &Composer<'a>, certificate: &'a CopyCertificate) -> &'a Issuer {
    certificate.issuer.as_ref().unwrap_or(&c.spec.issuer)
}

/// The line, and one table below it: word processors keep the rows of one table together, but not all of them keep two tables together.
fn block<'a>(c: &mut Composer<'a>, certificate: &'a CopyCertificate) -> Vec<Block> {
    let at = Pointer::root().key("copy");
    let issuer = issuer(c, certificate);
    let kind = paragraph(Role::CopyKind, at.key("kind"), fit::inlines(vec![word(certificate, c.profile).text.clone()]));
    let number = number(c, certificate, issuer, &at);
    let date = place_and_date(c, certificate, &at);
    let right = right_width(c, certificate);
    let left = c.text_width() - right;
    let organ_at = if certificate.issuer.is_some() { at.key("issuer") } else { Pointer::root().key("issuer") };
    let names = issuer_names::organ_cell(c, issuer, &organ_at, left);
    let mut rows = vec![
        Row { cells: vec![names, Cell::of(vec![kind])], keep_with_next: true, ..Row::default() },
        Row { cells: vec![Cell::of(vec![number]), Cell::of(vec![date])], keep_with_next: true, ..Row::default() },
    ];
    rows.extend(closing(c, certificate, issuer, left, right));
    let table = Table { columns: vec![left, right], rows, ..Table::default() };
    let mut line = rule(Role::CopyRule, at.clone(), Length::ZERO, c.text_width(), c.profile);
    if let BlockKind::Rule(line) = &mut line.kind {
        line.keep_with_next = true;
    }
    vec![line, Block::new(Role::CopyBlock, BlockKind::Table(table), at)]
}

/// Recipients and signature.
fn closing(
    c: &mut Composer<'_>,
    certificate: &CopyCertificate,
    issuer: &Issuer,
    left: Length,
    right: Length,
) -> Vec<Row> {
    let at = Pointer::root().key("copy");
    let signature = match &certificate.signature {
        None => Cell::default(),
        Some(one) => {
            let title = signature::Title::set(c, one, right);
            // those of the document come first
            let number = c.spec.signatures.len() + usize::from(c.spec.approval.is_some()) + 1;
            let organ = issuer.name.as_str().replace('\n', " ");
            let title_role = Role::Authority;
            let place =
                signature::SignaturePlace { number, organ, x: left, width: right, title_lines: 0, title: title_role };
            signature::cell(c, one, &at.key("signature"), &place, title)
        }
    };
    let named = certificate.recipients.as_ref().map(|given| recipients::Named {
        given,
        at: at.key("recipients"),
        has_addressees: false,
    });
    let beside = c.heights().sum(&signature.blocks, right);
    let mut rows = recipients::rows(c, named.as_ref(), left, beside);
    let runs_on = rows.len() > 1;
    if let Some(first) = rows.first_mut() {
        first.cells[1] = signature;
        first.keep_together = !runs_on;
    }
    rows
}

fn number(c: &Composer<'_>, certificate: &CopyCertificate, issuer: &Issuer, at: &Pointer) -> Block {
    let label = &c.profile.words.number.text;
    let abbreviation = issuer.abbreviation.as_ref().map(Text::as_str);
    let symbol = certificate.symbol.as_ref().map_or_else(
        || {
            [Some(word(certificate, c.profile).abbreviation.as_str()), abbreviation]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join("-")
        },
        |symbol| symbol.as_str().to_owned(),
    );
    let mut line =
        fit::inlines(vec![wording::number_line(label, certificate.number.map(wording::number).as_deref(), &symbol)]);
    if certificate.number.is_none() {
        inlines::leave_blank(&mut line, vec![wording::number_blank(label)]);
    }
    paragraph(Role::Number, at.key_where("number", certificate.number.is_some()), line)
}

fn place_and_date(c: &Composer<'_>, certificate: &CopyCertificate, at: &Pointer) -> Block {
    let (place, words) = (place(c, certificate), &c.profile.words.date);
    let date = certificate.issue_date.unwrap_or(c.spec.issue_date);
    let mut line = fit::inlines(vec![wording::place_and_date(place, date, words)]);
    inlines::leave_blank(&mut line, wording::date_blanks(place, date, words));
    paragraph(Role::PlaceAndDate, at.key_where("issue_date", certificate.issue_date.is_some()), line)
}

fn place<'a>(c: &Composer<'a>, certificate: &'a CopyCertificate) -> &'a str {
    certificate.issue_place.as_ref().unwrap_or(&c.spec.issue_place).as_str()
}

/// Width of the right column: that of the header, for its axis, or more where a line asks for it.
fn right_width(c: &Composer<'_>, certificate: &CopyCertificate) -> Length {
    let most = c.text_width() - MIN_LEFT;
    let need = |role, text: &str| {
        let of_type = c.type_of(role);
        of_type.width(text) + of_type.slack()
    };
    let date = certificate.issue_date.unwrap_or(c.spec.issue_date);
    let date = wording::place_and_date(place(c, certificate), date, &c.profile.words.date);
    let of_title = c.type_of(Role::Authority);
    let title = certificate.signature.as_ref().map(|one| signature::Title::set(c, one, most));
    let title = title.map_or(Length::ZERO, |title| of_title.widest(&title.lines) + of_title.slack());
    let word = need(Role::CopyKind, &word(certificate, c.profile).text);
    title.max(need(Role::PlaceAndDate, &date)).max(word).max(c.header_right).min(most).round_to_twip()
}
