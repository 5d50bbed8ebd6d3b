//! The organ file: a JSON object with what is the same in all documents of an office (its name, place, recipients …). A field of
//! it stands in where a specification has no field of that name; the specification so completed is what is judged, rendered and
//! carried by both files, which need the organ file no more.

use std::collections::BTreeSet;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::diag::{Diagnostic, Diagnostics, Span, phrase, registry};
use crate::specification::locate;

/// The field of a specification that names its organ file.
const FIELD: &str = "issuer_from";

/// The largest organ file: one has a few kilobytes.
pub const MAX_ORGAN_BYTES: usize = 1 << 20;

/// What a specification says of its organ file.
#[derive(Debug)]
pub struct NamedOrgan {
    /// The file's name as written; `None` where the field holds no text.
    pub file: Option<String>,
    /// The bytes of the value.
    pub span: Span,
    /// The specification without the field: blanks stand in its place, so that all other places stay what they are.
    pub without: Vec<u8>,
}

/// The organ file that a specification names.
#[must_use]
pub fn named_in(spec: &[u8]) -> Option<NamedOrgan> {
    // most specifications name none, and need not be read for it
    spec.windows(FIELD.len()).find(|part| *part == FIELD.as_bytes())?;
    let Members::<&RawValue>(members) = serde_json::from_slice(without_mark(spec)).ok()?;
    let (_, value) = members.into_iter().find(|(key, _)| key == FIELD)?;
    let start = (value.get().as_ptr() as usize).checked_sub(spec.as_ptr() as usize)?;
    let end = start + value.get().len();
    let before = spec.get(..start)?.trim_ascii_end().strip_suffix(b":")?.trim_ascii_end();
    let mut from = before.strip_suffix(format!("\"{FIELD}\"").as_bytes())?.len();
    let mut to = end;
    let behind = spec.get(end..)?;
    let blank = behind.len() - behind.trim_ascii_start().len();
    if behind.get(blank) == Some(&b',') {
        to += blank + 1;
    } else if let Some(rest) = spec.get(..from)?.trim_ascii_end().strip_suffix(b",") {
        from = rest.len();
    }
    let mut without = spec.to_vec();
    without.get_mut(from..to)?.iter_mut().filter(|b| !b.is_ascii_whitespace()).for_each(|b| *b = b' ');
    Some(NamedOrgan { file: serde_json::from_str(value.get()).ok(), span: Span { start, end }, without })
}

/// An organ file as read.
#[derive(Debug)]
pub struct Organ {
    name: String,
    bytes: Vec<u8>,
    /// As typed, in the order of the file.
    fields: Vec<(String, Box<RawValue>)>,
}

/// What a specification has from an organ file.
#[derive(Clone, Debug)]
pub struct Lent {
    organ: Arc<Organ>,
    fields: BTreeSet<String>,
}

impl Organ {
    /// Takes the text of a file; `name` is what messages call it.
    ///
    /// # Errors
    /// It is no object of JSON: a finding at the place where a specification names it.
    pub fn parse(name: String, bytes: Vec<u8>) -> Result<Self, Box<Diagnostic>> {
        let Members(fields) = serde_json::from_slice(without_mark(&bytes)).map_err(|e| {
            let place = format!("{name}:{}:{}", e.line(), e.column());
            let message = phrase!(
                "{place}: tệp cơ quan phải là một đối tượng JSON ({e})",
                "{place}: the organ file must be one object of JSON ({e})"
            );
            Box::new(Diagnostic::of(registry::ORGAN_FILE, "/issuer_from", message).hint(phrase!(
                "ví dụ: {{\"issuer\": {{\"name\": \"Sở Nội vụ\", \"abbreviation\": \"SNV\"}}, \"issue_place\": \"An Giang\"}}",
                "e.g. {{\"issuer\": {{\"name\": \"Sở Nội vụ\", \"abbreviation\": \"SNV\"}}, \"issue_place\": \"An Giang\"}}"
            )))
        })?;
        // the schema that an editor reads the organ file by is no field of a document
        let fields = fields.into_iter().filter(|(key, _)| key != "$schema" && key != FIELD).collect();
        Ok(Self { name, bytes, fields })
    }

    /// The specification with the fields that it lacks, written behind its own, so that all its places stay what they are.
    /// `None` where it lacks none, or is no object: then reading it tells what it is.
    #[must_use]
    pub fn complete(self: &Arc<Self>, spec: &[u8]) -> Option<(Vec<u8>, Lent)> {
        let Members::<IgnoredAny>(own) = serde_json::from_slice(without_mark(spec)).ok()?;
        let own: BTreeSet<String> = own.into_iter().map(|(key, _)| key).collect();
        let lacking: Vec<_> = self.fields.iter().filter(|(key, _)| !own.contains(key)).collect();
        if lacking.is_empty() {
            return None;
        }
        let brace = spec.iter().rposition(|b| *b == b'}')?;
        let end = spec[..brace].iter().rposition(|b| !b.is_ascii_whitespace())? + 1;
        let mut merged = spec[..end].to_vec();
        let mut comma = !own.is_empty();
        for (key, value) in &lacking {
            let key = serde_json::to_string(key).ok()?;
            let separator = if comma { "," } else { "" };
            merged.extend_from_slice(format!("{separator}\n  {key}: {}", value.get()).as_bytes());
            comma = true;
        }
        if end == brace {
            merged.push(b'\n');
        }
        merged.extend_from_slice(&spec[end..]);
        let fields = lacking.into_iter().map(|(key, _)| key.clone()).collect();
        Some((merged, Lent { organ: Arc::clone(self), fields }))
    }
}

impl Lent {
    /// The organ file's name and text.
    #[must_use]
    pub fn source(&self) -> (&str, &[u8]) {
        (&self.organ.name, &self.organ.bytes)
    }

    /// Parts the findings into those of the specification and those of the organ file, located there.
    #[must_use]
    pub fn part(&self, findings: &Diagnostics) -> (Diagnostics, Diagnostics) {
        let (mut own, mut lent) = (Diagnostics::default(), Diagnostics::default());
        for finding in findings.iter() {
            let first = finding.at.tokens().next();
            if first.is_some_and(|key| self.fields.contains(&key)) {
                let mut finding = finding.clone();
                finding.span = None;
                lent.push(finding);
            } else {
                own.push(finding.clone());
            }
        }
        locate(&self.organ.bytes, &mut lent);
        (own, lent)
    }
}

/// A byte-order mark is no JSON, yet editors of Windows write it.
fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

/// The members of an object, in its order.
struct Members<V>(Vec<(String, V)>);

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Members<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object<V>(PhantomData<V>);
        impl<'de, V: Deserialize<'de>> Visitor<'de> for Object<V> {
            type Value = Members<V>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members<V>, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(Object(PhantomData))
    }
}
