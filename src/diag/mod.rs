//! Findings as data: what is wrong, where, what was expected, how to mend it, and by which clause.
//! Stages push; printers (`text`, `json`, `github`, `sarif`) format.

use std::ops::Range;

mod diagnostics;
mod excerpt;
pub mod explanation;
pub mod github;
pub mod json;
mod lang;
mod line_index;
mod paint;
mod passage;
mod phrase;
mod pointer;
pub mod registry;
pub mod sarif;
pub mod text;
mod topic;

pub use diagnostics::{Diagnostics, MOST_OF_A_KIND};
pub use lang::Lang;
pub use line_index::{LineIndex, Place};
pub use passage::Passage;
pub use phrase::Phrase;
pub(crate) use phrase::phrase;
pub use pointer::Pointer;
pub use registry::FindingKind;
pub use topic::Topic;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The document is rendered; a clerk should look.
    Warning,
    /// Nothing is rendered.
    Error,
}

/// A range of bytes in the specification.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Stable code, e.g. `VB012`; never reused.
    pub code: &'static str,
    /// Weight.
    pub severity: Severity,
    /// What its clause is about; the regulation in force fills in [`Self::citation`] from it.
    pub topic: Option<Topic>,
    /// Where in the specification (RFC 6901).
    pub at: Pointer,
    /// Another value that it rests on: where that one is at fault, its fault alone is told.
    pub rests_on: Option<Pointer>,
    /// The characters meant of the text at `at`; absent: the whole value.
    pub passage: Option<Passage>,
    /// The bytes meant, where known; filled in from `at` and `passage` at the end of a run.
    pub span: Option<Span>,
    /// What is wrong: the value found and the value asked.
    pub message: Phrase,
    /// What to type instead.
    pub hints: Vec<Phrase>,
    /// The clause or standard section, e.g. `NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I.3`.
    pub citation: Option<String>,
}

impl Diagnostic {
    /// A finding of a kind of the [`registry`]; `at` is a place in the specification.
    pub fn of(kind: FindingKind, at: impl Into<Pointer>, message: Phrase) -> Self {
        let FindingKind { code, severity, topic, .. } = kind;
        let (at, hints) = (at.into(), Vec::new());
        Self { code, severity, topic, at, rests_on: None, passage: None, span: None, message, hints, citation: None }
    }

    /// A milder case of its kind, which does not stop rendering.
    #[must_use]
    pub fn as_warning(mut self) -> Self {
        self.severity = Severity::Warning;
        self
    }

    /// Names another value that it rests on.
    #[must_use]
    pub fn rests_on(mut self, value: Pointer) -> Self {
        self.rests_on = Some(value);
        self
    }

    /// Names what its clause is about, where its kind leaves that open.
    #[must_use]
    pub fn about(mut self, topic: Topic) -> Self {
        self.topic = Some(topic);
        self
    }

    /// Points at characters of the text that stands at its place: the bytes `range` of `text`, which is that text as the stage
    /// holds it. Of a rich text it may be one run or all of them joined ([`RichText::plain`](crate::specification::RichText::plain)).
    #[must_use]
    pub fn within(mut self, text: &str, range: Range<usize>) -> Self {
        self.passage = Some(Passage::new(text, range));
        self
    }

    /// Adds how to mend it.
    #[must_use]
    pub fn hint(mut self, hint: Phrase) -> Self {
        self.hints.push(hint);
        self
    }

    /// Adds the clause it rests on.
    #[must_use]
    pub fn cite(mut self, citation: impl Into<String>) -> Self {
        self.citation = Some(citation.into());
        self
    }

    /// Message, hints and clause, a line each.
    pub(crate) fn full_text(&self, lang: Lang) -> String {
        let hints = self.hints.iter().map(|hint| lang.of(hint));
        let lines = std::iter::once(lang.of(&self.message)).chain(hints).chain(self.citation.as_deref());
        lines.collect::<Vec<_>>().join("\n")
    }

    /// Sets the bytes meant.
    #[must_use]
    pub fn span(mut self, span: Span) -> Self {
        self.span = Some(span);
        self
    }
}
