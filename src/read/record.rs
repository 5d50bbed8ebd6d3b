//! The record of a document (NĐ 30/2020/NĐ-CP, Phụ lục VI) out of the properties of either file, and as JSON.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use super::xmp::Property;
use crate::model::record::{Entry, FieldRule, Group, Member, NAMESPACE, Record, ValueType};

/// The record in an XMP packet: properties with flat names, an array for each field of a group that repeats.
pub(super) fn of_xmp(properties: &[Property]) -> Record {
    let mut entries = Vec::new();
    for property in properties.iter().filter(|property| property.namespace == NAMESPACE) {
        let Some(rule) = flat(&property.name) else { continue };
        let items = property.value.items().iter().enumerate().take(if rule.repeats() { usize::MAX } else { 1 });
        entries.extend(items.filter_map(|(index, item)| Some(entry(rule, index, item.text()?))));
    }
    // an empty item kept the place of one that is not there
    Record::of(entries)
}

/// `Subject`, `FileCode.FileNotation`, `SignerInfo.FullName`.
fn flat(name: &str) -> Option<&'static FieldRule> {
    let Some((group, field)) = name.split_once('.') else { return FieldRule::named(None, name) };
    FieldRule::named(Some(Group::named(group)?), field)
}

/// The record in the custom properties of a Word file.
pub(super) fn of_custom(properties: &[(String, String)]) -> Record {
    Record::of(properties.iter().filter_map(|(name, text)| named(name, text)).collect())
}

/// `Subject`, `FileCode.FileNotation`, `SignerInfo.1.FullName`.
fn named(name: &str, text: &str) -> Option<Entry> {
    let Some((group, rest)) = name.split_once('.') else {
        return Some(entry(FieldRule::named(None, name)?, 0, text));
    };
    let group = Group::named(group)?;
    let (index, field) = if group.repeats() {
        let (number, field) = rest.split_once('.')?;
        (number.parse::<usize>().ok()?.checked_sub(1)?, field)
    } else {
        (0, rest)
    };
    Some(entry(FieldRule::named(Some(group), field)?, index, text))
}

/// A date is a day: word processors put an hour behind it.
fn entry(rule: &FieldRule, index: usize, text: &str) -> Entry {
    let text = match rule.value_type {
        ValueType::Date => text.split('T').next().unwrap_or_default(),
        ValueType::Text | ValueType::Number => text,
    };
    Entry { index, field: rule.field, text: text.to_owned() }
}

/// Writes a record in the structure of the decree: groups as objects, those that repeat as arrays of objects.
///
/// # Errors
/// The serializer's.
pub(super) fn serialize<S: Serializer>(record: &Record, serializer: S) -> Result<S::Ok, S::Error> {
    let members = record.members();
    let mut map = serializer.serialize_map(Some(members.len()))?;
    for member in &members {
        match member {
            Member::Value(entry) => map.serialize_entry(entry.rule().name, &Json(entry))?,
            Member::Group(group, entries) => map.serialize_entry(group.name(), &Fields(entries))?,
            Member::List(group, items) => map.serialize_entry(group.name(), &RecordItems(items))?,
        }
    }
    map.end()
}

struct Json<'a>(&'a Entry);
struct Fields<'a>(&'a [&'a Entry]);
struct RecordItems<'a>(&'a [Vec<&'a Entry>]);

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Entry { text, .. } = self.0;
        match (self.0.rule().value_type, text.parse::<u64>()) {
            // a number that would not come back the same is shown as it stands
            (ValueType::Number, Ok(number)) if number.to_string() == *text => serializer.serialize_u64(number),
            (ValueType::Number | ValueType::Text | ValueType::Date, _) => serializer.serialize_str(text),
        }
    }
}

impl Serialize for Fields<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for entry in self.0 {
            map.serialize_entry(entry.rule().name, &Json(entry))?;
        }
        map.end()
    }
}

impl Serialize for RecordItems<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.0.len()))?;
        for entries in self.0 {
            list.serialize_element(&Fields(entries))?;
        }
        list.end()
    }
}
