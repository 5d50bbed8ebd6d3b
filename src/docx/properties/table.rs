//! Of tables, their rows and cells.

use crate::docx::xml::Xml;
use crate::model::{Purpose, Row, RowHeight, TableLook, VerticalAlignment};
use crate::units::Length;

/// `tblPr` (17.4.59) and `tblGrid` (17.4.48) of a table whose columns are as wide as said.
#[derive(Clone, Copy, Debug)]
pub(in crate::docx) struct TableProperties<'a> {
    /// From the left edge of the text to the table.
    pub(in crate::docx) indent: Length,
    /// Column widths.
    pub(in crate::docx) widths: &'a [Length],
    pub(in crate::docx) purpose: Purpose,
    pub(in crate::docx) look: TableLook,
    /// What it shows.
    pub(in crate::docx) description: &'a str,
    /// Whether rows at its top head it.
    pub(in crate::docx) has_header: bool,
}

impl TableProperties<'_> {
    /// Both elements.
    pub(in crate::docx) fn write(&self, xml: &mut Xml) {
        let total: i64 = self.widths.iter().map(|w| w.to_twip()).sum();
        xml.attribute("<w:tblPr><w:tblW w:w=\"", total);
        xml.attribute(" w:type=\"dxa\"/><w:tblInd w:w=\"", self.indent.to_twip());
        xml.raw(" w:type=\"dxa\"/>");
        self.write_borders(xml);
        xml.raw("<w:tblLayout w:type=\"fixed\"/><w:tblCellMar>");
        let TableLook { padding_top, padding_bottom, padding_left, padding_right, .. } = self.look;
        xml.attribute("<w:top w:w=\"", padding_top.to_twip()).raw(" w:type=\"dxa\"/>");
        xml.attribute("<w:left w:w=\"", padding_left.to_twip()).raw(" w:type=\"dxa\"/>");
        xml.attribute("<w:bottom w:w=\"", padding_bottom.to_twip()).raw(" w:type=\"dxa\"/>");
        xml.attribute("<w:right w:w=\"", padding_right.to_twip()).raw(" w:type=\"dxa\"/></w:tblCellMar>");
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
        if !self.description.is_empty() {
            xml.raw("<w:tblCaption w:val=\"").text(self.description).raw("\"/>");
        }
        xml.raw("</w:tblPr><w:tblGrid>");
        for width in self.widths {
            xml.attribute("<w:gridCol w:w=\"", width.to_twip()).raw("/>");
        }
        xml.raw("</w:tblGrid>");
    }

    /// `tblBorders` (17.4.38): the same line around every cell, its thickness in eighths of a point.
    fn write_borders(&self, xml: &mut Xml) {
        if self.look.border == Length::ZERO {
            return;
        }
        let eighths = self.look.border.to_twip() * 8 / 20;
        let color = self.look.color.hex();
        xml.raw("<w:tblBorders>");
        for side in ["<w:top", "<w:left", "<w:bottom", "<w:right", "<w:insideH", "<w:insideV"] {
            xml.raw(side).raw(" w:val=\"single\"");
            xml.attribute(" w:sz=\"", eighths).raw(" w:space=\"0\" w:color=\"").text(&color).raw("\"/>");
        }
        xml.raw("</w:tblBorders>");
    }
}

/// `trPr` (17.4.81) of a row; a header row is repeated on each page.
pub(in crate::docx) fn write_row_properties(xml: &mut Xml, row: &Row, is_header: bool) {
    xml.raw("<w:trPr><w:cantSplit/>");
    let _ = match row.height {
        RowHeight::Auto => &mut *xml,
        RowHeight::AtLeast(height) => {
            xml.attribute("<w:trHeight w:val=\"", height.to_twip()).raw(" w:hRule=\"atLeast\"/>")
        }
        RowHeight::Exactly(height) => {
            xml.attribute("<w:trHeight w:val=\"", height.to_twip()).raw(" w:hRule=\"exact\"/>")
        }
    };
    if is_header {
        xml.raw("<w:tblHeader/>");
    }
    xml.raw("</w:trPr>");
}

/// `tcPr` (17.4.69) of a cell.
#[derive(Clone, Copy, Debug)]
pub(in crate::docx) struct CellProperties {
    /// Width of all columns that it spans.
    pub(in crate::docx) width: Length,
    /// How many those are.
    pub(in crate::docx) columns: usize,
    /// Whether it spans rows, and whether this is the first of them.
    pub(in crate::docx) spans_rows: Option<SpannedRow>,
    pub(in crate::docx) vertical: VerticalAlignment,
}

/// A row of a cell that spans several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::docx) enum SpannedRow {
    First,
    Further,
}

impl CellProperties {
    /// The element.
    pub(in crate::docx) fn write(&self, xml: &mut Xml) {
        xml.attribute("<w:tcPr><w:tcW w:w=\"", self.width.to_twip()).raw(" w:type=\"dxa\"/>");
        if self.columns > 1 {
            xml.attribute("<w:gridSpan w:val=\"", i64::try_from(self.columns).unwrap_or(i64::MAX)).raw("/>");
        }
        match self.spans_rows {
            Some(SpannedRow::First) => xml.raw("<w:vMerge w:val=\"restart\"/>"),
            Some(SpannedRow::Further) => xml.raw("<w:vMerge/>"),
            None => xml,
        };
        xml.raw(match self.vertical {
            VerticalAlignment::Top => "",
            VerticalAlignment::Center => "<w:vAlign w:val=\"center\"/>",
            VerticalAlignment::Bottom => "<w:vAlign w:val=\"bottom\"/>",
        });
        xml.raw("</w:tcPr>");
    }
}
