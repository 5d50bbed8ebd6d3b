//! By which style Word knows each role: a style of its own (`heading 2`, `Title`, `List Bullet`) where it has one, so that
//! its navigation pane, its table of contents and every other reader find headings and lists; else one of ours.

use std::collections::BTreeMap;

use crate::model::{Document, Headings, NamedStyle, Role, Style, StyleId, StyleSheet};
use crate::units::Length;

/// Word's own headings: ids, and names as they stand in files of every language (17.7.4.9).
const HEADINGS: [(&str, &str); 9] = [
    ("Heading1", "heading 1"),
    ("Heading2", "heading 2"),
    ("Heading3", "heading 3"),
    ("Heading4", "heading 4"),
    ("Heading5", "heading 5"),
    ("Heading6", "heading 6"),
    ("Heading7", "heading 7"),
    ("Heading8", "heading 8"),
    ("Heading9", "heading 9"),
];

/// A style's id and names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct StyleName {
    /// `w:styleId`.
    pub(super) id: &'static str,
    /// `w:name`.
    pub(super) name: &'static str,
    /// `w:aliases`: what a clerk looks for, beside a name of Word's own.
    pub(super) alias: Option<&'static str>,
}

impl StyleName {
    /// Whether Word does not know it by itself.
    pub(super) fn is_custom(self) -> bool {
        self.alias.is_none()
    }
}

/// The styles of a document's roles.
#[derive(Debug)]
pub(super) struct StyleNames {
    headings: Headings,
    /// The role whose style the paragraphs of each role take, in the order of the style sheet.
    holders: Vec<Role>,
    /// The styles beyond those of the roles.
    beyond_roles: Vec<NumberedName>,
}

/// The names of one of several styles of a role.
#[derive(Debug)]
pub(super) struct NumberedName {
    /// `w:styleId` of the role's usual style, which it is based on; its own has the number behind it.
    pub(super) id: &'static str,
    /// Its number, from 2.
    pub(super) number: usize,
    /// `w:name`.
    pub(super) name: String,
}

impl StyleNames {
    /// Those of a document.
    pub(super) fn of(document: &Document) -> Self {
        let headings = Headings::of(document);
        let of_roles = document.styles.of_roles();
        let holders = of_roles.map(|named| holder(named.role, &headings, &document.styles)).collect();
        let mut names = Self { headings, holders, beyond_roles: Vec::new() };
        let mut counts: BTreeMap<Role, usize> = BTreeMap::new();
        for NamedStyle { role, .. } in document.styles.beyond_roles() {
            let own = names.own(*role);
            let count = counts.entry(*role).or_insert(1);
            *count += 1;
            let name = format!("{} {count}", own.alias.unwrap_or(own.name));
            names.beyond_roles.push(NumberedName { id: own.id, number: *count, name });
        }
        names
    }

    /// The names of a style beyond those of the roles.
    pub(super) fn beyond_roles(&self, id: StyleId) -> Option<&NumberedName> {
        self.beyond_roles.get(id.index_beyond_roles()?)
    }

    /// All of them, in order.
    pub(super) fn all_beyond_roles(&self) -> &[NumberedName] {
        &self.beyond_roles
    }

    /// The role whose style the paragraphs of a role take. A level of headings has one style of Word's own; where điều with
    /// and without a heading occur together it is that of `Điều`, for they differ only in what they keep with.
    pub(super) fn holder(&self, role: Role) -> Role {
        self.holders.get(role as usize).copied().unwrap_or(role)
    }

    /// The id of the style that the paragraphs of a role take.
    pub(super) fn id(&self, role: Role) -> &'static str {
        self.own(self.holder(role)).id
    }

    /// The style of a role's own.
    pub(super) fn own(&self, role: Role) -> StyleName {
        let name = role.word_style().map_or("", |word| word.name);
        let built_in = role.word_style().and_then(|word| word.built_in).map(|name| (built_in_id(name), name));
        let is_heading = self.headings.occurs(role) && self.headings.beside(role).next() == Some(role);
        let heading = self.headings.level(role).filter(|_| is_heading);
        let heading = heading.and_then(|level| HEADINGS.get(usize::from(level).saturating_sub(1)).copied());
        match heading.or(built_in) {
            Some((id, own)) => StyleName { id, name: own, alias: Some(name) },
            None => StyleName { id: role.name(), name, alias: None },
        }
    }

    /// The level of a heading, from 1.
    pub(super) fn level(&self, role: Role) -> Option<u8> {
        self.headings.level(role)
    }

    /// Whether the text has paragraphs of a role.
    pub(super) fn occurs(&self, role: Role) -> bool {
        self.headings.occurs(role)
    }
}

fn holder(role: Role, headings: &Headings, styles: &StyleSheet) -> Role {
    let Some(first) = headings.beside(role).next().filter(|_| headings.occurs(role)) else { return role };
    let kept_apart = Style { keep_with_next: false, keep_together: false, ..styles.get(role).clone() };
    let same = Style { keep_with_next: false, keep_together: false, ..styles.get(first).clone() } == kept_apart;
    if same { first } else { role }
}

/// Word's ids of its own styles.
fn built_in_id(name: &'static str) -> &'static str {
    match name {
        "List Bullet" => "ListBullet",
        "header" => "Header",
        "footer" => "Footer",
        "footnote text" => "FootnoteText",
        "TOC Heading" => "TOCHeading",
        "toc 1" => "TOC1",
        "toc 2" => "TOC2",
        "toc 3" => "TOC3",
        "toc 4" => "TOC4",
        "toc 5" => "TOC5",
        "table of figures" => "TableofFigures",
        one_word => one_word,
    }
}

/// The style `Normal`: what a document's defaults say, and nothing else.
pub(super) fn normal(styles: &StyleSheet) -> Style {
    Style { size: styles.base().size, space_after: Length::ZERO, ..Style::default() }
}
