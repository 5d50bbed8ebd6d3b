//! Property lists of WordprocessingML (ECMA-376 Part 1, 17.3.1.26 `pPr`, 17.3.2.28 `rPr`, 17.4.59 `tblPr`, 17.4.81 `trPr`,
//! 17.4.69 `tcPr`, 17.6.17 `sectPr`). A whole struct goes in, its children come out in the order of the schema: Word drops
//! or refuses what is out of order, so nobody else writes these elements.

use super::package::RelationId;
use super::xml::Xml;
use crate::model::{Alignment, LineSpacing, PageNumbers, PageSetup, Purpose, Script, Style, StyleSheet};
use crate::units::Length;

/// The typeface of every document.
pub(super) const TYPEFACE: &str = StyleSheet::TYPEFACE;

/// A level of a numbering in use (17.3.1.19 `numPr`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NumberReference {
    /// `w:numId`; 0 takes the style's number off.
    pub(super) num: u32,
    /// `w:ilvl`.
    pub(super) level: usize,
}

impl NumberReference {
    /// No number, whatever the style says.
    pub(super) const NONE: Self = Self { num: 0, level: 0 };
}

/// `w:spacing` of a paragraph (17.3.1.33). Each attribute is inherited for itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ParagraphSpacing {
    pub(super) before: Option<Length>,
    pub(super) after: Option<Length>,
    pub(super) line: Option<LineSpacing>,
}

impl ParagraphSpacing {
    /// That of a style.
    pub(super) fn of(style: &Style) -> Self {
        Self { before: Some(style.space_before), after: Some(style.space_after), line: Some(style.line_spacing) }
    }

    /// What differs from another style's; `None` where nothing does.
    pub(super) fn beyond(self, parent: &Style) -> Option<Self> {
        let inherited = Self::of(parent);
        let own = Self {
            before: self.before.filter(|_| self.before != inherited.before),
            after: self.after.filter(|_| self.after != inherited.after),
            line: self.line.filter(|_| self.line != inherited.line),
        };
        (own.before.is_some() || own.after.is_some() || own.line.is_some()).then_some(own)
    }
}

/// `w:ind` (17.3.1.12). Each attribute is inherited for itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Indents {
    pub(super) left: Option<Length>,
    pub(super) right: Option<Length>,
    /// Negative hangs.
    pub(super) first_line: Option<Length>,
}

impl Indents {
    /// Those of a style.
    pub(super) fn of(style: &Style) -> Self {
        Self {
            left: Some(style.indent_left),
            right: Some(style.indent_right),
            first_line: Some(style.first_line_indent),
        }
    }

    /// What differs from another style's; `None` where nothing does.
    pub(super) fn beyond(self, parent: &Style) -> Option<Self> {
        let inherited = Self::of(parent);
        let own = Self {
            left: self.left.filter(|_| self.left != inherited.left),
            right: self.right.filter(|_| self.right != inherited.right),
            first_line: self.first_line.filter(|_| self.first_line != inherited.first_line),
        };
        (own.left.is_some() || own.right.is_some() || own.first_line.is_some()).then_some(own)
    }

    fn write(self, xml: &mut Xml) {
        xml.raw("<w:ind");
        if let Some(left) = self.left {
            xml.attribute(" w:left=\"", left.to_twip());
        }
        if let Some(right) = self.right {
            xml.attribute(" w:right=\"", right.to_twip());
        }
        match self.first_line.map(Length::to_twip) {
            Some(hanging @ ..0) => xml.attribute(" w:hanging=\"", -hanging),
            Some(first_line) => xml.attribute(" w:firstLine=\"", first_line),
            None => xml,
        };
        xml.raw("/>");
    }
}

/// `pPr` (17.3.1.26). What is absent is not written: the style's value holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct ParagraphProperties<'a> {
    /// `w:pStyle`.
    pub(super) style: Option<&'static str>,
    pub(super) keep_next: Option<bool>,
    pub(super) keep_lines: Option<bool>,
    pub(super) widow_control: bool,
    pub(super) numbering: Option<NumberReference>,
    /// Thickness of the line over the paragraph.
    pub(super) top_border: Option<Length>,
    pub(super) spacing: Option<ParagraphSpacing>,
    pub(super) indents: Option<Indents>,
    pub(super) alignment: Option<Alignment>,
    /// `w:outlineLvl`, from 0.
    pub(super) outline_level: Option<u8>,
    /// The section that ends with the paragraph.
    pub(super) section: Option<SectionProperties<'a>>,
}

impl ParagraphProperties<'_> {
    /// The element; nothing where nothing is set.
    pub(super) fn write(&self, xml: &mut Xml) {
        if *self == Self::default() {
            return;
        }
        xml.raw("<w:pPr>");
        self.write_children(xml);
        xml.raw("</w:pPr>");
    }

    fn write_children(&self, xml: &mut Xml) {
        if let Some(style) = self.style {
            xml.raw("<w:pStyle w:val=\"").raw(style).raw("\"/>");
        }
        xml.raw(match self.keep_next {
            Some(true) => "<w:keepNext/>",
            Some(false) => "<w:keepNext w:val=\"0\"/>",
            None => "",
        });
        xml.raw(match self.keep_lines {
            Some(true) => "<w:keepLines/>",
            Some(false) => "<w:keepLines w:val=\"0\"/>",
            None => "",
        });
        if self.widow_control {
            xml.raw("<w:widowControl/>");
        }
        if let Some(reference) = self.numbering {
            xml.attribute("<w:numPr><w:ilvl w:val=\"", i64::try_from(reference.level).unwrap_or(0));
            xml.attribute("/><w:numId w:val=\"", i64::from(reference.num)).raw("/></w:numPr>");
        }
        if let Some(thickness) = self.top_border {
            xml.attribute("<w:pBdr><w:top w:val=\"single\" w:sz=\"", to_eighth_pt(thickness));
            xml.raw(" w:space=\"0\" w:color=\"000000\"/></w:pBdr>");
        }
        if let Some(spacing) = self.spacing {
            spacing.write(xml);
        }
        if let Some(indents) = self.indents {
            indents.write(xml);
        }
        if let Some(alignment) = self.alignment {
            xml.raw(match alignment {
                Alignment::Left => "<w:jc w:val=\"left\"/>",
                Alignment::Center => "<w:jc w:val=\"center\"/>",
                Alignment::Right => "<w:jc w:val=\"right\"/>",
                Alignment::Justify => "<w:jc w:val=\"both\"/>",
            });
        }
        if let Some(level) = self.outline_level {
            xml.attribute("<w:outlineLvl w:val=\"", i64::from(level)).raw("/>");
        }
        if let Some(section) = &self.section {
            section.write(xml);
        }
    }
}

impl ParagraphSpacing {
    fn write(self, xml: &mut Xml) {
        xml.raw("<w:spacing");
        if let Some(before) = self.before {
            xml.attribute(" w:before=\"", before.to_twip());
        }
        if let Some(after) = self.after {
            xml.attribute(" w:after=\"", after.to_twip());
        }
        match self.line {
            Some(LineSpacing::Multiple(n)) => xml.attribute(" w:line=\"", i64::from(n)).raw(" w:lineRule=\"auto\""),
            Some(LineSpacing::Exactly(pitch)) => {
                xml.attribute(" w:line=\"", pitch.to_twip()).raw(" w:lineRule=\"exact\"")
            }
            None => xml,
        };
        xml.raw("/>");
    }
}

/// `w:sz` of a border: eighths of a point, 2 to 96 (17.18.… `ST_EighthPointMeasure`).
pub(super) fn to_eighth_pt(thickness: Length) -> i64 {
    let eighth = Length::pt(1).to_emu() / 8;
    ((thickness.to_emu() + eighth / 2) / eighth).clamp(2, 96)
}

/// `rPr` (17.3.2.28). What is absent is not written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct RunProperties<'a> {
    /// `w:rStyle`.
    pub(super) style: Option<&'static str>,
    /// Named for all four kinds of script.
    pub(super) typeface: Option<&'static str>,
    pub(super) bold: Option<bool>,
    pub(super) italic: Option<bool>,
    /// Black, without underline.
    pub(super) plain: bool,
    /// `w:spacing`: added to the advance of each character; nothing is not written.
    pub(super) letter_spacing: Length,
    pub(super) size: Option<Length>,
    pub(super) script: Script,
    /// BCP 47 tag of Latin text.
    pub(super) language: Option<&'a str>,
}

impl RunProperties<'_> {
    /// The element; nothing where nothing is set.
    pub(super) fn write(&self, xml: &mut Xml) {
        if *self == Self::default() {
            return;
        }
        xml.raw("<w:rPr>");
        if let Some(style) = self.style {
            xml.raw("<w:rStyle w:val=\"").raw(style).raw("\"/>");
        }
        if let Some(typeface) = self.typeface {
            xml.raw("<w:rFonts w:ascii=\"").raw(typeface).raw("\" w:eastAsia=\"").raw(typeface);
            xml.raw("\" w:hAnsi=\"").raw(typeface).raw("\" w:cs=\"").raw(typeface).raw("\"/>");
        }
        xml.raw(match self.bold {
            Some(true) => "<w:b/><w:bCs/>",
            Some(false) => "<w:b w:val=\"0\"/><w:bCs w:val=\"0\"/>",
            None => "",
        });
        xml.raw(match self.italic {
            Some(true) => "<w:i/><w:iCs/>",
            Some(false) => "<w:i w:val=\"0\"/><w:iCs w:val=\"0\"/>",
            None => "",
        });
        if self.plain {
            xml.raw("<w:color w:val=\"000000\"/>");
        }
        if self.letter_spacing != Length::ZERO {
            xml.attribute("<w:spacing w:val=\"", self.letter_spacing.to_twip()).raw("/>");
        }
        if let Some(size) = self.size {
            xml.attribute("<w:sz w:val=\"", size.to_half_pt()).attribute("/><w:szCs w:val=\"", size.to_half_pt());
            xml.raw("/>");
        }
        if self.plain {
            xml.raw("<w:u w:val=\"none\"/>");
        }
        xml.raw(match self.script {
            Script::Baseline => "",
            Script::Super => "<w:vertAlign w:val=\"superscript\"/>",
            Script::Sub => "<w:vertAlign w:val=\"subscript\"/>",
        });
        if let Some(language) = self.language {
            xml.raw("<w:lang w:val=\"").text(language).raw("\" w:eastAsia=\"").text(language);
            xml.raw("\" w:bidi=\"ar-SA\"/>");
        }
        xml.raw("</w:rPr>");
    }
}

/// `tblPr` (17.4.59) and `tblGrid` (17.4.48) of a table without borders and padding, its columns as wide as said.
#[derive(Clone, Copy, Debug)]
pub(super) struct TableProperties<'a> {
    /// From the left edge of the text to the table.
    pub(super) indent: Length,
    /// Column widths.
    pub(super) widths: &'a [Length],
    pub(super) purpose: Purpose,
    /// Whether rows at its top head it.
    pub(super) has_header: bool,
}

impl TableProperties<'_> {
    /// Both elements.
    pub(super) fn write(&self, xml: &mut Xml) {
        let total: i64 = self.widths.iter().map(|w| w.to_twip()).sum();
        xml.attribute("<w:tblPr><w:tblW w:w=\"", total);
        xml.attribute(" w:type=\"dxa\"/><w:tblInd w:w=\"", self.indent.to_twip());
        xml.raw(" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblCellMar>");
        xml.raw("<w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"0\" w:type=\"dxa\"/>");
        xml.raw("<w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar>");
        xml.raw(if self.has_header {
            "<w:tblLook w:val=\"0020\" w:firstRow=\"1\""
        } else {
            "<w:tblLook w:val=\"0000\" w:firstRow=\"0\""
        });
        xml.raw(" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"0\" w:noVBand=\"0\"/>");
        // what a screen reader says of it, and the accessibility checker shows: not data
        xml.raw(match self.purpose {
            Purpose::Columns => concat!(
                "<w:tblCaption w:val=\"Bảng trình bày\"/>",
                "<w:tblDescription w:val=\"Chỉ để xếp chỗ, không chứa số liệu; mỗi cột đọc từ trên xuống.\"/>"
            ),
            Purpose::Rows => concat!(
                "<w:tblCaption w:val=\"Bảng trình bày\"/>",
                "<w:tblDescription w:val=\"Chỉ để xếp chỗ, không chứa số liệu; mỗi hàng đọc từ trái sang.\"/>"
            ),
            Purpose::Data => "",
        });
        xml.raw("</w:tblPr><w:tblGrid>");
        for width in self.widths {
            xml.attribute("<w:gridCol w:w=\"", width.to_twip()).raw("/>");
        }
        xml.raw("</w:tblGrid>");
    }
}

/// `trPr` (17.4.81) of a row that never splits; a header row is repeated on each page.
pub(super) fn write_row_properties(xml: &mut Xml, is_header: bool) {
    xml.raw("<w:trPr><w:cantSplit/>");
    if is_header {
        xml.raw("<w:tblHeader/>");
    }
    xml.raw("</w:trPr>");
}

/// `tcPr` (17.4.69) of a cell.
#[derive(Clone, Copy, Debug)]
pub(super) struct CellProperties {
    /// Width of all columns that it spans.
    pub(super) width: Length,
    /// How many those are.
    pub(super) columns: usize,
    /// Whether it spans rows, and whether this is the first of them.
    pub(super) spans_rows: Option<SpannedRow>,
}

/// A row of a cell that spans several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SpannedRow {
    First,
    Further,
}

impl CellProperties {
    /// The element.
    pub(super) fn write(&self, xml: &mut Xml) {
        xml.attribute("<w:tcPr><w:tcW w:w=\"", self.width.to_twip()).raw(" w:type=\"dxa\"/>");
        if self.columns > 1 {
            xml.attribute("<w:gridSpan w:val=\"", i64::try_from(self.columns).unwrap_or(i64::MAX)).raw("/>");
        }
        match self.spans_rows {
            Some(SpannedRow::First) => xml.raw("<w:vMerge w:val=\"restart\"/>"),
            Some(SpannedRow::Further) => xml.raw("<w:vMerge/>"),
            None => xml,
        };
        xml.raw("</w:tcPr>");
    }
}

/// `sectPr` (17.6.17): paper, margins, and the headers and footers by page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SectionProperties<'a> {
    pub(super) page: &'a PageSetup,
    pub(super) numbers: PageNumbers,
    pub(super) header_default: Option<RelationId>,
    pub(super) header_first: Option<RelationId>,
    pub(super) footer_default: Option<RelationId>,
    pub(super) footer_first: Option<RelationId>,
}

impl SectionProperties<'_> {
    /// The element.
    pub(super) fn write(&self, xml: &mut Xml) {
        xml.raw("<w:sectPr>");
        for (opening, id) in [
            ("<w:headerReference w:type=\"default\" r:id=\"", self.header_default),
            ("<w:headerReference w:type=\"first\" r:id=\"", self.header_first),
            ("<w:footerReference w:type=\"default\" r:id=\"", self.footer_default),
            ("<w:footerReference w:type=\"first\" r:id=\"", self.footer_first),
        ] {
            if let Some(id) = id {
                xml.relation(opening, id).raw("/>");
            }
        }
        let page = self.page;
        xml.attribute("<w:pgSz w:w=\"", page.width.to_twip()).attribute(" w:h=\"", page.height.to_twip());
        if page.width > page.height {
            xml.raw(" w:orient=\"landscape\"");
        }
        xml.attribute("/><w:pgMar w:top=\"", page.margin_top.to_twip());
        xml.attribute(" w:right=\"", page.margin_right.to_twip());
        xml.attribute(" w:bottom=\"", page.margin_bottom.to_twip());
        xml.attribute(" w:left=\"", page.margin_left.to_twip());
        xml.attribute(" w:header=\"", page.header_distance.to_twip());
        xml.attribute(" w:footer=\"", page.footer_distance.to_twip());
        xml.raw(" w:gutter=\"0\"/>");
        if let PageNumbers::StartAt(first) = self.numbers {
            xml.attribute("<w:pgNumType w:start=\"", i64::from(first)).raw("/>");
        }
        xml.raw("<w:cols w:space=\"720\"/>");
        if self.header_first.is_some() || self.footer_first.is_some() {
            xml.raw("<w:titlePg/>");
        }
        xml.raw("</w:sectPr>");
    }
}
