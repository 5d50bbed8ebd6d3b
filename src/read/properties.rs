//! The document properties of a Word file: core, extended and custom (ECMA-376 Part 2, 11, and Part 1, 15.2.12), in the
//! namespaces of both its conformance classes.

use super::ReadError;
use super::docx::DocxFile;
use super::limits::{MAX_METADATA_BYTES, MAX_PROPERTIES};
use super::xml::{XmlItem, XmlReader};

/// Properties as name and text, in the order of the file.
pub(super) type Properties = Vec<(String, String)>;

/// The core properties, by name without prefix; none where the part is missing.
///
/// # Errors
/// The part cannot be read, is no well-formed XML, or holds too many properties.
pub(super) fn core(file: &DocxFile<'_>) -> Result<Properties, ReadError> {
    simple(file, "docProps/core.xml")
}

/// The extended properties, likewise.
///
/// # Errors
/// As [`core`].
pub(super) fn extended(file: &DocxFile<'_>) -> Result<Properties, ReadError> {
    simple(file, "docProps/app.xml")
}

/// The custom properties, by the names that their makers gave them.
///
/// # Errors
/// As [`core`].
pub(super) fn custom(file: &DocxFile<'_>) -> Result<Properties, ReadError> {
    read(file, "docProps/custom.xml", |name, given| (name == "property").then_some(given).flatten())
}

/// The first property of a name; empty is none.
pub(super) fn find(properties: &[(String, String)], name: &str) -> Option<String> {
    let found = properties.iter().find(|(own, _)| own == name).map(|(_, value)| value.clone());
    found.filter(|value| !value.is_empty())
}

fn simple(file: &DocxFile<'_>, part: &str) -> Result<Properties, ReadError> {
    read(file, part, |name, _| Some(name))
}

/// Reads the children of a part's root with all text inside each; `called` gives a property its name, from the element's and
/// from its attribute `name`.
fn read(
    file: &DocxFile<'_>,
    part: &str,
    called: impl Fn(String, Option<String>) -> Option<String>,
) -> Result<Properties, ReadError> {
    let Some(bytes) = file.part(part)? else { return Ok(Properties::new()) };
    if bytes.len() > MAX_METADATA_BYTES {
        return Err(too_many());
    }
    let mut xml = XmlReader::new(&bytes, part)?;
    let mut properties = Properties::new();
    // how many elements are open, and the property of which text is being read
    let (mut open, mut current) = (0_usize, None);
    while let Some(item) = xml.next()? {
        match item {
            XmlItem::Start(element) => {
                open += 1;
                if open == 2 {
                    let given = element.attribute("name").map(str::to_owned);
                    current = called(element.name, given).map(|name| (name, String::new()));
                }
            }
            XmlItem::Text(piece) => {
                if let Some((_, text)) = &mut current {
                    text.push_str(&piece);
                }
            }
            XmlItem::End => {
                if open == 2
                    && let Some((name, text)) = current.take()
                {
                    if properties.len() >= MAX_PROPERTIES {
                        return Err(too_many());
                    }
                    properties.push((name, text.trim().to_owned()));
                }
                open = open.saturating_sub(1);
            }
        }
    }
    Ok(properties)
}

fn too_many() -> ReadError {
    ReadError::too_large("tệp Word có quá nhiều thuộc tính", "the Word file has too many or too long properties")
}
