//! The Word file: package, schema order, numbering, tables, and the words of the model. Documents are made by hand, see
//! [`crate::docx_sample`].

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest as _, Sha256};
use vanban::WriteError;
use vanban::docx::{Beside, WordCache};
use vanban::model::origin::sha256_hex;
use vanban::model::record::Field;
use vanban::model::{BlockKind, Document, Furniture, Inline, List, ListDefinition, Paragraph, Role, Run, StyleSheet};
use vanban::units::Length;

use crate::docx_package::{Node, entries, parts};
use crate::docx_sample::{self as sample, block, document, inlines, labelled, maximal, side_by_side, style_of, text};
use crate::docx_schema;
use crate::golden::Goldens;
use crate::words;

/// Line ends, a quote and a letter of three bytes.
const SOURCE: &[u8] = "{\r\n\t\"title\": \"Sơ kết ]]> & <tổng> ế\"\n}\n".as_bytes();

/// Writes a document of two pages made from `source`.
fn write(document: &Document, source: &[u8]) -> Result<Vec<u8>, WriteError> {
    let mut document = document.clone();
    document.info.specification_sha256 = sha256_hex(source);
    vanban::docx::write(
        &document,
        &Beside { source, page_count: 2, partings: &[], symbols: &[] },
        &mut WordCache::default(),
    )
}

fn written(document: &Document) -> Vec<u8> {
    write(document, SOURCE).unwrap()
}

/// The main part's body.
pub(crate) fn body(document: &Document) -> Node {
    let mut parts = parts(&written(document));
    parts.remove("word/document.xml").unwrap().children.remove(0)
}

pub(crate) fn part(document: &Document, name: &str) -> Node {
    parts(&written(document)).remove(name).unwrap_or_else(|| panic!("no {name}"))
}

/// The page's number at the foot of all pages but the first.
fn at_the_foot(first_footer: Vec<vanban::model::Block>) -> Furniture {
    Furniture { footer: sample::page_number(), first_footer, ..Furniture::default() }
}

/// Each kind of document that structure is checked on.
fn all_kinds() -> Vec<Document> {
    let mut bottom_right = maximal();
    bottom_right.parts[0].sections[0].furniture = at_the_foot(vec![text(Role::Contact, "Địa chỉ")]);
    vec![document(Vec::new()), document(vec![text(Role::Body, "Một đoạn.")]), maximal(), bottom_right]
}

#[test]
fn children_stand_in_the_order_of_the_schema() {
    for document in all_kinds() {
        for (name, root) in parts(&written(&document)) {
            assert_eq!(docx_schema::fault(&root), None, "{name}");
        }
    }
}

#[test]
fn ids_are_unique() {
    let parts = parts(&written(&maximal()));
    let unique = |part: &str, element: &str, attribute: &str| {
        let ids: Vec<&str> = parts[part].named(element).into_iter().filter_map(|n| n.get(attribute)).collect();
        let set: BTreeSet<&str> = ids.iter().copied().collect();
        assert!(!ids.is_empty() && set.len() == ids.len(), "{part} {element}: {ids:?}");
    };
    unique("word/document.xml", "wp:docPr", "id");
    unique("word/document.xml", "w:id", "w:val");
    unique("word/styles.xml", "w:style", "w:styleId");
    unique("word/styles.xml", "w:name", "w:val");
    unique("word/numbering.xml", "w:abstractNum", "w:abstractNumId");
    unique("word/numbering.xml", "w:num", "w:numId");
    unique("word/numbering.xml", "w:nsid", "w:val");
    unique("word/numbering.xml", "w:tmpl", "w:val");
    unique("word/numbering.xml", "w:pStyle", "w:val");
    for name in parts.keys().filter(|name| name.ends_with(".rels")) {
        unique(name, "Relationship", "Id");
    }
}

/// The part that a relationship of another part leads to.
fn target(source: &str, target: &str) -> String {
    let mut path: Vec<&str> = source.split('/').collect();
    path.pop();
    for step in target.split('/') {
        if step == ".." {
            path.pop();
        } else {
            path.push(step);
        }
    }
    path.join("/")
}

#[test]
fn every_relationship_is_used_and_leads_to_a_part() {
    for document in all_kinds() {
        let docx = written(&document);
        let names: BTreeSet<String> = entries(&docx).into_iter().map(|e| e.name).collect();
        let parts = parts(&docx);
        let mut reached = BTreeSet::from(["[Content_Types].xml".to_owned()]);
        for (name, rels) in parts.iter().filter(|(name, _)| name.ends_with(".rels")) {
            reached.insert(name.clone());
            let source = name.replace("_rels/", "").trim_end_matches(".rels").to_owned();
            let mut used: BTreeSet<String> = BTreeSet::new();
            if let Some(root) = parts.get(&source) {
                let ids = root.all().into_iter().flat_map(|n| &n.attributes).filter(|(n, _)| n.starts_with("r:"));
                used.extend(ids.map(|(_, id)| id.clone()));
            }
            for relation in &rels.children {
                let (id, kind) = (relation.get("Id").unwrap(), relation.get("Type").unwrap());
                let named = ["/header", "/footer", "/image", "/hyperlink"].iter().any(|k| kind.ends_with(k));
                assert_eq!(used.remove(id), named, "{name} {id} {kind}");
                if kind.ends_with("/hyperlink") {
                    assert_eq!(relation.get("TargetMode"), Some("External"));
                } else {
                    let part = target(&source, relation.get("Target").unwrap());
                    assert!(names.contains(&part), "{name} leads to {part}");
                    reached.insert(part);
                }
            }
            assert_eq!(used, BTreeSet::new(), "ids without relationship in {source}");
        }
        assert_eq!(reached, names, "every part is reached");
    }
}

#[test]
fn every_part_has_a_content_type() {
    let docx = written(&maximal());
    let types = &parts(&docx)["[Content_Types].xml"];
    let listed = |element: &str, attribute: &str| -> BTreeSet<String> {
        types.named(element).iter().map(|n| n.get(attribute).unwrap().to_owned()).collect()
    };
    let (defaults, overrides) = (listed("Default", "Extension"), listed("Override", "PartName"));
    let names: BTreeSet<String> = entries(&docx).into_iter().map(|e| format!("/{}", e.name)).collect();
    assert!(overrides.is_subset(&names), "{overrides:?}");
    for name in names.difference(&overrides) {
        let extension = name.rsplit('.').next().unwrap();
        assert!(defaults.contains(extension), "{name}");
        // a part of Word's own is never plain XML
        assert!(!name.starts_with("/word/") || extension != "xml", "{name}");
    }
}

#[test]
fn entries_are_dated_1980_and_readable_by_all() {
    let entries = entries(&written(&maximal()));
    assert_eq!(entries[0].name, "[Content_Types].xml");
    for entry in &entries {
        assert_eq!(entry.date, (1980, 1, 1, 0, 0, 0), "{}", entry.name);
        assert_eq!(entry.mode.map(|mode| mode & 0o7777), Some(0o644), "{}", entry.name);
        assert_eq!(entry.stored, entry.name.ends_with(".png"), "{}", entry.name);
    }
    assert_eq!(entries.iter().filter(|e| e.stored).count(), 2);
}

#[test]
fn two_runs_give_the_same_bytes() {
    assert_eq!(written(&maximal()), written(&maximal()));
}

#[test]
fn words_are_those_of_the_model() {
    let document = maximal();
    let (found, foot) = words::of_docx(&written(&document));
    let of_model = words::of_blocks(&document.parts[0].sections[0].blocks);
    for (found, wanted) in found.lines().filter(|l| !l.is_empty()).zip(of_model.lines().filter(|l| !l.is_empty())) {
        // the reader of the file shows what a PAGE field holds until it is counted
        assert_eq!(found.replace("trang 2;", "trang ;"), wanted);
    }
    assert_eq!(words::split(&found).len(), words::split(&of_model).len());
    assert_eq!(words::split(&foot), words::split(&words::of_margins(&document)));
    assert!(of_model.contains(sample::DELICATE));
}

#[test]
fn the_specification_comes_back_byte_for_byte() {
    for source in [SOURCE, b"", b"{", b"{}", &[0xff, 0x00, 0x0d, 0x0a, 0xfe]] {
        let item = parts(&write(&document(Vec::new()), source).unwrap()).remove("customXml/item1.xml").unwrap();
        assert_eq!(item.get("xmlns"), Some("urn:vanban:source"));
        assert_eq!(from_base64(&item.text), source);
        let digest: String = Sha256::digest(source).iter().map(|b| format!("{b:02X}")).collect();
        assert_eq!(item.get("sha256"), Some(digest.as_str()));
    }
}

fn from_base64(text: &str) -> Vec<u8> {
    let alphabet: Vec<u8> = (b'A'..=b'Z').chain(b'a'..=b'z').chain(b'0'..=b'9').chain([b'+', b'/']).collect();
    let mut bytes = Vec::new();
    for group in text.as_bytes().chunks(4) {
        let sextets: Vec<usize> = group.iter().filter_map(|c| alphabet.iter().position(|a| a == c)).collect();
        let bits = sextets.iter().fold(0, |bits, s| bits << 6 | s) << (6 * (4 - sextets.len()));
        let [.., a, b, c] = bits.to_be_bytes();
        bytes.extend(&[a, b, c][..sextets.len() - 1]);
    }
    bytes
}

#[test]
fn a_character_that_xml_forbids_stops_the_writer() {
    let forbidden =
        (0..0x20).map(char::from).filter(|c| !matches!(c, '\t' | '\n' | '\r')).chain(['\u{fffe}', '\u{ffff}']);
    for c in forbidden {
        let in_text = document(vec![text(Role::Body, &format!("ế{c}ế"))]);
        assert!(write(&in_text, SOURCE).is_err(), "{c:?} in the text");
        let mut in_title = document(Vec::new());
        in_title.info.title = c.to_string();
        assert!(write(&in_title, SOURCE).is_err(), "{c:?} in the title");
    }
    let neighbours = document(vec![text(Role::Body, "\u{fffd}\u{fefe}\u{ffbe}\u{1f7bf}")]);
    assert!(write(&neighbours, SOURCE).is_ok());
}

#[test]
fn a_plain_paragraph_names_its_style_and_nothing_else() {
    let paragraph = body(&document(vec![text(Role::Body, "Một đoạn.")])).children.remove(0);
    assert_eq!(paragraph.dump(), "w:p\n  w:pPr\n    w:pStyle w:val=\"Body\"\n  w:r\n    w:t | Một đoạn.\n");
}

#[test]
fn runs_say_only_what_differs_from_the_style() {
    let run = |bold, italic| Inline::Run(Run { text: "x".to_owned(), bold, italic, ..Run::default() });
    let runs = vec![run(Some(true), Some(false)), run(Some(false), Some(true)), run(None, None)];
    // the style is bold and upright
    let paragraph = body(&document(vec![inlines(Role::Section, runs)])).children.remove(0);
    let looks: Vec<String> =
        paragraph.named("w:r").iter().map(|r| r.child("w:rPr").map_or(String::new(), Node::dump)).collect();
    let lifted = "w:rPr\n  w:b w:val=\"0\"\n  w:bCs w:val=\"0\"\n  w:i\n  w:iCs\n";
    assert_eq!(looks, ["", lifted, ""]);
}

#[test]
fn a_space_at_the_edge_of_a_run_is_kept() {
    let document = document(vec![inlines(Role::Body, vec![Inline::text("a "), Inline::text("b")])]);
    let preserved: Vec<Option<String>> =
        body(&document).named("w:t").iter().map(|t| t.get("xml:space").map(str::to_owned)).collect();
    assert_eq!(preserved, [Some("preserve".to_owned()), None]);
}

#[test]
fn what_is_left_blank_is_a_content_control_with_the_same_spaces() {
    let spec = crate::corpus::samples().into_iter().find(|sample| sample.name == "du-thao").unwrap();
    let mut draft: serde_json::Value = serde_json::from_slice(&spec.spec).unwrap();
    draft["issue_date"] = serde_json::json!({ "year": 2026, "month": null, "day": null });
    let draft = crate::corpus::Sample { spec: draft.to_string().into_bytes(), ..spec };
    let bytes = draft.render().bytes(vanban::Format::Docx).unwrap().to_vec();
    let document = &parts(&bytes)["word/document.xml"];
    let controls: Vec<_> = document
        .named("w:sdt")
        .into_iter()
        .map(|control| {
            let properties = control.child("w:sdtPr").unwrap();
            assert!(properties.child("w:showingPlcHdr").is_some() && properties.child("w:text").is_some());
            let room = control.named("w:t")[0].text.clone();
            (properties.val("w:alias").unwrap().to_owned(), properties.val("w:tag").unwrap().to_owned(), room)
        })
        .collect();
    let expected = [
        ("Số văn bản", "number", "\u{a0}".repeat(9)),
        ("Ngày ban hành", "issue_date.day", "    ".to_owned()),
        ("Tháng ban hành", "issue_date.month", "    ".to_owned()),
    ];
    assert_eq!(controls, expected.map(|(alias, tag, room)| (alias.to_owned(), tag.to_owned(), room)));
    let (found, _) = words::of_docx(&bytes);
    assert!(found.contains("ngày      tháng      năm 2026"), "{found}");
    assert!(found.contains(&format!("Số:{}/HD-SNV", "\u{a0}".repeat(10))), "{found}");
}

#[test]
fn a_no_break_hyphen_is_words_own() {
    let run = body(&document(vec![text(Role::Body, "TT\u{2011}BNV\u{2011}")])).named("w:r")[0].dump();
    assert_eq!(run, "w:r\n  w:t | TT\n  w:noBreakHyphen\n  w:t | BNV\n  w:noBreakHyphen\n");
}

#[test]
fn runs_of_one_link_are_one_link() {
    let run = |text: &str, link: Option<&str>| {
        Inline::Run(Run {
            text: text.to_owned(),
            link: link.map(|address| vanban::model::Link::Address(address.to_owned())),
            ..Run::default()
        })
    };
    let (a, b) = (Some("https://a.vn/?x=1&y=2"), Some("mailto:b@b.vn"));
    let runs = vec![run("1", a), run("2", a), run("3", b), run("4", None), run("5", a)];
    let parts = parts(&written(&document(vec![inlines(Role::Body, runs)])));
    let links: Vec<(String, usize)> = parts["word/document.xml"]
        .named("w:hyperlink")
        .iter()
        .map(|link| (link.get("r:id").unwrap().to_owned(), link.children.len()))
        .collect();
    assert_eq!(links.iter().map(|(_, runs)| *runs).collect::<Vec<_>>(), [2, 1, 1]);
    assert_eq!(links[0].0, links[2].0);
    let targets: BTreeMap<&str, &str> = parts["word/_rels/document.xml.rels"]
        .children
        .iter()
        .map(|r| (r.get("Id").unwrap(), r.get("Target").unwrap()))
        .collect();
    assert_eq!((targets[&*links[0].0], targets[&*links[1].0]), (a.unwrap(), b.unwrap()));
}

#[test]
fn only_destinations_that_are_led_to_are_bookmarks() {
    let named = |name: &str, words: &str| {
        let mut block = text(Role::Body, words);
        let BlockKind::Paragraph(paragraph) = &mut block.kind else { panic!("no paragraph") };
        paragraph.destination = Some(name.to_owned());
        block
    };
    let link = Some(vanban::model::Link::Destination("b".to_owned()));
    let reference = Inline::Run(Run { text: "đoạn hai".to_owned(), link, ..Run::default() });
    let cell = vec![inlines(Role::RecipientItem, vec![reference])];
    let table = side_by_side(Role::ClosingBlock, Length::ZERO, &[80, 80], vec![vec![cell, Vec::new()]]);
    let body = body(&document(vec![named("a", "Một"), named("b", "Hai"), table]));
    let dump = |name: &str| body.named(name).iter().map(|node| node.dump()).collect::<Vec<_>>();
    assert_eq!(dump("w:bookmarkStart"), ["w:bookmarkStart w:id=\"0\" w:name=\"b\"\n"]);
    assert_eq!(dump("w:bookmarkEnd"), ["w:bookmarkEnd w:id=\"0\"\n"]);
    let links = body.named("w:hyperlink");
    assert_eq!((links.len(), links[0].get("w:anchor"), links[0].get("r:id")), (1, Some("b"), None));
    let paragraph = &body.named("w:p")[1];
    let order: Vec<&str> = paragraph.children.iter().map(|node| node.name.as_str()).collect();
    assert_eq!(order, ["w:pPr", "w:bookmarkStart", "w:r", "w:bookmarkEnd"]);
}

#[test]
fn a_foreign_run_says_its_language() {
    let foreign = Inline::Run(Run {
        text: "Smart City".to_owned(),
        language: Some("en-US".to_owned()),
        script: vanban::model::Script::Super,
        ..Run::default()
    });
    let document = document(vec![inlines(Role::Body, vec![Inline::text("Đề án "), foreign])]);
    let runs: Vec<String> = body(&document).named("w:rPr").iter().map(|node| node.dump()).collect();
    assert_eq!(runs.len(), 1, "Vietnamese is the document's own: {runs:?}");
    assert!(runs[0].contains("w:lang w:val=\"en-US\" w:eastAsia=\"en-US\""), "{}", runs[0]);
    for (name, root) in parts(&written(&document)) {
        assert_eq!(docx_schema::fault(&root), None, "{name}");
    }
}

#[test]
fn the_address_of_a_link_is_a_uri() {
    let addresses = [
        ("https://a.vn/văn bản?q=1 2#x", "https://a.vn/v%C4%83n%20b%E1%BA%A3n?q=1%202#x"),
        ("https://a.vn/100%/%41/<\"|^>", "https://a.vn/100%25/%41/%3C%22%7C%5E%3E"),
        ("mailto:a-b_c.d@e.vn?subject=X&body=Y", "mailto:a-b_c.d@e.vn?subject=X&body=Y"),
    ];
    for (address, uri) in addresses {
        let link = Run {
            text: "x".to_owned(),
            link: Some(vanban::model::Link::Address(address.to_owned())),
            ..Run::default()
        };
        let relations =
            part(&document(vec![inlines(Role::Body, vec![Inline::Run(link)])]), "word/_rels/document.xml.rels");
        let target = relations.children.iter().find(|r| r.get("TargetMode").is_some()).unwrap().get("Target");
        assert_eq!(target, Some(uri));
    }
}

#[test]
fn every_cell_ends_with_a_paragraph_and_every_table_with_a_spacer() {
    let cells = vec![vec![Vec::new(), vec![sample::rule(Role::MottoRule, Length::ZERO, Length::mm(9))]]];
    let table = side_by_side(Role::HeaderBlock, Length::ZERO, &[50, 50], cells);
    let nested = side_by_side(Role::HeaderBlock, Length::ZERO, &[100], vec![vec![vec![table]]]);
    for document in [maximal(), document(vec![nested])] {
        let body = body(&document);
        let cells = body.named("w:tc");
        assert!(cells.len() >= 3);
        for cell in cells {
            assert_eq!(cell.children.last().unwrap().name, "w:p", "{}", cell.dump());
        }
        for parent in body.all() {
            for (i, _) in parent.children.iter().enumerate().filter(|(_, child)| child.name == "w:tbl") {
                let style = parent.children[i + 1].child("w:pPr").and_then(|p| p.val("w:pStyle"));
                assert_eq!(style, Some("Spacer"));
            }
        }
    }
    let styles = part(&maximal(), "word/styles.xml");
    let spacer = styles.named("w:style").into_iter().find(|s| s.get("w:styleId") == Some("Spacer")).unwrap();
    let spacing = spacer.child("w:pPr").unwrap().child("w:spacing").unwrap();
    assert_eq!((spacing.get("w:line"), spacing.get("w:lineRule")), (Some("20"), Some("exact")));
}

#[test]
fn a_table_is_fixed_and_as_wide_as_the_model_says() {
    let document = document(vec![side_by_side(
        Role::HeaderBlock,
        Length::mm(-5),
        &[70, 100],
        vec![vec![vec![text(Role::Issuer, "a")], vec![text(Role::Motto, "b")]]],
    )]);
    let table = body(&document).children.remove(0);
    let properties = table.child("w:tblPr").unwrap();
    let width = |node: &Node| node.get("w:w").unwrap().parse::<i64>().unwrap();
    assert_eq!(properties.child("w:tblLayout").unwrap().get("w:type"), Some("fixed"));
    assert_eq!(width(properties.child("w:tblInd").unwrap()), -283);
    assert_eq!(width(properties.child("w:tblW").unwrap()), 3969 + 5669);
    assert!(properties.child("w:tblCellMar").unwrap().children.iter().all(|side| width(side) == 0));
    assert_eq!(table.named("w:gridCol").into_iter().map(width).collect::<Vec<_>>(), [3969, 5669]);
    assert_eq!(table.named("w:tcW").into_iter().map(width).collect::<Vec<_>>(), [3969, 5669]);
    assert!(properties.child("w:tblBorders").is_none());
}

/// For each row: whether it may split, and for each paragraph in it whether it stays with the next.
fn rows(document: &Document) -> Vec<(bool, Vec<bool>)> {
    let body = body(document);
    let kept = |p: &Node| p.child("w:pPr").is_some_and(|pr| pr.child("w:keepNext").is_some());
    let row = |row: &&Node| {
        let whole = row.child("w:trPr").is_some_and(|pr| pr.child("w:cantSplit").is_some());
        (!whole, row.named("w:p").into_iter().map(kept).collect())
    };
    body.named("w:tr").iter().map(row).collect()
}

#[test]
fn rows_never_split_and_stay_together() {
    let cell = |n: usize| (0..n).map(|i| text(Role::Signer, &i.to_string())).collect::<Vec<_>>();
    let table =
        |role| side_by_side(role, Length::ZERO, &[80, 80], vec![vec![cell(1), cell(2)], vec![cell(0), cell(2)]]);
    let last_row = |role| rows(&document(vec![table(role)])).pop().unwrap();
    let first_row = rows(&document(vec![table(Role::HeaderBlock)])).remove(0);
    assert_eq!(first_row, (false, vec![true, true, true]));
    assert_eq!(last_row(Role::HeaderBlock), (false, vec![false, false, false]));
    assert_eq!(last_row(Role::ClosingBlock), (false, vec![true, true, false]));
}

#[test]
fn keep_with_next_of_one_paragraph_is_direct() {
    let kept = Paragraph { inlines: vec![Inline::text("a")], keep_with_next: Some(true), ..Paragraph::default() };
    let body = body(&document(vec![
        block(Role::Body, BlockKind::Paragraph(kept.clone())),
        block(Role::Section, BlockKind::Paragraph(kept)),
    ]));
    let direct: Vec<bool> = body.named("w:pPr").iter().map(|p| p.child("w:keepNext").is_some()).collect();
    // the style of a heading says it already
    assert_eq!(direct, [true, false]);
}

#[test]
fn a_rule_has_its_place_its_length_and_its_height() {
    let in_body = body(&document(vec![sample::rule(Role::SubjectRule, Length::mm(65), Length::mm(35))]));
    let properties = in_body.children[0].child("w:pPr").unwrap();
    let indent = properties.child("w:ind").unwrap();
    let side = |name| indent.get(name).unwrap().parse::<i64>().unwrap();
    let column = 11906 - 1701 - 850;
    assert_eq!((side("w:left"), column - side("w:left") - side("w:right")), (3685, 1984));
    let border = properties.child("w:pBdr").unwrap().child("w:top").unwrap();
    assert_eq!((border.get("w:sz"), border.get("w:space")), (Some("6"), Some("0")));
    // 2 pt with the 0.75 pt of the border
    assert_eq!(properties.child("w:spacing").unwrap().get("w:line"), Some("25"));
    assert_eq!(properties.child("w:spacing").unwrap().get("w:lineRule"), Some("exact"));
}

/// `w:numId` and `w:ilvl`.
type Number = (String, String);

/// For each paragraph of the body: its own number, and where that starts out of turn.
fn numbers(document: &Document) -> Vec<(Option<Number>, Option<String>)> {
    let parts = parts(&written(document));
    let starts: BTreeMap<&str, &str> = parts["word/numbering.xml"]
        .named("w:num")
        .into_iter()
        .filter_map(|num| Some((num.get("w:numId")?, num.child("w:lvlOverride")?.val("w:startOverride")?)))
        .collect();
    let of = |p: &&Node| {
        let number = p.child("w:pPr").and_then(|pr| pr.child("w:numPr"));
        let pair = number.map(|n| (n.val("w:numId").unwrap().to_owned(), n.val("w:ilvl").unwrap().to_owned()));
        let start = pair.as_ref().and_then(|(num, _)| starts.get(num.as_str())).map(|s| (*s).to_owned());
        (pair, start)
    };
    parts["word/document.xml"].named("w:p").iter().map(of).collect()
}

fn with_lists(definitions: &[ListDefinition], blocks: Vec<vanban::model::Block>) -> Document {
    let mut document = document(blocks);
    document.lists = definitions.iter().map(|d| List { definition: *d }).collect();
    document
}

#[test]
fn a_style_carries_the_number_of_its_level() {
    let heading = |n: &str| labelled(Role::Section, 0, 1, n, "a");
    let document =
        with_lists(&[ListDefinition::Sections], vec![heading("I."), heading("II."), text(Role::Section, "b")]);
    let none = Some(("0".to_owned(), "0".to_owned()));
    assert_eq!(numbers(&document), [(None, None), (None, None), (none, None)]);
    let styles = part(&document, "word/styles.xml");
    let level = |id: &str| {
        let style = styles.named("w:style").into_iter().find(|s| s.get("w:styleId") == Some(id)).unwrap();
        let number = style.child("w:pPr").and_then(|p| p.child("w:numPr"));
        number.map(|n| (n.val("w:numId").unwrap().to_owned(), n.val("w:ilvl").unwrap().to_owned()))
    };
    let pair = |num: &str, level: &str| Some((num.to_owned(), level.to_owned()));
    assert_eq!(
        (level("Part"), level("Heading1"), level("ClauseText"), level("ListBullet")),
        (pair("1", "0"), pair("1", "1"), pair("1", "2"), pair("2", "0"))
    );
    assert_eq!((level("Body"), level("Article"), level("Clause")), (None, None, None));
    let numbering = part(&document, "word/numbering.xml");
    let linked: Vec<&str> = numbering.named("w:pStyle").into_iter().filter_map(|n| n.get("w:val")).collect();
    assert_eq!(linked, ["Part", "Heading1", "ClauseText", "Subclause1", "Subclause2", "Subclause3", "ListBullet"]);
}

#[test]
fn a_role_of_several_levels_carries_the_first() {
    let document = with_lists(
        &[ListDefinition::Dash, ListDefinition::Plus],
        vec![
            labelled(Role::ListItem, 0, 0, "-", "a"),
            labelled(Role::ListItem, 1, 2, "+", "b"),
            text(Role::ListItem, "c"),
        ],
    );
    let pair = |num: &str, level: &str| Some((num.to_owned(), level.to_owned()));
    let none = pair("0", "0");
    assert_eq!(numbers(&document), [(None, None), (pair("2", "2"), None), (none, None)]);
    let numbering = part(&document, "word/numbering.xml");
    let labels: BTreeSet<&str> = numbering.named("w:lvlText").into_iter().filter_map(|n| n.get("w:val")).collect();
    assert_eq!(labels, BTreeSet::from(["-", "+"]));
    assert!(numbering.named("w:rFonts").iter().all(|f| f.get("w:ascii") == Some("Times New Roman")));
}

#[test]
fn a_number_out_of_turn_starts_there_and_counting_goes_on() {
    let heading = |list, n: &str| labelled(Role::Section, list, 1, n, "a");
    let document = with_lists(
        &[ListDefinition::Sections, ListDefinition::Sections],
        vec![
            heading(0, "I."),
            sample::anew(heading(0, "IV."), 4),
            heading(0, "V."),
            sample::anew(heading(1, "I."), 1),
            heading(1, "II."),
        ],
    );
    let starts: Vec<Option<String>> = numbers(&document).into_iter().map(|(_, start)| start).collect();
    assert_eq!(starts, [None, Some("4".to_owned()), None, Some("1".to_owned()), None]);
    let (found, _) = words::of_docx(&written(&document));
    assert_eq!(words::split(&found).join(" "), "I. a IV. a V. a I. a II. a");
}

#[test]
fn levels_that_never_restart_open_a_numbering_of_their_own() {
    let document = with_lists(&[ListDefinition::Articles], vec![labelled(Role::Article, 0, 4, "Điều 1.", "a")]);
    let numbering = part(&document, "word/numbering.xml");
    let patterns: Vec<Vec<&str>> = numbering
        .named("w:abstractNum")
        .iter()
        .map(|n| n.named("w:lvlText").into_iter().filter_map(|t| t.get("w:val")).collect())
        .collect();
    let expected: [&[&str]; 4] = [
        &["Phần %1"],
        &["Chương %1", "Mục %2", "Tiểu mục %3"],
        &["Điều %1.", "%2.", "%2.%3.", "%2.%3.%4.", "%2.%3.%4.%5."],
        &["-", "-", "-"],
    ];
    assert_eq!(patterns, expected);
}

#[test]
fn a_level_brings_the_indents_of_its_style() {
    let numbering = part(&maximal(), "word/numbering.xml");
    for level in numbering.named("w:lvl") {
        let indent = level.child("w:pPr").unwrap().child("w:ind").unwrap();
        let centred = level.val("w:suff") == Some("nothing");
        assert_eq!(indent.get("w:firstLine"), Some(if centred { "0" } else { "567" }));
        assert_eq!(indent.get("w:left"), Some("0"));
    }
    let mut indented = maximal();
    indented.styles = StyleSheet::new(|role| {
        let left = if role == Role::ClauseText { Length::mm(5) } else { Length::ZERO };
        vanban::model::Style { indent_left: left, ..style_of(role) }
    });
    let body = body(&indented);
    let directly: Vec<&Node> =
        body.named("w:pPr").into_iter().filter(|p| p.val("w:pStyle") == Some("ClauseText")).collect();
    assert!(!directly.is_empty());
    assert!(directly.iter().all(|p| p.child("w:ind").unwrap().get("w:left") == Some("283")));
}

#[test]
fn the_typeface_is_one_and_nothing_moves_the_letters() {
    for (name, root) in parts(&written(&maximal())).iter().filter(|(name, _)| name.starts_with("word/")) {
        for fonts in root.named("w:rFonts") {
            let values: BTreeSet<&str> = fonts.attributes.iter().map(|(_, v)| v.as_str()).collect();
            assert_eq!(values, BTreeSet::from(["Times New Roman"]), "{name}");
            assert!(fonts.attributes.iter().all(|(n, _)| !n.contains("Theme")), "{name}");
        }
        for moving in ["w:kern", "w:spacing"] {
            let in_runs = root.named("w:rPr").into_iter().filter(|r| r.child(moving).is_some()).count();
            assert_eq!(in_runs, 0, "{name} {moving}");
        }
        for color in root.named("w:color") {
            // stamps are red
            let is_known = color.get("w:val") == Some("000000")
                || name == "word/styles.xml" && color.get("w:val") == Some("FF0000");
            assert!(is_known, "{name}");
        }
    }
    let defaults = part(&maximal(), "word/styles.xml").children.remove(0);
    let language = defaults.named("w:lang")[0].clone();
    assert_eq!(language.get("w:val"), Some("vi-VN"));
    assert_eq!(defaults.named("w:sz")[0].get("w:val"), Some("28"));
}

#[test]
fn the_page_is_that_of_the_model() {
    let section = body(&document(Vec::new())).children.remove(0);
    let dump = section.dump();
    assert!(dump.contains("w:pgSz w:w=\"11906\" w:h=\"16838\""), "{dump}");
    let margins = "w:top=\"1134\" w:right=\"850\" w:bottom=\"1134\" w:left=\"1701\" w:header=\"567\" w:footer=\"567\"";
    assert!(dump.contains(margins), "{dump}");
}

/// For each reference of the section: its kind, its pages, and the text of its part (`#` for a PAGE field).
fn margins(document: &Document) -> Vec<(String, String, String)> {
    let parts = parts(&written(document));
    let section = parts["word/document.xml"].named("w:sectPr")[0].clone();
    assert!(section.child("w:titlePg").is_some());
    let targets: BTreeMap<&str, &str> = parts["word/_rels/document.xml.rels"]
        .children
        .iter()
        .map(|r| (r.get("Id").unwrap(), r.get("Target").unwrap()))
        .collect();
    let references = section.children.iter().filter(|c| c.name.ends_with("Reference"));
    references
        .map(|reference| {
            let root = &parts[&format!("word/{}", targets[reference.get("r:id").unwrap()])];
            let mut text = String::new();
            for node in root.all() {
                match node.name.as_str() {
                    "w:instrText" => text.push_str(if node.text.trim() == "PAGE" { "#" } else { "?" }),
                    "w:t" => text.push_str(&node.text),
                    _ => {}
                }
            }
            (reference.name.clone(), reference.get("w:type").unwrap().to_owned(), text.replace("#2", "#"))
        })
        .collect()
}

#[test]
fn the_page_number_is_hidden_on_page_1() {
    let expect = |rows: &[(&str, &str, &str)]| -> Vec<(String, String, String)> {
        rows.iter().map(|(a, b, c)| ((*a).to_owned(), (*b).to_owned(), (*c).to_owned())).collect()
    };
    let (header, footer) = ("w:headerReference", "w:footerReference");
    let mut document = document(Vec::new());
    assert_eq!(margins(&document), expect(&[(header, "default", "#"), (header, "first", "")]));
    let furniture = &mut document.parts[0].sections[0].furniture;
    furniture.first_footer = vec![text(Role::Contact, "Địa chỉ")];
    furniture.footer = sample::empty_line();
    let all = [(header, "default", "#"), (header, "first", ""), (footer, "default", ""), (footer, "first", "Địa chỉ")];
    assert_eq!(margins(&document), expect(&all));
    document.parts[0].sections[0].furniture = at_the_foot(vec![text(Role::Contact, "Địa chỉ")]);
    assert_eq!(margins(&document), expect(&[(footer, "default", "#"), (footer, "first", "Địa chỉ")]));
    document.parts[0].sections[0].furniture = at_the_foot(sample::empty_line());
    assert_eq!(margins(&document), expect(&[(footer, "default", "#"), (footer, "first", "")]));
}

#[test]
fn word_lays_out_by_mode_15() {
    let settings = part(&maximal(), "word/settings.xml");
    let compat = settings.child("w:compat").unwrap();
    assert!(compat.child("w:doNotExpandShiftReturn").is_some());
    let mode = compat.children.iter().find(|s| s.get("w:name") == Some("compatibilityMode")).unwrap();
    assert_eq!(mode.get("w:val"), Some("15"));
    assert_eq!(settings.val("w:autoHyphenation"), Some("0"));
}

#[test]
fn pictures_float_and_are_stored_once() {
    let mut document = maximal();
    // a third that nothing shows
    document.pictures.push(sample::pixel());
    let parts = parts(&written(&document));
    let anchors: Vec<Node> = parts["word/document.xml"].named("wp:anchor").into_iter().cloned().collect();
    let offsets: Vec<(&str, &str)> = anchors
        .iter()
        .map(|a| {
            let (h, v) = (a.child("wp:positionH").unwrap(), a.child("wp:positionV").unwrap());
            assert_eq!((h.get("relativeFrom"), v.get("relativeFrom")), (Some("column"), Some("paragraph")));
            (h.children[0].text.as_str(), v.children[0].text.as_str())
        })
        .collect();
    assert_eq!(offsets, [("1080000", "-180000"), ("-360000", "-180000")]);
    assert!(anchors.iter().all(|a| a.child("wp:wrapNone").is_some() && a.get("behindDoc") == Some("1")));
    assert_eq!(anchors[0].child("wp:docPr").unwrap().get("descr"), Some("Chữ ký \"số\" & dấu"));
    let stack: Vec<&str> = anchors.iter().filter_map(|a| a.get("relativeHeight")).collect();
    assert_eq!(stack, ["2048", "3072"]);
    let images: Vec<_> = entries(&written(&document)).into_iter().filter(|e| e.stored).collect();
    assert_eq!(images.len(), 2);
    assert!(images.iter().all(|e| e.bytes == sample::pixel().bytes));
}

#[test]
fn properties_come_from_the_document_and_not_from_a_clock() {
    let core = |document: &Document| part(document, "docProps/core.xml");
    let known = core(&maximal());
    let value = |name: &str| known.child(name).map(|n| n.text.as_str());
    assert_eq!(value("dc:title"), Some("Báo cáo Sơ kết & tổng kết"));
    assert_eq!(value("dc:creator"), Some("UBND TỈNH \"LẠNG SƠN\""));
    assert_eq!(value("dc:language"), Some("vi-VN"));
    // midnight of 1 May in Vietnam
    assert_eq!(value("dcterms:created"), Some("2019-04-30T17:00:00Z"));
    assert_eq!(value("dcterms:modified"), Some("2019-04-30T17:00:00Z"));
    let mut draft = maximal();
    draft.info.issued = None;
    assert!(core(&draft).child("dcterms:created").is_none() && core(&draft).child("dcterms:modified").is_none());
}

/// Name, type and value of each custom property.
fn custom_properties(document: &Document) -> Vec<(String, String, String)> {
    let custom = part(document, "docProps/custom.xml");
    for (i, property) in custom.children.iter().enumerate() {
        assert_eq!(property.get("pid"), Some((i + 2).to_string().as_str()), "numbered from 2 without gaps");
        assert_eq!(property.get("fmtid"), Some("{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"));
    }
    let of = |p: &Node| {
        let value = &p.children[0];
        (p.get("name").unwrap().to_owned(), value.name.clone(), value.text.clone())
    };
    custom.children.iter().map(of).collect()
}

#[test]
fn the_record_stands_in_the_custom_properties() {
    let mut document = maximal();
    let record = &mut document.info.record;
    record.set(Field::FileCatalog, 0, "2026");
    record.set(Field::DocOrdinal, 0, "99999999999");
    record.set(Field::DueDate, 0, "2026-03-15");
    record.set(Field::SignerFullName, 1, "Lê <Hải> & \"Yến\"");
    let found = custom_properties(&document);
    let sha256 = sha256_hex(SOURCE);
    let expected = [
        ("FileCode.FileCatalog", "vt:i4", "2026"),
        ("DocOrdinal", "vt:lpwstr", "99999999999"),
        ("PageAmount", "vt:i4", "2"),
        ("SignerInfo.2.FullName", "vt:lpwstr", "Lê <Hải> & \"Yến\""),
        ("DueDate", "vt:filetime", "2026-03-15T10:00:00Z"),
        ("vanban.SpecificationSHA256", "vt:lpwstr", &sha256),
        ("vanban.Regulation", "vt:lpwstr", "nd30-2020"),
    ];
    let found: Vec<_> = found.iter().map(|(n, t, v)| (n.as_str(), t.as_str(), v.as_str())).collect();
    assert_eq!(found, expected, "every field that has a value, and no other");
    assert_eq!(part(&document, "docProps/app.xml").child("Pages").unwrap().text, "2");
}

#[test]
fn what_the_model_forbids_is_an_error_and_no_panic() {
    let mut without_list = maximal();
    without_list.lists.clear();
    let mut without_picture = maximal();
    without_picture.pictures.clear();
    let ragged =
        side_by_side(Role::HeaderBlock, Length::ZERO, &[50], vec![vec![vec![text(Role::Motto, "a")], Vec::new()]]);
    for broken in [without_list, without_picture, document(vec![ragged])] {
        assert!(write(&broken, SOURCE).is_err());
    }
}

#[test]
fn parts_of_the_maximal_document() {
    let parts = parts(&written(&maximal()));
    let mut goldens = Goldens::of("docx");
    for name in ["document", "numbering", "header1", "footer2", "settings"] {
        goldens.compare(name, &parts[&format!("word/{name}.xml")].dump());
    }
    goldens.finish();
}
