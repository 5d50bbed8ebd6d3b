//! What is said about malformed JSON: what was found, what JSON asks, what to type.

use crate::diag::{Diagnostic, LineIndex, Phrase, Place, Span, phrase, registry};

use super::tree::{NodeMember, Step};
use super::written_date;

pub(super) fn empty_file(span: Span) -> Diagnostic {
    Diagnostic::of(registry::EMPTY_FILE, "", phrase!("tệp trống, chưa có đặc tả nào", "the file is empty"))
        .span(span)
        .hint(phrase!(
            "lệnh `vanban new report` in ra một đặc tả mẫu",
            "`vanban new report` prints a specification to begin with"
        ))
}

pub(super) fn too_deep(span: Span, most: usize) -> Diagnostic {
    Diagnostic::of(registry::TOO_DEEP, "", phrase!("lồng nhau quá {most} tầng", "nested deeper than {most} levels"))
        .span(span)
        .hint(phrase!("kiểm tra dấu [ và {{ thừa", "look for a [ or {{ too many"))
}

pub(super) fn trailing(text: &str, span: Span) -> Diagnostic {
    let Phrase { vi, en } = found(text, span.start);
    Diagnostic::of(
        registry::TRAILING,
        "",
        phrase!("sau dấu }} đóng văn bản còn {vi}", "{en} after the }} that closes the document"),
    )
    .span(span)
    .hint(phrase!(
        "mỗi tệp là một văn bản: xóa phần thừa hoặc tách ra tệp khác",
        "one document a file: delete the rest or move it to a file of its own"
    ))
}

/// What stands at a byte, for a message.
fn found(text: &str, at: usize) -> Phrase {
    match text.get(at..).and_then(|rest| rest.chars().next()) {
        None => phrase!("hết tệp", "the end of the file"),
        Some(c) if c.is_control() => {
            phrase!("ký tự U+{code:04X}", "the character U+{code:04X}", code = u32::from(c))
        }
        Some(c) => phrase!("“{c}”", "“{c}”"),
    }
}

fn opened(text: &str, open: Option<usize>) -> Option<(char, Place)> {
    let open = open?;
    Some((text.get(open..)?.chars().next()?, LineIndex::new(text.as_bytes()).place(open)))
}

pub(super) fn value_expected(text: &str, at: usize, open: Option<usize>) -> Diagnostic {
    let found = found(text, at);
    let finding = syntax(
        Span { start: at, end: at + width(text, at) },
        format!("cần một giá trị, gặp {}", found.vi),
        format!("expected a value, found {}", found.en),
    );
    match (text.as_bytes().get(at), opened(text, open)) {
        (None, Some((bracket, place))) => finding.hint(close_hint(bracket, place)),
        (Some(b',' | b'}' | b']' | b':'), _) => finding.hint(phrase!(
            "điền giá trị còn thiếu; để trống thì viết null hoặc xóa cả trường",
            "fill in the missing value; to leave it open write null or delete the field"
        )),
        _ => finding.hint(phrase!(
            "giá trị là \"chữ trong nháy kép\", số, true, false, null, [mảng] hoặc {{đối tượng}}",
            "a value is \"text in double quotes\", a number, true, false, null, an [array] or an {{object}}"
        )),
    }
}

fn width(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)
}

fn close_hint(bracket: char, place: Place) -> Phrase {
    let close = if bracket == '{' { '}' } else { ']' };
    let Place { line, column } = place;
    phrase!(
        "thêm {close} để đóng dấu {bracket} mở ở {line}:{column}",
        "add {close} to close the {bracket} opened at {line}:{column}"
    )
}

pub(super) fn key_expected(text: &str, at: usize, open: Option<usize>) -> Diagnostic {
    let found = found(text, at);
    let finding = syntax(
        Span { start: at, end: at + width(text, at) },
        format!("cần tên trường trong nháy kép, gặp {}", found.vi),
        format!("expected a field name in double quotes, found {}", found.en),
    );
    let rest = text.get(at..).unwrap_or_default();
    let word: String =
        rest.trim_start_matches(['\'', '“', '‘']).chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    match opened(text, open) {
        _ if !word.is_empty() => finding.hint(phrase!("viết \"{word}\"", "write \"{word}\"")),
        Some((bracket, place)) if rest.is_empty() => finding.hint(close_hint(bracket, place)),
        _ => finding.hint(phrase!(
            "mỗi trường viết \"tên\": giá trị, cách nhau bằng dấu phẩy",
            "a field is written \"name\": value, with commas between fields"
        )),
    }
}

pub(super) fn colon_expected(text: &str, at: usize, name: &str) -> Diagnostic {
    let found = found(text, at);
    syntax(
        Span { start: at, end: at + width(text, at) },
        format!("sau tên trường \"{name}\" cần dấu hai chấm, gặp {}", found.vi),
        format!("expected a colon after the field name \"{name}\", found {}", found.en),
    )
    .hint(phrase!("viết \"{name}\": giá trị", "write \"{name}\": value"))
}

pub(super) fn trailing_comma(span: Span) -> Diagnostic {
    syntax(span, "dấu phẩy thừa sau mục cuối", "a comma after the last item")
        .hint(phrase!("xóa dấu phẩy này", "delete this comma"))
}

pub(super) fn missing_comma(span: Span) -> Diagnostic {
    syntax(span, "thiếu dấu phẩy giữa hai mục", "no comma between two items")
        .hint(phrase!("thêm dấu phẩy ở đây", "add a comma here"))
}

pub(super) fn unclosed(text: &str, at: usize, open: Option<usize>, close: u8) -> Diagnostic {
    let (found, close) = (found(text, at), char::from(close));
    let finding = syntax(
        Span { start: at, end: at + width(text, at) },
        format!("cần dấu phẩy hoặc {close}, gặp {}", found.vi),
        format!("expected a comma or {close}, found {}", found.en),
    );
    match opened(text, open) {
        Some((bracket, place)) if matches!(text.as_bytes().get(at), None | Some(b']' | b'}')) => {
            finding.hint(close_hint(bracket, place))
        }
        _ => finding.hint(phrase!(
            "nếu đây là chữ, đặt cả chuỗi trong nháy kép; nháy kép bên trong chuỗi viết \\\" hoặc “ ”",
            "if this is text, put all of it in double quotes; a double quote inside is written \\\" or “ ”"
        )),
    }
}

/// A word that is not JSON, with what it was meant to be where that can be told.
pub(super) fn bare_word(word: &str, field: Option<&Step>, span: Span) -> Diagnostic {
    let finding = syntax(span, format!("“{word}” không phải giá trị JSON"), format!("“{word}” is not a JSON value"));
    let write = |text: &str| phrase!("viết {text}", "write {text}");
    let is_date = matches!(field, Some(Step::Key(name)) if name.ends_with("_date"));
    if let Some(date) = written_date::of_text(word).filter(|_| is_date) {
        return finding.hint(write(&format!("\"{date}\"")));
    }
    finding.hint(match word.to_lowercase().as_str() {
        "true" => write("true"),
        "false" => write("false"),
        "null" | "none" | "nil" | "undefined" | "nan" => write("null"),
        _ => match plain_number(word) {
            Some(number) => write(&number),
            None => write(&format!("\"{word}\"")),
        },
    })
}

/// A number that is written in another way than JSON's: `05`, `+5`, `.5`.
fn plain_number(word: &str) -> Option<String> {
    let digits = word.trim_start_matches('+');
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(w, f)| (w, Some(f)));
    let all_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if !all_digits(whole) || !fraction.is_none_or(|f| !f.is_empty() && all_digits(f)) || word.is_empty() {
        return None;
    }
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        other => other,
    };
    Some(fraction.map_or_else(|| whole.to_owned(), |f| format!("{whole}.{f}")))
}

pub(super) fn foreign_quotes(body: &str, span: Span) -> Diagnostic {
    let shown: String = body.chars().take(20).collect();
    let more = if body.chars().count() > 20 { "…" } else { "" };
    syntax(span, "chuỗi phải nằm trong nháy kép thẳng (\")", "a string stands in straight double quotes (\")")
        .hint(phrase!("viết \"{shown}{more}\"", "write \"{shown}{more}\""))
}

pub(super) fn unclosed_string(text: &str, start: usize, end: usize) -> Diagnostic {
    let at_end = end >= text.len();
    let (vi, en) = if at_end {
        ("chuỗi chưa đóng nháy khi hết tệp", "the string is not closed at the end of the file")
    } else {
        ("chuỗi chưa đóng nháy khi hết dòng", "the string is not closed at the end of the line")
    };
    let finding =
        syntax(Span { start, end }, vi, en).hint(phrase!("thêm \" ở cuối chuỗi", "add \" at the end of the string"));
    if at_end {
        return finding;
    }
    finding.hint(phrase!("muốn xuống dòng trong chuỗi thì viết \\n", "a line break inside a string is written \\n"))
}

pub(super) fn raw_control(c: char, span: Span) -> Diagnostic {
    let code = u32::from(c);
    let finding = Diagnostic::of(
        registry::BAD_CHARACTER,
        "",
        phrase!("ký tự điều khiển U+{code:04X} trong chuỗi", "the control character U+{code:04X} in a string"),
    )
    .span(span);
    if c == '\t' {
        return finding.hint(phrase!("thay ký tự tab bằng dấu cách", "put a space instead of the tab"));
    }
    finding.hint(phrase!("xóa ký tự này", "delete this character"))
}

pub(super) fn lone_surrogate(unit: u32, span: Span) -> Diagnostic {
    Diagnostic::of(
        registry::LONE_SURROGATE,
        "",
        phrase!(
            "\\u{unit:04X} chỉ là một nửa ký tự (surrogate lẻ)",
            "\\u{unit:04X} is half a character (a lone surrogate)"
        ),
    )
    .span(span)
    .hint(phrase!(
        "viết chính ký tự đó, hoặc đủ cặp \\uD8xx\\uDCxx",
        "write the character itself, or the whole pair \\uD8xx\\uDCxx"
    ))
}

pub(super) fn bad_escape(escape: &str, span: Span) -> Diagnostic {
    let shown = escape.escape_debug().to_string().replace("\\\\", "\\");
    let finding = syntax(
        span,
        format!("“{shown}” không phải ký hiệu thoát của JSON"),
        format!("“{shown}” is not an escape of JSON"),
    );
    match escape.chars().nth(1) {
        Some('u') => finding.hint(phrase!(
            "sau \\u phải là bốn chữ số hệ 16, ví dụ \\u1EBF",
            "four hexadecimal digits follow \\u, e.g. \\u1EBF"
        )),
        Some(c @ '\'') => finding.hint(phrase!("viết {c} không cần dấu \\", "write {c} without \\")),
        _ => finding.hint(phrase!(
            "dấu \\ trong chuỗi viết \\\\; đường dẫn dùng dấu /",
            "a \\ in a string is written \\\\; paths use /"
        )),
    }
}

pub(super) fn comment(span: Span) -> Diagnostic {
    syntax(span, "JSON không có chú thích", "JSON has no comments")
        .hint(phrase!("xóa chú thích này", "delete this comment"))
}

/// White space that JSON does not know between values.
pub(super) fn is_foreign_space(c: char) -> bool {
    (c.is_whitespace() && !matches!(c, ' ' | '\t' | '\r' | '\n')) || matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}')
}

pub(super) fn foreign_space(c: char, span: Span) -> Diagnostic {
    let code = u32::from(c);
    syntax(
        span,
        format!("khoảng trắng U+{code:04X} đứng ngoài chuỗi"),
        format!("the white space U+{code:04X} outside a string"),
    )
    .hint(phrase!("thay bằng dấu cách thường", "put a plain space instead"))
}

/// `line`: where the name stands first.
pub(super) fn duplicate(member: &NodeMember, line: usize) -> Diagnostic {
    let name = &member.written;
    Diagnostic::of(
        registry::DUPLICATE_FIELD,
        "",
        phrase!(
            "trường \"{name}\" viết hai lần, lần đầu ở dòng {line}",
            "the field \"{name}\" is written twice, first in line {line}"
        ),
    )
    .span(member.name_span)
    .hint(phrase!("giữ lại một", "keep one of them"))
}

/// A finding about the form of the file.
fn syntax(span: Span, vi: impl Into<String>, en: impl Into<String>) -> Diagnostic {
    Diagnostic::of(registry::SYNTAX, "", Phrase::new(vi, en)).span(span)
}
