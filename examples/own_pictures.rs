//! Gives the library pictures from wherever a program keeps them: here from memory, where a service would ask its store.
//!
//! `cargo run --example own_pictures`
#![allow(clippy::print_stdout, reason = "an example shows what it does")]

use std::error::Error;

use vanban::diag::{Lang, json};
use vanban::font::FontBook;
use vanban::{Options, PictureError, PictureSource, Resources};

/// The pictures of one office.
struct Store;

impl PictureSource for Store {
    fn picture(&self, name: &str) -> Result<Vec<u8>, PictureError> {
        match name {
            "chu-ky.png" => Ok(include_bytes!("../samples/pictures/chu-ky.png").to_vec()),
            _ => Err(PictureError::NotFound),
        }
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let spec = r#"{
  "doc_type": "notice",
  "issuer": { "name": "Sở Nội vụ", "abbreviation": "SNV" },
  "number": 7,
  "issue_place": "An Giang",
  "issue_date": "2024-05-15",
  "subject": "Lịch tiếp công dân",
  "body": [{ "type": "paragraph", "text": "Sở tiếp công dân vào thứ Năm hằng tuần" }],
  "signatures": [
    {
      "position": "Giám đốc",
      "signer": "Nguyễn Văn A",
      "image": { "file": "chu-ky.png", "width": "30mm" },
      "seal": { "file": "con-dau.png", "width": "36mm" }
    }
  ]
}"#;
    let fonts = FontBook::bundled()?;
    let findings = vanban::check(spec.as_bytes(), Resources::new(&fonts).pictures(&Store), &Options::new());
    // the seal is not in the store: a finding that names the place
    println!("{:#}", json::print(&findings, "notice.json", spec.as_bytes(), Lang::En));
    Ok(())
}
