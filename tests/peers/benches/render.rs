//! How fast in a warm process: our two files of the real report and of documents that differ, and the real report's text by
//! docx-rs and printpdf.
//! `cargo bench --manifest-path tests/peers/Cargo.toml --target-dir target`

use divan::{Bencher, black_box};
use vanban::{Formats, Options, Renderer, Resources};
use vanban_peers::corpus::{Corpus, TypeKey};
use vanban_peers::{SamplePictures, fonts, render, report, words};

fn main() {
    divan::main();
}

/// What is rendered.
#[derive(Clone, Copy, Debug)]
enum Text {
    /// The real report; for many pages its body again and again.
    Repeated,
    /// Documents that differ from each other, with text that differs from page to page.
    Different(TypeKey),
}
use Text::{Different, Repeated};

type Case = (usize, Text);
const CASES: [Case; 6] = [
    (3, Repeated),
    (3, Different(TypeKey::First)),
    (3, Different(TypeKey::Last)),
    (300, Repeated),
    (300, Different(TypeKey::First)),
    (300, Different(TypeKey::Last)),
];

/// The specifications of a case, one after the other and again from the beginning.
fn specifications((pages, text): Case) -> impl Iterator<Item = Vec<u8>> {
    let specs = match text {
        Repeated => vec![report(pages)],
        Different(type_key) => Corpus::new(1).batch(if pages > 100 { 3 } else { 100 }, pages, type_key),
    };
    specs.into_iter().cycle()
}

#[divan::bench(args = CASES)]
fn vanban_both_files(bencher: Bencher<'_, '_>, case: Case) {
    let (fonts, mut specs) = (fonts(), specifications(case));
    bencher.with_inputs(|| specs.next()).bench_local_refs(|spec| render(black_box(spec.as_ref().unwrap()), &fonts));
}

/// With one renderer for all documents, which remembers the subsets of the faces and parts of the Word file.
#[divan::bench(args = CASES)]
fn vanban_both_files_one_renderer(bencher: Bencher<'_, '_>, case: Case) {
    let (mut renderer, mut specs) = (Renderer::new(fonts()), specifications(case));
    bencher.with_inputs(|| specs.next()).bench_local_refs(|spec| {
        renderer.render(black_box(spec.as_ref().unwrap()), &SamplePictures, &Options::default())
    });
}

/// Two hundred documents of three pages, one renderer.
#[divan::bench(args = [TypeKey::First, TypeKey::Last], sample_count = 20, sample_size = 1)]
fn vanban_batch_of_200(bencher: Bencher<'_, '_>, type_key: TypeKey) {
    let specs = Corpus::new(2).batch(200, 3, type_key);
    let fonts = fonts();
    bencher.bench_local(|| {
        let mut renderer = Renderer::new(fonts.clone());
        for spec in &specs {
            black_box(renderer.render(spec, &SamplePictures, &Options::default())).expect("a sound specification");
        }
    });
}

fn one_format(bencher: Bencher<'_, '_>, case: Case, formats: Formats) {
    let (fonts, mut specs) = (fonts(), specifications(case));
    let mut options = Options::default();
    options.formats = formats;
    bencher.with_inputs(|| specs.next()).bench_local_refs(|spec| {
        let resources = Resources { fonts: &fonts, pictures: &SamplePictures };
        vanban::render(black_box(spec.as_ref().unwrap()), resources, &options)
    });
}

#[divan::bench(args = CASES)]
fn vanban_docx(bencher: Bencher<'_, '_>, case: Case) {
    one_format(bencher, case, Formats::Docx);
}

#[divan::bench(args = CASES)]
fn vanban_pdf(bencher: Bencher<'_, '_>, case: Case) {
    one_format(bencher, case, Formats::Pdf);
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
