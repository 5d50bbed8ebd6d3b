//! Texts that must fill their place well: measured, and broken by syllables into lines of like length.

use super::compounds::is_one_word;
use crate::font::{FaceStyle, FontBook};
use crate::model::Inline;
use crate::units::Length;

/// A type: a face at a size, and the book to measure it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Type<'a> {
    pub(super) fonts: &'a FontBook,
    pub(super) face: FaceStyle,
    pub(super) size: Length,
}

impl Type<'_> {
    /// Width of a text on one line.
    pub(super) fn width(&self, text: &str) -> Length {
        self.fonts.measure(text, self.face, self.size)
    }

    /// The widest of some lines.
    pub(super) fn widest(&self, lines: &[String]) -> Length {
        lines.iter().map(|line| self.width(line)).fold(Length::ZERO, Length::max)
    }

    /// What a column must have beyond the width of a line so that no word processor wraps it: rounding, and the room
    /// that `LibreOffice` keeps at the end of slanted lines.
    pub(super) fn slack(&self) -> Length {
        let slant =
            if self.face.is_italic() { self.fonts.face(self.face).line_height(self.size) / 12 } else { Length::ZERO };
        Length::mm(1) + slant
    }

    /// Breaks a text into lines no wider than `width`: at its manual breaks, and between syllables where a line is too
    /// long, into few lines of like length, preferably after a comma and not inside a word of two syllables.
    /// A single word wider than that stays whole.
    pub(super) fn balance(&self, text: &str, width: Length) -> Vec<String> {
        text.split('\n').flat_map(|line| self.balance_line(line, width)).collect()
    }

    fn balance_line(&self, line: &str, width: Length) -> Vec<String> {
        if self.width(line) <= width {
            return vec![line.to_owned()];
        }
        let words: Vec<&str> = line.split(' ').filter(|word| !word.is_empty()).collect();
        let breaks = Breaks::new(&words, self, width);
        breaks.best().windows(2).map(|ends| words[ends[0]..ends[1]].join(" ")).collect()
    }
}

/// Lines as inlines, with manual breaks between them.
pub(super) fn inlines(lines: Vec<String>) -> Vec<Inline> {
    let mut inlines = Vec::with_capacity(lines.len() * 2);
    for line in lines {
        if !inlines.is_empty() {
            inlines.push(Inline::LineBreak);
        }
        inlines.push(Inline::text(line));
    }
    inlines
}

/// Words that begin a phrase: a line ends well before them and badly after them.
const OPENING_WORDS: [&str; 13] =
    ["và", "của", "về", "cho", "với", "trong", "tại", "từ", "đến", "theo", "do", "bằng", "trên"];
/// Other words that a line should not end with.
const LEADING_WORDS: [&str; 3] = ["các", "những", "mọi"];
/// Words that a number behind them belongs to.
const NUMBERED_WORDS: [&str; 7] = ["năm", "tháng", "ngày", "số", "quý", "khóa", "lần"];

/// What ending a line costs where only a word that is wider than the line may bring it about: more lines than any text has.
const NEVER: usize = 1 << 16;

/// The choice of line ends.
struct Breaks {
    /// Width of each syllable, in twips.
    widths: Vec<i64>,
    /// What it costs to end a line after each syllable.
    ends: Vec<EndCost>,
    space: i64,
    line: i64,
}

/// What it costs to end a line.
#[derive(Clone, Copy)]
struct EndCost {
    /// Percent of the square of the full width.
    percent: i64,
    /// Lines that are worth avoiding it: one inside a word.
    lines: usize,
}

/// The best way to set the syllables from one on.
#[derive(Clone, Copy)]
struct Way {
    /// How many lines, and those that its line ends are worth.
    lines: usize,
    /// How unlike the lines are, and how badly they end.
    cost: i64,
    /// Where the next line begins.
    next: usize,
}

impl Breaks {
    fn new(words: &[&str], of_type: &Type<'_>, width: Length) -> Self {
        let widths = words.iter().map(|word| of_type.width(word).to_twip()).collect();
        let mut ends: Vec<EndCost> = words.windows(2).map(|pair| EndCost::between(pair[0], pair[1])).collect();
        ends.push(EndCost { percent: 0, lines: 0 });
        Self { widths, ends, space: of_type.width(" ").to_twip(), line: width.to_twip().max(1) }
    }

    /// The first words of the lines, and the end.
    ///
    /// From the end backwards, for each word the best way to set all words from it on (Knuth and Plass, "Breaking
    /// paragraphs into lines", without stretch): fewest lines first, then the least sum of squared widths, which is least
    /// where lines are of like length. A badly placed line end costs a percentage of a full line's square, so it is taken
    /// only where it evens the lines out by more than that; one that must not be costs a whole line. Names have a dozen
    /// words, and the inner loop stops at the width, so the square of words in a line is all it costs.
    fn best(&self) -> Vec<usize> {
        let count = self.widths.len();
        let end = Way { lines: 0, cost: 0, next: count };
        let mut ways = vec![end; count + 1];
        for start in (0..count).rev() {
            let mut best: Option<Way> = None;
            let mut width = -self.space;
            for (next, rest) in ways.iter().enumerate().skip(start + 1) {
                width += self.space + self.widths[next - 1];
                if width > self.line && next > start + 1 {
                    break;
                }
                let end = self.ends[next - 1];
                let cost = rest.cost + width * width + self.line * self.line / 100 * end.percent;
                let way = Way { lines: rest.lines.saturating_add(1 + end.lines), cost, next };
                if best.is_none_or(|b| (way.lines, way.cost) < (b.lines, b.cost)) {
                    best = Some(way);
                }
            }
            ways[start] = best.unwrap_or(end);
        }
        let mut starts = vec![0];
        let mut at = 0;
        while at < count {
            at = ways[at].next;
            starts.push(at);
        }
        starts
    }
}

impl EndCost {
    fn between(before: &str, after: &str) -> Self {
        let is_number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
        let opens = |word: &str| OPENING_WORDS.contains(&word);
        let (word, next_word) = (before.to_lowercase(), after.to_lowercase());
        let (percent, lines) = match () {
            () if belongs_to_what_precedes(after) => (0, NEVER),
            () if before.ends_with([',', ';', ':']) => (0, 0),
            () if matches!(before, "-" | "–") && is_number(after) => (12, 1),
            () if is_one_word(&word, next_word.trim_end_matches([',', ';', '.'])) => (12, 1),
            () if opens(&word) || LEADING_WORDS.contains(&word.as_str()) => (9, 0),
            () if is_number(before) || is_number(after) && NUMBERED_WORDS.contains(&word.as_str()) => (9, 0),
            () if opens(&next_word) => (1, 0),
            () => (4, 0),
        };
        Self { percent, lines }
    }
}

/// Whether no line should end between two words: they are one word, a number and its dash, a name and its dash.
pub(super) fn belong_together(before: &str, after: &str) -> bool {
    EndCost::between(before, after).lines > 0
}

/// Whether a line must not begin with a word: it is a dash between the parts of a name (`THAN - KHOÁNG SẢN`), or a sign that
/// closes. A number may have a sign of its own.
fn belongs_to_what_precedes(word: &str) -> bool {
    let rest = word.trim_start_matches(['-', '\u{2010}', '\u{2011}', '\u{2012}', '–', '—', '\u{2212}']);
    let begins_with_dash = rest.len() < word.len() && !rest.starts_with(|c: char| c.is_ascii_digit());
    begins_with_dash || word.starts_with([',', ';', ':', '.', '!', '?', ')', ']', '}', '/', '%', '”', '»'])
}
