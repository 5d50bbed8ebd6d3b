//! Of runs.

use crate::docx::xml::Xml;
use crate::model::{Color, Script};
use crate::units::Length;

/// `rPr` (17.3.2.28). What is absent is not written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::docx) struct RunProperties<'a> {
    /// `w:rStyle`.
    pub(in crate::docx) style: Option<&'static str>,
    /// Named for all four kinds of script.
    pub(in crate::docx) typeface: Option<&'static str>,
    pub(in crate::docx) bold: Option<bool>,
    pub(in crate::docx) italic: Option<bool>,
    /// Black, without underline.
    pub(in crate::docx) plain: bool,
    /// A line under it.
    pub(in crate::docx) underline: bool,
    /// `w:spacing`: added to the advance of each character; nothing is not written.
    pub(in crate::docx) letter_spacing: Length,
    /// Of the text; not written where a style says it.
    pub(in crate::docx) color: Option<Color>,
    pub(in crate::docx) size: Option<Length>,
    pub(in crate::docx) script: Script,
    /// BCP 47 tag of Latin text.
    pub(in crate::docx) language: Option<&'a str>,
}

impl RunProperties<'_> {
    /// The element; nothing where nothing is set.
    pub(in crate::docx) fn write(&self, xml: &mut Xml) {
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
        if let Some(color) = self.color.or(self.plain.then_some(Color::BLACK)) {
            xml.raw("<w:color w:val=\"").text(&color.hex()).raw("\"/>");
        }
        if self.letter_spacing != Length::ZERO {
            xml.attribute("<w:spacing w:val=\"", self.letter_spacing.to_twip()).raw("/>");
        }
        if let Some(size) = self.size {
            xml.attribute("<w:sz w:val=\"", size.to_half_pt()).attribute("/><w:szCs w:val=\"", size.to_half_pt());
            xml.raw("/>");
        }
        if self.underline {
            xml.raw("<w:u w:val=\"single\"/>");
        } else if self.plain {
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
