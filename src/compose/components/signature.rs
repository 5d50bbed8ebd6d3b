//! One signature block (ô số 7, 8): authority and position, the room for signature and seal, another title, the name.

use super::signature_room::{self, LinesAround};
use crate::compose::{Composer, fit, inlines, paragraph};
use crate::diag::Pointer;
use crate::model::{Cell, Inline, Role};
use crate::profile::{Abbreviation, Signers, Words};
use crate::specification::{Signature, Text};
use crate::units::Length;

/// Where a signature block stands.
pub(in crate::compose) struct SignaturePlace {
    /// Which of the document's signature blocks it is, from 1.
    pub(in crate::compose) number: usize,
    /// The organ whose seal is put there.
    pub(in crate::compose) organ: String,
    /// From the left edge of the text block to its column.
    pub(in crate::compose) x: Length,
    /// Width of its column.
    pub(in crate::compose) width: Length,
    /// Lines that its title shall have, so that names in one row are level; 0 for as many as it has.
    pub(in crate::compose) title_lines: usize,
    /// The role of authority and position.
    pub(in crate::compose) title: Role,
}

/// The lines of authority and position, in capitals.
pub(in crate::compose) struct Title {
    pub(in crate::compose) lines: Vec<String>,
    /// Which of them begin a line of authority.
    authorities: Vec<usize>,
}

impl Title {
    /// Set in a column.
    pub(in crate::compose) fn set(c: &Composer<'_>, one: &Signature, width: Length) -> Self {
        let of_type = c.type_of(Role::Authority);
        let mut title = Self { lines: Vec::new(), authorities: Vec::new() };
        let mut add = |line: &str, is_authority: bool| {
            if is_authority {
                title.authorities.push(title.lines.len());
            }
            title.lines.extend(of_type.balance(&line.to_uppercase(), width - of_type.slack()));
        };
        usual_titles(c, one).iter().for_each(|line| add(line, false));
        one.authority.iter().for_each(|line| add(line.as_str(), true));
        one.position.iter().for_each(|line| add(line.as_str(), false));
        title
    }

    /// As inlines; the abbreviations of authority say what they stand for.
    fn into_inlines(self, words: &'static Words) -> Vec<Inline> {
        let mut inlines = Vec::with_capacity(self.lines.len() * 2);
        for (i, line) in self.lines.into_iter().enumerate() {
            if i > 0 {
                inlines.push(Inline::LineBreak);
            }
            let short = words.authority(&line).filter(|_| self.authorities.contains(&i));
            inlines.push(Inline::text(line));
            if let Some(Abbreviation { short, long, .. }) = short {
                let last = inlines.len() - 1;
                inlines::expand(&mut inlines, last, 0, short, long);
            }
        }
        inlines
    }
}

/// What stands above a signer's own title: the party that he signs for, the organ where several issue, what the template calls him
/// where he has no title of his own.
fn usual_titles(c: &Composer<'_>, one: &Signature) -> Vec<String> {
    if let Some(party) = &one.party {
        return vec![format!("{} {}", c.profile.words.party.text, party.as_str())];
    }
    let signatures = &c.spec.signatures;
    let Some(index) = signatures.iter().position(|signature| std::ptr::eq(signature, one)) else {
        // who approves, or signs for a copy, whose organ stands above anyway: another one is said
        return one.organ.iter().map(|organ| organ.as_str().to_uppercase()).collect();
    };
    let titles = &c.template.signature_titles;
    let has_own = !one.authority.is_empty() || one.position.is_some();
    let title = match c.template.signers {
        Signers::Officials if has_own => None,
        // the last title is that of the last signer: a chair signs alone where nobody took the minutes
        Signers::Officials => titles.get(index + titles.len().saturating_sub(signatures.len())).cloned(),
        Signers::Parties => titles.get(index).cloned(),
    };
    organ_line(c, one, index).into_iter().chain(title).collect()
}

/// The organ that is signed for, where the signature says it, or several issue and sign; nothing where the title names it itself:
/// `BỘ TRƯỞNG BỘ NỘI VỤ`, `TM. ỦY BAN NHÂN DÂN`.
fn organ_line(c: &Composer<'_>, one: &Signature, index: usize) -> Option<String> {
    // a secretary and a chair sign for nobody's organ
    let is_said = one.organ.is_some() || !c.spec.co_issuers.is_empty() && c.template.signature_titles.is_empty();
    let organ = c.spec.organ_of_signer(index).filter(|_| is_said)?.to_uppercase();
    let capitals = |text: &Text| text.as_str().replace('\n', " ").to_uppercase();
    let lines: Vec<String> = one.authority.iter().chain(&one.position).map(capitals).collect();
    let names_it = |line: &String| {
        let collective = c.profile.words.authority(line).filter(|authority| authority.is_collective);
        let collective = collective.and_then(|authority| line.strip_prefix(&authority.short)).map(str::trim);
        collective.is_some_and(|named| !named.is_empty() && organ.starts_with(named))
    };
    (!lines.join(" ").contains(&organ) && !lines.iter().any(names_it)).then_some(organ)
}

/// The cell of a signature.
pub(in crate::compose) fn cell(
    c: &mut Composer<'_>,
    one: &Signature,
    at: &Pointer,
    place: &SignaturePlace,
    title: Title,
) -> Cell {
    let mut blocks = Vec::new();
    let missing = place.title_lines.saturating_sub(title.lines.len());
    let title_lines = title.lines.len() + missing;
    if title_lines > 0 {
        let at = match (one.authority.is_empty(), &one.position) {
            (false, _) => at.key("authority"),
            (true, position) => at.key_where("position", position.is_some()),
        };
        let mut inlines = title.into_inlines(&c.profile.words);
        inlines.extend(std::iter::repeat_n(Inline::LineBreak, missing));
        blocks.push(paragraph(place.title, at, inlines));
    }
    let of_type = c.type_of(Role::Signer);
    let names = [("other_title", &one.other_title), ("signer", &one.signer)].into_iter().filter_map(|(key, text)| {
        let lines = of_type.balance(text.as_ref()?.as_str(), place.width - of_type.slack());
        Some((key, lines))
    });
    let names: Vec<(&str, Vec<String>)> = names.collect();
    let name_lines = names.iter().map(|(_, lines)| lines.len()).sum();
    let around = LinesAround { title: title_lines, names: name_lines };
    blocks.push(signature_room::compose(c, one, at, place, around));
    for (key, lines) in names {
        blocks.push(paragraph(Role::Signer, at.key(key), fit::inlines(lines)));
    }
    Cell::of(blocks)
}
