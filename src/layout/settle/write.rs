//! Letter-spacing into the spans that are drawn, and into the runs that the Word file is written from.

use super::super::paragraph::{LookSpan, Shaped};
use super::SpacedEnd;
use crate::model::{Inline, LetterSpacing, Paragraph};
use crate::units::Length;

/// Writes the letter-spacing of lines into a paragraph that was shaped, in place of what it had.
pub(in crate::layout) fn write(lines: &[SpacedEnd], shaped: &mut Shaped, paragraph: &mut Paragraph) {
    for inline in &mut paragraph.inlines {
        if let Inline::Run(run) = inline {
            run.letter_spacing.clear();
        }
    }
    let boxes = &shaped.boxes;
    let spaced = lines.iter().filter(|line| line.twips != 0).map(|line| Stretch {
        start: boxes[line.first + line.spaced_from].start,
        end: boxes[line.first + line.spaced_to - 1].end,
        letter_spacing: Length::twip(line.twips),
    });
    let mut spaced = spaced.peekable();
    if spaced.peek().is_none() {
        return;
    }
    shaped.spans = cut(&shaped.spans, spaced);
    write_runs(&shaped.spans, paragraph);
}

/// Text of one letter-spacing.
#[derive(Clone, Copy)]
struct Stretch {
    start: usize,
    end: usize,
    letter_spacing: Length,
}

/// The spans, cut where a stretch of letter-spacing begins or ends.
fn cut(spans: &[LookSpan], stretches: impl Iterator<Item = Stretch>) -> Vec<LookSpan> {
    let mut stretches = stretches.peekable();
    let mut out = Vec::with_capacity(spans.len());
    for span in spans {
        if span.inline.is_none() {
            out.push(span.clone());
            continue;
        }
        let mut at = span.start;
        while let Some(stretch) = stretches.peek().copied().filter(|stretch| stretch.start < span.end) {
            let (start, end) = (stretch.start.max(at), stretch.end.min(span.end));
            if at < start {
                out.push(LookSpan { start: at, end: start, ..span.clone() });
            }
            if start < end {
                out.push(LookSpan { start, end, letter_spacing: stretch.letter_spacing, ..span.clone() });
            }
            at = at.max(end);
            if stretch.end > span.end {
                break;
            }
            stretches.next();
        }
        if at < span.end {
            out.push(LookSpan { start: at, ..span.clone() });
        }
    }
    out
}

/// The letter-spacing of spans into the runs that they come from.
fn write_runs(spans: &[LookSpan], paragraph: &mut Paragraph) {
    let (mut inline, mut run_start) = (None, 0);
    for span in spans {
        if span.inline != inline {
            (inline, run_start) = (span.inline, span.start);
        }
        if span.letter_spacing == Length::ZERO {
            continue;
        }
        let Some(Inline::Run(run)) = inline.and_then(|index| paragraph.inlines.get_mut(index)) else { continue };
        let (start, end, amount) = (span.start - run_start, span.end - run_start, span.letter_spacing);
        match run.letter_spacing.last_mut() {
            // a run of several faces is one run in the Word file
            Some(last) if last.end == start && last.amount == amount => last.end = end,
            _ => run.letter_spacing.push(LetterSpacing { start, end, amount }),
        }
    }
}
