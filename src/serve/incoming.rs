//! What a request brought: a specification alone, or a form with the files that go with it.

use axum::body::Bytes;
use serde_json::{Map, Value};
use vanban::diag::Phrase;
use vanban::intake::HandedIn;

use super::multipart::{self, FormPart};
use super::problem::Problem;

/// A specification with what came with it.
#[derive(Debug, Default)]
pub(super) struct BroughtDocument {
    pub(super) spec: Vec<u8>,
    pub(super) handed: HandedIn,
    /// Options of the form, which go before those of the address.
    pub(super) options: Map<String, Value>,
}

/// A file by its name.
#[derive(Debug)]
pub(super) struct GivenFile {
    pub(super) name: String,
    pub(super) bytes: Bytes,
}

/// The most files that a request about files may have: one of each kind.
const MOST_FILES: usize = 2;

/// The document of a request.
pub(super) fn document(body: &Bytes, content_type: Option<&str>) -> Result<BroughtDocument, Problem> {
    let content_type = content_type.unwrap_or("application/json");
    match essence(content_type).as_str() {
        "multipart/form-data" => of_form(multipart::parts(body, content_type)?),
        json if json == "application/json" || json.ends_with("+json") => {
            Ok(BroughtDocument { spec: body.to_vec(), ..BroughtDocument::default() })
        }
        other => Err(wrong_type(other)),
    }
}

fn of_form(parts: Vec<FormPart>) -> Result<BroughtDocument, Problem> {
    let mut document = BroughtDocument::default();
    let mut spec = None;
    for FormPart { name, file_name, bytes } in parts {
        let is_second = match (name.as_str(), file_name) {
            ("spec", _) => spec.replace(bytes.to_vec()).is_some(),
            ("options", _) => {
                document.options = serde_json::from_slice(&bytes).map_err(|e| {
                    malformed(
                        format!("options không phải đối tượng JSON ({e})"),
                        format!("options is no object of JSON ({e})"),
                    )
                })?;
                false
            }
            ("picture", Some(file)) => document.handed.pictures.insert(file, bytes.to_vec()).is_some(),
            ("data", Some(file)) => document.handed.data.insert(file, bytes.to_vec()).is_some(),
            ("picture" | "data", None) => {
                return Err(malformed(format!("{name} không có filename"), format!("{name} has no filename")));
            }
            _ => {
                return Err(malformed(
                    format!("không có trường “{name}”; các trường: spec, options, picture, data"),
                    format!("there is no field “{name}”; the fields: spec, options, picture, data"),
                ));
            }
        };
        if is_second {
            return Err(malformed(format!("{name} trùng tên"), format!("{name} comes twice under one name")));
        }
    }
    document.spec =
        spec.ok_or_else(|| malformed("không có trường spec".to_owned(), "there is no field spec".to_owned()))?;
    Ok(document)
}

/// The files of a request: of a form, or the body itself.
pub(super) fn files(body: &Bytes, content_type: Option<&str>) -> Result<Vec<GivenFile>, Problem> {
    let content_type = content_type.unwrap_or("application/octet-stream");
    if essence(content_type) != "multipart/form-data" {
        return Ok(vec![GivenFile { name: "file".to_owned(), bytes: body.clone() }]);
    }
    let mut files = Vec::new();
    for FormPart { name, file_name, bytes } in multipart::parts(body, content_type)? {
        if name != "file" || files.len() == MOST_FILES {
            return Err(malformed(
                "cần một hoặc hai trường file".to_owned(),
                "one or two fields called file are needed".to_owned(),
            ));
        }
        files.push(GivenFile { name: file_name.unwrap_or(name), bytes });
    }
    if files.is_empty() {
        return Err(malformed("không có trường file".to_owned(), "there is no field file".to_owned()));
    }
    Ok(files)
}

/// A media type without its parameters.
fn essence(content_type: &str) -> String {
    content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

fn malformed(vi: String, en: String) -> Problem {
    Problem::new("malformed", Phrase::new("yêu cầu không hợp lệ", "malformed request")).detail(Phrase::new(vi, en))
}

fn wrong_type(found: &str) -> Problem {
    Problem::new(
        "media-type",
        Phrase::new(format!("không nhận nội dung kiểu {found}"), format!("bodies of {found} are not taken")),
    )
    .detail(Phrase::new(
        "gửi application/json (bản đặc tả), hoặc multipart/form-data (spec, picture, data)",
        "send application/json (the specification), or multipart/form-data (spec, picture, data)",
    ))
}
