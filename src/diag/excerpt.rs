//! The line of the file that a finding means, with a mark under the characters: cut to what fits beside it, and harmless to a terminal
//! whatever the file holds.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::{LineIndex, Span};

/// The most columns of a line that are shown.
const WIDTH: usize = 76;
/// The most columns shown in front of the mark where the line is cut.
const BEFORE: usize = 36;
/// The most bytes looked at on either side: a line may be as long as the file, a letter may carry any number of marks.
const REACH: usize = 1024;
/// How a tab is shown.
const TAB: &str = "    ";

/// A line and what stands under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// Part of the line, without what a terminal would obey.
    pub(super) line: String,
    /// Columns in front of the mark.
    pub(super) indent: usize,
    /// Columns of the mark, at least one.
    pub(super) width: usize,
}

impl Excerpt {
    /// The line on which a span begins; `None` where it is not text.
    pub(super) fn of(lines: &LineIndex<'_>, span: Span) -> Option<Self> {
        let (start, line) = lines.line_at(span.start);
        let at = (span.start - start).min(line.len());
        let end = span.end.saturating_sub(start).clamp(at, line.len());
        let head = cells(line.get(at.saturating_sub(REACH)..at)?, End::Last);
        let marked = cells(line.get(at..end.min(at + REACH))?, End::First);
        let tail = cells(line.get(end..(end + REACH).min(line.len()))?, End::First);
        let mut shown = String::new();
        let is_whole = at <= REACH && width(&head) <= WIDTH - BEFORE;
        let kept = if is_whole { head.len() } else { fitting(head.iter().rev(), BEFORE) };
        if kept < head.len() || at > REACH {
            shown.push('…');
        }
        head[head.len() - kept..].iter().for_each(|cell| shown.push_str(cell));
        let indent = shown.width();
        let room = WIDTH.saturating_sub(indent);
        let kept = fitting(marked.iter(), room);
        marked[..kept].iter().for_each(|cell| shown.push_str(cell));
        let mark = shown.width() - indent;
        let is_cut = if kept < marked.len() || end > at + REACH {
            true
        } else {
            let kept = fitting(tail.iter(), room.saturating_sub(mark));
            tail[..kept].iter().for_each(|cell| shown.push_str(cell));
            kept < tail.len() || end + REACH < line.len()
        };
        if is_cut {
            shown.push('…');
        }
        Some(Self { line: shown.trim_end().to_owned(), indent, width: mark.max(1) })
    }
}

/// Which end of some bytes stands at the mark; the other may be cut inside a character.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    First,
    Last,
}

/// The characters of a piece of a line as they are shown.
fn cells(bytes: &[u8], end: End) -> Vec<String> {
    let is_cut = |byte: &&u8| **byte & 0xc0 == 0x80;
    let bytes = if end == End::Last { &bytes[bytes.iter().take_while(is_cut).count()..] } else { bytes };
    String::from_utf8_lossy(bytes).graphemes(true).map(cell).collect()
}

/// One character as it is shown.
fn cell(cluster: &str) -> String {
    if cluster == "\t" {
        return TAB.to_owned();
    }
    let visible: String = cluster.chars().map(|c| if super::text::is_shown(c) { c } else { '\u{fffd}' }).collect();
    match visible.width() {
        // it prints nothing, yet it may be what is meant; marks need something to stand on
        0 if visible.chars().all(unicode_normalization::char::is_combining_mark) => format!("◌{visible}"),
        0 => "\u{fffd}".to_owned(),
        _ => visible,
    }
}

fn width(cells: &[String]) -> usize {
    cells.iter().map(|cell| cell.width()).sum()
}

/// How many cells fit into so many columns.
fn fitting<'a>(cells: impl Iterator<Item = &'a String>, room: usize) -> usize {
    let widths = cells.scan(0, |sum, cell| {
        *sum += cell.width();
        Some(*sum)
    });
    widths.take_while(|sum| *sum <= room).count()
}
