//! Gives each request its id, and says what came of it: a line of JSON on standard error. Nothing that a document, a file name or an
//! address holds is in it.

use std::io::Write as _;
use std::sync::Arc;

use axum::body::{Body, HttpBody as _};
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;
use serde_json::{Value, json};

use super::app::App;
use super::problem::Problem;
use super::query;
use super::routes;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// What an answer says of itself for the journal.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Noted {
    /// How many pages the document has.
    pub(super) pages: usize,
    /// How many bytes were sent in.
    pub(super) taken: usize,
}

/// Around every request.
pub(super) async fn keep(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let (id, begun) = (app.next_id(), tokio::time::Instant::now());
    let label = routes::label(request.uri().path());
    let method = if request.method().as_str().len() <= 7 { request.method().clone() } else { Default::default() };
    let accepted = request.headers().get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let lang = query::language(request.uri().query().unwrap_or_default(), accepted, app.settings.lang);
    let mut response = next.run(request).await;
    let noted = response.extensions_mut().remove::<Noted>().unwrap_or_default();
    let problem = response.extensions_mut().remove::<Problem>();
    let kind = problem.as_ref().map(Problem::kind);
    if let Some(problem) = problem {
        response = problem.respond(lang, &id);
    }
    finish(&mut response, &id);
    let (took, status) = (begun.elapsed(), response.status().as_u16());
    app.metrics.answered(label, status, noted.pages, took);
    write(&json!({
        "id": id,
        "method": method.as_str(),
        "path": label,
        "status": status,
        "problem": kind,
        "bytes_in": noted.taken,
        "bytes_out": response.body().size_hint().exact(),
        "pages": noted.pages,
        "ms": (took.as_micros() as f64) / 1000.0,
    }));
    response
}

fn finish(response: &mut Response<Body>, id: &str) {
    let headers = response.headers_mut();
    if let Ok(id) = HeaderValue::from_str(id) {
        headers.insert(REQUEST_ID, id);
    }
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
}

fn write(line: &Value) {
    // there is nobody to tell where that fails
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}

/// The message of a panic may quote what was worked on: of it only the place in the program is told.
pub(super) fn hide_text_of_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string);
        write(&json!({ "panic": place }));
    }));
}
