//! The document types: the words of `doc_type`.
//!
//! What a type is made of stands in the regulations (`profile`). Its word stands here, because a specification is read, and a word
//! misspelt is judged, before it is known which regulation is in force; and because a type with a name of its own in Rust cannot
//! be misspelt by a rule that is about it. Adding a type is a row here, a template in each regulation that knows it, and a sample.

use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;
use serde::de::{Deserialize, Deserializer, EnumAccess, Error, VariantAccess, Visitor};
use unicode_normalization::UnicodeNormalization;

use super::meaning::Meaning;
use super::names::ascii_name;

macro_rules! doc_types {
    ($($doc_type:ident $name:literal $title:literal $($abbreviation:literal)?;)*) => {
        /// A document type.
        #[derive(Clone, Copy, Debug, Serialize, JsonSchema, PartialEq, Eq, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum DocType {
            $(#[doc = $title] #[serde(rename = $name)] $doc_type,)*
        }

        /// Each type with its name and abbreviation in Vietnamese; nothing where it has none.
        const ROWS: &[(DocType, &str, &str)] = &[$((DocType::$doc_type, $title, concat!($($abbreviation)?)),)*];

        /// The words by which the types are written back, and which findings list.
        const WORDS: &[&str] = &[$($name,)*];

        impl DocType {
            /// Its word in specifications.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$doc_type => $name,)*
                }
            }

            /// Its Vietnamese name.
            pub(crate) const fn title(self) -> &'static str {
                match self {
                    $(Self::$doc_type => $title,)*
                }
            }
        }

        /// What each means; how it prints is a regulation's matter.
        pub(super) const MEANINGS: &[Meaning] = &[$(Meaning {
            of: "DocType",
            name: $name,
            title: concat!($title $(, " (", $abbreviation, ")")?),
            description: "",
            example: "",
        },)*];
    };
}

impl DocType {
    /// The type that a word, an abbreviation or a Vietnamese name stands for, whatever the capitals, marks and separators:
    /// `report`, `BC`, `Báo cáo`, `bao-cao`.
    #[must_use]
    pub fn named(written: &str) -> Option<Self> {
        let lowered: String = written.trim().nfc().flat_map(char::to_lowercase).collect();
        let find =
            |matches: &dyn Fn(&(Self, &str, &str)) -> bool| ROWS.iter().find(|row| matches(row)).map(|row| row.0);
        // before the marks go: ĐA (đề án) and DA (dự án) differ by them alone
        let by_abbreviation =
            find(&|(_, _, abbreviation)| !lowered.is_empty() && abbreviation.to_lowercase() == lowered);
        let plain = ascii_name(written);
        by_abbreviation
            .or_else(|| find(&|(doc_type, title, _)| doc_type.name() == plain || ascii_name(title) == plain))
            // typed without marks: HD is hướng dẫn, but HĐ would be a contract
            .or_else(|| {
                find(&|(_, _, abbreviation)| {
                    lowered.is_ascii() && !plain.is_empty() && ascii_name(abbreviation) == plain
                })
            })
    }
}

/// All that the types are called: word, Vietnamese name and abbreviation of each.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    let all = ROWS.iter().flat_map(|(doc_type, title, abbreviation)| [doc_type.name(), *title, *abbreviation]);
    all.filter(|name| !name.is_empty())
}

impl<'de> Deserialize<'de> for DocType {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_enum("DocType", WORDS, DocTypeVisitor)
    }
}

struct DocTypeVisitor;

impl<'de> Visitor<'de> for DocTypeVisitor {
    type Value = DocType;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a document type")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, word: A) -> Result<DocType, A::Error> {
        let (word, rest) = word.variant::<String>()?;
        rest.unit_variant()?;
        DocType::named(&word).ok_or_else(|| A::Error::unknown_variant(&word, WORDS))
    }
}

// in the order of NĐ 30/2020/NĐ-CP, Phụ lục III, Phần I; a name and abbreviation as there, for messages
doc_types! {
    Resolution "resolution" "Nghị quyết" "NQ";
    Decision "decision" "Quyết định" "QĐ";
    Directive "directive" "Chỉ thị" "CT";
    Regulation "regulation" "Quy chế" "QC";
    Rules "rules" "Quy định" "QyĐ";
    Communique "communique" "Thông cáo" "TC";
    Notice "notice" "Thông báo" "TB";
    Guidance "guidance" "Hướng dẫn" "HD";
    Programme "programme" "Chương trình" "CTr";
    Plan "plan" "Kế hoạch" "KH";
    Scheme "scheme" "Phương án" "PA";
    Project "project" "Đề án" "ĐA";
    InvestmentProject "investment_project" "Dự án" "DA";
    Report "report" "Báo cáo" "BC";
    Minutes "minutes" "Biên bản" "BB";
    Submission "submission" "Tờ trình" "TTr";
    Contract "contract" "Hợp đồng" "HĐ";
    Letter "letter" "Công văn";
    Telegram "telegram" "Công điện" "CĐ";
    Memorandum "memorandum" "Bản ghi nhớ" "BGN";
    Agreement "agreement" "Bản thỏa thuận" "BTT";
    PowerOfAttorney "power_of_attorney" "Giấy ủy quyền" "GUQ";
    Invitation "invitation" "Giấy mời" "GM";
    Introduction "introduction" "Giấy giới thiệu" "GGT";
    LeavePermit "leave_permit" "Giấy nghỉ phép" "GNP";
    DispatchSlip "dispatch_slip" "Phiếu gửi" "PG";
    TransferSlip "transfer_slip" "Phiếu chuyển" "PC";
    NotificationSlip "notification_slip" "Phiếu báo" "PB";
    OfficialCorrespondence "official_correspondence" "Thư công";
}
