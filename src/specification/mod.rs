//! The specification: JSON bytes in, a typed [`Spec`] out, its text NFC and free of control characters.

mod block;
mod block_structs;
mod date;
mod de;
mod describe;
mod doc_type;
mod each_text;
mod encoding;
mod ending;
mod field;
mod from_json;
mod language;
mod layout;
mod list;
mod locate;
mod meaning;
mod mending;
mod names;
mod normalise;
mod object;
mod reader;
mod reader_faults;
mod rich;
mod schema;
mod schema_types;
mod shape;
mod shape_faults;
mod string_piece;
mod text;
mod tree;
mod types;
mod write;
mod written_text;

pub use block::BodyBlock;
pub use block_structs::{Heading, Numbered, ParagraphBlock, Point, Subclause};
pub use date::{DateError, IssueDate};
pub use doc_type::DocType;
pub(crate) use each_text::each_run;
pub(crate) use ending::{lacking, without_end};
pub use field::{FieldPlace, FieldSpec};
pub(crate) use layout::layout_values;
pub use layout::{LayoutOverrides, LineBreakSetting};
pub use list::{ListBlock, ListItem, Marker};
pub use locate::locate;
pub use rich::{RichRun, RichText, ScriptSpec};
pub(crate) use schema::shape_schema;
pub use text::{Text, TextError};
pub use types::*;
pub use write::to_json;

use crate::diag::{Diagnostic, Diagnostics, Pointer};

use mending::Mending;

/// A specification as it was read.
#[derive(Debug)]
pub struct Parsed<'a> {
    /// What was read; what was at fault is mended where that is possible.
    pub spec: Spec,
    /// How it was mended; `None` where nothing had to be.
    mending: Option<Mending<'a>>,
    /// The place of a recipient that was taken out: those behind it have moved up by one.
    taken_recipient: Option<usize>,
}

impl Parsed<'_> {
    /// Takes over what was found in [`Self::spec`], each finding in the names as they were written. Those that rest on a value
    /// that stands in for something at fault are dropped: the fault is reported.
    pub fn report(&self, found: Diagnostics, out: &mut Diagnostics) {
        let found = found.into_iter().map(|finding| Diagnostic { at: self.before_taking_out(finding.at), ..finding });
        let Some(mending) = &self.mending else {
            found.for_each(|finding| out.push(finding));
            return;
        };
        let rests_on_a_patch = |finding: &Diagnostic| {
            [Some(&finding.at), finding.rests_on.as_ref()].into_iter().flatten().any(|at| mending.rests_on_a_patch(at))
        };
        for finding in found.filter(|finding| !rests_on_a_patch(finding)) {
            out.push(Diagnostic { at: mending.as_written(&finding.at), ..finding });
        }
    }

    /// A place among the recipients as it was before one of them was taken out.
    fn before_taking_out(&self, at: Pointer) -> Pointer {
        let items = Pointer::root().key("recipients").key("items");
        let Some(taken) = self.taken_recipient.filter(|_| at.is_within(&items)) else { return at };
        let below: Vec<String> = at.tokens().skip(2).collect();
        let mut below = below.iter();
        match below.next().and_then(|index| index.parse::<usize>().ok()) {
            Some(index) if index >= taken => below.fold(items.index(index + 1), |at, key| at.key(key)),
            Some(_) | None => at,
        }
    }
}

/// Reads a specification. Findings about its form are pushed; `None` where it cannot be used at all. What is at fault is mended
/// where that is possible, so that later stages can report theirs.
pub fn parse<'a>(bytes: &'a [u8], out: &mut Diagnostics) -> Option<Parsed<'a>> {
    let mut parsed = match serde_json::from_slice(bytes.strip_prefix(encoding::BOM).unwrap_or(bytes)) {
        Ok(spec) => Parsed { spec, mending: None, taken_recipient: None },
        Err(_) => parse_with_faults(bytes, out)?,
    };
    let mut found = Diagnostics::default();
    let taken = normalise::normalise(&mut parsed.spec, &mut found);
    // these were found in their old places
    parsed.report(found, out);
    parsed.taken_recipient = taken;
    Some(parsed)
}

/// Reads a specification that the fast reader refused.
fn parse_with_faults<'a>(bytes: &'a [u8], out: &mut Diagnostics) -> Option<Parsed<'a>> {
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
    forget_patched_pictures(&mut spec, &mending);
    Some(Parsed { spec, mending: Some(mending), taken_recipient: None })
}

/// A picture whose description was mended would be looked for under a name that nobody wrote.
fn forget_patched_pictures(spec: &mut Spec, mending: &Mending<'_>) {
    for (i, signature) in spec.signatures.iter_mut().enumerate() {
        let at = Pointer::root().key("signatures").index(i);
        signature.image.take_if(|_| mending.rests_on_a_patch(&at.key("image")));
        signature.seal.take_if(|_| mending.rests_on_a_patch(&at.key("seal")));
    }
}
