//! Styles (`word/styles.xml`, ECMA-376 Part 1, 17.7): one paragraph style a role, so that a clerk finds `Khoản` or
//! `Nơi nhận` in Word's gallery and gets the whole look with it. All are written, used or not: the next heading may be of
//! any rank. A style says what differs from its parent's: a change of `Nội dung` changes all that runs in the text.

use super::latent_styles;
use super::numbering::Numberings;
use super::properties::{Indents, ParagraphProperties, ParagraphSpacing, RunProperties, TYPEFACE};
use super::style_names::{self, NumberedName, StyleNames};
use super::xml::Xml;
use crate::error::WriteError;
use crate::model::{
    Document, LineSpacing, NamedStyle, RULE_HEIGHT, Role, SPACER_HEIGHT, Script, StyleSheet, WordStyle,
};
use crate::units::Length;

/// Style id of the smallest paragraph.
pub(super) const SPACER: &str = "Spacer";
/// Style id of the marks of notes.
pub(super) const FOOTNOTE_REFERENCE: &str = "FootnoteReference";
/// Style id of what stands in a content control until it is filled in; of no look of its own, for it is spaces.
pub(super) const PLACEHOLDER: &str = "PlaceholderText";
/// Style id of links: black, not underlined (NĐ 30/2020, Phụ lục I, Phần I, Mục I.4: chữ màu đen).
pub(super) const HYPERLINK: &str = "Hyperlink";

/// The part.
///
/// # Errors
/// None known.
pub(super) fn write(document: &Document, names: &StyleNames, numberings: &Numberings) -> Result<Vec<u8>, WriteError> {
    let mut xml = Xml::with_capacity(24 * 1024);
    xml.raw("<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">");
    write_defaults(&mut xml, document);
    latent_styles::write(&mut xml);
    write_built_in(&mut xml);
    let sheet = Sheet { styles: &document.styles, names, numberings };
    for NamedStyle { role, .. } in document.styles.of_roles() {
        // tables have none
        if let Some(word) = role.word_style() {
            sheet.write_style(&mut xml, *role, word);
        }
    }
    for (named, name) in document.styles.beyond_roles().iter().zip(names.all_beyond_roles()) {
        sheet.write_beyond_roles(&mut xml, named, name);
    }
    xml.raw("</w:styles>");
    xml.finish()
}

fn write_defaults(xml: &mut Xml, document: &Document) {
    xml.raw("<w:docDefaults><w:rPrDefault>");
    RunProperties {
        typeface: Some(TYPEFACE),
        size: Some(document.styles.base().size),
        language: Some(document.info.language),
        ..RunProperties::default()
    }
    .write(xml);
    xml.raw("</w:rPrDefault><w:pPrDefault>");
    let spacing = Some(ParagraphSpacing::of(&style_names::normal(&document.styles)));
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
    // for tables that a clerk adds: a line around each cell
    xml.raw("<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/>");
    xml.raw("<w:basedOn w:val=\"TableNormal\"/><w:uiPriority w:val=\"39\"/><w:tblPr><w:tblBorders>");
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        xml.raw("<w:").raw(side).raw(" w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>");
    }
    xml.raw("</w:tblBorders></w:tblPr></w:style>");
    xml.raw("<w:style w:type=\"character\" w:styleId=\"").raw(HYPERLINK);
    xml.raw("\"><w:name w:val=\"Hyperlink\"/><w:basedOn w:val=\"DefaultParagraphFont\"/>");
    xml.raw("<w:uiPriority w:val=\"99\"/><w:unhideWhenUsed/>");
    RunProperties { plain: true, ..RunProperties::default() }.write(xml);
    xml.raw("</w:style>");
    xml.raw("<w:style w:type=\"character\" w:styleId=\"").raw(FOOTNOTE_REFERENCE);
    xml.raw("\"><w:name w:val=\"footnote reference\"/><w:basedOn w:val=\"DefaultParagraphFont\"/>");
    xml.raw("<w:uiPriority w:val=\"99\"/><w:unhideWhenUsed/>");
    RunProperties { script: Script::Super, ..RunProperties::default() }.write(xml);
    xml.raw("</w:style>");
    xml.raw("<w:style w:type=\"character\" w:styleId=\"").raw(PLACEHOLDER);
    xml.raw("\"><w:name w:val=\"Placeholder Text\"/><w:basedOn w:val=\"DefaultParagraphFont\"/>");
    xml.raw("<w:uiPriority w:val=\"99\"/><w:semiHidden/></w:style>");
    xml.raw("<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"").raw(SPACER);
    xml.raw("\"><w:name w:val=\"Đoạn đệm\"/><w:basedOn w:val=\"Normal\"/><w:uiPriority w:val=\"64\"/>");
    let line = Some(LineSpacing::Exactly(SPACER_HEIGHT));
    let spacing = Some(ParagraphSpacing { before: None, after: None, line });
    ParagraphProperties { spacing, ..ParagraphProperties::default() }.write(xml);
    RunProperties { size: Some(SPACER_HEIGHT), ..RunProperties::default() }.write(xml);
    xml.raw("</w:style>");
}

/// What the styles of roles are written from.
#[derive(Clone, Copy, Debug)]
struct Sheet<'a> {
    styles: &'a StyleSheet,
    names: &'a StyleNames,
    numberings: &'a Numberings,
}

impl Sheet<'_> {
    fn write_style(&self, xml: &mut Xml, role: Role, word: WordStyle) {
        let name = self.names.own(role);
        xml.raw("<w:style w:type=\"paragraph\"");
        if name.is_custom() {
            xml.raw(" w:customStyle=\"1\"");
        }
        xml.raw(" w:styleId=\"").raw(name.id).raw("\"><w:name w:val=\"").raw(name.name);
        if let Some(alias) = name.alias {
            xml.raw("\"/><w:aliases w:val=\"").raw(alias);
        }
        xml.raw("\"/><w:basedOn w:val=\"")
            .raw(word.parent.map_or("Normal", |parent| self.names.id(parent)))
            .raw("\"/>");
        if let Some(next) = word.next {
            xml.raw("<w:next w:val=\"").raw(self.names.id(next)).raw("\"/>");
        }
        xml.attribute("<w:uiPriority w:val=\"", i64::from(word.priority)).raw("/>");
        if word.is_listed {
            xml.raw("<w:qFormat/>");
        }
        self.write_look(xml, role, word);
        xml.raw("</w:style>");
    }

    /// One of several styles of a role: what differs from the usual one.
    fn write_beyond_roles(&self, xml: &mut Xml, named: &NamedStyle, name: &NumberedName) {
        let (style, usual) = (&named.style, self.styles.get(named.role));
        xml.raw("<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"").raw(name.id).raw("-");
        xml.text(&name.number.to_string());
        xml.raw("\"><w:name w:val=\"").text(&name.name).raw("\"/><w:basedOn w:val=\"").raw(name.id);
        xml.raw("\"/>");
        let priority = named.role.word_style().map_or(99, |word| i64::from(word.priority));
        xml.attribute("<w:uiPriority w:val=\"", priority).raw("/>");
        ParagraphProperties {
            spacing: ParagraphSpacing::of(style).beyond(usual),
            indents: Indents::of(style).beyond(usual),
            alignment: (style.alignment != usual.alignment).then_some(style.alignment),
            ..ParagraphProperties::default()
        }
        .write(xml);
        RunProperties { size: (style.size != usual.size).then_some(style.size), ..RunProperties::default() }.write(xml);
        xml.raw("</w:style>");
    }

    fn write_look(&self, xml: &mut Xml, role: Role, word: WordStyle) {
        let normal = style_names::normal(self.styles);
        let parent = word.parent.map_or(&normal, |parent| self.styles.get(parent));
        let mut style = self.styles.get(role).clone();
        if word.is_line {
            (style.size, style.line_spacing) = (RULE_HEIGHT, LineSpacing::Exactly(RULE_HEIGHT));
        }
        // the one that the others follow says all, whatever the document's defaults are
        let is_base = role == StyleSheet::BASE;
        let numbering = self.numberings.of_style(role);
        let (spacing, indents) = (ParagraphSpacing::of(&style), Indents::of(&style));
        ParagraphProperties {
            keep_next: (style.keep_with_next != parent.keep_with_next).then_some(style.keep_with_next),
            keep_lines: (style.keep_together != parent.keep_together).then_some(style.keep_together),
            numbering,
            spacing: if is_base { Some(spacing) } else { spacing.beyond(parent) },
            // those of the number would go before what is inherited
            indents: if is_base || numbering.is_some() { Some(indents) } else { indents.beyond(parent) },
            alignment: (is_base || style.alignment != parent.alignment).then_some(style.alignment),
            frame: (style.frame != Length::ZERO).then_some((style.frame, style.color)),
            outline_level: self.names.level(role).map(|level| level.saturating_sub(1)),
            ..ParagraphProperties::default()
        }
        .write(xml);
        RunProperties {
            bold: (style.bold != parent.bold).then_some(style.bold),
            italic: (style.italic != parent.italic).then_some(style.italic),
            color: (style.color != parent.color).then_some(style.color),
            size: (is_base || style.size != parent.size).then_some(style.size),
            ..RunProperties::default()
        }
        .write(xml);
    }
}
