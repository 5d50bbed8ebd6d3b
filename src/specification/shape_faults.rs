//! What is said about a value that is not what it must be: what was found, what is asked, what to type.

use crate::diag::{Diagnostic, Phrase, Span, phrase, registry};

use super::date::{DateFault, YEARS};
use super::describe;
use super::meaning::Meaning;
use super::names::nearest;
use super::shape::Shape;
use super::text::{CharFault, TextFault};
use super::tree::{JsonNode, JsonValue, Step};

pub(super) fn not_an_object(root: &JsonNode) -> Diagnostic {
    let Phrase { vi, en } = found(root);
    Diagnostic::of(
        registry::NOT_AN_OBJECT,
        "",
        phrase!("đặc tả phải là một đối tượng {{…}}, gặp {vi}", "a specification is an object {{…}}, found {en}"),
    )
    .span(root.span)
    .hint(phrase!(
        "bắt đầu bằng {{\"doc_type\": \"report\", …}}; mỗi tệp là một văn bản",
        "begin with {{\"doc_type\": \"report\", …}}; one document a file"
    ))
}

/// The reading was given up.
pub(super) fn not_read_on() -> Diagnostic {
    Diagnostic::of(
        registry::TOO_MANY,
        "",
        phrase!(
            "tệp sai ở quá nhiều loại chỗ, chưa kiểm tra hết",
            "the file is at fault in too many kinds of places, not all of it was looked at"
        ),
    )
    .span(Span { start: 0, end: 0 })
    .hint(phrase!("sửa các chỗ đã báo rồi kiểm tra lại", "mend what is shown and check again"))
}

pub(super) fn unexplained(message: &str) -> Diagnostic {
    Diagnostic::of(
        registry::UNEXPLAINED,
        "",
        phrase!("không đọc được giá trị này ({message})", "this value cannot be read ({message})"),
    )
    .hint(phrase!(
        "báo lỗi này cho người làm chương trình, kèm tệp đặc tả",
        "report this to the makers of the program with the file"
    ))
}

pub(super) fn unknown_field(name: &str, meant: Option<&str>, known: &[&str]) -> Diagnostic {
    let finding = Diagnostic::of(
        registry::UNKNOWN_FIELD,
        "",
        phrase!("không có trường \"{name}\" ở đây", "there is no field \"{name}\" here"),
    );
    match meant {
        Some(meant) => finding.hint(phrase!("có phải ý bạn là \"{meant}\"?", "did you mean \"{meant}\"?")),
        None => {
            let names = known.iter().map(|k| format!("\"{k}\"")).collect::<Vec<_>>().join(", ");
            finding.hint(phrase!("xóa đi, hoặc dùng một trong: {names}", "delete it, or use one of: {names}"))
        }
    }
}

pub(super) fn missing_field(name: &str, parent: &[Step]) -> Diagnostic {
    let meaning = meaning_of(name, parent);
    let vi = meaning.map_or_else(String::new, |m| format!(" ({})", m.phrase()));
    let finding = Diagnostic::of(
        registry::MISSING_FIELD,
        "",
        phrase!("thiếu trường \"{name}\"{vi}", "the field \"{name}\" is missing"),
    );
    match meaning.map(|m| m.example).filter(|example| !example.is_empty()) {
        Some(example) => finding.hint(phrase!("thêm \"{name}\": {example}", "add \"{name}\": {example}")),
        None if name == "type" => finding.hint(phrase!(
            "thêm loại khối, ví dụ \"type\": \"paragraph\"",
            "add the kind of the block, e.g. \"type\": \"paragraph\""
        )),
        None => finding.hint(phrase!("thêm \"{name}\"", "add \"{name}\"")),
    }
}

/// What a field means: at the top of a specification it is the specification's own.
fn meaning_of(name: &str, parent: &[Step]) -> Option<&'static Meaning> {
    if parent.is_empty() { describe::meaning("Spec", name) } else { describe::field(name) }
}

pub(super) fn wrong_shape(shape: Shape, path: &[Step], node: &JsonNode) -> Diagnostic {
    let (label, found, asked) = (label(path), found(node), shape.phrase());
    let is_length = shape == Shape::String && is_length(path) && matches!(node.value, JsonValue::Number(_));
    let kind = if is_length { registry::BARE_LENGTH } else { registry::WRONG_TYPE };
    let message = if is_length {
        let Phrase { vi, en } = label;
        phrase!("{vi} là số {text}, thiếu đơn vị", "{en} is the number {text}, without a unit", text = written(node))
    } else {
        Phrase::new(
            format!("{} là {}, cần {}", label.vi, found.vi, asked.vi),
            format!("{} is {}, expected {}", label.en, found.en, asked.en),
        )
    };
    Diagnostic::of(kind, "", message).span(node.span).hint(shape_hint(shape, path, node, is_length))
}

/// Whether a string here is a length with a unit.
fn is_length(path: &[Step]) -> bool {
    matches!(path, [.., Step::Key(parent), Step::Key(field)]
        if parent == "layout" && field != "line_spacing" && field != "page_number_position" || matches!(field.as_str(), "width" | "height" | "x" | "y"))
}

fn shape_hint(shape: Shape, path: &[Step], node: &JsonNode, is_length: bool) -> Phrase {
    let write = |text: String| phrase!("viết {text}", "write {text}");
    let text = written(node);
    if is_length {
        let unit = if matches!(path.last(), Some(Step::Key(k)) if k.ends_with("_size") || k.ends_with("spacing")) {
            "pt"
        } else {
            "mm"
        };
        return write(format!("\"{text}{unit}\""));
    }
    match (shape, &node.value) {
        (Shape::Whole, JsonValue::String(digits)) if is_whole(digits) => {
            phrase!("bỏ dấu nháy: {digits}", "without quotes: {digits}", digits = digits.trim())
        }
        (
            Shape::Text | Shape::String | Shape::RichText | Shape::Run | Shape::ListItem | Shape::Date,
            JsonValue::Number(_) | JsonValue::Flag(_),
        ) => phrase!("đặt trong dấu nháy: \"{text}\"", "put it in quotes: \"{text}\""),
        (Shape::Array, JsonValue::String(text)) => write(format!("[\"{}\"]", shortened(text))),
        (Shape::Array, JsonValue::Object(_)) => {
            phrase!("đặt trong ngoặc vuông: [{{…}}]", "put it in square brackets: [{{…}}]")
        }
        (Shape::Block, JsonValue::String(text)) => {
            write(format!("{{\"type\": \"paragraph\", \"text\": \"{}\"}}", shortened(text)))
        }
        (Shape::Flag, _) => phrase!("viết true hoặc false, không có dấu nháy", "write true or false, without quotes"),
        (_, JsonValue::Null) if matches!(path.last(), Some(Step::Index(_))) => {
            phrase!("xóa phần tử này", "delete this item")
        }
        _ => example_hint(path).unwrap_or_else(|| {
            let Phrase { vi, en } = shape.phrase();
            phrase!("thay bằng {vi}", "put {en} instead")
        }),
    }
}

fn example_hint(path: &[Step]) -> Option<Phrase> {
    let (Step::Key(name), parent) = path.split_last()? else { return None };
    let example = meaning_of(name, parent).map(|m| m.example).filter(|example| !example.is_empty())?;
    Some(phrase!("ví dụ \"{name}\": {example}", "e.g. \"{name}\": {example}"))
}

fn is_whole(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty() && text.len() < 10 && !text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit())
}

/// A text for a message: at most 30 characters, on one line.
fn shortened(text: &str) -> String {
    let shown: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(30).collect();
    if text.chars().count() > 30 { format!("{}…", shown.trim_end()) } else { shown }
}

fn written(node: &JsonNode) -> String {
    match &node.value {
        JsonValue::Null => "null".to_owned(),
        JsonValue::Flag(flag) => flag.to_string(),
        JsonValue::Number(digits) => shortened(digits),
        JsonValue::String(text) => format!("\"{}\"", shortened(text)),
        JsonValue::Array(_) => "[…]".to_owned(),
        JsonValue::Object(_) => "{…}".to_owned(),
        JsonValue::Placeholder | JsonValue::Removed => "…".to_owned(),
    }
}

fn found(node: &JsonNode) -> Phrase {
    let text = written(node);
    match &node.value {
        JsonValue::Null | JsonValue::Flag(_) | JsonValue::Placeholder | JsonValue::Removed => {
            Phrase::new(text.clone(), text)
        }
        JsonValue::Number(_) => phrase!("số {text}", "the number {text}"),
        JsonValue::String(_) => phrase!("chuỗi {text}", "the string {text}"),
        JsonValue::Array(_) => phrase!("một mảng", "an array"),
        JsonValue::Object(_) => phrase!("một đối tượng", "an object"),
    }
}

impl Shape {
    fn phrase(self) -> Phrase {
        match self {
            Self::Text | Self::String => phrase!("chuỗi", "a string"),
            Self::RichText => phrase!("chuỗi hoặc mảng các đoạn chữ", "a string or an array of runs"),
            Self::Run => phrase!("chuỗi hoặc đối tượng {{\"text\": …}}", "a string or an object {{\"text\": …}}"),
            Self::ListItem => phrase!(
                "chuỗi, mảng các đoạn chữ hoặc đối tượng {{\"text\": …}}",
                "a string, an array of runs or an object {{\"text\": …}}"
            ),
            Self::Date => phrase!("ngày dạng \"2019-05-15\"", "a date such as \"2019-05-15\""),
            Self::Block => phrase!("khối {{\"type\": …}}", "a block {{\"type\": …}}"),
            Self::Object => phrase!("đối tượng {{…}}", "an object {{…}}"),
            Self::Array => phrase!("mảng […]", "an array […]"),
            Self::Flag => phrase!("true hoặc false", "true or false"),
            Self::Whole => phrase!("số nguyên", "a whole number"),
            Self::Field => phrase!("true, false hoặc đối tượng {{…}}", "true, false or an object {{…}}"),
        }
    }
}

/// The value's name for a message.
fn label(path: &[Step]) -> Phrase {
    match path {
        [.., Step::Key(list), Step::Index(i)] => {
            phrase!("phần tử thứ {n} của \"{list}\"", "item {n} of \"{list}\"", n = i + 1)
        }
        [.., Step::Key(name)] => phrase!("\"{name}\"", "\"{name}\""),
        [.., Step::Index(i)] => phrase!("phần tử thứ {n}", "item {n}", n = i + 1),
        [] => phrase!("đặc tả", "the specification"),
    }
}

/// The word that was meant.
pub(super) fn meant_word<'a>(known: &[&'a str], node: &JsonNode) -> Option<&'a str> {
    match &node.value {
        JsonValue::String(word) => nearest(word, known.iter().copied()),
        _ => None,
    }
}

pub(super) fn unknown_word(known: &[&str], path: &[Step], node: &JsonNode) -> Diagnostic {
    let (Phrase { vi, en }, text) = (label(path), written(node));
    let finding = Diagnostic::of(
        registry::UNKNOWN_WORD,
        "",
        phrase!("{vi} là {text}, không có trong danh sách", "{en} is {text}, which is not in the list"),
    )
    .span(node.span);
    if let Some(meant) = meant_word(known, node) {
        return finding.hint(phrase!("có phải ý bạn là \"{meant}\"?", "did you mean \"{meant}\"?"));
    }
    let of =
        describe::meanings().map(|m| m.of).find(|of| known.iter().all(|word| describe::meaning(of, word).is_some()));
    let words = known.iter().map(|word| {
        let title = of.and_then(|of| describe::meaning(of, word)).map(Meaning::phrase);
        title.map_or_else(|| format!("\"{word}\""), |title| format!("\"{word}\" ({title})"))
    });
    let vi = words.collect::<Vec<_>>().join(", ");
    let en = known.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", ");
    finding.hint(phrase!("dùng một trong: {vi}", "use one of: {en}"))
}

pub(super) fn out_of_range(path: &[Step], node: &JsonNode) -> Diagnostic {
    let (label, text) = (label(path), written(node));
    let asked = match path.last() {
        Some(Step::Key(name)) if name == "level" => phrase!("số nguyên từ 1 đến 3", "a whole number from 1 to 3"),
        Some(Step::Key(name)) if name == "year" => phrase!("năm bốn chữ số", "a year in four digits"),
        _ => phrase!("số nguyên dương", "a positive whole number"),
    };
    let finding = Diagnostic::of(
        registry::BAD_NUMBER,
        "",
        Phrase::new(
            format!("{} là {text}, cần {}", label.vi, asked.vi),
            format!("{} is {text}, expected {}", label.en, asked.en),
        ),
    )
    .span(node.span);
    let whole = text.split_once('.').filter(|(_, fraction)| fraction.bytes().all(|b| b == b'0'));
    finding.hint(match whole {
        Some((whole, _)) => phrase!("viết {whole}", "write {whole}"),
        None => example_hint(path).unwrap_or_else(|| {
            let Phrase { vi, en } = asked;
            phrase!("thay bằng {vi}", "put {en} instead")
        }),
    })
}

pub(super) fn date(fault: DateFault, node: &JsonNode) -> Diagnostic {
    let text = written(node);
    let (kind, message, hint) = match fault {
        DateFault::Form => (
            registry::DATE_FORM,
            phrase!(
                "không đọc được ngày {text}, cần dạng năm-tháng-ngày",
                "the date {text} cannot be read, expected year-month-day"
            ),
            date_hint(node),
        ),
        DateFault::Month(month) => (
            registry::IMPOSSIBLE_DATE,
            phrase!("không có tháng {month}", "there is no month {month}"),
            phrase!(
                "tháng từ 1 đến 12, thứ tự là năm-tháng-ngày",
                "months run from 1 to 12, the order is year-month-day"
            ),
        ),
        DateFault::Day(date) => {
            let (day, month, year) = (date.day.unwrap_or_default(), date.month.unwrap_or_default(), date.year);
            (
                registry::IMPOSSIBLE_DATE,
                phrase!(
                    "tháng {month} năm {year} không có ngày {day}",
                    "there is no day {day} in month {month} of {year}"
                ),
                phrase!("sửa ngày, hoặc bỏ ngày trong bản dự thảo", "mend the day, or leave it out in a draft"),
            )
        }
        DateFault::DayWithoutMonth => (
            registry::DAY_WITHOUT_MONTH,
            phrase!("có ngày nhưng không có tháng", "there is a day but no month"),
            phrase!("điền tháng, hoặc bỏ cả ngày", "fill in the month, or leave out the day too"),
        ),
        DateFault::Year(year) => (
            registry::YEAR_RANGE,
            phrase!(
                "năm {year} nằm ngoài khoảng {first}–{last}",
                "the year {year} lies outside {first}–{last}",
                first = YEARS.start(),
                last = YEARS.end()
            ),
            phrase!("viết năm bốn chữ số, ví dụ 2019", "write the year in four digits, e.g. 2019"),
        ),
    };
    Diagnostic::of(kind, "", message).span(node.span).hint(hint)
}

/// The same date in the right order where it was written as Vietnamese do: 15/5/2019.
fn date_hint(node: &JsonNode) -> Phrase {
    let numbers: Vec<u32> = match &node.value {
        JsonValue::String(text) => {
            text.split(|c: char| !c.is_ascii_digit()).filter(|t| !t.is_empty()).filter_map(|t| t.parse().ok()).collect()
        }
        _ => Vec::new(),
    };
    let date = match numbers[..] {
        [day, month, year] if year > 1900 && (1..=31).contains(&day) && (1..=12).contains(&month) => {
            Some((year, month, day))
        }
        [year, month, day] if year > 1900 && (1..=31).contains(&day) && (1..=12).contains(&month) => {
            Some((year, month, day))
        }
        _ => None,
    };
    match date {
        Some((year, month, day)) => {
            let text = format!("\"{year:04}-{month:02}-{day:02}\"");
            phrase!("viết {text}", "write {text}")
        }
        None => phrase!(
            "viết như \"2019-05-15\"; bản dự thảo: \"2019-05\" hoặc \"2019\"",
            "write it like \"2019-05-15\"; in a draft: \"2019-05\" or \"2019\""
        ),
    }
}

/// `place`: the bytes of what is at fault; `string`: those of the whole text.
pub(super) fn text(fault: TextFault, place: Span, string: Span, path: &[Step]) -> Diagnostic {
    let Phrase { vi, en } = label(path);
    match fault {
        TextFault::Char(fault, c) => character(fault, c).span(place),
        TextFault::Empty => Diagnostic::of(registry::EMPTY_TEXT, "", phrase!("{vi} để trống", "{en} is empty"))
            .span(string)
            .hint(empty_hint(path)),
        TextFault::OuterSpace => Diagnostic::of(
            registry::OUTER_SPACE,
            "",
            phrase!("khoảng trắng thừa ở đầu hoặc cuối {vi}, đã bỏ", "white space at an end of {en}, dropped"),
        )
        .span(place)
        .hint(phrase!("xóa khoảng trắng đó", "delete it")),
    }
}

fn empty_hint(path: &[Step]) -> Phrase {
    if matches!(path.last(), Some(Step::Index(_))) {
        return phrase!("điền chữ, hoặc xóa phần tử này", "fill in a text, or delete this item");
    }
    phrase!(
        "điền chữ; trường không bắt buộc thì xóa cả trường",
        "fill in a text; delete the field where it is not needed"
    )
}

fn character(fault: CharFault, c: char) -> Diagnostic {
    let code = format!("U+{:04X}", u32::from(c));
    match fault {
        CharFault::Tab => Diagnostic::of(
            registry::BAD_CHARACTER,
            "",
            phrase!("ký tự tab ({code}) trong chữ", "a tab ({code}) in a text"),
        )
        .hint(phrase!(
            "thay bằng dấu cách; lùi dòng và cột do chương trình lo",
            "put a space instead; indents and columns are the program's task"
        )),
        CharFault::LineEnd => Diagnostic::of(
            registry::BAD_CHARACTER,
            "",
            phrase!("dấu xuống dòng {code} trong chữ", "the line end {code} in a text"),
        )
        .hint(phrase!("dùng \\n, hoặc tách thành hai đoạn", "use \\n, or make two paragraphs of it")),
        CharFault::Control => Diagnostic::of(
            registry::BAD_CHARACTER,
            "",
            phrase!("ký tự điều khiển {code} trong chữ", "the control character {code} in a text"),
        )
        .hint(phrase!("xóa ký tự này", "delete this character")),
        CharFault::Lost => Diagnostic::of(
            registry::BAD_CHARACTER,
            "",
            phrase!(
                "ký tự {code} (�) đứng thay một chữ đã mất khi chuyển mã",
                "{code} (�) stands for a character that was lost in a conversion"
            ),
        )
        .hint(phrase!("gõ lại chữ gốc", "type the original character")),
        CharFault::Direction => Diagnostic::of(
            registry::TEXT_DIRECTION,
            "",
            phrase!(
                "ký tự đổi chiều chữ {code}: chữ thấy được khác chữ lưu trong tệp",
                "{code} turns the text's direction: what is seen differs from what is stored"
            ),
        )
        .hint(phrase!("xóa ký tự này", "delete this character")),
        CharFault::Invisible => Diagnostic::of(
            registry::INVISIBLE_CHARACTER,
            "",
            phrase!(
                "ký tự không nhìn thấy {code} trong chữ, đã bỏ",
                "the invisible character {code} in a text, dropped"
            ),
        )
        .hint(phrase!(
            "xóa ký tự này, hoặc gõ lại chữ quanh nó",
            "delete this character, or type the text around it again"
        )),
    }
}
