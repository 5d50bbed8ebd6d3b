//! `Content-Disposition` (RFC 6266): a file's name for those who save it.

use axum::http::HeaderValue;

/// The header for a file of that name: in ASCII for old clients, and as it is.
pub(super) fn attachment(name: &str) -> HeaderValue {
    let plain: String =
        name.chars().map(|c| if c.is_ascii_graphic() && !matches!(c, '"' | '\\' | '%') { c } else { '_' }).collect();
    let mut exact = String::new();
    for byte in name.bytes() {
        // RFC 8187, 3.2.1: attr-char
        if byte.is_ascii_alphanumeric() || b"!#$&+-.^_`|~".contains(&byte) {
            exact.push(char::from(byte));
        } else {
            exact.push_str(&format!("%{byte:02X}"));
        }
    }
    let header = format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{exact}");
    HeaderValue::from_str(&header).unwrap_or(HeaderValue::from_static("attachment"))
}

/// The name in a header of multipart/form-data (RFC 7578, 4.2): the parameter of that name.
pub(super) fn parameter(header: &str, name: &str) -> Option<String> {
    let mut rest = header.split_once(';')?.1;
    loop {
        let (key, behind) = rest.split_once('=')?;
        let behind = behind.trim_start();
        let (value, after) = match behind.strip_prefix('"') {
            Some(quoted) => until_quote(quoted)?,
            None => {
                let (value, after) = behind.split_once(';').map_or((behind, ""), |(value, after)| (value, after));
                (value.trim().to_owned(), after)
            }
        };
        if key.trim().trim_start_matches(';').trim().eq_ignore_ascii_case(name) {
            return Some(value);
        }
        rest = after;
    }
}

/// A quoted string up to its end, and what follows. Browsers write `%22` for a quote and leave backslashes alone; others escape both.
fn until_quote(quoted: &str) -> Option<(String, &str)> {
    let mut value = String::new();
    let mut chars = quoted.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return Some((value.replace("%22", "\""), quoted.get(at + 1..)?)),
            '\\' if chars.peek().is_some_and(|(_, next)| matches!(next, '"' | '\\')) => {
                value.extend(chars.next().map(|(_, c)| c));
            }
            other => value.push(other),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_twice() {
        let header = attachment("12-QĐ \"a\".pdf");
        assert_eq!(
            header.to_str().ok(),
            Some("attachment; filename=\"12-Q___a_.pdf\"; filename*=UTF-8''12-Q%C4%90%20%22a%22.pdf")
        );
    }

    #[test]
    fn parameters_are_found() {
        let header = "form-data; name=\"picture\"; filename=\"pictures/dấu \\\"1\\\";.png\"";
        assert_eq!(parameter(header, "name").as_deref(), Some("picture"));
        assert_eq!(parameter(header, "filename").as_deref(), Some("pictures/dấu \"1\";.png"));
        assert_eq!(parameter("multipart/form-data; boundary=abc ; x=1", "boundary").as_deref(), Some("abc"));
        assert_eq!(parameter("form-data; name=\"a", "name"), None);
        assert_eq!(parameter("form-data", "name"), None);
    }
}
