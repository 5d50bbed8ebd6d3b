//! The data file: an object of JSON with the values that placeholders of a specification are filled from.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use crate::diag::{Diagnostic, Span, phrase, registry};

use super::encoding;
use super::reader;
use super::tree::{JsonNode, JsonValue};

/// The values of a data file by their names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DataFile {
    values: BTreeMap<String, DataValue>,
}

/// A value of a data file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum DataValue {
    Text(String),
    /// As written.
    Number(String),
    /// A list, an object, `true` or `false`, as written.
    Tree(String),
    /// `null`: nothing is known yet.
    Unknown,
}

impl DataFile {
    /// Reads a data file: JSON in UTF-8.
    ///
    /// # Errors
    /// It is no object of JSON, or has a name twice; the finding points into it.
    ///
    /// ```
    /// use vanban::specification::DataFile;
    ///
    /// assert!(DataFile::read(r#"{ "tên": "Sở \"Nội vụ\"", "số": 12 }"#.as_bytes()).is_ok());
    /// assert!(DataFile::read(b"[12]").is_err());
    /// ```
    pub fn read(bytes: &[u8]) -> Result<Self, Box<Diagnostic>> {
        let source = encoding::text(bytes)?;
        let reading = reader::read(source);
        if let Some(fault) = reading.findings.into_iter().next() {
            return Err(Box::new(fault));
        }
        let whole = Span { start: 0, end: source.len() };
        let Some(JsonNode { value: JsonValue::Object(members), .. }) = reading.root else {
            return Err(Box::new(no_object(whole)));
        };
        let mut data = Self::default();
        for member in members {
            let value = match member.node.value {
                JsonValue::String(text) => DataValue::Text(text),
                JsonValue::Number(number) => DataValue::Number(number),
                JsonValue::Null => DataValue::Unknown,
                _ => DataValue::Tree(source.get(member.node.span.start..member.node.span.end).unwrap_or("").to_owned()),
            };
            // the schema that an editor reads the file by is no value
            if member.name != "$schema" && data.values.insert(name(&member.name), value).is_some() {
                return Err(Box::new(twice(&member.name, member.name_span)));
            }
        }
        Ok(data)
    }

    /// The value of a name.
    pub(super) fn get(&self, name: &str) -> Option<&DataValue> {
        self.values.get(name)
    }

    /// All names.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> + Clone {
        self.values.keys().map(String::as_str)
    }
}

/// A name as it is compared: in NFC, without space at its ends.
pub(super) fn name(written: &str) -> String {
    written.trim().nfc().collect()
}

fn no_object(span: Span) -> Diagnostic {
    Diagnostic::of(
        registry::DATA_FILE,
        "",
        phrase!("tệp dữ liệu phải là một đối tượng JSON", "a data file must be one object of JSON"),
    )
    .span(span)
    .hint(phrase!("ví dụ: {{\"ten\": \"Sở Nội vụ\", \"so\": 12}}", "e.g. {{\"ten\": \"Sở Nội vụ\", \"so\": 12}}"))
}

fn twice(name: &str, span: Span) -> Diagnostic {
    Diagnostic::of(
        registry::DATA_FILE,
        "",
        phrase!("tệp dữ liệu có hai giá trị tên “{name}”", "the data file has two values named “{name}”"),
    )
    .span(span)
    .hint(phrase!("đổi tên hoặc xóa một giá trị", "rename or delete one of them"))
}
