//! Tabs: how wide a tab is, and the dots that fill it.

use crate::model::{TabAlignment, TabStop};
use crate::units::Length;

/// The room that a tab takes.
#[derive(Clone, Copy, Debug)]
pub(super) struct TabRoom {
    pub(super) width: Length,
    /// Whether dots fill it.
    pub(super) dots: bool,
}

/// The room of a tab at `x` from the left edge of the column, with text of a width behind it up to the next tab or the line's
/// end. None where no stop is left.
pub(super) fn room(stops: &[TabStop], x: Length, behind: Length) -> TabRoom {
    let Some(stop) = stops.iter().find(|stop| stop.position > x) else {
        return TabRoom { width: Length::ZERO, dots: false };
    };
    let to = match stop.alignment {
        TabAlignment::Left => stop.position,
        TabAlignment::Right => stop.position - behind,
    };
    TabRoom { width: (to - x).max(Length::ZERO), dots: stop.dots }
}

/// How many dots of a width fit: the last one ends where the room does, and what is left over stays in front of the first.
pub(super) fn count_dots(room: Length, dot: Length) -> usize {
    usize::try_from(room.to_emu() / dot.to_emu().max(1)).unwrap_or(0)
}
