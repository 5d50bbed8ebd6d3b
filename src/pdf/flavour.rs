//! The kinds of PDF that can be made, and what each asks of the writer. This is the one place where a flavour decides.

/// A kind of PDF.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Flavour {
    /// PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1): tagged, for archives and for readers who listen.
    #[default]
    A2a,
    /// PDF/A-3a (ISO 19005-3) and PDF/UA-1, with the specification attached as the source of the document.
    A3a,
    /// PDF/A-2b: looks the same for ever; without tags.
    A2b,
    /// PDF/A-1a (ISO 19005-1) on PDF 1.4: tagged, nothing transparent.
    A1a,
    /// PDF/A-1b on PDF 1.4: without tags, nothing transparent.
    A1b,
    /// PDF 1.7 that claims no standard.
    Plain,
}

/// What a flavour asks of the writer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Demands {
    /// PDF version, as the file's header says it.
    pub(super) version: &'static str,
    /// Part and conformance level of PDF/A.
    pub(super) pdf_a: Option<(u8, char)>,
    /// Whether the file claims PDF/UA-1.
    pub(super) pdf_ua: bool,
    /// Whether the content is tagged.
    pub(super) tagged: bool,
    /// Whether objects are packed into object streams, found by a cross-reference stream (PDF 1.5).
    pub(super) object_streams: bool,
    /// Whether pictures may have a soft mask (forbidden by PDF/A-1, 6.4).
    pub(super) transparency: bool,
    /// Whether font descriptors list the characters of a subset (asked for by PDF/A-1, 6.3.5).
    pub(super) cid_set: bool,
    /// Whether the information dictionary names the program that made the file.
    pub(super) names_producer: bool,
    /// Whether the specification is attached.
    pub(super) attaches_source: bool,
}

impl Flavour {
    /// All, the default first.
    pub const ALL: [Self; 6] = [Self::A2a, Self::A3a, Self::A2b, Self::A1a, Self::A1b, Self::Plain];

    /// Its name on the command line: `a-2a`, …, `plain`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::A2a => "a-2a",
            Self::A3a => "a-3a",
            Self::A2b => "a-2b",
            Self::A1a => "a-1a",
            Self::A1b => "a-1b",
            Self::Plain => "plain",
        }
    }

    /// The flavour of a [`name`](Self::name).
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|flavour| flavour.name() == name)
    }

    pub(super) fn demands(self) -> Demands {
        let modern = Demands {
            version: "1.7",
            pdf_a: None,
            pdf_ua: false,
            tagged: false,
            object_streams: true,
            transparency: true,
            cid_set: false,
            names_producer: true,
            attaches_source: false,
        };
        let first = Demands {
            version: "1.4",
            object_streams: false,
            transparency: false,
            cid_set: true,
            names_producer: false,
            ..modern
        };
        match self {
            Self::A2a => Demands { pdf_a: Some((2, 'A')), pdf_ua: true, tagged: true, ..modern },
            Self::A3a => Demands { pdf_a: Some((3, 'A')), pdf_ua: true, tagged: true, attaches_source: true, ..modern },
            Self::A2b => Demands { pdf_a: Some((2, 'B')), ..modern },
            Self::A1a => Demands { pdf_a: Some((1, 'A')), tagged: true, ..first },
            Self::A1b => Demands { pdf_a: Some((1, 'B')), ..first },
            Self::Plain => modern,
        }
    }
}
