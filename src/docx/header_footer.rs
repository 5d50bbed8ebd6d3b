//! Headers and footers (ECMA-376 Part 1, 17.10): the page number on every page but the first, and the foot of page 1.

use super::document::{Keep, Shared, Story, text_column};
use super::package::{Package, Relation, Relations};
use super::properties::{ParagraphProperties, SectionProperties};
use crate::WriteError;
use crate::model::{Alignment, Block, PageNumberPosition, Role};

const HEADER: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml";
const FOOTER: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml";

/// Which margin a part stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Margin {
    Top,
    Bottom,
}

/// What a part holds.
#[derive(Clone, Copy, Debug)]
enum Content<'a> {
    PageNumber(Alignment),
    Blocks(&'a [Block]),
}

/// Writes the parts and says which pages they belong to.
///
/// # Errors
/// A block cannot be written.
pub(super) fn write<'a>(
    shared: &mut Shared<'a>,
    package: &mut Package<'a>,
    relations: &mut Relations,
) -> Result<SectionProperties<'a>, WriteError> {
    let document = shared.document;
    let first_footer = document.first_page_footer.as_slice();
    let mut section = SectionProperties {
        page: &document.page,
        header_default: None,
        header_first: None,
        footer_default: None,
        footer_first: None,
    };
    let mut add = |name, margin, content| {
        let part = write_part(shared, margin, content)?;
        let full_name = format!("word/{name}");
        let (content_type, relation) = match margin {
            Margin::Top => (HEADER, Relation::Header),
            Margin::Bottom => (FOOTER, Relation::Footer),
        };
        package.add(&full_name, content_type, part.0);
        package.add_relations(&full_name, &part.1)?;
        Ok::<_, WriteError>(Some(relations.to(relation, name)))
    };
    match document.page.page_number {
        PageNumberPosition::TopCenter => {
            let number = Content::PageNumber(Alignment::Center);
            section.header_default = add("header1.xml", Margin::Top, number)?;
            section.header_first = add("header2.xml", Margin::Top, Content::Blocks(&[]))?;
            if !first_footer.is_empty() {
                section.footer_default = add("footer1.xml", Margin::Bottom, Content::Blocks(&[]))?;
                section.footer_first = add("footer2.xml", Margin::Bottom, Content::Blocks(first_footer))?;
            }
        }
        PageNumberPosition::BottomRight => {
            section.footer_default = add("footer1.xml", Margin::Bottom, Content::PageNumber(Alignment::Right))?;
            section.footer_first = add("footer2.xml", Margin::Bottom, Content::Blocks(first_footer))?;
        }
    }
    Ok(section)
}

fn write_part<'a>(
    shared: &mut Shared<'a>,
    margin: Margin,
    content: Content<'a>,
) -> Result<(Vec<u8>, Relations), WriteError> {
    let (root, close) = match margin {
        Margin::Top => ("<w:hdr", "</w:hdr>"),
        Margin::Bottom => ("<w:ftr", "</w:ftr>"),
    };
    let column = text_column(&shared.document.page);
    let style = shared.document.styles.get(Role::PageNumber);
    let shared_style = shared.document.styles.named(Role::PageNumber).id;
    let mut story = Story::new(shared, root, 2048);
    match content {
        Content::Blocks(blocks) if !blocks.is_empty() => story.blocks(blocks, column, Keep::AsSaid)?,
        Content::Blocks(_) | Content::PageNumber(_) => {
            let alignment = match content {
                Content::PageNumber(alignment) => Some(alignment).filter(|a| *a != style.alignment),
                Content::Blocks(_) => None,
            };
            story.xml.raw("<w:p>");
            ParagraphProperties { style: Some(shared_style), alignment, ..ParagraphProperties::default() }
                .write(&mut story.xml);
            if matches!(content, Content::PageNumber(_)) {
                story.page_number();
            }
            story.xml.raw("</w:p>");
        }
    }
    story.xml.raw(close);
    Ok((story.xml.finish()?, story.relations))
}
