//! Templates: what a regulation says of a document type decides what its documents are made of.

use serde_json::{Value, json};
use vanban::Resources;
use vanban::compose::{KnownPictures, compose};
use vanban::diag::{Diagnostic, Diagnostics, Severity, registry};
use vanban::font::FontBook;
use vanban::model::{Document, Role};
use vanban::profile::{self, Addressees, Component, Profile};
use vanban::rules::{self, Context};
use vanban::schema::schema;
use vanban::specification::{self, DocType, NumberingSystem, PartId, Regulation};

use crate::compose_support::{report, report_with};

/// NĐ 30/2020 with one thing changed.
fn changed(change: impl FnOnce(&mut Profile)) -> &'static Profile {
    let mut profile = profile::get(Regulation::Nd30).unwrap().clone();
    change(&mut profile);
    Box::leak(Box::new(profile))
}

/// What comes of a specification under a regulation of our own.
fn composed(spec: &Value, profile: &'static Profile) -> (Option<Document>, Diagnostics) {
    let (fonts, mut findings) = (FontBook::bundled().unwrap(), Diagnostics::default());
    let bytes = serde_json::to_vec(spec).unwrap();
    let parsed = specification::parse(&bytes, &mut findings).unwrap();
    rules::spec::check(&parsed.spec, &Context { profile, fonts: &fonts }, &mut findings);
    let document = compose(
        &parsed.spec,
        PartId::Main,
        profile,
        Resources::new(&fonts),
        &mut KnownPictures::default(),
        &mut findings,
    );
    (document, findings)
}

fn roles(document: &Document) -> Vec<Role> {
    document.parts[0].sections[0].blocks.iter().map(|block| block.role).collect()
}

fn found<'a>(findings: &'a Diagnostics, code: &str) -> Option<&'a Diagnostic> {
    findings.iter().find(|finding| finding.code == code)
}

#[test]
fn a_type_that_the_regulation_does_not_have_is_found_with_its_cure() {
    let profile = changed(|profile| {
        profile.doc_types.remove(&DocType::Report);
    });
    // no word on how such a type is divided: nobody knows
    let spec = report_with(&json!({ "body": [{ "type": "article", "text": "Nội dung" }] }));
    let (document, findings) = composed(&spec, profile);
    assert!(document.is_none());
    assert_eq!(findings.iter().count(), 1, "{findings:#?}");
    let finding = found(&findings, registry::NO_TEMPLATE.code).unwrap();
    assert_eq!((finding.severity, finding.at.as_str()), (Severity::Error, "/doc_type"));
    assert_eq!(finding.message.vi, "NĐ 30/2020/NĐ-CP không có loại văn bản \"report\"");
    assert!(finding.hints[0].vi.contains("\"notice\"") && !finding.hints[0].vi.contains("\"report\""));
    assert_eq!(finding.hints[1].vi, "hoặc đặt \"regulation\": \"tt01-2011\"");
}

#[test]
fn a_document_is_made_of_the_components_of_its_template_in_their_order() {
    let spec = report_with(&json!({ "addressees": ["UBND tỉnh"], "legal_basis": ["Căn cứ Luật A"] }));
    let (usual, _) = composed(&spec, profile::get(Regulation::Nd30).unwrap());
    let expected = [
        Role::HeaderBlock,
        Role::DocType,
        Role::Subject,
        Role::SubjectRule,
        Role::Addressees,
        Role::LegalBasis,
        Role::Body,
        Role::ClosingBlock,
    ];
    assert_eq!(roles(&usual.unwrap()), expected);
    let profile = changed(|profile| {
        let order = vec![Component::Title, Component::LegalBasis, Component::Addressees, Component::Body];
        profile.doc_types.get_mut(&DocType::Report).unwrap().order = order;
    });
    let (other, findings) = composed(&spec, profile);
    let expected = [Role::DocType, Role::Subject, Role::SubjectRule, Role::LegalBasis, Role::Addressees, Role::Body];
    assert_eq!(roles(&other.unwrap()), expected);
    assert!(findings.is_empty(), "{findings:#?}");
}

/// What a document of its type has no place for is an error: left out silently, `Như trên` would point at nothing.
#[test]
fn what_a_template_has_no_place_for_is_never_lost_silently() {
    let contact = json!({ "name": "Sở Nội vụ", "abbreviation": "SNV", "contact": { "address": "Số 1" } });
    let given = json!({ "addressees": ["UBND tỉnh"], "legal_basis": ["Căn cứ Luật A"], "issuer": contact });
    let profile = changed(|profile| {
        let order = vec![Component::Header, Component::Title, Component::Body, Component::Closing];
        profile.doc_types.get_mut(&DocType::Report).unwrap().order = order;
    });
    let lost = |spec: &Value, profile| -> Vec<(String, Severity)> {
        let (_, findings) = composed(spec, profile);
        let of_kind = findings.iter().filter(|finding| finding.code == registry::NOT_PRINTED.code);
        of_kind.map(|finding| (finding.at.as_str().to_owned(), finding.severity)).collect()
    };
    let error = |at: &str| (at.to_owned(), Severity::Error);
    let expected = [error("/addressees"), error("/legal_basis"), error("/issuer/contact")];
    assert_eq!(lost(&report_with(&given), profile), expected);
    assert_eq!(lost(&report(), profile), [], "what is absent is not missed");
    assert_eq!(lost(&report_with(&given), profile::get(Regulation::Nd30).unwrap()), []);
    let (_, findings) = composed(&report_with(&given), profile);
    let finding = found(&findings, registry::NOT_PRINTED.code).unwrap();
    assert_eq!(
        (&*finding.message.vi, &*finding.message.en),
        ("báo cáo không có chỗ để in \"addressees\"", "a report has no place to print \"addressees\"")
    );
}

/// A need that the order cannot print would ask for what is then refused; a starter, too.
#[test]
fn no_template_asks_for_what_it_does_not_print() {
    for regulation in Regulation::ALL {
        for (doc_type, template) in &profile::get(*regulation).unwrap().doc_types {
            let asks = template.addressees == Addressees::Required
                || template.starter.as_ref().is_some_and(|starter| starter.addressees);
            assert!(!asks || template.has_addressees(), "{regulation:?}: {doc_type:?}");
            let once =
                template.order.iter().all(|one| template.order.iter().filter(|other| *other == one).count() == 1);
            assert!(once, "{regulation:?}: {doc_type:?}: a component twice");
            for one_of in [
                &[
                    Component::Header,
                    Component::LetterHeader,
                    Component::UnnumberedHeader,
                    Component::UndatedHeader,
                    Component::NationalHeader,
                ][..],
                // the subject of a letter stands in its header
                &[Component::Title, Component::TypeAlone, Component::SubjectAlone, Component::LetterHeader],
                &[Component::Body],
                &[Component::Closing],
            ] {
                let count = one_of.iter().filter(|component| template.order.contains(component)).count();
                assert_eq!(count, 1, "{regulation:?}: {doc_type:?}: of {one_of:?}");
            }
            let has_line = template.order.contains(&Component::Opening);
            assert_eq!(has_line, template.opening.is_some(), "{regulation:?}: {doc_type:?}");
            let texts = template.opening.iter().map(|opening| &opening.text).chain(&template.addressees_label);
            for text in texts {
                let known =
                    ["{issuer}", "{date}", "{place}"].iter().fold(text.clone(), |text, slot| text.replace(slot, ""));
                assert!(!known.contains(['{', '}']), "{text}");
            }
        }
    }
}

#[test]
fn the_sentence_on_an_adoption_has_known_slots_alone() {
    for regulation in Regulation::ALL {
        let words = &profile::get(*regulation).unwrap().words.adoption;
        let slots = ["{title}", "{organ}", "{session}", "{date}", "{effective}"];
        let left = slots.iter().fold(format!("{}{}", words.text, words.effective), |text, slot| text.replace(slot, ""));
        assert!(!left.contains(['{', '}']), "{left}");
    }
}

#[test]
fn needs_and_numbering_are_the_templates() {
    let (_, findings) = composed(&report(), profile::get(Regulation::Nd30).unwrap());
    assert!(findings.is_empty(), "{findings:#?}");
    let profile = changed(|profile| {
        let template = profile.doc_types.get_mut(&DocType::Report).unwrap();
        template.addressees = Addressees::Required;
        template.numbering = NumberingSystem::Articles;
    });
    let (_, findings) = composed(&report(), profile);
    let finding = found(&findings, registry::NO_ADDRESSEES.code).unwrap();
    assert_eq!(
        (&*finding.message.vi, &*finding.message.en),
        ("báo cáo không có Kính gửi", "a report without addressees")
    );
    let spec = report_with(&json!({ "body": [{ "type": "article", "text": "Nội dung" }], "addressees": ["A"] }));
    let (document, findings) = composed(&spec, profile);
    assert!(findings.is_empty() && roles(&document.unwrap()).contains(&Role::ArticleText), "{findings:#?}");
}

/// Messages and the schema call a type as the newest regulation that has it does.
#[test]
fn the_words_of_doc_type_mean_what_the_newest_regulation_says() {
    let schema = schema();
    let types = &profile::get(Regulation::ALL[0]).unwrap().doc_types;
    let words = schema["$defs"]["DocType"]["anyOf"].as_array().unwrap();
    let words: Vec<_> = words.iter().filter(|word| word.get("const").is_some()).collect();
    assert_eq!(words.len(), types.len());
    for (word, (doc_type, template)) in words.iter().zip(types) {
        assert_eq!(word["const"], doc_type.name());
        let Some(abbreviation) = &template.abbreviation else {
            assert_eq!(word["title"], template.title);
            assert_eq!(word["description"], "Không in tên loại; không có chữ viết tắt.");
            continue;
        };
        assert_eq!(word["title"], format!("{} ({abbreviation})", template.title));
        let printed = format!("In tên loại {}; chữ viết tắt {abbreviation}.", template.title.to_uppercase());
        assert_eq!(word["description"], printed);
    }
    // these sentences are written by hand: another type, or one of another form, changes them
    let all_of_one_form = types.values().all(|template| template.source.ends_with("Phụ lục III, Mẫu 1.4"));
    for place in [&schema["properties"]["doc_type"], &schema["$defs"]["DocType"]] {
        let told = place["description"].as_str().unwrap();
        assert_eq!(told.contains("Mẫu 1.4"), all_of_one_form, "{told}");
        assert!(told.contains(&format!("{} loại ", types.len())), "{told}");
    }
    let numbering = schema["properties"]["numbering"]["description"].as_str().unwrap();
    let in_articles: Vec<_> = types
        .values()
        .filter(|template| template.numbering == NumberingSystem::Articles)
        .map(|template| template.title.to_lowercase())
        .collect();
    let (last, others) = in_articles.split_last().unwrap();
    let of_articles = format!("{} và {last}", others.join(", "));
    assert_eq!(numbering, format!("Bỏ trống: `articles` cho {of_articles}, `sections` cho các loại khác."));
}
