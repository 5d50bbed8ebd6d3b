//! TCVN3 (TCVN 5712:1993, “ABC”): one byte a letter, capitals with marks by a font of their own (`.VnTimeH`). Read as Windows-1252
//! its letters are those of Western Europe.

use super::words::Tally;

/// What stands for each letter, byte `0xA1` first; a space where the encoding has none.
const LETTERS: &str = "ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ";

/// The letter that a character of Windows-1252 stands for.
fn letter(c: char) -> Option<char> {
    let byte = u8::try_from(u32::from(c)).ok()?;
    let letter = LETTERS.chars().nth(usize::from(byte.checked_sub(0xa1)?))?;
    (letter != ' ').then_some(letter)
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() || letter(c).is_some()
}

/// A text converted, and whether words in it were in a font of capitals.
pub(super) fn convert(text: &str, is_mixed: bool) -> (Tally<'_>, bool) {
    let font = CapitalFont::of(text);
    let tally = Tally::of(text, &is_letter, is_mixed, &|word| Some(font.set(word, converted(word)?)));
    (tally, font != CapitalFont::Nowhere)
}

fn converted(word: &str) -> Option<String> {
    word.chars().map(|c| if c.is_ascii() { Some(c) } else { letter(c) }).collect()
}

/// Where a font showed small letters as capitals: a word like `HéI` is in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CapitalFont {
    Nowhere,
    /// In some words; a word like `Uû` may be in it or not.
    InSome,
    Everywhere,
}

impl CapitalFont {
    fn of(text: &str) -> Self {
        let words = || text.split(|c| !is_letter(c)).filter(|word| !word.is_ascii());
        let small = words().any(|word| word.contains(|c: char| c.is_ascii_lowercase()));
        match (words().any(is_capital), small) {
            (false, _) => Self::Nowhere,
            (true, true) => Self::InSome,
            (true, false) => Self::Everywhere,
        }
    }

    fn set(self, word: &str, converted: String) -> String {
        let capital = match self {
            Self::Nowhere => false,
            Self::InSome => is_capital(word),
            Self::Everywhere => true,
        };
        if capital { converted.to_uppercase() } else { converted }
    }
}

/// Whether ASCII's letters of a word are capitals, more than the first.
fn is_capital(word: &str) -> bool {
    !word.contains(|c: char| c.is_ascii_lowercase()) && word.chars().skip(1).any(|c| c.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::{LETTERS, convert, letter};

    #[test]
    fn every_letter_stands_once() {
        assert_eq!(LETTERS.chars().count(), 0xfe - 0xa0);
        let mut letters: Vec<char> = LETTERS.chars().filter(|c| *c != ' ').collect();
        assert_eq!(letters.len(), 7 + 67);
        letters.sort_unstable();
        letters.dedup();
        assert_eq!(letters.len(), 7 + 67);
        assert_eq!((letter('¸'), letter('©'), letter('þ'), letter('à')), (Some('á'), Some('â'), Some('ỵ'), None));
    }

    #[test]
    fn words_of_the_capital_font_become_capitals() {
        let (tally, capitals) = convert("CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", false);
        assert_eq!((tally.text.as_str(), capitals), ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", true));
        assert_eq!(convert("Uû BAN NH©N D©N", false).0.text, "UỶ BAN NHÂN DÂN");
        assert_eq!(convert("Uû ban nh©n d©n TØNH", false).0.text, "Uỷ ban nhân dân TỈNH");
    }
}
