//! Pictures as files: what no decoder could show is found before a file is made, what two decoders would show in two ways
//! too, and of what is sound only the picture itself goes into the Word file.

use std::io::Write as _;

use png::{BitDepth, ColorType, Encoder};
use serde_json::json;
use vanban::font::FontBook;
use vanban::{Format, Options, PictureError, PictureSource, Rendered, Renderer, Resources};

use crate::compose_support::report_with;

struct One<'a>(&'a [u8]);

impl PictureSource for One<'_> {
    fn picture(&self, _name: &str) -> Result<Vec<u8>, PictureError> {
        Ok(self.0.to_vec())
    }
}

fn spec() -> Vec<u8> {
    let signature = json!({ "position": "Giám đốc", "signer": "Nguyễn Văn A", "image": { "file": "chu-ky.png" } });
    serde_json::to_vec(&report_with(&json!({ "number": 5, "signatures": [signature] }))).unwrap()
}

fn render(picture: &[u8]) -> Rendered {
    let fonts = FontBook::bundled().unwrap();
    vanban::render(&spec(), Resources::new(&fonts).pictures(&One(picture)), &Options::default())
        .unwrap_or_else(|fault| panic!("a fault of the program: {fault}"))
}

/// Whether a picture is refused, with its place; checking says the same as rendering.
fn is_damaged(picture: &[u8]) -> bool {
    let rendered = render(picture);
    let fonts = FontBook::bundled().unwrap();
    let checked = vanban::check(&spec(), Resources::new(&fonts).pictures(&One(picture)), &Options::default());
    assert_eq!(checked, rendered.findings);
    let errors: Vec<_> = rendered.findings.iter().map(|finding| (finding.code, finding.at.to_string())).collect();
    assert_eq!(rendered.files.len(), if errors.is_empty() { 2 } else { 0 });
    match &errors[..] {
        [] => false,
        [("VB115", at)] if at == "/signatures/0/image/file" => true,
        other => panic!("{other:?}"),
    }
}

/// A chunk of any kind.
fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let checked = [kind, data].concat();
    let mut crc = flate2::Crc::new();
    crc.update(&checked);
    [&u32::try_from(data.len()).unwrap().to_be_bytes()[..], &checked, &crc.sum().to_be_bytes()].concat()
}

fn deflated(data: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(data).unwrap();
    encoder.finish().unwrap()
}

/// The chunks of a picture by hand.
#[derive(Clone)]
struct Made {
    header: [u8; 13],
    before_data: Vec<(&'static [u8; 4], Vec<u8>)>,
    data: Vec<Vec<u8>>,
}

impl Made {
    fn new(width: u8, height: u8, depth: u8, colour: u8, rows: &[u8]) -> Self {
        let header = [0, 0, 0, width, 0, 0, 0, height, depth, colour, 0, 0, 0];
        Self { header, before_data: Vec::new(), data: vec![deflated(rows)] }
    }

    fn with(mut self, kind: &'static [u8; 4], data: &[u8]) -> Self {
        self.before_data.push((kind, data.to_vec()));
        self
    }

    fn header(mut self, at: usize, byte: u8) -> Self {
        self.header[at] = byte;
        self
    }

    fn data(mut self, data: &[&[u8]]) -> Self {
        self.data = data.iter().map(|data| data.to_vec()).collect();
        self
    }

    fn file(&self) -> Vec<u8> {
        let before = self.before_data.iter().map(|(kind, data)| chunk(kind, data)).collect::<Vec<_>>().concat();
        let data = self.data.iter().map(|data| chunk(b"IDAT", data)).collect::<Vec<_>>().concat();
        [&b"\x89PNG\r\n\x1a\n"[..], &chunk(b"IHDR", &self.header), &before, &data, &chunk(b"IEND", &[])].concat()
    }
}

/// Two grey pixels across and two down.
fn grey() -> Made {
    Made::new(2, 2, 8, 0, &[0, 10, 20, 1, 30, 40])
}

/// The same with a palette of three colours.
fn indexed() -> Made {
    Made::new(2, 2, 2, 3, &[0, 0b0001_0000, 0, 0b1000_0000]).with(b"PLTE", &[0, 0, 0, 9, 9, 9, 255, 0, 0])
}

#[test]
fn sound_pictures_are_taken() {
    let whole = deflated(&[0, 10, 20, 1, 30, 40]);
    for sound in [
        grey(),
        indexed(),
        indexed().with(b"tRNS", &[0, 128]),
        grey().with(b"tRNS", &[0, 10]),
        // the data in several pieces, some of them empty
        grey().data(&[&[], &whole[..3], &[], &whole[3..], &[]]),
        Made::new(1, 1, 16, 6, &[4, 1, 2, 3, 4, 5, 6, 7, 8]),
        // passes 1, 6 and 7
        Made::new(2, 2, 8, 0, &[0, 1, 0, 2, 0, 3, 4]).header(12, 1),
        // what has no meaning for its kind of colour
        grey().with(b"PLTE", &[1, 2, 3]),
        Made::new(1, 1, 8, 6, &[0, 1, 2, 3, 4]).with(b"tRNS", &[1]),
    ] {
        assert!(!is_damaged(&sound.file()), "{:02x?}", sound.file());
    }
}

#[test]
fn damaged_pictures_are_found_before_a_file_is_made() {
    let whole = deflated(&[0, 10, 20, 1, 30, 40]);
    let mut changed = whole.clone();
    *changed.last_mut().unwrap() ^= 1;
    let mut without_palette = indexed();
    without_palette.before_data.clear();
    for (fault, made) in [
        ("no palette", without_palette),
        ("half a colour", Made::new(1, 1, 8, 3, &[0, 0]).with(b"PLTE", &[1, 2])),
        ("more colours than the depth has", Made::new(1, 1, 1, 3, &[0, 0]).with(b"PLTE", &[0; 9])),
        ("transparency before the palette", Made::new(1, 1, 8, 3, &[0, 0]).with(b"tRNS", &[1]).with(b"PLTE", &[0; 3])),
        ("more transparency than colours", indexed().with(b"tRNS", &[1, 2, 3, 4])),
        ("transparency of another kind", grey().with(b"tRNS", &[1])),
        ("an unknown filter", Made::new(2, 2, 8, 0, &[0, 10, 20, 5, 30, 40])),
        ("too few rows", Made::new(2, 2, 8, 0, &[0, 10, 20])),
        ("half a row", Made::new(2, 2, 8, 0, &[0, 10, 20, 1, 30])),
        ("too many rows", Made::new(2, 2, 8, 0, &[0, 10, 20, 1, 30, 40, 0])),
        ("a stream cut off", grey().data(&[&whole[..whole.len() - 5]])),
        ("a stream without its sum", grey().data(&[&whole[..whole.len() - 4]])),
        ("another sum", grey().data(&[&changed])),
        ("no stream", grey().data(&[b"abc"])),
        ("no data", grey().data(&[])),
        ("a straight picture that says it comes in passes", grey().header(12, 1)),
        ("passes with an unknown filter", Made::new(2, 2, 8, 0, &[0, 1, 0, 2, 9, 3, 4]).header(12, 1)),
        ("an unknown way to come in passes", grey().header(12, 2)),
        ("an unknown compression", grey().header(10, 1)),
        ("unknown filters", grey().header(11, 1)),
        ("a depth that grey has not", grey().header(8, 3)),
        ("a depth that colours have not", grey().header(8, 4).header(9, 2)),
        ("a palette of 16 bits", indexed().header(8, 16)),
        ("an unknown kind of colour", grey().header(9, 5)),
        ("no width", grey().header(3, 0)),
        ("more pixels than there are", grey().header(3, 9)),
        ("a chunk that nobody knows", grey().with(b"ABCD", &[1])),
        ("two palettes", indexed().with(b"PLTE", &[0; 9])),
    ] {
        assert!(is_damaged(&made.file()), "{fault}");
    }
}

#[test]
fn a_file_cut_or_changed_anywhere_is_damaged() {
    let file = indexed().with(b"tRNS", &[0, 128]).file();
    for length in 8..file.len() {
        assert!(is_damaged(&file[..length]), "cut at {length}");
    }
    for at in 8..file.len() {
        let mut changed = file.clone();
        changed[at] ^= 0x10;
        assert!(is_damaged(&changed), "byte {at}");
    }
}

/// Whatever reading lets pass, the PDF can draw: bytes changed behind the checksums' back.
#[test]
fn what_passes_can_be_drawn() {
    let fonts = FontBook::bundled().unwrap();
    let mut renderer = Renderer::new(fonts);
    let mut state = 0x9e37_79b9_u32;
    let mut random = |below: usize| {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        usize::try_from(state).unwrap() % below
    };
    let (mut passed, mut refused) = (0, 0);
    for round in 0..600 {
        let mut made = match round % 4 {
            0 => grey(),
            1 => indexed().with(b"tRNS", &[0, 128]),
            2 => Made::new(2, 2, 8, 0, &[0, 1, 0, 2, 0, 3, 4]).header(12, 1),
            _ => Made::new(3, 2, 8, 6, &[0; 26]),
        };
        match random(4) {
            0 => made.header[[3, 7, 8, 9, 12][random(5)]] = u8::try_from(random(17)).unwrap(),
            1 => {
                let stored = flate2::read::ZlibDecoder::new(&made.data[0][..]);
                let mut rows: Vec<u8> = std::io::Read::bytes(stored).map(Result::unwrap).collect();
                let at = random(rows.len());
                rows[at] = u8::try_from(random(256)).unwrap();
                made.data = vec![deflated(&rows)];
            }
            2 => {
                let at = random(made.data[0].len());
                made.data[0][at] ^= u8::try_from(1 << random(8)).unwrap();
            }
            _ => {
                for (_, data) in &mut made.before_data {
                    data.truncate(random(data.len() + 1));
                }
            }
        }
        let file = made.file();
        match renderer.render(&spec(), &One(&file), &Options::default()) {
            Ok(rendered) if rendered.findings.has_errors() => refused += 1,
            Ok(_) => passed += 1,
            Err(fault) => panic!("{fault}: {file:02x?}"),
        }
    }
    assert!(passed > 50 && refused > 50, "{passed} passed, {refused} refused");
}

fn in_word_file(rendered: &Rendered) -> Vec<u8> {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(rendered.bytes(Format::Docx).unwrap())).unwrap();
    let mut bytes = Vec::new();
    std::io::Read::read_to_end(&mut zip.by_name("word/media/image1.png").unwrap(), &mut bytes).unwrap();
    bytes
}

#[test]
fn the_word_file_carries_nothing_but_the_picture() {
    let plain = indexed().with(b"tRNS", &[0, 128]);
    let packed = plain.data[0].clone();
    let told = plain
        .clone()
        .with(b"tEXt", b"Author\0Nguyen Van B")
        .with(b"eXIf", b"MM\0*\0\0\0\x08GPS 21.03 N")
        .with(b"iCCP", b"Scanner 4711\0\0")
        .with(b"pHYs", &[0, 0, 0x2e, 0x23, 0, 0, 0x2e, 0x23, 1])
        .with(b"tIME", &[7, 232, 5, 15, 8, 0, 0])
        .data(&[&packed[..2], &[&packed[2..], b"hidden behind the stream"].concat()]);
    let file = [told.file(), b"PK\x03\x04 hidden behind the end".to_vec()].concat();
    let rendered = render(&file);
    assert!(!rendered.findings.has_errors(), "{:?}", rendered.findings);
    assert_eq!(in_word_file(&rendered), plain.file());
    // both look the same, and made again from itself the file is the same
    let again = render(&plain.file());
    assert_eq!(again.bytes(Format::Docx), rendered.bytes(Format::Docx));
    assert_eq!(again.bytes(Format::Pdf), rendered.bytes(Format::Pdf));
}

/// A picture without anything to leave out stands in the Word file as it was given.
#[test]
fn a_plain_picture_is_not_changed() {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, 2, 2);
    encoder.set_color(ColorType::Rgba);
    encoder.set_depth(BitDepth::Eight);
    encoder.write_header().unwrap().write_image_data(&[7; 16]).unwrap();
    assert_eq!(in_word_file(&render(&bytes)), bytes);
}
