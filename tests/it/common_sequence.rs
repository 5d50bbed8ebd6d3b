//! What two rows have in common, in order.

/// The largest table of common places; rows that differ in more than that are taken to have only their ends in common.
const TABLE: usize = 16_000_000;

/// As many pairs of equal places as possible, both sides rising.
pub(crate) fn pairs<T: PartialEq>(old: &[T], new: &[T]) -> Vec<(usize, usize)> {
    let head = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let tail = old[head..].iter().rev().zip(new[head..].iter().rev()).take_while(|(a, b)| a == b).count();
    let (a, b) = (&old[head..old.len() - tail], &new[head..new.len() - tail]);
    let mut out: Vec<(usize, usize)> = (0..head).map(|at| (at, at)).collect();
    if (a.len() + 1) * (b.len() + 1) <= TABLE {
        // common[i][j]: how many places a[i..] and b[j..] can have in common
        let mut common = vec![vec![0_u32; b.len() + 1]; a.len() + 1];
        for i in (0..a.len()).rev() {
            for j in (0..b.len()).rev() {
                let without = common[i + 1][j].max(common[i][j + 1]);
                common[i][j] = if a[i] == b[j] { common[i + 1][j + 1] + 1 } else { without };
            }
        }
        let (mut i, mut j) = (0, 0);
        while i < a.len() && j < b.len() {
            if a[i] == b[j] {
                out.push((head + i, head + j));
                (i, j) = (i + 1, j + 1);
            } else if common[i + 1][j] >= common[i][j + 1] {
                i += 1;
            } else {
                j += 1;
            }
        }
    }
    out.extend((0..tail).map(|at| (old.len() - tail + at, new.len() - tail + at)));
    out
}

#[test]
fn ends_and_middles_are_found() {
    let of = |old: &str, new: &str| pairs(old.as_bytes(), new.as_bytes());
    assert_eq!(of("abc", "abc"), [(0, 0), (1, 1), (2, 2)]);
    assert_eq!(of("abcd", "bXcd"), [(1, 0), (2, 2), (3, 3)]);
    assert_eq!(of("ab", "ba").len(), 1);
    assert_eq!(of("", "a"), []);
}
