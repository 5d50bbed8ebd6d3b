//! How fast in a warm process: our two files of the real report, and the same report's text by docx-rs and printpdf.
//! `cargo bench --manifest-path tests/peers/Cargo.toml --target-dir target`

use divan::{Bencher, black_box};
use vanban::{Formats, Options, Renderer, Resources};
use vanban_peers::{SamplePictures, fonts, render, report, words};

fn main() {
    divan::main();
}

#[divan::bench(args = [3, 300])]
fn vanban_both_files(bencher: Bencher<'_, '_>, pages: usize) {
    let (fonts, spec) = (fonts(), report(pages));
    bencher.bench_local(|| render(black_box(&spec), &fonts));
}

/// With one renderer for all documents, which remembers the subsets of the faces.
#[divan::bench(args = [3, 300])]
fn vanban_both_files_one_renderer(bencher: Bencher<'_, '_>, pages: usize) {
    let (mut renderer, spec) = (Renderer::new(fonts()), report(pages));
    bencher.bench_local(|| renderer.render(black_box(&spec), &SamplePictures, &Options::default()));
}

fn one_format(bencher: Bencher<'_, '_>, pages: usize, formats: Formats) {
    let (fonts, spec) = (fonts(), report(pages));
    let mut options = Options::default();
    options.formats = formats;
    bencher.bench_local(|| {
        let resources = Resources { fonts: &fonts, pictures: &SamplePictures };
        vanban::render(black_box(&spec), resources, &options)
    });
}

#[divan::bench(args = [3, 300])]
fn vanban_docx(bencher: Bencher<'_, '_>, pages: usize) {
    one_format(bencher, pages, Formats::Docx);
}

#[divan::bench(args = [3, 300])]
fn vanban_pdf(bencher: Bencher<'_, '_>, pages: usize) {
    one_format(bencher, pages, Formats::Pdf);
}

#[divan::bench]
fn fonts_parsed(bencher: Bencher<'_, '_>) {
    bencher.bench_local(fonts);
}

/// The report's words in paragraphs of sixty.
fn paragraphs(pages: usize) -> Vec<String> {
    let (fonts, spec) = (fonts(), report(pages));
    let resources = Resources { fonts: &fonts, pictures: &SamplePictures };
    let document = vanban::run_stages(&spec, resources, &Options::default()).document.expect("a sound sample");
    words(&document).chunks(60).map(|words| words.join(" ")).collect()
}

#[divan::bench(args = [3, 300])]
fn docx_rs_docx(bencher: Bencher<'_, '_>, pages: usize) {
    use docx_rs::{Docx, Paragraph, Run, RunFonts};
    let paragraphs = paragraphs(pages);
    bencher.bench_local(|| {
        let fonts = || RunFonts::new().ascii("Times New Roman");
        let docx = paragraphs.iter().fold(Docx::new(), |docx, text| {
            docx.add_paragraph(Paragraph::new().add_run(Run::new().add_text(text).size(28).fonts(fonts())))
        });
        let mut file = std::io::Cursor::new(Vec::new());
        docx.build().pack(&mut file).expect("packed");
        file.into_inner()
    });
}

#[divan::bench(args = [3, 300])]
fn printpdf_pdf(bencher: Bencher<'_, '_>, pages: usize) {
    use printpdf::{Mm, Op, ParsedFont, PdfDocument, PdfFontHandle, PdfPage, PdfSaveOptions, Point, Pt, TextItem};
    let paragraphs = paragraphs(pages);
    let bytes = include_bytes!("../../../fonts/LiberationSerif-Regular.ttf");
    bencher.bench_local(|| {
        let mut document = PdfDocument::new("report");
        let face = ParsedFont::from_bytes(bytes, 0, &mut Vec::new()).expect("a sound font");
        let font = PdfFontHandle::External(document.add_font(&face));
        let mut pages = Vec::new();
        for text in paragraphs.chunks(7) {
            let mut ops = vec![Op::StartTextSection, Op::SetFont { font: font.clone(), size: Pt(14.0) }];
            ops.push(Op::SetTextCursor { pos: Point::new(Mm(30.0), Mm(270.0)) });
            ops.push(Op::SetLineHeight { lh: Pt(16.1) });
            for line in text.iter().flat_map(|t| t.as_bytes().chunks(90)) {
                let line = String::from_utf8_lossy(line).into_owned();
                ops.push(Op::ShowText { items: vec![TextItem::Text(line)] });
                ops.push(Op::AddLineBreak);
            }
            ops.push(Op::EndTextSection);
            pages.push(PdfPage::new(Mm(210.0), Mm(297.0), ops));
        }
        document.with_pages(pages).save(&PdfSaveOptions::default(), &mut Vec::new())
    });
}
