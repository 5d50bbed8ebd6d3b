//! Runs the built program in a folder of its own.

use std::ffi::OsStr;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// A folder that goes when it is dropped.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new(purpose: &str) -> Self {
        static SERIAL: AtomicU32 = AtomicU32::new(0);
        let serial = SERIAL.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("vanban-{purpose}-{}-{serial}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path.canonicalize().unwrap())
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// Writes a file and says where.
    pub(crate) fn put(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        path
    }

    /// The names below, sorted, hidden ones too.
    pub(crate) fn names(&self, below: &str) -> Vec<String> {
        let entries = fs::read_dir(self.0.join(below)).unwrap();
        let mut names: Vec<_> = entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    pub(crate) fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.0.join(name)).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// How a run ended.
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) out: Vec<u8>,
    pub(crate) err: String,
}

impl Ran {
    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.out.clone()).unwrap()
    }

    /// Stops the test unless the run ended with `code`.
    #[track_caller]
    pub(crate) fn ended(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "stdout: {}\nstderr: {}", String::from_utf8_lossy(&self.out), self.err);
        self
    }

    /// Stops the test unless standard error has all the words.
    #[track_caller]
    pub(crate) fn says(self, words: &[&str]) -> Self {
        for word in words {
            assert!(self.err.contains(word), "no {word:?} in: {}", self.err);
        }
        self
    }
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        Self { code: output.status.code(), out: output.stdout, err: String::from_utf8(output.stderr).unwrap() }
    }
}

/// The program, to be run in `folder`.
pub(crate) fn vanban(folder: &Folder) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vanban"));
    command.current_dir(folder.path()).stdin(Stdio::null());
    command
}

/// Runs the program in `folder`.
pub(crate) fn run(folder: &Folder, args: &[&str]) -> Ran {
    vanban(folder).args(args).output().unwrap().into()
}

/// Runs the program with `input` on its standard input.
pub(crate) fn run_with_input(folder: &Folder, args: &[&str], input: &[u8]) -> Ran {
    let mut child =
        vanban(folder).args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let bytes = input.to_vec();
    let feeder = std::thread::spawn(move || {
        // a program that does not read to the end closes the pipe
        let _ = stdin.write_all(&bytes);
    });
    let output = child.wait_with_output().unwrap();
    feeder.join().unwrap();
    output.into()
}

/// Runs a shell script with the program's path as `$VANBAN`.
pub(crate) fn run_script(folder: &Folder, script: &str) -> Ran {
    let mut shell = Command::new("sh");
    shell.args(["-c", script]).current_dir(folder.path()).env("VANBAN", env!("CARGO_BIN_EXE_vanban"));
    shell.stdin(Stdio::null()).output().unwrap().into()
}

/// A report whose files are called `624-BC-STTTT`.
pub(crate) fn report() -> String {
    report_numbered(624)
}

/// A report with a number of its own.
pub(crate) fn report_numbered(number: u32) -> String {
    format!(
        r#"{{
  "doc_type": "report",
  "issuer": {{ "parents": ["UBND tỉnh An Giang"], "name": "Sở Thông tin và Truyền thông", "abbreviation": "STTTT" }},
  "number": {number},
  "issue_place": "An Giang",
  "issue_date": "2024-05-15",
  "subject": "Kết quả công tác quý I",
  "body": [{{ "type": "paragraph", "text": "Thực hiện chương trình công tác năm, Sở báo cáo kết quả như sau" }}],
  "recipients": {{ "items": ["UBND tỉnh"] }},
  "signatures": [{{ "position": "Giám đốc", "signer": "Nguyễn Văn A" }}]
}}"#
    )
}

/// A report of about `paragraphs` / 8 pages.
pub(crate) fn long_report(paragraphs: usize) -> String {
    let paragraph = r#"{ "type": "paragraph", "text": "Thực hiện chương trình công tác năm, Sở báo cáo kết quả như sau: cán bộ, công chức, viên chức và người lao động chấp hành nghiêm kỷ luật, kỷ cương hành chính; hồ sơ được giải quyết đúng hạn." }"#;
    let body = vec![paragraph; paragraphs].join(",");
    let report = report();
    let (head, rest) = report.split_once("\"body\": [").unwrap();
    let (_, tail) = rest.split_once("],").unwrap();
    format!("{head}\"body\": [{body}],{tail}")
}

/// Whether the bytes are a whole PDF.
pub(crate) fn is_pdf(bytes: &[u8]) -> bool {
    bytes.starts_with(b"%PDF-") && bytes.ends_with(b"%%EOF\n")
}

/// Whether the bytes are a whole zip package: its end record stands where it ends.
pub(crate) fn is_docx(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") && bytes.len() > 22 && bytes[bytes.len() - 22..].starts_with(b"PK\x05\x06")
}

/// The one file of a folder whose name ends so.
pub(crate) fn only_file(folder: &Path, extension: &str) -> PathBuf {
    let paths = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path());
    let found: Vec<_> = paths.filter(|p| p.extension() == Some(OsStr::new(extension))).collect();
    assert_eq!(found.len(), 1, "{found:?}");
    found[0].clone()
}
