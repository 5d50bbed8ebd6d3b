//! Numbers of units as texts cite them (`khoản 2 Điều 3`, `các Điều 4, 5 và 6`, `Mục II`), against those that labels print.

use crate::model::{Figures, Role, UnitKind, bare_number as bare};

/// A numbered unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NumberedUnit {
    kind: UnitKind,
    /// As its label prints it, without stop and parenthesis.
    number: String,
}

/// The word as the decree writes it.
fn word(kind: UnitKind) -> &'static str {
    match kind {
        UnitKind::Part => "Phần",
        UnitKind::Chapter => "Chương",
        UnitKind::Section => "Mục",
        UnitKind::Subsection => "Tiểu mục",
        UnitKind::Article => "Điều",
        UnitKind::Clause => "khoản",
        UnitKind::Subclause => "tiết",
        UnitKind::Point => "điểm",
    }
}

impl NumberedUnit {
    /// The unit of a paragraph's label; `None` where the label ends with no number.
    pub(super) fn of(role: Role, label: &str) -> Option<Self> {
        let number = bare(label.rsplit([' ', '\u{a0}']).next()?);
        Figures::of(number)?;
        Some(Self { kind: role.unit()?, number: number.to_owned() })
    }

    /// As a text cites it.
    pub(super) fn text(&self) -> String {
        format!("{} {}", word(self.kind), self.number)
    }
}

/// The first unit that a text cites by another number than the target and the units around it have, and how it cites it.
/// The target stands first.
pub(super) fn other<'a>(text: &str, units: &'a [NumberedUnit]) -> Option<(String, &'a NumberedUnit)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    if let [number] = words[..] {
        // the word stands in front of the run
        let target = units.first()?;
        return misses(&[vec![bare(number)]], target).map(|number| (number.to_owned(), target));
    }
    units.iter().find_map(|unit| {
        let number = misses(&cited(&words, unit.kind), unit)?;
        Some((format!("{} {number}", word(unit.kind)), unit))
    })
}

/// The first number that is made like a unit's, where none is the unit's own.
fn misses<'a>(cited: &[Vec<&'a str>], unit: &NumberedUnit) -> Option<&'a str> {
    let own = Figures::of(&unit.number);
    let alike: Vec<&str> = cited.iter().flatten().copied().filter(|number| Figures::of(number) == own).collect();
    let is_cited = alike.contains(&unit.number.as_str()) || cited.iter().any(|all| spans(all, unit));
    alike.first().copied().filter(|_| !is_cited)
}

/// The numbers that follow each mention of a kind: `Điều 4, 5 và 6`.
fn cited<'a>(words: &[&'a str], kind: UnitKind) -> Vec<Vec<&'a str>> {
    let of_kind: Vec<String> = word(kind).split(' ').map(str::to_lowercase).collect();
    let mentions = (0..words.len()).filter(|at| {
        let here = words.get(*at..at + of_kind.len()).unwrap_or_default();
        let is_kind = !here.is_empty() && here.iter().zip(&of_kind).all(|(word, of)| word.to_lowercase() == *of);
        // tiểu mục is no mục
        let is_longer = kind == UnitKind::Section && *at > 0 && words[at - 1].to_lowercase() == "tiểu";
        is_kind && !is_longer
    });
    let numbers = mentions.map(|at| {
        let after = words.iter().skip(at + of_kind.len()).copied();
        let listed = after.take_while(|word| Figures::of(bare(word)).is_some() || CONNECTIVES.contains(word));
        listed.map(bare).filter(|word| Figures::of(word).is_some()).collect()
    });
    numbers.collect()
}

/// What stands between the numbers of a list.
const CONNECTIVES: [&str; 6] = ["và", "đến", "hoặc", "-", "–", "tới"];

/// Whether a list of numbers reaches over a unit's: `từ Điều 4 đến 9`. Of the ends only digits are compared.
fn spans(numbers: &[&str], unit: &NumberedUnit) -> bool {
    let value = |number: &str| number.parse::<u32>().ok();
    let Some(own) = value(&unit.number) else { return false };
    let ends = [numbers.iter().filter_map(|n| value(n)).min(), numbers.iter().filter_map(|n| value(n)).max()];
    matches!(ends, [Some(first), Some(last)] if numbers.len() > 1 && (first..=last).contains(&own))
}

#[cfg(test)]
mod tests {
    use super::{NumberedUnit, UnitKind, other};

    fn unit(kind: UnitKind, number: &str) -> NumberedUnit {
        NumberedUnit { kind, number: number.to_owned() }
    }

    #[test]
    fn another_number_of_the_same_kind_is_found() {
        let article = [unit(UnitKind::Clause, "2"), unit(UnitKind::Article, "3"), unit(UnitKind::Chapter, "II")];
        let found = |text: &str| other(text, &article).map(|(cited, _)| cited);
        for text in [
            "khoản 2 Điều 3",
            "Khoản 2",
            "điểm a khoản 2 Điều 3 Chương II",
            "2",
            "khoản 1, 2 và 4 Điều 3",
            "khoản 1 đến 5",
            "quy định trên",
            "Điều này",
            "điều kiện 4",
            "Nghị định 30",
            "Mục 4",
            "khoản II",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
        assert_eq!(found("khoản 3 Điều 3").as_deref(), Some("khoản 3"));
        assert_eq!(found("khoản 2 Điều 4").as_deref(), Some("Điều 4"));
        assert_eq!(found("khoản 2, Điều 3, CHƯƠNG I").as_deref(), Some("Chương I"));
        assert_eq!(found("3").as_deref(), Some("3"), "the word stands in front");
        assert_eq!(found("khoản 3, 4 và 5 Điều này").as_deref(), Some("khoản 3"));
    }

    #[test]
    fn only_like_figures_are_compared() {
        let clause = [unit(UnitKind::Clause, "1"), unit(UnitKind::Section, "I")];
        assert_eq!(other("mục 1", &clause), None, "a report's clause goes by that name too");
        assert_eq!(other("Mục II", &clause).map(|(cited, _)| cited).as_deref(), Some("Mục II"));
        let point = [unit(UnitKind::Point, "đ")];
        assert_eq!(other("điểm đ", &point), None);
        assert_eq!(other("điểm e", &point).map(|(cited, _)| cited).as_deref(), Some("điểm e"));
        let subsection = [unit(UnitKind::Section, "2")];
        assert_eq!(other("Tiểu mục 1 Mục 2", &subsection), None);
    }
}
