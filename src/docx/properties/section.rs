//! Of sections.

use crate::docx::package::RelationId;
use crate::docx::xml::Xml;
use crate::model::{PageNumbers, PageSetup};

/// `sectPr` (17.6.17): paper, margins, and the headers and footers by page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::docx) struct SectionProperties<'a> {
    pub(in crate::docx) page: &'a PageSetup,
    pub(in crate::docx) numbers: PageNumbers,
    pub(in crate::docx) header_default: Option<RelationId>,
    pub(in crate::docx) header_first: Option<RelationId>,
    pub(in crate::docx) footer_default: Option<RelationId>,
    pub(in crate::docx) footer_first: Option<RelationId>,
}

impl SectionProperties<'_> {
    /// The element.
    pub(in crate::docx) fn write(&self, xml: &mut Xml) {
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
