//! The description of the service (OpenAPI 3.1), composed of the schema of the specification: both are in the same schema language.

use std::sync::OnceLock;

use serde_json::{Map, Value, json};
use vanban::Format;

use super::problem::KINDS;

/// The description as text.
pub(super) fn text() -> &'static str {
    static TEXT: OnceLock<String> = OnceLock::new();
    TEXT.get_or_init(|| format!("{:#}", document()))
}

fn document() -> Value {
    let (specification, mut schemas) = specification();
    schemas.insert("Specification".to_owned(), specification);
    schemas.insert("Finding".to_owned(), finding());
    schemas.insert("Problem".to_owned(), problem());
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "vanban",
            "summary": "Vietnamese administrative documents from JSON to Word and PDF",
            "version": env!("CARGO_PKG_VERSION"),
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
        },
        "servers": [{ "url": "/" }],
        "paths": paths(),
        "components": { "schemas": schemas },
    })
}

/// The schema of the specification and its parts, each reference to a part as OpenAPI has it.
fn specification() -> (Value, Map<String, Value>) {
    let text = vanban::schema::schema_text().replace("#/$defs/", "#/components/schemas/");
    let mut schema: Value = serde_json::from_str(&text).unwrap_or_default();
    let parts = schema.as_object_mut().and_then(|schema| {
        schema.remove("$schema");
        schema.remove("$defs")
    });
    (schema, parts.and_then(|parts| parts.as_object().cloned()).unwrap_or_default())
}

fn paths() -> Value {
    let (docx, pdf) = (Format::Docx.media_type(), Format::Pdf.media_type());
    let binary = || json!({});
    let files = json!({ "application/zip": binary(), pdf: binary(), docx: binary() });
    let answer = json!({ "application/json": { "schema": {
        "type": "object",
        "required": ["findings", "pages", "regulation"],
        "properties": {
            "findings": { "type": "array", "items": { "$ref": "#/components/schemas/Finding" } },
            "pages": { "type": ["integer", "null"] },
            "regulation": { "type": ["string", "null"] },
        },
    } } });
    let object = || json!({ "application/json": { "schema": { "type": "object" } } });
    let extracted = json!({
        "application/json": { "schema": { "$ref": "#/components/schemas/Specification" } },
        "application/zip": binary(),
    });
    let text = || json!({ "text/plain": { "schema": { "type": "string" } } });
    json!({
        "/v1/render": { "post": operation("render", "The Word file and the PDF of a specification", &document_body(), &options(), &files) },
        "/v1/check": { "post": operation("check", "The findings of a specification", &document_body(), &options(), &answer) },
        "/v1/preview": { "post": operation("preview", "The pages of a specification as SVG, to be looked at", &document_body(), &preview_options(), &object()) },
        "/v1/extract": { "post": operation("extract", "The specification out of a file that vanban made", &file_body(), &[anyway(), lang()], &extracted) },
        "/v1/verify": { "post": operation("verify", "Whether files are what their specification makes", &file_body(), &[lang()], &object()) },
        "/v1/metadata": { "post": operation("metadata", "What a file says of itself", &file_body(), &[lang()], &object()) },
        "/v1/schema": { "get": simple("schema", "The JSON Schema of the specification", &json!({ "application/schema+json": { "schema": { "type": "object" } } })) },
        "/v1/types": { "get": simple("types", "The document types, each with its template", &object()) },
        "/v1/openapi.json": { "get": simple("openapi", "This description", &object()) },
        "/healthz": { "get": simple("healthz", "Whether the service runs", &text()) },
        "/readyz": { "get": simple("readyz", "Whether it takes requests: 503 while it ends", &text()) },
        "/metrics": { "get": simple("metrics", "Counters for Prometheus", &text()) },
    })
}

fn operation(id: &str, summary: &str, body: &Value, parameters: &[Value], content: &Value) -> Value {
    let mut responses = Map::new();
    responses.insert("200".to_owned(), json!({ "description": "Done", "content": content }));
    let problem = json!({ "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } });
    for (kind, status) in KINDS.iter().filter(|(kind, _)| !["not-found", "method"].contains(kind)) {
        let entry =
            responses.entry(status.as_str()).or_insert_with(|| json!({ "description": "", "content": problem }));
        let told = entry["description"].as_str().unwrap_or_default();
        let told = if told.is_empty() { (*kind).to_owned() } else { format!("{told}, {kind}") };
        entry["description"] = told.into();
    }
    json!({ "operationId": id, "summary": summary, "parameters": parameters, "requestBody": body, "responses": responses })
}

fn simple(id: &str, summary: &str, content: &Value) -> Value {
    let done = json!({ "description": "Done", "content": content });
    json!({ "operationId": id, "summary": summary, "responses": { "200": done } })
}

/// A specification, alone or with its files.
fn document_body() -> Value {
    let files =
        || json!({ "type": "array", "items": { "type": "string", "contentMediaType": "application/octet-stream" } });
    json!({ "required": true, "content": {
        "application/json": { "schema": { "$ref": "#/components/schemas/Specification" } },
        "multipart/form-data": { "schema": {
            "type": "object",
            "required": ["spec"],
            "properties": {
                "spec": { "$ref": "#/components/schemas/Specification" },
                "options": { "type": "object", "description": "The options of the query, as one object" },
                "picture": files(),
                "data": files(),
            },
        } },
    } })
}

/// One file as it is, or files of a form.
fn file_body() -> Value {
    json!({ "required": true, "content": {
        "application/octet-stream": {},
        "multipart/form-data": { "schema": {
            "type": "object",
            "required": ["file"],
            "properties": { "file": {
                "type": "array",
                "items": { "type": "string", "contentMediaType": "application/octet-stream" },
                "minItems": 1,
                "maxItems": 2,
            } },
        } },
    } })
}

/// The options of the command line.
fn options() -> Vec<Value> {
    let text = |name: &str, what: &str| parameter(name, what, &json!({ "type": "string" }));
    let flag = |name: &str, what: &str| parameter(name, what, &json!({ "type": "boolean" }));
    vec![
        parameter("formats", "Which files, parted by commas", &json!({ "type": "string", "examples": ["docx,pdf"] })),
        text("regulation", "The regulation to follow, whatever the specification says"),
        text("pdf", "The kind of PDF: a-2a, a-3a, a-2b, a-1a, a-1b, plain"),
        flag("no_signature_fields", "No fields for signatures in the PDF"),
        flag("keep_hints", "Keeps the hints of the faces in the PDF"),
        text("name", "How files are named, e.g. {number}-{type}-{organ}"),
        text("file", "What findings call the specification"),
        text("data", "The data file that placeholders are filled from"),
        text("organ", "The organ file for what the specification lacks"),
        lang(),
    ]
}

fn preview_options() -> Vec<Value> {
    let pages = parameter("pages", "Which pages are drawn: 3, or 2-5; absent: all", &json!({ "type": "string" }));
    options().into_iter().chain([pages]).collect()
}

fn lang() -> Value {
    parameter("lang", "The language of messages", &json!({ "type": "string", "enum": ["vi", "en"] }))
}

fn anyway() -> Value {
    parameter("anyway", "Also of a file that was changed since it was made", &json!({ "type": "boolean" }))
}

fn parameter(name: &str, what: &str, schema: &Value) -> Value {
    json!({ "name": name, "in": "query", "description": what, "schema": schema })
}

fn finding() -> Value {
    let nullable = |kind: &str| json!({ "type": [kind, "null"] });
    json!({
        "type": "object",
        "required": ["code", "severity", "file", "pointer", "message", "hints"],
        "properties": {
            "code": { "type": "string" },
            "severity": { "type": "string", "enum": ["error", "warning"] },
            "file": { "type": "string" },
            "line": nullable("integer"),
            "column": nullable("integer"),
            "end_line": nullable("integer"),
            "end_column": nullable("integer"),
            "pointer": { "type": "string", "format": "json-pointer" },
            "message": { "type": "string" },
            "hints": { "type": "array", "items": { "type": "string" } },
            "citation": nullable("string"),
        },
    })
}

/// RFC 9457.
fn problem() -> Value {
    let kinds: Vec<String> = KINDS.iter().map(|(kind, _)| format!("urn:vanban:problem:{kind}")).collect();
    json!({
        "type": "object",
        "required": ["type", "title", "status", "instance"],
        "properties": {
            "type": { "type": "string", "enum": kinds },
            "title": { "type": "string" },
            "status": { "type": "integer" },
            "detail": { "type": "string" },
            "instance": { "type": "string", "description": "The request, as x-request-id and the log have it" },
            "findings": { "type": "array", "items": { "$ref": "#/components/schemas/Finding" } },
        },
    })
}
