//! What a document and its files are called: the symbol, what a file says of itself, the names of files.

use super::{Composer, parts, wording};
use crate::model::Info;
use crate::model::record::{Origins, Record};
use crate::profile::{Profile, Template, TypeName};
use crate::specification::{PartId, Spec};

/// The names of a document's files, without extension: of the main one, and of each part with a file of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileNames {
    /// Of the main file.
    pub stem: String,
    /// The files, and what stands behind [`Self::stem`] in the name of each: nothing in that of the main one.
    pub suffixes: Vec<(PartId, String)>,
}

impl FileNames {
    /// What stands behind [`Self::stem`] in the name of the file of a part.
    #[must_use]
    pub fn suffix(&self, part: PartId) -> &str {
        self.suffixes.iter().find(|(of, _)| *of == part).map_or("", |(_, suffix)| suffix)
    }
}

/// The names of a document's files; `None` where the regulation has no such document type.
pub(crate) fn file_names(spec: &Spec, profile: &Profile) -> Option<FileNames> {
    let template = profile.doc_types.get(&spec.doc_type)?;
    let type_name = profile.type_name(template, spec);
    let stem = stem(spec, profile, &type_name, template.is_unnumbered(), &symbol(spec, template, profile));
    Some(FileNames { stem, suffixes: suffixes(spec, profile) })
}

/// The files of a document, and what stands behind the name of the main one in the name of each.
pub(crate) fn suffixes(spec: &Spec, profile: &Profile) -> Vec<(PartId, String)> {
    spec.files().map(|file| (file, suffix(spec, profile, file))).collect()
}

/// `-phu-luc-II`, `-quy-che`: safe on every system.
fn suffix(spec: &Spec, profile: &Profile, file: PartId) -> String {
    let called = match file {
        PartId::Main => return String::new(),
        PartId::Appendix(index) => appendix_label(spec, profile, index),
        PartId::Attachment(index) => {
            let Some(doc_type) = spec.attachments.get(index).map(|text| text.doc_type) else { return String::new() };
            let title = profile.doc_types.get(&doc_type).map_or(doc_type.title(), |template| &template.title);
            let alike =
                |upto: usize| spec.attachments.iter().take(upto).filter(|text| text.doc_type == doc_type).count();
            if alike(usize::MAX) > 1 { format!("{title} {}", alike(index) + 1) } else { title.to_owned() }
        }
    };
    let (words, number) = match (file, called.rsplit_once(' ')) {
        // capitals of a Roman numeral stay
        (PartId::Appendix(_), Some((words, number))) if number.chars().all(|c| "IVXLCDM".contains(c)) => {
            (words, number)
        }
        _ => (called.as_str(), ""),
    };
    format!("-{}", wording::plain_name(&format!("{} {number}", words.to_lowercase())))
}

/// `Phụ lục II`. One alone has no number (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III.1); all count, whichever file they stand in.
pub(super) fn appendix_label(spec: &Spec, profile: &Profile, index: usize) -> String {
    let word = &profile.words.appendix.text;
    match spec.appendices.len() {
        0 | 1 => word.clone(),
        _ => format!("{word} {}", wording::roman(u32::try_from(index + 1).unwrap_or(u32::MAX))),
    }
}

/// Ký hiệu: the given one, else the abbreviations of type and organs, or of organs and drafting unit.
pub(super) fn symbol(spec: &Spec, template: &Template, profile: &Profile) -> String {
    if let Some(symbol) = &spec.symbol {
        return symbol.as_str().to_owned();
    }
    let organs = spec.organs_abbreviated();
    // where the symbol does not name the type, it names the unit that drafted the text
    let archive = spec.recipients.as_ref().and_then(|recipients| recipients.archive.as_ref());
    let unit = archive.and_then(|archive| archive.units.first()).map(|unit| unit.as_str().to_owned());
    let parts = match profile.type_name(template, spec).abbreviation {
        Some(doc_type) => [Some(doc_type), organs],
        None => [organs, unit.filter(|_| !template.is_unnumbered())],
    };
    // a missing organ is reported where the specification is judged
    parts.into_iter().flatten().collect::<Vec<_>>().join("-")
}

/// The name, without extension, of the document's files.
fn stem(spec: &Spec, profile: &Profile, type_name: &TypeName, is_unnumbered: bool, symbol: &str) -> String {
    let stem = if is_unnumbered {
        let day = format!("{}-{}", type_name.title, spec.issue_date);
        wording::plain_name(&format!("{day}-{symbol}"))
    } else {
        wording::file_stem(wording::number_of(spec), symbol)
    };
    match &spec.copy {
        // beside its original
        Some(copy) => wording::plain_name(&format!("{stem}-{}", parts::copy::word(copy, profile).text.to_lowercase())),
        None => stem,
    }
}

/// What the file that is composed says of itself.
pub(super) fn info(c: &Composer<'_>, (record, record_origins): (Record, Origins)) -> Info {
    let spec = c.spec;
    let subject = c.subject().replace('\n', " ");
    let date = spec.issue_date;
    let stem = stem(spec, c.profile, &c.type_name, c.template.is_unnumbered(), &c.symbol);
    Info {
        title: part_title(c).unwrap_or_else(|| format!("{} {subject}", c.type_name.title)),
        subject,
        creator: part_organ(c).unwrap_or_else(|| spec.organs_listed()),
        notation: match wording::number_of(spec) {
            None if c.template.is_unnumbered() => c.symbol.clone(),
            number => format!("{}/{}", number.unwrap_or_default(), c.symbol),
        },
        language: "vi-VN",
        issued: date.month.zip(date.day).map(|(month, day)| (date.year, month, day)),
        regulation: c.profile.regulation.name(),
        file_stem: stem + &suffix(spec, c.profile, c.file),
        part: c.file.pointer().to_string(),
        record,
        record_origins,
        // known to those who hold the bytes
        specification_sha256: String::new(),
    }
}

/// What a part with a file of its own is called: `Phụ lục II. Danh mục hồ sơ`, `Quy chế Làm việc của Sở`.
fn part_title(c: &Composer<'_>) -> Option<String> {
    let one_line = |text: &str| text.replace('\n', " ");
    match c.file {
        PartId::Main => None,
        PartId::Attachment(index) => {
            let text = c.spec.attachments.get(index)?;
            let template = c.profile.doc_types.get(&text.doc_type);
            let title = template.map_or(text.doc_type.title(), |template| &template.title);
            Some(format!("{title} {}", one_line(text.subject.as_str())))
        }
        PartId::Appendix(index) => {
            let title = &c.spec.appendices.get(index)?.title;
            Some(format!("{}. {}", appendix_label(c.spec, c.profile, index), one_line(title.as_str())))
        }
    }
}

/// The organ that an attached text with a file of its own is of, where it is not the document's.
fn part_organ(c: &Composer<'_>) -> Option<String> {
    let PartId::Attachment(index) = c.file else { return None };
    let issuer = c.spec.attachments.get(index)?.issuer.as_ref()?;
    Some(issuer.name.as_str().replace('\n', " "))
}
