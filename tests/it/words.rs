//! The words of a document in reading order, as each stage has them: the normal form, the pages, the Word file.
//! Words are what white space parts; labels (numbers, bullets) count, page numbers do not.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use vanban::model::{Block, BlockKind, Document, Inline, LabelSuffix, Role, Script};
use vanban::pages::{ItemKind, LineEnd, Pages, Reading};

/// Splits at white space, the no-break space among it.
pub(crate) fn split(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

/// A text without any white space.
pub(crate) fn squeeze(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The text in the margins of page 1.
pub(crate) fn of_margins(document: &Document) -> String {
    let furniture = &document.parts[0].sections[0].furniture;
    of_blocks(&furniture.first_header) + &of_blocks(&furniture.first_footer)
}

/// The text of blocks, a line a paragraph; the notes of a paragraph below it.
pub(crate) fn of_blocks(blocks: &[Block]) -> String {
    let mut text = String::new();
    for block in blocks {
        push_block(block, &mut text, None);
    }
    text
}

/// The text of a note, and behind how many letters of the other text its mark stands.
pub(crate) type PlacedNote = (usize, String);

/// The text of blocks and, apart from it, that of their notes.
pub(crate) fn with_notes_apart<'a>(blocks: impl Iterator<Item = &'a Block>) -> (String, Vec<PlacedNote>) {
    let (mut text, mut notes) = (String::new(), Vec::new());
    blocks.for_each(|block| push_block(block, &mut text, Some(&mut notes)));
    (text, notes)
}

fn push_block(block: &Block, text: &mut String, mut apart: Option<&mut Vec<PlacedNote>>) {
    match &block.kind {
        BlockKind::Paragraph(paragraph) => {
            if let Some(label) = &paragraph.label {
                text.push_str(&label.text);
                text.push(match label.suffix {
                    LabelSuffix::Space => ' ',
                    LabelSuffix::LineBreak => '\n',
                });
            }
            let mut notes = Vec::new();
            for inline in &paragraph.inlines {
                match inline {
                    Inline::Run(run) => text.push_str(&run.text),
                    Inline::LineBreak => text.push('\n'),
                    Inline::Tab => text.push(' '),
                    Inline::Note(note) => {
                        text.push_str(&note.number.to_string());
                        match &mut apart {
                            Some(apart) => {
                                apart.push((letters(text), of_blocks(std::slice::from_ref(&note.block))));
                            }
                            None => notes.push(&note.block),
                        }
                    }
                    Inline::NoteNumber(number) => text.push_str(&number.to_string()),
                    Inline::PageOf(page) => text.push_str(&page.text()),
                    Inline::BeginContents(_) | Inline::EndContents => {}
                    Inline::PageNumber | Inline::InlinePicture(_) | Inline::Picture(_) | Inline::SignatureField(_) => {}
                }
            }
            text.push('\n');
            notes.into_iter().for_each(|note| push_block(note, text, None));
        }
        BlockKind::Rule(_) => {}
        BlockKind::Table(table) => {
            for cell in table.rows.iter().flat_map(|row| &row.cells) {
                text.push_str(&of_blocks(&cell.blocks));
            }
        }
    }
}

/// How many letters a text has, white space not counted.
pub(crate) fn letters(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

/// Whether raised or lowered text stands anywhere in the document.
pub(crate) fn has_scripts(document: &Document) -> bool {
    fn in_block(block: &Block) -> bool {
        match &block.kind {
            BlockKind::Paragraph(paragraph) => paragraph.inlines.iter().any(|inline| match inline {
                Inline::Run(run) => run.script != Script::Baseline,
                Inline::Note(_) => true,
                _ => false,
            }),
            BlockKind::Rule(_) => false,
            BlockKind::Table(table) => {
                table.rows.iter().flat_map(|row| &row.cells).any(|cell| cell.blocks.iter().any(in_block))
            }
        }
    }
    document.sections().flat_map(|section| &section.blocks).any(in_block)
}

/// The text of the pages: (content, margins of page 1). Page numbers are left out.
pub(crate) fn of_pages(pages: &Pages) -> (String, String) {
    let (mut content, mut head, mut foot) = (String::new(), String::new(), String::new());
    for item in pages.pages.iter().flat_map(|page| &page.items) {
        let ItemKind::Text(run) = &item.kind else { continue };
        // the dots of a tab are no words, and the head of a table is read where it first stands
        if matches!(item.reading, Reading::Layout | Reading::Pagination) {
            continue;
        }
        let text = match item.role {
            Role::PageNumber => continue,
            Role::CirculationMark | Role::RecallMark | Role::SigningLine => &mut head,
            Role::Contact => &mut foot,
            _ => &mut content,
        };
        // dotted leaders are drawn, not said
        if item.reading != Reading::Layout {
            text.push_str(pages.text_of(run));
        }
        match run.ends_line {
            LineEnd::None | LineEnd::Hard => {}
            LineEnd::Space => text.push(' '),
            LineEnd::Paragraph => text.push('\n'),
        }
    }
    (content, head + &foot)
}

/// The parts of a Word file by name.
pub(crate) fn parts(docx: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    let mut parts = BTreeMap::new();
    for i in 0..archive.len() {
        let mut entry = archive.by_index(i).unwrap();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        let name = entry.name().unwrap().into_owned();
        assert!(parts.insert(name.clone(), bytes).is_none(), "two parts named {name}");
    }
    parts
}

/// The text of a Word file as a word processor shows it, numbers and bullets computed: (body, margins).
pub(crate) fn of_docx(docx: &[u8]) -> (String, String) {
    let parts = parts(docx);
    let mut numbering = Numbering::read(&parts);
    let body = numbering.text_of_part(&parts["word/document.xml"]);
    let margins: String = ["word/header", "word/footer"]
        .iter()
        .flat_map(|margin| parts.iter().filter(move |(name, _)| name.starts_with(margin)))
        .map(|(_, part)| numbering.text_of_part(part))
        .collect();
    (body, margins)
}

/// A level of a numbering definition.
#[derive(Clone, Default)]
struct Level {
    start: u32,
    format: String,
    text: String,
    /// `w:lvlRestart`: 0 never, absent after any higher level.
    restart: Option<u32>,
    suffix: String,
}

/// The numberings of a Word file, as ECMA-376 Part 1 §17.9 counts them.
#[derive(Default)]
struct Numbering {
    /// Levels by abstract definition.
    definitions: BTreeMap<u32, BTreeMap<usize, Level>>,
    /// Definition and start overrides by instance.
    instances: BTreeMap<u32, (u32, BTreeMap<usize, u32>)>,
    /// (instance, level) by paragraph style.
    styles: BTreeMap<String, (u32, usize)>,
    /// Values by definition.
    counters: BTreeMap<u32, BTreeMap<usize, u32>>,
    /// Overrides that were applied already.
    begun: Vec<(u32, usize)>,
}

pub(crate) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    tag.attributes()
        .map(Result::unwrap)
        .find(|a| a.key.as_ref() == name)
        .map(|a| quick_xml::escape::unescape(&a.value).unwrap().into_owned())
}

fn number<T: std::str::FromStr>(tag: &BytesStart<'_>, name: &str) -> T
where
    T::Err: std::fmt::Debug,
{
    attribute(tag, name).unwrap().parse().unwrap()
}

/// Calls `visit` with every event of a part.
pub(crate) fn each_event(part: &[u8], mut visit: impl FnMut(&Event<'_>)) {
    let mut reader = Reader::from_str(std::str::from_utf8(part).unwrap());
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => break,
            event => visit(&event),
        }
    }
}

impl Numbering {
    fn read(parts: &BTreeMap<String, Vec<u8>>) -> Self {
        let mut out = Self::default();
        if let Some(part) = parts.get("word/numbering.xml") {
            out.read_definitions(part);
        }
        let mut style = String::new();
        let mut level = 0;
        each_event(&parts["word/styles.xml"], |event| {
            let (Event::Start(tag) | Event::Empty(tag)) = event else { return };
            match tag.name().as_ref() {
                "w:style" => (style, level) = (attribute(tag, "w:styleId").unwrap(), 0),
                "w:ilvl" => level = number(tag, "w:val"),
                "w:numId" => drop(out.styles.insert(style.clone(), (number(tag, "w:val"), level))),
                _ => {}
            }
        });
        out
    }

    fn read_definitions(&mut self, part: &[u8]) {
        let (mut definition, mut instance, mut level) = (0, 0, 0_usize);
        each_event(part, |event| {
            let (Event::Start(tag) | Event::Empty(tag)) = event else { return };
            let levels = self.definitions.entry(definition).or_default();
            match tag.name().as_ref() {
                "w:abstractNum" => definition = number(tag, "w:abstractNumId"),
                "w:lvl" => level = number(tag, "w:ilvl"),
                "w:start" => levels.entry(level).or_default().start = number(tag, "w:val"),
                "w:numFmt" => levels.entry(level).or_default().format = attribute(tag, "w:val").unwrap(),
                "w:lvlText" => levels.entry(level).or_default().text = attribute(tag, "w:val").unwrap(),
                "w:lvlRestart" => levels.entry(level).or_default().restart = Some(number(tag, "w:val")),
                "w:suff" => levels.entry(level).or_default().suffix = attribute(tag, "w:val").unwrap(),
                "w:num" => instance = number(tag, "w:numId"),
                "w:abstractNumId" => drop(self.instances.insert(instance, (number(tag, "w:val"), BTreeMap::new()))),
                "w:lvlOverride" => level = number(tag, "w:ilvl"),
                "w:startOverride" => {
                    let overrides = &mut self.instances.get_mut(&instance).unwrap().1;
                    overrides.insert(level, number(tag, "w:val"));
                }
                _ => {}
            }
        });
    }

    /// The label of the next paragraph of an instance and level, with what follows it.
    fn next(&mut self, instance: u32, level: usize) -> String {
        let (definition, overrides) = self.instances[&instance].clone();
        let levels = self.definitions[&definition].clone();
        let counters = self.counters.entry(definition).or_default();
        let fresh = overrides.get(&level).filter(|_| !self.begun.contains(&(instance, level)));
        if let Some(start) = fresh {
            self.begun.push((instance, level));
            counters.insert(level, *start);
        } else {
            let start = levels[&level].start;
            counters.entry(level).and_modify(|value| *value += 1).or_insert(start);
        }
        let restarts = |below: usize| match levels.get(&below).and_then(|l| l.restart) {
            None => true,
            Some(0) => false,
            Some(after) => level < after as usize,
        };
        counters.retain(|below, _| *below <= level || !restarts(*below));
        let mut label = levels[&level].text.clone();
        for (shown, definition) in &levels {
            let place = format!("%{}", shown + 1);
            if label.contains(&place) {
                let value = counters.get(shown).copied().unwrap_or(definition.start);
                label = label.replace(&place, &as_number(value, &definition.format));
            }
        }
        label.push_str(if levels[&level].suffix == "nothing" { "" } else { " " });
        label
    }

    fn text_of_part(&mut self, part: &[u8]) -> String {
        let mut text = String::new();
        let mut look = ParagraphLook::default();
        let (mut in_text, mut in_properties, mut skipped) = (false, false, 0);
        // the fields that are open: whether each shows the page's number, which is no text of the document
        let (mut fields, mut in_code) = (Vec::new(), false);
        each_event(part, |event| match event {
            Event::Start(tag) | Event::Empty(tag) => {
                let empty = matches!(event, Event::Empty(_));
                match tag.name().as_ref() {
                    // a field's code and a picture's description are no text
                    "w:instrText" | "w:fldSimple" | "w:drawing" | "mc:Fallback" if !empty => {
                        skipped += 1;
                        in_code = tag.name().as_ref() == "w:instrText";
                    }
                    "w:p" => look = ParagraphLook::default(),
                    "w:pPr" => in_properties = !empty,
                    "w:pStyle" => look.style = attribute(tag, "w:val"),
                    "w:ilvl" if in_properties => look.level = Some(number(tag, "w:val")),
                    "w:numId" if in_properties => look.instance = Some(number(tag, "w:val")),
                    "w:fldChar" => match attribute(tag, "w:fldCharType").as_deref() {
                        Some("begin") => fields.push(false),
                        Some("end") => drop(fields.pop().unwrap()),
                        _ => {}
                    },
                    "w:t" if skipped == 0 && !fields.contains(&true) => in_text = !empty,
                    "w:r" if !in_properties => text.push_str(&self.label(&mut look)),
                    "w:tab" if !in_properties => text.push(' '),
                    "w:br" | "w:cr" => text.push('\n'),
                    "w:noBreakHyphen" => text.push('\u{2011}'),
                    _ => {}
                }
            }
            Event::End(tag) => match tag.name().as_ref() {
                "w:instrText" | "w:fldSimple" | "w:drawing" | "mc:Fallback" => {
                    (skipped, in_code) = (skipped - 1, false)
                }
                "w:pPr" => in_properties = false,
                "w:t" => in_text = false,
                "w:p" => {
                    text.push_str(&self.label(&mut look));
                    text.push('\n');
                }
                _ => {}
            },
            Event::Text(piece) if in_text => text.push_str(piece),
            Event::Text(code) if in_code => *fields.last_mut().unwrap() |= code.trim() == "PAGE",
            Event::GeneralRef(entity) if in_text => {
                let reference = format!("&{};", &**entity);
                text.push_str(&quick_xml::escape::unescape(&reference).unwrap());
            }
            _ => {}
        });
        text
    }

    /// The label of a paragraph, once.
    fn label(&mut self, look: &mut ParagraphLook) -> String {
        if std::mem::replace(&mut look.labelled, true) {
            return String::new();
        }
        let by_style = look.style.as_ref().and_then(|style| self.styles.get(style)).copied();
        let instance = look.instance.or(by_style.map(|(instance, _)| instance)).unwrap_or(0);
        let level = look.level.or(by_style.map(|(_, level)| level)).unwrap_or(0);
        if instance == 0 { String::new() } else { self.next(instance, level) }
    }
}

#[derive(Default)]
struct ParagraphLook {
    style: Option<String>,
    instance: Option<u32>,
    level: Option<usize>,
    labelled: bool,
}

fn as_number(value: u32, format: &str) -> String {
    match format {
        "decimal" => value.to_string(),
        "upperRoman" => roman(value),
        "upperLetter" => char::from(b'A' + u8::try_from(value - 1).unwrap()).to_string(),
        other => panic!("a number format this reader does not know: {other}"),
    }
}

fn roman(mut value: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut out = String::new();
    for (worth, sign) in SIGNS {
        while value >= worth {
            out.push_str(sign);
            value -= worth;
        }
    }
    out
}
