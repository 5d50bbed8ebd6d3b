//! The pictures of a Word file by the names that the specification has for them: our drawings carry those names
//! (`wp:docPr`, `pic:cNvPr`), which word processors keep, whatever they call the parts.

use std::collections::BTreeMap;

use super::ReadError;
use super::docx::DocxFile;
use super::xml::{XmlItem, XmlReader};

const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// Names of parts by [`picture_label`](crate::model::origin::picture_label) of the pictures' names.
pub type Parts = BTreeMap<String, String>;

/// Finds the pictures of the main document.
///
/// # Errors
/// The document or its relationships cannot be read.
pub fn parts(file: &DocxFile<'_>) -> Result<Parts, ReadError> {
    let (document, relations) = ("word/document.xml", "word/_rels/document.xml.rels");
    let (Some(story), Some(targets)) = (file.part(document)?, file.part(relations)?) else { return Ok(Parts::new()) };
    let targets = targets_by_id(&targets, relations)?;
    let mut parts = Parts::new();
    for (name, id) in drawings(&story, document)? {
        if let Some(target) = targets.get(&id) {
            parts.entry(name).or_insert_with(|| part_name(target));
        }
    }
    Ok(parts)
}

/// A target is relative to the folder of the document, or begins with a slash (ECMA-376 Part 2, 6.2.2).
fn part_name(target: &str) -> String {
    target.strip_prefix('/').map_or_else(|| format!("word/{target}"), str::to_owned)
}

fn targets_by_id(relations: &[u8], part: &str) -> Result<BTreeMap<String, String>, ReadError> {
    let mut xml = XmlReader::new(relations, part)?;
    let mut targets = BTreeMap::new();
    while let Some(item) = xml.next()? {
        if let XmlItem::Start(element) = item
            && element.is(RELATIONSHIPS, "Relationship")
            && let (Some(id), Some(target)) = (element.attribute("Id"), element.attribute("Target"))
        {
            targets.insert(id.to_owned(), target.to_owned());
        }
    }
    Ok(targets)
}

/// Name and relationship of each picture.
fn drawings(story: &[u8], part: &str) -> Result<Vec<(String, String)>, ReadError> {
    let mut xml = XmlReader::story(story, part)?;
    let (mut drawings, mut name) = (Vec::new(), None);
    while let Some(item) = xml.next()? {
        let XmlItem::Start(element) = item else { continue };
        if element.is(PICTURE, "cNvPr") {
            name = element.attribute("name").map(str::to_owned);
        } else if element.is(DRAWING, "blip")
            && let (Some(name), Some(id)) = (name.take(), element.attribute("r:embed"))
        {
            drawings.push((name, id.to_owned()));
        }
    }
    Ok(drawings)
}
