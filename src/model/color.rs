//! Colours of what is drawn.

/// A colour of sRGB.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Color {
    /// Red.
    pub red: u8,
    /// Green.
    pub green: u8,
    /// Blue.
    pub blue: u8,
}

impl Color {
    /// What all text and lines have that say nothing else.
    pub const BLACK: Self = Self { red: 0, green: 0, blue: 0 };
    /// That of stamps (dấu độ khẩn, dấu độ mật).
    pub const RED: Self = Self { red: 255, green: 0, blue: 0 };

    /// As Word writes it: `FF0000`.
    #[must_use]
    pub fn hex(self) -> String {
        let Self { red, green, blue } = self;
        format!("{red:02X}{green:02X}{blue:02X}")
    }
}
