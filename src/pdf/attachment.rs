//! The specification inside the PDF (PDF/A-3, 6.8): an embedded file that is the source of the document.

use pdf_writer::types::AssociationKind;
use pdf_writer::writers::FileSpec;
use pdf_writer::{Date, Finish, Name, Ref, Str, TextStr};

use super::objects::Objects;
use super::trees;

/// What the catalog names.
pub(super) struct Attachment {
    /// The file specification.
    pub(super) file: Ref,
    /// The name tree of embedded files.
    pub(super) names: Ref,
}

/// Writes the specification as a file that has the document's name and date.
pub(super) fn write(file_stem: &str, date: Option<Date>, source: &[u8], objects: &mut Objects) -> Attachment {
    let name = format!("{file_stem}.json");
    let data = objects.reserve();
    let mut stream = objects.stream(data, source);
    stream.pair(Name(b"Type"), Name(b"EmbeddedFile"));
    stream.pair(Name(b"Subtype"), Name(b"application/json"));
    let mut parameters = stream.insert(Name(b"Params")).dict();
    parameters.pair(Name(b"Size"), i32::try_from(source.len()).unwrap_or(i32::MAX));
    if let Some(date) = date {
        parameters.pair(Name(b"ModDate"), date);
    }
    parameters.finish();
    stream.finish();

    let file = objects.reserve();
    let mut spec = objects.object(file).indirect(file).start::<FileSpec<'_>>();
    spec.path(Str(name.as_bytes())).unic_file(TextStr(&name)).embedded_file_with_unicode(data);
    spec.description(TextStr("Bản đặc tả của văn bản này")).association_kind(AssociationKind::Source);
    spec.finish();
    let names = trees::write_names(&[(name, file)], objects, |value, file| value.primitive(*file));
    Attachment { file, names }
}
