//! `Lưu: VT, VX.` among the recipients: the line that the composer writes itself, typed by who copies a document.

use crate::diag::{Diagnostic, Diagnostics, Phrase, Pointer, phrase, registry};

use super::super::text::Text;
use super::super::types::{Archive, Recipients, Spec};

/// Reads the last recipient into the archive where it is the line of what is filed. Elsewhere, or beside an archive that says
/// otherwise, it is an error.
pub(super) fn take_over(spec: &mut Spec, out: &mut Diagnostics) {
    let Some(recipients) = &mut spec.recipients else { return };
    let count = recipients.items.len();
    for i in 0..count {
        let item = recipients.items[i].as_str();
        let Some(line) = typed_line(item) else { continue };
        let read = read(line);
        let is_read = i + 1 == count && read.as_ref().is_some_and(|read| agrees(recipients, read));
        let at = Pointer::root().key("recipients").key("items").index(i);
        let finding = if is_read {
            Diagnostic::of(
                registry::OWN_ARCHIVE,
                at,
                phrase!(
                    "“{item}” là dòng “Lưu”, không phải nơi nhận; đã chuyển sang \"archive\"",
                    "“{item}” is what is filed, no recipient; it was taken into \"archive\""
                ),
            )
            .as_warning()
        } else {
            Diagnostic::of(
                registry::OWN_ARCHIVE,
                at,
                phrase!(
                    "dòng “Lưu” được chương trình tự thêm, ghi ở đây sẽ in hai lần",
                    "the “Lưu” line is added by the program and would be printed twice"
                ),
            )
        };
        out.push(finding.hint(hint(read.as_ref())));
        if is_read {
            recipients.archive = read;
            recipients.items.pop();
        }
    }
}

/// Whether an item of the recipients is the line of what is filed.
pub(super) fn is_archive_line(item: &str) -> bool {
    typed_line(item).is_some()
}

/// Whether nothing else is said of what is filed.
fn agrees(recipients: &Recipients, read: &Archive) -> bool {
    recipients.archive.as_ref().is_none_or(|given| given == read)
}

fn hint(read: Option<&Archive>) -> Phrase {
    let archive = read.and_then(|read| serde_json::to_string(read).ok());
    let archive = archive.unwrap_or_else(|| "{\"units\": [\"…\"]}".to_owned());
    phrase!(
        "xóa phần tử này; phần lưu ghi ở \"archive\": {archive}",
        "delete this item; what is filed goes to \"archive\": {archive}"
    )
}

/// What stands behind `Lưu:` or `Lưu` in an item that is the line of what is filed.
fn typed_line(item: &str) -> Option<&str> {
    let item = item.trim_start_matches(|c: char| matches!(c, '-' | '–' | '+' | '•') || c.is_whitespace());
    let word = item.get(..WORD.len()).filter(|word| word.to_lowercase() == "lưu")?;
    let rest = &item[word.len()..];
    match rest.trim_start().strip_prefix(':') {
        Some(line) => Some(line.trim()),
        // `Lưu VT`, and not a name such as `Lưu trữ quốc gia` or `Lưu Văn A`
        None => {
            let line = rest.strip_prefix(' ')?.trim();
            let first = line.split([',', ';', ' ', '.']).next().unwrap_or_default();
            (first.chars().count() > 1 && first.chars().all(char::is_uppercase)).then_some(line)
        }
    }
}

const WORD: &str = "Lưu";

/// Reads `VT, TTBCXB (2). PL.(300).`; `None` where it holds anything else.
fn read(line: &str) -> Option<Archive> {
    let line = line.trim_end_matches([';', ' ']);
    let (places, writer) = match line.split_once(". ") {
        Some((places, writer)) => (places, Some(writer)),
        None => (line.trim_end_matches('.'), None),
    };
    let (places, file_copies) = copies(places);
    let mut names = places.split([',', ';']).map(str::trim);
    let office = names.next().filter(|name| !name.is_empty())?;
    let units: Vec<Text> = names.map(Text::new).collect::<Result<_, _>>().ok()?;
    let (drafter, copies) = match writer.map(|writer| copies(writer.trim_end_matches(['.', ' ']))) {
        Some((drafter, copies)) => {
            let drafter = drafter.trim_end_matches(['.', ' ']);
            (Some(drafter).filter(|drafter| !drafter.is_empty()).map(Text::new).transpose().ok()?, copies)
        }
        None => (None, None),
    };
    let office = if office == "VT" { None } else { Some(Text::new(office).ok()?) };
    Some(Archive { office, units, file_copies, drafter, copies })
}

/// A text without the number in brackets at its end, and the number: `(2)`, `(5b)`, `(05 bản)`.
fn copies(text: &str) -> (&str, Option<u32>) {
    let text = text.trim_end();
    let Some((head, inside)) = text.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')) else {
        return (text, None);
    };
    let digits = inside.trim().trim_end_matches("bản").trim_end_matches(['b', ' ']);
    match digits.parse().ok().filter(|_| digits.bytes().all(|b| b.is_ascii_digit())) {
        Some(number) => (head.trim_end(), Some(number)),
        None => (text, None),
    }
}

#[cfg(test)]
mod tests {
    use super::{read, typed_line};

    fn read_as(item: &str) -> Option<String> {
        typed_line(item).and_then(read).map(|archive| serde_json::to_string(&archive).unwrap_or_default())
    }

    #[test]
    fn the_line_of_what_is_filed_is_read_in_each_of_its_forms() {
        for (item, archive) in [
            ("Lưu: VT, VX.", r#"{"units":["VX"]}"#),
            ("- Lưu: VT, TH (5b).", r#"{"units":["TH"],"file_copies":5}"#),
            ("Lưu VT", "{}"),
            ("Lưu: VT; KTTH;", r#"{"units":["KTTH"]}"#),
            ("LƯU: VT, TTBCXB (2). PL.(300).", r#"{"units":["TTBCXB"],"file_copies":2,"drafter":"PL","copies":300}"#),
            ("Lưu: VP, NVA", r#"{"office":"VP","units":["NVA"]}"#),
            ("Lưu : VT, Phòng Tổng hợp.", r#"{"units":["Phòng Tổng hợp"]}"#),
        ] {
            assert_eq!(read_as(item).as_deref(), Some(archive), "{item}");
        }
    }

    #[test]
    fn recipients_whose_names_begin_so_stay() {
        for item in ["Lưu trữ quốc gia", "Lưu Văn A", "Trung tâm Lưu trữ", "Cục Văn thư"] {
            assert_eq!(typed_line(item), None, "{item}");
        }
    }
}
