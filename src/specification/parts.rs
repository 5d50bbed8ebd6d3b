//! What a specification would cost, counted before anything is read. Each block, item, run, line and field costs memory in
//! every stage, however little it says, and so does a paragraph that never ends, for it is set as a whole. What no document
//! needs is refused here, so that memory grows with the size of the file alone.

use std::ops::Range;

use super::each_text::each_rich_text;
use super::types::Spec;
use crate::diag::{Diagnostic, Pointer, Span, phrase, registry};

/// So many parts may have nothing to say: those of some thousand pages.
const FREE_PARTS: usize = 24_000;
/// Beyond them, how many bytes a part has at least on average: a line of text has more.
const BYTES_PER_PART: usize = 75;
/// Fields that count as one part.
const FIELDS_PER_PART: usize = 4;

/// So many rows and cells of tables may say nothing: what stands in a list inside a list costs less than a paragraph.
const FREE_CELLS: usize = 80_000;
/// Beyond them, how many bytes a cell has at least on average: a number and its comma have as many.
const BYTES_PER_CELL: usize = 9;
/// The most of them, as in a file that rows come from.
const MOST_CELLS: usize = 1 << 20;

/// The longest text in bytes as they are written: some sixty pages without a paragraph's end.
const LONGEST_TEXT: usize = 256 << 10;

/// The finding where a file has more parts than one of its size may have, or a string that is too long.
pub(super) fn check(bytes: &[u8]) -> Option<Diagnostic> {
    let Counted { parts: found, cells, longest } = count(bytes);
    let most = FREE_PARTS + bytes.len() / BYTES_PER_PART;
    if found > most {
        return Some(too_many(found, most));
    }
    let most_cells = (FREE_CELLS + bytes.len() / BYTES_PER_CELL).min(MOST_CELLS);
    if cells > most_cells {
        return Some(too_many_cells(cells, most_cells));
    }
    let span = Span { start: longest.start, end: longest.start + 1 };
    (longest.len() > LONGEST_TEXT).then(|| text_too_long("", longest.len()).span(span))
}

fn too_many_cells(found: usize, most: usize) -> Diagnostic {
    let finding = Diagnostic::of(
        registry::TOO_MANY_PARTS,
        "",
        phrase!(
            "các bảng có {found} hàng và ô, quá nhiều so với lượng nội dung; tệp cỡ này được nhiều nhất {most}",
            "the tables have {found} rows and cells, too many for so little text; a file of this size may have {most}"
        ),
    );
    finding.span(Span { start: 0, end: 1 }).hint(phrase!(
        "bỏ các hàng và ô trống, hoặc tách thành nhiều văn bản",
        "leave out empty rows and cells, or make several documents of it"
    ))
}

fn too_many(found: usize, most: usize) -> Diagnostic {
    let finding = Diagnostic::of(
        registry::TOO_MANY_PARTS,
        "",
        phrase!(
            "đặc tả có {found} phần (khối, ý, dòng, trường), quá nhiều so với lượng nội dung; tệp cỡ này được nhiều nhất {most} phần",
            "the specification has {found} parts (blocks, items, lines, fields), too many for so little text; a file of this size may have {most}"
        ),
    );
    finding.span(Span { start: 0, end: 1 }).hint(phrase!(
        "bỏ các khối và dòng gần như trống, hoặc tách thành nhiều văn bản",
        "leave out blocks and lines that say next to nothing, or make several documents of it"
    ))
}

/// The finding where the runs of a text are too long together; each of them has passed [`check`].
pub(super) fn check_texts(spec: &Spec) -> Option<Diagnostic> {
    let mut found = None;
    each_rich_text(spec, &mut |text, at| {
        let length = text.0.iter().map(|run| run.text().len()).sum();
        if found.is_none() && length > LONGEST_TEXT {
            found = Some(text_too_long(at(), length));
        }
    });
    found
}

fn text_too_long(at: impl Into<Pointer>, length: usize) -> Diagnostic {
    let (found, most) = (length >> 10, LONGEST_TEXT >> 10);
    Diagnostic::of(
        registry::TEXT_TOO_LONG,
        at,
        phrase!(
            "một đoạn dài {found} KB, nhiều nhất {most} KB (khoảng 60 trang)",
            "one text is {found} KB long, at most {most} KB (some 60 pages) are set"
        ),
    )
    .hint(phrase!("tách thành nhiều đoạn", "make several paragraphs of it"))
}

/// What was counted.
struct Counted {
    /// What stands in arrays, the line breaks in texts, and the fields by their weight.
    parts: usize,
    /// Of what stands in arrays, what stands in one that is in another, and these: rows and cells of tables, for which nothing else counts.
    cells: usize,
    /// The bytes of the longest string.
    longest: Range<usize>,
}

/// Counts; of malformed JSON as far as it can be told.
fn count(bytes: &[u8]) -> Counted {
    let (mut elements, mut cells, mut fields, mut longest) = (0_usize, 0_usize, 0_usize, 0..0);
    // for each open array or object, whether it is an array
    let mut open: Vec<bool> = Vec::new();
    let is_row = |open: &[bool]| open.ends_with(&[true, true]) && !open.ends_with(&[true, true, true]);
    let (mut at, mut is_first) = (0, false);
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        if byte.is_ascii_whitespace() {
            continue;
        }
        if is_first && byte != b']' {
            *(if is_row(&open) { &mut cells } else { &mut elements }) += 1;
        }
        is_first = byte == b'[';
        match byte {
            b'"' => {
                let length = string_length(&bytes[at..], &mut elements);
                if length > longest.len() {
                    longest = at - 1..at + length;
                }
                at += length;
            }
            b'[' | b'{' => {
                open.push(byte == b'[');
                // the array is a row, which was counted as what stands in the array around it
                if byte == b'[' && is_row(&open) {
                    elements = elements.saturating_sub(1);
                    cells += 1;
                }
            }
            b']' | b'}' => {
                open.pop();
            }
            b',' if is_row(&open) => cells += 1,
            b',' if open.last() == Some(&true) => elements += 1,
            b':' => fields += 1,
            _ => {}
        }
    }
    Counted { parts: elements + fields / FIELDS_PER_PART, cells, longest }
}

/// How many bytes follow to the end of a string, its closing quote among them; line breaks in it are counted.
fn string_length(text: &[u8], breaks: &mut usize) -> usize {
    let mut at = 0;
    while let Some(found) = text[at..].iter().position(|byte| matches!(byte, b'"' | b'\\')) {
        at += found;
        if text[at] == b'"' {
            return at + 1;
        }
        let escape = &text[at + 1..];
        if escape.starts_with(b"n") || escape.get(..5).is_some_and(|code| code.eq_ignore_ascii_case(b"u000a")) {
            *breaks += 1;
        }
        at = (at + 2).min(text.len());
    }
    text.len()
}
