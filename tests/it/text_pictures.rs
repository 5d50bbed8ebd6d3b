//! Pictures in the text: their place and size, what both files hold of them, which files are refused.

use serde_json::{Value, json};
use vanban::font::FontBook;
use vanban::model::{InlinePicture, Role};
use vanban::pages::{ItemKind, Pages, Tag};
use vanban::units::Length;
use vanban::{Format, Options, PictureError, PictureSource, Rendered, Resources};

use crate::compose_support::{Composed, report_with};
use crate::docx_package::entries;

/// Pictures by name: `600x300.png`, and JPEG files as told.
pub(crate) struct Files;

impl PictureSource for Files {
    fn picture(&self, name: &str) -> Result<Vec<u8>, PictureError> {
        Ok(match name {
            "ba-mau.jpg" => jpeg(3, &[]),
            "xam.jpeg" => jpeg(1, &[]),
            "muc-in.jpg" => jpeg(4, &[]),
            "quay.jpg" => jpeg(3, &exif(6)),
            "thang.jpg" => jpeg(3, &exif(1)),
            "cut.jpg" => {
                let mut bytes = jpeg(3, &[]);
                bytes.truncate(bytes.len() - 2);
                bytes
            }
            "so-hoc.jpg" => {
                let mut bytes = jpeg(3, &[]);
                let frame = bytes.windows(2).position(|pair| pair == [0xff, 0xc0]).unwrap();
                bytes[frame + 1] = 0xc9;
                bytes
            }
            _ => png(name),
        })
    }
}

fn png(name: &str) -> Vec<u8> {
    let (width, height) = name.strip_suffix(".png").unwrap().split_once('x').unwrap();
    let (width, height): (u32, u32) = (width.parse().unwrap(), height.parse().unwrap());
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_depth(png::BitDepth::One);
    let white = vec![0xff; usize::try_from(width.div_ceil(8) * height).unwrap()];
    encoder.write_header().unwrap().write_image_data(&white).unwrap();
    bytes
}

fn segment(marker: u8, data: &[u8]) -> Vec<u8> {
    [&[0xff, marker][..], &u16::try_from(data.len() + 2).unwrap().to_be_bytes(), data].concat()
}

/// The remark of a camera on which way up it was held.
fn exif(orientation: u16) -> Vec<u8> {
    let mut data = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".to_vec();
    data.extend(orientation.to_le_bytes());
    data.extend([0; 6]);
    segment(0xe1, &data)
}

/// A JPEG of 320 × 200 pixels, as its segments say; nobody looks at its samples here.
fn jpeg(components: u8, remark: &[u8]) -> Vec<u8> {
    let mut frame = vec![8, 0, 200, 1, 64, components];
    (1..=components).for_each(|id| frame.extend([id, 0x11, 0]));
    let mut scan = vec![components];
    (1..=components).for_each(|id| scan.extend([id, 0]));
    scan.extend([0, 63, 0]);
    let parts = [
        vec![0xff, 0xd8],
        remark.to_vec(),
        segment(0xfe, b"made by a camera"),
        segment(0xc0, &frame),
        segment(0xda, &scan),
        vec![0x12, 0xff, 0, 0x34, 0xff, 0xd0, 0x56],
        vec![0xff, 0xd9],
    ];
    parts.concat()
}

fn block(file: &str, more: &Value) -> Value {
    let mut block = json!({ "type": "picture", "file": file, "alternative_text": "Biểu đồ cột" });
    more.as_object().unwrap().iter().for_each(|(key, value)| block[key] = value.clone());
    block
}

fn spec(blocks: &[Value]) -> Value {
    report_with(&json!({ "body": blocks }))
}

fn composed(blocks: &[Value]) -> Composed {
    Composed::with(&spec(blocks), &Files)
}

fn pictures(c: &Composed) -> Vec<InlinePicture> {
    c.paragraphs().into_iter().filter_map(|(_, paragraph)| paragraph.picture().cloned()).collect()
}

fn pages(blocks: &[Value]) -> Pages {
    let (fonts, bytes) = (FontBook::bundled().unwrap(), serde_json::to_vec(&spec(blocks)).unwrap());
    let stages = vanban::run_stages(&bytes, Resources::new(&fonts).pictures(&Files), &Options::default());
    stages.pages.unwrap_or_else(|| panic!("no pages: {:#?}", stages.findings))
}

fn render(blocks: &[Value]) -> Rendered {
    let (fonts, bytes) = (FontBook::bundled().unwrap(), serde_json::to_vec(&spec(blocks)).unwrap());
    vanban::render(&bytes, Resources::new(&fonts).pictures(&Files), &Options::default()).unwrap()
}

/// The code and place of each finding about blocks.
fn told(blocks: &[Value]) -> Vec<(&'static str, String)> {
    let findings = render(blocks).findings;
    let of_body = findings.iter().filter(|finding| finding.at.as_str().starts_with("/body"));
    of_body.map(|finding| (finding.code, finding.at.as_str().to_owned())).collect()
}

#[test]
fn a_picture_has_its_pixels_at_96_an_inch_or_the_width_asked_for_within_column_and_page() {
    let c = composed(&[
        block("192x96.png", &json!({})),
        block("192x96.png", &json!({ "width": "100mm" })),
        block("2000x100.png", &json!({})),
        block("100x2000.png", &json!({ "caption": "Cột mốc" })),
    ]);
    let found = pictures(&c);
    let size = |i: usize| (found[i].width, found[i].height);
    assert_eq!(size(0), (Length::pt(144), Length::pt(72)));
    assert_eq!(size(1), (Length::mm(100).round_to_twip(), Length::mm(100).round_to_twip().scale(1, 2).round_to_twip()));
    let page = &c.document.sections().next().unwrap().page;
    assert_eq!(size(2).0, page.text_width());
    assert!(size(3).1 < page.height - page.margin_top - page.margin_bottom);
    assert!(found.iter().all(|p| p.width.round_to_twip() == p.width && p.height.round_to_twip() == p.height));
}

#[test]
fn its_line_is_as_high_as_it_is_in_the_middle_and_its_caption_stands_on_its_page() {
    let mut blocks = vec![json!({ "type": "paragraph", "text": "Nội dung. ".repeat(30) }); 9];
    blocks.push(block("400x300.png", &json!({ "caption": "Số hồ sơ" })));
    blocks.push(json!({ "type": "paragraph", "text": "Sau hình" }));
    let pages = pages(&blocks);
    let (at, page) =
        (0..).zip(&pages.pages).find(|(_, page)| page.items.iter().any(|i| i.role == Role::Picture)).unwrap();
    assert!(at > 0, "the picture should have moved to the next page");
    let image = page.items.iter().find_map(|item| match item.kind {
        ItemKind::Image { x, y, width, height, .. } => Some((x, y, width, height)),
        _ => None,
    });
    let (x, y, width, height) = image.unwrap();
    let caption = page.items.iter().filter_map(|item| match &item.kind {
        ItemKind::Text(run) if item.role == Role::PictureCaption => Some(*run),
        _ => None,
    });
    let caption: Vec<_> = caption.collect();
    let text: String = caption.iter().map(|run| pages.text_of(run)).collect();
    assert_eq!(text, "Hình 1. Số hồ sơ", "a caption on the page of its picture");
    let (first, last) = (caption.first().unwrap(), caption.last().unwrap());
    assert!(first.y > y + height);
    let off = (first.x + last.x + last.width) - (x + x + width);
    assert!(off.to_emu().abs() <= 2 * Length::twip(1).to_emu(), "picture and caption have one axis: {off:?}");
}

#[test]
fn captions_are_counted_where_they_are_numbered_and_the_end_mark_stands_apart() {
    let c = composed(&[
        block("96x96.png", &json!({ "caption": "Một" })),
        block("96x96.png", &json!({ "caption": "Không số", "numbered": false })),
        block("96x96.png", &json!({ "caption": "Cột", "label": "Biểu đồ 1." })),
        json!({ "type": "table", "caption": "Bảng", "rows": [["1"]] }),
        json!({ "type": "table", "caption": "Không số", "numbered": false, "rows": [["1"]] }),
        block("96x96.png", &json!({ "caption": "Hai" })),
    ]);
    assert_eq!(c.texts(Role::PictureCaption), ["Hình 1. Một", "Không số", "Biểu đồ 1. Cột", "Hình 2. Hai"]);
    assert_eq!(c.texts(Role::TableCaption), ["Bảng 1. Bảng", "Không số"]);
    assert_eq!(c.texts(Role::Body).last().map(String::as_str), Some("./."));
}

#[test]
fn both_files_hold_a_jpeg_once_and_as_it_is_but_for_remarks() {
    let blocks = [block("ba-mau.jpg", &json!({})), block("thang.jpg", &json!({})), block("xam.jpeg", &json!({}))];
    let rendered = render(&blocks);
    let plain = |components| {
        let remark = segment(0xfe, b"made by a camera");
        let bytes = jpeg(components, &[]);
        let at = bytes.windows(remark.len()).position(|window| window == remark).unwrap();
        [&bytes[..at], &bytes[at + remark.len()..]].concat()
    };
    let word = entries(rendered.bytes(Format::Docx).unwrap());
    let media: Vec<_> = word.iter().filter(|entry| entry.name.starts_with("word/media/")).collect();
    assert_eq!(
        media.iter().map(|e| e.name.as_str()).collect::<Vec<_>>(),
        ["word/media/image1.jpg", "word/media/image2.jpg"]
    );
    assert_eq!([&media[0].bytes, &media[1].bytes], [&plain(3), &plain(1)]);
    let pdf = rendered.bytes(Format::Pdf).unwrap();
    for bytes in [plain(3), plain(1)] {
        assert_eq!(pdf.windows(bytes.len()).filter(|window| *window == bytes).count(), 1);
    }
}

#[test]
fn a_reader_finds_figure_and_caption_in_order() {
    let pages = pages(&[
        json!({ "type": "list", "items": ["Ý một"] }),
        block("96x96.png", &json!({ "caption": "Một" })),
        json!({ "type": "list", "items": ["Ý hai"] }),
    ]);
    let tags: Vec<_> = pages.structure.elements.iter().map(|element| element.tag).collect();
    let figure = tags.iter().position(|tag| *tag == Tag::Figure).unwrap();
    assert_eq!(tags[figure + 1], Tag::Caption);
    let lists = tags.iter().enumerate().filter(|(_, tag)| matches!(tag, Tag::List(_))).map(|(i, _)| i);
    let (before, after): (Vec<_>, Vec<_>) = lists.partition(|i| *i < figure);
    assert!(!before.is_empty() && !after.is_empty(), "the list goes on in a list of its own, behind the figure");
    let remarks = pages.structure.elements[figure].remarks.as_ref().unwrap();
    assert_eq!(remarks.alternative_text.as_deref(), Some("Biểu đồ cột"));
}

#[test]
fn what_cannot_be_shown_alike_is_refused() {
    for (file, code) in [("muc-in.jpg", "VB250"), ("quay.jpg", "VB250"), ("so-hoc.jpg", "VB250"), ("cut.jpg", "VB115")]
    {
        assert_eq!(told(&[block(file, &json!({}))]), [(code, "/body/0/file".to_owned())], "{file}");
    }
    assert_eq!(told(&[block("ba-mau.jpg", &json!({}))]), []);
    assert_eq!(told(&[json!({ "type": "picture", "file": "96x96.png" })]), [("VB251", "/body/0".to_owned())]);
    assert_eq!(told(&[block("96x96.png", &json!({ "width": "300mm" }))]), [("VB117", "/body/0/width".to_owned())]);
    let escaping = block("../96x96.png", &json!({}));
    assert!(told(&[escaping]).contains(&("VB085", "/body/0/file".to_owned())));
}
