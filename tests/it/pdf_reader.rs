//! A small strict reader of the PDFs that we write: objects one after the other, streams with direct lengths, object
//! streams, text through `ToUnicode`. It shares no code with the writer.

use std::collections::BTreeMap;
use std::io::Read;

/// A PDF value (ISO 32000-1, 7.3).
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Null,
    Number(f64),
    Name(String),
    Text(Vec<u8>),
    Array(Vec<Self>),
    Dictionary(BTreeMap<String, Self>),
    Reference(u32),
    /// An operator or keyword.
    Word(String),
}

impl Value {
    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Dictionary(entries) => entries.get(key),
            _ => None,
        }
    }

    pub(crate) fn number(&self) -> f64 {
        match self {
            Self::Number(value) => *value,
            other => panic!("a number was expected: {other:?}"),
        }
    }

    pub(crate) fn index(&self) -> usize {
        let value = self.number();
        assert!(value >= 0.0 && value.fract() == 0.0, "a count was expected: {value}");
        format!("{value:.0}").parse().unwrap()
    }

    pub(crate) fn items(&self) -> &[Self] {
        match self {
            Self::Array(items) => items,
            other => panic!("an array was expected: {other:?}"),
        }
    }

    pub(crate) fn is_name(&self, name: &str) -> bool {
        matches!(self, Self::Name(own) if own == name)
    }
}

/// A file taken apart.
pub(crate) struct Pdf {
    /// Every object by its number, with the inflated data where it is a stream.
    pub(crate) objects: BTreeMap<u32, (Value, Vec<u8>)>,
    /// The number of the catalog.
    pub(crate) root: u32,
}

impl Pdf {
    /// Reads all objects.
    pub(crate) fn read(bytes: &[u8]) -> Self {
        let mut pdf = Self { objects: BTreeMap::new(), root: 0 };
        let mut tokens = Tokens { bytes, at: 0 };
        while let Some(token) = tokens.next() {
            match token {
                Value::Number(_) => pdf.read_object(&token, &mut tokens),
                // a classic cross-reference table: its entries are numbers and single letters
                Value::Word(word) if word == "xref" => {
                    while tokens.next().unwrap() != Value::Word("trailer".into()) {}
                    pdf.note_root(&tokens.next().unwrap());
                }
                Value::Word(word) if word == "startxref" => drop(tokens.next()),
                other => panic!("stray {other:?} before byte {}", tokens.at),
            }
        }
        let packed: Vec<(Value, Vec<u8>)> =
            pdf.objects.values().filter(|(value, _)| is_type(value, "ObjStm")).cloned().collect();
        for (dictionary, data) in packed {
            pdf.unpack(&dictionary, &data);
        }
        assert!(pdf.root != 0, "no /Root");
        pdf
    }

    fn read_object(&mut self, number: &Value, tokens: &mut Tokens<'_>) {
        tokens.next().unwrap();
        let keyword = tokens.next();
        assert_eq!(keyword, Some(Value::Word("obj".into())), "after {number:?}");
        let value = tokens.next().unwrap();
        let mut data = Vec::new();
        let mut end = tokens.next().unwrap();
        if end == Value::Word("stream".into()) {
            data = tokens.stream(value.get("Length").unwrap().index());
            assert_eq!(tokens.next(), Some(Value::Word("endstream".into())), "object {number:?}");
            end = tokens.next().unwrap();
            if value.get("Filter").is_some_and(|filter| filter.is_name("FlateDecode")) {
                data = inflate(&data);
            }
        }
        assert_eq!(end, Value::Word("endobj".into()), "object {number:?}");
        if is_type(&value, "XRef") {
            self.note_root(&value);
        }
        let id = u32::try_from(number.index()).unwrap();
        assert!(self.objects.insert(id, (value, data)).is_none(), "object {id} stands twice");
    }

    fn note_root(&mut self, trailer: &Value) {
        if let Some(Value::Reference(root)) = trailer.get("Root") {
            self.root = *root;
        }
    }

    fn unpack(&mut self, dictionary: &Value, data: &[u8]) {
        let first = dictionary.get("First").unwrap().index();
        let mut head = Tokens { bytes: &data[..first], at: 0 };
        for _ in 0..dictionary.get("N").unwrap().index() {
            let id = u32::try_from(head.next().unwrap().index()).unwrap();
            let at = first + head.next().unwrap().index();
            let value = Tokens { bytes: data, at }.next().unwrap();
            assert!(self.objects.insert(id, (value, Vec::new())).is_none(), "object {id} stands twice");
        }
    }

    pub(crate) fn resolve<'a>(&'a self, value: &'a Value) -> &'a Value {
        match value {
            Value::Reference(id) => &self.objects[id].0,
            direct => direct,
        }
    }

    pub(crate) fn field<'a>(&'a self, value: &'a Value, key: &str) -> Option<&'a Value> {
        value.get(key).map(|field| self.resolve(field))
    }

    /// The pages in order.
    pub(crate) fn pages(&self) -> Vec<&Value> {
        let mut pages = Vec::new();
        let tree = self.field(&self.objects[&self.root].0, "Pages").unwrap();
        self.push_pages(tree, &mut pages);
        assert_eq!(self.field(tree, "Count").unwrap().index(), pages.len(), "/Count");
        pages
    }

    fn push_pages<'a>(&'a self, node: &'a Value, pages: &mut Vec<&'a Value>) {
        if is_type(node, "Page") {
            pages.push(node);
            return;
        }
        for kid in self.field(node, "Kids").unwrap().items() {
            self.push_pages(self.resolve(kid), pages);
        }
    }

    /// The inflated data of the stream that a field points to.
    pub(crate) fn data(&self, value: &Value, key: &str) -> &[u8] {
        let Some(Value::Reference(id)) = value.get(key) else { panic!("/{key} is no reference") };
        &self.objects[id].1
    }

    /// The text of a string: UTF-16 with its mark, else as it stands.
    pub(crate) fn string(&self, value: &Value) -> String {
        let Value::Text(bytes) = self.resolve(value) else { panic!("{value:?} is no string") };
        bytes.strip_prefix(&[0xfe, 0xff]).map_or_else(|| String::from_utf8(bytes.clone()).unwrap(), utf16)
    }

    /// The catalog.
    pub(crate) fn catalog(&self) -> &Value {
        &self.objects[&self.root].0
    }

    /// The characters of each page in drawing order; pieces inside an artifact (page numbers) left out.
    pub(crate) fn text(&self) -> Vec<String> {
        self.pages().into_iter().map(|page| self.page_text(page)).collect()
    }

    fn page_text(&self, page: &Value) -> String {
        shown(&self.content(page), &self.maps(page))
    }

    /// The `ToUnicode` maps of a page's fonts by name.
    fn maps(&self, page: &Value) -> BTreeMap<String, Map> {
        let fonts = self.field(page, "Resources").and_then(|r| self.field(r, "Font"));
        let mut maps = BTreeMap::new();
        if let Some(Value::Dictionary(fonts)) = fonts {
            for (name, font) in fonts {
                let Some(Value::Reference(map)) = self.resolve(font).get("ToUnicode") else {
                    panic!("font {name} has no ToUnicode")
                };
                maps.insert(name.clone(), to_unicode(&self.objects[map].1));
            }
        }
        maps
    }

    /// The content stream of a page.
    fn content(&self, page: &Value) -> Vec<u8> {
        let mut content = Vec::new();
        match page.get("Contents").unwrap() {
            Value::Reference(id) => content.extend(&self.objects[id].1),
            Value::Array(parts) => {
                for part in parts {
                    let Value::Reference(id) = part else { panic!("a content part that is no reference") };
                    content.extend(&self.objects[id].1);
                    content.push(b'\n');
                }
            }
            other => panic!("/Contents {other:?}"),
        }
        content
    }

    /// The marked content of a page in drawing order. Nothing may be drawn outside of it, and it does not nest.
    pub(crate) fn marked(&self, page: &Value) -> Vec<Marked> {
        const PAINTS: &[&str] =
            &["Tj", "TJ", "'", "\"", "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "BI", "EI"];
        let maps = self.maps(page);
        let content = self.content(page);
        let mut tokens = Tokens { bytes: &content, at: 0 };
        let (mut operands, mut map, mut out, mut open) = (Vec::new(), None, Vec::<Marked>::new(), false);
        while let Some(token) = tokens.next() {
            let Value::Word(word) = token else {
                operands.push(token);
                continue;
            };
            assert!(
                open || !PAINTS.contains(&word.as_str()),
                "{word} outside marked content, before byte {}",
                tokens.at
            );
            match word.as_str() {
                "BMC" | "BDC" => {
                    assert!(!std::mem::replace(&mut open, true), "marked content within marked content");
                    let Value::Name(tag) = &operands[0] else { panic!("a mark without a tag") };
                    let mcid = operands.get(1).and_then(|properties| properties.get("MCID")).map(Value::index);
                    assert_eq!(mcid.is_none(), tag == "Artifact", "{tag}");
                    out.push(Marked { tag: tag.clone(), mcid, text: String::new() });
                }
                "EMC" => assert!(std::mem::replace(&mut open, false), "EMC without a beginning"),
                "Tf" => {
                    let Value::Name(name) = &operands[0] else { panic!("Tf") };
                    map = Some(&maps[name]);
                }
                "Tj" | "TJ" => push_text(&operands[0], map, &mut out.last_mut().unwrap().text),
                _ => {}
            }
            operands.clear();
        }
        assert!(!open, "marked content stays open");
        out
    }
}

/// A marked-content sequence (ISO 32000-1, 14.6).
#[derive(Debug)]
pub(crate) struct Marked {
    pub(crate) tag: String,
    /// `None`: an artifact.
    pub(crate) mcid: Option<usize>,
    pub(crate) text: String,
}

fn is_type(value: &Value, name: &str) -> bool {
    value.get("Type").is_some_and(|own| own.is_name(name))
}

fn inflate(data: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    flate2::read::ZlibDecoder::new(data).read_to_end(&mut out).unwrap();
    out
}

type Map = BTreeMap<Vec<u8>, String>;

/// A `ToUnicode` map: its single characters and ranges (ISO 32000-1, 9.10.3).
fn to_unicode(map: &[u8]) -> Map {
    let mut out = Map::new();
    let mut tokens = Tokens { bytes: map, at: 0 };
    let mut operands: Vec<Value> = Vec::new();
    while let Some(token) = tokens.next() {
        let Value::Word(word) = token else {
            operands.push(token);
            continue;
        };
        match word.as_str() {
            "endbfchar" => {
                for pair in operands.chunks(2) {
                    let (Value::Text(code), Value::Text(text)) = (&pair[0], &pair[1]) else { panic!("bfchar") };
                    out.insert(code.clone(), utf16(text));
                }
            }
            "endbfrange" => operands.chunks(3).for_each(|range| push_range(range, &mut out)),
            _ => {}
        }
        operands.clear();
    }
    out
}

fn push_range(range: &[Value], out: &mut Map) {
    let (Value::Text(first), Value::Text(last)) = (&range[0], &range[1]) else { panic!("bfrange") };
    let code = |bytes: &[u8]| bytes.iter().fold(0_u32, |n, b| n << 8 | u32::from(*b));
    for (i, n) in (code(first)..=code(last)).enumerate() {
        let key = n.to_be_bytes()[4 - first.len()..].to_vec();
        let text = match &range[2] {
            Value::Array(texts) => match &texts[i] {
                Value::Text(text) => utf16(text),
                other => panic!("bfrange {other:?}"),
            },
            Value::Text(text) => {
                let mut text = text.clone();
                let low = text.last_mut().unwrap();
                *low = low.checked_add(u8::try_from(i).unwrap()).unwrap();
                utf16(&text)
            }
            other => panic!("bfrange {other:?}"),
        };
        out.insert(key, text);
    }
}

fn utf16(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    String::from_utf16(&units).unwrap()
}

/// The text that a content stream shows.
fn shown(content: &[u8], maps: &BTreeMap<String, Map>) -> String {
    let mut out = String::new();
    let mut tokens = Tokens { bytes: content, at: 0 };
    let mut operands: Vec<Value> = Vec::new();
    let mut map = None;
    // for each open marked-content sequence: whether it hides what it shows (an artifact, or text replaced as a whole)
    let mut marks: Vec<bool> = Vec::new();
    while let Some(token) = tokens.next() {
        let Value::Word(word) = token else {
            operands.push(token);
            continue;
        };
        let hidden = marks.contains(&true);
        match word.as_str() {
            "BMC" | "BDC" => {
                let replaced = match operands.get(1).and_then(|properties| properties.get("ActualText")) {
                    Some(Value::Text(text)) => {
                        Some(utf16(text.strip_prefix(&[0xfe, 0xff]).expect("UTF-16 ActualText")))
                    }
                    _ => None,
                };
                if let (Some(text), false) = (&replaced, hidden) {
                    out.push_str(text);
                }
                marks.push(replaced.is_some() || operands[0].is_name("Artifact"));
            }
            "EMC" => drop(marks.pop().expect("EMC without a beginning")),
            "Tf" => {
                let Value::Name(name) = &operands[0] else { panic!("Tf") };
                map = Some(&maps[name]);
            }
            "Tj" | "TJ" if !hidden => {
                push_text(&operands[0], map, &mut out);
            }
            "'" | "\"" => panic!("an operator this reader does not know: {word}"),
            _ => {}
        }
        operands.clear();
    }
    assert!(marks.is_empty(), "marked content stays open");
    out
}

/// The text of an operand of `Tj` or `TJ`.
fn push_text(operand: &Value, map: Option<&Map>, out: &mut String) {
    let pieces = match operand {
        Value::Array(pieces) => pieces.as_slice(),
        single => std::slice::from_ref(single),
    };
    let map = map.expect("text before Tf");
    for piece in pieces {
        let Value::Text(codes) = piece else { continue };
        for code in codes.chunks(2) {
            out.push_str(map.get(code).unwrap_or_else(|| panic!("glyph {code:?} has no text")));
        }
    }
}

/// Tokens one after the other.
struct Tokens<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Tokens<'_> {
    fn peek(&self, ahead: usize) -> Option<u8> {
        self.bytes.get(self.at + ahead).copied()
    }

    fn skip_space(&mut self) {
        while let Some(byte) = self.peek(0) {
            if byte == b'%' {
                while self.peek(0).is_some_and(|b| b != b'\n' && b != b'\r') {
                    self.at += 1;
                }
            } else if byte.is_ascii_whitespace() || byte == 0 {
                self.at += 1;
            } else {
                break;
            }
        }
    }

    fn next(&mut self) -> Option<Value> {
        self.skip_space();
        Some(match self.peek(0)? {
            b'/' => self.name(),
            b'(' => self.literal(),
            b'<' if self.peek(1) == Some(b'<') => self.dictionary(),
            b'<' => self.hexadecimal(),
            b'[' => self.array(),
            b'+' | b'-' | b'.' | b'0'..=b'9' => self.number_or_reference(),
            _ => self.word(),
        })
    }

    fn regular(&mut self) -> String {
        let start = self.at;
        while self.peek(0).is_some_and(|b| !b.is_ascii_whitespace() && b != 0 && !b"()<>[]{}/%".contains(&b)) {
            self.at += 1;
        }
        assert!(self.at > start, "stray byte {:?} at {start}", self.peek(0));
        String::from_utf8_lossy(&self.bytes[start..self.at]).into_owned()
    }

    fn name(&mut self) -> Value {
        self.at += 1;
        Value::Name(if self.peek(0).is_some_and(|b| b.is_ascii_whitespace()) { String::new() } else { self.regular() })
    }

    fn word(&mut self) -> Value {
        let word = self.regular();
        if word == "null" { Value::Null } else { Value::Word(word) }
    }

    fn number_or_reference(&mut self) -> Value {
        let number: f64 = self.regular().parse().unwrap();
        let back = self.at;
        if number >= 0.0 && number.fract() == 0.0 {
            self.skip_space();
            if self.peek(0) == Some(b'0') {
                self.at += 1;
                self.skip_space();
                let ends = self.peek(1).is_none_or(|b| !b.is_ascii_alphanumeric());
                if self.peek(0) == Some(b'R') && ends {
                    self.at += 1;
                    return Value::Reference(format!("{number:.0}").parse().unwrap());
                }
            }
        }
        self.at = back;
        Value::Number(number)
    }

    fn array(&mut self) -> Value {
        self.at += 1;
        let mut items = Vec::new();
        loop {
            self.skip_space();
            if self.peek(0) == Some(b']') {
                self.at += 1;
                return Value::Array(items);
            }
            items.push(self.next().expect("an array stays open"));
        }
    }

    fn dictionary(&mut self) -> Value {
        self.at += 2;
        let mut entries = BTreeMap::new();
        loop {
            self.skip_space();
            if self.peek(0) == Some(b'>') && self.peek(1) == Some(b'>') {
                self.at += 2;
                return Value::Dictionary(entries);
            }
            let Some(Value::Name(key)) = self.next() else { panic!("a key is no name, before byte {}", self.at) };
            let value = self.next().expect("a dictionary stays open");
            assert!(entries.insert(key.clone(), value).is_none(), "key {key} stands twice");
        }
    }

    fn hexadecimal(&mut self) -> Value {
        let end = self.at + self.bytes[self.at..].iter().position(|b| *b == b'>').unwrap();
        let digits: Vec<u8> =
            self.bytes[self.at + 1..end].iter().copied().filter(|b| !b.is_ascii_whitespace()).collect();
        self.at = end + 1;
        let nibble = |b: u8| u8::try_from(char::from(b).to_digit(16).unwrap()).unwrap();
        Value::Text(digits.chunks(2).map(|d| nibble(d[0]) << 4 | d.get(1).map_or(0, |b| nibble(*b))).collect())
    }

    fn literal(&mut self) -> Value {
        let (mut depth, mut out) = (0, Vec::new());
        loop {
            let byte = self.peek(0).expect("a string stays open");
            self.at += 1;
            match byte {
                b'(' => {
                    depth += 1;
                    if depth == 1 {
                        continue;
                    }
                }
                b')' => {
                    depth -= 1;
                    if depth == 0 {
                        return Value::Text(out);
                    }
                }
                b'\\' => {
                    out.extend(self.escape());
                    continue;
                }
                _ => {}
            }
            out.push(byte);
        }
    }

    fn escape(&mut self) -> Option<u8> {
        let byte = self.peek(0).unwrap();
        self.at += 1;
        Some(match byte {
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'b' => 8,
            b'f' => 12,
            b'\n' => return None,
            b'0'..=b'7' => {
                let mut value = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(digit @ b'0'..=b'7') = self.peek(0) else { break };
                    value = value * 8 + u32::from(digit - b'0');
                    self.at += 1;
                }
                u8::try_from(value & 0xff).unwrap()
            }
            other => other,
        })
    }

    /// The bytes of a stream, after the keyword.
    fn stream(&mut self, length: usize) -> Vec<u8> {
        if self.peek(0) == Some(b'\r') {
            self.at += 1;
        }
        assert_eq!(self.peek(0), Some(b'\n'), "a line end after `stream`");
        let start = self.at + 1;
        self.at = start + length;
        self.bytes[start..self.at].to_vec()
    }
}
