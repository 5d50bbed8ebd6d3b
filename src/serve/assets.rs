//! The files of the form at `/`, as they stood in `web/dist` when the program was built; none where they were not there.

use axum::body::Body;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use vanban::diag::Phrase;

use super::answers;
use super::problem::Problem;

/// A file of the form.
#[derive(Debug)]
pub(super) struct Asset {
    /// Where it is, from the root: `/main.js`.
    path: &'static str,
    /// How it is packed, as `Content-Encoding` has it; empty: it is not.
    encoding: &'static str,
    bytes: &'static [u8],
    /// A checksum of the bytes, in quotes: the entity tag.
    tag: &'static str,
}

/// All files, by their paths; written by `build.rs`.
static ASSETS: &[Asset] = include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// What the form may load and do: itself, its engine, nothing of anybody else.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; \
    img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; \
    form-action 'none'; frame-ancestors 'none'";

/// The file at a path; that of `/` is `index.html`, where its engine is there too: releases have the module, a program built from the
/// sources alone has not, and a page that can do nothing is worse than none.
pub(super) fn find(path: &str) -> Option<&'static Asset> {
    let at = |path: &str| ASSETS.iter().find(|asset| asset.path == path);
    match path {
        "/" => at("/vanban.wasm").and_then(|_| at("/index.html")),
        path => at(path),
    }
}

/// Gives a file, or says that the client has it.
pub(super) fn answer(asset: &'static Asset, method: &Method, headers: &HeaderMap) -> Response {
    if !matches!(*method, Method::GET | Method::HEAD) {
        let title = Phrase::new("không dùng phương thức này ở đây", "this method is not for this address");
        return Problem::new("method", title)
            .header(header::ALLOW, HeaderValue::from_static("GET, HEAD"))
            .into_response();
    }
    let is_known = headers.get(header::IF_NONE_MATCH).is_some_and(|tag| tag == asset.tag);
    let content = if is_known || method == Method::HEAD { Body::empty() } else { Body::from(asset.bytes) };
    let mut response = answers::bytes(content, media_type(asset.path));
    if is_known {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
    }
    let fixed: [(HeaderName, &'static str); 5] = [
        (header::ETAG, asset.tag),
        (header::CACHE_CONTROL, "no-cache"),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::REFERRER_POLICY, "no-referrer"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    ];
    response.headers_mut().extend(fixed.map(|(name, value)| (name, HeaderValue::from_static(value))));
    if !asset.encoding.is_empty() {
        response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static(asset.encoding));
    }
    response
}

/// The media type by the extension.
fn media_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json",
        "txt" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/vnd.microsoft.icon",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    }
}
