//! How clerks type symbols, places, recipients, titles, names and dates: each family of slips is told, what is lawful is not, and a cure
//! that is followed is accepted.

use serde_json::{Value, json};
use vanban::diag::{Diagnostic, Diagnostics, Severity};
use vanban::font::FontBook;
use vanban::model::Role;
use vanban::{Options, Resources};

use crate::compose_support::{Composed, report_with};

fn check(spec: &Value) -> Diagnostics {
    let fonts = FontBook::bundled().unwrap();
    vanban::check(&serde_json::to_vec(spec).unwrap(), Resources::new(&fonts), &Options::default())
}

fn signed(signature: Value) -> Value {
    report_with(&json!({ "signatures": [signature] }))
}

fn named(signer: &str) -> Value {
    signed(json!({ "position": "Giám đốc", "signer": signer }))
}

fn symbol(symbol: &str) -> Value {
    report_with(&json!({ "symbol": symbol }))
}

fn organ(abbreviation: &str) -> Value {
    let mut spec = report_with(&json!({}));
    spec["issuer"]["abbreviation"] = json!(abbreviation);
    spec
}

fn place(place: &str) -> Value {
    report_with(&json!({ "issue_place": place }))
}

fn text(text: &str) -> Value {
    report_with(&json!({ "body": [{ "type": "paragraph", "text": text }] }))
}

fn received(items: &[&str]) -> Value {
    report_with(&json!({ "recipients": { "items": items } }))
}

fn codes(findings: &Diagnostics) -> Vec<&'static str> {
    findings.iter().map(|finding| finding.code).collect()
}

/// Does what the first hint of a finding says: `viết "X"`, `viết "field": X, "field": X`.
fn followed(spec: &Value, finding: &Diagnostic) -> Value {
    let hint = &finding.hints[0].vi;
    let said = &hint[hint.find('"').unwrap_or_else(|| panic!("nothing to follow in {hint}"))..];
    let mut spec = spec.clone();
    let at = finding.at.as_str();
    if let Ok(Value::Object(members)) = serde_json::from_str(&format!("{{{said}}}")) {
        let parent = spec.pointer_mut(at.rsplit_once('/').unwrap().0).unwrap().as_object_mut().unwrap();
        if members.contains_key("authority") {
            parent.remove("position");
        }
        parent.extend(members);
    } else {
        let value = serde_json::Deserializer::from_str(said).into_iter::<Value>().next().unwrap().unwrap();
        *spec.pointer_mut(at).unwrap() = value;
    }
    spec
}

/// Each is told, first of all, by this code, and is told no more once each of its hints is followed.
fn assert_cured(code: &str, severity: Severity, specs: &[Value]) {
    for spec in specs {
        let findings = check(spec);
        let found = findings.iter().find(|finding| finding.code == code);
        let found = found.unwrap_or_else(|| panic!("no {code}: {:?} of {spec}", codes(&findings)));
        assert_eq!(found.severity, severity, "{spec}");
        assert_ne!(found.message.vi, found.message.en, "{spec}");
        let mended = findings.iter().fold(spec.clone(), |mended, finding| followed(&mended, finding));
        let left = check(&mended);
        assert!(left.is_empty(), "{:?} is left of {mended}, mended from {spec}", codes(&left));
    }
}

fn assert_silent(specs: &[Value]) {
    for spec in specs {
        let findings = check(spec);
        assert!(findings.is_empty(), "{:?} of {spec}", codes(&findings));
    }
}

fn assert_found(code: &str, specs: &[Value]) {
    for spec in specs {
        assert_eq!(codes(&check(spec)), [code], "{spec}");
    }
}

#[test]
fn symbols_are_capitals_joined_by_hyphens() {
    assert_cured("VB053", Severity::Warning, &["bc-snv", "Bc-snv", "BC-Snv", "BC-Cty"].map(symbol));
    assert_cured("VB053", Severity::Warning, &["snv", "Snv"].map(organ));
    assert_cured("VB057", Severity::Warning, &["BC–SNV", "BC_SNV", "BC\u{2011}SNV"].map(symbol));
    assert_cured("VB057", Severity::Warning, &["SNV–VP"].map(organ));
    assert_cured("VB042", Severity::Error, &["bc - snv", "BC - SNV", "BC–SNV VP"].map(symbol));
    assert_cured("VB043", Severity::Error, &["Số: 12/bc - snv", "12/BC-SNV", "15/2024/BC-SNV"].map(symbol));
    assert_silent(&["BC-TTr", "BC-SNgV", "BC-SNN&PTNT", "BC-UBND", "XYZ-SNV", "BC-SNV-VP1"].map(symbol));
    assert_silent(&["SNV", "SNV-VP", "TTr", "SNN&PTNT"].map(organ));
}

#[test]
fn a_whole_name_is_no_abbreviation() {
    for (name, meant) in [("Sở Nội vụ", "SNV"), ("Sở Tài chính và Kế hoạch", "STCKH"), ("UBND xã A", "UBNDXA")]
    {
        let findings = check(&organ(name));
        assert_eq!(codes(&findings), ["VB042"], "{name}");
        let found = findings.iter().next().unwrap();
        assert_eq!((found.severity, found.at.as_str()), (Severity::Error, "/issuer/abbreviation"));
        assert!(found.hints[0].vi.contains(&format!("\"{meant}\"")), "{:?}", found.hints);
        assert!(check(&organ(meant)).is_empty());
    }
}

#[test]
fn symbols_begin_with_the_abbreviation_of_their_type() {
    let others = ["CV-SNV", "TB-SNV", "QĐ-UBND", "SNV", "SNV-VP", "BC/SNV", "BC.SNV", "tb-SNV"];
    assert_cured("VB140", Severity::Warning, &others.map(symbol));
    // an official letter has none at all
    let letter = check(&symbol("CV-SNV"));
    assert!(letter.iter().next().unwrap().hints[1].vi.contains("công văn"));
}

#[test]
fn a_year_in_the_symbol_is_that_of_a_legal_normative_document() {
    let numbered = |text: &str, number: Option<u32>| report_with(&json!({ "symbol": text, "number": number }));
    for (spec, symbol, number) in [
        (numbered("2014/QĐ-UBND", Some(15)), "BC-UBND", json!(15)),
        (numbered("15/2014/QĐ-UBND", Some(15)), "BC-UBND", json!(15)),
        (numbered("Số: 15/2014/QĐ-UBND", None), "BC-UBND", json!(15)),
        (numbered("2014/NQ-HĐND", None), "BC-HĐND", json!(null)),
    ] {
        let findings = check(&spec);
        assert_eq!(codes(&findings), ["VB054"], "{spec}");
        let found = findings.iter().next().unwrap();
        assert_eq!(found.severity, Severity::Error);
        assert!(found.message.vi.contains("2014") && found.message.vi.contains("quy phạm pháp luật"), "{found:?}");
        let mended = followed(&spec, found);
        assert_eq!((&mended["symbol"], &mended["number"]), (&json!(symbol), &number));
        assert!(check(&mended).is_empty());
    }
    // a number that looks like a year is a number
    assert_eq!(codes(&check(&numbered("2014/BC-SNV", Some(2014)))), ["VB043"]);
}

#[test]
fn a_line_break_in_the_symbol_is_told_as_such() {
    assert_found("VB026", &["BC-\nSNV", "BC\n-SNV"].map(symbol));
}

#[test]
fn lines_of_authority_are_told_in_the_position_as_in_their_place() {
    let position = |text: &str| signed(json!({ "position": text, "signer": "Lê Văn An" }));
    let no_space = ["KT.GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", "TUQ.CHỦ TỊCH"].map(position);
    assert_cured("VB062", Severity::Error, &no_space);
    let slashes =
        ["K/T GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", "KT/GIÁM ĐỐC", "T/M UBND", "K/T GIÁM ĐỐC PHÓ GIÁM ĐỐC", "kt. giám đốc"];
    assert_cured("VB061", Severity::Error, &slashes.map(position));
    let sound = [
        "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC",
        "KT. GIÁM ĐỐC",
        "KT. BỘ TRƯỞNG",
        "Q. GIÁM ĐỐC",
        "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
        "TL. GIÁM ĐỐC\nCHÁNH VĂN PHÒNG",
    ];
    assert_cured("VB151", Severity::Warning, &sound.map(position));
    assert_silent(
        &["Kế toán trưởng", "KT trưởng", "Trưởng phòng\nTổ chức", "Quyền Giám đốc", "Tổng Giám đốc"].map(position),
    );
}

#[test]
fn who_signs_for_the_head_is_a_deputy() {
    let deputy = |head: &str, own: &str| signed(json!({ "authority": [head], "position": own, "signer": "Lê Văn An" }));
    let same = [("KT. Giám đốc", "Giám đốc"), ("KT. BỘ TRƯỞNG", "BỘ TRƯỞNG"), ("KT. GIÁM ĐỐC SỞ", "Giám đốc")];
    assert_cured("VB150", Severity::Error, &same.map(|(head, own)| deputy(head, own)));
    let others = [("KT. GIÁM ĐỐC", "Trưởng phòng"), ("KT. CHỦ TỊCH", "Chánh Văn phòng")];
    assert_cured("VB154", Severity::Warning, &others.map(|(head, own)| deputy(head, own)));
    let lawful = [
        ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
        ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC\nPHỤ TRÁCH"),
        ("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"),
        ("KT. HIỆU TRƯỞNG", "P. HIỆU TRƯỞNG"),
        ("KT. CHỦ TỊCH", "PCT"),
        ("KT. TƯ LỆNH", "THAM MƯU TRƯỞNG"),
        ("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"),
    ];
    assert_silent(&lawful.map(|(head, own)| deputy(head, own)));
    // both on one line of authority
    let spec = signed(json!({ "authority": ["KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC"], "signer": "Lê Văn An" }));
    let findings = check(&spec);
    assert_eq!(codes(&findings), ["VB063"]);
    assert_eq!(
        findings.iter().next().unwrap().hints[0].vi,
        "viết \"authority\": [\"KT. GIÁM ĐỐC\"], \"position\": \"PHÓ GIÁM ĐỐC\""
    );
}

#[test]
fn a_signer_is_a_name() {
    let forms = [
        "(Đã ký) Lê Văn An",
        "Lê Văn An (đã ký)",
        "Đã ký: Lê Văn An",
        "[đã ký] LÊ VĂN AN",
        "Ông Lê Văn An",
        "ÔNG LÊ VĂN AN",
        "ông lê văn an",
        "Bà Lê Thị An",
        "Ông/Bà Lê Văn An",
        "Ông (Bà): Lê Văn An",
        "Đồng chí Lê An",
        "đ/c Lê An",
        "Ông TS. Lê Văn An",
        "Họ và tên: Lê Văn An",
    ];
    assert_cured("VB152", Severity::Warning, &forms.map(named));
    assert_cured("VB067", Severity::Warning, &["TS. LÊ VĂN AN", "PGS.TS. lê văn an", "Bác sĩ Lê An"].map(named));
    assert_cured("VB068", Severity::Warning, &["LÊ VĂN AN", "H'HEN NIÊ", "A TUÂN"].map(named));
    assert_cured("VB153", Severity::Warning, &["lê văn an", "Lê văn An"].map(named));
    for signed_alone in ["(Đã ký)", "Đã ký", "(Ký, ghi rõ họ tên)"] {
        let findings = check(&named(signed_alone));
        assert_eq!(codes(&findings), ["VB152"], "{signed_alone}");
        assert!(findings.iter().next().unwrap().hints[0].vi.contains("null"));
    }
    let names = [
        "Y Ê",
        "A Ú",
        "Y Bhiông",
        "H’Hen Niê",
        "Ông Ích Khiêm",
        "Ông Cao Thắng",
        "Charles de Gaulle",
        "Đại tá Lê Văn An",
        "Thượng úy Lê An",
        "Lưu Ký",
        "Bùi Ông",
    ];
    assert_silent(&names.map(named));
}

#[test]
fn a_place_is_the_name_of_the_unit() {
    for (typed, meant) in [
        ("tỉnh An Giang", "An Giang"),
        ("Tỉnh An Giang", "An Giang"),
        ("TỈNH AN GIANG", "An Giang"),
        ("Thành phố Hà Nội", "Hà Nội"),
        ("TP. Huế", "Huế"),
        ("TP. Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("TP.HCM", "Thành phố Hồ Chí Minh"),
        ("Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("phường 12", "Phường 12"),
        ("HÀ NỘI", "Hà Nội"),
        ("Lạng sơn", "Lạng Sơn"),
        ("xã Kim Liên", "Kim Liên"),
    ] {
        let spec = place(typed);
        let findings = check(&spec);
        assert_eq!(codes(&findings), ["VB046"], "{typed}");
        assert_eq!(followed(&spec, findings.iter().next().unwrap())["issue_place"], json!(meant), "{typed}");
        assert_eq!(findings.iter().next().unwrap().severity, Severity::Warning);
    }
    // which communes are named after persons no list says
    assert!(check(&place("xã Kim Liên")).iter().next().unwrap().hints[0].vi.contains("\"Xã Kim Liên\""));
    assert_cured("VB046", Severity::Error, &["Tỉnh An Giang, ngày 5 tháng 6 năm 2025"].map(place));
    let lawful = [
        "An Giang",
        "Thành phố Hồ Chí Minh",
        "Phường Điện Biên Phủ",
        "Phường 12",
        "Xã Kim Liên",
        "Đặc khu Phú Quốc",
        "Buôn Ma Thuột",
        "Bà Rịa - Vũng Tàu",
        "Rio de Janeiro",
        "Viêng Chăn",
        "Ô Môn",
    ];
    assert_silent(&lawful.map(place));
}

#[test]
fn as_above_wants_something_above() {
    assert_found("VB055", &[received(&["Như trên"]), received(&["Bộ Nội vụ", "như trên (để báo cáo)"])]);
    assert_found("VB055", &[report_with(&json!({ "recipients": { "as_above": true, "items": ["Bộ Nội vụ"] } }))]);
    assert_silent(&[received(&["Như Điều 3"]), received(&["Bộ Nội vụ"])]);
    assert_silent(&[report_with(&json!({ "addressees": ["Bộ Nội vụ"], "recipients": { "items": ["Như trên"] } }))]);
}

#[test]
fn only_some_types_are_addressed_to_somebody() {
    let addressed = |doc_type: &str| report_with(&json!({ "doc_type": doc_type, "addressees": ["UBND các xã"] }));
    assert_found("VB056", &["notice", "plan", "directive", "power_of_attorney"].map(addressed));
    assert_silent(&["report", "submission", "dispatch_slip", "transfer_slip", "notification_slip"].map(addressed));
}

#[test]
fn the_line_of_what_is_filed_is_read_wherever_it_stands() {
    for item in ["Lưu: VT, VX (5b).", "- Lưu: VT, VX (5);", "Lưu VT, VX (05 bản)", "lưu: VT; VX (5b)"] {
        for items in [json!(["Bộ Nội vụ", item]), json!([item, "Bộ Nội vụ"])] {
            let typed = Composed::of(&report_with(&json!({ "recipients": { "items": items } })));
            let meant = json!({ "items": ["Bộ Nội vụ"], "archive": { "units": ["VX"], "file_copies": 5 } });
            let meant = Composed::of(&report_with(&json!({ "recipients": meant })));
            assert_eq!(typed.codes(), [("VB051", Severity::Warning)], "{items}");
            assert_eq!(typed.texts(Role::RecipientItem), meant.texts(Role::RecipientItem), "{items}");
        }
    }
    // what is said twice alike is said once
    let with = |archive: Value| {
        report_with(&json!({ "recipients": { "items": ["Bộ Nội vụ", "Lưu: VT, VX."], "archive": archive } }))
    };
    for (archive, severity) in [
        (json!({ "units": ["VX"] }), Severity::Warning),
        (json!({}), Severity::Warning),
        (json!({ "units": ["TH"] }), Severity::Error),
    ] {
        let findings = check(&with(archive));
        let found: Vec<_> = findings.iter().map(|found| (found.code, found.severity)).collect();
        assert_eq!(found, [("VB051", severity)]);
    }
    assert_silent(&[received(&["Lưu trữ lịch sử tỉnh", "Lưu Văn B", "Cục Văn thư và Lưu trữ nhà nước"])]);
}

/// What stands behind the line that was taken out is found in its own place.
#[test]
fn recipients_behind_the_taken_line_keep_their_places() {
    let findings = check(&received(&["Bộ Nội vụ", "Lưu: VT", "- Sở Tài chính;", "Ban  Dân tộc"]));
    let found: Vec<_> = findings.iter().map(|found| (found.code, found.at.as_str())).collect();
    assert!(found.contains(&("VB051", "/recipients/items/1")), "{found:?}");
    assert!(found.contains(&("VB050", "/recipients/items/2")), "{found:?}");
    assert!(found.contains(&("VB027", "/recipients/items/3")), "{found:?}");
}

#[test]
fn what_is_dropped_is_not_said_to_be_added() {
    let says_added = |changes: Value| {
        let findings = check(&report_with(&changes));
        assert_eq!(codes(&findings), ["VB050"], "{changes}");
        findings.iter().next().unwrap().message.vi.contains("tự thêm")
    };
    assert!(!says_added(json!({ "addressees": ["Tổng Giám đốc."] })), "a single addressee takes no stop");
    assert!(!says_added(json!({ "addressees": ["- Tổng Giám đốc"] })), "nor a dash");
    assert!(says_added(json!({ "addressees": ["Bộ Nội vụ", "- Bộ Tài chính;"] })));
    let basis = check(&report_with(&json!({ "legal_basis": ["- Căn cứ Luật Tiếp công dân"] })));
    assert!(
        basis.iter().next().unwrap().message.vi.contains("không có dấu “-” ở đầu dòng"),
        "legal bases take no dash"
    );
    assert!(says_added(json!({ "legal_basis": ["Căn cứ Luật Tiếp công dân;"] })));
    assert!(says_added(json!({ "recipients": { "items": ["- Bộ Nội vụ;"] } })));
    assert!(says_added(json!({ "issue_place": "Lạng Sơn," })));
    assert!(!says_added(json!({ "issue_place": "Lạng Sơn." })));
}

#[test]
fn dates_in_a_text_exist() {
    let dates =
        ["ngày 31/02/2024", "ngày 31 tháng 4", "ngày 30, 31 tháng 6 năm 2024", "Ngày 29 tháng 2 năm 2023", "ngày 31/9"];
    assert_found("VB037", &dates.map(text));
    assert_found("VB037", &[report_with(&json!({ "subject": "Kết quả đến ngày 31 tháng 11" }))]);
    assert_found("VB037", &[report_with(&json!({ "legal_basis": ["Căn cứ Kế hoạch ngày 31 tháng 9 năm 2024"] }))]);
    assert_silent(
        &["ngày 29 tháng 2", "số 31/02/2024/HĐ", "trực 24/24 giờ", "ngày 30 tháng 2 âm lịch", "tỷ lệ 31/2"].map(text),
    );
    // the finding means these characters
    let spec = text("Hạn chót ngày 31/02/2024 là hết");
    let bytes = serde_json::to_string(&spec).unwrap();
    let findings = check(&spec);
    let span = findings.iter().next().unwrap().span.unwrap();
    assert_eq!(&bytes[span.start..span.end], "31/02/2024");
}
