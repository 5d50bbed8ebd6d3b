//! Regulations as data: which value, its legal range, its clause. How to judge a document by them is code elsewhere.

mod in_force;
mod layout;
mod looks;
pub mod measure;
mod template;
mod type_name;
mod value;
mod words;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

pub use in_force::{InForce, Turn, in_force, on};
pub use layout::{LayoutValues, LineSpacingValue, SizeName};
pub use looks::{Look, Looks, RuleLine, Space};
pub use measure::{Fraction, Measure, MeasureFault};
pub use template::{Addressees, Component, Opening, Presence, Signers, Starter, StarterBody, Template};
pub use type_name::TypeName;
pub use value::{Legal, Value};
pub use words::{Abbreviation, ContactField, ContactItem, CopyWord, CopyWords, DateWords, Words};

use crate::diag::{Diagnostic, Diagnostics, Pointer, Topic, phrase, registry};
use crate::specification::{DocType, NumberingSystem, Regulation, SpecBody};
use crate::units::Length;

/// A regulation's values.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Its short name in specifications, e.g. `nd30-2020`.
    #[serde(rename = "name")]
    pub regulation: Regulation,
    /// Its name in messages, e.g. `NĐ 30/2020/NĐ-CP`.
    pub title: String,
    /// Its whole name in messages, e.g. `Nghị định 30/2020/NĐ-CP`.
    pub full_title: String,
    /// From when to when it is followed.
    pub in_force: InForce,
    /// The clause on each topic; `None` where it has none.
    clauses: BTreeMap<Topic, Option<String>>,
    /// Values a specification may override (`/layout`).
    pub layout: LayoutValues,
    /// Values that only the composer uses.
    pub composition: CompositionValues,
    /// Fixed words and signs.
    pub words: Words,
    /// How each component looks.
    pub looks: Looks,
    /// The clause on which types there are.
    pub doc_types_source: String,
    /// What a document of each type is made of.
    pub doc_types: BTreeMap<DocType, Template>,
}

/// Values that only the composer uses: measured on the official templates, or fixed by a clause.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CompositionValues {
    /// Khổ giấy, chiều rộng.
    pub paper_width: Value<Length>,
    /// Khổ giấy, chiều cao.
    pub paper_height: Value<Length>,
    /// From the top edge of the paper to the header.
    pub header_distance: Value<Length>,
    /// From the bottom edge of the paper to the footer.
    pub footer_distance: Value<Length>,
    /// How far the header block may reach into the left margin.
    pub header_overhang_left: Value<Length>,
    /// How far the header block may reach into the right margin.
    pub header_overhang_right: Value<Length>,
    /// Thickness of drawn lines.
    pub rule_thickness: Value<Length>,
    /// The lines under issuer and subject, as a part of the text line above.
    pub rule_fraction: Value<Fraction>,
    /// Between a line of text and the drawn line under it.
    pub text_to_rule: Value<Length>,
    /// Between the drawn lines of the header and the line with number and date.
    pub rule_to_number: Value<Length>,
    /// Between the header block and the document type.
    pub header_to_doc_type: Value<Length>,
    /// Between the drawn line under the subject and what follows.
    pub subject_to_body: Value<Length>,
    /// How much of the text block's width a line of the subject may fill.
    pub subject_width: Value<Fraction>,
    /// Between the lines of Kính gửi.
    pub addressee_spacing: Value<Length>,
    /// Between Kính gửi and what follows.
    pub addressees_to_body: Value<Length>,
    /// Above the closing block, in addition to the space after the last paragraph.
    pub body_to_closing: Value<Length>,
    /// Type size of stamps.
    pub mark_size: Value<Length>,
    /// How high the box of a stamp is.
    pub mark_height: Value<Length>,
    /// Thickness of the line around a stamp.
    pub mark_frame: Value<Length>,
    /// Thickness of each of the two lines around a stamp that has two.
    pub mark_inner_frame: Value<Length>,
    /// Between those two lines.
    pub mark_frame_gap: Value<Length>,
    /// Between the text of a stamp and its line, where the width of the box is not laid down.
    pub mark_padding: Value<Length>,
    /// Above a stamp.
    pub mark_gap: Value<Length>,
    /// The type of what is told of a digital signature at the top of page 1 (ô số 14).
    pub signing_line_size: Value<Length>,
    /// Height of the room for signature and seal.
    pub signature_room: Value<Length>,
    /// Printed width of the picture of a signature.
    pub signature_width: Value<Length>,
    /// Printed width of the picture of a seal.
    pub seal_width: Value<Length>,
    /// How much of the signature's width the seal covers, on its left.
    pub seal_overlap: Value<Fraction>,
}

/// The data of a regulation cannot be read: a fault of the program, which its tests rule out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfileError(pub String);

impl ProfileError {
    /// As a finding.
    #[must_use]
    pub fn finding(&self) -> Diagnostic {
        let fault = &self.0;
        let message = phrase!(
            "dữ liệu quy định của chương trình bị hỏng: {fault}",
            "the program's data of the regulation is broken: {fault}"
        );
        Diagnostic::of(registry::BROKEN_PROFILE, Pointer::root(), message)
    }
}

impl Profile {
    /// The clause on a topic; `None` where the regulation has none.
    #[must_use]
    pub fn clause(&self, topic: Topic) -> Option<&str> {
        self.clauses.get(&topic)?.as_deref()
    }

    /// How a body is divided: as the specification says, else as is usual for its type; `None` where the regulation does
    /// not have that type.
    #[must_use]
    pub(crate) fn numbering(&self, body: &SpecBody<'_>) -> Option<NumberingSystem> {
        let usual = |doc_type| self.doc_types.get(&doc_type).map(|template| template.numbering);
        body.numbering.or_else(|| body.doc_type.map_or(Some(NumberingSystem::Sections), usual))
    }

    /// Fills in the clauses of findings that name a topic.
    pub fn cite(&self, findings: &mut Diagnostics) {
        findings.cite(|topic| self.clause(topic).map(str::to_owned));
    }

    /// Reads a regulation's data.
    ///
    /// # Errors
    /// A value is missing, unknown, malformed or outside its own range.
    pub fn read(data: &str) -> Result<Self, ProfileError> {
        serde_json::from_str(data).map_err(|e| ProfileError(e.to_string()))
    }
}

/// A regulation's values.
///
/// # Errors
/// None with the data that comes with the library.
pub fn get(regulation: Regulation) -> Result<&'static Profile, &'static ProfileError> {
    static ND30: OnceLock<Result<Profile, ProfileError>> = OnceLock::new();
    static TT01: OnceLock<Result<Profile, ProfileError>> = OnceLock::new();
    let (cell, data) = match regulation {
        Regulation::Nd30 => (&ND30, include_str!("data/nd30-2020.json")),
        Regulation::Tt01 => (&TT01, include_str!("data/tt01-2011.json")),
    };
    cell.get_or_init(|| Profile::read(data)).as_ref()
}
