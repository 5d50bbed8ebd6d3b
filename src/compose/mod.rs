//! Specification and profile in, the normal form of the document out: all words, styles and order decided, no coordinates.

mod columns;
mod components;
mod compounds;
mod contents;
mod destinations;
mod entry_lines;
mod field;
mod fit;
mod heights;
mod inlines;
mod keeps;
mod name_pattern;
mod notes;
mod numbering;
mod overrides;
mod parts;
mod picture;
mod ranges;
mod record;
mod sections;
mod slug;
mod styles;
mod symbols;
mod wording;

use components::Composed;
use heights::Heights;

use crate::diag::{Diagnostic, Diagnostics, Pointer, phrase, registry};
use crate::font::{FaceStyle, FontBook};
use crate::model::record::{Origins, Record};
use crate::model::{
    Block, BlockKind, Document, Furniture, Info, Inline, LineBreaks, List, PageNumberPosition, PageNumbers, PageSetup,
    Paragraph, Part, PartKind, Role, Rule, StyleSheet,
};
pub use crate::picture::KnownPictures;
use crate::profile::{self, Profile, Template, TypeName};
use crate::resources::PictureSource;
use crate::specification::{DocType, LineBreakSetting, Orientation, Regulation, Spec, without_letter_words};
use crate::units::Length;
pub use name_pattern::{NamePattern, NamePatternError};

/// What the composers of the parts share.
struct Composer<'a> {
    spec: &'a Spec,
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
    page: &'a PageSetup,
    /// Where the pages of the part that is composed turn.
    turns: Vec<sections::PageTurn<'a>>,
    lists: Vec<List>,
    captions: components::captions::CaptionCounts,
    /// What a word processor has counted of them.
    counted: numbering::CountedLists,
    pictures: picture::Pictures<'a>,
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

    fn heights(&self) -> Heights<'a> {
        Heights { fonts: self.fonts, styles: self.styles }
    }

    /// Half of the height of a page's text block.
    fn half_page(&self) -> Length {
        (self.page.height - self.page.margin_top - self.page.margin_bottom) / 2
    }

    /// The type of a role, to measure texts in it.
    fn type_of(&self, role: Role) -> fit::Type<'a> {
        let style = self.styles.get(role);
        fit::Type { fonts: self.fonts, face: FaceStyle::of(style.bold, style.italic), size: style.size }
    }
}

/// Composes a document; `known` spares reading a picture again. `None` where a finding leaves nothing to compose.
pub fn compose(
    spec: &Spec,
    profile: &'static Profile,
    fonts: &FontBook,
    pictures: &dyn PictureSource,
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
    let mut c = Composer {
        spec,
        profile,
        template,
        type_name: profile.type_name(template, spec),
        symbol: symbol(spec, template, profile),
        fonts,
        styles: &styles,
        more_styles: styles::MoreStyles::default(),
        papers: &papers,
        page,
        turns: Vec::new(),
        lists: Vec::new(),
        captions: components::captions::CaptionCounts::default(),
        counted: numbering::CountedLists::default(),
        pictures: picture::Pictures::new(pictures, known),
        header_right: Length::ZERO,
        header_left: (Length::ZERO, Length::ZERO),
        out: &mut *out,
    };
    let mut composed = Composed::default();
    for component in &template.order {
        components::compose(*component, &mut c, &mut composed);
    }
    let Composed { blocks, first_footer } = composed;
    let turns = std::mem::take(&mut c.turns);
    c.page = page;
    let behind = parts::compose(&mut c);
    let sections = sections::of_part(blocks, page, turns, PageNumbers::GoOn);
    let mut parts = vec![Part { kind: PartKind::Main, sections }];
    parts.extend(behind);
    parts::copy::compose(&mut c, &mut parts);
    let signing_line = parts::copy::signing_line(&mut c);
    let line_height = signing_line.iter().fold(Length::ZERO, |sum, line| sum + c.heights().of(line, page.text_width()));
    let mut first_header: Vec<Block> = components::marks::in_margin(&mut c, line_height).into_iter().collect();
    first_header.extend(signing_line);
    let record = record::compose(&c);
    let info = info(&c, record);
    let (lists, pictures, more_styles) = (c.lists, c.pictures.into_found(), c.more_styles);
    let mut styles = styles.clone();
    styles.add(more_styles.into_found());
    let position = layout.page_number_position;
    destinations::compose(&mut parts);
    contents::compose(&mut parts, Heights { fonts, styles: &styles }, out);
    // a section without a foot would have that of the section before in word processors
    let empty_foot = if first_footer.is_empty() { Vec::new() } else { vec![empty_line()] };
    let mut first_footer = Some(first_footer);
    for section in Document::sections_of(&mut parts) {
        if !section.furniture.goes_on {
            let first_footer = first_footer.take().unwrap_or_else(|| empty_foot.clone());
            section.furniture = furniture(std::mem::take(&mut first_header), first_footer, position);
        }
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

/// The name, without extension, of a document's files; `None` where the regulation has no such document type.
pub(crate) fn file_stem(spec: &Spec, profile: &Profile) -> Option<String> {
    let template = profile.doc_types.get(&spec.doc_type)?;
    Some(stem(
        spec,
        profile,
        &profile.type_name(template, spec),
        template.is_unnumbered(),
        &symbol(spec, template, profile),
    ))
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

/// Ký hiệu: the given one, else the abbreviations of type and organs, or of organs and drafting unit.
fn symbol(spec: &Spec, template: &Template, profile: &Profile) -> String {
    if let Some(symbol) = &spec.symbol {
        return symbol.as_str().to_owned();
    }
    let organs = spec.organs_abbreviated();
    // where the symbol does not name the type, it names the unit that drafted the text
    let archive = spec.recipients.as_ref().and_then(|recipients| recipients.archive.as_ref());
    let unit = archive.and_then(|archive| archive.units.first()).map(|unit| unit.as_str().to_owned());
    let parts = match profile.type_name(template, spec).abbreviation {
        Some(doc_type) => [Some(doc_type), organs],
        None => [organs, unit.filter(|_| !template.is_unnumbered())],
    };
    // a missing organ is reported where the specification is judged
    parts.into_iter().flatten().collect::<Vec<_>>().join("-")
}

/// The name, without extension, of the document's files.
fn stem(spec: &Spec, profile: &Profile, type_name: &TypeName, is_unnumbered: bool, symbol: &str) -> String {
    let stem = if is_unnumbered {
        let day = format!("{}-{}", type_name.title, spec.issue_date);
        wording::plain_name(&format!("{day}-{symbol}"))
    } else {
        wording::file_stem(wording::number_of(spec), symbol)
    };
    match &spec.copy {
        // beside its original
        Some(copy) => wording::plain_name(&format!("{stem}-{}", parts::copy::word(copy, profile).text.to_lowercase())),
        None => stem,
    }
}

fn info(c: &Composer<'_>, (record, record_origins): (Record, Origins)) -> Info {
    let spec = c.spec;
    let subject = c.subject().replace('\n', " ");
    let date = spec.issue_date;
    Info {
        title: format!("{} {subject}", c.type_name.title),
        subject,
        creator: spec.organs_listed(),
        notation: match wording::number_of(spec) {
            None if c.template.is_unnumbered() => c.symbol.clone(),
            number => format!("{}/{}", number.unwrap_or_default(), c.symbol),
        },
        language: "vi-VN",
        issued: date.month.zip(date.day).map(|(month, day)| (date.year, month, day)),
        regulation: c.profile.regulation.name(),
        file_stem: stem(spec, c.profile, &c.type_name, c.template.is_unnumbered(), &c.symbol),
        record,
        record_origins,
        // known to those who hold the bytes
        specification_sha256: String::new(),
    }
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
