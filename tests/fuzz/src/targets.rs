//! What a fuzzer, and the test that replays its corpus, does with bytes: everything that the readers can do with a file,
//! rendering them as a specification, and rendering the document that they describe.

#[path = "document.rs"]
mod document;

use std::io::{Cursor, Write as _};
use std::sync::{LazyLock, Mutex, PoisonError};

use vanban::font::FontBook;
use vanban::read::{self, docx, pdf, pictures};
use vanban::{Options, PictureError, PictureSource, Renderer, Resources};

use crate::promises;

/// The parts that a Word file is looked into for.
const PARTS: [&str; 5] = [
    "customXml/item1.xml",
    "word/document.xml",
    "word/_rels/document.xml.rels",
    "docProps/custom.xml",
    "docProps/app.xml",
];

/// Reads a Word file. Bytes that begin with a digit from 0 to 4 are no file but one of [`PARTS`] in an otherwise sound file:
/// a checksum would keep a fuzzer out of the parts.
pub fn read_docx(data: &[u8]) {
    match data.split_first() {
        Some((digit @ b'0'..=b'4', part)) => docx_file(&around(usize::from(digit - b'0'), part)),
        _ => docx_file(data),
    }
}

fn docx_file(data: &[u8]) {
    let _ = read::kind(data);
    let _ = read::source(data);
    let _ = read::metadata(data);
    let Ok(file) = docx::open(data) else { return };
    let _ = pictures::parts(&file);
    let _ = read::metadata_of_docx(&file);
    let _ = read::story::words(&file);
    let _ = file.story_sha256();
    for name in file.names() {
        let _ = file.part(name);
    }
}

fn around(which: usize, part: &[u8]) -> Vec<u8> {
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (index, name) in PARTS.iter().chain(&["[Content_Types].xml"]).enumerate() {
        zip.start_file(*name, options).unwrap();
        zip.write_all(if index == which { part } else { b"<x/>" }).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Reads a PDF.
pub fn read_pdf(data: &[u8]) {
    let _ = read::source(data);
    let _ = read::metadata(data);
    let first = pdf::first_end(data);
    assert!(first <= data.len());
    // what has nothing behind its first revision is not signed
    assert!(pdf::signing(data, first).is_err() || first < data.len());
    let Ok(file) = pdf::open(data) else { return };
    let _ = file.signature_fields();
    assert!(file.first_revision().len() <= data.len());
    assert!(file.revisions() > 0);
    let _ = read::metadata_of_pdf(&file);
    let _ = file.attachment();
}

/// A sound picture under every name: a specification that names one shall go all the way.
struct OnePicture;

impl PictureSource for OnePicture {
    fn picture(&self, _name: &str) -> Result<Vec<u8>, PictureError> {
        Ok(include_bytes!("../../../samples/pictures/chu-ky.png").to_vec())
    }
}

static FONTS: LazyLock<FontBook> = LazyLock::new(|| FontBook::bundled().unwrap());

/// Renders the document that bytes describe, and holds the result against everything that documents promise; and against what
/// a renderer makes of it that has made all documents before. Tells whether files came of it.
pub fn document(data: &[u8]) -> bool {
    static USED: LazyLock<Mutex<Renderer>> = LazyLock::new(|| Mutex::new(Renderer::new(FONTS.clone())));
    let spec = document::of(data).to_string();
    let resources = Resources::new(&FONTS).pictures(&OnePicture);
    let options = Options::default();
    let stages = vanban::run_stages(spec.as_bytes(), resources, &options);
    let alone = vanban::render(spec.as_bytes(), resources, &options).expect("files of every sound document");
    let made = promises::judge(&stages, &alone).unwrap_or_else(|broken| panic!("{broken}\n{spec}"));
    let mut used = USED.lock().unwrap_or_else(PoisonError::into_inner);
    let again = used.render(spec.as_bytes(), &OnePicture, &options).expect("files once more");
    assert!(alone.findings == again.findings && alone.files == again.files, "a used renderer makes others: {spec}");
    made
}

/// Renders a specification. Whatever it says, there are findings or files.
pub fn render(data: &[u8]) {
    let resources = Resources::new(&FONTS).pictures(&OnePicture);
    let rendered = vanban::render(data, resources, &Options::default()).expect("files of every sound document");
    let is_sound = !rendered.findings.has_errors();
    assert_eq!(
        (rendered.bytes(vanban::Format::Docx).is_some(), rendered.bytes(vanban::Format::Pdf).is_some()),
        (is_sound, is_sound)
    );
    // a file that we wrote can be read back
    if let Some(file) = rendered.bytes(vanban::Format::Docx) {
        assert!(read::source(file).is_ok_and(|source| source == data), "the specification comes back");
    }
}
