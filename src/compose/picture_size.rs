//! How large pictures are printed: as asked for, else by their pixels, and no larger than their place.

use crate::compose::overrides;
use crate::compose::ranges::LengthRange;
use crate::diag::{Diagnostic, Diagnostics, Pointer, phrase, registry};
use crate::picture::Pixels;
use crate::units::Length;

/// Pixels of an inch of a picture of which no size is given, as on a screen.
const PIXELS_PER_INCH: i64 = 96;
const INCH: Length = Length::pt(72);

/// A width and a height.
pub(super) type Size = (Length, Length);

/// The size that a specification gives.
#[derive(Clone, Debug)]
pub(super) struct AskedSize {
    width: Option<Length>,
    height: Option<Length>,
    /// The object that says it.
    at: Pointer,
}

impl AskedSize {
    /// Reads it; `None` where a length cannot be read, which is told.
    pub(super) fn read(
        (width, height): (Option<&str>, Option<&str>),
        range: LengthRange,
        at: &Pointer,
        out: &mut Diagnostics,
    ) -> Option<Self> {
        let mut read = |text: Option<&str>, name| match text {
            None => Some(None),
            Some(text) => overrides::length(text, &at.key(name), range, out).map(Some),
        };
        Some(Self { width: read(width, "width")?, height: read(height, "height")?, at: at.clone() })
    }

    /// Whether nothing is given.
    pub(super) const fn is_open(&self) -> bool {
        self.width.is_none() && self.height.is_none()
    }

    /// The same, so high where nothing is given.
    pub(super) fn or_high(self, height: Length) -> Self {
        if self.is_open() { Self { height: Some(height), ..self } } else { self }
    }

    /// The size where there is room for all of it.
    pub(super) fn of(&self, (across, down): Pixels) -> Size {
        let (across, down) = (i64::from(across), i64::from(down));
        let by_height = |height: Length| height.scale(across, down);
        let width = match (self.width, self.height) {
            (Some(width), Some(height)) => width.min(by_height(height)),
            (Some(width), None) => width,
            (None, Some(height)) => by_height(height),
            (None, None) => INCH.scale(across, PIXELS_PER_INCH),
        };
        (width, width.scale(down, across))
    }

    /// The size where there is so much room at most; what is asked and does not fit is told.
    pub(super) fn fit(&self, most: Size, px: Pixels, out: &mut Diagnostics) -> Size {
        let asked = self.of(px);
        let fits = fit(asked.0, most, px);
        // a side of a picture that was scaled up to a twip is none that was asked for
        let is_less = |fits: Length, asked: Length| fits + Length::twip(1) < asked.round_to_twip();
        if !self.is_open() && is_less(fits.0, asked.0) {
            out.push(match self.width {
                Some(_) => too_large(&self.at.key("width"), "width", asked.0, fits.0),
                None => too_large(&self.at.key("height"), "height", asked.1, fits.1),
            });
        }
        fits
    }
}

/// The size of a picture that is so wide, or as large as there is room for; never nothing, however long and narrow it is.
fn fit(width: Length, (most_width, most_height): Size, (across, down): Pixels) -> Size {
    let (across, down) = (i64::from(across), i64::from(down));
    let width = width.min(most_width);
    let height = width.scale(down, across);
    let (width, height) =
        if height <= most_height { (width, height) } else { (most_height.scale(across, down), most_height) };
    let whole = |length: Length| length.round_to_twip().max(Length::twip(1));
    (whole(width).min(most_width), whole(height).min(most_height))
}

fn too_large(at: &Pointer, name: &'static str, asked: Length, fits: Length) -> Diagnostic {
    // what is advised must fit
    let (asked, most) = ((asked + Length::mm(1) / 2).to_mm(), fits.to_mm());
    let message = match name {
        "height" => phrase!(
            "cao {asked} mm thì hình không vừa chỗ của nó; hình được thu còn {most} mm",
            "{asked} mm high the picture does not fit its place; it is made {most} mm high"
        ),
        _ => phrase!(
            "rộng {asked} mm thì hình không vừa cột hoặc trang; hình được thu còn {most} mm",
            "{asked} mm wide the picture does not fit its column or page; it is made {most} mm wide"
        ),
    };
    let finding = Diagnostic::of(registry::PICTURE_WIDTH, at, message);
    if most < 1 {
        return finding.hint(phrase!("bỏ \"{name}\"", "leave out \"{name}\""));
    }
    finding.hint(phrase!(
        "viết nhiều nhất là \"{most}mm\", hoặc bỏ \"{name}\"",
        "write at most \"{most}mm\", or leave out \"{name}\""
    ))
}
