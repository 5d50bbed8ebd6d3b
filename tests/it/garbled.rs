//! Texts that a conversion left unreadable: real Vietnamese prose in each of the ways that it comes broken, told and put right,
//! and nothing told of text that is sound.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde_json::{Value, json};
use unicode_normalization::UnicodeNormalization;
use vanban::diag::{Diagnostics, registry};

use crate::compose_support::report_with;
use crate::corpus::samples;
use crate::malformed::judged;
use crate::recombined::{Passages, Texts};

const BROKEN: [&str; 4] =
    [registry::OLD_ENCODING.code, registry::MISREAD_TEXT.code, registry::LOST_LETTERS.code, registry::TORN_MARKS.code];

/// TCVN 5712:1993, the 7-bit half left out: each letter with what its byte reads as in Windows-1252.
const TCVN3: &str = "àµ á¸ ả¶ ã· ạ¹ ă¨ ằ» ắ¾ ẳ¼ ẵ½ ặÆ â© ầÇ ấÊ ẩÈ ẫÉ ậË đ® èÌ éÐ ẻÎ ẽÏ ẹÑ êª ềÒ ếÕ ểÓ ễÔ ệÖ ì× íÝ ỉØ ĩÜ ịÞ òß óã ỏá õâ ọä ô« \
    ồå ốè ổæ ỗç ộé ơ¬ ờê ớí ởë ỡì ợî ùï úó ủñ ũò ụô ư\u{ad} ừõ ứø ửö ữ÷ ựù ỳú ýý ỷû ỹü ỵþ Ă¡ Â¢ Ê£ Ô¤ Ơ¥ Ư¦ Đ§";

/// The letters of VNI that are no ASCII letter with a mark behind it.
const VNI_WHOLE: &str = "ìì íí ỉæ ĩó ịò ơô ưö ỵî đñ";
/// Its marks by what they are made of.
const VNI_MARKS: &str = "ø\u{300} ù\u{301} û\u{309} õ\u{303} ï\u{323} â\u{302} à\u{302}\u{300} á\u{302}\u{301} å\u{302}\u{309} ã\u{302}\u{303} ä\u{302}\u{323} \
    ê\u{306} è\u{306}\u{300} é\u{306}\u{301} ú\u{306}\u{309} ü\u{306}\u{303} ë\u{306}\u{323}";

fn pairs(table: &str) -> BTreeMap<char, char> {
    table.split(' ').map(|pair| (pair.chars().next().unwrap(), pair.chars().nth(1).unwrap())).collect()
}

/// Capitals with a tone have no byte of their own.
fn tcvn3(text: &str) -> Option<String> {
    static TABLE: OnceLock<BTreeMap<char, char>> = OnceLock::new();
    let table = TABLE.get_or_init(|| pairs(TCVN3));
    text.chars().map(|c| table.get(&c).copied().or((c.is_ascii() || is_punctuation(c)).then_some(c))).collect()
}

const fn is_punctuation(c: char) -> bool {
    matches!(c, '“' | '”' | '‘' | '’' | '–' | '…' | '\u{a0}')
}

fn vni(text: &str) -> Option<String> {
    let whole = pairs(VNI_WHOLE);
    let mut out = String::new();
    for c in text.chars() {
        let small = c.to_lowercase().next().unwrap();
        let is_capital = small != c;
        let cased = |written: char| if is_capital { written.to_uppercase().next().unwrap() } else { written };
        // the horn belongs to the letter, the tone is a mark behind it
        let (base, marks): (char, String) = {
            let mut parts = small.nfd();
            let base = parts.next().unwrap();
            let rest: String = parts.collect();
            match rest.strip_prefix('\u{31b}').or_else(|| rest.strip_suffix('\u{31b}')) {
                Some(tone) => (if base == 'o' { 'ơ' } else { 'ư' }, tone.to_owned()),
                None if rest.starts_with('\u{323}') => (base, rest.chars().rev().collect()),
                None => (base, rest),
            }
        };
        if let Some(written) = whole.get(&small) {
            out.push(cased(*written));
        } else if small.is_ascii() || is_punctuation(c) {
            out.push(c);
        } else {
            out.push(cased(whole.get(&base).copied().unwrap_or(base)));
            if !marks.is_empty() {
                let mark = VNI_MARKS.split(' ').find(|mark| mark.chars().skip(1).eq(marks.chars()))?;
                out.push(cased(mark.chars().next().unwrap()));
            }
        }
    }
    Some(out)
}

/// The bytes from 0x80 of Windows-1252, those that it lacks as the controls of that number; then Latin-1.
fn windows_1252(byte: u8) -> char {
    const SPECIAL: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    match byte {
        0x80..=0x9f => SPECIAL.chars().nth(usize::from(byte) - 0x80).unwrap(),
        _ => char::from(byte),
    }
}

fn windows_1258(byte: u8) -> char {
    if byte == 0xc3 { 'Ă' } else { windows_1252(byte) }
}

fn cp437(byte: u8) -> char {
    const HIGH: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
        αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";
    if byte < 0x80 { char::from(byte) } else { HIGH.chars().nth(usize::from(byte) - 0x80).unwrap() }
}

fn misread(text: &str, as_char: fn(u8) -> char) -> String {
    text.bytes().map(as_char).collect()
}

/// Marks as characters of their own behind the letters, as some PDF files have them.
fn torn(text: &str) -> Option<String> {
    let tones = [('\u{300}', '`'), ('\u{301}', '´'), ('\u{303}', '˜')];
    let mut out = String::new();
    for c in text.chars() {
        let marks: String = c.to_string().nfd().collect();
        match tones.iter().find(|(tone, _)| marks.contains(*tone)) {
            Some((tone, written)) => {
                out.extend(marks.chars().filter(|mark| mark != tone).nfc());
                out.push(*written);
            }
            None => out.push(c),
        }
    }
    (out.chars().filter(|c| tones.iter().any(|(_, written)| written == c)).count() >= 3).then_some(out)
}

fn prose() -> Vec<String> {
    let texts = Texts::ALL.map(Passages::read);
    texts.iter().flat_map(Passages::paragraphs).map(ToOwned::to_owned).collect()
}

/// What is told of texts, each a paragraph of one document.
fn told(texts: &[String]) -> Vec<Option<(String, String)>> {
    let mut told = Vec::new();
    // a document with too many faults is not read to its end
    for texts in texts.chunks(20) {
        let body: Vec<Value> = texts.iter().map(|text| json!({ "type": "paragraph", "text": text })).collect();
        let spec = serde_json::to_vec(&report_with(&json!({ "body": body }))).unwrap();
        let mut findings = Diagnostics::default();
        judged(&spec, &mut findings).unwrap();
        for i in 0..texts.len() {
            let at = format!("/body/{i}/text");
            let of_text = |code: &str| code != registry::END_MARK.code;
            let here = findings.iter().filter(|finding| finding.at.as_str() == at && of_text(finding.code));
            let found: Vec<_> = here.collect();
            let broken = found.iter().find(|finding| BROKEN.contains(&finding.code));
            assert!(broken.is_none() || found.len() == 1, "one finding, no other of what follows from it: {found:#?}");
            told.push(broken.map(|finding| (finding.message.en.clone(), finding.hints[0].en.clone())));
        }
    }
    told
}

/// Breaks every paragraph that holds enough letters to tell by, and asks for what is told.
fn every_paragraph_is_put_right(name: &str, needed: usize, break_up: impl Fn(&str) -> Option<String>) {
    let letters =
        |text: &str| text.split(' ').filter(|word| word.chars().any(|c| !c.is_ascii() && c.is_alphabetic())).count();
    let sound: Vec<String> = prose().into_iter().filter(|text| letters(text) >= needed).collect();
    let pairs: Vec<(String, String)> = sound.into_iter().filter_map(|text| Some((break_up(&text)?, text))).collect();
    assert!(pairs.len() > 500, "{name}: {} texts", pairs.len());
    let broken: Vec<String> = pairs.iter().map(|(broken, _)| broken.clone()).collect();
    let mut wrong = Vec::new();
    for ((broken, sound), told) in pairs.iter().zip(told(&broken)) {
        let asked = format!("write \"{sound}\"");
        match told {
            Some((message, hint)) if message.contains(name) && hint == asked => {}
            other => wrong.push(format!("{broken}\n  {asked}\n  {other:?}")),
        }
    }
    assert!(
        wrong.is_empty(),
        "{name}: {} of {}:\n{}",
        wrong.len(),
        pairs.len(),
        wrong[..wrong.len().min(10)].join("\n")
    );
}

#[test]
fn text_in_tcvn3_is_put_right() {
    every_paragraph_is_put_right("TCVN3", 4, tcvn3);
}

#[test]
fn text_in_vni_is_put_right() {
    every_paragraph_is_put_right("VNI", 4, vni);
}

#[test]
fn text_read_as_windows_1252_is_put_right() {
    every_paragraph_is_put_right("Windows-1252", 2, |text| Some(misread(text, windows_1252)));
}

#[test]
fn text_read_as_windows_1258_is_put_right() {
    let has_latin =
        |text: &str| text.contains(['à', 'á', 'â', 'ã', 'è', 'é', 'ê', 'ì', 'í', 'ò', 'ó', 'ô', 'õ', 'ù', 'ú', 'ý']);
    every_paragraph_is_put_right("Windows-1258", 2, |text| has_latin(text).then(|| misread(text, windows_1258)));
}

#[test]
fn text_read_as_cp437_is_put_right() {
    every_paragraph_is_put_right("cp437", 2, |text| Some(misread(text, cp437)));
}

#[test]
fn torn_marks_are_put_back() {
    every_paragraph_is_put_right("marks stand apart", 8, torn);
}

#[test]
fn sound_prose_is_not_told_of() {
    let prose = prose();
    assert!(prose.len() > 700);
    for (text, told) in prose.iter().zip(told(&prose)) {
        assert_eq!(told, None, "{text}");
    }
    for sample in samples() {
        let mut findings = Diagnostics::default();
        judged(&sample.spec, &mut findings);
        let broken = findings.iter().find(|finding| BROKEN.contains(&finding.code));
        assert_eq!(broken, None, "{}", sample.name);
    }
}

/// Languages, formulas, signs and names that look unlike Vietnamese and are right.
#[test]
fn other_languages_and_signs_are_not_told_of() {
    let sound = [
        "Công ty Müller & Söhne, Köln; trường Universität Zürich, giáo sư Jürgen Größe",
        "Tổ chức “Médecins Sans Frontières”, phố Champs-Élysées, Noël, café, hôtel, où l'été",
        "Thành phố Plzeň, Brno, ông Václav Dvořák, Łódź, Kraków, São Paulo, Malmö, Århus, Øresund",
        "Buôn Čư̆ M'gar, xã Ea H'leo, Y Ngông Niê Kdăm, K'Ho, Ðăk Păk, N̄ a n̄",
        "Diện tích 12 m², nhiệt độ 25 °C, sai số ±0,5 %, 3 × 4 = 12, ½, ¼, bụi 10 µm, 5 µg và 2,5 µm",
        "α + β = γ, Ω, π ≈ 3,14, ∑ xᵢ, H₂O, NO₃⁻, → ↔ ≤ ≥ ≠ ∞",
        "© 2024, ® đã đăng ký, § 5, ¶ 2, « Nhân dân », «Thời báo»… «quá»… «lá»…",
        "a.vn/tim?ma=3&x=~user/`x`, C:\\~tmp, x^2 + y^2, `ls ~`, ~5 km, 'a'",
        "Vì sao? Ai? Thế nào? Có được không?",
        "Hoà, thuỷ, quý, tòa, xoong, boong, quần soóc, Đắk Lắk, Pleiku, Kon Tum, Krông Pắc",
        "Россия, Москва; 中国; 日本語; 한국",
    ];
    let texts: Vec<String> = sound.iter().map(|text| (*text).to_owned()).collect();
    for (text, told) in sound.iter().zip(told(&texts)) {
        assert_eq!(told, None, "{text}");
    }
}

#[test]
fn short_texts_are_told_too() {
    let cases = [
        (
            "Céng hßa x· héi chñ nghÜa ViÖt Nam, Uû ban nh©n d©n",
            "TCVN3",
            "Cộng hòa xã hội chủ nghĩa Việt Nam, Uỷ ban nhân dân",
        ),
        ("CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", "TCVN3", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Së Néi vô", "TCVN3", "Sở Nội vụ"),
        ("§¬n vÞ: phßng Tµi chÝnh", "TCVN3", "Đơn vị: phòng Tài chính"),
        (
            "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM, UÛy ban nhaân daân",
            "VNI",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM, Ủy ban nhân dân",
        ),
        ("Sôû Noäi vuï", "VNI", "Sở Nội vụ"),
        ("Cá»™ng hÃ²a xÃ£ há»™i", "Windows-1252", "Cộng hòa xã hội"),
        ("HÃ  Ná»™i", "Windows-1252", "Hà Nội"),
        ("Huáº¿", "Windows-1252", "Huế"),
        ("CÃ¡Â»â„¢ng hÃƒÂ²a xÃƒÂ£ hÃ¡Â»â„¢i", "Windows-1252", "Cộng hòa xã hội"),
        ("C├┤ng v─ân, ─æ╞░ß╗¥ng", "cp437", "Công văn, đường"),
        (
            "Văn phòng UBND, phßng Néi vô, Së T\u{ad} ph¸p vµ c¸c së",
            "TCVN3",
            "Văn phòng UBND, phòng Nội vô, Sở Tư pháp và các sở",
        ),
        ("xuô´ng phi´a Nam, manh ve` tha´ng", "marks stand apart", "xuống phía Nam, manh vè tháng"),
    ];
    let texts: Vec<String> = cases.iter().map(|(text, _, _)| (*text).to_owned()).collect();
    for ((text, name, sound), told) in cases.iter().zip(told(&texts)) {
        let Some((message, hint)) = told else { panic!("{text}: nothing is told") };
        assert!(message.contains(name), "{text}: {message}");
        assert_eq!(hint, format!("write \"{sound}\""), "{text}");
    }
    for text in ["manh ̣ ̉ ̣ ̣ xuông phia Nam", "S? ph??ng án", "C?ng h?a xã h?i"] {
        assert!(told(&[text.to_owned()])[0].is_some(), "{text}");
    }
}

/// What is told is gone once the hint is followed.
#[test]
fn the_text_of_the_hint_is_sound() {
    let sound: Vec<String> =
        prose().into_iter().filter_map(|text| Some((tcvn3(&text)?, text)).map(|(_, text)| text)).collect();
    assert!(told(&sound).iter().all(Option::is_none));
}

/// Runs part words: the whole text is looked at.
#[test]
fn a_text_in_runs_is_told_once() {
    let body = json!([{ "type": "paragraph", "text": ["Céng ", { "text": "hßa x· ", "bold": true }, "héi"] }]);
    let spec = serde_json::to_vec(&report_with(&json!({ "body": body }))).unwrap();
    let mut findings = Diagnostics::default();
    judged(&spec, &mut findings).unwrap();
    let told: Vec<_> = findings.iter().map(|finding| (finding.code, finding.at.as_str())).collect();
    assert_eq!(told, [("VB160", "/body/0/text")]);
}
