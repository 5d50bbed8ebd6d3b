//! Bytes to text: UTF-8, with or without a byte order mark. Anything else is named.

use crate::diag::{Diagnostic, Span, phrase, registry};

/// The byte order mark of UTF-8, which some editors write.
pub(super) const BOM: &[u8] = "\u{feff}".as_bytes();

/// The text, or why the bytes are none.
pub(super) fn text(bytes: &[u8]) -> Result<&str, Box<Diagnostic>> {
    if let Some(name) = wide_encoding(bytes) {
        return Err(Box::new(utf16(name)));
    }
    std::str::from_utf8(bytes).map_err(|fault| Box::new(not_utf8(bytes, fault.valid_up_to())))
}

/// The name of an encoding of two or four bytes a character: by its byte order mark, else by the zero beside the first `{`.
fn wide_encoding(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] | [_, 0, 0, 0, ..] | [0, 0, 0, _, ..] => Some("UTF-32"),
        [0xff, 0xfe, ..] | [_, 0, _, 0, ..] => Some("UTF-16LE"),
        [0xfe, 0xff, ..] | [0, _, 0, _, ..] => Some("UTF-16BE"),
        _ => None,
    }
}

fn utf16(name: &str) -> Diagnostic {
    Diagnostic::of(
        registry::UTF16,
        "",
        phrase!("tệp ghi bằng mã {name}, cần UTF-8", "the file is in {name}, UTF-8 is needed"),
    )
    .span(Span { start: 0, end: 2 })
    .hint(phrase!(
        "mở bằng trình soạn thảo, chọn “Lưu thành…” với bảng mã UTF-8",
        "open it in an editor and save it with the encoding UTF-8"
    ))
}

fn not_utf8(bytes: &[u8], at: usize) -> Diagnostic {
    let byte = bytes.get(at).copied().unwrap_or_default();
    Diagnostic::of(
        registry::NOT_UTF8,
        "",
        phrase!(
            "byte thứ {place} (0x{byte:02X}) không phải UTF-8",
            "byte {place} (0x{byte:02X}) is not UTF-8",
            place = at + 1
        ),
    )
    .span(Span { start: at, end: at + 1 })
    .hint(phrase!(
        "lưu lại tệp với bảng mã UTF-8 (văn bản gõ bằng TCVN3, VNI hay Windows-1258 phải chuyển mã trước)",
        "save the file with the encoding UTF-8 (text in TCVN3, VNI or Windows-1258 must be converted first)"
    ))
}
