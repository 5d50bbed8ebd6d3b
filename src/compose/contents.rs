//! The lines of tables of contents, of the headings and names that all parts have: text, dots, the number of the page. Each leads
//! to its place.

use std::collections::BTreeSet;

use super::entry_lines;
use super::fit::Type;
use super::heights::Heights;
use crate::diag::{Diagnostic, Diagnostics, Pointer, phrase, registry};
use crate::font::FaceStyle;
use crate::model::{
    Block, BlockKind, ContentsOf, Headings, Inline, LabelSuffix, Link, PageOf, Paragraph, Part, PartKind, Role, Run,
    RunPart,
};
use crate::units::Length;

/// What the right edge of a table of contents has room for: no document has more pages.
const WIDEST_PAGE_NUMBER: &str = "..9999";

/// The role of a line for a heading of each level.
const LEVELS: [Role; 5] = [Role::Contents1, Role::Contents2, Role::Contents3, Role::Contents4, Role::Contents5];

/// Puts the lines in.
pub(super) fn compose(parts: &mut [Part], types: Heights<'_>, out: &mut Diagnostics) {
    let mut blocks = parts.iter().flat_map(|part| &part.sections).flat_map(|section| &section.blocks);
    // nearly every document has none
    if !blocks.any(|block| place(block).is_some()) {
        return;
    }
    let found = entries(parts);
    for (index, part) in parts.iter_mut().enumerate() {
        // the main document's covers all that it brings with it, any other its own part
        let is_main = part.kind == PartKind::Main;
        let scope = if is_main { 0..found.len() } else { index..index + 1 };
        let mut written = Vec::new();
        for section in &mut part.sections {
            for block in std::mem::take(&mut section.blocks) {
                let Some((of, paragraph)) = place(&block) else {
                    section.blocks.push(block);
                    continue;
                };
                let kind = std::mem::discriminant(&of);
                // a second one of its kind is told where the specification is judged, and would make the work grow with it
                if written.contains(&(kind, role(of))) {
                    continue;
                }
                written.push((kind, role(of)));
                let of_scope = found[scope.clone()].iter().flatten().filter(|entry| is_main || !entry.is_title);
                let model = LineModel { paragraph, at: &block.at, lift: u8::from(!is_main), types };
                section.blocks.extend(lines(of_scope, of, &model, out));
            }
        }
    }
}

/// Where lines are to be put in: a paragraph that holds nothing but their beginning.
fn place(block: &Block) -> Option<(ContentsOf, &Paragraph)> {
    match &block.kind {
        BlockKind::Paragraph(paragraph) => match paragraph.inlines.as_slice() {
            [Inline::BeginContents(of)] => Some((*of, paragraph)),
            _ => None,
        },
        BlockKind::Rule(_) | BlockKind::Table(_) => None,
    }
}

/// The role whose paragraphs are listed; `None` for headings.
fn role(of: ContentsOf) -> Option<Role> {
    match of {
        ContentsOf::Headings { .. } => None,
        ContentsOf::Captions { role, .. } => Some(role),
    }
}

/// What the lines of a table of contents share.
struct LineModel<'a> {
    /// The paragraph that stands for them.
    paragraph: &'a Paragraph,
    at: &'a Pointer,
    /// By how many levels its headings stand further out than where the title of their part is listed too.
    lift: u8,
    types: Heights<'a>,
}

/// What may be listed.
struct ContentsEntry {
    /// The role of the names of tables or pictures; `None` for a heading.
    role: Option<Role>,
    /// The level that a heading has in a table of contents, from 1.
    level: u8,
    /// The level that it has in the document.
    heading_level: u8,
    /// Whether it is the title of its part.
    is_title: bool,
    name: String,
    text: Vec<Run>,
}

/// What each part has to list, in order.
fn entries(parts: &[Part]) -> Vec<Vec<ContentsEntry>> {
    let headings = Headings::of_parts(parts);
    parts.iter().map(|part| of_part(part, &headings)).collect()
}

fn of_part(part: &Part, headings: &Headings) -> Vec<ContentsEntry> {
    let mut entries = Vec::new();
    for block in part.sections.iter().flat_map(|section| &section.blocks) {
        let BlockKind::Paragraph(paragraph) = &block.kind else { continue };
        let Some(name) = &paragraph.destination else { continue };
        let is_caption = matches!(block.role, Role::TableCaption | Role::PictureCaption);
        let heading_level = headings.level(block.role);
        let text = text(paragraph, block.role, name);
        if !is_caption && heading_level.is_none() || text.is_empty() {
            continue;
        }
        entries.push(ContentsEntry {
            role: is_caption.then_some(block.role),
            level: 1,
            heading_level: heading_level.unwrap_or(0),
            is_title: matches!(block.role, Role::AttachedTitle | Role::AppendixTitle),
            name: name.clone(),
            text,
        });
    }
    // levels without gaps: the outermost headings of the main document stand beside the titles of the other parts, those of
    // another part under its title
    let is_inner = |entry: &ContentsEntry| entry.role.is_none() && !entry.is_title;
    let levels: BTreeSet<u8> =
        entries.iter().filter(|entry| is_inner(entry)).map(|entry| entry.heading_level).collect();
    let below = u8::from(part.kind != PartKind::Main);
    for entry in entries.iter_mut().filter(|entry| is_inner(entry)) {
        let above: u8 = levels.iter().map(|level| u8::from(*level < entry.heading_level)).sum();
        entry.level = above + 1 + below;
    }
    entries
}

/// The text of a heading or name on one line, without its look; all of it leads to its place.
fn text(paragraph: &Paragraph, role: Role, name: &str) -> Vec<Run> {
    let mut line = EntryText { name, runs: Vec::new() };
    if let Some(label) = &paragraph.label {
        line.push(&label.text, &Run::default());
        line.part(label.suffix);
    }
    let mut is_first = true;
    for inline in &paragraph.inlines {
        match inline {
            Inline::Run(run) if run.part == RunPart::Label => {
                line.push(run.text.trim_end(), run);
                line.part(if run.text.ends_with(' ') { LabelSuffix::Space } else { LabelSuffix::LineBreak });
            }
            Inline::Run(run) => line.push(&run.text, run),
            // `Phụ lục I` stands above its title
            Inline::LineBreak if is_first && role == Role::AppendixTitle => {
                line.part(LabelSuffix::LineBreak);
                is_first = false;
            }
            Inline::LineBreak | Inline::Tab => line.part(LabelSuffix::Space),
            // a line of text says what it shows
            Inline::InlinePicture(picture) => line.push(&picture.alternative_text, &Run::default()),
            // a table of contents has no marks of notes
            Inline::PageNumber
            | Inline::PageOf(_)
            | Inline::BeginContents(_)
            | Inline::EndContents
            | Inline::Note(_)
            | Inline::NoteNumber(_)
            | Inline::Picture(_)
            | Inline::SignatureField(_) => {}
        }
    }
    line.finish()
}

/// The text of an entry in the making.
struct EntryText<'a> {
    name: &'a str,
    runs: Vec<Run>,
}

impl EntryText<'_> {
    fn push(&mut self, text: &str, look: &Run) {
        let text = if self.ends_with_space() || self.runs.is_empty() { text.trim_start() } else { text };
        match self.runs.last_mut() {
            Some(last) if last.script == look.script && last.language == look.language => last.text.push_str(text),
            _ if text.is_empty() => {}
            _ => self.runs.push(Run {
                text: text.to_owned(),
                script: look.script,
                language: look.language.clone(),
                link: Some(Link::Destination(self.name.to_owned())),
                ..Run::default()
            }),
        }
    }

    fn ends_with_space(&self) -> bool {
        self.runs.last().is_some_and(|last| last.text.ends_with(' '))
    }

    /// Parts what stands on lines of its own, or a label from its text: `Chương I. QUY ĐỊNH CHUNG`.
    fn part(&mut self, suffix: LabelSuffix) {
        let Some(last) = self.runs.last_mut() else { return };
        if suffix == LabelSuffix::LineBreak && last.text.ends_with(char::is_alphanumeric) {
            last.text.push('.');
        }
        if !last.text.ends_with(' ') {
            last.text.push(' ');
        }
    }

    fn finish(mut self) -> Vec<Run> {
        if let Some(last) = self.runs.last_mut() {
            last.text.truncate(last.text.trim_end().len());
        }
        self.runs.retain(|run| !run.text.is_empty());
        self.runs
    }
}

/// The lines of a table of contents, at least one, or what is amiss.
fn lines<'a>(
    entries: impl Iterator<Item = &'a ContentsEntry>,
    of: ContentsOf,
    model: &LineModel<'_>,
    out: &mut Diagnostics,
) -> Vec<Block> {
    let levels = match of {
        ContentsOf::Headings { levels } => levels,
        ContentsOf::Captions { .. } => 1,
    };
    let is_listed = |entry: &&ContentsEntry| {
        entry.role == role(of) && (entry.role.is_some() || entry.level.saturating_sub(model.lift) <= levels)
    };
    let listed: Vec<&ContentsEntry> = entries.filter(is_listed).collect();
    let Some(deepest) = listed.iter().map(|entry| entry.heading_level).max() else {
        out.push(nothing_to_list(of, model.at));
        return Vec::new();
    };
    // a word processor that makes it anew goes by the levels of the document
    let begins = Inline::BeginContents(match of {
        ContentsOf::Headings { .. } => ContentsOf::Headings { levels: deepest },
        ContentsOf::Captions { .. } => of,
    });
    let mut blocks: Vec<Block> = listed.into_iter().map(|entry| line(entry, model)).collect();
    if let Some(BlockKind::Paragraph(first)) = blocks.first_mut().map(|block| &mut block.kind) {
        first.inlines.insert(0, begins);
    }
    if let Some(BlockKind::Paragraph(last)) = blocks.last_mut().map(|block| &mut block.kind) {
        last.inlines.push(Inline::EndContents);
    }
    blocks
}

fn line(entry: &ContentsEntry, model: &LineModel<'_>) -> Block {
    let role = match entry.role {
        Some(_) => Role::CaptionEntry,
        None => {
            let level = usize::from(entry.level.saturating_sub(model.lift));
            LEVELS.get(level.saturating_sub(1)).copied().unwrap_or(Role::Contents5)
        }
    };
    // the room at the edge is kept for the number, with a dot or two before it
    let style = model.types.styles.get(role);
    let of_type = Type { fonts: model.types.fonts, face: FaceStyle::of(style.bold, style.italic), size: style.size };
    let edge = model.paragraph.tabs.first().map_or(Length::ZERO, |stop| stop.position);
    let others = edge - style.indent_left - of_type.width(WIDEST_PAGE_NUMBER);
    let mut inlines = entry_lines::broken(entry.text.clone(), &of_type, (others - style.first_line_indent, others));
    let number = PageOf {
        destination: entry.name.clone(),
        bold: None,
        italic: None,
        underline: false,
        in_column: true,
        number: None,
    };
    inlines.extend([Inline::Tab, Inline::PageOf(number)]);
    Block::new(role, BlockKind::Paragraph(Paragraph { inlines, ..model.paragraph.clone() }), model.at.clone())
}

fn nothing_to_list(of: ContentsOf, at: &Pointer) -> Diagnostic {
    let (vi, en) = match of {
        ContentsOf::Headings { .. } => ("đề mục", "headings"),
        ContentsOf::Captions { role: Role::PictureCaption, .. } => ("hình có tên", "pictures with a caption"),
        ContentsOf::Captions { .. } => ("bảng có tên", "tables with a caption"),
    };
    Diagnostic::of(
        registry::EMPTY_CONTENTS,
        at,
        phrase!("mục lục không có gì để liệt kê: không có {vi}", "there is nothing to list: there are no {en}"),
    )
    .hint(phrase!("bỏ khối này, hoặc thêm {vi}", "delete this block, or add {en}"))
}
