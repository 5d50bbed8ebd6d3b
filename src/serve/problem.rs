//! What went wrong with a request, as problem+json (RFC 9457).

use axum::body::Body;
use axum::http::header::{CONTENT_LANGUAGE, CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderName, HeaderValue, Response, StatusCode};
use serde_json::{Value, json};
use vanban::Refusal;
use vanban::diag::{Lang, Phrase};

use super::work::Undone;

/// What went wrong.
#[derive(Clone, Debug)]
pub(super) struct Problem(Box<ProblemParts>);

/// What is told of it.
#[derive(Clone, Debug)]
struct ProblemParts {
    status: StatusCode,
    /// Behind `urn:vanban:problem:` in its `type`.
    kind: &'static str,
    title: Phrase,
    detail: Option<Phrase>,
    /// Findings in the form of `--message-format json`.
    findings: Option<Vec<Value>>,
    /// A header that goes with it.
    header: Option<(HeaderName, HeaderValue)>,
}

/// The kinds, each with its status, for the description of the service.
pub(super) const KINDS: [(&str, StatusCode); 14] = [
    ("malformed", StatusCode::BAD_REQUEST),
    ("options", StatusCode::BAD_REQUEST),
    ("not-found", StatusCode::NOT_FOUND),
    ("method", StatusCode::METHOD_NOT_ALLOWED),
    ("not-acceptable", StatusCode::NOT_ACCEPTABLE),
    ("slow", StatusCode::REQUEST_TIMEOUT),
    ("changed", StatusCode::CONFLICT),
    ("too-large", StatusCode::PAYLOAD_TOO_LARGE),
    ("media-type", StatusCode::UNSUPPORTED_MEDIA_TYPE),
    ("findings", StatusCode::UNPROCESSABLE_ENTITY),
    ("unreadable", StatusCode::UNPROCESSABLE_ENTITY),
    ("busy", StatusCode::TOO_MANY_REQUESTS),
    ("internal", StatusCode::INTERNAL_SERVER_ERROR),
    ("timeout", StatusCode::SERVICE_UNAVAILABLE),
];

impl Problem {
    /// A problem of one of the [`KINDS`].
    pub(super) fn new(kind: &'static str, title: Phrase) -> Self {
        let status = KINDS.iter().find(|(known, _)| *known == kind);
        let status = status.map_or(StatusCode::INTERNAL_SERVER_ERROR, |(_, status)| *status);
        Self(Box::new(ProblemParts { status, kind, title, detail: None, findings: None, header: None }))
    }

    pub(super) fn status(&self) -> StatusCode {
        self.0.status
    }

    /// Its name, of [`KINDS`].
    pub(super) fn kind(&self) -> &'static str {
        self.0.kind
    }

    pub(super) fn detail(mut self, detail: Phrase) -> Self {
        self.0.detail = Some(detail);
        self
    }

    pub(super) fn findings(mut self, findings: Vec<Value>) -> Self {
        self.0.findings = Some(findings);
        self
    }

    pub(super) fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.0.header = Some((name, value));
        self
    }

    /// What the library refuses.
    pub(super) fn refused(kind: &'static str, refusal: Refusal) -> Self {
        let problem = Self::new(kind, refusal.message);
        match refusal.hint {
            Some(hint) => problem.detail(hint),
            None => problem,
        }
    }

    /// Work that was not done.
    pub(super) fn undone(why: Undone) -> Self {
        match why {
            Undone::Busy => Self::busy(Phrase::new("hàng chờ đã đầy", "the queue is full")),
            Undone::Late => Self::new("timeout", Phrase::new("văn bản làm quá lâu", "the document takes too long"))
                .header(RETRY_AFTER, HeaderValue::from_static("5")),
            Undone::Panicked => Self::new("internal", Phrase::new("lỗi của chương trình", "a fault of the program"))
                .detail(Phrase::new(
                    "xin báo cho những người phát triển vanban, kèm bản đặc tả",
                    "please report it with the specification",
                )),
        }
    }

    /// Not now.
    pub(super) fn busy(why: Phrase) -> Self {
        Self::new("busy", Phrase::new("máy chủ đang bận", "the service is busy"))
            .detail(why)
            .header(RETRY_AFTER, HeaderValue::from_static("1"))
    }

    /// The response; `id` is that of the request.
    pub(super) fn respond(self, lang: Lang, id: &str) -> Response<Body> {
        let ProblemParts { status, kind, title, detail, findings, header } = *self.0;
        let mut told = json!({
            "type": format!("urn:vanban:problem:{kind}"),
            "title": lang.of(&title),
            "status": status.as_u16(),
            "instance": format!("urn:vanban:request:{id}"),
        });
        if let Some(detail) = &detail {
            told["detail"] = lang.of(detail).into();
        }
        if let Some(findings) = findings {
            told["findings"] = findings.into();
        }
        let mut response = Response::new(Body::from(told.to_string()));
        *response.status_mut() = status;
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        let language = HeaderValue::from_static(match lang {
            Lang::Vi => "vi",
            Lang::En => "en",
        });
        headers.insert(CONTENT_LANGUAGE, language);
        if let Some((name, value)) = header {
            headers.insert(name, value);
        }
        response
    }
}
