//! Where a byte stands as a person counts: lines from 1, columns in characters as they appear on the screen.

use std::cell::OnceCell;

use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

/// How far apart, in bytes, columns are remembered in a long line: no finding costs more than reading so much.
const STRIDE: usize = 1024;

/// A line and a column, both from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Line.
    pub line: usize,
    /// Column: characters as they are seen (grapheme clusters); what prints nothing does not count.
    pub column: usize,
}

/// The lines of a text: made once, it tells the place of any byte without reading the text again.
#[derive(Debug)]
pub struct LineIndex<'a> {
    bytes: &'a [u8],
    /// Where each line begins.
    starts: Vec<usize>,
    /// Inside long lines; made when the first column is asked for, since most texts have nothing to tell.
    marks: OnceCell<Vec<Milestone>>,
}

/// What stands in front of a byte in its line.
#[derive(Clone, Copy, Debug, Default)]
struct Milestone {
    at: usize,
    columns: usize,
    code_points: usize,
}

impl<'a> LineIndex<'a> {
    /// Reads a text once; bytes that are not UTF-8 count one column each run.
    #[must_use]
    pub fn new(bytes: &'a [u8]) -> Self {
        let ends = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1);
        let starts: Vec<usize> = std::iter::once(0).chain(ends).collect();
        Self { bytes, starts, marks: OnceCell::new() }
    }

    /// Columns along the long lines.
    fn marks(&self) -> &[Milestone] {
        self.marks.get_or_init(|| {
            let mut marks = Vec::new();
            for line in 0..self.starts.len() {
                let (start, end) = self.line_bytes(line);
                if end - start > STRIDE
                    && let Ok(text) = std::str::from_utf8(&self.bytes[start..end])
                {
                    mark(start, text, &mut marks);
                }
            }
            marks
        })
    }

    /// The place of a byte.
    #[must_use]
    pub fn place(&self, offset: usize) -> Place {
        Place { line: self.line_of(offset) + 1, column: 1 + self.before(offset).columns }
    }

    /// The column of a byte in code points, from 1, as other programs count.
    #[must_use]
    pub fn code_point_column(&self, offset: usize) -> usize {
        1 + self.before(offset).code_points
    }

    /// What stands in front of a byte in its line.
    fn before(&self, offset: usize) -> Milestone {
        let offset = offset.min(self.bytes.len());
        let start = self.starts.get(self.line_of(offset)).copied().unwrap_or_default();
        let marks = self.marks();
        let marked = marks.partition_point(|mark| mark.at <= offset).checked_sub(1).and_then(|i| marks.get(i));
        let mark =
            marked.copied().filter(|mark| mark.at >= start).unwrap_or(Milestone { at: start, ..Milestone::default() });
        let rest = String::from_utf8_lossy(self.bytes.get(mark.at..offset).unwrap_or_default());
        let rest = rest.trim_start_matches('\u{feff}');
        Milestone {
            at: offset,
            columns: mark.columns + rest.graphemes(true).filter(|cluster| is_counted(cluster)).count(),
            code_points: mark.code_points + rest.chars().count(),
        }
    }

    /// The line of a byte, from 0.
    fn line_of(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset) - 1
    }

    /// The line that a byte stands in, without its end, and where it begins.
    #[must_use]
    pub fn line_at(&self, offset: usize) -> (usize, &'a [u8]) {
        let (start, end) = self.line_bytes(self.line_of(offset.min(self.bytes.len())));
        (start, &self.bytes[start..end])
    }

    fn line_bytes(&self, line: usize) -> (usize, usize) {
        let start = self.starts.get(line).copied().unwrap_or(self.bytes.len());
        let end = self.starts.get(line + 1).map_or(self.bytes.len(), |next| next - 1);
        let end = if end > start && self.bytes.get(end - 1) == Some(&b'\r') { end - 1 } else { end };
        (start, end)
    }
}

/// Remembers columns along a line that begins at `start`.
fn mark(start: usize, line: &str, marks: &mut Vec<Milestone>) {
    let mut mark = Milestone { at: start, ..Milestone::default() };
    let mut last = start;
    for (at, cluster) in line.grapheme_indices(true) {
        mark.at = start + at;
        if mark.at - last >= STRIDE {
            last = mark.at;
            marks.push(mark);
        }
        mark.columns += usize::from(is_counted(cluster));
        mark.code_points += cluster.chars().count();
    }
}

/// Whether a cluster takes a place of its own on the screen.
fn is_counted(cluster: &str) -> bool {
    cluster.chars().any(|c| {
        !(is_combining_mark(c)
            || matches!(c, '\r' | '\n' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}'))
    })
}
