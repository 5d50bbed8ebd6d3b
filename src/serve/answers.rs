//! Answers with a body.

use axum::body::Body;
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde_json::Value;
use vanban::service::NamedFile;

use super::disposition;
use super::journal::Noted;
use super::problem::Problem;

/// How many findings the document has, warnings all of them.
const FINDINGS: HeaderName = HeaderName::from_static("vanban-findings");
/// How many pages it has.
const PAGES: HeaderName = HeaderName::from_static("vanban-pages");

impl IntoResponse for Problem {
    /// The language and the id of the request are known to the [`journal`](super::journal), which writes it down.
    fn into_response(self) -> Response {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = self.status();
        response.extensions_mut().insert(self);
        response
    }
}

/// Bytes of a type.
pub(super) fn bytes(bytes: impl Into<Body>, media_type: &'static str) -> Response {
    let mut response = Response::new(bytes.into());
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    response
}

/// An object of JSON.
pub(super) fn json(value: &Value) -> Response {
    bytes(value.to_string(), "application/json")
}

/// A text that is JSON.
pub(super) fn json_text(text: &'static str, media_type: &'static str) -> Response {
    bytes(text, media_type)
}

/// A text for people and for Prometheus.
pub(super) fn plain(text: String) -> Response {
    bytes(text, "text/plain; version=0.0.4; charset=utf-8")
}

/// A file to be saved.
pub(super) fn file(file: NamedFile) -> Response {
    named(file.bytes, &file.name, file.format.media_type())
}

/// Bytes to be saved under a name.
pub(super) fn named(content: impl Into<Body>, name: &str, media_type: &'static str) -> Response {
    let mut response = bytes(content, media_type);
    response.headers_mut().insert(header::CONTENT_DISPOSITION, disposition::attachment(name));
    response
}

/// Notes what came of a document, for the client and for the journal.
pub(super) fn noted(mut response: Response, findings: usize, noted: Noted) -> Response {
    let headers = response.headers_mut();
    headers.insert(FINDINGS, findings.into());
    headers.insert(PAGES, noted.pages.into());
    response.extensions_mut().insert(noted);
    response
}
