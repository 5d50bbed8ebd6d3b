//! `check --explain-lines`: what letter-spacing the lines took, and which of them it does not settle.

use std::fmt::Write as _;

use serde_json::{Value, json};
use vanban::diag::Lang;
use vanban::model::PICTURE_SIGN;
use vanban::pages::{ItemKind, LineFacts, Pages, line_facts};
use vanban::units::Length;

/// What is to be said of a document's lines.
#[derive(Debug)]
pub(crate) struct LineReport {
    facts: LineFacts,
    told: Vec<ToldLine>,
}

/// A line that letter-spacing too small to see does not settle.
#[derive(Debug)]
struct ToldLine {
    page: u32,
    /// JSON Pointer of its block.
    path: String,
    text: String,
    letter_spacing: Length,
    is_settled: bool,
}

impl LineReport {
    /// Of all files of a document.
    pub(crate) fn of(files: &[&Pages]) -> Self {
        let mut report = Self { facts: LineFacts::default(), told: Vec::new() };
        for pages in files {
            let LineFacts { lines, spaced, greatest } = line_facts(pages);
            report.facts.lines += lines;
            report.facts.spaced += spaced;
            report.facts.greatest = report.facts.greatest.max(greatest);
            report.told.extend(pages.lines_in_doubt.iter().map(|line| ToldLine {
                page: page_of(pages, line.text.0),
                path: line.at.to_string(),
                text: pages.text[line.text.0 as usize..line.text.1 as usize].replace(PICTURE_SIGN, "▯"),
                letter_spacing: line.letter_spacing,
                is_settled: line.is_settled,
            }));
        }
        report
    }

    /// A line of figures, then a line for each that is told.
    pub(crate) fn text(&self, lang: Lang) -> String {
        let LineFacts { lines, spaced, greatest } = self.facts;
        let greatest = points(greatest, lang);
        let doubtful = self.told.iter().filter(|line| !line.is_settled).count();
        let mut out = match lang {
            Lang::Vi => format!(
                "  {lines} dòng; {spaced} dòng giãn hoặc thu khoảng cách chữ, nhiều nhất {greatest} pt; {doubtful} dòng xuống tùy chương trình soạn thảo\n"
            ),
            Lang::En => format!(
                "  {lines} lines; {spaced} letter-spaced, {greatest} pt at most; {doubtful} that end as the word processor decides\n"
            ),
        };
        for line in &self.told {
            let spacing = points(line.letter_spacing, lang);
            let why = match (lang, line.is_settled) {
                (Lang::Vi, true) => format!("khoảng cách chữ {spacing} pt"),
                (Lang::Vi, false) => "xuống dòng tùy chương trình soạn thảo".to_owned(),
                (Lang::En, true) => format!("letter-spacing {spacing} pt"),
                (Lang::En, false) => "ends as the word processor decides".to_owned(),
            };
            let page = match lang {
                Lang::Vi => "trang",
                Lang::En => "page",
            };
            // writing to a String cannot fail
            let _ = writeln!(out, "  {page} {}  {}  {why}: “{}”", line.page, line.path, line.text);
        }
        out
    }

    pub(crate) fn json(&self) -> Value {
        let told = self.told.iter().map(|line| {
            json!({
                "page": line.page,
                "path": line.path,
                "text": line.text,
                "letter_spacing": format!("{}pt", points(line.letter_spacing, Lang::En)),
                "settled": line.is_settled,
            })
        });
        json!({
            "count": self.facts.lines,
            "letter_spaced": self.facts.spaced,
            "greatest_letter_spacing": format!("{}pt", points(self.facts.greatest, Lang::En)),
            "told": told.collect::<Vec<_>>(),
        })
    }
}

/// The number of the page that shows a place in the text.
fn page_of(pages: &Pages, at: u32) -> u32 {
    let shows = |kind: &ItemKind| matches!(kind, ItemKind::Text(run) if (run.text.0..run.text.1).contains(&at));
    let page = pages.pages.iter().find(|page| page.items.iter().any(|item| shows(&item.kind)));
    page.map_or(0, |page| page.number)
}

/// In points, to a twentieth: `0.15`, in Vietnamese `0,15`.
fn points(length: Length, lang: Lang) -> String {
    let twips = length.to_twip();
    let (sign, hundredths) = (if twips < 0 { "-" } else { "" }, twips.abs() * 5);
    let mark = match lang {
        Lang::Vi => ',',
        Lang::En => '.',
    };
    let digits = format!("{sign}{}{mark}{:02}", hundredths / 100, hundredths % 100);
    digits.trim_end_matches('0').trim_end_matches(mark).to_owned()
}
