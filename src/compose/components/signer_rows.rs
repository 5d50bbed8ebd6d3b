//! Several signers: how many stand in a row, and how wide their columns are.

use super::signature;
use crate::compose::Composer;
use crate::model::Role;
use crate::specification::Signature;
use crate::units::Length;

/// The most that stand side by side.
const MOST: usize = 3;
/// The narrowest column that has room for a signature and its seal.
const NARROWEST: Length = Length::mm(42);

/// The columns of rows of signers, from the left: three signers, or more than four, stand three in a row where no name breaks, the
/// others in pairs.
pub(super) fn columns(c: &Composer<'_>, signatures: &[Signature]) -> Vec<Length> {
    let wants_three = signatures.len() == MOST || signatures.len() > 4;
    wants_three.then(|| three(c, signatures)).flatten().unwrap_or_else(|| {
        let left = (c.text_width() / 2).round_to_twip();
        vec![left, c.text_width() - left]
    })
}

/// The column of each signer of a row that is not full: outwards from the right edge, where one who signs alone stands.
pub(super) fn places(count: usize, columns: usize) -> Vec<usize> {
    match count {
        1 => vec![columns - 1],
        2 => vec![0, columns - 1],
        _ => (0..count).collect(),
    }
}

/// Three columns: equal ones where all titles and names have room in them, else as their lines ask for; titles may break, names
/// not. `None` where there is no room.
fn three(c: &Composer<'_>, signatures: &[Signature]) -> Option<Vec<Length>> {
    let mut needs = [Need::default(); MOST];
    for row in signatures.chunks(MOST) {
        for (signature, column) in row.iter().zip(places(row.len(), MOST)) {
            needs[column] = needs[column].or(Need::of(c, signature));
        }
    }
    let width = c.text_width();
    let sum = |of: fn(&Need) -> Length| needs.iter().map(of).fold(Length::ZERO, |sum, one| sum + one);
    let (least, whole) = (sum(|need| need.least), sum(|need| need.whole));
    let third = (width / 3).round_to_twip();
    let columns = if needs.iter().all(|need| need.whole <= third) {
        [third; MOST]
    } else if whole <= width {
        let share = (width - whole) / 3;
        needs.map(|need| (need.whole + share).round_to_twip())
    } else if least <= width {
        // what is left over goes to those whose titles break
        let (rest, wanted) = (width - least, (whole - least).to_twip().max(1));
        needs.map(|need| (need.least + rest.scale((need.whole - need.least).to_twip(), wanted)).round_to_twip())
    } else {
        return None;
    };
    let [left, middle, _] = columns;
    Some(vec![left, middle, width - left - middle])
}

/// How wide a column must be for the signers in it.
#[derive(Clone, Copy, Debug)]
struct Need {
    /// No name breaks.
    least: Length,
    /// No title breaks either.
    whole: Length,
}

impl Default for Need {
    fn default() -> Self {
        Self { least: NARROWEST, whole: NARROWEST }
    }
}

impl Need {
    fn of(c: &Composer<'_>, signature: &Signature) -> Self {
        let widest = |role: Role, lines: &[String]| {
            let of_type = c.type_of(role);
            of_type.widest(lines) + of_type.slack()
        };
        let names = [&signature.signer, &signature.other_title].into_iter().flatten();
        let names: Vec<String> = names.flat_map(|name| name.as_str().split('\n').map(str::to_owned)).collect();
        let title = signature::Title::set(c, signature, c.text_width()).lines;
        let words: Vec<String> = title.iter().flat_map(|line| line.split(' ')).map(str::to_owned).collect();
        let least = widest(Role::Signer, &names).max(widest(Role::Authority, &words)).max(NARROWEST);
        Self { least, whole: least.max(widest(Role::Authority, &title)) }
    }

    fn or(self, other: Self) -> Self {
        Self { least: self.least.max(other.least), whole: self.whole.max(other.whole) }
    }
}
