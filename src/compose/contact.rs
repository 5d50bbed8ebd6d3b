//! The foot of page 1: address and other contact of the organ below a line over the full text width (ô số 13).

use super::{Composer, fit, paragraph, rule};
use crate::diag::Pointer;
use crate::model::{Block, Role};
use crate::units::Length;

/// The blocks of the foot; none without contact.
pub(super) fn compose(c: &Composer<'_>) -> Vec<Block> {
    let Some(contact) = &c.spec.issuer.contact else { return Vec::new() };
    let parts = [
        ("Địa chỉ", &contact.address),
        ("Điện thoại", &contact.phone),
        ("Fax", &contact.fax),
        ("Thư điện tử", &contact.email),
        ("Trang thông tin điện tử", &contact.website),
    ];
    let text = parts.iter().filter_map(|(name, value)| Some(format!("{name}: {}", value.as_ref()?.as_str())));
    let text = text.collect::<Vec<_>>().join("; ");
    if text.is_empty() {
        return Vec::new();
    }
    let at = Pointer::root().key("issuer").key("contact");
    let of_type = c.type_of(Role::Contact);
    let lines = of_type.balance(&text, c.text_width() - of_type.slack());
    vec![
        rule(Role::ContactRule, at.clone(), Length::ZERO, c.text_width(), c.profile),
        paragraph(Role::Contact, at, fit::inlines(lines)),
    ]
}
