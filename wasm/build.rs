//! The faces as the module has them: without hints (glyph programs), kerning and glyph names, which neither our layout nor a browser at the
//! sizes of a page needs. That is half of their bytes packed; the files that are made with them are the same.

#![allow(clippy::disallowed_methods, reason = "a build script reads and writes files")]

use std::error::Error;
use std::path::Path;
use std::{env, fs};

#[path = "../src/pdf/truetype.rs"]
#[allow(dead_code, reason = "a PDF strips more")]
mod truetype;

fn main() -> Result<(), Box<dyn Error>> {
    let out = env::var("OUT_DIR")?;
    for style in ["Regular", "Bold", "Italic", "BoldItalic"] {
        let path = format!("../fonts/LiberationSerif-{style}.ttf");
        println!("cargo::rerun-if-changed={path}");
        let stripped = strip(&fs::read(&path)?).ok_or_else(|| format!("{path}: a table is missing"))?;
        fs::write(Path::new(&out).join(format!("{style}.ttf")), stripped)?;
    }
    println!("cargo::rerun-if-changed=../src/pdf/truetype.rs");
    Ok(())
}

fn strip(font: &[u8]) -> Option<Vec<u8>> {
    let of = |tag| truetype::table(font, tag);
    // post in version 3: the same without names of glyphs (OpenType, "post")
    let mut post = of(b"post")?.get(..32)?.to_vec();
    post[..4].copy_from_slice(&[0, 3, 0, 0]);
    truetype::strip_but(
        font,
        &[(b"OS/2", of(b"OS/2")?), (b"cmap", of(b"cmap")?), (b"name", of(b"name")?), (b"post", &post)],
    )
}
