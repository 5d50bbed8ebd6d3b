//! Authority, title and name of the signers.

use crate::diag::{Diagnostic, Diagnostics, Phrase, Pointer, phrase, registry};
use crate::profile::Abbreviation;
use crate::rules::Context;
use crate::specification::{Signature, Spec};

pub(super) fn check(spec: &Spec, context: &Context<'_>, out: &mut Diagnostics) {
    if spec.signatures.is_empty() {
        out.push(
            Diagnostic::of(
                registry::NO_SIGNATURE,
                Pointer::root().key("signatures"),
                phrase!("văn bản không có khối chữ ký", "the document has no signature block"),
            )
            .hint(phrase!(
                "thêm {{\"position\": \"GIÁM ĐỐC\", \"signer\": null}}",
                "add {{\"position\": \"GIÁM ĐỐC\", \"signer\": null}}"
            )),
        );
    }
    for (i, signature) in spec.signatures.iter().enumerate() {
        let block = SignatureBlock {
            signature,
            prefixes: &context.profile.words.authorities,
            at: Pointer::root().key("signatures").index(i),
        };
        block.check(out);
    }
}

struct SignatureBlock<'a> {
    signature: &'a Signature,
    /// What lines of authority begin with.
    prefixes: &'a [Abbreviation],
    at: Pointer,
}

impl SignatureBlock<'_> {
    fn check(&self, out: &mut Diagnostics) {
        for (i, line) in self.signature.authority.iter().enumerate() {
            self.check_line(line.as_str(), self.at.key("authority").index(i), out);
        }
        if self.signature.authority.is_empty() && self.signature.position.is_none() {
            out.push(
                Diagnostic::of(
                    registry::NO_TITLE,
                    self.at.clone(),
                    phrase!(
                        "khối chữ ký không có quyền hạn, cũng không có chức vụ",
                        "the signature block has neither authority nor position"
                    ),
                )
                .hint(phrase!("thêm \"position\": \"GIÁM ĐỐC\"", "add \"position\": \"GIÁM ĐỐC\"")),
            );
        }
        self.check_deputy(out);
        self.check_signer(out);
    }

    fn prefixes(&self) -> impl Iterator<Item = &str> {
        self.prefixes.iter().map(|prefix| prefix.short.as_str())
    }

    /// `K/T.`, `T/M`, `KT/`, `TUQ/`, `KT `, `kt.`: the prefix meant and what follows it.
    fn misspelt_prefix<'l>(&self, line: &'l str) -> Option<(&str, &'l str)> {
        self.prefixes().find_map(|prefix| {
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

    fn has(&self, prefix: &str) -> Option<usize> {
        self.signature.authority.iter().position(|line| {
            let line = line.as_str();
            line.starts_with(prefix) || self.misspelt_prefix(line).is_some_and(|(meant, _)| meant == prefix)
        })
    }

    fn check_line(&self, line: &str, at: Pointer, out: &mut Diagnostics) {
        if let Some(prefix) = self.prefixes().find(|prefix| line.starts_with(prefix)) {
            let rest = line.strip_prefix(prefix).unwrap_or_default();
            if !rest.starts_with([' ', '\u{a0}']) {
                let meant = format!("{prefix} {}", rest.trim_start());
                let finding = if rest.is_empty() {
                    Diagnostic::of(
                        registry::PREFIX_SPACE,
                        at,
                        phrase!("sau “{prefix}” không có chức vụ", "no title after “{prefix}”"),
                    )
                    .hint(phrase!("viết \"{prefix} GIÁM ĐỐC\"", "write \"{prefix} GIÁM ĐỐC\""))
                } else {
                    Diagnostic::of(
                        registry::PREFIX_SPACE,
                        at,
                        phrase!("thiếu dấu cách sau “{prefix}”", "no space after “{prefix}”"),
                    )
                    .hint(write(meant.trim_end()))
                };
                out.push(finding);
            }
        } else if let Some((prefix, rest)) = self.misspelt_prefix(line) {
            out.push(
                Diagnostic::of(
                    registry::SLASH_PREFIX,
                    at,
                    phrase!(
                        "“{found}” không đúng thể thức, cần “{prefix}”",
                        "“{found}” is not the form, expected “{prefix}”",
                        found = line.strip_suffix(rest).unwrap_or(line).trim_end()
                    ),
                )
                .hint(write(&format!("{prefix} {rest}"))),
            );
        } else {
            let prefixes: Vec<&str> = self.prefixes().collect();
            let (last, first) =
                prefixes.split_last().map_or(("", String::new()), |(last, first)| (*last, first.join(", ")));
            out.push(
                Diagnostic::of(
                    registry::UNKNOWN_AUTHORITY,
                    at,
                    phrase!(
                        "dòng quyền hạn \"{line}\" không bắt đầu bằng {first} hoặc {last}",
                        "the authority line \"{line}\" does not begin with {first} or {last}"
                    ),
                )
                .hint(phrase!(
                    "chức vụ của chính người ký ghi ở \"position\": \"{line}\"",
                    "the signer's own title goes to \"position\": \"{line}\""
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
                Diagnostic::of(
                    registry::DEPUTY_WITHOUT_POSITION,
                    self.at.key("authority").index(deputy),
                    phrase!(
                        "ký thay (KT.) mà không ghi chức vụ của cấp phó",
                        "signed for the head (KT.) without the deputy's own title"
                    ),
                )
                .hint(phrase!("thêm \"position\": \"PHÓ GIÁM ĐỐC\"", "add \"position\": \"PHÓ GIÁM ĐỐC\"")),
            );
        }
        if self.has("TUQ.").is_some() {
            out.push(
                Diagnostic::of(
                    registry::DELEGATED_TWICE,
                    self.at.key("authority").index(deputy),
                    phrase!(
                        "người được ủy quyền (TUQ.) không được ủy quyền lại cho người khác ký (KT.)",
                        "who signs by delegated authority (TUQ.) may not delegate it again (KT.)"
                    ),
                )
                .hint(phrase!(
                    "bỏ dòng KT., hoặc để người được ủy quyền ký",
                    "delete the KT. line, or let the delegate sign"
                )),
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
            Diagnostic::of(
                registry::POSITION_WITHOUT_DEPUTY,
                self.at.key("position"),
                phrase!(
                    "cấp phó \"{position}\" ký mà không có dòng KT.",
                    "the deputy \"{position}\" signs without a KT. line"
                ),
            )
            .hint(phrase!("thêm \"authority\": [\"KT. {head}\"]", "add \"authority\": [\"KT. {head}\"]")),
        );
    }

    fn check_signer(&self, out: &mut Diagnostics) {
        let Some(signer) = &self.signature.signer else { return };
        let name = signer.as_str();
        if let Some(bare) = without_degree(name) {
            out.push(
                Diagnostic::of(
                    registry::SIGNER_DEGREE,
                    self.at.key("signer"),
                    phrase!(
                        "trước họ và tên người ký không ghi học hàm, học vị, danh hiệu",
                        "no degree or honour stands before the signer's name"
                    ),
                )
                .hint(write(bare)),
            );
        } else if name.contains(' ') && name.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase) {
            out.push(
                Diagnostic::of(
                    registry::SIGNER_CAPITALS,
                    self.at.key("signer"),
                    phrase!(
                        "họ và tên người ký viết bằng chữ in thường, đậm",
                        "the signer's name is written in small letters, bold"
                    ),
                )
                .hint(write(&capitalised(name))),
            );
        }
    }
}

fn write(text: &str) -> Phrase {
    phrase!("viết \"{text}\"", "write \"{text}\"")
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
