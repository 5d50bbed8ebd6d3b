//! Which part of a document is meant, and in which file each stands.

use super::types::Spec;
use crate::diag::Pointer;

/// A part of a document: the document itself, a text attached to it, an appendix. It names a file too: the main one, or that of a
/// part with a file of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum PartId {
    /// Văn bản chính.
    #[default]
    Main,
    /// Văn bản kèm theo: its index, from 0.
    Attachment(usize),
    /// Phụ lục: its index, from 0.
    Appendix(usize),
}

/// The most files of one document, the main one among them: each costs what a document costs, however little it says.
pub(crate) const MOST_FILES: usize = 50;

/// The field of the specification that has the attached texts.
const ATTACHMENTS: &str = "attachments";
/// The field that has the appendices.
const APPENDICES: &str = "appendices";

impl PartId {
    /// Where it stands in the specification: the root, `/attachments/0`, `/appendices/1`.
    #[must_use]
    pub fn pointer(self) -> Pointer {
        match self {
            Self::Main => Pointer::root(),
            Self::Attachment(index) => Pointer::root().key(ATTACHMENTS).index(index),
            Self::Appendix(index) => Pointer::root().key(APPENDICES).index(index),
        }
    }

    /// The part at a JSON Pointer as [`Self::pointer`] writes it; `None` where that is none.
    #[must_use]
    pub fn from_pointer(text: &str) -> Option<Self> {
        if text.is_empty() {
            return Some(Self::Main);
        }
        let (field, index) = text.strip_prefix('/')?.split_once('/')?;
        let of: fn(usize) -> Self = match field {
            ATTACHMENTS => Self::Attachment,
            APPENDICES => Self::Appendix,
            _ => return None,
        };
        let part = of(index.parse().ok()?);
        // `01` and `+1` are no indices
        (part.pointer().to_string() == text).then_some(part)
    }

    /// Where its blocks stand.
    pub(crate) fn body(self) -> Pointer {
        self.pointer().key("body")
    }
}

impl Spec {
    /// The files of the document: the main one, then those that attached texts and appendices have of their own, in the order of
    /// printing.
    pub fn files(&self) -> impl Iterator<Item = PartId> + '_ {
        let parts = self.bodies().map(|body| body.of);
        parts.filter(|part| self.file_of(*part) == *part)
    }

    /// The file that a part stands in.
    #[must_use]
    pub fn file_of(&self, part: PartId) -> PartId {
        let own_file = match part {
            PartId::Main => None,
            PartId::Attachment(index) => self.attachments.get(index).and_then(|text| text.own_file),
            PartId::Appendix(index) => self.appendices.get(index).and_then(|appendix| appendix.own_file),
        };
        if own_file == Some(true) { part } else { PartId::Main }
    }

    /// Whether there is a file beside the main one.
    pub(crate) fn has_own_files(&self) -> bool {
        self.files().nth(1).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::PartId;

    #[test]
    fn parts_are_read_as_they_are_written() {
        for part in [PartId::Main, PartId::Attachment(0), PartId::Appendix(12)] {
            assert_eq!(PartId::from_pointer(&part.pointer().to_string()), Some(part));
        }
        for wrong in
            ["/", "appendices/1", "/appendices", "/appendices/01", "/appendices/+1", "/body/1", "/appendices/1/"]
        {
            assert_eq!(PartId::from_pointer(wrong), None, "{wrong}");
        }
    }
}
