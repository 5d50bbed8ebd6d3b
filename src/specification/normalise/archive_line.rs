//! `Lưu: VT, VX.` among the recipients: the line that the composer writes itself, typed by who copies a document.

use crate::diag::{Diagnostic, Diagnostics, Phrase, Pointer, phrase, registry};

use super::super::recipients::Archive;
use super::super::text::Text;
use super::super::types::Spec;

/// Reads the line of what is filed out of the recipients into the archive, with a warning; beside an archive that says otherwise it is
/// an error. Gives the place it had, for what follows it moves up by one.
pub(crate) fn take_over(spec: &mut Spec, out: &mut Diagnostics) -> Option<Pointer> {
    let recipients = spec.recipients.as_mut()?;
    let items = Pointer::root().key("recipients").key("items");
    let mut taken = None;
    for (i, item) in recipients.items.iter().enumerate() {
        let item = item.as_str();
        let Some(line) = typed_line(item) else { continue };
        let read = read(line);
        let at = items.index(i);
        let finding = match read.as_ref().filter(|read| taken.is_none() && agrees(recipients.archive.as_ref(), read)) {
            Some(_) => Diagnostic::of(
                registry::OWN_ARCHIVE,
                at,
                phrase!(
                    "“{item}” là dòng “Lưu”, không phải nơi nhận; đã chuyển sang \"archive\"",
                    "“{item}” is what is filed, no recipient; it was taken into \"archive\""
                ),
            )
            .as_warning(),
            None if read.is_some() => Diagnostic::of(
                registry::OWN_ARCHIVE,
                at,
                phrase!(
                    "“{item}” là dòng “Lưu”, nhưng phần lưu đã ghi ở chỗ khác; văn bản chỉ in một dòng “Lưu”",
                    "“{item}” is what is filed, but that is said in another place too; only one such line is printed"
                ),
            ),
            None => Diagnostic::of(
                registry::OWN_ARCHIVE,
                at,
                phrase!(
                    "dòng “Lưu” được chương trình tự thêm, ghi ở đây sẽ in hai lần",
                    "the “Lưu” line is added by the program and would be printed twice"
                ),
            ),
        };
        out.push(finding.hint(hint(read.as_ref())));
        if let Some(read) = read.filter(|read| taken.is_none() && agrees(recipients.archive.as_ref(), read)) {
            taken = Some((i, read));
        }
    }
    let (place, read) = taken?;
    recipients.items.remove(place);
    recipients.archive = Some(read);
    Some(items.index(place))
}

/// Whether an item of the recipients is the line of what is filed.
pub(super) fn is_archive_line(item: &str) -> bool {
    typed_line(item).is_some()
}

/// Whether nothing else is said of what is filed.
fn agrees(given: Option<&Archive>, read: &Archive) -> bool {
    given.is_none_or(|given| given == read || *given == Archive::default())
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
    let rest = item.get(word.len()..)?;
    let rest = rest.strip_prefix(" tại").filter(|rest| rest.starts_with([' ', ':'])).unwrap_or(rest);
    if let Some(line) = rest.trim_start().strip_prefix(':') {
        return Some(line.trim());
    }
    if rest.trim_matches(['.', ';', ',', ' ']).is_empty() {
        return Some("");
    }
    // `Lưu VT`, `Lưu văn thư`, and not a name such as `Lưu trữ quốc gia` or `Lưu Văn A`
    let line = rest.strip_prefix([' ', '\u{a0}'])?.trim();
    let first = line.split([',', ';', ' ', '.']).next().unwrap_or_default();
    let is_abbreviation = first.chars().count() > 1 && first.chars().all(char::is_uppercase) && word != "LƯU";
    let is_place = OFFICES.iter().any(|office| line.to_lowercase().starts_with(office));
    (is_abbreviation || is_place || first == "VT").then_some(line)
}

/// Places where documents are filed, in words.
const OFFICES: [&str; 3] = ["văn thư", "hồ sơ", "văn phòng"];

const WORD: &str = "Lưu";

/// Reads `VT, TTBCXB (2). PL.(300).`; `None` where it holds anything else.
fn read(line: &str) -> Option<Archive> {
    let line = line.trim_end_matches([';', ' ']);
    // `Lưu.`: where, goes without saying
    if line.trim_matches('.').is_empty() {
        return Some(Archive::default());
    }
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
    let office =
        if office == "VT" || office.to_lowercase() == "văn thư" { None } else { Some(Text::new(office).ok()?) };
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
            ("Lưu văn thư, HC", r#"{"units":["HC"]}"#),
            ("Lưu tại: VT", "{}"),
            ("Lưu: VT, P.NV (03b), Hg.05.", r#"{"units":["P.NV (03b)","Hg.05"]}"#),
            ("Lưu.", "{}"),
            ("- Lưu:", "{}"),
        ] {
            assert_eq!(read_as(item).as_deref(), Some(archive), "{item}");
        }
    }

    #[test]
    fn recipients_whose_names_begin_so_stay() {
        for item in ["Lưu trữ quốc gia", "Lưu Văn A", "LƯU VĂN B", "Lưu Thị Văn", "Trung tâm Lưu trữ", "Cục Văn thư"]
        {
            assert_eq!(typed_line(item), None, "{item}");
        }
    }
}
