//! Whether bytes are a sound PNG (ISO/IEC 15948), and the picture in it without anything else.

use super::chunks::{self, Chunk, SIGNATURE};
use super::scanlines::{self, Rows};
use super::{PictureFault, PictureKind, SoundPicture, is_small_enough};

/// Reads a PNG to its last sample.
pub(super) fn read(file: &[u8]) -> Result<SoundPicture, PictureFault> {
    let (header, rest) = chunks::next(chunks::begin(file)?)?;
    let header = Header::read(&header)?;
    let parts = Essentials::read(rest)?.suited_to(&header)?;
    let packed = parts.data.concat();
    let packed = scanlines::check(&packed, Rows::of(&header)).ok_or(PictureFault::Damaged)?;
    let mut bytes = SIGNATURE.to_vec();
    let mut write = |kind: &[u8; 4], data: &[u8]| Chunk { kind, data }.write(&mut bytes);
    write(b"IHDR", header.data);
    if let Some(palette) = parts.palette {
        write(b"PLTE", palette);
    }
    if let Some(transparency) = parts.transparency {
        write(b"tRNS", transparency);
    }
    write(b"IDAT", packed);
    write(b"IEND", &[]);
    Ok(SoundPicture { bytes, pixels: (header.width, header.height), kind: PictureKind::Png })
}

/// The kinds of colour (11.2.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Colour {
    Grey,
    Rgb,
    Indexed,
    GreyAlpha,
    Rgba,
}

impl Colour {
    fn channels(self) -> u64 {
        match self {
            Self::Grey | Self::Indexed => 1,
            Self::GreyAlpha => 2,
            Self::Rgb => 3,
            Self::Rgba => 4,
        }
    }
}

/// `IHDR`.
pub(super) struct Header<'a> {
    data: &'a [u8],
    pub(super) width: u32,
    pub(super) height: u32,
    depth: u8,
    colour: Colour,
    pub(super) is_interlaced: bool,
}

impl<'a> Header<'a> {
    fn read(chunk: &Chunk<'a>) -> Result<Self, PictureFault> {
        let &[a, b, c, d, e, f, g, h, depth, colour, compression, filter, interlace] = chunk.data else {
            return Err(PictureFault::Damaged);
        };
        let (width, height) = (u32::from_be_bytes([a, b, c, d]), u32::from_be_bytes([e, f, g, h]));
        let colour = match (colour, depth) {
            (0, 1 | 2 | 4 | 8 | 16) => Colour::Grey,
            (2, 8 | 16) => Colour::Rgb,
            (3, 1 | 2 | 4 | 8) => Colour::Indexed,
            (4, 8 | 16) => Colour::GreyAlpha,
            (6, 8 | 16) => Colour::Rgba,
            _ => return Err(PictureFault::Damaged),
        };
        let is_known = compression == 0 && filter == 0 && interlace <= 1;
        if chunk.kind != b"IHDR" || width == 0 || height == 0 || !is_known {
            return Err(PictureFault::Damaged);
        }
        if !is_small_enough((width, height)) {
            return Err(PictureFault::TooManyPixels((width, height)));
        }
        Ok(Self { data: chunk.data, width, height, depth, colour, is_interlaced: interlace == 1 })
    }

    /// How many bytes so many pixels of a row take.
    pub(super) fn row_bytes(&self, pixels: u32) -> u64 {
        (u64::from(pixels) * self.colour.channels() * u64::from(self.depth)).div_ceil(8)
    }
}

/// What of a file the look of its picture needs.
#[derive(Default)]
struct Essentials<'a> {
    palette: Option<&'a [u8]>,
    transparency: Option<&'a [u8]>,
    /// The data, which stand in chunks without anything between them.
    data: Vec<&'a [u8]>,
}

impl<'a> Essentials<'a> {
    /// Reads the chunks behind the header, each of which has its place (5.6), as far as `IEND`.
    fn read(mut rest: &'a [u8]) -> Result<Self, PictureFault> {
        let mut parts = Self::default();
        let mut before: &[u8] = b"IHDR";
        loop {
            let (chunk, after) = chunks::next(rest)?;
            let is_early = parts.data.is_empty();
            match chunk.kind {
                b"PLTE" if is_early && parts.palette.is_none() && parts.transparency.is_none() => {
                    parts.palette = Some(chunk.data);
                }
                b"tRNS" if is_early && parts.transparency.is_none() => parts.transparency = Some(chunk.data),
                b"IDAT" if is_early || before == b"IDAT" => parts.data.push(chunk.data),
                b"IEND" => return Ok(parts),
                // a second one, one that comes too late, or one that nobody knows how to show
                b"tRNS" => return Err(PictureFault::Damaged),
                _ if chunk.is_critical() => return Err(PictureFault::Damaged),
                _ => {}
            }
            before = chunk.kind;
            rest = after;
        }
    }

    /// Drops a palette and a transparency that the kind of colour has no use for, and judges those that it has
    /// (11.2.3, 11.3.2).
    fn suited_to(mut self, header: &Header<'_>) -> Result<Self, PictureFault> {
        if header.colour != Colour::Indexed {
            // the colours that a poorer screen should choose
            self.palette = None;
        }
        let colours = self.palette.map_or(0, |palette| palette.len() / 3);
        let is_sound = match header.colour {
            Colour::Indexed => {
                let has_palette = (1..=1 << header.depth).contains(&colours)
                    && self.palette.is_some_and(|palette| palette.len() % 3 == 0);
                has_palette && self.transparency.is_none_or(|data| (1..=colours).contains(&data.len()))
            }
            Colour::Grey => self.transparency.is_none_or(|data| data.len() == 2),
            Colour::Rgb => self.transparency.is_none_or(|data| data.len() == 6),
            Colour::GreyAlpha | Colour::Rgba => {
                self.transparency = None;
                true
            }
        };
        if is_sound { Ok(self) } else { Err(PictureFault::Damaged) }
    }
}
