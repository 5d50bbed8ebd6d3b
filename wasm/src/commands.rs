//! The commands: an envelope in, the parts of the answer out.

use std::cell::RefCell;

use serde::Deserialize;
use serde_json::{Value, json};
use vanban::diag::Lang;
use vanban::font::{FontBook, FontError};
use vanban::intake::HandedIn;
use vanban::service::{self, Request};
use vanban::specification::DocType;
use vanban::starter::{starter, starters};
use vanban::verify::Given;
use vanban::{Refusal, Renderer};

use crate::envelope;

/// What is asked for.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Call {
    /// `render`, `check`, `preview`, `extract`, `schema`, `types`, `starter`, `fonts` or `version`.
    pub command: String,
    /// A [`Request`] as JSON; absent: nothing special.
    #[serde(default)]
    pub options: Option<Value>,
    /// The names of the pictures that were handed in, as the specification has them.
    #[serde(default)]
    pub pictures: Vec<String>,
    /// The names of the data files that were handed in: organ files, files of rows, the data of placeholders.
    #[serde(default)]
    pub data: Vec<String>,
}

/// The year of a starter where the host tells none: the module knows no clock.
const YEAR: i32 = 2026;

thread_local! {
    /// What documents have in common is made once an instance.
    static RENDERER: RefCell<Option<Renderer>> = const { RefCell::new(None) };
}

/// An answer: what is told, and the files beside it.
type Told = (Value, Vec<Vec<u8>>);

/// The faces inside; see `build.rs`.
fn faces() -> Result<FontBook, FontError> {
    FontBook::from_static([
        include_bytes!(concat!(env!("OUT_DIR"), "/Regular.ttf")),
        include_bytes!(concat!(env!("OUT_DIR"), "/Bold.ttf")),
        include_bytes!(concat!(env!("OUT_DIR"), "/Italic.ttf")),
        include_bytes!(concat!(env!("OUT_DIR"), "/BoldItalic.ttf")),
    ])
}

/// Answers the call in an envelope.
#[must_use]
pub fn answer(request: &[u8]) -> Vec<Vec<u8>> {
    let mut lang = Lang::Vi;
    let (mut told, files) = obey(request, &mut lang).unwrap_or_else(|refusal| {
        let hint = refusal.hint.as_ref().map(|hint| lang.of(hint));
        (json!({ "failure": { "message": lang.of(&refusal.message), "hint": hint } }), Vec::new())
    });
    if told.get("findings").is_none() {
        told["findings"] = json!([]);
    }
    std::iter::once(told.to_string().into_bytes()).chain(files).collect()
}

fn obey(request: &[u8], lang: &mut Lang) -> Result<Told, Refusal> {
    let parts = envelope::open(request).ok_or_else(|| malformed("phong bì sai độ dài", "its lengths are wrong"))?;
    let (head, parts) = parts.split_first().ok_or_else(|| malformed("không có phần nào", "it has no parts"))?;
    let call: Call = serde_json::from_slice(head).map_err(|e| malformed(&e.to_string(), &e.to_string()))?;
    let options = Request::from_json(call.options.clone().unwrap_or_else(|| json!({})))?;
    *lang = options.lang()?;
    if options.keep_hints {
        return Err(Refusal::new("phông chữ của mô-đun không có hint", "the faces of the module have no hints")
            .hint("bỏ keep_hints, hoặc dùng chương trình vanban", "leave keep_hints out, or use the program vanban"));
    }
    RENDERER.with_borrow_mut(|kept| {
        let renderer = match kept {
            Some(renderer) => renderer,
            None => kept.insert(Renderer::new(faces().map_err(|e| fault(&e))?)),
        };
        match call.command.as_str() {
            "render" => {
                let (spec, handed) = handed_in(&call, parts)?;
                render(service::render(renderer, spec, handed, &options)?)
            }
            "check" => {
                let (spec, handed) = handed_in(&call, parts)?;
                Ok((service::check(renderer, spec, handed, &options)?.json(), Vec::new()))
            }
            "preview" => {
                let (spec, handed) = handed_in(&call, parts)?;
                let (told, svg) = service::preview(renderer, spec, handed, &options)?;
                Ok((told, svg.into_iter().map(String::into_bytes).collect()))
            }
            "extract" => extract(renderer, file(parts)?, &options, *lang),
            "schema" => Ok((json!({}), vec![vanban::schema::schema_text().into_bytes()])),
            "types" => Ok((json!({ "types": service::types(&options)? }), Vec::new())),
            "starter" => starter_of(&options),
            "fonts" => {
                let (faces, files): (Vec<Value>, Vec<Vec<u8>>) =
                    service::fonts(renderer.fonts()).map(|(face, bytes)| (face, bytes.to_vec())).unzip();
                Ok((json!({ "faces": faces }), files))
            }
            "version" => Ok((service::version(), Vec::new())),
            other => Err(Refusal::new(format!("không có lệnh “{other}”"), format!("there is no command “{other}”"))),
        }
    })
}

fn render(answer: service::Answer) -> Result<Told, Refusal> {
    let mut told = answer.json();
    let name = |file: &service::NamedFile| json!({ "name": file.name, "media_type": file.format.media_type() });
    told["files"] = answer.files.iter().map(name).collect();
    Ok((told, answer.files.into_iter().map(|file| file.bytes).collect()))
}

fn extract(renderer: &Renderer, file: &[u8], options: &Request, lang: Lang) -> Result<Told, Refusal> {
    let name = options.file();
    let extracted = service::extract(Given { name, bytes: file }, renderer.fonts())?;
    let (names, pictures): (Vec<String>, Vec<Vec<u8>>) = extracted.pictures.into_iter().unzip();
    let told = extracted.standing.told(name);
    let warning = told
        .map(|told| json!({ "message": lang.of(&told.message), "hint": told.hint.as_ref().map(|hint| lang.of(hint)) }));
    let told = json!({ "pictures": names, "standing": extracted.standing.name(), "warning": warning });
    Ok((told, std::iter::once(extracted.specification).chain(pictures).collect()))
}

fn starter_of(options: &Request) -> Result<Told, Refusal> {
    let typed = options.doc_type.as_deref().unwrap_or_default();
    let named = DocType::named(typed);
    let row = starters().find(|(doc_type, ..)| Some(*doc_type) == named).ok_or_else(|| {
        Refusal::new(format!("không có loại văn bản “{typed}”"), format!("there is no document type “{typed}”")).hint(
            "lệnh types kể tất cả, ví dụ {\"type\": \"report\"}",
            "the command types lists all, e.g. {\"type\": \"report\"}",
        )
    })?;
    Ok((json!({}), vec![starter(row, options.year.unwrap_or(YEAR)).into_bytes()]))
}

/// The specification, and the files that came with it.
fn handed_in(call: &Call, parts: &[&[u8]]) -> Result<(Vec<u8>, HandedIn), Refusal> {
    let names = call.pictures.len() + call.data.len();
    let (spec, files) = parts
        .split_first()
        .filter(|(_, files)| files.len() == names)
        .ok_or_else(|| malformed("số phần không khớp số tên tệp", "it has other parts than the call names"))?;
    let (pictures, data) = files.split_at(call.pictures.len());
    let by_name =
        |names: &[String], files: &[&[u8]]| names.iter().cloned().zip(files.iter().map(|f| f.to_vec())).collect();
    Ok((spec.to_vec(), HandedIn { pictures: by_name(&call.pictures, pictures), data: by_name(&call.data, data) }))
}

fn file<'a>(parts: &[&'a [u8]]) -> Result<&'a [u8], Refusal> {
    match parts {
        [file] => Ok(file),
        _ => Err(malformed("cần đúng một tệp", "one file is needed")),
    }
}

fn malformed(vi: &str, en: &str) -> Refusal {
    Refusal::new(format!("lời gọi không hợp lệ: {vi}"), format!("malformed call: {en}"))
}

fn fault(error: &dyn std::error::Error) -> Refusal {
    Refusal::new(format!("lỗi của chương trình: {error}"), format!("a fault of the program: {error}"))
}
