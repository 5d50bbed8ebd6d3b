//! What may be appended to a PDF that passes for signed: what signing programs append, and nothing else.

use vanban::read::pdf::{Signing, first_end, signing};

use crate::signed_pdf::{Update, object_text, object_with, plain_pdf};

fn judged(pdf: &[u8]) -> Result<Signing, String> {
    signing(pdf, first_end(pdf)).map_err(|why| why.en)
}

#[track_caller]
fn signed(pdf: &[u8], signatures: usize, added_looks: usize) {
    assert_eq!(judged(pdf), Ok(Signing { signatures, added_looks }));
}

#[track_caller]
fn unmet(pdf: &[u8], words: &str) {
    let why = judged(pdf).unwrap_err();
    assert!(why.contains(words), "{why}");
}

fn root(pdf: &[u8]) -> u32 {
    object_with(pdf, &["/Type/Catalog"])
}

fn page(pdf: &[u8]) -> u32 {
    object_with(pdf, &["/Type/Page/"])
}

fn form(pdf: &[u8]) -> u32 {
    object_with(pdf, &["/SigFlags"])
}

/// The first reserved field, signed.
fn first() -> Update {
    Update::signing(&plain_pdf(), "Signature1")
}

/// A field of its own on the page, signed.
fn added(base: &[u8], rectangle: &str) -> Update {
    let fields = object_text(base, form(base));
    let list = &fields[fields.find("/Fields[").unwrap()..fields.find(']').unwrap()];
    let annotations = object_text(base, page(base));
    let shown = &annotations[annotations.find("/Annots[").unwrap()..];
    let shown = &shown[..shown.find(']').unwrap()];
    let field =
        format!("<</FT/Sig/T(Own)/Type/Annot/Subtype/Widget/F 132/Rect[{rectangle}]/P {} 0 R/V 901 0 R>>", page(base));
    Update { signature: Some(901), ..Update::of(base) }
        .edit(form(base), list, &format!("{list} 900 0 R"))
        .edit(page(base), shown, &format!("{shown} 900 0 R"))
        .object(900, field)
}

#[test]
fn signatures_one_after_the_other() {
    let base = plain_pdf();
    assert_eq!(first_end(&base), base.len());
    let once = first().finish();
    assert_eq!(first_end(&once), base.len());
    signed(&once, 1, 0);
    let twice = Update::signing(&once, "Seal1").finish();
    signed(&twice, 2, 0);
    signed(&added(&twice, "100 100 200.5 150").finish(), 3, 1);
    signed(&added(&once, "0 0 0 0").finish(), 2, 0);
    // a revision that only brings certificates, under a signature that follows
    let store = |base: &[u8], number: u32, to: &str| {
        Update::of(base)
            .edit(root(base), "/Type/Catalog", "/Type/Catalog/DSS 950 0 R")
            .object(950, to)
            .object(number, "<</Length 1>>\nstream\nx\nendstream")
    };
    let stored = store(&once, 951, "<</Certs[951 0 R]>>").finish();
    unmet(&stored, "covered by no signature");
    let stored = Update::signing(&stored, "Seal1").finish();
    signed(&stored, 2, 0);
    let more = Update { objects: Vec::new(), ..added(&stored, "0 0 0 0") };
    let more = Update { objects: [more.objects, added(&stored, "0 0 0 0").objects].concat(), ..more };
    let more = more.object(950, "<</Certs[951 0 R 952 0 R]>>").object(952, "<</Length 1>>\nstream\ny\nendstream");
    signed(&more.finish(), 3, 0);
    // what programs say of themselves
    let info = object_with(&base, &["/CreationDate"]);
    let saved = first().edit(info, "/ModDate(D:2024", "/Producer(x)/ModDate(D:2026");
    signed(&saved.finish(), 1, 0);
    signed(
        &first().edit(root(&base), "/Type/Catalog", "/Type/Catalog/Perms<</DocMDP 5 0 R>>/Version/1.7").finish(),
        1,
        0,
    );
    signed(&Update { beside: "%a signing program\n\n".to_owned(), ..first() }.finish(), 1, 0);
}

#[test]
fn what_is_no_signature() {
    let base = plain_pdf();
    unmet(&Update::of(&base).object(900, "<<>>").finish(), "without a digital signature");
    let field = object_with(&base, &["/T(Signature1)"]);
    for value in ["(signed)", "null", "true", "1", "[]", "<<>>", "<</Type/Sig>>", "999 0 R", "1 0 R", "900 0 R"] {
        let update = Update::of(&base).edit(field, "/F 132", &format!("/F 132/V {value}")).object(900, "<</Type/Sig>>");
        unmet(&update.finish(), if value == "999 0 R" { "does not exist" } else { "does not hold a signature" });
    }
    let with = |dictionary: &str| Update { dictionary: dictionary.to_owned(), ..first() }.finish();
    unmet(&with("/Type/Sig/Filter/Adobe.PPKLite"), "kind “”");
    unmet(&with("/Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.sha1"), "kind “adbe.pkcs7.sha1”");
    unmet(&with("/Type/Sig/SubFilter/adbe.pkcs7.detached"), "does not hold a signature");
    unmet(&with("/Type/Font/Filter/A/SubFilter/adbe.pkcs7.detached"), "does not hold a signature");
    unmet(&with("/Type/Sig/Type/Sig/Filter/A/SubFilter/adbe.pkcs7.detached"), "the same key twice");
    unmet(&with("/Filter/A/SubFilter/adbe.pkcs7.detached/Contents<00>"), "the same key twice");
}

#[test]
fn what_a_signature_covers() {
    let with = |range: fn([usize; 4]) -> [usize; 4]| Update { range, ..first() }.finish();
    unmet(&with(|[a, b, c, d]| [a + 1, b, c, d]), "/ByteRange");
    unmet(&with(|[a, b, c, d]| [a, b - 1, c, d]), "/ByteRange");
    unmet(&with(|[a, b, c, d]| [a, b + 1, c, d]), "/ByteRange");
    unmet(&with(|[a, b, c, d]| [a, b, c - 1, d]), "/ByteRange");
    unmet(&with(|[a, b, c, d]| [a, b, c + 1, d - 1]), "/ByteRange");
    unmet(&with(|[a, b, c, d]| [a, b, c, d - 9]), "/ByteRange");
    unmet(&with(|[a, b, c, d]| [a, b, c, d + 1]), "/ByteRange");
    unmet(&with(|[a, _, c, d]| [a, 0, c, d]), "/ByteRange");
    unmet(&with(|[a, b, c, _]| [a, b, c, usize::MAX]), "/ByteRange");
    unmet(&with(|[a, b, c, _]| [a, b, c, usize::MAX >> 1]), "/ByteRange");
    unmet(
        &Update {
            digest: |mut digest| {
                digest[5] ^= 1;
                digest
            },
            ..first()
        }
        .finish(),
        "does not match",
    );
    unmet(&Update { digest: |digest| digest[..20].to_vec(), ..first() }.finish(), "SHA-256");
    unmet(&Update { digest: |_| Vec::new(), ..first() }.finish(), "SHA-256");
    for behind in ["\n", "x", "%%EOF\n", "%comment\n"] {
        unmet(&Update { behind: behind.to_owned(), ..first() }.finish(), "covered by no signature");
    }
    // a signature that leaves out what came after, and one over a revision that is not its own
    let once = first().finish();
    unmet(&Update::of(&once).object(950, "<<>>").finish(), "covered by no signature");
    let mut copied = once.clone();
    copied.extend_from_slice(&once[first_end(&once)..]);
    assert!(judged(&copied).is_err());
}

#[test]
fn a_signed_file_whose_document_was_changed() {
    let base = plain_pdf();
    let (root, page) = (root(&base), page(&base));
    let text = object_text(&base, page);
    let named = |key: &str| {
        let rest = &text[text.find(key).unwrap() + key.len()..];
        rest.split_whitespace().next().unwrap().parse::<u32>().unwrap()
    };
    let stream = "<</Length 3>>\nstream\nq Q\nendstream";
    let font = object_with(&base, &["/Type/Font/Subtype/Type0"]);
    let changes: [(Update, &str); 19] = [
        (first().object(named("/Contents "), stream), "changes the document itself"),
        (first().edit(page, "/Contents ", "/Contents 990 0 R/Old ").object(990, stream), "changes a page"),
        (first().edit(page, "/MediaBox[0 0 595.3", "/MediaBox[0 0 595.2"), "changes a page"),
        (
            first().edit(page, "/Annots[", "/Annots[990 0 R ").object(990, "<</Type/Annot/Subtype/Stamp>>"),
            "changes a page",
        ),
        (first().edit(page, "]>>", " 990 0 R]>>").object(990, "<</Type/Annot/Subtype/Stamp>>"), "changes a page"),
        (first().edit(page, "/Type/Page", "/AA<<>>/Type/Page"), "changes a page"),
        (first().object(named("/Resources "), "<</Font<<>>>>"), "changes the document itself"),
        (
            first().object(named("/Parent "), format!("<</Type/Pages/Count 2/Kids[{page} 0 R {page} 0 R]>>")),
            "changes the document itself",
        ),
        (first().edit(font, "/Type0", "/Type1"), "changes the document itself"),
        (first().edit(root, "/Type/Catalog", "/Type/Catalog/OpenAction<<>>"), "/OpenAction"),
        (first().edit(root, "/Type/Catalog", "/Type/Catalog/Perms<</UR3 5 0 R>>"), "/Perms"),
        (
            first().edit(root, "/Pages ", "/Pages 990 0 R/Old ").object(990, "<</Type/Pages/Count 0/Kids[]>>"),
            "of the document",
        ),
        (first().edit(form(&base), "/SigFlags", "/NeedAppearances true/SigFlags"), "changes the form"),
        (first().edit(form(&base), "/SigFlags", "/XFA 990 0 R/SigFlags").object(990, stream), "changes the form"),
        (first().edit(object_with(&base, &["/T(Signature1)"]), "/Rect[", "/Rect[1 1 1 1]/Old["), "signature field"),
        (first().edit(object_with(&base, &["/T(Signature1)"]), "/F 132", "/F 132/A<<>>"), "signature field"),
        (first().edit(object_with(&base, &["/T(Seal1)"]), "/T(Seal1)", "/T(Seal2)"), "signature field"),
        (first().object(990, "<</A 991 0 R>>"), "does not exist"),
        (first().object(990, format!("[{page} 1 R]")), "used again"),
    ];
    for (update, words) in changes {
        unmet(&update.finish(), words);
    }
    let trailer = |from: &str, to: &str| {
        let update = first();
        assert!(update.trailer.contains(from), "{}", update.trailer);
        Update { trailer: update.trailer.replace(from, to), ..update }.object(990, "<</Type/Catalog>>").finish()
    };
    unmet(&trailer(&format!("/Root {root} 0 R"), "/Root 990 0 R"), "/Root of the trailer");
    unmet(&trailer("/Info ", "/Info 990 0 R/Old "), "/Old of the trailer");
    // metadata that tell something else
    let metadata = object_with(&base, &["/Type/Metadata/Subtype/XML"]);
    let record = object_text(&base, metadata);
    assert!(record.contains("624"));
    unmet(&first().object(metadata, record.replace("624", "625")).finish(), "metadata");
    let info = object_with(&base, &["/CreationDate"]);
    unmet(&first().edit(info, "/CreationDate", "/Trapped/False/CreationDate").finish(), "changes the document itself");
}

/// First the page, then a signature over it; a signature, then the page; and both at once under a later one.
#[test]
fn a_change_that_a_later_signature_covers() {
    let base = plain_pdf();
    let page = page(&base);
    let changed = Update::of(&base).edit(page, "/Type/Page", "/Old 1/Type/Page").finish();
    unmet(&Update::signing(&changed, "Signature1").finish(), "changes a page");
    let once = first().finish();
    let changed = Update::of(&once).edit(page, "/Type/Page", "/Old 1/Type/Page").finish();
    unmet(&Update::signing(&changed, "Seal1").finish(), "changes a page");
    // the look or the value of a signature that stands already
    let field = object_with(&base, &["/T(Signature1)"]);
    unmet(&Update::signing(&once, "Seal1").object(field + 2000, "<<>>").finish(), "changes the document itself");
    unmet(&Update::signing(&once, "Seal1").object(field + 1000, "<<>>").finish(), "changes the document itself");
    unmet(&Update::signing(&once, "Seal1").edit(field, "/F 132", "/F 0").finish(), "signature field");
    // an object of the document that is called a certificate, to be changed later
    let store = |base: &[u8], to: &str| {
        Update::of(base).edit(root(base), "/Type/Catalog", "/Type/Catalog/DSS 950 0 R").object(950, to.to_owned())
    };
    let content = object_text(&base, page);
    let content =
        content[content.find("/Contents ").unwrap() + 10..].split(' ').next().unwrap().parse::<u32>().unwrap();
    let stored = store(&once, &format!("<</Certs[{content} 0 R]>>")).finish();
    let stored = Update::signing(&stored, "Seal1").object(content, "[950 0 R]").finish();
    unmet(&stored, "changes the document itself");
}

#[test]
fn a_field_that_hides_the_page_or_stands_on_two() {
    let base = plain_pdf();
    signed(&added(&base, "0 0 200 300").finish(), 1, 1);
    unmet(&added(&base, "0 0 595 842").finish(), "larger than a quarter");
    unmet(&added(&base, "600.5 900 .5 0").finish(), "larger than a quarter");
    unmet(&added(&base, "0 0 (a) 9").finish(), "larger than a quarter");
    let with = |from: &str, to: &str| added(&base, "0 0 9 9").edit(900, from, to).finish();
    unmet(&with("/F 132", "/F 132/AA<<>>"), "changes the form");
    unmet(&with("/F 132", "/F 132/Kids[]"), "changes the form");
    unmet(&with("/FT/Sig", "/FT/Tx"), "changes the form");
    unmet(&with("/Subtype/Widget", "/Subtype/Stamp"), "changes the form");
    // two signatures in one revision: each leaves out the other
    let field = object_with(&base, &["/T(Signature1)"]);
    let both = added(&base, "0 0 9 9").edit(field, "/F 132", "/F 132/V 901 0 R").finish();
    unmet(&both, "several signatures");
}

#[test]
fn tables_that_lie() {
    let base = plain_pdf();
    let page = page(&base);
    let old = base.windows(9).position(|window| window == b"\n1 0 obj\n").unwrap() + 1;
    // an object moved to another place of the old file, one named twice, one that is the table
    unmet(&Update { entries: vec![(1, old)], ..first() }.finish(), "removes or moves");
    let end = first().finish().len();
    unmet(&Update { entries: vec![(990, end)], ..first() }.finish(), "removes or moves");
    unmet(&first().object(990, "<<>>").object(990, "<<>>").finish(), "removes or moves");
    // bytes that belong to nothing: a page that a reader finds who looks for objects
    let stray = format!("{page} 0 obj\n<</Type/Page>>\nendobj\n");
    unmet(&Update { beside: stray, ..first() }.finish(), "belong to no object");
    unmet(&Update { beside: "startxref\n0\n%%EOF\n".to_owned(), ..first() }.finish(), "belong to no object");
    for (entry, words) in [("/X 1", "/X of the trailer"), ("/XRefStm 9", "damaged"), ("/Encrypt 9 0 R", "encrypted")] {
        let update = first();
        unmet(&Update { trailer: update.trailer.clone() + entry, ..update }.finish(), words);
    }
    let file = first().finish();
    // an entry in use becomes a free one: the table is as long as before
    let row = file.windows(8).rposition(|window| window == b" 00000 n").unwrap() + 7;
    let mut freed = file.clone();
    freed[row] = b'f';
    assert!(judged(&freed).is_err());
}

#[test]
fn no_flipped_byte_passes_but_in_the_signature_itself() {
    let once = first().finish();
    let start = first_end(&once);
    let contents = once.windows(10).rposition(|window| window == b"/Contents<").unwrap() + 9;
    let end = contents + once[contents..].iter().position(|byte| *byte == b'>').unwrap();
    signed(&once, 1, 0);
    for at in start..once.len() {
        for bit in [1, 0x20, 0x80] {
            let mut bad = once.clone();
            bad[at] ^= bit;
            assert!((contents + 1..end).contains(&at) || judged(&bad).is_err(), "{at}: {bit}");
        }
    }
    for cut in start + 1..once.len() {
        assert!(judged(&once[..cut]).is_err(), "{cut}");
    }
}
