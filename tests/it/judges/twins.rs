//! Twins: the PDF that LibreOffice makes of our .docx shows the same words at the same places as our own PDF. The table
//! goes to `target/twins.txt`.

use std::ffi::OsString;
use std::fmt::Write as _;
use std::path::Path;

use super::{ask, judged, said, script};

#[test]
fn the_word_file_and_the_pdf_show_the_same() {
    let Some(all) = judged() else { return };
    let office = Path::new(env!("CARGO_TARGET_TMPDIR")).join("office");
    let _ = std::fs::remove_dir_all(&office);
    // one start of the office for all files
    let mut arguments = vec![office.clone().into_os_string()];
    arguments.extend(all.iter().map(|judged| judged.docx.clone().into_os_string()));
    let converted = ask(script("soffice"), arguments);
    assert!(converted.status.success(), "LibreOffice: {}", said(&converted));

    let headings = ask(script("twins.py"), ["--headings"]);
    let mut table = String::from_utf8(headings.stdout).unwrap();
    let mut faults = String::new();
    for judged in all {
        let name = judged.sample.name.as_str();
        let theirs = office.join(judged.docx.file_name().unwrap()).with_extension("pdf");
        let row: [OsString; 6] =
            ["--show".into(), "12".into(), "--row".into(), name.into(), (&judged.pdf).into(), theirs.into()];
        let output = ask(script("twins.py"), row);
        let said = said(&output);
        let _ = writeln!(table, "{}", said.lines().next().unwrap_or_default());
        if !output.status.success() {
            let _ = writeln!(faults, "{said}");
        }
    }
    std::fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join("target/twins.txt"), &table).unwrap();
    assert!(faults.is_empty(), "{table}\n{faults}");
}
