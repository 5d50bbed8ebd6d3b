//! What a run costs: time and memory of whole processes, and how time grows with the pages. Times are medians; growth is
//! judged by the fastest runs, which other work on the machine disturbs least.
//! `cargo bench --manifest-path tests/peers/Cargo.toml --target-dir target`
//!
//! The kernel counts the memory that a parent had before its child began as the child's too, so a small process of this
//! program stands between: `process --watch TIMES COMMAND...` prints the milliseconds of each run and the peak in KiB.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use nix::sys::resource::{UsageWho, getrusage};
use vanban_peers::corpus::{Corpus, TypeKey};
use vanban_peers::{fonts, render, report};

/// Each as many again as the one before.
const DOUBLING: [usize; 9] = [3, 6, 12, 24, 48, 96, 192, 384, 768];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.split_first() {
        Some((first, rest)) if first == "--watch" => watch(rest),
        Some(_) | None => measure(),
    }
}

fn measure() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("process");
    std::fs::create_dir_all(&folder).expect("a folder for the specifications");
    let program = release_build();
    println!("\nwhole process: vanban render SPEC... -o DIR --force");
    println!("{:>8}  {:<32}{:>12}{:>12}{:>12}", "pages", "text", "median ms", "fastest ms", "peak MiB");
    let print = |pages: usize, text: &str, runs: usize, specs: &[Vec<u8>]| {
        let paths: Vec<PathBuf> = (0..specs.len()).map(|n| folder.join(format!("{n}.json"))).collect();
        for (path, spec) in paths.iter().zip(specs) {
            std::fs::write(path, spec).expect("a specification");
        }
        let (Times { median, fastest }, peak) = whole_process(&program, runs, &paths, &folder);
        println!("{pages:>8}  {text:<32}{median:>12.2}{fastest:>12.2}{peak:>12.1}");
    };
    for pages in [3, 300] {
        print(pages, "repeated", 50, &[report(pages)]);
        for (text, type_key) in [("different, type first", TypeKey::First), ("different, type last", TypeKey::Last)] {
            print(pages, text, 50, &[Corpus::new(1).document(pages, type_key)]);
        }
    }
    print(3, "200 documents that differ", 5, &Corpus::new(2).batch(200, 3, TypeKey::First));
    println!("\nwarm process, both files: time grows with the pages");
    println!("{:>8}{:>12}{:>12}{:>12}", "pages", "median ms", "fastest ms", "growth");
    let mut before = None;
    for (pages, Times { median, fastest }) in warm() {
        let growth = before.map_or(String::new(), |before: f64| format!("× {:.2}", fastest / before));
        println!("{pages:>8}{median:>12.2}{fastest:>12.2}{growth:>12}");
        before = Some(fastest);
    }
}

/// Builds the program as users do. Returns its path.
fn release_build() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    // target/tmp is the place for files of tests
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("the folder of built crates");
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["build", "--quiet", "--release", "--locked", "--target-dir"]).arg(target).current_dir(root);
    assert!(cargo.status().expect("cargo runs").success(), "the program cannot be built");
    target.join("release/vanban")
}

/// What many runs took, in ms.
struct Times {
    median: f64,
    fastest: f64,
}

impl Times {
    fn of(figures: &mut [f64]) -> Self {
        figures.sort_by(f64::total_cmp);
        Self { median: figures[figures.len() / 2], fastest: figures[0] }
    }
}

/// The time, and the peak of memory in MiB.
fn whole_process(program: &Path, runs: usize, specs: &[PathBuf], folder: &Path) -> (Times, f64) {
    let mut watcher = Command::new(std::env::current_exe().expect("this program"));
    watcher.arg("--watch").arg(runs.to_string()).arg(program).arg("render").args(specs);
    watcher.arg("-o").arg(folder).arg("--force");
    let output = watcher.stderr(Stdio::inherit()).output().expect("the watcher runs");
    assert!(output.status.success(), "the watcher failed");
    let text = String::from_utf8(output.stdout).expect("figures");
    let mut figures: Vec<f64> = text.split_whitespace().map(|figure| figure.parse().expect("a figure")).collect();
    let peak = figures.pop().expect("the peak");
    (Times::of(&mut figures), peak / 1024.0)
}

fn watch(arguments: &[String]) {
    let (times, command) = arguments.split_first().expect("how often");
    let (program, arguments) = command.split_first().expect("a command");
    for _ in 0..times.parse().expect("how often") {
        let start = Instant::now();
        let status = Command::new(program).args(arguments).stdout(Stdio::null()).status().expect("it runs");
        println!("{}", start.elapsed().as_secs_f64() * 1000.0);
        assert!(status.success(), "{program} failed");
    }
    println!("{}", getrusage(UsageWho::RUSAGE_CHILDREN).expect("the kernel counts").max_rss());
}

/// Rounds through all sizes, so that what slows the machine for a while slows all alike.
fn warm() -> Vec<(usize, Times)> {
    let fonts = fonts();
    let specs: Vec<_> = DOUBLING.iter().map(|pages| (*pages, report(*pages))).collect();
    let mut times = vec![Vec::new(); specs.len()];
    for _ in 0..15 {
        for ((pages, spec), times) in specs.iter().zip(&mut times) {
            for _ in 0..(96 / pages).max(1) {
                let start = Instant::now();
                let rendered = render(spec, &fonts);
                times.push(start.elapsed().as_secs_f64() * 1000.0);
                assert_eq!(rendered.page_count, *pages, "the report has other pages than asked for");
            }
        }
    }
    specs.iter().zip(&mut times).map(|((pages, _), times)| (*pages, Times::of(times))).collect()
}
