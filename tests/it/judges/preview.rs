//! What is looked at, before others: Chromium sets each run of text as long as the pages say, and a page as PNG looks like what poppler
//! draws of the PDF.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use vanban::font::{FaceStyle, FontBook};
use vanban::pages::{ItemKind, LineEnd, TextRun};
use vanban::preview::{FAMILY, GlyphCache, PngOptions, SIGNS_FAMILY, STYLE};
use vanban::units::Length;

use super::{ask, judged, said, wanted};
use crate::corpus::samples;
use crate::preview_png::Bitmap;

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

/// How far pixels may be from poppler's in the mean, of 255. Poppler draws letters between two pixels down a page where we let them stand
/// on one.
const LIKENESS: f64 = 9.0;

#[test]
fn pages_look_as_poppler_draws_them() {
    let Some(judged) = judged() else { return };
    let mut cache = GlyphCache::new();
    let mut faults = Vec::new();
    for one in judged {
        let preview = one.sample.with(vanban::preview);
        for theirs in drawn_by_poppler(&one.pdf) {
            let ours = preview.png(theirs.number, PngOptions::new(), &mut cache).unwrap().unwrap();
            let apart = apart(&grey(&Bitmap::of(&ours)), &theirs.grey);
            if apart > LIKENESS {
                faults.push(format!("{} page {}: {apart:.1}", one.sample.name, theirs.number));
            }
        }
    }
    assert!(faults.is_empty(), "more than {LIKENESS} of 255 apart: {faults:#?}");
}

/// A page that poppler drew.
struct Theirs {
    number: usize,
    grey: Grey,
}

/// Grey pixels.
struct Grey {
    width: usize,
    height: usize,
    samples: Vec<u8>,
}

/// The first two pages of a PDF.
fn drawn_by_poppler(pdf: &Path) -> Vec<Theirs> {
    let stem = pdf.with_extension("poppler");
    let output = ask(
        "pdftoppm",
        ["-r", "96", "-gray", "-l", "2"].map(PathBuf::from).into_iter().chain([pdf.to_owned(), stem.clone()]),
    );
    assert!(output.status.success(), "{}", said(&output));
    let (folder, stem) = (pdf.parent().unwrap(), stem.file_name().unwrap().to_str().unwrap().to_owned());
    let mut pages = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let number =
            name.strip_prefix(&stem).and_then(|rest| rest.strip_prefix('-')).and_then(|rest| rest.strip_suffix(".pgm"));
        if let Some(number) = number.and_then(|number| number.parse().ok()) {
            pages.push(Theirs { number, grey: pgm(&fs::read(&path).unwrap()) });
        }
    }
    assert!(!pages.is_empty(), "{}", pdf.display());
    pages
}

/// A portable grey map: `P5`, width, height, the most that a sample may be, samples.
fn pgm(file: &[u8]) -> Grey {
    let mut words = file.splitn(5, |byte| byte.is_ascii_whitespace());
    let mut word = || std::str::from_utf8(words.next().unwrap()).unwrap().to_owned();
    let (kind, width, height, most) = (word(), word(), word(), word());
    assert_eq!((kind.as_str(), most.as_str()), ("P5", "255"));
    let samples = words.next().unwrap().to_vec();
    Grey { width: width.parse().unwrap(), height: height.parse().unwrap(), samples }
}

fn grey(bitmap: &Bitmap) -> Grey {
    let luma = |pixel: &[u8]| match *pixel {
        [red, green, blue] => {
            u8::try_from((u32::from(red) * 299 + u32::from(green) * 587 + u32::from(blue) * 114) / 1000).unwrap()
        }
        [grey] => grey,
        _ => panic!("{} samples a pixel", pixel.len()),
    };
    let samples = bitmap.samples.chunks_exact(bitmap.channels).map(luma).collect();
    Grey { width: bitmap.width, height: bitmap.height, samples }
}

/// The mean difference at the best shift of one pixel.
#[allow(clippy::cast_precision_loss, reason = "a mean of a million samples")]
fn apart(a: &Grey, b: &Grey) -> f64 {
    assert!(a.width.abs_diff(b.width) <= 1 && a.height.abs_diff(b.height) <= 1);
    let (width, height) = (a.width.min(b.width) - 2, a.height.min(b.height) - 2);
    let shifts = (0..3).flat_map(|dx| (0..3).map(move |dy| (dx, dy)));
    let means = shifts.map(|(dx, dy)| {
        let mut sum = 0_u64;
        for y in 0..height {
            let ours = &a.samples[(y + 1) * a.width + 1..][..width];
            let theirs = &b.samples[(y + dy) * b.width + dx..][..width];
            sum += ours.iter().zip(theirs).map(|(a, b)| u64::from(a.abs_diff(*b))).sum::<u64>();
        }
        sum as f64 / (width * height) as f64
    });
    means.fold(f64::INFINITY, f64::min)
}
