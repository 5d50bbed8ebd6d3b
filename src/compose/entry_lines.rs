//! Where the lines of an entry end that is longer than a table of contents is wide. They end by hand: behind text that a right
//! indent holds back, `LibreOffice` 7.4 draws no number at the edge, and text without one would reach into the number's room.

use super::fit::{self, Type};
use crate::model::{Inline, Run};
use crate::units::Length;

/// Breaks runs into lines no wider than the first and the other widths, at spaces; a word wider than a line is cut.
pub(super) fn broken(runs: Vec<Run>, of_type: &Type<'_>, widths: (Length, Length)) -> Vec<Inline> {
    let text: String = runs.iter().map(|run| run.text.as_str()).collect();
    let mut ends = ends(&text, of_type, widths).into_iter().peekable();
    let mut inlines = Vec::with_capacity(runs.len());
    let mut at = 0;
    for run in runs {
        let (start, end) = (at, at + run.text.len());
        let mut from = start;
        while let Some((line_end, next)) = ends.next_if(|(line_end, _)| *line_end < end) {
            push(&mut inlines, &run, from.min(line_end)..line_end, start);
            inlines.push(Inline::LineBreak);
            from = next;
        }
        push(&mut inlines, &run, from..end.max(from), start);
        at = end;
    }
    inlines
}

/// A part of a run, by its place in the text of all runs.
fn push(inlines: &mut Vec<Inline>, run: &Run, part: std::ops::Range<usize>, start: usize) {
    let text = part.start.checked_sub(start).and_then(|from| run.text.get(from..part.end - start)).unwrap_or_default();
    if !text.is_empty() {
        inlines.push(Inline::Run(Run { text: text.to_owned(), ..run.clone() }));
    }
}

/// Where each line but the last ends, and where the next begins: between words that do not belong together, where there are any.
fn ends(text: &str, of_type: &Type<'_>, (first, others): (Length, Length)) -> Vec<(usize, usize)> {
    let mut ends = Vec::new();
    let (mut line, mut fitting, mut is_good) = (0, None, false);
    let mut word = 0;
    while word < text.len() {
        let word_end = text[word..].find(' ').map_or(text.len(), |space| word + space);
        let room = if ends.is_empty() { first } else { others };
        let fits = of_type.width(&text[line..word_end]) <= room;
        let end = match fitting.filter(|_| !fits) {
            Some(end) => (end, end + 1),
            None => {
                let cut = if fits { word_end } else { line + cut(&text[line..word_end], of_type, room) };
                if cut >= word_end {
                    let after = text[word_end..].trim_start().split(' ').next().unwrap_or_default();
                    let ends_well = !fit::belong_together(&text[word..word_end], after);
                    if ends_well || !is_good {
                        (fitting, is_good) = (Some(word_end), ends_well);
                    }
                    word = word_end + 1;
                    continue;
                }
                (cut, cut)
            }
        };
        ends.push(end);
        (line, word, fitting, is_good) = (end.1, end.1, None, false);
    }
    ends
}

/// How many bytes of a word fit into a line, at least one character.
fn cut(word: &str, of_type: &Type<'_>, room: Length) -> usize {
    let mut width = Length::ZERO;
    for (at, c) in word.char_indices() {
        width += of_type.width(c.encode_utf8(&mut [0; 4]));
        if width > room && at > 0 {
            return at;
        }
    }
    word.len()
}

#[cfg(test)]
mod tests {
    use super::ends;
    use crate::compose::fit::Type;
    use crate::font::{FaceStyle, FontBook};
    use crate::units::Length;

    #[test]
    fn lines_end_at_spaces_and_inside_words_that_fill_them() -> Result<(), crate::font::FontError> {
        let fonts = FontBook::bundled()?;
        let of_type = Type { fonts: &fonts, face: FaceStyle::Regular, size: Length::pt(10) };
        let of =
            |text: &str, first: &str, others: &str| ends(text, &of_type, (of_type.width(first), of_type.width(others)));
        assert_eq!(of("aa aa", "aaaaaaaa", "a"), []);
        assert_eq!(of("aa aa aa", "aa aa", "aaa"), [(5, 6)]);
        assert_eq!(of("aa aa aa", "aa a", "aa a"), [(2, 3), (5, 6)]);
        assert_eq!(of("aaaaa aa", "aaaa", "aaa"), [(4, 4), (5, 6)]);
        assert_eq!(of("aaa a", "aa", "aa"), [(2, 2), (3, 4)]);
        assert_eq!(of("aaa", "", ""), [(1, 1), (2, 2)]);
        assert_eq!(of("", "a", "a"), []);
        Ok(())
    }
}
