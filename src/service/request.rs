//! What is wanted, as it comes: JSON with the names of the command line's options.

use serde::Deserialize;

use crate::compose::NamePattern;
use crate::diag::{Lang, Phrase, phrase};
use crate::error::Refusal;
use crate::options::{Format, Options};
use crate::pdf::{Flavour, Hints, SignatureFields};
use crate::specification::Regulation;

/// What is wanted; all of it may be left out.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Request {
    /// Which files to make; absent: both.
    pub formats: Vec<RequestedFormat>,
    /// The regulation to follow, whatever the specification says: `nd30-2020`, `tt01-2011`.
    pub regulation: Option<String>,
    /// The kind of PDF: `a-2a`, `a-3a`, `a-2b`, `a-1a`, `a-1b`, `plain`.
    pub pdf: Option<String>,
    /// No fields for signatures in the PDF.
    pub no_signature_fields: bool,
    /// Keeps the hinting of the faces in the PDF.
    pub keep_hints: bool,
    /// How the files are named, e.g. `{number}-{type}-{organ}`; absent: after number and symbol.
    pub name: Option<String>,
    /// What messages call the specification, and `{stem}` of `name`; absent: `van-ban.json`.
    pub file: Option<String>,
    /// The file among those handed in that placeholders are filled from.
    pub data: Option<String>,
    /// The organ file among those handed in that stands in for what a specification lacks.
    pub organ: Option<String>,
    /// The language of messages: `vi` where absent, or `en`.
    pub lang: Option<String>,
    /// For `preview`: the first and the last page that are drawn, from 1; absent: all.
    pub pages: Option<(usize, usize)>,
    /// For `starter`: a document type by its word, abbreviation or name.
    #[serde(rename = "type")]
    pub doc_type: Option<String>,
    /// For `starter`: the year of the document.
    pub year: Option<i32>,
}

/// A kind of file, by its extension.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum RequestedFormat {
    /// Word.
    Docx,
    /// PDF.
    Pdf,
}

impl Request {
    /// Takes a request as JSON.
    ///
    /// # Errors
    /// It is no such object; an option is not known, or has no such value.
    pub fn from_json(value: serde_json::Value) -> Result<Self, Refusal> {
        let request: Self = serde_json::from_value(value).map_err(|e| {
            Refusal::new(format!("tùy chọn không hợp lệ: {e}"), format!("invalid options: {e}")).hint(
                "tên tùy chọn như của dòng lệnh, ví dụ {\"formats\": [\"pdf\"], \"pdf\": \"a-3a\"}",
                "options are named as on the command line, e.g. {\"formats\": [\"pdf\"], \"pdf\": \"a-3a\"}",
            )
        })?;
        request.lang()?;
        Ok(request)
    }

    /// The language of messages.
    ///
    /// # Errors
    /// It is another.
    pub fn lang(&self) -> Result<Lang, Refusal> {
        match self.lang.as_deref() {
            None | Some("vi") => Ok(Lang::Vi),
            Some("en") => Ok(Lang::En),
            Some(other) => Err(unknown("lang", other, &["vi", "en"])),
        }
    }

    /// What messages call the specification.
    #[must_use]
    pub fn file(&self) -> &str {
        self.file.as_deref().unwrap_or("van-ban.json")
    }

    /// The options of rendering.
    ///
    /// # Errors
    /// A regulation or kind of PDF that is not known.
    pub fn options(&self) -> Result<Options, Refusal> {
        let mut options = Options::default();
        if !self.formats.is_empty() {
            let format = |format: &RequestedFormat| match format {
                RequestedFormat::Docx => Format::Docx,
                RequestedFormat::Pdf => Format::Pdf,
            };
            options.formats = self.formats.iter().map(format).collect();
        }
        options.regulation = self.regulation.as_deref().map(regulation).transpose()?;
        if let Some(name) = &self.pdf {
            let known = || unknown("pdf", name, &Flavour::ALL.map(Flavour::name));
            options.pdf.flavour = Flavour::from_name(name).ok_or_else(known)?;
        }
        if self.no_signature_fields {
            options.pdf.signature_fields = SignatureFields::Omit;
        }
        if self.keep_hints {
            options.pdf.hints = Hints::Keep;
        }
        Ok(options)
    }

    /// How files are named; `None`: after number and symbol.
    pub(super) fn pattern(&self) -> Result<Option<NamePattern>, Refusal> {
        self.name.as_deref().map(name_pattern).transpose()
    }

    /// The specification's name without folder and extension.
    pub(super) fn stem(&self) -> &str {
        let name = self.file().rsplit(['/', '\\']).next().unwrap_or_default();
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }
}

/// The regulation of a name.
pub(super) fn regulation(name: &str) -> Result<Regulation, Refusal> {
    let known: Vec<&str> = Regulation::ALL.iter().map(|regulation| regulation.name()).collect();
    Regulation::from_name(name).ok_or_else(|| unknown("regulation", name, &known))
}

/// Refuses a value, naming those that there are.
pub(super) fn unknown(option: &str, value: &str, known: &[&str]) -> Refusal {
    Refusal {
        message: phrase!("“{value}” không dùng được cho {option}", "“{value}” is no {option}"),
        hint: Some(phrase!("ghi một trong: {known}", "write one of: {known}", known = known.join(", "))),
    }
}

/// Reads a pattern of names.
fn name_pattern(pattern: &str) -> Result<NamePattern, Refusal> {
    NamePattern::new(pattern).map_err(|fault| {
        let Phrase { vi, en } = fault.phrase();
        let fields = NamePattern::FIELDS.map(|name| format!("{{{name}}}")).join(", ");
        Refusal::new(format!("name {pattern}: {vi}"), format!("name {pattern}: {en}"))
            .hint(format!("các trường: {fields}"), format!("the fields: {fields}"))
    })
}
