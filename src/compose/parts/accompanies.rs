//! `(Kèm theo Quyết định số … ngày … tháng … năm … của …)`, under the title of an attached text or appendix, and the line below it
//! (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III.1; Phụ lục III, Mẫu 1.3, 2.1, 2.2).

use crate::compose::components::header;
use crate::compose::{Composer, fit, paragraph, rule, wording};
use crate::diag::Pointer;
use crate::model::{Block, BlockKind, Role};
use crate::specification::{DocumentForm, IssueDate, Text};
use crate::units::Length;

/// The line and the rule under it, in a column of this width.
pub(super) fn compose(c: &Composer<'_>, given: Option<&Text>, owner: &Pointer, width: Length, out: &mut Vec<Block>) {
    let at = owner.key_where("accompanies", given.is_some());
    let of_type = c.type_of(Role::Accompanies);
    let most = c.profile.composition.subject_width.default.of(width);
    let lines = match given {
        Some(text) => of_type.balance(&in_parentheses(text.as_str()), most),
        None => {
            let [before, date] = usual(c);
            let whole = format!("{before} {date}");
            // the decree's own appendices break before the date
            if of_type.width(&whole) <= most {
                vec![whole]
            } else {
                [of_type.balance(&before, most), of_type.balance(&date, most)].concat()
            }
        }
    };
    let drawn = header::rule_width(&of_type, &lines, &c.profile.composition.rule_fraction).min(width);
    out.push(paragraph(Role::Accompanies, at.clone(), fit::inlines(lines)));
    let mut under = rule(Role::SubjectRule, at, (width - drawn) / 2, drawn, c.profile);
    if let BlockKind::Rule(line) = &mut under.kind {
        line.keep_with_next = true;
    }
    out.push(under);
}

/// Up to the symbol, and the date with the organ. A draft leaves room where the document does; so does an electronic document, whose
/// number and date are known when it is signed.
fn usual(c: &Composer<'_>) -> [String; 2] {
    let spec = c.spec;
    let is_open = spec.form == Some(DocumentForm::Electronic);
    let number = wording::number_of(spec).filter(|_| !is_open);
    let date = if is_open { IssueDate { day: None, month: None, ..spec.issue_date } } else { spec.issue_date };
    let words = &c.profile.words;
    let title = &c.type_name.title;
    // plain spaces for a number to come: word processors set a slanted no-break space wider than the face says
    let symbol = wording::number_line("số", number.as_deref(), &c.symbol).replace('\u{a0}', " ");
    let organ = spec.organs_in_a_sentence();
    let date = wording::date(date, &words.date);
    [format!("({} {title} {symbol}", words.accompanies.text), format!("{date} của {organ})")]
}

fn in_parentheses(text: &str) -> String {
    if text.starts_with('(') { text.to_owned() } else { format!("({text})") }
}
