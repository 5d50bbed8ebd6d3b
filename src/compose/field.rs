//! Room for digital signatures: where a field stands by the regulation or by the specification, in the room for signature and
//! seal. A field may overlap the lines above and below, as a picture may, but never leaves the page.

use super::overrides;
use super::ranges::{LEAST_FIELD, LengthRange};
use crate::diag::{Diagnostic, Diagnostics, Pointer, phrase, registry};
use crate::specification::FieldSpec;
use crate::units::Length;

/// What a field's `x` keeps to when its width changes.
#[derive(Clone, Copy)]
pub(super) enum Anchor {
    /// Its middle stands here.
    Middle(Length),
    /// Its right edge stands here.
    Right(Length),
}

/// Where a field stands unless the specification says otherwise, from the left edge of the column and the top of the room.
#[derive(Clone, Copy)]
pub(super) struct ByRule {
    pub(super) anchor: Anchor,
    pub(super) width: Length,
    pub(super) height: Length,
    /// Height of the room, in whose middle it stands.
    pub(super) room: Length,
}

/// What a field never leaves, likewise measured: the page's edges, and above and below as far as the page surely reaches
/// wherever the block stands on it.
#[derive(Clone, Copy)]
pub(super) struct Bounds {
    pub(super) left: Length,
    pub(super) right: Length,
    pub(super) top: Length,
    pub(super) bottom: Length,
}

/// A place, likewise measured, in whole twips.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FieldSpot {
    pub(super) x: Length,
    pub(super) y: Length,
    pub(super) width: Length,
    pub(super) height: Length,
}

/// The place of a field; `None` where the specification wants none.
pub(super) fn place(
    given: Option<&FieldSpec>,
    by_rule: ByRule,
    bounds: Bounds,
    at: &Pointer,
    out: &mut Diagnostics,
) -> Option<FieldSpot> {
    let own = match given {
        Some(FieldSpec::Without) => return None,
        None | Some(FieldSpec::ByRule) => return Some(by_rule.place().moved_into(bounds)),
        Some(FieldSpec::At(own)) => own,
    };
    let mut read = |name: &str, text: Option<&String>, min: Length, max: Length| {
        text.and_then(|text| overrides::length(text, &at.key(name), LengthRange::between(min, max), out))
    };
    let (across, down) = (bounds.right - bounds.left, bounds.bottom - bounds.top);
    let width = read("width", own.width.as_ref(), LEAST_FIELD, across);
    let height = read("height", own.height.as_ref(), LEAST_FIELD, down);
    let x = read("x", own.x.as_ref(), -across, across);
    let y = read("y", own.y.as_ref(), -down, down);
    let sized = ByRule { width: width.unwrap_or(by_rule.width), height: height.unwrap_or(by_rule.height), ..by_rule };
    let usual = sized.place().moved_into(bounds);
    let place = FieldSpot { x: x.unwrap_or(usual.x), y: y.unwrap_or(usual.y), ..usual };
    if place.leaves(bounds) {
        out.push(outside(at, &place, bounds));
        return Some(usual);
    }
    Some(place)
}

impl ByRule {
    fn place(&self) -> FieldSpot {
        let (width, height) =
            (self.width.max(LEAST_FIELD).round_to_twip(), self.height.max(LEAST_FIELD).round_to_twip());
        let x = match self.anchor {
            Anchor::Middle(x) => x - width / 2,
            Anchor::Right(x) => x - width,
        };
        FieldSpot { x: x.round_to_twip(), y: ((self.room - height) / 2).round_to_twip(), width, height }
    }
}

impl FieldSpot {
    /// Narrowed and moved until it leaves nothing: a wide picture has made it so, and was reported itself.
    fn moved_into(self, bounds: Bounds) -> Self {
        let (width, height) = (self.width.min(bounds.right - bounds.left), self.height.min(bounds.bottom - bounds.top));
        let x = self.x.min(bounds.right - width).max(bounds.left);
        let y = self.y.min(bounds.bottom - height).max(bounds.top);
        Self { x, y, width, height }
    }

    fn leaves(&self, bounds: Bounds) -> bool {
        let is_within = self.x >= bounds.left
            && self.x + self.width <= bounds.right
            && self.y >= bounds.top
            && self.y + self.height <= bounds.bottom;
        !is_within
    }
}

fn outside(at: &Pointer, place: &FieldSpot, bounds: Bounds) -> Diagnostic {
    let range = |from: Length, to: Length| (from.to_emu().div_euclid(36_000) + 1, to.to_emu().div_euclid(36_000));
    let (left, right) = range(bounds.left, bounds.right - place.width);
    let (top, bottom) = range(bounds.top, bounds.bottom - place.height);
    Diagnostic::of(
        registry::FIELD_OUTSIDE,
        at,
        phrase!("ô ký số ra ngoài trang giấy", "the signature field leaves the page"),
    )
    .hint(phrase!(
        "với cỡ này, \"x\" từ {left} đến {right} mm, \"y\" từ {top} đến {bottom} mm; bỏ \"x\", \"y\" để theo mặc định",
        "at this size \"x\" may be {left} to {right} mm, \"y\" {top} to {bottom} mm; leave them out for the default"
    ))
}
