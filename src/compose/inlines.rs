//! Texts of a specification as inlines, and the marks that end them.

use super::paragraph;
use super::run_pictures::RunPictures;
use crate::diag::Pointer;
use crate::model::{Blank, Footnote, Inline, Link, PageOf, Role, Run, RunPart, Script};
use crate::specification::{RichRun, RichText, ScriptSpec, lacking, without_end};

/// Whether a text keeps its letters or prints in capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// As given.
    AsGiven,
    /// In capitals (chữ in hoa).
    Upper,
}

/// A rich text as inlines, with its pictures as they are shown; its manual breaks become line breaks.
pub(super) fn rich(text: &RichText, case: Case, shown: &RunPictures) -> Vec<Inline> {
    let mut inlines = Vec::with_capacity(text.0.len());
    for run in &text.0 {
        for (i, line) in run.text().split('\n').enumerate() {
            if i > 0 {
                inlines.push(Inline::LineBreak);
            }
            if !line.is_empty() {
                inlines.push(Inline::Run(one_run(run, line, case)));
            }
        }
        inlines.extend(shown.of(run).map(Inline::InlinePicture));
        if let Some(destination) = &run.page_of {
            inlines.push(Inline::PageOf(PageOf {
                destination: destination.as_str().to_owned(),
                bold: run.bold,
                italic: run.italic,
                underline: run.underline == Some(true),
                in_column: false,
                number: None,
            }));
        }
        if let Some(note) = &run.note {
            add_note(&mut inlines, run, note, shown);
        }
    }
    inlines
}

/// Puts the mark of a note behind the last word: white space that a run ends with goes behind the mark, so that no line begins
/// with it. The note's number and place are those of [`super::notes`].
fn add_note(inlines: &mut Vec<Inline>, run: &RichRun, note: &RichText, shown: &RunPictures) {
    let mut behind = None;
    if let Some(Inline::Run(last)) = inlines.last_mut() {
        let space = last.text.split_off(last.text.trim_end_matches(' ').len());
        behind = (!space.is_empty()).then(|| Inline::Run(Run { text: space, ..last.clone() }));
    }
    inlines.pop_if(|last| matches!(last, Inline::Run(run) if run.text.is_empty()));
    let mut text = vec![Inline::NoteNumber(0), Inline::text(" ")];
    // a note or a picture in a note is an error of the specification, and told there
    let is_sound = |inline: &Inline| !matches!(inline, Inline::Note(_) | Inline::InlinePicture(_));
    text.extend(rich(note, Case::AsGiven, shown).into_iter().filter(is_sound));
    let block = paragraph(Role::FootnoteText, Pointer::root(), text);
    inlines.push(Inline::Note(Box::new(Footnote { number: 0, bold: run.bold, italic: run.italic, block })));
    inlines.extend(behind);
}

fn one_run(run: &RichRun, line: &str, case: Case) -> Run {
    Run {
        text: if case == Case::Upper { line.to_uppercase() } else { line.to_owned() },
        bold: run.bold,
        italic: run.italic,
        underline: run.underline.unwrap_or(false),
        script: match run.script {
            None => Script::Baseline,
            Some(ScriptSpec::Superscript) => Script::Super,
            Some(ScriptSpec::Subscript) => Script::Sub,
        },
        link: match (&run.link, &run.reference) {
            (Some(link), _) => Some(Link::Address(link.as_str().to_owned())),
            (None, Some(reference)) => Some(Link::Destination(reference.as_str().to_owned())),
            (None, None) => None,
        },
        language: run.lang.as_ref().map(|lang| lang.as_str().to_owned()),
        ..Run::default()
    }
}

/// Puts text in front.
pub(super) fn prepend(inlines: &mut Vec<Inline>, text: impl Into<String>, bold: Option<bool>) {
    let text = text.into();
    match inlines.first_mut() {
        Some(Inline::Run(run)) if run.is_plain() && bold == run.bold => run.text.insert_str(0, &text),
        _ => inlines.insert(0, Inline::Run(Run { text, bold, ..Run::default() })),
    }
}

/// Puts a typed label in front, as a run of its own: with the space behind it, which stretches like any other.
pub(super) fn label(inlines: &mut Vec<Inline>, text: impl Into<String>) {
    inlines.insert(0, Inline::Run(Run { text: text.into(), part: RunPart::Label, ..Run::default() }));
}

/// Makes the abbreviation that begins at byte `start` of the run at `at` a run of its own that says what it stands for.
pub(super) fn expand(inlines: &mut Vec<Inline>, at: usize, start: usize, abbreviation: &str, expansion: &'static str) {
    let Some(Inline::Run(run)) = inlines.get_mut(at) else { return };
    let Some(after) = run.text.get(start..).and_then(|text| text.strip_prefix(abbreviation)) else { return };
    let rest = Run { text: after.to_owned(), ..run.clone() };
    let short = Run { text: abbreviation.to_owned(), expansion: Some(expansion), ..run.clone() };
    run.text.truncate(start);
    let is_needed = |run: &Run| !run.text.is_empty();
    let before = run.clone();
    inlines.splice(at..=at, [before, short, rest].into_iter().filter(is_needed).map(Inline::Run));
}

/// Notes the blanks of the first run.
pub(super) fn leave_blank(inlines: &mut [Inline], blanks: Vec<Blank>) {
    if let Some(Inline::Run(run)) = inlines.first_mut() {
        run.blanks = blanks;
    }
}

/// A text that ends with a mark instead of the marks it ends with.
pub(super) fn ended(text: &str, mark: &str) -> String {
    let bare = without_end(text);
    format!("{bare}{}", lacking(bare, mark))
}

/// Ends a text with a mark instead of the marks it ends with (`;`, `.` and `,`; an ellipsis stays).
pub(super) fn end_with(inlines: &mut Vec<Inline>, mut mark: &str) {
    let mut look = Run::default();
    // the mark of a note belongs to the word, and what ends the text stands behind it
    let has_note = matches!(inlines.last(), Some(Inline::Note(_)));
    // the number of a page, or a picture, is the last word, and nothing to be taken off
    if matches!(inlines.last(), Some(Inline::PageOf(_) | Inline::InlinePicture(_))) {
        inlines.push(Inline::text(mark));
        return;
    }
    if let Some(run) = last_run(inlines) {
        run.text.truncate(without_end(&run.text).len());
        mark = lacking(&run.text, mark);
        if run.is_plain() && !has_note {
            run.text.push_str(mark);
            return;
        }
        if run.language.is_some() || run.underline {
            look = Run { bold: run.bold, italic: run.italic, ..look };
        }
    }
    inlines.push(Inline::Run(Run { text: mark.to_owned(), ..look }));
}

/// Puts the mark that ends the whole text (`./.`), in place of a closing full stop; never twice.
pub(super) fn end_document(inlines: &mut Vec<Inline>, mark: &str) {
    let text: String = plain(inlines);
    if text.trim_end().ends_with(mark) {
        return;
    }
    end_with(inlines, mark);
}

/// The text of inlines without their look.
pub(super) fn plain(inlines: &[Inline]) -> String {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Run(run) => run.text.as_str(),
            Inline::LineBreak => "\n",
            Inline::Tab => " ",
            Inline::PageNumber
            | Inline::PageOf(_)
            | Inline::BeginContents(_)
            | Inline::EndContents
            | Inline::Note(_)
            | Inline::NoteNumber(_)
            | Inline::InlinePicture(_)
            | Inline::Picture(_)
            | Inline::SignatureField(_) => "",
        })
        .collect()
}

fn last_run(inlines: &mut [Inline]) -> Option<&mut Run> {
    inlines.iter_mut().rev().find_map(|inline| match inline {
        Inline::Run(run) => Some(run),
        Inline::LineBreak
        | Inline::Tab
        | Inline::PageNumber
        | Inline::PageOf(_)
        | Inline::BeginContents(_)
        | Inline::EndContents
        | Inline::Note(_)
        | Inline::NoteNumber(_)
        | Inline::InlinePicture(_)
        | Inline::Picture(_)
        | Inline::SignatureField(_) => None,
    })
}

impl Run {
    /// Whether marks may be added to it without looking raised, underlined, linked or foreign.
    fn is_plain(&self) -> bool {
        self.script == Script::Baseline
            && !self.underline
            && self.link.is_none()
            && self.language.is_none()
            && self.sequence.is_none()
    }
}
