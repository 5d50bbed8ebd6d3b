//! Specification in, document out: header, title, addressees, legal bases, closing block, foot of page 1.

use serde_json::{Value, json};
use vanban::diag::Severity;
use vanban::model::{Alignment, Block, BlockKind, Inline, Role};
use vanban::units::Length;

use crate::compose_support::{Composed, report, report_with};

fn with(changes: &Value) -> Composed {
    Composed::of(&report_with(changes))
}

#[test]
fn number_and_date_are_padded_as_the_decree_says() {
    let number_and_date = |number: Value, date: Value| {
        let c = with(&json!({ "number": number, "issue_date": date }));
        (c.text(Role::Number), c.text(Role::PlaceAndDate))
    };
    let (number, date) = number_and_date(json!(5), json!("2025-02-09"));
    assert_eq!(number, "Số: 05/BC-SNV");
    assert_eq!(date, "Lạng Sơn, ngày 09 tháng 02 năm 2025");
    let (number, date) = number_and_date(json!(624), json!("2025-03-15"));
    assert_eq!(number, "Số: 624/BC-SNV");
    assert_eq!(date, "Lạng Sơn, ngày 15 tháng 3 năm 2025");
}

#[test]
fn a_draft_keeps_room_for_handwriting() {
    let c = with(&json!({ "number": null, "issue_date": { "year": 2026, "month": null, "day": null } }));
    let number = c.text(Role::Number);
    assert!(number.starts_with("Số:") && number.ends_with("/BC-SNV"), "{number}");
    assert!(number.matches('\u{a0}').count() >= 6, "{number:?}");
    let date = c.text(Role::PlaceAndDate);
    let room = " ".repeat(6);
    assert_eq!(date, format!("Lạng Sơn, ngày{room}tháng{room}năm 2026"));
    assert_eq!(c.document.info.notation, "/BC-SNV");
    assert_eq!(c.document.info.file_stem, "du-thao-BC-SNV");
    assert_eq!(c.document.info.issued, None);
}

#[test]
fn the_symbol_is_given_or_composed() {
    assert_eq!(with(&json!({ "symbol": "BC-UBND" })).text(Role::Number), "Số: 07/BC-UBND");
    let c = with(&json!({ "doc_type": "power_of_attorney" }));
    assert_eq!(c.text(Role::Number), "Số: 07/GUQ-SNV");
    assert_eq!(c.text(Role::DocType), "GIẤY ỦY QUYỀN");
    let c = with(&json!({ "doc_type": "power_of_attorney", "issue_date": "2019-10-09" }));
    assert_eq!(c.text(Role::Number), "Số: 07/UQ-SNV", "the older regulation abbreviates otherwise");
}

#[test]
fn a_symbol_of_another_type_is_found() {
    let c = with(&json!({ "symbol": "KH-SNV" }));
    assert!(c.codes().contains(&("VB140", Severity::Warning)), "{:?}", c.codes());
    let finding = c.findings.iter().find(|f| f.code == "VB140").unwrap();
    assert_eq!(finding.at.as_str(), "/symbol");
    assert!(finding.hints[0].vi.contains("BC-SNV"));
    assert!(with(&json!({ "symbol": "XYZ-SNV" })).codes().is_empty(), "a field's own abbreviation");
}

#[test]
fn file_names_are_safe_everywhere() {
    let stem = |symbol: &str| with(&json!({ "symbol": symbol })).document.info.file_stem;
    assert_eq!(stem("BC-STTTT"), "07-BC-STTTT");
    assert_eq!(stem("QyĐ-TTCĐS"), "07-QyD-TTCDS");
    assert_eq!(stem("BC-Ủy/ban:mười"), "07-BC-Uy-ban-muoi");
}

#[test]
fn capitals_are_made_where_the_decree_wants_them() {
    let c = with(&json!({
        "signatures": [{ "authority": ["TM. Ủy ban nhân dân", "KT. Chủ tịch"], "position": "Phó Chủ tịch", "signer": "Đỗ Ươm" }],
        "body": [{ "type": "section", "heading": "Đặc điểm, ưu điểm" }, { "type": "paragraph", "text": "Đã xong." }]
    }));
    assert_eq!(c.texts(Role::ParentIssuer), ["UBND TỈNH LẠNG SƠN"]);
    assert_eq!(c.text(Role::Issuer), "SỞ NỘI VỤ");
    assert_eq!(c.text(Role::Authority), "TM. ỦY BAN NHÂN DÂN|KT. CHỦ TỊCH|PHÓ CHỦ TỊCH");
    assert_eq!(c.text(Role::Section), "I. ĐẶC ĐIỂM, ƯU ĐIỂM");
    assert_eq!(c.text(Role::Signer), "Đỗ Ươm");
}

#[test]
fn the_rule_under_the_motto_is_as_long_as_its_text() {
    for size in ["13pt", "14pt"] {
        let c = with(&json!({ "layout": { "motto_size": size } }));
        let text = c.width(Role::Motto, "Độc lập - Tự do - Hạnh phúc").to_emu();
        let (left, width) = c.rule(Role::MottoRule);
        assert!((width.to_emu() - text).abs() * 200 <= text, "{} of {text}", width.to_emu());
        let column = c.tables(Role::HeaderBlock)[0].columns[1];
        let right = column - left - width;
        assert!((right - left).to_emu().abs() <= Length::twip(1).to_emu(), "not centred: {left:?}, {right:?}");
    }
}

#[test]
fn short_rules_are_a_third_to_a_half_of_each_line_above() {
    let c = with(&json!({
        "issuer": { "name": "Trung tâm Phục vụ hành chính công", "abbreviation": "TTPVHCC" },
        "subject": "Kết quả thực hiện nhiệm vụ trọng tâm của cơ quan trong quý III và phương hướng quý IV năm 2025"
    }));
    for (rule, role) in [(Role::IssuerRule, Role::Issuer), (Role::SubjectRule, Role::Subject)] {
        let (_, width) = c.rule(rule);
        let text = c.text(role);
        assert!(text.contains('|'), "{text}");
        for line in text.split('|') {
            let text = c.width(role, line);
            assert!(width * 3 >= text && width * 2 <= text, "{role:?}: {width:?} under {line}");
        }
    }
}

#[test]
fn the_header_never_wraps_what_must_stand_on_one_line() {
    for place in ["Lạng Sơn", "Thành phố Hồ Chí Minh", "Thành phố Buôn Ma Thuột"] {
        for margins in [("30mm", "15mm"), ("35mm", "20mm")] {
            let layout = json!({ "margin_left": margins.0, "margin_right": margins.1 });
            let c = with(&json!({ "issue_place": place, "layout": layout }));
            let table = c.tables(Role::HeaderBlock)[0];
            let right = table.columns[1];
            for role in [Role::NationalName, Role::Motto, Role::PlaceAndDate] {
                assert!(c.width(role, &c.text(role)) < right, "{role:?} wraps beside {place}");
            }
            assert!(c.width(Role::Number, &c.text(Role::Number)) < table.columns[0], "the number wraps");
            let page = &c.document.parts[0].sections[0].page;
            assert!(table.left >= Length::mm(-6), "{:?}", table.left);
            let overhang = table.left + table.columns[0] + right - page.text_width();
            assert!(overhang <= Length::mm(4), "{overhang:?}");
            assert!(c.codes().is_empty(), "{:?}", c.codes());
        }
    }
}

#[test]
fn a_long_place_takes_the_smaller_legal_size_before_it_fails() {
    let place = "Đặc khu Quần đảo Hoàng Sa và Trường";
    let c = with(&json!({ "issue_place": place, "layout": { "margin_left": "35mm" } }));
    assert_eq!(c.document.styles.get(Role::PlaceAndDate).size, Length::pt(13));
    let c = with(&json!({ "issue_place": format!("{place} {place}") }));
    assert!(c.codes().contains(&("VB120", Severity::Error)), "{:?}", c.codes());
}

#[test]
fn long_names_break_by_syllables_into_lines_of_like_length() {
    let issuer = |name: &str| with(&json!({ "issuer": { "name": name, "abbreviation": "X" } })).text(Role::Issuer);
    assert_eq!(issuer("Sở Thông tin và Truyền thông"), "SỞ THÔNG TIN|VÀ TRUYỀN THÔNG");
    assert_eq!(issuer("Sở Khoa học và Công nghệ"), "SỞ KHOA HỌC|VÀ CÔNG NGHỆ");
    let long = issuer("Trung tâm Ứng dụng Hệ thống thông tin địa lý ngành Nông nghiệp và Môi trường");
    let words = ["TRUNG TÂM", "ỨNG DỤNG", "HỆ THỐNG", "THÔNG TIN", "ĐỊA LÝ", "NÔNG NGHIỆP", "MÔI TRƯỜNG"];
    assert!(words.iter().all(|word| long.contains(word)), "a line ends inside a word: {long}");
    assert_eq!(issuer("Ủy ban nhân dân\nxã Thất Khê"), "ỦY BAN NHÂN DÂN|XÃ THẤT KHÊ", "by hand");
}

#[test]
fn no_line_of_a_name_begins_with_a_dash() {
    let dashed =
        ["Than - Khoáng sản Việt Nam", "Công nghiệp Than – Khoáng sản", "A - B - C - D", "Viễn thông — Tin học"];
    // one more syllable in front moves the dash from the middle of a line over its end into the next
    let fronts: Vec<String> = (0..12).map(|count| "Tập đoàn Công nghiệp ".chars().take(count * 2).collect()).collect();
    for name in dashed.iter().flat_map(|end| fronts.iter().map(move |front| format!("{} {end}", front.trim()))) {
        let name = name.trim();
        let signatures = json!([{ "authority": [format!("TM. {name} {name}")], "position": "Chủ tịch" }]);
        let issuer = json!({ "parents": [name], "name": format!("{name} {name}"), "abbreviation": "X" });
        let c = with(&json!({ "issuer": issuer, "signatures": signatures }));
        for role in [Role::ParentIssuer, Role::Issuer, Role::Authority] {
            let text = c.text(role);
            assert!(text.split('|').all(|line| !line.starts_with(['-', '–', '—'])), "{text}");
            let typed: Vec<&str> = text.split(['|', ' ']).collect();
            assert!(typed.join(" ").contains(&name.to_uppercase()), "as typed: {text}");
        }
    }
    let subject = with(&json!({ "subject": "Nhiệt độ mùa đông xuống đến -5 độ ".repeat(4) })).text(Role::Subject);
    assert!(subject.contains('|') && subject.contains("-5 độ"), "{subject}");
}

#[test]
fn long_subjects_break_at_good_places_into_lines_of_like_length() {
    let subject = |text: &str| with(&json!({ "subject": text })).text(Role::Subject);
    assert_eq!(subject("Kết quả công tác quý III"), "Kết quả công tác quý III");
    assert_eq!(subject("Dòng một\ndòng hai"), "Dòng một|dòng hai");
    let balanced = subject(
        "Sơ kết công tác phòng chống tội phạm, phòng chống ma túy và phòng chống mua bán người 6 tháng đầu năm 2019",
    );
    assert_eq!(
        balanced,
        "Sơ kết công tác phòng chống tội phạm, phòng chống ma túy|và phòng chống mua bán người 6 tháng đầu năm 2019"
    );
}

#[test]
fn one_addressee_stands_on_the_line_of_its_label() {
    let c = with(&json!({ "addressees": ["Ủy ban nhân dân tỉnh Lạng Sơn"] }));
    assert_eq!(c.text(Role::Addressees), "Kính gửi: Ủy ban nhân dân tỉnh Lạng Sơn");
    assert_eq!(c.texts(Role::RecipientItem)[0], "- Như trên;");
}

#[test]
fn several_addressees_have_their_dashes_below_the_colon() {
    let c = with(&json!({ "addressees": ["Bộ Nội vụ", "Ủy ban nhân dân tỉnh Lạng Sơn", "Sở Tài chính"] }));
    assert_eq!(c.text(Role::Addressees), "Kính gửi:");
    assert_eq!(c.texts(Role::AddresseeItem), ["- Bộ Nội vụ;", "- Ủy ban nhân dân tỉnh Lạng Sơn;"]);
    assert_eq!(c.text(Role::LastAddressee), "- Sở Tài chính.");
    let label = c.document.styles.get(Role::Addressees);
    let colon = label.indent_left + c.width(Role::Addressees, "Kính gửi");
    for role in [Role::AddresseeItem, Role::LastAddressee] {
        let style = c.document.styles.get(role);
        let dash = style.indent_left + style.first_line_indent;
        assert!((dash - colon).to_emu().abs() <= Length::twip(1).to_emu(), "{dash:?} below {colon:?}");
        assert_eq!(-style.first_line_indent, c.width(role, "- ").round_to_twip(), "the text hangs behind the dash");
    }
}

#[test]
fn legal_bases_end_as_their_regulation_says() {
    let bases = json!(["Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024", "Căn cứ Nghị định số 30/2020/NĐ-CP"]);
    let c = with(&json!({ "legal_basis": bases }));
    let texts = c.texts(Role::LegalBasis);
    assert_eq!(texts, ["Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024;", "Căn cứ Nghị định số 30/2020/NĐ-CP."]);
    assert!(c.document.styles.get(Role::LegalBasis).italic);
    let c = with(&json!({ "legal_basis": bases, "issue_date": "2019-10-09" }));
    assert!(c.texts(Role::LegalBasis)[1].ends_with("NĐ-CP,"));
    assert!(!c.document.styles.get(Role::LegalBasis).italic);
}

#[test]
fn the_archive_line_is_composed_of_its_parts() {
    let last = |archive: Value| {
        let c = with(&json!({ "recipients": { "items": ["Lãnh đạo Sở"], "archive": archive } }));
        c.texts(Role::RecipientItem).pop().unwrap()
    };
    assert_eq!(last(json!({})), "- Lưu: VT.");
    assert_eq!(last(json!({ "units": ["TTBCXB"] })), "- Lưu: VT, TTBCXB.");
    // the office that keeps it is named once
    assert_eq!(last(json!({ "units": ["VT", "HC"] })), "- Lưu: VT, HC.");
    assert_eq!(last(json!({ "units": ["HC", "TH"], "file_copies": 2 })), "- Lưu: VT, HC, TH (2).");
    let all = json!({ "office": "VP", "units": ["HC"], "file_copies": 2, "drafter": "PL", "copies": 300 });
    assert_eq!(last(all), "- Lưu: VP, HC (2). PL.(300).");
}

#[test]
fn as_above_stands_first_where_there_are_addressees() {
    let first = |addressees: Value, recipients: Value| {
        let c = with(&json!({ "addressees": addressees, "recipients": recipients }));
        c.texts(Role::RecipientItem)[0].clone()
    };
    let items = json!({ "items": ["Lãnh đạo Sở"] });
    assert_eq!(first(json!([]), items.clone()), "- Lãnh đạo Sở;");
    assert_eq!(first(json!(["Bộ Nội vụ"]), items), "- Như trên;");
    assert_eq!(first(json!(["Bộ Nội vụ"]), json!({ "items": ["Như Điều 3"] })), "- Như Điều 3;");
    assert_eq!(first(json!(["Bộ Nội vụ"]), json!({ "as_above": false, "items": ["Lãnh đạo Sở"] })), "- Lãnh đạo Sở;");
}

#[test]
fn recipients_and_signature_stand_level() {
    let c = Composed::of(&report());
    let table = c.tables(Role::ClosingBlock)[0];
    assert_eq!(table.rows.len(), 1, "one row never splits");
    let roles = |column: usize| table.rows[0].cells[column].blocks.iter().map(|b| b.role).collect::<Vec<_>>();
    assert_eq!(roles(0), [Role::RecipientsLabel, Role::RecipientItem, Role::RecipientItem]);
    assert_eq!(roles(1), [Role::Authority, Role::SignatureRoom, Role::Signer]);
    let BlockKind::Paragraph(last) =
        &c.document.parts[0].sections[0].blocks[c.document.parts[0].sections[0].blocks.len() - 2].kind
    else {
        panic!("no text")
    };
    assert!(last.keep_with_next == Some(true), "the last paragraph stays with the closing block");
    let baseline = |role| {
        let fonts = vanban::font::FontBook::bundled().unwrap();
        let style = c.document.styles.get(role);
        let face = vanban::font::FaceStyle::of(style.bold, style.italic);
        style.space_before + fonts.face(face).baseline(style.size)
    };
    let apart = baseline(Role::RecipientsLabel) - baseline(Role::Authority);
    assert!(apart.to_emu().abs() <= Length::twip(1).to_emu(), "{apart:?}");
}

#[test]
fn several_signatures_stand_in_rows_above_the_recipients() {
    let signature = |name: &str| json!({ "position": "Ủy viên", "signer": name });
    let rows = |names: &[&str]| {
        let c = with(&json!({ "signatures": names.iter().map(|name| signature(name)).collect::<Vec<_>>() }));
        let signers: Vec<String> = c.texts(Role::Signer).iter().map(|name| name.replace('|', " ")).collect();
        assert_eq!(signers, names, "in the order given");
        let tables = c.tables(Role::ClosingBlock);
        // one table, whose rows word processors keep together
        assert_eq!(tables.len(), 1);
        let rows = &tables[0].rows;
        let last = rows.last().unwrap();
        assert_eq!(last.cells[0].blocks[0].role, Role::RecipientsLabel);
        assert_eq!(last.cells[0].columns + 1, tables[0].columns.len());
        let signed =
            |row: &vanban::model::Row| row.cells.iter().map(|cell| !cell.blocks.is_empty()).collect::<Vec<_>>();
        rows[..rows.len() - 1].iter().map(signed).collect::<Vec<_>>()
    };
    let all = vec![true; 3];
    assert_eq!(rows(&["Lê Một", "Lê Hai"]), [[true, true]]);
    assert_eq!(rows(&["Lê Một", "Lê Hai", "Lê Ba"]), std::slice::from_ref(&all));
    assert_eq!(rows(&["Lê Một", "Lê Hai", "Lê Ba", "Lê Tư"]), [[true, true], [true, true]]);
    assert_eq!(rows(&["Lê Một", "Lê Hai", "Lê Ba", "Lê Tư", "Lê Năm"]), [all.clone(), vec![true, false, true]]);
    let seven = ["Lê Một", "Lê Hai", "Lê Ba", "Lê Tư", "Lê Năm", "Lê Sáu", "Lê Bảy"];
    assert_eq!(rows(&seven), [all.clone(), all, vec![false, false, true]], "one alone stands on the right");
    // no room for three names of this length on one line: pairs, and the last one on the right
    let long = "Nguyễn Phúc Hoàng Phương Khánh Quỳnh";
    assert_eq!(rows(&[long, long, long]), [[true, true], [false, true]]);
}

#[test]
fn three_signers_have_columns_as_wide_as_their_names() {
    let signature = |position: &str, name: &str| json!({ "position": position, "signer": name });
    let columns = |three: [Value; 3]| {
        let c = with(&json!({ "signatures": three }));
        assert!(c.texts(Role::Signer).iter().all(|name| !name.contains('|')), "no name breaks");
        c.tables(Role::ClosingBlock)[0].columns.clone()
    };
    let short = |position: &str| signature(position, "Lê Văn An");
    let [left, middle, right] = columns([short("Thư ký"), short("Ủy viên"), short("Chủ tọa")])[..] else {
        panic!()
    };
    assert!(left == middle && (right - left).to_emu().abs() <= Length::twip(2).to_emu(), "{left:?} {right:?}");
    let long = signature("Chủ tọa", "Nguyễn Phúc Hoàng Phương Khánh");
    let [left, middle, right] = columns([short("Thư ký"), short("Ủy viên"), long])[..] else { panic!() };
    assert!(left == middle && right > left, "{left:?} {middle:?} {right:?}");
    // a title breaks where names need the room
    let titled = short("Giám đốc Sở Giáo dục và Đào tạo tỉnh Lạng Sơn");
    let [left, middle, right] = columns([titled.clone(), titled.clone(), titled])[..] else { panic!() };
    assert!(left == middle && (right - left).to_emu().abs() <= Length::twip(2).to_emu(), "{left:?} {right:?}");
}

#[test]
fn names_in_one_row_are_level_whatever_the_titles() {
    let c = with(&json!({ "signatures": [
        { "authority": ["KT. Giám đốc"], "position": "Phó Giám đốc", "signer": "Lê Một" },
        { "position": "Chủ tịch", "signer": "Lê Hai" }
    ]}));
    let breaks: Vec<usize> = c.texts(Role::Authority).iter().map(|t| t.matches('|').count()).collect();
    assert_eq!(breaks, [1, 1]);
}

#[test]
fn without_recipients_the_left_cell_is_empty() {
    let mut spec = report();
    spec.as_object_mut().unwrap().remove("recipients");
    let c = Composed::of(&spec);
    assert!(c.tables(Role::ClosingBlock)[0].rows[0].cells[0].blocks.is_empty());
}

#[test]
fn the_contact_stands_below_a_rule_over_the_full_width() {
    let contact = json!({ "address": "Số 2 đường Hùng Vương", "phone": "0205 3812 345" });
    let issuer = json!({ "name": "Sở Nội vụ", "abbreviation": "SNV", "contact": contact });
    let c = with(&json!({ "issuer": issuer }));
    let foot = &c.document.parts[0].sections[0].furniture.first_footer;
    let BlockKind::Rule(rule) = &foot[0].kind else { panic!("no rule: {foot:#?}") };
    assert_eq!((rule.left, rule.width), (Length::ZERO, c.document.parts[0].sections[0].page.text_width()));
    assert_eq!(c.text(Role::Contact), "Số 2 đường Hùng Vương|ĐT: 0205 3812 345");
    assert!(Composed::of(&report()).document.parts[0].sections[0].furniture.first_footer.is_empty());
}

/// The labels and lines of the decree's table of letters and details (Phụ lục I, Phần I, Mục V, row 12).
#[test]
fn the_contact_is_laid_out_as_in_the_decree() {
    let contact = json!({
        "address": "Số 2 đường Hùng Vương",
        "phone": "0205 3812 345",
        "fax": "0205 3812 346",
        "email": "snv@langson.gov.vn",
        "website": "snv.langson.gov.vn"
    });
    let foot = |contact: &Value, date| {
        let issuer = json!({ "name": "Sở Nội vụ", "abbreviation": "SNV", "contact": contact });
        with(&json!({ "issuer": issuer, "issue_date": date })).text(Role::Contact)
    };
    for date in ["2025-10-09", "2015-10-09"] {
        assert_eq!(
            foot(&contact, date),
            "Số 2 đường Hùng Vương|ĐT: 0205 3812 345, Fax: 0205 3812 346|E-Mail: snv@langson.gov.vn, Website: snv.langson.gov.vn"
        );
    }
    // a line without any of its items is none
    assert_eq!(foot(&json!({ "fax": "1", "website": "a.vn" }), "2025-10-09"), "Fax: 1|Website: a.vn");
    let long = "Số 2 đường Hùng Vương, ".repeat(8);
    let (address, phone) = foot(&json!({ "address": long.trim_end_matches(", "), "phone": "1" }), "2025-10-09")
        .rsplit_once('|')
        .map(|(address, phone)| (address.to_owned(), phone.to_owned()))
        .unwrap();
    assert!(address.contains('|') && phone == "ĐT: 1", "{address} {phone}");
}

#[test]
fn a_stop_that_belongs_to_a_name_prints() {
    let addressees = ["Samsung Co., Ltd.", "Apple Inc.;", "Công ty ABC JSC.", "Sở Nội vụ.", "Sony Corp."];
    let c = with(&json!({ "addressees": addressees, "recipients": { "items": ["LG Co., Ltd.", "Sở Tài chính"] } }));
    let items = ["- Samsung Co., Ltd.;", "- Apple Inc.;", "- Công ty ABC JSC.;", "- Sở Nội vụ;"];
    assert_eq!(c.texts(Role::AddresseeItem), items);
    assert_eq!(c.text(Role::LastAddressee), "- Sony Corp.", "one stop ends the word and the list");
    assert_eq!(c.texts(Role::RecipientItem)[1..3], ["- LG Co., Ltd.;", "- Sở Tài chính;"]);
    let one = with(&json!({ "addressees": ["Samsung Co., Ltd."] }));
    assert_eq!(one.text(Role::Addressees), "Kính gửi: Samsung Co., Ltd.");
}

#[test]
fn the_regulation_in_force_on_the_issue_date_rules() {
    // at the foot, at the right; at the top, in the middle
    let page_number = |date: &str| {
        let document = with(&json!({ "issue_date": date })).document;
        let furniture = &document.parts[0].sections[0].furniture;
        let number = |blocks: &[Block]| {
            blocks
                .iter()
                .any(|block| matches!(&block.kind, BlockKind::Paragraph(p) if p.inlines == [Inline::PageNumber]))
        };
        let alignment = document.styles.get(Role::PageNumber).alignment;
        (number(&furniture.header), number(&furniture.footer), number(&furniture.first_footer), alignment)
    };
    assert_eq!(page_number("2020-03-04"), (false, true, false, Alignment::Right));
    assert_eq!(page_number("2020-03-05"), (true, false, false, Alignment::Center));
    let c = with(&json!({ "issue_date": "2025-05-05", "regulation": "tt01-2011" }));
    assert_eq!(c.document.info.regulation, "tt01-2011");
}

#[test]
fn the_header_never_leaves_the_paper() {
    let long = "HTTP://WWW.EXAMPLE.GOV.VN/VAN-BAN/CHI-TIET/BAO-CAO-TINH-HINH-THUC-HIEN-NHIEM-VU-CHUYEN-DOI-SO";
    let c = with(&json!({
        "issuer": { "parents": [long], "name": "Sở Nội vụ", "abbreviation": "SNV" },
        "layout": { "margin_left": "0mm", "margin_right": "20mm" }
    }));
    let BlockKind::Table(header) = &c.document.parts[0].sections[0].blocks[0].kind else { panic!("no header") };
    assert!(header.left >= Length::ZERO, "{:?}", header.left);
}
