//! What a run says about one specification: for people on standard error, for programs one line of JSON (`--message-format
//! json`) on standard output, or on standard error where standard output carries a document or a dump.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use std::rc::Rc;

use serde_json::{Value, json};
use vanban::diag::{Diagnostics, Lang, github, text};
use vanban::intake::Intake;
use vanban::profile;
use vanban::specification::Regulation;

use super::args::MessageFormat;
use super::console::{Failure, Outcome, has_colour, print, say, say_failure, visible, visible_json, visible_lines};
use super::judge::Judge;
use super::line_report::LineReport;
use super::taken_in::TakenIn;

/// Where the forms for programs go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stream {
    Stdout,
    Stderr,
}

impl Stream {
    /// Writes what programs read.
    pub(crate) fn write(self, text: &str) -> Result<(), Failure> {
        match self {
            Self::Stdout => print(text.as_bytes()),
            Self::Stderr => {
                say(text);
                Ok(())
            }
        }
    }
}

/// What came of one specification.
#[derive(Debug)]
pub(crate) struct Report {
    name: String,
    /// The name as the system has it.
    path: OsString,
    /// The specification, for line and column; `None`: it could not be read.
    intake: Option<Rc<Intake>>,
    stream: Stream,
    pub(crate) findings: Diagnostics,
    /// What stopped the program from doing its work.
    pub(crate) failure: Option<Failure>,
    pub(crate) written: Vec<PathBuf>,
    pub(crate) pages: Option<usize>,
    /// The regulation that the document follows.
    pub(crate) regulation: Option<Regulation>,
    /// What is to be said of its lines, where that was asked for.
    pub(crate) lines: Option<LineReport>,
}

impl Report {
    pub(crate) fn new(name: &OsStr, stream: Stream) -> Self {
        Self {
            name: name.to_string_lossy().into_owned(),
            path: name.to_owned(),
            intake: None,
            stream,
            findings: Diagnostics::default(),
            failure: None,
            written: Vec::new(),
            pages: None,
            regulation: None,
            lines: None,
        }
    }

    /// Takes the name and the text to point into.
    pub(crate) fn set_source(&mut self, input: &TakenIn) {
        self.name.clone_from(&input.name);
        self.intake = Some(Rc::clone(&input.intake));
    }

    /// The findings of each file, with its name and text.
    fn by_file(&self) -> Vec<(Diagnostics, &str, &[u8])> {
        self.intake.as_ref().map_or_else(Vec::new, |intake| intake.by_file(&self.findings, &self.name))
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

    /// Tells findings and failure; of a SARIF log its part is taken down.
    pub(crate) fn tell(&self, judge: &Judge) -> Result<(), Failure> {
        let lang = judge.lang;
        let failure = self.failure.as_ref().map(|failure| lang.of(&failure.message));
        match judge.format {
            MessageFormat::Text => {
                for (findings, name, source) in self.by_file() {
                    say(&text::print_with_lines(&findings, name, source, lang, has_colour()));
                }
                if let Some(failure) = &self.failure {
                    say_failure(failure, lang);
                }
                Ok(())
            }
            MessageFormat::Json => self.stream.write(&visible_json(&format!("{}\n", self.json(lang)))),
            MessageFormat::Github => {
                let failed = failure.map_or_else(String::new, |message| github::failure(&self.name, message));
                let files = self.by_file();
                let commands: String =
                    files.iter().map(|(findings, name, source)| github::print(findings, name, source, lang)).collect();
                self.stream.write(&visible_lines(&(commands + &failed)))
            }
            MessageFormat::Sarif => {
                let mut log = judge.sarif.borrow_mut();
                for (findings, name, source) in self.by_file() {
                    log.add(&findings, name, source);
                }
                failure.iter().for_each(|message| log.add_failure(&self.name, message));
                Ok(())
            }
        }
    }

    fn json(&self, lang: Lang) -> Value {
        let outcome = match self.outcome() {
            Outcome::Done => "done",
            Outcome::Findings => "findings",
            Outcome::Failed => "failed",
        };
        let written: Vec<_> = self.written.iter().map(|path| path.to_string_lossy()).collect();
        let failure = self.failure.as_ref().map(|failure| {
            json!({ "message": lang.of(&failure.message), "hint": failure.hint.as_ref().map(|hint| lang.of(hint)) })
        });
        let found = self.intake.as_ref().map(|intake| intake.json(&self.findings, &self.name, lang));
        let mut report = json!({
            "file": self.name,
            "outcome": outcome,
            "pages": self.pages,
            "regulation": self.regulation.map(Regulation::name),
            "written": written,
            "failure": failure,
            "findings": found.unwrap_or_default(),
        });
        // a name of an old system, which no string of JSON can hold: its bytes
        if let Some(encoded) = percent_encoded(&self.path) {
            report["file_encoded"] = encoded.into();
        }
        if self.written.iter().any(|path| path.to_str().is_none()) {
            let encode =
                |path: &PathBuf| percent_encoded(path.as_os_str()).map_or_else(|| json!(path.to_str()), Value::from);
            report["written_encoded"] = self.written.iter().map(encode).collect();
        }
        if let Some(lines) = &self.lines {
            report["lines"] = lines.json();
        }
        report
    }

    /// A line for people where the document follows a regulation that is no longer in force: a slip in the year brings it about.
    pub(crate) fn older_regulation(&self, lang: Lang) -> String {
        if self.written.is_empty() || self.regulation == Regulation::ALL.first().copied() {
            return String::new();
        }
        let (name, title) = (visible(&self.name), self.regulation_title());
        match lang {
            Lang::Vi => format!("{name}: trình bày theo {title}\n"),
            Lang::En => format!("{name}: laid out after {title}\n"),
        }
    }

    fn regulation_title(&self) -> &'static str {
        self.regulation
            .and_then(|regulation| profile::get(regulation).ok())
            .map_or("", |profile| profile.title.as_str())
    }

    /// One line for people.
    pub(crate) fn summary(&self, lang: Lang) -> String {
        let pages = self.pages.unwrap_or(0);
        let passed = match lang {
            Lang::Vi => format!("đạt, {pages} trang, theo {}", self.regulation_title()),
            Lang::En => {
                let unit = if pages == 1 { "page" } else { "pages" };
                format!("passed, {pages} {unit}, after {}", self.regulation_title())
            }
        };
        let passed = (self.outcome() == Outcome::Done).then_some(passed);
        let found = Some(text::summary(&self.findings, lang)).filter(|found| !found.is_empty());
        let parts: Vec<String> = passed.into_iter().chain(found).collect();
        format!("{}: {}\n", visible(&self.name), parts.join(", "))
    }
}

/// A path that is not UTF-8, byte by byte as in an address (RFC 3986, 2.1); `None` for any other.
fn percent_encoded(path: &OsStr) -> Option<String> {
    if path.to_str().is_some() {
        return None;
    }
    let encode = |b: &u8| match b {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => char::from(*b).to_string(),
        _ => format!("%{b:02X}"),
    };
    Some(path.as_encoded_bytes().iter().map(encode).collect())
}
