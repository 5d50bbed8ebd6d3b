//! Styles (`word/styles.xml`, ECMA-376 Part 1, 17.7): one paragraph style a role, so that a clerk finds `Khoản` or
//! `Nơi nhận` in Word's gallery and gets the whole look with it. All are written, used or not: the next heading may be of
//! any rank.

use super::numbering::Numberings;
use super::properties::{Indents, ParagraphProperties, ParagraphSpacing, RunProperties};
use super::xml::Xml;
use crate::error::WriteError;
use crate::model::{Document, LineSpacing, NamedStyle, RULE_HEIGHT, SPACER_HEIGHT, StyleSheet, WordStyle};
use crate::units::Length;

/// Style id of the smallest paragraph.
pub(super) const SPACER: &str = "Spacer";
/// Style id of links: black, not underlined (NĐ 30/2020, Phụ lục I, Phần I, Mục I.4: chữ màu đen).
pub(super) const HYPERLINK: &str = "Hyperlink";

/// The part.
///
/// # Errors
/// None known.
pub(super) fn write(document: &Document, numberings: &Numberings) -> Result<Vec<u8>, WriteError> {
    let mut xml = Xml::with_capacity(24 * 1024);
    xml.raw("<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">");
    write_defaults(&mut xml, document);
    // Word's own hundreds of styles stay out of the clerk's list
    xml.raw("<w:latentStyles w:defLockedState=\"0\" w:defUIPriority=\"99\" w:defSemiHidden=\"1\"");
    xml.raw(" w:defUnhideWhenUsed=\"1\" w:defQFormat=\"0\" w:count=\"376\"/>");
    write_built_in(&mut xml);
    for named in document.styles.iter() {
        // tables have none
        if let Some(word) = named.role.word_style() {
            write_style(&mut xml, named, word, &document.styles, numberings);
        }
    }
    xml.raw("</w:styles>");
    xml.finish()
}

fn write_defaults(xml: &mut Xml, document: &Document) {
    xml.raw("<w:docDefaults><w:rPrDefault>");
    RunProperties {
        typeface: true,
        size: Some(document.styles.base().size),
        language: Some(document.info.language),
        ..RunProperties::default()
    }
    .write(xml);
    xml.raw("</w:rPrDefault><w:pPrDefault>");
    let spacing = Some(ParagraphSpacing { before: Length::ZERO, after: Length::ZERO, line: LineSpacing::SINGLE });
    ParagraphProperties { widow_control: true, spacing, ..ParagraphProperties::default() }.write(xml);
    xml.raw("</w:pPrDefault></w:docDefaults>");
}

fn write_built_in(xml: &mut Xml) {
    xml.raw("<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/>");
    xml.raw("<w:uiPriority w:val=\"0\"/></w:style>");
    xml.raw("<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\">");
    xml.raw("<w:name w:val=\"Default Paragraph Font\"/><w:uiPriority w:val=\"1\"/><w:semiHidden/>");
    xml.raw("<w:unhideWhenUsed/></w:style>");
    xml.raw("<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/>");
    xml.raw("<w:uiPriority w:val=\"99\"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr>");
    xml.raw("<w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/>");
    xml.raw("<w:left w:w=\"108\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/>");
    xml.raw("<w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>");
    xml.raw("<w:style w:type=\"numbering\" w:default=\"1\" w:styleId=\"NoList\"><w:name w:val=\"No List\"/>");
    xml.raw("<w:uiPriority w:val=\"99\"/><w:semiHidden/><w:unhideWhenUsed/></w:style>");
    xml.raw("<w:style w:type=\"character\" w:styleId=\"").raw(HYPERLINK);
    xml.raw("\"><w:name w:val=\"Hyperlink\"/><w:basedOn w:val=\"DefaultParagraphFont\"/>");
    xml.raw("<w:uiPriority w:val=\"99\"/><w:unhideWhenUsed/>");
    RunProperties { plain: true, ..RunProperties::default() }.write(xml);
    xml.raw("</w:style>");
    xml.raw("<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"").raw(SPACER);
    xml.raw("\"><w:name w:val=\"Đoạn đệm\"/><w:basedOn w:val=\"Normal\"/><w:uiPriority w:val=\"64\"/>");
    let line = LineSpacing::Exactly(SPACER_HEIGHT);
    let spacing = Some(ParagraphSpacing { before: Length::ZERO, after: Length::ZERO, line });
    ParagraphProperties { spacing, ..ParagraphProperties::default() }.write(xml);
    RunProperties { size: Some(SPACER_HEIGHT), ..RunProperties::default() }.write(xml);
    xml.raw("</w:style>");
}

fn write_style(xml: &mut Xml, named: &NamedStyle, word: WordStyle, sheet: &StyleSheet, numberings: &Numberings) {
    let NamedStyle { id, role, style } = named;
    xml.raw("<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"").raw(id);
    xml.raw("\"><w:name w:val=\"").raw(word.name).raw("\"/><w:basedOn w:val=\"Normal\"/>");
    if let Some(next) = word.next {
        xml.raw("<w:next w:val=\"").raw(sheet.named(next).id).raw("\"/>");
    }
    xml.attribute("<w:uiPriority w:val=\"", i64::from(word.priority)).raw("/>");
    if word.is_listed {
        xml.raw("<w:qFormat/>");
    }
    ParagraphProperties {
        keep_next: style.keep_with_next.then_some(true),
        keep_lines: style.keep_together.then_some(true),
        numbering: numberings.of_style(*role),
        spacing: Some(ParagraphSpacing {
            before: style.space_before,
            after: style.space_after,
            line: if word.is_line { LineSpacing::Exactly(RULE_HEIGHT) } else { style.line_spacing },
        }),
        indents: Some(Indents::of(style)),
        alignment: Some(style.alignment),
        outline_level: role.heading_level().map(|level| level.saturating_sub(1)),
        ..ParagraphProperties::default()
    }
    .write(xml);
    RunProperties {
        bold: Some(style.bold),
        italic: Some(style.italic),
        size: Some(if word.is_line { RULE_HEIGHT } else { style.size }),
        ..RunProperties::default()
    }
    .write(xml);
    xml.raw("</w:style>");
}
