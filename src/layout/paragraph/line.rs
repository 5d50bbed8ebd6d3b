//! Boxes into lines: greedy, as word processors do. In a justified line one more box may enter by squeezing the spaces.

use super::shape::{LookSpan, Shaped, TextBox};
use crate::font::FontBook;
use crate::model::Alignment;
use crate::units::Length;

/// How much of a justified line's spaces may be squeezed away to admit one more word, percent. Word 2013 and later, and
/// `LibreOffice` from 24.2, do so in compatibility mode 15.
const SPACE_SHRINK: i64 = 25;

/// `LibreOffice` keeps this fraction of the line height free at the right of slanted text.
const ITALIC_ROOM: i64 = 12;

/// The room a paragraph is set in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LineMeasure {
    /// From the left edge of the column to the lines.
    pub(crate) left: Length,
    /// Added to `left` in the first line.
    pub(crate) first_line: Length,
    /// Width of the lines, first-line indent not yet taken off.
    pub(crate) width: Length,
    pub(crate) alignment: Alignment,
    /// Width of a space.
    pub(crate) space: Length,
    /// Height of the letters, for slanted text.
    pub(crate) letter_height: Length,
}

impl LineMeasure {
    /// What stays free at the right of a line that ends with a box.
    fn room_after(&self, last: &TextBox) -> Length {
        if last.italic_end { self.letter_height / ITALIC_ROOM } else { Length::ZERO }
    }
}

/// A line: which text, where it starts, how its spaces stretch.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line {
    /// First byte.
    pub(crate) start: usize,
    /// One past the last byte that is drawn.
    pub(crate) end: usize,
    /// Where the next line's text starts.
    pub(crate) next: usize,
    /// From the left edge of the column.
    pub(crate) x: Length,
    /// What is added to its stretchable spaces.
    pub(crate) stretch: Stretch,
    /// Whether a manual break or the paragraph's end follows.
    pub(crate) is_last: bool,
}

/// What is added to a line's spaces: whole twips, rounded towards none, as word processors do; what is left over goes to
/// the last ones, so that the line ends at the edge all the same.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Stretch {
    /// Added to each of the first spaces.
    pub(crate) early: Length,
    /// Added to each of the last spaces.
    pub(crate) late: Length,
    /// How many those last ones are.
    pub(crate) late_count: usize,
}

/// The most that a last space differs from the others: 0.3 pt, which nobody sees.
const MOST_LATE: Length = Length::twip(6);

impl Stretch {
    fn of(slack: Length, spaces: u32) -> Self {
        let early = Length::twip((slack / i64::from(spaces)).to_emu() / Length::twip(1).to_emu());
        let rest = slack - early * i64::from(spaces);
        let most = MOST_LATE.to_emu();
        let late_count = ((rest.to_emu().abs() + most - 1) / most).min(i64::from(spaces));
        let late = if late_count == 0 { early } else { early + rest / late_count };
        Self { early, late, late_count: usize::try_from(late_count).unwrap_or(0) }
    }
}

/// Breaks a shaped paragraph into lines.
pub(crate) fn break_lines(
    shaped: &mut Shaped,
    measure: LineMeasure,
    text: &str,
    fonts: &FontBook,
    lines: &mut Vec<Line>,
) {
    lines.clear();
    let mut first = 0;
    while first < shaped.boxes.len() {
        let indent = if lines.is_empty() { measure.first_line } else { Length::ZERO };
        let room = measure.width - indent;
        if shaped.boxes[first].width > room {
            split_box(shaped, first, room, text, fonts);
        }
        let fill = Fill::greedy(&shaped.boxes[first..], room, measure);
        let last = shaped.boxes[first + fill.count - 1];
        let slack = room - fill.width;
        let justified = slack - measure.room_after(&last);
        let (x, stretch) = match measure.alignment {
            Alignment::Left => (Length::ZERO, Stretch::default()),
            Alignment::Center => (slack / 2, Stretch::default()),
            Alignment::Right => (slack, Stretch::default()),
            Alignment::Justify if fill.spaces == 0 || (last.ends_line && justified >= Length::ZERO) => {
                (Length::ZERO, Stretch::default())
            }
            Alignment::Justify => (Length::ZERO, Stretch::of(justified, fill.spaces)),
        };
        lines.push(Line {
            start: shaped.boxes[first].start,
            end: last.end,
            next: last.next,
            x: measure.left + indent + x,
            stretch,
            is_last: last.ends_line,
        });
        first += fill.count;
    }
}

/// How many boxes a line takes.
#[derive(Clone, Copy)]
struct Fill {
    count: usize,
    /// Natural width without the white space at the end.
    width: Length,
    /// Stretchable spaces between the boxes.
    spaces: u32,
}

impl Fill {
    /// Takes boxes while they fit; the first is always taken.
    fn greedy(boxes: &[TextBox], room: Length, measure: LineMeasure) -> Self {
        let mut taken = Self { count: 0, width: Length::ZERO, spaces: 0 };
        // as much as was taken at the last white space
        let mut tokens = None;
        let mut squeezing = false;
        let (mut width, mut spaces, mut squeezable) = (Length::ZERO, 0, 0);
        for b in boxes {
            width += b.width;
            let over = width + measure.room_after(b) - room;
            let fits = over <= Length::ZERO;
            if !fits && !squeezing {
                squeezing = true;
                // where the line would end at a hyphen, one more space counts
                if taken.count > 0 && tokens.is_none_or(|t: Self| t.count < taken.count) {
                    squeezable += 1;
                }
            }
            let squeezed = !fits
                && measure.alignment == Alignment::Justify
                && over <= whole_twips((measure.space * squeezable).scale(SPACE_SHRINK, 100));
            if taken.count > 0 && !fits && !squeezed {
                if b.slash_width.is_some_and(|to_slash| over - b.width + to_slash <= Length::ZERO) {
                    return tokens.unwrap_or(taken);
                }
                break;
            }
            taken = Self { count: taken.count + 1, width, spaces };
            if b.ends_line {
                break;
            }
            // only spaces that begin before the line's edge, unsqueezed, count towards what may be squeezed
            if width <= room {
                squeezable += i64::from(b.spaces);
            }
            width += b.space_width;
            spaces += b.spaces;
            if b.next > b.end {
                tokens = Some(taken);
            }
        }
        taken
    }
}

/// Rounded down, as word processors count.
fn whole_twips(length: Length) -> Length {
    Length::twip(length.to_emu().div_euclid(Length::twip(1).to_emu()))
}

/// Cuts the box at `at`, wider than the line, after the last character that fits (at least one).
fn split_box(shaped: &mut Shaped, at: usize, room: Length, text: &str, fonts: &FontBook) {
    let whole = shaped.boxes[at];
    let mut width = Length::ZERO;
    let mut cut = None;
    'spans: for span in overlapping(&shaped.spans, whole.start, whole.end) {
        let face = fonts.face(span.face);
        let from = span.start.max(whole.start);
        for (i, c) in text[from..span.end.min(whole.end)].char_indices() {
            let wider = width + face.to_length(face.advance(c).into(), span.size);
            if wider > room && from + i > whole.start {
                cut = Some(from + i);
                break 'spans;
            }
            width = wider;
        }
    }
    if let Some(cut) = cut {
        let head =
            TextBox { end: cut, next: cut, width, space_width: Length::ZERO, spaces: 0, ends_line: false, ..whole };
        shaped.boxes[at] = head;
        shaped.boxes.insert(at + 1, TextBox { start: cut, width: whole.width - width, ..whole });
    }
}

/// The spans that a range of text touches.
pub(crate) fn overlapping(spans: &[LookSpan], start: usize, end: usize) -> impl Iterator<Item = &LookSpan> {
    let first = spans.partition_point(|span| span.end <= start);
    spans[first..].iter().take_while(move |span| span.start < end)
}
