//! Pictures in flavours that know no transparency (ISO 19005-1, 6.4): on white paper a picture looks the same when its
//! transparent parts become white, unless there is another picture under them.

use crate::diag::{Diagnostic, Diagnostics, Pointer, phrase, registry};
use crate::pages::{Item, ItemKind, Page, Pages};
use crate::units::Length;

/// What writing the pages in such a flavour would change.
#[derive(Clone, Debug)]
pub struct Flattened {
    /// The flavour's name, e.g. `a-1b`.
    pub flavour: &'static str,
    /// The transparent pictures: indexes into [`Pages::pictures`].
    pub pictures: Vec<usize>,
}

/// Finds the pictures that the flavour changes (a warning), or cannot show without changing the page's look (an error).
pub(super) fn check(pages: &Pages, flattened: &Flattened, out: &mut Diagnostics) {
    let flavour = flattened.flavour;
    for (index, picture) in flattened.pictures.iter().filter_map(|index| Some((*index, pages.pictures.get(*index)?))) {
        let finding = if pages.pages.iter().any(|page| covers_another(page, index)) {
            would_cover(&picture.name, &picture.at, flavour)
        } else if pages.pages.iter().any(|page| page.items.iter().any(|item| shows(item, index))) {
            whitened(&picture.name, &picture.at, flavour)
        } else {
            continue;
        };
        out.push(finding.cite("ISO 19005-1, 6.4"));
    }
}

fn whitened(name: &str, at: &Pointer, flavour: &str) -> Diagnostic {
    Diagnostic::of(
        registry::FLATTENED,
        at,
        phrase!(
            "PDF {flavour} không cho phép nền trong suốt: hình “{name}” được đặt trên nền trắng",
            "PDF {flavour} allows no transparency: the picture “{name}” is put on white"
        ),
    )
    .hint(phrase!("dùng --pdf a-2a để giữ nền trong suốt", "use --pdf a-2a to keep it transparent"))
}

fn would_cover(name: &str, at: &Pointer, flavour: &str) -> Diagnostic {
    Diagnostic::of(
        registry::WOULD_COVER,
        at,
        phrase!(
            "PDF {flavour} không cho phép nền trong suốt, mà nền trắng của hình “{name}” sẽ che hình nằm dưới nó",
            "PDF {flavour} allows no transparency, and on white the picture “{name}” would cover the picture under it"
        ),
    )
    .hint(phrase!(
        "dùng --pdf a-2a, hoặc bỏ hình khỏi bản đặc tả, hoặc thu nhỏ hình để không chạm vào hình khác",
        "use --pdf a-2a, or leave the picture out, or make it small enough to touch no other picture"
    ))
}

/// Whether a picture lies over another: what else stands on a page is drawn over all pictures.
fn covers_another(page: &Page, picture: usize) -> bool {
    let over = |(index, item): (usize, &Item)| {
        let area = PictureArea::of(item);
        page.items[..index]
            .iter()
            .filter_map(PictureArea::of)
            .any(|under| area.as_ref().is_some_and(|a| a.meets(&under)))
    };
    page.items.iter().enumerate().filter(|(_, item)| shows(item, picture)).any(over)
}

fn shows(item: &Item, wanted: usize) -> bool {
    matches!(item.kind, ItemKind::Image { picture, .. } if picture == wanted)
}

/// The paper that a picture takes.
struct PictureArea {
    left: Length,
    top: Length,
    right: Length,
    bottom: Length,
}

impl PictureArea {
    fn of(item: &Item) -> Option<Self> {
        let ItemKind::Image { x, y, width, height, .. } = item.kind else { return None };
        Some(Self { left: x, top: y, right: x + width, bottom: y + height })
    }

    fn meets(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }
}
