//! The specification: JSON bytes in, a typed [`Spec`] out, its text NFC and free of control characters.

mod block;
mod check;
mod date;
mod de;
mod describe;
mod each_text;
mod encoding;
mod field;
mod language;
mod mending;
mod names;
mod object;
mod reader;
mod reader_faults;
mod rich;
mod schema;
mod schema_types;
mod shape_faults;
pub mod text;
mod tree;
mod types;

pub use block::{BodyBlock, ListItem};
pub use date::IssueDate;
pub(crate) use each_text::each_run;
pub use field::{FieldPlace, FieldSpec};
pub use schema::{schema, schema_text};
pub use types::*;

use crate::diag::{Diagnostic, Diagnostics, Pointer};

use mending::Mending;

/// Reads a specification. Findings about its form and its sense are pushed; `None` where it cannot be used at all. What is at
/// fault is mended where that is possible, so that later stages can report theirs.
pub fn parse(bytes: &[u8], out: &mut Diagnostics) -> Option<Spec> {
    match serde_json::from_slice(bytes.strip_prefix(encoding::BOM).unwrap_or(bytes)) {
        Ok(mut spec) => {
            check::check(&mut spec, out);
            Some(spec)
        }
        Err(_) => parse_with_faults(bytes, out),
    }
}

/// Reads a specification that the fast reader refused.
fn parse_with_faults(bytes: &[u8], out: &mut Diagnostics) -> Option<Spec> {
    let text = match encoding::text(bytes) {
        Ok(text) => text,
        Err(finding) => {
            out.push(*finding);
            return None;
        }
    };
    let (mending, findings) = Mending::begin(text, reader::read(text));
    findings.into_iter().for_each(|finding| out.push(finding));
    let mut mending = mending?;
    let spec = mending.read();
    if spec.is_none() {
        mending.unexplained();
    }
    mending.findings.drain(..).for_each(|finding| out.push(finding));
    let mut spec = spec?;
    let mut judged = Diagnostics::default();
    check::check(&mut spec, &mut judged);
    for finding in judged.iter().filter(|finding| !mending.rests_on_a_patch(&finding.at)) {
        out.push(Diagnostic { at: mending.as_written(&finding.at), ..finding.clone() });
    }
    forget_patched_pictures(&mut spec, &mending);
    Some(spec)
}

/// A picture whose description was mended would be looked for under a name that nobody wrote.
fn forget_patched_pictures(spec: &mut Spec, mending: &Mending<'_>) {
    for (i, signature) in spec.signatures.iter_mut().enumerate() {
        let at = Pointer::root().key("signatures").index(i);
        signature.image.take_if(|_| mending.rests_on_a_patch(&at.key("image")));
        signature.seal.take_if(|_| mending.rests_on_a_patch(&at.key("seal")));
    }
}

/// Fills in the spans of findings from their pointers, and puts the findings in the order of the file; reads the bytes only
/// where there are findings.
pub fn locate(bytes: &[u8], findings: &mut Diagnostics) {
    if findings.iter().all(|finding| finding.span.is_some()) {
        findings.sort();
        return;
    }
    let root = encoding::text(bytes).ok().and_then(|text| reader::read(text).root);
    for finding in findings.iter_mut().filter(|finding| finding.span.is_none()) {
        finding.span = root.as_ref().map(|root| root.nearest_span(&finding.at));
    }
    findings.sort();
}
