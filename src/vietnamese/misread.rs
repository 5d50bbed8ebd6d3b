//! UTF-8 that was read as an encoding of one byte a character: `Cá»™ng hÃ²a`.

use super::syllable::is_syllable;

/// An encoding that UTF-8 was taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TakenFor {
    /// That of Western Europe, or Latin-1.
    Windows1252,
    /// That of Vietnam.
    Windows1258,
    /// That of the console.
    Cp437,
}

impl TakenFor {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Windows1252 => "Windows-1252",
            Self::Windows1258 => "Windows-1258",
            Self::Cp437 => "cp437",
        }
    }

    /// The byte of a character.
    fn byte(self, c: char) -> Option<u8> {
        if c.is_ascii() {
            return None;
        }
        let latin = u8::try_from(u32::from(c)).ok();
        let nth = |table: &str| table.chars().position(|other| other == c).and_then(|i| u8::try_from(0x80 + i).ok());
        match self {
            Self::Windows1252 | Self::Windows1258 if c == 'Ă' => (self == Self::Windows1258).then_some(0xc3),
            Self::Windows1252 | Self::Windows1258 => nth(WINDOWS).or(latin),
            Self::Cp437 => nth(CP437),
        }
    }
}

/// Bytes `0x80` to `0x9F`; a space where the encoding has no character, or readers take the control of that number.
const WINDOWS: &str = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/// Bytes `0x80` to `0xFF`.
const CP437: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
    αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";

/// What a text was, and what it was taken for; `None` where it was not misread.
pub(super) fn convert(text: &str) -> Option<(String, TakenFor)> {
    let taken = [TakenFor::Windows1252, TakenFor::Windows1258, TakenFor::Cp437];
    let read = taken.into_iter().filter_map(|taken_for| Some((read_again(text, taken_for)?, taken_for)));
    // of two that read the same, the first
    let best = read.reduce(|best, next| if next.0.1 > best.0.1 { next } else { best });
    best.map(|((text, _), taken_for)| (text, taken_for))
}

/// The text with each sequence read as UTF-8, and how many letters came of it; `None` where too few did.
fn read_again(text: &str, taken_for: TakenFor) -> Option<(String, usize)> {
    let (mut out, mut letters) = (String::with_capacity(text.len()), 0);
    let mut is_chance = true;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        match sequence(rest, taken_for) {
            Some((read, len)) => {
                letters += usize::from(is_vietnamese(read));
                // `«quá»…`: a word in French quotation marks and what may follow it
                is_chance &= rest.get(..len).is_some_and(|part| part.ends_with(['…', '’', '”', '–', '—']));
                out.push(read);
                rest = rest.get(len..).unwrap_or_default();
            }
            None => {
                out.push(c);
                rest = rest.get(c.len_utf8()..).unwrap_or_default();
            }
        }
    }
    let is_one_word =
        letters == 1 && !is_chance && out.split_whitespace().all(|word| word.is_ascii() || is_syllable(word));
    (letters >= 2 && !is_chance || is_one_word).then_some((out, letters))
}

/// The character that begins a text, read as UTF-8, and the length of what stood for it.
fn sequence(text: &str, taken_for: TakenFor) -> Option<(char, usize)> {
    let mut chars = text.char_indices();
    let lead = taken_for.byte(chars.next()?.1).filter(|lead| *lead >= 0xc2)?;
    let mut bytes = [lead, 0, 0];
    let len = match lead {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        _ => return None,
    };
    for slot in bytes.get_mut(1..len)? {
        let (_, c) = chars.next()?;
        // no-break spaces seldom survive: `LÃ  mÃ¬nh`
        let byte = if c == ' ' && lead == 0xc3 { 0xa0 } else { taken_for.byte(c)? };
        *slot = (0x80..0xc0).contains(&byte).then_some(byte)?;
    }
    let end = chars.next().map_or(text.len(), |(at, _)| at);
    let read = std::str::from_utf8(bytes.get(..len)?).ok()?.chars().next()?;
    // what was misread twice gives signs of Windows-1252 first
    let is_text = is_vietnamese(read) || TakenFor::Windows1252.byte(read).is_some();
    is_text.then_some((read, end))
}

/// A letter of Vietnamese beyond ASCII.
fn is_vietnamese(c: char) -> bool {
    c.is_alphabetic() && !c.is_ascii() && super::syllable::is_letter(c)
}
