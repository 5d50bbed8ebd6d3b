//! Pages put together by hand, with everything that a page can hold.

use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;
use vanban::WriteError;
use vanban::font::{FaceStyle, FontBook};
use vanban::model::{Info, Link, Picture, Role};
use vanban::pages::{
    ContentId, Element, ElementId, Item, ItemKind, Kid, LineEnd, LinkUse, OutlineEntry, Page, Pages, Reading, SourceId,
    Structure, Tag, TextRun,
};
use vanban::pdf::{PdfCache, PdfOptions};
use vanban::units::Length;

/// A PDF of the default flavour.
pub(crate) fn write_pdf(pages: &Pages, fonts: &FontBook) -> Result<Vec<u8>, WriteError> {
    vanban::pdf::write(pages, fonts, b"{}", &PdfOptions::default(), &mut PdfCache::default())
}

/// Pages in the making; each text and picture is an element of its own.
pub(crate) struct Sheets {
    pub(crate) pages: Pages,
    fonts: FontBook,
    contents: u32,
}

/// How a text stands.
#[derive(Clone, Copy)]
pub(crate) struct Look {
    pub(crate) face: FaceStyle,
    pub(crate) size: Length,
    pub(crate) space_extra: Length,
    pub(crate) link: Option<u32>,
    pub(crate) end: LineEnd,
    pub(crate) role: Role,
    /// The element it goes into; `None`: a paragraph of its own.
    pub(crate) element: Option<ElementId>,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            face: FaceStyle::Regular,
            size: Length::pt(14),
            space_extra: Length::ZERO,
            link: None,
            end: LineEnd::Hard,
            role: Role::Body,
            element: None,
        }
    }
}

impl Sheets {
    /// One empty page.
    pub(crate) fn new() -> Self {
        let info = Info {
            title: "Báo cáo & <thử> nghiệm".into(),
            subject: "V/v thử nghiệm".into(),
            creator: "Sở Thông tin và Truyền thông".into(),
            notation: "624/BC-STTTT".into(),
            issued: Some((2024, 5, 20)),
            regulation: "nd30-2020",
            file_stem: "624-BC-STTTT".into(),
            ..Info::default()
        };
        let structure = Structure { elements: vec![Element::new(Tag::Document)] };
        let pages = Pages { info, structure, ..Pages::default() };
        let mut sheets = Self { pages, fonts: FontBook::bundled().unwrap(), contents: 0 };
        sheets.page();
        sheets
    }

    /// Goes on on a new page (A4).
    pub(crate) fn page(&mut self) {
        let (width, height) = (Length::twip(11906), Length::twip(16838));
        let number = u32::try_from(self.pages.pages.len()).unwrap() + 1;
        self.pages.pages.push(Page { width, height, number, items: Vec::new() });
    }

    /// Places a text and gives its width.
    pub(crate) fn text(&mut self, x: Length, y: Length, text: &str, look: Look) -> Length {
        let start = u32::try_from(self.pages.text.len()).unwrap();
        self.pages.text.push_str(text);
        let end = u32::try_from(self.pages.text.len()).unwrap();
        let spaces = i64::try_from(text.matches(' ').count()).unwrap();
        let width = self.fonts.measure(text, look.face, look.size) + look.space_extra * spaces;
        let run = TextRun {
            text: (start, end),
            face: look.face,
            size: look.size,
            x,
            y,
            width,
            letter_spacing: Length::ZERO,
            space_extra: look.space_extra,
            color: vanban::model::Color::BLACK,
            link: look.link,
            ends_line: look.end,
        };
        self.item(look.role, look.element, ItemKind::Text(run));
        width
    }

    /// Places a line.
    pub(crate) fn rule(&mut self, x: Length, y: Length, width: Length, thickness: Length) {
        self.item(
            Role::MottoRule,
            None,
            ItemKind::Line { x, y, width, height: thickness, color: vanban::model::Color::BLACK },
        );
    }

    /// Places a picture.
    pub(crate) fn picture(&mut self, picture: usize, x: Length, y: Length, width: Length, height: Length) {
        self.item(Role::SignatureRoom, None, ItemKind::Image { picture, x, y, width, height });
    }

    /// Adds a heading to the outline.
    pub(crate) fn heading(&mut self, level: u8, title: &str) {
        let page = self.pages.pages.len() - 1;
        self.pages.outline.push(OutlineEntry {
            level,
            title: title.into(),
            page,
            y: Length::mm(20),
            destination: None,
        });
    }

    /// Adds a link for texts to point to.
    pub(crate) fn link(&mut self, target: Link) {
        let paragraph = self.element(ElementId(0), Tag::Paragraph);
        let element = self.element(paragraph, Tag::Link);
        self.pages.links.push(LinkUse { target, text: String::new(), element });
    }

    /// Adds an element.
    pub(crate) fn element(&mut self, parent: ElementId, tag: Tag) -> ElementId {
        let elements = &mut self.pages.structure.elements;
        let id = ElementId(u32::try_from(elements.len()).unwrap());
        elements.push(Element::new(tag));
        elements[parent.0 as usize].kids.push(Kid::Element(id));
        id
    }

    /// Adds content to an element.
    pub(crate) fn content(&mut self, element: ElementId) -> ContentId {
        let content = ContentId(self.contents);
        self.contents += 1;
        self.pages.structure.elements[element.0 as usize].kids.push(Kid::Content(content));
        content
    }

    fn item(&mut self, role: Role, given: Option<ElementId>, kind: ItemKind) {
        let element = match &kind {
            ItemKind::Text(_) if role == Role::PageNumber => None,
            ItemKind::Text(run) => {
                let linked = run.link.map(|link| self.pages.links[link as usize].element);
                Some(given.or(linked).unwrap_or_else(|| self.element(ElementId(0), Tag::Paragraph)))
            }
            ItemKind::Line { .. } => None,
            ItemKind::Image { .. } => {
                let figure = self.element(ElementId(0), Tag::Figure);
                self.pages.structure.elements[figure.0 as usize].remarks_mut().alternative_text = Some("dấu".into());
                Some(figure)
            }
            ItemKind::SignatureField { .. } => Some(self.element(ElementId(0), Tag::Form)),
        };
        let content = element.map(|element| self.content(element));
        let reading = content
            .map_or(if role == Role::PageNumber { Reading::Pagination } else { Reading::Layout }, Reading::Content);
        self.pages.pages.last_mut().unwrap().items.push(Item { role, reading, source: SourceId::default(), kind });
    }
}

/// Every letter of Vietnamese, small and capital, NFC.
pub(crate) fn vietnamese_letters() -> String {
    let mut letters = String::from("đ");
    for vowel in "aăâeêioôơuưy".chars() {
        for tone in ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"] {
            letters.extend(format!("{vowel}{tone}").nfc());
        }
    }
    letters.push_str("bcdghklmnpqrstvxfjwz");
    let capitals: String = letters.chars().flat_map(char::to_uppercase).collect();
    letters + &capitals
}

/// A PNG of the given samples.
pub(crate) fn png(width: u32, height: u32, color: png::ColorType, samples: &[u8]) -> Arc<Picture> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(color);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.write_header().unwrap().write_image_data(samples).unwrap();
    let name = "mau.png".to_owned();
    Arc::new(Picture {
        name,
        at: vanban::diag::Pointer::root(),
        bytes,
        format: vanban::model::PictureFormat::Png,
        width_px: width,
        height_px: height,
    })
}

/// A round red stamp on nothing.
pub(crate) fn seal() -> Arc<Picture> {
    let size = 120_i32;
    let mut samples = Vec::new();
    for y in 0..size {
        for x in 0..size {
            let from_center = (x - size / 2).pow(2) + (y - size / 2).pow(2);
            let ink = (45 * 45..55 * 55).contains(&from_center);
            samples.extend(if ink { [220, 20, 40, 200] } else { [255, 255, 255, 0] });
        }
    }
    let size = size.unsigned_abs();
    png(size, size, png::ColorType::Rgba, &samples)
}

/// Two pages with all of it.
pub(crate) fn everything() -> Pages {
    let mut sheets = Sheets::new();
    sheets.pages.pictures = vec![seal()];
    sheets.link(Link::Address("https://vanban.chinhphu.vn/tìm kiếm?q=a".into()));
    sheets.link(Link::Address("mailto:a@b.vn".into()));
    let left = Length::mm(30);
    sheets.heading(1, "BÁO CÁO");
    let mut y = Length::mm(25);
    for face in FaceStyle::ALL {
        let look = Look { face, size: Length::twip(250), end: LineEnd::Hard, ..Look::default() };
        let letters: Vec<char> = vietnamese_letters().chars().collect();
        for line in letters.chunks(45) {
            sheets.text(left, y, &line.iter().collect::<String>(), look);
            y += Length::pt(18);
        }
    }
    let stretched = Look { space_extra: Length::emu(23_456), end: LineEnd::Space, ..Look::default() };
    sheets.text(left, y, "Ủy ban nhân dân tỉnh (phòng Hành\u{a0}chính) ban hành", stretched);
    let squeezed = Look { space_extra: Length::emu(-7_001), end: LineEnd::Hard, ..Look::default() };
    sheets.text(
        left,
        y + Length::pt(20),
        "Kế hoạch số 153/KH\u{2011}UBND \\ (mục 1) ngày 10/5/2024 về chuyển-",
        squeezed,
    );
    sheets.text(left, y + Length::pt(40), "đổi số.", Look::default());
    let part = Look { end: LineEnd::None, ..Look::default() };
    let x = left + sheets.text(left, y + Length::pt(60), "Diện tích 25 m", part);
    let raised = Look { size: Length::pt(8), end: LineEnd::None, ..Look::default() };
    let x = x + sheets.text(x, y + Length::pt(55), "2", raised);
    let linked = Look { link: Some(0), end: LineEnd::None, ..Look::default() };
    let x = x + sheets.text(x, y + Length::pt(60), ", xem ", part);
    let x = x + sheets.text(x, y + Length::pt(60), "cổng ", linked);
    let x = x + sheets.text(x, y + Length::pt(60), "thông tin", Look { face: FaceStyle::Bold, ..linked });
    sheets.text(x, y + Length::pt(60), " và", Look { end: LineEnd::Space, ..part });
    sheets.text(left, y + Length::pt(80), "hộp thư", Look { link: Some(1), ..Look::default() });
    sheets.rule(left, y + Length::pt(90), Length::mm(60), Length::twip(10));
    sheets.picture(0, Length::mm(100), y + Length::pt(60), Length::mm(36), Length::mm(36));
    sheets.page();
    sheets.heading(3, "I. Mục đích");
    sheets.heading(5, "1. Yêu cầu");
    sheets.heading(3, "II. Tổ chức");
    sheets.heading(1, "PHỤ LỤC");
    sheets.text(left, Length::mm(30), "Trang hai", Look { face: FaceStyle::Bold, ..Look::default() });
    sheets.picture(0, Length::mm(90), Length::mm(40), Length::mm(20), Length::mm(20));
    let number = Look { role: Role::PageNumber, size: Length::pt(13), ..Look::default() };
    sheets.text(Length::mm(105), Length::mm(12), "2", number);
    sheets.pages
}
