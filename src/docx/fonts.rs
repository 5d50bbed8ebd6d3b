//! The font table (`word/fontTable.xml`, ECMA-376 Part 1, 17.8) and the font that goes into the file: that of the signs which
//! the typeface has not, so that a sign is as wide on every computer as it was when the lines were set.

use super::package::{Package, Relation, Relations};
use super::properties::TYPEFACE;
use super::xml::Xml;
use crate::error::WriteError;

/// The typeface of the signs; the name that the font file gives itself.
pub(super) const SYMBOLS: &str = "Vanban Symbols";

/// The key of the embedded font (17.8.1): the file's first 32 bytes are hidden with it. Any will do; the same gives the same
/// bytes.
const KEY: &str = "{5B4D2C1E-7A39-4F60-8E15-C2D03B9A6F47}";
/// The digits of [`KEY`] as bytes, the last first.
const KEY_BYTES: [u8; 16] =
    [0x47, 0x6f, 0x9a, 0x3b, 0xd0, 0xc2, 0x15, 0x8e, 0x60, 0x4f, 0x39, 0x7a, 0x1e, 0x2c, 0x4d, 0x5b];

/// Adds the font table, and the font file of the signs where one is given.
///
/// # Errors
/// None known.
pub(super) fn write(symbols: Option<&[u8]>, package: &mut Package<'_>) -> Result<(), WriteError> {
    let mut relations = Relations::default();
    let mut xml = Xml::with_capacity(1024);
    xml.raw("<w:fonts xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"");
    if symbols.is_some() {
        xml.raw(" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"");
    }
    xml.raw("><w:font w:name=\"");
    xml.raw(TYPEFACE).raw("\"><w:panose1 w:val=\"02020603050405020304\"/><w:charset w:val=\"00\"/>");
    xml.raw("<w:family w:val=\"roman\"/><w:pitch w:val=\"variable\"/></w:font>");
    if symbols.is_some() {
        let id = relations.to(Relation::Font, "fonts/font1.odttf");
        xml.raw("<w:font w:name=\"").raw(SYMBOLS).raw("\"><w:charset w:val=\"00\"/><w:family w:val=\"auto\"/>");
        xml.raw("<w:pitch w:val=\"variable\"/>").relation("<w:embedRegular r:id=\"", id);
        xml.raw(" w:fontKey=\"").raw(KEY).raw("\"/></w:font>");
    }
    xml.raw("</w:fonts>");
    package.add("word/fontTable.xml", wordprocessing!("fontTable"), xml.finish()?);
    package.add_relations("word/fontTable.xml", &relations)?;
    if let Some(font) = symbols {
        package.add_font("word/fonts/font1.odttf", obfuscated(font));
    }
    Ok(())
}

fn obfuscated(font: &[u8]) -> Vec<u8> {
    let mut hidden = font.to_vec();
    for (byte, key) in hidden.iter_mut().zip(KEY_BYTES.iter().cycle()).take(32) {
        *byte ^= key;
    }
    hidden
}
