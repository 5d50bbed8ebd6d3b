//! Pictures in running text: read and sized before anything is composed, for the text around them is measured with them.

use std::collections::BTreeMap;

use super::picture::{PictureFiles, Pictures};
use super::picture_size::{AskedSize, Size};
use super::ranges;
use crate::diag::Diagnostics;
use crate::model::{InlinePicture, PageSetup};
use crate::specification::{RichRun, RichText, SizedPicture, Spec, each_run};
use crate::units::Length;

/// As high as capitals with their marks: a line of the usual sizes becomes no higher.
const USUAL_HEIGHT: Length = Length::mm(4);
/// What the line keeps of its column: a picture as wide as the column would end no line plainly.
const ROOM: Length = Length::pt(2);

/// The pictures of all runs.
#[derive(Debug, Default)]
pub(super) struct RunPictures(BTreeMap<PictureKey, (usize, Size)>);

/// What decides how a picture is printed: its file, the width and the height as they were written.
type PictureKey = (String, Option<String>, Option<String>);

fn key(picture: &SizedPicture) -> PictureKey {
    (picture.file.clone(), picture.width.clone(), picture.height.clone())
}

impl RunPictures {
    /// Reads all; what cannot be used is told where it stands first, and left out.
    pub(super) fn read(spec: &Spec, pictures: &mut Pictures<'_>, page: &PageSetup, out: &mut Diagnostics) -> Self {
        let mut found = BTreeMap::new();
        let most = (page.text_width() - ROOM, page.text_height() / 2);
        each_run(spec, &mut |run, at| {
            let Some(picture) = &run.picture else { return };
            found.entry(key(picture)).or_insert_with(|| {
                let at = at();
                let given = (picture.width.as_deref(), picture.height.as_deref());
                let asked = AskedSize::read(given, ranges::RUN_PICTURE_SIDE, &at, out)?.or_high(USUAL_HEIGHT);
                let (index, px) = pictures.get(&picture.file, PictureFiles::Any, &at.key("picture"), out)?;
                Some((index, asked.fit(most, px, out)))
            });
        });
        Self(found.into_iter().filter_map(|(key, picture)| Some((key, picture?))).collect())
    }

    /// The picture of a run, where it has one that can be shown.
    pub(super) fn of(&self, run: &RichRun) -> Option<InlinePicture> {
        let given = run.picture.as_ref()?;
        let (picture, (width, height)) = *self.0.get(&key(given))?;
        let alternative_text = given.alternative_text.as_ref().map(|text| text.as_str().to_owned()).unwrap_or_default();
        Some(InlinePicture { picture, file: given.file.clone(), width, height, alternative_text })
    }

    /// The widths of the pictures of a text, in order.
    pub(super) fn widths<'a>(&'a self, text: &'a RichText) -> impl Iterator<Item = Length> + 'a {
        let shown = text.runs().iter().filter(|run| run.picture.is_some());
        shown.map(|run| self.of(run).map_or(Length::ZERO, |picture| picture.width))
    }
}
