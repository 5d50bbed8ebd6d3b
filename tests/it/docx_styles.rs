//! The styles of the Word file: by which names it has them, and what each takes over from its parent.

use std::collections::BTreeSet;

use vanban::model::{Headings, Role, Style, StyleSheet};
use vanban::units::Length;

use crate::docx::{body, part};
use crate::docx_package::Node;
use crate::docx_sample::{document, maximal, text};

#[test]
fn styles_are_whole_and_named_for_a_clerk() {
    let document = maximal();
    let styles = part(&document, "word/styles.xml");
    let all = styles.named("w:style");
    let known: BTreeSet<&str> = all.iter().filter_map(|s| s.get("w:styleId")).collect();
    // of each role but those of tables: by its name, or by its alias where the style is one of Word's own
    let of_role = |role: Role| {
        let name = role.word_style().unwrap().name;
        let found = all.iter().find(|s| s.val("w:name") == Some(name) || s.val("w:aliases") == Some(name));
        *found.unwrap_or_else(|| panic!("no style {name}"))
    };
    // Word takes two styles of one name for one
    let names: BTreeSet<_> = all.iter().map(|style| style.val("w:name")).collect();
    assert_eq!((names.len(), known.len()), (all.len(), all.len()), "two styles of one name or id");
    for style in &all {
        let (id, name) = (style.get("w:styleId").unwrap(), style.val("w:name").unwrap());
        assert!(!name.contains([',', ';', '\\', '{', '}']), "{name}");
        assert!(style.val("w:next").is_none_or(|next| known.contains(next)), "{id}");
        assert!(style.val("w:basedOn").is_none_or(|parent| known.contains(parent)), "{id}");
        assert!(style.val("w:uiPriority").is_some(), "{id}");
        assert!(style.val("w:aliases").is_none() || style.get("w:customStyle").is_none(), "{id}");
    }
    let headings = Headings::of(&document);
    for role in Role::ALL.iter().filter(|r| {
        !matches!(
            r,
            Role::HeaderBlock
                | Role::MarkBox
                | Role::ApprovalBlock
                | Role::ClosingBlock
                | Role::CopyBlock
                | Role::Table
        )
    }) {
        let outline = of_role(*role).child("w:pPr").and_then(|p| p.val("w:outlineLvl"));
        assert_eq!(outline.map(|l| l.parse::<u8>().unwrap() + 1), headings.level(*role), "{role:?}");
    }
    let body = all.iter().find(|s| s.get("w:styleId") == Some("Body")).unwrap();
    let expected = "w:pPr\n  w:spacing w:before=\"0\" w:after=\"120\" w:line=\"276\" w:lineRule=\"auto\"\n  \
                    w:ind w:left=\"0\" w:right=\"0\" w:firstLine=\"567\"\n  w:jc w:val=\"both\"\n";
    assert_eq!(body.child("w:pPr").unwrap().dump(), expected);
    assert_eq!(body.child("w:rPr").unwrap().val("w:sz"), Some("28"));
}

/// What a style and those it is based on say, the nearest first.
fn resolved(styles: &Node, id: &str, property: &str, element: &str, attribute: &str) -> Option<String> {
    let style = styles.named("w:style").into_iter().find(|s| s.get("w:styleId") == Some(id))?;
    let own = style.child(property).and_then(|p| p.child(element)).and_then(|e| e.get(attribute));
    let inherited = || resolved(styles, style.val("w:basedOn")?, property, element, attribute);
    own.map(ToOwned::to_owned).or_else(inherited)
}

#[test]
fn styles_resolve_to_the_looks_of_the_model() {
    let document = maximal();
    let styles = part(&document, "word/styles.xml");
    let twips = |length: Length| length.to_twip().to_string();
    for named in document.styles.iter() {
        let Some(word) = named.role.word_style().filter(|word| !word.is_line) else { continue };
        let all = styles.named("w:style");
        let called = |s: &&&Node| s.val("w:name") == Some(word.name) || s.val("w:aliases") == Some(word.name);
        let id = all.iter().find(called).unwrap().get("w:styleId").unwrap();
        let value = |property, element, attribute: &str| resolved(&styles, id, property, element, attribute);
        let style = &named.style;
        let size =
            value("w:rPr", "w:sz", "w:val").unwrap_or_else(|| document.styles.base().size.to_half_pt().to_string());
        assert_eq!(size, style.size.to_half_pt().to_string(), "{id}");
        for (attribute, length) in [("w:before", style.space_before), ("w:after", style.space_after)] {
            let found = value("w:pPr", "w:spacing", attribute).unwrap_or_else(|| "0".to_owned());
            assert_eq!(found, twips(length), "{id} {attribute}");
        }
        for (attribute, length) in [("w:left", style.indent_left), ("w:right", style.indent_right)] {
            let found = value("w:pPr", "w:ind", attribute).unwrap_or_else(|| "0".to_owned());
            assert_eq!(found, twips(length), "{id} {attribute}");
        }
        let own = all.iter().find(called).unwrap().child("w:rPr").and_then(|r| r.child("w:b"));
        assert_eq!(own.is_some_and(|b| b.get("w:val").is_none()), style.bold, "{id}");
    }
}

#[test]
fn running_text_follows_its_parent() {
    let document = maximal();
    let styles = part(&document, "word/styles.xml");
    let children = |parent: &str| -> Vec<Node> {
        styles.named("w:style").into_iter().filter(|s| s.val("w:basedOn") == Some(parent)).cloned().collect()
    };
    let names: BTreeSet<String> =
        children("Body").iter().map(|s| s.val("w:aliases").or_else(|| s.val("w:name")).unwrap().to_owned()).collect();
    for name in ["Khoản", "Điểm", "Gạch đầu dòng", "Căn cứ ban hành", "Ghi chú", "Điều", "Đoạn đánh số 1.1"]
    {
        assert!(names.contains(name), "{name} does not follow Nội dung: {names:?}");
    }
    // but the headings, which this document sets apart
    for child in children("Body").iter().filter(|s| s.child("w:pPr").is_none_or(|p| p.val("w:outlineLvl").is_none())) {
        assert!(child.child("w:rPr").is_none_or(|r| r.child("w:sz").is_none()), "{:?}", child.get("w:styleId"));
        assert!(child.child("w:pPr").is_none_or(|p| p.child("w:spacing").is_none()), "{:?}", child.get("w:styleId"));
    }
}

#[test]
fn headings_are_words_own_by_what_occurs() {
    let headings = |roles: &[Role]| -> Vec<(String, String)> {
        let styles = part(&document(roles.iter().map(|role| text(*role, "a")).collect()), "word/styles.xml");
        let mut found: Vec<_> = styles
            .named("w:style")
            .into_iter()
            .filter(|s| s.val("w:name").unwrap().starts_with("heading "))
            .map(|s| (s.val("w:name").unwrap().to_owned(), s.val("w:aliases").unwrap().to_owned()))
            .collect();
        found.sort();
        found
    };
    let expected = |names: &[&str]| -> Vec<(String, String)> {
        names.iter().zip(1..).map(|(name, level)| (format!("heading {level}"), (*name).to_owned())).collect()
    };
    assert_eq!(headings(&[Role::Body]), expected(&[]));
    assert_eq!(headings(&[Role::Article]), expected(&["Điều"]));
    assert_eq!(headings(&[Role::ArticleText]), expected(&["Điều không tiêu đề"]));
    assert_eq!(headings(&[Role::ArticleText, Role::Article, Role::Chapter]), expected(&["Chương", "Điều"]));
    assert_eq!(
        headings(&[Role::Section, Role::Clause, Role::Subclause2]),
        expected(&["Mục I", "Khoản có tiêu đề", "Tiêu đề 1.1.1"])
    );
    let mut mixed = document(vec![text(Role::Article, "a"), text(Role::ArticleText, "b")]);
    mixed.styles = StyleSheet::new(|role| Style { keep_with_next: role == Role::Article, ..Style::default() });
    let mixed = body(&mixed);
    let taken: Vec<_> = mixed.named("w:pStyle").into_iter().map(|s| s.get("w:val").unwrap().to_owned()).collect();
    assert_eq!(taken, ["Heading1", "Heading1"]);
}

#[test]
fn latent_styles_are_as_many_as_word_has() {
    let styles = part(&maximal(), "word/styles.xml");
    let latent = styles.child("w:latentStyles").unwrap();
    let names: BTreeSet<_> = latent.named("w:lsdException").into_iter().filter_map(|l| l.get("w:name")).collect();
    assert_eq!((latent.get("w:count"), names.len()), (Some("376"), 376));
    for style in styles.named("w:style").into_iter().filter(|s| s.get("w:customStyle").is_none()) {
        let name = style.val("w:name").unwrap();
        assert!(names.contains(name), "Word does not know the style {name}");
    }
}
