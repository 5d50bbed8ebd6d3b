//! The findings of a run: of each kind a person reads the first few, and is told how many more there are.

use std::collections::{BTreeMap, BTreeSet};

use super::{Diagnostic, FindingKind, Pointer, Severity, Topic, phrase, registry};

/// The most findings of one kind that are kept.
pub const MOST_OF_A_KIND: usize = 50;

/// A code with a weight: errors are counted apart from the warnings of the same kind, which thus never crowd them out.
type Weighed = (&'static str, Severity);

/// The findings of a run, in the order they were made; of each kind at most [`MOST_OF_A_KIND`], the rest counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics {
    kept: Vec<Diagnostic>,
    /// How many of each kind are kept.
    kinds: BTreeMap<Weighed, usize>,
    /// How many more there were.
    left_off: BTreeMap<Weighed, usize>,
}

impl Diagnostics {
    /// Adds a finding; one that is the one too many of its kind is counted alone.
    pub fn push(&mut self, finding: Diagnostic) {
        let kind = weighed(&finding);
        if self.is_full_for(kind) {
            *self.left_off.entry(kind).or_default() += 1;
        } else {
            *self.kinds.entry(kind).or_default() += 1;
            self.kept.push(finding);
        }
    }

    /// Whether one more finding of a kind would be counted alone: what costs to find out for it need not be found out.
    #[must_use]
    pub fn is_full(&self, kind: FindingKind) -> bool {
        self.is_full_for((kind.code, kind.severity))
    }

    /// Whether this finding would be counted alone.
    pub(crate) fn is_full_of(&self, finding: &Diagnostic) -> bool {
        self.is_full_for(weighed(finding))
    }

    fn is_full_for(&self, kind: Weighed) -> bool {
        self.kinds.get(&kind).is_some_and(|kept| *kept >= MOST_OF_A_KIND)
    }

    /// Counts a finding of a kind that is full.
    pub(crate) fn leave_off(&mut self, kind: FindingKind) {
        *self.left_off.entry((kind.code, kind.severity)).or_default() += 1;
    }

    /// Adds the findings of others as they are changed, or dropped, by a function. Where all of a kind are dropped that were kept,
    /// those that were left off are taken for dropped too.
    pub(crate) fn take_over(&mut self, others: Self, mut change: impl FnMut(Diagnostic) -> Option<Diagnostic>) {
        let mut taken = BTreeSet::new();
        for finding in others.kept {
            let kind = weighed(&finding);
            if let Some(finding) = change(finding) {
                taken.insert(kind);
                self.push(finding);
            }
        }
        for (kind, count) in others.left_off.into_iter().filter(|(kind, _)| taken.contains(kind)) {
            *self.left_off.entry(kind).or_default() += count;
        }
    }

    /// How many are kept.
    pub(crate) fn len(&self) -> usize {
        self.kept.len()
    }

    /// Drops those behind the first so many that are among these: what the files of a document have in common is told once.
    pub(crate) fn drop_repeated(&mut self, first: usize) {
        let later = self.kept.split_off(first.min(self.kept.len()));
        for finding in later {
            if !self.kept.iter().take(first).any(|known| *known == finding) {
                self.kept.push(finding);
            } else if let Some(kept) = self.kinds.get_mut(&weighed(&finding)) {
                *kept -= 1;
            }
        }
    }

    /// Ends a run: a finding for each kind of which some were left off says how many, and weighs what they weigh.
    pub(crate) fn tell_left_off(&mut self) {
        for (&(code, severity), &count) in &self.left_off {
            let finding = Diagnostic::of(
                registry::TOO_MANY,
                "",
                phrase!(
                    "{code}: đã liệt kê {MOST_OF_A_KIND} chỗ, còn {count} chỗ nữa",
                    "{code}: {MOST_OF_A_KIND} places are listed, there are {count} more"
                ),
            )
            .hint(phrase!("sửa các chỗ đã liệt kê rồi kiểm tra lại", "mend the places listed and check again"));
            self.kept.push(Diagnostic { severity, ..finding });
        }
    }

    /// Whether any finding stops rendering.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.kept.iter().any(|d| d.severity == Severity::Error)
    }

    /// Whether nothing was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    /// How many findings have this weight, those left off included.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        let counts = self.kinds.iter().chain(&self.left_off);
        counts.filter(|((_, weight), _)| *weight == severity).map(|(_, count)| count).sum()
    }

    /// Drops findings that rest on a value with an error of its own.
    pub(crate) fn drop_consequences(&mut self) {
        let errors = self.kept.iter().filter(|finding| finding.severity == Severity::Error);
        let at_fault: BTreeSet<Pointer> = errors.map(|finding| finding.at.clone()).collect();
        let kinds = &mut self.kinds;
        self.kept.retain(|finding| {
            let is_told = finding.rests_on.as_ref().is_some_and(|value| at_fault.contains(value));
            if is_told && let Some(kept) = kinds.get_mut(&weighed(finding)) {
                *kept -= 1;
            }
            !is_told
        });
    }

    /// Puts the findings in the order of the places they mean; those without a place come last.
    pub fn sort(&mut self) {
        self.kept.sort_by_key(|d| (d.span.is_none(), d.span.map(|span| span.start)));
    }

    /// The findings that are kept.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.kept.iter()
    }

    /// Fills in the clause of each finding that names a topic and no clause of its own.
    pub fn cite(&mut self, clause: impl Fn(Topic) -> Option<String>) {
        for finding in self.kept.iter_mut().filter(|finding| finding.citation.is_none()) {
            finding.citation = finding.topic.and_then(&clause);
        }
    }

    /// The findings that are kept, to fill in spans.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut Diagnostic> {
        self.kept.iter_mut()
    }
}

fn weighed(finding: &Diagnostic) -> Weighed {
    (finding.code, finding.severity)
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.kept.into_iter()
    }
}
