//! Specification and profile in, the normal form of the document out: all words, styles and order decided, no coordinates.

use crate::PictureSource;
use crate::diag::Diagnostics;
use crate::font::FontBook;
use crate::model::Document;
use crate::profile::Profile;
use crate::spec::Spec;

/// Composes a document. `None` where a finding leaves nothing to compose.
pub fn compose(
    _spec: &Spec,
    _profile: &Profile,
    _fonts: &FontBook,
    _pictures: &dyn PictureSource,
    _out: &mut Diagnostics,
) -> Option<Document> {
    None
}
