//! The words of the main part of a Word file and of its notes (ECMA-376 Part 1, 17.3.3), as a reader sees them: whoever saved it, however
//! the words are parted into runs.

use super::ReadError;
use super::docx::{DocxFile, NOTES, STORY};
use super::xml::{XmlElement, XmlItem, XmlReader};

/// The namespaces of both conformance classes.
const WORD: [&str; 2] = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
];
/// Markup compatibility: of several forms of the same thing the others.
const COMPATIBILITY: &str = "http://schemas.openxmlformats.org/markup-compatibility/2006";

/// What an element is to its words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum StoryPart {
    /// Its text is read.
    Text,
    /// A word ends with it.
    Paragraph,
    /// Nothing of it is read: it stood there before, or stands there in another form.
    Left,
    Other,
}

/// The words, a space between each, those of the notes behind all others; numbers that a word processor counts are not among them.
///
/// # Errors
/// The part cannot be read, or is too large.
pub fn words(file: &DocxFile<'_>) -> Result<String, ReadError> {
    let mut words = StoryWords::default();
    for name in [STORY, NOTES] {
        if let Some(part) = file.part(name)? {
            read(&part, name, &mut words)?;
            words.push(" ");
        }
    }
    Ok(words.text)
}

/// Reads the words of a part.
fn read(part: &[u8], name: &str, words: &mut StoryWords) -> Result<(), ReadError> {
    let mut xml = XmlReader::story(part, name)?;
    let (mut open, mut left) = (Vec::new(), 0_usize);
    while let Some(item) = xml.next()? {
        match item {
            XmlItem::Start(element) => {
                let part = part_of(&element);
                left += usize::from(part == StoryPart::Left);
                if left == 0 {
                    mark(&element, words);
                }
                open.push(part);
            }
            XmlItem::Text(text) if left == 0 && open.last() == Some(&StoryPart::Text) => words.push(&text),
            XmlItem::Text(_) => {}
            XmlItem::End => match open.pop() {
                Some(StoryPart::Left) => left = left.saturating_sub(1),
                Some(StoryPart::Paragraph) if left == 0 => words.push(" "),
                _ => {}
            },
        }
    }
    Ok(())
}

fn part_of(element: &XmlElement) -> StoryPart {
    match (element.name.as_str(), element.namespace.as_str()) {
        ("Fallback", COMPATIBILITY) => StoryPart::Left,
        ("t", space) if WORD.contains(&space) => StoryPart::Text,
        ("p", space) if WORD.contains(&space) => StoryPart::Paragraph,
        // what was deleted or moved away while changes were tracked
        ("del" | "moveFrom", space) if WORD.contains(&space) => StoryPart::Left,
        _ => StoryPart::Other,
    }
}

/// Elements that stand for a character.
fn mark(element: &XmlElement, words: &mut StoryWords) {
    if WORD.contains(&element.namespace.as_str()) {
        match element.name.as_str() {
            "tab" | "br" | "cr" => words.push(" "),
            "noBreakHyphen" => words.push("-"),
            _ => {}
        }
    }
}

/// Words with one space between them.
#[derive(Default)]
struct StoryWords {
    text: String,
    /// A space comes before the next letter.
    space: bool,
}

impl StoryWords {
    fn push(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                _ if c.is_whitespace() => self.space = !self.text.is_empty(),
                // shown only where a line ends
                '\u{ad}' => {}
                _ => {
                    if std::mem::take(&mut self.space) {
                        self.text.push(' ');
                    }
                    self.text.push(if c == '\u{2011}' { '-' } else { c });
                }
            }
        }
    }
}
