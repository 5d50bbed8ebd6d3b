//! The pages of a specification that was handed in, to be looked at.

use serde_json::{Value, json};

use super::answer::take;
use super::request::Request;
use crate::error::Refusal;
use crate::intake::HandedIn;
use crate::render::Renderer;
use crate::units::Length;

/// The pages of a specification while it is written, as far as it can be laid out: what is told, and each page that was drawn as SVG
/// (`text` elements: [`mod@crate::preview`]).
///
/// Told are `findings`, `page_count`, `pages` (all: `number`, `width_pt`, `height_pt`, `label`, `file`), `sources` (JSON Pointers; `data-at` of
/// the SVG is an index into them), `first_page` (of each source), `labels` (printed numbers by the pointers of their blocks) and `svg` (the
/// numbers of the pages that were drawn: all, or those from the first to the last of [`Request::pages`]).
///
/// # Errors
/// As [`check`](super::check).
pub fn preview(
    renderer: &mut Renderer,
    spec: Vec<u8>,
    mut handed: HandedIn,
    request: &Request,
) -> Result<(Value, Vec<String>), Refusal> {
    let (options, lang) = (request.options()?, request.lang()?);
    let intake = take(spec, &mut handed, request)?;
    let preview = intake.preview(renderer, &handed, &options);
    let (first, last) = request.pages.unwrap_or((1, usize::MAX));
    let drawn = preview.pages.iter().map(|page| page.number).filter(|number| (first..=last).contains(number));
    let (numbers, svg): (Vec<usize>, Vec<String>) =
        drawn.filter_map(|number| Some((number, preview.svg(number)?))).unzip();
    let pages = preview.pages.iter().map(|page| {
        json!({
            "number": page.number,
            "width_pt": points(page.width),
            "height_pt": points(page.height),
            "label": page.label,
            "file": page.file,
        })
    });
    let labels = preview.labels.iter().map(|(at, label)| (at.as_str().to_owned(), Value::from(label.as_str())));
    let told = json!({
        "findings": intake.json(&preview.findings, request.file(), lang),
        "page_count": preview.pages.len(),
        "pages": pages.collect::<Vec<_>>(),
        "sources": preview.sources.iter().map(|source| source.at.as_str()).collect::<Vec<_>>(),
        "first_page": preview.sources.iter().map(|source| source.first_page).collect::<Vec<_>>(),
        "labels": Value::Object(labels.collect()),
        "svg": numbers,
    });
    Ok((told, svg))
}

/// In points; a twip is a twentieth, so two digits say it exactly.
fn points(length: Length) -> Value {
    let hundredths = length.to_twip() * 5;
    let text = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    serde_json::from_str(&text).unwrap_or_default()
}
