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
    let template = context.profile.doc_types.get(&spec.doc_type);
    for (i, signature) in spec.signatures.iter().enumerate() {
        let has_title = signature.party.is_some()
            || template.is_some_and(|template| {
                let count = template.signature_titles.len();
                i + count.saturating_sub(spec.signatures.len()) < count
            });
        check_one(signature, context, has_title, Pointer::root().key("signatures").index(i), out);
    }
}

/// Judges one signature; `has_title` where something else says what the signer signs as.
pub(super) fn check_one(
    signature: &Signature,
    context: &Context<'_>,
    has_title: bool,
    at: Pointer,
    out: &mut Diagnostics,
) {
    SignatureBlock { signature, prefixes: &context.profile.words.authorities, has_title, at }.check(out);
}

struct SignatureBlock<'a> {
    signature: &'a Signature,
    /// What lines of authority begin with.
    prefixes: &'a [Abbreviation],
    /// Whether its party, or the type of the document, says what the signer signs as.
    has_title: bool,
    at: Pointer,
}

impl SignatureBlock<'_> {
    fn check(&self, out: &mut Diagnostics) {
        for (i, line) in self.signature.authority.iter().enumerate() {
            self.check_line(line.as_str(), self.at.key("authority").index(i), out);
        }
        if self.signature.authority.is_empty() && self.signature.position.is_none() && !self.has_title {
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
            let line = self.signature.authority.get(deputy).map_or("", |line| line.as_str());
            let mended = self.mended(line);
            let (head, own) = mended.split_once('\n').unwrap_or((&mended, ""));
            let hint = if own.is_empty() {
                let own = deputy_of(head.strip_prefix("KT.").unwrap_or_default().trim());
                phrase!("thêm \"position\": \"{own}\"", "add \"position\": \"{own}\"")
            } else {
                phrase!(
                    "viết \"authority\": [\"{head}\"], \"position\": \"{own}\"",
                    "write \"authority\": [\"{head}\"], \"position\": \"{own}\""
                )
            };
            out.push(
                Diagnostic::of(
                    registry::DEPUTY_WITHOUT_POSITION,
                    self.at.key("authority").index(deputy),
                    phrase!(
                        "ký thay (KT.) mà không ghi chức vụ của cấp phó",
                        "signed for the head (KT.) without the deputy's own title"
                    ),
                )
                .hint(hint),
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
            // kế toán trưởng
            let is_office = line.to_lowercase() == "kt trưởng";
            let is_line =
                self.prefixes().any(|prefix| line.starts_with(prefix)) || self.misspelt_prefix(line).is_some();
            is_line && !is_office
        };
        let (typed, own): (Vec<&str>, Vec<&str>) = position.as_str().split('\n').partition(is_authority);
        let Some(first) = typed.first() else { return };
        let mut own = own.join("\\n");
        let mut lines: Vec<String> = typed.iter().map(|line| self.mended(line)).collect();
        if let Some(head) = lines.last_mut().filter(|line| own.is_empty() && line.starts_with("KT.")) {
            own = title_behind(head);
        }
        let given = self.signature.authority.iter().map(|line| self.mended(line.as_str()));
        let mut authority: Vec<String> = given.collect();
        authority.extend(lines.into_iter().filter(|line| !authority.contains(line)).collect::<Vec<_>>());
        let authority = authority.iter().map(|line| format!("\"{line}\"")).collect::<Vec<_>>().join(", ");
        let own = if own.is_empty() { own } else { format!(", \"position\": \"{own}\"") };
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
        let hint = phrase!("viết \"authority\": [{authority}]{own}", "write \"authority\": [{authority}]{own}");
        out.push(
            finding
                .within(position.as_str(), {
                    let start = position.as_str().find(first).unwrap_or_default();
                    start..start + first.len()
                })
                .hint(hint),
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

    /// Who signs for the head is a deputy: not the head, nor one whose title is another.
    fn check_own_title(&self, line: usize, out: &mut Diagnostics) {
        let (Some(position), Some(line)) = (&self.signature.position, self.signature.authority.get(line)) else {
            return;
        };
        let mended = self.mended(line.as_str());
        let head = mended.strip_prefix("KT.").unwrap_or_default().trim();
        let title = position.as_str().to_uppercase();
        let is_head =
            head.to_uppercase().strip_prefix(title.trim()).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
        let deputy = deputy_of(head);
        if is_head {
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
        } else if !head.is_empty() && !is_deputy(&title) && !self.has_authority(position.as_str()) {
            out.push(
                Diagnostic::of(
                    registry::NOT_A_DEPUTY,
                    self.at.key("position"),
                    phrase!(
                        "ký thay (KT.) {head} mà \"{position}\" không phải chức vụ của cấp phó",
                        "signed for {head} (KT.), but \"{position}\" is not the title of a deputy"
                    ),
                )
                .hint(phrase!(
                    "cấp phó ký: viết \"{deputy}\"; người đứng đầu đơn vị được giao ký thì ghi “TL. {head}” thay cho “KT. {head}”",
                    "a deputy signs: write \"{deputy}\"; the head of a unit signs by order: “TL. {head}” instead of “KT. {head}”"
                )),
            );
        }
    }

    /// Whether the position holds a line of authority, which is told of by itself.
    fn has_authority(&self, position: &str) -> bool {
        position
            .split('\n')
            .any(|line| self.prefixes().any(|prefix| line.starts_with(prefix)) || self.misspelt_prefix(line).is_some())
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

/// The title of who signs for a head: `GIÁM ĐỐC` → `PHÓ GIÁM ĐỐC`.
fn deputy_of(head: &str) -> String {
    let head = if head.is_empty() { "GIÁM ĐỐC".to_owned() } else { head.to_uppercase() };
    match head.strip_prefix("BỘ TRƯỞNG") {
        Some(rest) => format!("THỨ TRƯỞNG{rest}"),
        None => format!("PHÓ {head}"),
    }
}

/// Whether a title in capitals is a deputy's; in the armed forces chiefs of staff and political officers sign for commanders too.
fn is_deputy(title: &str) -> bool {
    const OTHERS: [&str; 7] =
        ["THAM MƯU TRƯỞNG", "CHÍNH ỦY", "CHÍNH UỶ", "CHÍNH TRỊ VIÊN", "ỦY VIÊN", "UỶ VIÊN", "THƯỜNG TRỰC"];
    // `PGĐ`, `P. HIỆU TRƯỞNG`
    let is_shortened = |word: &str| {
        let mut letters = word.chars();
        letters.next() == Some('P') && letters.all(|c| c == 'Đ' || c.is_ascii_uppercase() && !"AEIOUY".contains(c))
    };
    let mut words = title.split(|c: char| !c.is_alphanumeric());
    words.any(|word| matches!(word, "PHÓ" | "THỨ") || is_shortened(word))
        || OTHERS.iter().any(|other| title.contains(other))
}

/// Cuts the deputy's title off the head's, where both stand on one line (`KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC`); else the title that a
/// deputy of this head has.
fn title_behind(line: &mut String) -> String {
    let upper = line.to_uppercase();
    let found = [" PHÓ ", " THỨ TRƯỞNG"].iter().find_map(|deputy| upper.find(deputy));
    // capitals keep the length of these letters
    match found.filter(|at| line.is_char_boundary(*at)) {
        Some(at) => {
            let own = line.split_off(at);
            own.trim().to_owned()
        }
        None => deputy_of(line.strip_prefix("KT.").unwrap_or_default().trim()),
    }
}

fn write(text: &str) -> Phrase {
    phrase!("viết \"{text}\"", "write \"{text}\"")
}
