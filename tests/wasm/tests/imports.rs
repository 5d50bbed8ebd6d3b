//! A module with imports runs only where somebody provides them: ours has none.

use std::path::{Path, PathBuf};
use std::process::Command;

const TARGET: &str = "wasm32-unknown-unknown";

/// Builds the module.
fn module() -> Vec<u8> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("module");
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["build", "--quiet", "--locked", "--lib", "--target", TARGET, "--manifest-path"]).arg(manifest);
    assert!(cargo.arg("--target-dir").arg(&folder).status().expect("cargo runs").success(), "rustup target add {TARGET}");
    std::fs::read(folder.join(TARGET).join("debug/vanban_wasm.wasm")).expect("the module")
}

/// A number of the binary format (WebAssembly 2.0, 5.2.2: unsigned LEB128).
fn number(bytes: &mut &[u8]) -> usize {
    let (mut value, mut shift) = (0, 0);
    loop {
        let (byte, rest) = bytes.split_first().expect("a number");
        *bytes = rest;
        value |= usize::from(byte & 0x7f) << shift;
        shift += 7;
        if byte & 0x80 == 0 {
            return value;
        }
    }
}

fn name(bytes: &mut &[u8]) -> String {
    let length = number(bytes);
    let (name, rest) = bytes.split_at(length);
    *bytes = rest;
    String::from_utf8(name.to_vec()).expect("a name in UTF-8")
}

/// The contents of the section of a kind (5.5.2); empty where there is none.
fn section(module: &[u8], kind: u8) -> &[u8] {
    let mut rest = module.strip_prefix(b"\0asm\x01\0\0\0").expect("a WebAssembly module");
    while let Some((own, after)) = rest.split_first() {
        rest = after;
        let length = number(&mut rest);
        let (contents, after) = rest.split_at(length);
        if *own == kind {
            return contents;
        }
        rest = after;
    }
    &[]
}

#[test]
fn the_module_imports_nothing() {
    let module = module();
    let mut exports = section(&module, 7);
    let names: Vec<String> = (0..number(&mut exports))
        .map(|_| {
            let name = name(&mut exports);
            exports = &exports[1..];
            number(&mut exports);
            name
        })
        .collect();
    assert!(names.iter().any(|name| name == "render_sample"), "{names:?}");
    assert!(section(&module, 10).len() > 500_000, "the library is not in the module");

    let imports = section(&module, 2);
    let mut rest = imports;
    if !imports.is_empty() && number(&mut rest) > 0 {
        panic!("the module imports, first of all: {}.{}", name(&mut rest), name(&mut rest));
    }
    println!("{} bytes", module.len());
}
