//! The codes of this stage's findings. A code is never reused for another meaning.

/// A layout value that cannot be read.
pub const BAD_VALUE: &str = "VB100";
/// A layout value that no page can have.
pub const IMPOSSIBLE_VALUE: &str = "VB101";
/// A layout value outside the regulation's range.
pub const OUT_OF_RANGE: &str = "VB102";
/// Margins that leave no room for text.
pub const NO_TEXT_BLOCK: &str = "VB103";

/// No such picture file.
pub const PICTURE_MISSING: &str = "VB110";
/// A picture outside the specification's folder.
pub const PICTURE_OUTSIDE: &str = "VB111";
/// A picture file that is too large.
pub const PICTURE_BYTES: &str = "VB112";
/// A picture file that cannot be read.
pub const PICTURE_UNREADABLE: &str = "VB113";
/// A picture that is not a PNG.
pub const PICTURE_NOT_PNG: &str = "VB114";
/// A damaged PNG.
pub const PICTURE_DAMAGED: &str = "VB115";
/// A picture of too many pixels.
pub const PICTURE_PIXELS: &str = "VB116";
/// A picture wider than its column.
pub const PICTURE_WIDTH: &str = "VB117";
/// A signature field outside the page.
pub const FIELD_OUTSIDE: &str = "VB118";

/// Quốc hiệu, Tiêu ngữ or the date does not fit on one line.
pub const HEADER_TOO_WIDE: &str = "VB120";
/// The number does not fit on one line.
pub const NUMBER_TOO_WIDE: &str = "VB121";
/// A word wider than its column.
pub const WORD_TOO_WIDE: &str = "VB122";
/// A character without glyph.
pub const MISSING_GLYPH: &str = "VB130";
/// A symbol that begins with another type's abbreviation.
pub const OTHER_ABBREVIATION: &str = "VB140";
/// A value of the record that is longer than records systems hold.
pub const RECORD_LENGTH: &str = "VB141";
/// A reference whose text cites another number than what it leads to prints.
pub const OTHER_NUMBER: &str = "VB142";

/// Every code of this stage with what it stands for.
pub const ALL: &[(&str, &str)] = &[
    (BAD_VALUE, "a layout value that cannot be read"),
    (IMPOSSIBLE_VALUE, "a layout value that no page can have"),
    (OUT_OF_RANGE, "a layout value outside the regulation's range"),
    (NO_TEXT_BLOCK, "margins that leave no room for text"),
    (PICTURE_MISSING, "no such picture file"),
    (PICTURE_OUTSIDE, "a picture outside the specification's folder"),
    (PICTURE_BYTES, "a picture file that is too large"),
    (PICTURE_UNREADABLE, "a picture file that cannot be read"),
    (PICTURE_NOT_PNG, "a picture that is not a PNG"),
    (PICTURE_DAMAGED, "a damaged PNG"),
    (PICTURE_PIXELS, "a picture of too many pixels"),
    (PICTURE_WIDTH, "a picture wider than its column"),
    (FIELD_OUTSIDE, "a signature field outside the page"),
    (HEADER_TOO_WIDE, "Quốc hiệu, Tiêu ngữ or the date does not fit on one line"),
    (NUMBER_TOO_WIDE, "the number does not fit on one line"),
    (WORD_TOO_WIDE, "a word wider than its column"),
    (MISSING_GLYPH, "a character without glyph"),
    (OTHER_ABBREVIATION, "a symbol that begins with another type's abbreviation"),
    (RECORD_LENGTH, "a value of the record that is longer than records systems hold"),
    (OTHER_NUMBER, "a reference whose text cites another number"),
];
