//! What is known of the Vietnamese language and of the ways it was written before Unicode, so that text which a conversion broke
//! can be told, and told what it was; and how its numbers are written.

mod decimal;
mod garbled;
mod lost;
mod misread;
mod number;
mod syllable;
mod tcvn;
mod torn;
mod vni;
mod words;

pub(crate) use decimal::Decimal;
pub(crate) use garbled::garbled;
#[cfg(feature = "read")]
pub(crate) use number::grouped;
pub(crate) use number::{NumberPattern, decimals_at};
pub(crate) use syllable::{is_syllable, is_syllable_without_tone};
