//! Which definition of the schema describes the value at a path: by the names on the way to it, for these tell it apart.

use super::block;
use super::describe;
use super::meaning::Meaning;
use super::shape::Form;
use super::tree::{JsonNode, JsonValue, Step};

/// The definition of the object at a path.
pub(super) fn of_object(path: &[Step], root: &JsonNode) -> &'static str {
    let key = |step: Option<&Step>| match step {
        Some(Step::Key(key)) => Some(key.clone()),
        _ => None,
    };
    match path {
        [] => "Spec",
        [.., Step::Key(name)] => match name.as_str() {
            "issuer" => "Issuer",
            "approval" => "Approval",
            "marks" => "Marks",
            "signature" => "Signature",
            "adoption" => "AdoptionFacts",
            "contact" => "Contact",
            "issue_date" | "due_date" | "date" | "effective_date" => "IssueDateParts",
            "copy" => "CopyCertificate",
            "recipients" => "Recipients",
            "archive" => "Archive",
            "image" | "seal" => "PictureSpec",
            "signature_field" | "seal_field" => "FieldPlace",
            "record" => "RecordSpec",
            "layout" => "LayoutOverrides",
            "margins" => "PageMargins",
            "list" => "ListBlock",
            _ => "",
        },
        [.., Step::Key(rows), Step::Index(_), Step::Index(_)] if rows == "rows" || rows == "header" => {
            "TableCellObject"
        }
        [.., Step::Key(cells), Step::Index(_)] if cells == "cells" => "TableCellObject",
        [.., Step::Key(rows), Step::Index(_)] if rows == "rows" || rows == "header" => "TableRowObject",
        [list @ .., Step::Index(_)] => match key(list.last()).as_deref() {
            Some("columns") => "TableColumn",
            Some("pictures") => "SizedPicture",
            Some("beside") => "FieldBeside",
            Some("co_issuers") => "CoIssuer",
            Some("signatures") => "Signature",
            Some("to") => "RecordReceiver",
            Some("attachments") => "AttachedText",
            Some("appendices") => "Appendix",
            Some("fields") => "PartyField",
            Some("items") if is_checkbox(path, root) => "CheckboxItem",
            Some("items") => "ListItemWithList",
            Some("body") => struct_of_block(path, root).unwrap_or(Form::BodyBlock.name()),
            _ => "FormattedRun",
        },
    }
}

/// The definition of the object whose field a path leads to, or to an item of.
pub(super) fn of_holder(path: &[Step], root: &JsonNode) -> &'static str {
    let end = path.iter().rposition(|step| matches!(step, Step::Key(_)));
    end.and_then(|end| path.get(..end)).map_or("", |object| of_object(object, root))
}

/// Where a value stands, as far as it matters for what is said about it.
#[derive(Clone, Copy, Debug)]
pub(super) struct ValuePlace<'a> {
    pub(super) path: &'a [Step],
    /// As [`of_holder`].
    pub(super) holder: &'static str,
    /// Whether it is an item of a list that has others.
    pub(super) has_siblings: bool,
}

impl ValuePlace<'_> {
    /// What the field means that the value is, or is an item of.
    pub(super) fn meaning(&self) -> Option<&'static Meaning> {
        let name = self.path.iter().rev().find_map(|step| match step {
            Step::Key(name) => Some(name),
            Step::Index(_) => None,
        })?;
        describe::meaning(self.holder, name)
    }
}

/// Whether a path leads to an item of a block of boxes.
fn is_checkbox(path: &[Step], root: &JsonNode) -> bool {
    let block = path.len().checked_sub(2).and_then(|end| path.get(..end));
    block.and_then(|block| struct_of_block(block, root)) == Some("CheckboxBlock")
}

/// The name of the struct of the block at a path.
fn struct_of_block(path: &[Step], root: &JsonNode) -> Option<&'static str> {
    match &root.at(path)?.at(&[Step::Key("type".to_owned())])?.value {
        JsonValue::String(word) => block::struct_of(word),
        _ => None,
    }
}
