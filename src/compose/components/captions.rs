//! The names of tables and pictures: numbered through the document, each kind by itself.

use crate::compose::Composer;
use crate::compose::inlines::{Case, prepend, rich};
use crate::model::{Inline, Run};
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
    let mut inlines = rich(caption, Case::AsGiven, c.shown);
    if let Some(label) = label {
        prepend(&mut inlines, format!("{} ", label.as_str()), None);
    } else if numbered != Some(false) {
        let (word, count) = match of {
            Captioned::Table => (&c.profile.words.table, &mut c.captions.tables),
            Captioned::Picture => (&c.profile.words.picture, &mut c.captions.pictures),
        };
        *count += 1;
        prepend(&mut inlines, ". ", None);
        let number = Run { text: count.to_string(), sequence: Some(&word.text), ..Run::default() };
        inlines.splice(0..0, [Inline::text(format!("{} ", word.text)), Inline::Run(number)]);
    }
    inlines
}
