//! The words and signs that a regulation fixes.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::value::Value;
use crate::specification::{CopyKind, JointForm, Secrecy, Urgency};
use crate::units::Length;

/// Fixed words and signs, each with its clause.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Quốc hiệu (ô số 1).
    pub national_name: Wording,
    /// Tiêu ngữ (ô số 1).
    pub motto: Wording,
    /// In front of the number (ô số 3).
    pub number: Wording,
    /// Between the parts of the date (ô số 4).
    pub date: DateWords,
    /// In front of the addressees (ô số 9a).
    pub addressees: Wording,
    /// In front of the subject of a letter (ô số 5b).
    pub letter_subject: Wording,
    /// How legal bases end (ô số 6).
    pub legal_basis: LegalBasisEnds,
    /// The mark after the last words of the text (ô số 6).
    pub end_mark: Wording,
    /// Above the signature of who approves a plan.
    pub approval: Wording,
    /// Behind the type of a document that several organs issue.
    pub joint_forms: BTreeMap<JointForm, Abbreviation>,
    /// The sentence on the adoption of a resolution.
    pub adoption: AdoptionWords,
    /// Above the recipients (ô số 9b).
    pub recipients: Wording,
    /// The recipient that stands for the addressees (ô số 9b).
    pub as_above: Wording,
    /// In front of where the original stays (ô số 9b).
    pub archive: Wording,
    /// Where the original of an outgoing document stays (ô số 9b).
    pub records_office: Abbreviation,
    /// What lines of authority begin with (ô số 7a).
    pub authorities: Vec<Abbreviation>,
    /// In front of the document that issues an attached text or has an appendix.
    pub accompanies: Wording,
    /// In front of the number of a table.
    pub table: Wording,
    /// In front of the number of a picture.
    pub picture: Wording,
    /// Above a table of contents.
    pub contents: Wording,
    /// Above a list of tables.
    pub tables: Wording,
    /// Above a list of pictures.
    pub pictures: Wording,
    /// In front of the number of an appendix.
    pub appendix: Wording,
    /// In front of the party that a signer of several parties' document signs for.
    pub party: Wording,
    /// What another organ is asked to confirm (Mẫu 1.10).
    pub confirmation: Wording,
    /// Hình thức sao.
    pub copies: CopyWords,
    /// What stamps say.
    pub marks: MarkWords,
    /// The foot of page 1 (ô số 13).
    pub contact: ContactWords,
}

impl Words {
    /// The abbreviation that a line of authority begins with.
    #[must_use]
    pub fn authority(&self, line: &str) -> Option<&Abbreviation> {
        self.authorities.iter().find(|authority| line.starts_with(&authority.short))
    }
}

/// A fixed wording or mark.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// As it prints.
    pub text: String,
    /// The clause.
    pub source: String,
}

/// An abbreviation that prints, and what it stands for.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Abbreviation {
    /// In front of a line of authority: whether it names a collective, and not a head by title.
    #[serde(default)]
    pub is_collective: bool,
    /// As it prints.
    pub short: String,
    /// What readers are told that it means.
    pub long: String,
    /// The clause.
    pub source: String,
}

/// What stamps say.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MarkWords {
    /// Độ mật (ô số 10a).
    pub secrecy: BTreeMap<Secrecy, MarkWord>,
    /// Mức độ khẩn (ô số 10b).
    pub urgency: BTreeMap<Urgency, MarkWord>,
    /// Tài liệu thu hồi (ô số 11).
    pub recall: String,
    /// The clause.
    pub source: String,
}

/// What a stamp says, in a box of a fixed width.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MarkWord {
    /// As it prints.
    pub text: String,
    /// Width of the box.
    pub width: Value<Length>,
}

/// What copies are called.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CopyWords {
    /// Sao y.
    certified_copy: CopyWord,
    /// Sao lục.
    relayed_copy: CopyWord,
    /// Trích sao.
    extract_copy: CopyWord,
    /// The clause.
    pub source: String,
}

impl CopyWords {
    /// What a kind of copy is called.
    #[must_use]
    pub const fn of(&self, kind: CopyKind) -> &CopyWord {
        match kind {
            CopyKind::CertifiedCopy => &self.certified_copy,
            CopyKind::RelayedCopy => &self.relayed_copy,
            CopyKind::ExtractCopy => &self.extract_copy,
        }
    }
}

/// What a kind of copy is called.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CopyWord {
    /// As it prints, in capitals.
    pub text: String,
    /// In its symbol.
    pub abbreviation: String,
}

/// In front of the day, the month and the year.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DateWords {
    /// In front of the day.
    pub day: String,
    /// In front of the month.
    pub month: String,
    /// In front of the year.
    pub year: String,
    /// The clause.
    pub source: String,
}

/// The sentence on an adoption. `{title}` stands for the type of the document, `{organ}` for who adopted it, `{session}` for khóa and
/// kỳ họp with the space in front, `{effective}` for the clause on when it applies; `{date}` for the day of each.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdoptionWords {
    /// The sentence.
    pub text: String,
    /// The clause on when it applies, with what parts it from the rest.
    pub effective: String,
    /// The clause of the regulation.
    pub source: String,
}

/// The marks that end legal bases.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegalBasisEnds {
    /// Ends each but the last.
    pub inner_end: String,
    /// Ends the last.
    pub last_end: String,
    /// The clause.
    pub source: String,
}

/// What stands at the foot of page 1, line by line.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContactWords {
    /// The lines, each of its items.
    pub lines: Vec<Vec<ContactItem>>,
    /// Between the items of a line.
    pub separator: String,
    /// The clause.
    pub source: String,
}

/// One item of the foot.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContactItem {
    /// Which field of the specification's contact.
    pub field: ContactField,
    /// What stands in front of it; empty where it speaks for itself.
    pub label: String,
}

/// A field of the contact.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the fields are those of specification::Contact, documented there")]
pub enum ContactField {
    Address,
    Phone,
    Fax,
    Email,
    Website,
}
