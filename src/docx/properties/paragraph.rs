//! Of paragraphs.

use super::SectionProperties;
use crate::docx::xml::Xml;
use crate::model::{Alignment, Color, LineSpacing, Style, TabAlignment, TabStop};
use crate::units::Length;

/// A level of a numbering in use (17.3.1.19 `numPr`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::docx) struct NumberReference {
    /// `w:numId`; 0 takes the style's number off.
    pub(in crate::docx) num: u32,
    /// `w:ilvl`.
    pub(in crate::docx) level: usize,
}

impl NumberReference {
    /// No number, whatever the style says.
    pub(in crate::docx) const NONE: Self = Self { num: 0, level: 0 };
}

/// `w:spacing` of a paragraph (17.3.1.33). Each attribute is inherited for itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::docx) struct ParagraphSpacing {
    pub(in crate::docx) before: Option<Length>,
    pub(in crate::docx) after: Option<Length>,
    pub(in crate::docx) line: Option<LineSpacing>,
}

impl ParagraphSpacing {
    /// That of a style.
    pub(in crate::docx) fn of(style: &Style) -> Self {
        Self { before: Some(style.space_before), after: Some(style.space_after), line: Some(style.line_spacing) }
    }

    /// What differs from another style's; `None` where nothing does.
    pub(in crate::docx) fn beyond(self, parent: &Style) -> Option<Self> {
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
pub(in crate::docx) struct Indents {
    pub(in crate::docx) left: Option<Length>,
    pub(in crate::docx) right: Option<Length>,
    /// Negative hangs.
    pub(in crate::docx) first_line: Option<Length>,
}

impl Indents {
    /// Those of a style.
    pub(in crate::docx) fn of(style: &Style) -> Self {
        Self {
            left: Some(style.indent_left),
            right: Some(style.indent_right),
            first_line: Some(style.first_line_indent),
        }
    }

    /// What differs from another style's; `None` where nothing does.
    pub(in crate::docx) fn beyond(self, parent: &Style) -> Option<Self> {
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
pub(in crate::docx) struct ParagraphProperties<'a> {
    /// `w:pStyle`.
    pub(in crate::docx) style: Option<&'static str>,
    /// Which of several styles of a role it is, from 2: behind the id.
    pub(in crate::docx) style_number: Option<usize>,
    pub(in crate::docx) keep_next: Option<bool>,
    pub(in crate::docx) keep_lines: Option<bool>,
    pub(in crate::docx) page_break_before: bool,
    pub(in crate::docx) widow_control: bool,
    pub(in crate::docx) numbering: Option<NumberReference>,
    /// Thickness of the line over the paragraph.
    pub(in crate::docx) top_border: Option<Length>,
    /// Thickness and colour of the line around the paragraph.
    pub(in crate::docx) frame: Option<(Length, Color)>,
    /// `w:tabs`.
    pub(in crate::docx) tabs: &'a [TabStop],
    pub(in crate::docx) spacing: Option<ParagraphSpacing>,
    pub(in crate::docx) indents: Option<Indents>,
    pub(in crate::docx) alignment: Option<Alignment>,
    /// `w:outlineLvl`, from 0.
    pub(in crate::docx) outline_level: Option<u8>,
    /// The section that ends with the paragraph.
    pub(in crate::docx) section: Option<SectionProperties<'a>>,
}

impl ParagraphProperties<'_> {
    /// The element; nothing where nothing is set.
    pub(in crate::docx) fn write(&self, xml: &mut Xml) {
        if *self == Self::default() {
            return;
        }
        xml.raw("<w:pPr>");
        self.write_children(xml);
        xml.raw("</w:pPr>");
    }

    fn write_children(&self, xml: &mut Xml) {
        if let Some(style) = self.style {
            xml.raw("<w:pStyle w:val=\"").raw(style);
            if let Some(number) = self.style_number {
                xml.raw("-").text(&number.to_string());
            }
            xml.raw("\"/>");
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
        if self.page_break_before {
            xml.raw("<w:pageBreakBefore/>");
        }
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
        if let Some((thickness, color)) = self.frame {
            xml.raw("<w:pBdr>");
            for side in ["top", "left", "bottom", "right"] {
                xml.raw("<w:").raw(side).attribute(" w:val=\"single\" w:sz=\"", to_eighth_pt(thickness));
                xml.raw(" w:space=\"0\" w:color=\"").text(&color.hex()).raw("\"/>");
            }
            xml.raw("</w:pBdr>");
        }
        if !self.tabs.is_empty() {
            xml.raw("<w:tabs>");
            self.tabs.iter().for_each(|stop| write_tab_stop(stop, xml));
            xml.raw("</w:tabs>");
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

/// `w:tab` of `w:tabs` (17.3.1.37).
fn write_tab_stop(stop: &TabStop, xml: &mut Xml) {
    xml.raw(match stop.alignment {
        TabAlignment::Left => "<w:tab w:val=\"left\"",
        TabAlignment::Right => "<w:tab w:val=\"right\"",
    });
    if stop.dots {
        xml.raw(" w:leader=\"dot\"");
    }
    xml.attribute(" w:pos=\"", stop.position.to_twip()).raw("/>");
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
pub(in crate::docx) fn to_eighth_pt(thickness: Length) -> i64 {
    let eighth = Length::pt(1).to_emu() / 8;
    ((thickness.to_emu() + eighth / 2) / eighth).clamp(2, 96)
}
