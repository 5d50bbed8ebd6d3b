//! The logical structure in the making: elements opened and closed as paragraphs come, told by their roles and their order.

use super::InlineTag;
use crate::model::{
    Block, BlockKind, Cell, CheckState, Inline, Items, Label, Link, PageOf, ReadAs, Role, Run, RunPart,
    note_destination, note_mark_destination,
};
use crate::pages::{ContentId, Element, ElementId, Kid, LinkUse, ListNumbering, Scope, Structure, Tag};

/// The document itself.
const ROOT: ElementId = ElementId(0);
/// ISO 32000-1 knows six levels of headings; deeper ones share the last.
const DEEPEST_HEADING: usize = 6;

/// The most blocks that stand side by side: PDF/A-1 allows arrays of 8191 (ISO 19005-1, 6.1.12).
const MOST_KIDS: usize = 4096;

/// The structure in the making.
#[derive(Debug)]
pub(super) struct Tagger {
    structure: Structure,
    links: Vec<LinkUse>,
    next_content: u32,
    /// The section that paragraphs outside headings go into; `None` before the first of them.
    section: Option<ElementId>,
    /// The headings above the current paragraph: rank and section, outermost first.
    headings: Vec<(u8, ElementId)>,
    /// The lists around the current item, outermost first.
    lists: Vec<OpenList>,
    /// What the current paragraph is.
    paragraph: ParagraphKind,
    /// Its element, once it has text.
    text: Option<ElementId>,
    /// Its stretch of content that further text goes into.
    open: Option<ContentId>,
    /// The link that further text may go on with.
    link: Option<OpenLink>,
    /// The quotation that further paragraphs of one go into.
    quotation: Option<ElementId>,
    /// The title, into which the subject goes too.
    title: Option<ElementId>,
    /// The tables of contents around the current entry, outermost first.
    contents: Vec<OpenContents>,
    /// How many tables are open.
    cells: usize,
    /// The cell that the only paragraph of it is: a paragraph in each would double what a table of data costs, and tell nothing.
    only_paragraph: Option<ElementId>,
}

/// A table of contents that further entries go into.
#[derive(Clone, Copy, Debug)]
struct OpenContents {
    level: u8,
    contents: ElementId,
    /// Its last entry.
    entry: ElementId,
}

/// A list that further items go into.
#[derive(Clone, Copy, Debug)]
pub(super) struct OpenList {
    key: ListKey,
    depth: usize,
    list: ElementId,
    /// Its last item.
    item: ElementId,
    /// The text of that.
    body: ElementId,
}

/// Items of the same key stand in one list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ListKey {
    /// Items that a word processor counts or marks: the index of the list.
    Counted(usize),
    /// Items with typed labels.
    Typed(Items),
}

#[derive(Clone, Copy, Debug)]
struct OpenLink {
    /// Index into the links.
    index: usize,
    element: ElementId,
    content: ContentId,
}

/// What a paragraph is in the structure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ParagraphKind {
    /// Nothing: it belongs to the page.
    Artifact,
    /// The title: tên loại and trích yếu together.
    Title,
    /// A heading of a rank, 1 the highest.
    Heading(u8),
    /// An item of a list, at a depth from 0.
    Item(ListKey, usize),
    Note,
    /// What stands under a picture.
    Caption,
    /// An entry of a table of contents, at a level from 1.
    Entry(u8),
    Quotation,
    Plain,
}

/// The element of a table that is open, and what was open around it.
#[derive(Debug)]
pub(super) struct Opened {
    pub(super) element: ElementId,
    section: Option<ElementId>,
    headings: Vec<(u8, ElementId)>,
}

/// What was open around a note.
#[derive(Debug)]
pub(super) struct OpenedNote {
    lists: Vec<OpenList>,
    headings: Vec<(u8, ElementId)>,
    section: Option<ElementId>,
}

impl Tagger {
    pub(super) fn new() -> Self {
        Self {
            structure: Structure { elements: vec![Element::new(Tag::Document)] },
            links: Vec::new(),
            next_content: 0,
            section: None,
            headings: Vec::new(),
            lists: Vec::new(),
            paragraph: ParagraphKind::Plain,
            text: None,
            open: None,
            link: None,
            quotation: None,
            title: None,
            contents: Vec::new(),
            cells: 0,
            only_paragraph: None,
        }
    }

    /// The whole structure, and the links in it.
    pub(super) fn finish(mut self) -> (Structure, Vec<LinkUse>) {
        for index in 0..self.structure.elements.len() {
            if self.structure.elements[index].tag == Tag::Section
                && self.structure.elements[index].kids.len() > MOST_KIDS
            {
                self.divide(index);
            }
        }
        (self.structure, self.links)
    }

    /// Puts the many blocks of a section into divisions.
    fn divide(&mut self, section: usize) {
        let kids = std::mem::take(&mut self.structure.elements[section].kids);
        for stretch in kids.chunks(MOST_KIDS) {
            let division = self.orphan(Tag::Division);
            self.element(division).kids = stretch.to_vec();
            self.structure.elements[section].kids.push(Kid::Element(division));
        }
    }

    /// The mark of a note in the text: a reference that leads to the note; `None` for an artifact.
    pub(super) fn note_mark(&mut self, number: u32) -> Option<InlineTag> {
        let text = self.text()?;
        let reference = self.add(text, Tag::Reference);
        Some(self.note_link(reference, note_destination(number), number))
    }

    /// Begins a note, which stands behind the text of the current paragraph.
    pub(super) fn begin_note(&mut self) -> OpenedNote {
        let item = self.lists.last().filter(|_| matches!(self.paragraph, ParagraphKind::Item(..)));
        let parent = item.map(|list| list.body).unwrap_or_else(|| self.container());
        let element = self.add(parent, Tag::Note);
        let (lists, headings) = (std::mem::take(&mut self.lists), std::mem::take(&mut self.headings));
        OpenedNote { lists, headings, section: self.section.replace(element) }
    }

    /// The number that a note begins with: its label, which leads back to the text.
    pub(super) fn note_number(&mut self, number: u32) -> InlineTag {
        let note = self.container();
        let label = self.add(note, Tag::Label);
        self.note_link(label, note_mark_destination(number), number)
    }

    /// Ends the note.
    pub(super) fn end_note(&mut self, opened: OpenedNote) {
        (self.lists, self.headings, self.section) = (opened.lists, opened.headings, opened.section);
    }

    fn note_link(&mut self, parent: ElementId, destination: String, number: u32) -> InlineTag {
        let OpenLink { index, content, .. } = self.begin_link(&Link::Destination(destination), parent);
        self.links[index].text = number.to_string();
        // what follows is no part of it
        (self.link, self.open) = (None, None);
        InlineTag { content: Some(content), link: u32::try_from(index).ok() }
    }

    /// Begins a section of its own for a table that places things. It ends the headings above, unless it stands in a cell.
    pub(super) fn begin_section(&mut self) -> Opened {
        let parent = if self.cells > 0 { self.container() } else { ROOT };
        let element = self.add(parent, Tag::Section);
        self.enter(element)
    }

    /// What was put into the section since the last call: the content of one cell, and the lists that are open at its end.
    pub(super) fn take_cell(&mut self, section: &Opened) -> (Vec<Kid>, Vec<OpenList>) {
        let lists = std::mem::take(&mut self.lists);
        (std::mem::take(&mut self.element(section.element).kids), lists)
    }

    /// Opens lists anew that [`Self::take_cell`] closed.
    pub(super) fn go_on_with(&mut self, lists: Vec<OpenList>) {
        self.lists = lists;
    }

    /// Ends the section; `kids` are what [`Self::take_cell`] gave, in the order of reading.
    pub(super) fn end_section(&mut self, section: Opened, kids: Vec<Kid>) {
        self.element(section.element).kids = kids;
        self.leave(section);
        if self.cells == 0 {
            (self.section, self.headings) = (None, Vec::new());
        }
    }

    /// Begins a table that holds data, under the heading above it.
    pub(super) fn begin_table(&mut self) -> Opened {
        self.lists.clear();
        let parent = self.container();
        let element = self.add(parent, Tag::Table);
        self.enter(element)
    }

    /// A group of rows, or a row.
    pub(super) fn rows(&mut self, parent: ElementId, tag: Tag) -> ElementId {
        self.add(parent, tag)
    }

    /// Begins a cell of a row; blocks go into it until the next begins.
    pub(super) fn begin_cell(&mut self, row: ElementId, scope: Option<Scope>, cell: &Cell) {
        let element = self.add(row, scope.map_or(Tag::TableCell, Tag::TableHeader));
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        self.element(element).spans = (count(cell.columns), count(cell.rows));
        (self.section, self.headings, self.lists) = (Some(element), Vec::new(), Vec::new());
        let is_plain = |inline: &Inline| {
            matches!(inline, Inline::Run(_) | Inline::LineBreak | Inline::PageOf(_) | Inline::InlinePicture(_))
        };
        self.only_paragraph = match cell.blocks.as_slice() {
            [Block { kind: BlockKind::Paragraph(paragraph), .. }] if paragraph.inlines.iter().all(is_plain) => {
                Some(element)
            }
            _ => None,
        };
    }

    /// Ends the table.
    pub(super) fn end_table(&mut self, table: Opened) {
        self.only_paragraph = None;
        self.leave(table);
    }

    /// Further blocks go into an element, until it is left.
    fn enter(&mut self, element: ElementId) -> Opened {
        self.cells += 1;
        self.lists.clear();
        self.contents.clear();
        let section = self.section.replace(element);
        Opened { element, section, headings: std::mem::take(&mut self.headings) }
    }

    fn leave(&mut self, opened: Opened) {
        self.cells -= 1;
        self.lists.clear();
        (self.section, self.headings) = (opened.section, opened.headings);
    }

    /// Begins a paragraph.
    pub(super) fn begin_paragraph(&mut self, role: Role, label: Option<&Label>) {
        self.paragraph = kind(role, label, &self.lists);
        (self.text, self.open, self.link) = (None, None, None);
    }

    /// The content of the current paragraph's label.
    pub(super) fn label(&mut self) -> Option<ContentId> {
        let text = self.text()?;
        let Some(item) = self.lists.last().map(|list| list.item) else { return Some(self.more_text(text)) };
        let label = self.orphan(Tag::Label);
        self.element(item).kids.insert(0, Kid::Element(label));
        Some(self.content(label))
    }

    /// Text in the paragraph's own look and language (a tab, a page number in the text).
    pub(super) fn plain(&mut self) -> InlineTag {
        let Some(text) = self.text() else { return InlineTag::default() };
        // all of an entry leads to its place
        if let (ParagraphKind::Entry(_), Some(OpenLink { index, content, .. })) = (self.paragraph, self.link) {
            return InlineTag { content: Some(content), link: u32::try_from(index).ok() };
        }
        self.link = None;
        InlineTag { content: Some(self.more_text(text)), link: None }
    }

    /// The number of a page, which leads there; what the link reads is filled in with the number.
    pub(super) fn page_of(&mut self, page: &PageOf) -> InlineTag {
        let link = Some(Link::Destination(page.destination.clone()));
        let (content, link) = self.run(&Run { link, underline: page.underline, ..Run::default() });
        InlineTag { content, link }
    }

    /// The content of a run, and the link it belongs to.
    pub(super) fn run(&mut self, run: &Run) -> (Option<ContentId>, Option<u32>) {
        if run.part == RunPart::Label {
            return (self.label(), None);
        }
        let Some(text) = self.text() else { return (None, None) };
        if let RunPart::Box(state) = run.part {
            return (Some(self.check_box(state, run, text)), None);
        }
        let Some(target) = &run.link else {
            self.link = None;
            return (Some(self.of_look(run, text, None)), None);
        };
        let open = self.link.filter(|open| self.links[open.index].target == *target);
        let link = open.unwrap_or_else(|| self.begin_link(target, text));
        self.links[link.index].text.push_str(&run.text);
        self.link = Some(link);
        let content = self.of_look(run, link.element, Some(link.content));
        (Some(content), u32::try_from(link.index).ok())
    }

    /// A picture that stands between paragraphs.
    pub(super) fn picture(&mut self, alternative_text: &str) -> ContentId {
        self.lists.clear();
        self.figure(alternative_text)
    }

    /// A picture that floats.
    pub(super) fn figure(&mut self, alternative_text: &str) -> ContentId {
        let parent = self.container();
        self.figure_in(parent, Tag::Figure, alternative_text)
    }

    /// A picture that stands among the words of the current paragraph; `None` in an artifact.
    pub(super) fn picture_in_text(&mut self, alternative_text: &str) -> Option<ContentId> {
        let text = self.text()?;
        (self.link, self.open) = (None, None);
        Some(self.figure_in(text, Tag::InlineFigure, alternative_text))
    }

    fn figure_in(&mut self, parent: ElementId, tag: Tag, alternative_text: &str) -> ContentId {
        let figure = self.add(parent, tag);
        self.element(figure).remarks_mut().alternative_text = Some(alternative_text.to_owned());
        self.content(figure)
    }

    /// A form field.
    pub(super) fn field(&mut self) -> ContentId {
        let parent = self.container();
        let form = self.add(parent, Tag::Form);
        self.content(form)
    }

    /// A box to be ticked: a form field that no program fills in (ISO 32000-1, 14.8.5.6).
    fn check_box(&mut self, state: CheckState, run: &Run, parent: ElementId) -> ContentId {
        (self.link, self.open) = (None, None);
        let element = self.add(parent, Tag::CheckBox(state));
        self.element(element).remarks_mut().alternative_text = run.expansion.map(ToOwned::to_owned);
        self.content(element)
    }

    fn begin_link(&mut self, target: &Link, parent: ElementId) -> OpenLink {
        self.open = None;
        let element = self.add(parent, Tag::Link);
        let content = self.content(element);
        self.links.push(LinkUse { target: target.clone(), text: String::new(), element });
        OpenLink { index: self.links.len() - 1, element, content }
    }

    /// The content of a run's text under `parent`: in an element of its own where it has a language or an expansion, or is
    /// underlined.
    fn of_look(&mut self, run: &Run, parent: ElementId, open: Option<ContentId>) -> ContentId {
        if run.language.is_none() && run.expansion.is_none() && !run.underline {
            return open.unwrap_or_else(|| self.more_text(parent));
        }
        self.open = None;
        let span = self.add(parent, Tag::Span);
        let remarks = self.element(span).remarks_mut();
        remarks.language.clone_from(&run.language);
        remarks.underline = run.underline;
        remarks.expansion = run.expansion.map(ToOwned::to_owned);
        self.content(span)
    }

    /// The element of the current paragraph's text; `None` for an artifact.
    fn text(&mut self) -> Option<ElementId> {
        if self.text.is_none() {
            self.text = self.begin_text();
        }
        self.text
    }

    fn begin_text(&mut self) -> Option<ElementId> {
        if !matches!(self.paragraph, ParagraphKind::Item(..)) {
            self.lists.clear();
        }
        if !matches!(self.paragraph, ParagraphKind::Entry(_)) {
            self.contents.clear();
        }
        if !matches!(self.paragraph, ParagraphKind::Quotation) {
            self.quotation = None;
        }
        Some(match self.paragraph {
            ParagraphKind::Artifact => return None,
            ParagraphKind::Title => {
                // a heading opens its section: what stands above it, such as Quốc hiệu without a table, is another
                if self.title.is_none() && self.cells == 0 {
                    (self.section, self.headings) = (None, Vec::new());
                }
                let title = self.title.unwrap_or_else(|| self.add_to_section(Tag::Heading(1)));
                *self.title.insert(title)
            }
            ParagraphKind::Heading(rank) => self.begin_heading(rank),
            ParagraphKind::Item(key, depth) => self.begin_item(key, depth),
            ParagraphKind::Note => {
                let paragraph = self.add_to_section(Tag::Paragraph);
                self.add(paragraph, Tag::Note)
            }
            ParagraphKind::Caption => {
                let caption = self.add_to_section(Tag::Caption);
                self.add(caption, Tag::Paragraph)
            }
            ParagraphKind::Entry(level) => self.begin_entry(level),
            ParagraphKind::Quotation => {
                let quotation = self.quotation.unwrap_or_else(|| self.add_to_section(Tag::Quotation));
                self.quotation = Some(quotation);
                self.add(quotation, Tag::Paragraph)
            }
            ParagraphKind::Plain => self.only_paragraph.take().unwrap_or_else(|| self.add_to_section(Tag::Paragraph)),
        })
    }

    fn begin_heading(&mut self, rank: u8) -> ElementId {
        while self.headings.last().is_some_and(|(above, _)| *above >= rank) {
            self.headings.pop();
        }
        let parent = self.container();
        let section = self.add(parent, Tag::Section);
        self.headings.push((rank, section));
        // where there is a title it is the first level; the first heading of all has none above it (ISO 14289-1, 7.4.2)
        let level = (self.headings.len() + usize::from(self.title.is_some())).min(DEEPEST_HEADING);
        self.add(section, Tag::Heading(u8::try_from(level).unwrap_or(1)))
    }

    /// An item goes on with the list of its depth and key, else it opens one inside the item above. Lists deeper than it, and
    /// one of its depth with another key (dashes after điểm), are over: what follows them can never come back to them,
    /// so forgetting them is safe. An item without an outer list stands where a paragraph would.
    fn begin_item(&mut self, key: ListKey, depth: usize) -> ElementId {
        let ends = |open: &OpenList| open.depth > depth || open.depth == depth && open.key != key;
        while self.lists.last().is_some_and(ends) {
            self.lists.pop();
        }
        let list = match self.lists.last() {
            Some(open) if open.depth == depth => open.list,
            outer => {
                let parent = outer.map(|open| open.body).unwrap_or_else(|| self.container());
                let list = self.add(parent, Tag::List(numbering(key)));
                self.lists.push(OpenList { key, depth, list, item: list, body: list });
                list
            }
        };
        let item = self.add(list, Tag::ListItem);
        let body = self.add(item, Tag::ListBody);
        if let Some(open) = self.lists.last_mut() {
            (open.item, open.body) = (item, body);
        }
        body
    }

    /// An entry goes on with the table of contents of its level; one further in opens one inside the entry above.
    fn begin_entry(&mut self, level: u8) -> ElementId {
        while self.contents.last().is_some_and(|open| open.level > level) {
            self.contents.pop();
        }
        let contents = match self.contents.last() {
            Some(open) if open.level == level => open.contents,
            outer => {
                let parent = outer.map(|open| open.entry).unwrap_or_else(|| self.container());
                let contents = self.add(parent, Tag::Contents);
                self.contents.push(OpenContents { level, contents, entry: contents });
                contents
            }
        };
        let entry = self.add(contents, Tag::ContentsEntry);
        if let Some(open) = self.contents.last_mut() {
            open.entry = entry;
        }
        self.add(entry, Tag::Reference)
    }

    /// Where a block goes that stands in no list.
    fn container(&mut self) -> ElementId {
        if let Some((_, section)) = self.headings.last() {
            return *section;
        }
        let section = self.section.unwrap_or_else(|| self.add(ROOT, Tag::Section));
        *self.section.insert(section)
    }

    fn add_to_section(&mut self, tag: Tag) -> ElementId {
        let parent = self.container();
        self.add(parent, tag)
    }

    /// More text of an element: goes on with its open content.
    fn more_text(&mut self, element: ElementId) -> ContentId {
        let open = self.open.unwrap_or_else(|| self.content(element));
        *self.open.insert(open)
    }

    fn content(&mut self, element: ElementId) -> ContentId {
        let content = ContentId(self.next_content);
        self.next_content += 1;
        self.element(element).kids.push(Kid::Content(content));
        content
    }

    fn add(&mut self, parent: ElementId, tag: Tag) -> ElementId {
        let id = self.orphan(tag);
        self.element(parent).kids.push(Kid::Element(id));
        id
    }

    fn orphan(&mut self, tag: Tag) -> ElementId {
        let id = ElementId(u32::try_from(self.structure.elements.len()).unwrap_or(u32::MAX));
        self.structure.elements.push(Element::new(tag));
        id
    }

    fn element(&mut self, id: ElementId) -> &mut Element {
        &mut self.structure.elements[id.0 as usize]
    }
}

fn numbering(key: ListKey) -> ListNumbering {
    if key == ListKey::Typed(Items::Points) { ListNumbering::LowerAlpha } else { ListNumbering::Unordered }
}

fn kind(role: Role, label: Option<&Label>, open: &[OpenList]) -> ParagraphKind {
    match role.read_as() {
        ReadAs::Page => ParagraphKind::Artifact,
        ReadAs::Title => ParagraphKind::Title,
        ReadAs::Heading => role.heading_rank().map_or(ParagraphKind::Plain, ParagraphKind::Heading),
        ReadAs::Item(Items::Counted) => {
            // dashes under a điểm belong to it
            let below = open.first().is_some_and(|list| list.key == ListKey::Typed(Items::Points));
            let (list, level) = label.map_or((0, 0), |label| (label.list, label.level));
            ParagraphKind::Item(ListKey::Counted(list), level + usize::from(below))
        }
        ReadAs::Item(items) => ParagraphKind::Item(ListKey::Typed(items), 0),
        ReadAs::Note => ParagraphKind::Note,
        ReadAs::Caption => ParagraphKind::Caption,
        ReadAs::Entry(level) => ParagraphKind::Entry(level),
        ReadAs::Quotation => ParagraphKind::Quotation,
        ReadAs::Plain => ParagraphKind::Plain,
    }
}
