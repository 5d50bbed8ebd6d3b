//! The regulation that a specification names, against its date.

use crate::diag::{Diagnostic, Diagnostics, Pointer, phrase, registry};
use crate::profile::{self, Turn};
use crate::specification::Spec;

pub(super) fn check(spec: &Spec, out: &mut Diagnostics) {
    let Some(named) = spec.regulation else { return };
    let (first, last) = (spec.issue_date.earliest(), spec.issue_date.latest());
    if [first, last].map(profile::on).contains(&named) {
        return;
    }
    let Ok(profile) = profile::get(named) else { return };
    let title = &profile.full_title;
    let (turn, message) = match &profile.in_force.until {
        Some(until) if first >= until.day() => {
            let (day, day_en) = (vietnamese(until), english(until));
            let message = phrase!(
                "{title} không áp dụng cho văn bản ban hành từ ngày {day} trở đi",
                "{title} does not govern documents issued after {day_en}"
            );
            (until, message)
        }
        Some(_) | None => {
            let from = &profile.in_force.from;
            let (day, day_en) = (vietnamese(from), english(from));
            let message = phrase!(
                "{title} không áp dụng cho văn bản ban hành trước ngày {day}",
                "{title} does not govern documents issued before {day_en}"
            );
            (from, message)
        }
    };
    out.push(
        Diagnostic::of(registry::WRONG_REGULATION, Pointer::root().key("regulation"), message)
            .hint(phrase!(
                "bỏ \"regulation\" để chương trình chọn theo ngày ban hành",
                "leave out \"regulation\" and it is chosen by the issue date"
            ))
            .cite(&turn.source),
    );
}

/// `05/3/2020`: two digits where the decree asks for them.
fn vietnamese(turn: &Turn) -> String {
    let (year, month, day) = turn.day();
    let month = if month < 3 { format!("0{month}") } else { month.to_string() };
    format!("{day:02}/{month}/{year}")
}

/// `5 March 2020`.
fn english(turn: &Turn) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let (year, month, day) = turn.day();
    let month = MONTHS.into_iter().nth(month.saturating_sub(1) as usize).unwrap_or_default();
    format!("{day} {month} {year}")
}
