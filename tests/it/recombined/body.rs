//! The body: passages under headings of the numbering, until it is two to four pages long.

use serde_json::{Value, json};

use super::chance::Chance;
use super::passages::Passage;
use super::pictures;
use super::rich;
use super::table;
use super::{Kind, Passages};

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Numbering {
    /// Chương, Điều, khoản, điểm.
    Articles,
    /// Mục, khoản, điểm.
    Sections,
}

/// How the paragraphs of a passage are set.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Setting {
    /// Numbered, their points lettered.
    Clauses,
    /// Plain, their points under dashes.
    Paragraphs,
}

/// A passage gives so many paragraphs that follow one another at most: an annex has seventy.
const AT_MOST: usize = 12;

/// Characters in the body of a document. A page holds some two thousand.
pub(super) const LENGTH: (usize, usize) = (3500, 8000);

pub(super) fn blocks(
    passages: &Passages,
    kind: Kind,
    numbering: Numbering,
    length: (usize, usize),
    chance: &mut Chance,
) -> Value {
    let mut body = Body { passages, kind, chance, blocks: Vec::new(), length: 0 };
    let wanted = body.chance.between(length.0, length.1);
    let chapters = numbering == Numbering::Articles && body.chance.in_hundred(50);
    if numbering == Numbering::Sections && body.chance.in_hundred(60) {
        body.opening();
    }
    while body.length < wanted {
        if chapters && (body.blocks.is_empty() || body.chance.in_hundred(25)) {
            let heading = &body.passage().heading;
            body.push(json!({ "type": "chapter", "heading": heading }), heading);
        }
        let passage = body.passage();
        let heading = match numbering {
            Numbering::Articles => "article",
            // a section must come first: clauses are counted within it
            Numbering::Sections if body.chance.in_hundred(60) || !body.has("section") => "section",
            Numbering::Sections => "clause",
        };
        body.push(json!({ "type": heading, "heading": passage.heading }), &passage.heading);
        let tables = match kind {
            Kind::Natural | Kind::Rich | Kind::Parts => 0,
            Kind::Tables => 60,
            Kind::Pictures => 20,
        };
        if tables > 0 && body.chance.in_hundred(tables) {
            body.table(passage);
        } else {
            body.passage_below(passage, heading == "clause");
        }
    }
    body.blocks.into()
}

struct Body<'a> {
    passages: &'a Passages,
    kind: Kind,
    chance: &'a mut Chance,
    blocks: Vec<Value>,
    length: usize,
}

impl<'a> Body<'a> {
    fn passage(&mut self) -> &'a Passage {
        &self.passages.all[self.chance.below(self.passages.all.len())]
    }

    fn has(&self, kind: &str) -> bool {
        self.blocks.iter().any(|block| block["type"] == kind)
    }

    fn push(&mut self, block: Value, text: &str) {
        self.blocks.push(block);
        self.length += text.chars().count();
    }

    fn text(&mut self, paragraph: &str) -> Value {
        let text = varied(paragraph, self.passages, self.chance);
        match self.kind {
            Kind::Natural | Kind::Tables | Kind::Parts => text.into(),
            Kind::Rich => rich::runs(&text, self.chance),
            Kind::Pictures => pictures::runs(&text, self.chance),
        }
    }

    fn opening(&mut self) {
        let passage = self.passage();
        let longest = passage.paragraphs.iter().max_by_key(|paragraph| paragraph.len()).unwrap();
        let text = self.text(&sentence(longest));
        self.push(json!({ "type": "paragraph", "text": text }), longest);
    }

    /// The paragraphs of a passage in a table.
    fn table(&mut self, passage: &Passage) {
        let all = &passage.paragraphs;
        let first = self.chance.below(all.len().saturating_sub(AT_MOST) + 1);
        let chosen = &all[first..all.len().min(first + AT_MOST)];
        let paragraphs: Vec<String> = chosen.iter().map(|text| varied(text, self.passages, self.chance)).collect();
        let (mut table, length) = table::table(&paragraphs, self.chance);
        if self.kind == Kind::Pictures {
            self.add_pictures(&mut table);
        }
        self.blocks.push(table);
        self.length += length;
    }

    /// Rows of pictures below those of a table.
    fn add_pictures(&mut self, table: &mut Value) {
        let texts = table["columns"].as_array().map_or(0, Vec::len) - 2;
        for _ in 0..self.chance.between(1, 3) {
            let mut cells = vec![Value::from("")];
            cells.extend((0..texts).map(|_| pictures::cell("Hiện trường", self.chance)));
            cells.push("đạt".into());
            table["rows"].as_array_mut().unwrap().push(cells.into());
        }
    }

    /// The paragraphs of a passage; those that end in `;` or follow such a one are points of what ends in `:`.
    fn passage_below(&mut self, passage: &Passage, in_clause: bool) {
        let setting = if !in_clause && self.chance.in_hundred(60) { Setting::Clauses } else { Setting::Paragraphs };
        let marker = self.chance.one_of(&["-", "+"]);
        let (mut enumerates, mut items) = (false, Vec::new());
        let all = &passage.paragraphs;
        let first = self.chance.below(all.len().saturating_sub(AT_MOST) + 1);
        for paragraph in &all[first..all.len().min(first + AT_MOST)] {
            let is_point = enumerates;
            enumerates = paragraph.ends_with(':') || (enumerates && paragraph.ends_with(';'));
            if is_point && setting == Setting::Paragraphs {
                items.push(self.text(paragraph));
                self.length += paragraph.chars().count();
                continue;
            }
            self.list(marker, &mut items);
            let kind = match setting {
                Setting::Clauses if is_point => "point",
                Setting::Clauses => "clause",
                Setting::Paragraphs => "paragraph",
            };
            let text = if is_point { self.text(paragraph) } else { self.text(&sentence(paragraph)) };
            self.push(json!({ "type": kind, "text": text }), paragraph);
        }
        self.list(marker, &mut items);
    }

    fn list(&mut self, marker: &str, items: &mut Vec<Value>) {
        if !items.is_empty() {
            self.blocks.push(json!({ "type": "list", "marker": marker, "items": std::mem::take(items) }));
        }
    }
}

/// A paragraph that stands alone ends as a sentence does.
fn sentence(paragraph: &str) -> String {
    paragraph.strip_suffix(';').map_or_else(|| paragraph.to_owned(), |text| format!("{text}."))
}

/// The same paragraph with other numbers, now and then with sentences more: its lines end elsewhere each time.
fn varied(paragraph: &str, passages: &Passages, chance: &mut Chance) -> String {
    let mut text = String::with_capacity(paragraph.len());
    for (at, token) in paragraph.split(' ').enumerate() {
        if at > 0 {
            text.push(' ');
        }
        let digits = token.bytes().take_while(u8::is_ascii_digit).count();
        let closes = token[digits..].chars().all(|c| matches!(c, ',' | ';' | '.' | '%'));
        if (1..=2).contains(&digits) && closes && chance.in_hundred(40) {
            let number = chance.between(1, 10_usize.pow(u32::try_from(digits).unwrap()) - 1);
            text.push_str(&format!("{number:0digits$}{}", &token[digits..]));
        } else {
            text.push_str(token);
        }
    }
    if text.ends_with('.') && chance.in_hundred(25) {
        for _ in 0..chance.between(1, 2) {
            let more = &passages.sentences[chance.below(passages.sentences.len())];
            let mut letters = more.chars();
            let first = letters.next().unwrap().to_uppercase();
            text.push_str(&format!(" {first}{}.", letters.as_str()));
        }
    }
    text
}
