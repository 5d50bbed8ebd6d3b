//! The output intent's profile: sRGB (IEC 61966-2-1) as an ICC version 2 display profile, which PDF/A-1 asks for too,
//! made from the published primaries and transfer curve (ICC.1:2001-04, 6.3.1.2 three-component matrix-based profiles).

use pdf_writer::{Finish, Name, Ref};

use super::cache::PdfCache;
use super::objects::Objects;
use super::srgb_curve::SRGB_CURVE;

/// What the profile and the output intent call themselves.
pub(super) const DESCRIPTION: &str = "sRGB IEC61966-2.1";

/// A colour in the profile connection space, in 65 536ths (`s15Fixed16Number`).
type Xyz = [u32; 3];

/// D50, the profile connection space's white (6.1.11): 0.9642, 1, 0.8249.
const D50: Xyz = [63_190, 65_536, 54_061];
/// The sRGB primaries, adapted from D65 to D50: 0.43607, 0.22249, 0.01392;
const RED: Xyz = [28_578, 14_581, 912];
/// 0.38515, 0.71687, 0.09708;
const GREEN: Xyz = [25_241, 46_981, 6_362];
/// 0.14307, 0.06061, 0.71410.
const BLUE: Xyz = [9_376, 3_972, 46_799];

/// Writes the profile.
pub(super) fn write(cache: &mut PdfCache, objects: &mut Objects) -> Ref {
    let id = objects.reserve();
    let deflated = cache.profile.get_or_insert_with(|| objects.deflate(&profile()));
    let mut stream = objects.deflated_stream(id, deflated);
    stream.pair(Name(b"N"), 3);
    stream.finish();
    id
}

fn profile() -> Vec<u8> {
    let tags: [(&[u8; 4], Vec<u8>); 7] = [
        (b"desc", description(DESCRIPTION)),
        (b"cprt", b"text\0\0\0\0No copyright, use freely\0".to_vec()),
        (b"wtpt", point(&D50)),
        (b"rXYZ", point(&RED)),
        (b"gXYZ", point(&GREEN)),
        (b"bXYZ", point(&BLUE)),
        (b"rTRC", curve()),
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

/// The 128 bytes of header (ICC.1:2001-04, 6.1); the date is that of the standard's publication.
fn header(size: usize) -> Vec<u8> {
    let mut header = long(size);
    header.extend_from_slice(b"\0\0\0\0\x02\x10\0\0mntrRGB XYZ ");
    for part in [1999_u16, 10, 1, 0, 0, 0] {
        header.extend_from_slice(&part.to_be_bytes());
    }
    header.extend_from_slice(b"acsp");
    header.resize(68, 0);
    for value in D50 {
        header.extend_from_slice(&value.to_be_bytes());
    }
    header.resize(128, 0);
    header
}

/// A colour (`XYZType`).
fn point(values: &Xyz) -> Vec<u8> {
    let mut tag = b"XYZ \0\0\0\0".to_vec();
    for value in values {
        tag.extend_from_slice(&value.to_be_bytes());
    }
    tag
}

/// A description (textDescriptionType, ICC.1:2001-04, 6.5.17), in ASCII alone.
fn description(value: &str) -> Vec<u8> {
    let mut tag = b"desc\0\0\0\0".to_vec();
    tag.extend_from_slice(&long(value.len() + 1));
    tag.extend_from_slice(value.as_bytes());
    // its end, then an empty text in Unicode and one in the script of an old system, which has 67 bytes in any case
    tag.resize(tag.len() + 1 + 8 + 3 + 67, 0);
    tag
}

/// The transfer curve, sampled (curveType): from the display's values to light.
fn curve() -> Vec<u8> {
    let mut tag = b"curv\0\0\0\0".to_vec();
    tag.extend_from_slice(&long(SRGB_CURVE.len()));
    for sample in SRGB_CURVE {
        tag.extend_from_slice(&sample.to_be_bytes());
    }
    tag
}

fn long(value: usize) -> Vec<u8> {
    u32::try_from(value).unwrap_or(u32::MAX).to_be_bytes().to_vec()
}
