//! Puts the built form (`web/dist`) into the program: a list of its files for `src/serve/assets.rs`. Nothing is built here, so that building
//! the program needs no Node; where the folder is not there, the list is empty and the service has no page.
#![allow(clippy::disallowed_methods, reason = "a build script reads and writes files")]

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

const FOLDER: &str = "web/dist";

fn main() -> Result<(), Box<dyn Error>> {
    let root = env::var("CARGO_MANIFEST_DIR")?;
    let folder = Path::new(&root).join(FOLDER);
    println!("cargo::rerun-if-changed={FOLDER}");
    println!("cargo::rerun-if-changed=build.rs");
    let mut names = Vec::new();
    if folder.is_dir() {
        for entry in fs::read_dir(&folder)? {
            let entry = entry?;
            if entry.file_type()?.is_file() {
                names.push(entry.file_name().into_string().map_err(|name| format!("{FOLDER}: {name:?}"))?);
            }
        }
    }
    names.sort();
    let mut list = String::from("&[\n");
    for name in names {
        let path = folder.join(&name);
        let tag = checksum(&fs::read(&path)?);
        // packed files stand under their own names: vanban.wasm.gz is /vanban.wasm
        let (shown, encoding) = match name.rsplit_once('.') {
            Some((shown, "gz")) => (shown, "gzip"),
            Some((shown, "br")) => (shown, "br"),
            _ => (name.as_str(), ""),
        };
        let (shown, tag) = (format!("/{shown}"), format!("\"{tag:016x}\""));
        writeln!(
            list,
            "Asset {{ path: {shown:?}, encoding: {encoding:?}, bytes: include_bytes!({path:?}), tag: {tag:?} }},"
        )?;
    }
    list.push(']');
    fs::write(Path::new(&env::var("OUT_DIR")?).join("assets.rs"), list)?;
    Ok(())
}

/// FNV-1a: enough to tell one build's file from another's.
fn checksum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, b| (hash ^ u64::from(*b)).wrapping_mul(0x0100_0000_01b3))
}
