//! What is told of a digital signature at the top right of page 1 (ô số 14), where no image of it shows: in each file of an electronic
//! copy the form of copy, the organ that copies and the time; in the file that an attached text or appendix has of its own number,
//! symbol and time (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.8; Phụ lục III, Mẫu 1.3, 2.2, 3.2).

use super::copy;
use crate::compose::{Composer, fit, paragraph, wording};
use crate::diag::{Diagnostic, Pointer, phrase, registry};
use crate::model::{Block, PageSetup, Role};
use crate::specification::PartId;
use crate::units::Length;

/// The lines of the file that is composed: that of its own signature, then that of the copy.
pub(in crate::compose) fn of_file(c: &mut Composer<'_>, page: &PageSetup) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut height = Length::ZERO;
    for (text, at) in of_part(c).into_iter().chain(copy::signing_text(c)) {
        let block = line(c, &text, at.clone(), page.text_width());
        height += c.heights().of(&block, page.text_width());
        // a higher one would push the text of page 1 down
        if height > page.margin_top - page.header_distance {
            c.out.push(too_long(c, &at));
        }
        blocks.push(block);
    }
    blocks
}

/// What the line of a part with a file of its own says: `Số: 15/QĐ-UBND; 15/6/2024; 09:30:00 +07:00`.
fn of_part(c: &Composer<'_>) -> Option<(String, Pointer)> {
    let time = match c.file {
        PartId::Main => None,
        PartId::Attachment(index) => c.spec.attachments.get(index)?.signed_at.as_ref(),
        PartId::Appendix(index) => c.spec.appendices.get(index)?.signed_at.as_ref(),
    };
    let time = wording::signing_time(time?.as_str());
    let number = wording::number_of(c.spec);
    let text = if c.template.is_unnumbered() {
        time
    } else {
        format!("{}; {time}", wording::number_line(&c.profile.words.number.text, number.as_deref(), &c.symbol))
    };
    Some((text, c.file.pointer().key("signed_at")))
}

fn line(c: &Composer<'_>, text: &str, at: Pointer, width: Length) -> Block {
    let of_type = c.type_of(Role::SigningLine);
    let lines = of_type.balance(text, width - of_type.slack());
    paragraph(Role::SigningLine, at, fit::inlines(lines))
}

fn too_long(c: &Composer<'_>, at: &Pointer) -> Diagnostic {
    let copy = Pointer::root().key("copy");
    if *at == copy.key("signed_at") {
        let own = c.spec.copy.as_ref().is_some_and(|copy| copy.issuer.is_some());
        let name = if own { "/copy/issuer/name" } else { "/issuer/name" };
        return Diagnostic::of(
            registry::SIGNING_LINE_TOO_LONG,
            copy,
            phrase!(
                "dòng thông tin ký số của bản sao không đủ chỗ trong lề trên",
                "the line about the signature of the copy does not fit into the top margin"
            ),
        )
        .hint(phrase!("rút gọn tên cơ quan sao ({name})", "shorten the name of the organ that copies ({name})"));
    }
    Diagnostic::of(
        registry::SIGNING_LINE_TOO_LONG,
        at.clone(),
        phrase!(
            "dòng thông tin ký số không đủ chỗ trong lề trên",
            "the line about the signature does not fit into the top margin"
        ),
    )
    .hint(phrase!("rút gọn ký hiệu (/symbol)", "shorten the symbol (/symbol)"))
}
