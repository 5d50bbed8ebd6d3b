//! Whether a word is built as a Vietnamese syllable: an onset, a rime, a tone. It may be no word of the language all the same.

use unicode_normalization::UnicodeNormalization;

/// What a syllable may begin with, longer ones first.
const ONSETS: [&str; 26] = [
    "ngh", "ng", "nh", "gh", "gi", "kh", "ph", "qu", "th", "tr", "ch", "b", "c", "d", "đ", "g", "h", "k", "l", "m",
    "n", "r", "s", "t", "v", "x",
];

/// What follows the onset, without tone, in the order of the bytes.
const RIMES: &str = "a ac ach ai am an ang anh ao ap at au ay e ec em en eng eo ep et i ia ich im in inh ip it iu iêc iêm iên iêng iêp \
    iêt iêu o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oen oeo oet oi om on ong ooc oong op ot oăc oăm oăn oăng oăt \
    u ua uc ui um un ung up ut uy uya uych uyn uynh uyt uyu uyên uyêt uân uâng uât uây uê uêch uênh uôc uôi uôm uôn uông uôt uơ y ych \
    yn ynh yt yu yên yêm yêng yêt yêu âc âm ân âng âp ât âu ây ê êch êm ên ênh êp êt êu ô ôc ôi ôm ôn ông ôp ôt ăc ăm ăn ăng ăp ăt \
    ơ ơi ơm ơn ơp ơt ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu";

/// The longest syllable (`nghiêng`, `thuyền`) has seven letters; more are no syllable.
const MAX_LETTERS: usize = 7;

/// Whether a word is a syllable, in letters of any case. A rime that ends in a stop takes the tones sắc and nặng alone.
pub(crate) fn is_syllable(word: &str) -> bool {
    let Some((letters, tone)) = parts(word) else { return false };
    let takes_any_tone = !letters.ends_with(['c', 'p', 't']) && !letters.ends_with("ch");
    (takes_any_tone || matches!(tone, Some('\u{301}' | '\u{323}'))) && is_toneless(&letters)
}

/// Whether a word could be a syllable whose tone was not written, as in the names of files and fields.
pub(crate) fn is_syllable_without_tone(word: &str) -> bool {
    parts(word).is_some_and(|(letters, _)| is_toneless(&letters))
}

/// Whether a character is a letter of the alphabet, with any of its marks.
pub(super) fn is_letter(c: char) -> bool {
    parts(c.encode_utf8(&mut [0; 4])).is_some()
}

/// The letters of a word in small letters without its tone, and the tone; `None` for what has two tones or another mark.
fn parts(word: &str) -> Option<(String, Option<char>)> {
    if word.chars().count() > MAX_LETTERS {
        return None;
    }
    let (mut letters, mut tone) = (String::new(), None);
    for c in word.chars().flat_map(char::to_lowercase).nfd() {
        match c {
            '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}' => {
                if tone.replace(c).is_some() {
                    return None;
                }
            }
            '\u{302}' | '\u{306}' | '\u{31b}' | 'a'..='z' | 'đ' => letters.push(c),
            _ => return None,
        }
    }
    Some((letters.nfc().collect(), tone))
}

/// `g` and `i` are tried apart too: `gì`, `giêng`.
fn is_toneless(letters: &str) -> bool {
    let is_rime = |rest: &str| !rest.is_empty() && RIMES.split_ascii_whitespace().any(|rime| rime == rest);
    is_rime(letters) || ONSETS.iter().any(|onset| letters.strip_prefix(onset).is_some_and(is_rime))
}

#[cfg(test)]
mod tests {
    use super::{is_syllable, is_syllable_without_tone};

    #[test]
    fn syllables_are_known_by_their_build() {
        let text = "Cộng hòa xã hội chủ nghĩa Việt Nam hoà thuỷ thủy quyết định giêng gì nghiêng khuya quý quỹ quốc ương uỷ ủy yêu \
            huỳnh khuếch xoong ƯỚC";
        for word in text.split_whitespace() {
            assert!(is_syllable(word), "{word}");
        }
        for word in
            ["Kant", "Müller", "X", "hôi̍", "lac", "daân", "Newton", "Hugo", "vụn", "chr", "", "ng", "nghiêngg", "Čư"]
        {
            assert_eq!(is_syllable(word), word == "vụn", "{word}");
        }
        assert!(is_syllable_without_tone("Lop") && !is_syllable("Lop") && !is_syllable_without_tone("Nature"));
    }
}
