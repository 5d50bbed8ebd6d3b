//! The record of the document (NĐ 30/2020/NĐ-CP, Phụ lục VI): what the specification gives for it, the rest from what the
//! document says anyway. A value longer than the decree has it is kept whole.

use super::{Composer, wording};
use crate::diag::Pointer;
use crate::model::record::{Field, Origins, Record};
use crate::specification::{IssueDate, RecordSpec, Signature, without_end};

/// The language of every document (`Language`).
const LANGUAGE: &str = "Tiếng Việt";

/// The record, without the number of pages, and where each value comes from.
pub(super) fn compose(c: &Composer<'_>) -> (Record, Origins) {
    let mut draft = Draft::default();
    let spec = c.spec;
    let root = Pointer::root;
    let given = spec.record.clone().unwrap_or_default();
    draft.given(&given);
    draft.set(Field::TypeName, 0, &c.type_name.title, &root().key("doc_type"));
    draft.set(Field::CodeNumber, 0, &wording::number_of(spec).unwrap_or_default(), &root().key("number"));
    let symbol_at = if spec.symbol.is_some() { root().key("symbol") } else { root().key("issuer").key("abbreviation") };
    draft.set(Field::CodeNotation, 0, &c.symbol, &symbol_at);
    draft.set(Field::IssuedDate, 0, &date(spec.issue_date), &root().key("issue_date"));
    draft.set(Field::OrganName, 0, &spec.organs_listed(), &root().key("issuer").key("name"));
    draft.set(Field::Subject, 0, &one_line(c.subject()), &root().key("subject"));
    draft.set(Field::Language, 0, LANGUAGE, &root());
    for (i, signature) in spec.signatures.iter().enumerate() {
        draft.signer(i, signature);
    }
    if given.to.is_none() {
        draft.receivers(c.spec);
    }
    let archive = spec.recipients.as_ref().and_then(|recipients| recipients.archive.as_ref());
    let copies_at = root().key("recipients").key("archive").key("copies");
    draft.number(Field::IssuedAmount, archive.and_then(|archive| archive.copies), &copies_at);
    (draft.record, draft.origins)
}

#[derive(Default)]
struct Draft {
    record: Record,
    origins: Origins,
}

impl Draft {
    /// Sets a value that comes from `at`.
    fn set(&mut self, field: Field, index: usize, text: &str, at: &Pointer) {
        self.origins.insert((field, index), at.clone());
        self.record.set(field, index, text);
    }

    fn number(&mut self, field: Field, number: Option<u32>, at: &Pointer) {
        if let Some(number) = number {
            self.set(field, 0, &number.to_string(), at);
        }
    }

    fn given(&mut self, given: &RecordSpec) {
        let at = Pointer::root().key("record");
        let texts = [
            (Field::OrganId, &given.organ_id, "organ_id"),
            (Field::FileNotation, &given.file_notation, "file_notation"),
            (Field::Description, &given.description, "description"),
        ];
        for (field, text, key) in texts {
            self.set(field, 0, text.as_ref().map_or("", |text| text.as_str()), &at.key(key));
        }
        self.number(Field::FileCatalog, given.file_catalog, &at.key("file_catalog"));
        self.number(Field::DocOrdinal, given.doc_ordinal, &at.key("doc_ordinal"));
        self.number(Field::Priority, given.priority, &at.key("priority"));
        self.set(Field::DueDate, 0, &given.due_date.map(date).unwrap_or_default(), &at.key("due_date"));
        for (i, receiver) in given.to.iter().flatten().enumerate() {
            let at = at.key("to").index(i);
            let id = receiver.organ_id.as_ref().map_or("", |id| id.as_str());
            self.set(Field::ToOrganId, i, id, &at.key("organ_id"));
            self.set(Field::ToOrganName, i, receiver.organ_name.as_str(), &at.key("organ_name"));
        }
    }

    /// A signer: his own position, else the last line of his authority (`Q. Giám đốc`).
    fn signer(&mut self, i: usize, signature: &Signature) {
        let at = Pointer::root().key("signatures").index(i);
        let authority = signature.authority.iter().enumerate().next_back();
        let position = match (&signature.position, authority) {
            (Some(position), _) => Some((position, at.key("position"))),
            (None, Some((line, text))) => Some((text, at.key("authority").index(line))),
            (None, None) => None,
        };
        if let Some((position, at)) = position {
            self.set(Field::SignerPosition, i, &one_line(position.as_str()), &at);
        }
        if let Some(signer) = &signature.signer {
            self.set(Field::SignerFullName, i, signer.as_str(), &at.key("signer"));
        }
    }

    /// The receivers that the document names, each once: addressees, then recipients without those that only point back.
    fn receivers(&mut self, spec: &crate::specification::Spec) {
        let root = Pointer::root;
        let addressees = spec.addressees.iter().enumerate().map(|(i, name)| (name, root().key("addressees").index(i)));
        let items = spec.recipients.iter().flat_map(|recipients| recipients.items.iter().enumerate());
        let items = items.map(|(i, name)| (name, root().key("recipients").key("items").index(i)));
        let mut names: Vec<String> = Vec::new();
        for (name, at) in addressees.chain(items) {
            let name = one_line(without_end(name.as_str()));
            if !points_back(&name) && !names.contains(&name) {
                self.set(Field::ToOrganName, names.len(), &name, &at);
                names.push(name);
            }
        }
    }
}

/// `Như trên`, `Như Điều 3`: no receiver's name.
fn points_back(item: &str) -> bool {
    const PLACES: [&str; 6] = ["trên", "điều", "khoản", "mục", "kính gửi", "thành phần"];
    item.strip_prefix("Như ").is_some_and(|rest| PLACES.iter().any(|place| rest.to_lowercase().starts_with(place)))
}

fn one_line(text: &str) -> String {
    text.replace('\n', " ")
}

/// A whole date; empty for one with open parts.
fn date(date: IssueDate) -> String {
    match (date.month, date.day) {
        (Some(month), Some(day)) => format!("{:04}-{month:02}-{day:02}", date.year),
        (None, _) | (_, None) => String::new(),
    }
}
