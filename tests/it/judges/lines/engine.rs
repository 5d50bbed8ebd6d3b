//! The word processors that break our lines again.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::judges::{ask, said, script};
use crate::{read_support, words};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Engine {
    /// The LibreOffice of the twins: it squeezes the spaces of a justified line as Word 2013 and later do.
    Current,
    /// The same, told that the file is of Word 2010: it squeezes no space.
    Mode14,
    /// LibreOffice 7.4: it squeezes none either, and knows nothing of later rules.
    Older,
}

impl Engine {
    pub(super) const ALL: [Self; 3] = [Self::Current, Self::Mode14, Self::Older];

    /// How it is called, or why it cannot be had on this system. An engine that should stand here and does not is a failure.
    pub(super) fn name(self) -> Result<String, String> {
        let output = ask("env", [self.office(), script("soffice")]);
        let said = said(&output).trim().to_owned();
        match output.status.code() {
            Some(0) if self == Self::Mode14 => Ok(format!("{said}, mode 14")),
            Some(0) => Ok(said),
            // the script's word for "not on this system"
            Some(3) => Err(said),
            _ => panic!("{said}"),
        }
    }

    fn office(self) -> String {
        format!("OFFICE={}", if self == Self::Older { "older" } else { "" })
    }

    /// A name for files.
    pub(super) fn folder(self) -> &'static str {
        match self {
            Self::Current => "mode-15",
            Self::Mode14 => "mode-14",
            Self::Older => "older",
        }
    }

    /// Where its PDF of a Word file stands.
    pub(super) fn pdf(self, docx: &Path) -> PathBuf {
        docx.parent().unwrap().join(self.folder()).join(docx.file_name().unwrap()).with_extension("pdf")
    }

    /// Converts Word files of one folder in one start; two may run at once, each in a profile of its own.
    pub(super) fn convert(self, files: &[PathBuf]) {
        let folder = self.pdf(&files[0]).parent().unwrap().to_path_buf();
        std::fs::create_dir_all(&folder).unwrap();
        let mut arguments: Vec<OsString> = vec![self.office().into(), script("soffice").into(), folder.clone().into()];
        for file in files {
            let path = if self == Self::Mode14 { folder.join(file.file_name().unwrap()) } else { file.clone() };
            if self == Self::Mode14 {
                std::fs::write(&path, in_mode_14(&std::fs::read(file).unwrap())).unwrap();
            }
            arguments.push(path.into());
        }
        let output = ask("env", arguments);
        assert!(output.status.success(), "{self:?}: {}", said(&output));
    }
}

/// The same Word file as one of Word 2010.
fn in_mode_14(docx: &[u8]) -> Vec<u8> {
    let mut parts = words::parts(docx);
    let settings = parts.get_mut("word/settings.xml").unwrap();
    let text = String::from_utf8(std::mem::take(settings)).unwrap();
    let (before, after) = text.split_once("w:name=\"compatibilityMode\"").unwrap();
    let changed = after.replacen("w:val=\"15\"", "w:val=\"14\"", 1);
    assert!(changed != after, "the Word file says no mode 15");
    *settings = format!("{before}w:name=\"compatibilityMode\"{changed}").into_bytes();
    let entries: Vec<(&str, &[u8])> = parts.iter().map(|(name, part)| (name.as_str(), part.as_slice())).collect();
    read_support::zip(&entries)
}
