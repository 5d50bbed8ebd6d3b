//! multipart/form-data (RFC 7578) out of a body that is in memory already: its size has been judged.

use axum::body::Bytes;
use memchr::memmem;
use vanban::diag::Phrase;

use super::disposition::parameter;
use super::problem::Problem;

/// The most parts of a request.
const MOST_PARTS: usize = 256;
/// The most bytes of the headers of a part.
const LONGEST_HEAD: usize = 4 << 10;
/// RFC 2046, 5.1.1.
const LONGEST_BOUNDARY: usize = 70;

/// A part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FormPart {
    /// The field.
    pub(super) name: String,
    /// The name of its file, where it is one.
    pub(super) file_name: Option<String>,
    pub(super) bytes: Bytes,
}

/// The parts of a body.
pub(super) fn parts(body: &Bytes, content_type: &str) -> Result<Vec<FormPart>, Problem> {
    let boundary = parameter(content_type, "boundary")
        .filter(|boundary| !boundary.is_empty() && boundary.len() <= LONGEST_BOUNDARY)
        .ok_or_else(|| malformed("không có boundary", "there is no boundary"))?;
    let delimiter = format!("\r\n--{boundary}");
    let finder = memmem::Finder::new(delimiter.as_bytes());
    // the first delimiter may begin the body
    let mut at = if body.starts_with(delimiter.get(2..).unwrap_or_default().as_bytes()) {
        delimiter.len() - 2
    } else {
        finder
            .find(body)
            .map(|at| at + delimiter.len())
            .ok_or_else(|| malformed("không có phần nào", "there is no part"))?
    };
    let mut parts = Vec::new();
    loop {
        let rest = body.get(at..).unwrap_or_default();
        if rest.starts_with(b"--") {
            return Ok(parts);
        }
        if parts.len() == MOST_PARTS {
            return Err(malformed(&format!("quá {MOST_PARTS} phần"), &format!("more than {MOST_PARTS} parts")));
        }
        let cut = || malformed("bị cắt giữa chừng", "it is cut short");
        let padding = rest.iter().take_while(|b| matches!(b, b' ' | b'\t')).count();
        let rest = rest.get(padding..).and_then(|rest| rest.strip_prefix(b"\r\n")).ok_or_else(cut)?;
        let head_at = body.len() - rest.len();
        // the delimiter of an empty part without headers begins with the line end that ended the one before
        let length = finder.find(body.get(head_at - 2..).unwrap_or_default()).ok_or_else(cut)?;
        let end = head_at - 2 + length;
        parts.push(part(body, head_at, end)?);
        at = end + delimiter.len();
    }
}

fn part(body: &Bytes, start: usize, end: usize) -> Result<FormPart, Problem> {
    let whole = body.get(start..end).unwrap_or_default();
    let window = whole.get(..whole.len().min(LONGEST_HEAD)).unwrap_or_default();
    let length = memmem::find(window, b"\r\n\r\n").ok_or_else(|| {
        malformed("một phần không có đầu mục, hoặc đầu mục quá dài", "a part has no headers, or too long ones")
    })?;
    let head = String::from_utf8_lossy(whole.get(..length).unwrap_or_default());
    let disposition = head
        .split("\r\n")
        .filter_map(|line| line.split_once(':'))
        .find(|(name, _)| name.trim().eq_ignore_ascii_case("content-disposition"));
    let value = disposition.map(|(_, value)| value).unwrap_or_default();
    let name = parameter(value, "name").ok_or_else(|| {
        malformed("một phần không có tên (Content-Disposition)", "a part has no name (Content-Disposition)")
    })?;
    Ok(FormPart { name, file_name: parameter(value, "filename"), bytes: body.slice(start + length + 4..end) })
}

fn malformed(vi: &str, en: &str) -> Problem {
    Problem::new("malformed", Phrase::new("multipart/form-data không hợp lệ", "malformed multipart/form-data"))
        .detail(Phrase::new(vi, en))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(body: &str) -> Result<Vec<(String, Option<String>, String)>, Problem> {
        let found = parts(&Bytes::copy_from_slice(body.as_bytes()), "multipart/form-data; boundary=XX")?;
        let text = |part: FormPart| (part.name, part.file_name, String::from_utf8_lossy(&part.bytes).into_owned());
        Ok(found.into_iter().map(text).collect())
    }

    #[test]
    fn parts_come_out_whole() {
        let body = "preamble\r\n--XX\r\nContent-Disposition: form-data; name=\"spec\"\r\n\r\n{\r\n--X}\r\n--XX  \r\ncontent-disposition: form-data; name=picture; filename=\"a/b.png\"\r\nContent-Type: image/png\r\n\r\n\r\n--XX--\r\nepilogue";
        let expected = [("spec", None, "{\r\n--X}"), ("picture", Some("a/b.png"), "")];
        let found = parse(body).map_err(|problem| problem.kind());
        let expected =
            expected.map(|(name, file, text)| (name.to_owned(), file.map(str::to_owned), text.to_owned())).to_vec();
        assert_eq!(found, Ok(expected.clone()));
        assert_eq!(parse(body.trim_start_matches("preamble\r\n")).map_err(|problem| problem.kind()), Ok(expected));
        assert_eq!(parse("--XX--").map_err(|problem| problem.kind()), Ok(Vec::new()));
    }

    #[test]
    fn what_is_broken_is_refused() {
        let head = "--XX\r\nContent-Disposition: form-data; name=\"spec\"\r\n\r\n{}";
        let many = format!("{head}\r\n").repeat(MOST_PARTS + 1) + "--XX--";
        let long = format!("--XX\r\nX: {}\r\n\r\n\r\n--XX--", "a".repeat(LONGEST_HEAD));
        for body in
            ["", "{}", head, "--XX", "--XX\r\n", "--XX\r\n\r\n--XX--", "--XX\r\nX: y\r\n\r\n\r\n--XX--", &many, &long]
        {
            assert_eq!(parse(body).map_err(|problem| problem.kind()), Err("malformed"), "{body}");
        }
        assert!(parts(&Bytes::new(), "multipart/form-data").is_err());
    }
}
