//! Specification and profile in, the normal form of the document out: all words, styles and order decided, no coordinates.

mod columns;
mod components;
mod compounds;
mod contents;
mod destinations;
mod elsewhere;
mod entry_lines;
mod field;
mod fit;
mod heights;
mod inlines;
mod keeps;
mod name_pattern;
mod names;
mod notes;
mod numbering;
mod overrides;
mod parts;
mod picture;
mod picture_size;
mod ranges;
mod record;
mod run_pictures;
mod sections;
mod slug;
mod styles;
mod symbols;
mod wording;

use heights::Heights;

use crate::diag::{Diagnostic, Diagnostics, Pointer, phrase, registry};
use crate::font::{FaceStyle, FontBook};
use crate::model::{
    Block, BlockKind, Document, Furniture, Inline, LineBreaks, List, PageNumberPosition, PageSetup, Paragraph, Part,
    Role, Rule, StyleSheet,
};
pub use crate::picture::KnownPictures;
use crate::profile::{self, Profile, Template, TypeName};
use crate::resources::Resources;
use crate::specification::{
    DocType, LineBreakSetting, Orientation, PageMargins, PartId, Regulation, Spec, without_letter_words,
};
use crate::units::Length;
pub use name_pattern::{NamePattern, NamePatternError};
pub use names::FileNames;
pub(crate) use names::{file_names, suffixes};

/// What the composers of the parts share.
struct Composer<'a> {
    spec: &'a Spec,
    /// The file that is composed, named by its first part.
    file: PartId,
    profile: &'static Profile,
    template: &'static Template,
    /// What the document is called.
    type_name: TypeName,
    /// Ký hiệu, given or composed.
    symbol: String,
    fonts: &'a FontBook,
    styles: &'a StyleSheet,
    /// Styles beyond those of the roles.
    more_styles: styles::MoreStyles,
    papers: &'a sections::Papers,
    /// The pages that what comes next stands on.
    page: PageSetup,
    /// The margins that the part which is composed has of its own, and where they stand.
    margins: Option<(&'a PageMargins, Pointer)>,
    /// Lùi dòng đầu, which margins leave room for.
    first_line_indent: Length,
    /// Where the pages of the part that is composed turn.
    turns: Vec<sections::PageTurn>,
    lists: Vec<List>,
    captions: components::captions::CaptionCounts,
    /// What a word processor has counted of them.
    counted: numbering::CountedLists,
    pictures: picture::Pictures<'a>,
    /// Those in running text.
    shown: &'a run_pictures::RunPictures,
    /// Width of the header's right column, whose axis a single signature stands on.
    header_right: Length,
    /// Where the header's left column begins, and its width; nothing where the header has one column.
    header_left: (Length, Length),
    out: &'a mut Diagnostics,
}

impl<'a> Composer<'a> {
    fn text_width(&self) -> Length {
        self.page.text_width()
    }

    /// The subject, without the `V/v` that the program prints in front of it.
    fn subject(&self) -> &str {
        let subject = self.spec.subject.as_str();
        if self.template.has_letter_header() { without_letter_words(subject) } else { subject }
    }

    /// Pages of a direction, with the margins given; those that are absent are as in the part, or else in the document. What is wrong with
    /// them is told once.
    fn pages(&mut self, orientation: Orientation, own: Option<(&PageMargins, Pointer)>) -> PageSetup {
        let mut page = self.papers.of(orientation).clone();
        let mut found = Diagnostics::default();
        let of_part: Option<(&PageMargins, Pointer)> = self.margins.clone();
        for (margins, at) in of_part.into_iter().chain(own) {
            page = overrides::margins(margins, page, self.first_line_indent, self.profile, at, &mut found);
        }
        for finding in found {
            if !self.out.iter().any(|known| *known == finding) {
                self.out.push(finding);
            }
        }
        page
    }

    /// The height of a page's text block.
    fn page_height(&self) -> Length {
        self.page.text_height()
    }

    fn heights(&self) -> Heights<'a> {
        Heights { fonts: self.fonts, styles: self.styles }
    }

    /// Half of the height of a page's text block.
    fn half_page(&self) -> Length {
        self.page_height() / 2
    }

    /// The type of a role, to measure texts in it.
    fn type_of(&self, role: Role) -> fit::Type<'a> {
        let style = self.styles.get(role);
        fit::Type { fonts: self.fonts, face: FaceStyle::of(style.bold, style.italic), size: style.size }
    }
}

/// Composes one file of a document: all parts that stand in it, and none that stands in another. `known` spares reading a picture
/// again. `None` where a finding leaves nothing to compose.
pub fn compose(
    spec: &Spec,
    file: PartId,
    profile: &'static Profile,
    Resources { fonts, pictures }: Resources<'_>,
    known: &mut KnownPictures,
    out: &mut Diagnostics,
) -> Option<Document> {
    let Some(template) = profile.doc_types.get(&spec.doc_type) else {
        out.push(no_template(spec.doc_type, profile));
        return None;
    };
    let mut layout = overrides::Layout::resolve(&spec.layout, profile, fonts, out);
    let papers = sections::Papers::new(page_setup(&layout, profile));
    let page = papers.of(Orientation::Portrait);
    let text_width = page.text_width();
    components::header::fit_date(spec, profile, fonts, &mut layout, text_width);
    let styles = styles::sheet(&styles::Sources { spec, profile, template, layout: &layout, fonts, text_width });
    let mut pictures = picture::Pictures::new(pictures, known);
    let shown = run_pictures::RunPictures::read(spec, &mut pictures, page, out);
    let mut c = Composer {
        spec,
        file,
        profile,
        template,
        type_name: profile.type_name(template, spec),
        symbol: names::symbol(spec, template, profile),
        fonts,
        styles: &styles,
        more_styles: styles::MoreStyles::default(),
        papers: &papers,
        page: page.clone(),
        margins: None,
        first_line_indent: layout.first_line_indent,
        turns: Vec::new(),
        lists: Vec::new(),
        captions: components::captions::CaptionCounts::default(),
        counted: numbering::CountedLists::default(),
        pictures,
        shown: &shown,
        header_right: Length::ZERO,
        header_left: (Length::ZERO, Length::ZERO),
        out: &mut *out,
    };
    let (mut parts, first_footer) = parts::of_file(&mut c);
    parts::copy::compose(&mut c, &mut parts);
    let first_page = parts.first().and_then(|part| part.sections.first()).map_or(page, |section| &section.page);
    let first_header = first_header(&mut c, first_page);
    let record = record::compose(&c);
    let info = names::info(&c, record);
    let (lists, pictures, more_styles) = (c.lists, c.pictures.into_found(), c.more_styles);
    let mut styles = styles.clone();
    styles.add(more_styles.into_found());
    destinations::compose(&mut parts);
    if spec.has_own_files() {
        elsewhere::unlink(&mut parts);
    }
    contents::compose(&mut parts, Heights { fonts, styles: &styles }, out);
    furnish(&mut parts, first_header, first_footer, layout.page_number_position);
    for section in Document::sections_of(&mut parts) {
        keeps::compose(&mut section.blocks, Heights { fonts, styles: &styles }, &section.page);
        symbols::choose(section, &styles, fonts);
    }
    notes::number(&mut parts);
    let line_breaks = match spec.layout.line_breaks {
        Some(LineBreakSetting::Settled) | None => LineBreaks::Settled,
        Some(LineBreakSetting::Natural) => LineBreaks::Natural,
    };
    let document = Document { info, styles, lists, pictures, line_breaks, parts };
    Some(document)
}

/// What stands in the top margin of page 1: stamps, then what is told of a digital signature.
fn first_header(c: &mut Composer<'_>, page: &PageSetup) -> Vec<Block> {
    let signing_lines = parts::signing_line::of_file(c, page);
    let height = signing_lines.iter().fold(Length::ZERO, |sum, line| sum + c.heights().of(line, page.text_width()));
    let mut blocks: Vec<Block> = components::marks::in_margin(c, page, height).into_iter().collect();
    blocks.extend(signing_lines);
    blocks
}

/// Gives each section what stands in its margins; the first what stands there on page 1 of the file.
fn furnish(parts: &mut [Part], first_header: Vec<Block>, first_footer: Vec<Block>, position: PageNumberPosition) {
    // a section without a foot would have that of the section before in word processors
    let empty_foot = if first_footer.is_empty() { Vec::new() } else { vec![empty_line()] };
    let (mut first_header, mut first_footer) = (first_header, Some(first_footer));
    for section in Document::sections_of(parts).filter(|section| !section.furniture.goes_on) {
        let first_footer = first_footer.take().unwrap_or_else(|| empty_foot.clone());
        section.furniture = furniture(std::mem::take(&mut first_header), first_footer, position);
    }
}

/// The regulation has no such document type. The cure is a type that it has, or a regulation that has this one.
fn no_template(doc_type: DocType, profile: &Profile) -> Diagnostic {
    let (title, word) = (&profile.title, doc_type.name());
    let finding = Diagnostic::of(
        registry::NO_TEMPLATE,
        Pointer::root().key("doc_type"),
        phrase!("{title} không có loại văn bản \"{word}\"", "{title} has no document type \"{word}\""),
    )
    .cite(&profile.doc_types_source);
    let words: Vec<String> = profile.doc_types.keys().map(|known| format!("\"{}\"", known.name())).collect();
    let words = words.join(", ");
    let finding = finding.hint(phrase!("dùng một trong: {words}", "use one of: {words}"));
    let knows = |name: &&Regulation| profile::get(**name).is_ok_and(|other| other.doc_types.contains_key(&doc_type));
    match Regulation::ALL.iter().filter(|name| **name != profile.regulation).find(knows) {
        Some(other) => {
            let name = other.name();
            finding.hint(phrase!("hoặc đặt \"regulation\": \"{name}\"", "or set \"regulation\": \"{name}\""))
        }
        None => finding,
    }
}

fn page_setup(layout: &overrides::Layout, profile: &Profile) -> PageSetup {
    let values = &profile.composition;
    PageSetup {
        width: values.paper_width.default.round_to_twip(),
        height: values.paper_height.default.round_to_twip(),
        margin_top: layout.margin_top,
        margin_bottom: layout.margin_bottom,
        margin_left: layout.margin_left,
        margin_right: layout.margin_right,
        header_distance: values.header_distance.default.round_to_twip(),
        footer_distance: values.footer_distance.default.round_to_twip(),
    }
}

/// The page's number on every page but the first, and the foot of page 1. A margin that holds something on one page holds
/// an empty line on the others, as word processors have it.
fn furniture(first_header: Vec<Block>, first_footer: Vec<Block>, position: PageNumberPosition) -> Furniture {
    let number = vec![paragraph(Role::PageNumber, Pointer::root(), vec![Inline::PageNumber])];
    let or_empty = |blocks: Vec<Block>, is_needed: bool| {
        if blocks.is_empty() && is_needed { vec![empty_line()] } else { blocks }
    };
    let is_on_top = position == PageNumberPosition::TopCenter;
    let (header, footer) = if is_on_top { (number, Vec::new()) } else { (Vec::new(), number) };
    let header = or_empty(header, !first_header.is_empty());
    let footer = or_empty(footer, !first_footer.is_empty());
    Furniture {
        first_header: or_empty(first_header, !header.is_empty()),
        first_footer: or_empty(first_footer, !footer.is_empty()),
        header,
        footer,
        ..Furniture::default()
    }
}

/// An empty line in a margin.
fn empty_line() -> Block {
    paragraph(Role::PageNumber, Pointer::root(), Vec::new())
}

fn paragraph(role: Role, at: Pointer, inlines: Vec<Inline>) -> Block {
    Block::new(role, BlockKind::Paragraph(Paragraph { inlines, ..Paragraph::default() }), at)
}

/// A drawn line, its place in whole twips.
fn rule(role: Role, at: Pointer, left: Length, width: Length, profile: &Profile) -> Block {
    let thickness = profile.composition.rule_thickness.default;
    let (left, width) = (left.round_to_twip(), width.round_to_twip());
    Block::new(role, BlockKind::Rule(Rule { left, width, thickness, keep_with_next: false }), at)
}
