//! Files of another kind that are given as a specification: what they are, by their first bytes, and what to do instead.

use crate::diag::{Diagnostic, Phrase, Span, phrase, registry};

use super::encoding::BOM;

/// A kind of file that is taken for a specification.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ForeignKind {
    /// A Word file, which may carry its specification.
    Word,
    /// A PDF, which may carry its specification.
    Pdf,
    /// A document of an office program that vanban does not write.
    Office(&'static str),
    Picture,
    Archive,
    /// Text with marks: HTML, XML.
    Markup(&'static str),
    /// Data that could be JSON too: YAML, TOML, CSV.
    Data(&'static str),
    /// Words without any form.
    Prose,
}

/// What is to be said where the bytes are a file of another kind.
pub(super) fn finding(bytes: &[u8]) -> Option<Diagnostic> {
    let kind = ForeignKind::of(bytes)?;
    let Phrase { vi, en } = kind.name();
    let message = phrase!("đây là {vi}, cần một đặc tả JSON", "this is {en}, a specification in JSON is needed");
    let finding = Diagnostic::of(registry::FOREIGN_FILE, "", message).span(Span { start: 0, end: bytes.len().min(1) });
    Some(kind.hints().into_iter().fold(finding, Diagnostic::hint))
}

impl ForeignKind {
    fn of(bytes: &[u8]) -> Option<Self> {
        let bytes = bytes.strip_prefix(BOM).unwrap_or(bytes).trim_ascii_start();
        match bytes {
            [b'%', b'P', b'D', b'F', b'-', ..] => Some(Self::Pdf),
            [b'P', b'K', 3 | 5, 4 | 6, ..] => Some(Self::zipped(bytes)),
            [0xd0, 0xcf, 0x11, 0xe0, ..] => Some(Self::compound(bytes)),
            [b'{', b'\\', b'r', b't', b'f', ..] => Some(Self::Office("RTF (.rtf)")),
            [0x89, b'P', b'N', b'G', ..]
            | [0xff, 0xd8, 0xff, ..]
            | [b'G', b'I', b'F', b'8', ..]
            | [b'I', b'I', b'*', 0, ..]
            | [b'M', b'M', 0, b'*', ..]
            | [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Self::Picture),
            [0x1f, 0x8b, ..] | [b'7', b'z', 0xbc, 0xaf, ..] | [b'R', b'a', b'r', b'!', ..] => Some(Self::Archive),
            _ => Self::of_text(bytes),
        }
    }

    /// By the names of the parts, which stand in an archive as they are.
    fn zipped(bytes: &[u8]) -> Self {
        let has = |name: &str| ends_hold(bytes, name.as_bytes());
        if has("word/") {
            Self::Word
        } else if has("xl/") {
            Self::Office("Excel (.xlsx)")
        } else if has("ppt/") {
            Self::Office("PowerPoint (.pptx)")
        } else if has("opendocument.text") {
            Self::Office("OpenDocument (.odt)")
        } else if has("opendocument.spreadsheet") {
            Self::Office("OpenDocument (.ods)")
        } else {
            Self::Archive
        }
    }

    /// By the names of the streams, which are in UTF-16.
    fn compound(bytes: &[u8]) -> Self {
        let has = |name: &str| {
            let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
            bytes.windows(wide.len()).any(|window| window == wide)
        };
        if has("WordDocument") {
            Self::Office("Word 97–2003 (.doc)")
        } else if has("Workbook") {
            Self::Office("Excel 97–2003 (.xls)")
        } else {
            Self::Office("Microsoft Office 97–2003")
        }
    }

    fn of_text(bytes: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(bytes).ok()?;
        let begins = |word: &str| text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
        if begins("<!doctype html") || begins("<html") {
            return Some(Self::Markup("HTML"));
        }
        if text.starts_with('<') {
            return Some(Self::Markup("XML"));
        }
        let line = text.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('#'));
        let line = line.or_else(|| text.lines().next())?;
        if line == "---" || line.starts_with("%YAML") || line.starts_with("- ") || is_yaml(line) {
            return Some(Self::Data("YAML"));
        }
        if is_toml(line) {
            return Some(Self::Data("TOML"));
        }
        // a word alone may have been meant for a value of JSON
        let starts_with_letter = text.starts_with(|c: char| c.is_alphabetic() || c == '#');
        if !starts_with_letter || !line.contains(char::is_whitespace) && !line.contains([',', ';']) {
            return None;
        }
        let columns = |line: &str, mark: char| line.matches(mark).count();
        let is_table = text.lines().count() > 1
            && [',', ';', '\t'].into_iter().any(|mark| {
                let first = columns(line, mark);
                first > 1 && text.lines().skip(1).take(3).all(|next| next.is_empty() || columns(next, mark) == first)
            });
        Some(if is_table { Self::Data("CSV") } else { Self::Prose })
    }

    fn name(self) -> Phrase {
        match self {
            Self::Word => phrase!("tệp Word (.docx)", "a Word file (.docx)"),
            Self::Pdf => phrase!("tệp PDF", "a PDF"),
            Self::Office(name) => phrase!("tệp {name}", "a file of an office program: {name}"),
            Self::Picture => phrase!("tệp ảnh", "a picture"),
            Self::Archive => phrase!("tệp nén", "an archive"),
            Self::Markup(name) | Self::Data(name) => phrase!("tệp {name}", "a file in {name}"),
            Self::Prose => phrase!("văn bản thường", "plain text"),
        }
    }

    fn hints(self) -> Vec<Phrase> {
        let extract = |name: &str| {
            phrase!(
                "nếu tệp do vanban kết xuất: `vanban extract {name}` lấy lại đặc tả",
                "if vanban made the file, `vanban extract {name}` takes the specification out of it"
            )
        };
        let begin = || {
            phrase!(
                "soạn mới: `vanban new BC` in ra một đặc tả mẫu, rồi chép nội dung vào",
                "to begin anew: `vanban new BC` prints a specification; copy the text into it"
            )
        };
        match self {
            Self::Word => vec![extract("van-ban.docx"), begin()],
            Self::Pdf => vec![extract("van-ban.pdf"), begin()],
            Self::Data(name) => vec![phrase!(
                "chuyển từ {name} sang JSON: cả tệp nằm trong {{…}}, mỗi trường viết \"tên\": giá trị",
                "convert it from {name} to JSON: all of it in {{…}}, a field is written \"name\": value"
            )],
            Self::Archive => vec![phrase!(
                "giải nén rồi đưa tệp .json bên trong",
                "unpack it, and give the .json file that is inside"
            )],
            Self::Picture => vec![phrase!(
                "ảnh chữ ký, con dấu đặt cạnh đặc tả và ghi tên ở \"signatures\": {{\"file\": \"chu-ky.png\"}}",
                "pictures of signature and seal stand beside the specification, which names them under \"signatures\": {{\"file\": \"chu-ky.png\"}}"
            )],
            Self::Office(_) | Self::Markup(_) | Self::Prose => vec![begin()],
        }
    }
}

/// Whether bytes hold others near their beginning or end, where archives name their parts.
fn ends_hold(bytes: &[u8], wanted: &[u8]) -> bool {
    const NEAR: usize = 1 << 16;
    let holds =
        |part: Option<&[u8]>| part.is_some_and(|part| part.windows(wanted.len()).any(|window| window == wanted));
    holds(bytes.get(..bytes.len().min(NEAR))) || holds(bytes.get(bytes.len().saturating_sub(NEAR)..))
}

/// `doc_type: report`, `issuer:`
fn is_yaml(line: &str) -> bool {
    line.split_once(':').is_some_and(|(name, value)| is_name(name) && (value.is_empty() || value.starts_with(' ')))
}

/// `doc_type = "report"`, `[issuer]`
fn is_toml(line: &str) -> bool {
    let is_table = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).is_some_and(is_name);
    is_table || line.split_once('=').is_some_and(|(name, value)| is_name(name.trim_end()) && !value.starts_with('='))
}

fn is_name(text: &str) -> bool {
    !text.is_empty()
        && !matches!(text, "true" | "false" | "null")
        && text.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '_' | '$'))
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '$'))
}
