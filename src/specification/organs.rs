//! The organs that issue a document: one, or several together (văn bản liên tịch).

use super::issuer::Issuer;
use super::signature::Signature;
use super::text::Text;
use super::types::Spec;
use crate::diag::Pointer;

/// An organ that issues a document.
#[derive(Clone, Debug)]
pub(crate) struct IssuingOrgan<'a> {
    pub(crate) parents: &'a [Text],
    pub(crate) name: &'a Text,
    pub(crate) abbreviation: Option<&'a Text>,
    /// The object that says it.
    pub(crate) at: Pointer,
}

impl IssuingOrgan<'_> {
    /// Its name on one line.
    pub(crate) fn one_line(&self) -> String {
        self.name.as_str().replace('\n', " ")
    }
}

impl Spec {
    /// The organs that issue, the one that keeps the number first.
    pub(crate) fn organs(&self) -> impl Iterator<Item = IssuingOrgan<'_>> {
        let Issuer { parents, name, abbreviation, .. } = &self.issuer;
        let at = Pointer::root().key("issuer");
        let first = IssuingOrgan { parents, name, abbreviation: abbreviation.as_ref(), at };
        let others = self.co_issuers.iter().enumerate().map(|(i, organ)| IssuingOrgan {
            parents: &organ.parents,
            name: &organ.name,
            abbreviation: organ.abbreviation.as_ref(),
            at: Pointer::root().key("co_issuers").index(i),
        });
        std::iter::once(first).chain(others)
    }

    /// Their names as they stand in a sentence: `Sở Nội vụ, Sở Tài chính và Kho bạc Nhà nước`.
    pub(crate) fn organs_in_a_sentence(&self) -> String {
        let mut names: Vec<String> = self.organs().map(|organ| organ.one_line()).collect();
        let last = names.pop().unwrap_or_default();
        if names.is_empty() { last } else { format!("{} và {last}", names.join(", ")) }
    }

    /// Their names as a record lists them.
    pub(crate) fn organs_listed(&self) -> String {
        self.organs().map(|organ| organ.one_line()).collect::<Vec<_>>().join("; ")
    }

    /// Their abbreviations, as a symbol joins them; those that are lacking are left out.
    pub(crate) fn organs_abbreviated(&self) -> Option<String> {
        let parts: Vec<&str> = self.organs().filter_map(|organ| organ.abbreviation).map(Text::as_str).collect();
        (!parts.is_empty()).then(|| parts.join("-"))
    }

    /// The organ that the signer at an index signs for, by its name on one line: as the signature says, else the only organ, else, where
    /// as many sign as issue, that of the same place.
    pub(crate) fn organ_of_signer(&self, index: usize) -> Option<String> {
        let own = self.signatures.get(index).and_then(|signature: &Signature| signature.organ.as_ref());
        if let Some(own) = own {
            return Some(own.as_str().replace('\n', " "));
        }
        let is_each_ones = self.signatures.len() == self.co_issuers.len() + 1;
        let name = match index.checked_sub(1).filter(|_| !self.co_issuers.is_empty()) {
            Some(other) if is_each_ones => &self.co_issuers.get(other)?.name,
            None if is_each_ones || self.co_issuers.is_empty() => &self.issuer.name,
            Some(_) | None => return None,
        };
        Some(name.as_str().replace('\n', " "))
    }
}
