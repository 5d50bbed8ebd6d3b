//! The record of the document (NĐ 30/2020/NĐ-CP, Phụ lục VI): what the specification gives for it, the rest from what the
//! document says anyway. A value longer than the decree has it is kept whole and remarked, where it comes from.

use super::{Composer, wording};
use crate::diag::{Diagnostic, Diagnostics, Phrase, Pointer, phrase, registry};
use crate::model::record::{Field, Record};
use crate::specification::{IssueDate, RecordSpec, Signature, without_end};

/// The language of every document (`Language`).
const LANGUAGE: &str = "Tiếng Việt";

/// The record, without the number of pages.
pub(super) fn compose(c: &mut Composer<'_>) -> Record {
    let mut draft = Draft { record: Record::default(), out: &mut *c.out };
    let spec = c.spec;
    let root = Pointer::root;
    let given = spec.record.clone().unwrap_or_default();
    draft.given(&given);
    draft.set(Field::TypeName, 0, &c.template.title, &root().key("doc_type"));
    draft.set(Field::CodeNumber, 0, &spec.number.map(wording::number).unwrap_or_default(), &root().key("number"));
    let symbol_at = if spec.symbol.is_some() { root().key("symbol") } else { root().key("issuer").key("abbreviation") };
    draft.set(Field::CodeNotation, 0, &c.symbol, &symbol_at);
    draft.set(Field::IssuedDate, 0, &date(spec.issue_date), &root().key("issue_date"));
    draft.set(Field::OrganName, 0, &one_line(spec.issuer.name.as_str()), &root().key("issuer").key("name"));
    draft.set(Field::Subject, 0, &one_line(spec.subject.as_str()), &root().key("subject"));
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
    draft.record
}

/// Remarks on a document of more pages than records systems can count.
pub(super) fn judge_page_count(count: usize, out: &mut Diagnostics) {
    let text = count.to_string();
    if text.len() > Field::PageAmount.rule().length {
        out.push(too_long(Field::PageAmount, &text, &Pointer::root().key("body")));
    }
}

struct Draft<'a> {
    record: Record,
    out: &'a mut Diagnostics,
}

impl Draft<'_> {
    /// Sets a value that comes from `at`.
    fn set(&mut self, field: Field, index: usize, text: &str, at: &Pointer) {
        if text.chars().count() > field.rule().length {
            self.out.push(too_long(field, text, at));
        }
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

fn too_long(field: Field, text: &str, at: &Pointer) -> Diagnostic {
    let rule = field.rule();
    let (found, most, name) = (text.chars().count(), rule.length, rule.name);
    let title = rule.title.to_lowercase();
    Diagnostic::of(
        registry::RECORD_LENGTH,
        at,
        phrase!(
            "{title} ({name}) dài {found} ký tự, hệ thống quản lý văn bản chỉ nhận {most}",
            "{name} has {found} characters, records systems hold {most}"
        ),
    )
    .hint(hint(field))
}

fn hint(field: Field) -> Phrase {
    match field {
        Field::ToOrganName => phrase!(
            "rút gọn, hoặc ghi tên ngắn hơn ở \"record\": {{\"to\": [{{\"organ_name\": \"…\"}}]}}",
            "shorten it, or give shorter names in \"record\": {{\"to\": [{{\"organ_name\": \"…\"}}]}}"
        ),
        Field::PageAmount => {
            phrase!("tách văn bản, hoặc để phần dài thành phụ lục riêng", "divide the document into several")
        }
        Field::OrganId
        | Field::FileCatalog
        | Field::FileNotation
        | Field::DocOrdinal
        | Field::TypeName
        | Field::CodeNumber
        | Field::CodeNotation
        | Field::IssuedDate
        | Field::OrganName
        | Field::Subject
        | Field::Language
        | Field::Description
        | Field::SignerPosition
        | Field::SignerFullName
        | Field::ToOrganId
        | Field::Priority
        | Field::IssuedAmount
        | Field::DueDate => {
            phrase!("rút gọn; trong tệp giá trị vẫn giữ nguyên", "shorten it; the files keep it whole")
        }
    }
}
