//! The specification: JSON bytes in, a typed [`Spec`] out, its text NFC and free of control characters.

mod adoption;
mod approval;
mod block;
mod block_structs;
mod bodies;
mod checkbox_block;
mod co_issuer;
mod contents_block;
mod copy_certificate;
mod cure;
mod data_file;
mod date;
mod date_words;
mod de;
mod definition;
mod describe;
mod digits;
mod doc_type;
mod duplicates;
mod each_text;
mod encoding;
mod ending;
mod field;
mod field_block;
mod fill;
mod foreign_file;
mod from_json;
mod inner_sections;
mod issuer;
mod language;
mod layout;
mod likeness;
mod line_block;
mod list;
mod locate;
mod marks;
mod meaning;
mod mending;
mod name_pattern;
mod names;
mod normalise;
mod number;
mod numbering_system;
mod object;
mod organs;
mod orientation;
mod own_title;
mod page_break_block;
mod page_margins;
mod page_setup_block;
mod part_id;
mod part_specs;
mod parts;
mod party_block;
mod picture_block;
mod placeholder;
mod quotation_block;
mod reader;
mod reader_faults;
mod recipients;
mod rich;
mod schema;
mod schema_editor;
mod schema_types;
mod shape;
mod shape_faults;
mod signature;
pub(crate) mod signing_time;
mod sized_picture;
mod string_piece;
mod synonyms;
mod table_block;
mod table_row;
mod text;
mod tree;
mod types;
mod unoffered;
mod write;
mod written_date;
mod written_text;

pub use adoption::{Adoption, AdoptionFacts};
pub use approval::{Approval, ApprovalSide};
pub use block::BodyBlock;
pub use block_structs::{Heading, Numbered, ParagraphBlock, Point, Subclause};
pub(crate) use bodies::SpecBody;
pub use checkbox_block::{CheckboxBlock, CheckboxItem};
pub use co_issuer::{CoIssuer, JointForm};
pub use contents_block::{ContentsBlock, Listed};
pub use copy_certificate::{CopyCertificate, CopyKind};
pub use data_file::DataFile;
pub use date::{DateError, IssueDate};
pub use doc_type::DocType;
pub(crate) use each_text::each_run;
pub(crate) use ending::{lacking, without_end};
pub use field::{FieldPlace, FieldSpec};
pub use field_block::{FieldBeside, FieldBlock};
pub use fill::{BroughtRows, Filled, fill, fill_with_rows};
pub(crate) use inner_sections::inner_sections;
pub use issuer::{Contact, Issuer};
pub(crate) use layout::layout_values;
pub use layout::{LayoutOverrides, LineBreakSetting};
pub use line_block::{LineAlignment, LineBlock};
pub use list::{ListBlock, ListItem, Marker};
pub use locate::locate;
pub use marks::{Marks, Secrecy, Urgency};
pub use number::Number;
pub use numbering_system::NumberingSystem;
pub(crate) use organs::IssuingOrgan;
pub use orientation::Orientation;
pub(crate) use own_title::{after_word, titled_subject, without_letter_words};
pub use page_break_block::PageBreakBlock;
pub use page_margins::PageMargins;
pub use page_setup_block::PageSetupBlock;
pub(crate) use part_id::MOST_FILES;
pub use part_id::PartId;
pub use part_specs::{Appendix, AttachedText, DocumentForm};
pub use party_block::{PartyBlock, PartyField};
pub use picture_block::PictureBlock;
pub use quotation_block::QuotationBlock;
pub use recipients::{Archive, Recipients};
pub use rich::{RichRun, RichText, ScriptSpec};
pub(crate) use schema::shape_schema;
pub use signature::{PictureSpec, Signature};
pub use sized_picture::SizedPicture;
pub use table_block::{MergedCells, TableBlock, TableColumn};
pub use table_row::{CellAlignment, TableCell, TableRow};
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
    /// The items of lists that were dropped, in the order of the file.
    dropped: Vec<Pointer>,
}

impl Parsed<'_> {
    /// Takes over what was found in [`Self::spec`], each finding in the names as they were written. Those that rest on a value
    /// that stands in for something at fault are dropped: the fault is reported.
    pub fn report(&self, mut found: Diagnostics, out: &mut Diagnostics) {
        if !self.dropped.is_empty() {
            found.iter_mut().for_each(|finding| finding.at = self.with_dropped(&finding.at));
        }
        let Some(mending) = &self.mending else {
            return out.take_over(found, Some);
        };
        out.take_over(found, |finding| {
            let rests_on = [Some(&finding.at), finding.rests_on.as_ref()];
            let is_followed = rests_on.into_iter().flatten().any(|at| mending.rests_on_a_patch(at));
            (!is_followed).then(|| Diagnostic { at: mending.as_written(&finding.at), ..finding })
        });
    }

    /// Makes places in [`Self::spec`] places in the specification as it was written.
    pub(crate) fn name_as_written(&self, places: &mut [Pointer]) {
        if self.dropped.is_empty() && self.mending.is_none() {
            return;
        }
        for at in places {
            let whole = self.with_dropped(at);
            *at = self.mending.as_ref().map_or(whole.clone(), |mending| mending.place_in_file(&whole));
        }
    }

    /// How often the specification was read: once where nothing was at fault.
    #[must_use]
    pub fn rounds(&self) -> usize {
        1 + self.mending.as_ref().map_or(0, |mending| mending.rounds)
    }

    /// Notes more items that were dropped, in their places of before.
    fn note_dropped(&mut self, items: &[Pointer]) {
        let as_written: Vec<Pointer> = items.iter().map(|at| self.with_dropped(at)).collect();
        self.dropped.extend(as_written);
        self.dropped.sort_by_cached_key(|at| {
            let (list, index) = at.as_str().rsplit_once('/').unwrap_or_default();
            (list.to_owned(), index.parse::<usize>().ok())
        });
    }

    /// A pointer into [`Self::spec`] as it is with the items that were dropped.
    fn with_dropped(&self, at: &Pointer) -> Pointer {
        let mut path = at.as_str().to_owned();
        for item in &self.dropped {
            let Some((list, index)) = item.as_str().rsplit_once('/') else { continue };
            let Some(below) = path.strip_prefix(list).and_then(|rest| rest.strip_prefix('/')) else { continue };
            let (own, rest) = below.split_at(below.find('/').unwrap_or(below.len()));
            if let (Ok(own), Ok(index)) = (own.parse::<usize>(), index.parse::<usize>())
                && own >= index
            {
                path = format!("{list}/{}{rest}", own + 1);
            }
        }
        Pointer::from(path.as_str())
    }
}

/// Reads a specification. Findings about its form are pushed; `None` where it cannot be used at all. What is at fault is mended
/// where that is possible, so that later stages can report theirs.
pub fn parse<'a>(bytes: &'a [u8], out: &mut Diagnostics) -> Option<Parsed<'a>> {
    if let Some(finding) = parts::check(bytes) {
        out.push(finding);
        return None;
    }
    let mut parsed = match serde_json::from_slice(bytes.strip_prefix(encoding::BOM).unwrap_or(bytes)) {
        Ok(spec) => Parsed { spec, mending: None, dropped: Vec::new() },
        Err(_) => parse_with_faults(bytes, out)?,
    };
    let mut found = Diagnostics::default();
    if let Some(finding) = parts::check_texts(&parsed.spec) {
        found.push(finding);
        parsed.report(found, out);
        return None;
    }
    // what is found now stands in its own place still
    let taken = normalise::take_over(&mut parsed.spec, &mut found);
    parsed.report(std::mem::take(&mut found), out);
    parsed.dropped.extend(taken);
    let dropped = normalise::normalise(&mut parsed.spec, &mut found);
    parsed.note_dropped(&dropped);
    parsed.report(found, out);
    Some(parsed)
}

/// Reads a specification that the fast reader refused.
fn parse_with_faults<'a>(bytes: &'a [u8], out: &mut Diagnostics) -> Option<Parsed<'a>> {
    if let Some(finding) = foreign_file::finding(bytes) {
        out.push(finding);
        return None;
    }
    let text = match encoding::text(bytes) {
        Ok(text) => text,
        Err(finding) => {
            out.push(*finding);
            return None;
        }
    };
    let (mending, findings) = Mending::begin(text, reader::read(text));
    out.take_over(findings, Some);
    let mut mending = mending?;
    let spec = mending.read();
    if spec.is_none() {
        mending.unexplained();
    }
    out.take_over(std::mem::take(&mut mending.findings), Some);
    let mut spec = spec?;
    forget_patched_pictures(&mut spec, &mending);
    Some(Parsed { spec, mending: Some(mending), dropped: Vec::new() })
}

/// A picture whose description was mended would be looked for under a name that nobody wrote.
fn forget_patched_pictures(spec: &mut Spec, mending: &Mending<'_>) {
    let of = |name| move |signature| (Pointer::root().key(name).key("signature"), signature);
    let approval = spec.approval.iter_mut().map(|approval| &mut approval.signature).map(of("approval"));
    let attached = spec.attachments.iter_mut().enumerate().flat_map(|(i, text)| {
        let at = PartId::Attachment(i).pointer().key("signatures");
        text.signatures.iter_mut().enumerate().map(move |(j, signature)| (at.index(j), signature))
    });
    let copy = spec.copy.iter_mut().filter_map(|copy| copy.signature.as_mut()).map(of("copy"));
    let signed = spec.signatures.iter_mut().enumerate();
    let signed = signed.map(|(i, signature)| (Pointer::root().key("signatures").index(i), signature));
    for (at, signature) in approval.chain(signed).chain(attached).chain(copy) {
        signature.image.take_if(|_| mending.rests_on_a_patch(&at.key("image")));
        signature.seal.take_if(|_| mending.rests_on_a_patch(&at.key("seal")));
    }
}
