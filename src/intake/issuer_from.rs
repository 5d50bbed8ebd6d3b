//! `issuer_from`: the organ file that a specification names itself.

use super::FilesBeside;
use super::organ::{self, MAX_ORGAN_BYTES, NamedOrgan, Organ};
use crate::diag::{Diagnostic, Diagnostics, Phrase, Span, phrase, registry};
use crate::error::PictureError;

/// Reads the organ file that a specification names, and takes the field out of it; what is wrong goes to the faults.
pub(super) fn read(spec: &mut Vec<u8>, faults: &mut Diagnostics, beside: &mut dyn FilesBeside) -> Option<Organ> {
    let NamedOrgan { file, span, without } = organ::named_in(spec)?;
    let organ = match file.filter(|file| !file.is_empty()) {
        None => Err(no_name(span)),
        Some(file) => match beside.file(&file, MAX_ORGAN_BYTES) {
            Err(error) => Err(not_read(&file, error, span)),
            Ok(bytes) => Organ::parse(beside.shown(&file), bytes).map_err(|fault| (*fault).span(span)),
        },
    };
    match organ {
        Ok(organ) => {
            *spec = without;
            Some(organ)
        }
        Err(fault) => {
            faults.push(fault);
            None
        }
    }
}

fn finding(span: Span, message: Phrase, cure: Phrase) -> Diagnostic {
    Diagnostic::of(registry::ORGAN_FILE, "/issuer_from", message).span(span).hint(cure)
}

fn no_name(span: Span) -> Diagnostic {
    finding(
        span,
        phrase!("issuer_from phải là tên một tệp JSON", "issuer_from must be the name of a JSON file"),
        phrase!("ví dụ: \"issuer_from\": \"co-quan.json\"", "e.g. \"issuer_from\": \"co-quan.json\""),
    )
}

fn not_read(file: &str, error: PictureError, span: Span) -> Diagnostic {
    let (message, cure) = match error {
        PictureError::NotFound => (
            phrase!("không có tệp cơ quan {file}", "there is no organ file {file}"),
            phrase!(
                "đặt tệp đó cạnh bản đặc tả, hoặc sửa tên",
                "put the file beside the specification, or mend the name"
            ),
        ),
        PictureError::OutsideFolder => (
            phrase!(
                "tệp cơ quan {file} nằm ngoài thư mục của bản đặc tả",
                "the organ file {file} lies outside the folder of the specification"
            ),
            phrase!(
                "đặt tệp đó trong thư mục của bản đặc tả; tệp ở nơi khác thì dùng --organ",
                "put the file into the folder of the specification; for one elsewhere use --organ"
            ),
        ),
        PictureError::TooLarge => (
            phrase!(
                "tệp cơ quan {file} lớn hơn {limit} KiB",
                "the organ file {file} is larger than {limit} KiB",
                limit = MAX_ORGAN_BYTES >> 10
            ),
            phrase!(
                "chỉ ghi trong đó các trường dùng chung của cơ quan",
                "let it hold the fields that all documents of the organ share"
            ),
        ),
        PictureError::Unreadable => (
            phrase!("không đọc được tệp cơ quan {file}", "the organ file {file} cannot be read"),
            phrase!("kiểm tra đó là tệp thường và có quyền đọc", "see that it is a regular file that may be read"),
        ),
    };
    finding(span, message, cure)
}
