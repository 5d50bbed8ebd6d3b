//! The same input gives the same bytes: twice in one process, in two processes, whatever the time zone, the language,
//! the home and the folder the program is called from.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::corpus::{Sample, samples};

#[test]
fn twice_in_one_process() {
    for sample in samples() {
        let (first, second) = (sample.render(), sample.render());
        assert!(
            first.bytes(vanban::Format::Docx).is_some() && first.bytes(vanban::Format::Pdf).is_some(),
            "{}",
            sample.name
        );
        assert!(
            first.bytes(vanban::Format::Docx) == second.bytes(vanban::Format::Docx),
            "{}: the Word files differ",
            sample.name
        );
        assert!(
            first.bytes(vanban::Format::Pdf) == second.bytes(vanban::Format::Pdf),
            "{}: the PDFs differ",
            sample.name
        );
    }
}

/// A process of the program, in surroundings of its own; the files it made, sorted by name.
fn run(sample: &Sample, surroundings: &[(&str, &str)], folder: &Path, from: &Path) -> Vec<(String, Vec<u8>)> {
    fs::create_dir_all(folder).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_vanban"));
    command.args(["render", "--force"]).arg(&sample.path).arg("-o").arg(format!("{}/", folder.display()));
    command.current_dir(from).env_clear().envs(surroundings.iter().copied());
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}: {}", sample.name, String::from_utf8_lossy(&output.stderr));
    let mut files: Vec<(String, Vec<u8>)> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(&path).unwrap()))
        .collect();
    files.sort();
    files
}

#[test]
fn in_two_processes_with_other_surroundings() {
    let scratch = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("determinism");
    let _ = fs::remove_dir_all(&scratch);
    fs::create_dir_all(scratch.join("elsewhere")).unwrap();
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let elsewhere = scratch.join("elsewhere");
    for sample in samples() {
        let plain = [("TZ", "UTC"), ("LANG", "C"), ("LC_ALL", "C"), ("HOME", "/")];
        let other = [
            ("TZ", "Asia/Ho_Chi_Minh"),
            ("LANG", "vi_VN.UTF-8"),
            ("LC_ALL", "tr_TR.UTF-8"),
            ("HOME", elsewhere.to_str().unwrap()),
            ("SOURCE_DATE_EPOCH", "1"),
        ];
        let first = run(&sample, &plain, &scratch.join(&sample.name).join("first"), here);
        let second = run(&sample, &other, &scratch.join(&sample.name).join("second"), &elsewhere);
        assert!(first == second, "{}: the files differ with the surroundings", sample.name);
        let mut library: Vec<_> = sample.render().files.into_iter().map(|file| (file.name(), file.bytes)).collect();
        library.sort();
        assert!(library.len() >= 2 && first == library, "{}: the library's files", sample.name);
    }
}
