//! The lines of a PDF as a reader sees them: `pdftotext -bbox` gives words with their boxes, whoever wrote the file.

use std::path::Path;

use unicode_normalization::UnicodeNormalization as _;

use crate::judges::{ask, said};

/// Points: a wider gap between two words parts a row into lines of two columns (a stretched space is far below).
const GAP: f64 = 20.0;

/// Words on one row without such a gap.
#[derive(Debug, PartialEq)]
pub(super) struct Line {
    /// From 1.
    pub(super) page: usize,
    /// Nothing stands to its left.
    pub(super) begins_row: bool,
    pub(super) words: Vec<String>,
}

impl Line {
    /// The words without spaces: programs part raised numbers from their words at different places.
    pub(super) fn letters(&self) -> String {
        self.words.concat()
    }
}

/// A PDF, row by row, each row from the left.
pub(super) struct Printed {
    pub(super) pages: usize,
    pub(super) lines: Vec<Line>,
}

impl Printed {
    pub(super) fn read(pdf: &Path) -> Self {
        let output = ask("pdftotext", ["-bbox".as_ref(), pdf.as_os_str(), "-".as_ref()]);
        assert!(output.status.success(), "{}: {}", pdf.display(), said(&output));
        let text = String::from_utf8(output.stdout).unwrap();
        let mut pages: Vec<Vec<Word>> = Vec::new();
        for line in text.lines().map(str::trim_start) {
            if line.starts_with("<page ") {
                pages.push(Vec::new());
            } else if let Some(word) = Word::read(line) {
                pages.last_mut().unwrap().push(word);
            }
        }
        let lines = pages.iter_mut().enumerate().flat_map(|(at, words)| lines(at + 1, words)).collect::<Vec<_>>();
        assert!(!lines.is_empty(), "{}: no words", pdf.display());
        Self { pages: pages.len(), lines }
    }
}

/// A word and its box, in points from the top left corner of the page.
struct Word {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
    text: String,
}

impl Word {
    /// Of a line like `<word xMin="1" yMin="2" xMax="3" yMax="4">text</word>`.
    fn read(line: &str) -> Option<Self> {
        let (head, rest) = line.strip_prefix("<word ")?.split_once('>')?;
        let number = |name: &str| head.split_once(name)?.1.split('"').next()?.parse().ok();
        let text = rest.strip_suffix("</word>")?.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
        Some(Self {
            left: number("xMin=\"")?,
            top: number("yMin=\"")?,
            right: number("xMax=\"")?,
            bottom: number("yMax=\"")?,
            // LibreOffice draws the no-break hyphen as a plain one
            text: text.replace("&amp;", "&").replace('\u{2011}', "-").nfc().collect(),
        })
    }

    fn middle(&self) -> f64 {
        f64::midpoint(self.top, self.bottom)
    }

    fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// Whether both boxes share most of the lower one's height: then they stand on one row, a raised number too.
    fn beside(&self, other: &Self) -> bool {
        let shared = self.bottom.min(other.bottom) - self.top.max(other.top);
        shared >= 0.6 * self.height().min(other.height())
    }
}

fn lines(page: usize, words: &mut [Word]) -> Vec<Line> {
    words.sort_by(|a, b| a.middle().total_cmp(&b.middle()).then(a.left.total_cmp(&b.left)));
    // the nearest word to the left on the same row: rows themselves would not do, as one of the right column may stand
    // beside two of the left
    let before: Vec<Option<usize>> = (0..words.len()).map(|at| before(words, at)).collect();
    let mut followers = vec![Vec::new(); words.len()];
    for (at, before) in before.iter().enumerate() {
        followers[before.unwrap_or(at)].push(at);
    }
    let mut lines = Vec::new();
    for start in (0..words.len()).filter(|at| before[*at].is_none()) {
        // a row at a time, so that its columns follow one another however little higher one of them stands
        let mut starts = vec![start];
        while let Some(start) = starts.pop() {
            let (mut line, mut next) = (Vec::new(), vec![start]);
            while let Some(at) = next.pop() {
                line.push(&words[at]);
                for follower in followers[at].iter().filter(|follower| **follower != at) {
                    let beyond_gap = words[*follower].left - words[at].right > GAP;
                    if beyond_gap { &mut starts } else { &mut next }.push(*follower);
                }
            }
            line.sort_by(|a, b| a.left.total_cmp(&b.left));
            let texts = line.into_iter().map(|word| word.text.clone()).collect();
            lines.push(Line { page, begins_row: before[start].is_none(), words: texts });
        }
    }
    lines
}

/// Of words from the top down.
fn before(words: &[Word], at: usize) -> Option<usize> {
    let word = &words[at];
    let reach = |other: &usize| (words[*other].middle() - word.middle()).abs() < word.height();
    let near = (0..at).rev().take_while(reach).chain((at + 1..words.len()).take_while(reach));
    let left = near.filter(|other| words[*other].left < word.left && words[*other].right <= word.left + 1.0);
    left.filter(|other| word.beside(&words[*other])).max_by(|a, b| words[*a].right.total_cmp(&words[*b].right))
}

#[test]
fn columns_are_lines_of_their_own_and_a_raised_number_is_none() {
    let word = |left: f64, top: f64, bottom: f64, text: &str| Word {
        left,
        top,
        right: left + 10.0,
        bottom,
        text: text.to_owned(),
    };
    let mut words = [
        word(0.0, 100.0, 115.0, "m"),
        word(10.0, 99.0, 107.0, "3"),
        word(24.0, 100.0, 115.0, "nước"),
        word(90.0, 101.0, 116.0, "phải"),
        word(0.0, 116.0, 131.0, "sau"),
    ];
    let line = |begins_row, words: &[&str]| Line {
        page: 2,
        begins_row,
        words: words.iter().map(|word| (*word).to_owned()).collect(),
    };
    let expected = [line(true, &["m", "3", "nước"]), line(false, &["phải"]), line(true, &["sau"])];
    assert_eq!(lines(2, &mut words), expected);
    // the right column stands half way between two rows of the left one
    let mut words = [word(0.0, 100.0, 114.0, "trên;"), word(0.0, 112.6, 126.6, "Sở;"), word(60.0, 104.2, 120.0, "ĐỐC")];
    assert_eq!(lines(2, &mut words), [line(true, &["trên;"]), line(false, &["ĐỐC"]), line(true, &["Sở;"])]);
    // the right column stands a little higher
    let mut words = [word(60.0, 99.0, 114.0, "ngày"), word(0.0, 100.0, 114.0, "Số:")];
    assert_eq!(lines(2, &mut words), [line(true, &["Số:"]), line(false, &["ngày"])]);
    let read = Word::read("<word xMin=\"1.5\" yMin=\"2\" xMax=\"3\" yMax=\"4\">A&amp;B&lt;</word>").unwrap();
    assert_eq!((read.left, read.bottom, read.text.as_str()), (1.5, 4.0, "A&B<"));
}
