//! Templates (mẫu trình bày): what a document of each type is made of.

use serde::Deserialize;

use crate::specification::{NumberingSystem, Spec};

/// What a regulation says of a document type.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// Tên loại, e.g. `Báo cáo`; printed in capitals.
    pub title: String,
    /// Chữ viết tắt, e.g. `BC`.
    pub abbreviation: String,
    /// For English messages, with its article: `a report`.
    pub in_english: String,
    /// How the body is divided where the specification does not say it.
    pub numbering: NumberingSystem,
    /// What it is made of, from top to bottom.
    pub order: Vec<Component>,
    /// Whether documents of this type have Kính gửi.
    #[serde(default)]
    pub addressees: Addressees,
    /// What a new specification of this type begins with; absent where none is begun any more.
    #[serde(default)]
    pub starter: Option<Starter>,
    /// The clause.
    pub source: String,
}

impl Template {
    /// The optional fields that a specification fills in though documents of this type do not print them, each by its path.
    pub fn not_printed(&self, spec: &Spec) -> impl Iterator<Item = &'static [&'static str]> {
        let fields: [(Component, bool, &[&str]); 3] = [
            (Component::Addressees, !spec.addressees.is_empty(), &["addressees"]),
            (Component::LegalBasis, !spec.legal_basis.is_empty(), &["legal_basis"]),
            (Component::ContactFoot, spec.issuer.contact.is_some(), &["issuer", "contact"]),
        ];
        let is_lost = |&(component, is_given, _): &_| is_given && !self.order.contains(&component);
        fields.into_iter().filter(is_lost).map(|(_, _, path)| path)
    }
}

/// A component of a document. One that comes in several forms takes its form from the template: `{ "header": "party" }`.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Component {
    /// Organ and number, Quốc hiệu, Tiêu ngữ, place and date (ô số 1–4).
    Header,
    /// Tên loại, trích yếu and the line under them (ô số 5a).
    Title,
    /// Kính gửi (ô số 9a).
    Addressees,
    /// Căn cứ ban hành (ô số 6).
    LegalBasis,
    /// Nội dung (ô số 6).
    Body,
    /// Nơi nhận and signatures (ô số 7, 8, 9b, 12).
    Closing,
    /// Địa chỉ, điện thoại … at the foot of page 1 (ô số 13).
    ContactFoot,
}

/// Whether documents of a type have Kính gửi (ô số 9a).
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Addressees {
    /// All have.
    Required,
    /// Some have: reports to a superior, slips.
    Allowed,
    /// None has.
    #[default]
    Unusual,
}

/// What a new specification begins with.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Starter {
    /// What the subject may be.
    pub subject: String,
    /// What the first paragraph shall say.
    pub opening: String,
    /// How the body is usually divided.
    pub body: StarterBody,
    /// Whether it usually has Kính gửi.
    #[serde(default)]
    pub addressees: bool,
}

/// How a body is usually divided.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum StarterBody {
    /// Mục I. – khoản 1.
    Sections,
    /// Chương – điều – khoản – điểm.
    Articles,
    /// Paragraphs alone.
    Paragraphs,
}
