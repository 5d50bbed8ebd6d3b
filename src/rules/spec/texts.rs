//! Slips that any text may hold.

use std::ops::Range;

use super::left_marks::{LeftMark, left_marks};
use super::links;
use crate::diag::{Diagnostic, Diagnostics, Pointer, phrase, registry};
use crate::specification::{
    Adoption, BodyBlock, Issuer, PartId, Recipients, RecordSpec, RichText, Signature, Spec, Text,
};
use crate::vietnamese::garbled;

/// Where a text stands, made when it is told. One machine code for all places: there are three dozen.
type At<'a> = &'a dyn Fn() -> Pointer;

pub(super) fn check(spec: &Spec, out: &mut Diagnostics) {
    let root = Pointer::root;
    one_line(spec.symbol.as_ref(), &|| root().key("symbol"), out);
    one_line(Some(&spec.issue_place), &|| root().key("issue_place"), out);
    check_issuer(&spec.issuer, &|| root().key("issuer"), out);
    // the first of them is the issuer
    for organ in spec.organs().skip(1) {
        one_line(organ.abbreviation, &|| organ.at.key("abbreviation"), out);
        lines(organ.name, &|| organ.at.key("name"), out);
        each(organ.parents, &|| organ.at.key("parents"), out);
    }
    lines(&spec.subject, &|| root().key("subject"), out);
    let more =
        [(&spec.session, "session"), (&spec.subject_note, "subject_note"), (&spec.authority_line, "authority_line")];
    for (text, name) in more {
        text.iter().for_each(|text| lines(text, &|| root().key(name), out));
    }
    each(&spec.addressees, &|| root().key("addressees"), out);
    for (i, basis) in spec.legal_basis.iter().enumerate() {
        rich(basis, &|| root().key("legal_basis").index(i), out);
    }
    for body in spec.bodies() {
        for (i, block) in body.blocks.iter().enumerate() {
            check_block(block, &|| body.of.body().index(i), out);
        }
    }
    for (name, text) in spec.ending_texts() {
        rich(text, &|| root().key(name), out);
    }
    if let Some(Adoption::Facts(facts)) = &spec.adoption {
        for (text, name) in [(&facts.organ, "organ"), (&facts.session, "session")] {
            one_line(text.as_ref(), &|| root().key("adoption").key(name), out);
        }
    }
    for (i, attachment) in spec.attachments.iter().enumerate() {
        let at = || PartId::Attachment(i).pointer();
        lines(&attachment.subject, &|| at().key("subject"), out);
        attachment.issuer.iter().for_each(|issuer| check_issuer(issuer, &|| at().key("issuer"), out));
        attachment.accompanies.iter().for_each(|text| lines(text, &|| at().key("accompanies"), out));
        attachment.recipients.iter().for_each(|given| check_recipients(given, &|| at().key("recipients"), out));
        for (i, signature) in attachment.signatures.iter().enumerate() {
            check_signature(signature, &|| at().key("signatures").index(i), out);
        }
    }
    for (i, appendix) in spec.appendices.iter().enumerate() {
        let at = || PartId::Appendix(i).pointer();
        lines(&appendix.title, &|| at().key("title"), out);
        appendix.accompanies.iter().for_each(|text| lines(text, &|| at().key("accompanies"), out));
    }
    if let Some(recipients) = &spec.recipients {
        check_recipients(recipients, &|| root().key("recipients"), out);
    }
    if let Some(record) = &spec.record {
        check_record(record, out);
    }
    for (i, signature) in spec.signatures.iter().enumerate() {
        check_signature(signature, &|| root().key("signatures").index(i), out);
    }
    if let Some(marks) = &spec.marks {
        one_line(marks.circulation.as_ref(), &|| root().key("marks").key("circulation"), out);
        one_line(marks.draft.as_ref(), &|| root().key("marks").key("draft"), out);
    }
    if let Some(approval) = &spec.approval {
        let at = || root().key("approval");
        approval.word.iter().for_each(|word| lines(word, &|| at().key("word"), out));
        check_signature(&approval.signature, &|| at().key("signature"), out);
    }
    if let Some(copy) = &spec.copy {
        let at = || root().key("copy");
        one_line(copy.symbol.as_ref(), &|| at().key("symbol"), out);
        one_line(copy.issue_place.as_ref(), &|| at().key("issue_place"), out);
        copy.issuer.iter().for_each(|issuer| check_issuer(issuer, &|| at().key("issuer"), out));
        copy.recipients.iter().for_each(|recipients| check_recipients(recipients, &|| at().key("recipients"), out));
        copy.signature.iter().for_each(|signature| check_signature(signature, &|| at().key("signature"), out));
    }
}

fn check_issuer(issuer: &Issuer, at: At<'_>, out: &mut Diagnostics) {
    one_line(issuer.abbreviation.as_ref(), &|| at().key("abbreviation"), out);
    if let Some(contact) = &issuer.contact {
        let parts =
            [&contact.address, &contact.phone, &contact.fax, &contact.email, &contact.website].into_iter().zip(CONTACT);
        for (text, name) in parts {
            one_line(text.as_ref(), &|| at().key("contact").key(name), out);
        }
    }
    lines(&issuer.name, &|| at().key("name"), out);
    each(&issuer.parents, &|| at().key("parents"), out);
}

fn check_recipients(recipients: &Recipients, at: At<'_>, out: &mut Diagnostics) {
    each(&recipients.items, &|| at().key("items"), out);
    if let Some(archive) = &recipients.archive {
        let at = || at().key("archive");
        one_line(archive.office.as_ref(), &|| at().key("office"), out);
        one_line(archive.drafter.as_ref(), &|| at().key("drafter"), out);
        for (i, unit) in archive.units.iter().enumerate() {
            one_line(Some(unit), &|| at().key("units").index(i), out);
        }
    }
}

fn check_signature(signature: &Signature, at: At<'_>, out: &mut Diagnostics) {
    each(&signature.authority, &|| at().key("authority"), out);
    one_line(signature.signer.as_ref(), &|| at().key("signer"), out);
    for (picture, name) in [(&signature.image, "image"), (&signature.seal, "seal")] {
        let text = picture.as_ref().and_then(|picture| picture.alternative_text.as_ref());
        one_line(text, &|| at().key(name).key("alternative_text"), out);
    }
    let titles =
        [(&signature.organ, "organ"), (&signature.position, "position"), (&signature.other_title, "other_title")];
    for (text, name) in titles {
        text.iter().for_each(|text| lines(text, &|| at().key(name), out));
    }
}

const CONTACT: [&str; 5] = ["address", "phone", "fax", "email", "website"];

fn check_record(record: &RecordSpec, out: &mut Diagnostics) {
    let at = || Pointer::root().key("record");
    let texts = [&record.organ_id, &record.file_notation, &record.description];
    for (text, name) in texts.into_iter().zip(["organ_id", "file_notation", "description"]) {
        one_line(text.as_ref(), &|| at().key(name), out);
    }
    for (i, receiver) in record.to.iter().flatten().enumerate() {
        let at = || at().key("to").index(i);
        one_line(receiver.organ_id.as_ref(), &|| at().key("organ_id"), out);
        one_line(Some(&receiver.organ_name), &|| at().key("organ_name"), out);
    }
}

fn check_block(block: &BodyBlock, at: At<'_>, out: &mut Diagnostics) {
    one_line(block.label(), &|| at().key("label"), out);
    let is_form = matches!(block, BodyBlock::Field(_) | BodyBlock::Party(_) | BodyBlock::Checkbox(_));
    block.each_text(at, &mut |text, at| {
        // what a form asks for (`Họ và tên`) is no room that somebody forgot to fill
        if is_form && text.0.len() == 1 && at().as_str().ends_with("/label") {
            let text = text.0[0].text();
            if !is_garbled(text, at, out) && may_have_slips(text) {
                report_slips(text, at, out);
            }
        } else {
            rich(text, at, out);
        }
    });
}

fn each(texts: &[Text], at: At<'_>, out: &mut Diagnostics) {
    for (i, text) in texts.iter().enumerate() {
        lines(text, &|| at().index(i), out);
    }
}

fn rich(rich: &RichText, at: At<'_>, out: &mut Diagnostics) {
    let is_single = rich.0.len() == 1;
    // letters are lost in words, which runs may part
    let is_garbled = !is_single && is_garbled(&rich.plain(), at, out);
    for (i, run) in rich.0.iter().enumerate() {
        let place = || if is_single { at() } else { at().index(i) };
        let text = run.text();
        let is_garbled = is_garbled || is_single && self::is_garbled(text, &place, out);
        if !is_garbled {
            let is_foreign = run.lang.as_ref().is_some_and(|lang| !lang.as_str().starts_with("vi"));
            slips(text, is_foreign, &place, out);
        }
        if let Some(link) = &run.link
            && let Some(finding) = links::judge(link.as_str(), || at().index(i).key("link"))
        {
            out.push(finding);
        }
        if let Some(note) = &run.note {
            self::rich(note, &|| at().index(i).key("note"), out);
        }
    }
}

/// A text that stands on one line.
fn one_line(text: Option<&Text>, at: At<'_>, out: &mut Diagnostics) {
    let Some(text) = text else { return };
    if let Some(end) = text.as_str().find('\n') {
        out.push(
            Diagnostic::of(
                registry::LINE_BREAK,
                at(),
                phrase!("ở đây không xuống dòng được", "a line cannot be broken here"),
            )
            .within(text.as_str(), end..end + 1)
            .hint(phrase!("bỏ \\n", "delete the \\n")),
        );
    }
    lines(text, at, out);
}

/// A text that may have several lines.
fn lines(text: &Text, at: At<'_>, out: &mut Diagnostics) {
    let text = text.as_str();
    if !is_garbled(text, at, out) {
        slips(text, false, at, out);
    }
}

/// Whether a text is unreadable, which is told; other slips are then no slips of its writer.
fn is_garbled(text: &str, at: At<'_>, out: &mut Diagnostics) -> bool {
    let Some(garbled) = garbled(text) else { return false };
    out.push(garbled.finding(at()));
    true
}

fn slips(text: &str, is_foreign: bool, at: At<'_>, out: &mut Diagnostics) {
    if may_have_slips(text) {
        report_slips(text, at, out);
    }
    for (range, mark) in left_marks(text, is_foreign) {
        out.push(left_mark(text, range, mark, at()));
    }
}

/// A quick look, for nearly every text has none of the slips: these needles are short enough to be sought many bytes at once.
fn may_have_slips(text: &str) -> bool {
    ["  ", "\u{d0}", "\u{f0}"].iter().any(|slip| text.contains(slip))
}

fn report_slips(text: &str, at: At<'_>, out: &mut Diagnostics) {
    if let Some(start) = text.find("  ") {
        let end = text.len() - text[start..].trim_start_matches(' ').len();
        out.push(
            Diagnostic::of(registry::DOUBLE_SPACE, at(), phrase!("hai dấu cách liền nhau", "two spaces in a row"))
                .within(text, start..end)
                .hint(phrase!(
                    "bỏ bớt; việc canh chỗ do chương trình thực hiện",
                    "keep one; alignment is the program's task"
                )),
        );
    }
    if let Some((start, letter)) = text.char_indices().find(|(_, c)| matches!(c, '\u{d0}' | '\u{f0}')) {
        let meant = if letter == '\u{d0}' { 'Đ' } else { 'đ' };
        out.push(
            Diagnostic::of(
                registry::WRONG_D,
                at(),
                phrase!(
                    "ký tự “{letter}” (U+{found:04X}) không phải chữ “{meant}” (U+{asked:04X}) của tiếng Việt",
                    "the letter “{letter}” (U+{found:04X}) is not the Vietnamese “{meant}” (U+{asked:04X})",
                    found = u32::from(letter),
                    asked = u32::from(meant)
                ),
            )
            .within(text, start..start + letter.len_utf8())
            .hint(phrase!("gõ lại chữ “{meant}”", "type “{meant}”")),
        );
    }
}

fn left_mark(text: &str, range: Range<usize>, mark: LeftMark, at: Pointer) -> Diagnostic {
    let whole = text.get(range.clone()).unwrap_or_default();
    let mut left: String = whole.chars().take(LEFT_SHOWN).collect();
    if left.len() < whole.len() {
        left.truncate(left.trim_end().len());
        left.push('…');
    }
    let (message, hint) = match mark {
        LeftMark::Unfilled => (
            phrase!("còn chỗ chưa điền: “{left}”", "a placeholder is left: “{left}”"),
            phrase!("điền nội dung thật", "fill in the real words"),
        ),
        LeftMark::NoValue => (
            phrase!(
                "“{left}” là chỗ chương trình khác không có giá trị để ghi",
                "“{left}” is what another program writes where it has no value"
            ),
            phrase!(
                "điền nội dung thật, hoặc xuất lại dữ liệu nguồn",
                "fill in the real words, or export the source again"
            ),
        ),
        LeftMark::Markup => (
            phrase!("còn sót ký hiệu của chương trình khác: “{left}”", "a mark of another program is left: “{left}”"),
            phrase!(
                "xóa, hoặc viết chính ký tự đó; chữ đậm, nghiêng dùng \"bold\", \"italic\", xuống dòng dùng \\n",
                "delete it, or write the character itself; \"bold\" and \"italic\" make bold and italic text, \\n breaks a line"
            ),
        ),
    };
    Diagnostic::of(registry::LEFT_PLACEHOLDER, at, message).within(text, range).hint(hint)
}

/// The most characters of a mark that a message repeats.
const LEFT_SHOWN: usize = 40;
