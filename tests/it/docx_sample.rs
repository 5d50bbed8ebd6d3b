//! Documents made by hand: the smallest, and one that holds everything the model can say.

use std::sync::Arc;

use vanban::diag::Pointer;
use vanban::model::{
    Alignment, Blank, BlankKind, Block, BlockKind, Cell, Color, Counting, Document, FloatingPicture, Furniture, Info,
    Inline, Label, LabelSuffix, LineSpacing, List, ListDefinition, PageNumbers, PageSetup, Paragraph, Part, PartKind,
    Picture, Role, Row, Rule, Run, Script, Section, Style, StyleSheet, Table,
};
use vanban::units::Length;

/// Text that needs escaping, a no-break space and a no-break hyphen.
pub(crate) const DELICATE: &str = " a < b & c > d \"e\" 'f' 10\u{a0}km/h ‑ TT\u{2011}BNV ";

/// The look that the decree asks for, as far as it matters here.
pub(crate) fn style_of(role: Role) -> Style {
    let body = Style {
        alignment: Alignment::Justify,
        first_line_indent: Length::mm(10),
        space_after: Length::pt(6),
        line_spacing: LineSpacing::Multiple(276),
        ..Style::default()
    };
    let heading = Style { bold: true, keep_with_next: true, ..body.clone() };
    let centred = Style { alignment: Alignment::Center, ..Style::default() };
    let strong = Style { bold: true, ..centred.clone() };
    match role {
        Role::NationalName | Role::Issuer => Style { size: Length::pt(13), ..strong },
        Role::ParentIssuer | Role::Number | Role::LetterSubject => Style { size: Length::pt(13), ..centred },
        Role::Motto
        | Role::Authority
        | Role::Signer
        | Role::AuthorityLine
        | Role::Enactment
        | Role::Session
        | Role::ApprovalWord
        | Role::ApprovalTitle => strong,
        Role::DocType => Style { space_before: Length::pt(12), keep_with_next: true, ..strong },
        Role::Subject => Style { keep_with_next: true, keep_together: true, ..strong },
        Role::PlaceAndDate | Role::ApprovalDate => Style { italic: true, ..centred },
        Role::FootnoteText => Style {
            size: Length::pt(10),
            alignment: Alignment::Justify,
            keep_together: true,
            space_before: Length::pt(5),
            ..Style::default()
        },
        Role::AttachedTitle | Role::AppendixTitle => strong,
        Role::LegalBasis | Role::Adoption => Style { italic: true, ..body },
        Role::Part | Role::Chapter | Role::DivisionSection | Role::Subsection => {
            Style { bold: true, keep_with_next: true, space_after: Length::pt(6), ..centred }
        }
        Role::Section
        | Role::LetteredPart
        | Role::InnerSection
        | Role::Article
        | Role::Clause
        | Role::Subclause1
        | Role::Subclause2
        | Role::Subclause3 => heading,
        Role::Addressees => Style { indent_left: Length::mm(35), space_after: Length::pt(6), ..Style::default() },
        Role::AddresseeItem | Role::LastAddressee => {
            Style { indent_left: Length::mm(55), first_line_indent: Length::mm(-4), ..Style::default() }
        }
        Role::PartyName => heading,
        Role::Quotation => body,
        Role::Note => Style { italic: true, ..body },
        Role::RecipientsLabel => Style { size: Length::pt(12), bold: true, italic: true, ..Style::default() },
        Role::RecipientItem => Style {
            size: Length::pt(11),
            indent_left: Length::mm(2),
            first_line_indent: Length::mm(-2),
            ..Style::default()
        },
        Role::SignatureRoom => Style { line_spacing: LineSpacing::Exactly(Length::pt(80)), ..centred },
        Role::PageNumber
        | Role::Accompanies
        | Role::SubjectNote
        | Role::OpeningLine
        | Role::Confirmation
        | Role::LineCentered => centred,
        Role::Picture => Style { size: Length::pt(1), ..centred },
        Role::PictureCaption => Style { italic: true, ..centred },
        Role::Contact => Style { size: Length::pt(11), ..centred },
        Role::ContentsTitle => strong,
        Role::Contents1
        | Role::Contents2
        | Role::Contents3
        | Role::Contents4
        | Role::Contents5
        | Role::CaptionEntry => Style { indent_right: Length::mm(12), ..Style::default() },
        Role::MottoRule | Role::IssuerRule | Role::SubjectRule | Role::CopyRule | Role::ContactRule => Style::default(),
        Role::ArticleText
        | Role::ClauseText
        | Role::SubclauseText
        | Role::Point
        | Role::Body
        | Role::ListItem
        | Role::ClosingNote => body,
        Role::TableCaption | Role::TableHead | Role::CopyKind => strong,
        Role::TableCentered => centred,
        Role::TableRight | Role::TableUnit | Role::LineRight => {
            Style { alignment: Alignment::Right, ..Style::default() }
        }
        Role::TableText | Role::TableNote | Role::LineLeft => Style::default(),
        Role::MarkGap => Style { line_spacing: LineSpacing::Exactly(Length::pt(6)), ..Style::default() },
        Role::SecrecyMark => {
            let frame = Length::pt(1) / 2;
            Style { color: Color::RED, frame, keep_together: true, ..strong }
        }
        Role::UrgencyMark | Role::RecallMark => Style { color: Color::RED, ..strong },
        Role::CirculationMark | Role::DraftMark => strong,
        Role::SigningLine => Style { size: Length::pt(10), alignment: Alignment::Right, ..Style::default() },
        Role::HeaderBlock
        | Role::MarkBox
        | Role::ApprovalBlock
        | Role::ClosingBlock
        | Role::CopyBlock
        | Role::Table => Style::default(),
    }
}

/// A document with blocks and nothing else.
pub(crate) fn document(blocks: Vec<Block>) -> Document {
    Document {
        line_breaks: vanban::model::LineBreaks::default(),
        info: Info {
            title: "Báo cáo Sơ kết & tổng kết".to_owned(),
            subject: "Sơ kết & tổng kết".to_owned(),
            creator: "UBND TỈNH \"LẠNG SƠN\"".to_owned(),
            notation: "624/BC-STTTT".to_owned(),
            issued: Some((2019, 5, 1)),
            regulation: "nd30-2020",
            file_stem: "624-BC-STTTT".to_owned(),
            ..Info::default()
        },
        styles: StyleSheet::new(style_of),
        lists: Vec::new(),
        pictures: Vec::new(),
        parts: vec![Part { kind: PartKind::Main, sections: vec![section(blocks)] }],
    }
}

/// A section on A4 with the page's number at the top of all pages but the first.
pub(crate) fn section(blocks: Vec<Block>) -> Section {
    let page = PageSetup {
        width: Length::mm(210),
        height: Length::mm(297),
        margin_top: Length::mm(20),
        margin_bottom: Length::mm(20),
        margin_left: Length::mm(30),
        margin_right: Length::mm(15),
        header_distance: Length::mm(10),
        footer_distance: Length::mm(10),
    };
    let furniture = Furniture { header: page_number(), first_header: empty_line(), ..Furniture::default() };
    Section { page, furniture, numbers: PageNumbers::GoOn, blocks, ..Section::default() }
}

/// What prints the page's number.
pub(crate) fn page_number() -> Vec<Block> {
    vec![inlines(Role::PageNumber, vec![Inline::PageNumber])]
}

/// What stands in a margin where the page's number would.
pub(crate) fn empty_line() -> Vec<Block> {
    vec![inlines(Role::PageNumber, Vec::new())]
}

/// A block.
pub(crate) fn block(role: Role, kind: BlockKind) -> Block {
    Block::new(role, kind, Pointer::root())
}

/// A paragraph of inlines.
pub(crate) fn inlines(role: Role, inlines: Vec<Inline>) -> Block {
    block(role, BlockKind::Paragraph(Paragraph { inlines, ..Paragraph::default() }))
}

/// A paragraph of one run.
pub(crate) fn text(role: Role, text: &str) -> Block {
    inlines(role, vec![Inline::text(text)])
}

/// A paragraph with a label.
pub(crate) fn labelled(role: Role, list: usize, level: usize, label: &str, text: &str) -> Block {
    let broken = matches!(role, Role::Part | Role::Chapter | Role::DivisionSection | Role::Subsection);
    let suffix = if broken { LabelSuffix::LineBreak } else { LabelSuffix::Space };
    let mut inlines = if broken { vec![Inline::LineBreak] } else { Vec::new() };
    inlines.push(Inline::text(text));
    let label = Some(Label { list, level, text: label.to_owned(), suffix, counting: Counting::Next });
    block(role, BlockKind::Paragraph(Paragraph { label, inlines, ..Paragraph::default() }))
}

/// The same, where its level starts anew.
pub(crate) fn anew(mut block: Block, value: u32) -> Block {
    if let BlockKind::Paragraph(Paragraph { label: Some(label), .. }) = &mut block.kind {
        label.counting = Counting::StartAt(value);
    }
    block
}

/// A rule.
pub(crate) fn rule(role: Role, left: Length, width: Length) -> Block {
    let eighths = Length::emu(Length::pt(1).to_emu() * 6 / 8);
    block(role, BlockKind::Rule(Rule { left, width, thickness: eighths, keep_with_next: true }))
}

/// A table.
pub(crate) fn side_by_side(role: Role, left: Length, widths: &[i64], rows: Vec<Vec<Vec<Block>>>) -> Block {
    let (last, closes) = (rows.len() - 1, role == Role::ClosingBlock);
    let row = |(i, cells): (usize, Vec<Vec<Block>>)| Row {
        cells: cells.into_iter().map(Cell::of).collect(),
        keep_with_next: i < last,
        keep_together: closes,
        ..Row::default()
    };
    let rows = rows.into_iter().enumerate().map(row).collect();
    let columns = widths.iter().map(|mm| Length::mm(*mm).round_to_twip()).collect();
    block(role, BlockKind::Table(Table { left, columns, rows, ..Table::default() }))
}

fn run(text: &str) -> Run {
    Run { text: text.to_owned(), ..Run::default() }
}

/// A PNG of one pixel.
pub(crate) fn pixel() -> Arc<Picture> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00".to_vec();
    bytes.extend(b"\x1f\x15\xc4\x89\x00\x00\x00\x0dIDAT\x78\x9c\x63\xf8\xcf\xc0\xf0\x1f\x00\x05\x00\x01\xff");
    bytes.extend(b"\x89\x99\x3d\x1d\x00\x00\x00\x00IEND\xaeB`\x82");
    Arc::new(Picture {
        name: "mau.png".to_owned(),
        at: Pointer::root(),
        bytes,
        format: vanban::model::PictureFormat::Png,
        width_px: 1,
        height_px: 1,
    })
}

/// Everything the model can say: all roles, lists of all definitions, tables, rules, links, scripts, pictures, a footer.
pub(crate) fn maximal() -> Document {
    let mut document = document(Vec::new());
    document.lists = vec![
        List { definition: ListDefinition::Articles },
        List { definition: ListDefinition::Dash },
        List { definition: ListDefinition::Plus },
        List { definition: ListDefinition::Sections },
        List { definition: ListDefinition::Articles },
    ];
    document.pictures = vec![pixel(), pixel()];
    document.parts[0].sections[0].blocks.push(header());
    document.parts[0].sections[0].blocks.extend(front());
    document.parts[0].sections[0].blocks.extend(articles());
    document.parts[0].sections[0].blocks.extend(sections());
    document.parts[0].sections[0].blocks.push(closing());
    document.parts[0].sections[0].furniture.first_footer = vec![
        rule(Role::ContactRule, Length::ZERO, Length::mm(165)),
        text(Role::Contact, "Số 1, phố Đinh Tiên Hoàng, thành phố Lạng Sơn"),
        inlines(
            Role::Contact,
            vec![Inline::Run(Run {
                link: Some(vanban::model::Link::Address("https://langson.gov.vn/?a=1&b=2".to_owned())),
                ..run("langson.gov.vn")
            })],
        ),
    ];
    document
}

fn header() -> Block {
    let left = vec![
        text(Role::ParentIssuer, "UBND TỈNH LẠNG SƠN"),
        text(Role::Issuer, "SỞ THÔNG TIN VÀ TRUYỀN THÔNG"),
        rule(Role::IssuerRule, Length::mm(20), Length::mm(30)),
    ];
    let right = vec![
        text(Role::NationalName, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        text(Role::Motto, "Độc lập - Tự do - Hạnh phúc"),
        rule(Role::MottoRule, Length::mm(20), Length::mm(60)),
    ];
    let blank = |role, text: &str, blanks: Vec<Blank>| inlines(role, vec![Inline::Run(Run { blanks, ..run(text) })]);
    let number = Blank { start: "Số: ".len(), end: "Số:     ".len(), kind: BlankKind::Number };
    let number = vec![blank(Role::Number, "Số:     /BC-STTTT", vec![number])];
    let day = Blank { start: "Lạng Sơn, ngày ".len(), end: "Lạng Sơn, ngày   ".len(), kind: BlankKind::Day };
    let month = Blank { start: day.end + " tháng ".len(), end: day.end + " tháng   ".len(), kind: BlankKind::Month };
    let date = vec![blank(Role::PlaceAndDate, "Lạng Sơn, ngày    tháng    năm 2019", vec![day, month])];
    side_by_side(Role::HeaderBlock, Length::mm(-5), &[70, 100], vec![vec![left, right], vec![number, date]])
}

fn front() -> Vec<Block> {
    vec![
        text(Role::DocType, "BÁO CÁO"),
        inlines(
            Role::Subject,
            vec![Inline::text("Sơ kết công tác"), Inline::LineBreak, Inline::text("6 tháng đầu năm 2019")],
        ),
        rule(Role::SubjectRule, Length::mm(65), Length::mm(35)),
        text(Role::Addressees, "Kính gửi:"),
        text(Role::AddresseeItem, "- Ủy ban nhân dân tỉnh;"),
        text(Role::LegalBasis, "Căn cứ Luật Tổ chức chính quyền địa phương;"),
        inlines(
            Role::Body,
            vec![
                Inline::text(DELICATE),
                Inline::Run(Run { bold: Some(true), ..run("đậm ") }),
                Inline::Run(Run { bold: Some(false), italic: Some(true), ..run("nghiêng") }),
                Inline::text(", x"),
                Inline::Run(Run { script: Script::Super, ..run("2") }),
                Inline::text(", H"),
                Inline::Run(Run { script: Script::Sub, ..run("2") }),
                Inline::text("O, trang "),
                Inline::PageNumber,
                Inline::text("; xem "),
                Inline::Run(Run {
                    link: Some(vanban::model::Link::Address("https://chinhphu.vn/a?b=c&d".to_owned())),
                    ..run("Cổng ")
                }),
                Inline::Run(Run {
                    link: Some(vanban::model::Link::Address("https://chinhphu.vn/a?b=c&d".to_owned())),
                    bold: Some(true),
                    ..run("Chính phủ")
                }),
                Inline::Run(Run {
                    link: Some(vanban::model::Link::Address("mailto:a@b.vn".to_owned())),
                    ..run(" thư")
                }),
                Inline::text("."),
            ],
        ),
        inlines(
            Role::Picture,
            vec![Inline::InlinePicture(vanban::model::InlinePicture {
                picture: 0,
                file: "mau.png".to_owned(),
                width: Length::pt(50),
                height: Length::pt(40),
                alternative_text: "Một hình".to_owned(),
            })],
        ),
        text(Role::PictureCaption, "Hình 1. Một hình"),
        text(Role::Note, "(Có phụ lục kèm theo)"),
    ]
}

fn articles() -> Vec<Block> {
    vec![
        labelled(Role::Part, 0, 0, "Phần I", "QUY ĐỊNH CHUNG"),
        labelled(Role::Chapter, 0, 1, "Chương I", "PHẠM VI"),
        labelled(Role::DivisionSection, 0, 2, "Mục 1", "ĐỐI TƯỢNG"),
        labelled(Role::Subsection, 0, 3, "Tiểu mục 1", "CÁ NHÂN"),
        labelled(Role::Article, 0, 4, "Điều 1.", "Phạm vi điều chỉnh"),
        labelled(Role::Clause, 0, 5, "1.", "Khoản có tiêu đề"),
        labelled(Role::ClauseText, 0, 5, "2.", "Khoản chạy liền vào đoạn."),
        text(Role::Point, "a) Điểm a;"),
        labelled(Role::ListItem, 1, 0, "-", "Gạch đầu dòng;"),
        labelled(Role::ListItem, 2, 1, "+", "dấu cộng."),
        labelled(Role::Subclause1, 0, 6, "2.1.", "Tiết"),
        labelled(Role::Subclause2, 0, 7, "2.1.1.", "Tiết nhỏ"),
        labelled(Role::Subclause3, 0, 8, "2.1.1.1.", "Tiết nhỏ nữa"),
        labelled(Role::SubclauseText, 0, 6, "2.2.", "Tiết chạy liền."),
        labelled(Role::Article, 0, 4, "Điều 2.", "Đối tượng áp dụng"),
        labelled(Role::ClauseText, 0, 5, "1.", "Số khoản bắt đầu lại."),
        labelled(Role::Chapter, 0, 1, "Chương II", "TỔ CHỨC"),
        // Mục starts anew after Chương, Điều does not
        labelled(Role::DivisionSection, 0, 2, "Mục 1", "THỰC HIỆN"),
        labelled(Role::ArticleText, 0, 4, "Điều 3.", "Điều không có tiêu đề."),
        // Mục starts anew after Phần, without a Chương between
        labelled(Role::Part, 0, 0, "Phần II", "ĐIỀU KHOẢN THI HÀNH"),
        anew(labelled(Role::DivisionSection, 0, 2, "Mục 1", "HIỆU LỰC"), 1),
        labelled(Role::Chapter, 0, 1, "Chương III", "CUỐI CÙNG"),
        // a number out of turn, then a label that no number prints
        anew(labelled(Role::Article, 0, 4, "Điều 7.", "Nhảy số"), 7),
        inlines(Role::Article, vec![Inline::text("Điều 7a. "), Inline::text("Số chen")]),
        labelled(Role::Article, 0, 4, "Điều 8.", "Tiếp tục"),
        text(Role::Article, "Điều không đánh số tự động"),
        anew(labelled(Role::Article, 4, 4, "Điều 1.", "Danh sách thứ hai"), 1),
    ]
}

fn sections() -> Vec<Block> {
    vec![
        anew(labelled(Role::Section, 3, 1, "IV.", "NHIỆM VỤ"), 4),
        labelled(Role::Clause, 3, 2, "1.", "Nhiệm vụ chung"),
        labelled(Role::Subclause1, 3, 3, "1.1.", "Nhiệm vụ"),
        labelled(Role::SubclauseText, 3, 3, "1.2.", "Nhiệm vụ chạy liền."),
        labelled(Role::Section, 3, 1, "V.", "GIẢI PHÁP"),
        labelled(Role::Clause, 3, 2, "1.", "Giải pháp chung"),
        labelled(Role::Subclause1, 3, 3, "1.1.", "Giải pháp"),
        block(
            Role::Body,
            BlockKind::Paragraph(Paragraph {
                inlines: vec![Inline::text("Trên đây là báo cáo của Sở./.")],
                keep_with_next: Some(true),
                ..Paragraph::default()
            }),
        ),
    ]
}

fn closing() -> Block {
    let picture = |picture, x, width| {
        Inline::Picture(FloatingPicture {
            picture,
            file: format!("hình \"{picture}\" & dấu.png"),
            x: Length::mm(x),
            y: Length::mm(-5),
            width: Length::mm(width),
            height: Length::mm(20),
            alternative_text: "Chữ ký \"số\" & dấu".to_owned(),
        })
    };
    let left = vec![
        text(Role::RecipientsLabel, "Nơi nhận:"),
        text(Role::RecipientItem, "- Như trên;"),
        text(Role::RecipientItem, "- Lưu: VT, TTBCXB."),
    ];
    let right = vec![
        inlines(Role::Authority, vec![Inline::text("KT. GIÁM ĐỐC"), Inline::LineBreak, Inline::text("PHÓ GIÁM ĐỐC")]),
        inlines(Role::SignatureRoom, vec![picture(0, 30, 40), picture(1, -10, 20)]),
        text(Role::Signer, "Nguyễn Văn A"),
    ];
    side_by_side(Role::ClosingBlock, Length::ZERO, &[80, 5, 80], vec![vec![left, Vec::new(), right]])
}
