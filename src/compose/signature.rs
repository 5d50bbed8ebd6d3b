//! One signature block (ô số 7, 8): authority and position, the room for signature and seal, another title, the name.

use super::picture::Pictures;
use super::{Composer, codes, fit, overrides, paragraph};
use crate::diag::{Diagnostic, Phrase, Pointer};
use crate::model::{Block, BlockKind, Cell, FloatingPicture, Inline, Paragraph, Role};
use crate::spec::{PictureSpec, Signature};
use crate::units::Length;

/// Where a signature block stands.
pub(super) struct Place {
    /// Width of its column.
    pub(super) width: Length,
    /// Lines that its title shall have, so that names in one row are level; 0 for as many as it has.
    pub(super) title_lines: usize,
}

/// The lines of authority and position, in capitals.
pub(super) fn title_lines(c: &Composer<'_>, one: &Signature, width: Length) -> Vec<String> {
    let of_type = c.type_of(Role::Authority);
    let lines = one.authority.iter().chain(&one.position);
    lines.flat_map(|line| of_type.balance(&line.as_str().to_uppercase(), width - of_type.slack())).collect()
}

/// The cell of a signature.
pub(super) fn cell(
    c: &mut Composer<'_>,
    one: &Signature,
    at: &Pointer,
    place: &Place,
    title: Vec<String>,
    pictures: &mut Pictures<'_>,
) -> Cell {
    let mut blocks = Vec::new();
    let missing = place.title_lines.saturating_sub(title.len());
    if !title.is_empty() || missing > 0 {
        let at = at.key(if one.authority.is_empty() { "position" } else { "authority" });
        let mut inlines = fit::inlines(title);
        inlines.extend(std::iter::repeat_n(Inline::LineBreak, missing));
        blocks.push(paragraph(Role::Authority, at, inlines));
    }
    blocks.push(room(c, one, at, place.width, pictures));
    let lines = [("other_title", &one.other_title), ("signer", &one.signer)];
    for (key, text) in lines {
        if let Some(text) = text {
            let of_type = c.type_of(Role::Signer);
            let lines = of_type.balance(text.as_str(), place.width - of_type.slack());
            blocks.push(paragraph(Role::Signer, at.key(key), fit::inlines(lines)));
        }
    }
    Cell { blocks }
}

/// The room for signature and seal, with their pictures: the signature in the middle, the seal over its left third.
fn room(c: &mut Composer<'_>, one: &Signature, at: &Pointer, column: Length, pictures: &mut Pictures<'_>) -> Block {
    let values = &c.profile.composition;
    let height = values.signature_room.default;
    let mut inlines = Vec::new();
    let mut signature_width = values.signature_width.default;
    if let Some(given) = &one.image {
        let who = one.signer.as_ref().map_or("người ký", |name| name.as_str());
        let text = format!("Chữ ký của {who}");
        if let Some(float) = float(c, given, &at.key("image"), signature_width, column, pictures) {
            signature_width = float.width;
            inlines.push(placed(float, (column - signature_width) / 2, height, text));
        }
    }
    if let Some(given) = &one.seal {
        let text = format!("Dấu của {}", c.spec.issuer.name.as_str().replace('\n', " "));
        if let Some(float) = float(c, given, &at.key("seal"), values.seal_width.default, column, pictures) {
            let covered = values.seal_overlap.default.of(signature_width);
            let x = (column - signature_width) / 2 + covered - float.width;
            inlines.push(placed(float, x, height, text));
        }
    }
    let paragraph = Paragraph { inlines, ..Paragraph::default() };
    Block { kind: BlockKind::Paragraph(paragraph), role: Role::SignatureRoom, at: at.clone() }
}

/// A picture and its printed size.
struct Float {
    picture: usize,
    file: String,
    width: Length,
    height: Length,
}

fn float(
    c: &mut Composer<'_>,
    given: &PictureSpec,
    at: &Pointer,
    default: Length,
    column: Length,
    pictures: &mut Pictures<'_>,
) -> Option<Float> {
    let width = match &given.width {
        None => default.round_to_twip(),
        Some(text) => overrides::free_length(text, &at.key("width"), MAX_WIDTH, c.out)?,
    };
    if width > column {
        c.out.push(too_wide(&at.key("width"), width, column));
    }
    let (picture, px) = pictures.get(&given.file, &at.key("file"), c.out)?;
    let height = width.scale(i64::from(px.1), i64::from(px.0)).round_to_twip();
    Some(Float { picture, file: given.file.clone(), width, height })
}

/// The widest picture.
const MAX_WIDTH: Length = Length::mm(160);

fn placed(float: Float, x: Length, room: Length, alternative_text: String) -> Inline {
    let y = ((room - float.height) / 2).round_to_twip();
    let Float { picture, file, width, height } = float;
    Inline::Picture(FloatingPicture { picture, file, x: x.round_to_twip(), y, width, height, alternative_text })
}

fn too_wide(at: &Pointer, width: Length, column: Length) -> Diagnostic {
    let (width, column) = (width.to_emu() / 36_000, column.to_emu() / 36_000);
    Diagnostic::warning(
        codes::PICTURE_WIDTH,
        at,
        Phrase::new(
            format!("hình rộng {width} mm, cột chữ ký chỉ rộng {column} mm"),
            format!("the picture is {width} mm wide, the signature's column only {column} mm"),
        ),
    )
    .hint(Phrase::new("đặt chiều rộng nhỏ hơn", "set a smaller width"))
}
