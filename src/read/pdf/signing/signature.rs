//! A signature dictionary (ISO 32000-1, 12.8.1): what it covers, and that it holds the digest of that.

use std::ops::Range;

use super::super::file::ObjectIndex;
use super::super::lexer::Token;
use super::super::object::{self, Object};
use super::Unmet;
use super::cms::{self, Digested};
use super::digest::Digests;

/// A value of a dictionary and the bytes where it stands.
type ValueAt = (Object, Range<usize>);

/// Where the bytes end that the signature covers which stands at `at`: all from the first one of the file, but for the
/// string that holds the signature itself.
pub(super) fn covered(objects: &ObjectIndex<'_>, at: usize, digests: &mut Digests<'_>) -> Result<usize, Unmet> {
    let entries = entries(objects, at)?;
    let entry = |key: &str| entries.iter().find(|(own, _)| own == key.as_bytes()).map(|(_, entry)| entry);
    let name = |key: &str| match entry(key) {
        Some((Object::Name(name), _)) => Some(String::from_utf8_lossy(name).into_owned()),
        _ => None,
    };
    let kind = name("Type");
    if !matches!(kind.as_deref(), None | Some("Sig" | "DocTimeStamp")) || name("Filter").is_none() {
        return Err(none());
    }
    let sub_filter = name("SubFilter").unwrap_or_default();
    let digested = match sub_filter.as_str() {
        "adbe.pkcs7.detached" | "ETSI.CAdES.detached" => Digested::File,
        "ETSI.RFC3161" => Digested::Stamped,
        _ => {
            return Err(Unmet::new(
                format!("chữ ký thuộc dạng “{sub_filter}”, không xét được"),
                format!("the signature is of the kind “{sub_filter}”, which is not judged"),
            ));
        }
    };
    let (Some((Object::Text(contents), place)), Some((Object::Array(range), _))) =
        (entry("Contents"), entry("ByteRange"))
    else {
        return Err(none());
    };
    let range: Option<Vec<usize>> = range.iter().map(Object::count).collect();
    let [0, gap_start, gap_end, length] = range.unwrap_or_default()[..] else { return Err(bad_range()) };
    if (gap_start..gap_end) != *place || !digests.is_hexadecimal(place) {
        return Err(bad_range());
    }
    let end = gap_end.checked_add(length).filter(|end| *end <= digests.len()).ok_or_else(bad_range)?;
    let expected = cms::digest(contents, digested).ok_or_else(|| {
        Unmet::new("không đọc được giá trị băm trong chữ ký", "the signature holds no digest that could be read")
    })?;
    match digests.of(place, end, expected.len()) {
        Some(found) if found == expected => Ok(end),
        Some(_) => Err(Unmet::new(
            "tệp đã bị sửa sau khi ký: giá trị băm trong chữ ký không khớp",
            "the file was changed after it was signed: the digest in the signature does not match",
        )),
        None => Err(Unmet::new(
            "chữ ký dùng hàm băm không xét được (cần SHA-256, SHA-384 hoặc SHA-512)",
            "the signature uses a digest that is not judged (SHA-256, SHA-384 or SHA-512 is needed)",
        )),
    }
}

/// What should be a signature is none.
pub(super) fn none() -> Unmet {
    Unmet::new("trường chữ ký không chứa chữ ký", "a signature field does not hold a signature")
}

fn bad_range() -> Unmet {
    Unmet::new(
        "chữ ký không bao đúng phần của tệp (/ByteRange)",
        "a signature does not cover what it must (/ByteRange)",
    )
}

/// The entries of the dictionary at `at`, which was read once already.
fn entries(objects: &ObjectIndex<'_>, at: usize) -> Result<Vec<(Vec<u8>, ValueAt)>, Unmet> {
    let mut lexer = objects.lexer(at);
    lexer.count()?;
    lexer.count()?;
    lexer.demand("obj")?;
    if lexer.next()? != Token::DictionaryOpens {
        return Err(none());
    }
    let mut entries = Vec::new();
    while let Token::Name(key) = lexer.next()? {
        lexer.skip_space()?;
        let start = lexer.position();
        let value = object::read(&mut lexer)?;
        entries.push((key, (value, start..lexer.position())));
    }
    Ok(entries)
}
