//! What a user of the library meets: any set of files, sharing between threads, specifications built in Rust, errors.

use std::error::Error;

use vanban::font::FontBook;
use vanban::specification::{self, Spec};
use vanban::{Format, NoPictures, Options, PdfOptions, PictureError, Renderer, Resources, WriteError};

use crate::corpus::samples;

fn spec_of(json: &[u8]) -> Spec {
    specification::parse(json, &mut vanban::diag::Diagnostics::default()).unwrap().spec
}

#[test]
fn files_are_those_asked_for_in_that_order_and_once() {
    let sample = samples().into_iter().find(|sample| sample.name == "bao-cao-624").unwrap();
    let orders: [&[Format]; 5] = [
        &[],
        &[Format::Pdf],
        &[Format::Docx],
        &[Format::Pdf, Format::Docx],
        &[Format::Docx, Format::Docx, Format::Pdf, Format::Docx],
    ];
    let made = |formats: &[Format]| -> Vec<String> {
        let options = Options::new().formats(formats);
        let rendered = sample.with(|spec, resources, _| vanban::render(spec, resources, &options)).unwrap();
        assert_eq!(rendered.page_count, 3);
        rendered.files.iter().map(|file| file.name()).collect()
    };
    let (docx, pdf) = ("624-BC-STTTT.docx", "624-BC-STTTT.pdf");
    let expected: [&[&str]; 5] = [&[], &[pdf], &[docx], &[pdf, docx], &[docx, pdf]];
    for (order, names) in orders.iter().zip(expected) {
        assert_eq!(made(order), names);
    }
}

#[test]
fn a_specification_built_in_rust_gives_the_files_of_its_json() {
    let fonts = FontBook::bundled().unwrap();
    let mut renderer = Renderer::new(fonts.clone());
    let has_pictures = |spec: &[u8]| spec.windows(6).any(|word| word == b"\"file\"");
    for sample in samples().into_iter().filter(|sample| !has_pictures(&sample.spec)) {
        let spec = sample.with(|json, _, _| spec_of(json));
        let json = specification::to_json(&spec);
        let of_json = vanban::render(json.as_bytes(), Resources::new(&fonts), &Options::new()).unwrap();
        let of_spec = vanban::render_spec(&spec, Resources::new(&fonts), &Options::new()).unwrap();
        let again = renderer.render_spec(&spec, &NoPictures, &Options::new()).unwrap();
        assert!(of_json.files.len() >= 2, "{}: {:#?}", sample.name, of_json.findings);
        assert!(of_json.files == of_spec.files && of_json.files == again.files, "{}", sample.name);
    }
}

/// Threads share the faces, and each file is the same.
#[test]
fn resources_go_to_all_threads() {
    let fonts = FontBook::bundled().unwrap();
    let resources = Resources::new(&fonts);
    let spec = samples().into_iter().find(|sample| sample.name == "quy-che").unwrap().with(|json, _, _| json.to_vec());
    let render = || vanban::render(&spec, resources, &Options::new()).unwrap().files;
    let alone = render();
    let threads: Vec<_> = std::thread::scope(|scope| {
        (0..4).map(|_| scope.spawn(render)).collect::<Vec<_>>().into_iter().map(|t| t.join().unwrap()).collect()
    });
    assert!(threads.iter().all(|files| *files == alone));
}

#[test]
fn what_may_travel_travels_and_errors_are_errors() {
    fn travels<T: Send + Sync>() {}
    fn is_error<T: Error + Send + Sync + 'static>() {}
    travels::<Resources<'_>>();
    travels::<Renderer>();
    travels::<Spec>();
    travels::<vanban::Rendered>();
    travels::<Options>();
    travels::<PdfOptions>();
    is_error::<WriteError>();
    is_error::<PictureError>();
    is_error::<vanban::font::FontError>();
    is_error::<vanban::read::ReadError>();
    is_error::<specification::TextError>();
    is_error::<specification::DateError>();
    assert_eq!(PictureError::TooLarge.to_string(), "the picture is too large");
}

/// Its fields are public, so Rust can say what JSON cannot.
#[test]
fn impossible_dates_built_in_rust_are_errors_and_never_another_date() {
    let fonts = FontBook::bundled().unwrap();
    let sample = samples().into_iter().find(|sample| sample.name == "bao-cao-624").unwrap();
    let mut spec = sample.with(|json, _, _| spec_of(json));
    let odd = [
        (2019, None, Some(4)),
        (2019, Some(13), None),
        (2019, Some(2), Some(30)),
        (2019, Some(u32::MAX), Some(u32::MAX)),
        (-5, None, None),
        (i32::MAX, Some(1), Some(1)),
    ];
    for (year, month, day) in odd {
        (spec.issue_date.year, spec.issue_date.month, spec.issue_date.day) = (year, month, day);
        let rendered = vanban::render_spec(&spec, Resources::new(&fonts), &Options::new()).unwrap();
        assert!(rendered.files.is_empty(), "{year} {month:?} {day:?}");
        let about_date = |finding: &vanban::diag::Diagnostic| finding.at.as_str() == "/issue_date";
        assert!(rendered.findings.iter().any(about_date), "{:#?}", rendered.findings);
    }
}
