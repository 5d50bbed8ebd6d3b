//! One signature block (ô số 7, 8): authority and position, the room for signature and seal, another title, the name.

use crate::compose::field::{self, Anchor, Bounds, ByRule};
use crate::compose::{Composer, fit, inlines, overrides, paragraph};
use crate::diag::{Diagnostic, Pointer, phrase, registry};
use crate::model::{Block, BlockKind, Cell, FloatingPicture, Inline, Paragraph, Role, SignatureField};
use crate::profile::{Abbreviation, Words};
use crate::specification::Text;
use crate::specification::{PictureSpec, Signature};
use crate::units::Length;

/// Where a signature block stands.
pub(super) struct SignaturePlace {
    /// Which of the document's signature blocks it is, from 1.
    pub(super) number: usize,
    /// From the left edge of the text block to its column.
    pub(super) x: Length,
    /// Width of its column.
    pub(super) width: Length,
    /// Lines that its title shall have, so that names in one row are level; 0 for as many as it has.
    pub(super) title_lines: usize,
}

/// The lines of authority and position, in capitals.
pub(super) struct Title {
    pub(super) lines: Vec<String>,
    /// Which of them begin a line of authority.
    authorities: Vec<usize>,
}

impl Title {
    /// Set in a column.
    pub(super) fn set(c: &Composer<'_>, one: &Signature, width: Length) -> Self {
        let of_type = c.type_of(Role::Authority);
        let mut title = Self { lines: Vec::new(), authorities: Vec::new() };
        for (i, line) in one.authority.iter().chain(&one.position).enumerate() {
            if i < one.authority.len() {
                title.authorities.push(title.lines.len());
            }
            title.lines.extend(of_type.balance(&line.as_str().to_uppercase(), width - of_type.slack()));
        }
        title
    }

    /// As inlines; the abbreviations of authority say what they stand for.
    fn into_inlines(self, words: &'static Words) -> Vec<Inline> {
        let mut inlines = Vec::with_capacity(self.lines.len() * 2);
        for (i, line) in self.lines.into_iter().enumerate() {
            if i > 0 {
                inlines.push(Inline::LineBreak);
            }
            let short = words.authority(&line).filter(|_| self.authorities.contains(&i));
            inlines.push(Inline::text(line));
            if let Some(Abbreviation { short, long, .. }) = short {
                let last = inlines.len() - 1;
                inlines::expand(&mut inlines, last, 0, short, long);
            }
        }
        inlines
    }
}

/// The cell of a signature.
pub(super) fn cell(c: &mut Composer<'_>, one: &Signature, at: &Pointer, place: &SignaturePlace, title: Title) -> Cell {
    let mut blocks = Vec::new();
    let missing = place.title_lines.saturating_sub(title.lines.len());
    let title_lines = title.lines.len() + missing;
    if title_lines > 0 {
        let at = at.key(if one.authority.is_empty() { "position" } else { "authority" });
        let mut inlines = title.into_inlines(&c.profile.words);
        inlines.extend(std::iter::repeat_n(Inline::LineBreak, missing));
        blocks.push(paragraph(Role::Authority, at, inlines));
    }
    let of_type = c.type_of(Role::Signer);
    let names = [("other_title", &one.other_title), ("signer", &one.signer)].into_iter().filter_map(|(key, text)| {
        let lines = of_type.balance(text.as_ref()?.as_str(), place.width - of_type.slack());
        Some((key, lines))
    });
    let names: Vec<(&str, Vec<String>)> = names.collect();
    let name_lines = names.iter().map(|(_, lines)| lines.len()).sum();
    let bounds = bounds(c, place, title_lines, name_lines);
    blocks.push(room(c, one, at, place, bounds));
    for (key, lines) in names {
        blocks.push(paragraph(Role::Signer, at.key(key), fit::inlines(lines)));
    }
    Cell::of(blocks)
}

/// What surely is on the page around the room, wherever on it the block stands: the page's whole width, the titles and the
/// margin above, the names and the margin below.
fn bounds(c: &Composer<'_>, place: &SignaturePlace, title_lines: usize, name_lines: usize) -> Bounds {
    let height = |role, lines: usize| {
        let of_type = c.type_of(role);
        of_type.fonts.face(of_type.face).line_height(of_type.size) * i64::try_from(lines).unwrap_or(0)
    };
    let left = -c.page.margin_left - place.x;
    Bounds {
        left,
        right: left + c.page.width,
        top: -c.page.margin_top - height(Role::Authority, title_lines),
        bottom: c.profile.composition.signature_room.default + height(Role::Signer, name_lines) + c.page.margin_bottom,
    }
}

/// The room for signature and seal, with their pictures and with the fields for digital ones at the same places: the
/// signature in the middle, the seal over its left third.
fn room(c: &mut Composer<'_>, one: &Signature, at: &Pointer, place: &SignaturePlace, bounds: Bounds) -> Block {
    let (values, column) = (&c.profile.composition, place.width);
    let room = values.signature_room.default;
    let who = one.signer.as_ref().map_or("người ký", |name| name.as_str());
    let whose_signature = format!("Chữ ký của {}", who.replace('\n', " "));
    let whose_seal = format!("Dấu của {}", c.spec.issuer.name.as_str().replace('\n', " "));
    let mut inlines = Vec::new();
    let (mut width, mut height) = (values.signature_width.default.round_to_twip(), room);
    if let Some(given) = &one.image
        && let Some(float) = float(c, given, &at.key("image"), width, column)
    {
        (width, height) = (float.width, float.height.min(room));
        inlines.push(float.placed((column - width) / 2, room, given.alternative_text.as_ref(), &whose_signature));
    }
    let signature = ByRule { anchor: Anchor::Middle(column / 2), width, height, room };
    let seal_right = (column - width) / 2 + values.seal_overlap.default.of(width);
    let (mut width, mut height) = (values.seal_width.default, values.seal_width.default);
    if let Some(given) = &one.seal
        && let Some(float) = float(c, given, &at.key("seal"), width, column)
    {
        (width, height) = (float.width, float.height);
        inlines.push(float.placed(seal_right - width, room, given.alternative_text.as_ref(), &whose_seal));
    }
    let seal = ByRule { anchor: Anchor::Right(seal_right), width, height, room };
    for (kind, key, given, by_rule, tooltip) in [
        ("Signature", "signature_field", &one.signature_field, signature, whose_signature),
        ("Seal", "seal_field", &one.seal_field, seal, whose_seal),
    ] {
        if let Some(field::FieldSpot { x, y, width, height }) =
            field::place(given.as_ref(), by_rule, bounds, &at.key(key), c.out)
        {
            let name = format!("{kind}{}", place.number);
            inlines.push(Inline::SignatureField(SignatureField { name, tooltip, x, y, width, height }));
        }
    }
    let paragraph = Paragraph { inlines, ..Paragraph::default() };
    Block::new(Role::SignatureRoom, BlockKind::Paragraph(paragraph), at.clone())
}

/// A picture and its printed size.
struct Float {
    picture: usize,
    file: String,
    width: Length,
    height: Length,
}

fn float(c: &mut Composer<'_>, given: &PictureSpec, at: &Pointer, default: Length, column: Length) -> Option<Float> {
    let width = match &given.width {
        None => default.round_to_twip(),
        Some(text) => overrides::free_length(text, &at.key("width"), MAX_WIDTH, c.out)?,
    };
    if width > column {
        c.out.push(too_wide(&at.key("width"), width, column));
    }
    let (picture, px) = c.pictures.get(&given.file, &at.key("file"), c.out)?;
    let height = width.scale(i64::from(px.1), i64::from(px.0)).round_to_twip();
    Some(Float { picture, file: given.file.clone(), width, height })
}

/// The widest picture.
const MAX_WIDTH: Length = Length::mm(160);

impl Float {
    /// In the middle of the height of the room.
    fn placed(self, x: Length, room: Length, alternative_text: Option<&Text>, default: &str) -> Inline {
        let y = ((room - self.height) / 2).round_to_twip();
        let Self { picture, file, width, height } = self;
        let alternative_text = alternative_text.map_or(default, |text| text.as_str()).to_owned();
        Inline::Picture(FloatingPicture { picture, file, x: x.round_to_twip(), y, width, height, alternative_text })
    }
}

fn too_wide(at: &Pointer, width: Length, column: Length) -> Diagnostic {
    let (width, column) = (width.to_mm(), column.to_mm());
    Diagnostic::of(
        registry::PICTURE_WIDTH,
        at,
        phrase!(
            "hình rộng {width} mm, cột chữ ký chỉ rộng {column} mm",
            "the picture is {width} mm wide, the signature's column only {column} mm"
        ),
    )
    .hint(phrase!("đặt chiều rộng nhỏ hơn", "set a smaller width"))
}
