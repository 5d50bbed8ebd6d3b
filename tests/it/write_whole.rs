//! A file is written whole or not at all: processes killed at any moment, full disks, names that are taken.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::cli_run::{Folder, is_docx, is_pdf, long_report, only_file, report, run, run_script, vanban};
use writer::{Existing, Staged, is_taken, stage, stage_hidden};

#[path = "../../src/cli/write_whole/mod.rs"]
mod writer;

/// Lets one file appear.
fn publish(staged: Staged) -> std::io::Result<()> {
    writer::publish(vec![staged]).map_err(|stopped| {
        assert_eq!(stopped.at, 0);
        stopped.error
    })
}

type Way = fn(&Path, &[u8], Existing) -> std::io::Result<Staged>;

/// Both ways to keep a file out of sight until it is whole.
const WAYS: [Way; 2] = [stage, |path, bytes, existing| stage_hidden(path.to_owned(), bytes, existing)];

/// Times that look random and are the same in every run (`splitmix64`).
struct Times(u64);

impl Times {
    fn below(&mut self, limit: Duration) -> Duration {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let nanos = u64::try_from(limit.as_nanos()).unwrap();
        Duration::from_nanos((z ^ (z >> 31)) % nanos)
    }
}

fn kill_after(mut child: Child, time: Duration) -> bool {
    std::thread::sleep(time);
    child.kill().unwrap();
    child.wait().unwrap().success()
}

/// The file that the writing process below writes: large enough that a kill often falls into the writing.
const PATTERN_BYTES: usize = 4 << 20;

/// Not a test by itself: the process that [`a_killed_writer_leaves_old_or_new`] kills.
#[test]
fn writes_for_ever_when_asked() {
    let (Some(target), Some(way)) = (std::env::var_os("VANBAN_WRITE_FOR_EVER"), std::env::var_os("VANBAN_WAY")) else {
        return;
    };
    let way = WAYS[usize::from(way == "hidden")];
    let target = PathBuf::from(target);
    for pattern in (b'a'..=b'z').cycle() {
        publish(way(&target, &vec![pattern; PATTERN_BYTES], Existing::Replace).unwrap()).unwrap();
    }
}

fn is_one_pattern(bytes: &[u8]) -> bool {
    bytes.len() == PATTERN_BYTES && bytes.iter().all(|b| *b == bytes[0])
}

#[test]
fn a_killed_writer_leaves_old_or_new() {
    for way in ["nameless", "hidden"] {
        let folder = Folder::new("killed");
        let target = folder.path().join("out.bin");
        let mut times = Times(624);
        let (mut seen, mut window) = (0, Duration::from_millis(60));
        for _ in 0..60 {
            let child = Command::new(std::env::current_exe().unwrap())
                .args(["--exact", "write_whole::writes_for_ever_when_asked", "--nocapture"])
                .env("VANBAN_WRITE_FOR_EVER", &target)
                .env("VANBAN_WAY", way)
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .unwrap();
            kill_after(child, Duration::from_millis(3) + times.below(window));
            if target.exists() {
                seen += 1;
                assert!(is_one_pattern(&fs::read(&target).unwrap()), "{way}: a partial file after {seen} looks");
            } else {
                // a busy machine: the writer has not come to write yet
                window = (window * 2).min(Duration::from_secs(4));
            }
        }
        assert!(seen > 5, "{way}: the writer hardly came to write, {seen} of 60");
        #[cfg(target_os = "linux")]
        if way == "nameless" {
            let left: Vec<_> = folder.names("").into_iter().filter(|name| name != "out.bin").collect();
            assert!(left.iter().all(|name| name.starts_with(".vanban") && name.ends_with('~')), "{left:?}");
        }
        // a run that nobody kills puts the folder in order
        publish(WAYS[usize::from(way == "hidden")](&target, b"last", Existing::Replace).unwrap()).unwrap();
        assert_eq!(folder.read("out.bin"), b"last");
        #[cfg(target_os = "linux")]
        assert_eq!(folder.names(""), ["out.bin"], "{way}");
    }
}

#[test]
fn a_killed_render_leaves_old_or_new() {
    let folder = Folder::new("killed");
    folder.put("long.json", long_report(400));
    let start = Instant::now();
    run(&folder, &["render", "long.json", "-o", "whole"]).ended(0);
    let mut usual = start.elapsed();
    let whole = |extension| fs::read(only_file(&folder.path().join("whole"), extension)).unwrap();
    let (docx, pdf) = (whole("docx"), whole("pdf"));
    assert!(is_docx(&docx) && is_pdf(&pdf));
    let mut times = Times(20);
    let (mut early, mut finished) = (0, 0);
    for old in [None, Some(b"old".as_slice())] {
        for _ in 0..30 {
            for (name, _) in [("624-BC-STTTT.docx", &docx), ("624-BC-STTTT.pdf", &pdf)] {
                let path = folder.put(&format!("out/{name}"), old.unwrap_or_default());
                if old.is_none() {
                    fs::remove_file(path).unwrap();
                }
            }
            let mut command = vanban(&folder);
            command.args(["render", "long.json", "-q", "-o", "out"]).stderr(Stdio::null());
            if old.is_some() {
                command.arg("--force");
            }
            // the end, where files are written, is where kills are wanted, however fast the machine is at the moment
            let time = usual * 3 / 4 + times.below(usual / 2);
            if kill_after(command.spawn().unwrap(), time) {
                finished += 1;
                usual = usual * 9 / 10;
            } else {
                early += 1;
                usual = usual * 11 / 10;
            }
            for (name, new) in [("624-BC-STTTT.docx", &docx), ("624-BC-STTTT.pdf", &pdf)] {
                let found = fs::read(folder.path().join("out").join(name)).ok();
                let allowed = found.as_deref() == old || found.as_ref() == Some(new);
                assert!(allowed, "{name} is neither old nor new: {:?} bytes", found.map(|bytes| bytes.len()));
            }
        }
    }
    assert!(early > 0 && finished > 0, "killed {early}, finished {finished}: the times are badly chosen");
    run(&folder, &["render", "long.json", "-o", "out", "--force"]).ended(0);
    assert_eq!(folder.names("out"), ["624-BC-STTTT.docx", "624-BC-STTTT.pdf"], "nothing is left over");
}

/// A limit on file sizes stands for the full disk: it needs no rights and no second file system.
#[cfg(unix)]
#[test]
fn a_disk_that_fills_up_leaves_what_was_there() {
    let folder = Folder::new("full");
    folder.put("long.json", long_report(400));
    // 4 KiB; the signal that comes with the limit is ignored, so that the write fails as on a full disk
    let render = "trap '' XFSZ; ulimit -f 8; exec $VANBAN render long.json -o out";
    run_script(&folder, render).ended(2).says(&["624-BC-STTTT", "không ghi được"]);
    assert_eq!(folder.names("out"), [""; 0]);
    folder.put("out/624-BC-STTTT.docx", "old");
    run_script(&folder, &format!("{render} --force")).ended(2);
    assert_eq!(folder.names("out"), ["624-BC-STTTT.docx"]);
    assert_eq!(folder.read("out/624-BC-STTTT.docx"), b"old");
    // and with the signal the process dies in the middle of the write
    let ran = run_script(&folder, "ulimit -f 8; $VANBAN render long.json -o died");
    assert!(!matches!(ran.code, Some(0)), "{:?}", ran.code);
    assert_eq!(folder.names("died"), [""; 0]);
}

/// A real full disk, where the system lets us mount one in a name space of our own.
#[cfg(target_os = "linux")]
#[test]
fn a_full_file_system_leaves_what_was_there() {
    let folder = Folder::new("full");
    folder.put("bc.json", report());
    fs::create_dir(folder.path().join("small")).unwrap();
    let script = "mount -t tmpfs -o size=8k none small || exit 77
        echo old > small/624-BC-STTTT.pdf
        $VANBAN render bc.json --force -o small/; code=$?
        ls -A small; cat small/624-BC-STTTT.pdf; exit $code";
    let ran = run_script(&folder, &format!("unshare --user --map-root-user --mount sh -c '{script}'"));
    if ran.code != Some(2) && !ran.err.contains("624-BC-STTTT") {
        // no such name space here; `a_disk_that_fills_up_leaves_what_was_there` has run
        assert!(ran.code == Some(77) || ran.err.contains("unshare"), "{:?} {}", ran.code, ran.err);
        return;
    }
    assert_eq!(ran.text(), "624-BC-STTTT.pdf\nold\n", "{}", ran.err);
    ran.ended(2).says(&["đĩa đầy"]);
}

#[test]
fn a_taken_name_is_refused_or_replaced() {
    for way in WAYS {
        let folder = Folder::new("taken");
        let target = folder.path().join("x");
        let late = way(&target, b"late", Existing::Refuse).unwrap();
        publish(way(&target, b"first", Existing::Refuse).unwrap()).unwrap();
        assert_eq!(publish(late).unwrap_err().kind(), ErrorKind::AlreadyExists, "taken between staging and publishing");
        assert_eq!(folder.read("x"), b"first");
        assert!(is_taken(&target) && !is_taken(&folder.path().join("y")));
        assert_eq!(stage(&target, b"second", Existing::Refuse).unwrap_err().kind(), ErrorKind::AlreadyExists);
        publish(way(&target, b"second", Existing::Replace).unwrap()).unwrap();
        assert_eq!(folder.read("x"), b"second");
        drop(way(&target, b"third", Existing::Replace).unwrap());
        assert_eq!(folder.read("x"), b"second", "what is not published is not there");
        assert_eq!(folder.names(""), ["x"], "nothing is left over");
    }
}

#[test]
fn many_writers_of_one_name() {
    for way in WAYS {
        let folder = Folder::new("race");
        let target = folder.path().join("x");
        let publish_many = |existing| {
            let write = |n: u8| way(&target, &vec![n; 100_000], existing).and_then(publish);
            std::thread::scope(|scope| {
                let writers: Vec<_> = (0..8).map(|n| scope.spawn(move || write(n))).collect();
                writers.into_iter().map(|writer| writer.join().unwrap()).collect::<Vec<_>>()
            })
        };
        let results = publish_many(Existing::Refuse);
        assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 1, "{results:?}");
        for _ in 0..20 {
            let results = publish_many(Existing::Replace);
            assert!(results.iter().all(Result::is_ok), "{results:?}");
            let bytes = folder.read("x");
            assert!(bytes.len() == 100_000 && bytes.iter().all(|b| *b == bytes[0]));
        }
        assert_eq!(folder.names(""), ["x"]);
    }
}

#[cfg(unix)]
#[test]
fn permissions_and_links_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    for way in WAYS {
        let folder = Folder::new("mode");
        let old = folder.put("old", "old");
        fs::set_permissions(&old, fs::Permissions::from_mode(0o600)).unwrap();
        publish(way(&old, b"new", Existing::Replace).unwrap()).unwrap();
        assert_eq!((folder.read("old"), mode(&old)), (b"new".to_vec(), 0o600));
        let fresh = folder.path().join("fresh");
        publish(way(&fresh, b"new", Existing::Replace).unwrap()).unwrap();
        assert_eq!(mode(&fresh), mode(&folder.put("usual", "")), "a new file has the permissions of any new file");
    }
    let folder = Folder::new("link");
    folder.put("real/file", "old");
    let link = folder.path().join("link");
    symlink("real/file", &link).unwrap();
    assert_eq!(stage(&link, b"new", Existing::Refuse).unwrap_err().kind(), ErrorKind::AlreadyExists);
    publish(stage(&link, b"new", Existing::Replace).unwrap()).unwrap();
    assert_eq!(fs::read_link(&link).unwrap(), Path::new("real/file"));
    assert_eq!(folder.read("real/file"), b"new");
    symlink("loop", folder.path().join("loop")).unwrap();
    assert!(stage(&folder.path().join("loop"), b"", Existing::Replace).is_err());
    assert_eq!(stage(&folder.path().join("real"), b"", Existing::Replace).unwrap_err().kind(), ErrorKind::IsADirectory);
    assert_eq!(stage(&folder.path().join("no/x"), b"", Existing::Replace).unwrap_err().kind(), ErrorKind::NotFound);
}

#[test]
fn several_files_appear_together_or_not_at_all() {
    for way in WAYS {
        let folder = Folder::new("several");
        let names = ["a", "b", "c"];
        let stage_all = |bytes: &str, existing| -> Vec<Staged> {
            names.map(|name| way(&folder.path().join(name), bytes.as_bytes(), existing).unwrap()).into()
        };
        let staged = stage_all("new", Existing::Refuse);
        folder.put("b", "in the way");
        let stopped = writer::publish(staged).unwrap_err();
        assert_eq!((stopped.at, stopped.error.kind()), (1, ErrorKind::AlreadyExists));
        assert_eq!(folder.names(""), ["b"]);
        writer::publish(stage_all("new", Existing::Replace)).unwrap();
        assert_eq!(names.map(|name| folder.read(name)), [b"new"; 3]);
        assert_eq!(folder.names(""), names);
        // the second, or the last, cannot follow: all others are what they were
        for (at, blocked) in [(1, "b"), (2, "c")] {
            let staged = stage_all("newer", Existing::Replace);
            fs::remove_file(folder.path().join(blocked)).unwrap();
            folder.put(&format!("{blocked}/x"), "");
            assert_eq!(writer::publish(staged).unwrap_err().at, at);
            for name in names.into_iter().filter(|name| *name != blocked) {
                assert_eq!(folder.read(name), b"new", "{name} where {blocked} is a folder");
            }
            assert_eq!(folder.names(""), names);
            fs::remove_dir_all(folder.path().join(blocked)).unwrap();
            folder.put(blocked, "new");
        }
    }
}

/// Fifty files with long names: more than a symbolic link can name.
#[test]
fn a_killed_run_of_many_files_is_ended_too() {
    let folder = Folder::new("many");
    let names: Vec<String> = (10..60).map(|i| format!("{i}-{}.pdf", "a".repeat(120))).collect();
    let stage_all = |bytes: &str| -> Vec<Staged> {
        let one = |name: &String| stage(&folder.path().join(name), bytes.as_bytes(), Existing::Replace).unwrap();
        names.iter().map(one).collect()
    };
    writer::publish(stage_all("old")).unwrap();
    assert_eq!(folder.names(""), names);
    let next_run = || {
        publish(stage(&folder.path().join("y"), b"y", Existing::Replace).unwrap()).unwrap();
        fs::remove_file(folder.path().join("y")).unwrap();
        assert_eq!(folder.names(""), names);
    };
    // before the first has its place, and between the third and the fourth
    folder.put(".vanban~", names.join("/"));
    (0..names.len()).for_each(|i| drop(folder.put(&format!(".vanban-new-{i}~"), "new")));
    next_run();
    assert!(names.iter().all(|name| folder.read(name) == b"old"));
    folder.put(".vanban~", names.join("/"));
    names.iter().take(3).for_each(|name| drop(folder.put(name, "new")));
    (0..3).for_each(|i| drop(folder.put(&format!(".vanban-old-{i}~"), "old")));
    (3..names.len()).for_each(|i| drop(folder.put(&format!(".vanban-new-{i}~"), "new")));
    next_run();
    assert!(names.iter().all(|name| folder.read(name) == b"new"));
}

/// What a process leaves that is killed between two of its steps.
#[cfg(unix)]
#[test]
fn the_next_run_ends_what_a_killed_one_has_begun() {
    let pair = |folder: &Folder, text: &str| {
        let stage = |name| stage(&folder.path().join(name), text.as_bytes(), Existing::Replace).unwrap();
        vec![stage("x.docx"), stage("x.pdf")]
    };
    let folder = Folder::new("killed");
    writer::publish(pair(&folder, "old")).unwrap();
    let journal = || std::os::unix::fs::symlink("x.docx/x.pdf", folder.path().join(".vanban~")).unwrap();
    let next_run = || {
        publish(stage(&folder.path().join("y"), b"y", Existing::Replace).unwrap()).unwrap();
        assert_eq!(folder.names(""), ["x.docx", "x.pdf", "y"]);
        ["x.docx", "x.pdf"].map(|name| String::from_utf8(folder.read(name)).unwrap())
    };
    // before anything has its hidden name, and before the first rename
    journal();
    assert_eq!(next_run(), ["old"; 2]);
    journal();
    folder.put(".vanban-new-0~", "new");
    assert_eq!(next_run(), ["old"; 2]);
    journal();
    folder.put(".vanban-new-0~", "new");
    folder.put(".vanban-new-1~", "new");
    folder.put(".vanban-old-0~", "old");
    assert_eq!(next_run(), ["old"; 2]);
    // between the two
    journal();
    folder.put("x.docx", "new");
    folder.put(".vanban-old-0~", "old");
    folder.put(".vanban-new-1~", "new");
    assert_eq!(next_run(), ["new"; 2]);
    // behind both
    journal();
    folder.put(".vanban-old-0~", "old");
    assert_eq!(next_run(), ["new"; 2]);
    // somebody has signed the old one since
    journal();
    folder.put(".vanban-new-1~", "newest");
    std::thread::sleep(Duration::from_millis(20));
    folder.put("x.pdf", "signed");
    assert_eq!(next_run(), ["new", "signed"]);
}

#[test]
fn writers_of_one_pair_never_mix() {
    for way in WAYS {
        let folder = Folder::new("pairs");
        let targets = ["x.docx", "x.pdf"].map(|name| folder.path().join(name));
        for round in 0..5u8 {
            std::thread::scope(|scope| {
                for n in 0..16u8 {
                    let targets = &targets;
                    scope.spawn(move || {
                        let bytes = vec![round * 16 + n; 10_000];
                        let staged =
                            targets.iter().map(|target| way(target, &bytes, Existing::Replace).unwrap()).collect();
                        writer::publish(staged).unwrap();
                    });
                }
            });
            assert_eq!(folder.read("x.docx"), folder.read("x.pdf"));
        }
        assert_eq!(folder.names(""), ["x.docx", "x.pdf"]);
    }
}
