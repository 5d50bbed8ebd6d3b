//! Judges of the tags: what poppler reads aloud is what the normal form says, word for word, in reading order.

use std::fs;
use std::path::Path;

use unicode_normalization::is_nfc;
use vanban::font::FontBook;
use vanban::model::{Block, BlockKind, Document, Role};

use super::{ask, compliant, judged, said};
use crate::pdf_pages::write_pdf;
use crate::pdf_tags::uncommon;
use crate::words;

#[test]
fn pdfinfo_reads_every_word_aloud_in_order() {
    for judged in judged().into_iter().flatten() {
        let text = read_aloud(&judged.pdf);
        let name = &judged.sample.name;
        assert!(is_nfc(&text), "{name}");
        let (got, wanted) = (words::split(&text), expected(&judged.document));
        assert!(wanted.len() > 100, "{name}: the words of the normal form were not found");
        let at = got.iter().zip(&wanted).take_while(|(got, wanted)| got == wanted).count();
        let near = |words: &[String]| words[at.saturating_sub(6).min(words.len())..words.len().min(at + 6)].join(" ");
        assert_eq!(got, wanted, "{name}: word {at}, “{}” was expected, “{}” came", near(&wanted), near(&got));
    }
}

/// The strings that `pdfinfo -struct-text` prints, one after the other without anything between them: a space between
/// two words must be in the file.
fn read_aloud(pdf: &Path) -> String {
    let output = ask("pdfinfo", ["-struct-text".as_ref(), "-enc".as_ref(), "UTF-8".as_ref(), pdf.as_os_str()]);
    // Poppler knows no attributes of form fields that are printed (ISO 32000-1, table 348), which boxes to be ticked have
    let told = String::from_utf8_lossy(&output.stderr);
    let is_known = |line: &str| line.contains("Wrong Attribute") && line.ends_with("in element Form");
    assert!(output.status.success() && told.lines().all(is_known), "{}", said(&output));
    let listing = String::from_utf8(output.stdout).unwrap();
    let string = |line: &str| line.trim_start().strip_prefix('"')?.strip_suffix('"').map(str::to_owned);
    listing.lines().filter_map(string).collect()
}

/// The words as they are to be read: the header block down its left column (organ, number), then down its right one (motto,
/// place and date); everything else as it stands; what is above the text of page 1 first, its foot last. No page number, nothing twice.
fn expected(document: &Document) -> Vec<String> {
    let mut out = Vec::new();
    let read = document.sections().flat_map(|section| {
        let margins = &section.furniture;
        margins.first_header.iter().chain(&section.blocks).chain(&margins.first_footer)
    });
    for block in read {
        match &block.kind {
            BlockKind::Table(table) if block.role == Role::HeaderBlock => {
                for column in 0..table.columns.len() {
                    table.rows.iter().for_each(|row| push(&row.cells[column].blocks, &mut out));
                }
            }
            BlockKind::Paragraph(_) | BlockKind::Rule(_) | BlockKind::Table(_) => {
                push(std::slice::from_ref(block), &mut out);
            }
        }
    }
    out
}

fn push(blocks: &[Block], out: &mut Vec<String>) {
    out.extend(words::split(&words::of_blocks(blocks)));
}

/// What no specification has yet: tables, deep lists, links inside the document, page numbers that begin anew.
#[test]
fn pages_with_a_table_and_links_are_accepted() {
    if judged().is_none() {
        return;
    }
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("uncommon.pdf");
    fs::write(&file, write_pdf(&uncommon(), &FontBook::bundled().unwrap()).unwrap()).unwrap();
    let output = ask("qpdf", ["--check".as_ref(), file.as_os_str()]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let files = [file.clone()];
    compliant("2a", &files);
    compliant("ua1", &files);
    let text = read_aloud(&file);
    let read = "PHỤ LỤC 1. Cấp tỉnh a) Cấp xã - Thôn, tổ dân phố Xem Cổng thông tin điện tử Chính phủ và Phụ lục II \
                Đơn vị Kinh phí Xã Thất Khê 1.200 Phường Đông Kinh một nghìn hai trăm PHỤ LỤC II";
    assert_eq!(words::split(&text), words::split(read));
}
