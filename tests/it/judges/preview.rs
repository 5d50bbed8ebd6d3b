//! What is looked at, before a browser: Chromium sets each run of text as long as the pages say.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use vanban::font::{FaceStyle, FontBook};
use vanban::pages::{ItemKind, LineEnd, TextRun};
use vanban::preview::{FAMILY, SIGNS_FAMILY, STYLE};
use vanban::units::Length;

use super::{ask, said, wanted};
use crate::corpus::samples;

/// How far the length of a run in the browser may be from ours, points.
const TOLERANCE: f64 = 0.05;

#[test]
fn chromium_sets_every_run_as_long_as_we_do() {
    if !wanted() {
        return;
    }
    let (mut page, mut expected) = (head(), Vec::new());
    for sample in samples() {
        let preview = sample.with(vanban::preview);
        let stages = sample.stages();
        for shown in &preview.pages {
            page.push_str(&preview.svg(shown.number).unwrap());
        }
        for pages in stages.all_pages() {
            for item in pages.pages.iter().flat_map(|page| &page.items) {
                if let ItemKind::Text(run) = &item.kind
                    && run.text.0 < run.text.1
                {
                    expected.push((sample.name.clone(), pages.text_of(run).to_owned(), length(run)));
                }
            }
        }
    }
    page.push_str(SCRIPT);
    let found = measured(&page);
    assert_eq!(found.len(), expected.len(), "as many texts as runs");
    assert!(found.len() > 4000, "{}", found.len());
    let mut faults = Vec::new();
    for (found, (sample, text, length)) in found.iter().zip(&expected) {
        let apart = (found - length).abs();
        if apart > TOLERANCE {
            faults.push(format!("{sample}: {text:?} is {length:.3} pt long, {found:.3} in Chromium"));
        }
    }
    assert!(faults.is_empty(), "{} of {}: {:#?}", faults.len(), found.len(), &faults[..faults.len().min(20)]);
}

/// A browser spaces the last letter of a line too, which moves nothing.
fn length(run: &TextRun) -> f64 {
    let behind = if run.ends_line == LineEnd::None { Length::ZERO } else { run.letter_spacing };
    points(run.width + behind)
}

#[allow(clippy::cast_precision_loss, reason = "lengths on paper")]
fn points(length: Length) -> f64 {
    length.to_emu() as f64 / 12_700.0
}

/// The lengths that Chromium finds.
fn measured(page: &str) -> Vec<f64> {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("text-lengths.html");
    fs::write(&file, page).unwrap();
    let address = format!("file://{}", file.display());
    let options = ["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=60000", "--dump-dom"];
    let output = ask("chromium", options.into_iter().chain([address.as_str()]));
    let dom = String::from_utf8_lossy(&output.stdout);
    let found = dom.split_once("<pre id=\"lengths\">").and_then(|(_, rest)| rest.split_once("</pre>"));
    let Some((found, _)) = found else {
        panic!("no lengths: {}", said(&output).chars().take(2000).collect::<String>())
    };
    found.split_whitespace().map(|length| length.parse().unwrap()).collect()
}

/// The faces and rules that the SVG asks for.
fn head() -> String {
    let fonts = FontBook::bundled().unwrap();
    let mut head = format!("<!doctype html><meta charset=utf-8><style>{STYLE}");
    for (style, family, weight, slant) in [
        (FaceStyle::Regular, FAMILY, "normal", "normal"),
        (FaceStyle::Bold, FAMILY, "bold", "normal"),
        (FaceStyle::Italic, FAMILY, "normal", "italic"),
        (FaceStyle::BoldItalic, FAMILY, "bold", "italic"),
        (FaceStyle::Symbols, SIGNS_FAMILY, "normal", "normal"),
    ] {
        let file = base64(fonts.face(style).data());
        let _ = write!(
            head,
            "@font-face{{font-family:{family};font-weight:{weight};font-style:{slant};src:url(data:font/ttf;base64,{file})}}"
        );
    }
    head.push_str("</style><body>");
    head
}

/// Replaces the page by the lengths of all its texts. Faces that are not loaded would be others.
const SCRIPT: &str = "<script>
Promise.all([...document.fonts].map(face => face.load())).then(() => {
  const lengths = [...document.querySelectorAll('text')].map(text => text.getComputedTextLength());
  document.body.innerHTML = '';
  const out = document.createElement('pre');
  out.id = 'lengths';
  out.textContent = lengths.join(' ');
  document.body.append(out);
});
</script>";

/// RFC 4648, section 4.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for group in bytes.chunks(3) {
        let bits = (0..3).fold(0_u32, |bits, i| bits << 8 | group.get(i).map_or(0, |byte| u32::from(*byte)));
        let letter = |i: usize| char::from(LETTERS[(bits >> (18 - 6 * i) & 63) as usize]);
        (0..4).for_each(|i| out.push(if i <= group.len() { letter(i) } else { '=' }));
    }
    out
}
