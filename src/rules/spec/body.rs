//! The blocks of the body: empty ones, numbering, the end mark.

use super::typed;
use crate::diag::{Diagnostic, Diagnostics, FindingKind, Phrase, Pointer, phrase, registry};
use crate::profile::Profile;
use crate::rules::Context;
use crate::specification::{
    BodyBlock, ContentsBlock, ListBlock, Listed, Numbered, NumberingSystem, Orientation, PageMargins, PageSetupBlock,
    PartId, RichText, Spec, SpecBody, Subclause, TableBlock, Text, inner_sections,
};

/// How deep lists may nest.
const LIST_LEVELS: usize = 3;
/// How many levels a table of contents may have.
const DEEPEST_CONTENTS: u8 = 5;
/// How deep `1.1.1.1.` goes.
const SUBCLAUSE_LEVELS: u8 = 3;

pub(super) fn check(spec: &Spec, context: &Context<'_>, out: &mut Diagnostics) {
    for body in spec.bodies() {
        let ends_text = body.of != PartId::Main || spec.adoption.is_none();
        check_body(&body, ends_text, context.profile, out);
    }
}

fn check_body(body: &SpecBody<'_>, ends_text: bool, profile: &Profile, out: &mut Diagnostics) {
    if body.blocks.is_empty() {
        out.push(
            Diagnostic::of(
                registry::EMPTY_BODY,
                body.of.body(),
                phrase!("văn bản không có nội dung", "the document has no body"),
            )
            .hint(phrase!(
                "thêm ít nhất {{\"type\": \"paragraph\", \"text\": \"…\"}}",
                "add at least {{\"type\": \"paragraph\", \"text\": \"…\"}}"
            )),
        );
    }
    let says_it = body.numbering.is_some() || body.doc_type.is_none();
    let mut walk = BodyWalk {
        system: profile.numbering(body),
        system_from: body.of.pointer().key(if says_it { "numbering" } else { "doc_type" }),
        end_mark: &profile.words.end_mark.text,
        ends_text,
        subclause_level: None,
        orientation: body.orientation,
        margins: None,
        contents: Vec::new(),
        inner: inner_sections(body.blocks),
        // what is behind the main text begins on pages of its own
        begins_page: !matches!(body.of, PartId::Main),
        out,
    };
    for (i, block) in body.blocks.iter().enumerate() {
        walk.check(block, &BlockPlace(body.of, i), i + 1 == body.blocks.len());
    }
}

/// The pointer of a block, made only where it is needed.
pub(super) struct BlockPlace(PartId, usize);

impl BlockPlace {
    pub(super) fn at(&self) -> Pointer {
        self.0.body().index(self.1)
    }
}

pub(super) struct BodyWalk<'a> {
    /// `None` where nobody knows: the type has no template, which is an error of its own.
    system: Option<NumberingSystem>,
    /// The field that decides it.
    system_from: Pointer,
    /// What closes a document.
    end_mark: &'a str,
    /// Whether nothing of the text follows the body.
    ends_text: bool,
    /// The level of the last subclause below the current clause or section; `None` where there is none of these.
    subclause_level: Option<u8>,
    /// How the pages lie that the text stands on.
    orientation: Orientation,
    /// Those that the last `page_setup` gave.
    margins: Option<PageMargins>,
    /// Which blocks are sections inside an article, where the text is in articles.
    inner: Vec<bool>,
    /// What the tables of contents so far list.
    contents: Vec<Listed>,
    /// Whether a page begins here.
    begins_page: bool,
    pub(super) out: &'a mut Diagnostics,
}

impl BodyWalk<'_> {
    fn is_inner(&self, place: &BlockPlace) -> bool {
        self.inner.get(place.1) == Some(&true)
    }

    fn check(&mut self, block: &BodyBlock, place: &BlockPlace, is_last: bool) {
        let begins_page = std::mem::take(&mut self.begins_page);
        match block {
            BodyBlock::Paragraph(block) | BodyBlock::Note(block) => self.end_mark(&block.text, place, "text", is_last),
            BodyBlock::Line(block) => self.end_mark(&block.text, place, "text", is_last),
            BodyBlock::Picture(block) => {
                if let Some(caption) = &block.caption {
                    self.end_mark(caption, place, "caption", false);
                }
            }
            BodyBlock::Contents(block) => self.contents(block, place),
            BodyBlock::Checkbox(block) => self.checkbox(block, place, is_last),
            BodyBlock::Party(block) => self.party(block, place, is_last),
            BodyBlock::Quotation(block) => self.quotation(block, place, is_last),
            BodyBlock::Field(block) => self.field(block, place, is_last),
            BodyBlock::Part(block) => {
                self.subclause_level = None;
                let is_lettered = self.system == Some(NumberingSystem::LetteredSections);
                self.typed(block.label.as_ref(), &block.heading, place, "heading", |t| {
                    if is_lettered { typed::capital_letter(t) } else { typed::words_and_number(t, "Phần") }
                });
            }
            BodyBlock::Chapter(block) => {
                self.subclause_level = None;
                self.only_articles(place, "chapter", "section");
                self.typed(block.label.as_ref(), &block.heading, place, "heading", |t| {
                    typed::words_and_number(t, "Chương")
                });
            }
            BodyBlock::Section(block) => {
                self.subclause_level = Some(0);
                let articles = self.system == Some(NumberingSystem::Articles) && !self.is_inner(place);
                self.typed(block.label.as_ref(), &block.heading, place, "heading", |t| {
                    if articles { typed::words_and_number(t, "Mục") } else { typed::roman_number(t) }
                });
            }
            BodyBlock::Subsection(block) => {
                self.only_articles(place, "subsection", "clause");
                self.typed(block.label.as_ref(), &block.heading, place, "heading", |t| {
                    typed::words_and_number(t, "Tiểu mục")
                });
            }
            BodyBlock::Article(block) => {
                self.subclause_level = Some(0);
                self.only_articles(place, "article", "clause");
                self.numbered(block, place, is_last, |t| typed::words_and_number(t, "Điều"));
            }
            BodyBlock::Clause(block) => {
                self.subclause_level = Some(0);
                self.numbered(block, place, is_last, typed::decimal_number);
            }
            BodyBlock::Subclause(block) => self.subclause(block, place, is_last),
            BodyBlock::Point(block) => {
                self.typed(block.label.as_ref(), &block.text, place, "text", typed::letter);
                self.end_mark(&block.text, place, "text", is_last);
            }
            BodyBlock::PageBreak(_) => self.page_break(begins_page, place, is_last),
            BodyBlock::PageSetup(block) => self.page_setup(block, place, is_last),
            BodyBlock::Table(block) => self.table(block, place),
            BodyBlock::List(list) => self.list(list, &place.at(), 1, is_last),
        }
    }

    /// A table of contents of its kind stands once; its levels are those that have a look.
    fn contents(&mut self, block: &ContentsBlock, place: &BlockPlace) {
        if let Some(title) = &block.title {
            self.end_mark(title, place, "title", false);
        }
        let of = block.of.unwrap_or_default();
        let levels = block.levels.filter(|levels| of != Listed::Headings || !(1..=DEEPEST_CONTENTS).contains(levels));
        if let Some(levels) = levels {
            let message = match of {
                Listed::Headings => phrase!(
                    "mục lục có từ 1 đến {DEEPEST_CONTENTS} cấp, không phải {levels}",
                    "a table of contents has 1 to {DEEPEST_CONTENTS} levels, not {levels}"
                ),
                Listed::Tables | Listed::Pictures => {
                    phrase!("danh mục bảng, danh mục hình chỉ có một cấp", "a list of tables or pictures has one level")
                }
            };
            let finding = Diagnostic::of(registry::CONTENTS_LEVELS, place.at().key("levels"), message);
            self.out.push(finding.hint(match of {
                Listed::Headings => phrase!("viết 3, hoặc bỏ \"levels\"", "write 3, or leave out \"levels\""),
                Listed::Tables | Listed::Pictures => phrase!("bỏ \"levels\"", "leave out \"levels\""),
            }));
        }
        if self.contents.contains(&of) {
            self.out.push(
                Diagnostic::of(
                    registry::SECOND_CONTENTS,
                    place.at(),
                    phrase!(
                        "phần này đã có mục lục như vậy ở phía trên",
                        "there is such a table of contents above already"
                    ),
                )
                .hint(phrase!("bỏ một trong hai", "delete one of the two")),
            );
        }
        self.contents.push(of);
    }

    /// A page that begins already, or that nothing stands on.
    fn page_break(&mut self, begins_page: bool, place: &BlockPlace, is_last: bool) {
        self.begins_page = true;
        if is_last {
            let found = phrase!("sang trang mà phía sau không còn nội dung", "a page break, and no text follows");
            self.idle(registry::IDLE_PAGE_BREAK, found, place);
        } else if begins_page {
            let found = phrase!("chỗ này đã ở đầu trang", "a page begins here already");
            self.idle(registry::IDLE_PAGE_BREAK, found, place);
        }
    }

    /// Pages that are so already, or that nothing stands on.
    fn page_setup(&mut self, block: &PageSetupBlock, place: &BlockPlace, is_last: bool) {
        let orientation = block.orientation.unwrap_or(self.orientation);
        let lay_so = std::mem::replace(&mut self.orientation, orientation) == orientation;
        let had_these = std::mem::replace(&mut self.margins, block.margins.clone()) == block.margins;
        self.begins_page = !(lay_so && had_these);
        if is_last {
            let found = phrase!(
                "đổi hướng giấy, lề trang mà phía sau không còn nội dung",
                "other pages begin, and no text follows"
            );
            self.idle(registry::IDLE_PAGE_SETUP, found, place);
        } else if lay_so && had_these {
            let found =
                phrase!("trang giấy ở đây đã theo hướng, lề này", "the pages lie so already, with these margins");
            self.idle(registry::IDLE_PAGE_SETUP, found, place);
        }
    }

    /// A block that changes nothing.
    fn idle(&mut self, kind: FindingKind, found: Phrase, place: &BlockPlace) {
        let finding = Diagnostic::of(kind, place.at(), found);
        self.out.push(finding.hint(phrase!("xóa khối này", "delete this block")));
    }

    fn numbered(&mut self, block: &Numbered, place: &BlockPlace, is_last: bool, typed: fn(&str) -> Option<&str>) {
        self.heading_or_text(block.label.as_ref(), block.heading.as_ref(), block.text.as_ref(), place, is_last, typed);
    }

    fn subclause(&mut self, block: &Subclause, place: &BlockPlace, is_last: bool) {
        let level = block.level.unwrap_or(1);
        if !(1..=SUBCLAUSE_LEVELS).contains(&level) {
            self.out.push(
                Diagnostic::of(
                    registry::SUBCLAUSE_LEVEL,
                    place.at().key("level"),
                    phrase!(
                        "cấp {level}, cần từ 1 đến {SUBCLAUSE_LEVELS}",
                        "level {level}, expected 1 to {SUBCLAUSE_LEVELS}"
                    ),
                )
                .hint(phrase!(
                    "1 cho “1.1.”, 2 cho “1.1.1.”, 3 cho “1.1.1.1.”",
                    "1 for “1.1.”, 2 for “1.1.1.”, 3 for “1.1.1.1.”"
                )),
            );
        } else if block.label.is_none() && self.subclause_level.is_none_or(|last| level > last + 1) {
            self.skipped_level(level, place);
        }
        self.subclause_level = Some(level);
        let (heading, text) = (block.heading.as_ref(), block.text.as_ref());
        self.heading_or_text(block.label.as_ref(), heading, text, place, is_last, typed::decimal_number);
    }

    fn skipped_level(&mut self, level: u8, place: &BlockPlace) {
        let Phrase { vi, en } = match (self.subclause_level, level) {
            (None, _) | (_, 1) => phrase!("khoản hoặc mục", "a clause or section"),
            _ => phrase!("tiết cấp {above}", "a subclause of level {above}", above = level - 1),
        };
        self.out.push(
            Diagnostic::of(
                registry::SKIPPED_LEVEL,
                place.at(),
                phrase!(
                    "tiết cấp {level} không có {vi} phía trên để đánh số tiếp",
                    "a subclause of level {level} without {en} above to number it from"
                ),
            )
            .hint(phrase!(
                "thêm cấp còn thiếu, giảm \"level\", hoặc ghi \"label\"",
                "add the missing level, lower \"level\", or give a \"label\""
            )),
        );
    }

    fn heading_or_text(
        &mut self,
        label: Option<&Text>,
        heading: Option<&RichText>,
        text: Option<&RichText>,
        place: &BlockPlace,
        is_last: bool,
        typed: fn(&str) -> Option<&str>,
    ) {
        match (heading, text) {
            (None, None) => self.out.push(
                Diagnostic::of(
                    registry::EMPTY_UNIT,
                    place.at(),
                    phrase!("khối không có tên, cũng không có nội dung", "the block has neither heading nor text"),
                )
                .hint(phrase!("thêm \"heading\" hoặc \"text\"", "add \"heading\" or \"text\"")),
            ),
            (Some(first), _) => self.typed(label, first, place, "heading", typed),
            (None, Some(first)) => self.typed(label, first, place, "text", typed),
        }
        if let Some(text) = text {
            self.end_mark(text, place, "text", is_last);
        }
    }

    /// A block that the system in sections cannot number.
    fn only_articles(&mut self, place: &BlockPlace, kind: &str, instead: &str) {
        if self.system.is_none_or(|system| system == NumberingSystem::Articles) {
            return;
        }
        self.out.push(
            Diagnostic::of(
                registry::OTHER_NUMBERING,
                place.at().key("type"),
                phrase!(
                    "khối \"{kind}\" không có trong cách chia \"{name}\"",
                    "the block \"{kind}\" is not part of the numbering \"{name}\"",
                    name =
                        if self.system == Some(NumberingSystem::Sections) { "sections" } else { "lettered_sections" }
                ),
            )
            .hint(phrase!(
                "thêm \"numbering\": \"articles\" vào đầu đặc tả, hoặc dùng \"{instead}\"",
                "add \"numbering\": \"articles\" to the specification, or use \"{instead}\""
            ))
            .rests_on(self.system_from.clone()),
        );
    }

    /// A number typed at the beginning of what is numbered automatically.
    fn typed(
        &mut self,
        label: Option<&Text>,
        text: &RichText,
        place: &BlockPlace,
        field: &str,
        typed: impl Fn(&str) -> Option<&str>,
    ) {
        let first = text.0.first().map_or("", |run| run.text());
        let Some(number) = typed(first).filter(|_| label.is_none()) else { return };
        self.out.push(typed::number_found(number, place.at().key(field)));
    }

    /// The lists in the cells; what goes together in a table is told where it is composed.
    fn table(&mut self, table: &TableBlock, place: &BlockPlace) {
        for (rows, name) in [(&table.header, "header"), (&table.rows, "rows")] {
            for (i, row) in rows.iter().enumerate() {
                for (j, cell) in row.cells.iter().enumerate() {
                    if let Some(list) = &cell.list {
                        let row_at = row.cells_at(place.at().key(name).index(i));
                        self.list(list, &row_at.index(j).key("list"), 1, false);
                    }
                }
            }
        }
    }

    fn list(&mut self, list: &ListBlock, at: &Pointer, level: usize, is_last: bool) {
        if list.items.is_empty() {
            self.out.push(
                Diagnostic::of(
                    registry::EMPTY_LIST,
                    at.key("items"),
                    phrase!("danh sách không có ý nào", "the list has no item"),
                )
                .hint(phrase!("thêm ý, hoặc xóa khối này", "add an item, or delete this block")),
            );
        }
        if level > LIST_LEVELS {
            self.out.push(
                Diagnostic::of(
                    registry::LIST_DEPTH,
                    at,
                    phrase!("danh sách lồng quá {LIST_LEVELS} cấp", "lists nested deeper than {LIST_LEVELS} levels"),
                )
                .hint(phrase!(
                    "đưa các ý lên cấp trên, hoặc dùng khoản, điểm",
                    "move the items up, or use clauses and points"
                )),
            );
            return;
        }
        for (i, item) in list.items.iter().enumerate() {
            let is_last = is_last && i + 1 == list.items.len();
            let here = || at.key("items").index(i);
            if let Some(sign) = item.text.0.first().and_then(|run| typed::bullet(run.text())) {
                self.out.push(typed::bullet_found(sign, here()));
            }
            self.end_mark_at(&item.text, here, is_last && item.list.is_none());
            if let Some(below) = &item.list {
                self.list(below, &here().key("list"), level + 1, is_last);
            }
        }
    }

    pub(super) fn end_mark(&mut self, text: &RichText, place: &BlockPlace, field: &str, is_last: bool) {
        self.end_mark_at(text, || place.at().key(field), is_last);
    }

    /// `./.` closes the document and stands nowhere else.
    pub(super) fn end_mark_at(&mut self, text: &RichText, at: impl FnOnce() -> Pointer, is_last: bool) {
        let runs = text.0.len();
        let is_wrong = text.0.iter().enumerate().any(|(i, run)| {
            let run_text = run.text();
            let closes = is_last && self.ends_text && i + 1 == runs;
            let body = if closes { run_text.strip_suffix(self.end_mark).unwrap_or(run_text) } else { run_text };
            body.contains(self.end_mark)
        });
        if is_wrong {
            self.out.push(
                Diagnostic::of(
                    registry::END_MARK,
                    at(),
                    phrase!(
                        "dấu ./. đứng trước chỗ kết thúc văn bản",
                        "the end mark ./. stands before the end of the document"
                    ),
                )
                .hint(phrase!(
                    "xóa đi; dấu ./. cuối văn bản được thêm tự động",
                    "delete it; the one at the end is added by itself"
                )),
            );
        }
    }
}
