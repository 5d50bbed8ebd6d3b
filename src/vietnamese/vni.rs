//! VNI (“VNI Windows”): a vowel, then a character for its marks. Read as Windows-1252 the marks are letters of Western Europe.

use unicode_normalization::UnicodeNormalization;

use super::words::Tally;

const GRAVE: char = '\u{300}';
const ACUTE: char = '\u{301}';
const CIRCUMFLEX: char = '\u{302}';
const TILDE: char = '\u{303}';
const BREVE: char = '\u{306}';
const HOOK: char = '\u{309}';
const HORN: char = '\u{31b}';
const DOT: char = '\u{323}';

/// The marks that a character behind a vowel stands for, both in small letters: what makes the vowel another, and the tone.
const fn marks(c: char) -> Option<(Option<char>, Option<char>)> {
    Some(match c {
        'ø' => (None, Some(GRAVE)),
        'ù' => (None, Some(ACUTE)),
        'û' => (None, Some(HOOK)),
        'õ' => (None, Some(TILDE)),
        'ï' => (None, Some(DOT)),
        'â' => (Some(CIRCUMFLEX), None),
        'à' => (Some(CIRCUMFLEX), Some(GRAVE)),
        'á' => (Some(CIRCUMFLEX), Some(ACUTE)),
        'å' => (Some(CIRCUMFLEX), Some(HOOK)),
        'ã' => (Some(CIRCUMFLEX), Some(TILDE)),
        'ä' => (Some(CIRCUMFLEX), Some(DOT)),
        'ê' => (Some(BREVE), None),
        'è' => (Some(BREVE), Some(GRAVE)),
        'é' => (Some(BREVE), Some(ACUTE)),
        'ú' => (Some(BREVE), Some(HOOK)),
        'ü' => (Some(BREVE), Some(TILDE)),
        'ë' => (Some(BREVE), Some(DOT)),
        _ => return None,
    })
}

/// A letter that stands for itself with its marks, in small letters: its letter, and the marks.
const fn whole(c: char) -> Option<(char, Option<char>)> {
    Some(match c {
        'ì' => ('i', Some(GRAVE)),
        'í' => ('i', Some(ACUTE)),
        'æ' => ('i', Some(HOOK)),
        'ó' => ('i', Some(TILDE)),
        'ò' => ('i', Some(DOT)),
        'ô' => ('o', Some(HORN)),
        'ö' => ('u', Some(HORN)),
        'î' => ('y', Some(DOT)),
        'ñ' => ('đ', None),
        _ => return None,
    })
}

/// A text converted.
pub(super) fn convert(text: &str, is_mixed: bool) -> Tally<'_> {
    Tally::of(text, &char::is_alphabetic, is_mixed, &converted)
}

fn converted(word: &str) -> Option<String> {
    let mut letters = String::with_capacity(word.len());
    let mut chars = word.chars().peekable();
    while let Some(c) = chars.next() {
        let small = small(c);
        let (letter, mark) = if c.is_ascii() { (small, None) } else { whole(small)? };
        letters.push(if small == c { letter } else { letter.to_uppercase().next()? });
        letters.extend(mark);
        if matches!(letter, 'a' | 'e' | 'o' | 'u' | 'y') {
            let next = chars.next_if(|next| marks(self::small(*next)).is_some_and(|marks| fits(letter, mark, marks)));
            if let Some((shape, tone)) = next.and_then(|next| marks(self::small(next))) {
                letters.extend(shape);
                letters.extend(tone);
            }
        }
    }
    Some(letters.nfc().collect())
}

/// Whether a letter takes the marks: those with a horn and `u`, `y` take a tone alone, `e` and `o` no breve.
const fn fits(letter: char, has: Option<char>, marks: (Option<char>, Option<char>)) -> bool {
    match marks.0 {
        None => !matches!(has, Some(DOT)),
        Some(BREVE) => letter == 'a',
        Some(_) => matches!(letter, 'a' | 'e' | 'o') && has.is_none(),
    }
}

fn small(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::convert;

    #[test]
    fn every_mark_is_set_on_its_vowel() {
        for (vni, unicode) in [
            ("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
            ("UÛy ban nhaân daân", "Ủy ban nhân dân"),
            ("Ñöôïc söûa ñoåi, boå sung", "Được sửa đổi, bổ sung"),
            ("quyù, kyõ, chæ thò, soá, baèng", "quý, kỹ, chỉ thị, số, bằng"),
            ("thuûy, tröôøng, höõu, baét, taèm", "thủy, trường, hữu, bắt, tằm"),
        ] {
            assert_eq!(convert(vni, false).text, unicode);
        }
    }
}
