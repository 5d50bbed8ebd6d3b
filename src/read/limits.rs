//! What the readers are willing to spend on one file, whatever the file claims. Together they keep a reading below 64 MiB
//! beside the file itself. A limit on how well something was packed there is not: an honest document that repeats itself
//! packs a thousandfold as well, and what comes out is counted anyway.

/// The largest file that is read, in bytes.
pub const MAX_FILE_BYTES: usize = 64 << 20;

/// The largest part of a Word file and the largest stream of a PDF, unpacked, in bytes. A 300-page report needs half a
/// mebibyte.
pub const MAX_PART_BYTES: usize = 16 << 20;

/// The largest specification that is read back, in bytes.
pub const MAX_SOURCE_BYTES: usize = 16 << 20;

/// The custom XML part of a Word file that carries it: in Base64, with a tag around it.
pub(super) const MAX_SOURCE_PART_BYTES: usize = MAX_SOURCE_BYTES / 3 * 4 + 4096;

/// All that is unpacked out of one file, in bytes.
pub(super) const MAX_UNPACKED_BYTES: usize = 32 << 20;

/// A part of a Word file that only passes by, to be hashed, unpacked, in bytes.
pub(super) const MAX_PASSING_BYTES: usize = 1 << 30;

/// Entries of a Word file's zip.
pub(super) const MAX_ENTRIES: usize = 4096;

/// Elements of an XML part inside each other; a table in a table in a text box comes to some forty.
pub(super) const MAX_XML_DEPTH: usize = 256;

/// Tags, texts, comments and their like in an XML part of metadata, and in a story, where a page has some five hundred.
pub(super) const MAX_XML_EVENTS: usize = 1 << 18;
pub(super) const MAX_STORY_EVENTS: usize = 1 << 21;

/// Namespaces declared at one place of an XML part; Word declares some forty.
pub(super) const MAX_XML_NAMESPACES: usize = 256;

/// Attributes of one XML element.
pub(super) const MAX_XML_ATTRIBUTES: usize = 256;

/// Revisions that are appended to a PDF: one a signature, one for its certificates.
pub(super) const MAX_SIGNING_REVISIONS: usize = 64;

/// Entries in all cross-reference sections of a PDF together.
pub(super) const MAX_OBJECTS: usize = 1 << 18;

/// Cross-reference sections of a PDF: one a revision, two where it is hybrid.
pub(super) const MAX_SECTIONS: usize = 256;

/// Arrays and dictionaries of a PDF object inside each other.
pub(super) const MAX_OBJECT_DEPTH: usize = 64;

/// Values in one PDF object.
pub(super) const MAX_VALUES: usize = 1 << 15;

/// One name, string, comment or white space of a PDF, in bytes.
pub(super) const MAX_TEXT_BYTES: usize = 1 << 20;

/// Bytes of a PDF that are looked at, those looked at twice counted twice.
pub(super) const MAX_LOOKED_AT: usize = 8 << 20;

/// Nodes of a PDF's tree (embedded files, form fields) that are visited.
pub(super) const MAX_NODES: usize = 4096;

/// Values in an XMP packet: properties, items and fields.
pub(super) const MAX_XMP_VALUES: usize = 1 << 16;

/// Properties in one part of a Word file.
pub(super) const MAX_PROPERTIES: usize = 3 << 14;

/// An XMP packet, and a part of a Word file that holds properties, in bytes. Ours have some ten thousand; each receiver adds
/// twice its name and a hundred.
pub(super) const MAX_METADATA_BYTES: usize = 8 << 20;
