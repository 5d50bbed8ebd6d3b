//! Specification and profile in, the normal form of the document out: all words, styles and order decided, no coordinates.

mod addressees;
mod body;
mod citation;
mod closing;
mod compounds;
mod contact;
mod destinations;
mod field;
mod fit;
mod glyphs;
mod header;
mod inlines;
mod numbering;
mod overrides;
mod picture;
mod record;
mod signature;
mod styles;
mod title;
mod wording;

use crate::PictureSource;
use crate::diag::{Diagnostics, Pointer};
use crate::font::{FaceStyle, FontBook};
use crate::model::record::Record;
use crate::model::{
    Block, BlockKind, Document, Furniture, Info, Inline, List, PageNumberPosition, PageNumbers, PageSetup, Paragraph,
    Part, PartKind, Role, Rule, Section, StyleSheet,
};
use crate::profile::{DocTypeWords, Profile};
use crate::specification::Spec;
use crate::units::Length;

/// What the composers of the parts share.
struct Composer<'a> {
    spec: &'a Spec,
    profile: &'a Profile,
    doc_type: &'static DocTypeWords,
    /// Ký hiệu, given or composed.
    symbol: String,
    fonts: &'a FontBook,
    styles: &'a StyleSheet,
    page: &'a PageSetup,
    lists: Vec<List>,
    out: &'a mut Diagnostics,
}

impl<'a> Composer<'a> {
    fn text_width(&self) -> Length {
        self.page.text_width()
    }

    /// The type of a role, to measure texts in it.
    fn type_of(&self, role: Role) -> fit::Type<'a> {
        let style = self.styles.get(role);
        fit::Type { fonts: self.fonts, face: FaceStyle::of(style.bold, style.italic), size: style.size }
    }
}

/// Judges what only the finished pages tell of the record: how many they are.
pub fn judge_page_count(count: usize, out: &mut Diagnostics) {
    record::judge_page_count(count, out);
}

/// Composes a document. `None` where a finding leaves nothing to compose.
pub fn compose(
    spec: &Spec,
    profile: &'static Profile,
    fonts: &FontBook,
    pictures: &dyn PictureSource,
    out: &mut Diagnostics,
) -> Option<Document> {
    let doc_type = profile.doc_types.get(&spec.doc_type)?;
    let mut layout = overrides::Layout::resolve(&spec.layout, profile, fonts, out);
    let page = page_setup(&layout, profile);
    let text_width = page.text_width();
    header::fit_date(spec, profile, fonts, &mut layout, text_width);
    let styles = styles::sheet(&styles::Sources { spec, profile, layout: &layout, fonts, text_width });
    let symbol = symbol(spec, doc_type);
    let mut pictures = picture::Pictures::new(pictures);
    let mut c = Composer {
        spec,
        profile,
        doc_type,
        symbol,
        fonts,
        styles: &styles,
        page: &page,
        lists: Vec::new(),
        out: &mut *out,
    };
    let (header, header_right) = header::compose(&mut c);
    let mut blocks = vec![header];
    title::compose(&c, &mut blocks);
    addressees::compose(&c, &mut blocks);
    title::legal_basis(&c, &mut blocks);
    body::compose(&mut c, &mut blocks);
    destinations::compose(&mut c, &mut blocks);
    closing::compose(&mut c, header_right, &mut pictures, &mut blocks);
    let furniture = furniture(contact::compose(&c), layout.page_number_position);
    let record = record::compose(&mut c);
    let info = info(&c, record);
    let lists = c.lists;
    let section = Section { page, furniture, numbers: PageNumbers::GoOn, blocks };
    let parts = vec![Part { kind: PartKind::Main, sections: vec![section] }];
    let document = Document { info, styles, lists, pictures: pictures.into_found(), parts };
    glyphs::check(&document, fonts, out);
    Some(document)
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
fn furniture(first_footer: Vec<Block>, position: PageNumberPosition) -> Furniture {
    let line = |inlines| vec![paragraph(Role::PageNumber, Pointer::root(), inlines)];
    let (number, empty) = (line(vec![Inline::PageNumber]), line(Vec::new()));
    match (position, first_footer.is_empty()) {
        (PageNumberPosition::TopCenter, true) => {
            Furniture { first_header: empty, header: number, ..Furniture::default() }
        }
        (PageNumberPosition::TopCenter, false) => {
            Furniture { first_header: empty.clone(), header: number, first_footer, footer: empty }
        }
        (PageNumberPosition::BottomRight, true) => {
            Furniture { first_footer: empty, footer: number, ..Furniture::default() }
        }
        (PageNumberPosition::BottomRight, false) => Furniture { first_footer, footer: number, ..Furniture::default() },
    }
}

/// Ký hiệu: the given one, else the abbreviations of type and organ.
fn symbol(spec: &Spec, doc_type: &DocTypeWords) -> String {
    match (&spec.symbol, &spec.issuer.abbreviation) {
        (Some(symbol), _) => symbol.as_str().to_owned(),
        (None, Some(organ)) => format!("{}-{}", doc_type.abbreviation, organ.as_str()),
        // reported where the specification is read
        (None, None) => doc_type.abbreviation.clone(),
    }
}

fn info(c: &Composer<'_>, record: Record) -> Info {
    let spec = c.spec;
    let subject = spec.subject.as_str().replace('\n', " ");
    let date = spec.issue_date;
    Info {
        title: format!("{} {subject}", c.doc_type.title),
        subject,
        creator: spec.issuer.name.as_str().replace('\n', " "),
        notation: format!("{}/{}", spec.number.map(wording::number).unwrap_or_default(), c.symbol),
        language: "vi-VN",
        issued: date.month.zip(date.day).map(|(month, day)| (date.year, month, day)),
        regulation: c.profile.regulation.name(),
        file_stem: wording::file_stem(spec.number, &c.symbol),
        record,
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
