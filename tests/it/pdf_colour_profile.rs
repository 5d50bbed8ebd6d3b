//! The colour profile of the output intent, taken out of the file and compared with the standard it stands for.

use crate::corpus::samples;
use crate::pdf_reader::Pdf;
use vanban::pdf::Flavour;

fn number(bytes: &[u8], at: usize) -> u32 {
    u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap())
}

/// A profile of the first sample.
fn profile() -> Vec<u8> {
    let pdf = Pdf::read(&samples()[0].pdf(Flavour::default()).unwrap());
    let intents = pdf.field(pdf.catalog(), "OutputIntents").unwrap().items().to_vec();
    let intent = pdf.resolve(&intents[0]);
    pdf.data(intent, "DestOutputProfile").to_vec()
}

/// The data of a tag (ICC.1:2001-04, 6.2).
fn tag<'a>(profile: &'a [u8], name: &[u8; 4]) -> &'a [u8] {
    let count = number(profile, 128) as usize;
    let entry = (0..count).map(|i| 132 + 12 * i).find(|at| profile[*at..at + 4] == *name).unwrap();
    let (at, length) = (number(profile, entry + 4) as usize, number(profile, entry + 8) as usize);
    &profile[at..at + length]
}

#[test]
fn the_transfer_curve_is_that_of_srgb() {
    let profile = profile();
    assert_eq!(number(&profile, 0) as usize, profile.len());
    for channel in [b"rTRC", b"gTRC", b"bTRC"] {
        let curve = tag(&profile, channel);
        assert_eq!((&curve[..4], number(curve, 8)), (b"curv".as_slice(), 256));
        for (value, sample) in curve[12..].chunks(2).enumerate() {
            let sample = f64::from(u16::from_be_bytes([sample[0], sample[1]]));
            let value = f64::from(u32::try_from(value).unwrap()) / 255.0;
            // IEC 61966-2-1, 5.2
            let light = if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) };
            assert!((light * 65_535.0 - sample).abs() <= 0.500_001, "{value}: {light} is not {sample}");
        }
    }
}

#[test]
fn the_primaries_make_white() {
    let profile = profile();
    let colour = |name: &[u8; 4]| {
        let tag = tag(&profile, name);
        assert_eq!(&tag[..4], b"XYZ ");
        [8, 12, 16].map(|at| f64::from(number(tag, at)) / 65_536.0)
    };
    let (white, parts) = (colour(b"wtpt"), [colour(b"rXYZ"), colour(b"gXYZ"), colour(b"bXYZ")]);
    for i in 0..3 {
        let sum: f64 = parts.iter().map(|part| part[i]).sum();
        assert!((sum - white[i]).abs() < 0.0003, "{sum} is not {}", white[i]);
        assert!((f64::from(number(&profile, 68 + 4 * i)) / 65_536.0 - [0.9642, 1.0, 0.8249][i]).abs() < 0.000_01);
    }
    // red, green and blue stand where they are seen (x, y of the primaries adapted to D50)
    let chromaticity = |[x, y, z]: [f64; 3]| (x / (x + y + z), y / (x + y + z));
    for (part, (x, y)) in parts.into_iter().zip([(0.648_4, 0.330_9), (0.321_2, 0.597_9), (0.155_9, 0.066_0)]) {
        let found = chromaticity(part);
        assert!((found.0 - x).abs() < 0.001 && (found.1 - y).abs() < 0.001, "{found:?} is not {x}, {y}");
    }
}
