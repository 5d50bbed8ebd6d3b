//! The blocks of forms, contracts and quotations: lines to write on, boxes to tick, parties, quotation marks.

use super::body::{BlockPlace, BodyWalk};
use crate::diag::{Diagnostic, Pointer, phrase, registry};
use crate::specification::{CheckboxBlock, FieldBlock, PartyBlock, QuotationBlock, RichText};

/// How many dotted lines a field may have.
const FIELD_LINES: u8 = 50;
/// How many columns of boxes there may be.
const BOX_COLUMNS: u8 = 6;

impl BodyWalk<'_> {
    /// Only the last text of a form's last line may end the document.
    pub(super) fn field(&mut self, block: &FieldBlock, place: &BlockPlace, is_last: bool) {
        if let Some(lines) = block.lines.filter(|lines| !(1..=FIELD_LINES).contains(lines) || block.value.is_some()) {
            let has_value = block.value.is_some();
            let found = if has_value {
                phrase!("mục đã có giá trị, không còn dòng chấm", "the field has a value, and no dotted lines")
            } else {
                phrase!(
                    "{lines} dòng chấm, cần từ 1 đến {FIELD_LINES}",
                    "{lines} dotted lines, expected 1 to {FIELD_LINES}"
                )
            };
            let cure = if has_value {
                phrase!("xóa \"lines\", hoặc xóa \"value\"", "delete \"lines\", or delete \"value\"")
            } else {
                phrase!("ghi \"lines\" từ 1 đến {FIELD_LINES}", "write \"lines\" from 1 to {FIELD_LINES}")
            };
            self.out.push(Diagnostic::of(registry::FIELD_LINES, place.at().key("lines"), found).hint(cure));
        }
        self.fields(block.fields().collect(), &|| place.at(), is_last);
    }

    /// Fields of one line: only the last value may end the document.
    fn fields(&mut self, fields: Vec<(&RichText, Option<&RichText>)>, line: &dyn Fn() -> Pointer, is_last: bool) {
        let count = fields.len();
        for (i, (label, value)) in fields.into_iter().enumerate() {
            let at = || if i == 0 { line() } else { line().key("beside").index(i - 1) };
            self.end_mark_at(label, || at().key("label"), false);
            if let Some(value) = value {
                self.end_mark_at(value, || at().key("value"), is_last && i + 1 == count);
            }
        }
    }

    pub(super) fn checkbox(&mut self, block: &CheckboxBlock, place: &BlockPlace, is_last: bool) {
        if block.items.is_empty() {
            let found = phrase!("không có ô nào để đánh dấu", "there is no box to tick");
            let finding = Diagnostic::of(registry::EMPTY_LIST, place.at().key("items"), found);
            self.out.push(finding.hint(phrase!("thêm ô, hoặc xóa khối này", "add a box, or delete this block")));
        }
        if let Some(columns) = block.columns.filter(|columns| !(1..=BOX_COLUMNS).contains(columns)) {
            self.out.push(
                Diagnostic::of(
                    registry::BOX_COLUMNS,
                    place.at().key("columns"),
                    phrase!(
                        "{columns} cột, cần từ 1 đến {BOX_COLUMNS}",
                        "{columns} columns, expected 1 to {BOX_COLUMNS}"
                    ),
                )
                .hint(phrase!("ghi \"columns\" từ 1 đến {BOX_COLUMNS}", "write \"columns\" from 1 to {BOX_COLUMNS}")),
            );
        }
        if let Some(label) = &block.label {
            self.end_mark(label, place, "label", false);
        }
        for (i, item) in block.items.iter().enumerate() {
            let at = || place.at().key("items").index(i).key("text");
            self.end_mark_at(&item.text, at, is_last && i + 1 == block.items.len());
        }
    }

    pub(super) fn party(&mut self, block: &PartyBlock, place: &BlockPlace, is_last: bool) {
        self.end_mark(&block.name, place, "name", is_last && block.full_name.is_none() && block.fields.is_empty());
        if let Some(full_name) = &block.full_name {
            self.end_mark(full_name, place, "full_name", is_last && block.fields.is_empty());
        }
        for (i, line) in block.fields.iter().enumerate() {
            let line_at = || place.at().key("fields").index(i);
            self.fields(line.fields().collect(), &line_at, is_last && i + 1 == block.fields.len());
        }
    }

    /// What is quoted has marks around it, as many that open as that close.
    pub(super) fn quotation(&mut self, block: &QuotationBlock, place: &BlockPlace, is_last: bool) {
        let at = || place.at().key("paragraphs");
        if block.paragraphs.is_empty() {
            let found = phrase!("đoạn trích không có nội dung", "the quotation has no text");
            let cure = phrase!("thêm đoạn, hoặc xóa khối này", "add a paragraph, or delete this block");
            self.out.push(Diagnostic::of(registry::EMPTY_LIST, at(), found).hint(cure));
            return;
        }
        let (mut opened, mut closed) = (usize::from(!block.is_opened()), usize::from(!block.is_closed()));
        for (i, text) in block.paragraphs.iter().enumerate() {
            let plain = text.plain();
            opened += plain.matches('“').count();
            closed += plain.matches('”').count();
            self.end_mark_at(text, || at().index(i), is_last && i + 1 == block.paragraphs.len());
        }
        if opened != closed {
            let found = phrase!(
                "ngoặc kép trong đoạn trích không đủ cặp: {opened} dấu “, {closed} dấu ”",
                "the quotation marks do not pair: {opened} of “, {closed} of ”"
            );
            self.out.push(Diagnostic::of(registry::QUOTATION_MARKS, at(), found).hint(phrase!(
                "thêm dấu còn thiếu; dấu đầu và dấu cuối bỏ trống thì được thêm",
                "add what is missing; the first and the last mark are added where they are left out"
            )));
        }
    }
}
