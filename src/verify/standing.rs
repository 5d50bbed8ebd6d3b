//! Takes the specification back out of a file, and tells whether the file still is what that makes: where somebody changed it, the
//! specification is that of the old text.

use crate::diag::Phrase;
use crate::error::{PictureError, Refusal};
use crate::font::FontBook;
use crate::read::docx::DocxFile;
use crate::read::{self, Carried, Kind, story};
use crate::resources::PictureSource;

use super::files::{self, Given, Pdf};
use super::remake::{Order, limit, remake};
use super::verdict::{Agreement, Sameness, judge_pdf};
use super::words;

/// What was taken out of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extracted {
    /// The specification, byte for byte.
    pub specification: Vec<u8>,
    /// Whether the file still is what it makes.
    pub standing: Standing,
}

/// Whether a file still is what its specification makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is.
    Kept,
    /// Its words are; another program saved it, or another version made it.
    SavedAgain {
        /// That program, as the file says.
        by: Option<String>,
    },
    /// Its words are others: where that begins, as the file has it and as it was made.
    Edited {
        /// The program that saved it, as the file says.
        by: Option<String>,
        /// A few words as they are.
        now: String,
        /// The same as they were made.
        then: String,
    },
    /// It is not what was made.
    Changed {
        /// How that is known.
        why: Phrase,
    },
    /// It could not be compared, be it for an innocent reason.
    Unknown {
        /// Why.
        why: Phrase,
        /// It is no sign of a change.
        innocent: bool,
    },
}

/// Takes the specification out of a Word file or PDF. `any_size`: however large what it carries unpacks.
///
/// # Errors
/// The file cannot be read, or carries none.
pub fn extract(file: Given<'_>, fonts: &FontBook, any_size: bool) -> Result<Extracted, Refusal> {
    let failed = |e| files::unreadable(file.name, e);
    let limit = limit(file.bytes.len(), any_size);
    match read::kind(file.bytes).map_err(failed)? {
        Kind::Docx => {
            let opened = read::docx::open(file.bytes).map_err(failed)?;
            let carried = read::carried_by_docx(&opened).map_err(failed)?;
            let standing = standing_of_docx(&opened, &carried, fonts, limit);
            Ok(Extracted { specification: carried.specification, standing })
        }
        Kind::Pdf => {
            let (opened, _) = files::as_written(file.bytes).map_err(failed)?;
            let specification = read::source_of_pdf(&opened).map_err(failed)?;
            Ok(Extracted { specification, standing: standing_of_pdf(file, fonts, limit) })
        }
    }
}

fn standing_of_docx(file: &DocxFile<'_>, carried: &Carried, fonts: &FontBook, limit: usize) -> Standing {
    let metadata = read::metadata_of_docx(file).ok();
    let by = metadata.as_ref().and_then(|metadata| metadata.producer.clone()).filter(|program| program != "vanban");
    let told = carried.story_sha256.as_ref();
    if told.is_some() && file.story_sha256().ok().flatten().as_ref() == told {
        return if by.is_some() { Standing::SavedAgain { by } } else { Standing::Kept };
    }
    let order = Order {
        specification: &carried.specification,
        regulation: metadata.as_ref().and_then(|metadata| metadata.regulation.as_deref()),
        part: metadata.as_ref().and_then(|metadata| metadata.part.as_deref()),
        pdf: None,
        pictures: &AnyPicture,
        fonts,
        limit,
    };
    match words_of_both(file, order) {
        Err(why) => Standing::Unknown { why, innocent: false },
        Ok((now, then)) if now == then => Standing::SavedAgain { by },
        Ok((now, then)) => {
            let (now, then) = first_difference(&now, &then);
            Standing::Edited { by, now, then }
        }
    }
}

/// The words of a Word file, and those of the one that its specification makes.
fn words_of_both(file: &DocxFile<'_>, order: Order<'_>) -> Result<(String, String), Phrase> {
    let now = story::words(file).map_err(|e| e.message)?;
    let made = remake(order).map_err(|unmade| unmade.why)?;
    let then = read::docx::open(&made).and_then(|file| story::words(&file)).map_err(|e| e.message)?;
    Ok((now, then))
}

/// A few words from where two texts part.
fn first_difference(now: &str, then: &str) -> (String, String) {
    const WORDS: usize = 8;
    let same = now.split(' ').zip(then.split(' ')).take_while(|(now, then)| now == then).count();
    let from = |text: &str| text.split(' ').skip(same.saturating_sub(2)).take(WORDS).collect::<Vec<_>>().join(" ");
    (from(now), from(then))
}

fn standing_of_pdf(file: Given<'_>, fonts: &FontBook, limit: usize) -> Standing {
    let pdf = match Pdf::open(file) {
        Ok(pdf) => pdf,
        Err(error) => return Standing::Unknown { why: error.message, innocent: false },
    };
    let verdict = judge_pdf(&pdf, None, fonts, limit);
    match verdict.agreement() {
        Agreement::Same | Agreement::Signed => Standing::Kept,
        Agreement::Different => Standing::Changed { why: words::why_different(&verdict) },
        Agreement::Unknown => {
            let innocent = matches!(&verdict.bytes, Sameness::Unknown(unmade) if unmade.innocent);
            Standing::Unknown { why: words::why_unknown(&verdict), innocent }
        }
    }
}

impl Standing {
    /// Whether there is no sign that the file says anything else than its specification.
    #[must_use]
    pub fn is_harmless(&self) -> bool {
        matches!(self, Self::Kept | Self::SavedAgain { .. } | Self::Unknown { innocent: true, .. })
    }

    /// Its name for programs: `kept`, `saved_again`, `edited`, `changed`, `unknown`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::SavedAgain { .. } => "saved_again",
            Self::Edited { .. } => "edited",
            Self::Changed { .. } => "changed",
            Self::Unknown { .. } => "unknown",
        }
    }

    /// What is to be said of the file of that name; `None` where it is as it was made.
    #[must_use]
    pub fn told(&self, name: &str) -> Option<Refusal> {
        Some(match self {
            Self::Kept => return None,
            Self::SavedAgain { by } => {
                let (vi, en) = match by {
                    Some(by) => (format!("được lưu lại bằng {by}"), format!("was saved by {by}")),
                    None => (
                        "không đúng từng byte như khi kết xuất".to_owned(),
                        "is not byte for byte as it was made".to_owned(),
                    ),
                };
                Refusal::new(
                    format!("{name} {vi}; chữ vẫn như bản đặc tả, nhưng cách trình bày có thể đã khác"),
                    format!("{name} {en}; its words are those of the specification, its looks may be others"),
                )
            }
            Self::Edited { by, now, then } => {
                let (by_vi, by_en) =
                    by.as_ref().map_or_else(Default::default, |by| (format!(" bằng {by}"), format!(" with {by}")));
                Refusal::new(
                format!("{name} đã bị sửa{by_vi} sau khi kết xuất: nay là “{now}”, bản đặc tả mang theo cho ra “{then}”; đó là bản cũ"),
                format!("{name} was edited{by_en} since it was made: it reads “{now}” now, its specification makes “{then}”, which is the old text"),
            )
            .hint(
                "sửa bản đặc tả theo tệp Word rồi kết xuất lại; nếu cần đúng bản cũ, ghi thêm --anyway",
                "change the specification as the Word file was, and render again; where the old one is wanted, add --anyway",
            )
            }
            Self::Changed { why } => Refusal::new(
                format!("{name} không còn như khi kết xuất: {}; bản đặc tả mang theo có thể không khớp với nó", why.vi),
                format!("{name} is not as it was made: {}; its specification may not be what it shows", why.en),
            )
            .hint(
                "xem vanban verify; nếu vẫn cần, ghi thêm --anyway",
                "see vanban verify; where it is wanted all the same, add --anyway",
            ),
            Self::Unknown { why, .. } => Refusal::new(
                format!("không so được {name} với bản đặc tả mang theo: {}", why.vi),
                format!("{name} could not be compared with its specification: {}", why.en),
            )
            .hint("nếu tin tệp này, ghi thêm --anyway", "where you trust the file, add --anyway"),
        })
    }
}

/// Stands in for every picture: words do not depend on them.
struct AnyPicture;

impl PictureSource for AnyPicture {
    fn picture(&self, _name: &str) -> Result<Vec<u8>, PictureError> {
        Ok(PIXEL.to_vec())
    }
}

/// A white pixel as PNG.
const PIXEL: &[u8] = include_bytes!("pixel.png");
