//! One export that reaches all of the library, so that the linker keeps what a program for browsers would keep.

use vanban::{NoPictures, Options, Resources, font::FontBook};

const SPEC: &[u8] = include_bytes!("../../../samples/to-trinh.json");

/// Renders a sample to both files: how many bytes they have; 0: it failed.
#[unsafe(no_mangle)]
pub extern "C" fn render_sample() -> usize {
    let Ok(fonts) = FontBook::bundled() else { return 0 };
    let resources = Resources { fonts: &fonts, pictures: &NoPictures };
    let rendered = vanban::render(SPEC, resources, &Options::default()).unwrap_or_default();
    [rendered.docx, rendered.pdf].into_iter().flatten().map(|file| file.len()).sum()
}
