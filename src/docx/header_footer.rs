//! Headers and footers (ECMA-376 Part 1, 17.10): what stands in the margins of a section's first page and of its others.

use super::package::{Package, Relation, RelationId, Relations};
use super::properties::SectionProperties;
use super::story::{Keep, Shared, Story, text_column};
use crate::error::WriteError;
use crate::model::{Block, Section};
use crate::units::Length;

const HEADER: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml";
const FOOTER: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml";

/// Which margin a part stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum MarginSide {
    Top,
    Bottom,
}

/// Writes the parts of a section and says which pages they belong to. A margin that is empty on all pages has none.
///
/// # Errors
/// A block cannot be written.
pub(super) fn write<'a>(
    section: &'a Section,
    shared: &mut Shared<'a>,
    package: &mut Package<'a>,
    relations: &mut Relations,
) -> Result<SectionProperties<'a>, WriteError> {
    let column = text_column(&section.page);
    let furniture = &section.furniture;
    // without any the word processor goes on with those of the section before (17.10.5)
    let mut parts = MarginParts { column, shared, package, relations };
    let (header_default, header_first) = parts.write(MarginSide::Top, &furniture.header, &furniture.first_header)?;
    let (footer_default, footer_first) = parts.write(MarginSide::Bottom, &furniture.footer, &furniture.first_footer)?;
    Ok(SectionProperties {
        page: &section.page,
        numbers: section.numbers,
        header_default,
        header_first,
        footer_default,
        footer_first,
    })
}

/// What the parts of a section need.
struct MarginParts<'a, 's> {
    column: Length,
    shared: &'s mut Shared<'a>,
    package: &'s mut Package<'a>,
    relations: &'s mut Relations,
}

impl<'a> MarginParts<'a, '_> {
    /// The part of the other pages and that of the first.
    fn write(
        &mut self,
        margin: MarginSide,
        other: &'a [Block],
        first: &'a [Block],
    ) -> Result<(Option<RelationId>, Option<RelationId>), WriteError> {
        if other.is_empty() && first.is_empty() {
            return Ok((None, None));
        }
        Ok((Some(self.write_part(margin, other)?), Some(self.write_part(margin, first)?)))
    }

    fn write_part(&mut self, margin: MarginSide, blocks: &'a [Block]) -> Result<RelationId, WriteError> {
        let (name, root, close, content_type, relation) = match margin {
            MarginSide::Top => {
                (format!("header{}.xml", self.shared.ids.header()), "<w:hdr", "</w:hdr>", HEADER, Relation::Header)
            }
            MarginSide::Bottom => {
                (format!("footer{}.xml", self.shared.ids.footer()), "<w:ftr", "</w:ftr>", FOOTER, Relation::Footer)
            }
        };
        let mut story = Story::new(self.shared, root, 2048);
        story.blocks(blocks, self.column)?;
        // a part holds at least one paragraph
        if blocks.is_empty() {
            story.spacer(Keep::AsSaid);
        }
        story.xml.raw(close);
        let full_name = format!("word/{name}");
        self.package.add(&full_name, content_type, story.xml.finish()?);
        self.package.add_relations(&full_name, &story.relations)?;
        Ok(self.relations.to(relation, &name))
    }
}
