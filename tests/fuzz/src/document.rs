//! Bytes to a specification: every choice that a document leaves open is taken from them, so that a fuzzer which changes a
//! byte changes the document a little. Mostly sound documents come of it, some with faults.

use arbitrary::{Result, Unstructured};
use serde_json::{Map, Value, json};

/// Types that both regulations have.
const TYPES: [&str; 6] = ["report", "notice", "plan", "directive", "scheme", "transfer_slip"];
const LENGTHS: [&str; 9] = ["20mm", "0mm", "5mm", "12.7mm", "15mm", "25mm", "30mm", "35mm", "60mm"];
const SIZES: [&str; 8] = ["1pt", "6pt", "11pt", "13pt", "14pt", "14.5pt", "30pt", "72pt"];
const SPACINGS: [&str; 8] = ["single", "0.5", "1.15", "1.5", "5", "exactly 1pt", "exactly 18pt", "exactly 200pt"];
const WORDS: [&str; 22] = [
    "ủy",
    "ban",
    "nhân",
    "dân",
    "Điều",
    "khoản",
    "số",
    "153/KH-UBND",
    "15/5/2019",
    "(kèm",
    "theo)",
    "“công",
    "bố”,",
    "2.500.000",
    "100%",
    "–",
    "-",
    "…",
    "a)",
    "1.",
    "nghiêng",
    "LlanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochLlanfair",
];

/// A specification made of bytes.
pub fn of(data: &[u8]) -> Value {
    // where the bytes end, every choice is its first
    spec(&mut Unstructured::new(data)).unwrap_or_default()
}

fn spec(u: &mut Unstructured<'_>) -> Result<Value> {
    let numbering = *u.choose(&["articles", "sections"])?;
    let mut spec = json!({
        "doc_type": u.choose(&TYPES)?,
        "numbering": numbering,
        "issuer": { "name": text(u, 8)?, "abbreviation": "STTTT" },
        "issue_place": u.choose(&["Hà Nội", "Thành phố Hồ Chí Minh", "Huế"])?,
        "issue_date": u.choose(&["2024-05-15", "2015-02-03", "2020-03-05"])?,
        "subject": text(u, 12)?,
        "body": many(u, 1, 12, |u| block(u, numbering))?,
        "signatures": many(u, 1, 4, signature)?,
    });
    let mut add = |name: &str, value: Option<Value>| {
        if let (Some(value), Some(fields)) = (value, spec.as_object_mut()) {
            fields.insert(name.to_owned(), value);
        }
    };
    add("number", maybe(u, |u| Ok(json!(u.int_in_range(1..=99_999)?)))?);
    add("regulation", maybe(u, |u| Ok(json!(u.choose(&["nd30-2020", "tt01-2011"])?)))?);
    add("addressees", maybe(u, |u| many(u, 0, 5, |u| Ok(json!(text(u, 8)?))))?);
    add("legal_basis", maybe(u, |u| many(u, 0, 4, |u| rich(u, 20)))?);
    add("recipients", maybe(u, recipients)?);
    add("layout", maybe(u, layout)?);
    Ok(spec)
}

/// A value, or none.
fn maybe(u: &mut Unstructured<'_>, make: impl FnOnce(&mut Unstructured<'_>) -> Result<Value>) -> Result<Option<Value>> {
    if u.arbitrary()? { make(u).map(Some) } else { Ok(None) }
}

/// So many values, fewer where the bytes end.
fn many(
    u: &mut Unstructured<'_>,
    least: usize,
    most: usize,
    mut make: impl FnMut(&mut Unstructured<'_>) -> Result<Value>,
) -> Result<Value> {
    let mut made = Vec::new();
    while made.len() < least || made.len() < most && !u.is_empty() && u.ratio(3, 4)? {
        made.push(make(u)?);
    }
    Ok(Value::Array(made))
}

/// Words, among them some of any characters.
fn text(u: &mut Unstructured<'_>, most: usize) -> Result<String> {
    let mut text = (*u.choose(&WORDS)?).to_owned();
    let count = u.int_in_range(0..=most)?;
    for _ in 0..count {
        if u.is_empty() {
            break;
        }
        text.push_str(u.choose(&[" ", " ", " ", " ", " ", "\u{a0}", "", " ", "  "])?);
        match u.int_in_range(0..=255_u8)? {
            0 => text.push(u.arbitrary()?),
            1 => text.push(char::from(u.int_in_range(0x20..=0x7e_u8)?)),
            2 => text.extend(char::from_u32(u.int_in_range(0xa0..=0x1ef9)?)),
            3 => text.extend(char::from_u32(u.int_in_range(0x300..=0x30f)?)),
            4 => text.extend(char::from_u32(u.int_in_range(0x2010..=0x2044)?)),
            _ => text.push_str(u.choose(&WORDS)?),
        }
    }
    Ok(text.trim().to_owned())
}

fn rich(u: &mut Unstructured<'_>, most: usize) -> Result<Value> {
    if u.ratio(2, 3)? {
        return Ok(json!(text(u, most)?));
    }
    many(u, 1, 5, |u| {
        let mut run = Map::new();
        run.insert("text".into(), json!(format!("{} ", text(u, most / 2)?)));
        match u.int_in_range(0..=7_u8)? {
            0 => run.insert("bold".into(), json!(true)),
            1 => run.insert("italic".into(), json!(true)),
            2 => run.insert("script".into(), json!(u.choose(&["superscript", "subscript"])?)),
            3 => run.insert("link".into(), json!("https://chinhphu.vn/a?b=1&c")),
            4 => run.insert("lang".into(), json!("en")),
            5 => run.insert("underline".into(), json!(true)),
            _ => None,
        };
        Ok(Value::Object(run))
    })
}

fn block(u: &mut Unstructured<'_>, numbering: &str) -> Result<Value> {
    let kinds: &[&str] = match numbering {
        "articles" => &["paragraph", "chapter", "section", "article", "clause", "point", "list", "note", "subclause"],
        _ => &["paragraph", "part", "section", "clause", "subclause", "point", "list", "note"],
    };
    let kind = *u.choose(kinds)?;
    let mut block = match kind {
        "paragraph" | "note" | "point" => json!({ "type": kind, "text": rich(u, 60)? }),
        "list" => json!({ "type": kind, "items": many(u, 1, 6, |u| item(u, 0))? }),
        "article" | "clause" => json!({ "type": kind, "heading": rich(u, 10)?, "text": rich(u, 60)? }),
        "subclause" => json!({ "type": kind, "level": u.int_in_range(1..=2)?, "text": rich(u, 60)? }),
        _ => json!({ "type": kind, "heading": rich(u, 14)? }),
    };
    if !matches!(kind, "list" | "paragraph" | "note") && u.ratio(1, 8)? {
        block["label"] = json!(u.choose(&["IV.", "7)", "Điều 12a.", "*"])?);
    }
    Ok(block)
}

fn item(u: &mut Unstructured<'_>, depth: u8) -> Result<Value> {
    let text = rich(u, 20)?;
    if depth < 2 && u.ratio(1, 6)? {
        let items = many(u, 1, 3, |u| item(u, depth + 1))?;
        return Ok(json!({ "text": text, "list": { "items": items } }));
    }
    Ok(text)
}

fn signature(u: &mut Unstructured<'_>) -> Result<Value> {
    let mut signature = json!({ "position": text(u, 5)?, "signer": "Nguyễn Văn A" });
    if u.ratio(1, 2)? {
        signature["authority"] = json!([u.choose(&["TM. ỦY BAN NHÂN DÂN", "TL. BỘ TRƯỞNG", "Q. CỤC TRƯỞNG"])?]);
    }
    for name in ["image", "seal"] {
        if u.ratio(1, 6)? {
            signature[name] = json!({ "file": "chu-ky.png", "width": u.choose(&LENGTHS)? });
        }
    }
    for name in ["signature_field", "seal_field"] {
        if u.ratio(1, 20)? {
            signature[name] = json!({ "width": u.choose(&LENGTHS)?, "x": u.choose(&LENGTHS)? });
        }
    }
    Ok(signature)
}

fn recipients(u: &mut Unstructured<'_>) -> Result<Value> {
    let items = many(u, 0, 9, |u| Ok(json!(text(u, 8)?)))?;
    Ok(json!({ "items": items, "archive": { "units": ["VT"], "copies": u.int_in_range(1..=99)? } }))
}

fn layout(u: &mut Unstructured<'_>) -> Result<Value> {
    let mut layout = Map::new();
    let mut add = |u: &mut Unstructured<'_>, name: &str, values: &[&str]| {
        if u.ratio(1, 4)? {
            layout.insert(name.to_owned(), json!(u.choose(values)?));
        }
        Ok(())
    };
    for name in ["margin_top", "margin_bottom", "margin_left", "margin_right", "first_line_indent", "paragraph_spacing"]
    {
        add(u, name, &LENGTHS)?;
    }
    for name in ["body_size", "heading_size", "issuer_size", "national_name_size", "signer_size", "recipients_size"] {
        add(u, name, &SIZES)?;
    }
    add(u, "line_spacing", &SPACINGS)?;
    add(u, "line_breaks", &["settled", "natural"])?;
    add(u, "page_number_position", &["top_center", "bottom_right"])?;
    Ok(Value::Object(layout))
}
