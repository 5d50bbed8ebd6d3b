//! Outside judges on every sample: programs that others wrote say whether our files are right. `bash tests/run` installs
//! them; where one is absent its test fails. `VANBAN_WITHOUT_JUDGES=1` leaves them out, and says so.

mod keeps;
mod letters;
mod lines;
mod metadata;
mod model;
mod outline;
mod pdf;
mod preview;
mod read;
mod signing;
mod tags;
mod text;
mod twins;
mod word;

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use vanban::model::Document;

use crate::corpus::{Sample, sample_files, samples};

/// A sample, rendered, its files on disk.
struct Judged {
    sample: Sample,
    document: Document,
    docx: PathBuf,
    pdf: PathBuf,
}

/// Every file of the samples, rendered once a test run; `None` where the judges are left out on purpose.
fn judged() -> Option<&'static [Judged]> {
    static JUDGED: OnceLock<Vec<Judged>> = OnceLock::new();
    wanted().then(|| JUDGED.get_or_init(|| render_all("judged", sample_files())).as_slice())
}

/// The line spacings and sizes that no sample has.
const SPACED: &[(&str, &str)] =
    &[("line_spacing", "1.15"), ("line_spacing", "1.5"), ("line_spacing", "exactly 18pt"), ("body_size", "13.5pt")];

/// The report in each of them, rendered once a test run; `None` where the judges are left out on purpose.
fn spaced() -> Option<&'static [Judged]> {
    static SPACED_REPORTS: OnceLock<Vec<Judged>> = OnceLock::new();
    let variant = |(name, value): &(&str, &str)| {
        let mut report = samples().into_iter().find(|sample| sample.name == "bao-cao-624").unwrap();
        let mut spec: serde_json::Value = serde_json::from_slice(&report.spec).unwrap();
        spec["layout"][name] = (*value).into();
        report.name = format!("{}-{}", report.name, value.replace(' ', "-"));
        report.spec = spec.to_string().into_bytes();
        report
    };
    let all = || render_all("spaced", SPACED.iter().map(variant).collect());
    wanted().then(|| SPACED_REPORTS.get_or_init(all).as_slice())
}

fn wanted() -> bool {
    let wanted = std::env::var_os("VANBAN_WITHOUT_JUDGES").is_none_or(|value| value != "1");
    if !wanted {
        eprintln!("NOT JUDGED: VANBAN_WITHOUT_JUDGES is set");
    }
    wanted
}

fn render_all(folder: &str, samples: Vec<Sample>) -> Vec<Judged> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(folder);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    samples.into_iter().map(|sample| render(sample, &folder)).collect()
}

fn render(sample: Sample, folder: &Path) -> Judged {
    let rendered = sample.render();
    let docx = folder.join(format!("{}.docx", sample.name));
    let pdf = folder.join(format!("{}.pdf", sample.name));
    fs::write(&docx, rendered.bytes(vanban::Format::Docx).unwrap()).unwrap();
    fs::write(&pdf, rendered.bytes(vanban::Format::Pdf).unwrap()).unwrap();
    Judged { document: sample.stages().document.unwrap(), sample, docx, pdf }
}

/// One of the scripts in `tests/judges`.
fn script(name: &str) -> String {
    format!("{}/tests/judges/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// Runs a judge and returns what it said. An absent judge is a failure.
fn ask<S: AsRef<OsStr>>(program: impl AsRef<OsStr>, arguments: impl IntoIterator<Item = S>) -> Output {
    let program = program.as_ref();
    let output = Command::new(program).args(arguments).output();
    let output = output.unwrap_or_else(|fault| absent(&program.to_string_lossy(), &fault.to_string()));
    // a shell's "not found" and "not executable"
    if matches!(output.status.code(), Some(126 | 127)) {
        absent(&program.to_string_lossy(), &said(&output));
    }
    output
}

fn absent(program: &str, fault: &str) -> ! {
    panic!(
        "the judge {program} is absent ({fault}): run `bash tests/run`, or leave the judges out with VANBAN_WITHOUT_JUDGES=1"
    )
}

/// Asks veraPDF whether all files comply with a flavour, in one call: the start of Java costs more than a file.
fn compliant(flavour: &str, files: &[PathBuf]) {
    let files: Vec<(PathBuf, &str)> = files.iter().map(|file| (file.clone(), flavour)).collect();
    ask_vera_pdf(flavour, &files);
}

/// Asks veraPDF, again in one call, whether each file claims its flavour and complies with it.
fn as_claimed(files: &[(PathBuf, &str)]) {
    ask_vera_pdf("0", files);
}

fn ask_vera_pdf(flavour: &str, files: &[(PathBuf, &str)]) {
    if files.is_empty() {
        return;
    }
    let mut arguments = vec![flavour.as_ref()];
    arguments.extend(files.iter().map(|(file, _)| file.as_os_str()));
    let output = ask(script("verapdf"), arguments);
    let said = said(&output);
    assert!(output.status.success(), "{said}");
    for (file, flavour) in files {
        assert!(said.contains(&format!("{}: {flavour} compliant", file.display())), "{flavour} was expected: {said}");
    }
}

/// All that a program printed.
fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}
