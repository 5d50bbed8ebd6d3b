//! The types of a specification, as they stand in JSON. Doc comments here are for developers; the Vietnamese titles and
//! descriptions that editors show come from `schemars` attributes.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::adoption::Adoption;
use super::block::BodyBlock;
use super::co_issuer::{CoIssuer, JointForm};
use super::date::IssueDate;
use super::doc_type::DocType;
use super::field::FieldSpec;
use super::layout::LayoutOverrides;
use super::numbering_system::NumberingSystem;
use super::part_specs::{Appendix, AttachedText, DocumentForm};
use super::rich::RichText;
use super::text::Text;

/// One document.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields, remote = "Self")]
#[non_exhaustive]
pub struct Spec {
    /// Address of the schema, for editors; not read.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Tên loại (ô số 5a).
    pub doc_type: DocType,
    /// The regulation; absent: the one in force on the issue date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub regulation: Option<Regulation>,
    /// A file beside the specification with the fields that all documents of the organ share. The program puts in those that are
    /// lacking and takes this one out; a library's caller does so before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer_from: Option<Text>,
    /// Cơ quan ban hành (ô số 2, 13).
    pub issuer: Issuer,
    /// The organs that issue it together with that one (văn bản liên tịch), in the order of their names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub co_issuers: Vec<CoIssuer>,
    /// What a document of several organs is called behind its type, e.g. `liên ngành`; absent: nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub joint_form: Option<JointForm>,
    /// Khóa and kỳ họp of the council that issues, under its name and printed in capitals; `\n` breaks the line by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<Text>,
    /// Số (ô số 3), from 1; absent or null in a draft: room for handwriting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// Ký hiệu (ô số 3), e.g. `BC-STTTT`; absent: composed from the abbreviations of type and organ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symbol: Option<Text>,
    /// Địa danh (ô số 4).
    pub issue_place: Text,
    /// Thời gian ban hành (ô số 4).
    pub issue_date: IssueDate,
    /// Trích yếu (ô số 5a); `\n` breaks the line by hand.
    pub subject: Text,
    /// A line under the subject, in parentheses, e.g. what a document is accompanied by or since when it is applied; the parentheses
    /// are added where they are lacking.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject_note: Option<Text>,
    /// Kính gửi (ô số 9a); empty for none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addressees: Vec<Text>,
    /// Thẩm quyền ban hành of a decision or resolution (ô số 6), printed in capitals; absent: the organ, or its head by title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority_line: Option<Text>,
    /// Căn cứ ban hành (ô số 6), one a line; the closing `;` and `.` (or `,`) are added.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub legal_basis: Vec<RichText>,
    /// Which of the decree's two numbering systems the body uses; absent: `articles` for quy chế and quy định, else `sections`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub numbering: Option<NumberingSystem>,
    /// Nội dung (ô số 6).
    pub body: Vec<BodyBlock>,
    /// Who adopted a resolution and when, and from when it applies: the sentence that its text ends with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adoption: Option<Adoption>,
    /// What stands behind the mark that ends the text, e.g. what is sent with it; `\n` begins another paragraph.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closing_note: Option<RichText>,
    /// Texts that the document issues or approves (văn bản kèm theo), each with pages of its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<AttachedText>,
    /// Phụ lục, each with pages of its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub appendices: Vec<Appendix>,
    /// Paper or electronic; absent: paper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<DocumentForm>,
    /// Nơi nhận (ô số 9b).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recipients: Option<Recipients>,
    /// Signature blocks (ô số 7), from left to right.
    pub signatures: Vec<Signature>,
    /// Whether there is room for another organ to confirm what the document grants; absent: where its type has it (giấy nghỉ phép).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmation: Option<bool>,
    /// What the records system is to know beside what the document prints; printed nowhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<RecordSpec>,
    /// Layout values that differ from the regulation's defaults.
    #[serde(default, skip_serializing_if = "is_default")]
    pub layout: LayoutOverrides,
}

impl Spec {
    /// A document of what each must have; its body and signatures are still empty. All else is set in the fields.
    ///
    /// ```
    /// use vanban::specification::{
    ///     BodyBlock, DocType, Issuer, IssueDate, ParagraphBlock, RichText, Signature, Spec, Text, to_json,
    /// };
    ///
    /// let mut spec = Spec::new(
    ///     DocType::Report,
    ///     Issuer::new(Text::new("Sở Thông tin và Truyền thông")?),
    ///     Text::new("Hà Nội")?,
    ///     IssueDate::new(2024, Some(5), Some(15))?,
    ///     Text::new("Kết quả công tác tháng 5")?,
    /// );
    /// spec.number = Some(12);
    /// spec.body.push(BodyBlock::Paragraph(ParagraphBlock::new(RichText::try_from("Công tác đã hoàn thành.")?)));
    /// let mut signature = Signature::default();
    /// signature.position = Some(Text::new("Giám đốc")?);
    /// spec.signatures.push(signature);
    ///
    /// let json = to_json(&spec);
    /// assert!(json.starts_with("{\n  \"doc_type\": \"report\",\n  \"issuer\": {"));
    /// let read = vanban::specification::parse(json.as_bytes(), &mut vanban::diag::Diagnostics::default());
    /// assert_eq!(read.map(|read| read.spec), Some(spec));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn new(doc_type: DocType, issuer: Issuer, issue_place: Text, issue_date: IssueDate, subject: Text) -> Self {
        Self {
            schema: None,
            doc_type,
            regulation: None,
            issuer_from: None,
            issuer,
            co_issuers: Vec::new(),
            joint_form: None,
            session: None,
            number: None,
            symbol: None,
            issue_place,
            issue_date,
            subject,
            subject_note: None,
            addressees: Vec::new(),
            authority_line: None,
            legal_basis: Vec::new(),
            numbering: None,
            body: Vec::new(),
            adoption: None,
            closing_note: None,
            attachments: Vec::new(),
            appendices: Vec::new(),
            form: None,
            recipients: None,
            signatures: Vec::new(),
            confirmation: None,
            record: None,
            layout: LayoutOverrides::default(),
        }
    }
}

/// Whether a value is what it is when it is absent.
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

macro_rules! regulations {
    ($($(#[$doc:meta])* $regulation:ident $name:literal;)*) => {
        /// The regulation a document follows.
        #[derive(Clone, Copy, Debug, Deserialize, Serialize, JsonSchema, PartialEq, Eq, PartialOrd, Ord)]
        #[non_exhaustive]
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
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields, remote = "Self")]
#[non_exhaustive]
pub struct Issuer {
    /// Cơ quan chủ quản trực tiếp, outermost first, one a line.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parents: Vec<Text>,
    /// Name; printed in capitals; `\n` breaks the line by hand.
    pub name: Text,
    /// Chữ viết tắt, the last part of the symbol.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub abbreviation: Option<Text>,
    /// Ô số 13; absent: no foot on page 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Contact>,
}

impl Issuer {
    /// An organ with a name alone.
    #[must_use]
    pub const fn new(name: Text) -> Self {
        Self { parents: Vec::new(), name, abbreviation: None, contact: None }
    }
}

/// Địa chỉ, điện thoại, … at the foot of page 1 (ô số 13).
#[derive(Clone, Debug, Default, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields, remote = "Self")]
#[non_exhaustive]
pub struct Contact {
    /// Địa chỉ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Text>,
    /// Điện thoại.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Text>,
    /// Fax.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fax: Option<Text>,
    /// Thư điện tử.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Text>,
    /// Trang thông tin điện tử.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<Text>,
}

/// Nơi nhận.
#[derive(Clone, Debug, Default, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields, remote = "Self")]
#[non_exhaustive]
pub struct Recipients {
    /// `Như trên` as the first item; absent: exactly when there are addressees and no item begins with `Như`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_above: Option<bool>,
    /// The places, without dash and `;`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Text>,
    /// The `Lưu:` line; absent: `Lưu: VT.`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archive: Option<Archive>,
}

/// `Lưu: VT, <units> (<file copies>). <drafter>.(<copies>)`
#[derive(Clone, Debug, Default, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields, remote = "Self")]
#[non_exhaustive]
pub struct Archive {
    /// Where the original stays; absent: `VT` (văn thư).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<Text>,
    /// Đơn vị soạn thảo, abbreviations.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<Text>,
    /// Số bản lưu.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file_copies: Option<u32>,
    /// Ký hiệu người soạn thảo (ô số 12).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drafter: Option<Text>,
    /// Số lượng bản phát hành (ô số 12).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copies: Option<u32>,
}

/// One signature block.
#[derive(Clone, Debug, Default, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields, remote = "Self")]
#[non_exhaustive]
pub struct Signature {
    /// The party that is signed for, e.g. `Bên giao`, where several sign; absent: `Bên A`, `Bên B` … in contracts, else none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<Text>,
    /// The organ that is signed for, above the signer's title where that does not name it; absent: where several organs issue and as many
    /// sign, the one of the same place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organ: Option<Text>,
    /// Lines that begin with `TM.`, `KT.`, `TL.`, `TUQ.` or `Q.` (ô số 7a).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub authority: Vec<Text>,
    /// The signer's own title (ô số 7a); absent where the authority line says it (`Q. GIÁM ĐỐC`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Text>,
    /// Another title above the name (ô số 7b).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_title: Option<Text>,
    /// Họ và tên (ô số 7b); null or absent in a draft.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signer: Option<Text>,
    /// Picture of the handwritten signature (ô số 7c).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<PictureSpec>,
    /// Picture of the seal (ô số 8), overlapping a third of the signature on its left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seal: Option<PictureSpec>,
    /// Room for the signer's digital signature; absent: where the handwritten one stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature_field: Option<FieldSpec>,
    /// Room for the organ's digital signature; absent: where the seal stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seal_field: Option<FieldSpec>,
}

/// What the records system is to know beside what the document prints (NĐ 30/2020, Phụ lục VI, văn bản đi).
#[derive(Clone, Debug, Default, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields, remote = "Self")]
#[non_exhaustive]
pub struct RecordSpec {
    /// Mã định danh của cơ quan lập hồ sơ (`OrganId`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organ_id: Option<Text>,
    /// Năm hình thành hồ sơ (`FileCatalog`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file_catalog: Option<u32>,
    /// Số và ký hiệu hồ sơ (`FileNotation`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file_notation: Option<Text>,
    /// Số thứ tự văn bản trong hồ sơ (`DocOrdinal`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doc_ordinal: Option<u32>,
    /// Ghi chú (`Description`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<Text>,
    /// Mức độ khẩn, mật (`Priority`): a digit of the records system's own table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<u32>,
    /// Hạn trả lời (`DueDate`): a whole date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_date: Option<IssueDate>,
    /// Cơ quan nhận (`To`); absent: the addressees and recipients; empty: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Vec<RecordReceiver>>,
}

/// One receiver.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields, remote = "Self")]
#[non_exhaustive]
pub struct RecordReceiver {
    /// Mã định danh của cơ quan nhận (`OrganId`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organ_id: Option<Text>,
    /// Tên cơ quan nhận (`OrganName`).
    pub organ_name: Text,
}

impl RecordReceiver {
    /// A receiver without the code that records systems know it by.
    #[must_use]
    pub const fn new(organ_name: Text) -> Self {
        Self { organ_id: None, organ_name }
    }
}

/// A PNG beside the specification.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields, remote = "Self")]
#[non_exhaustive]
pub struct PictureSpec {
    /// Path relative to the specification's folder, `/` between folders.
    pub file: String,
    /// Printed width with unit, e.g. `40mm`; absent: 40 mm for a signature, 36 mm for a seal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width: Option<String>,
    /// What it shows, for those who cannot see it; absent: whose signature or seal it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alternative_text: Option<Text>,
}

impl PictureSpec {
    /// A picture of the usual width.
    #[must_use]
    pub const fn new(file: String) -> Self {
        Self { file, width: None, alternative_text: None }
    }
}
