//! The endpoints about documents.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::Response;
use serde_json::{Map, Value, json};
use vanban::diag::{Lang, Phrase};
use vanban::service::{self, Answer, RequestedFormat};
use vanban::verify::{self, Files, Given};
use vanban::{Format, Refusal, Renderer, read};

use super::answers;
use super::app::App;
use super::body::{self, TakenBody};
use super::incoming::{self, BroughtDocument, GivenFile};
use super::journal::Noted;
use super::negotiate;
use super::problem::Problem;
use super::query;

/// Whether a Word file or PDF is as it was made: `kept`, `saved_again`, `edited`, `changed`, `unknown`.
const STANDING: HeaderName = HeaderName::from_static("vanban-standing");

const ZIP: &str = "application/zip";
const JSON: &str = "application/json";

/// A request whose body has come.
struct Asked {
    query: String,
    accept: Option<String>,
    content_type: Option<String>,
    lang: Lang,
    body: TakenBody,
}

impl Asked {
    async fn new(app: &App, request: Request) -> Result<Self, Problem> {
        let (head, body) = request.into_parts();
        let of = |name| head.headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok()).map(str::to_owned);
        let query = head.uri.query().unwrap_or_default().to_owned();
        let lang = query::language(&query, of(header::ACCEPT_LANGUAGE).as_deref(), app.settings.lang);
        let (accept, content_type) = (of(header::ACCEPT), of(header::CONTENT_TYPE));
        Ok(Self { query, accept, content_type, lang, body: body::read(app, body).await? })
    }

    fn document(&self) -> Result<BroughtDocument, Problem> {
        incoming::document(&self.body.bytes, self.content_type.as_deref())
    }

    fn files(&self) -> Result<Vec<GivenFile>, Problem> {
        incoming::files(&self.body.bytes, self.content_type.as_deref())
    }

    fn options(&self, more: Map<String, Value>) -> Result<service::Request, Problem> {
        query::request(&self.query, more, self.lang).map_err(refused_option)
    }

    /// Which of the forms that are offered the client takes.
    fn choose(&self, offered: &[&str]) -> Result<usize, Problem> {
        negotiate::choose(self.accept.as_deref(), offered).ok_or_else(|| {
            let offered = offered.join(", ");
            Problem::new(
                "not-acceptable",
                Phrase::new("không có dạng mà Accept đòi", "Accept names no form that there is"),
            )
            .detail(Phrase::new(format!("các dạng: {offered}"), format!("the forms: {offered}")))
        })
    }

    fn noted(&self, pages: usize) -> Noted {
        Noted { pages, taken: self.body.bytes.len() }
    }
}

/// The files of a specification: `Accept` says which; of several, or with several parts, a zip.
pub(super) async fn render(State(app): State<Arc<App>>, request: Request) -> Result<Response, Problem> {
    let asked = Asked::new(&app, request).await?;
    let BroughtDocument { spec, handed, options } = asked.document()?;
    let mut options = asked.options(options)?;
    let chosen = choose_formats(&asked, &mut options)?;
    let work = move |renderer: &mut Renderer| service::render(renderer, spec, handed, &options);
    let mut answer = app.desk.run(work).await.map_err(Problem::undone)?.map_err(refused_option)?;
    if answer.findings.has_errors() {
        return Err(with_findings(&answer));
    }
    let (findings, pages) = (answer.findings.iter().count(), answer.page_count.unwrap_or(0));
    let response = match (chosen, answer.files.len()) {
        (Some(_), 1) => answers::file(answer.files.remove(0)),
        (Some(format), _) => return Err(several_files(format)),
        (None, _) => zip(&answer)?,
    };
    Ok(answers::noted(response, findings, asked.noted(pages)))
}

/// One format where the client takes one, `None` where it takes a zip of those that the options name.
fn choose_formats(asked: &Asked, options: &mut service::Request) -> Result<Option<Format>, Problem> {
    let (docx, pdf) = (Format::Docx.media_type(), Format::Pdf.media_type());
    let offered = match options.formats.as_slice() {
        [RequestedFormat::Docx] => vec![docx, ZIP],
        [RequestedFormat::Pdf] => vec![pdf, ZIP],
        _ => vec![ZIP, pdf, docx],
    };
    let chosen = offered.get(asked.choose(&offered)?).copied().unwrap_or(ZIP);
    if chosen == ZIP {
        return Ok(None);
    }
    let (format, requested) =
        if chosen == pdf { (Format::Pdf, RequestedFormat::Pdf) } else { (Format::Docx, RequestedFormat::Docx) };
    options.formats = vec![requested];
    Ok(Some(format))
}

fn zip(answer: &Answer) -> Result<Response, Problem> {
    let findings = json!({ "findings": answer.json_findings() }).to_string();
    let files = answer.files.iter().map(|file| (file.name.as_str(), file.bytes.as_slice()));
    let files: Vec<_> = files.chain([("findings.json", findings.as_bytes())]).collect();
    let zip = service::zip(&files).map_err(|refusal| Problem::refused("internal", refusal))?;
    let first = answer.files.first().map_or("van-ban", |file| file.name.as_str());
    let stem = first.rsplit_once('.').map_or(first, |(stem, _)| stem);
    Ok(answers::named(zip, &format!("{stem}.zip"), ZIP))
}

fn with_findings(answer: &Answer) -> Problem {
    Problem::new("findings", Phrase::new("bản đặc tả có lỗi", "the specification has errors"))
        .findings(answer.json_findings())
}

fn several_files(format: Format) -> Problem {
    let extension = format.extension();
    Problem::new(
        "not-acceptable",
        Phrase::new(
            format!("văn bản này có nhiều tệp .{extension}"),
            format!("this document has several files in .{extension}"),
        ),
    )
    .detail(Phrase::new(
        "nhận application/zip, hoặc bỏ \"own_file\"",
        "accept application/zip, or leave \"own_file\" out",
    ))
}

/// The findings of a specification.
pub(super) async fn check(State(app): State<Arc<App>>, request: Request) -> Result<Response, Problem> {
    let asked = Asked::new(&app, request).await?;
    let BroughtDocument { spec, handed, options } = asked.document()?;
    let options = asked.options(options)?;
    let work = move |renderer: &mut Renderer| service::check(renderer, spec, handed, &options);
    let answer = app.desk.run(work).await.map_err(Problem::undone)?.map_err(refused_option)?;
    let (findings, pages) = (answer.findings.iter().count(), answer.page_count.unwrap_or(0));
    Ok(answers::noted(answers::json(&answer.json()), findings, asked.noted(pages)))
}

/// The pages of a specification, to be looked at: what a [`service::preview`] tells, its `svg` a list of `number` and `text`.
pub(super) async fn preview(State(app): State<Arc<App>>, request: Request) -> Result<Response, Problem> {
    let asked = Asked::new(&app, request).await?;
    let BroughtDocument { spec, handed, options } = asked.document()?;
    let options = asked.options(options)?;
    let work = move |renderer: &mut Renderer| {
        let (mut told, svg) = service::preview(renderer, spec, handed, &options)?;
        let numbers = told["svg"].take();
        let drawn = numbers.as_array().into_iter().flatten().zip(svg);
        told["svg"] = drawn.map(|(number, text)| json!({ "number": number, "text": text })).collect();
        Ok(told)
    };
    let told = app.desk.run(work).await.map_err(Problem::undone)?.map_err(refused_option)?;
    let findings = told["findings"].as_array().map_or(0, Vec::len);
    let pages = told["page_count"].as_u64().and_then(|pages| usize::try_from(pages).ok()).unwrap_or(0);
    Ok(answers::noted(answers::json(&told), findings, asked.noted(pages)))
}

/// The specification out of a file, byte for byte; or, where a zip is asked for, its pictures with it. Of a file that was changed it is
/// the old text: that is a problem, unless the query says `anyway=true`.
pub(super) async fn extract(State(app): State<Arc<App>>, request: Request) -> Result<Response, Problem> {
    let asked = Asked::new(&app, request).await?;
    let is_zip = asked.choose(&[JSON, ZIP])? == 1;
    let anyway = query::pairs(&asked.query).any(|(name, value)| name == "anyway" && value == "true");
    let [file] = <[GivenFile; 1]>::try_from(asked.files()?).map_err(|_| one_file())?;
    let work = move |renderer: &mut Renderer| {
        let given = Given { name: &file.name, bytes: &file.bytes };
        let extracted = service::extract(given, renderer.fonts())?;
        let told = extracted.standing.told(&file.name).filter(|_| !anyway && !extracted.standing.is_harmless());
        Ok((extracted, told))
    };
    let (extracted, told) = app.desk.run(work).await.map_err(Problem::undone)?.map_err(unreadable)?;
    if let Some(told) = told {
        let Refusal { message, .. } = told;
        return Err(Problem::new("changed", message).detail(Phrase::new(
            "nếu cần đúng bản cũ, ghi thêm ?anyway=true",
            "where the old one is wanted, add ?anyway=true",
        )));
    }
    let mut response = if is_zip {
        let pictures = extracted.pictures.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
        let files: Vec<_> = [("spec.json", extracted.specification.as_slice())].into_iter().chain(pictures).collect();
        answers::named(service::zip(&files).map_err(|refusal| Problem::refused("internal", refusal))?, "spec.zip", ZIP)
    } else {
        answers::named(extracted.specification, "spec.json", JSON)
    };
    response.headers_mut().insert(STANDING, HeaderValue::from_static(extracted.standing.name()));
    response.extensions_mut().insert(asked.noted(0));
    Ok(response)
}

/// Whether files are what their specification makes: the object of `vanban verify --message-format json`.
pub(super) async fn verify(State(app): State<Arc<App>>, request: Request) -> Result<Response, Problem> {
    let asked = Asked::new(&app, request).await?;
    let (files, lang) = (asked.files()?, asked.lang);
    let work = move |renderer: &mut Renderer| {
        let given: Vec<_> = files.iter().map(|file| Given { name: &file.name, bytes: &file.bytes }).collect();
        let opened = Files::open(&given)?;
        let limit = verify::limit(given.iter().map(|file| file.bytes.len()).sum(), false);
        Ok(verify::judge(&opened, renderer.fonts(), limit).json(lang))
    };
    let verdict = app.desk.run(work).await.map_err(Problem::undone)?.map_err(unreadable)?;
    Ok(about_files(&asked, &verdict))
}

/// What a file says of itself: the object of `vanban metadata`.
pub(super) async fn metadata(State(app): State<Arc<App>>, request: Request) -> Result<Response, Problem> {
    let asked = Asked::new(&app, request).await?;
    let [file] = <[GivenFile; 1]>::try_from(asked.files()?).map_err(|_| one_file())?;
    let work = move |_: &mut Renderer| {
        read::metadata(&file.bytes)
            .map(|metadata| json!(metadata))
            .map_err(|e| Refusal { message: e.message, hint: e.hint })
    };
    let told = app.desk.run(work).await.map_err(Problem::undone)?.map_err(unreadable)?;
    Ok(about_files(&asked, &told))
}

fn about_files(asked: &Asked, told: &Value) -> Response {
    let mut response = answers::json(told);
    response.extensions_mut().insert(asked.noted(0));
    response
}

/// The document types with what their templates say.
pub(super) async fn types(State(app): State<Arc<App>>, request: Request) -> Result<Response, Problem> {
    let query = request.uri().query().unwrap_or_default();
    let options = query::request(query, Map::new(), app.settings.lang).map_err(refused_option)?;
    Ok(answers::json(&json!({ "types": service::types(&options).map_err(refused_option)? })))
}

fn refused_option(refusal: Refusal) -> Problem {
    Problem::refused("options", refusal)
}

fn unreadable(refusal: Refusal) -> Problem {
    Problem::refused("unreadable", refusal)
}

fn one_file() -> Problem {
    Problem::new("malformed", Phrase::new("cần đúng một tệp", "one file is needed"))
}
