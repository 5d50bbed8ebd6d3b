//! The output intent's profile: sRGB (IEC 61966-2-1) as an ICC version 4 display profile, computed from the published
//! primaries and transfer curve (ICC.1:2010, 8.3 three-component matrix-based profiles).

use pdf_writer::{Finish, Name, Ref};

use super::objects::Objects;

/// What the profile and the output intent call themselves.
pub(super) const DESCRIPTION: &str = "sRGB IEC61966-2.1";

/// D50, the profile connection space's white (ICC.1:2010, 7.2.16).
const D50: [f64; 3] = [0.9642, 1.0, 0.8249];
/// The sRGB primaries, adapted from D65 to D50 by [`BRADFORD`].
const RED: [f64; 3] = [0.436_07, 0.222_49, 0.013_92];
const GREEN: [f64; 3] = [0.385_15, 0.716_87, 0.097_08];
const BLUE: [f64; 3] = [0.143_07, 0.060_61, 0.714_10];
/// The linear Bradford adaptation from D65 to D50.
const BRADFORD: [f64; 9] =
    [1.047_88, 0.022_92, -0.050_22, 0.029_59, 0.990_48, -0.017_06, -0.009_23, 0.015_08, 0.751_68];
/// Exponent, scale, offset, slope near black and the border between both (IEC 61966-2-1, 5.2).
const CURVE: [f64; 5] = [2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.040_45];

/// Writes the profile.
pub(super) fn write(objects: &mut Objects) -> Ref {
    let id = objects.reserve();
    let mut stream = objects.stream(id, &profile());
    stream.pair(Name(b"N"), 3);
    stream.finish();
    id
}

fn profile() -> Vec<u8> {
    let curve = parameters(b"para", &[0, 3, 0, 0], &CURVE);
    let tags: [(&[u8; 4], Vec<u8>); 8] = [
        (b"desc", text(DESCRIPTION)),
        (b"cprt", text("No copyright, use freely")),
        (b"wtpt", parameters(b"XYZ ", &[], &D50)),
        (b"chad", parameters(b"sf32", &[], &BRADFORD)),
        (b"rXYZ", parameters(b"XYZ ", &[], &RED)),
        (b"gXYZ", parameters(b"XYZ ", &[], &GREEN)),
        (b"bXYZ", parameters(b"XYZ ", &[], &BLUE)),
        (b"rTRC", curve),
    ];
    let count = tags.len() + 2;
    let mut directory = long(count);
    let mut data = Vec::new();
    let start = 128 + 4 + 12 * count;
    for (name, bytes) in &tags {
        let place = [long(start + data.len()), long(bytes.len())].concat();
        // one curve serves the three channels
        let names: &[&[u8; 4]] = if *name == b"rTRC" { &[b"rTRC", b"gTRC", b"bTRC"] } else { &[name] };
        for name in names {
            directory.extend_from_slice(*name);
            directory.extend_from_slice(&place);
        }
        data.extend_from_slice(bytes);
        data.resize(data.len().next_multiple_of(4), 0);
    }
    [header(start + data.len()), directory, data].concat()
}

/// The 128 bytes of header (ICC.1:2010, 7.2); the date is that of the standard's publication.
fn header(size: usize) -> Vec<u8> {
    let mut header = long(size);
    header.extend_from_slice(b"\0\0\0\0\x04\x20\0\0mntrRGB XYZ ");
    for part in [1999_u16, 10, 1, 0, 0, 0] {
        header.extend_from_slice(&part.to_be_bytes());
    }
    header.extend_from_slice(b"acsp");
    header.resize(68, 0);
    for value in D50 {
        header.extend_from_slice(&fixed(value));
    }
    header.resize(128, 0);
    header
}

/// A tag of 15.16 fixed-point numbers.
fn parameters(signature: &[u8; 4], prefix: &[u8], values: &[f64]) -> Vec<u8> {
    let mut tag = [signature.as_slice(), &[0; 4], prefix].concat();
    for value in values {
        tag.extend_from_slice(&fixed(*value));
    }
    tag
}

/// A text in English (multiLocalizedUnicodeType).
fn text(value: &str) -> Vec<u8> {
    let utf16: Vec<u8> = value.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let mut tag = b"mluc\0\0\0\0\0\0\0\x01\0\0\0\x0cenUS".to_vec();
    tag.extend_from_slice(&long(utf16.len()));
    tag.extend_from_slice(&long(28));
    tag.extend_from_slice(&utf16);
    tag
}

#[allow(clippy::cast_possible_truncation, reason = "all values lie within ±3, far inside 15.16")]
fn fixed(value: f64) -> [u8; 4] {
    ((value * 65536.0).round() as i32).to_be_bytes()
}

fn long(value: usize) -> Vec<u8> {
    u32::try_from(value).unwrap_or(u32::MAX).to_be_bytes().to_vec()
}
