//! How large the PDFs are: the table goes to `target/sizes.txt`.

use std::fmt::Write as _;
use std::path::Path;

use vanban::pdf::Flavour;

use crate::corpus::samples;

/// The most that the three-page report may take, in bytes.
const REPORT: usize = 50_000;

#[test]
fn the_three_page_report_stays_small() {
    let mut table = format!("{:<14} pages", "PDF, KB");
    Flavour::ALL.iter().for_each(|flavour| write!(table, "{:>7}", flavour.name()).unwrap());
    let mut report = None;
    for sample in samples() {
        let pages = sample.stages().pages.unwrap().pages.len();
        write!(table, "\n{:<14} {pages:>5}", sample.name).unwrap();
        for flavour in Flavour::ALL {
            let Some(size) = sample.pdf(flavour).map(|pdf| pdf.len()) else {
                table.push_str("      –");
                continue;
            };
            write!(table, "{:>5}.{}", size / 1000, size % 1000 / 100).unwrap();
            if sample.name == "bao-cao-624" && flavour == Flavour::default() {
                report = Some((pages, size));
            }
        }
    }
    table.push('\n');
    std::fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join("target/sizes.txt"), &table).unwrap();
    let (pages, size) = report.expect("the report is among the samples");
    assert_eq!(pages, 3);
    assert!(size <= REPORT, "{size} bytes\n{table}");
}
