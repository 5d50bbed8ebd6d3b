//! Pictures of signature and seal, as far as a specification tells: their paths, and whether the document is ready to be signed.

use crate::diag::{Diagnostic, Diagnostics, Phrase, Pointer, Topic, phrase, registry};
use crate::specification::{BodyBlock, PictureBlock, Signature, Spec};

pub(super) fn check(spec: &Spec, out: &mut Diagnostics) {
    for body in spec.bodies() {
        for (i, block) in body.blocks.iter().enumerate() {
            if let BodyBlock::Picture(picture) = block {
                check_block(picture, &body.of.body().index(i), out);
            }
        }
    }
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

fn check_block(picture: &PictureBlock, at: &Pointer, out: &mut Diagnostics) {
    check_path(&picture.file, &IN_TEXT, at.key("file"), out);
    if picture.alternative_text.as_ref().is_none_or(|text| text.as_str().trim().is_empty()) {
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
