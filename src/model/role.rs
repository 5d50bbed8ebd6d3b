//! The legal components of a document (ô số of NĐ 30/2020, Phụ lục I, Phần I, Mục IV), and the one table of all that is said
//! of each: its style in Word, its rank among headings, the unit that texts cite it as, how it is read aloud.

macro_rules! roles {
    ($($(#[$doc:meta])* $name:ident: $facts:expr,)*) => {
        /// Which component a block is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Role { $($(#[$doc])* $name,)* }

        impl Role {
            /// Every role, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The role's name in dumps; also the id of its style in Word, where Word has no style of its own for it.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$name => stringify!($name),)* }
            }
        }

        /// What is said of each role, in the order of declaration.
        const FACTS: &[Facts] = &[$($facts,)*];
    };
}

roles! {
    /// The header table: organ, number, motto, place and date.
    HeaderBlock: Facts::OF_TABLE,
    /// Quốc hiệu (ô số 1).
    NationalName: Facts::of("Quốc hiệu", 34).next(Role::Motto),
    /// Tiêu ngữ (ô số 1).
    Motto: Facts::of("Tiêu ngữ", 35),
    /// Đường kẻ dưới Tiêu ngữ (ô số 1).
    MottoRule: Facts::of("Đường kẻ dưới Tiêu ngữ", 62).next(Role::PlaceAndDate).hidden().drawn_line(),
    /// Tên cơ quan chủ quản trực tiếp (ô số 2).
    ParentIssuer: Facts::of("Cơ quan chủ quản", 31).next(Role::Issuer),
    /// Tên cơ quan ban hành (ô số 2).
    Issuer: Facts::of("Cơ quan ban hành", 32),
    /// Khóa and kỳ họp of the council that issues, under its name.
    Session: Facts::of("Khóa và kỳ họp", 32),
    /// Đường kẻ dưới tên cơ quan (ô số 2).
    IssuerRule: Facts::of("Đường kẻ dưới tên cơ quan", 61).next(Role::Number).hidden().drawn_line(),
    /// Số, ký hiệu (ô số 3).
    Number: Facts::of("Số và ký hiệu", 33),
    /// Địa danh, thời gian ban hành (ô số 4).
    PlaceAndDate: Facts::of("Địa danh và thời gian", 36),
    /// The box of a stamp: a table.
    MarkBox: Facts::OF_TABLE,
    /// The room above it.
    MarkGap: Facts::of("Khoảng trống trên dấu", 63).next(Role::MarkGap).hidden(),
    /// Dấu chỉ độ mật (ô số 10a).
    SecrecyMark: Facts::of("Dấu chỉ độ mật", 50),
    /// Dấu chỉ mức độ khẩn (ô số 10b).
    UrgencyMark: Facts::of("Dấu chỉ mức độ khẩn", 50),
    /// Chỉ dẫn về phạm vi lưu hành (ô số 11).
    CirculationMark: Facts::of("Chỉ dẫn phạm vi lưu hành", 50),
    /// Dấu tài liệu thu hồi (ô số 11).
    RecallMark: Facts::of("Dấu tài liệu thu hồi", 50),
    /// What says that the document is a draft.
    DraftMark: Facts::of("Dấu dự thảo", 50),
    /// The approval at the head of a plan: a table.
    ApprovalBlock: Facts::OF_TABLE,
    /// `PHÊ DUYỆT`.
    ApprovalWord: Facts::of("Chữ phê duyệt", 49).next(Role::ApprovalDate),
    /// The day of an approval.
    ApprovalDate: Facts::of("Ngày phê duyệt", 49).next(Role::ApprovalTitle),
    /// Authority and title of who approves.
    ApprovalTitle: Facts::of("Chức vụ người phê duyệt", 49).next(Role::SignatureRoom),
    /// Tên loại (ô số 5a).
    DocType: Facts::of("Tên loại văn bản", 21).next(Role::Subject).built_in("Title").read(ReadAs::Title),
    /// Trích yếu (ô số 5a).
    Subject: Facts::of("Trích yếu", 22).next(Role::Body).read(ReadAs::Title),
    /// A line in parentheses under the subject.
    SubjectNote: Facts::of("Dòng dưới trích yếu", 22).next(Role::Body),
    /// Đường kẻ dưới trích yếu (ô số 5a).
    SubjectRule: Facts::of("Đường kẻ dưới trích yếu", 60).next(Role::Body).hidden().drawn_line(),
    /// `V/v` and the subject of a letter, under its number (ô số 5b).
    LetterSubject: Facts::of("Trích yếu công văn", 37).next(Role::Addressees).read(ReadAs::Title),
    /// Kính gửi, with its one addressee or alone before several (ô số 9a).
    Addressees: Facts::of("Kính gửi", 19).next(Role::AddresseeItem),
    /// Một nơi trong danh sách Kính gửi (ô số 9a).
    AddresseeItem: Facts::of("Nơi kính gửi", 20).read(ReadAs::Item(Items::Addressees)),
    /// Nơi cuối cùng trong danh sách Kính gửi, with more space below (ô số 9a).
    LastAddressee: Facts::of("Nơi kính gửi cuối cùng", 20).next(Role::Body).read(ReadAs::Item(Items::Addressees)),
    /// Thẩm quyền ban hành (ô số 6).
    AuthorityLine: Facts::of("Thẩm quyền ban hành", 24).next(Role::LegalBasis),
    /// `QUYẾT ĐỊNH:`, `QUYẾT NGHỊ:` (ô số 6).
    Enactment: Facts::of("Chữ quyết định", 25).next(Role::Body),
    /// Tên loại and trích yếu of an attached text.
    AttachedTitle: Facts::of("Tên văn bản kèm theo", 26).next(Role::Accompanies).heading(1),
    /// `Phụ lục I` and its title.
    AppendixTitle: Facts::of("Tên phụ lục", 27).next(Role::Accompanies).heading(1),
    /// `(Kèm theo …)` under the title of an attached text or appendix.
    Accompanies: Facts::of("Dòng kèm theo", 28).next(Role::Body),
    /// Căn cứ ban hành (ô số 6).
    LegalBasis: Facts::of("Căn cứ ban hành", 18).in_text(),
    /// Phần (ô số 6).
    Part: Facts::of("Phần", 2).in_text().next(Role::Body).heading(2).unit(UnitKind::Part),
    /// Chương (ô số 6).
    Chapter: Facts::of("Chương", 3).in_text().next(Role::Body).heading(3).unit(UnitKind::Chapter),
    /// Mục of the layout phần – chương – mục: `Mục 1` on a line of its own (ô số 6).
    DivisionSection: Facts::of("Mục trong chương", 4).in_text().next(Role::Body).heading(4).unit(UnitKind::Section),
    /// Tiểu mục (ô số 6).
    Subsection: Facts::of("Tiểu mục", 5).in_text().next(Role::Body).heading(5).unit(UnitKind::Subsection),
    /// Điều with a heading (ô số 6).
    Article: Facts::of("Điều", 7).in_text().next(Role::Body).heading(6).unit(UnitKind::Article),
    /// Điều without a heading: text follows the number (ô số 6).
    ArticleText: Facts::of("Điều không tiêu đề", 8).in_text().next(Role::ClauseText).heading(6).unit(UnitKind::Article),
    /// Mục of the layout phần – mục – khoản: `I.` and its heading (ô số 6).
    Section: Facts::of("Mục I", 6).in_text().next(Role::Body).heading(4).unit(UnitKind::Section),
    /// Phần of the layout A. – mục – khoản: `A.` and its heading (ô số 6).
    LetteredPart: Facts::of("Phần A", 2).in_text().next(Role::Body).heading(2).unit(UnitKind::Part),
    /// Mục inside an article: `I.` and its heading (ô số 6).
    InnerSection: Facts::of("Mục I trong điều", 8).in_text().next(Role::Body).heading(7).unit(UnitKind::Section),
    /// Khoản with a heading: `1.` (ô số 6).
    Clause: Facts::of("Khoản có tiêu đề", 9).in_text().next(Role::Body).heading(8).unit(UnitKind::Clause),
    /// Khoản whose number runs into text (ô số 6).
    ClauseText: Facts::of("Khoản", 10).in_text().unit(UnitKind::Clause),
    /// Heading `1.1.`.
    Subclause1: Facts::of("Tiêu đề 1.1", 11).in_text().next(Role::Body).heading(9).unit(UnitKind::Subclause),
    /// Heading `1.1.1.`.
    Subclause2: Facts::of("Tiêu đề 1.1.1", 12).in_text().next(Role::Body).heading(10).unit(UnitKind::Subclause),
    /// Heading `1.1.1.1.`.
    Subclause3: Facts::of("Tiêu đề 1.1.1.1", 13).in_text().next(Role::Body).heading(11).unit(UnitKind::Subclause),
    /// `1.1.` and deeper, the number running into text.
    SubclauseText: Facts::of("Đoạn đánh số 1.1", 14).in_text().unit(UnitKind::Subclause),
    /// Điểm `a)` (ô số 6).
    Point: Facts::of("Điểm", 15).in_text().read(ReadAs::Item(Items::Points)).unit(UnitKind::Point),
    /// A paragraph of the body (ô số 6).
    Body: Facts::of("Nội dung", 1),
    /// A `-` or `+` item.
    ListItem: Facts::of("Gạch đầu dòng", 16).in_text().built_in("List Bullet").read(ReadAs::Item(Items::Counted)),
    /// The name of a party, above the lines about it.
    PartyName: Facts::of("Tên bên", 17).in_text().next(Role::Body),
    /// A paragraph of another text, in quotation marks.
    Quotation: Facts::of("Đoạn trích", 17).in_text().read(ReadAs::Quotation),
    /// A line that stands by itself, flush left.
    LineLeft: Facts::of("Dòng riêng bên trái", 17).next(Role::Body),
    /// A line that stands by itself, in the middle.
    LineCentered: Facts::of("Dòng riêng ở giữa", 17).next(Role::Body),
    /// A line that stands by itself, flush right.
    LineRight: Facts::of("Dòng riêng bên phải", 17).next(Role::Body),
    /// The line with fixed words that the text begins with, in the middle (ô số 6).
    OpeningLine: Facts::of("Dòng mở đầu", 23).next(Role::Body),
    /// A table that holds data.
    Table: Facts::OF_TABLE,
    /// Số và tên bảng, above it.
    TableCaption: Facts::of("Tên bảng", 29).next(Role::Body).built_in("caption"),
    /// Đơn vị tính, above a table on the right.
    TableUnit: Facts::of("Đơn vị tính của bảng", 30).next(Role::Body),
    /// A cell that heads others.
    TableHead: Facts::of("Đầu bảng", 38).next(Role::TableText),
    /// A cell, flush left.
    TableText: Facts::of("Chữ trong bảng", 39),
    /// A cell, in the middle.
    TableCentered: Facts::of("Chữ giữa ô", 40),
    /// A cell, flush right: numbers.
    TableRight: Facts::of("Số trong bảng", 40),
    /// Nguồn, ghi chú below a table.
    TableNote: Facts::of("Ghi chú dưới bảng", 47).next(Role::Body),
    /// A note in parentheses.
    Note: Facts::of("Ghi chú", 17).in_text().next(Role::Body).read(ReadAs::Note),
    /// Who adopted a resolution and when, at the end of its text (ô số 6).
    Adoption: Facts::of("Câu thông qua", 48).in_text(),
    /// What stands behind the mark that ends the text (ô số 6).
    ClosingNote: Facts::of("Dòng sau dấu kết thúc", 48).in_text(),
    /// The line that a picture in the text takes.
    Picture: Facts::of("Hình", 29).next(Role::PictureCaption),
    /// Tên hình, under a picture.
    PictureCaption: Facts::of("Tên hình", 30).next(Role::Body).read(ReadAs::Caption),
    /// `MỤC LỤC`, `DANH MỤC BẢNG`, above what it names.
    ContentsTitle: Facts::of("Tên mục lục", 54).next(Role::Contents1).built_in("TOC Heading"),
    /// A line of a table of contents: a heading of the first level.
    Contents1: Facts::of("Mục lục cấp 1", 55).built_in("toc 1").hidden().read(ReadAs::Entry(1)),
    /// One of the second.
    Contents2: Facts::of("Mục lục cấp 2", 56).built_in("toc 2").hidden().read(ReadAs::Entry(2)),
    /// One of the third.
    Contents3: Facts::of("Mục lục cấp 3", 57).built_in("toc 3").hidden().read(ReadAs::Entry(3)),
    /// One of the fourth.
    Contents4: Facts::of("Mục lục cấp 4", 58).built_in("toc 4").hidden().read(ReadAs::Entry(4)),
    /// One of the fifth.
    Contents5: Facts::of("Mục lục cấp 5", 59).built_in("toc 5").hidden().read(ReadAs::Entry(5)),
    /// A line of a list of tables or pictures.
    CaptionEntry: Facts::of("Danh mục bảng và hình", 59).built_in("table of figures").hidden().read(ReadAs::Entry(1)),
    /// The closing table: recipients and signature.
    ClosingBlock: Facts::OF_TABLE,
    /// `Nơi nhận:` (ô số 9b).
    RecipientsLabel: Facts::of("Nơi nhận", 41).next(Role::RecipientItem),
    /// Một nơi nhận (ô số 9b).
    RecipientItem: Facts::of("Danh sách nơi nhận", 42).read(ReadAs::Item(Items::Recipients)),
    /// Quyền hạn, chức vụ (ô số 7a).
    Authority: Facts::of("Quyền hạn và chức vụ", 43),
    /// The room for the handwritten signature and the seal, and their pictures (ô số 7c, 8).
    SignatureRoom: Facts::of("Chỗ ký và đóng dấu", 44).next(Role::Signer),
    /// Chức danh khác and họ tên (ô số 7b).
    Signer: Facts::of("Họ tên người ký", 45),
    /// What another organ is asked to confirm (Mẫu 1.10).
    Confirmation: Facts::of("Xác nhận", 46).next(Role::SignatureRoom),
    /// The table that makes a document a copy: organ, number, kind of copy, date, recipients, signature.
    CopyBlock: Facts::OF_TABLE,
    /// Đường kẻ between a document and what makes it a copy, over the full width of the text.
    CopyRule: Facts::of("Đường kẻ trên phần sao", 64).next(Role::Issuer).hidden().drawn_line(),
    /// `SAO Y`, `SAO LỤC`, `TRÍCH SAO` (ô số 1 of the copy).
    CopyKind: Facts::of("Hình thức sao", 48).next(Role::PlaceAndDate),
    /// Form of the copy, organ and time of signing, at the top right of page 1 (ô số 14).
    SigningLine: Facts::of("Dòng thông tin ký số", 50),
    /// Số trang.
    PageNumber: Facts::of("Số trang", 52).built_in("header").hidden().read(ReadAs::Page),
    /// Chú thích cuối trang.
    FootnoteText: Facts::of("Chú thích cuối trang", 53).built_in("footnote text").hidden(),
    /// Đường kẻ trên địa chỉ (ô số 13).
    ContactRule: Facts::of("Đường kẻ trên địa chỉ", 63).next(Role::Contact).hidden().drawn_line(),
    /// Địa chỉ, điện thoại … of the organ (ô số 13).
    Contact: Facts::of("Địa chỉ cơ quan", 51).built_in("footer"),
}

/// What is said of a role.
#[derive(Clone, Copy, Debug)]
struct Facts {
    word: Option<WordStyle>,
    heading: Option<u8>,
    unit: Option<UnitKind>,
    read: ReadAs,
}

/// How the style of a role shows in Word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordStyle {
    /// Display name; a comma would part it into two names.
    pub name: &'static str,
    /// The style of Word's own that it is, by the name in files of every language.
    pub built_in: Option<&'static str>,
    /// The role whose look it takes over but for what differs.
    pub parent: Option<Role>,
    /// Place in the gallery.
    pub priority: u8,
    /// The role of the paragraph after it; itself where `None`.
    pub next: Option<Role>,
    /// Whether Word offers it in its gallery.
    pub is_listed: bool,
    /// Whether its paragraphs carry nothing but a drawn line.
    pub is_line: bool,
}

/// A numbered unit of a text, by the word that cites it; the outermost first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnitKind {
    /// Phần.
    Part,
    /// Chương.
    Chapter,
    /// Mục.
    Section,
    /// Tiểu mục.
    Subsection,
    /// Điều.
    Article,
    /// Khoản.
    Clause,
    /// Tiết: `1.1.` and deeper.
    Subclause,
    /// Điểm.
    Point,
}

/// What a paragraph is to a reader (ISO 32000-1, 14.8.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadAs {
    /// Nothing: it belongs to the page.
    Page,
    /// The title: tên loại and trích yếu together.
    Title,
    /// A heading, of the rank that [`Role::heading_rank`] says.
    Heading,
    /// An item of a list.
    Item(Items),
    /// A remark beside the text.
    Note,
    /// What is written under a picture.
    Caption,
    /// A line of a table of contents, at a level from 1.
    Entry(u8),
    /// A paragraph of another text.
    Quotation,
    /// A paragraph.
    Plain,
}

/// Which items stand in one list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Items {
    /// Those that a word processor marks: their labels say which list.
    Counted,
    /// Điểm: a), b), c).
    Points,
    /// Nơi kính gửi.
    Addressees,
    /// Nơi nhận.
    Recipients,
}

impl Facts {
    /// A table: it has no style of its own.
    const OF_TABLE: Self = Self { word: None, heading: None, unit: None, read: ReadAs::Plain };

    /// A paragraph, by the name of its style and its place in the gallery.
    const fn of(name: &'static str, priority: u8) -> Self {
        let word =
            WordStyle { name, built_in: None, parent: None, priority, next: None, is_listed: true, is_line: false };
        Self { word: Some(word), ..Self::OF_TABLE }
    }

    const fn next(mut self, role: Role) -> Self {
        if let Some(word) = &mut self.word {
            word.next = Some(role);
        }
        self
    }

    const fn built_in(mut self, name: &'static str) -> Self {
        if let Some(word) = &mut self.word {
            word.built_in = Some(name);
        }
        self
    }

    /// Part of the running text: a change of `Nội dung` changes it too.
    const fn in_text(mut self) -> Self {
        if let Some(word) = &mut self.word {
            word.parent = Some(Role::Body);
        }
        self
    }

    const fn hidden(mut self) -> Self {
        if let Some(word) = &mut self.word {
            word.is_listed = false;
        }
        self
    }

    const fn drawn_line(mut self) -> Self {
        if let Some(word) = &mut self.word {
            word.is_line = true;
        }
        self
    }

    const fn heading(mut self, rank: u8) -> Self {
        self.heading = Some(rank);
        self.read = ReadAs::Heading;
        self
    }

    const fn unit(mut self, unit: UnitKind) -> Self {
        self.unit = Some(unit);
        self
    }

    const fn read(mut self, read: ReadAs) -> Self {
        self.read = read;
        self
    }
}

impl Role {
    fn facts(self) -> &'static Facts {
        // one entry a role, in the order of declaration, by construction
        &FACTS[self as usize]
    }

    /// How its style shows in Word; `None` for tables.
    #[must_use]
    pub fn word_style(self) -> Option<WordStyle> {
        self.facts().word
    }

    /// Rank among headings, 1 the highest, at most 11; `None` where the role is no heading. Which level that is in a document
    /// follows from what else occurs in it ([`super::Headings`]).
    #[must_use]
    pub fn heading_rank(self) -> Option<u8> {
        self.facts().heading
    }

    /// The unit that texts cite it as.
    #[must_use]
    pub fn unit(self) -> Option<UnitKind> {
        self.facts().unit
    }

    /// What its paragraphs are to a reader.
    #[must_use]
    pub fn read_as(self) -> ReadAs {
        self.facts().read
    }
}
