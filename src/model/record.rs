//! What a records system is to know of an outgoing document: the input data of NĐ 30/2020/NĐ-CP, Phụ lục VI.
//!
//! [`FIELDS`] is the one place that says name, type and length of each; both files, the findings and the reader go by it.

use std::collections::BTreeMap;

use crate::diag::Pointer;

/// Title of the schema of these fields in a file: they are that decree's, whatever the document is laid out by.
pub const SCHEMA_TITLE: &str = "NĐ 30/2020/NĐ-CP, Phụ lục VI";

/// XML namespace of the fields.
pub const NAMESPACE: &str = "urn:vanban:nd30-2020:phu-luc-vi#";
/// Its prefix in XMP.
pub const PREFIX: &str = "nd30";

/// A field of the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Mã định danh của cơ quan, tổ chức lập danh mục hồ sơ (1.1).
    OrganId,
    /// Năm hình thành hồ sơ (1.2).
    FileCatalog,
    /// Số và ký hiệu hồ sơ (1.3).
    FileNotation,
    /// Số thứ tự văn bản trong hồ sơ (2).
    DocOrdinal,
    /// Tên loại văn bản (3).
    TypeName,
    /// Số của văn bản (4).
    CodeNumber,
    /// Ký hiệu của văn bản (5).
    CodeNotation,
    /// Ngày, tháng, năm văn bản (6).
    IssuedDate,
    /// Tên cơ quan, tổ chức ban hành văn bản (7).
    OrganName,
    /// Trích yếu nội dung (8).
    Subject,
    /// Ngôn ngữ (9).
    Language,
    /// Số trang của văn bản (10).
    PageAmount,
    /// Ghi chú (11).
    Description,
    /// Chức vụ của người ký (12.1).
    SignerPosition,
    /// Họ và tên người ký (12.2).
    SignerFullName,
    /// Mã định danh của cơ quan nhận (13.1).
    ToOrganId,
    /// Tên cơ quan nhận (13.2).
    ToOrganName,
    /// Mức độ khẩn, mật (14).
    Priority,
    /// Số lượng bản phát hành (15).
    IssuedAmount,
    /// Hạn trả lời văn bản (16).
    DueDate,
}

/// A group of fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// The file (hồ sơ) that the document belongs to.
    FileCode,
    /// Who signed; one entry a signature block.
    SignerInfo,
    /// Who receives; one entry a receiver.
    To,
}

impl Group {
    /// All, in the order of the decree.
    pub const ALL: [Self; 3] = [Self::FileCode, Self::SignerInfo, Self::To];

    /// The decree's name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::FileCode => "FileCode",
            Self::SignerInfo => "SignerInfo",
            Self::To => "To",
        }
    }

    /// The group of a [`name`](Self::name).
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.name() == name)
    }

    /// Whether a record may hold it several times.
    #[must_use]
    pub const fn repeats(self) -> bool {
        match self {
            Self::FileCode => false,
            Self::SignerInfo | Self::To => true,
        }
    }
}

/// The type of a field's values. Each is kept as text: a number as digits, a date as `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueType {
    /// String.
    Text,
    /// Number: whole, not negative.
    Number,
    /// Date.
    Date,
}

/// What the decree says of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldRule {
    /// The field.
    pub field: Field,
    /// The group it stands in.
    pub group: Option<Group>,
    /// The decree's name, unique within its group.
    pub name: &'static str,
    /// The type of its values.
    pub value_type: ValueType,
    /// The longest value, in characters.
    pub length: usize,
    /// What it is, in Vietnamese.
    pub title: &'static str,
}

macro_rules! fields {
    ($($field:ident $group:expr, $name:literal $value_type:ident $length:literal $title:literal;)*) => {
        /// Every field in the order of the decree.
        pub const FIELDS: &[FieldRule] = &[$(FieldRule {
            field: Field::$field,
            group: $group,
            name: $name,
            value_type: ValueType::$value_type,
            length: $length,
            title: $title,
        },)*];

        impl Field {
            /// What the decree says of it.
            #[must_use]
            pub const fn rule(self) -> &'static FieldRule {
                &FIELDS[self as usize]
            }
        }
    };
}

const FILE: Option<Group> = Some(Group::FileCode);
const SIGNER: Option<Group> = Some(Group::SignerInfo);
const TO: Option<Group> = Some(Group::To);

fields! {
    OrganId FILE, "OrganId" Text 13 "Mã định danh cơ quan lập hồ sơ";
    FileCatalog FILE, "FileCatalog" Number 4 "Năm hình thành hồ sơ";
    FileNotation FILE, "FileNotation" Text 20 "Số và ký hiệu hồ sơ";
    DocOrdinal None, "DocOrdinal" Number 3 "Số thứ tự văn bản trong hồ sơ";
    TypeName None, "TypeName" Text 100 "Tên loại văn bản";
    CodeNumber None, "CodeNumber" Text 11 "Số của văn bản";
    CodeNotation None, "CodeNotation" Text 30 "Ký hiệu của văn bản";
    IssuedDate None, "IssuedDate" Date 10 "Ngày, tháng, năm văn bản";
    OrganName None, "OrganName" Text 200 "Tên cơ quan ban hành";
    Subject None, "Subject" Text 500 "Trích yếu nội dung";
    Language None, "Language" Text 30 "Ngôn ngữ";
    PageAmount None, "PageAmount" Number 3 "Số trang";
    Description None, "Description" Text 500 "Ghi chú";
    SignerPosition SIGNER, "Position" Text 100 "Chức vụ người ký";
    SignerFullName SIGNER, "FullName" Text 50 "Họ và tên người ký";
    ToOrganId TO, "OrganId" Text 13 "Mã định danh cơ quan nhận";
    ToOrganName TO, "OrganName" Text 200 "Tên cơ quan nhận";
    Priority None, "Priority" Number 1 "Mức độ khẩn, mật";
    IssuedAmount None, "IssuedAmount" Number 3 "Số lượng bản phát hành";
    DueDate None, "DueDate" Date 10 "Hạn trả lời văn bản";
}

/// Where in the specification each value of a composed record comes from; the number is [`Entry::index`].
pub type Origins = BTreeMap<(Field, usize), Pointer>;

/// A value of a record.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// Which entry of a repeating group it stands in, from 0; 0 elsewhere.
    pub index: usize,
    /// Of which field.
    pub field: Field,
    /// The value on one line, whole even where it is longer than the decree has it; never empty.
    pub text: String,
}

/// The record of one document: those values that are known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    entries: Vec<Entry>,
}

/// What stands in a record under one name of the outermost level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Member<'a> {
    /// A field outside any group.
    Value(&'a Entry),
    /// A group that stands once: its fields.
    Group(Group, Vec<&'a Entry>),
    /// A group that repeats: its entries, each with its fields.
    List(Group, Vec<Vec<&'a Entry>>),
}

impl Record {
    /// A record of values in any order; of two for one place the first counts, an empty one is none.
    #[must_use]
    pub fn of(mut entries: Vec<Entry>) -> Self {
        entries.retain(|entry| !entry.text.is_empty());
        // a stable sort keeps the first of two first
        entries.sort_by_key(Entry::place);
        entries.dedup_by_key(|entry| entry.place());
        Self { entries }
    }

    /// Sets a value; an empty one is none.
    pub fn set(&mut self, field: Field, index: usize, text: impl Into<String>) {
        let entry = Entry { index, field, text: text.into() };
        let at = self.entries.partition_point(|other| other.place() < entry.place());
        if self.entries.get(at).is_some_and(|other| other.place() == entry.place()) {
            self.entries.remove(at);
        }
        if !entry.text.is_empty() {
            self.entries.insert(at, entry);
        }
    }

    /// A value.
    #[must_use]
    pub fn get(&self, field: Field, index: usize) -> Option<&str> {
        self.entries.iter().find(|e| (e.field, e.index) == (field, index)).map(|e| e.text.as_str())
    }

    /// Every value: in the order of the decree, the entries of a group one after the other.
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.entries.iter()
    }

    /// The record with the number of pages, which only the finished pages tell.
    #[must_use]
    pub fn with_pages(&self, count: usize) -> Self {
        let mut record = self.clone();
        record.set(Field::PageAmount, 0, count.to_string());
        record
    }

    /// The values in their groups, as the decree orders them.
    #[must_use]
    pub fn members(&self) -> Vec<Member<'_>> {
        let mut members = Vec::new();
        let mut rest = self.entries.as_slice();
        while let Some(first) = rest.first() {
            let group = first.field.rule().group;
            let same = |entry: &&Entry| group.is_some() && entry.field.rule().group == group;
            let count = rest.iter().take_while(same).count().max(1);
            let (these, others) = rest.split_at(count);
            rest = others;
            members.push(match group {
                None => Member::Value(first),
                Some(group) if group.repeats() => {
                    let chunks = these.chunk_by(|a, b| a.index == b.index);
                    Member::List(group, chunks.map(|chunk| chunk.iter().collect()).collect())
                }
                Some(group) => Member::Group(group, these.iter().collect()),
            });
        }
        members
    }
}

/// The field that a group begins with.
const fn first_of(group: Group) -> Field {
    match group {
        Group::FileCode => Field::OrganId,
        Group::SignerInfo => Field::SignerPosition,
        Group::To => Field::ToOrganId,
    }
}

impl Entry {
    /// By what a record is in order.
    fn place(&self) -> (Field, usize, Field) {
        (self.rule().group.map_or(self.field, first_of), self.index, self.field)
    }

    /// What the decree says of its field.
    #[must_use]
    pub const fn rule(&self) -> &'static FieldRule {
        self.field.rule()
    }

    /// Its name in a flat list: `Subject`, `FileCode.FileNotation`, `SignerInfo.1.FullName` (counted from 1).
    #[must_use]
    pub fn dotted_name(&self) -> String {
        let FieldRule { group, name, .. } = self.rule();
        match group {
            None => (*name).to_owned(),
            Some(group) if group.repeats() => format!("{}.{}.{name}", group.name(), self.index + 1),
            Some(group) => format!("{}.{name}", group.name()),
        }
    }
}

impl FieldRule {
    /// Its name where groups are flat: `Subject`, `FileCode.FileNotation`, `SignerInfo.FullName`.
    #[must_use]
    pub fn flat_name(&self) -> String {
        self.group.map_or_else(|| self.name.to_owned(), |group| format!("{}.{}", group.name(), self.name))
    }

    /// Whether a record may hold it several times.
    #[must_use]
    pub const fn repeats(&self) -> bool {
        match self.group {
            Some(group) => group.repeats(),
            None => false,
        }
    }

    /// The field of a group that has this name.
    #[must_use]
    pub fn named(group: Option<Group>, name: &str) -> Option<&'static Self> {
        FIELDS.iter().find(|rule| rule.group == group && rule.name == name)
    }
}

#[cfg(test)]
mod tests {
    use super::{FIELDS, Field, FieldRule, Member, Record};

    #[test]
    fn the_table_is_in_the_order_of_the_fields() {
        for (i, rule) in FIELDS.iter().enumerate() {
            assert_eq!(rule.field as usize, i);
            assert_eq!(rule.field.rule(), rule);
            assert_eq!(FieldRule::named(rule.group, rule.name), Some(rule), "no name stands twice in a group");
        }
        assert_eq!(FIELDS.len(), 20);
    }

    #[test]
    fn values_stand_in_the_order_of_the_decree_whatever_comes_first() {
        let mut record = Record::default();
        for (field, index, text) in [
            (Field::DueDate, 0, "2026-03-01"),
            (Field::ToOrganName, 1, "B"),
            (Field::SignerFullName, 1, "Y"),
            (Field::SignerFullName, 0, "X"),
            (Field::SignerPosition, 1, "P"),
            (Field::ToOrganName, 0, "A"),
            (Field::OrganId, 0, "H37"),
            (Field::Subject, 0, ""),
        ] {
            record.set(field, index, text);
        }
        let names: Vec<_> = record.entries().map(super::Entry::dotted_name).collect();
        assert_eq!(
            names,
            [
                "FileCode.OrganId",
                "SignerInfo.1.FullName",
                "SignerInfo.2.Position",
                "SignerInfo.2.FullName",
                "To.1.OrganName",
                "To.2.OrganName",
                "DueDate"
            ]
        );
        let members = record.members();
        assert_eq!(members.len(), 4);
        assert!(matches!(&members[1], Member::List(_, entries) if entries.len() == 2));
        assert_eq!(Record::of(record.entries().rev().cloned().collect()), record);
        record.set(Field::OrganId, 0, "");
        assert_eq!(record.get(Field::OrganId, 0), None);
        assert_eq!(record.with_pages(3).get(Field::PageAmount, 0), Some("3"));
    }
}
