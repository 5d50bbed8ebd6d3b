//! Pages and what is drawn on them.

use pdf_writer::types::TabOrder;
use pdf_writer::writers;
use pdf_writer::{Finish, Name, Rect, Ref};

use super::content::{Content, milli_pt, pt};
use super::objects::Objects;
use super::tags::Tags;
use super::usage::Usage;
use super::{PdfOptions, SignatureFields, font, image, link, signature_field};
use crate::font::{Cluster, FontBook, is_mark};
use crate::model::Color;
use crate::pages::{ContentId, Item, ItemKind, Page, Pages, Reading, TextRun};
use crate::units::Length;

/// Objects that pages name.
pub(super) struct Refs<'a> {
    pub(super) page_tree: Ref,
    pub(super) pages: &'a [Ref],
    pub(super) resources: Ref,
}

/// Writes the page tree, the pages, their content, links and signature fields; returns the fields.
pub(super) fn write_all(
    source: &Source<'_>,
    refs: &Refs<'_>,
    tags: &mut Option<Tags<'_>>,
    objects: &mut Objects,
) -> Vec<Ref> {
    let pages = source.pages;
    let count = i32::try_from(pages.pages.len()).unwrap_or(i32::MAX);
    let mut tree = objects.object(refs.page_tree).pages(refs.page_tree);
    tree.count(count).kids(refs.pages.iter().copied());
    tree.finish();
    let mut content = Content::default();
    let mut all_fields = Vec::new();
    for (page, &id) in pages.pages.iter().zip(refs.pages) {
        content.clear();
        let key = tags.as_mut().map(|tags| tags.begin_page(id));
        Drawing::new(source, page, tags.as_mut(), &mut content).draw();
        let content_ref = objects.reserve();
        objects.stream(content_ref, content.as_bytes()).finish();
        let mut annotations = link::write_all(pages, page, id, source.fonts, tags, objects);
        if source.options.signature_fields == SignatureFields::Reserve {
            let fields = signature_field::write_all(pages, page, id, tags, objects);
            annotations.extend(&fields);
            all_fields.extend(fields);
        }
        let mut dict = objects.object(id).page(id);
        dict.parent(refs.page_tree);
        dict.media_box(Rect::new(0.0, 0.0, pt(page.width), pt(page.height)));
        dict.pair(Name(b"Resources"), refs.resources);
        dict.contents(content_ref);
        if source.options.flavour.demands().transparency && shows_picture(page) {
            // pictures may be translucent: the space to blend in (PDF/A-2, 6.2.10)
            let mut group: writers::Group<'_> = dict.group();
            group.transparency();
            group.color_space().device_rgb();
        }
        if let Some(key) = key {
            dict.struct_parents(key);
        }
        if !annotations.is_empty() {
            dict.annotations(annotations);
            if key.is_some() {
                dict.tab_order(TabOrder::StructureOrder);
            }
        }
    }
    all_fields
}

fn shows_picture(page: &Page) -> bool {
    page.items.iter().any(is_picture)
}

fn is_picture(item: &Item) -> bool {
    matches!(item.kind, ItemKind::Image { .. })
}

/// What pages are written from.
pub(super) struct Source<'a> {
    pub(super) pages: &'a Pages,
    pub(super) fonts: &'a FontBook,
    pub(super) usage: &'a Usage,
    pub(super) options: &'a PdfOptions,
}

/// The marked content that is open.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    None,
    /// A part of an element.
    Content(ContentId),
    /// What means nothing to a reader (ISO 32000-1, 14.8.2.2): the page's number, or its lines.
    Artifact(&'static str),
}

/// One page being drawn.
struct Drawing<'a, 't> {
    pages: &'a Pages,
    page: &'a Page,
    fonts: &'a FontBook,
    usage: &'a Usage,
    /// `None`: nothing is marked.
    tags: Option<&'a mut Tags<'t>>,
    content: &'a mut Content,
    /// Where the current line of the text object begins; `None` outside text objects.
    line: Option<(i64, i64)>,
    /// Face and size in force.
    font: Option<(crate::font::FaceStyle, Length)>,
    /// Letter-spacing in force; it outlives the text object.
    letter_spacing: Length,
    /// Colour in force, likewise.
    color: Color,
    mark: Mark,
}

impl<'a, 't> Drawing<'a, 't> {
    fn new(source: &Source<'a>, page: &'a Page, tags: Option<&'a mut Tags<'t>>, content: &'a mut Content) -> Self {
        let Source { pages, fonts, usage, .. } = *source;
        Self {
            pages,
            page,
            fonts,
            usage,
            tags,
            content,
            line: None,
            font: None,
            letter_spacing: Length::ZERO,
            color: Color::BLACK,
            mark: Mark::None,
        }
    }

    fn draw(mut self) {
        let page = self.page;
        // the order of drawing is what lies beneath what; readers go by the structure
        let pictures = page.items.iter().filter(|item| is_picture(item));
        for item in pictures.chain(page.items.iter().filter(|item| !is_picture(item))) {
            match &item.kind {
                ItemKind::Text(run) => {
                    self.mark(item);
                    self.text(run);
                }
                ItemKind::Line { x, y, width, height, color } => {
                    self.mark(item);
                    self.rule([*x, *y, *width, *height], *color);
                }
                ItemKind::Image { picture, x, y, width, height } => {
                    self.mark(item);
                    self.cover(item, [*x, *y, *width, *height]);
                    self.image(*picture, *x, *y, *width, *height);
                }
                // an annotation, not content
                ItemKind::SignatureField { .. } => {}
            }
        }
        self.end_mark();
        self.end_text();
    }

    /// Opens the marked content of an item, unless it is open.
    fn mark(&mut self, item: &Item) {
        let Some(tags) = &mut self.tags else { return };
        let content = item.content().filter(|content| tags.owner(*content).is_some());
        let artifact = if item.reading == Reading::Pagination { "Pagination" } else { "Layout" };
        let mark = content.map_or(Mark::Artifact(artifact), Mark::Content);
        if mark == self.mark {
            return;
        }
        let marked = content.and_then(|content| tags.mark(content));
        self.end_mark();
        match marked {
            Some((tag, mcid)) => self.content.begin_content(tag, mcid),
            None => self.content.begin_artifact(artifact),
        }
        self.mark = mark;
    }

    fn end_mark(&mut self) {
        self.end_text();
        if self.mark != Mark::None {
            self.content.op("EMC");
            self.mark = Mark::None;
        }
    }

    /// Tells the tags what a picture covers.
    fn cover(&mut self, item: &Item, [x, y, width, height]: [Length; 4]) {
        if let (Some(tags), Some(content)) = (&mut self.tags, item.content()) {
            let (bottom, top) = (self.page.height - y - height, self.page.height - y);
            tags.cover(content, Rect::new(pt(x), pt(bottom), pt(x + width), pt(top)));
        }
    }

    fn end_text(&mut self) {
        if self.line.take().is_some() {
            self.content.op("ET");
        }
    }

    /// From the bottom of the page up.
    fn up(&self, y: Length) -> i64 {
        milli_pt(self.page.height - y)
    }

    fn text(&mut self, run: &TextRun) {
        if self.color != run.color {
            self.end_text();
            self.paint(run.color);
        }
        let from = self.line.unwrap_or_else(|| {
            self.content.op("BT");
            (0, 0)
        });
        if self.font != Some((run.face, run.size)) {
            self.content.name(font::resource_name(run.face));
            self.content.milli(milli_pt(run.size));
            self.content.op("Tf");
            self.font = Some((run.face, run.size));
        }
        if self.letter_spacing != run.letter_spacing {
            self.content.milli(milli_pt(run.letter_spacing));
            self.content.op("Tc");
            self.letter_spacing = run.letter_spacing;
        }
        let to = (milli_pt(run.x), self.up(run.y));
        self.content.milli(to.0 - from.0);
        self.content.milli(to.1 - from.1);
        self.content.op("Td");
        self.line = Some(to);
        self.show(run);
    }

    /// Shows a run; stretched spaces need a number after each, for word spacing (`Tw`) does not reach two-byte codes.
    fn show(&mut self, run: &TextRun) {
        let codes = self.usage.codes(run.face);
        let text = self.pages.text_of(run);
        // thousandths of the type size, to the left; in hundredths
        let size = run.size.to_emu().max(1);
        let adjustment = -(run.space_extra.to_emu() * 100_000 + size / 2).div_euclid(size);
        let mut marks = text.chars().any(is_mark).then(|| Cluster::new(self.fonts.face(run.face)));
        let stretched = adjustment != 0 && text.contains(' ');
        let adjusted = stretched || marks.is_some();
        if adjusted {
            self.content.begin_array();
        }
        self.content.begin_string();
        for c in text.chars() {
            match &mut marks {
                Some(cluster) if is_mark(c) => {
                    let offset = cluster.add(c);
                    self.show_mark(c, codes.code(c), offset, run);
                    continue;
                }
                Some(cluster) => cluster.begin(c),
                None => {}
            }
            self.content.code(codes.code(c));
            if stretched && c == ' ' {
                self.content.end_string();
                self.content.centi(adjustment);
                self.content.begin_string();
            }
        }
        if run.ends_line.needs_space() {
            // for readers that join lines
            self.content.code(codes.code(' '));
        }
        self.content.end_string();
        if adjusted {
            self.content.end_array();
        }
        self.content.op(if adjusted { "TJ" } else { "Tj" });
    }

    /// Shows a mark where it stands on its letter, and goes back to the letter's end; within the operand of `TJ`.
    fn show_mark(&mut self, mark: char, code: u16, (right, up): (i32, i32), run: &TextRun) {
        let face = self.fonts.face(run.face);
        let em = i64::from(face.units_per_em());
        // hundredths of a thousandth of the type size, to the left
        let left = |units: i64| -(units * 100_000 + em / 2).div_euclid(em);
        let rise = milli_pt(face.to_length(up.into(), run.size));
        self.content.end_string();
        if rise != 0 {
            self.content.end_array();
            self.content.op("TJ");
            self.content.milli(rise);
            self.content.op("Ts");
            self.content.begin_array();
        }
        self.content.centi(left(right.into()));
        self.content.begin_string();
        self.content.code(code);
        self.content.end_string();
        self.content.centi(left(-i64::from(right) - i64::from(face.advance_in_file(mark))));
        if rise != 0 {
            self.content.end_array();
            self.content.op("TJ");
            self.content.milli(0);
            self.content.op("Ts");
            self.content.begin_array();
        }
        self.content.begin_string();
    }

    fn rule(&mut self, [x, y, width, height]: [Length; 4], color: Color) {
        self.end_text();
        self.paint(color);
        self.content.milli(milli_pt(x));
        let bottom = self.up(y + height);
        self.content.milli(bottom);
        self.content.milli(milli_pt(width));
        self.content.milli(milli_pt(height));
        self.content.op("re");
        self.content.op("f");
    }

    /// What follows is painted in a colour; a page begins with black.
    fn paint(&mut self, color: Color) {
        if color == self.color {
            return;
        }
        self.color = color;
        if color == Color::BLACK {
            self.content.milli(0);
            self.content.op("g");
            return;
        }
        for part in [color.red, color.green, color.blue] {
            self.content.milli((i64::from(part) * 1000 + 127) / 255);
        }
        self.content.op("rg");
    }

    fn image(&mut self, picture: usize, x: Length, y: Length, width: Length, height: Length) {
        self.end_text();
        let bottom = self.up(y + height);
        self.content.op("q");
        for value in [milli_pt(width), 0, 0, milli_pt(height), milli_pt(x), bottom] {
            self.content.milli(value);
        }
        self.content.op("cm");
        self.content.name(&image::name(picture));
        self.content.op("Do");
        self.content.op("Q");
    }
}
