//! Pages and what is drawn on them.

use pdf_writer::writers;
use pdf_writer::{Finish, Name, Rect, Ref};

use super::content::{Content, milli_pt, pt};
use super::objects::Objects;
use super::usage::Usage;
use super::{font, image, link};
use crate::font::FontBook;
use crate::model::Role;
use crate::pages::{Item, ItemKind, LineEnd, Page, Pages, TextRun};
use crate::units::Length;

/// Objects that pages name.
pub(super) struct Refs<'a> {
    pub(super) page_tree: Ref,
    pub(super) pages: &'a [Ref],
    pub(super) resources: Ref,
}

/// Writes the page tree, the pages, their content and their links.
pub(super) fn write_all(pages: &Pages, fonts: &FontBook, usage: &Usage, refs: &Refs<'_>, objects: &mut Objects) {
    let count = i32::try_from(pages.pages.len()).unwrap_or(i32::MAX);
    let mut tree = objects.object(refs.page_tree).pages(refs.page_tree);
    tree.count(count).kids(refs.pages.iter().copied());
    tree.finish();
    let mut content = Content::default();
    for (page, &id) in pages.pages.iter().zip(refs.pages) {
        content.clear();
        Drawing::new(pages, page, usage, &mut content).draw();
        let content_ref = objects.reserve();
        objects.stream(content_ref, content.as_bytes()).finish();
        let links = link::write_all(pages, page, fonts, objects);
        write_page(page, id, content_ref, &links, refs, objects);
    }
}

fn write_page(page: &Page, id: Ref, content: Ref, links: &[Ref], refs: &Refs<'_>, objects: &mut Objects) {
    let mut dict = objects.object(id).page(id);
    dict.parent(refs.page_tree);
    dict.media_box(Rect::new(0.0, 0.0, pt(page.width), pt(page.height)));
    dict.pair(Name(b"Resources"), refs.resources);
    dict.contents(content);
    if page.items.iter().any(|item| matches!(item.kind, ItemKind::Image { .. })) {
        // pictures may be translucent: the space to blend in (PDF/A-2, 6.2.10)
        let mut group: writers::Group<'_> = dict.group();
        group.transparency();
        group.color_space().device_rgb();
    }
    if !links.is_empty() {
        dict.annotations(links.iter().copied());
    }
}

/// Whether an item means anything to a reader, or is decoration and pagination (ISO 32000-1, 14.8.2.2).
fn is_artifact(item: &Item) -> bool {
    match item.kind {
        ItemKind::Line { .. } => true,
        ItemKind::Image { .. } => false,
        ItemKind::Text(_) => item.role == Role::PageNumber,
    }
}

/// One page being drawn.
struct Drawing<'a> {
    pages: &'a Pages,
    page: &'a Page,
    usage: &'a Usage,
    content: &'a mut Content,
    /// Where the current line of the text object begins; `None` outside text objects.
    line: Option<(i64, i64)>,
    /// Face and size in force.
    font: Option<(crate::font::FaceStyle, Length)>,
    in_artifact: bool,
}

impl<'a> Drawing<'a> {
    fn new(pages: &'a Pages, page: &'a Page, usage: &'a Usage, content: &'a mut Content) -> Self {
        Self { pages, page, usage, content, line: None, font: None, in_artifact: false }
    }

    fn draw(mut self) {
        let page = self.page;
        for item in &page.items {
            self.mark(is_artifact(item));
            match &item.kind {
                ItemKind::Text(run) => self.text(run),
                ItemKind::Line { x, y, width, thickness } => self.rule(*x, *y, *width, *thickness),
                ItemKind::Image { picture, x, y, width, height, alternative_text: _ } => {
                    self.image(*picture, *x, *y, *width, *height);
                }
            }
        }
        self.mark(false);
        self.end_text();
    }

    /// Opens or closes the marked content of artifacts.
    fn mark(&mut self, artifact: bool) {
        if artifact == self.in_artifact {
            return;
        }
        self.end_text();
        if artifact {
            self.content.name("Artifact");
            self.content.op("BMC");
        } else {
            self.content.op("EMC");
        }
        self.in_artifact = artifact;
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
        let adjusted = adjustment != 0 && text.contains(' ');
        if adjusted {
            self.content.begin_array();
        }
        self.content.begin_string();
        for c in text.chars() {
            self.content.code(codes.code(c));
            if adjusted && c == ' ' {
                self.content.end_string();
                self.content.centi(adjustment);
                self.content.begin_string();
            }
        }
        if run.ends_line == LineEnd::Space {
            // the space that the line's end swallowed, for readers that join lines
            self.content.code(codes.code(' '));
        }
        self.content.end_string();
        if adjusted {
            self.content.end_array();
        }
        self.content.op(if adjusted { "TJ" } else { "Tj" });
    }

    fn rule(&mut self, x: Length, y: Length, width: Length, thickness: Length) {
        self.end_text();
        self.content.milli(milli_pt(x));
        let bottom = self.up(y + thickness);
        self.content.milli(bottom);
        self.content.milli(milli_pt(width));
        self.content.milli(milli_pt(thickness));
        self.content.op("re");
        self.content.op("f");
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
