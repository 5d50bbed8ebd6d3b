//! Which known name a misspelt one was meant to be: by letters, or by its Vietnamese meaning (`noi_nhan`, `báo cáo`).

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::describe::meanings;

/// The known name nearest to `written`; `None` where none is near.
pub(super) fn nearest<'a>(written: &str, known: impl Iterator<Item = &'a str> + Clone) -> Option<&'a str> {
    let folded = fold(written);
    let by_letters = known
        .clone()
        .map(|name| (distance(&folded, &fold(name)), name))
        // One slip in three letters, counted in the shorter word: more, and `to` would be taken for `id`.
        .filter(|(steps, name)| *steps <= (name.len().min(folded.len()) / 3).max(1))
        .min_by_key(|(steps, _)| *steps)
        .map(|(_, name)| name);
    by_letters.or_else(|| known.into_iter().find(|name| means(name, &folded)))
}

/// Whether a name's Vietnamese title, or its abbreviation in parentheses, is what was written.
fn means(name: &str, folded: &str) -> bool {
    meanings().filter(|m| m.name == name).any(|m| {
        let mut parts = m.title.split(['(', ')']);
        parts.next().is_some_and(|words| fold(words) == folded)
            || parts.next().is_some_and(|short| fold(short) == folded)
    })
}

/// A text as a name: small letters without marks and digits, `_` between words.
pub(super) fn ascii_name(text: &str) -> String {
    let fold = |c: char| if c == 'đ' { 'd' } else { c };
    let plain = text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).map(fold);
    let spaced: String = plain.map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join("_")
}

/// Letters and digits alone, lower case, without marks.
fn fold(text: &str) -> String {
    text.nfd()
        .filter(|c| c.is_alphanumeric() && !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| if c == 'đ' { 'd' } else { c })
        .collect()
}

/// How many letters to insert, delete, replace or swap with their neighbour.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().take(64).collect(), b.chars().collect());
    // Three rows of the table are enough: a swap looks back by two. Rows turn instead of being made anew.
    let mut rows: [Vec<usize>; 3] = [Vec::new(), (0..=b.len()).collect(), vec![0; b.len() + 1]];
    for i in 1..=a.len() {
        let [before, last, row] = &mut rows;
        row[0] = i;
        for j in 1..=b.len() {
            let replaced = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            row[j] = replaced.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        rows.rotate_left(1);
        rows[2].resize(b.len() + 1, 0);
    }
    rows[1][b.len()]
}
