//! CSV (RFC 4180) as programs write it: parted by commas, semicolons or tabs, in UTF-8 or UTF-16.

use crate::diag::{Diagnostic, phrase, registry};

use super::area::CellArea;
use super::{SheetGrid, fault, grid_of};

/// Reads the file.
pub(super) fn grid(bytes: &[u8], area: &CellArea) -> Result<SheetGrid, Box<Diagnostic>> {
    let text = decoded(bytes).ok_or_else(|| {
        fault(
            registry::ROWS_FILE,
            phrase!("tệp CSV không phải UTF-8 hay UTF-16", "the CSV file is neither UTF-8 nor UTF-16"),
            phrase!("lưu lại dạng “CSV UTF-8”", "save it as “CSV UTF-8”"),
        )
    })?;
    // Excel writes the separator in a first line of its own
    let (separator, text) = match text.strip_prefix("sep=").and_then(|rest| rest.split_once('\n')) {
        Some((line, rest)) => (line.chars().next().unwrap_or(','), rest),
        None => (separator(&text), text.as_str()),
    };
    grid_of(records(text, separator), area)
}

fn decoded(bytes: &[u8]) -> Option<String> {
    let wide = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        String::from_utf16(&units).ok()
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes),
        _ => std::str::from_utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)).ok().map(ToOwned::to_owned),
    }
}

/// The separator that stands most often in the first record, outside quotes.
fn separator(text: &str) -> char {
    let (mut counts, mut is_quoted) = ([(',', 0), (';', 0), ('\t', 0)], false);
    for c in text.chars() {
        match c {
            '"' => is_quoted = !is_quoted,
            '\n' if !is_quoted => break,
            c if !is_quoted => {
                counts.iter_mut().filter(|(separator, _)| *separator == c).for_each(|(_, count)| *count += 1)
            }
            _ => {}
        }
    }
    // at a draw the semicolon: decimals have commas
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or(0);
    let usual = [';', '\t', ','].into_iter();
    usual.into_iter().find(|separator| counts.contains(&(*separator, most))).unwrap_or(',')
}

fn records(text: &str, separator: char) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut is_quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if is_quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' if is_quoted => is_quoted = false,
            '"' if cell.is_empty() => is_quoted = true,
            c if is_quoted => cell.push(c),
            c if c == separator => row.push(std::mem::take(&mut cell).trim().to_owned()),
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' | '\r' => {
                row.push(std::mem::take(&mut cell).trim().to_owned());
                rows.push(std::mem::take(&mut row));
            }
            c => cell.push(c),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell.trim().to_owned());
        rows.push(row);
    }
    // a line with nothing at all is no row
    rows.retain(|row| row.len() > 1 || row.first().is_some_and(|cell| !cell.is_empty()));
    rows
}

#[cfg(test)]
mod tests {
    use super::{decoded, records, separator};

    #[test]
    fn records_are_parted() {
        assert_eq!(records("a;\"b;\"\"c\"\"\"\r\n\r\n 1,5 ;\"x\ny\"", ';'), [["a", "b;\"c\""], ["1,5", "x\ny"]]);
        assert_eq!(["a;1,5\n", "a,b\n", "a\tb\n", "\"a;b;c\",d\n"].map(separator), [';', ',', '\t', ',']);
        assert_eq!(decoded(b"\xff\xfeS\0\xd1\x1e").as_deref(), Some("S\u{1ed1}"), "Số in UTF-16 without its end");
        assert_eq!(decoded(b"\xfe\xff\0S").as_deref(), Some("S"));
        assert_eq!(decoded(b"\xe8\xe9"), None);
    }
}
