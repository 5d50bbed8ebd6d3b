//! How fast: our two files of the real report, and the same report's text by docx-rs and printpdf.
//! `cargo bench --manifest-path tests/peers/Cargo.toml --target-dir target`

use divan::{Bencher, black_box};
use vanban::{Formats, Options, Resources};
use vanban_peers::{SamplePictures, fonts, render, report, words};

fn main() {
    divan::main();
}

/// The report's body is a little over two and a half pages.
const BODIES: &[usize] = &[1, 2, 4, 9, 18, 36, 72, 115, 144, 288];

#[divan::bench(args = BODIES)]
fn vanban_both_files(bencher: Bencher<'_, '_>, bodies: usize) {
    let (fonts, spec) = (fonts(), report(bodies));
    let pages = render(&spec, &fonts).page_count;
    bencher.counter(divan::counter::ItemsCount::new(pages)).bench_local(|| render(black_box(&spec), &fonts));
}

fn one_format(bencher: Bencher<'_, '_>, formats: Formats) {
    let (fonts, spec) = (fonts(), report(1));
    let mut options = Options::default();
    options.formats = formats;
    bencher.bench_local(|| {
        let resources = Resources { fonts: &fonts, pictures: &SamplePictures };
        vanban::render(black_box(&spec), resources, &options)
    });
}

#[divan::bench]
fn vanban_docx_3_pages(bencher: Bencher<'_, '_>) {
    one_format(bencher, Formats::Docx);
}

#[divan::bench]
fn vanban_pdf_3_pages(bencher: Bencher<'_, '_>) {
    one_format(bencher, Formats::Pdf);
}

#[divan::bench]
fn fonts_parsed(bencher: Bencher<'_, '_>) {
    bencher.bench_local(fonts);
}

/// The report's words in paragraphs of sixty.
fn paragraphs() -> Vec<String> {
    let (fonts, spec) = (fonts(), report(1));
    let resources = Resources { fonts: &fonts, pictures: &SamplePictures };
    let document = vanban::run_stages(&spec, resources, &Options::default()).document.expect("a sound sample");
    words(&document).chunks(60).map(|words| words.join(" ")).collect()
}

#[divan::bench]
fn docx_rs_docx_3_pages(bencher: Bencher<'_, '_>) {
    use docx_rs::{Docx, Paragraph, Run, RunFonts};
    let paragraphs = paragraphs();
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

#[divan::bench]
fn printpdf_pdf_3_pages(bencher: Bencher<'_, '_>) {
    use printpdf::{Mm, Op, ParsedFont, PdfDocument, PdfFontHandle, PdfPage, PdfSaveOptions, Point, Pt, TextItem};
    let paragraphs = paragraphs();
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
