//! Runs what was taken in; findings come at the places of the text as it was written.

use super::Intake;
use crate::error::WriteError;
use crate::font::FontBook;
use crate::options::Options;
#[cfg(feature = "preview")]
use crate::preview::Preview;
use crate::render::{Rendered, Renderer};
use crate::resources::{PictureSource, Resources};
use crate::stages::Stages;

impl Intake {
    /// Runs stages: [`run_stages`](crate::run_stages), or another function of its kind.
    pub fn run(
        &self,
        fonts: &FontBook,
        pictures: &dyn PictureSource,
        options: &Options,
        run: fn(&[u8], Resources<'_>, &Options) -> Stages,
    ) -> Stages {
        if self.faults.has_errors() {
            return Stages { findings: self.faults.clone(), ..Stages::default() };
        }
        let mut stages = run(&self.bytes, Resources::new(fonts).pictures(pictures), options);
        stages.findings = self.as_written(stages.findings);
        stages
    }

    /// Makes the pages to be looked at; where its organ file is at fault there are none.
    #[cfg(feature = "preview")]
    pub fn preview(&self, renderer: &mut Renderer, pictures: &dyn PictureSource, options: &Options) -> Preview {
        if self.faults.has_errors() {
            return Preview::new(self.faults.clone(), Vec::new(), renderer.fonts());
        }
        let mut preview = renderer.preview(&self.bytes, pictures, options);
        preview.findings = self.as_written(std::mem::take(&mut preview.findings));
        preview
    }

    /// Makes the files.
    ///
    /// # Errors
    /// As [`render`](crate::render).
    pub fn render(
        &self,
        renderer: &mut Renderer,
        pictures: &dyn PictureSource,
        options: &Options,
    ) -> Result<Rendered, WriteError> {
        if self.faults.has_errors() {
            return Ok(Rendered { findings: self.faults.clone(), ..Rendered::default() });
        }
        let mut rendered = renderer.render(&self.bytes, pictures, options)?;
        rendered.findings = self.as_written(rendered.findings);
        Ok(rendered)
    }
}
