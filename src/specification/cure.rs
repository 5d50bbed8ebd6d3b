//! What to write instead of a value of another shape: the value itself in the shape that is asked, where that can be made of it,
//! else an example. Whatever a hint says to write is accepted where it stands.

use crate::diag::{Phrase, phrase};

use super::date::IssueDate;
use super::definition::ValuePlace;
use super::meaning::Meaning;
use super::names::fold;
use super::shape::Shape;
use super::text::Text;
use super::tree::{JsonNode, JsonValue, NodeMember, Step};
use super::written_date;

/// The hint for the value of another shape at a path.
pub(super) fn hint(shape: Shape, place: ValuePlace<'_>, node: &JsonNode) -> Phrase {
    let path = place.path;
    let write = |value: String| phrase!("viết {value}", "write {value}");
    match (shape, &node.value) {
        (Shape::Array, JsonValue::Object(members)) if takes(path, members) => {
            return phrase!("đặt trong ngoặc vuông: [{{…}}]", "put it in square brackets: [{{…}}]");
        }
        (Shape::RichText, JsonValue::Object(members)) if has_text(members) => {
            return phrase!("đặt trong ngoặc vuông: [{{…}}]", "put it in square brackets: [{{…}}]");
        }
        (Shape::Object | Shape::Block, JsonValue::Array(items)) if matches!(items.as_slice(), [one] if is_object(one)) =>
        {
            return phrase!("bỏ ngoặc vuông: {{…}}", "without square brackets: {{…}}");
        }
        (Shape::Whole, JsonValue::String(text)) => {
            if let (Some((digits, letter)), [Step::Key(_)]) = (numbered_between(text), path) {
                return phrase!(
                    "viết \"number\": {digits}, \"number_suffix\": \"{letter}\"",
                    "write \"number\": {digits}, \"number_suffix\": \"{letter}\""
                );
            }
            if let Some(whole) = whole(text) {
                return phrase!("bỏ dấu nháy: {whole}", "without quotes: {whole}");
            }
        }
        (_, JsonValue::Number(digits)) if is_free(shape, path) => {
            return phrase!("đặt trong dấu nháy: \"{digits}\"", "put it in quotes: \"{digits}\"");
        }
        (_, JsonValue::Null) if place.has_siblings => return phrase!("xóa phần tử này", "delete this item"),
        _ => {}
    }
    match made(shape, path, node) {
        Some(value) => write(value),
        None => example(place).unwrap_or_else(|| instead(shape)),
    }
}

/// The hint for a length without its unit: points for letters, centimetres for what would be too little in millimetres.
pub(super) fn with_unit(place: ValuePlace<'_>, node: &JsonNode) -> Phrase {
    let number = match &node.value {
        JsonValue::Number(digits) => digits.as_str(),
        _ => "",
    };
    let (name, whole) = (last_key(place.path).unwrap_or_default(), number.split('.').next().unwrap_or_default());
    let unit = match whole.parse::<i32>() {
        Ok(_) if name.ends_with("_size") || name.ends_with("_spacing") => "pt",
        Ok(_) if matches!(name, "x" | "y") => "mm",
        Ok(1..=4) => "cm",
        Ok(5..) => "mm",
        _ => return example(place).unwrap_or_else(|| instead(Shape::String)),
    };
    phrase!("viết \"{number}{unit}\"", "write \"{number}{unit}\"")
}

/// The date that was meant, as it is written; an answer is due on a whole date.
pub(super) fn date(path: &[Step], node: &JsonNode) -> Option<IssueDate> {
    written_date::meant(node).filter(|date| date.day.is_some() || !is_field(path, &["due_date"]))
}

/// The fields that hold one rich text, whose array is of runs.
const RICH_FIELDS: [&str; 12] = [
    "text",
    "heading",
    "title",
    "caption",
    "unit",
    "label",
    "value",
    "note",
    "adoption",
    "closing_note",
    "name",
    "full_name",
];

/// The example of the field at a path, or of an item of the list there.
pub(super) fn example(place: ValuePlace<'_>) -> Option<Phrase> {
    let meaning = place.meaning();
    let Step::Index(_) = place.path.last()? else {
        let Meaning { name, example, .. } = meaning.filter(|meaning| !meaning.example.is_empty())?;
        return Some(phrase!("ví dụ \"{name}\": {example}", "e.g. \"{name}\": {example}"));
    };
    let (_, list) = place.path.split_last()?;
    let item = match list.last()? {
        Step::Key(name) if !RICH_FIELDS.contains(&name.as_str()) => {
            let items: Vec<serde_json::Value> = serde_json::from_str(meaning?.example).ok()?;
            items.first()?.to_string()
        }
        // a run of a rich text
        Step::Key(_) | Step::Index(_) => "{\"text\": \"…\", \"bold\": true}".to_owned(),
    };
    Some(phrase!("ví dụ {item}", "e.g. {item}"))
}

fn instead(shape: Shape) -> Phrase {
    let Phrase { vi, en } = shape.phrase();
    phrase!("thay bằng {vi}", "put {en} instead")
}

/// The value in the shape asked, as JSON.
fn made(shape: Shape, path: &[Step], node: &JsonNode) -> Option<String> {
    match (shape, &node.value) {
        (Shape::Date, _) => date(path, node).map(|date| format!("\"{date}\"")),
        (Shape::Flag, value) => flag(value).map(|flag| flag.to_string()),
        (Shape::Field, JsonValue::Number(digits)) if is_length(digits) => {
            Some(format!("{{\"width\": \"{digits}mm\"}}"))
        }
        (Shape::Field, value) => flag(value).map(|flag| flag.to_string()),
        (Shape::Whole, JsonValue::Array(items)) => match items.as_slice() {
            [JsonNode { value: JsonValue::Number(digits), .. }] => whole(digits),
            _ => None,
        },
        (Shape::Text | Shape::Run | Shape::String, _) if has_form(shape, path) => None,
        (Shape::Text | Shape::Run | Shape::String, JsonValue::Array(items)) => match items.as_slice() {
            [only] => quoted(text(only)?),
            _ => None,
        },
        (Shape::Text, JsonValue::Object(members)) => match members.as_slice() {
            [only] if only.name == "text" => quoted(text(&only.node)?),
            _ => None,
        },
        (Shape::Block, JsonValue::String(text)) => paragraph(text),
        (Shape::Block, JsonValue::Array(items)) => {
            Some(format!("{{\"type\": \"list\", \"items\": {}}}", texts(items)?))
        }
        (Shape::Array, JsonValue::String(text)) => array(path, text),
        (Shape::Array, JsonValue::Object(members)) if is_field(path, &["body"]) => {
            let text = members.iter().find(|m| m.name == "text")?;
            Some(format!("[{}]", paragraph(self::text(&text.node)?)?))
        }
        (Shape::Object, JsonValue::String(text)) => object(path, text),
        (Shape::Object, JsonValue::Array(items)) => match last_key(path)? {
            "recipients" | "list" => Some(format!("{{\"items\": {}}}", texts(items)?)),
            "archive" => Some(format!("{{\"units\": {}}}", texts(items)?)),
            _ => None,
        },
        _ => None,
    }
}

/// An array of what one text says.
fn array(path: &[Step], text: &str) -> Option<String> {
    match last_key(path)? {
        "body" => Some(format!("[{}]", paragraph(text)?)),
        "signatures" => None,
        "to" => Some(format!("[{{\"organ_name\": {}}}]", quoted(text)?)),
        name if RICH_FIELDS.contains(&name) => None,
        _ => listed(text),
    }
}

/// An object of what one text says.
fn object(path: &[Step], text: &str) -> Option<String> {
    let field = |name: &str| Some(format!("{{\"{name}\": {}}}", quoted(text)?));
    match (path.last()?, last_key(path)?) {
        (Step::Key(_), "recipients" | "list") => Some(format!("{{\"items\": {}}}", listed(text)?)),
        (Step::Key(_), "image" | "seal") if text.to_lowercase().ends_with(".png") => field("file"),
        (Step::Key(_), "record") => field("file_notation"),
        (Step::Key(_), "contact") => match text {
            _ if text.contains('@') => field("email"),
            _ if text.starts_with("http") || text.starts_with("www.") => field("website"),
            _ if text.chars().any(char::is_alphabetic) => field("address"),
            _ => field("phone"),
        },
        (Step::Key(_), "archive") => {
            let units = text.trim_start_matches("Lưu:").trim().trim_end_matches('.');
            let units: Vec<String> =
                units.split(',').map(str::trim).filter(|unit| *unit != "VT").filter_map(quoted).collect();
            if units.is_empty() {
                Some("{\"office\": \"VT\"}".to_owned())
            } else {
                Some(format!("{{\"units\": [{}]}}", units.join(", ")))
            }
        }
        (Step::Index(_), "signatures") => {
            Some(format!("{{\"position\": \"GIÁM ĐỐC\", \"signer\": {}}}", quoted(text)?))
        }
        (Step::Index(_), "to") => field("organ_name"),
        _ => None,
    }
}

fn paragraph(text: &str) -> Option<String> {
    Some(format!("{{\"type\": \"paragraph\", \"text\": {}}}", quoted(text)?))
}

/// The lines of a text, or what semicolons part, as an array.
fn listed(text: &str) -> Option<String> {
    let items: Option<Vec<String>> =
        text.split(['\n', ';']).map(str::trim).filter(|item| !item.is_empty()).map(quoted).collect();
    items.filter(|items| !items.is_empty()).map(|items| format!("[{}]", items.join(", ")))
}

/// An array of nothing but texts, as it is.
fn texts(items: &[JsonNode]) -> Option<String> {
    let items: Option<Vec<String>> = items.iter().map(|item| quoted(text(item)?)).collect();
    items.filter(|items| !items.is_empty()).map(|items| format!("[{}]", items.join(", ")))
}

/// A text as JSON; `None` where it could not stand in a document.
fn quoted(text: &str) -> Option<String> {
    let text = Text::new(text.trim()).ok()?;
    serde_json::to_string(&shortened(text.as_str())).ok()
}

/// A text for a message: at most 60 characters, on one line.
pub(super) fn shortened(text: &str) -> String {
    const MOST: usize = 60;
    let shown: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(MOST).collect();
    if text.chars().count() > MOST { format!("{}…", shown.trim_end()) } else { shown }
}

/// A number with the letter of one that was put between two others: `07a`.
fn numbered_between(text: &str) -> Option<(&str, &str)> {
    let text = text.trim();
    let (digits, letter) = text.split_at(text.find(|c: char| !c.is_ascii_digit())?);
    let digits = digits.trim_start_matches('0');
    let is_letter = letter.len() == 1 && letter.chars().all(|c| c.is_ascii_lowercase());
    (is_letter && (1..10).contains(&digits.len())).then_some((digits, letter))
}

/// The number that a text begins with: `12`, `012`, `12/BC-SNV`, `Số: 12`.
fn whole(text: &str) -> Option<String> {
    let start = text.trim().trim_start_matches(|c: char| c.is_alphabetic() || c == ':' || c.is_whitespace());
    let (digits, rest) = start.split_at(start.find(|c: char| !c.is_ascii_digit()).unwrap_or(start.len()));
    let digits = digits.trim_start_matches('0');
    let is_number = !digits.is_empty() && digits.len() < 10 && !rest.starts_with([',', '.', '-']);
    is_number.then(|| digits.to_owned())
}

/// Yes or no, in words or digits.
fn flag(value: &JsonValue) -> Option<bool> {
    let word = match value {
        JsonValue::String(text) | JsonValue::Number(text) => fold(text),
        _ => return None,
    };
    match word.as_str() {
        "true" | "yes" | "y" | "co" | "dung" | "1" | "x" | "on" => Some(true),
        "false" | "no" | "n" | "khong" | "sai" | "0" | "off" => Some(false),
        _ => None,
    }
}

/// Whether a number in quotes is what the field holds: not a name, an address or a word.
fn is_free(shape: Shape, path: &[Step]) -> bool {
    const NAMES: [&str; 15] = [
        "name",
        "parents",
        "abbreviation",
        "symbol",
        "issue_place",
        "email",
        "website",
        "authority",
        "position",
        "other_title",
        "signer",
        "link",
        "ref",
        "lang",
        "id",
    ];
    match shape {
        Shape::Text | Shape::RichText | Shape::Run | Shape::ListItem | Shape::TableCell | Shape::Adoption => {
            !is_field(path, &NAMES)
        }
        Shape::String => is_field(path, &["line_spacing"]),
        _ => false,
    }
}

/// Whether a text must have a form that not every one has.
fn has_form(shape: Shape, path: &[Step]) -> bool {
    match shape {
        Shape::String => !is_field(path, &["file"]),
        _ => is_field(path, &["link", "ref", "lang", "id"]),
    }
}

/// Whether a number of millimetres is as wide as a field may be.
fn is_length(digits: &str) -> bool {
    digits.parse::<u32>().is_ok_and(|millimetres| (5..=150).contains(&millimetres))
}

/// The name of the field at a path, or of the list that it is in.
fn last_key(path: &[Step]) -> Option<&str> {
    path.iter().rev().find_map(|step| match step {
        Step::Key(name) => Some(name.as_str()),
        Step::Index(_) => None,
    })
}

fn is_field(path: &[Step], names: &[&str]) -> bool {
    last_key(path).is_some_and(|name| names.contains(&name))
}

/// Whether an object is an item of the list at a path, which lacks its brackets alone.
fn takes(path: &[Step], members: &[NodeMember]) -> bool {
    let has = |names: &[&str]| members.iter().any(|m| names.contains(&m.name.as_str()));
    match last_key(path) {
        Some("body") => has(&["type"]),
        Some("signatures") => has(&["authority", "position", "signer", "image"]),
        Some("co_issuers") => has(&["name"]),
        Some("to") => has(&["organ_name"]),
        Some("items") => !is_of_recipients(path) && has(&["text"]),
        Some("legal_basis") => false,
        _ => false,
    }
}

fn is_of_recipients(path: &[Step]) -> bool {
    matches!(path, [.., Step::Key(parent), Step::Key(_)] if parent == "recipients")
}

fn has_text(members: &[NodeMember]) -> bool {
    members.iter().any(|m| m.name == "text" && matches!(m.node.value, JsonValue::String(_)))
}

const fn is_object(node: &JsonNode) -> bool {
    matches!(node.value, JsonValue::Object(_))
}

fn text(node: &JsonNode) -> Option<&str> {
    match &node.value {
        JsonValue::String(text) => Some(text),
        _ => None,
    }
}
