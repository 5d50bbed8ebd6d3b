//! Pictures of signature and seal, as far as a specification tells: their paths, and whether the document is ready to be signed.

use crate::diag::{Diagnostic, Diagnostics, Pointer, Topic, phrase, registry};
use crate::specification::{Signature, Spec};

pub(super) fn check(spec: &Spec, out: &mut Diagnostics) {
    for (i, signature) in spec.signatures.iter().enumerate() {
        check_one(signature, spec.number.is_none(), &Pointer::root().key("signatures").index(i), out);
    }
}

/// Judges the pictures of one signature.
pub(super) fn check_one(signature: &Signature, is_draft: bool, at: &Pointer, out: &mut Diagnostics) {
    for (picture, name) in [(&signature.image, "image"), (&signature.seal, "seal")] {
        let Some(picture) = picture else { continue };
        check_path(&picture.file, at.key(name).key("file"), out);
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

fn check_path(file: &str, at: Pointer, out: &mut Diagnostics) {
    let leaves = file.starts_with('/')
        || file.contains(['\\', ':', '\0'])
        || file.split('/').any(|part| part == ".." || part.is_empty());
    if file.is_empty() {
        out.push(
            Diagnostic::of(registry::PICTURE_PATH, at, phrase!("chưa có tên tệp ảnh", "the picture has no file name"))
                .about(Topic::Signatures)
                .hint(phrase!("viết \"chu-ky.png\"", "write \"chu-ky.png\"")),
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
                "đặt ảnh cạnh đặc tả và viết \"chu-ky.png\" hoặc \"anh/chu-ky.png\"",
                "put the picture beside the specification and write \"chu-ky.png\" or \"anh/chu-ky.png\""
            )),
        );
    } else if !file.to_lowercase().ends_with(".png") {
        out.push(
            Diagnostic::of(
                registry::PICTURE_KIND,
                at,
                phrase!("\"{file}\" không có đuôi .png", "\"{file}\" does not end with .png"),
            )
            .hint(phrase!("dùng ảnh PNG nền trong suốt", "use a PNG with a transparent background")),
        );
    }
}
