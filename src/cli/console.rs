//! What the program says: results to standard output, findings and failures to standard error, in one language. A
//! reader that has gone away (broken pipe) has what it wanted.

use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::OnceLock;

use vanban::Refusal;
use vanban::diag::{Lang, Phrase, Severity};

/// How a command ended; of several the worst counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Outcome {
    /// Warnings allowed.
    Done,
    /// A specification has errors.
    Findings,
    /// Could not run.
    Failed,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Done => 0,
            Outcome::Findings => 1,
            Outcome::Failed => 2,
        })
    }
}

/// Why a command could not do its work, and what to do about it.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) message: Phrase,
    pub(crate) hint: Option<Phrase>,
}

impl Failure {
    pub(crate) fn new(vi: impl Into<String>, en: impl Into<String>) -> Self {
        Self { message: Phrase::new(vi, en), hint: None }
    }

    pub(crate) fn hint(mut self, vi: impl Into<String>, en: impl Into<String>) -> Self {
        self.hint = Some(Phrase::new(vi, en));
        self
    }
}

impl From<Refusal> for Failure {
    fn from(Refusal { message, hint }: Refusal) -> Self {
        Self { message, hint }
    }
}

/// Whether what is said to people is in colour; decided once, before anything is said.
static COLOUR: OnceLock<bool> = OnceLock::new();

/// Decides on colours: as was asked for, else where people read standard error on a terminal that shows them
/// (<https://no-color.org>).
pub(crate) fn choose_colour(asked: Option<bool>) {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let is_shown = || {
        let is_dumb = std::env::var_os("TERM").is_some_and(|terminal| terminal == "dumb");
        // the old console of Windows would print the codes
        let knows_codes = !cfg!(windows) || ["WT_SESSION", "TERM", "ConEmuANSI", "ANSICON"].into_iter().any(is_set);
        io::stderr().is_terminal() && !is_set("NO_COLOR") && !is_dumb && knows_codes
    };
    let _ = COLOUR.set(asked.unwrap_or_else(is_shown));
}

/// Whether what is said to people is in colour.
pub(crate) fn has_colour() -> bool {
    COLOUR.get().copied().unwrap_or(false)
}

/// Writes a result to standard output.
pub(crate) fn print(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(e) if e.kind() != io::ErrorKind::BrokenPipe => Err(cannot_print(&e)),
        Ok(()) | Err(_) => Ok(()),
    }
}

fn cannot_print(error: &io::Error) -> Failure {
    let reason = reason(error);
    Failure::new(
        format!("không ghi được ra đầu ra chuẩn: {}", reason.vi),
        format!("cannot write to standard output: {}", reason.en),
    )
}

/// Writes a message to standard error; there is nobody to tell where that fails.
pub(crate) fn say(text: &str) {
    let mut err = io::stderr().lock();
    let _ = err.write_all(text.as_bytes()).and_then(|()| err.flush());
}

/// Says why a command could not do its work.
pub(crate) fn say_failure(failure: &Failure, lang: Lang) {
    say(&worded(failure, Severity::Error, lang));
}

fn worded(failure: &Failure, severity: Severity, lang: Lang) -> String {
    let hint = match lang {
        Lang::Vi => "gợi ý",
        Lang::En => "hint",
    };
    let mut text = format!("{}: {}\n", weight(severity, lang), visible(lang.of(&failure.message)));
    if let Some(phrase) = &failure.hint {
        text.push_str(&format!("  {hint}: {}\n", visible(lang.of(phrase))));
    }
    text
}

/// Says the same of something that stops nothing.
pub(crate) fn say_warned(failure: &Failure, lang: Lang) {
    say(&worded(failure, Severity::Warning, lang));
}

/// Says something worth knowing that stops nothing.
pub(crate) fn say_warning(warning: &Phrase, lang: Lang) {
    say(&format!("{}: {}\n", weight(Severity::Warning, lang), visible(lang.of(warning))));
}

fn weight(severity: Severity, lang: Lang) -> String {
    vanban::diag::text::weight(severity, lang, has_colour())
}

/// A file name may hold anything; it shall not speak to the terminal, nor turn the direction of the line.
pub(crate) fn visible(text: &str) -> String {
    text.chars().map(|c| if speaks(c) { '\u{fffd}' } else { c }).collect()
}

/// JSON that does not speak to the terminal either: what stands in its strings is written as an escape, which reads as the
/// same. The writer of JSON escapes the controls of ASCII only, and a terminal takes U+009B for the beginning of a command.
pub(crate) fn visible_json(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '\n' => text.push(c),
            _ if speaks(c) => text.push_str(&format!("\\u{:04x}", u32::from(c))),
            _ => text.push(c),
        }
    }
    text
}

/// Commands to a terminal, and what turns the direction of the text after it.
fn speaks(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// [`visible`] for a text of several lines.
pub(crate) fn visible_lines(text: &str) -> String {
    text.split('\n').map(visible).collect::<Vec<_>>().join("\n")
}

/// Prints the path of a file that was written on a line of its own: as it is where it is safe to show, for scripts read it.
pub(crate) fn print_path(path: &Path) -> Result<(), Failure> {
    let mut line = match path.to_str() {
        Some(text) => visible(text).into_bytes(),
        // an old system's name: its bytes stay, but for those that speak to a terminal
        None => {
            let mute = |b: &u8| if b.is_ascii_control() || (0x80..0xa0).contains(b) { b'?' } else { *b };
            path.as_os_str().as_encoded_bytes().iter().map(mute).collect()
        }
    };
    line.push(b'\n');
    print(&line)
}

/// The system's reason in the program's two languages.
pub(crate) fn reason(error: &io::Error) -> Phrase {
    use io::ErrorKind as Kind;
    let (vi, en) = match error.kind() {
        Kind::NotFound => ("không có tệp hoặc thư mục này", "no such file or folder"),
        Kind::PermissionDenied => ("không có quyền", "permission denied"),
        Kind::AlreadyExists => ("đã có sẵn", "it exists already"),
        Kind::StorageFull => ("đĩa đầy", "the disk is full"),
        Kind::QuotaExceeded => ("hết hạn mức đĩa", "the disk quota is used up"),
        Kind::FileTooLarge => {
            ("tệp vượt cỡ lớn nhất mà hệ thống cho phép", "the file exceeds the largest size allowed")
        }
        Kind::ReadOnlyFilesystem => ("hệ thống tệp chỉ cho đọc", "the file system is read-only"),
        Kind::NotADirectory => ("một phần của đường dẫn không phải thư mục", "a part of the path is no folder"),
        Kind::ResourceBusy => ("một lần chạy khác đang giữ thư mục", "another run holds the folder"),
        Kind::IsADirectory => ("đó là một thư mục", "it is a folder"),
        Kind::InvalidFilename => ("tên tệp không hợp lệ hoặc quá dài", "the file name is invalid or too long"),
        _ => return Phrase::new(format!("hệ thống báo “{error}”"), error.to_string()),
    };
    Phrase::new(vi, en)
}
