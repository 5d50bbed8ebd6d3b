//! What a run says about one specification: for people on standard error, for programs one line of JSON (`--message-format
//! json`) on standard output, or on standard error where standard output carries a document or a dump.

use std::ffi::OsStr;
use std::path::PathBuf;

use serde_json::{Value, json};
use vanban::diag::{Diagnostics, Severity};

use super::args::{Lang, MessageFormat};
use super::console::{Failure, Outcome, in_language, print, say, say_failure};
use super::input::Input;
use super::judge::Judge;

/// Where the JSON form goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stream {
    Stdout,
    Stderr,
}

/// What came of one specification.
#[derive(Debug)]
pub(crate) struct Report {
    name: String,
    /// The specification, for line and column.
    source: Vec<u8>,
    stream: Stream,
    pub(crate) findings: Diagnostics,
    /// What stopped the program from doing its work.
    pub(crate) failure: Option<Failure>,
    pub(crate) written: Vec<PathBuf>,
    pub(crate) pages: Option<usize>,
}

impl Report {
    pub(crate) fn new(name: &OsStr, stream: Stream) -> Self {
        Self {
            name: name.to_string_lossy().into_owned(),
            source: Vec::new(),
            stream,
            findings: Diagnostics::default(),
            failure: None,
            written: Vec::new(),
            pages: None,
        }
    }

    /// Takes the name and the text to point into.
    pub(crate) fn set_source(&mut self, input: &Input) {
        self.name.clone_from(&input.name);
        self.source.clone_from(&input.bytes);
    }

    pub(crate) fn outcome(&self) -> Outcome {
        if self.failure.is_some() {
            Outcome::Failed
        } else if self.findings.has_errors() {
            Outcome::Findings
        } else {
            Outcome::Done
        }
    }

    /// Tells findings and failure.
    pub(crate) fn tell(&self, judge: &Judge) -> Result<(), Failure> {
        match judge.format {
            MessageFormat::Text => {
                say(&text_of(self, judge.lang));
                if let Some(failure) = &self.failure {
                    say_failure(failure, judge.lang);
                }
                Ok(())
            }
            MessageFormat::Json => {
                let line = format!("{}\n", self.json());
                match self.stream {
                    Stream::Stdout => print(line.as_bytes()),
                    Stream::Stderr => {
                        say(&line);
                        Ok(())
                    }
                }
            }
        }
    }

    fn json(&self) -> Value {
        let outcome = match self.outcome() {
            Outcome::Done => "done",
            Outcome::Findings => "findings",
            Outcome::Failed => "failed",
        };
        let written: Vec<_> = self.written.iter().map(|path| path.to_string_lossy()).collect();
        let failure = self.failure.as_ref().map(|failure| {
            let hint = failure.hint.as_ref().map(|hint| json!({ "vi": hint.vi, "en": hint.en }));
            json!({ "message": { "vi": failure.message.vi, "en": failure.message.en }, "hint": hint })
        });
        json!({
            "file": self.name,
            "outcome": outcome,
            "pages": self.pages,
            "written": written,
            "failure": failure,
            "findings": findings_json(self),
        })
    }

    /// One line for people.
    pub(crate) fn summary(&self, lang: Lang) -> String {
        let count = |severity| self.findings.iter().filter(|d| d.severity == severity).count();
        let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
        let pages = self.pages.unwrap_or(0);
        let name = &self.name;
        match (lang, self.outcome()) {
            (Lang::Vi, Outcome::Done) => format!("{name}: đạt, {pages} trang, {warnings} cảnh báo\n"),
            (Lang::Vi, _) => format!("{name}: {errors} lỗi, {warnings} cảnh báo\n"),
            (Lang::En, Outcome::Done) => format!("{name}: passed, pages: {pages}, warnings: {warnings}\n"),
            (Lang::En, _) => format!("{name}: errors: {errors}, warnings: {warnings}\n"),
        }
    }
}
fn text_of(report: &Report, lang: Lang) -> String {
    let _ = &report.source;
    report.findings.iter().map(|d| format!("{}: {}\n", d.code, in_language(&d.message, lang))).collect()
}
fn findings_json(report: &Report) -> Value {
    report.findings.iter().map(|d| json!({ "code": d.code })).collect()
}
