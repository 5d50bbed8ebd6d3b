//! The names of tables and pictures: numbered through the document, each kind by itself.

use crate::compose::Composer;
use crate::compose::inlines::{Case, prepend, rich};
use crate::model::Inline;
use crate::specification::{RichText, Text};

/// What has a name and a number.
#[derive(Clone, Copy, Debug)]
pub(super) enum Captioned {
    Table,
    Picture,
}

/// How many tables and pictures have a number.
#[derive(Default)]
pub(in crate::compose) struct CaptionCounts {
    tables: u32,
    pictures: u32,
}

/// A name as it prints: behind the label that was given, the next number, or nothing where it has none.
pub(super) fn compose(
    c: &mut Composer<'_>,
    of: Captioned,
    caption: &RichText,
    label: Option<&Text>,
    numbered: Option<bool>,
) -> Vec<Inline> {
    let mut inlines = rich(caption, Case::AsGiven);
    let label = match label {
        Some(label) => label.as_str().to_owned(),
        None if numbered == Some(false) => return inlines,
        None => {
            let (word, count) = match of {
                Captioned::Table => (&c.profile.words.table, &mut c.captions.tables),
                Captioned::Picture => (&c.profile.words.picture, &mut c.captions.pictures),
            };
            *count += 1;
            format!("{} {count}.", word.text)
        }
    };
    prepend(&mut inlines, format!("{label} "), None);
    inlines
}
