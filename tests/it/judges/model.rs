//! What the model can say and no specification asks for yet, before the judges: sections of several shapes, tables that hold
//! data, cells that span.

use std::ffi::OsString;
use std::fs;
use std::path::Path;

use vanban::font::FontBook;
use vanban::layout::layout;

use super::{ask, compliant, judged, said, script, twins};
use crate::sections::three_sections;

#[test]
fn sections_and_tables_are_without_fault_and_the_same_in_both_files() {
    if judged().is_none() {
        return;
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("model");
    fs::create_dir_all(&folder).unwrap();
    let (docx, pdf) = (folder.join("sections.docx"), folder.join("sections.pdf"));
    let mut document = three_sections();
    let fonts = FontBook::bundled().unwrap();
    let pages = layout(&mut document, &fonts);
    fs::write(&pdf, crate::pdf_pages::write_pdf(&pages, &fonts).unwrap()).unwrap();
    let beside = vanban::docx::Beside { source: b"{}", page_count: pages.pages.len(), partings: &pages.partings };
    let word = vanban::docx::write(&document, &beside, &mut vanban::docx::WordCache::default()).unwrap();
    fs::write(&docx, word).unwrap();

    let output = ask(script("openxml"), [&docx]);
    assert!(said(&output).contains("\"errors\": []"), "{}", said(&output));
    compliant("2a", std::slice::from_ref(&pdf));
    compliant("ua1", std::slice::from_ref(&pdf));
    let office = folder.join("office");
    twins::convert(&office, [&docx].into_iter());
    let row: [OsString; 4] = ["--row".into(), "sections".into(), pdf.into(), office.join("sections.pdf").into()];
    let output = ask(script("twins.py"), row);
    assert!(output.status.success(), "{}", said(&output));
}
