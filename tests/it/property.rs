//! Random documents through the whole pipeline: no panic, no endless loop; either findings that stop it or both files;
//! the same words at every stage; nothing beyond the edges of the paper. The seed is fixed: two runs see the same
//! documents. A failure prints the smallest document that still fails, as JSON.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{OnceLock, mpsc};
use std::time::Duration;

use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use serde_json::{Map, Value, json};
use vanban::font::FontBook;
use vanban::profile;
use vanban::specification::Regulation;
use vanban::{Options, PictureError, PictureSource, Rendered, Resources, Stages};

use crate::promises;

/// How many documents, unless `VANBAN_CASES` asks for a longer hunt.
const CASES: u32 = 160;

/// How long one document may take, in a debug build on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// A specification; prints as JSON.
#[derive(Clone)]
struct Spec(Value);

impl fmt::Debug for Spec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:#}", self.0)
    }
}

// ---- the generator ----

const WORDS: &[&str] = &[
    "ủy",
    "ban",
    "nhân",
    "dân",
    "tỉnh",
    "thực",
    "hiện",
    "Quyết",
    "định",
    "số",
    "153/KH-UBND",
    "ngày",
    "15/5/2019",
    "của",
    "Chủ",
    "tịch",
    "về",
    "việc",
    "triển",
    "khai",
    "nghiêm",
    "chỉnh",
    "đường",
    "nghị",
    "quyết",
    "phường",
    "thưởng",
    "ngoài",
    "ra,",
    "đồng",
    "thời",
    "(kèm",
    "theo)",
    "“công",
    "bố”",
    "2.500.000",
    "đồng/người",
    "100%",
    "01/01/2020",
    "A–B",
    "e-mail",
    "Mỹ",
    "Ỷ",
    "ẵ",
    "ỗ",
    "ự",
    "và",
    "&",
    "<tag>",
    "x=1;",
    "1.1.",
    "-",
    "…",
    "II.",
    "a)",
];

/// Tokens that try a layout: very long, full of break points or without any, decomposed, with fixed spaces.
const ODD: &[&str] = &[
    "http://www.example.gov.vn/van-ban/chi-tiet/2019/05/15/bao-cao-tinh-hinh-thuc-hien-nhiem-vu-chuyen-doi-so-quy-hai-nam-nay",
    "LlanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochLlanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
    "a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p-q-r-s-t-u-v-w-x-y-z-a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p-q-r-s-t-u-v-w-x-y-z-a-b-c-d-e-f-g",
    "________________________________________________________________________________________________________________",
    "ti\u{302}\u{301}ng",
    "vie\u{323}\u{302}t",
    "số\u{a0}12/NĐ\u{2011}CP",
    "10\u{a0}000\u{a0}000",
    "–––",
    "???!!!",
    "«ngoặc»",
    "§\u{a0}5",
    "½",
    "€",
    "Ω",
    "Москва",
    "]]>",
    "\"'\\",
    "--",
    "–",
    "/",
    "50–60",
    "A/B/C/D",
    "\u{2010}",
    "ﬁ",
];

/// Characters that most fonts lack, or that readers treat in ways of their own: these must end as findings.
const MISSING: &[&str] =
    &["漢字", "🙂", "e\u{301}\u{323}\u{308}", "\u{200b}x", "ไทย", "\u{ad}", "\u{e000}", "שלום", "\u{fffd}"];

fn word() -> impl Strategy<Value = &'static str> {
    prop_oneof![40 => select(WORDS), 2 => select(ODD)]
}

fn phrase(longest: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(word(), 1..=longest).prop_map(|words| words.join(" "))
}

/// A phrase with manual line breaks here and there.
fn lines(longest: usize) -> impl Strategy<Value = String> {
    prop_oneof![6 => phrase(longest), 1 => prop::collection::vec(phrase(longest), 2..4).prop_map(|lines| lines.join("\n"))]
}

/// Builds an object from its fields; absent ones are left out.
fn object(fields: Vec<(&str, Option<Value>)>) -> Value {
    Value::Object(fields.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect::<Map<_, _>>())
}

fn maybe<S: Strategy>(likelihood: f64, strategy: S) -> impl Strategy<Value = Option<Value>>
where
    S::Value: Into<Value>,
{
    prop::option::weighted(likelihood, strategy).prop_map(|value| value.map(Into::into))
}

fn run() -> impl Strategy<Value = Value> {
    let look = (
        maybe(0.4, any::<bool>()),
        maybe(0.4, any::<bool>()),
        maybe(0.3, any::<bool>()),
        maybe(0.2, select(vec!["superscript", "subscript"])),
    );
    let link = maybe(0.1, select(vec!["https://example.gov.vn/a?b=1&c=2", "mailto:vanthu@example.gov.vn"]));
    let reference = maybe(0.1, Just("dich"));
    let page_of = maybe(0.1, Just("dich"));
    let lang = maybe(0.1, select(vec!["en", "zh-Hans"]));
    let shown = maybe(0.1, (1..60_u8).prop_map(|mm| format!("{mm}mm")));
    (phrase(9), look, link, (reference, lang, page_of, shown), any::<bool>()).prop_map(
        |(text, look, link, (reference, lang, page_of, shown), space)| {
            let (bold, italic, underline, script) = look;
            let text = if space { format!(" {text} ") } else { text };
            let reference = reference.filter(|_| link.is_none());
            object(vec![
                ("text", Some(text.into())),
                ("bold", bold),
                ("italic", italic),
                ("underline", underline),
                ("script", script),
                ("link", link),
                ("ref", reference),
                ("lang", lang),
                ("page_of", page_of),
                ("picture", shown.is_some().then(|| "hinh.png".into())),
                ("alternative_text", shown.is_some().then(|| "Một hình".into())),
                ("height", shown),
            ])
        },
    )
}

fn rich(longest: usize) -> impl Strategy<Value = Value> {
    let mixed = (phrase(6), prop::collection::vec(run(), 1..5), phrase(4)).prop_map(|(first, runs, last)| {
        let mut all = vec![Value::from(first)];
        all.extend(runs);
        all.push(json!({ "text": last }));
        Value::Array(all)
    });
    prop_oneof![4 => lines(longest).prop_map(Value::from), 1 => mixed]
}

fn label() -> impl Strategy<Value = Option<Value>> {
    maybe(0.15, select(vec!["1. 1", "IV.", "7)", "Điều 12a.", "b.3)", "*"]))
}

fn numbered(kind: &'static str, deep: bool) -> impl Strategy<Value = Value> {
    let parts = prop_oneof![
        (rich(12).prop_map(Some), Just(None)),
        (Just(None), rich(60).prop_map(Some)),
        (rich(12).prop_map(Some), rich(60).prop_map(Some)),
    ];
    (label(), parts, maybe(0.6, 1..=3_u8)).prop_map(move |(label, (heading, text), level)| {
        let level = level.filter(|_| deep);
        object(vec![
            ("type", Some(kind.into())),
            ("level", level),
            ("label", label),
            ("heading", heading),
            ("text", text),
        ])
    })
}

fn heading(kind: &'static str) -> impl Strategy<Value = Value> {
    (label(), rich(14)).prop_map(move |(label, heading)| {
        object(vec![("type", Some(kind.into())), ("label", label), ("heading", Some(heading))])
    })
}

fn list() -> impl Strategy<Value = Value> {
    let marker = || maybe(0.5, select(vec!["-", "+"]));
    let leaf = rich(40).prop_map(|text| json!({ "text": text })).boxed();
    let items = leaf.prop_recursive(2, 12, 4, move |inner| {
        (rich(20), marker(), prop::collection::vec(inner, 1..4)).prop_map(|(text, marker, items)| {
            let below = object(vec![("marker", marker), ("items", Some(items.into()))]);
            json!({ "text": text, "list": below })
        })
    });
    let items = prop_oneof![lines(30).prop_map(Value::from), items];
    (marker(), prop::collection::vec(items, 1..6)).prop_map(|(marker, items)| {
        object(vec![("type", Some("list".into())), ("marker", marker), ("items", Some(items.into()))])
    })
}

fn field() -> impl Strategy<Value = Value> {
    let entry = || (phrase(6), maybe(0.6, rich(20)), maybe(0.3, 1..4_u8));
    let beside = prop::option::weighted(0.3, entry());
    (entry(), beside).prop_map(|((label, value, lines), beside)| {
        let lines = lines.filter(|_| value.is_none());
        let beside = beside.filter(|_| lines.is_none());
        let beside =
            beside.map(|(label, value, _)| json!([object(vec![("label", Some(label.into())), ("value", value)])]));
        object(vec![
            ("type", Some("field".into())),
            ("label", Some(label.into())),
            ("value", value),
            ("lines", lines),
            ("beside", beside),
        ])
    })
}

fn checkbox() -> impl Strategy<Value = Value> {
    let item = (rich(8), maybe(0.6, any::<bool>()))
        .prop_map(|(text, checked)| object(vec![("text", Some(text)), ("checked", checked)]));
    (maybe(0.5, phrase(5)), prop::collection::vec(item, 1..7), maybe(0.5, 1..7_u8)).prop_map(
        |(label, items, columns)| {
            object(vec![
                ("type", Some("checkbox".into())),
                ("label", label),
                ("items", Some(items.into())),
                ("columns", columns),
            ])
        },
    )
}

fn party() -> impl Strategy<Value = Value> {
    let field = (phrase(4), maybe(0.7, rich(12)))
        .prop_map(|(label, value)| object(vec![("label", Some(label.into())), ("value", value)]));
    (rich(6), maybe(0.7, rich(10)), prop::collection::vec(field, 0..4)).prop_map(|(name, full_name, fields)| {
        object(vec![
            ("type", Some("party".into())),
            ("name", Some(name)),
            ("full_name", full_name),
            ("fields", Some(fields.into())),
        ])
    })
}

/// A block that both numbering systems know, or one of the system asked for.
fn block(articles: bool) -> BoxedStrategy<Value> {
    let text = |kind: &'static str| rich(120).prop_map(move |text| json!({ "type": kind, "text": text }));
    let point = (label(), rich(50))
        .prop_map(|(label, text)| object(vec![("type", Some("point".into())), ("label", label), ("text", Some(text))]));
    let own = if articles {
        prop_oneof![heading("chapter"), heading("section"), heading("subsection"), numbered("article", false)].boxed()
    } else {
        heading("section").boxed()
    };
    prop_oneof![
        5 => text("paragraph"),
        1 => text("note"),
        1 => heading("part"),
        3 => own,
        3 => numbered("clause", false),
        2 => numbered("subclause", true),
        2 => point,
        2 => list(),
        1 => select(vec!["landscape", "portrait"])
            .prop_map(|orientation| json!({ "type": "page_setup", "orientation": orientation })),
        1 => table(),
        1 => checkbox(),
        1 => party(),
        1 => prop::collection::vec(rich(30), 1..4)
            .prop_map(|paragraphs| json!({ "type": "quotation", "paragraphs": paragraphs })),
        1 => Just(json!({ "type": "page_break" })),
        1 => (maybe(0.7, select(vec!["left", "center", "right"])), rich(20)).prop_map(|(align, text)| {
            object(vec![("type", Some("line".into())), ("align", align), ("text", Some(text))])
        }),
        2 => field(),
        1 => picture(),
        1 => contents(),
    ]
    .boxed()
}

/// A table of contents; where there is nothing to list, or another one, there are findings.
fn contents() -> impl Strategy<Value = Value> {
    let headings = (maybe(0.5, 1..=5_u8), maybe(0.3, rich(6))).prop_map(|(levels, title)| {
        object(vec![("type", Some("contents".into())), ("levels", levels), ("title", title)])
    });
    let captions = select(vec!["tables", "pictures"]).prop_map(|of| json!({ "type": "contents", "of": of }));
    prop_oneof![3 => headings, 1 => captions]
}

/// A picture of any width, its file that of [`OnePixel`].
fn picture() -> impl Strategy<Value = Value> {
    let width = (1..200_u8).prop_map(|mm| format!("{mm}mm"));
    (maybe(0.7, width), maybe(0.7, rich(20)), maybe(0.3, any::<bool>())).prop_map(|(width, caption, numbered)| {
        object(vec![
            ("type", Some("picture".into())),
            ("file", Some("hinh.png".into())),
            ("alternative_text", Some("Một hình".into())),
            ("width", width),
            ("caption", caption),
            ("numbered", numbered),
        ])
    })
}

/// Brings one picture, whatever it is called.
struct OnePixel;

impl PictureSource for OnePixel {
    fn picture(&self, _name: &str) -> Result<Vec<u8>, PictureError> {
        Ok(crate::docx_sample::pixel().bytes.clone())
    }
}

/// A table of like rows; what goes together in one is judged elsewhere.
fn table() -> impl Strategy<Value = Value> {
    (1..4_usize, 1..8_usize, any::<bool>()).prop_flat_map(|(columns, rows, has_head)| {
        // words as wide as a page are refused in a column; other tests have them
        let cell = || {
            let texts = ["", "1", "Sở Nội vụ", "12.345,6", "Ủy ban nhân dân các xã, phường"].map(Value::from);
            let others =
                [json!(12_345.75), json!(-3), json!({ "paragraphs": ["Một", "Hai"], "number": 7, "align": "decimal" })];
            let picture = |more: Value| {
                let mut picture = json!({ "file": "hinh.png", "alternative_text": "Một hình" });
                more.as_object().into_iter().flatten().for_each(|(key, value)| picture[key] = value.clone());
                picture
            };
            let pictures = [
                json!({ "pictures": [picture(json!({}))], "paragraphs": ["Trước"] }),
                json!({ "pictures": [picture(json!({ "width": "50mm" })), picture(json!({ "height": "20mm" }))], "align": "right" }),
            ];
            select(texts.into_iter().chain(others).chain(pictures).collect::<Vec<_>>())
        };
        let row = move || prop::collection::vec(cell(), columns);
        let body_row = row().prop_flat_map(|cells| {
            select(vec![json!(cells), json!({ "cells": cells, "bold": true, "keep_with_next": true })])
        });
        (prop::collection::vec(body_row, rows), row(), rich(20)).prop_map(move |(rows, head, caption)| {
            let mut table = json!({ "type": "table", "rows": rows });
            if rows.len() > 4 {
                let align =
                    json!({ "align": if has_head { "decimal" } else { "justify" }, "number_format": "1.234,50" });
                table["columns"] = vec![align; columns].into();
                table["size"] = "11.5pt".into();
                table["keep_together"] = has_head.into();
                table["header_columns"] = 1.into();
            }
            if has_head {
                table["header"] = json!([head]);
                table["caption"] = caption;
                table["column_numbers"] = true.into();
                if columns == 2 {
                    table["numbered"] = (rows.len() > 3).into();
                }
            }
            table
        })
    })
}

fn body() -> impl Strategy<Value = (Option<Value>, Value)> {
    let length = prop_oneof![8 => 1..12_usize, 2 => 12..50_usize];
    (any::<bool>(), any::<bool>(), length).prop_flat_map(|(articles, lettered, length)| {
        let sections = if lettered { "lettered_sections" } else { "sections" };
        let numbering = Value::from(if articles { "articles" } else { sections });
        prop::collection::vec(block(articles), length).prop_map(move |mut blocks| {
            drop_idle_contents(&mut blocks);
            // what the references of the runs lead to; without it there are findings
            if let Some(target) = blocks.iter_mut().rev().find(|block| block["type"] != "list") {
                target["id"] = "dich".into();
            }
            (Some(numbering.clone()), blocks.into())
        })
    })
}

/// Takes off tables of contents that list nothing, or what another one lists: of those nothing comes but findings.
fn drop_idle_contents(blocks: &mut Vec<Value>) {
    let has = |kind: &str, field: &str| blocks.iter().any(|block| block["type"] == kind && !block[field].is_null());
    let headings = ["part", "chapter", "section", "subsection", "clause", "subclause", "article"];
    let mut left = [
        (Value::Null, headings.iter().any(|kind| has(kind, "heading"))),
        ("tables".into(), has("table", "caption")),
        ("pictures".into(), has("picture", "caption")),
    ];
    blocks.retain(|block| {
        let of = left.iter_mut().find(|(of, _)| block["type"] == "contents" && block["of"] == *of);
        of.is_none_or(|(_, listed)| std::mem::take(listed))
    });
    if blocks.is_empty() {
        blocks.push(json!({ "type": "paragraph", "text": "Nội dung" }));
    }
}

fn issuer() -> impl Strategy<Value = Value> {
    let contact = (maybe(0.8, phrase(20)), maybe(0.5, Just("024.3822.1234")), maybe(0.5, Just("a@example.gov.vn")));
    let contact = contact
        .prop_map(|(address, phone, email)| object(vec![("address", address), ("phone", phone), ("email", email)]));
    let parents = prop::collection::vec(lines(9), 0..4);
    (parents, lines(12), maybe(0.2, contact)).prop_map(|(parents, name, contact)| {
        let fields =
            [("parents", Some(parents.into())), ("name", Some(name.into())), ("abbreviation", Some("STTTT".into()))];
        object(fields.into_iter().chain([("contact", contact)]).collect())
    })
}

fn date() -> impl Strategy<Value = Value> {
    let whole = (1990..2040, 1..=12, 1..=28).prop_map(|(y, m, d)| Value::from(format!("{y:04}-{m:02}-{d:02}")));
    let draft = (2012..2040, prop::option::of(1..=12_u32))
        .prop_map(|(year, month)| json!({ "year": year, "month": month, "day": null }));
    prop_oneof![4 => whole, 1 => draft]
}

fn recipients() -> impl Strategy<Value = Value> {
    let archive = (
        prop::collection::vec(select(vec!["CNTT", "KHTC", "P.HC-TH"]), 0..3),
        maybe(0.5, 1..99_u32),
        maybe(0.5, Just("NVA")),
    );
    let archive = archive.prop_map(|(units, copies, drafter)| {
        object(vec![("units", Some(units.into())), ("copies", copies), ("drafter", drafter)])
    });
    let count = prop_oneof![8 => 0..8_usize, 1 => 20..70_usize];
    let items = count.prop_flat_map(|count| prop::collection::vec(phrase(9), count));
    (items, maybe(0.6, archive), maybe(0.2, any::<bool>())).prop_map(|(items, archive, as_above)| {
        object(vec![("items", Some(items.into())), ("archive", archive), ("as_above", as_above)])
    })
}

fn signature() -> impl Strategy<Value = Value> {
    let authority = prop::collection::vec(
        select(vec![
            "TM. ỦY BAN NHÂN DÂN",
            "KT. CHỦ TỊCH",
            "TL. BỘ TRƯỞNG",
            "TUQ. GIÁM ĐỐC SỞ THÔNG TIN VÀ TRUYỀN THÔNG",
            "Q. CỤC TRƯỞNG",
        ]),
        0..3,
    );
    let field = || {
        let places = [
            json!(true),
            json!(false),
            json!({ "width": "60mm", "height": "10mm" }),
            json!({ "x": "-10mm", "y": "-3mm" }),
        ];
        maybe(0.3, select(places.to_vec()))
    };
    (authority, lines(6), (maybe(0.2, phrase(4)), maybe(0.8, phrase(4))), (field(), field())).prop_map(
        |(authority, position, (other, signer), (signature, seal))| {
            let first = [("authority", Some(authority.into())), ("position", Some(position.into()))];
            let names = [("other_title", other), ("signer", signer)];
            let fields = [("signature_field", signature), ("seal_field", seal)];
            object(first.into_iter().chain(names).chain(fields).collect())
        },
    )
}

/// What stands behind a document: attached texts, appendices, the certificate of a copy.
fn behind() -> impl Strategy<Value = Vec<(&'static str, Option<Value>)>> {
    // what references lead to stands in the document itself
    let inner = || {
        body().prop_map(|(numbering, mut blocks)| {
            let all = blocks.as_array_mut().unwrap();
            all.truncate(12);
            all.iter_mut().filter_map(Value::as_object_mut).for_each(|block| drop(block.remove("id")));
            // a list may have lost what it lists
            all.retain(|block| block["type"] != "contents");
            all.push(json!({ "type": "paragraph", "text": "Nội dung" }));
            (numbering, blocks)
        })
    };
    let attached = (select(vec!["regulation", "rules", "plan"]), lines(12), inner(), maybe(0.3, signature()));
    let attached = attached.prop_map(|(doc_type, subject, (numbering, body), signature)| {
        object(vec![
            ("doc_type", Some(doc_type.into())),
            ("subject", Some(subject.into())),
            ("numbering", numbering),
            ("body", Some(body)),
            ("signatures", signature.map(|one| json!([one]))),
        ])
    });
    let appendix = (lines(12), maybe(0.5, select(vec!["landscape", "portrait"])), inner());
    let appendix = appendix.prop_map(|(title, orientation, (numbering, body))| {
        let text = [("title", Some(title.into())), ("orientation", orientation)];
        object(text.into_iter().chain([("numbering", numbering), ("body", Some(body))]).collect())
    });
    let copy =
        (select(vec!["certified_copy", "relayed_copy", "extract_copy"]), any::<bool>(), signature(), recipients());
    let copy = copy.prop_map(|(kind, own_page, signature, recipients)| {
        json!({
            "kind": kind, "number": 57, "issue_date": "2040-03-05", "own_page": own_page,
            "signature": signature, "recipients": recipients,
        })
    });
    let several = |one: BoxedStrategy<Value>| maybe(0.12, prop::collection::vec(one, 1..3));
    (several(attached.boxed()), several(appendix.boxed()), maybe(0.12, copy)).prop_map(
        |(attached, appendices, copy)| vec![("attachments", attached), ("appendices", appendices), ("copy", copy)],
    )
}

/// Layout values inside the legal range, and some far outside it.
fn layout() -> impl Strategy<Value = Value> {
    let length =
        || select(vec!["15mm", "20mm", "25mm", "30mm", "35mm", "2cm", "0mm", "60mm", "99mm", "300mm", "-5mm", "1pt"]);
    let size = || select(vec!["11pt", "12pt", "13pt", "14pt", "15pt", "6pt", "40pt", "0pt", "200pt"]);
    let pitch = select(vec!["single", "1.15", "1.5", "exactly 18pt", "exactly 15pt", "exactly 2pt", "3"]);
    let margins = (maybe(0.3, length()), maybe(0.3, length()), maybe(0.3, length()), maybe(0.3, length()));
    let sizes = (maybe(0.3, size()), maybe(0.2, size()), maybe(0.2, size()), maybe(0.2, size()));
    (margins, sizes, maybe(0.2, length()), maybe(0.2, length()), maybe(0.3, pitch)).prop_map(
        |((top, bottom, left, right), (body, heading, name, signer), indent, spacing, pitch)| {
            object(vec![
                ("margin_top", top),
                ("margin_bottom", bottom),
                ("margin_left", left),
                ("margin_right", right),
                ("body_size", body),
                ("heading_size", heading),
                ("national_name_size", name),
                ("signer_size", signer),
                ("first_line_indent", indent),
                ("paragraph_spacing", spacing),
                ("line_spacing", pitch),
            ])
        },
    )
}

/// Every type that the newest regulation has.
fn doc_types() -> Vec<&'static str> {
    let newest = profile::get(Regulation::ALL[0]).unwrap();
    newest.doc_types.keys().map(|doc_type| doc_type.name()).collect()
}

fn spec() -> impl Strategy<Value = Spec> {
    let regulation = maybe(0.5, select(vec!["nd30-2020", "tt01-2011"]));
    let head = (select(doc_types()), regulation, issuer(), maybe(0.8, 1..100_000_u32), date(), lines(30));
    let lists = (prop::collection::vec(phrase(14), 0..5), prop::collection::vec(rich(40), 0..4));
    let signatures =
        prop_oneof![9 => prop::collection::vec(signature(), 1..3), 1 => prop::collection::vec(signature(), 3..7)];
    let ending = (maybe(0.3, rich(30)), maybe(0.2, rich(20)));
    let joint = (
        prop::option::weighted(0.1, prop::collection::vec(issuer(), 1..3)),
        maybe(0.3, select(vec!["joint", "coordinated"])),
    );
    let tail = (maybe(0.8, recipients()), signatures, maybe(0.15, layout()), ending, joint, behind());
    // one document in twelve holds a word that no bundled face can show
    let odd = prop::option::weighted(0.08, select(MISSING));
    (head, lists, body(), tail, odd).prop_map(
        |(
            (doc_type, regulation, issuer, number, date, subject),
            (addressees, bases),
            (numbering, mut blocks),
            tail,
            odd,
        )| {
            if let (Some(odd), Some(blocks)) = (odd, blocks.as_array_mut()) {
                blocks.push(json!({ "type": "paragraph", "text": format!("trước {odd} sau") }));
            }
            let (recipients, signatures, layout, (adoption, closing_note), (others, joint_form), behind) = tail;
            let mut others = others.unwrap_or_default();
            others.iter_mut().filter_map(Value::as_object_mut).for_each(|organ| drop(organ.remove("contact")));
            // other types have no place for it, which a document in which nothing is at fault must not say
            let adoption = adoption.filter(|_| doc_type == "resolution");
            let is_approved = ["plan", "scheme"].contains(&doc_type);
            // a draft has no number
            let marks = match (&number, signatures.len()) {
                (None, 1) => Some(json!({ "draft": "Dự thảo lần 2", "secrecy": "confidential" })),
                (Some(_), 2) => {
                    Some(json!({ "urgency": "very_urgent", "circulation": "Lưu hành nội bộ", "recall": true }))
                }
                _ => None,
            };
            let approval =
                signatures.first().filter(|_| is_approved).map(|signature| json!({ "signature": signature }));
            let fields = vec![
                ("doc_type", Some(doc_type.into())),
                ("regulation", regulation),
                ("issuer", Some(issuer)),
                ("number", number),
                ("issue_place", Some("Hà Tĩnh".into())),
                ("issue_date", Some(date)),
                ("subject", Some(subject.into())),
                ("addressees", Some(addressees.into())),
                ("legal_basis", Some(bases.into())),
                ("numbering", numbering),
                ("body", Some(blocks)),
                ("joint_form", joint_form.filter(|_| !others.is_empty())),
                ("co_issuers", Some(others.into())),
                ("marks", marks),
                ("approval", approval),
                ("adoption", adoption),
                ("closing_note", closing_note),
                ("recipients", recipients),
                ("signatures", Some(signatures.into())),
                ("layout", layout),
            ];
            Spec(object(fields.into_iter().chain(behind).collect()))
        },
    )
}

// ---- what must hold ----

fn fonts() -> &'static FontBook {
    static FONTS: OnceLock<FontBook> = OnceLock::new();
    FONTS.get_or_init(|| FontBook::bundled().unwrap())
}

/// All stages and both files, in a thread of its own, so that an endless loop ends as a failure.
fn run_with_patience(spec: &[u8]) -> Result<(Stages, Rendered), TestCaseError> {
    let (send, receive) = mpsc::channel();
    let bytes = spec.to_vec();
    std::thread::spawn(move || {
        let resources = Resources::new(fonts()).pictures(&OnePixel);
        let stages = vanban::run_stages(&bytes, resources, &Options::default());
        let _ = send.send((stages, vanban::render(&bytes, resources, &Options::default())));
    });
    match receive.recv_timeout(PATIENCE) {
        Ok((stages, Ok(rendered))) => Ok((stages, rendered)),
        Ok((_, Err(fault))) => Err(TestCaseError::fail(format!("a file could not be made: {fault}"))),
        Err(mpsc::RecvTimeoutError::Timeout) => Err(TestCaseError::fail(format!("no end after {PATIENCE:?}"))),
        Err(mpsc::RecvTimeoutError::Disconnected) => Err(TestCaseError::fail("it panicked")),
    }
}

/// Judges one document; tells whether files came of it.
fn judge(spec: &Spec) -> Result<bool, TestCaseError> {
    let (stages, rendered) = run_with_patience(spec.0.to_string().as_bytes())?;
    prop_assert_eq!(&stages.findings, &rendered.findings, "two runs find the same");
    promises::judge(&stages, &rendered).map_err(TestCaseError::fail)
}

/// Both files of some random documents, for judges outside.
pub(crate) fn random_files(count: usize) -> Vec<(Vec<u8>, Vec<u8>)> {
    let mut runner = TestRunner::new_with_rng(Config::default(), TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let resources = Resources::new(fonts()).pictures(&OnePixel);
    let mut files = Vec::new();
    while files.len() < count {
        let spec = spec().new_tree(&mut runner).unwrap().current();
        let mut rendered = vanban::render(spec.0.to_string().as_bytes(), resources, &Options::default()).unwrap();
        files.extend(rendered.take(vanban::Format::Docx).zip(rendered.take(vanban::Format::Pdf)));
    }
    files
}

/// A block that is never made is never judged.
#[test]
fn random_bodies_hold_every_kind_of_block() {
    let mut runner = TestRunner::new_with_rng(Config::default(), TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let mut made = BTreeSet::new();
    for articles in [false, true] {
        for _ in 0..300 {
            let block = block(articles).new_tree(&mut runner).unwrap().current();
            made.insert(block["type"].as_str().unwrap().to_owned());
        }
    }
    let schema = vanban::schema::schema();
    let known = schema["$defs"]["BodyBlock"]["oneOf"].as_array().unwrap();
    let known = known.iter().map(|block| block["properties"]["type"]["const"].as_str().unwrap().to_owned());
    assert_eq!(made, known.collect());
}

#[test]
fn random_documents_hold_every_promise() {
    let cases = std::env::var("VANBAN_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(CASES);
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 400, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let (seen, rendered) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let result = runner.run(&spec(), |spec| {
        let made = judge(&spec)?;
        seen.fetch_add(1, Ordering::Relaxed);
        rendered.fetch_add(usize::from(made), Ordering::Relaxed);
        Ok(())
    });
    if let Err(fault) = result {
        panic!("{fault}");
    }
    // a generator that only makes faults would prove nothing
    let (seen, rendered) = (seen.load(Ordering::Relaxed), rendered.load(Ordering::Relaxed));
    assert!(rendered * 4 > seen && rendered < seen, "{rendered} of {seen} random documents made files");
}
