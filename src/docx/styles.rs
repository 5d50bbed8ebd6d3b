//! Styles (`word/styles.xml`, ECMA-376 Part 1, 17.7): one paragraph style a role, so that a clerk finds `Khoản` or
//! `Nơi nhận` in Word's gallery and gets the whole look with it. All are written, used or not: the next heading may be of
//! any rank.

use super::numbering::Numberings;
use super::properties::{Indents, ParagraphProperties, RunProperties, Spacing};
use super::xml::Xml;
use crate::WriteError;
use crate::model::{Document, LineSpacing, RULE_HEIGHT, Role, SPACER_HEIGHT, Style};
use crate::units::Length;

/// Style id of the smallest paragraph.
pub(super) const SPACER: &str = "Spacer";
/// Style id of links: black, not underlined (NĐ 30/2020, Phụ lục I, Phần I, Mục I.4: chữ màu đen).
pub(super) const HYPERLINK: &str = "Hyperlink";

/// How a style shows in Word.
#[derive(Clone, Copy, Debug)]
struct Entry {
    id: &'static str,
    /// Display name; a comma would part it into two names.
    name: &'static str,
    /// Place in the gallery.
    priority: u8,
    /// The style of the paragraph after it; itself where `None`.
    next: Option<Role>,
    gallery: Gallery,
}

/// Whether Word offers a style in its gallery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gallery {
    Shown,
    Hidden,
}

/// The style of a role; `None` for the roles of tables.
fn entry(role: Role) -> Option<Entry> {
    use Gallery::{Hidden, Shown};
    let (id, name, priority, next, gallery) = match role {
        Role::HeaderBlock | Role::ClosingBlock => return None,
        Role::Body => ("Body", "Nội dung", 1, None, Shown),
        Role::Part => ("Part", "Phần", 2, Some(Role::Body), Shown),
        Role::Chapter => ("Chapter", "Chương", 3, Some(Role::Body), Shown),
        Role::DivisionSection => ("DivisionSection", "Mục trong chương", 4, Some(Role::Body), Shown),
        Role::Subsection => ("Subsection", "Tiểu mục", 5, Some(Role::Body), Shown),
        Role::Section => ("Section", "Mục I", 6, Some(Role::Body), Shown),
        Role::Article => ("Article", "Điều", 7, Some(Role::Body), Shown),
        Role::ArticleText => ("ArticleText", "Điều không tiêu đề", 8, None, Shown),
        Role::Clause => ("Clause", "Khoản có tiêu đề", 9, Some(Role::Body), Shown),
        Role::ClauseText => ("ClauseText", "Khoản", 10, None, Shown),
        Role::Subclause1 => ("Subclause1", "Tiêu đề 1.1", 11, Some(Role::Body), Shown),
        Role::Subclause2 => ("Subclause2", "Tiêu đề 1.1.1", 12, Some(Role::Body), Shown),
        Role::Subclause3 => ("Subclause3", "Tiêu đề 1.1.1.1", 13, Some(Role::Body), Shown),
        Role::SubclauseText => ("SubclauseText", "Đoạn đánh số 1.1", 14, None, Shown),
        Role::Point => ("Point", "Điểm", 15, None, Shown),
        Role::ListItem => ("ListItem", "Gạch đầu dòng", 16, None, Shown),
        Role::Note => ("Note", "Ghi chú", 17, Some(Role::Body), Shown),
        Role::LegalBasis => ("LegalBasis", "Căn cứ ban hành", 18, None, Shown),
        Role::Addressees => ("Addressees", "Kính gửi", 19, Some(Role::AddresseeItem), Shown),
        Role::AddresseeItem => ("AddresseeItem", "Nơi kính gửi", 20, None, Shown),
        Role::LastAddressee => ("LastAddressee", "Nơi kính gửi cuối cùng", 20, Some(Role::Body), Shown),
        Role::DocType => ("DocType", "Tên loại văn bản", 21, Some(Role::Subject), Shown),
        Role::Subject => ("Subject", "Trích yếu", 22, Some(Role::Body), Shown),
        Role::SubjectRule => ("SubjectRule", "Đường kẻ dưới trích yếu", 60, Some(Role::Body), Hidden),
        Role::ParentIssuer => ("ParentIssuer", "Cơ quan chủ quản", 31, Some(Role::Issuer), Shown),
        Role::Issuer => ("Issuer", "Cơ quan ban hành", 32, None, Shown),
        Role::IssuerRule => ("IssuerRule", "Đường kẻ dưới tên cơ quan", 61, Some(Role::Number), Hidden),
        Role::Number => ("Number", "Số và ký hiệu", 33, None, Shown),
        Role::NationalName => ("NationalName", "Quốc hiệu", 34, Some(Role::Motto), Shown),
        Role::Motto => ("Motto", "Tiêu ngữ", 35, None, Shown),
        Role::MottoRule => ("MottoRule", "Đường kẻ dưới Tiêu ngữ", 62, Some(Role::PlaceAndDate), Hidden),
        Role::PlaceAndDate => ("PlaceAndDate", "Địa danh và thời gian", 36, None, Shown),
        Role::RecipientsLabel => ("RecipientsLabel", "Nơi nhận", 41, Some(Role::RecipientItem), Shown),
        Role::RecipientItem => ("RecipientItem", "Danh sách nơi nhận", 42, None, Shown),
        Role::Authority => ("Authority", "Quyền hạn và chức vụ", 43, None, Shown),
        Role::SignatureRoom => ("SignatureRoom", "Chỗ ký và đóng dấu", 44, Some(Role::Signer), Shown),
        Role::Signer => ("Signer", "Họ tên người ký", 45, None, Shown),
        Role::Contact => ("Contact", "Địa chỉ cơ quan", 51, None, Shown),
        Role::ContactRule => ("ContactRule", "Đường kẻ trên địa chỉ", 63, Some(Role::Contact), Hidden),
        Role::PageNumber => ("PageNumber", "Số trang", 52, None, Hidden),
    };
    Some(Entry { id, name, priority, next, gallery })
}

/// The style id of a role; `None` for the roles of tables.
pub(super) fn id(role: Role) -> Option<&'static str> {
    entry(role).map(|entry| entry.id)
}

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
    for role in Role::ALL.iter().copied() {
        if let Some(entry) = entry(role) {
            write_style(&mut xml, role, entry, document.styles.get(role), numberings);
        }
    }
    xml.raw("</w:styles>");
    xml.finish()
}

fn write_defaults(xml: &mut Xml, document: &Document) {
    xml.raw("<w:docDefaults><w:rPrDefault>");
    RunProperties {
        typeface: true,
        size: Some(document.styles.get(Role::Body).size),
        language: Some(document.info.language),
        ..RunProperties::default()
    }
    .write(xml);
    xml.raw("</w:rPrDefault><w:pPrDefault>");
    let spacing = Some(Spacing { before: Length::ZERO, after: Length::ZERO, line: LineSpacing::SINGLE });
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
    let spacing = Some(Spacing { before: Length::ZERO, after: Length::ZERO, line });
    ParagraphProperties { spacing, ..ParagraphProperties::default() }.write(xml);
    RunProperties { size: Some(SPACER_HEIGHT), ..RunProperties::default() }.write(xml);
    xml.raw("</w:style>");
}

fn write_style(xml: &mut Xml, role: Role, entry: Entry, style: &Style, numberings: &Numberings) {
    xml.raw("<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"").raw(entry.id);
    xml.raw("\"><w:name w:val=\"").raw(entry.name).raw("\"/><w:basedOn w:val=\"Normal\"/>");
    if let Some(next) = entry.next.and_then(id) {
        xml.raw("<w:next w:val=\"").raw(next).raw("\"/>");
    }
    xml.attribute("<w:uiPriority w:val=\"", i64::from(entry.priority)).raw("/>");
    if entry.gallery == Gallery::Shown {
        xml.raw("<w:qFormat/>");
    }
    let rule = is_rule(role);
    ParagraphProperties {
        keep_next: style.keep_with_next,
        keep_lines: style.keep_together,
        numbering: numberings.of_style(role),
        spacing: Some(Spacing {
            before: style.space_before,
            after: style.space_after,
            line: if rule { LineSpacing::Exactly(RULE_HEIGHT) } else { style.line_spacing },
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
        size: Some(if rule { RULE_HEIGHT } else { style.size }),
        ..RunProperties::default()
    }
    .write(xml);
    xml.raw("</w:style>");
}

/// Whether paragraphs of a role only carry a drawn line.
fn is_rule(role: Role) -> bool {
    matches!(role, Role::MottoRule | Role::IssuerRule | Role::SubjectRule | Role::ContactRule)
}
