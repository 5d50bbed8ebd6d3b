//! Rich text of plain text: what offices type into their sentences, and words that look otherwise.

use serde_json::{Value, json};

use super::chance::Chance;

const TYPED: &[&str] = &[
    "Kế hoạch số 153/KH-UBND ngày 7/10/2011",
    "các Công văn số 1531/BCĐ-CAT, 374/STTTT-TTBCXB",
    "Nghị quyết số 66-NQ/TW",
    "Nghị quyết số 76/NQ-CP",
    "Thông tư liên tịch số 12/2025/TTLT-BTC-BNV",
    "quy trình QTTP-14",
    "(tăng 12,5% so với cùng kỳ)",
    "giai đoạn 2021-2025",
    "giai đoạn 2026 - 2030",
    "ông\u{a0}Nguyễn\u{a0}Văn\u{a0}A",
    "2.500.000 đồng/người/tháng",
    "–",
    "—",
    "1.234,5\u{a0}ha",
];

const FOREIGN: &[&str] = &["e-Government", "one-stop shop", "Internet Banking", "Public Service Portal", "open data"];

const ADDRESSES: &[&str] = &[
    "https://langson.gov.vn/tin-tuc/2026/chuyen-doi-so",
    "https://dichvucong.gov.vn/p/home/dvc-trang-chu.html",
    "https://chinhphu.vn",
];

/// Addresses with a query: where one stands across a line's end nothing makes all word processors agree, so each costs a
/// line or two. One address in ten is such a one.
const QUERIES: &[&str] = &[
    "https://dichvucong.gov.vn/p/home/dvc-tthc.html?ma=1.004873&id=20",
    "https://vbpl.vn/tw/Pages/vbpq-toanvan.aspx?ItemID=141367",
];

/// A run that begins a look of its own, a link, a raised number …; the rest stays as it was.
pub(super) fn runs(text: &str, chance: &mut Chance) -> Value {
    let words = typed(text, chance);
    let looks = chance.below(4);
    let mut runs: Vec<Value> = Vec::new();
    let mut plain = String::new();
    let mut at = 0;
    for _ in 0..looks {
        let from = at + 1 + chance.below(12);
        let to = from + chance.between(1, 9);
        if to + 1 >= words.len() {
            break;
        }
        plain.push_str(&words[at..from].join(" "));
        plain.push(' ');
        let inside = words[from..to].join(" ");
        let run = match chance.below(8) {
            0 | 1 => json!({ "text": inside, "bold": true }),
            2 | 3 => json!({ "text": inside, "italic": true }),
            4 => json!({ "text": inside, "bold": true, "italic": true }),
            5 => {
                let addresses = if chance.in_hundred(10) { QUERIES } else { ADDRESSES };
                let address = chance.one_of(addresses);
                json!({ "text": address, "link": address })
            }
            6 => json!({ "text": chance.one_of(FOREIGN), "lang": "en" }),
            _ => {
                plain.push_str(&format!("{inside} {} m", chance.between(2, 900)));
                json!({ "text": chance.one_of(&["2", "3"]), "script": "superscript" })
            }
        };
        runs.push(std::mem::take(&mut plain).into());
        runs.push(run);
        plain.push(' ');
        at = to;
    }
    plain.push_str(&words[at..].join(" "));
    if runs.is_empty() {
        return plain.into();
    }
    runs.push(plain.into());
    runs.into()
}

/// The words of the text with what offices type put between them, or some of them quoted.
fn typed(text: &str, chance: &mut Chance) -> Vec<String> {
    let mut words: Vec<String> = text.split(' ').map(str::to_owned).collect();
    for _ in 0..chance.below(3) {
        // never before the first word or behind the last: the paragraph begins and ends as it did
        if words.len() < 6 {
            break;
        }
        let at = 1 + chance.below(words.len() - 5);
        if chance.in_hundred(20) {
            words[at].insert(0, '“');
            words[at + chance.between(1, 3)].push('”');
        } else {
            words.insert(at, chance.one_of(TYPED).to_owned());
        }
    }
    words
}
