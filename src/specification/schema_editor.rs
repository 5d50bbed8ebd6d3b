//! What the schema says to editors alone: Visual Studio Code and whatever shares its JSON language service. The keywords are
//! extensions (`defaultSnippets`, `patternErrorMessage`) that validators pass over.

use serde_json::{Map, Value, json};

use super::block;

/// What is said of a word that is no document type.
const TYPE_MESSAGE: &str =
    "Không có loại văn bản này: chọn trong danh sách, hoặc viết tên hay chữ viết tắt của loại, ví dụ \"BC\".";

/// Adds all of it.
pub(super) fn tell_editors(root: &mut Value) {
    // an editor shows the target of a reference before the field itself: what many fields share says nothing of its own
    for shared in ["Text", "RichText"] {
        if let Some(Value::Object(definition)) = root.pointer_mut(&format!("/$defs/{shared}")) {
            definition.retain(|key, _| !matches!(key.as_str(), "title" | "description" | "examples"));
        }
    }
    explain_patterns(root);
    let blocks: Vec<Value> = block::MEANINGS
        .iter()
        .filter_map(|m| {
            let text = block_text(m.name)?;
            Some(json!({ "label": m.title, "description": m.description, "bodyText": text }))
        })
        .collect();
    let snippets = [
        ("/$defs/BodyBlock", json!(blocks)),
        (
            "/$defs/Signature",
            json!([
                { "label": "Khối chữ ký", "description": "Người đứng đầu ký.", "body": { "position": "${1:GIÁM ĐỐC}", "signer": "${2:Lê Hải Yến}" } },
                { "label": "Khối chữ ký thay (KT.)", "description": "Cấp phó ký thay người đứng đầu.", "body": {
                    "authority": ["${1:KT. GIÁM ĐỐC}"], "position": "${2:PHÓ GIÁM ĐỐC}", "signer": "${3:Lê Hải Yến}"
                } },
            ]),
        ),
        (
            "/properties/recipients",
            json!([
                { "label": "Nơi nhận", "description": "Danh sách nơi nhận và dòng “Lưu”.", "body": {
                    "items": ["${1:Lãnh đạo Sở}"], "archive": { "units": ["${2:VP}"] }
                } },
            ]),
        ),
    ];
    for (pointer, snippets) in snippets {
        if let Some(Value::Object(schema)) = root.pointer_mut(pointer) {
            schema.insert("defaultSnippets".to_owned(), snippets);
        }
    }
}

/// The least that a block needs, its texts to be typed over: as text, for its fields come in the order in which they are read.
fn block_text(word: &str) -> Option<String> {
    let fields = match word {
        "paragraph" | "note" | "point" | "clause" | "subclause" => r#""text": "${1:Nội dung.}""#,
        "part" | "chapter" | "section" | "subsection" => r#""heading": "${1:Tên đề mục}""#,
        "article" => r#""heading": "${1:Tên điều}", "text": "${2:Nội dung.}""#,
        "picture" => r#""file": "${1:bieu-do.png}", "alternative_text": "${2:Biểu đồ…}""#,
        "contents" => r#""levels": ${1|3,1,2,4,5|}"#,
        "field" => r#""label": "${1:Họ và tên}""#,
        "checkbox" => r#""label": "${1:Giới tính}", "items": [{"text": "${2:Nam}"}, {"text": "${3:Nữ}"}]"#,
        "party" => {
            r#""name": "${1:BÊN A}", "full_name": "${2:Công ty …}", "fields": [{"label": "${3:Địa chỉ}", "value": "${4:…}"}]"#
        }
        "quotation" => r#""paragraphs": ["${1:Nội dung trích.}"]"#,
        "line" => r#""align": "${1|center,right,left|}", "text": "${2:* * *}""#,
        "page_break" => return Some(r#"{"type": "page_break"}"#.to_owned()),
        "page_setup" => r#""orientation": "${1|landscape,portrait|}""#,
        "list" => r#""items": ["${1:Ý thứ nhất}", "${2:Ý thứ hai}"]"#,
        _ => return None,
    };
    Some(format!(r#"{{"type": "{word}", {fields}}}"#))
}

/// Says in Vietnamese what a text against a pattern should have been.
fn explain_patterns(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            if let Some(message) = object.get("pattern").and_then(Value::as_str).map(|pattern| message(pattern, object))
            {
                object.insert("patternErrorMessage".to_owned(), message.into());
            }
            object.values_mut().for_each(explain_patterns);
        }
        Value::Array(items) => items.iter_mut().for_each(explain_patterns),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn message(pattern: &str, schema: &Map<String, Value>) -> String {
    use super::schema_types::{DATE_PATTERN, ID_PATTERN, LANGUAGE_PATTERN, LINK_PATTERN, TEXT_PATTERN};
    match pattern {
        TEXT_PATTERN => "Nội dung có ký tự điều khiển hoặc ký tự đổi chiều: xóa ký tự đó.",
        DATE_PATTERN => "Viết ngày như \"2026-05-15\"; bản dự thảo: \"2026-05\" hoặc \"2026\".",
        ID_PATTERN => "Bắt đầu bằng chữ cái không dấu hoặc _, rồi chữ cái không dấu, chữ số, _; nhiều nhất 40 ký tự.",
        LANGUAGE_PATTERN => "Viết mã ngôn ngữ BCP 47, ví dụ \"en\" hoặc \"zh-Hant\".",
        LINK_PATTERN => "Viết địa chỉ http, https hoặc mailto, ví dụ \"https://chinhphu.vn\".",
        _ if schema.contains_key("anyOf") => TYPE_MESSAGE,
        _ => "Viết đường dẫn tính từ thư mục của đặc tả, ngăn cách bằng dấu /.",
    }
    .to_owned()
}
