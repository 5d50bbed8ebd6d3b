//! The legal components of a document (ô số of NĐ 30/2020, Phụ lục I, Phần I, Mục IV). A role is the key of a style,
//! of a docx style name, of a PDF tag and of rules.

macro_rules! roles {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// Which component a block is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Role { $($(#[$doc])* $name,)* }

        impl Role {
            /// Every role, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The role's name in dumps.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$name => stringify!($name),)* }
            }
        }
    };
}

roles! {
    /// The header table: organ, number, motto, place and date.
    HeaderBlock,
    /// Quốc hiệu (ô số 1).
    NationalName,
    /// Tiêu ngữ (ô số 1).
    Motto,
    /// Đường kẻ dưới Tiêu ngữ (ô số 1).
    MottoRule,
    /// Tên cơ quan chủ quản trực tiếp (ô số 2).
    ParentIssuer,
    /// Tên cơ quan ban hành (ô số 2).
    Issuer,
    /// Đường kẻ dưới tên cơ quan (ô số 2).
    IssuerRule,
    /// Số, ký hiệu (ô số 3).
    Number,
    /// Địa danh, thời gian ban hành (ô số 4).
    PlaceAndDate,
    /// Tên loại (ô số 5a).
    DocType,
    /// Trích yếu (ô số 5a).
    Subject,
    /// Đường kẻ dưới trích yếu (ô số 5a).
    SubjectRule,
    /// Kính gửi, with its one addressee or alone before several (ô số 9a).
    Addressees,
    /// Một nơi trong danh sách Kính gửi (ô số 9a).
    AddresseeItem,
    /// Nơi cuối cùng trong danh sách Kính gửi, with more space below (ô số 9a).
    LastAddressee,
    /// Căn cứ ban hành (ô số 6).
    LegalBasis,
    /// Phần (ô số 6).
    Part,
    /// Chương (ô số 6).
    Chapter,
    /// Mục of the layout phần – chương – mục: `Mục 1` on a line of its own (ô số 6).
    DivisionSection,
    /// Tiểu mục (ô số 6).
    Subsection,
    /// Điều with a heading (ô số 6).
    Article,
    /// Điều without a heading: text follows the number (ô số 6).
    ArticleText,
    /// Mục of the layout phần – mục – khoản: `I.` and its heading (ô số 6).
    Section,
    /// Khoản with a heading: `1.` (ô số 6).
    Clause,
    /// Khoản whose number runs into text (ô số 6).
    ClauseText,
    /// Heading `1.1.`.
    Subclause1,
    /// Heading `1.1.1.`.
    Subclause2,
    /// Heading `1.1.1.1.`.
    Subclause3,
    /// `1.1.` and deeper, the number running into text.
    SubclauseText,
    /// Điểm `a)` (ô số 6).
    Point,
    /// A paragraph of the body (ô số 6).
    Body,
    /// A `-` or `+` item.
    ListItem,
    /// A note in parentheses.
    Note,
    /// The closing table: recipients and signature.
    ClosingBlock,
    /// `Nơi nhận:` (ô số 9b).
    RecipientsLabel,
    /// Một nơi nhận (ô số 9b).
    RecipientItem,
    /// Quyền hạn, chức vụ (ô số 7a).
    Authority,
    /// The room for the handwritten signature and the seal, and their pictures (ô số 7c, 8).
    SignatureRoom,
    /// Chức danh khác and họ tên (ô số 7b).
    Signer,
    /// Số trang.
    PageNumber,
    /// Đường kẻ trên địa chỉ (ô số 13).
    ContactRule,
    /// Địa chỉ, điện thoại … of the organ (ô số 13).
    Contact,
}

impl Role {
    /// Depth in the outline, 1 for the outermost; `None` where the role is no heading.
    #[must_use]
    pub fn heading_level(self) -> Option<u8> {
        Some(match self {
            Self::DocType | Self::Part => 1,
            Self::Chapter => 2,
            Self::DivisionSection | Self::Section => 3,
            Self::Subsection => 4,
            Self::Article | Self::Clause => 5,
            Self::Subclause1 => 6,
            Self::Subclause2 => 7,
            Self::Subclause3 => 8,
            Self::HeaderBlock
            | Self::NationalName
            | Self::Motto
            | Self::MottoRule
            | Self::ParentIssuer
            | Self::Issuer
            | Self::IssuerRule
            | Self::Number
            | Self::PlaceAndDate
            | Self::Subject
            | Self::SubjectRule
            | Self::Addressees
            | Self::AddresseeItem
            | Self::LastAddressee
            | Self::LegalBasis
            | Self::ArticleText
            | Self::ClauseText
            | Self::SubclauseText
            | Self::Point
            | Self::Body
            | Self::ListItem
            | Self::Note
            | Self::ClosingBlock
            | Self::RecipientsLabel
            | Self::RecipientItem
            | Self::Authority
            | Self::SignatureRoom
            | Self::Signer
            | Self::PageNumber
            | Self::ContactRule
            | Self::Contact => return None,
        })
    }
}
