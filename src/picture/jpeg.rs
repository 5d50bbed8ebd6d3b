//! Whether bytes are a JPEG that every program shows alike (ITU-T T.81), and the picture in it without remarks. Its samples are not
//! unpacked: both files carry them as they are.

use super::{PictureFault, PictureKind, Pixels, SoundPicture, is_small_enough};

/// What every JPEG file begins with.
const START: &[u8] = &[0xff, 0xd8];
const END: u8 = 0xd9;
const SCAN: u8 = 0xda;

/// Reads a JPEG, segment by segment (Annex B).
pub(super) fn read(file: &[u8]) -> Result<SoundPicture, PictureFault> {
    let mut rest = file.strip_prefix(START).ok_or(PictureFault::Unknown)?;
    let (mut bytes, mut frame, mut remarks, mut has_scan) = (START.to_vec(), None, Markings::default(), false);
    loop {
        let (marker, after) = marker(rest)?;
        rest = after;
        if marker == END {
            break;
        }
        let (data, after) = segment(rest)?;
        rest = after;
        remarks.read(marker, data)?;
        match marker {
            0xc0..=0xc2 if frame.is_some() => return Err(PictureFault::Damaged),
            0xc0..=0xc2 => frame = Some(Frame::read(data)?),
            // lossless, hierarchical, arithmetic coding, an unknown height
            0xc3 | 0xc5..=0xc7 | 0xc8..=0xcf | 0xdc | 0xde | 0xdf => return Err(PictureFault::Unusual),
            _ => {}
        }
        if is_needed(marker) {
            bytes.extend([0xff, marker]);
            bytes.extend(u16::try_from(data.len() + 2).unwrap_or(u16::MAX).to_be_bytes());
            bytes.extend(data);
        }
        if marker == SCAN {
            frame.as_ref().ok_or(PictureFault::Damaged)?;
            has_scan = true;
            let length = scan_length(rest).ok_or(PictureFault::Damaged)?;
            let (coded, after) = rest.split_at_checked(length).ok_or(PictureFault::Damaged)?;
            bytes.extend(coded);
            rest = after;
        }
    }
    bytes.extend([0xff, END]);
    let frame = frame.filter(|_| has_scan).ok_or(PictureFault::Damaged)?;
    let kind = frame.kind(&remarks)?;
    Ok(SoundPicture { bytes, pixels: frame.pixels, kind })
}

/// The next marker; any number of `FF` may stand before it.
fn marker(bytes: &[u8]) -> Result<(u8, &[u8]), PictureFault> {
    let rest = bytes.strip_prefix(&[0xff]).ok_or(PictureFault::Damaged)?;
    let fill = rest.iter().take_while(|byte| **byte == 0xff).count();
    match rest.get(fill..).and_then(<[u8]>::split_first) {
        // those without a segment have no place between segments
        Some((0 | 0x01 | 0xd0..=0xd8, _)) | None => Err(PictureFault::Damaged),
        Some((marker, rest)) => Ok((*marker, rest)),
    }
}

/// What a segment holds, and what follows it.
fn segment(bytes: &[u8]) -> Result<(&[u8], &[u8]), PictureFault> {
    let split = || {
        let (length, rest) = bytes.split_first_chunk::<2>()?;
        rest.split_at_checked(usize::from(u16::from_be_bytes(*length)).checked_sub(2)?)
    };
    split().ok_or(PictureFault::Damaged)
}

/// How long the coded samples of a scan are: as far as the next marker that is none of theirs.
fn scan_length(bytes: &[u8]) -> Option<usize> {
    let is_end = |pair: &[u8]| pair[0] == 0xff && !matches!(pair[1], 0 | 0xd0..=0xd7 | 0xff);
    bytes.windows(2).position(is_end)
}

/// Whether the look of the picture needs a segment. A device, a place or an author that a camera notes is nobody's business; colours
/// are sRGB in both files we write, as with PNG.
fn is_needed(marker: u8) -> bool {
    !matches!(marker, 0xe1..=0xed | 0xef | 0xfe)
}

/// What segments beside the picture say of it.
#[derive(Default)]
struct Markings {
    is_jfif: bool,
    /// How Adobe's programs have mixed the colours.
    is_adobe: bool,
}

impl Markings {
    fn read(&mut self, marker: u8, data: &[u8]) -> Result<(), PictureFault> {
        match marker {
            0xe0 => self.is_jfif |= data.starts_with(b"JFIF\0"),
            0xe1 if data.strip_prefix(b"Exif\0\0").and_then(orientation).is_some_and(|turn| turn != 1) => {
                return Err(PictureFault::Turned);
            }
            0xee => self.is_adobe |= data.starts_with(b"Adobe"),
            _ => {}
        }
        Ok(())
    }
}

/// Which way up the camera says that the picture is (TIFF 6.0, tag 274): 1 as it stands.
fn orientation(tiff: &[u8]) -> Option<u16> {
    let is_big = tiff.starts_with(b"MM");
    let two = |at: usize| {
        let bytes = *tiff.get(at..)?.first_chunk::<2>()?;
        Some(if is_big { u16::from_be_bytes(bytes) } else { u16::from_le_bytes(bytes) })
    };
    let four = |at: usize| {
        let bytes = *tiff.get(at..)?.first_chunk::<4>()?;
        usize::try_from(if is_big { u32::from_be_bytes(bytes) } else { u32::from_le_bytes(bytes) }).ok()
    };
    let directory = four(4)?;
    let first = directory.checked_add(2)?;
    let entries = (0..usize::from(two(directory)?)).map_while(|i| first.checked_add(i * 12));
    entries.take_while(|at| *at < tiff.len()).find(|at| two(*at) == Some(274)).and_then(|at| two(at.checked_add(8)?))
}

/// The header of the frame (B.2.2).
struct Frame {
    pixels: Pixels,
    /// The names of its components.
    components: Vec<u8>,
}

impl Frame {
    fn read(data: &[u8]) -> Result<Self, PictureFault> {
        let [precision, a, b, c, d, count, components @ ..] = data else { return Err(PictureFault::Damaged) };
        let (height, width) = (u16::from_be_bytes([*a, *b]), u16::from_be_bytes([*c, *d]));
        if components.len() != usize::from(*count) * 3 || width == 0 {
            return Err(PictureFault::Damaged);
        }
        if *precision != 8 || height == 0 {
            return Err(PictureFault::Unusual);
        }
        let pixels = (u32::from(width), u32::from(height));
        if !is_small_enough(pixels) {
            return Err(PictureFault::TooManyPixels(pixels));
        }
        Ok(Self { pixels, components: components.chunks_exact(3).map(|component| component[0]).collect() })
    }

    /// Four inks have no place beside the colours of a screen (PDF/A); of three components it must be plain what they are.
    fn kind(&self, remarks: &Markings) -> Result<PictureKind, PictureFault> {
        match *self.components.as_slice() {
            [_] => Ok(PictureKind::Jpeg { is_grey: true }),
            [b'R', b'G', b'B'] if !remarks.is_jfif && !remarks.is_adobe => Err(PictureFault::Unusual),
            [_, _, _] => Ok(PictureKind::Jpeg { is_grey: false }),
            [_, _, _, _] => Err(PictureFault::Inks),
            _ => Err(PictureFault::Damaged),
        }
    }
}
