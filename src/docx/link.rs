//! Addresses of links, as a relationship may name them: a URI (RFC 3986). Word takes a package for damaged whose external
//! target is none, so characters that no URI holds are percent-encoded, Vietnamese letters and spaces among them.

use std::borrow::Cow;
use std::fmt::Write as _;

/// The address as a URI.
pub(super) fn uri(address: &str) -> Cow<'_, str> {
    let bytes = address.as_bytes();
    if (0..bytes.len()).all(|i| stands(bytes, i)) {
        return Cow::Borrowed(address);
    }
    let mut out = String::with_capacity(address.len() * 2);
    for (i, byte) in bytes.iter().enumerate() {
        if stands(bytes, i) {
            out.push(char::from(*byte));
        } else {
            // writing to a string cannot fail
            let _ = write!(out, "%{byte:02X}");
        }
    }
    Cow::Owned(out)
}

/// Whether a byte may stand in a URI as it is.
fn stands(bytes: &[u8], at: usize) -> bool {
    match bytes[at] {
        b'%' => bytes.get(at + 1..at + 3).is_some_and(|pair| pair.iter().all(u8::is_ascii_hexdigit)),
        byte => byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=".contains(&byte),
    }
}
