//! Fills placeholders of a specification from a data file. Values are put into the tree that the file is read as, each as a value of
//! JSON: no quote, backslash or brace of theirs is ever taken for anything but itself, and none is filled in again.

use std::collections::BTreeSet;

use crate::diag::{Diagnostic, Diagnostics, FindingKind, Phrase, Pointer, Span, phrase, registry};

use super::data_file::{DataFile, DataValue};
use super::encoding;
use super::names::nearest;
use super::placeholder::{OPENING, Placeholder, placeholders};
use super::reader;
use super::tree::{JsonNode, JsonValue, Step};

/// The fields that are whole numbers: a placeholder there becomes a number, which a text in quotes is not.
const WHOLE: [&str; 16] = [
    "number",
    "copies",
    "file_copies",
    "level",
    "lines",
    "day",
    "month",
    "year",
    "doc_ordinal",
    "file_catalog",
    "priority",
    "columns",
    "rows",
    "total_rows",
    "header_columns",
    "levels",
];

/// A specification with its placeholders filled in.
#[derive(Clone, Debug)]
pub struct Filled {
    /// The specification to render: what both files carry.
    pub bytes: Vec<u8>,
    edits: Vec<Edit>,
    /// The values that could not be filled in: what else is found in them follows from that.
    at_fault: Vec<Span>,
    findings: Diagnostics,
}

/// The field of a table that names the file of its rows.
const ROWS_FROM: &str = "rows_from";

/// What stands in the filled text for something of the written one.
#[derive(Clone, Copy, Debug)]
struct Edit {
    written: Span,
    filled: Span,
}

/// Fills every placeholder of a specification; without data each is one without a value. `None` where it has no placeholder, or
/// is no JSON: then reading it tells what it is.
///
/// ```
/// use vanban::specification::{DataFile, fill};
///
/// let data = DataFile::read(r#"{ "tên": "Sở \"Nội vụ\"" }"#.as_bytes()).unwrap_or_default();
/// let filled = fill(r#"{ "subject": "Báo cáo của {{tên}}" }"#.as_bytes(), Some(&data)).unwrap();
/// assert_eq!(filled.bytes, r#"{ "subject": "Báo cáo của Sở \"Nội vụ\"" }"#.as_bytes());
/// ```
#[must_use]
pub fn fill(spec: &[u8], data: Option<&DataFile>) -> Option<Filled> {
    fill_with_rows(spec, data, &mut |_, _| BroughtRows::default())
}

/// What somebody brings for the `rows_from` of a table.
#[derive(Clone, Debug, Default)]
pub struct BroughtRows {
    /// The rows as JSON, as `rows` has them; `None`: they stay where they are.
    pub json: Option<String>,
    /// What is wrong with the file; told at the place of `rows_from`.
    pub findings: Vec<Diagnostic>,
}

/// As [`fill`]; besides, the `rows_from` of tables become `rows`, which `rows` brings. It is called with the value of `rows_from` and
/// whether merged cells are to be spans.
#[must_use]
pub fn fill_with_rows(
    spec: &[u8],
    data: Option<&DataFile>,
    rows: &mut dyn FnMut(&str, bool) -> BroughtRows,
) -> Option<Filled> {
    let has = |word: &str| spec.windows(word.len()).any(|part| part == word.as_bytes());
    // a data file beside a specification without any placeholder is told of
    if data.is_none() && !has(OPENING) && !has(ROWS_FROM) {
        return None;
    }
    let source = encoding::text(spec).ok()?;
    let root = reader::read(source).root?;
    let mut filling = Filling {
        source,
        data,
        rows,
        path: Vec::new(),
        used: BTreeSet::new(),
        pieces: Vec::new(),
        at_fault: Vec::new(),
        findings: Diagnostics::default(),
    };
    filling.node(&root);
    Some(filling.finish())
}

impl Filled {
    /// The findings of the filled specification as those of the written one: each at its place there, those that rest on a
    /// placeholder without a value left out, for that one is told.
    #[must_use]
    pub fn as_written(&self, found: Diagnostics) -> Diagnostics {
        let mut findings = Diagnostics::default();
        findings.take_over(self.findings.clone(), Some);
        findings.take_over(found, |mut finding| {
            let Some(span) = finding.span else { return Some(finding) };
            // what was filled in, or meant to be printed so, is not left over
            let is_meant = finding.code == registry::LEFT_PLACEHOLDER.code && self.touches(span);
            let written = self.written(span);
            let is_unfilled =
                self.at_fault.iter().any(|whole| whole.start <= written.start && written.end <= whole.end);
            finding.span = Some(written);
            (!is_meant && !is_unfilled).then_some(finding)
        });
        findings.sort();
        findings
    }

    fn touches(&self, filled: Span) -> bool {
        let from = self.edits.partition_point(|edit| edit.filled.end <= filled.start);
        self.edits.get(from).is_some_and(|edit| overlap(edit.filled, filled))
    }

    /// The bytes of the written text that bytes of the filled one stand for.
    fn written(&self, filled: Span) -> Span {
        Span {
            start: self.position(filled.start, |edit| edit.written.start),
            end: self.position(filled.end, |edit| edit.written.end),
        }
    }

    /// A place of the written text; inside an edit one of its ends.
    fn position(&self, at: usize, inside: impl Fn(&Edit) -> usize) -> usize {
        let next = self.edits.partition_point(|edit| edit.filled.start < at);
        let Some(edit) = next.checked_sub(1).and_then(|last| self.edits.get(last)) else { return at };
        if at < edit.filled.end { inside(edit) } else { at - edit.filled.end + edit.written.end }
    }
}

const fn overlap(a: Span, b: Span) -> bool {
    a.start < b.end && b.start < a.end
}

struct Filling<'a> {
    source: &'a str,
    data: Option<&'a DataFile>,
    rows: &'a mut dyn FnMut(&str, bool) -> BroughtRows,
    path: Vec<Step>,
    /// The names that the specification asks for.
    used: BTreeSet<String>,
    /// What is put in, in the order of the file.
    pieces: Vec<(Span, String)>,
    at_fault: Vec<Span>,
    findings: Diagnostics,
}

impl Filling<'_> {
    fn node(&mut self, node: &JsonNode) {
        match &node.value {
            JsonValue::String(_) => self.string(node.span),
            JsonValue::Array(items) => {
                for (i, item) in items.iter().enumerate() {
                    self.path.push(Step::Index(i));
                    self.node(item);
                    self.path.pop();
                }
            }
            JsonValue::Object(members) => {
                let text = |name: &str| {
                    members.iter().find(|member| member.name == name).and_then(|member| match &member.node.value {
                        JsonValue::String(text) => Some(text.as_str()),
                        _ => None,
                    })
                };
                let (is_table, spans) = (text("type") == Some("table"), text("merged_cells") == Some("span"));
                for member in members {
                    self.path.push(Step::Key(member.name.clone()));
                    match &member.node.value {
                        JsonValue::String(from) if is_table && member.name == ROWS_FROM => {
                            let whole = Span { start: member.name_span.start, end: member.node.span.end };
                            self.rows_from(from, spans, (node.span, whole, member.node.span));
                        }
                        _ => self.node(&member.node),
                    }
                    self.path.pop();
                }
            }
            JsonValue::Null
            | JsonValue::Flag(_)
            | JsonValue::Number(_)
            | JsonValue::Placeholder
            | JsonValue::Removed => {}
        }
    }

    /// Puts the rows of a file in the place of its name.
    fn rows_from(&mut self, from: &str, spans: bool, (table, member, at): (Span, Span, Span)) {
        let BroughtRows { json, findings } = (self.rows)(from, spans);
        self.at_fault.extend(json.is_none().then_some(table));
        self.pieces.extend(json.map(|rows| (member, format!("\"rows\": {rows}"))));
        let place = self.pointer();
        for finding in findings {
            self.findings.push(Diagnostic { at: place.clone(), span: Some(at), ..finding });
        }
    }

    fn pointer(&self) -> Pointer {
        self.path.iter().fold(Pointer::root(), |at, step| match step {
            Step::Key(key) => at.key(key),
            Step::Index(i) => at.index(*i),
        })
    }

    fn string(&mut self, string: Span) {
        let written = self.source.get(string.start..string.end).unwrap_or_default();
        if !written.starts_with('"') || !written.contains(OPENING) {
            return;
        }
        for placeholder in placeholders(self.source, string) {
            if let Some(literal) = placeholder.literal {
                let literal = self.source.get(literal.start..literal.end).unwrap_or_default();
                self.pieces.push((placeholder.written, literal.to_owned()));
                continue;
            }
            self.used.insert(placeholder.name.clone());
            match self.data.and_then(|data| data.get(&placeholder.name)) {
                None | Some(DataValue::Unknown) => {
                    self.at_fault.push(string);
                    self.report(registry::UNFILLED, &placeholder, self.unfilled(&placeholder.name))
                }
                Some(value) => match self.piece(value, &placeholder, string) {
                    Some(piece) => self.pieces.push(piece),
                    None => {
                        self.at_fault.push(string);
                        self.report(registry::DATA_NO_TEXT, &placeholder, no_text(&placeholder.name));
                    }
                },
            }
        }
    }

    /// What a value puts in the place of a placeholder, or of the string that is nothing else.
    fn piece(&self, value: &DataValue, placeholder: &Placeholder, string: Span) -> Option<(Span, String)> {
        let is_whole_number = |text: &str| {
            let digits = text.bytes().all(|b| b.is_ascii_digit());
            digits && !text.is_empty() && (text == "0" || !text.starts_with('0'))
        };
        let wants_number = placeholder.is_whole
            && matches!(self.path.last(), Some(Step::Key(field)) if WHOLE.contains(&field.as_str()));
        match value {
            DataValue::Text(text) | DataValue::Number(text) if wants_number && is_whole_number(text) => {
                Some((string, text.clone()))
            }
            DataValue::Text(text) => Some((placeholder.written, escaped(text))),
            // a decimal as Vietnamese has it; an exponent nobody reads
            DataValue::Number(number) if !number.contains(['e', 'E']) => {
                Some((placeholder.written, number.replace('.', ",")))
            }
            DataValue::Number(_) => None,
            DataValue::Tree(tree) => placeholder.is_whole.then(|| (string, tree.clone())),
            DataValue::Unknown => None,
        }
    }

    fn unfilled(&self, name: &str) -> (Phrase, Vec<Phrase>) {
        let known = self.data.and_then(|data| nearest(name, data.names()));
        let literal = phrase!(
            "nếu muốn in đúng chữ này, ghi {{{{{{{{{name}}}}}",
            "where it is to be printed as it is, write {{{{{{{{{name}}}}}"
        );
        let cure = match (known, self.data) {
            (Some(known), _) => phrase!("có phải {{{{{known}}}}}?", "did you mean {{{{{known}}}}}?"),
            (None, Some(_)) => phrase!("thêm \"{name}\" vào tệp dữ liệu", "add \"{name}\" to the data file"),
            (None, None) => phrase!(
                "cho tệp dữ liệu có \"{name}\" (--data data.json)",
                "give a data file that has \"{name}\" (--data data.json)"
            ),
        };
        (phrase!("{{{{{name}}}}} chưa có giá trị", "{{{{{name}}}}} has no value"), vec![cure, literal])
    }

    fn report(&mut self, kind: FindingKind, placeholder: &Placeholder, (message, hints): (Phrase, Vec<Phrase>)) {
        if self.findings.is_full(kind) {
            return self.findings.leave_off(kind);
        }
        let finding = Diagnostic::of(kind, self.pointer(), message).span(placeholder.written);
        self.findings.push(hints.into_iter().fold(finding, Diagnostic::hint));
    }

    fn finish(mut self) -> Filled {
        let mut bytes = Vec::with_capacity(self.source.len());
        let (mut edits, mut done) = (Vec::new(), 0);
        for (written, piece) in &self.pieces {
            bytes.extend_from_slice(self.source.get(done..written.start).unwrap_or_default().as_bytes());
            let start = bytes.len();
            bytes.extend_from_slice(piece.as_bytes());
            edits.push(Edit { written: *written, filled: Span { start, end: bytes.len() } });
            done = written.end;
        }
        bytes.extend_from_slice(self.source.get(done..).unwrap_or_default().as_bytes());
        let unused: Vec<String> = self
            .data
            .iter()
            .flat_map(|data| data.names())
            .filter(|name| !self.used.contains(*name))
            .map(ToOwned::to_owned)
            .collect();
        if !unused.is_empty() {
            self.findings.push(unused_names(&unused));
        }
        self.findings.tell_left_off();
        Filled { bytes, edits, at_fault: self.at_fault, findings: self.findings }
    }
}

/// The inside of a string of JSON.
fn escaped(text: &str) -> String {
    let quoted = serde_json::Value::from(text).to_string();
    quoted.strip_prefix('"').and_then(|inside| inside.strip_suffix('"')).unwrap_or_default().to_owned()
}

fn no_text(name: &str) -> (Phrase, Vec<Phrase>) {
    (
        phrase!(
            "giá trị của {{{{{name}}}}} không phải chữ hay số để in trong câu",
            "the value of {{{{{name}}}}} is no text or number that a sentence can print"
        ),
        vec![phrase!(
            "ghi giá trị trong ngoặc kép; danh sách chỉ điền được khi cả chuỗi là {{{{{name}}}}}",
            "write the value in quotes; a list can be filled in only where the whole string is {{{{{name}}}}}"
        )],
    )
}

fn unused_names(names: &[String]) -> Diagnostic {
    /// As many as are read.
    const SHOWN: usize = 10;
    let more = if names.len() > SHOWN { ", …" } else { "" };
    let shown = names.iter().take(SHOWN).map(|name| format!("“{name}”")).collect::<Vec<_>>().join(", ");
    Diagnostic::of(
        registry::UNUSED_DATA,
        "",
        phrase!("không chỗ nào dùng đến dữ liệu {shown}{more}", "nothing asks for the data {shown}{more}"),
    )
    .span(Span { start: 0, end: 0 })
    .hint(phrase!(
        "kiểm tra chính tả của tên trong {{{{…}}}}, hoặc xóa khỏi tệp dữ liệu",
        "check how the name is spelt in {{{{…}}}}, or delete it from the data file"
    ))
}

#[cfg(test)]
mod tests {
    use super::WHOLE;
    use crate::specification::shape_schema;

    /// The names of members that a schema wants as whole numbers.
    fn whole(schema: &serde_json::Value, found: &mut Vec<String>) {
        match schema {
            serde_json::Value::Object(members) => {
                for (name, member) in members.get("properties").and_then(|own| own.as_object()).into_iter().flatten() {
                    if member.get("type").is_some_and(|kind| kind.to_string().contains("\"integer\"")) {
                        found.push(name.clone());
                    }
                }
                members.values().for_each(|member| whole(member, found));
            }
            serde_json::Value::Array(items) => items.iter().for_each(|item| whole(item, found)),
            _ => {}
        }
    }

    #[test]
    fn every_whole_number_can_be_filled_in() {
        let mut found = Vec::new();
        whole(&serde_json::to_value(shape_schema()).unwrap_or_default(), &mut found);
        assert!(found.len() > 5, "{found:?}");
        assert_eq!(found.iter().filter(|name| !WHOLE.contains(&name.as_str())).count(), 0, "{found:?}");
    }
}
