//! Texts that a wrong conversion, or none, left unreadable: told with what they were, as far as that can be known.

use super::{lost, misread, tcvn, torn, vni};
use crate::diag::{Diagnostic, Phrase, Pointer, phrase, registry};

/// What happened to a text.
#[derive(Debug)]
pub(crate) enum Garbled {
    /// It is in TCVN3; whether words of it are in a font of capitals.
    Tcvn3(String, bool),
    /// It is in VNI.
    Vni(String),
    /// Its UTF-8 was read as another encoding.
    Misread(String, &'static str),
    /// Its marks stand beside their letters.
    Torn(Option<String>),
    /// Letters were lost: the first word without them.
    Lost(String),
}

/// What happened to a text, if anything did.
pub(crate) fn garbled(text: &str) -> Option<Garbled> {
    let looks = TextLooks::of(text);
    if looks.is_odd
        && let Some((mut read, taken_for)) = misread::convert(text)
    {
        // what was misread twice is put right twice
        while let Some((again, _)) = misread::convert(&read) {
            read = again;
        }
        return Some(Garbled::Misread(read, taken_for.name()));
    }
    if looks.has_marks
        && let Some(torn) = torn::find(text)
    {
        return Some(Garbled::Torn(torn.joined));
    }
    if looks.is_odd
        && let Some(old) = old_encoding(text, looks.is_mixed)
    {
        return Some(old);
    }
    lost::lost_letters(text).map(|word| Garbled::Lost(word.to_owned()))
}

fn old_encoding(text: &str, is_mixed: bool) -> Option<Garbled> {
    let (tcvn3, capitals) = tcvn::convert(text, is_mixed);
    let vni = vni::convert(text, is_mixed);
    match (tcvn3.is_sure(), vni.is_sure()) {
        (false, false) => None,
        (true, vni_too) if !vni_too || tcvn3.gains >= vni.gains => Some(Garbled::Tcvn3(tcvn3.text, capitals)),
        (_, _) => Some(Garbled::Vni(vni.text)),
    }
}

/// What one look at the bytes of a text tells.
#[derive(Debug, Default)]
struct TextLooks {
    /// Whether it has letters or signs that Vietnamese text seldom has, or letters with marks behind `a` or `e`, where it has none.
    is_odd: bool,
    /// Letters that encodings of one byte did not have.
    is_mixed: bool,
    /// Marks that are characters of their own.
    has_marks: bool,
}

impl TextLooks {
    fn of(text: &str) -> Self {
        let mut looks = Self::default();
        let (mut first, mut second) = (0_u8, 0_u8);
        for &third in text.as_bytes() {
            if third >= 0x80 {
                looks.letter(first, second, third);
            } else {
                looks.has_marks |= matches!(third, b'`' | b'~' | b'^');
            }
            (first, second) = (second, third);
        }
        looks
    }

    /// A byte beyond ASCII with the two before it.
    fn letter(&mut self, first: u8, second: u8, third: u8) {
        match (second, third) {
            (0xc3, _) => {
                self.is_odd |= (NOT_VIETNAMESE >> (third & 0x3f)) & 1 == 1 || matches!(first | 0x20, b'a' | b'e');
            }
            // no-break space, § « ° ² ³ »
            (0xc2, 0xa0 | 0xa7 | 0xab | 0xb0 | 0xb2 | 0xb3 | 0xbb) => {}
            (0xc2, 0xb4) | (0xcb..=0xcd, _) => {
                self.is_odd = true;
                self.has_marks = true;
            }
            // ă đ ĩ ũ ơ ư
            (0xc4, 0x82 | 0x83 | 0x90 | 0x91 | 0xa8 | 0xa9)
            | (0xc5, 0xa8 | 0xa9)
            | (0xc6, 0xa0 | 0xa1 | 0xaf | 0xb0) => {
                self.is_mixed = true;
            }
            (0xba | 0xbb, _) if first == 0xe1 => self.is_mixed = true,
            (0xc2 | 0xc4..=0xdf, _) => self.is_odd = true,
            // box drawing, and other signs that are no punctuation
            (0x81..=0xbf, _) if first == 0xe2 => self.is_odd = true,
            _ => {}
        }
    }
}

/// Which of the letters `À` to `ÿ`, which UTF-8 begins with 0xC3, Vietnamese does not have.
const NOT_VIETNAMESE: u64 = {
    let vietnamese = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý".as_bytes();
    let (mut mask, mut i) = (u64::MAX, 1);
    while i < vietnamese.len() {
        mask &= !(1 << (vietnamese[i] & 0x3f));
        i += 2;
    }
    mask
};

/// The longest text that a hint repeats, in characters.
const SHOWN: usize = 4000;

impl Garbled {
    /// The finding.
    pub(crate) fn finding(self, at: impl Into<Pointer>) -> Diagnostic {
        match self {
            Self::Tcvn3(read, capitals) => old(at, "TCVN3 (ABC)", &read).hint(if capitals {
                phrase!(
                    "chuyển cả tệp sang Unicode, ví dụ bằng UniKey (Ctrl+Shift+F6); chữ của phông hoa (.VnTimeH) đổi thành chữ in hoa",
                    "convert the whole file to Unicode, e.g. with UniKey (Ctrl+Shift+F6); words in a font of capitals (.VnTimeH) become capitals"
                )
            } else {
                convert_hint()
            }),
            Self::Vni(read) => old(at, "VNI", &read).hint(convert_hint()),
            Self::Misread(read, taken_for) => Diagnostic::of(
                registry::MISREAD_TEXT,
                at,
                phrase!(
                    "chữ mã UTF-8 đã bị đọc nhầm thành {taken_for}",
                    "text in UTF-8 was read as {taken_for}"
                ),
            )
            .hint(write_hint(&read))
            .hint(phrase!(
                "mở lại tệp gốc với bảng mã UTF-8",
                "open the original file with the encoding UTF-8"
            )),
            Self::Torn(joined) => {
                let finding = Diagnostic::of(
                    registry::TORN_MARKS,
                    at,
                    phrase!(
                        "dấu thanh, dấu mũ đứng rời chữ cái (thường do chép từ tệp PDF)",
                        "marks stand apart from their letters (as text copied from a PDF has them)"
                    ),
                );
                match joined {
                    Some(text) => finding.hint(write_hint(&text)),
                    None => finding.hint(phrase!(
                        "gõ lại những chữ mất dấu theo bản gốc",
                        "type the letters again as the original has them"
                    )),
                }
            }
            Self::Lost(word) => Diagnostic::of(
                registry::LOST_LETTERS,
                at,
                phrase!(
                    "“{word}” có dấu hỏi thay cho chữ đã mất khi chuyển mã",
                    "“{word}” has question marks for letters that a conversion lost"
                ),
            )
            .hint(phrase!(
                "gõ lại theo bản gốc, hoặc xuất lại dữ liệu bằng mã UTF-8",
                "type it again as the original has it, or export the data again in UTF-8"
            )),
        }
    }
}

fn old(at: impl Into<Pointer>, name: &str, read: &str) -> Diagnostic {
    Diagnostic::of(
        registry::OLD_ENCODING,
        at,
        phrase!("chữ gõ bằng mã {name}, cần Unicode", "text in the encoding {name}; Unicode is needed"),
    )
    .hint(write_hint(read))
}

fn convert_hint() -> Phrase {
    phrase!(
        "chuyển cả tệp sang Unicode, ví dụ bằng UniKey (Ctrl+Shift+F6)",
        "convert the whole file to Unicode, e.g. with UniKey (Ctrl+Shift+F6)"
    )
}

fn write_hint(text: &str) -> Phrase {
    let mut shown: String = text.trim().chars().take(SHOWN).collect();
    if shown.len() < text.trim().len() {
        shown.push('…');
    }
    let shown = shown.replace('\n', "\\n");
    phrase!("viết \"{shown}\"", "write \"{shown}\"")
}
