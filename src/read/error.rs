//! Why a file cannot be read, in words for its user and as a kind for programs.

use crate::diag::{Lang, Phrase};

/// What is the matter with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// It is no Word file and no PDF, or one that another program made.
    NotOurs,
    /// It opens with a password only.
    Encrypted,
    /// It is not what its format demands, or what it carries was changed.
    Damaged,
    /// It or something in it exceeds what is read.
    TooLarge,
    /// It is sound, but does not carry what was asked for.
    Missing,
    /// It uses a feature of its format that is not read.
    Unsupported,
}

/// Why a file cannot be read, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    /// What is the matter.
    pub fault: Fault,
    /// The same in words.
    pub message: Phrase,
    /// What helps.
    pub hint: Option<Phrase>,
}

impl std::fmt::Display for ReadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(Lang::En.of(&self.message))
    }
}

impl std::error::Error for ReadError {}

impl ReadError {
    /// An error of a kind.
    pub(crate) fn new(fault: Fault, vi: impl Into<String>, en: impl Into<String>) -> Self {
        Self { fault, message: Phrase::new(vi, en), hint: None }
    }

    /// Adds what helps.
    #[must_use]
    pub(crate) fn hint(mut self, vi: impl Into<String>, en: impl Into<String>) -> Self {
        self.hint = Some(Phrase::new(vi, en));
        self
    }

    /// The file breaks its format; the words say where.
    pub(super) fn damaged(vi: impl std::fmt::Display, en: impl std::fmt::Display) -> Self {
        Self::new(Fault::Damaged, format!("tệp hỏng: {vi}"), format!("the file is damaged: {en}"))
            .hint("lấy lại tệp từ nơi đã gửi hoặc từ bản lưu", "get the file again from its sender or from a backup")
    }

    /// Something in the file exceeds what is read.
    pub(super) fn too_large(vi: impl std::fmt::Display, en: impl std::fmt::Display) -> Self {
        Self::new(Fault::TooLarge, format!("không đọc: {vi}"), format!("refused: {en}")).hint(
            "khi kết xuất văn bản lớn như vậy, vanban đã cảnh báo (VB145); nếu không phải thế, đừng tin tệp này",
            "vanban warns when it makes so large a document (VB145); otherwise do not trust this file",
        )
    }
}
