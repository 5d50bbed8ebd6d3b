//! Words, dashes, semicolons and stops that the composer writes itself: taken off, with one warning a list.

use crate::diag::{Diagnostic, Diagnostics, Phrase, Pointer, Topic, phrase, registry};

use super::super::ending::without_end;
use super::super::rich::RichText;
use super::super::text::Text;
use super::super::types::Spec;
use super::archive_line::is_archive_line;

/// Takes decoration off. Gives the items that were nothing but a label, and were dropped.
pub(super) fn take_off(spec: &mut Spec, out: &mut Diagnostics) -> Vec<Pointer> {
    let root = Pointer::root;
    place(&mut spec.issue_place, out);
    let mut dropped = drop_labels(&mut spec.addressees, &ADDRESSEES, &root().key("addressees"));
    addressees(&mut spec.addressees, &dropped, out);
    bases(&mut spec.legal_basis, out);
    if let Some(recipients) = &mut spec.recipients {
        let at = root().key("recipients").key("items");
        let labels = drop_labels(&mut recipients.items, &RECIPIENTS, &at);
        receivers(&mut recipients.items, &at, &labels, out);
        dropped.extend(labels);
    }
    dropped
}

/// The word before a list, in small letters.
struct ListLabel {
    words: &'static [&'static str],
    /// Whether it needs its colon: a receiver may be called `Nơi nhận hồ sơ`.
    with_colon: bool,
}

const ADDRESSEES: ListLabel = ListLabel { words: &["kính gửi", "kính gởi"], with_colon: false };
const RECIPIENTS: ListLabel = ListLabel { words: &["nơi nhận"], with_colon: true };

impl ListLabel {
    /// What follows the label, where a text begins with it.
    fn strip<'a>(&self, text: &'a str) -> Option<&'a str> {
        let text = without_dash(text);
        let rest = self.words.iter().find_map(|word| {
            let head = text.get(..word.len()).filter(|head| head.to_lowercase() == *word)?;
            text.get(head.len()..)
        })?;
        let after = rest.trim_start();
        match after.strip_prefix(':') {
            Some(after) => Some(after.trim_start()),
            None => (after.is_empty() || !self.with_colon && after.len() < rest.len()).then_some(after),
        }
    }

    /// An item without the label and the signs around it.
    fn bare<'a>(&self, text: &'a str) -> &'a str {
        without_end(without_dash(self.strip(text).unwrap_or(text)))
    }
}

/// Takes out the items that are the label and nothing else.
fn drop_labels(items: &mut Vec<Text>, label: &ListLabel, at: &Pointer) -> Vec<Pointer> {
    let is_label = |item: &Text| label.strip(item.as_str()) == Some("");
    let dropped = items.iter().enumerate().filter(|(_, item)| is_label(item)).map(|(i, _)| at.index(i)).collect();
    items.retain(|item| !is_label(item));
    dropped
}

/// What was taken off a list.
#[derive(Default)]
struct TakenOff {
    /// Where the first stood and what was left of it.
    first: Option<(usize, String)>,
    /// What stood before it and after it.
    signs: String,
    count: usize,
}

impl TakenOff {
    /// Notes what a text was and what is left of it.
    fn note(&mut self, i: usize, was: &str, bare: &str) {
        self.count += 1;
        if self.first.is_some() {
            return;
        }
        let (head, tail) = was.split_once(bare).unwrap_or_default();
        self.signs =
            [head.trim(), tail.trim()].into_iter().filter(|sign| !sign.is_empty()).collect::<Vec<_>>().join(" … ");
        self.first = Some((i, bare.to_owned()));
    }

    /// The finding: at the one item, or at the list with the whole of it as the hint.
    fn finding(
        self,
        at: &Pointer,
        dropped: &[Pointer],
        topic: Topic,
        items: &[String],
        why: Why,
    ) -> Option<Diagnostic> {
        let lines = self.count + dropped.len();
        let label = if dropped.is_empty() { "" } else { why.label() };
        let signs = [label, &self.signs].into_iter().filter(|sign| !sign.is_empty()).collect::<Vec<_>>().join(" … ");
        let message = why.message(&signs, lines);
        let (at, hint) = match (self.first, dropped) {
            (None, []) => return None,
            (Some((i, bare)), []) if lines == 1 => (at.index(i), phrase!("viết \"{bare}\"", "write \"{bare}\"")),
            _ => (at.clone(), list_hint(items)),
        };
        Some(Diagnostic::of(registry::OWN_DECORATION, at, message).hint(hint).about(topic))
    }
}

/// The most items that a hint repeats.
const SHOWN: usize = 40;

fn list_hint(items: &[String]) -> Phrase {
    let shown = items.iter().take(SHOWN).map(|item| format!("\"{item}\"")).collect::<Vec<_>>().join(", ");
    let more = if items.len() > SHOWN { ", …" } else { "" };
    phrase!("viết [{shown}{more}]", "write [{shown}{more}]")
}

/// Why something is taken off.
#[derive(Clone, Copy)]
enum Why {
    /// The composer writes it, in the list of this label.
    Written(&'static str),
    /// One addressee stands on the line of `Kính gửi:`, without any sign.
    OneAddressee,
    /// A basis begins without a sign; what ends it is written by the composer.
    DashOfBasis,
}

impl Why {
    const fn label(self) -> &'static str {
        match self {
            Self::Written(label) => label,
            Self::OneAddressee | Self::DashOfBasis => "",
        }
    }

    fn message(self, signs: &str, lines: usize) -> Phrase {
        let (vi, en) =
            if lines > 1 { (format!(" (ở {lines} dòng)"), format!(" (in {lines} lines)")) } else { <_>::default() };
        match self {
            Self::Written(_) if signs.contains(char::is_alphabetic) => phrase!(
                "“{signs}” được chương trình tự thêm, phần ghi trong đặc tả đã bỏ{vi}",
                "“{signs}” is added by the program, what the specification has of it is dropped{en}"
            ),
            Self::Written(_) => phrase!(
                "dấu “{signs}” được chương trình tự thêm, dấu ghi trong đặc tả đã bỏ{vi}",
                "“{signs}” is added by the program, the one in the specification is dropped{en}"
            ),
            Self::OneAddressee => phrase!(
                "nơi nhận duy nhất ở Kính gửi không có dấu “{signs}”, đã bỏ",
                "a single addressee takes no “{signs}”, which is dropped"
            ),
            Self::DashOfBasis if !signs.contains([';', '.', ',']) => phrase!(
                "căn cứ không có dấu “{signs}” ở đầu dòng, đã bỏ{vi}",
                "a legal basis takes no “{signs}” before it, which is dropped{en}"
            ),
            Self::DashOfBasis => phrase!(
                "căn cứ không có dấu ở đầu dòng, dấu cuối dòng được chương trình tự thêm: “{signs}” đã bỏ{vi}",
                "a legal basis has no sign before it, the one that ends it is added by the program: “{signs}” is dropped{en}"
            ),
        }
    }
}

fn place(place: &mut Text, out: &mut Diagnostics) {
    let mut taken = TakenOff::default();
    let at = || Pointer::root().key("issue_place");
    if let Some(bare) = bare_of(place, without_end, at, Topic::PlaceAndDate, out) {
        taken.note(0, place.as_str(), &bare);
        let message = if taken.signs == "," {
            Why::Written("").message(",", 1)
        } else {
            let signs = &taken.signs;
            phrase!("sau địa danh không có dấu “{signs}”, đã bỏ", "no “{signs}” stands after the place; it is dropped")
        };
        let finding = Diagnostic::of(registry::OWN_DECORATION, at(), message).about(Topic::PlaceAndDate);
        out.push(finding.hint(phrase!("viết \"{bare}\"", "write \"{bare}\"")));
        place.keep(&bare);
    }
}

fn addressees(items: &mut [Text], dropped: &[Pointer], out: &mut Diagnostics) {
    let (at, is_one) = (Pointer::root().key("addressees"), items.len() == 1);
    let mut taken = TakenOff::default();
    for (i, item) in items.iter_mut().enumerate() {
        if let Some(bare) = bare_of(item, |text| ADDRESSEES.bare(text), || at.index(i), Topic::Recipients, out) {
            taken.note(i, item.as_str(), &bare);
            item.keep(&bare);
        }
    }
    let has_label = taken.signs.contains(char::is_alphabetic) || !dropped.is_empty();
    let why = if is_one && !has_label { Why::OneAddressee } else { Why::Written("Kính gửi:") };
    let written: Vec<String> = items.iter().map(ToString::to_string).collect();
    taken.finding(&at, dropped, Topic::Recipients, &written, why).into_iter().for_each(|finding| out.push(finding));
}

fn receivers(items: &mut [Text], at: &Pointer, dropped: &[Pointer], out: &mut Diagnostics) {
    let mut taken = TakenOff::default();
    for (i, item) in items.iter_mut().enumerate() {
        // what is to be filed is no recipient at all, and told as such
        if is_archive_line(item.as_str()) {
            continue;
        }
        if let Some(bare) = bare_of(item, |text| RECIPIENTS.bare(text), || at.index(i), Topic::Recipients, out) {
            taken.note(i, item.as_str(), &bare);
            item.keep(&bare);
        }
    }
    let written: Vec<String> = items.iter().map(ToString::to_string).collect();
    let finding = taken.finding(at, dropped, Topic::Recipients, &written, Why::Written("Nơi nhận:"));
    finding.into_iter().for_each(|finding| out.push(finding));
}

fn bases(bases: &mut [RichText], out: &mut Diagnostics) {
    let at = Pointer::root().key("legal_basis");
    let mut taken = TakenOff::default();
    let mut has_dash = false;
    for (i, basis) in bases.iter_mut().enumerate() {
        let was = basis.plain();
        let strip = |text: &mut Text, bare: fn(&str) -> &str| {
            let bare = bare(text.as_str()).to_owned();
            let is_changed = bare.len() < text.as_str().len() && !bare.is_empty();
            if is_changed {
                text.keep(&bare);
            }
            is_changed
        };
        let dash =
            basis.0.first_mut().and_then(|first| first.text.as_mut()).is_some_and(|text| strip(text, without_dash));
        let end = basis.0.last_mut().filter(|last| last.picture.is_none()).and_then(|last| last.text.as_mut());
        let end = end.is_some_and(|text| strip(text, without_end));
        has_dash |= dash;
        if dash || end {
            taken.note(i, &was, &basis.plain());
        }
    }
    let written: Vec<String> = if taken.count > 0 { bases.iter().map(RichText::plain).collect() } else { Vec::new() };
    let why = if has_dash { Why::DashOfBasis } else { Why::Written("") };
    taken.finding(&at, &[], Topic::Body, &written, why).into_iter().for_each(|finding| out.push(finding));
}

/// A text without its decoration; `None` where it has none. A text that is nothing else would print as an empty line.
fn bare_of(
    text: &Text,
    bare: impl Fn(&str) -> &str,
    at: impl FnOnce() -> Pointer,
    topic: Topic,
    out: &mut Diagnostics,
) -> Option<String> {
    let bare = bare(text.as_str());
    if bare.is_empty() {
        let signs = text.as_str();
        let message = phrase!("“{signs}” chỉ có dấu, không có nội dung", "“{signs}” is signs only, without a word");
        out.push(Diagnostic::of(registry::EMPTY_TEXT, at(), message).about(topic));
    }
    (!bare.is_empty() && bare.len() < text.as_str().len()).then(|| bare.to_owned())
}

/// Both take all there is, so that a specification that was stripped, written and read again is the same.
fn without_dash(text: &str) -> &str {
    text.trim_start_matches(|c: char| matches!(c, '-' | '–' | '+' | '•') || c.is_whitespace())
}
