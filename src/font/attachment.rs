//! Where the designer of a face attaches a mark to a letter: the `mark` and `mkmk` features (OpenType, GPOS, lookup types 4
//! and 6). Marks are rare, so the tables are read where one is met and not when the face is loaded.

use read_fonts::ReadError;
use read_fonts::tables::gpos::{
    AnchorTable, CoverageTable, Gpos, MarkArray, MarkBasePos, MarkBasePosFormat1, MarkMarkPos, MarkMarkPosFormat1,
    PositionSubtables,
};
use read_fonts::types::{GlyphId, Tag};

/// The letters of Vietnam's peoples are Latin.
const SCRIPT: Tag = Tag::new(b"latn");

/// From the origin of the letter (or of the mark below it) to that of the mark, font units.
pub(super) type MarkOffset = (i32, i32);

/// Where a mark stands on a letter.
pub(super) fn on_letter(gpos: &Gpos<'_>, letter: GlyphId, mark: GlyphId) -> Option<MarkOffset> {
    attach(gpos, Tag::new(b"mark"), |subtables| {
        let PositionSubtables::MarkToBase(tables) = subtables else { return None };
        tables.iter().flatten().find_map(|table| match table {
            MarkBasePos::Format1(table) => base_offset(&table, letter, mark),
            // offsets of 24 bits, for fonts that text is not set in
            MarkBasePos::Format2(_) => None,
        })
    })
}

/// Where a mark stands on the mark before it.
pub(super) fn on_mark(gpos: &Gpos<'_>, before: GlyphId, mark: GlyphId) -> Option<MarkOffset> {
    attach(gpos, Tag::new(b"mkmk"), |subtables| {
        let PositionSubtables::MarkToMark(tables) = subtables else { return None };
        tables.iter().flatten().find_map(|table| match table {
            MarkMarkPos::Format1(table) => mark_offset(&table, before, mark),
            MarkMarkPos::Format2(_) => None,
        })
    })
}

/// Asks every lookup of a feature; where several know the pair the last one decides, as when they are applied in turn.
fn attach(
    gpos: &Gpos<'_>,
    feature: Tag,
    ask: impl Fn(PositionSubtables<'_>) -> Option<MarkOffset>,
) -> Option<MarkOffset> {
    let scripts = gpos.script_list().ok()?;
    let script = scripts.get(scripts.select(&[SCRIPT])?.index).ok()?;
    let language = script.default_lang_sys()?.ok()?;
    let (features, lookups) = (gpos.feature_list().ok()?, gpos.lookup_list().ok()?.lookups());
    let mut indices: Vec<u16> = Vec::new();
    for index in language.feature_indices() {
        if let Ok(found) = features.get(index.get())
            && found.tag == feature
        {
            indices.extend(found.lookup_list_indices().iter().map(|index| index.get()));
        }
    }
    indices.sort_unstable();
    indices.iter().rev().find_map(|index| ask(lookups.get(usize::from(*index)).ok()?.subtables().ok()?))
}

fn base_offset(table: &MarkBasePosFormat1<'_>, letter: GlyphId, mark: GlyphId) -> Option<MarkOffset> {
    let (class, from) = anchor_of_mark(&table.mark_array().ok()?, covered(table.mark_coverage(), mark)?)?;
    let array = table.base_array().ok()?;
    let record = array.base_records().get(covered(table.base_coverage(), letter)?).ok()?;
    let to = record.base_anchors(array.offset_data()).get(class)?.ok()?;
    Some(between(&from, &to))
}

fn mark_offset(table: &MarkMarkPosFormat1<'_>, before: GlyphId, mark: GlyphId) -> Option<MarkOffset> {
    let (class, from) = anchor_of_mark(&table.mark1_array().ok()?, covered(table.mark1_coverage(), mark)?)?;
    let array = table.mark2_array().ok()?;
    let record = array.mark2_records().get(covered(table.mark2_coverage(), before)?).ok()?;
    let to = record.mark2_anchors(array.offset_data()).get(class)?.ok()?;
    Some(between(&from, &to))
}

/// The place of a glyph in the arrays beside a coverage table.
fn covered(coverage: Result<CoverageTable<'_>, ReadError>, glyph: GlyphId) -> Option<usize> {
    usize::try_from(coverage.ok()?.get(glyph)?).ok()
}

/// The class of a mark and the place on it that is brought to the letter's.
fn anchor_of_mark<'a>(marks: &MarkArray<'a>, index: usize) -> Option<(usize, AnchorTable<'a>)> {
    let record = marks.mark_records().get(index)?;
    Some((record.mark_class().into(), record.mark_anchor(marks.offset_data()).ok()?))
}

fn between(from: &AnchorTable<'_>, to: &AnchorTable<'_>) -> MarkOffset {
    let x = i32::from(to.x_coordinate()) - i32::from(from.x_coordinate());
    (x, i32::from(to.y_coordinate()) - i32::from(from.y_coordinate()))
}
