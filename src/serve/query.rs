//! The part of an address behind `?`: options by the names of the command line's.

use serde_json::{Map, Value};
use vanban::Refusal;
use vanban::diag::Lang;
use vanban::service::Request;

/// The pairs of a query (URL Standard, application/x-www-form-urlencoded).
pub(super) fn pairs(query: &str) -> impl Iterator<Item = (String, String)> {
    query.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (decoded(name), decoded(value))
    })
}

fn decoded(text: &str) -> String {
    let (mut bytes, mut rest) = (Vec::with_capacity(text.len()), text.as_bytes());
    while let [first, after @ ..] = rest {
        rest = after;
        let hex = |b: u8| char::from(b).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        match (first, after) {
            (b'+', _) => bytes.push(b' '),
            (b'%', [high, low, behind @ ..]) => match hex(*high).zip(hex(*low)) {
                Some((high, low)) => {
                    bytes.push(high << 4 | low);
                    rest = behind;
                }
                None => bytes.push(b'%'),
            },
            (other, _) => bytes.push(*other),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The options of a query, and those that came as JSON, which go before.
pub(super) fn request(query: &str, more: Map<String, Value>, lang: Lang) -> Result<Request, Refusal> {
    let mut options = Map::new();
    for (name, value) in pairs(query) {
        let value = typed(&name, value);
        options.insert(name, value);
    }
    options.extend(more);
    let name = match lang {
        Lang::Vi => "vi",
        Lang::En => "en",
    };
    options.entry("lang").or_insert_with(|| name.into());
    Request::from_json(Value::Object(options))
}

/// A value as the option of that name has it; what is no such value stays text, and is refused with its name.
fn typed(name: &str, value: String) -> Value {
    match name {
        "formats" => value.split(',').map(str::trim).collect(),
        "no_signature_fields" | "keep_hints" if value.is_empty() || value == "true" => true.into(),
        "no_signature_fields" | "keep_hints" if value == "false" => false.into(),
        "pages" => pages(&value).map_or_else(|| value.into(), Value::from),
        "year" => value.parse::<i32>().map_or_else(|_| value.into(), Value::from),
        _ => value.into(),
    }
}

/// `3` is a page, `2-5` are several.
fn pages(text: &str) -> Option<Vec<usize>> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    Some(vec![first.parse().ok()?, last.parse().ok()?])
}

/// The language of messages: what the query says, else what the client prefers of the two, else that of the service.
pub(super) fn language(query: &str, accepted: Option<&str>, usual: Lang) -> Lang {
    let asked = pairs(query).find(|(name, _)| name == "lang").map(|(_, value)| value);
    let preferred = accepted.map(|languages| languages.split(',').map(|language| language.trim().to_owned()));
    let known = |language: &String| match language.get(..2).map(str::to_ascii_lowercase).as_deref() {
        Some("vi") => Some(Lang::Vi),
        Some("en") => Some(Lang::En),
        _ => None,
    };
    asked.as_ref().and_then(known).or_else(|| preferred?.find_map(|language| known(&language))).unwrap_or(usual)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn queries_are_decoded() {
        let found: Vec<_> = pairs("name=%7Bs%E1%BB%91%7D+1&x&=y&bad=%4&worse=%zz").collect();
        let expected = [("name", "{số} 1"), ("x", ""), ("", "y"), ("bad", "%4"), ("worse", "%zz")];
        assert_eq!(found, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
    }

    #[test]
    fn the_language_is_asked_for_or_preferred() {
        assert_eq!(language("", None, Lang::Vi), Lang::Vi);
        assert_eq!(language("lang=en", Some("vi"), Lang::Vi), Lang::En);
        assert_eq!(language("", Some("fr, en-GB;q=0.8, vi"), Lang::Vi), Lang::En);
        assert_eq!(language("", Some("é"), Lang::En), Lang::En);
    }
}
