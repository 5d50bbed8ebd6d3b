//! From a specification as it was written to one that can be rendered: what it lacks is taken from organ files, what `rows_from` and
//! placeholders stand for is put in. Whoever calls brings the files that it names: out of a folder, or [handed in](HandedIn) with it.
//!
//! ```
//! use vanban::intake::{HandedIn, Intake, SharedFiles};
//!
//! let mut beside = HandedIn::default();
//! beside.data.insert("co-quan.json".to_owned(), br#"{ "issue_place": "An Giang" }"#.to_vec());
//! let spec = r#"{ "issuer_from": "co-quan.json", "subject": "Tiếp công dân" }"#;
//! let taken = Intake::new(spec.into(), SharedFiles::default(), &mut beside);
//! assert!(String::from_utf8_lossy(taken.bytes()).contains("An Giang"));
//! ```

mod handed_in;
mod issuer_from;
mod organ;
mod rows_from;
mod run;

use std::sync::Arc;

use serde_json::Value;

pub use handed_in::{HandedIn, leaves_folder};
pub use organ::{Lent, MAX_ORGAN_BYTES, NamedOrgan, Organ, named_in};

use crate::diag::{Diagnostics, Lang, json};
use crate::error::PictureError;
use crate::specification::{DataFile, Filled, fill_with_rows};

/// Brings the files that a specification names, pictures apart: organ files, files of rows.
pub trait FilesBeside {
    /// The bytes of the file called `name`, of at most so many bytes.
    ///
    /// # Errors
    /// Why it cannot be brought.
    fn file(&mut self, name: &str, limit: usize) -> Result<Vec<u8>, PictureError>;

    /// What messages call it.
    fn shown(&self, name: &str) -> String {
        name.to_owned()
    }
}

/// What is the same for all specifications of a run.
#[derive(Clone, Copy, Debug, Default)]
pub struct SharedFiles<'a> {
    /// An organ file for whatever the specification and its own organ file lack.
    pub organ: Option<&'a Arc<Organ>>,
    /// What placeholders are filled from.
    pub data: Option<&'a DataFile>,
}

/// A specification that has been taken in.
#[derive(Clone, Debug)]
pub struct Intake {
    bytes: Vec<u8>,
    /// What the bytes have from organ files.
    lent: Vec<Lent>,
    /// The placeholders that were filled in, and the text before.
    filled: Option<(Filled, Vec<u8>)>,
    faults: Diagnostics,
}

impl Intake {
    /// Completes a specification from organ files, its own first, and fills in its placeholders.
    #[must_use]
    pub fn new(spec: Vec<u8>, shared: SharedFiles<'_>, beside: &mut dyn FilesBeside) -> Self {
        let mut taken = Self { bytes: spec, lent: Vec::new(), filled: None, faults: Diagnostics::default() };
        let own = issuer_from::read(&mut taken.bytes, &mut taken.faults, beside).map(Arc::new);
        for organ in own.iter().chain(shared.organ) {
            if let Some((bytes, lent)) = organ.complete(&taken.bytes) {
                taken.bytes = bytes;
                taken.lent.push(lent);
            }
        }
        let mut rows = |from: &str, spans| rows_from::bring(beside, from, spans);
        if let Some(mut filled) = fill_with_rows(&taken.bytes, shared.data, &mut rows) {
            let written = std::mem::replace(&mut taken.bytes, std::mem::take(&mut filled.bytes));
            taken.filled = Some((filled, written));
        }
        taken
    }

    /// The specification to render: what the files carry.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// What is wrong with its organ file; with an error among these it is not to be rendered.
    #[must_use]
    pub fn faults(&self) -> &Diagnostics {
        &self.faults
    }

    /// The text that findings point into.
    #[must_use]
    pub fn written(&self) -> &[u8] {
        self.filled.as_ref().map_or(&self.bytes, |(_, written)| written)
    }

    /// The findings of [`Self::bytes`] at their places in [`Self::written`].
    #[must_use]
    pub fn as_written(&self, findings: Diagnostics) -> Diagnostics {
        match &self.filled {
            Some((filled, _)) => filled.as_written(findings),
            None => findings,
        }
    }

    /// Those findings by the file they point into, each with its name and text: the specification, called `name`, then organ files.
    #[must_use]
    pub fn by_file<'a>(&'a self, findings: &Diagnostics, name: &'a str) -> Vec<(Diagnostics, &'a str, &'a [u8])> {
        let mut own = findings.clone();
        let mut files = Vec::new();
        for lent in &self.lent {
            let (others, of_organ) = lent.part(&own);
            own = others;
            let (organ, text) = lent.source();
            files.push((of_organ, organ, text));
        }
        files.insert(0, (own, name, self.written()));
        files
    }

    /// Those findings as `--message-format json` has them: see [`json::print`].
    #[must_use]
    pub fn json(&self, findings: &Diagnostics, name: &str, lang: Lang) -> Vec<Value> {
        let of_file = |(found, name, source): (Diagnostics, &str, &[u8])| match json::print(&found, name, source, lang)
        {
            Value::Array(several) => several,
            other => vec![other],
        };
        self.by_file(findings, name).into_iter().flat_map(of_file).collect()
    }
}
