//! Paper and margins.

use crate::units::Length;

/// Paper and margins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageSetup {
    /// Paper width.
    pub width: Length,
    /// Paper height.
    pub height: Length,
    /// Top margin.
    pub margin_top: Length,
    /// Bottom margin.
    pub margin_bottom: Length,
    /// Left margin.
    pub margin_left: Length,
    /// Right margin.
    pub margin_right: Length,
    /// From the top edge of the paper to the header.
    pub header_distance: Length,
    /// From the bottom edge of the paper to the footer.
    pub footer_distance: Length,
}

impl PageSetup {
    /// Width of the text block.
    #[must_use]
    pub fn text_width(&self) -> Length {
        self.width - self.margin_left - self.margin_right
    }

    /// Height of the text block.
    #[must_use]
    pub fn text_height(&self) -> Length {
        self.height - self.margin_top - self.margin_bottom
    }
}

/// Where the page number stands; never on page 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageNumberPosition {
    /// Centred in the top margin (NĐ 30/2020).
    TopCenter,
    /// At the right of the bottom margin (TT 01/2011).
    BottomRight,
}
