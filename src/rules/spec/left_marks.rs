//! What other programs and unfinished work leave in a text: fields that were never filled in, errors of spreadsheets, marks of
//! HTML and Markdown.

use std::ops::Range;

use crate::vietnamese::is_syllable_without_tone;

/// What was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LeftMark {
    /// A place that somebody or some program was to fill in.
    Unfilled,
    /// A value that could not be computed or was not there.
    NoValue,
    /// A mark that belongs to another kind of file.
    Markup,
}

/// The most marks told of one text.
const MOST: usize = 50;
/// The longest field or tag, in bytes.
const LONGEST: usize = 100;

/// Finds every mark, in the order of the text. `is_foreign` says that the text is not in Vietnamese: its words are no marks then.
pub(super) fn left_marks(text: &str, is_foreign: bool) -> Vec<(Range<usize>, LeftMark)> {
    let mut found = Vec::new();
    if is_no_value(text) || is_starter(text) {
        let mark = if is_no_value(text) { LeftMark::NoValue } else { LeftMark::Unfilled };
        found.push((0..text.len(), mark));
        return found;
    }
    if !may_hold_one(text) {
        return found;
    }
    let (mut at, mut before) = (0, None);
    let mut has_leaders = false;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        if found.len() == MOST {
            break;
        }
        let here = Here { rest: text.get(at..).unwrap_or_default(), done: text.get(..at).unwrap_or_default(), before };
        let step = here.mark(c, is_foreign);
        let len = step.map_or(c.len_utf8(), |(len, _)| len);
        if let Some((len, Some(mark))) = step {
            // a form has them in every line
            let is_leader = matches!(c, '.' | '…' | '_');
            if !(is_leader && has_leaders) {
                found.push((at..at + len, mark));
            }
            has_leaders |= is_leader;
        }
        before = text.get(at..at + len).and_then(|part| part.chars().next_back());
        at += len;
    }
    found
}

/// Whether a text is one that a new specification holds to be replaced.
pub(super) fn is_starter(text: &str) -> bool {
    STARTER.contains(&text)
}

/// A quick look, for nearly every text has none.
fn may_hold_one(text: &str) -> bool {
    let mut before = 0;
    for &b in text.as_bytes() {
        let is_sign = match b {
            b'{' | b'$' | b'<' | b'#' | b'%' | b'[' | b'*' | b'&' | b'_' | b'\\' => true,
            b'.' | b'?' | b'l' | b'L' | b'X' | b'x' => before == b,
            // «, and an ellipsis
            0xab => before == 0xc2,
            0xa6 => before == 0x80,
            // TODO, NaN, NaT, None, undefined, MERGEFIELD, REF, TBD, Error!
            b'D' => matches!(before, b'O' | b'B'),
            b'N' | b'T' => before == b'a',
            b'e' => before == b'n',
            b'f' | b'F' => before == b'e' || before == b'E',
            b'!' => matches!(before, b'r' | b'i'),
            b'M' => before == b'X',
            _ => false,
        };
        if is_sign {
            return true;
        }
        before = b;
    }
    false
}

/// A text that is nothing but what programs write for no value.
fn is_no_value(text: &str) -> bool {
    const NONE: [&str; 8] = ["nan", "none", "null", "nil", "undefined", "n/a", "#n/a", "nat"];
    text.len() <= 9 && NONE.iter().any(|none| text.eq_ignore_ascii_case(none))
}

/// A place in a text.
#[derive(Clone, Copy)]
struct Here<'a> {
    rest: &'a str,
    done: &'a str,
    before: Option<char>,
}

impl Here<'_> {
    /// What begins here: how long it is, and what it is where it is a mark.
    fn mark(self, c: char, is_foreign: bool) -> Option<(usize, Option<LeftMark>)> {
        use LeftMark::{Markup, NoValue, Unfilled};
        let marked = |len: Option<usize>, mark| len.map(|len| (len, Some(mark)));
        match c {
            '{' => marked(
                self.between("{{", "}}").or_else(|| self.between("{%", "%}")).or_else(|| self.field("{", "}")),
                Unfilled,
            ),
            '$' => marked(self.between("${", "}"), Unfilled),
            '<' => marked(self.between("<<", ">>").or_else(|| self.angle_field()), Unfilled)
                .or_else(|| marked(self.tag(), Markup)),
            '«' if !is_foreign => marked(self.merge_field(), Unfilled),
            '#' => marked(self.one_of(&SHEET_ERRORS).or_else(|| self.run("#").filter(|len| *len >= 3)), NoValue),
            '%' => marked(self.percent_field(), Unfilled),
            '[' => {
                marked(self.one_of(&["[object Object]"]), NoValue).or_else(|| marked(self.bracket_field(), Unfilled))
            }
            '*' => marked(self.emphasis(), Markup),
            '&' => marked(self.entity(), Markup),
            '\\' => marked(self.escape(), Markup),
            '_' => self.run("_").map(|len| (len, (len >= 4).then_some(Unfilled))),
            '.' | '…' => {
                let len = self.rest.len() - self.rest.trim_start_matches(['.', '…']).len();
                let run = self.rest.get(..len)?;
                let (dots, ellipses) = (run.matches('.').count(), run.matches('…').count());
                let is_leader = ellipses >= 2 || dots >= 5 || ellipses == 1 && dots >= 3;
                Some((len, is_leader.then_some(Unfilled)))
            }
            '?' => {
                let len = self.run("?")?;
                let is_question = self.before.is_some_and(char::is_alphabetic);
                Some((len, (len >= 3 && !is_question).then_some(Unfilled)))
            }
            'A'..='Z' | 'a'..='z' if !self.before.is_some_and(char::is_alphanumeric) => {
                let len = self.rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(self.rest.len());
                let phrase = self.one_of(&PHRASES);
                if phrase.is_some() {
                    return marked(phrase, Markup);
                }
                let mark = self.word(self.rest.get(..len)?).filter(|_| !is_foreign);
                Some((len, mark))
            }
            _ => None,
        }
    }

    fn one_of(self, marks: &[&str]) -> Option<usize> {
        marks.iter().find(|mark| self.rest.starts_with(**mark)).map(|mark| mark.len())
    }

    fn run(self, sign: &str) -> Option<usize> {
        let len = self.rest.len() - self.rest.trim_start_matches(sign).len();
        (len > 0).then_some(len)
    }

    /// What stands between two signs on one line, with them.
    fn between(self, open: &str, close: &str) -> Option<usize> {
        let inside = head(self.rest.strip_prefix(open)?);
        let len = inside.find(close)?;
        let name = inside.get(..len)?;
        (!name.trim().is_empty() && !name.contains('\n')).then_some(open.len() + len + close.len())
    }

    /// `{ten}`, `{#danh_sach}`: a name in single braces, which no formula has.
    fn field(self, open: &str, close: &str) -> Option<usize> {
        let len = self.between(open, close)?;
        let name = self.rest.get(open.len()..len - close.len())?.trim_start_matches(['#', '/', '^']);
        let is_name = name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | ' '));
        (is_name && name.chars().filter(|c| c.is_alphabetic()).count() >= 2).then_some(len)
    }

    /// `<Họ và tên>`: words in angle brackets that no letter or number stands before.
    fn angle_field(self) -> Option<usize> {
        let len = self.between("<", ">")?;
        let name = self.rest.get(1..len - 1)?;
        let is_name = name.chars().all(|c| c.is_alphabetic() || matches!(c, '_' | ' '))
            && !name.starts_with(' ')
            && !name.ends_with(' ')
            && name.chars().count() >= 2;
        let follows = self.before.is_some_and(char::is_alphanumeric);
        (is_name && !follows && !TAGS.contains(&name.to_ascii_lowercase().as_str())).then_some(len)
    }

    /// `<br>`, `</p>`, `<span style=…>`.
    fn tag(self) -> Option<usize> {
        let len = self.between("<", ">")?;
        let inside = self.rest.get(1..len - 1)?.trim_matches('/');
        let name = inside.split([' ', '/']).next()?.to_ascii_lowercase();
        TAGS.contains(&name.as_str()).then_some(len)
    }

    /// `«Ho_ten»` as Word shows the fields of a letter; words in French quotation marks have marks, spaces or a capital.
    fn merge_field(self) -> Option<usize> {
        let len = self.between("«", "»")?;
        let name = self.rest.get("«".len()..len - "»".len())?;
        let is_name = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        let is_written_so = name.contains('_') && !name.contains(' ');
        let is_mixed = name.bytes().any(|b| b.is_ascii_digit())
            || name.as_bytes().windows(2).any(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase())
            || !name.contains(|c: char| c.is_ascii_uppercase())
            || !name.contains(|c: char| c.is_ascii_lowercase());
        (is_written_so || is_name && (is_mixed || is_syllable_without_tone(name))).then_some(len)
    }

    /// `%TEN%`; what an address has (`%C3%B4`) is two digits of a byte.
    fn percent_field(self) -> Option<usize> {
        let len = self.between("%", "%")?;
        let name = self.rest.get(1..len - 1)?;
        let is_name = name.starts_with(|c: char| c.is_ascii_uppercase())
            && name.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_')
            && name.len() >= 2
            && !(name.len() == 2 && name.bytes().all(|b| b.is_ascii_hexdigit()));
        is_name.then_some(len)
    }

    /// `[TÊN CƠ QUAN]`, `[điền số]`, `[...]`; a number or a short name in brackets refers to something.
    fn bracket_field(self) -> Option<usize> {
        let len = self.between("[", "]")?;
        let name = self.rest.get(1..len - 1)?;
        if matches!(name.trim(), "..." | "…") || name.to_lowercase().starts_with("cần bổ sung") {
            return Some(len);
        }
        let letters = name.chars().filter(|c| c.is_alphabetic()).count();
        let is_capital = letters >= 2
            && name.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || matches!(c, ' ' | '_' | '/' | ','))
            && (!name.is_ascii() || name.contains([' ', '_']) || FIELD_NAMES.contains(&name));
        let first = name.split_whitespace().next().unwrap_or_default().to_lowercase();
        let asks = FIELD_WORDS.contains(&first.as_str())
            && name.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '_' | '/' | '.'));
        (is_capital || asks).then_some(len)
    }

    /// `**x**`, with words right inside the stars: `(**)` marks a note.
    fn emphasis(self) -> Option<usize> {
        let len = self.between("**", "**")?;
        let inside = self.rest.get(2..len - 2)?;
        (inside.starts_with(char::is_alphanumeric) && !inside.ends_with([' ', '('])).then_some(len)
    }

    /// `&nbsp;`, `&#160;`, `&eacute;`.
    fn entity(self) -> Option<usize> {
        let len = self.between("&", ";").filter(|len| *len <= 12)?;
        let name = self.rest.get(1..len - 1)?;
        let is_number = name.strip_prefix('#').is_some_and(|number| {
            let hex = number.strip_prefix(['x', 'X']);
            !number.is_empty()
                && hex.map_or(number.bytes().all(|b| b.is_ascii_digit()), |hex| {
                    !hex.is_empty() && hex.bytes().all(|b| b.is_ascii_hexdigit())
                })
        });
        let is_letter = ["acute", "grave", "circ", "tilde", "uml"]
            .iter()
            .any(|mark| name.len() == mark.len() + 1 && name.ends_with(mark));
        (is_number || is_letter || ENTITIES.contains(&name)).then_some(len)
    }

    /// `\u1ea1`: JSON written twice.
    fn escape(self) -> Option<usize> {
        let digits = self.rest.strip_prefix("\\u")?.get(..4)?;
        digits.bytes().all(|b| b.is_ascii_hexdigit()).then_some(6)
    }

    /// A word that stands for no value or for work left over; in quotation marks it is spoken of.
    fn word(self, word: &str) -> Option<LeftMark> {
        let after = self.rest.get(word.len()..).and_then(|rest| rest.chars().next());
        let is_quote =
            |c: Option<char>| c.is_some_and(|c| matches!(c, '"' | '“' | '”' | '\'' | '‘' | '’' | '`' | '«' | '»'));
        if is_quote(self.before) && is_quote(after) {
            return None;
        }
        if ["undefined", "None", "NaN", "NaT", "null", "NULL"].contains(&word) {
            return Some(LeftMark::NoValue);
        }
        let is_filler = word.len() >= 3 && (word.bytes().all(|b| b == b'X') || word.bytes().all(|b| b == b'x'));
        let is_ordinal = word == "XXX" && self.is_behind_ordinal();
        (["TODO", "FIXME", "TBD"].contains(&word) || is_filler && !is_ordinal).then_some(LeftMark::Unfilled)
    }

    /// Whether `XXX` is thirty here: `Kỳ họp thứ XXX`.
    fn is_behind_ordinal(self) -> bool {
        let last = self.done.trim_end().rsplit([' ', '\n', '\u{a0}']).next().unwrap_or_default().to_lowercase();
        ORDINALS.contains(&last.as_str())
    }
}

/// As much of a text as a field or tag may be long.
fn head(text: &str) -> &str {
    let mut end = text.len().min(LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

/// What spreadsheets write where a formula fails.
const SHEET_ERRORS: [&str; 10] =
    ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#ERROR!"];

/// What Word shows of its fields.
const PHRASES: [&str; 13] = [
    "MERGEFIELD",
    "MERGEFORMAT",
    "DOCPROPERTY",
    "REF _Ref",
    "PAGEREF _",
    "HYPERLINK \"",
    "Error! Reference source not found.",
    "Error! Bookmark not defined.",
    "Error! No text of specified style in document.",
    "Error!",
    "Lỗi! Không tìm thấy nguồn tham chiếu.",
    "Lỗi! Thẻ đánh dấu không được xác định.",
    "Lỗi!",
];

/// The tags of HTML that text editors write.
const TAGS: [&str; 36] = [
    "br", "p", "b", "i", "u", "s", "em", "strong", "span", "div", "font", "sup", "sub", "ul", "ol", "li", "table",
    "tbody", "thead", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "a", "img", "hr", "strike", "small",
    "center", "pre", "o:p",
];

/// The names of HTML's characters that text editors write.
const ENTITIES: [&str; 24] = [
    "nbsp", "amp", "lt", "gt", "quot", "apos", "ndash", "mdash", "hellip", "ldquo", "rdquo", "lsquo", "rsquo", "laquo",
    "raquo", "copy", "reg", "deg", "times", "middot", "bull", "shy", "ensp", "emsp",
];

/// Names in capitals without marks that a field in brackets has.
const FIELD_NAMES: [&str; 6] = ["TEN", "NAME", "DATE", "NGAY", "SO", "TITLE"];

/// What a field in brackets begins with.
const FIELD_WORDS: [&str; 14] =
    ["tên", "họ", "ngày", "số", "địa", "chức", "cơ", "điền", "nhập", "ghi", "chèn", "nội", "đơn", "thời"];

/// Words that a Roman number follows.
const ORDINALS: [&str; 10] = ["thứ", "khóa", "khoá", "chương", "phần", "mục", "kỷ", "lục", "loại", "lần"];

/// What a new specification (`vanban new`) holds to be replaced.
const STARTER: [&str; 26] = [
    "Tên cơ quan chủ quản",
    "Tên cơ quan ban hành",
    "CQBH",
    "Địa danh",
    "Tên cơ quan nhận văn bản",
    "Tên nơi nhận thứ nhất",
    "Tên nơi nhận thứ hai",
    "ĐVST",
    "Chức vụ của người ký",
    "Họ và tên",
    "Ý thứ nhất;",
    "Ý thứ hai.",
    "Nêu yêu cầu, thời hạn và đầu mối liên hệ",
    "Tên mục thứ nhất",
    "Tên khoản",
    "Nội dung của khoản. Số của mục và khoản được đánh tự động.",
    "Khoản không có tên: nội dung viết ngay sau số thứ tự.",
    "Nêu phân công, thời hạn và đề nghị, kiến nghị",
    "Nêu nhóm đối tượng thứ nhất, gồm:",
    "Đối tượng thứ nhất;",
    "Đối tượng thứ hai.",
    "Nêu nhóm đối tượng thứ hai.",
    "Nêu thời điểm có hiệu lực và trách nhiệm thi hành",
    "Nêu hiệu lực thi hành; văn bản bị thay thế (nếu có).",
    "Nêu người đứng đầu các cơ quan, đơn vị chịu trách nhiệm thi hành",
    "; mỗi đoạn văn là một mục của danh sách này.",
];

#[cfg(test)]
mod tests {
    use super::{LeftMark, left_marks};

    fn marks(text: &str) -> Vec<&str> {
        left_marks(text, false).into_iter().map(|(range, _)| &text[range]).collect()
    }

    #[test]
    fn every_mark_is_found() {
        for (text, found) in [
            ("Ông {{ten}}, số ${so}", vec!["{{ten}}", "${so}"]),
            ("Tổng: #N/A và #REF! và #DIV/0!", vec!["#N/A", "#REF!", "#DIV/0!"]),
            ("Chức vụ: undefined; tên None, ngày NaN", vec!["undefined", "None", "NaN"]),
            ("Ông ???, địa chỉ XXX", vec!["???", "XXX"]),
            ("«x» «Ho_ten» «HoTen» «Tên_cơ_quan» «Ten»", vec!["«x»", "«Ho_ten»", "«HoTen»", "«Tên_cơ_quan»", "«Ten»"]),
            ("<<ten>> và <Họ và tên>", vec!["<<ten>>", "<Họ và tên>"]),
            ("A&nbsp;B &amp; C&#160;D&eacute;", vec!["&nbsp;", "&amp;", "&#160;", "&eacute;"]),
            ("một<br>hai<br/>ba</p><span style=\"a\">b", vec!["<br>", "<br/>", "</p>", "<span style=\"a\">"]),
            ("chữ **đậm** và {% if a %}", vec!["**đậm**", "{% if a %}"]),
            (
                "%NAME% {ten} {#danh_sach} [TÊN] [TEN] [CẦN BỔ SUNG số liệu] [...]",
                vec!["%NAME%", "{ten}", "{#danh_sach}", "[TÊN]", "[TEN]", "[CẦN BỔ SUNG số liệu]", "[...]"],
            ),
            (
                "Xem Error! Reference source not found. và REF _Ref123 \\h",
                vec!["Error! Reference source not found.", "REF _Ref"],
            ),
            ("Ông …… sinh ngày ......", vec!["……"]),
            ("Tên: ............", vec!["............"]),
            ("Số: ______", vec!["______"]),
            ("{ MERGEFIELD Ten }", vec!["{ MERGEFIELD Ten }"]),
            ("[object Object]", vec!["[object Object]"]),
            ("Vi\\u1ec7t", vec!["\\u1ec7"]),
            ("TODO: hỏi lại, số xxx/BC", vec!["TODO", "xxx"]),
            ("Họ và tên", vec!["Họ và tên"]),
            ("N/A", vec!["N/A"]),
        ] {
            assert_eq!(marks(text), found, "{text}");
        }
    }

    #[test]
    fn what_is_meant_is_no_mark() {
        for text in [
            "Kỳ họp thứ XXX, thế kỷ XXI, Chương XXX, khóa XXXI",
            "« Nhân dân », «Tuổi trẻ», «Pravda», «Nature», “None”, giá trị \"null\"",
            "Tăng 5% và 10% so với 20%, {1, 2, 3}, [1], [2, 3], [WHO], a < b và c > d, x<y",
            "R&D, AT&T; H&M, C#, số #1, 5 * 3 ** 2, (**) Ghi chú, (*) và (**) số liệu",
            "a.vn/Th%C3%B4ng%20tin?a=1&b=2, https://a.vn/#muc, a_b@c.vn",
            "Còn nữa... và… rồi, sách, báo, v.v...",
            "Vì sao??? Thật ư?!",
            "công nghệ AI, nhà xuất bản, giấy nan tre, cô Nan, tập TODOS",
            "Căn cứ [sic] và “Điều 5. [...đã bỏ]”",
            "50.000.000 đồng (năm mươi triệu đồng)./.",
        ] {
            assert_eq!(marks(text), Vec::<&str>::new(), "{text}");
        }
        assert_eq!(left_marks("the None of it", true), []);
        assert_eq!(left_marks("None", false), [(0..4, LeftMark::NoValue)]);
    }
}
