//! Lines and pages of small documents in the square font, checked by where their text stands.

use crate::compose_support::judge_pages;
use crate::square_font::square_fonts;
use vanban::diag::{Pointer, Severity};
use vanban::font::{FaceStyle, FontBook};
use vanban::layout::layout;
use vanban::model::{
    Alignment, Block, BlockKind, Cell, Document, Furniture, Info, Inline, LineBreaks, LineSpacing, PageNumbers,
    PageSetup, Paragraph, Part, PartKind, Role, Row, Run, Script, Section, Style, StyleSheet, Table,
};
use vanban::pages::{ItemKind, LineEnd, Pages, TextRun};
use vanban::units::Length;

fn document(width: Length, style: Style, blocks: Vec<Block>) -> Document {
    let page = PageSetup {
        width: width + Length::mm(50),
        height: Length::mm(297),
        margin_top: Length::mm(20),
        margin_bottom: Length::mm(20),
        margin_left: Length::mm(30),
        margin_right: Length::mm(20),
        header_distance: Length::mm(10),
        footer_distance: Length::mm(10),
    };
    let info = Info::default();
    let styles = StyleSheet::new(|role| match role {
        // a header that reached below the margin would move the text
        Role::PageNumber => Style { alignment: style.alignment, ..Style::default() },
        _ => Style { keep_with_next: role == Role::Section, ..style.clone() },
    });
    let furniture = Furniture { header: crate::docx_sample::page_number(), ..Furniture::default() };
    let section = Section { page, furniture, numbers: PageNumbers::GoOn, blocks, ..Section::default() };
    let parts = vec![Part { kind: PartKind::Main, sections: vec![section] }];
    // the rules of lines are looked at one by one
    let line_breaks = LineBreaks::Natural;
    Document { info, styles, lists: Vec::new(), pictures: Vec::new(), line_breaks, parts }
}

fn paragraph(role: Role, text: &str) -> Block {
    paragraph_of(role, vec![Inline::text(text)])
}

fn paragraph_of(role: Role, inlines: Vec<Inline>) -> Block {
    let kind = BlockKind::Paragraph(Paragraph { inlines, ..Paragraph::default() });
    Block::new(role, kind, Pointer::root())
}

fn body_lines(count: usize) -> Vec<Block> {
    (1..=count).map(|i| paragraph(Role::Body, &format!("dòng {i}"))).collect()
}

/// The pages in the square font.
fn set(document: &Document) -> Pages {
    set_in(&square_fonts(), document)
}

fn set_in(fonts: &FontBook, document: &Document) -> Pages {
    let pages = layout(&mut document.clone(), fonts);
    assert_eq!(pages.overfull, []);
    pages
}

/// The lines of each page: (x, baseline, text), page numbers left out.
fn lines(pages: &Pages) -> Vec<Vec<(Length, Length, String)>> {
    let line_of = |item: &vanban::pages::Item| match &item.kind {
        ItemKind::Text(run) if item.role != Role::PageNumber => Some((run.x, run.y, pages.text_of(run).to_owned())),
        ItemKind::Text(_) | ItemKind::Line { .. } | ItemKind::Image { .. } | ItemKind::SignatureField { .. } => None,
    };
    pages.pages.iter().map(|page| page.items.iter().filter_map(line_of).collect()).collect()
}

fn texts(pages: &Pages) -> Vec<Vec<String>> {
    lines(pages).into_iter().map(|page| page.into_iter().map(|(_, _, text)| text).collect()).collect()
}

/// The lines of one left-aligned paragraph in a column as wide as `room`.
fn broken(text: &str, room: &str) -> Vec<String> {
    let width = square_fonts().measure(room, FaceStyle::Regular, Length::pt(14));
    texts(&set(&document(width, Style::default(), vec![paragraph(Role::Body, text)]))).concat()
}

#[test]
fn a_line_ends_after_a_hyphen_but_never_after_the_slash_of_a_number() {
    assert_eq!(broken("số 153/KH-UBND", "số 153/KH-U"), ["số 153/KH-", "UBND"]);
    assert_eq!(broken("số 153/KH-UBND", "số 153/KH"), ["số", "153/KH-", "UBND"]);
    // where UAX 14 would cut at the second slash the whole number moves
    assert_eq!(broken("thị số 48-CT/TW", "thị số 48-CT/T"), ["thị số", "48-CT/TW"]);
    assert_eq!(broken("thị số 48-CT/TW", "thị số 48-C"), ["thị số 48-", "CT/TW"]);
}

#[test]
fn no_break_spaces_and_hyphens_hold() {
    assert_eq!(broken("năm mười\u{a0}hai", "năm mười\u{a0}h"), ["năm", "mười\u{a0}hai"]);
    assert_eq!(broken("số A\u{2011}B", "số A\u{2011}"), ["số", "A\u{2011}B"]);
}

#[test]
fn closing_signs_do_not_start_a_line() {
    assert_eq!(broken("tháng mục/ tháng ) nữa", "tháng mục/ tháng "), ["tháng mục/", "tháng ) nữa"]);
    assert_eq!(broken("tổng hợp./.", "tổng hợp./"), ["tổng", "hợp./."]);
}

#[test]
fn a_token_wider_than_the_line_is_cut_between_letters() {
    assert_eq!(broken("aaaaaaaaaa", "aaaa"), ["aaaa", "aaaa", "aa"]);
}

#[test]
fn a_justified_line_takes_one_more_word_by_squeezing_its_spaces_a_quarter() {
    let style = Style { alignment: Alignment::Justify, ..Style::default() };
    let text = "aa bb cc dd ee ff gg";
    let space = Length::pt(7);
    let full = Length::pt(14) * 10 + space * 4;
    let first_line = |room: Length| {
        let pages = set(&document(room, style.clone(), vec![paragraph(Role::Body, text)]));
        let lines = &lines(&pages)[0];
        lines.iter().filter(|line| line.1 == lines[0].1).map(|line| line.2.as_str()).collect::<String>()
    };
    // four spaces may lose a quarter each: one space in all
    assert_eq!(first_line(full - space + Length::twip(1)), "aa bb cc dd ee");
    assert_eq!(first_line(full - space - Length::twip(1)), "aa bb cc dd");
}

#[test]
fn justified_lines_reach_both_edges_and_the_last_does_not() {
    let style = Style { alignment: Alignment::Justify, first_line_indent: Length::mm(10), ..Style::default() };
    let text = "công tác phòng chống tội phạm, phòng chống ma túy và phòng chống mua bán người trên địa bàn tỉnh";
    let room = Length::mm(60);
    let pages = set(&document(room, style, vec![paragraph(Role::Body, text)]));
    let runs: Vec<_> = pages.pages[0]
        .items
        .iter()
        .filter_map(|item| match &item.kind {
            ItemKind::Text(run) => Some(run),
            ItemKind::Line { .. } | ItemKind::Image { .. } | ItemKind::SignatureField { .. } => None,
        })
        .collect();
    assert_eq!(runs[0].x, Length::mm(40));
    let right = Length::mm(30) + room;
    let ends = |run: &&&TextRun| run.ends_line != LineEnd::None;
    let ends: Vec<_> = runs.iter().filter(ends).collect();
    assert!(ends.len() > 3);
    for run in &ends[..ends.len() - 1] {
        let gap = (run.x + run.width - right).to_emu().abs();
        assert!(gap < 100, "{gap} EMU off the right edge");
    }
    assert_eq!(ends[ends.len() - 1].space_extra, Length::ZERO);
    // the spaces of a line differ by 0.3 pt at most
    for pair in runs.windows(2).filter(|pair| pair[0].y == pair[1].y) {
        assert!((pair[0].space_extra - pair[1].space_extra).to_twip().abs() <= 6);
    }
}

#[test]
fn pitch_and_baselines_are_those_of_times_new_roman() {
    let baselines = |spacing| {
        let style = Style { line_spacing: spacing, ..Style::default() };
        let pages = set_in(&FontBook::bundled().unwrap(), &document(Length::mm(165), style, body_lines(3)));
        lines(&pages)[0].iter().map(|(_, y, _)| y.to_twip() - Length::mm(20).to_twip()).collect::<Vec<_>>()
    };
    // 14 pt: line height 322 twips, baseline 13.07 pt from the top
    assert_eq!(baselines(LineSpacing::SINGLE), [261, 583, 905]);
    // 1.5: floor(322 × 1.5) = 483; what is more than single stands below each line
    assert_eq!(baselines(LineSpacing::Multiple(360)), [261, 744, 1227]);
    // exactly 18 pt: baseline at 0.8
    assert_eq!(baselines(LineSpacing::Exactly(Length::pt(18))), [288, 648, 1008]);
}

/// Ascent, descent and gap are rounded one by one.
#[test]
fn line_heights_are_those_of_word_processors() {
    let fonts = FontBook::bundled().unwrap();
    let face = fonts.face(FaceStyle::Regular);
    // half-points, twips: as LibreOffice sets single lines of Times New Roman
    for (size, height) in [
        (12, 138),
        (19, 219),
        (20, 231),
        (22, 253),
        (23, 265),
        (24, 276),
        (25, 288),
        (26, 299),
        (27, 311),
        (28, 322),
        (29, 333),
        (30, 345),
        (34, 392),
        (41, 472),
        (47, 541),
        (59, 679),
        (60, 691),
    ] {
        assert_eq!(face.line_height(Length::twip(10 * size)).to_twip(), height, "{size} half-points");
    }
}

/// Above the first line of wide spacing there is nothing; below its last there is.
#[test]
fn the_surplus_of_a_line_spacing_stands_below_each_line_and_falls_off_the_foot_of_a_page() {
    let wide = Style { line_spacing: LineSpacing::Multiple(360), ..Style::default() };
    let mut mixed = document(Length::mm(165), wide.clone(), body_lines(2));
    mixed.styles = StyleSheet::new(|role| if role == Role::Body { wide.clone() } else { Style::default() });
    for at in [0, 3] {
        mixed.parts[0].sections[0].blocks.insert(at, paragraph(Role::DocType, "single"));
    }
    let baselines: Vec<_> = lines(&set(&mixed))[0].iter().map(|(_, y, _)| y.to_twip()).collect();
    let steps: Vec<_> = baselines.windows(2).map(|pair| pair[1] - pair[0]).collect();
    assert_eq!(steps, [280, 420, 420]);
    // 34 × 420 + 280 = 14 560 of the 14 570 twips of 257 mm: the surplus of the last line has no room
    let pages = set(&document(Length::mm(165), wide, body_lines(36)));
    assert_eq!(lines(&pages).iter().map(Vec::len).collect::<Vec<_>>(), [35, 1]);
}

#[test]
fn between_paragraphs_the_larger_space_counts_and_none_at_the_top_of_a_page() {
    let style = Style { space_after: Length::pt(6), space_before: Length::pt(10), ..Style::default() };
    let pages = set(&document(Length::mm(165), style, body_lines(60)));
    let pages = lines(&pages);
    // 14 pt, and 24 pt for each line after it: 30 lines fill a page of 257 mm
    assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [30, 30]);
    assert_eq!(pages[0][1].1 - pages[0][0].1, Length::pt(14) + Length::pt(10));
    assert_eq!(pages[1][0].1, pages[0][0].1);
}

/// 52 single lines of 14 pt fill a page of 257 mm.
const LINES_A_PAGE: usize = 52;

#[test]
fn two_lines_at_least_stay_together_at_each_side_of_a_page_end() {
    let four_lines = "aa\nbb\ncc\ndd";
    let long = |text: &str| {
        let inlines: Vec<_> = text.split('\n').flat_map(|line| [Inline::text(line), Inline::LineBreak]).collect();
        paragraph_of(Role::Body, inlines[..inlines.len() - 1].to_vec())
    };
    let second_page = |fill: usize, text: &str| {
        let mut blocks = body_lines(fill);
        blocks.push(long(text));
        texts(&set(&document(Length::mm(165), Style::default(), blocks)))[1].clone()
    };
    // room for three: the fourth would be a widow, so two move
    assert_eq!(second_page(LINES_A_PAGE - 3, four_lines), ["cc", "dd"]);
    assert_eq!(second_page(LINES_A_PAGE - 2, four_lines), ["cc", "dd"]);
    // room for one: an orphan, so all move
    assert_eq!(second_page(LINES_A_PAGE - 1, four_lines), ["aa", "bb", "cc", "dd"]);
    // three lines cannot part
    assert_eq!(second_page(LINES_A_PAGE - 2, "aa\nbb\ncc"), ["aa", "bb", "cc"]);
}

#[test]
fn headings_stay_with_what_follows() {
    let mut blocks = body_lines(LINES_A_PAGE - 2);
    blocks.extend([paragraph(Role::Section, "I."), paragraph(Role::Section, "1."), paragraph(Role::Body, "chữ")]);
    let pages = texts(&set(&document(Length::mm(165), Style::default(), blocks)));
    assert_eq!(pages[1], ["I.", "1.", "chữ"]);
}

fn table(rows: usize) -> Block {
    let cell = |name: &str| Cell::of((1..=rows).map(|i| paragraph(Role::Authority, &format!("{name}{i}"))).collect());
    let kind = BlockKind::Table(Table {
        left: -Length::mm(5),
        columns: vec![Length::mm(70), Length::mm(90)],
        rows: vec![Row { cells: vec![cell("trái "), cell("phải ")], ..Row::default() }],
        ..Table::default()
    });
    Block::new(Role::ClosingBlock, kind, Pointer::root())
}

#[test]
fn a_row_never_splits_and_takes_the_paragraph_that_keeps_with_it() {
    let mut blocks = body_lines(LINES_A_PAGE - 4);
    let kind = BlockKind::Paragraph(Paragraph {
        inlines: vec![Inline::text("cuối./.")],
        keep_with_next: Some(true),
        ..Paragraph::default()
    });
    blocks.push(Block::new(Role::Body, kind, Pointer::root()));
    blocks.push(table(4));
    let pages = lines(&set(&document(Length::mm(165), Style::default(), blocks)));
    assert_eq!(pages[1][0].2, "cuối./.");
    assert_eq!(pages[1].len(), 9);
    let (left, right) = (&pages[1][1], &pages[1][5]);
    assert_eq!((left.0, right.0), (Length::mm(25), Length::mm(95)));
    assert_eq!(left.1, right.1);
}

#[test]
fn a_row_higher_than_a_page_is_an_error_and_comes_out_all_the_same() {
    let mut document =
        document(Length::mm(165), Style::default(), vec![table(LINES_A_PAGE + 1), paragraph(Role::Body, "sau")]);
    let pages = layout(&mut document, &square_fonts());
    let findings = judge_pages(&pages, None);
    assert_eq!(findings.iter().map(|f| (f.code, f.severity)).collect::<Vec<_>>(), [("VB900", Severity::Error)]);
    assert_eq!(texts(&pages).concat().len(), 2 * (LINES_A_PAGE + 1) + 1);
}

#[test]
fn page_numbers_stand_centred_in_the_top_margin_from_page_two() {
    let style = Style { alignment: Alignment::Center, ..Style::default() };
    let pages = set(&document(Length::mm(165), style, body_lines(LINES_A_PAGE * 2)));
    let numbers = |page: usize| -> Vec<_> {
        pages.pages[page]
            .items
            .iter()
            .filter_map(|item| match &item.kind {
                ItemKind::Text(run) if item.role == Role::PageNumber => {
                    Some((pages.text_of(run).to_owned(), run.x * 2 + run.width, run.y))
                }
                ItemKind::Text(_)
                | ItemKind::Line { .. }
                | ItemKind::Image { .. }
                | ItemKind::SignatureField { .. } => None,
            })
            .collect()
    };
    assert_eq!(numbers(0), []);
    let [(text, twice_centre, y)] = &numbers(1)[..] else { unreachable!("one number a page") };
    assert_eq!(text, "2");
    assert!((*twice_centre - Length::mm(30 + 30 + 165)).to_emu().abs() < 3);
    assert!(*y < Length::mm(20) && *y > Length::mm(10));
}

#[test]
fn superscript_is_smaller_and_higher_and_leaves_the_pitch() {
    let run = |script| Inline::Run(Run { text: "2".to_owned(), script, ..Run::default() });
    let blocks = vec![
        paragraph_of(Role::Body, vec![Inline::text("m"), run(Script::Super), run(Script::Sub)]),
        paragraph(Role::Body, "x"),
    ];
    let pages = lines(&set(&document(Length::mm(165), Style::default(), blocks)));
    let y: Vec<_> = pages[0].iter().map(|(_, y, _)| *y).collect();
    assert!(y[1] < y[0] && y[2] > y[0]);
    assert_eq!(y[3] - y[0], Length::pt(14));
}

#[test]
fn no_element_has_more_parts_than_an_archive_takes() {
    let pages = set(&document(Length::mm(165), Style::default(), body_lines(9000)));
    let elements = &pages.structure.elements;
    assert!(elements.iter().all(|element| element.kids.len() <= 8191));
    let paragraphs = elements.iter().filter(|element| element.tag == vanban::pages::Tag::Paragraph).count();
    assert_eq!(paragraphs, 9000);
    // in order, each still under the document
    let mut seen = Vec::new();
    let mut open = vec![0_usize];
    while let Some(index) = open.pop() {
        for kid in elements[index].kids.iter().rev() {
            match kid {
                vanban::pages::Kid::Element(id) => open.push(id.0 as usize),
                vanban::pages::Kid::Content(content) => seen.push(content.0),
            }
        }
    }
    assert!(seen.len() == 9000 && seen.is_sorted(), "{}", seen.len());
}
