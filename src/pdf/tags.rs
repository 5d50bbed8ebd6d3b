//! Tags (ISO 32000-1, 14.7 and 14.8): which marked content of the pages, and which annotations, the elements of the logical
//! structure consist of.

use std::collections::BTreeMap;

use pdf_writer::types::{
    FieldRole, FieldState, ListNumbering as PdfNumbering, Placement, StructRole, TableHeaderScope, TextDecorationType,
};
use pdf_writer::writers::{StructChildren, StructElement, StructTreeRoot, TableAttributes};
use pdf_writer::{Finish, Name, Rect, Ref, Str, TextStr};

use super::objects::Objects;
use super::trees;
use crate::pages::{CheckState, ContentId, Element, ElementId, Kid, ListNumbering, Pages, Scope, Structure, Tag};

/// The structure while pages are written.
pub(super) struct Tags<'a> {
    structure: &'a Structure,
    /// The object of each element.
    refs: Vec<Ref>,
    /// The element of each content.
    owners: Vec<Option<ElementId>>,
    /// The first place of each content, and further ones where it goes on over a page break.
    places: Vec<Option<Marked>>,
    more_places: BTreeMap<ContentId, Vec<Marked>>,
    /// Annotations that elements consist of.
    annotations: BTreeMap<ElementId, Vec<Annotated>>,
    /// What pictures cover.
    boxes: BTreeMap<ContentId, Rect>,
    /// The parent tree: the elements of each page's marked content, and of each annotation.
    parents: Vec<Parent>,
    /// The page being written, and its entry there.
    page: Option<(Ref, usize)>,
}

/// A marked-content sequence.
#[derive(Clone, Copy)]
struct Marked {
    page: Ref,
    mcid: i32,
}

/// An annotation and its page.
#[derive(Clone, Copy)]
struct Annotated {
    page: Ref,
    annotation: Ref,
}

/// An entry of the parent tree.
enum Parent {
    Page(Vec<Ref>),
    Annotation(Ref),
}

impl<'a> Tags<'a> {
    pub(super) fn of(pages: &'a Pages, objects: &mut Objects) -> Self {
        let structure = &pages.structure;
        let mut owners = Vec::new();
        for (index, element) in (0..).zip(&structure.elements) {
            for kid in &element.kids {
                let Kid::Content(ContentId(content)) = kid else { continue };
                let content = *content as usize;
                if owners.len() <= content {
                    owners.resize(content + 1, None);
                }
                owners[content] = Some(ElementId(index));
            }
        }
        Self {
            structure,
            refs: structure.elements.iter().map(|_| objects.reserve()).collect(),
            places: vec![None; owners.len()],
            owners,
            more_places: BTreeMap::new(),
            annotations: BTreeMap::new(),
            boxes: BTreeMap::new(),
            parents: Vec::new(),
            page: None,
        }
    }

    /// Begins a page; returns its key in the parent tree.
    pub(super) fn begin_page(&mut self, page: Ref) -> i32 {
        self.page = Some((page, self.parents.len()));
        self.parents.push(Parent::Page(Vec::new()));
        last_index(&self.parents)
    }

    /// Marks content on the current page: the name of its tag and its number on the page; `None` where the content belongs to
    /// no element.
    pub(super) fn mark(&mut self, content: ContentId) -> Option<(&'static [u8], i32)> {
        let owner = self.owner(content)?;
        let tag = self.structure.elements.get(owner.0 as usize)?.tag;
        let element = *self.refs.get(owner.0 as usize)?;
        let (page, entry) = self.page?;
        let Some(Parent::Page(elements)) = self.parents.get_mut(entry) else { return None };
        elements.push(element);
        let place = Marked { page, mcid: last_index(elements) };
        match &mut self.places[content.0 as usize] {
            first @ None => *first = Some(place),
            Some(_) => self.more_places.entry(content).or_default().push(place),
        }
        Some((role(tag).to_name().0, place.mcid))
    }

    /// Notes what a picture covers.
    pub(super) fn cover(&mut self, content: ContentId, area: Rect) {
        self.boxes.insert(content, area);
    }

    /// The element that a content belongs to.
    pub(super) fn owner(&self, content: ContentId) -> Option<ElementId> {
        self.owners.get(content.0 as usize).copied().flatten()
    }

    /// Makes an annotation part of an element; returns its key in the parent tree.
    pub(super) fn annotate(&mut self, element: ElementId, page: Ref, annotation: Ref) -> Option<i32> {
        let parent = *self.refs.get(element.0 as usize)?;
        self.annotations.entry(element).or_default().push(Annotated { page, annotation });
        self.parents.push(Parent::Annotation(parent));
        Some(last_index(&self.parents))
    }

    /// Writes the tree of elements; returns its root, which the catalog names.
    pub(super) fn write(&self, objects: &mut Objects) -> Ref {
        let root = objects.reserve();
        if let Some(first) = self.refs.first() {
            self.write_element(ElementId(0), root, *first, objects);
        }
        let parent_tree = self.write_parent_tree(objects);
        let ids = self.write_ids(objects);
        let mut tree = objects.object(root).indirect(root).start::<StructTreeRoot<'_>>();
        if let Some(first) = self.refs.first() {
            tree.child(*first);
        }
        tree.pair(Name(b"ParentTree"), parent_tree);
        tree.parent_tree_next_key(i32::try_from(self.parents.len()).unwrap_or(i32::MAX));
        if let Some(ids) = ids {
            tree.pair(Name(b"IDTree"), ids);
        }
        root
    }

    fn write_element(&self, id: ElementId, parent: Ref, own: Ref, objects: &mut Objects) {
        let Some(element) = self.structure.elements.get(id.0 as usize) else { return };
        let mut dict = objects.object(own).struct_element(own);
        dict.kind(role(element.tag)).parent(parent);
        if has_id(element.tag) {
            dict.id(Str(identifier(id).as_bytes()));
        }
        let page = self.first_page(id, element);
        if let Some(page) = page {
            dict.page(page);
        }
        self.write_attributes(element, &mut dict);
        self.write_kids(id, element, page, &mut dict);
        dict.finish();
        for kid in &element.kids {
            let Kid::Element(inner) = kid else { continue };
            if let Some(inner_ref) = self.refs.get(inner.0 as usize) {
                self.write_element(*inner, own, *inner_ref, objects);
            }
        }
    }

    fn write_kids(&self, id: ElementId, element: &Element, page: Option<Ref>, dict: &mut StructElement<'_>) {
        let annotated = self.annotations.get(&id).map_or(&[][..], Vec::as_slice);
        let mut drawn = element.kids.iter().filter(|kid| match kid {
            Kid::Element(_) => true,
            Kid::Content(content) => self.places_of(*content).next().is_some(),
        });
        if let ([only], None) = (annotated, drawn.next()) {
            // a form field: who compares the file before and after another signature looks for it here, in no array
            dict.object_child().page(only.page).object(only.annotation);
            return;
        }
        let mut kids = dict.children();
        for kid in &element.kids {
            match kid {
                Kid::Element(inner) => {
                    if let Some(inner) = self.refs.get(inner.0 as usize) {
                        kids.struct_element(*inner);
                    }
                }
                Kid::Content(content) => self.places_of(*content).for_each(|place| write_place(place, page, &mut kids)),
            }
        }
        for annotated in annotated {
            kids.object_ref().page(annotated.page).object(annotated.annotation);
        }
    }

    fn write_attributes(&self, element: &Element, dict: &mut StructElement<'_>) {
        if let Some(remarks) = &element.remarks {
            if let Some(language) = &remarks.language {
                dict.lang(TextStr(language));
            }
            if let Some(text) = &remarks.alternative_text {
                dict.alt(TextStr(text));
            }
            if let Some(text) = &remarks.expansion {
                dict.expanded(TextStr(text));
            }
        }
        match element.tag {
            Tag::Figure | Tag::InlineFigure => {
                let area = element.kids.iter().find_map(|kid| match kid {
                    Kid::Content(content) => self.boxes.get(content),
                    Kid::Element(_) => None,
                });
                let placement = if element.tag == Tag::Figure { Placement::Block } else { Placement::Inline };
                if let Some(area) = area {
                    dict.attributes().push().layout().placement(placement).bbox(*area);
                }
            }
            Tag::List(ListNumbering::LowerAlpha) => {
                dict.attributes().push().list().list_numbering(PdfNumbering::LowerAlpha);
            }
            Tag::TableHeader(scope) => {
                let mut attributes = dict.attributes();
                let mut table = attributes.push().table();
                table.scope(match scope {
                    Scope::Column => TableHeaderScope::Column,
                    Scope::Row => TableHeaderScope::Row,
                });
                write_spans(element.spans, &mut table);
            }
            Tag::TableCell if element.spans != (1, 1) => {
                let mut attributes = dict.attributes();
                write_spans(element.spans, &mut attributes.push().table());
            }
            Tag::Document
            | Tag::Section
            | Tag::Division
            | Tag::Heading(_)
            | Tag::Paragraph
            | Tag::Caption
            | Tag::Contents
            | Tag::ContentsEntry
            | Tag::List(ListNumbering::Unordered)
            | Tag::ListItem
            | Tag::Label
            | Tag::ListBody
            | Tag::Table
            | Tag::TableHead
            | Tag::TableBody
            | Tag::TableRow
            | Tag::TableCell
            | Tag::Link
            | Tag::Note
            | Tag::Reference
            | Tag::Quotation
            | Tag::Form => {}
            Tag::CheckBox(state) => {
                let mut attributes = dict.attributes();
                attributes.push().field().role(FieldRole::CheckBox).checked(
                    match state {
                        CheckState::Open => FieldState::Neutral,
                        CheckState::Unchecked => FieldState::Unchecked,
                        CheckState::Checked => FieldState::Checked,
                    },
                    false,
                );
            }
            Tag::Span => {
                if element.remarks.as_ref().is_some_and(|remarks| remarks.underline) {
                    let mut attributes = dict.attributes();
                    attributes.push().layout().text_decoration_type(TextDecorationType::Underline);
                }
            }
        }
    }

    fn places_of(&self, content: ContentId) -> impl Iterator<Item = Marked> {
        let first = self.places.get(content.0 as usize).copied().flatten();
        first.into_iter().chain(self.more_places.get(&content).into_iter().flatten().copied())
    }

    /// The page that an element's first content stands on.
    fn first_page(&self, id: ElementId, element: &Element) -> Option<Ref> {
        let marked = element.kids.iter().find_map(|kid| match kid {
            Kid::Content(content) => self.places_of(*content).next(),
            Kid::Element(_) => None,
        });
        let annotated = || self.annotations.get(&id).and_then(|all| all.first());
        marked.map(|place| place.page).or_else(|| annotated().map(|annotated| annotated.page))
    }

    fn write_parent_tree(&self, objects: &mut Objects) -> Ref {
        let mut entries = Vec::with_capacity(self.parents.len());
        for (key, parent) in (0..).zip(&self.parents) {
            let value = match parent {
                Parent::Annotation(element) => *element,
                Parent::Page(elements) => {
                    let id = objects.reserve();
                    objects.object(id).indirect(id).array().items(elements.iter().copied());
                    id
                }
            };
            entries.push((key, value));
        }
        trees::write_numbers(&entries, objects)
    }

    /// The elements that have an identifier; `None` where none has.
    fn write_ids(&self, objects: &mut Objects) -> Option<Ref> {
        let mut named: Vec<(String, Ref)> = (0..)
            .zip(self.structure.elements.iter().zip(&self.refs))
            .filter(|(_, (element, _))| has_id(element.tag))
            .map(|(index, (_, own))| (identifier(ElementId(index)), *own))
            .collect();
        named.sort();
        (!named.is_empty()).then(|| trees::write_names(&named, objects, |value, id| value.primitive(*id)))
    }
}

fn write_place(place: Marked, page: Option<Ref>, kids: &mut StructChildren<'_>) {
    if Some(place.page) == page {
        kids.marked_content_id(place.mcid);
    } else {
        kids.marked_content_ref().page(place.page).marked_content_id(place.mcid);
    }
}

/// How many columns and rows a cell spans (ISO 32000-1, table 349), where it is more than one.
fn write_spans((columns, rows): (u32, u32), table: &mut TableAttributes<'_>) {
    let count = |n: u32| i32::try_from(n).unwrap_or(i32::MAX);
    if rows > 1 {
        table.row_span(count(rows));
    }
    if columns > 1 {
        table.col_span(count(columns));
    }
}

/// Notes must have an identifier (ISO 14289-1, 7.9), header cells have one so that other cells can name them.
fn has_id(tag: Tag) -> bool {
    matches!(tag, Tag::Note | Tag::TableHeader(_))
}

fn identifier(id: ElementId) -> String {
    format!("e{}", id.0)
}

fn role(tag: Tag) -> StructRole {
    match tag {
        Tag::Document => StructRole::Document,
        Tag::Section => StructRole::Sect,
        Tag::Division => StructRole::Div,
        Tag::Heading(1) => StructRole::H1,
        Tag::Heading(2) => StructRole::H2,
        Tag::Heading(3) => StructRole::H3,
        Tag::Heading(4) => StructRole::H4,
        Tag::Heading(5) => StructRole::H5,
        Tag::Heading(_) => StructRole::H6,
        Tag::Paragraph => StructRole::P,
        Tag::List(_) => StructRole::L,
        Tag::ListItem => StructRole::LI,
        Tag::Label => StructRole::Lbl,
        Tag::ListBody => StructRole::LBody,
        Tag::Table => StructRole::Table,
        Tag::TableHead => StructRole::THead,
        Tag::TableBody => StructRole::TBody,
        Tag::TableRow => StructRole::TR,
        Tag::TableHeader(_) => StructRole::TH,
        Tag::TableCell => StructRole::TD,
        Tag::Figure | Tag::InlineFigure => StructRole::Figure,
        Tag::Caption => StructRole::Caption,
        Tag::Contents => StructRole::TOC,
        Tag::ContentsEntry => StructRole::TOCI,
        Tag::Link => StructRole::Link,
        Tag::Note => StructRole::Note,
        Tag::Reference => StructRole::Reference,
        Tag::Form | Tag::CheckBox(_) => StructRole::Form,
        Tag::Quotation => StructRole::BlockQuote,
        Tag::Span => StructRole::Span,
    }
}

fn last_index<T>(items: &[T]) -> i32 {
    i32::try_from(items.len()).map_or(i32::MAX, |count| count - 1)
}
