//! The types of a specification, as they stand in JSON. Doc comments here are for developers; the Vietnamese titles and
//! descriptions that editors show come from `schemars` attributes.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::adoption::Adoption;
use super::approval::Approval;
use super::block::BodyBlock;
use super::co_issuer::{CoIssuer, JointForm};
use super::copy_certificate::CopyCertificate;
use super::date::IssueDate;
use super::doc_type::DocType;
use super::issuer::Issuer;
use super::layout::LayoutOverrides;
use super::marks::Marks;
use super::numbering_system::NumberingSystem;
use super::part_specs::{Appendix, AttachedText, DocumentForm};
use super::recipients::Recipients;
use super::rich::RichText;
use super::signature::Signature;
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
    /// The letter of a number that was put between two others, e.g. `a` of `07a` (ô số 3).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number_suffix: Option<Text>,
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
    /// Stamps: độ mật, mức độ khẩn, phạm vi lưu hành, thu hồi, dự thảo (ô số 10a, 10b, 11).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub marks: Option<Marks>,
    /// Phê duyệt, at the head of a plan or scheme that another approves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approval: Option<Approval>,
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
    /// What makes it a copy (bản sao); absent: it is the original.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copy: Option<CopyCertificate>,
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
            number_suffix: None,
            symbol: None,
            issue_place,
            issue_date,
            subject,
            subject_note: None,
            marks: None,
            approval: None,
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
            copy: None,
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
