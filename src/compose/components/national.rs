//! Quốc hiệu and Tiêu ngữ (ô số 1): in a column of the header, or alone above what several parties issue together, whose number
//! stands below the title.

use super::header;
use crate::compose::{Composer, fit, paragraph, rule};
use crate::diag::Pointer;
use crate::model::{Block, Role};
use crate::units::Length;

/// Quốc hiệu, Tiêu ngữ and the line as long as Tiêu ngữ, in a column.
pub(super) fn compose(c: &Composer<'_>, column: Length, out: &mut Vec<Block>) {
    let words = &c.profile.words;
    let motto = c.type_of(Role::Motto).width(&words.motto.text).round_to_twip();
    let text = |role, text: &str| paragraph(role, Pointer::root(), fit::inlines(vec![text.to_owned()]));
    out.push(text(Role::NationalName, &words.national_name.text));
    out.push(text(Role::Motto, &words.motto.text));
    out.push(rule(Role::MottoRule, Pointer::root(), (column - motto) / 2, motto, c.profile));
}

/// Số, ký hiệu on a line of its own.
pub(super) fn number_line(c: &Composer<'_>, out: &mut Vec<Block>) {
    out.push(header::number(c));
}
