//! What stands around the body: issuer, number, subject, addressees, bases, recipients, signatures; and the layout.

use serde_json::{Map, Value, json};

use super::body::{self, Numbering};
use super::chance::Chance;
use super::{Kind, Passages, parts};

/// Types whose bodies are counted in articles; the others in sections.
const BY_ARTICLES: &[&str] = &["regulation", "rules", "decision", "resolution", "contract", "memorandum", "agreement"];
const BY_SECTIONS: &[&str] = &[
    "directive",
    "communique",
    "notice",
    "guidance",
    "programme",
    "plan",
    "scheme",
    "project",
    "report",
    "submission",
    "power_of_attorney",
    "dispatch_slip",
    "notification_slip",
    "transfer_slip",
    "letter",
    "telegram",
    "invitation",
    "introduction",
    "leave_permit",
    "minutes",
    "official_correspondence",
];

/// Types that must say whom they are for.
const ADDRESSED: &[&str] = &["submission", "letter", "telegram", "invitation"];
/// Types that are for nobody in particular.
const UNADDRESSED: &[&str] =
    &["decision", "resolution", "minutes", "contract", "memorandum", "agreement", "introduction", "leave_permit"];
/// Types that say no căn cứ.
const WITHOUT_BASES: &[&str] = &["introduction", "leave_permit", "official_correspondence"];
/// Types that two sign side by side.
const SIGNED_BY_TWO: &[&str] = &["minutes", "contract", "memorandum", "agreement"];

/// Parent, name, abbreviation: one line and many, short and long.
const ISSUERS: &[[&str; 3]] = &[
    ["UBND tỉnh Lạng Sơn", "Sở Thông tin và Truyền thông", "STTTT"],
    ["", "Ủy ban nhân dân\nxã Thất Khê", "UBND"],
    ["UBND thành phố Hà Nội", "Sở Văn hóa và Thể thao", "SVHTT"],
    ["Bộ Nội vụ", "Cục Văn thư và Lưu trữ nhà nước", "VTLTNN"],
    ["", "Ủy ban nhân dân tỉnh Hà Tĩnh", "UBND"],
    ["UBND tỉnh Hà Giang", "Ban Quản lý dự án đầu tư xây dựng các công trình dân dụng và công nghiệp", "BQLDA"],
    ["Trường Đại học Khoa học Tự nhiên", "Phòng Tổ chức - Hành chính", "TCHC"],
    ["", "Thanh tra Chính phủ", "TTCP"],
];

const PLACES: &[&str] =
    &["Lạng Sơn", "Hà Nội", "Thất Khê", "Thành phố Hồ Chí Minh", "Bà Rịa - Vũng Tàu", "Thừa Thiên Huế"];

const ADDRESSEES: &[&str] = &[
    "Ủy ban nhân dân tỉnh Lạng Sơn",
    "Bộ Nội vụ",
    "Sở Tài chính tỉnh Lạng Sơn",
    "Công an tỉnh",
    "Ủy ban nhân dân các xã, phường trên địa bàn tỉnh",
    "Các cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh và các đơn vị sự nghiệp công lập trực thuộc",
];

const RECIPIENTS: &[&str] = &[
    "Thường trực Tỉnh ủy, HĐND tỉnh",
    "Chủ tịch, các Phó Chủ tịch UBND tỉnh",
    "Bộ Nội vụ (để báo cáo)",
    "Công an tỉnh (PV01)",
    "Các sở, ban, ngành",
    "UBND các xã, phường",
    "Cổng Thông tin điện tử tỉnh",
    "Báo và Đài Phát thanh, Truyền hình tỉnh",
    "Trung tâm Công báo",
];

const BASES: &[&str] = &[
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
    "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019",
    "Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2025",
    "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư",
    "Căn cứ Nghị định số 145/2020/NĐ-CP ngày 14 tháng 12 năm 2020 của Chính phủ quy định chi tiết và hướng dẫn thi hành một số điều của Bộ luật Lao động về điều kiện lao động và quan hệ lao động",
    "Căn cứ Quyết định số 28/2018/QĐ-TTg ngày 12 tháng 7 năm 2018 của Thủ tướng Chính phủ về việc gửi, nhận văn bản điện tử giữa các cơ quan trong hệ thống hành chính nhà nước",
    "Theo đề nghị của Chánh Văn phòng Ủy ban nhân dân tỉnh tại Tờ trình số 45/TTr-VP ngày 12 tháng 01 năm 2026",
];

/// Authority (lines) and position.
const SIGNATURES: &[(&[&str], &str)] = &[
    (&["TM. Ủy ban nhân dân", "KT. Chủ tịch"], "Phó Chủ tịch"),
    (&["KT. Giám đốc"], "Phó Giám đốc"),
    (&[], "Giám đốc"),
    (&["TL. Bộ trưởng"], "Chánh Văn phòng"),
    (&["TUQ. Giám đốc"], "Trưởng phòng Tổ chức - Hành chính"),
    (&["TM. Ban Chỉ đạo"], "Trưởng ban"),
];

pub(super) fn document(passages: &Passages, kind: Kind, chance: &mut Chance) -> Value {
    let articles = chance.in_hundred(20);
    let doc_type = chance.one_of(if articles { BY_ARTICLES } else { BY_SECTIONS });
    let numbering = if articles { Numbering::Articles } else { Numbering::Sections };
    let subject = passages.all[chance.below(passages.all.len())].heading.clone();
    let (year, month, day) = (chance.between(2021, 2026), chance.between(1, 12), chance.between(1, 28));
    let mut spec = json!({
        "doc_type": doc_type,
        "issuer": issuer(chance),

        "issue_place": chance.one_of(PLACES),
        "issue_date": format!("{year}-{month:02}-{day:02}"),
        "subject": subject,
        "body": body::blocks(passages, kind, numbering, body::LENGTH, chance),
        "recipients": recipients(chance),
        "signatures": signatures(chance),
        "layout": layout(chance),
    });
    // lines of a fixed height have no room for high pictures
    if kind == Kind::Pictures && spec["layout"]["line_spacing"] == "exactly 18pt" {
        spec["layout"]["line_spacing"] = "single".into();
    }
    // a thư công has none
    let number = chance.between(1, 2500);
    if doc_type != "official_correspondence" {
        spec["number"] = number.into();
    }
    // contracts and the like have no organ of their own to write to
    if SIGNED_BY_TWO.contains(&doc_type) && doc_type != "minutes" {
        spec["issuer"].as_object_mut().unwrap().remove("contact");
    }
    if SIGNED_BY_TWO.contains(&doc_type) {
        spec["signatures"] = (0..2).map(|_| signature(chance)).collect();
    }
    if !UNADDRESSED.contains(&doc_type) && (ADDRESSED.contains(&doc_type) || chance.in_hundred(30)) {
        let count = chance.between(1, 3);
        spec["addressees"] = chance.some_of(ADDRESSEES, count).into();
    }
    if !WITHOUT_BASES.contains(&doc_type) && chance.in_hundred(30) {
        let count = chance.between(2, 5);
        spec["legal_basis"] = chance.some_of(BASES, count).into();
    }
    if kind == Kind::Parts {
        parts::add(&mut spec, passages, chance);
    }
    spec
}

fn issuer(chance: &mut Chance) -> Value {
    let [parent, name, abbreviation] = ISSUERS[chance.below(ISSUERS.len())];
    let mut issuer = json!({ "name": name, "abbreviation": abbreviation });
    if !parent.is_empty() {
        issuer["parents"] = json!([parent]);
    }
    if chance.in_hundred(15) {
        issuer["contact"] = json!({
            "address": "Số 1 đường Hùng Vương, tỉnh Lạng Sơn", "phone": "0205.3814.555", "email": "vanthu@langson.gov.vn",
        });
    }
    issuer
}

fn recipients(chance: &mut Chance) -> Value {
    let count = chance.between(2, 7);
    let items = chance.some_of(RECIPIENTS, count);
    json!({ "items": items, "archive": { "units": [chance.one_of(&["TTBCXB", "VP", "HTS"])] } })
}

fn signatures(chance: &mut Chance) -> Value {
    let count = if chance.in_hundred(15) { 2 } else { 1 };
    (0..count).map(|_| signature(chance)).collect()
}

fn signature(chance: &mut Chance) -> Value {
    let (authority, position) = SIGNATURES[chance.below(SIGNATURES.len())];
    json!({ "authority": authority, "position": position, "signer": "Nguyễn Văn A" })
}

/// Values within what the regulation allows, so that nothing is refused.
fn layout(chance: &mut Chance) -> Value {
    let mut layout = Map::new();
    let mut set = |name: &str, value: String| layout.insert(name.to_owned(), value.into());
    if chance.in_hundred(70) {
        set("margin_left", format!("{}mm", chance.between(30, 35)));
        set("margin_right", format!("{}mm", chance.between(15, 20)));
    }
    if chance.in_hundred(40) {
        set("margin_top", format!("{}mm", chance.between(20, 25)));
        set("margin_bottom", format!("{}mm", chance.between(20, 25)));
    }
    let size = chance.one_of(&["13pt", "13.5pt", "14pt", "14pt"]);
    set("body_size", size.to_owned());
    set("heading_size", size.to_owned());
    set("first_line_indent", chance.one_of(&["1cm", "1.27cm", "1.27cm"]).to_owned());
    set("paragraph_spacing", chance.one_of(&["6pt", "6pt", "8pt", "10pt", "12pt"]).to_owned());
    set("line_spacing", chance.one_of(&["single", "single", "single", "1.15", "1.5", "exactly 18pt"]).to_owned());
    layout.into()
}
