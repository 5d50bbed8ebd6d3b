//! The options of a PDF in words, so that the file tells how it was made: `pdf=a-2a;hints=strip;signature-fields=reserve`.

use std::fmt;

use super::super::{Flavour, Hints, PdfOptions, SignatureFields};

impl fmt::Display for PdfOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { flavour, hints, signature_fields } = self;
        let hints = match hints {
            Hints::Strip => "strip",
            Hints::Keep => "keep",
        };
        let signature_fields = match signature_fields {
            SignatureFields::Reserve => "reserve",
            SignatureFields::Omit => "omit",
        };
        write!(f, "pdf={};hints={hints};signature-fields={signature_fields}", flavour.name())
    }
}

impl PdfOptions {
    /// Reads what [`Display`](fmt::Display) wrote; `None` for anything else.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let mut options = Self::default();
        for pair in text.split(';') {
            match pair.split_once('=')? {
                ("pdf", name) => options.flavour = Flavour::from_name(name)?,
                ("hints", "strip") => options.hints = Hints::Strip,
                ("hints", "keep") => options.hints = Hints::Keep,
                ("signature-fields", "reserve") => options.signature_fields = SignatureFields::Reserve,
                ("signature-fields", "omit") => options.signature_fields = SignatureFields::Omit,
                _ => return None,
            }
        }
        Some(options)
    }
}

#[cfg(test)]
mod tests {
    use super::{Flavour, Hints, PdfOptions, SignatureFields};

    #[test]
    fn the_text_is_read_back() {
        for flavour in Flavour::ALL {
            for hints in [Hints::Strip, Hints::Keep] {
                for signature_fields in [SignatureFields::Reserve, SignatureFields::Omit] {
                    let options = PdfOptions { flavour, hints, signature_fields };
                    assert_eq!(PdfOptions::from_text(&options.to_string()), Some(options));
                }
            }
        }
        let text = PdfOptions::default().to_string();
        assert_eq!(text, "pdf=a-2a;hints=strip;signature-fields=reserve");
        for bad in ["", "pdf", "pdf=a-9z", "hints=", "pdf=a-2a;", "colour=red"] {
            assert_eq!(PdfOptions::from_text(bad), None, "{bad:?}");
        }
    }
}
