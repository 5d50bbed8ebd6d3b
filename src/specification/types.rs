//! The types of a specification, as they stand in JSON. Doc comments here are for developers; the Vietnamese titles and
//! descriptions that editors show come from `schemars` attributes.

use schemars::JsonSchema;
use serde::Deserialize;

use super::block::{BodyBlock, ListItem};
use super::date::IssueDate;
use super::doc_type::DocType;
use super::field::FieldSpec;
use super::layout::LayoutOverrides;
use super::text::{RichText, Text};

/// One document.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Spec {
    /// Address of the schema, for editors; not read.
    #[serde(rename = "$schema", default)]
    pub schema: Option<String>,
    /// Tên loại (ô số 5a).
    pub doc_type: DocType,
    /// The regulation; absent: the one in force on the issue date.
    #[serde(default)]
    pub regulation: Option<Regulation>,
    /// Cơ quan ban hành (ô số 2, 13).
    pub issuer: Issuer,
    /// Số (ô số 3), from 1; absent or null in a draft: room for handwriting.
    #[serde(default)]
    pub number: Option<u32>,
    /// Ký hiệu (ô số 3), e.g. `BC-STTTT`; absent: composed from the abbreviations of type and organ.
    #[serde(default)]
    pub symbol: Option<Text>,
    /// Địa danh (ô số 4).
    pub issue_place: Text,
    /// Thời gian ban hành (ô số 4).
    pub issue_date: IssueDate,
    /// Trích yếu (ô số 5a); `\n` breaks the line by hand.
    pub subject: Text,
    /// Kính gửi (ô số 9a); empty for none.
    #[serde(default)]
    pub addressees: Vec<Text>,
    /// Căn cứ ban hành (ô số 6), one a line; the closing `;` and `.` (or `,`) are added.
    #[serde(default)]
    pub legal_basis: Vec<RichText>,
    /// Which of the decree's two numbering systems the body uses; absent: `articles` for quy chế and quy định, else `sections`.
    #[serde(default)]
    pub numbering: Option<NumberingSystem>,
    /// Nội dung (ô số 6).
    pub body: Vec<BodyBlock>,
    /// Nơi nhận (ô số 9b).
    #[serde(default)]
    pub recipients: Option<Recipients>,
    /// Signature blocks (ô số 7), from left to right.
    pub signatures: Vec<Signature>,
    /// What the records system is to know beside what the document prints; printed nowhere.
    #[serde(default)]
    pub record: Option<RecordSpec>,
    /// Layout values that differ from the regulation's defaults.
    #[serde(default)]
    pub layout: LayoutOverrides,
}

macro_rules! regulations {
    ($($(#[$doc:meta])* $regulation:ident $name:literal;)*) => {
        /// The regulation a document follows.
        #[derive(Clone, Copy, Debug, Deserialize, serde::Serialize, JsonSchema, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Regulation {
            $($(#[$doc])* #[serde(rename = $name)] $regulation,)*
        }

        impl Regulation {
            /// All of them, the newest first.
            pub const ALL: &[Self] = &[$(Self::$regulation,)*];

            /// Its short name in specifications, on the command line and in files.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$regulation => $name,)*
                }
            }

            /// The regulation of that short name.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|regulation| regulation.name() == name)
            }
        }
    };
}

regulations! {
    /// Nghị định 30/2020/NĐ-CP, from 05/3/2020.
    Nd30 "nd30-2020";
    /// Thông tư 01/2011/TT-BNV, before that.
    Tt01 "tt01-2011";
}

/// Cơ quan ban hành.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Issuer {
    /// Cơ quan chủ quản trực tiếp, outermost first, one a line.
    #[serde(default)]
    pub parents: Vec<Text>,
    /// Name; printed in capitals; `\n` breaks the line by hand.
    pub name: Text,
    /// Chữ viết tắt, the last part of the symbol.
    #[serde(default)]
    pub abbreviation: Option<Text>,
    /// Ô số 13; absent: no foot on page 1.
    #[serde(default)]
    pub contact: Option<Contact>,
}

/// Địa chỉ, điện thoại, … at the foot of page 1 (ô số 13).
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Contact {
    /// Địa chỉ.
    #[serde(default)]
    pub address: Option<Text>,
    /// Điện thoại.
    #[serde(default)]
    pub phone: Option<Text>,
    /// Fax.
    #[serde(default)]
    pub fax: Option<Text>,
    /// Thư điện tử.
    #[serde(default)]
    pub email: Option<Text>,
    /// Trang thông tin điện tử.
    #[serde(default)]
    pub website: Option<Text>,
}

/// The decree's two ways to divide a text (Phụ lục I, Phần I, Mục II.6.c).
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum NumberingSystem {
    /// Phần, chương, mục, tiểu mục, điều, khoản, điểm.
    Articles,
    /// Phần, mục (I.), khoản (1.), điểm (a)).
    Sections,
}

/// Text alone.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ParagraphBlock {
    /// The name by which references call the block: a letter or `_`, then at most 39 letters, digits or `_`, all ASCII.
    #[serde(default)]
    pub id: Option<Text>,
    /// The text.
    pub text: RichText,
}

/// A heading on lines of its own.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Heading {
    /// The name by which references call the block: a letter or `_`, then at most 39 letters, digits or `_`, all ASCII.
    #[serde(default)]
    pub id: Option<Text>,
    /// The label as it shall read, e.g. `1. 1`; absent: numbered automatically.
    #[serde(default)]
    pub label: Option<Text>,
    /// The heading.
    pub heading: RichText,
}

/// A numbered unit with a heading, or text, or both.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Numbered {
    /// The name by which references call the block: a letter or `_`, then at most 39 letters, digits or `_`, all ASCII.
    #[serde(default)]
    pub id: Option<Text>,
    /// The label as it shall read; absent: numbered automatically.
    #[serde(default)]
    pub label: Option<Text>,
    /// The heading (bold, on the label's line).
    #[serde(default)]
    pub heading: Option<RichText>,
    /// The text.
    #[serde(default)]
    pub text: Option<RichText>,
}

/// `1.1.` and deeper.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Subclause {
    /// The name by which references call the block: a letter or `_`, then at most 39 letters, digits or `_`, all ASCII.
    #[serde(default)]
    pub id: Option<Text>,
    /// 1 for `1.1.`, 2 for `1.1.1.`, 3 for `1.1.1.1.`; absent: 1.
    #[serde(default)]
    pub level: Option<u8>,
    /// The label as it shall read; absent: numbered automatically.
    #[serde(default)]
    pub label: Option<Text>,
    /// The heading (bold, on the label's line).
    #[serde(default)]
    pub heading: Option<RichText>,
    /// The text.
    #[serde(default)]
    pub text: Option<RichText>,
}

/// Điểm.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// The name by which references call the block: a letter or `_`, then at most 39 letters, digits or `_`, all ASCII.
    #[serde(default)]
    pub id: Option<Text>,
    /// The label as it shall read; absent: the next Vietnamese letter and `)`.
    #[serde(default)]
    pub label: Option<Text>,
    /// The text.
    pub text: RichText,
}

/// A list with signs instead of numbers.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListBlock {
    /// The sign; absent: `-`, in a nested list the other one.
    #[serde(default)]
    pub marker: Option<Marker>,
    /// The items, at least one.
    pub items: Vec<ListItem>,
}

/// The sign before a list item.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, PartialEq, Eq)]
pub enum Marker {
    /// Gạch đầu dòng.
    #[serde(rename = "-")]
    Dash,
    /// Dấu cộng.
    #[serde(rename = "+")]
    Plus,
}

/// Nơi nhận.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Recipients {
    /// `Như trên` as the first item; absent: exactly when there are addressees and no item begins with `Như`.
    #[serde(default)]
    pub as_above: Option<bool>,
    /// The places, without dash and `;`.
    #[serde(default)]
    pub items: Vec<Text>,
    /// The `Lưu:` line; absent: `Lưu: VT.`
    #[serde(default)]
    pub archive: Option<Archive>,
}

/// `Lưu: VT, <units> (<file copies>). <drafter>.(<copies>)`
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Archive {
    /// Where the original stays; absent: `VT` (văn thư).
    #[serde(default)]
    pub office: Option<Text>,
    /// Đơn vị soạn thảo, abbreviations.
    #[serde(default)]
    pub units: Vec<Text>,
    /// Số bản lưu.
    #[serde(default)]
    pub file_copies: Option<u32>,
    /// Ký hiệu người soạn thảo (ô số 12).
    #[serde(default)]
    pub drafter: Option<Text>,
    /// Số lượng bản phát hành (ô số 12).
    #[serde(default)]
    pub copies: Option<u32>,
}

/// One signature block.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Signature {
    /// Lines that begin with `TM.`, `KT.`, `TL.`, `TUQ.` or `Q.` (ô số 7a).
    #[serde(default)]
    pub authority: Vec<Text>,
    /// The signer's own title (ô số 7a); absent where the authority line says it (`Q. GIÁM ĐỐC`).
    #[serde(default)]
    pub position: Option<Text>,
    /// Another title above the name (ô số 7b).
    #[serde(default)]
    pub other_title: Option<Text>,
    /// Họ và tên (ô số 7b); null or absent in a draft.
    #[serde(default)]
    pub signer: Option<Text>,
    /// Picture of the handwritten signature (ô số 7c).
    #[serde(default)]
    pub image: Option<PictureSpec>,
    /// Picture of the seal (ô số 8), overlapping a third of the signature on its left.
    #[serde(default)]
    pub seal: Option<PictureSpec>,
    /// Room for the signer's digital signature; absent: where the handwritten one stands.
    #[serde(default)]
    pub signature_field: Option<FieldSpec>,
    /// Room for the organ's digital signature; absent: where the seal stands.
    #[serde(default)]
    pub seal_field: Option<FieldSpec>,
}

/// What the records system is to know beside what the document prints (NĐ 30/2020, Phụ lục VI, văn bản đi).
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct RecordSpec {
    /// Mã định danh của cơ quan lập hồ sơ (`OrganId`).
    #[serde(default)]
    pub organ_id: Option<Text>,
    /// Năm hình thành hồ sơ (`FileCatalog`).
    #[serde(default)]
    pub file_catalog: Option<u32>,
    /// Số và ký hiệu hồ sơ (`FileNotation`).
    #[serde(default)]
    pub file_notation: Option<Text>,
    /// Số thứ tự văn bản trong hồ sơ (`DocOrdinal`).
    #[serde(default)]
    pub doc_ordinal: Option<u32>,
    /// Ghi chú (`Description`).
    #[serde(default)]
    pub description: Option<Text>,
    /// Mức độ khẩn, mật (`Priority`): a digit of the records system's own table.
    #[serde(default)]
    pub priority: Option<u32>,
    /// Hạn trả lời (`DueDate`): a whole date.
    #[serde(default)]
    pub due_date: Option<IssueDate>,
    /// Cơ quan nhận (`To`); absent: the addressees and recipients; empty: none.
    #[serde(default)]
    pub to: Option<Vec<RecordReceiver>>,
}

/// One receiver.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct RecordReceiver {
    /// Mã định danh của cơ quan nhận (`OrganId`).
    #[serde(default)]
    pub organ_id: Option<Text>,
    /// Tên cơ quan nhận (`OrganName`).
    pub organ_name: Text,
}

/// A PNG beside the specification.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct PictureSpec {
    /// Path relative to the specification's folder, `/` between folders.
    pub file: String,
    /// Printed width with unit, e.g. `40mm`; absent: 40 mm for a signature, 36 mm for a seal.
    #[serde(default)]
    pub width: Option<String>,
    /// What it shows, for those who cannot see it; absent: whose signature or seal it is.
    #[serde(default)]
    pub alternative_text: Option<Text>,
}
