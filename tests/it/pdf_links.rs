//! Links and outline of the PDF.

use crate::pdf_pages::{Look, Sheets};
use crate::pdf_reader::{Pdf, Value};
use vanban::font::{FaceStyle, FontBook};
use vanban::model::Link;
use vanban::pages::{LineEnd, Pages};
use vanban::units::Length;

fn read(pages: &Pages) -> Pdf {
    Pdf::read(&crate::pdf_pages::write_pdf(pages, &FontBook::bundled().unwrap()).unwrap())
}

fn utf16(value: &Value) -> String {
    let Value::Text(bytes) = value else { panic!("{value:?} is no string") };
    match bytes.strip_prefix(&[0xfe, 0xff]) {
        Some(bytes) => {
            let units: Vec<u16> = bytes.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16(&units).unwrap()
        }
        None => String::from_utf8(bytes.clone()).unwrap(),
    }
}

/// The links of the first page: place (left, bottom, right, top) and address.
fn links(pdf: &Pdf) -> Vec<([f64; 4], String)> {
    let Some(annotations) = pdf.pages()[0].get("Annots") else { return Vec::new() };
    let one = |reference: &Value| {
        let annotation = pdf.resolve(reference);
        assert!(annotation.get("Subtype").unwrap().is_name("Link"));
        assert_eq!(annotation.get("F"), Some(&Value::Number(4.0)), "printed, not hidden");
        assert_eq!(
            annotation.get("Border").unwrap().items(),
            [Value::Number(0.0), Value::Number(0.0), Value::Number(0.0)]
        );
        assert!(!utf16(annotation.get("Contents").unwrap()).is_empty());
        let rect: Vec<f64> = annotation.get("Rect").unwrap().items().iter().map(Value::number).collect();
        let address = utf16(annotation.get("A").unwrap().get("URI").unwrap());
        (rect.try_into().unwrap(), address)
    };
    annotations.items().iter().map(one).collect()
}

fn assert_near(found: [f64; 4], expected: [f64; 4]) {
    let near = found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 0.002);
    assert!(near, "{found:?} and not {expected:?}");
}

#[test]
fn the_runs_of_a_link_on_one_line_are_one_area() {
    let mut sheets = Sheets::new();
    sheets.link(Link::Address("https://a.vn".into()));
    sheets.link(Link::Address("https://b.vn".into()));
    let (x, y) = (Length::pt(100), Length::pt(200));
    let inside = Look { link: Some(0), end: LineEnd::None, ..Look::default() };
    let first = sheets.text(x, y, "một ", inside);
    let second = sheets.text(x + first, y, "hai", Look { face: FaceStyle::Bold, end: LineEnd::Space, ..inside });
    sheets.text(x, y + Length::pt(20), "ba", Look { end: LineEnd::None, ..inside });
    sheets.text(Length::pt(150), y + Length::pt(20), "bốn", Look { link: Some(1), end: LineEnd::None, ..inside });
    sheets.text(Length::pt(200), y + Length::pt(20), "năm", Look { link: None, end: LineEnd::None, ..inside });
    sheets.text(Length::pt(250), y + Length::pt(20), "sáu", Look { link: Some(1), ..inside });
    let found = links(&read(&sheets.pages));
    let addresses: Vec<&str> = found.iter().map(|(_, address)| address.as_str()).collect();
    assert_eq!(addresses, ["https://a.vn", "https://a.vn", "https://b.vn", "https://b.vn"]);
    // 841.9 pt high; ascent 1825 and descent 443 of 2048 at 14 pt
    let (top, bottom) = (641.9 + 12.4756, 641.9 - 3.0283);
    let right = 100.0 + f64::from(u32::try_from((first + second).to_emu()).unwrap()) / 12_700.0;
    assert_near(found[0].0, [100.0, bottom, right, top]);
    assert_near([found[1].0[0], found[1].0[1], 0.0, found[1].0[3]], [100.0, bottom - 20.0, 0.0, top - 20.0]);
}

#[test]
fn addresses_are_ascii() {
    let mut sheets = Sheets::new();
    sheets.link(Link::Address("https://a.vn/tìm kiếm?q=(a)%20b".into()));
    sheets.text(Length::pt(100), Length::pt(200), "xem", Look { link: Some(0), ..Look::default() });
    assert_eq!(links(&read(&sheets.pages))[0].1, "https://a.vn/t%C3%ACm%20ki%E1%BA%BFm?q=(a)%20b");
}

/// The outline as lines, indented by depth, with what each entry says it has below.
fn outline(pdf: &Pdf, node: &Value, depth: usize, out: &mut Vec<String>) {
    let mut next = pdf.field(node, "First");
    let mut previous: Option<&Value> = None;
    while let Some(entry) = next {
        let destination = entry.get("Dest").unwrap().items();
        let page = pdf.pages().iter().position(|page| std::ptr::eq(*page, pdf.resolve(&destination[0]))).unwrap();
        let below = entry.get("Count").map_or(0, Value::index);
        let title = utf16(entry.get("Title").unwrap());
        out.push(format!("{}{title} {below} @{page}", "  ".repeat(depth)));
        assert!(std::ptr::eq(pdf.field(entry, "Parent").unwrap(), node));
        assert_eq!(pdf.field(entry, "Prev").map(std::ptr::from_ref), previous.map(std::ptr::from_ref));
        outline(pdf, entry, depth + 1, out);
        previous = Some(entry);
        next = pdf.field(entry, "Next");
    }
    assert_eq!(pdf.field(node, "Last").map(std::ptr::from_ref), previous.map(std::ptr::from_ref));
}

#[test]
fn skipped_levels_leave_no_gap_in_the_outline() {
    let mut sheets = Sheets::new();
    sheets.heading(1, "Phần I");
    sheets.heading(5, "Điều 1");
    sheets.heading(3, "Mục 1");
    sheets.heading(5, "Điều 2");
    sheets.page();
    sheets.heading(5, "Điều 3");
    sheets.heading(1, "Phần II");
    let pdf = read(&sheets.pages);
    let root = pdf.field(pdf.catalog(), "Outlines").unwrap();
    assert_eq!(root.get("Count").unwrap().index(), 6);
    let mut found = Vec::new();
    outline(&pdf, root, 0, &mut found);
    let expected =
        ["Phần I 4 @0", "  Điều 1 0 @0", "  Mục 1 2 @0", "    Điều 2 0 @0", "    Điều 3 0 @1", "Phần II 0 @1"];
    assert_eq!(found, expected);
    let first = pdf.field(root, "First").unwrap().get("Dest").unwrap().items();
    assert!(first[1].is_name("XYZ"));
    // 20 mm below the top of a page of 841.9 pt
    assert!((first[3].number() - 785.207).abs() < 0.001);
}
