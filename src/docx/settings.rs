//! Settings (`word/settings.xml`, ECMA-376 Part 1, 17.15): how Word lays the text out, and nothing that
//! changes from one save to the next.

use super::xml::Xml;
use crate::error::WriteError;
use crate::model::Document;

/// Settings that Word 2013 and later writes into a new document; mode 15 is the layout that our own follows.
const COMPATIBILITY: [(&str, &str); 6] = [
    ("compatibilityMode", "15"),
    ("overrideTableStyleFontSizeAndJustification", "1"),
    ("enableOpenTypeFeatures", "1"),
    ("doNotFlipMirrorIndents", "1"),
    ("differentiateMultirowTableHeaders", "1"),
    ("useWord2013TrackBottomHyphenation", "0"),
];

/// The settings part.
///
/// # Errors
/// None known.
pub(super) fn write(document: &Document, embeds_fonts: bool, has_notes: bool) -> Result<Vec<u8>, WriteError> {
    let mut xml = Xml::with_capacity(2048);
    xml.raw("<w:settings xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">");
    xml.raw("<w:zoom w:percent=\"100\"/>");
    if embeds_fonts {
        // what is saved from the word processor keeps the fonts that it found in the file
        xml.raw("<w:embedTrueTypeFonts/>");
    }
    xml.raw("<w:defaultTabStop w:val=\"720\"/><w:autoHyphenation w:val=\"0\"/>");
    xml.raw("<w:characterSpacingControl w:val=\"doNotCompress\"/>");
    if has_notes {
        xml.raw("<w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr>");
    }
    // a line that ends with a manual break is not stretched to the margin
    xml.raw("<w:compat><w:doNotExpandShiftReturn/>");
    for (name, value) in COMPATIBILITY {
        xml.raw("<w:compatSetting w:name=\"").raw(name);
        xml.raw("\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"").raw(value).raw("\"/>");
    }
    xml.raw("</w:compat><w:themeFontLang w:val=\"").text(document.info.language);
    xml.raw("\"/><w:decimalSymbol w:val=\",\"/><w:listSeparator w:val=\";\"/></w:settings>");
    xml.finish()
}
