//! Authority, title and name of the signers.

use super::signer;
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

/// A deputy's title, for hints.
const DEPUTY: &str = "PHÓ GIÁM ĐỐC";

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
        self.check_position(out);
        self.check_deputy(out);
        if let Some(name) = &self.signature.signer {
            signer::check(name.as_str(), self.at.key("signer"), out);
        }
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
        self.check_own_title(deputy, out);
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
                .hint(phrase!("thêm \"position\": \"{DEPUTY}\"", "add \"position\": \"{DEPUTY}\"")),
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

    /// Lines of authority that were typed into the position, told as they would be in their place.
    fn check_position(&self, out: &mut Diagnostics) {
        let Some(position) = &self.signature.position else { return };
        let is_authority = |line: &&str| {
            self.prefixes().any(|prefix| line.starts_with(prefix)) || self.misspelt_prefix(line).is_some()
        };
        let (typed, own): (Vec<&str>, Vec<&str>) = position.as_str().split('\n').partition(is_authority);
        let Some(first) = typed.first() else { return };
        let mended: Vec<String> = typed.iter().map(|line| format!("\"{}\"", self.mended(line))).collect();
        let authority = mended.join(", ");
        // who signs for the head has a title of one's own, which a single line does not say
        let own = match own.join("\\n") {
            own if own.is_empty() && first.starts_with('K') => format!(", \"position\": \"{DEPUTY}\""),
            own if own.is_empty() => String::new(),
            own => format!(", \"position\": \"{own}\""),
        };
        let mut faults = Diagnostics::default();
        self.check_line(first, self.at.key("position"), &mut faults);
        let finding = faults.into_iter().next().map_or_else(
            || {
                Diagnostic::of(
                    registry::AUTHORITY_IN_POSITION,
                    self.at.key("position"),
                    phrase!(
                        "\"{first}\" là quyền hạn, không phải chức vụ của người ký",
                        "\"{first}\" is a line of authority, not the signer's own title"
                    ),
                )
            },
            |fault| Diagnostic { hints: Vec::new(), ..fault },
        );
        out.push(
            finding.hint(phrase!("viết \"authority\": [{authority}]{own}", "write \"authority\": [{authority}]{own}")),
        );
    }

    /// A line of authority in its form.
    fn mended(&self, line: &str) -> String {
        let meant = self.prefixes().find_map(|prefix| Some((prefix, line.strip_prefix(prefix)?)));
        match meant.or_else(|| self.misspelt_prefix(line)) {
            Some((prefix, title)) => format!("{prefix} {}", title.trim_start()),
            None => line.to_owned(),
        }
    }

    /// The head's own title, repeated as that of the deputy who signs for the head.
    fn check_own_title(&self, deputy: usize, out: &mut Diagnostics) {
        let (Some(position), Some(line)) = (&self.signature.position, self.signature.authority.get(deputy)) else {
            return;
        };
        let mended = self.mended(line.as_str());
        let head = mended.strip_prefix("KT.").unwrap_or_default().trim().to_uppercase();
        let title = position.as_str().to_uppercase();
        let is_head = head.strip_prefix(title.trim()).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
        if !is_head {
            return;
        }
        let deputy = match title.strip_prefix("BỘ TRƯỞNG") {
            Some(rest) => format!("THỨ TRƯỞNG{rest}"),
            None => format!("PHÓ {title}"),
        };
        out.push(
            Diagnostic::of(
                registry::DEPUTY_AS_HEAD,
                self.at.key("position"),
                phrase!(
                    "ký thay (KT.) {head} mà chức vụ của người ký cũng là \"{position}\", cần chức vụ của cấp phó",
                    "signed for {head} (KT.) with the title \"{position}\", expected that of a deputy"
                ),
            )
            .hint(write(&deputy)),
        );
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
}

pub(super) fn write(text: &str) -> Phrase {
    phrase!("viết \"{text}\"", "write \"{text}\"")
}
