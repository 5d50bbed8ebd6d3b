//! What changed between two texts, line by line, for a person who must judge whether it was meant.

use std::fmt::Write as _;

use crate::common_sequence;

/// Lines shown before and after each change.
const CONTEXT: usize = 2;
/// Lines shown in all: who changed more than that looks with a tool of their own.
const SHOWN: usize = 80;

/// Whether a line stands in one text or in both.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    Both,
    Old,
    New,
}

/// The lines that differ: `-` gone, `+` come, each group under the number of its first line in the old text.
pub(crate) fn line_diff(old: &str, new: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.split('\n').collect(), new.split('\n').collect());
    let lines = merge(&old, &new);
    let differs: Vec<usize> = (0..lines.len()).filter(|i| lines[*i].0 != Side::Both).collect();
    let is_near = |i: usize| {
        let next = differs.partition_point(|at| *at < i.saturating_sub(CONTEXT));
        differs.get(next).is_some_and(|at| *at <= i + CONTEXT)
    };
    let (mut out, mut shown, mut number, mut gap) = (String::new(), 0, 0, true);
    for (i, (side, line)) in lines.iter().enumerate() {
        number += usize::from(*side != Side::New);
        if !is_near(i) {
            gap = true;
            continue;
        }
        shown += 1;
        if shown > SHOWN {
            let rest = differs.iter().filter(|at| **at >= i).count();
            let _ = writeln!(out, "… and {rest} lines more");
            break;
        }
        if std::mem::replace(&mut gap, false) {
            let _ = writeln!(out, "@@ line {}", number.max(1));
        }
        let mark = match side {
            Side::Both => ' ',
            Side::Old => '-',
            Side::New => '+',
        };
        let _ = writeln!(out, "{mark}{line}");
    }
    out
}

/// Both texts as one, with as many common lines as possible.
fn merge<'a>(old: &[&'a str], new: &[&'a str]) -> Vec<(Side, &'a str)> {
    let mut out = Vec::new();
    let (mut i, mut j) = (0, 0);
    // one pair more, behind both ends, closes what differs at the end
    for (a, b) in common_sequence::pairs(old, new).into_iter().chain([(old.len(), new.len())]) {
        out.extend(old[i..a].iter().map(|line| (Side::Old, *line)));
        out.extend(new[j..b].iter().map(|line| (Side::New, *line)));
        out.extend(old.get(a).map(|line| (Side::Both, *line)));
        (i, j) = (a + 1, b + 1);
    }
    out
}

#[test]
fn a_change_is_shown_with_its_neighbours() {
    let old = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10";
    let new = "1\n2\n3\nvier\n5\n6\n7\n8\n9\n9½\n10";
    assert_eq!(line_diff(old, new), "@@ line 2\n 2\n 3\n-4\n+vier\n 5\n 6\n@@ line 8\n 8\n 9\n+9½\n 10\n");
    assert_eq!(line_diff(old, old), "");
    assert_eq!(line_diff("", "a\n"), "@@ line 1\n+a\n \n");
    assert_eq!(line_diff("a\nb\nc", "b\nc\na"), "@@ line 1\n-a\n b\n c\n+a\n");
}

#[test]
fn a_rewritten_text_is_cut_short() {
    let text = |word: &str| (0..5000).map(|n| format!("{word} {n}\n")).collect::<String>();
    let diff = line_diff(&text("old"), &text("new"));
    assert_eq!(diff.lines().count(), SHOWN + 2, "a head, the lines, what is left");
    assert!(diff.ends_with(&format!("… and {} lines more\n", 10_000 - SHOWN)), "{diff}");
}
