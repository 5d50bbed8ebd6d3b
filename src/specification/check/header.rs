//! Number, symbol, place, date, subject.

use crate::diag::{Diagnostic, Diagnostics, Pointer, registry};

use super::super::reader_faults::p;
use super::super::types::{DocType, Regulation, Spec};
use super::decoration::strip_end;
use super::{Element, ND30_FROM, earliest, latest};

/// The day the districts ended.
const NO_DISTRICTS_FROM: (i32, u32, u32) = (2025, 7, 1);

pub(super) fn check(spec: &mut Spec, out: &mut Diagnostics) {
    check_number(spec, out);
    check_symbol(spec, out);
    check_place(spec, out);
    check_regulation(spec, out);
    check_subject(spec, out);
    check_districts(spec, out);
    if spec.doc_type == DocType::Submission && spec.addressees.is_empty() {
        out.push(
            Diagnostic::of(
                registry::NO_ADDRESSEES,
                Pointer::root().key("addressees"),
                p("tờ trình không có Kính gửi", "a proposal without addressees"),
            )
            .hint(p("thêm \"addressees\": [\"…\"]", "add \"addressees\": [\"…\"]"))
            .cite(Element::Recipients.clause(spec)),
        );
    }
}

fn check_number(spec: &Spec, out: &mut Diagnostics) {
    if spec.number == Some(0) {
        out.push(
            Diagnostic::of(
                registry::NUMBER_ZERO,
                Pointer::root().key("number"),
                p("số văn bản là 0, số bắt đầu từ 1", "the number is 0, numbers begin at 1"),
            )
            .hint(p("bản dự thảo chưa có số thì viết null", "in a draft without a number write null"))
            .cite(Element::Number.clause(spec)),
        );
    }
}

fn check_symbol(spec: &Spec, out: &mut Diagnostics) {
    let at = Pointer::root().key("symbol");
    let Some(symbol) = &spec.symbol else {
        if spec.issuer.abbreviation.is_none() {
            out.push(
                Diagnostic::of(
                    registry::NO_SYMBOL,
                    Pointer::root().key("issuer").key("abbreviation"),
                    p(
                        "không có chữ viết tắt tên cơ quan để ghép thành ký hiệu",
                        "there is no abbreviation of the organ to compose the symbol from",
                    ),
                )
                .hint(p(
                    "thêm \"abbreviation\": \"STTTT\" vào \"issuer\", hoặc \"symbol\": \"BC-STTTT\"",
                    "add \"abbreviation\": \"STTTT\" to \"issuer\", or \"symbol\": \"BC-STTTT\"",
                ))
                .cite(Element::Number.clause(spec)),
            );
        }
        return;
    };
    let symbol = symbol.as_str();
    let lone = without_number(symbol);
    let tight: String = lone.split_whitespace().collect();
    let write = p(format!("viết \"{tight}\""), format!("write \"{tight}\""));
    if lone.len() != symbol.len() {
        out.push(
            Diagnostic::of(
                registry::SYMBOL_WITH_NUMBER,
                at,
                p(
                    format!("ký hiệu \"{symbol}\" gồm cả số; số ghi riêng ở \"number\""),
                    format!("the symbol \"{symbol}\" holds the number too, which belongs in \"number\""),
                ),
            )
            .hint(write)
            .cite(Element::Number.clause(spec)),
        );
    } else if tight.len() != lone.len() {
        out.push(
            Diagnostic::of(
                registry::SYMBOL_SPACES,
                at,
                p(
                    format!("ký hiệu \"{symbol}\" có khoảng trắng"),
                    format!("the symbol \"{symbol}\" holds white space"),
                ),
            )
            .hint(write)
            .cite(Element::Number.clause(spec)),
        );
    }
}

/// The symbol without `Số: 624/` before it.
fn without_number(symbol: &str) -> &str {
    let rest = symbol.strip_prefix("Số").map_or(symbol, |rest| rest.trim_start_matches([':', ' ']));
    let after_digits = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    match after_digits.strip_prefix('/') {
        Some(lone) => lone.trim_start(),
        None => rest,
    }
}

fn check_place(spec: &mut Spec, out: &mut Diagnostics) {
    let at = || Pointer::root().key("issue_place");
    let clause = Element::PlaceAndDate.clause(spec);
    strip_end(&mut spec.issue_place, at, &clause, out);
    let place = spec.issue_place.as_str();
    if let Some((name, _)) = place.split_once(", ngày").or_else(|| place.split_once(" ngày ")) {
        out.push(
            Diagnostic::of(
                registry::PLACE_FORM,
                at(),
                p(
                    "địa danh gồm cả ngày tháng; ngày ghi riêng ở \"issue_date\"",
                    "the place holds the date too, which belongs in \"issue_date\"",
                ),
            )
            .hint(p(
                format!("viết \"{}\"", name.trim_end_matches(',')),
                format!("write \"{}\"", name.trim_end_matches(',')),
            ))
            .cite(clause),
        );
    } else if place.chars().next().is_some_and(char::is_lowercase) {
        out.push(
            Diagnostic::of(
                registry::PLACE_FORM,
                at(),
                p(
                    format!("địa danh \"{place}\" không viết hoa chữ đầu"),
                    format!("the place \"{place}\" does not begin with a capital"),
                ),
            )
            .as_warning()
            .hint(p("viết hoa chữ cái đầu của địa danh", "write the place's initials in capitals"))
            .cite(clause),
        );
    }
}

fn check_regulation(spec: &Spec, out: &mut Diagnostics) {
    let (title, when) = match spec.regulation {
        Some(Regulation::Nd30) if latest(spec.issue_date) < ND30_FROM => {
            ("Nghị định 30/2020/NĐ-CP", "trước ngày 05/3/2020")
        }
        Some(Regulation::Tt01) if earliest(spec.issue_date) >= ND30_FROM => {
            ("Thông tư 01/2011/TT-BNV", "từ ngày 05/3/2020 trở đi")
        }
        _ => return,
    };
    let en = if spec.regulation == Some(Regulation::Nd30) { "before" } else { "after" };
    out.push(
        Diagnostic::of(
            registry::WRONG_REGULATION,
            Pointer::root().key("regulation"),
            p(
                format!("{title} không áp dụng cho văn bản ban hành {when}"),
                format!("{title} does not govern documents issued {en} 5 March 2020"),
            ),
        )
        .hint(p(
            "bỏ \"regulation\" để chương trình chọn theo ngày ban hành",
            "leave out \"regulation\" and it is chosen by the issue date",
        ))
        .cite("NĐ 30/2020/NĐ-CP, Điều 37"),
    );
}

fn check_subject(spec: &Spec, out: &mut Diagnostics) {
    let at = || Pointer::root().key("subject");
    let subject = spec.subject.as_str();
    if subject.ends_with('.') && !subject.ends_with("...") {
        out.push(
            Diagnostic::of(
                registry::SUBJECT_STOP,
                at(),
                p("trích yếu kết thúc bằng dấu chấm", "the subject ends with a full stop"),
            )
            .hint(p("bỏ dấu chấm cuối", "delete the full stop"))
            .cite(Element::TypeAndSubject.clause(spec)),
        );
    }
}

fn check_districts(spec: &Spec, out: &mut Diagnostics) {
    if earliest(spec.issue_date) < NO_DISTRICTS_FROM {
        return;
    }
    let issuer = || Pointer::root().key("issuer");
    let parents = spec.issuer.parents.iter().enumerate().map(|(i, text)| (issuer().key("parents").index(i), text));
    let others = [(issuer().key("name"), &spec.issuer.name), (Pointer::root().key("issue_place"), &spec.issue_place)];
    for (at, text) in parents.chain(others) {
        let text = format!(" {} ", text.as_str().to_lowercase());
        let Some(word) = ["huyện", "quận", "thị xã", "thị trấn"].into_iter().find(|w| text.contains(&format!(" {w} ")))
        else {
            continue;
        };
        out.push(
            Diagnostic::of(
                registry::ABOLISHED_DISTRICT,
                at,
                p(
                    format!("từ 01/7/2025 không còn đơn vị hành chính cấp “{word}”"),
                    format!("since 1 July 2025 there is no administrative unit “{word}”"),
                ),
            )
            .hint(p("ghi tên cơ quan, địa danh sau khi sắp xếp", "write the name after the reorganisation")),
        );
    }
}
