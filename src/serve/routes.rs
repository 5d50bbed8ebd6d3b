//! Which address is answered by what.

use std::sync::{Arc, OnceLock};

use axum::Router;
use axum::extract::{Request, State};
use axum::handler::Handler;
use axum::http::StatusCode;
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get, post};
use vanban::diag::Phrase;

use super::answers;
use super::app::App;
use super::assets;
use super::documents;
use super::journal;
use super::metrics;
use super::openapi;
use super::problem::Problem;

/// The addresses, for the journal and the metrics: what else is asked for is told as `other`.
pub(super) const PATHS: [&str; 13] = [
    "/",
    "/v1/render",
    "/v1/check",
    "/v1/preview",
    "/v1/extract",
    "/v1/verify",
    "/v1/metadata",
    "/v1/schema",
    "/v1/types",
    "/v1/openapi.json",
    "/healthz",
    "/readyz",
    "/metrics",
];

/// An address as it is counted: nothing that a client made up.
pub(super) fn label(path: &str) -> &'static str {
    PATHS.into_iter().find(|known| *known == path).unwrap_or(if assets::find(path).is_some() {
        "assets"
    } else {
        "other"
    })
}

/// The routes of the service.
pub(super) fn router(app: &Arc<App>) -> Router {
    Router::new()
        .route("/v1/render", only_post(documents::render))
        .route("/v1/check", only_post(documents::check))
        .route("/v1/preview", only_post(documents::preview))
        .route("/v1/extract", only_post(documents::extract))
        .route("/v1/verify", only_post(documents::verify))
        .route("/v1/metadata", only_post(documents::metadata))
        .route("/v1/schema", get(async || answers::json_text(schema(), "application/schema+json")))
        .route("/v1/types", get(documents::types))
        .route("/v1/openapi.json", get(async || answers::json_text(openapi::text(), "application/json")))
        .route("/healthz", get(async || "ok\n"))
        .route("/readyz", get(ready))
        .route("/metrics", get(async |State(app): State<Arc<App>>| answers::plain(metrics::text(&app))))
        .fallback(asset)
        .method_not_allowed_fallback(async || not_allowed())
        .layer(from_fn_with_state(Arc::clone(app), journal::keep))
        .with_state(Arc::clone(app))
}

fn only_post<T: 'static>(handler: impl Handler<T, Arc<App>>) -> MethodRouter<Arc<App>> {
    post(handler)
}

/// The JSON Schema of the specification.
fn schema() -> &'static str {
    static SCHEMA: OnceLock<String> = OnceLock::new();
    SCHEMA.get_or_init(vanban::schema::schema_text)
}

async fn ready(State(app): State<Arc<App>>) -> Response {
    if app.is_draining() {
        (StatusCode::SERVICE_UNAVAILABLE, "draining\n").into_response()
    } else {
        "ready\n".into_response()
    }
}

/// The files of the form, where this build has them.
async fn asset(request: Request) -> Response {
    match assets::find(request.uri().path()) {
        Some(asset) => assets::answer(asset, request.method(), request.headers()),
        None => Problem::new("not-found", Phrase::new("không có địa chỉ này", "there is nothing at this address"))
            .detail(Phrase::new("các địa chỉ: /v1/openapi.json", "the addresses: /v1/openapi.json"))
            .into_response(),
    }
}

fn not_allowed() -> Problem {
    Problem::new("method", Phrase::new("không dùng phương thức này ở đây", "this method is not for this address"))
}
