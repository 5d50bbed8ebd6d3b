//! Numbers that must differ over the whole document.

/// Hands out ids; one a document.
#[derive(Debug, Default)]
pub(super) struct Ids {
    drawings: i64,
    bookmarks: i64,
    controls: i64,
    headers: i64,
    footers: i64,
}

impl Ids {
    /// The id of a drawing (`wp:docPr`), over all parts: 1, 2, …
    pub(super) fn drawing(&mut self) -> i64 {
        self.drawings += 1;
        self.drawings
    }

    /// The number of a header part: 1, 2, …
    pub(super) fn header(&mut self) -> i64 {
        self.headers += 1;
        self.headers
    }

    /// The number of a footer part: 1, 2, …
    pub(super) fn footer(&mut self) -> i64 {
        self.footers += 1;
        self.footers
    }

    /// The id of a content control (`w:sdt`): 1, 2, …
    pub(super) fn control(&mut self) -> i64 {
        self.controls += 1;
        self.controls
    }

    /// The id of a bookmark (`w:bookmarkStart`, `w:bookmarkEnd`): 0, 1, …
    pub(super) fn bookmark(&mut self) -> i64 {
        self.bookmarks += 1;
        self.bookmarks - 1
    }
}
