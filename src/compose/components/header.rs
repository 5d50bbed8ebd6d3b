//! The header block (ô số 1–4): organ and number on the left, Quốc hiệu, Tiêu ngữ, place and date on the right. The right
//! column is as wide as its text, so that none of it ever wraps; the left one gets the rest and breaks names by syllables.

use super::issuer_names::{GUTTER, IssuerNames};
use super::national;
use crate::compose::fit::{self, Type};
use crate::compose::overrides::Layout;
use crate::compose::{Composer, inlines, paragraph, wording};
use crate::diag::{Diagnostic, Pointer, phrase, registry};
use crate::font::{FaceStyle, FontBook};
use crate::model::{Block, BlockKind, Cell, Inline, Purpose, Role, Row, Table};
use crate::profile::{Fraction, Legal, Profile, Value};
use crate::specification::{Issuer, Spec};
use crate::units::Length;

/// The narrowest left column.
const MIN_LEFT: Length = Length::mm(40);

/// More lines of names than this are worth reaching into the margin.
const USUAL_LINES: usize = 3;
/// The left column that a long place should leave.
const USUAL_LEFT: Length = Length::mm(60);

/// What the header says beside the names of organ and country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::compose) struct HeaderForm {
    pub(in crate::compose) has_number: bool,
    /// `V/v` and the subject, under the number.
    pub(in crate::compose) has_subject: bool,
    /// Place and date.
    pub(in crate::compose) has_date: bool,
}

impl HeaderForm {
    pub(in crate::compose) const USUAL: Self = Self { has_number: true, has_subject: false, has_date: true };
}

/// Composes the header block, and notes the width of its right column for the signature below its axis.
pub(in crate::compose) fn compose(c: &mut Composer<'_>, form: HeaderForm, out: &mut Vec<Block>) {
    let names = IssuerNames::of(c);
    compose_with(c, &names, form, out);
}

/// The header block of a text of one organ that is not the document's: its names, Quốc hiệu, Tiêu ngữ.
pub(in crate::compose) fn compose_of(c: &mut Composer<'_>, issuer: &Issuer, at: &Pointer, out: &mut Vec<Block>) {
    let form = HeaderForm { has_number: false, has_date: false, ..HeaderForm::USUAL };
    compose_with(c, &IssuerNames::of_one(issuer, at), form, out);
}

fn compose_with(c: &mut Composer<'_>, names: &IssuerNames, form: HeaderForm, out: &mut Vec<Block>) {
    let right = right_width(c, form);
    let (left, overhang) = left_column(c, names, right);
    let names = vec![names.cell(c, left), national_cell(c, right)];
    let mut below_names: Vec<Block> = form.has_number.then(|| number(c)).into_iter().collect();
    below_names.extend(form.has_subject.then(|| letter_subject(c, left)));
    let place_and_date = form.has_date.then(|| place_and_date(c)).into_iter().collect();
    let has_more = !below_names.is_empty() || form.has_date;
    let second = Row { cells: vec![Cell::of(below_names), Cell::of(place_and_date)], ..Row::default() };
    let mut rows = vec![Row { cells: names, keep_with_next: has_more, ..Row::default() }];
    rows.extend(has_more.then_some(second));
    let table =
        Table { left: -overhang, columns: vec![left, right], rows, purpose: Purpose::Columns, ..Table::default() };
    out.push(Block::new(Role::HeaderBlock, BlockKind::Table(table), Pointer::root()));
    (c.header_left, c.header_right) = ((-overhang, left), right);
}

/// Takes the smallest legal size for place and date where they do not fit at the usual one and the specification leaves
/// the size open.
pub(in crate::compose) fn fit_date(
    spec: &Spec,
    profile: &Profile,
    fonts: &FontBook,
    layout: &mut Layout,
    text_width: Length,
) {
    if spec.layout.place_and_date_size.is_some() {
        return;
    }
    let values = &profile.composition;
    let of_type = Type { fonts, face: FaceStyle::Italic, size: layout.place_and_date_size };
    let text = wording::place_and_date(spec.issue_place.as_str(), spec.issue_date, &profile.words.date);
    let overhang = values.header_overhang_left.default + values.header_overhang_right.default;
    if of_type.width(&text) + of_type.slack() > text_width + overhang - USUAL_LEFT {
        layout.place_and_date_size = profile.layout.place_and_date_size.smallest();
    }
}

/// The length of a drawn line under lines of text: a part of the last line that is legal for the longest one too.
pub(in crate::compose) fn rule_width(of_type: &Type<'_>, lines: &[String], fraction: &Value<Fraction>) -> Length {
    let last = lines.last().map_or(Length::ZERO, |line| of_type.width(line));
    let longest = of_type.widest(lines);
    let width = fraction.default.of(last);
    match &fraction.legal {
        Legal::Between(Some(min), Some(max)) => width.max(min.of(longest) + Length::twip(1)).min(max.of(longest)),
        Legal::Between(..) | Legal::OneOf(_) => width,
    }
}

fn national_cell(c: &Composer<'_>, column: Length) -> Cell {
    let mut blocks = Vec::new();
    national::compose(c, column, &mut blocks);
    Cell::of(blocks)
}

pub(super) fn number(c: &Composer<'_>) -> Block {
    let text = number_text(c);
    let at = Pointer::root().key_where("number", c.spec.number.is_some());
    let begins_symbol = text.find('/').map(|slash| slash + 1);
    let mut line = fit::inlines(vec![text]);
    if let Some(start) = begins_symbol {
        expand_type(c, &mut line, start);
    }
    if c.spec.number.is_none() {
        inlines::leave_blank(&mut line, vec![wording::number_blank(&c.profile.words.number.text)]);
    }
    paragraph(Role::Number, at, line)
}

/// Says what the abbreviation of the type stands for, which begins a symbol at byte `start` of a line, and what stands behind it in
/// documents of several organs.
fn expand_type(c: &Composer<'_>, line: &mut Vec<Inline>, start: usize) {
    let Some(own) = &c.template.abbreviation else { return };
    let joint = c.profile.joint_form(c.spec);
    let short = joint.map_or("", |joint| joint.short.as_str());
    let behind = c.symbol.strip_prefix(own.as_str()).and_then(|rest| rest.strip_prefix(short));
    if !behind.is_some_and(|rest| rest.is_empty() || rest.starts_with('-')) {
        return;
    }
    inlines::expand(line, 0, start, own, &c.template.title);
    if let Some(joint) = joint {
        // behind the words in front and the type, which are runs of their own now
        inlines::expand(line, 2, 0, &joint.short, &joint.long);
    }
}

fn number_text(c: &Composer<'_>) -> String {
    wording::number_line(&c.profile.words.number.text, wording::number_of(c.spec).as_deref(), &c.symbol)
}

/// `V/v` and the subject, in a column (ô số 5b).
fn letter_subject(c: &Composer<'_>, column: Length) -> Block {
    let (of_type, at) = (c.type_of(Role::LetterSubject), Pointer::root().key("subject"));
    let text = format!("{} {}", c.profile.words.letter_subject.text, c.subject());
    let lines = of_type.balance(&text, column - of_type.slack() - GUTTER);
    paragraph(Role::LetterSubject, at, fit::inlines(lines))
}

fn place_and_date(c: &Composer<'_>) -> Block {
    let mut line = fit::inlines(vec![date_text(c)]);
    let blanks = wording::date_blanks(c.spec.issue_place.as_str(), c.spec.issue_date, &c.profile.words.date);
    inlines::leave_blank(&mut line, blanks);
    paragraph(Role::PlaceAndDate, Pointer::root().key("issue_date"), line)
}

fn date_text(c: &Composer<'_>) -> String {
    wording::place_and_date(c.spec.issue_place.as_str(), c.spec.issue_date, &c.profile.words.date)
}

/// Width of the right column: its widest line and slack.
fn right_width(c: &Composer<'_>, form: HeaderForm) -> Length {
    let need = |role, text: &str| {
        let of_type = c.type_of(role);
        of_type.width(text) + of_type.slack()
    };
    need(Role::NationalName, &c.profile.words.national_name.text)
        .max(need(Role::Motto, &c.profile.words.motto.text))
        .max(if form.has_date { need(Role::PlaceAndDate, &date_text(c)) } else { Length::ZERO })
        .round_to_twip()
}

/// Width of the left column and how far it reaches into the left margin. It is wider than what the right one leaves where
/// that keeps a word or the number whole, or saves a line of a long name; the right column then moves into the right margin too.
fn left_column(c: &mut Composer<'_>, names: &IssuerNames, right: Length) -> (Length, Length) {
    let values = &c.profile.composition;
    // a margin may be narrower than what the header usually takes of it
    let to_left = values.header_overhang_left.default.min(c.page.margin_left);
    let to_right = values.header_overhang_right.default.min(c.page.margin_right);
    let rest = c.text_width() - right;
    let most = (rest + to_left + to_right).round_to_twip();
    if most < MIN_LEFT {
        c.out.push(header_too_wide(right - GUTTER, c.text_width() + to_left + to_right - MIN_LEFT));
    }
    let number = c.type_of(Role::Number);
    let number_need = number.width(&number_text(c)) + number.slack();
    if number_need > most {
        c.out.push(number_too_wide(&number_text(c), most).rests_on(right_column()));
    }
    // Two columns are compared: what the right one leaves, and that with both overhangs. Setting the names in each tells
    // how many lines they take and how wide the widest of them is. The wider one is worth leaving the margin for only
    // where a word or the number would break, or where names of more than three lines become shorter: a header within
    // the margins is what everybody expects to see.
    let need = |column: Length| {
        names.lines(c, column).iter().fold((0, number_need), |(count, need), name| {
            let of_type = c.type_of(name.role);
            (count + name.lines.len(), need.max(of_type.widest(&name.lines) + of_type.slack() + GUTTER))
        })
    };
    let ((lines_now, need_now), (lines_most, need_most)) = (need(rest), need(most));
    let saves_a_line = lines_most < lines_now && lines_now > USUAL_LINES;
    let left = if saves_a_line || need_now > rest { need_most.max(rest).min(most) } else { rest };
    let left = left.max(Length::mm(10)).round_to_twip();
    let overhang = (left - rest).max(Length::ZERO).min(to_left).round_to_twip();
    (left, overhang)
}

/// What the width of the right column depends on, and with it that of the left one.
fn right_column() -> Pointer {
    Pointer::root().key("issue_place")
}

fn header_too_wide(found: Length, room: Length) -> Diagnostic {
    let (found, room) = (found.to_mm(), room.to_mm());
    Diagnostic::of(
        registry::HEADER_TOO_WIDE,
        right_column(),
        phrase!("Quốc hiệu hoặc dòng địa danh, thời gian rộng {found} mm, chỉ có chỗ cho {room} mm trên một dòng", "Quốc hiệu or the line of place and date is {found} mm wide, one line has room for {room} mm"),
    )
    .hint(phrase!("giảm cỡ chữ trong /layout (national_name_size, place_and_date_size), giảm lề, hoặc rút gọn địa danh", "make the sizes in /layout (national_name_size, place_and_date_size) or the margins smaller, or shorten the place"))
}

fn number_too_wide(text: &str, room: Length) -> Diagnostic {
    let room = room.to_mm();
    Diagnostic::of(
        registry::NUMBER_TOO_WIDE,
        Pointer::root().key("symbol"),
        phrase!("“{text}” không đủ chỗ trên một dòng {room} mm", "“{text}” does not fit on one line of {room} mm"),
    )
    .hint(phrase!("rút ngắn chữ viết tắt của cơ quan", "shorten the organ's abbreviation"))
}
