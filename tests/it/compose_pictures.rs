//! Specification in, document and pages out: pictures of signature and seal fit into their place whatever their ratio, lie
//! inside the paper and beneath the words.

use serde_json::{Value, json};
use vanban::diag::Severity::Warning;
use vanban::font::FontBook;
use vanban::model::{FloatingPicture, Inline, Role};
use vanban::pages::{ItemKind, Pages};
use vanban::units::Length;
use vanban::{Options, PictureError, PictureSource, Resources};

use crate::compose_support::{Composed, report_with};

/// Pictures named by their size in pixels, `400x400.png`; `400x400-pHYs.png` says that its resolution is zero.
struct Sizes;

impl PictureSource for Sizes {
    fn picture(&self, name: &str) -> Result<Vec<u8>, PictureError> {
        let (size, zero_dpi) = match name.strip_suffix("-pHYs.png") {
            Some(size) => (size, true),
            None => (name.strip_suffix(".png").unwrap(), false),
        };
        let (width, height) = size.split_once('x').unwrap();
        let (width, height): (u32, u32) = (width.parse().unwrap(), height.parse().unwrap());
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, width, height);
        encoder.set_depth(png::BitDepth::One);
        if zero_dpi {
            encoder.set_pixel_dims(Some(png::PixelDimensions { xppu: 0, yppu: 0, unit: png::Unit::Meter }));
        }
        let white = vec![0xff; usize::try_from(width.div_ceil(8) * height).unwrap()];
        encoder.write_header().unwrap().write_image_data(&white).unwrap();
        Ok(bytes)
    }
}

fn signature(image: &Value, seal: &Value) -> Value {
    let authority = json!(["KT. Giám đốc"]);
    json!({ "authority": authority, "position": "Phó Giám đốc", "signer": "Nguyễn Văn A", "image": image, "seal": seal })
}

fn composed(signatures: &[Value]) -> Composed {
    Composed::with(&report_with(&json!({ "signatures": signatures })), &Sizes)
}

fn signed(image: &Value, seal: &Value) -> Composed {
    composed(&[signature(image, seal)])
}

fn pictures(c: &Composed) -> Vec<FloatingPicture> {
    let inlines = c.paragraphs().into_iter().flat_map(|(_, paragraph)| &paragraph.inlines);
    inlines.filter_map(|inline| if let Inline::Picture(float) = inline { Some(float.clone()) } else { None }).collect()
}

fn paged(signatures: &[Value]) -> Pages {
    let fonts = FontBook::bundled().unwrap();
    let spec = serde_json::to_vec(&report_with(&json!({ "signatures": signatures }))).unwrap();
    let stages = vanban::run_stages(&spec, Resources::new(&fonts).pictures(&Sizes), &Options::default());
    stages.pages.unwrap_or_else(|| panic!("no pages: {:#?}", stages.findings))
}

fn near(a: Length, b: Length) -> bool {
    (a - b).to_emu().abs() <= Length::twip(2).to_emu()
}

fn file(pixels: &str) -> Value {
    json!({ "file": format!("{pixels}.png") })
}

fn file_as_wide(pixels: &str, width: &str) -> Value {
    json!({ "file": format!("{pixels}.png"), "width": width })
}

/// Ratios of every kind, the last of them more than any paper has room for.
const RATIOS: [&str; 8] = ["400x400", "480x200", "3000x40", "40x3000", "1x1", "1x20000", "20000x1", "400x400-pHYs"];

#[test]
fn a_signature_fits_between_title_and_name_with_its_ratio() {
    for pixels in RATIOS {
        let c = signed(&file(pixels), &json!(null));
        assert_eq!(c.codes(), [], "{pixels}: no size was asked for");
        let [picture] = &pictures(&c)[..] else { panic!("one picture") };
        let &FloatingPicture { x, y, width, height, .. } = picture;
        let column = c.tables(Role::ClosingBlock)[0].columns[1];
        let (most_width, most_height) = (Length::mm(40), Length::mm(26));
        assert!(near(width, most_width) || near(height, most_height), "{pixels}: as large as can be: {picture:?}");
        assert!(y >= Length::twip(-1) && y + height <= most_height + Length::twip(1), "{pixels}: {picture:?}");
        assert!(near(x * 2 + width, column) && near(y * 2 + height, most_height), "{pixels}: in the middle");
        assert!(width > Length::ZERO && height > Length::ZERO, "{pixels}: {picture:?}");
        let of = &c.document.pictures[picture.picture];
        let exact = width.to_emu() * i64::from(of.height_px) - height.to_emu() * i64::from(of.width_px);
        let one_twip = Length::twip(1).to_emu() * i64::from(of.width_px.max(of.height_px));
        assert!(exact.abs() <= one_twip, "{pixels}: keeps its ratio: {picture:?}");
    }
}

#[test]
fn a_resolution_changes_nothing() {
    let place = |pixels: &str| {
        let FloatingPicture { x, y, width, height, .. } = pictures(&signed(&file(pixels), &json!(null))).remove(0);
        [x, y, width, height]
    };
    assert_eq!(place("400x400"), place("400x400-pHYs"));
}

#[test]
fn a_seal_covers_a_third_of_the_signature_from_the_left() {
    for pixels in RATIOS {
        let c = signed(&file("400x400"), &file(pixels));
        let [signature, seal] = &pictures(&c)[..] else { panic!("two pictures") };
        assert!(near(seal.x + seal.width, signature.x + signature.width / 3), "{pixels}: {seal:?}");
        assert!(near(seal.width.max(seal.height), Length::mm(36)), "{pixels}: {seal:?}");
        assert!(seal.x >= Length::ZERO, "{pixels}: {seal:?}");
        // without a picture of the signature it stands where it would beside one of the usual width
        let [alone] = &pictures(&signed(&json!(null), &file(pixels)))[..] else { panic!("one picture") };
        let column = c.tables(Role::ClosingBlock)[0].columns[1];
        assert!(near(alone.x + alone.width, column / 2 - Length::mm(20) + Length::mm(40) / 3), "{pixels}: {alone:?}");
    }
}

#[test]
fn a_width_that_the_place_has_no_room_for_is_told() {
    let told = |image: &Value, seal: &Value| {
        let c = signed(image, seal);
        assert!(c.codes().iter().all(|code| *code == ("VB117", Warning)), "{:#?}", c.findings);
        c.findings.iter().map(|finding| finding.at.to_string()).collect::<Vec<_>>()
    };
    let none = json!(null);
    assert_eq!(told(&file_as_wide("400x400", "26mm"), &file_as_wide("1x1", "42mm")), [""; 0]);
    assert_eq!(told(&file_as_wide("400x400", "27mm"), &none), ["/signatures/0/image/width"], "higher than the room");
    assert_eq!(told(&file_as_wide("3000x40", "90mm"), &none), [""; 0]);
    assert_eq!(told(&file_as_wide("3000x40", "150mm"), &none), ["/signatures/0/image/width"], "wider than the column");
    assert_eq!(told(&none, &file_as_wide("400x400", "150mm")), ["/signatures/0/seal/width"]);
    assert_eq!(told(&none, &file_as_wide("40x3000", "30mm")), ["/signatures/0/seal/width"]);
}

#[test]
fn the_hint_names_a_width_that_is_taken() {
    for (image, seal) in [
        (file_as_wide("400x400", "80mm"), json!(null)),
        (file_as_wide("3000x40", "160mm"), json!(null)),
        (json!(null), file_as_wide("400x400", "150mm")),
        (json!(null), file_as_wide("400x1000", "60mm")),
    ] {
        let c = signed(&image, &seal);
        let hint = &c.findings.iter().next().unwrap().hints[0].en;
        let width = hint.split('"').nth(1).unwrap();
        let again = |given: &Value| {
            if given.is_null() { json!(null) } else { json!({ "file": given["file"], "width": width }) }
        };
        let mended = signed(&again(&image), &again(&seal));
        assert_eq!(mended.codes(), [], "{hint}");
        assert!(near_mm(pictures(&mended)[0].width, pictures(&c)[0].width), "{hint}");
    }
    let c = signed(&file_as_wide("1x20000", "40mm"), &json!(null));
    assert_eq!(c.findings.iter().next().unwrap().hints[0].en, "leave out \"width\"", "narrower than can be written");
}

fn near_mm(a: Length, b: Length) -> bool {
    (a - b).to_emu().abs() <= Length::mm(1).to_emu() / 5
}

#[test]
fn no_picture_leaves_the_paper_or_its_column() {
    let widths = [None, Some("1mm"), Some("40mm"), Some("90mm"), Some("160mm")];
    for pixels in RATIOS {
        for width in widths {
            let given = width.map_or_else(|| file(pixels), |width| file_as_wide(pixels, width));
            for count in 1..=3 {
                let signatures = vec![signature(&given, &given); count];
                let c = composed(&signatures);
                let columns = &c.tables(Role::ClosingBlock)[0].columns;
                let narrowest =
                    columns.iter().copied().min().unwrap().max(if count == 1 { columns[1] } else { Length::ZERO });
                for float in pictures(&c) {
                    assert!(
                        float.x >= Length::ZERO && float.x + float.width <= narrowest + Length::twip(1),
                        "{float:?}"
                    );
                }
                for page in paged(&signatures).pages {
                    for item in &page.items {
                        let ItemKind::Image { x, y, width, height, .. } = item.kind else { continue };
                        let is_inside = x >= Length::ZERO
                            && x + width <= page.width
                            && y >= Length::ZERO
                            && y + height <= page.height;
                        assert!(is_inside, "{given} × {count}: {item:?}");
                    }
                }
            }
        }
    }
}
