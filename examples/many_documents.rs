//! Renders the same notice for many organs with one [`Renderer`], which makes what they have in common once.
//!
//! `cargo run --example many_documents`
#![allow(clippy::print_stdout, reason = "an example shows what it does")]

use std::error::Error;

use vanban::diag::{Lang, text};
use vanban::font::FontBook;
use vanban::{Format, NoPictures, Options, Renderer};

const ORGANS: [(&str, &str); 3] = [("Sở Nội vụ", "SNV"), ("Sở Tài chính", "STC"), ("Sở Y tế", "SYT")];

fn main() -> Result<(), Box<dyn Error>> {
    let mut renderer = Renderer::new(FontBook::bundled()?);
    let mut options = Options::new();
    options.formats = vec![Format::Pdf];
    for (name, abbreviation) in ORGANS {
        let spec = serde_json::json!({
            "doc_type": "notice",
            "issuer": { "name": name, "abbreviation": abbreviation },
            "number": 7,
            "issue_place": "An Giang",
            "issue_date": "2024-05-15",
            "subject": "Lịch tiếp công dân",
            "body": [{ "type": "paragraph", "text": format!("{name} tiếp công dân vào thứ Năm hằng tuần") }],
            "signatures": [{ "position": "Giám đốc", "signer": "Nguyễn Văn A" }]
        })
        .to_string();
        let rendered = renderer.render(spec.as_bytes(), &NoPictures, &options)?;
        print!("{}", text::print(&rendered.findings, name, spec.as_bytes(), Lang::En));
        for file in &rendered.files {
            println!("{}: {} pages, {} bytes", file.name(), rendered.page_count, file.bytes.len());
        }
    }
    Ok(())
}
