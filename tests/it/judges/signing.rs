//! Judges of the room for signatures: pyHanko signs the handwritten signature's field, then the seal's, each as an update
//! of its own with a picture as its look. After that both signatures hold, and the file is what it claimed to be before.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use vanban::pdf::Flavour;

use super::{Judged, as_claimed, ask, compliant, judged, said, script};

const SIGNATURE: &str = "Signature1";
const SEAL: &str = "Seal1";

/// Signing needs a key: made once a test run.
fn keys() -> &'static Path {
    static KEYS: OnceLock<PathBuf> = OnceLock::new();
    KEYS.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("keys");
        let _ = fs::remove_dir_all(&folder);
        let output = ask(script("sign"), ["certify".as_ref(), folder.as_os_str()]);
        assert!(output.status.success(), "{}", said(&output));
        folder
    })
}

/// A copy of `pdf` with the fields signed, its name ending in `suffix`.
fn sign(pdf: &Path, suffix: &str, fields: &[&str]) -> PathBuf {
    let signed = pdf.with_extension(format!("{suffix}.pdf"));
    let mut arguments: Vec<OsString> = vec!["fill".into()];
    arguments.extend([keys().into(), pdf.into(), signed.clone().into_os_string()]);
    let pictures = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/pictures");
    for field in fields {
        let picture = pictures.join(if *field == SEAL { "dau.png" } else { "chu-ky.png" });
        arguments.push(format!("{field}={}", picture.display()).into());
    }
    let output = ask(script("sign"), arguments);
    assert!(output.status.success(), "{}: {}", pdf.display(), said(&output));
    signed
}

/// The one sample whose signature block has pictures of its own, and one that has none.
fn signable() -> impl Iterator<Item = &'static Judged> {
    let two = ["thong-bao", "bao-cao-624"];
    judged().into_iter().flatten().filter(move |judged| two.contains(&judged.sample.name.as_str()))
}

/// What holds of any signed copy, whatever its flavour.
fn assert_sound(original: &Path, signed: &Path, fields: usize) {
    let (before, after) = (fs::read(original).unwrap(), fs::read(signed).unwrap());
    assert!(after.starts_with(&before), "{}: the bytes before the signature changed", signed.display());
    assert!(after.len() > before.len());
    let output = ask("qpdf", ["--check".as_ref(), signed.as_os_str()]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let output = ask("pdfsig", ["-nssdir".as_ref(), keys().as_os_str(), signed.as_os_str()]);
    let said = said(&output);
    assert_eq!(said.matches("Signature Validation: Signature is Valid.").count(), fields, "{said}");
    assert!(said.contains("Certificate Validation: Certificate is Trusted."), "{said}");
    assert!(said.contains("Total document signed"), "{said}");
    // the signing program wrote the metadata anew: nothing of ours is lost but who wrote the file last
    let (was, is) = (vanban::read::metadata(&before).unwrap(), vanban::read::metadata(&after).unwrap());
    assert_eq!(vanban::read::Metadata { producer: was.producer.clone(), ..is }, was);
}

/// `vanban verify` knows our bytes again in front of the signatures.
fn assert_verified(judged: &Judged, signed: &Path, signatures: usize) {
    let arguments = ["verify".as_ref(), judged.docx.as_os_str(), signed.as_os_str()];
    let output = ask(env!("CARGO_BIN_EXE_vanban"), arguments);
    let said = said(&output);
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert_eq!(said.matches("kết xuất lại ra đúng từng byte").count(), 2, "{said}");
    assert!(said.contains(&format!("{signatures} chữ ký số")), "{said}");
}

#[test]
fn both_fields_can_be_signed_one_after_the_other() {
    let mut files = Vec::new();
    for judged in signable() {
        let once = sign(&judged.pdf, "signed1", &[SIGNATURE]);
        let twice = sign(&once, "signed2", &[SEAL]);
        assert_sound(&judged.pdf, &once, 1);
        assert_sound(&once, &twice, 2);
        // pyHanko compares each state of the file with the next: the seal is no change that the signature forbids
        let output = ask(script("sign"), ["verify".as_ref(), keys().as_os_str(), twice.as_os_str()]);
        let said = said(&output);
        assert!(output.status.success(), "{}: {said}", judged.sample.name);
        for field in [SIGNATURE, SEAL] {
            assert!(said.contains(&format!("{field}: sound, INTACT:TRUSTED")), "{said}");
        }
        assert_verified(judged, &once, 1);
        assert_verified(judged, &twice, 2);
        files.extend([once, twice]);
    }
    compliant("2a", &files);
    compliant("ua1", &files);
}

/// Other flavours can be signed too.
#[test]
fn other_flavours_stay_what_they_are_when_signed() {
    let Some(judged) = judged().into_iter().flatten().find(|judged| judged.sample.name == "bao-cao-624") else {
        return;
    };
    let mut files = Vec::new();
    for (flavour, name) in [(Flavour::A3a, "3a"), (Flavour::A2b, "2b"), (Flavour::A1a, "1a"), (Flavour::A1b, "1b")] {
        let pdf = judged.pdf.with_extension(format!("unsigned.{}.pdf", flavour.name()));
        fs::write(&pdf, judged.sample.pdf(flavour).unwrap()).unwrap();
        let signed = sign(&pdf, "signed", &[SIGNATURE, SEAL]);
        assert_sound(&pdf, &signed, 2);
        if flavour == Flavour::A3a {
            let source = vanban::read::source(&fs::read(&signed).unwrap()).unwrap();
            assert_eq!(source, judged.sample.spec, "the specification travels with the signed file too");
        }
        files.push((signed, name));
    }
    as_claimed(&files);
}

/// What `vanban verify` says of a PDF beside the Word file of the same document: the outcome and its exit code.
fn verdict(judged: &Judged, pdf: &Path) -> (String, Option<i32>) {
    let arguments = ["verify".as_ref(), "--message-format".as_ref(), "json".as_ref()];
    let arguments = arguments.into_iter().chain([judged.docx.as_os_str(), pdf.as_os_str()]);
    let output = ask(env!("CARGO_BIN_EXE_vanban"), arguments);
    let verdict: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    (verdict["outcome"].as_str().unwrap().to_owned(), output.status.code())
}

/// Runs a command of the signing script on a PDF; `words` stand behind the names of both files.
fn worked(command: &str, keys_first: bool, pdf: &Path, suffix: &str, words: &[&str]) -> PathBuf {
    let target = pdf.with_extension(format!("{suffix}.pdf"));
    let mut arguments: Vec<OsString> = vec![command.into()];
    arguments.extend(keys_first.then(|| keys().into()));
    arguments.extend([pdf.into(), target.clone().into_os_string()]);
    arguments.extend(words.iter().map(OsString::from));
    let output = ask(script("sign"), arguments);
    assert!(output.status.success(), "{command}: {}", said(&output));
    target
}

#[test]
fn verify_knows_signing_from_tampering() {
    let Some(judged) = judged().into_iter().flatten().find(|judged| judged.sample.name == "bao-cao-624") else {
        return;
    };
    let signed = ("signed".to_owned(), Some(0));
    let different = ("different".to_owned(), Some(1));
    assert_eq!(verdict(judged, &judged.pdf), ("same".to_owned(), Some(0)));
    let own = worked("own", true, &judged.pdf, "own", &[]);
    let certified = worked("certified", true, &judged.pdf, "certified", &[SIGNATURE]);
    let archived = worked("archive", true, &judged.pdf, "archived", &[SIGNATURE]);
    let once = sign(&judged.pdf, "once", &[SIGNATURE]);
    let again = sign(&archived, "again", &[SEAL]);
    for pdf in [&own, &certified, &archived, &once, &again] {
        assert_eq!(verdict(judged, pdf), signed, "{}", pdf.display());
    }
    for kind in ["page", "contents", "annotation", "catalog", "font"] {
        // alone; behind a signature; behind a signature and under another
        let alone = worked("tamper", false, &judged.pdf, kind, &[kind]);
        let behind = worked("tamper", false, &once, kind, &[kind]);
        let under = sign(&behind, "under", &[SEAL]);
        let first = sign(&alone, "first", &[SIGNATURE]);
        for pdf in [&alone, &behind, &under, &first] {
            assert_eq!(verdict(judged, pdf), different, "{}", pdf.display());
        }
    }
    // every byte that was appended, now and then
    let bytes = fs::read(&once).unwrap();
    let start = fs::read(&judged.pdf).unwrap().len();
    let contents = bytes.windows(11).rposition(|window| window == b"/Contents <").unwrap() + 10;
    let end = contents + bytes[contents..].iter().position(|byte| *byte == b'>').unwrap();
    for at in (start..bytes.len()).step_by(101) {
        let mut bad = bytes.clone();
        bad[at] ^= 1;
        let judged = vanban::read::pdf::signing(&bad, vanban::read::pdf::first_end(&bad));
        assert!(judged.is_err() || (contents + 1..end).contains(&at), "{at}");
    }
}
