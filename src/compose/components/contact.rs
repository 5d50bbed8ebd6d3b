//! The foot of page 1: address and other contact of the organ below a line over the full text width (ô số 13), on the lines
//! and with the labels of the regulation.

use crate::compose::{Composer, fit, paragraph, rule};
use crate::diag::Pointer;
use crate::model::{Block, Role};
use crate::profile::{ContactField, ContactItem};
use crate::specification::Text;
use crate::specification::{Contact, Orientation};
use crate::units::Length;

/// The blocks of the foot; none without contact.
pub(super) fn compose(c: &Composer<'_>, out: &mut Vec<Block>) {
    let Some(contact) = &c.spec.issuer.contact else { return };
    let words = &c.profile.words.contact;
    let of_type = c.type_of(Role::Contact);
    // page 1 is upright, however the last page lies
    let width = c.papers.of(Orientation::Portrait).text_width();
    let mut lines = Vec::new();
    for line in &words.lines {
        let item = |item: &ContactItem| Some(format!("{}{}", item.label, value(contact, item.field)?.as_str()));
        let items: Vec<String> = line.iter().filter_map(item).collect();
        if !items.is_empty() {
            // a line of the regulation that is too long takes several
            lines.extend(of_type.balance(&items.join(&words.separator), width - of_type.slack()));
        }
    }
    if lines.is_empty() {
        return;
    }
    let at = Pointer::root().key("issuer").key("contact");
    out.push(rule(Role::ContactRule, at.clone(), Length::ZERO, width, c.profile));
    out.push(paragraph(Role::Contact, at, fit::inlines(lines)));
}

fn value(contact: &Contact, field: ContactField) -> Option<&Text> {
    match field {
        ContactField::Address => contact.address.as_ref(),
        ContactField::Phone => contact.phone.as_ref(),
        ContactField::Fax => contact.fax.as_ref(),
        ContactField::Email => contact.email.as_ref(),
        ContactField::Website => contact.website.as_ref(),
    }
}
