//! Where the objects of a PDF stand: tables (ISO 32000-1, 7.5.4), streams (7.5.8) and hybrids of both (7.5.8.4), from the
//! newest section back to the oldest.

use std::collections::{BTreeMap, BTreeSet};

use super::budget::Budget;
use super::lexer::{Lexer, Token, reused};
use super::object::{Dictionary, Object, bad_entry};
use super::{damaged, object, stream};
use crate::read::limits::{MAX_OBJECTS, MAX_SECTIONS};
use crate::read::{Fault, ReadError};

/// Where an object stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    /// Nowhere.
    Free,
    /// From this byte on.
    At(usize),
    /// In an object stream.
    Packed { container: u32, index: usize },
}

/// All sections of a file together.
#[derive(Debug, Default)]
pub(super) struct Xref {
    /// The newest place of each object.
    pub(super) places: BTreeMap<u32, Slot>,
    /// Number of the newest catalog.
    pub(super) root: u32,
    /// How many revisions the file has.
    pub(super) revisions: usize,
    /// Length of the file in its first revision; `None`: its end is not marked.
    pub(super) first_revision: Option<usize>,
}

/// One section: what one revision says of its objects.
#[derive(Debug)]
pub(super) struct XrefSection {
    /// Where it stands.
    pub(super) at: usize,
    /// Where its trailer or stream ends.
    pub(super) end: usize,
    pub(super) entries: Vec<(u32, Slot)>,
    /// Those of the stream beside its table (7.5.8.4).
    pub(super) hybrid: Vec<(u32, Slot)>,
    pub(super) trailer: Dictionary,
    /// Where the revision ends; `None`: its end is not marked.
    pub(super) marked: Option<RevisionEnd>,
}

/// Where a revision ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct RevisionEnd {
    /// Behind its last letter.
    pub(super) mark: usize,
    /// Behind the end of that line.
    pub(super) line: usize,
}

/// Reads all sections, the newest first.
///
/// # Errors
/// A section is missing, broken, or names one that was read already; the file is encrypted; there are too many.
pub(super) fn sections(bytes: &[u8], budget: &Budget) -> Result<Vec<XrefSection>, ReadError> {
    let mut chain = Chain { bytes, budget, seen: BTreeSet::new(), room: MAX_OBJECTS };
    let mut sections = Vec::new();
    let mut next = Some(start(bytes, budget)?);
    while let Some(at) = next {
        let mut section = chain.section(at)?;
        // in a hybrid file the table calls free what only its stream knows
        if let Some(at) = section.trailer.count("XRefStm")? {
            section.hybrid = chain.section(at)?.entries;
        }
        next = section.trailer.count("Prev")?;
        sections.push(section);
    }
    Ok(sections)
}

impl Xref {
    /// What some sections, the newest first, say together.
    ///
    /// # Errors
    /// None names a catalog.
    pub(super) fn of(sections: &[XrefSection]) -> Result<Self, ReadError> {
        let mut xref = Self { revisions: sections.len(), ..Self::default() };
        for section in sections {
            if let (0, Some(Object::Reference(root))) = (xref.root, section.trailer.get("Root")) {
                xref.root = *root;
            }
            let (free, used): (Vec<_>, Vec<_>) = section.entries.iter().partition(|(_, place)| *place == Slot::Free);
            for (number, place) in used.into_iter().chain(&section.hybrid).chain(free) {
                xref.places.entry(*number).or_insert(*place);
            }
        }
        xref.first_revision = sections.last().and_then(|section| section.marked).map(|end| end.line);
        if xref.root == 0 { Err(bad_entry("Root")) } else { Ok(xref) }
    }
}

/// Where the newest section stands: the number behind the last `startxref` (7.5.5).
fn start(bytes: &[u8], budget: &Budget) -> Result<usize, ReadError> {
    const KEYWORD: &[u8] = b"startxref";
    let tail = bytes.len().saturating_sub(1024);
    let place = bytes.get(tail..).and_then(|end| end.windows(KEYWORD.len()).rposition(|window| window == KEYWORD));
    let place = place.ok_or_else(|| damaged("thiếu phần cuối", "its end is missing"))?;
    Lexer::new(bytes, tail + place + KEYWORD.len(), budget).count()
}

/// Where the revision ends whose section stands at `at` and ends at `end`.
fn revision_end(bytes: &[u8], end: usize, at: usize, budget: &Budget) -> Option<RevisionEnd> {
    let mut lexer = Lexer::new(bytes, end, budget);
    lexer.takes(b"endobj").ok()?;
    lexer.demand("startxref").ok()?;
    if lexer.count().ok()? != at {
        return None;
    }
    let spaces = lexer.rest().iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    let behind = lexer.rest().get(spaces..)?.strip_prefix(b"%%EOF")?;
    let mark = bytes.len() - behind.len();
    Some(RevisionEnd { mark, line: mark + line_end(behind) })
}

/// How long the end of a line is that some bytes begin with.
pub(super) fn line_end(bytes: &[u8]) -> usize {
    match bytes {
        [b'\r', b'\n', ..] => 2,
        [b'\r' | b'\n', ..] => 1,
        _ => 0,
    }
}

impl XrefSection {
    fn of(entries: Vec<(u32, Slot)>, trailer: Dictionary, end: usize) -> Self {
        Self { at: 0, end, entries, hybrid: Vec::new(), trailer, marked: None }
    }
}

struct Chain<'a, 'b> {
    bytes: &'a [u8],
    budget: &'b Budget,
    /// Where sections were read.
    seen: BTreeSet<usize>,
    /// How many entries may still come.
    room: usize,
}

impl Chain<'_, '_> {
    fn section(&mut self, at: usize) -> Result<XrefSection, ReadError> {
        if at >= self.bytes.len() {
            return Err(damaged("bảng tham chiếu ở ngoài tệp", "a cross-reference section stands outside"));
        }
        if !self.seen.insert(at) {
            return Err(damaged("các bảng tham chiếu trỏ vòng", "its cross-reference sections point in circles"));
        }
        if self.seen.len() > MAX_SECTIONS {
            return Err(ReadError::too_large("tệp PDF có quá nhiều phiên bản", "the PDF has too many revisions"));
        }
        let mut lexer = Lexer::new(self.bytes, at, self.budget);
        let mut section = if lexer.takes(b"xref")? { self.table(&mut lexer)? } else { self.stream(&mut lexer)? };
        if section.trailer.get("Encrypt").is_some() {
            return Err(ReadError::new(Fault::Encrypted, "tệp PDF có mật khẩu", "the PDF is encrypted").hint(
                "bỏ mật khẩu rồi thử lại, ví dụ: qpdf --decrypt CŨ.pdf MỚI.pdf",
                "decrypt it and try again, e.g. qpdf --decrypt OLD.pdf NEW.pdf",
            ));
        }
        section.at = at;
        section.marked = revision_end(self.bytes, section.end, at, self.budget);
        Ok(section)
    }

    fn table(&mut self, lexer: &mut Lexer<'_, '_>) -> Result<XrefSection, ReadError> {
        let mut entries = Vec::new();
        while !lexer.takes(b"trailer")? {
            let (first, count) = (lexer.count()?, lexer.count()?);
            for i in 0..count {
                let (offset, generation) = (lexer.count()?, lexer.count()?);
                let place = match lexer.next()? {
                    Token::Word(b"n") if generation > 0 => return Err(reused()),
                    Token::Word(b"n") => Slot::At(offset),
                    Token::Word(b"f") => Slot::Free,
                    _ => return Err(damaged("bảng tham chiếu sai", "a bad cross-reference table")),
                };
                entries.push((self.number(first, i)?, place));
            }
        }
        let trailer = object::read_dictionary(lexer)?;
        Ok(XrefSection::of(entries, trailer, lexer.position()))
    }

    fn stream(&mut self, lexer: &mut Lexer<'_, '_>) -> Result<XrefSection, ReadError> {
        lexer.count()?;
        lexer.count()?;
        lexer.demand("obj")?;
        let trailer = object::read_dictionary(lexer)?;
        if !trailer.names("Type", "XRef") {
            return Err(damaged("thiếu bảng tham chiếu", "a cross-reference section is missing"));
        }
        let length = trailer.count("Length")?.ok_or_else(|| bad_entry("Length"))?;
        let packed = stream::packed(lexer, length)?;
        let data = stream::unpack(&trailer, packed, self.budget)?;
        let entries = self.rows(&trailer, &data)?;
        Ok(XrefSection::of(entries, trailer, lexer.position()))
    }

    fn rows(&mut self, dictionary: &Dictionary, data: &[u8]) -> Result<Vec<(u32, Slot)>, ReadError> {
        let widths = widths(dictionary)?;
        let width: usize = widths.iter().sum();
        // without a type each row is an object in use, and without bytes there would be no end of rows
        if width == 0 {
            return Err(bad_entry("W"));
        }
        let mut rows = data.chunks_exact(width);
        let mut entries = Vec::new();
        for (first, count) in ranges(dictionary)? {
            for i in 0..count {
                let row = rows.next().ok_or_else(|| bad_entry("Index"))?;
                entries.push((self.number(first, i)?, place(row, widths)?));
            }
        }
        Ok(entries)
    }

    /// The number of the `i`th object of a range, paid for.
    fn number(&mut self, first: usize, i: usize) -> Result<u32, ReadError> {
        self.room = self
            .room
            .checked_sub(1)
            .ok_or_else(|| ReadError::too_large("tệp PDF có quá nhiều đối tượng", "the PDF has too many objects"))?;
        first.checked_add(i).and_then(|number| u32::try_from(number).ok()).ok_or_else(|| bad_entry("Index"))
    }
}

fn widths(dictionary: &Dictionary) -> Result<[usize; 3], ReadError> {
    let Some(Object::Array(items)) = dictionary.get("W") else { return Err(bad_entry("W")) };
    let [kind, middle, last] = items.as_slice() else { return Err(bad_entry("W")) };
    let width = |item: &Object| item.count().filter(|width| *width <= 8).ok_or_else(|| bad_entry("W"));
    Ok([width(kind)?, width(middle)?, width(last)?])
}

/// First object and count of each range.
fn ranges(dictionary: &Dictionary) -> Result<Vec<(usize, usize)>, ReadError> {
    let bad = || bad_entry("Index");
    match dictionary.get("Index") {
        None => Ok(vec![(0, dictionary.count("Size")?.ok_or_else(|| bad_entry("Size"))?)]),
        Some(Object::Array(items)) if items.len().is_multiple_of(2) => {
            let pair = |pair: &[Object]| match pair {
                [first, count] => first.count().zip(count.count()).ok_or_else(bad),
                _ => Err(bad()),
            };
            items.chunks(2).map(pair).collect()
        }
        Some(_) => Err(bad()),
    }
}

fn place(row: &[u8], [kind, middle, last]: [usize; 3]) -> Result<Slot, ReadError> {
    let number = |bytes: &[u8]| bytes.iter().fold(0_u64, |value, byte| value << 8 | u64::from(*byte));
    let field = |from: usize, width: usize| number(row.get(from..from + width).unwrap_or_default());
    let size = |value: u64| usize::try_from(value).map_err(|_| bad_entry("W"));
    let (second, third) = (field(kind, middle), field(kind + middle, last));
    match if kind == 0 { 1 } else { field(0, kind) } {
        1 if third > 0 => Err(reused()),
        1 => Ok(Slot::At(size(second)?)),
        2 => Ok(Slot::Packed { container: u32::try_from(second).map_err(|_| bad_entry("W"))?, index: size(third)? }),
        // 0, and whatever a later version may add: no object (Table 18)
        _ => Ok(Slot::Free),
    }
}
