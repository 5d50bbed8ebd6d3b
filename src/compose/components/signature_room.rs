//! The room for signature and seal (ô số 7c, 8) between a signer's title and name: their pictures, and fields for digital
//! ones at the same places. Pictures keep their ratio and are made small enough for their place; they lie beneath the text.

use super::signature::SignaturePlace;
use crate::compose::field::{self, Anchor, Bounds, ByRule};
use crate::compose::picture::PictureFiles;
use crate::compose::{Composer, overrides, ranges};
use crate::diag::{Diagnostic, Pointer, phrase, registry};
use crate::model::{Block, BlockKind, FloatingPicture, Inline, Paragraph, Role, SignatureField};
use crate::picture::Pixels;
use crate::specification::{PictureSpec, Signature, Text};
use crate::units::Length;

/// How many lines stand above and below the room.
#[derive(Clone, Copy)]
pub(super) struct LinesAround {
    pub(super) title: usize,
    pub(super) names: usize,
}

/// The room: the signature in the middle, the seal over its left third.
pub(super) fn compose(
    c: &mut Composer<'_>,
    one: &Signature,
    at: &Pointer,
    place: &SignaturePlace,
    lines: LinesAround,
) -> Block {
    let (values, column) = (&c.profile.composition, place.width);
    let page = page_around(c, place, lines);
    let (room, overlap) = (values.signature_room.default, values.seal_overlap.default);
    let (usual_signature, usual_seal) = (values.signature_width.default, values.seal_width.default);
    let who = one.signer.as_ref().map_or("người ký", |name| name.as_str());
    let whose_signature = format!("Chữ ký của {}", who.replace('\n', " "));
    let whose_seal = format!("Dấu của {}", place.organ);
    let mut inlines = Vec::new();

    let most = Size { width: column, height: room };
    let usual = Size { width: usual_signature, height: room };
    let image = one.image.as_ref().and_then(|given| printed(c, given, &at.key("image"), usual, most));
    let size = image.as_ref().map_or(usual.within(most), |image| image.size);
    let x = (column - size.width) / 2;
    let seal_right = x + overlap.of(size.width);
    let signature = ByRule { anchor: Anchor::Middle(column / 2), width: size.width, height: size.height, room };
    if let (Some(given), Some(image)) = (&one.image, image) {
        let y = (room - size.height) / 2;
        inlines.push(image.placed(x, y, given.alternative_text.as_ref(), &whose_signature));
    }

    // A seal has its real size, which is more than the room is high: it may reach over the lines around, though not out of
    // the column, where other words and the paper's edge are.
    let most = Size { width: column, height: page.bottom - page.top };
    let usual = Size { width: usual_seal, height: usual_seal };
    let image = one.seal.as_ref().and_then(|given| printed(c, given, &at.key("seal"), usual, most));
    let size = image.as_ref().map_or(usual.within(most), |image| image.size);
    let x = (seal_right - size.width).max(Length::ZERO);
    let seal = ByRule { anchor: Anchor::Right(x + size.width), width: size.width, height: size.height, room };
    if let (Some(given), Some(image)) = (&one.seal, image) {
        let y = ((room - size.height) / 2).min(page.bottom - size.height).max(page.top);
        inlines.push(image.placed(x, y, given.alternative_text.as_ref(), &whose_seal));
    }

    for (kind, key, given, by_rule, tooltip) in [
        ("Signature", "signature_field", &one.signature_field, signature, whose_signature),
        ("Seal", "seal_field", &one.seal_field, seal, whose_seal),
    ] {
        if let Some(field::FieldSpot { x, y, width, height }) =
            field::place(given.as_ref(), by_rule, page, &at.key(key), c.out)
        {
            let name = format!("{kind}{}", place.number);
            inlines.push(Inline::SignatureField(SignatureField { name, tooltip, x, y, width, height }));
        }
    }
    let paragraph = Paragraph { inlines, ..Paragraph::default() };
    Block::new(Role::SignatureRoom, BlockKind::Paragraph(paragraph), at.clone())
}

/// What surely is on the page around the room, wherever on it the block stands: the page's whole width, the titles and the
/// margin above, the names and the margin below.
fn page_around(c: &Composer<'_>, place: &SignaturePlace, lines: LinesAround) -> Bounds {
    let height = |role, lines: usize| {
        let of_type = c.type_of(role);
        of_type.fonts.face(of_type.face).line_height(of_type.size) * i64::try_from(lines).unwrap_or(0)
    };
    let left = -c.page.margin_left - place.x;
    Bounds {
        left,
        right: left + c.page.width,
        top: -c.page.margin_top - height(Role::Authority, lines.title),
        bottom: c.profile.composition.signature_room.default + height(Role::Signer, lines.names) + c.page.margin_bottom,
    }
}

/// A printed size.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Size {
    width: Length,
    height: Length,
}

impl Size {
    /// The part of it that another has room for; the ratio changes.
    fn within(self, most: Self) -> Self {
        Self { width: self.width.min(most.width).round_to_twip(), height: self.height.min(most.height).round_to_twip() }
    }

    /// The largest size within this one that has the ratio of a picture; never nothing, however long and narrow it is.
    fn fit(self, (width_px, height_px): Pixels) -> Self {
        let (across, down) = (i64::from(width_px), i64::from(height_px));
        let height = self.width.scale(down, across);
        let (width, height) =
            if height <= self.height { (self.width, height) } else { (self.height.scale(across, down), self.height) };
        let whole = |length: Length| length.round_to_twip().max(Length::twip(1));
        Self { width: whole(width), height: whole(height) }
    }
}

/// A picture and its printed size.
struct Printed {
    picture: usize,
    file: String,
    size: Size,
}

/// A picture in its printed size: as wide as the specification says, else as large as is `usual`, and never larger than
/// `most`; a finding where that makes it narrower than was asked for.
fn printed(c: &mut Composer<'_>, given: &PictureSpec, at: &Pointer, usual: Size, most: Size) -> Option<Printed> {
    let at_width = at.key("width");
    let asked = match &given.width {
        None => None,
        Some(text) => Some(overrides::length(text, &at_width, ranges::PICTURE_WIDTH, c.out)?),
    };
    let (picture, px) = c.pictures.get(&given.file, PictureFiles::Png, &at.key("file"), c.out)?;
    let size = match asked {
        None => usual.within(most).fit(px),
        Some(width) => {
            let fits = Size { width: width.min(most.width), ..most }.fit(px);
            if fits.width < width {
                let height = width.scale(i64::from(px.1), i64::from(px.0));
                c.out.push(too_large(&at_width, Size { width, height }, most, fits));
            }
            fits
        }
    };
    Some(Printed { picture, file: given.file.clone(), size })
}

impl Printed {
    fn placed(self, x: Length, y: Length, alternative_text: Option<&Text>, default: &str) -> Inline {
        let Self { picture, file, size: Size { width, height } } = self;
        let alternative_text = alternative_text.map_or(default, |text| text.as_str()).to_owned();
        let (x, y) = (x.round_to_twip(), y.round_to_twip());
        Inline::Picture(FloatingPicture { picture, file, x, y, width, height, alternative_text })
    }
}

fn too_large(at: &Pointer, asked: Size, most: Size, fits: Size) -> Diagnostic {
    let what = if asked.width > most.width {
        let (asked, most) = (nearest_mm(asked.width), nearest_mm(most.width));
        phrase!(
            "hình rộng {asked} mm, cột chữ ký chỉ rộng {most} mm; hình được thu nhỏ",
            "the picture is {asked} mm wide, the signature's column only {most} mm; it is made smaller"
        )
    } else {
        let (asked, most) = (nearest_mm(asked.height), nearest_mm(most.height));
        phrase!(
            "với chiều rộng này hình cao {asked} mm, chỗ của hình chỉ cao {most} mm; hình được thu nhỏ",
            "at this width the picture is {asked} mm high, its place only {most} mm; it is made smaller"
        )
    };
    let tenths = fits.width.to_emu() / (Length::mm(1).to_emu() / 10);
    let (whole, tenth) = (tenths / 10, tenths % 10);
    let can_be_written = ranges::PICTURE_WIDTH.contains(fits.width);
    let hint = match can_be_written {
        false => phrase!("bỏ \"width\"", "leave out \"width\""),
        true => phrase!(
            "viết nhiều nhất là \"{whole}.{tenth}mm\", hoặc bỏ \"width\"",
            "write at most \"{whole}.{tenth}mm\", or leave out \"width\""
        ),
    };
    Diagnostic::of(registry::PICTURE_WIDTH, at, what).hint(hint)
}

fn nearest_mm(length: Length) -> i64 {
    (length + Length::mm(1) / 2).to_mm()
}
