//! What is said about a value that is not what it must be: what was found, what is asked, what to type.

use crate::diag::{Diagnostic, Phrase, Span, phrase, registry};

use super::cure::{self, shortened};
use super::date::{DateFault, YEARS};
use super::definition::ValuePlace;
use super::describe;
use super::meaning::Meaning;
use super::names::nearest;
use super::shape::Shape;
use super::text::{CharFault, TextFault};
use super::tree::{JsonNode, JsonValue, Step};
use super::unoffered;

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

/// A cell that is written like a block of the body.
pub(super) fn block_in_cell(known: &[&str]) -> Diagnostic {
    let finding = Diagnostic::of(
        registry::UNKNOWN_FIELD,
        "",
        phrase!(
            "ô của bảng không chứa khối; ô chứa chữ, số, hình và danh sách",
            "a cell of a table holds no blocks: it holds texts, a number, pictures and a list"
        ),
    );
    let names = known.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
    finding.hint(phrase!(
        "xóa đi, hoặc dùng một trong: {names}; ô đánh dấu, dòng chấm của biểu mẫu thì đặt ngoài bảng",
        "delete it, or use one of: {names}; boxes to tick and dotted lines of a form stand outside tables"
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
        None if known.is_empty() => finding.hint(phrase!("xóa đi", "delete it")),
        None => {
            let names = known.iter().map(|k| format!("\"{k}\"")).collect::<Vec<_>>().join(", ");
            finding.hint(phrase!("xóa đi, hoặc dùng một trong: {names}", "delete it, or use one of: {names}"))
        }
    }
}

/// `definition`: that of the object which lacks the field.
pub(super) fn missing_field(name: &str, definition: &str, object: &JsonNode) -> Diagnostic {
    let meaning = describe::meaning(definition, name);
    let vi = meaning.map_or_else(String::new, |m| format!(" ({})", m.phrase()));
    let finding = Diagnostic::of(
        registry::MISSING_FIELD,
        "",
        phrase!("thiếu trường \"{name}\"{vi}", "the field \"{name}\" is missing"),
    );
    match meaning.map(|m| m.example).filter(|example| !example.is_empty()) {
        Some(example) => finding.hint(phrase!("thêm \"{name}\": {example}", "add \"{name}\": {example}")),
        None if name == "type" => {
            let word = likely_block(object);
            finding.hint(phrase!(
                "thêm loại khối, ví dụ \"type\": \"{word}\"",
                "add the kind of the block, e.g. \"type\": \"{word}\""
            ))
        }
        None => finding.hint(phrase!("thêm \"{name}\"", "add \"{name}\"")),
    }
}

/// The block that has the fields of the one whose `type` is missing.
fn likely_block(block: &JsonNode) -> &'static str {
    let has = |name: &str| block.at(&[Step::Key(name.to_owned())]).is_some();
    match () {
        () if has("items") => "list",
        () if has("level") => "subclause",
        () if has("heading") && has("text") => "clause",
        () if has("heading") => "section",
        () if has("label") => "point",
        () => "paragraph",
    }
}

pub(super) fn wrong_shape(shape: Shape, place: ValuePlace<'_>, node: &JsonNode) -> Diagnostic {
    let path = place.path;
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
    Diagnostic::of(kind, "", message).span(node.span).hint(if is_length {
        cure::with_unit(place, node)
    } else {
        cure::hint(shape, place, node)
    })
}

/// Whether a string here is a length with a unit.
fn is_length(path: &[Step]) -> bool {
    matches!(path, [.., Step::Key(parent), Step::Key(field)]
        if parent == "layout" && field != "line_spacing" && field != "page_number_position" || matches!(field.as_str(), "width" | "height" | "x" | "y"))
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
    pub(super) fn phrase(self) -> Phrase {
        match self {
            Self::Text | Self::String => phrase!("chuỗi", "a string"),
            Self::RichText => phrase!("chuỗi hoặc mảng các đoạn nội dung", "a string or an array of runs"),
            Self::Run => phrase!("chuỗi hoặc đối tượng {{\"text\": …}}", "a string or an object {{\"text\": …}}"),
            Self::ListItem => phrase!(
                "chuỗi, mảng các đoạn nội dung hoặc đối tượng {{\"text\": …}}",
                "a string, an array of runs or an object {{\"text\": …}}"
            ),
            Self::TableCell => phrase!(
                "chuỗi, số (có phần lẻ thì nhiều nhất 15 chữ số), mảng các đoạn nội dung hoặc đối tượng {{\"paragraphs\": […]}}",
                "a string, a number (of at most 15 digits where it has a fraction), an array of runs or an object {{\"paragraphs\": […]}}"
            ),
            Self::TableRow => phrase!(
                "mảng các ô hoặc đối tượng {{\"cells\": […]}}",
                "an array of cells or an object {{\"cells\": […]}}"
            ),
            Self::Number => phrase!(
                "số, có phần lẻ thì nhiều nhất 15 chữ số",
                "a number, of at most 15 digits where it has a fraction"
            ),
            Self::Adoption => phrase!(
                "chuỗi, mảng các đoạn nội dung hoặc đối tượng {{\"date\": …}}",
                "a string, an array of runs or an object {{\"date\": …}}"
            ),
            Self::Date => phrase!("ngày dạng \"2026-05-15\"", "a date such as \"2026-05-15\""),
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
pub(super) fn meant_word<'a>(known: &[&'a str], path: &[Step], node: &JsonNode) -> Option<&'a str> {
    match &node.value {
        JsonValue::String(_) if unoffered::is_unoffered(path, node) => None,
        JsonValue::String(word) => nearest(word, known.iter().copied()),
        _ => None,
    }
}

pub(super) fn unknown_word(known: &[&str], path: &[Step], node: &JsonNode) -> Diagnostic {
    if let Some(finding) = unoffered::finding(path, node) {
        return finding;
    }
    let (Phrase { vi, en }, text) = (label(path), written(node));
    let finding = Diagnostic::of(
        registry::UNKNOWN_WORD,
        "",
        phrase!("{vi} là {text}, không có trong danh sách", "{en} is {text}, which is not in the list"),
    )
    .span(node.span);
    if let Some(meant) = meant_word(known, path, node) {
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

pub(super) fn out_of_range(place: ValuePlace<'_>, node: &JsonNode) -> Diagnostic {
    let path = place.path;
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
    let whole = text
        .split_once('.')
        .filter(|(whole, fraction)| *whole != "0" && !whole.starts_with('-') && fraction.bytes().all(|b| b == b'0'));
    finding.hint(match whole {
        Some((whole, _)) => phrase!("viết {whole}", "write {whole}"),
        None => cure::example(place).unwrap_or_else(|| {
            let Phrase { vi, en } = asked;
            phrase!("thay bằng {vi}", "put {en} instead")
        }),
    })
}

pub(super) fn date(fault: DateFault, path: &[Step], node: &JsonNode) -> Diagnostic {
    let text = written(node);
    let (kind, message, hint) = match fault {
        DateFault::Form => (
            registry::DATE_FORM,
            phrase!(
                "không đọc được ngày {text}, cần dạng năm-tháng-ngày",
                "the date {text} cannot be read, expected year-month-day"
            ),
            date_hint(path, node).unwrap_or_else(written_form),
        ),
        DateFault::Month(month) => (
            registry::IMPOSSIBLE_DATE,
            phrase!("không có tháng {month}", "there is no month {month}"),
            date_hint(path, node).unwrap_or_else(|| {
                phrase!(
                    "tháng từ 1 đến 12, thứ tự là năm-tháng-ngày",
                    "months run from 1 to 12, the order is year-month-day"
                )
            }),
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
            phrase!("viết năm bốn chữ số, ví dụ 2026", "write the year in four digits, e.g. 2026"),
        ),
    };
    Diagnostic::of(kind, "", message).span(node.span).hint(hint)
}

/// The date that was meant, in the form that is read.
fn date_hint(path: &[Step], node: &JsonNode) -> Option<Phrase> {
    let date = cure::date(path, node)?;
    Some(phrase!("viết \"{date}\"", "write \"{date}\""))
}

fn written_form() -> Phrase {
    phrase!(
        "viết như \"2026-05-15\"; bản dự thảo: \"2026-05\" hoặc \"2026\"",
        "write it like \"2026-05-15\"; in a draft: \"2026-05\" or \"2026\""
    )
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
        return phrase!("điền nội dung, hoặc xóa phần tử này", "fill in a text, or delete this item");
    }
    phrase!(
        "điền nội dung; trường không bắt buộc thì xóa cả trường",
        "fill in a text; delete the field where it is not needed"
    )
}

fn character(fault: CharFault, c: char) -> Diagnostic {
    let code = format!("U+{:04X}", u32::from(c));
    match fault {
        CharFault::Tab => Diagnostic::of(
            registry::BAD_CHARACTER,
            "",
            phrase!("ký tự tab ({code}) trong nội dung", "a tab ({code}) in a text"),
        )
        .hint(phrase!(
            "thay bằng dấu cách; lùi dòng và cột do chương trình lo",
            "put a space instead; indents and columns are the program's task"
        )),
        CharFault::LineEnd => Diagnostic::of(
            registry::BAD_CHARACTER,
            "",
            phrase!("dấu xuống dòng {code} trong nội dung", "the line end {code} in a text"),
        )
        .hint(phrase!("dùng \\n, hoặc tách thành hai đoạn", "use \\n, or make two paragraphs of it")),
        CharFault::Control => Diagnostic::of(
            registry::BAD_CHARACTER,
            "",
            phrase!("ký tự điều khiển {code} trong nội dung", "the control character {code} in a text"),
        )
        .hint(phrase!("xóa ký tự này", "delete this character")),
        CharFault::Lost => Diagnostic::of(
            registry::BAD_CHARACTER,
            "",
            phrase!(
                "ký tự {code} (�) đứng thay một ký tự đã mất khi chuyển mã",
                "{code} (�) stands for a character that was lost in a conversion"
            ),
        )
        .hint(phrase!("gõ lại ký tự gốc", "type the original character")),
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
                "ký tự không nhìn thấy {code} trong nội dung, đã bỏ",
                "the invisible character {code} in a text, dropped"
            ),
        )
        .hint(phrase!(
            "xóa ký tự này, hoặc gõ lại chữ quanh nó",
            "delete this character, or type the text around it again"
        )),
    }
}
