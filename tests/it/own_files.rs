//! Attached texts and appendices with files of their own (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III.1; Phụ lục III, Mẫu 1.3 and 2.2).

use serde_json::{Value, json};
use vanban::font::FontBook;
use vanban::read;
use vanban::specification::PartId;
use vanban::{Format, NoPictures, Options, Rendered, Resources};

use crate::compose_support::report_with;
use crate::docx_package::{entries, parts};
use crate::pdf_reader::Pdf;

const TIME: &str = "2025-10-10T09:05:07+07:00";

/// An electronic decision with a regulation and three appendices: the first behind it, the others in files of their own.
fn decision() -> Value {
    let text = |text: &str| json!([{ "type": "paragraph", "text": text }]);
    report_with(&json!({
        "doc_type": "decision", "form": "electronic", "subject": "Ban hành Quy chế",
        "legal_basis": ["Căn cứ Luật Tổ chức chính quyền địa phương"],
        "body": [
            { "type": "article", "text": [
                { "text": "Ban hành Quy chế (" },
                { "text": "Điều 1", "ref": "pham_vi" },
                { "text": " của Quy chế), các phụ lục." },
            ] },
            { "type": "article", "id": "thi_hanh", "text": [{ "text": "Thi hành.", "note": [{ "text": "Từ ngày ký." }] }] },
            { "type": "contents" },
        ],
        "attachments": [{
            "doc_type": "regulation", "subject": "Làm việc của Sở", "own_file": true, "signed_at": TIME,
            "signatures": [{ "position": "Giám đốc", "signer": "Lê Văn An", "signature_field": {} }],
            "body": [
                { "type": "article", "id": "pham_vi", "heading": "Phạm vi", "text": [{ "text": "Quy chế này.", "note": [{ "text": "Xem thêm." }] }] },
                { "type": "article", "heading": "Hiệu lực", "text": [{ "text": "Theo Điều 2 Quyết định.", "ref": "thi_hanh" }] },
            ],
        }],
        "appendices": [
            { "title": "Danh mục", "body": text("Hồ sơ thứ nhất.") },
            { "title": "Biểu\nsố liệu", "own_file": true, "signed_at": TIME, "orientation": "landscape", "body": text("Số liệu của biểu.") },
            { "title": "Mẫu đơn", "own_file": true, "body": text("Đơn đề nghị.") },
        ],
    }))
}

fn with(options: &Options, spec: &Value) -> Rendered {
    let fonts = FontBook::bundled().unwrap();
    vanban::render(spec.to_string().as_bytes(), Resources::new(&fonts).pictures(&NoPictures), options).unwrap()
}

fn rendered(spec: &Value) -> Rendered {
    with(&Options::default(), spec)
}

fn codes(spec: &Value) -> Vec<(String, String)> {
    let findings = rendered(spec).findings;
    let mut codes: Vec<_> = findings.iter().map(|finding| (finding.code.to_owned(), finding.at.to_string())).collect();
    codes.sort();
    codes
}

/// The text of each PDF, by name.
fn texts(rendered: &Rendered) -> Vec<(String, Vec<String>)> {
    let pdfs = rendered.files.iter().filter(|file| file.format == Format::Pdf);
    pdfs.map(|file| (file.stem.clone(), Pdf::read(&file.bytes).text())).collect()
}

#[test]
fn each_file_has_its_own_parts_alone() {
    let made = rendered(&decision());
    assert!(made.findings.is_empty(), "{:#?}", made.findings);
    let names: Vec<String> = made.files.iter().map(|file| file.name()).collect();
    assert_eq!(
        names,
        [
            "07-QD-SNV.docx",
            "07-QD-SNV.pdf",
            "07-QD-SNV-quy-che.docx",
            "07-QD-SNV-quy-che.pdf",
            "07-QD-SNV-phu-luc-II.docx",
            "07-QD-SNV-phu-luc-II.pdf",
            "07-QD-SNV-phu-luc-III.docx",
            "07-QD-SNV-phu-luc-III.pdf",
        ]
    );
    let files: Vec<PartId> = made.files.iter().step_by(2).map(|file| file.part).collect();
    assert_eq!(files, [PartId::Main, PartId::Attachment(0), PartId::Appendix(1), PartId::Appendix(2)]);
    let pages: Vec<usize> = made.files.iter().step_by(2).map(|file| file.page_count).collect();
    assert_eq!((pages, made.page_count), (vec![2, 1, 1, 1], 5));
    let words = [
        "Thi hành",
        "Phụ lục I\n",
        "Hồ sơ thứ nhất",
        "Hiệu lực",
        "Phụ lục II\n",
        "Số liệu của",
        "Phụ lục III",
        "Đơn đề nghị",
    ];
    let there: Vec<String> = texts(&made)
        .into_iter()
        .map(|(_, pages)| {
            let text = pages.join("\n");
            words.iter().map(|word| if text.contains(word.trim_end()) { 'x' } else { '.' }).collect()
        })
        .collect();
    // what names the first numeral stands in those of the others too
    assert_eq!(there[0], "xxx.....", "{there:?}");
    assert_eq!(there[1], "...x....", "{there:?}");
    assert_eq!(there[2], ".x..xx..", "{there:?}");
    assert_eq!(there[3], ".x..x.xx", "{there:?}");
}

#[test]
fn the_line_of_the_signature_stands_at_the_top_right_of_page_1() {
    let made = rendered(&decision());
    let line = "Số: 07/QĐ-SNV; 10/10/2025; 09:05:07 +07:00";
    let texts = texts(&made);
    let has_line: Vec<bool> = texts.iter().map(|(_, pages)| pages[0].contains(line)).collect();
    assert_eq!(has_line, [false, true, true, false], "{texts:#?}");
    let upright = &made.files[2];
    let headers = entries(&upright.bytes).into_iter().filter(|entry| entry.name.starts_with("word/header"));
    let mut headers = headers.map(|entry| String::from_utf8(entry.bytes).unwrap());
    let header = headers.find(|header| header.contains(line)).expect("a header with the line");
    let styles = &parts(&upright.bytes)["word/styles.xml"];
    let id = header.split("<w:pStyle w:val=\"").nth(1).unwrap().split('"').next().unwrap();
    let style = styles.named("w:style").into_iter().find(|style| style.get("w:styleId") == Some(id)).unwrap();
    assert_eq!(style.named("w:jc")[0].get("w:val"), Some("right"));
    assert_eq!(style.named("w:sz")[0].get("w:val"), Some("20"), "10 pt");
    assert!(style.named("w:i").iter().all(|italic| italic.get("w:val") == Some("0")));
    // number and date of an electronic document stay open
    assert!(texts[2].1[0].contains("/QĐ-SNV") && !texts[2].1[0].contains("ngày 09"), "{}", texts[2].1[0]);
}

#[test]
fn notes_links_and_contents_are_those_of_the_file() {
    let made = rendered(&decision());
    let main = String::from_utf8(
        entries(&made.files[0].bytes).into_iter().find(|e| e.name == "word/document.xml").unwrap().bytes,
    )
    .unwrap();
    let own = String::from_utf8(
        entries(&made.files[2].bytes).into_iter().find(|e| e.name == "word/document.xml").unwrap().bytes,
    )
    .unwrap();
    // a place of another file is named, and cannot be led to
    assert!(main.contains("Điều 1") && !main.contains("pham_vi"), "{main}");
    assert!(own.contains("Theo Điều 2") && !own.contains("thi_hanh"), "{own}");
    for document in [&main, &own] {
        assert_eq!(document.matches("<w:footnoteReference ").count(), 1);
    }
    let pages = texts(&made);
    let listed = &pages[0].1.join("\n");
    assert!(listed.contains("DANH MỤC") && !listed.contains("SỐ LIỆU") && !listed.contains("QUY CHẾ\nLàm"), "{listed}");
    // each file counts its signatures from 1
    let fonts = FontBook::bundled().unwrap();
    let spec = decision().to_string();
    let stages = vanban::run_stages(spec.as_bytes(), Resources::new(&fonts), &Options::default());
    let fields: Vec<String> = stages
        .all_pages()
        .map(|pages| pages.signature_fields.iter().map(|field| format!("{field:?}")).collect::<Vec<_>>().join(" "))
        .collect();
    assert_eq!(fields[0], fields[1], "one signature and one seal in each");
    assert!(!fields[0].is_empty() && fields[2].is_empty() && fields[3].is_empty(), "{fields:?}");
}

#[test]
fn one_file_can_be_made_alone_and_is_the_same() {
    let all = rendered(&decision());
    for file in &all.files {
        let alone = with(&Options::new().only(file.part).formats(&[file.format]), &decision());
        assert_eq!(alone.files, std::slice::from_ref(file));
    }
    assert!(
        with(&Options::new().only(PartId::Appendix(0)), &decision()).files.is_empty(),
        "it stands in the main file"
    );
}

#[test]
fn both_files_say_which_part_they_have_and_that_of_the_document() {
    let made = rendered(&decision());
    let expected = [
        (None, "Quyết định Ban hành Quy chế"),
        (Some("/attachments/0"), "Quy chế Làm việc của Sở"),
        (Some("/appendices/1"), "Phụ lục II. Biểu số liệu"),
        (Some("/appendices/2"), "Phụ lục III. Mẫu đơn"),
    ];
    for (files, (part, title)) in made.files.chunks(2).zip(expected) {
        let metadata = [0, 1].map(|at| read::metadata(&files[at].bytes).unwrap());
        for one in &metadata {
            assert_eq!((one.part.as_deref(), one.title.as_deref()), (part, Some(title)));
            assert_eq!(one.identifier.as_deref(), Some("07/QĐ-SNV"));
            assert_eq!(one.subject.as_deref(), Some("Ban hành Quy chế"));
        }
        assert_eq!(metadata[0].record, metadata[1].record);
        assert_eq!(metadata[0].pages, Some(files[0].page_count));
    }
}

#[test]
fn what_is_not_asked_for_changes_nothing() {
    let mut without = decision();
    for parts in ["attachments", "appendices"] {
        for part in without[parts].as_array_mut().unwrap() {
            part.as_object_mut().unwrap().remove("own_file");
            part.as_object_mut().unwrap().remove("signed_at");
        }
    }
    let one = rendered(&without);
    assert_eq!(one.files.len(), 2);
    let mut said = without.clone();
    said["appendices"][1]["own_file"] = json!(false);
    let said = rendered(&said);
    assert_eq!(said.files.len(), 2);
    // but for the hash and the copy of the specification
    let document = |rendered: &Rendered| {
        entries(&rendered.files[0].bytes).into_iter().find(|entry| entry.name == "word/document.xml").unwrap().bytes
    };
    assert!(document(&one) == document(&said));
}

#[test]
fn one_alone_and_several_of_a_type_have_names_of_their_own() {
    let text = json!([{ "type": "paragraph", "text": "Nội dung của phụ lục." }]);
    let of = |changes: &Value| {
        let made = rendered(&report_with(changes));
        assert!(!made.findings.has_errors(), "{:#?}", made.findings);
        made.files
            .iter()
            .filter(|file| file.format == Format::Pdf)
            .skip(1)
            .map(|file| file.stem.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(of(&json!({ "appendices": [{ "title": "A", "own_file": true, "body": text }] })), ["07-BC-SNV-phu-luc"]);
    let attached = |doc_type: &str| json!({ "doc_type": doc_type, "subject": "A", "own_file": true, "body": text });
    assert_eq!(
        of(&json!({ "attachments": [attached("plan"), attached("rules"), attached("plan")] })),
        ["07-BC-SNV-ke-hoach-1", "07-BC-SNV-quy-dinh", "07-BC-SNV-ke-hoach-2"]
    );
    let copied = json!({ "appendices": [{ "title": "A", "own_file": true, "body": text }], "copy": {
        "kind": "certified_copy", "number": 3, "issue_date": "2025-11-01", "signature": { "position": "Chánh Văn phòng", "signer": null } } });
    assert_eq!(of(&copied), ["07-BC-SNV-sao-y-phu-luc"]);
}

#[test]
fn every_file_of_an_electronic_copy_has_its_line_and_none_of_a_paper_one_its_block() {
    let text = json!([{ "type": "paragraph", "text": "Nội dung của phụ lục." }]);
    let appendix = json!([{ "title": "A", "own_file": true, "body": text }]);
    let copy = json!({ "kind": "certified_copy", "signed_at": "2026-02-03T14:05:00+07:00" });
    let electronic = rendered(&report_with(&json!({ "appendices": appendix, "copy": copy })));
    for (name, pages) in texts(&electronic) {
        assert!(pages[0].contains("Sao y; Sở Nội vụ; 03/02/2026; 14:05:00"), "{name}: {}", pages[0]);
    }
    let copy = json!({ "kind": "certified_copy", "number": 3, "issue_date": "2025-11-01", "signature": { "position": "Chánh Văn phòng", "signer": null } });
    let paper = texts(&rendered(&report_with(&json!({ "appendices": appendix, "copy": copy }))));
    assert_eq!([0, 1].map(|at| paper[at].1.join("").contains("SAO Y")), [true, false]);
}

#[test]
fn stamps_of_who_may_have_it_stand_on_every_file() {
    let text = json!([{ "type": "paragraph", "text": "Nội dung của phụ lục." }]);
    let appendix = json!([{ "title": "A", "own_file": true, "orientation": "landscape", "body": text }]);
    let marks = json!({ "secrecy": "secret", "urgency": "urgent", "circulation": "Lưu hành nội bộ" });
    let made =
        rendered(&report_with(&json!({ "appendices": appendix, "marks": marks, "layout": { "margin_top": "25mm" } })));
    assert!(!made.findings.has_errors(), "{:#?}", made.findings);
    let texts = texts(&made);
    assert!(
        texts.iter().all(|(_, pages)| pages[0].contains("MẬT") && pages[0].contains("LƯU HÀNH NỘI BỘ")),
        "{texts:#?}"
    );
    assert_eq!([0, 1].map(|at| texts[at].1[0].contains("KHẨN")), [true, false]);
}

#[test]
fn what_cannot_be_is_told_with_its_place() {
    let change = |pointer: &str, value: Value| {
        let mut spec = decision();
        match spec.pointer_mut(pointer) {
            Some(place) => *place = value,
            None => {
                let (parent, key) = pointer.rsplit_once('/').unwrap();
                spec.pointer_mut(parent).unwrap()[key] = value;
            }
        }
        codes(&spec)
    };
    let one = |code: &str, at: &str| vec![(code.to_owned(), at.to_owned())];
    assert_eq!(change("/appendices/1/own_file", json!(false)), one("VB144", "/appendices/1/signed_at"));
    assert_eq!(
        change("/form", json!("paper")),
        [one("VB144", "/appendices/1/signed_at"), one("VB144", "/attachments/0/signed_at")].concat()
    );
    assert_eq!(change("/appendices/1/signed_at", json!("hôm qua")), one("VB226", "/appendices/1/signed_at"));
    assert_eq!(
        change("/attachments/0/signed_at", json!("2025-10-08T09:05:07+07:00")),
        one("VB222", "/attachments/0/signed_at")
    );
    assert_eq!(
        change("/number", Value::Null),
        [one("VB222", "/appendices/1/signed_at"), one("VB222", "/attachments/0/signed_at")].concat()
    );
    let page = json!([{ "text": "Xem trang ", "page_of": "pham_vi" }]);
    assert_eq!(change("/body/1/text", page.clone()), one("VB224", "/body/1/text/0/page_of"));
    assert_eq!(change("/appendices/1/body/0/text", page.clone()), one("VB224", "/appendices/1/body/0/text/0/page_of"));
    assert_eq!(change("/attachments/0/body/1/text", page), vec![], "its own page is known");
    // an article of another file that is cited by a wrong number
    let other = json!([{ "text": "Theo Điều 4 của Quy chế.", "ref": "pham_vi" }]);
    assert_eq!(change("/body/1/text", other), one("VB142", "/body/1/text/0/text"));
    let appendix = json!({ "title": "A", "own_file": true, "body": [{ "type": "paragraph", "text": "Phụ lục." }] });
    assert_eq!(change("/appendices", json!(vec![appendix; 60])), one("VB223", "/appendices/48/own_file"));
}

#[test]
fn what_all_files_share_is_told_once() {
    let mut spec = decision();
    spec["layout"] = json!({ "margin_left": "50mm" });
    assert_eq!(codes(&spec).len(), 1, "{:?}", codes(&spec));
}
