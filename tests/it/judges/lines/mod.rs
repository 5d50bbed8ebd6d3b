//! The same lines in several word processors: how many lines of our PDF start with the same word on the same page in the PDF
//! that each of them makes of our .docx. The table goes to `target/lines.txt`, every line that differs to
//! `target/lines-that-differ.txt`; the files stay under `target/tmp/lines`, each specification beside them.
//!
//! To look further than the run does:
//! `VANBAN_LINES_DOCUMENTS=1000` documents of each kind, `VANBAN_LINES_SEED=7` other ones, `VANBAN_LINES_TEXTS=known` made of
//! the text that rules may be tuned on. `tests/texts/README.md` says which that is.

mod agreement;
mod documents;
mod engine;
mod printed;
mod side_by_side;
mod table;

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use self::agreement::Agreement;
use self::documents::Documents;
use self::engine::Engine;
use self::printed::Printed;
use self::side_by_side::side_by_side;
use self::table::Row;
use super::{judged, spaced};
use crate::recombined::{Kind, Texts};

/// How many documents are made of the texts as they are.
const NATURAL: usize = 200;
/// How many with links, scripts, dashes and the like.
const RICH: usize = 100;
/// How many with tables.
const TABLES: usize = 100;
/// How many with attached texts, appendices, notes, contents, stamps, as copies.
const PARTS: usize = 60;
/// How many with pictures among the words.
const PICTURES: usize = 60;
/// Of 100 000 lines so many may differ in an engine. No sample may have one.
const NATURAL_ALLOWED: usize = 100;
const RICH_ALLOWED: usize = 500;
const TABLES_ALLOWED: usize = 500;
const PARTS_ALLOWED: usize = 500;
const PICTURES_ALLOWED: usize = 500;
/// Any number: no rule was found by looking at these documents.
const SEED: u64 = 20_260_000;
/// How many files a word processor gets at once: starting it costs as much as ten of them.
const BATCH: usize = 50;
/// How many differing lines a failure shows.
const SHOWN: usize = 40;

#[test]
fn every_engine_shows_our_lines() {
    let (Some(samples), Some(spaced)) = (judged(), spaced()) else { return };
    let texts = wish("VANBAN_LINES_TEXTS").unwrap_or_else(|| Texts::HeldBack.name().to_owned());
    let texts = Texts::ALL.into_iter().find(|known| known.name() == texts).expect("known or held-back");
    let seed = wish("VANBAN_LINES_SEED").map_or(SEED, |seed| seed.parse().unwrap());
    let wanted = wish("VANBAN_LINES_DOCUMENTS").map(|count| count.parse().unwrap());
    let made = |kind, count, allowed| Documents::recombined(texts, kind, seed, wanted.unwrap_or(count), allowed);
    let sets = [
        Documents::samples(samples.iter().chain(spaced)),
        made(Kind::Natural, NATURAL, NATURAL_ALLOWED),
        made(Kind::Rich, RICH, RICH_ALLOWED),
        made(Kind::Tables, TABLES, TABLES_ALLOWED),
        made(Kind::Parts, PARTS, PARTS_ALLOWED),
        made(Kind::Pictures, PICTURES, PICTURES_ALLOWED),
    ];

    let mut names = Vec::new();
    let mut not_checked = String::new();
    let mut engines = Vec::new();
    for engine in Engine::ALL {
        match engine.name() {
            Ok(name) => {
                names.push(name);
                engines.push(engine);
            }
            Err(reason) => writeln!(not_checked, "NOT CHECKED: lines in an older engine ({reason})").unwrap(),
        }
    }
    let mut jobs: Vec<(Engine, &[PathBuf])> = Vec::new();
    for engine in &engines {
        jobs.extend(sets.iter().flat_map(|set| set.files.chunks(BATCH)).map(|files| (*engine, files)));
    }
    side_by_side(&jobs, |(engine, files)| engine.convert(files));

    let mut rows = Vec::new();
    let (mut differing, mut faults) = (String::new(), String::new());
    for set in &sets {
        let compared = side_by_side(&set.files, |docx| compare(docx, &engines));
        for (docx, agreements) in set.files.iter().zip(&compared) {
            for (name, agreement) in names.iter().zip(agreements) {
                tell(&mut differing, &docx.file_stem().unwrap().to_string_lossy(), name, agreement);
            }
        }
        let all = Row::of(&set.name, &compared);
        faults.push_str(&all.faults(&names, set.allowed));
        if set.one_by_one {
            let one = |(docx, agreements): (&PathBuf, &Vec<Agreement>)| {
                Row::of(&docx.file_stem().unwrap().to_string_lossy(), std::slice::from_ref(agreements))
            };
            rows.extend(set.files.iter().zip(&compared).map(one));
        } else {
            rows.push(all);
        }
    }
    let table = table::print(&names, &rows) + &not_checked;
    let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("target");
    fs::write(target.join("lines.txt"), &table).unwrap();
    fs::write(target.join("lines-that-differ.txt"), &differing).unwrap();
    let shown: String = differing.split_inclusive('\n').take(SHOWN).collect();
    assert!(faults.is_empty(), "{table}\n{faults}\nthe first in target/lines-that-differ.txt:\n{shown}");
}

fn wish(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}

/// Our PDF beside that of each engine.
fn compare(docx: &Path, engines: &[Engine]) -> Vec<Agreement> {
    let ours = Printed::read(&docx.with_extension("pdf"));
    engines.iter().map(|engine| Agreement::of(&ours, &Printed::read(&engine.pdf(docx)))).collect()
}

fn tell(out: &mut String, document: &str, engine: &str, agreement: &Agreement) {
    let (ours, theirs) = agreement.pages;
    if ours != theirs {
        writeln!(out, "{document}, {engine}: {ours} pages, there {theirs}").unwrap();
    }
    for line in &agreement.differing {
        writeln!(out, "{document}, {engine}, page {}: {}\n    {}", line.page, line.ours, line.theirs).unwrap();
    }
}
