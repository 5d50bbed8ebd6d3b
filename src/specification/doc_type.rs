//! The document types: the words of `doc_type`.
//!
//! What a type is made of stands in the regulations (`profile`). Its word stands here, because a specification is read, and a word
//! misspelt is judged, before it is known which regulation is in force; and because a type with a name of its own in Rust cannot
//! be misspelt by a rule that is about it. Adding a type is a row here, a template in each regulation that knows it, and a sample.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::meaning::Meaning;

macro_rules! doc_types {
    ($($doc_type:ident $name:literal $title:literal $abbreviation:literal;)*) => {
        /// A document type.
        #[derive(Clone, Copy, Debug, Deserialize, Serialize, JsonSchema, PartialEq, Eq, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum DocType {
            $(#[doc = $title] #[serde(rename = $name)] $doc_type,)*
        }

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
            title: concat!($title, " (", $abbreviation, ")"),
            description: "",
            example: "",
        },)*];
    };
}

// in the order of NĐ 30/2020/NĐ-CP, Phụ lục III, Phần I; a name and abbreviation as there, for messages
doc_types! {
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
    Submission "submission" "Tờ trình" "TTr";
    PowerOfAttorney "power_of_attorney" "Giấy ủy quyền" "GUQ";
    DispatchSlip "dispatch_slip" "Phiếu gửi" "PG";
    TransferSlip "transfer_slip" "Phiếu chuyển" "PC";
    NotificationSlip "notification_slip" "Phiếu báo" "PB";
}
