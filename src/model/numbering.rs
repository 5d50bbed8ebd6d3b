//! Running numbers and bullets: the label of a paragraph, and the definitions that a word processor keeps counting.

use super::Role;

/// A running number or a bullet; its width never stretches with the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Index into [`super::Document::lists`].
    pub list: usize,
    /// Level in the list's definition, from 0.
    pub level: usize,
    /// The label as it reads, e.g. `II.` or `-`.
    pub text: String,
    /// What stands between label and text.
    pub suffix: LabelSuffix,
    /// How a word processor comes to its number.
    pub counting: Counting,
}

impl Label {
    /// How many bytes it takes in the text of its line, with the space behind it.
    #[must_use]
    pub fn printed_length(&self) -> usize {
        self.text.len() + usize::from(self.suffix == LabelSuffix::Space)
    }
}

/// How a word processor that counts the labels of a list comes to a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Counting {
    /// It is the next of its level.
    #[default]
    Next,
    /// Its level starts anew with this number.
    StartAt(u32),
}

/// What stands between label and text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelSuffix {
    /// One space.
    Space,
    /// A line break: the text starts on a new line (Phần, Chương, Mục). The inlines start with the `LineBreak`.
    LineBreak,
}

/// A numbering in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct List {
    /// Which definition.
    pub definition: ListDefinition,
}

/// Neighbouring levels of a definition that are counted together: one `w:abstractNum` (ECMA-376 Part 1, 17.9.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LevelGroup {
    /// The index of its first level in the definition.
    pub offset: usize,
    /// Its levels, at most [`LevelGroup::MOST`].
    pub levels: &'static [ListLevel],
}

impl LevelGroup {
    /// The most levels a numbering has (17.9.6).
    pub const MOST: usize = 9;

    /// The level here of a level of the definition.
    #[must_use]
    pub fn level(&self, of_definition: usize) -> Option<usize> {
        of_definition.checked_sub(self.offset).filter(|level| *level < self.levels.len())
    }
}

/// The definitions of labels that a word processor keeps counting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ListDefinition {
    /// Phần – chương – mục – tiểu mục – điều – khoản – 1.1 – 1.1.1 (NĐ 30/2020, Phụ lục I, Phần I, Mục II.5.c).
    Articles,
    /// Phần – mục (I.) – khoản (1.) – 1.1 – 1.1.1 – 1.1.1.1 (likewise).
    Sections,
    /// Phần (A.) – mục (I.) – khoản (1.) and deeper.
    LetteredSections,
    /// Mục (I.) – khoản (1.) and deeper, inside an article.
    InnerSections,
    /// `-` at every level.
    Dash,
    /// `+` at every level.
    Plus,
}

/// How a level of a numbering prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListLevel {
    /// The role of the paragraphs that carry it.
    pub role: Role,
    /// Roman (I, II), a letter or Arabic digits.
    pub format: NumberFormat,
    /// The label, `%1`…`%9` standing for the value of that level, e.g. `Điều %5.`.
    pub pattern: &'static str,
    /// What stands between label and text.
    pub suffix: LabelSuffix,
    /// Whether the level starts anew after each higher level.
    pub restart: Restart,
}

impl ListLevel {
    /// The role whose style carries the number by itself: that of the headings, for a number given to a paragraph makes a
    /// list item of a heading in many readers. Where none occurs, that of paragraphs whose number runs into text; khoản
    /// mostly are such.
    #[must_use]
    pub fn carrier(&self, occurs: impl Fn(Role) -> bool) -> Role {
        let run_in = match self.role {
            Role::Article => Role::ArticleText,
            Role::Clause => Role::ClauseText,
            Role::Subclause1 | Role::Subclause2 | Role::Subclause3 => Role::SubclauseText,
            other => return other,
        };
        let runs_in = !occurs(self.role) && (occurs(run_in) || run_in == Role::ClauseText);
        if runs_in { run_in } else { self.role }
    }
}

/// Whether a level starts anew after each higher level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Restart {
    /// After any higher level.
    AfterHigher,
    /// Runs through the whole document (Điều).
    Never,
}

/// How a number prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberFormat {
    /// I, II, III.
    UpperRoman,
    /// A, B, C, D: word processors go on with E, Vietnamese with Đ.
    UpperLetter,
    /// 1, 2, 3.
    Decimal,
    /// No number: the pattern is the label.
    Bullet,
}

impl ListDefinition {
    /// All definitions, in the order they are written.
    pub const ALL: [Self; 6] =
        [Self::Articles, Self::Sections, Self::LetteredSections, Self::InnerSections, Self::Dash, Self::Plus];

    /// The groups that its levels fall into. A level that never restarts (Chương, Điều) opens a group of its own together
    /// with the levels below it: having no level above, it counts through in every word processor. (`w:lvlRestart` says the
    /// same, and LibreOffice ignores it.)
    #[must_use]
    pub fn groups(self) -> Vec<LevelGroup> {
        let levels = self.levels();
        let mut groups = Vec::new();
        let mut offset = 0;
        while offset < levels.len() {
            let length = levels[offset + 1..].iter().position(|level| level.restart == Restart::Never);
            let end = length.map_or(levels.len(), |n| offset + 1 + n).min(offset + LevelGroup::MOST);
            groups.push(LevelGroup { offset, levels: &levels[offset..end] });
            offset = end;
        }
        groups
    }

    /// The levels, outermost first.
    #[must_use]
    pub fn levels(self) -> &'static [ListLevel] {
        use LabelSuffix::{LineBreak, Space};
        use NumberFormat::{Bullet, Decimal, UpperLetter, UpperRoman};
        use Restart::{AfterHigher, Never};
        const fn level(
            role: Role,
            format: NumberFormat,
            pattern: &'static str,
            suffix: LabelSuffix,
            restart: Restart,
        ) -> ListLevel {
            ListLevel { role, format, pattern, suffix, restart }
        }
        const ARTICLES: [ListLevel; 9] = [
            level(Role::Part, UpperRoman, "Phần %1", LineBreak, AfterHigher),
            level(Role::Chapter, UpperRoman, "Chương %2", LineBreak, Never),
            level(Role::DivisionSection, Decimal, "Mục %3", LineBreak, AfterHigher),
            level(Role::Subsection, Decimal, "Tiểu mục %4", LineBreak, AfterHigher),
            level(Role::Article, Decimal, "Điều %5.", Space, Never),
            level(Role::Clause, Decimal, "%6.", Space, AfterHigher),
            level(Role::Subclause1, Decimal, "%6.%7.", Space, AfterHigher),
            level(Role::Subclause2, Decimal, "%6.%7.%8.", Space, AfterHigher),
            level(Role::Subclause3, Decimal, "%6.%7.%8.%9.", Space, AfterHigher),
        ];
        const SECTIONS: [ListLevel; 6] = [
            level(Role::Part, UpperRoman, "Phần %1", LineBreak, AfterHigher),
            level(Role::Section, UpperRoman, "%2.", Space, AfterHigher),
            level(Role::Clause, Decimal, "%3.", Space, AfterHigher),
            level(Role::Subclause1, Decimal, "%3.%4.", Space, AfterHigher),
            level(Role::Subclause2, Decimal, "%3.%4.%5.", Space, AfterHigher),
            level(Role::Subclause3, Decimal, "%3.%4.%5.%6.", Space, AfterHigher),
        ];
        const LETTERED: [ListLevel; 6] = {
            let mut levels = SECTIONS;
            levels[0] = level(Role::LetteredPart, UpperLetter, "%1.", Space, AfterHigher);
            levels
        };
        const INNER: [ListLevel; 5] = [
            level(Role::InnerSection, UpperRoman, "%1.", Space, AfterHigher),
            level(Role::Clause, Decimal, "%2.", Space, AfterHigher),
            level(Role::Subclause1, Decimal, "%2.%3.", Space, AfterHigher),
            level(Role::Subclause2, Decimal, "%2.%3.%4.", Space, AfterHigher),
            level(Role::Subclause3, Decimal, "%2.%3.%4.%5.", Space, AfterHigher),
        ];
        const DASH: [ListLevel; 3] = [level(Role::ListItem, Bullet, "-", Space, AfterHigher); 3];
        const PLUS: [ListLevel; 3] = [level(Role::ListItem, Bullet, "+", Space, AfterHigher); 3];
        match self {
            Self::Articles => &ARTICLES,
            Self::Sections => &SECTIONS,
            Self::LetteredSections => &LETTERED,
            Self::InnerSections => &INNER,
            Self::Dash => &DASH,
            Self::Plus => &PLUS,
        }
    }
}
