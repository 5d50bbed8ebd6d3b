//! Settled lines: what letter-spacing they take, where it stands in both files, and that it changes nothing else.

use vanban::font::FontBook;
use vanban::layout::layout;
use vanban::model::{
    Alignment, Block, BlockKind, Document, Inline, LineBreaks, Link, Paragraph, Role, Run, Script, Style, StyleSheet,
};
use vanban::pages::{ItemKind, LineEnd, Pages, line_facts};
use vanban::units::Length;

use crate::corpus::samples;
use crate::docx_sample;

/// Real prose of many word lengths.
const PROSE: &str = "Sở Thông tin và Truyền thông chỉ đạo phòng chuyên môn nghiên cứu, tham mưu, xây dựng các văn bản hướng dẫn, định hướng \
    tuyên truyền cho các cơ quan báo chí trên địa bàn tỉnh, phòng Văn hóa và Thông tin các huyện, thành phố triển khai thực hiện công \
    tác tuyên truyền trong đó có nội dung về phòng chống tội phạm, phòng chống ma túy, phòng chống mua bán người theo chức năng, nhiệm vụ.";

/// A justified paragraph in a column of a width.
fn document(inlines: Vec<Inline>, width: Length, line_breaks: LineBreaks) -> Document {
    let paragraph = Paragraph { inlines, ..Paragraph::default() };
    let block = Block::new(Role::Body, BlockKind::Paragraph(paragraph), vanban::diag::Pointer::root());
    let mut document = docx_sample::document(vec![block]);
    let page = &mut document.parts[0].sections[0].page;
    page.margin_right = page.width - page.margin_left - width;
    document.styles = StyleSheet::new(|_| Style { alignment: Alignment::Justify, ..Style::default() });
    document.line_breaks = line_breaks;
    document
}

fn set(document: &mut Document) -> Pages {
    layout(document, &FontBook::bundled().unwrap())
}

/// The texts of the lines, in order.
fn lines(pages: &Pages) -> Vec<String> {
    let mut lines = vec![String::new()];
    for item in pages.pages.iter().flat_map(|page| &page.items) {
        let ItemKind::Text(run) = &item.kind else { continue };
        lines.last_mut().unwrap().push_str(pages.text_of(run));
        if run.ends_line != LineEnd::None {
            lines.push(String::new());
        }
    }
    lines.pop();
    lines
}

fn runs(document: &Document) -> Vec<&Run> {
    let [block] = document.parts[0].sections[0].blocks.as_slice() else { panic!("one block") };
    let BlockKind::Paragraph(paragraph) = &block.kind else { panic!("a paragraph") };
    let mut runs = Vec::new();
    for inline in &paragraph.inlines {
        if let Inline::Run(run) = inline {
            runs.push(run);
        }
    }
    runs
}

/// Columns that differ by a fifth of a millimetre: lines of all degrees of doubt.
fn widths() -> impl Iterator<Item = Length> {
    (0..60).map(|i| Length::mm(120) + Length::emu(i * 7_200))
}

#[test]
fn every_line_fits_plainly_and_the_next_word_is_plainly_out() {
    let fonts = FontBook::bundled().unwrap();
    let (mut settled, mut spaced) = (0, 0);
    for width in widths() {
        let mut document = document(vec![Inline::text(PROSE)], width, LineBreaks::Settled);
        let pages = set(&mut document);
        assert_eq!(pages.lines_in_doubt.iter().filter(|line| !line.is_settled).count(), 0, "{width:?}");
        let lines = lines(&pages);
        let run = runs(&document)[0];
        let mut at = 0;
        for (i, line) in lines.iter().enumerate() {
            let start = PROSE[at..].find(line.as_str()).unwrap() + at;
            at = start + line.len();
            let natural = |text: &str| fonts.measure(text, vanban::font::FaceStyle::Regular, Length::pt(14));
            let added: Length = run
                .letter_spacing
                .iter()
                .filter(|part| part.start < at && part.end > start)
                .map(|part| part.amount * i64::try_from(PROSE[part.start..part.end].chars().count()).unwrap())
                .sum();
            let spacing = run.letter_spacing.iter().any(|part| part.start < at && part.end > start);
            (settled, spaced) = (settled + 1, spaced + usize::from(spacing));
            let own = natural(line) + added;
            // the least margin is 0.2 pt; half a letter-spacing more or less behind the last letter
            assert!(own + Length::twip(2) <= width, "{line:?} is {own:?} in {width:?}");
            if let Some(next) = lines.get(i + 1) {
                let word = next.split(' ').next().unwrap();
                let spaces = i64::try_from(line.matches(' ').count() + 1).unwrap();
                let squeezed = (natural(" ") * spaces).scale(25, 100);
                let overshoot = own + natural(" ") + natural(word) - width;
                assert!(overshoot > squeezed, "{line:?} + {word:?}: {overshoot:?} against {squeezed:?} in {width:?}");
            }
        }
    }
    assert!(spaced * 5 > settled && spaced < settled, "{spaced} of {settled} lines are spaced");
}

#[test]
fn letter_spacing_is_too_little_to_see() {
    let mut most = Length::ZERO;
    for width in widths() {
        let pages = set(&mut document(vec![Inline::text(PROSE)], width, LineBreaks::Settled));
        most = most.max(line_facts(&pages).greatest);
    }
    assert!(most > Length::ZERO && most <= Length::twip(4), "{most:?}");
}

#[test]
fn natural_lines_carry_no_spacing_and_those_in_doubt_are_told() {
    let mut told = 0;
    for width in widths() {
        let mut document = document(vec![Inline::text(PROSE)], width, LineBreaks::Natural);
        let pages = set(&mut document);
        assert_eq!(line_facts(&pages).spaced, 0);
        assert_eq!(runs(&document)[0].letter_spacing, []);
        assert!(pages.lines_in_doubt.iter().all(|line| !line.is_settled));
        told += pages.lines_in_doubt.len();
    }
    assert!(told > 60, "{told}");
}

/// Runs of several looks: the text and the looks stay, the spacing crosses from run to run.
#[test]
fn spacing_crosses_runs_and_leaves_their_text_alone() {
    let words: Vec<&str> = PROSE.split_inclusive(' ').collect();
    let look = |i: usize, text: &str| {
        let link = i.is_multiple_of(7).then(|| Link::Address("https://vi.du.vn".to_owned()));
        let script = if i % 11 == 5 { Script::Super } else { Script::Baseline };
        Inline::Run(Run { bold: Some(i.is_multiple_of(3)), italic: Some(i % 4 == 1), link, script, ..text_run(text) })
    };
    let inlines: Vec<Inline> = words.chunks(3).enumerate().map(|(i, words)| look(i, &words.concat())).collect();
    let mut crossed = 0;
    for width in widths() {
        let mut document = document(inlines.clone(), width, LineBreaks::Settled);
        let pages = set(&mut document);
        let text: String = runs(&document).iter().map(|run| run.text.as_str()).collect();
        assert_eq!(text, PROSE);
        for run in runs(&document) {
            let stretches: String = run.stretches().map(|(text, _)| text).collect();
            assert_eq!(stretches, run.text);
            let mut end = 0;
            for part in &run.letter_spacing {
                assert!(end <= part.start && part.start < part.end && part.end <= run.text.len());
                assert!(part.amount != Length::ZERO);
                end = part.end;
            }
        }
        let spaced: Vec<bool> = runs(&document).iter().map(|run| !run.letter_spacing.is_empty()).collect();
        crossed += spaced.windows(2).filter(|pair| pair[0] && pair[1]).count();
        // a second time it is the same, not spaced twice
        let again = set(&mut document.clone());
        assert_eq!(vanban::pages::dump(&again), vanban::pages::dump(&pages));
    }
    assert!(crossed > 100, "{crossed}");
}

fn text_run(text: &str) -> Run {
    Run { text: text.to_owned(), ..Run::default() }
}

/// A line drawn in the PDF ends at the edge, spaced or not.
#[test]
fn spaced_lines_end_at_the_edge() {
    for width in widths() {
        let mut document = document(vec![Inline::text(PROSE)], width, LineBreaks::Settled);
        let left = document.parts[0].sections[0].page.margin_left;
        for item in &set(&mut document).pages[0].items {
            let ItemKind::Text(run) = &item.kind else { continue };
            if run.ends_line == LineEnd::Space {
                let off = (run.x + run.width - left - width).to_emu().abs();
                assert!(off < 100, "{off} EMU off the edge");
            }
        }
    }
}

/// A run is cut only where a spaced line begins or ends: at most two runs more for each spaced line.
#[test]
fn the_word_file_has_few_runs_more() {
    for sample in samples() {
        let pages = sample.stages().pages.unwrap();
        let spaced = line_facts(&pages).spaced;
        let natural = {
            let mut document = sample.stages().document.unwrap();
            document.line_breaks = LineBreaks::Natural;
            set(&mut document);
            runs_written(&document)
        };
        let settled = runs_written(&sample.stages().document.unwrap());
        assert!(spaced > 0 && settled > natural, "{}: {settled} runs, {natural} by nature", sample.name);
        assert!(settled <= natural + 2 * spaced + 2, "{}: {settled} runs, {natural} by nature", sample.name);
    }
}

/// How many stretches the runs of a document are written as.
fn runs_written(document: &Document) -> usize {
    fn of(blocks: &[Block]) -> usize {
        let stretches = |paragraph: &Paragraph| -> usize {
            let run = |inline: &Inline| match inline {
                Inline::Run(run) => run.stretches().count(),
                _ => 0,
            };
            paragraph.inlines.iter().map(run).sum()
        };
        let block = |block: &Block| match &block.kind {
            BlockKind::Paragraph(paragraph) => stretches(paragraph),
            BlockKind::Table(table) => table.rows.iter().flat_map(|row| &row.cells).map(|cell| of(&cell.blocks)).sum(),
            BlockKind::Rule(_) => 0,
        };
        blocks.iter().map(block).sum()
    }
    document.sections().map(|section| of(&section.blocks)).sum()
}
