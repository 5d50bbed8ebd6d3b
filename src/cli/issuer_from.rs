//! `issuer_from`: the organ file that a specification names itself, in its folder or below.

use std::path::Path;
use std::rc::Rc;

use vanban::PictureError;
use vanban::diag::{Diagnostic, Phrase, Span, registry};

use super::beside;
use super::input::Input;
use super::organ::{self, MAX_BYTES, NamedOrgan, Organ};

/// Reads the organ file that a specification names, and takes the field out of it; what is wrong is noted there.
pub(crate) fn read(input: &mut Input) -> Option<Rc<Organ>> {
    let NamedOrgan { file, span, without } = organ::named_in(&input.bytes)?;
    let inside = file.as_ref().filter(|file| !beside::leaves_folder(Path::new(file)));
    input.others.extend(inside.map(|file| input.folder.join(file)));
    let organ = match file.filter(|file| !file.is_empty()) {
        None => Err(no_name(span)),
        Some(file) => match beside::read(&input.folder, &file, MAX_BYTES) {
            Err(error) => Err(not_read(&file, error, span)),
            Ok(bytes) => {
                let shown = input.folder.join(&file).display().to_string();
                let shown = shown.strip_prefix("./").map_or(shown.clone(), ToOwned::to_owned);
                Organ::parse(shown, bytes).map_err(|failure| {
                    let finding = finding(span, &failure.message.vi, &failure.message.en);
                    failure.hint.into_iter().fold(finding, Diagnostic::hint)
                })
            }
        },
    };
    match organ {
        Ok(organ) => {
            input.bytes = without;
            Some(Rc::new(organ))
        }
        Err(fault) => {
            input.faults.push(fault);
            None
        }
    }
}

fn finding(span: Span, vi: &str, en: &str) -> Diagnostic {
    Diagnostic::of(registry::ORGAN_FILE, "/issuer_from", phrase(vi, en)).span(span)
}

fn phrase(vi: &str, en: &str) -> Phrase {
    Phrase { vi: vi.to_owned(), en: en.to_owned() }
}

fn no_name(span: Span) -> Diagnostic {
    finding(span, "issuer_from phải là tên một tệp JSON", "issuer_from must be the name of a JSON file")
        .hint(phrase("ví dụ: \"issuer_from\": \"co-quan.json\"", "e.g. \"issuer_from\": \"co-quan.json\""))
}

fn not_read(file: &str, error: PictureError, span: Span) -> Diagnostic {
    let (vi, en, cure_vi, cure_en) = match error {
        PictureError::NotFound => (
            format!("không có tệp cơ quan {file}"),
            format!("there is no organ file {file}"),
            "đặt tệp đó cạnh bản đặc tả, hoặc sửa tên".to_owned(),
            "put the file beside the specification, or mend the name".to_owned(),
        ),
        PictureError::OutsideFolder => (
            format!("tệp cơ quan {file} nằm ngoài thư mục của bản đặc tả"),
            format!("the organ file {file} lies outside the folder of the specification"),
            "đặt tệp đó trong thư mục của bản đặc tả; tệp ở nơi khác thì dùng --organ".to_owned(),
            "put the file into the folder of the specification; for one elsewhere use --organ".to_owned(),
        ),
        PictureError::TooLarge => (
            format!("tệp cơ quan {file} lớn hơn {} KiB", MAX_BYTES >> 10),
            format!("the organ file {file} is larger than {} KiB", MAX_BYTES >> 10),
            "chỉ ghi trong đó các trường dùng chung của cơ quan".to_owned(),
            "let it hold the fields that all documents of the organ share".to_owned(),
        ),
        _ => (
            format!("không đọc được tệp cơ quan {file}"),
            format!("the organ file {file} cannot be read"),
            "kiểm tra đó là tệp thường và có quyền đọc".to_owned(),
            "see that it is a regular file that may be read".to_owned(),
        ),
    };
    finding(span, &vi, &en).hint(phrase(&cure_vi, &cure_en))
}
