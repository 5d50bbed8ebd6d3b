//! The golden text form of a document: a line a block, its inlines, and the styles in use, for tests and curious people.

use std::fmt::Write;

use super::{
    Alignment, Block, BlockKind, Color, Counting, Document, Footnote, Inline, LabelSuffix, LineSpacing, Link,
    NamedStyle, PageNumbers, Paragraph, Role, Run, RunPart, Script, Section, Style, TabAlignment, Table, Typeface,
};
use crate::units::Length;

/// A document as text. Lengths are points.
#[must_use]
pub fn dump(document: &Document) -> String {
    let mut dump = Dump { text: String::new(), used: Vec::new() };
    dump.head(document);
    for section in document.sections() {
        dump.section(section);
    }
    dump.styles(document);
    dump.text
}

struct Dump {
    text: String,
    used: Vec<Role>,
}

impl Dump {
    fn line(&mut self, depth: usize, text: &str) {
        for _ in 0..depth {
            self.text.push_str("  ");
        }
        self.text.push_str(text.trim_end());
        self.text.push('\n');
    }

    fn head(&mut self, document: &Document) {
        let info = &document.info;
        let issued = info.issued.map_or_else(|| "unknown".to_owned(), |(y, m, d)| format!("{y:04}-{m:02}-{d:02}"));
        self.line(0, &format!("title    {}", info.title));
        self.line(0, &format!("creator  {}", info.creator));
        self.line(0, &format!("notation {} · file {}", info.notation, info.file_stem));
        if !info.part.is_empty() {
            self.line(0, &format!("part     {}", info.part));
        }
        self.line(0, &format!("issued   {issued} · {} · {}", info.regulation, info.language));
        for entry in info.record.entries() {
            self.line(0, &format!("record   {} {}", entry.dotted_name(), entry.text));
        }
        for (i, list) in document.lists.iter().enumerate() {
            self.line(0, &format!("list {i}   {:?}", list.definition));
        }
        for (i, picture) in document.pictures.iter().enumerate() {
            let (width, height, bytes) = (picture.width_px, picture.height_px, picture.bytes.len());
            self.line(0, &format!("picture {i} {width} × {height} px, {bytes} bytes"));
        }
    }

    fn section(&mut self, section: &Section) {
        let page = &section.page;
        let numbers = match section.numbers {
            PageNumbers::GoOn => String::new(),
            PageNumbers::StartAt(first) => format!(" · pages from {first}"),
        };
        self.line(
            0,
            &format!(
                "page     {} × {} · margins {} {} {} {} · header {} footer {}{numbers}",
                pt(page.width),
                pt(page.height),
                pt(page.margin_top),
                pt(page.margin_right),
                pt(page.margin_bottom),
                pt(page.margin_left),
                pt(page.header_distance),
                pt(page.footer_distance),
            ),
        );
        self.line(0, "--");
        self.blocks(&section.blocks, 0);
        let furniture = &section.furniture;
        if furniture.goes_on {
            self.line(0, "-- margins as on the other pages of the section before");
        }
        for (place, blocks) in [
            ("top of the first page", &furniture.first_header),
            ("top of the other pages", &furniture.header),
            ("foot of the first page", &furniture.first_footer),
            ("foot of the other pages", &furniture.footer),
        ] {
            if !blocks.is_empty() {
                self.line(0, &format!("-- {place}"));
                self.blocks(blocks, 0);
            }
        }
    }

    fn blocks(&mut self, blocks: &[Block], depth: usize) {
        for block in blocks {
            self.used.push(block.role);
            match &block.kind {
                BlockKind::Paragraph(paragraph) => self.paragraph(paragraph, block, depth),
                BlockKind::Rule(rule) => {
                    let keep = if rule.keep_with_next { " keep" } else { "" };
                    let (left, width, thickness) = (pt(rule.left), pt(rule.width), pt(rule.thickness));
                    self.block_line(block, depth, &format!("{keep} ─── {width} from {left}, {thickness} thick"));
                }
                BlockKind::Table(table) => self.table(table, block, depth),
            }
        }
    }

    fn block_line(&mut self, block: &Block, depth: usize, text: &str) {
        let at = if block.at.as_str().is_empty() { String::new() } else { format!("  {}", block.at) };
        let style = block.style.index_beyond_roles().map(|index| format!(" style {index}")).unwrap_or_default();
        self.line(depth, &format!("{}{style}{text}{at}", block.role.name()));
    }

    fn paragraph(&mut self, paragraph: &Paragraph, block: &Block, depth: usize) {
        let mut text = String::new();
        for (says, keep) in [(paragraph.keep_with_next, "keep"), (paragraph.keep_together, "whole")] {
            match says {
                Some(true) => text.extend([" ", keep]),
                Some(false) => text.extend([" no-", keep]),
                None => {}
            }
        }
        if paragraph.begins_page {
            text.push_str(" new-page");
        }
        if let Some(name) = &paragraph.destination {
            let _ = write!(text, " #{name}");
        }
        for stop in &paragraph.tabs {
            let side = match stop.alignment {
                TabAlignment::Left => "",
                TabAlignment::Right => " right",
            };
            let dots = if stop.dots { " dots" } else { "" };
            let _ = write!(text, " [tab {}{side}{dots}]", pt(stop.position));
        }
        if let Some(label) = &paragraph.label {
            let suffix = if label.suffix == LabelSuffix::LineBreak { " ↵" } else { "" };
            let start = match label.counting {
                Counting::Next => String::new(),
                Counting::StartAt(n) => format!(" from {n}"),
            };
            // writing to a String cannot fail
            let _ = write!(text, " [{}{suffix} = list {} level {}{start}]", label.text, label.list, label.level);
        }
        text.push_str(" “");
        let (mut pictures, mut notes) = (Vec::new(), Vec::new());
        let mut fields = Vec::new();
        for inline in &paragraph.inlines {
            match inline {
                Inline::Run(run) => text.push_str(&run_text(run)),
                Inline::LineBreak => text.push('↵'),
                Inline::Tab => text.push('→'),
                Inline::PageNumber => text.push_str("{page}"),
                Inline::PageOf(page) => {
                    let _ = write!(text, "{{page of #{}}}", page.destination);
                }
                Inline::BeginContents(of) => {
                    let _ = write!(text, "{{begin contents of {of:?}}}");
                }
                Inline::EndContents => text.push_str("{end contents}"),
                Inline::Note(note) => {
                    text.push_str(&mark_text(note));
                    notes.push(note);
                }
                Inline::NoteNumber(number) => {
                    let _ = write!(text, "{{note {number}}}");
                }
                Inline::InlinePicture(shown) => {
                    let size = format!("{} × {}", pt(shown.width), pt(shown.height));
                    let _ = write!(text, "{{picture {} size {size}: {}}}", shown.picture, shown.alternative_text);
                }
                Inline::Picture(float) => pictures.push(float),
                Inline::SignatureField(field) => fields.push(field),
            }
        }
        text.push('”');
        self.block_line(block, depth, &text);
        for note in notes {
            self.blocks(std::slice::from_ref(&note.block), depth + 1);
        }
        for float in pictures {
            let (x, y, width, height) = (pt(float.x), pt(float.y), pt(float.width), pt(float.height));
            let picture = format!("picture {} at {x}, {y} size {width} × {height}", float.picture);
            self.line(depth + 1, &format!("{picture} “{}”", float.alternative_text));
        }
        for field in fields {
            let (x, y, width, height) = (pt(field.x), pt(field.y), pt(field.width), pt(field.height));
            let place = format!("at {x}, {y} size {width} × {height}");
            self.line(depth + 1, &format!("signature field {} {place} “{}”", field.name, field.tooltip));
        }
    }

    fn table(&mut self, table: &Table, block: &Block, depth: usize) {
        let widths: Vec<String> = table.columns.iter().map(|w| pt(*w)).collect();
        self.block_line(block, depth, &format!(" columns {} from {}", widths.join(" + "), pt(table.left)));
        for (i, row) in table.rows.iter().enumerate() {
            for (column, cell) in row.cells.iter().enumerate() {
                self.line(depth + 1, &format!("row {i} column {column}"));
                self.blocks(&cell.blocks, depth + 2);
            }
        }
    }

    fn styles(&mut self, document: &Document) {
        self.line(0, "-- styles in use");
        for role in Role::ALL.iter().filter(|role| self.used.contains(role)).copied().collect::<Vec<_>>() {
            self.line(0, &format!("{} {}", role.name(), style_text(document.styles.get(role))));
        }
        for (index, NamedStyle { role, style }) in document.styles.beyond_roles().iter().enumerate() {
            self.line(0, &format!("{} style {index} {}", role.name(), style_text(style)));
        }
    }
}

/// The mark of a note in the text: `{note 1}`, `{-b note 1}`.
fn mark_text(note: &Footnote) -> String {
    let flag = |is_set: Option<bool>, name: &str| match is_set {
        Some(true) => format!("{name} "),
        Some(false) => format!("-{name} "),
        None => String::new(),
    };
    format!("{{{}{}note {}}}", flag(note.bold, "b"), flag(note.italic, "i"), note.number)
}

fn run_text(run: &Run) -> String {
    let mut marks = String::new();
    match run.bold {
        Some(true) => marks.push_str("b "),
        Some(false) => marks.push_str("-b "),
        None => {}
    }
    match run.italic {
        Some(true) => marks.push_str("i "),
        Some(false) => marks.push_str("-i "),
        None => {}
    }
    if run.underline {
        marks.push_str("u ");
    }
    match run.script {
        Script::Baseline => {}
        Script::Super => marks.push_str("sup "),
        Script::Sub => marks.push_str("sub "),
    }
    if run.typeface == Typeface::Symbols {
        marks.push_str("symbols ");
    }
    if let Some(link) = &run.link {
        // writing to a String cannot fail
        let _ = match link {
            Link::Address(address) => write!(marks, "<{address}> "),
            Link::Destination(name) => write!(marks, "<#{name}> "),
        };
    }
    for blank in &run.blanks {
        let _ = write!(marks, "{:?} at {}–{} ", blank.kind, blank.start, blank.end);
    }
    if let Some(language) = &run.language {
        let _ = write!(marks, "{language} ");
    }
    if let Some(expansion) = run.expansion {
        let _ = write!(marks, "={expansion}= ");
    }
    match run.part {
        RunPart::Text => {}
        RunPart::Label => marks.push_str("label "),
        RunPart::Box(_) => marks.push_str("box "),
    }
    if let Some(sequence) = run.sequence {
        let _ = write!(marks, "counted as {sequence} ");
    }
    let mut text = String::new();
    for (stretch, spacing) in run.stretches() {
        let _ = if spacing == Length::ZERO {
            write!(text, "{stretch}")
        } else {
            write!(text, "⟨{:+} {stretch}⟩", spacing.to_twip())
        };
    }
    let text = text.replace('\u{a0}', "⍽").replace('\u{2011}', "⁃");
    if marks.is_empty() { text } else { format!("{{{marks}{text}}}") }
}

fn style_text(style: &Style) -> String {
    let mut parts = vec![pt(style.size)];
    let mut flag = |is_set: bool, name: &str| {
        if is_set {
            parts.push(name.to_owned());
        }
    };
    flag(style.bold, "bold");
    flag(style.italic, "italic");
    flag(style.keep_with_next, "keep-next");
    flag(style.keep_together, "keep-together");
    flag(style.color != Color::BLACK, &format!("#{}", style.color.hex()));
    parts.push(
        match style.alignment {
            Alignment::Left => "left",
            Alignment::Center => "center",
            Alignment::Right => "right",
            Alignment::Justify => "justify",
        }
        .to_owned(),
    );
    let lengths = [
        ("first", style.first_line_indent),
        ("left", style.indent_left),
        ("right", style.indent_right),
        ("before", style.space_before),
        ("after", style.space_after),
        ("frame", style.frame),
    ];
    parts.extend(lengths.iter().filter(|(_, n)| *n != Length::ZERO).map(|(name, n)| format!("{name} {}", pt(*n))));
    match style.line_spacing {
        LineSpacing::Multiple(240) => {}
        LineSpacing::Multiple(n) => parts.push(format!("lines × {n}/240")),
        LineSpacing::Exactly(pitch) => parts.push(format!("lines {}", pt(pitch))),
    }
    parts.join(" · ")
}

/// In points, at most two decimals.
fn pt(length: Length) -> String {
    let hundredths = (length.to_emu() * 100 + length.to_emu().signum() * 6350) / 12_700;
    let (sign, n) = (if hundredths < 0 { "-" } else { "" }, hundredths.abs());
    let text = format!("{sign}{}.{:02}", n / 100, n % 100);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
