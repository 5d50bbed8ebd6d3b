//! What there is to choose from: document types, faces; and which version answers.

use serde_json::{Value, json};

use super::request::{self, Request};
use crate::error::Refusal;
use crate::font::{FaceStyle, FontBook};
use crate::profile::{self, Template};
use crate::specification::{DocType, Regulation};

/// The document types of the regulation that is asked for, else of the newest, as a list: `name`, `title` and what else its template says
/// (`order`: the components from top to bottom); `printed`: of the optional fields those that it prints, as JSON Pointers.
///
/// # Errors
/// The regulation is not known.
pub fn types(request: &Request) -> Result<Value, Refusal> {
    let regulation = match request.regulation.as_deref() {
        Some(name) => Some(request::regulation(name)?),
        None => Regulation::ALL.first().copied(),
    };
    let profile = regulation.and_then(|regulation| profile::get(regulation).ok());
    Ok(profile
        .into_iter()
        .flat_map(|profile| &profile.doc_types)
        .map(|(doc_type, template)| row(*doc_type, template))
        .collect())
}

fn row(doc_type: DocType, template: &Template) -> Value {
    let mut row = json!(template);
    row["name"] = doc_type.name().into();
    row["printed"] = template.printed().map(|path| format!("/{}", path.join("/"))).collect();
    row
}

/// The faces of a book, each with its name and what it is as CSS says it, and the bytes of its file.
pub fn fonts(book: &FontBook) -> impl Iterator<Item = (Value, &[u8])> {
    FaceStyle::BOOK.into_iter().map(|style| {
        let face = book.face(style);
        let told = json!({
            "family": face.family(),
            "style": if style.is_italic() { "italic" } else { "normal" },
            "weight": if matches!(style, FaceStyle::Bold | FaceStyle::BoldItalic) { 700 } else { 400 },
        });
        (told, face.data())
    })
}

/// The version of the program, and the regulations that it knows, the newest first.
#[must_use]
pub fn version() -> Value {
    let regulations: Vec<&str> = Regulation::ALL.iter().map(|regulation| regulation.name()).collect();
    json!({ "version": env!("CARGO_PKG_VERSION"), "regulations": regulations })
}
