//! The four faces a run uses: bundled, installed, or from a folder; where each comes from and why. A face is never
//! exchanged without a word.

use std::path::{Path, PathBuf};

use fontdb::{Database, FaceInfo, Source, Stretch, Weight};
use vanban::diag::Phrase;
use vanban::font::{Face, FaceStyle, FontBook};
use vanban::units::Length;

use super::args::{FontArgs, FontChoice};
use super::console::{Failure, reason};

/// The family that the regulations name (NĐ 30/2020, Phụ lục I, Phần I, Mục I.4).
const TIMES: &str = "Times New Roman";

/// Families with the advance widths and the line height of Times New Roman, best first.
const TIMES_LIKE: [&str; 3] = [TIMES, "Liberation Serif", "Tinos"];

/// The faces of a run.
#[derive(Debug)]
pub(crate) struct Fonts {
    pub(crate) book: FontBook,
    /// The files, in the order of [`FaceStyle::ALL`]; `None`: inside the program.
    pub(crate) files: Option<[PathBuf; 4]>,
    /// Why these.
    pub(crate) why: Phrase,
    /// What the user should know before using the files.
    pub(crate) warnings: Vec<Phrase>,
}

/// Loads the faces that the command line asks for.
pub(crate) fn load(args: &FontArgs) -> Result<Fonts, Failure> {
    match (&args.font_dir, args.fonts) {
        (Some(folder), _) => from_folder(folder),
        (None, FontChoice::System) => installed(),
        (None, FontChoice::Bundled) => {
            bundled(Phrase::new("mặc định: --fonts bundled", "the default: --fonts bundled"), Vec::new())
        }
    }
}

fn bundled(why: Phrase, warnings: Vec<Phrase>) -> Result<Fonts, Failure> {
    let book = FontBook::bundled().map_err(|e| {
        Failure::new(format!("phông chữ đi kèm bị hỏng: {e}"), format!("the bundled fonts are broken: {e}"))
    })?;
    Ok(Fonts { book, files: None, why, warnings })
}

fn installed() -> Result<Fonts, Failure> {
    let mut database = Database::new();
    database.load_system_fonts();
    match four_faces(&database, TIMES) {
        Ok(files) => from_files(
            files,
            Phrase::new(
                "--fonts system: Times New Roman cài trên máy",
                "--fonts system: the installed Times New Roman",
            ),
        ),
        Err(missing) => {
            let (vi, en) = if missing.len() == FaceStyle::ALL.len() {
                (format!("không tìm thấy {TIMES} trên máy"), format!("no {TIMES} is installed"))
            } else {
                let (vi, en) = (names(&missing, style_vi), names(&missing, style_en));
                (format!("{TIMES} trên máy thiếu kiểu {vi}"), format!("the installed {TIMES} lacks {en}"))
            };
            let why = Phrase::new(
                format!("{vi}; dùng Liberation Serif đi kèm (cùng bề rộng chữ)"),
                format!("{en}; the bundled Liberation Serif is used (same widths)"),
            );
            bundled(why.clone(), vec![why])
        }
    }
}

fn from_folder(folder: &Path) -> Result<Fonts, Failure> {
    let shown = folder.display();
    if let Err(e) = std::fs::read_dir(folder) {
        let why = reason(&e);
        return Err(Failure::new(
            format!("không đọc được thư mục phông chữ {shown}: {}", why.vi),
            format!("cannot read the font folder {shown}: {}", why.en),
        ));
    }
    let mut database = Database::new();
    database.load_fonts_dir(folder);
    for family in TIMES_LIKE.iter().map(ToString::to_string).chain(families(&database)) {
        if let Ok(files) = four_faces(&database, &family) {
            let why = Phrase::new(format!("--font-dir {shown}: {family}"), format!("--font-dir {shown}: {family}"));
            return from_files(files, why);
        }
    }
    let found = families(&database).join(", ");
    let (vi, en) = if found.is_empty() {
        ("không có phông chữ nào".to_owned(), "no font at all".to_owned())
    } else {
        (format!("chỉ có: {found}"), format!("only: {found}"))
    };
    Err(Failure::new(
        format!("thư mục {shown} không có đủ bốn kiểu (thường, đậm, nghiêng, đậm nghiêng) của một phông chữ; {vi}"),
        format!(
            "the folder {shown} does not have the four faces (regular, bold, italic, bold italic) of one family; {en}"
        ),
    )
    .hint("chép đủ bốn tệp .ttf của Times New Roman vào đó", "copy the four .ttf files of Times New Roman there"))
}

/// The names of all families, once each.
fn families(database: &Database) -> Vec<String> {
    let names: std::collections::BTreeSet<&str> =
        database.faces().filter_map(|face| face.families.first()).map(|(name, _)| name.as_str()).collect();
    names.into_iter().map(str::to_owned).collect()
}

/// The files of a family's four faces, or the styles that are missing.
fn four_faces(database: &Database, family: &str) -> Result<[PathBuf; 4], Vec<FaceStyle>> {
    let found = FaceStyle::ALL.map(|style| (style, face_file(database, family, style)));
    let missing: Vec<_> = found.iter().filter(|(_, file)| file.is_none()).map(|(style, _)| *style).collect();
    if missing.is_empty() { Ok(found.map(|(_, file)| file.unwrap_or_default())) } else { Err(missing) }
}

/// The first file, by name, with a face of exactly this family, weight and slant.
fn face_file(database: &Database, family: &str, style: FaceStyle) -> Option<PathBuf> {
    let bold = matches!(style, FaceStyle::Bold | FaceStyle::BoldItalic);
    let slant = if style.is_italic() { fontdb::Style::Italic } else { fontdb::Style::Normal };
    let weight = if bold { Weight::BOLD } else { Weight::NORMAL };
    let fits = |face: &&FaceInfo| {
        face.families.iter().any(|(name, _)| name.eq_ignore_ascii_case(family))
            && face.weight == weight
            && face.style == slant
            && face.stretch == Stretch::Normal
            && face.index == 0
    };
    database.faces().filter(fits).filter_map(|face| file_of(&face.source)).min()
}

fn file_of(source: &Source) -> Option<PathBuf> {
    match source {
        Source::File(path) | Source::SharedFile(path, _) => Some(path.clone()),
        Source::Binary(_) => None,
    }
}

fn from_files(files: [PathBuf; 4], why: Phrase) -> Result<Fonts, Failure> {
    let mut bytes: [Vec<u8>; 4] = Default::default();
    for (path, bytes) in files.iter().zip(&mut bytes) {
        *bytes = std::fs::read(path).map_err(|e| {
            let why = reason(&e);
            let shown = path.display();
            Failure::new(
                format!("không đọc được phông chữ {shown}: {}", why.vi),
                format!("cannot read the font {shown}: {}", why.en),
            )
        })?;
    }
    let book = FontBook::new(bytes).map_err(|e| {
        let (shown, error) = (list(&files), &e.0);
        Failure::new(format!("không dùng được phông chữ {shown}: {error}"), format!("unusable font {shown}: {error}"))
            .hint("cần tệp TrueType (.ttf)", "TrueType files (.ttf) are needed")
    })?;
    for (style, path) in FaceStyle::ALL.into_iter().zip(&files) {
        if !book.face(style).is_embeddable() {
            let shown = path.display();
            return Err(Failure::new(
                format!("giấy phép của phông chữ {shown} không cho nhúng vào PDF"),
                format!("the licence of the font {shown} does not let it be embedded in a PDF"),
            )
            .hint("dùng --fonts bundled", "use --fonts bundled"));
        }
    }
    let warnings = width_warning(&book)?.into_iter().collect();
    Ok(Fonts { book, files: Some(files), why, warnings })
}

fn list(files: &[PathBuf; 4]) -> String {
    files.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join(", ")
}

/// The letters and signs whose widths decide where the lines of Vietnamese text end.
const SAMPLE: &str = " !\"%&'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz\
    ăâđêôơưĂÂĐÊÔƠƯáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ–—…“”";

/// The Word file names Times New Roman: a face with other widths gives a PDF with other lines.
fn width_warning(book: &FontBook) -> Result<Option<Phrase>, Failure> {
    let reference = bundled(Phrase::new("", ""), Vec::new())?.book;
    let unlike = |style: &FaceStyle| {
        let (face, times) = (book.face(*style), reference.face(*style));
        SAMPLE.chars().any(|c| em_width(face, c) != em_width(times, c))
            || face.line_height(Length::pt(14)) != times.line_height(Length::pt(14))
    };
    let styles: Vec<_> = FaceStyle::ALL.into_iter().filter(unlike).collect();
    if styles.is_empty() {
        return Ok(None);
    }
    let family = book.face(FaceStyle::Regular).family();
    let (vi, en) = (names(&styles, style_vi), names(&styles, style_en));
    Ok(Some(Phrase::new(
        format!(
            "{family} ({vi}) khác Times New Roman về bề rộng chữ hoặc độ cao dòng: dòng và trang của tệp PDF sẽ khác tệp Word"
        ),
        format!(
            "{family} ({en}) differs from Times New Roman in widths or line height: lines and pages of the PDF will differ from the Word file's"
        ),
    )))
}

/// Advance width in 1/2048 em, rounded.
fn em_width(face: &Face, c: char) -> u32 {
    let upem = u32::from(face.units_per_em());
    (u32::from(face.advance(c)) * 2048 + upem / 2) / upem
}

fn names(styles: &[FaceStyle], name: fn(FaceStyle) -> &'static str) -> String {
    styles.iter().map(|style| name(*style)).collect::<Vec<_>>().join(", ")
}

/// The style's Vietnamese name.
pub(crate) fn style_vi(style: FaceStyle) -> &'static str {
    match style {
        FaceStyle::Regular => "thường",
        FaceStyle::Bold => "đậm",
        FaceStyle::Italic => "nghiêng",
        FaceStyle::BoldItalic => "đậm nghiêng",
        FaceStyle::Symbols => "ký hiệu",
    }
}

/// The style's English name.
pub(crate) fn style_en(style: FaceStyle) -> &'static str {
    match style {
        FaceStyle::Regular => "regular",
        FaceStyle::Bold => "bold",
        FaceStyle::Italic => "italic",
        FaceStyle::BoldItalic => "bold italic",
        FaceStyle::Symbols => "signs",
    }
}

/// Version and copyright holder's words for it (name table, id 5), e.g. `Version 2.1.5`; empty where the font does not say.
pub(crate) fn version(face: &Face) -> String {
    use read_fonts::TableProvider;
    let text = || {
        let font = read_fonts::FontRef::new(face.data()).ok()?;
        let names = font.name().ok()?;
        let records = names.name_record().iter();
        let mut versions =
            records.filter(|r| r.name_id() == read_fonts::types::NameId::VERSION_STRING && r.is_unicode());
        Some(versions.next()?.string(names.string_data()).ok()?.chars().collect::<String>())
    };
    text().unwrap_or_default()
}
