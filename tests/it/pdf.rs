//! The PDF of pages put together by hand.

use crate::pdf_pages::everything;
use vanban::font::FontBook;

fn write(pages: &vanban::pages::Pages) -> Vec<u8> {
    vanban::pdf::write(pages, &FontBook::bundled().unwrap()).unwrap()
}

#[test]
fn two_runs_give_equal_bytes() {
    let first = write(&everything());
    std::fs::write(std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("everything.pdf"), &first).unwrap();
    assert_eq!(first, write(&everything()));
}
