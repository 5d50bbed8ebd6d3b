//! The components that templates are made of, one a file. This is the one place that asks which component it is.

mod addressees;
mod approval;
mod authority_line;
pub(super) mod body;
pub(super) mod captions;
mod checkboxes;
mod closing;
mod confirmation;
mod contact;
mod contents;
mod data_table;
mod ending;
mod fields;
pub(super) mod header;
pub(super) mod issuer_names;
mod legal_basis;
pub(super) mod marks;
mod national;
mod opening;
mod party;
mod pictures;
mod quotation;
pub(super) mod recipients;
pub(super) mod signature;
mod signature_room;
mod signer_rows;
mod title;

use header::HeaderForm;

use super::Composer;
use crate::model::Block;
use crate::profile::Component;

/// What a document is made of, as far as it is composed.
#[derive(Debug, Default)]
pub(super) struct Composed {
    /// The blocks of the text.
    pub(super) blocks: Vec<Block>,
    /// The foot of page 1.
    pub(super) first_footer: Vec<Block>,
}

/// Composes a component, below those that stand already.
pub(super) fn compose(component: Component, c: &mut Composer<'_>, composed: &mut Composed) {
    let out = &mut composed.blocks;
    match component {
        Component::Header => header::compose(c, HeaderForm::USUAL, out),
        Component::LetterHeader => header::compose(c, HeaderForm { has_subject: true, ..HeaderForm::USUAL }, out),
        Component::UnnumberedHeader => header::compose(c, HeaderForm { has_number: false, ..HeaderForm::USUAL }, out),
        Component::UndatedHeader => header::compose(c, HeaderForm { has_date: false, ..HeaderForm::USUAL }, out),
        Component::NationalHeader => national::compose(c, c.text_width(), out),
        Component::NumberLine => national::number_line(c, out),
        Component::Marks => marks::compose(c, out),
        Component::Approval => approval::compose(c, out),
        Component::Title => title::compose(c, out),
        Component::SubjectAlone => title::compose_subject_alone(c, out),
        Component::TypeAlone => title::compose_type_alone(c, out),
        Component::Opening => opening::compose(c, out),
        Component::Addressees => addressees::compose(c, out),
        Component::AddresseeList => addressees::compose_list(c, out),
        Component::AddresseesInText => addressees::compose_in_text(c, out),
        Component::AuthorityLine => authority_line::compose(c, out),
        Component::Enactment => authority_line::compose_enactment(c, out),
        Component::LegalBasis => legal_basis::compose(c, out),
        Component::Body => body::compose(c, out),
        Component::Adoption => ending::compose_adoption(c, out),
        Component::ClosingNote => ending::compose_note(c, out),
        Component::Closing => closing::compose(c, out),
        Component::Confirmation => confirmation::compose(c, out),
        Component::ContactFoot => contact::compose(c, &mut composed.first_footer),
    }
}
