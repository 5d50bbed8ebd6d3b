//! Authority, title and name of the signers.

use crate::diag::{Diagnostic, Diagnostics, FindingKind, Pointer, registry};

use super::super::reader_faults::p;
use super::super::types::{Signature, Spec};
use super::Element;

pub(super) fn check(spec: &Spec, out: &mut Diagnostics) {
    if spec.signatures.is_empty() {
        out.push(
            Diagnostic::of(
                registry::NO_SIGNATURE,
                Pointer::root().key("signatures"),
                p("văn bản không có khối chữ ký", "the document has no signature block"),
            )
            .hint(p(
                "thêm {\"position\": \"GIÁM ĐỐC\", \"signer\": null}",
                "add {\"position\": \"GIÁM ĐỐC\", \"signer\": null}",
            ))
            .cite(Element::Signature.clause(spec)),
        );
    }
    for (i, signature) in spec.signatures.iter().enumerate() {
        let block = Block { spec, signature, at: Pointer::root().key("signatures").index(i) };
        block.check(out);
    }
}

/// The five prefixes (NĐ 30/2020, Phụ lục I, Phần I, Mục II.7.b), longest first.
const PREFIXES: [&str; 5] = ["TUQ.", "TM.", "KT.", "TL.", "Q."];

struct Block<'a> {
    spec: &'a Spec,
    signature: &'a Signature,
    at: Pointer,
}

impl Block<'_> {
    fn check(&self, out: &mut Diagnostics) {
        for (i, line) in self.signature.authority.iter().enumerate() {
            self.check_line(line.as_str(), self.at.key("authority").index(i), out);
        }
        if self.signature.authority.is_empty() && self.signature.position.is_none() {
            out.push(
                self.finding(
                    registry::NO_TITLE,
                    self.at.clone(),
                    "khối chữ ký không có quyền hạn, cũng không có chức vụ",
                    "the signature block has neither authority nor position",
                )
                .hint(p("thêm \"position\": \"GIÁM ĐỐC\"", "add \"position\": \"GIÁM ĐỐC\"")),
            );
        }
        self.check_deputy(out);
        self.check_signer(out);
        self.check_pictures(out);
    }

    fn has(&self, prefix: &str) -> Option<usize> {
        self.signature.authority.iter().position(|line| {
            let line = line.as_str();
            line.starts_with(prefix) || misspelt_prefix(line).is_some_and(|(meant, _)| meant == prefix)
        })
    }

    fn finding(&self, kind: FindingKind, at: Pointer, vi: &str, en: &str) -> Diagnostic {
        Diagnostic::of(kind, at, p(vi, en)).cite(Element::Signature.clause(self.spec))
    }

    fn check_line(&self, line: &str, at: Pointer, out: &mut Diagnostics) {
        if let Some(prefix) = PREFIXES.iter().find(|prefix| line.starts_with(**prefix)) {
            let rest = line.strip_prefix(prefix).unwrap_or_default();
            if !rest.starts_with([' ', '\u{a0}']) {
                let meant = format!("{prefix} {}", rest.trim_start());
                let finding = if rest.is_empty() {
                    self.finding(
                        registry::PREFIX_SPACE,
                        at,
                        &format!("sau “{prefix}” không có chức vụ"),
                        &format!("no title after “{prefix}”"),
                    )
                    .hint(p(format!("viết \"{prefix} GIÁM ĐỐC\""), format!("write \"{prefix} GIÁM ĐỐC\"")))
                } else {
                    self.finding(
                        registry::PREFIX_SPACE,
                        at,
                        &format!("thiếu dấu cách sau “{prefix}”"),
                        &format!("no space after “{prefix}”"),
                    )
                    .hint(write(meant.trim_end()))
                };
                out.push(finding);
            }
        } else if let Some((prefix, rest)) = misspelt_prefix(line) {
            out.push(
                self.finding(
                    registry::SLASH_PREFIX,
                    at,
                    &format!(
                        "“{}” không đúng thể thức, cần “{prefix}”",
                        line.strip_suffix(rest).unwrap_or(line).trim_end()
                    ),
                    &format!(
                        "“{}” is not the form, expected “{prefix}”",
                        line.strip_suffix(rest).unwrap_or(line).trim_end()
                    ),
                )
                .hint(write(&format!("{prefix} {rest}"))),
            );
        } else {
            out.push(
                self.finding(
                    registry::UNKNOWN_AUTHORITY,
                    at,
                    &format!("dòng quyền hạn \"{line}\" không bắt đầu bằng TM., KT., TL., TUQ. hoặc Q."),
                    &format!("the authority line \"{line}\" does not begin with TM., KT., TL., TUQ. or Q."),
                )
                .hint(p(
                    format!("chức vụ của chính người ký ghi ở \"position\": \"{line}\""),
                    format!("the signer's own title goes to \"position\": \"{line}\""),
                )),
            );
        }
    }

    fn check_deputy(&self, out: &mut Diagnostics) {
        let Some(deputy) = self.has("KT.") else {
            self.check_deputy_title(out);
            return;
        };
        if self.signature.position.is_none() {
            out.push(
                self.finding(
                    registry::DEPUTY_WITHOUT_POSITION,
                    self.at.key("authority").index(deputy),
                    "ký thay (KT.) mà không ghi chức vụ của cấp phó",
                    "signed for the head (KT.) without the deputy's own title",
                )
                .hint(p("thêm \"position\": \"PHÓ GIÁM ĐỐC\"", "add \"position\": \"PHÓ GIÁM ĐỐC\"")),
            );
        }
        if self.has("TUQ.").is_some() {
            out.push(
                Diagnostic::of(
                    registry::DELEGATED_TWICE,
                    self.at.key("authority").index(deputy),
                    p(
                        "người được ủy quyền (TUQ.) không được ủy quyền lại cho người khác ký (KT.)",
                        "who signs by delegated authority (TUQ.) may not delegate it again (KT.)",
                    ),
                )
                .hint(p("bỏ dòng KT., hoặc để người được ủy quyền ký", "delete the KT. line, or let the delegate sign"))
                .cite("NĐ 30/2020/NĐ-CP, Điều 13.3"),
            );
        }
    }

    /// A deputy's title where nobody is signed for.
    fn check_deputy_title(&self, out: &mut Diagnostics) {
        let Some(position) = &self.signature.position else { return };
        let title = position.as_str().to_uppercase();
        let head = title
            .strip_prefix("PHÓ ")
            .map(str::to_owned)
            .or_else(|| title.strip_prefix("THỨ TRƯỞNG").map(|rest| format!("BỘ TRƯỞNG{rest}")));
        let Some(head) = head.filter(|_| self.has("TL.").is_none() && self.has("TUQ.").is_none()) else { return };
        let head = head.replace(" PHỤ TRÁCH", "");
        out.push(
            self.finding(
                registry::POSITION_WITHOUT_DEPUTY,
                self.at.key("position"),
                &format!("cấp phó \"{}\" ký mà không có dòng KT.", position.as_str()),
                &format!("the deputy \"{}\" signs without a KT. line", position.as_str()),
            )
            .hint(p(format!("thêm \"authority\": [\"KT. {head}\"]"), format!("add \"authority\": [\"KT. {head}\"]"))),
        );
    }

    fn check_signer(&self, out: &mut Diagnostics) {
        let Some(signer) = &self.signature.signer else { return };
        let name = signer.as_str();
        if let Some(bare) = without_degree(name) {
            out.push(
                self.finding(
                    registry::SIGNER_DEGREE,
                    self.at.key("signer"),
                    "trước họ và tên người ký không ghi học hàm, học vị, danh hiệu",
                    "no degree or honour stands before the signer's name",
                )
                .hint(write(bare)),
            );
        } else if name.contains(' ') && name.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase) {
            out.push(
                self.finding(
                    registry::SIGNER_CAPITALS,
                    self.at.key("signer"),
                    "họ và tên người ký viết bằng chữ in thường, đậm",
                    "the signer's name is written in small letters, bold",
                )
                .hint(write(&capitalised(name))),
            );
        }
    }

    fn check_pictures(&self, out: &mut Diagnostics) {
        for (picture, name) in [(&self.signature.image, "image"), (&self.signature.seal, "seal")] {
            let Some(picture) = picture else { continue };
            self.check_path(&picture.file, self.at.key(name).key("file"), out);
            if self.spec.number.is_none() {
                out.push(
                    Diagnostic::of(
                        registry::SIGNED_DRAFT,
                        self.at.key(name),
                        p(
                            "bản chưa có số mà đã có hình chữ ký hoặc con dấu",
                            "a document without a number carries a signature or a seal",
                        ),
                    )
                    .hint(p("điền \"number\", hoặc bỏ hình", "fill in \"number\", or leave out the picture")),
                );
            }
        }
    }

    fn check_path(&self, file: &str, at: Pointer, out: &mut Diagnostics) {
        let leaves = file.starts_with('/')
            || file.contains(['\\', ':', '\0'])
            || file.split('/').any(|part| part == ".." || part.is_empty());
        if file.is_empty() {
            out.push(
                self.finding(registry::PICTURE_PATH, at, "chưa có tên tệp ảnh", "the picture has no file name")
                    .hint(p("viết \"chu-ky.png\"", "write \"chu-ky.png\"")),
            );
        } else if leaves {
            out.push(
                Diagnostic::of(
                    registry::PICTURE_PATH,
                    at,
                    p(
                        format!("đường dẫn \"{}\" ra khỏi thư mục của đặc tả", file.escape_debug()),
                        format!("the path \"{}\" leaves the specification's folder", file.escape_debug()),
                    ),
                )
                .hint(p(
                    "đặt ảnh cạnh đặc tả và viết \"chu-ky.png\" hoặc \"anh/chu-ky.png\"",
                    "put the picture beside the specification and write \"chu-ky.png\" or \"anh/chu-ky.png\"",
                )),
            );
        } else if !file.to_lowercase().ends_with(".png") {
            out.push(
                self.finding(
                    registry::PICTURE_KIND,
                    at,
                    &format!("\"{file}\" không có đuôi .png"),
                    &format!("\"{file}\" does not end with .png"),
                )
                .hint(p("dùng ảnh PNG nền trong suốt", "use a PNG with a transparent background")),
            );
        }
    }
}

fn write(text: &str) -> crate::diag::Phrase {
    p(format!("viết \"{text}\""), format!("write \"{text}\""))
}

/// `K/T.`, `T/M`, `KT/`, `TUQ/`, `KT `, `kt.`: the prefix meant and what follows it.
fn misspelt_prefix(line: &str) -> Option<(&'static str, &str)> {
    PREFIXES.into_iter().find_map(|prefix| {
        let mut rest = line;
        for letter in prefix.trim_end_matches('.').chars() {
            let first = rest.trim_start_matches(['/', '.']).chars().next()?;
            if !first.to_uppercase().eq([letter]) {
                return None;
            }
            rest = rest.trim_start_matches(['/', '.']).get(first.len_utf8()..)?;
        }
        let title = rest.trim_start_matches(['/', '.']);
        let is_apart = title.len() != rest.len() || title.is_empty() || title.starts_with([' ', '\u{a0}']);
        is_apart.then(|| (prefix, title.trim_start()))
    })
}

/// The name behind degrees and honours; `None` where there are none.
fn without_degree(name: &str) -> Option<&str> {
    const DEGREES: [&str; 22] = [
        "GS", "PGS", "TS", "TSKH", "ThS", "Ths", "BS", "BSCKI", "BSCKII", "CKI", "CKII", "KS", "CN", "DS", "KTS", "LS",
        "NGƯT", "NGND", "NSƯT", "NSND", "TTƯT", "TTND",
    ];
    let mut rest = name;
    loop {
        let end = rest.find(['.', ' '])?;
        let (word, after) = rest.split_at(end);
        let is_degree =
            DEGREES.contains(&word) || matches!(word, "Giáo" | "Tiến" | "Thạc" | "Bác") && after.starts_with(" s");
        if !is_degree {
            break;
        }
        let after = after.trim_start_matches(['.', ' ', ',']);
        rest = after.strip_prefix("sư ").or_else(|| after.strip_prefix("sĩ ")).unwrap_or(after);
    }
    (rest.len() != name.len()).then_some(rest)
}

/// Each word with its first letter large and the others small.
fn capitalised(name: &str) -> String {
    let word = |word: &str| {
        let mut chars = word.chars();
        chars
            .next()
            .map_or_else(String::new, |first| first.to_uppercase().chain(chars.flat_map(char::to_lowercase)).collect())
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}
