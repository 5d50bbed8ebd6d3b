//! `vanban extract`: a Word file or a PDF in, its specification out, byte for byte. Where the file was changed since it was
//! made, the specification is that of the old text, and that is told.

use std::path::Path;

use vanban::diag::{Lang, Phrase};
use vanban::font::FontBook;
use vanban::read::docx::DocxFile;
use vanban::read::{self, Carried, Kind, ReadError, story};
use vanban::{PictureError, PictureSource};

use super::args::ExtractArgs;
use super::console::{Failure, Outcome, say_failure, say_warned};
use super::input::{self, Input};
use super::remake::{self, Order, remake};
use super::save::save;
use super::verify::files::Pdf;
use super::verify::verdict::{Agreement, Sameness, judge_pdf};
use super::{fonts, verify};

/// Whether the file still is what its specification makes.
enum Standing {
    /// It is.
    Kept,
    /// Its words are; another program saved it, or another version made it.
    SavedAgain { by: Option<String> },
    /// Its words are others: where that begins, as the file has it and as it was made.
    Edited { by: Option<String>, now: String, then: String },
    /// It is not what was made.
    Changed { why: Phrase },
    /// It could not be compared, be it for an innocent reason.
    Unknown { why: Phrase, innocent: bool },
}

/// Runs the command.
pub(crate) fn run(args: &ExtractArgs, lang: Lang) -> Result<Outcome, Failure> {
    let input = input::read_document(&args.file)?;
    let failed = |e: ReadError| input::unreadable(&input.name, &e);
    let (source, standing) = match read::kind(&input.bytes).map_err(failed)? {
        Kind::Docx => {
            let file = read::docx::open(&input.bytes).map_err(failed)?;
            let carried = read::carried_by_docx(&file).map_err(failed)?;
            let standing = standing_of_docx(&file, &carried, &input, args)?;
            (carried.specification, standing)
        }
        Kind::Pdf => {
            let (opened, _) = verify::files::as_written(&input.bytes).map_err(failed)?;
            let source = read::source_of_pdf(&opened).map_err(failed)?;
            (source, standing_of_pdf(&input, args)?)
        }
    };
    save(&args.save, source, Some(Path::new(&args.file)))?;
    Ok(tell(&input.name, standing, args.anyway, lang))
}

fn standing_of_docx(
    file: &DocxFile<'_>,
    carried: &Carried,
    input: &Input,
    args: &ExtractArgs,
) -> Result<Standing, Failure> {
    let metadata = read::metadata_of_docx(file).ok();
    let by = metadata.as_ref().and_then(|metadata| metadata.producer.clone()).filter(|program| program != "vanban");
    let told = carried.story_sha256.as_ref();
    if told.is_some() && file.story_sha256().ok().flatten().as_ref() == told {
        return Ok(if by.is_some() { Standing::SavedAgain { by } } else { Standing::Kept });
    }
    let book = fonts::load(&args.fonts)?.book;
    let order = Order {
        specification: &carried.specification,
        regulation: metadata.as_ref().and_then(|metadata| metadata.regulation.as_deref()),
        part: metadata.as_ref().and_then(|metadata| metadata.part.as_deref()),
        pdf: None,
        pictures: &AnyPicture,
        fonts: &book,
        limit: remake::limit(input.bytes.len(), args.any_size),
    };
    Ok(match words_of_both(file, order) {
        Err(why) => Standing::Unknown { why, innocent: false },
        Ok((now, then)) if now == then => Standing::SavedAgain { by },
        Ok((now, then)) => {
            let (now, then) = first_difference(&now, &then);
            Standing::Edited { by, now, then }
        }
    })
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

fn standing_of_pdf(input: &Input, args: &ExtractArgs) -> Result<Standing, Failure> {
    let pdf = match Pdf::open(input) {
        Ok(pdf) => pdf,
        Err(error) => return Ok(Standing::Unknown { why: error.message, innocent: false }),
    };
    let book: FontBook = fonts::load(&args.fonts)?.book;
    let verdict = judge_pdf(&pdf, None, &book, remake::limit(input.bytes.len(), args.any_size));
    Ok(match verdict.agreement() {
        Agreement::Same | Agreement::Signed => Standing::Kept,
        Agreement::Different => Standing::Changed { why: verify::words::why_different(&verdict) },
        Agreement::Unknown => {
            let innocent = matches!(&verdict.bytes, Sameness::Unknown(unmade) if unmade.innocent);
            Standing::Unknown { why: verify::words::why_unknown(&verdict), innocent }
        }
    })
}

/// Tells how the file stands to its specification.
fn tell(name: &str, standing: Standing, anyway: bool, lang: Lang) -> Outcome {
    let harmless = matches!(standing, Standing::SavedAgain { .. } | Standing::Unknown { innocent: true, .. });
    let failure = match standing {
        Standing::Kept => return Outcome::Done,
        Standing::SavedAgain { by } => {
            let (vi, en) = match by {
                Some(by) => (format!("được lưu lại bằng {by}"), format!("was saved by {by}")),
                None => (
                    "không đúng từng byte như khi kết xuất".to_owned(),
                    "is not byte for byte as it was made".to_owned(),
                ),
            };
            Failure::new(
                format!("{name} {vi}; chữ vẫn như bản đặc tả, nhưng cách trình bày có thể đã khác"),
                format!("{name} {en}; its words are those of the specification, its looks may be others"),
            )
        }
        Standing::Edited { by, now, then } => {
            let (by_vi, by_en) = by.map_or_else(Default::default, |by| (format!(" bằng {by}"), format!(" with {by}")));
            Failure::new(
                format!("{name} đã bị sửa{by_vi} sau khi kết xuất: nay là “{now}”, bản đặc tả mang theo cho ra “{then}”; đó là bản cũ"),
                format!("{name} was edited{by_en} since it was made: it reads “{now}” now, its specification makes “{then}”, which is the old text"),
            )
            .hint(
                "sửa bản đặc tả theo tệp Word rồi kết xuất lại; nếu cần đúng bản cũ, ghi thêm --anyway",
                "change the specification as the Word file was, and render again; where the old one is wanted, add --anyway",
            )
        }
        Standing::Changed { why } => Failure::new(
            format!("{name} không còn như khi kết xuất: {}; bản đặc tả mang theo có thể không khớp với nó", why.vi),
            format!("{name} is not as it was made: {}; its specification may not be what it shows", why.en),
        )
        .hint(
            "xem vanban verify; nếu vẫn cần, ghi thêm --anyway",
            "see vanban verify; where it is wanted all the same, add --anyway",
        ),
        Standing::Unknown { why, .. } => Failure::new(
            format!("không so được {name} với bản đặc tả mang theo: {}", why.vi),
            format!("{name} could not be compared with its specification: {}", why.en),
        )
        .hint("nếu tin tệp này, ghi thêm --anyway", "where you trust the file, add --anyway"),
    };
    if anyway || harmless {
        say_warned(&Failure { hint: None, ..failure }, lang);
        Outcome::Done
    } else {
        say_failure(&failure, lang);
        Outcome::Findings
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
