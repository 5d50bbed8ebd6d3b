//! Where what stands on a page comes from in the specification.

use super::Pages;
use crate::diag::Pointer;

/// Index into [`Pages::sources`]: the field of the specification whose value an item prints.
///
/// The pointer resolves in the specification as it was read:
/// - In a body it is that of the block (`/body/3`); of its text where a heading stands above that (`/body/3/text`); of an item of a
///   list, a cell or the caption of a table, a paragraph of a quotation. A note has that of the block with its mark.
/// - Elsewhere it is that of the field (`/subject`, `/recipients/items/0`). A line put together of several fields has the one that it
///   is named for: place and date `/issue_date`, the title of a signer `/signatures/0/authority` or else `/signatures/0/position`.
/// - What no field says (words of the regulation, a value that stands in for an absent field) has the nearest object or array around
///   the field that would say it: `Lưu: VT.` has `/recipients`, Quốc hiệu and the number of a page the whole specification, whose
///   pointer is empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct SourceId(pub u32);

/// The number, letter or sign in front of a paragraph, as it is printed: `Điều 1.`, `a)`, `-`; of a caption its word and number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PrintedLabel {
    /// What it stands in front of.
    pub source: SourceId,
    /// First byte and one past the last in [`Pages::text`].
    pub text: (u32, u32),
}

impl Pages {
    /// The place in the specification that a source is.
    #[must_use]
    pub fn pointer_of(&self, source: SourceId) -> Option<&Pointer> {
        self.sources.get(source.0 as usize)
    }

    /// A label as it reads.
    #[must_use]
    pub fn label_text(&self, label: &PrintedLabel) -> &str {
        self.text.get(label.text.0 as usize..label.text.1 as usize).unwrap_or_default()
    }
}
