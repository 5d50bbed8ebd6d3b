//! The promises that the shape of the source keeps: which module may name which, what the library never does, and what
//! every file and dependency carries. Each is read from the source as text.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What a module may name beside itself, `units` and `diag`.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("units", &[]),
    ("diag", &[]),
    ("vietnamese", &[]),
    ("specification", &["vietnamese"]),
    ("font", &[]),
    ("deflate", &[]),
    ("checksum", &[]),
    ("base64", &[]),
    ("zip_writer", &["error"]),
    ("picture", &["checksum"]),
    // its values are those the model is made of: where the page number stands, how lines are spaced
    ("profile", &["specification", "model"]),
    ("schema", &["specification", "profile"]),
    ("model", &[]),
    ("pages", &["font", "model"]),
    ("compose", &["error", "resources", "vietnamese", "specification", "profile", "model", "font", "picture"]),
    ("layout", &["model", "font", "pages"]),
    ("error", &[]),
    ("resources", &["error", "font"]),
    ("docx", &["error", "model", "deflate", "checksum", "base64", "zip_writer"]),
    // what a new document begins with
    ("starter", &["specification", "profile"]),
    // judges what the stages make; no stage names it
    ("rules", &["vietnamese", "specification", "profile", "model", "font", "pages"]),
    ("preview", &["error", "pages", "font", "model", "base64"]),
    ("pdf", &["error", "pages", "font", "model", "picture", "deflate"]),
    // takes files apart; of the model it names what both files tell of their making
    ("read", &["vietnamese", "model", "checksum", "base64"]),
];

/// Modules that call the library: they may name everything.
const CALLERS: &[&str] =
    &["lib", "main", "cli", "options", "stages", "render", "read_back", "intake", "service", "verify", "serve"];

/// A source file, its comments, strings and characters blanked out, line by line as in the file.
struct Source {
    path: PathBuf,
    code: String,
    /// Its string literals as they are written, each with its line.
    strings: Vec<(usize, String)>,
    lines: usize,
}

impl Source {
    /// The first folder or file below `src`.
    fn module(&self) -> String {
        let first = self.path.strip_prefix(root().join("src")).unwrap().components().next().unwrap();
        first.as_os_str().to_str().unwrap().trim_end_matches(".rs").to_owned()
    }

    /// How many `super` lead from this file to the crate's root.
    fn depth(&self) -> usize {
        let below = self.path.strip_prefix(root().join("src")).unwrap();
        below.components().count() - usize::from(below.file_name().unwrap() == "mod.rs")
    }

    fn is_library(&self) -> bool {
        !CALLERS.contains(&self.module().as_str())
    }

    /// `file:line: text` of every line that `fault` finds fault with.
    fn faults(&self, fault: impl Fn(&str) -> bool) -> Vec<String> {
        let named = |(i, line): (usize, &str)| format!("{}:{}: {}", self.path.display(), i + 1, line.trim());
        self.code.lines().enumerate().filter(|(_, line)| fault(line)).map(named).collect()
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files_below(folder: &Path, extension: &str, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files_below(&path, extension, out);
        } else if path.extension().is_some_and(|e| e == extension) {
            out.push(path);
        }
    }
    out.sort();
}

fn sources() -> Vec<Source> {
    let mut paths = Vec::new();
    files_below(&root().join("src"), "rs", &mut paths);
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).unwrap();
        let (code, strings) = take_apart(&text);
        Source { lines: text.lines().count(), code, strings, path }
    };
    let sources: Vec<Source> = paths.into_iter().map(read).collect();
    assert!(sources.len() > 20, "the source was not found");
    sources
}

/// The code, comments and literals blanked, and the string literals.
fn take_apart(text: &str) -> (String, Vec<(usize, String)>) {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut strings = Vec::new();
    let mut i = 0;
    while i < chars.len() {
        let end = match (chars[i], chars.get(i + 1)) {
            ('/', Some('/')) => (i..chars.len()).find(|&j| chars[j] == '\n').unwrap_or(chars.len()),
            ('/', Some('*')) => block_comment_end(&chars, i),
            ('r', Some('"' | '#')) if !follows_word(&chars, i) => raw_string_end(&chars, i),
            ('"', _) => quoted_end(&chars, i, '"'),
            // a character, not a lifetime: 'x' or '\…'
            ('\'', Some('\\')) => quoted_end(&chars, i, '\''),
            ('\'', Some(_)) if chars.get(i + 2) == Some(&'\'') => i + 3,
            _ => {
                out.push(chars[i]);
                i += 1;
                continue;
            }
        };
        if matches!(chars[i], '"' | 'r') {
            strings.push((out.matches('\n').count() + 1, chars[i..end].iter().collect()));
        }
        out.extend(chars[i..end].iter().filter(|c| **c == '\n'));
        out.push(' ');
        i = end;
    }
    (out, strings)
}

fn follows_word(chars: &[char], i: usize) -> bool {
    i > 0 && (chars[i - 1].is_alphanumeric() || chars[i - 1] == '_')
}

fn quoted_end(chars: &[char], start: usize, quote: char) -> usize {
    let mut i = start + 1;
    while i < chars.len() && chars[i] != quote {
        i += if chars[i] == '\\' { 2 } else { 1 };
    }
    (i + 1).min(chars.len())
}

fn block_comment_end(chars: &[char], start: usize) -> usize {
    (start + 2..chars.len())
        .find(|&j| chars[j - 1] == '*' && chars[j] == '/' && j > start + 2)
        .map_or(chars.len(), |j| j + 1)
}

fn raw_string_end(chars: &[char], start: usize) -> usize {
    let hashes = chars[start + 1..].iter().take_while(|c| **c == '#').count();
    if chars.get(start + 1 + hashes) != Some(&'"') {
        return start + 1;
    }
    let closes =
        |j: usize| chars[j] == '"' && chars[j + 1..].iter().take(hashes).filter(|c| **c == '#').count() == hashes;
    (start + 2 + hashes..chars.len()).find(|&j| closes(j)).map_or(chars.len(), |j| j + 1 + hashes)
}

/// The names that follow each `crate::` in code, also inside a group: `crate::{a::b, c}` gives `a`, `c`.
fn named_from_root(code: &str) -> Vec<String> {
    let mut names = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        if let Some(group) = rest.strip_prefix('{') {
            let mut depth = 0;
            let mut item = String::new();
            for c in group.chars() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => names.push(first_word(&std::mem::take(&mut item))),
                    _ if depth == 0 => item.push(c),
                    _ => {}
                }
            }
            names.push(first_word(&item));
        } else {
            names.push(first_word(rest));
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

fn first_word(text: &str) -> String {
    text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

fn none(faults: &[String], promise: &str) {
    assert!(faults.is_empty(), "{promise}:\n{}", faults.join("\n"));
}

#[test]
fn blanking_keeps_code_alone() {
    let (code, strings) = take_apart(
        "let a = \"crate::x \\\" y\"; // crate::z\nlet b = 'c'; fn f<'a>() {} r#\"crate::q\"# /* crate::\nw */ crate::v",
    );
    assert!(code.contains("crate::v") && code.contains("fn f<'a>()") && code.lines().count() == 3, "{code}");
    assert_eq!(named_from_root(&code), ["v"]);
    assert_eq!(strings, [(1, "\"crate::x \\\" y\"".to_owned()), (2, "r#\"crate::q\"#".to_owned())]);
    assert_eq!(
        named_from_root("use crate::{specification::{Spec, text}, model::Block, WriteError};"),
        ["specification", "model", "WriteError"]
    );
}

#[test]
fn every_module_has_its_place_in_the_layers() {
    let known: Vec<&str> = MAY_NAME.iter().map(|(module, _)| *module).chain(CALLERS.iter().copied()).collect();
    let unknown: Vec<String> =
        sources().iter().map(Source::module).filter(|module| !known.contains(&module.as_str())).collect();
    none(&unknown, "modules without a layer");
}

#[test]
fn modules_name_only_what_stands_before_them() {
    let layers: BTreeMap<&str, &[&str]> = MAY_NAME.iter().copied().collect();
    let mut faults = Vec::new();
    for source in sources().iter().filter(|source| source.is_library()) {
        let module = source.module();
        let allowed = |name: &str| {
            name == module
                || name == "units"
                || (name == "diag" && module != "units")
                || layers.get(module.as_str()).is_some_and(|names| names.contains(&name))
        };
        let mut names = named_from_root(&source.code);
        // `super::super::…` may leave the module as well
        let to_root = "super::".repeat(source.depth());
        names.extend(source.code.match_indices(&to_root).map(|(at, _)| first_word(&source.code[at + to_root.len()..])));
        faults.extend(
            names.iter().filter(|name| !allowed(name)).map(|name| format!("{}: {name}", source.path.display())),
        );
    }
    none(&faults, "one-way: a module names another that stands after it");
}

/// A document type is data: what it is made of stands in the regulations.
#[test]
fn nothing_asks_which_document_type_it_is() {
    const MAY_ASK: &[(&str, &[&str])] = &[
        // the words of `doc_type`, and a test of those that are none
        ("DocType", &["specification/doc_type.rs", "specification/unoffered.rs"]),
        // what a template is made of, and the composers of it
        ("Component", &["profile/template.rs", "compose/components/mod.rs"]),
    ];
    for (name, places) in MAY_ASK {
        let is_elsewhere = |s: &&Source| s.is_library() && !places.iter().any(|place| s.path.ends_with(place));
        let asks = |line: &str| {
            line.match_indices(&format!("{name}::")).any(|(at, _)| {
                // another enum's variant of that name (Role::DocType) is another thing
                let before = line[..at].chars().next_back();
                before.is_none_or(|c| !c.is_alphanumeric() && c != ':')
            })
        };
        let faults: Vec<String> = sources().iter().filter(is_elsewhere).flat_map(|s| s.faults(asks)).collect();
        none(&faults, "a row, not a branch");
    }
    let known = sources().iter().any(|s| s.code.contains("Component::Closing =>"));
    assert!(known, "the composers were not found");
}

#[test]
fn the_files_of_the_specification_name_each_other_one_way() {
    let folder = root().join("src/specification");
    let mut names: BTreeMap<String, Vec<String>> = sources()
        .iter()
        .filter(|source| source.path.parent() == Some(&folder) && !source.path.ends_with("mod.rs"))
        .map(|source| {
            let file = source.path.file_stem().unwrap().to_str().unwrap().to_owned();
            let named =
                source.code.match_indices("super::").map(|(at, name)| first_word(&source.code[at + name.len()..]));
            (file, named.collect())
        })
        .collect();
    assert!(names.len() > 20, "the files are elsewhere: {names:?}");
    // take away those that name none of the rest, until nothing is left or each of the rest names another
    loop {
        let is_free =
            |file: &String, named: &[String]| named.iter().all(|name| name == file || !names.contains_key(name));
        let free: Vec<String> =
            names.iter().filter(|(file, named)| is_free(file, named)).map(|(f, _)| f.clone()).collect();
        if free.is_empty() {
            break;
        }
        names.retain(|file, _| !free.contains(file));
    }
    assert!(names.is_empty(), "a circle of files, or what hangs on it: {names:#?}");
}

#[test]
fn nothing_panics_by_intent() {
    const PANICS: &[&str] =
        &[".unwrap()", ".expect(", ".unwrap_err()", "panic!(", "unreachable!(", "todo!(", "unimplemented!(", "dbg!("];
    let faults: Vec<String> =
        sources().iter().flat_map(|s| s.faults(|line| PANICS.iter().any(|panic| line.contains(panic)))).collect();
    none(&faults, "total: no input may panic");
}

#[test]
fn the_library_knows_no_machine() {
    const MACHINE: &[&str] = &[
        "std::env",
        "std::fs",
        "std::net",
        "std::process",
        "std::thread",
        "std::time",
        "SystemTime",
        "Instant",
        "Utc::now",
        "Local::now",
        "println!",
        "print!(",
        "eprintln!",
        "HashMap",
        "HashSet",
        "include_dir",
        "thread_rng",
        "static mut",
    ];
    let faults: Vec<String> = sources()
        .iter()
        .filter(|s| s.is_library() || s.module() == "lib")
        .flat_map(|s| s.faults(|line| MACHINE.iter().any(|name| line.contains(name))))
        .collect();
    none(&faults, "pure: no clock, file, environment, network, thread or unordered map in the library");
}

#[test]
fn layout_counts_in_whole_numbers() {
    let is_float =
        |line: &str| line.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| ["f32", "f64"].contains(&word));
    let sources = sources();
    // the PDF's numbers, the slant that a face tells for them, what serde asks of a reader, and parts of pixels
    let may = ["pdf", "font", "specification", "preview"];
    let counting = sources.iter().filter(|s| s.is_library() && !may.contains(&s.module().as_str()));
    let faults: Vec<String> = counting.flat_map(|s| s.faults(is_float)).collect();
    none(&faults, "deterministic: no float but in the numbers that a PDF is written with, and in pixels");
}

/// A block is drawn by its kind and its style; what it is in law is asked where the structure is told, and in the table of
/// roles.
#[test]
fn no_backend_asks_for_a_role() {
    let sources = sources();
    let backends = sources.iter().filter(|s| ["docx", "pdf", "preview", "layout"].contains(&s.module().as_str()));
    let drawing = backends.filter(|s| !s.path.to_str().unwrap().contains("layout/structure/"));
    let asks = |line: &str| {
        // `StructRole::P` is the PDF's own
        line.match_indices("Role::").any(|(at, _)| !line[..at].ends_with(|c: char| c.is_alphanumeric()))
    };
    let faults: Vec<String> = drawing.flat_map(|s| s.faults(asks)).collect();
    none(&faults, "a backend matches kinds, never roles");
}

/// One name, one thing: a reader who looks for a type finds it.
#[test]
fn no_type_name_stands_twice() {
    // the kinds of layout value, which the macros of each reader of the table name in their own terms
    const KINDS_OF_VALUE: &[&str] = &["Margin", "Distance", "Size", "Spacing", "Position"];
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for source in sources() {
        // what is indented stands in a body, or belongs to a trait
        for line in source.code.lines().filter(|line| !line.starts_with(' ')) {
            let words: Vec<&str> = line.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
            let declares = |word: &&str| ["struct", "enum", "trait", "type"].contains(word);
            let Some(at) = words.iter().take(4).position(declares) else { continue };
            let Some(name) = words.get(at + 1).filter(|name| name.starts_with(|c: char| c.is_uppercase())) else {
                continue;
            };
            places.entry((*name).to_owned()).or_default().push(source.path.display().to_string());
        }
    }
    assert!(places.len() > 150, "the types were not found: {}", places.len());
    let doubled = places.iter().filter(|(name, places)| places.len() > 1 && !KINDS_OF_VALUE.contains(&name.as_str()));
    let faults: Vec<String> = doubled.map(|(name, places)| format!("{name}: {}", places.join(", "))).collect();
    none(&faults, "a type name that is declared twice");
}

/// What a regulation says stands in its data; a finding names a topic, and the regulation in force gives the clause.
#[test]
fn no_text_of_the_program_names_a_regulation() {
    const NAMES: &[&str] = &["NĐ ", "TT ", "30/2020", "01/2011"];
    // (file, why)
    const MAY: &[(&str, &str)] = &[
        ("specification/describe.rs", "the schema and the editors tell what the fields and the regulations are"),
        ("model/record.rs", "the title of the metadata's schema, which is that decree's in every file"),
        ("cli/help.rs", "what the program is for, and where the names of the record come from"),
        ("starter.rs", "a legal basis as an example of one"),
    ];
    let root = root().join("src");
    let mut found: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for source in sources() {
        let named = source.strings.iter().filter(|(_, text)| NAMES.iter().any(|name| text.contains(name)));
        let lines: Vec<usize> = named.map(|(line, _)| *line).collect();
        if !lines.is_empty() {
            found.insert(source.path.strip_prefix(&root).unwrap().display().to_string(), lines);
        }
    }
    for (file, why) in MAY {
        assert!(found.remove(*file).is_some(), "{file} names none any more: {why}");
    }
    assert!(found.is_empty(), "law only in the data of a regulation: {found:?}");
}

#[test]
fn files_are_short_and_named_after_their_purpose() {
    const NAMELESS: &[&str] = &["utils", "util", "helpers", "helper", "manager", "common", "misc", "stuff"];
    let mut faults = Vec::new();
    for source in sources() {
        let stem = source.path.file_stem().unwrap().to_str().unwrap().to_owned();
        if source.lines > 900 {
            faults.push(format!("{}: {} lines", source.path.display(), source.lines));
        }
        if NAMELESS.contains(&stem.as_str()) || stem.ends_with(|c: char| c.is_ascii_digit()) {
            faults.push(format!("{}: a name that says nothing", source.path.display()));
        }
    }
    none(&faults, "files of at most 900 lines with telling names");
}

#[test]
fn every_dependency_has_its_reason() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let mut faults = Vec::new();
    let (mut in_dependencies, mut reason, mut seen) = (false, false, 0);
    for line in manifest.lines() {
        if line.starts_with('[') {
            in_dependencies = line.contains("dependencies");
            reason = false;
        } else if line.trim().is_empty() {
            // a reason serves the group below it, up to the next empty line
            reason = false;
        } else if line.starts_with('#') {
            reason = true;
        } else if in_dependencies && line.contains('=') {
            seen += 1;
            if !reason && !line.contains(" # ") {
                faults.push(line.to_owned());
            }
        }
    }
    assert!(seen > 10, "the dependencies were not found");
    none(&faults, "dependencies without a reason above them");
}

/// A test file that nobody names is never run.
#[test]
fn every_test_file_is_run() {
    let mut paths = Vec::new();
    files_below(&root().join("tests/it"), "rs", &mut paths);
    let mut faults = Vec::new();
    for path in paths.iter().filter(|path| path.file_name().unwrap() != "main.rs") {
        let (name, folder) = if path.file_name().unwrap() == "mod.rs" {
            (path.parent().unwrap().file_name().unwrap(), path.parent().unwrap().parent().unwrap())
        } else {
            (path.file_stem().unwrap(), path.parent().unwrap())
        };
        let parents = [folder.join("mod.rs"), folder.join("main.rs"), folder.with_extension("rs")];
        let declared = format!("mod {};", name.to_str().unwrap());
        let declares = |parent: &PathBuf| fs::read_to_string(parent).is_ok_and(|text| text.contains(&declared));
        if !parents.iter().any(declares) {
            faults.push(path.display().to_string());
        }
    }
    none(&faults, "test files that no module names");
}
