//! The golden text form of pages.

use crate::pdf_pages::{Look, Sheets, seal};
use vanban::font::FaceStyle;
use vanban::pages::{LineEnd, dump};
use vanban::units::Length;

#[test]
fn a_line_for_each_item() {
    let mut sheets = Sheets::new();
    sheets.pages.pictures = vec![seal()];
    sheets.link(vanban::model::Link::Address("https://a.vn".into()));
    sheets.heading(2, "Chương I");
    let (x, y) = (Length::mm(30), Length::pt(100));
    sheets.text(x, y, "nhân dân", Look { space_extra: Length::emu(-9000), end: LineEnd::Space, ..Look::default() });
    sheets.text(x, y, "a", Look { face: FaceStyle::BoldItalic, link: Some(0), end: LineEnd::None, ..Look::default() });
    sheets.text(x, y, "b-", Look { face: FaceStyle::Bold, end: LineEnd::Hard, ..Look::default() });
    sheets.rule(x, y, Length::mm(60), Length::twip(10));
    sheets.picture(0, x, y, Length::mm(36), Length::mm(20));
    sheets.page();
    sheets.text(
        x,
        y,
        "“c”",
        Look { face: FaceStyle::Italic, size: Length::twip(250), end: LineEnd::Paragraph, ..Look::default() },
    );
    let expected = r#"page 1 595.30 × 841.90
   85.04   100.00 +50.22 14.00 regular Body#0 @ "nhân dân" space -0.71 ~
   85.04   100.00 +7.00 14.00 bold-italic Body#1 @ "a" link <https://a.vn>
   85.04   100.00 +12.45 14.00 bold Body#2 @ "b-" -
   85.04   100.00 +170.08 line 0.50 MottoRule @
   85.04   100.00 +102.05 picture 0 102.05 × 56.69 SignatureRoom#3 @
page 2 595.30 × 841.90
   85.04   100.00 +19.45 12.50 italic Body#4 @ "“c”" ¶
outline    2 "Chương I" page 1 at 56.69
Document
  Paragraph
    Link #1
  Paragraph #0
  Paragraph #2
  Figure alt "dấu" #3
  Paragraph #4
"#;
    assert_eq!(dump(&sheets.pages), expected);
}
