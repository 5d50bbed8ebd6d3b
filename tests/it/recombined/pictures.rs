//! Pictures among the words: apart, or joined to a word or a mark, no higher than letters or much higher.

use serde_json::{Value, json};

use super::chance::Chance;

const SHOWN: &[&str] = &["96x96.png", "96x64.png", "40x120.png"];

/// A picture of a line.
fn picture(chance: &mut Chance) -> Value {
    let mut run = json!({ "picture": chance.one_of(SHOWN), "alternative_text": "nút Lưu" });
    if chance.in_hundred(80) {
        run["height"] = format!("{}mm", chance.one_of(&["3", "4", "4", "4", "5", "8", "14"])).into();
    }
    run
}

/// The text with some pictures in it; it begins and ends as it did.
pub(super) fn runs(text: &str, chance: &mut Chance) -> Value {
    let mut runs: Vec<Value> = Vec::new();
    let mut plain = String::new();
    for (i, word) in text.split(' ').enumerate() {
        if i > 0 && chance.in_hundred(6) {
            // `nút [hình]`, `nút[hình]`, `(nút [hình])`
            if chance.in_hundred(80) {
                plain.push(' ');
            }
            runs.push(std::mem::take(&mut plain).into());
            runs.push(picture(chance));
            if chance.in_hundred(20) {
                plain.push_str(chance.one_of(&[",", ";", ")", "."]));
            }
        }
        if i > 0 {
            plain.push(' ');
        }
        plain.push_str(word);
    }
    if runs.is_empty() {
        return plain.into();
    }
    runs.push(plain.into());
    runs.into()
}

/// A cell with a picture or two, and words under them.
pub(super) fn cell(words: &str, chance: &mut Chance) -> Value {
    let count = chance.between(1, 2);
    let one = |chance: &mut Chance| json!({ "file": chance.one_of(SHOWN), "alternative_text": "hiện trường", "height": chance.one_of(&["8mm", "15mm", "30mm"]) });
    let pictures: Vec<Value> = (0..count).map(|_| one(chance)).collect();
    json!({ "pictures": pictures, "paragraphs": [words] })
}
