//! The names in the left column of the header (ô số 2), in capitals: superior organs, the organ or organs that issue, the session of a
//! council. Several organs stand on one line where it has room for all, else one under the other, joined by hyphens.

use super::header::rule_width;
use crate::compose::{Composer, fit, paragraph, rule};
use crate::diag::{Diagnostic, Pointer, phrase, registry};
use crate::model::{Block, Cell, Role};
use crate::specification::{Issuer, Text};
use crate::units::Length;

/// Kept free between the columns, in addition to the slack of each.
pub(super) const GUTTER: Length = Length::mm(4);
/// Between the names of organs that issue together.
const JOINT: &str = " -";

/// The names, from the top.
pub(super) struct IssuerNames(Vec<Name>);

/// What one paragraph says.
struct Name {
    role: Role,
    at: Pointer,
    /// One name, or those of organs that issue together.
    names: Vec<String>,
    /// Whether another organ's name follows.
    goes_on: bool,
}

/// A name as it is set in a column.
pub(super) struct NameLines {
    pub(super) role: Role,
    at: Pointer,
    pub(super) lines: Vec<String>,
}

/// The names of one organ alone, in a column.
pub(in crate::compose) fn organ_cell(c: &mut Composer<'_>, issuer: &Issuer, at: &Pointer, column: Length) -> Cell {
    IssuerNames::of_one(issuer, at).cell(c, column)
}

impl IssuerNames {
    /// Those of one organ alone.
    pub(super) fn of_one(issuer: &Issuer, at: &Pointer) -> Self {
        let parents = issuer.parents.iter().enumerate();
        let parents = parents.map(|(i, text)| Name::one(Role::ParentIssuer, at.key("parents").index(i), text));
        Self(parents.chain([Name::one(Role::Issuer, at.key("name"), &issuer.name)]).collect())
    }

    pub(super) fn of(c: &Composer<'_>) -> Self {
        let first = &c.spec.issuer;
        // organs under one superior stand below its name together
        let together = c.spec.organs().all(|organ| organ.parents.is_empty() || organ.parents == first.parents);
        let mut all: Vec<Name> = Vec::new();
        for organ in c.spec.organs() {
            let is_first = all.is_empty();
            if let Some(last) = all.last_mut() {
                if together {
                    last.names.push(organ.name.as_str().to_uppercase());
                    continue;
                }
                last.goes_on = true;
            }
            if is_first || !together {
                let at = organ.at.key("parents");
                let parents = organ.parents.iter().enumerate();
                all.extend(parents.map(|(i, text)| Name::one(Role::ParentIssuer, at.index(i), text)));
            }
            all.push(Name::one(Role::Issuer, organ.at.key("name"), organ.name));
        }
        all.extend(c.spec.session.as_ref().map(|text| Name::one(Role::Session, Pointer::root().key("session"), text)));
        Self(all)
    }

    /// The lines of all names in a column.
    pub(super) fn lines(&self, c: &Composer<'_>, column: Length) -> Vec<NameLines> {
        self.0
            .iter()
            .map(|name| NameLines { role: name.role, at: name.at.clone(), lines: name.lines(c, column) })
            .collect()
    }

    pub(super) fn cell(&self, c: &mut Composer<'_>, column: Length) -> Cell {
        let mut blocks: Vec<Block> = Vec::new();
        let all = self.lines(c, column);
        let last = all.len().saturating_sub(1);
        for (i, NameLines { role, at, lines }) in all.into_iter().enumerate() {
            let of_type = c.type_of(role);
            if of_type.widest(&lines) > column {
                c.out.push(word_too_wide(&at, column).rests_on(Pointer::root().key("issue_place")));
            }
            // a word wider than the column is broken there, so the line under it needs no more
            let drawn = rule_width(&of_type, &lines, &c.profile.composition.rule_fraction).min(column);
            blocks.push(paragraph(role, at.clone(), fit::inlines(lines)));
            if i == last {
                blocks.push(rule(Role::IssuerRule, at, (column - drawn) / 2, drawn, c.profile));
            }
        }
        Cell::of(blocks)
    }
}

impl Name {
    fn one(role: Role, at: Pointer, text: &Text) -> Self {
        Self { role, at, names: vec![text.as_str().to_uppercase()], goes_on: false }
    }

    fn lines(&self, c: &Composer<'_>, column: Length) -> Vec<String> {
        let of_type = c.type_of(self.role);
        let width = column - of_type.slack() - GUTTER;
        let end = if self.goes_on { JOINT } else { "" };
        let on_one_line = format!("{}{end}", self.names.join(" - "));
        let has_breaks = self.names.iter().any(|name| name.contains('\n'));
        if !has_breaks && of_type.width(&on_one_line) <= width {
            return vec![on_one_line];
        }
        let last = self.names.len().saturating_sub(1);
        let each = self.names.iter().enumerate();
        let each = each.map(|(i, name)| format!("{name}{}", if i == last { end } else { JOINT }));
        each.flat_map(|name| of_type.balance(&name, width)).collect()
    }
}

fn word_too_wide(at: &Pointer, room: Length) -> Diagnostic {
    let room = room.to_mm();
    Diagnostic::of(
        registry::WORD_TOO_WIDE,
        at,
        phrase!("có từ dài hơn cột bên trái ({room} mm)", "a word is longer than the left column ({room} mm)"),
    )
    .hint(phrase!("viết tắt hoặc ngắt từ", "abbreviate or break it"))
}
