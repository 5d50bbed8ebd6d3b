//! Lines of forms: which fields share a line, where tabs lead, what the dots are in both files.

use serde_json::{Value, json};
use vanban::font::FontBook;
use vanban::layout::layout;
use vanban::model::Role;
use vanban::pages::{ItemKind, Pages, Reading, TextRun};
use vanban::units::Length;

use crate::compose_support::{Composed, body};
use crate::docx_package::parts;

fn pages_of(c: &Composed) -> Pages {
    layout(&mut c.document.clone(), &FontBook::bundled().unwrap())
}

/// The dots of each tab: their run and how many they are.
fn dots(pages: &Pages) -> Vec<(TextRun, usize)> {
    let items = pages.pages.iter().flat_map(|page| &page.items);
    let drawn = items.filter(|item| item.role == Role::Body && item.reading == Reading::Layout);
    let runs = drawn.filter_map(|item| match &item.kind {
        ItemKind::Text(run) => Some(*run),
        _ => None,
    });
    runs.map(|run| (run, pages.text_of(&run).len())).collect()
}

fn form(fields: &Value) -> Composed {
    body(fields)
}

#[test]
fn the_last_dot_ends_at_the_edge_and_as_many_stand_there_as_fit() {
    let c = form(&json!([{ "type": "field", "label": "Nơi thường trú" }]));
    let pages = pages_of(&c);
    let [(run, count)] = dots(&pages)[..] else { panic!("one row of dots") };
    let setup = &c.document.sections().next().unwrap().page;
    let edge = setup.margin_left + setup.text_width();
    assert!((run.x + run.width - edge).to_emu().abs() <= Length::twip(1).to_emu());
    assert!(pages.text_of(&run).bytes().all(|b| b == b'.'));
    let dot = run.width / i64::try_from(count).unwrap();
    let label = pages.pages[0].items.iter().find_map(|item| match &item.kind {
        ItemKind::Text(run) if pages.text_of(run).starts_with("Nơi thường trú") => Some(*run),
        _ => None,
    });
    let label = label.unwrap();
    let free = run.x - (label.x + label.width);
    assert!(free >= Length::ZERO && free < dot, "less than a dot is left free: {free:?}");
}

#[test]
fn fields_share_a_line_as_far_as_there_is_room() {
    let c = form(&json!([
        { "type": "field", "label": "Họ và tên", "beside": [{ "label": "Ngày sinh:" }, { "label": "Giới tính", "value": "Nam" }] },
        { "type": "field", "label": "Tên đầy đủ của cơ quan, tổ chức nơi công tác", "beside": [{ "label": "Chức danh nghề nghiệp đang giữ" }] },
        { "type": "paragraph", "text": "Hết" }
    ]));
    let texts = c.body_texts();
    assert_eq!(
        texts,
        [
            "Họ và tên:→ Ngày sinh:→ Giới tính: Nam",
            "Tên đầy đủ của cơ quan, tổ chức nơi công tác:→",
            "Chức danh nghề nghiệp đang giữ:→",
            "Hết./."
        ]
    );
    assert_eq!(dots(&pages_of(&c)).len(), 4);
}

#[test]
fn a_long_question_has_its_dots_below_it_and_the_lines_stand_on_one_page() {
    let long =
        "Ý kiến của cơ quan, đơn vị nơi công tác về việc giải quyết nguyện vọng của người khai và thời hạn thực hiện";
    let fields = json!([{ "type": "field", "label": long, "lines": 3 }, { "type": "paragraph", "text": "Hết" }]);
    let c = form(&fields);
    let rows = dots(&pages_of(&c));
    assert_eq!(rows.len(), 3);
    let ends: Vec<Length> = rows.iter().map(|(run, _)| run.x + run.width).collect();
    assert!(ends.windows(2).all(|pair| pair[0] == pair[1]));
    assert!(rows.windows(2).all(|pair| pair[0].0.y < pair[1].0.y));
}

#[test]
fn the_word_file_has_tab_stops_with_dots_before_the_spacing() {
    let c = form(&json!([{ "type": "field", "label": "Họ và tên", "beside": [{ "label": "Ngày sinh" }] }]));
    let (docx, _) = c.files();
    let story = &parts(&docx)["word/document.xml"];
    let stops = story.named("w:tabs");
    let [tabs] = stops[..] else { panic!("one line with tabs") };
    let of = |name: &str| tabs.named("w:tab").iter().map(|tab| tab.get(name).map(str::to_owned)).collect::<Vec<_>>();
    assert_eq!(of("w:val"), [Some("left".to_owned()), Some("right".to_owned())]);
    assert_eq!(of("w:leader"), [Some("dot".to_owned()), Some("dot".to_owned())]);
    let in_runs = story.named("w:r").iter().filter(|run| run.child("w:tab").is_some()).count();
    assert_eq!(in_runs, 2);
}

#[test]
fn dotted_lines_that_cannot_be_are_told() {
    let is_told = |field: Value| body(&json!([field])).codes().iter().any(|(code, _)| *code == "VB180");
    let with = |lines: u8| json!({ "type": "field", "label": "Ý kiến", "lines": lines });
    assert!(is_told(with(0)) && is_told(with(51)) && !is_told(with(50)));
    assert!(is_told(json!({ "type": "field", "label": "Ý kiến", "value": "Đồng ý", "lines": 2 })));
}
