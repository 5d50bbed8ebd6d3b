//! Pictures of signature and seal, as far as a specification tells: their paths, and whether the document is ready to be signed.

use crate::diag::{Diagnostic, Diagnostics, Phrase, Pointer, Topic, phrase, registry};
use crate::specification::{BodyBlock, RichText, Signature, Spec, TableBlock, Text, each_run};

pub(super) fn check(spec: &Spec, out: &mut Diagnostics) {
    for body in spec.bodies() {
        for (i, block) in body.blocks.iter().enumerate() {
            let at = || body.of.body().index(i);
            match block {
                BodyBlock::Picture(picture) => {
                    check_shown(&picture.file, "file", picture.alternative_text.as_ref(), &at(), out);
                }
                BodyBlock::Table(table) => check_cells(table, &at, out),
                _ => {}
            }
        }
    }
    each_run(spec, &mut |run, at| {
        if let Some(picture) = &run.picture {
            check_shown(&picture.file, "picture", picture.alternative_text.as_ref(), &at(), out);
        }
        for (i, inner) in run.note.iter().flat_map(RichText::runs).enumerate() {
            if inner.picture.is_some() {
                out.push(in_note(at().key("note").index(i).key("picture")));
            }
        }
    });
    for (i, signature) in spec.signatures.iter().enumerate() {
        check_one(signature, spec.number.is_none(), &Pointer::root().key("signatures").index(i), out);
    }
}

/// Judges the pictures of one signature.
pub(super) fn check_one(signature: &Signature, is_draft: bool, at: &Pointer, out: &mut Diagnostics) {
    for (picture, name) in [(&signature.image, "image"), (&signature.seal, "seal")] {
        let Some(picture) = picture else { continue };
        check_path(&picture.file, &SIGNATURE, at.key(name).key("file"), out);
        if is_draft {
            out.push(signed_draft(at.key(name)));
        }
    }
}

fn in_note(at: Pointer) -> Diagnostic {
    Diagnostic::of(
        registry::PICTURE_IN_NOTE,
        at,
        phrase!(
            "trong chú thích cuối trang không có hình được",
            "a note at the foot of the page cannot have a picture"
        ),
    )
    .hint(phrase!(
        "chuyển hình lên nội dung, hoặc bỏ hình và viết thành chữ",
        "move the picture up into the text, or leave it out and write what it says"
    ))
}

fn signed_draft(at: Pointer) -> Diagnostic {
    Diagnostic::of(
        registry::SIGNED_DRAFT,
        at,
        phrase!(
            "bản chưa có số mà đã có hình chữ ký hoặc con dấu",
            "a document without a number carries a signature or a seal"
        ),
    )
    .hint(phrase!("điền \"number\", hoặc bỏ hình", "fill in \"number\", or leave out the picture"))
}

/// Judges the pictures in the cells of a table.
fn check_cells(table: &TableBlock, at: &impl Fn() -> Pointer, out: &mut Diagnostics) {
    for (rows, name) in [(&table.header, "header"), (&table.rows, "rows")] {
        for (i, row) in rows.iter().enumerate() {
            for (j, cell) in row.cells.iter().enumerate() {
                for (k, picture) in cell.pictures.iter().enumerate() {
                    let at = row.cells_at(at().key(name).index(i)).index(j).key("pictures").index(k);
                    check_shown(&picture.file, "file", picture.alternative_text.as_ref(), &at, out);
                }
            }
        }
    }
}

/// Judges a picture of the text, whose path stands in a field.
fn check_shown(file: &str, field: &'static str, alternative_text: Option<&Text>, at: &Pointer, out: &mut Diagnostics) {
    check_path(file, &IN_TEXT, at.key(field), out);
    if alternative_text.is_none_or(|text| text.as_str().trim().is_empty()) {
        let finding = Diagnostic::of(
            registry::NO_ALTERNATIVE_TEXT,
            at,
            phrase!("hình chưa có văn bản thay thế", "the picture has no alternative text"),
        );
        out.push(finding.hint(phrase!(
            "thêm \"alternative_text\" tả nội dung hình cho người không nhìn thấy, ví dụ \"Biểu đồ số hồ sơ theo tháng\"",
            "add \"alternative_text\", which says what it shows to those who cannot see it, e.g. \"Biểu đồ số hồ sơ theo tháng\""
        )));
    }
}

/// What names a place takes.
struct Names {
    /// In a hint.
    example: &'static str,
    endings: &'static [&'static str],
}

impl Names {
    fn cure(&self) -> Phrase {
        match self.endings {
            [_] => phrase!("dùng ảnh PNG nền trong suốt", "use a PNG with a transparent background"),
            _ => phrase!("dùng ảnh PNG hoặc JPEG", "use a PNG or a JPEG"),
        }
    }
}

const SIGNATURE: Names = Names { example: "chu-ky.png", endings: &[".png"] };
const IN_TEXT: Names = Names { example: "bieu-do.png", endings: &[".png", ".jpg", ".jpeg"] };

fn check_path(file: &str, names: &Names, at: Pointer, out: &mut Diagnostics) {
    let leaves = file.starts_with('/')
        || file.contains(['\\', ':', '\0'])
        || file.split('/').any(|part| part == ".." || part.is_empty());
    let example = names.example;
    let lower = file.to_lowercase();
    if file.is_empty() {
        out.push(
            Diagnostic::of(registry::PICTURE_PATH, at, phrase!("chưa có tên tệp ảnh", "the picture has no file name"))
                .about(Topic::Signatures)
                .hint(phrase!("viết \"{example}\"", "write \"{example}\"")),
        );
    } else if leaves {
        out.push(
            Diagnostic::of(
                registry::PICTURE_PATH,
                at,
                phrase!(
                    "đường dẫn \"{shown}\" ra khỏi thư mục của đặc tả",
                    "the path \"{shown}\" leaves the specification's folder",
                    shown = file.escape_debug()
                ),
            )
            .hint(phrase!(
                "đặt ảnh cạnh đặc tả và viết \"{example}\" hoặc \"anh/{example}\"",
                "put the picture beside the specification and write \"{example}\" or \"anh/{example}\""
            )),
        );
    } else if !names.endings.iter().any(|ending| lower.ends_with(ending)) {
        out.push(
            Diagnostic::of(
                registry::PICTURE_KIND,
                at,
                phrase!(
                    "\"{file}\" không có đuôi {endings}",
                    "\"{file}\" does not end with {endings}",
                    endings = names.endings.join(", ")
                ),
            )
            .hint(names.cure()),
        );
    }
}
