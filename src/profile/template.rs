//! Templates (mẫu trình bày): what a document of each type is made of.

use serde::{Deserialize, Serialize};

use crate::specification::{NumberingSystem, Spec};

/// What a regulation says of a document type.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// Tên loại, e.g. `Báo cáo`; printed in capitals.
    pub title: String,
    /// Chữ viết tắt, e.g. `BC`; absent where the symbol does not name the type (công văn).
    #[serde(default)]
    pub abbreviation: Option<String>,
    /// For English messages, with its article: `a report`.
    pub in_english: String,
    /// How the body is divided where the specification does not say it.
    pub numbering: NumberingSystem,
    /// What it is made of, from top to bottom.
    pub order: Vec<Component>,
    /// Whether documents of this type have Kính gửi.
    #[serde(default)]
    pub addressees: Addressees,
    /// What stands in front of the addressees instead of `Kính gửi`; `{issuer}` stands for the organ's name.
    #[serde(default)]
    pub addressees_label: Option<String>,
    /// The words of [`Component::Enactment`], e.g. `QUYẾT ĐỊNH:`.
    #[serde(default)]
    pub enactment: Option<String>,
    /// Whether it is the organ that decides, whoever signs (nghị quyết), and not its head.
    #[serde(default)]
    pub decides_as_organ: bool,
    /// The line of [`Component::Opening`].
    #[serde(default)]
    pub opening: Option<Opening>,
    /// What the signers sign as, from left to right; see [`Signers`].
    #[serde(default)]
    pub signature_titles: Vec<String>,
    /// For whom they sign.
    #[serde(default)]
    pub signers: Signers,
    /// Whether documents of this type say where they go.
    #[serde(default)]
    pub recipients: Presence,
    /// What a new specification of this type begins with; absent where none is begun any more.
    #[serde(default)]
    pub starter: Option<Starter>,
    /// The clause.
    pub source: String,
}

impl Template {
    /// Whether the number stands on a line of its own.
    #[must_use]
    pub fn has_number_line(&self) -> bool {
        self.order.contains(&Component::NumberLine)
    }

    /// Whether the organ's name stands in its header.
    fn has_issuer(&self) -> bool {
        use Component::{Header, LetterHeader, UndatedHeader, UnnumberedHeader};
        [Header, LetterHeader, UnnumberedHeader, UndatedHeader].iter().any(|form| self.order.contains(form))
    }

    /// Whether tên loại stands above or beside the subject.
    #[must_use]
    pub fn prints_type(&self) -> bool {
        self.order.contains(&Component::Title) || self.order.contains(&Component::TypeAlone)
    }

    /// Whether the subject stands under the number, behind `V/v`.
    #[must_use]
    pub fn has_letter_header(&self) -> bool {
        self.order.contains(&Component::LetterHeader)
    }

    /// Whether documents of this type have no number.
    #[must_use]
    pub fn is_unnumbered(&self) -> bool {
        self.order.contains(&Component::UnnumberedHeader)
    }

    /// Whether the title is one line: the type alone, or the subject alone.
    #[must_use]
    pub fn has_title_alone(&self) -> bool {
        self.order.contains(&Component::TypeAlone) || self.order.contains(&Component::SubjectAlone)
    }

    /// Whether addressees are a list below a line in the middle, whatever their number.
    #[must_use]
    pub fn has_addressee_list(&self) -> bool {
        self.order.contains(&Component::AddresseeList)
    }

    /// Whether place and date stand in the header.
    #[must_use]
    pub fn has_dated_header(&self) -> bool {
        let forms = [Component::Header, Component::LetterHeader, Component::UnnumberedHeader];
        forms.iter().any(|form| self.order.contains(form))
    }

    /// Whether documents of this type print who decides, above the căn cứ.
    #[must_use]
    pub fn has_authority_line(&self) -> bool {
        self.order.contains(&Component::AuthorityLine)
    }

    /// Whether Nơi nhận and signatures stand below the text.
    #[must_use]
    pub fn has_closing(&self) -> bool {
        self.order.contains(&Component::Closing)
    }

    /// Whether documents of this type print căn cứ.
    #[must_use]
    pub fn has_legal_basis(&self) -> bool {
        self.order.contains(&Component::LegalBasis)
    }

    /// Whether documents of this type may say who adopted them and when.
    #[must_use]
    pub fn has_adoption(&self) -> bool {
        self.order.contains(&Component::Adoption)
    }

    /// Whether documents of this type print those whom they are sent to.
    #[must_use]
    pub fn has_addressees(&self) -> bool {
        let forms = [Component::Addressees, Component::AddresseeList, Component::AddresseesInText];
        forms.iter().any(|form| self.order.contains(form))
    }

    /// The optional fields that a specification fills in though documents of this type do not print them, each by its path.
    pub fn not_printed(&self, spec: &Spec) -> impl Iterator<Item = FieldPath> {
        let not_printed = |field: &OptionalField| !field.is_printed && (field.is_given)(spec);
        self.optional_fields().into_iter().filter(not_printed).map(|field| field.path)
    }

    /// Of the optional fields that documents of some types print, those that documents of this type do, each by its path.
    pub fn printed(&self) -> impl Iterator<Item = FieldPath> {
        self.optional_fields().into_iter().filter(|field| field.is_printed).map(|field| field.path)
    }

    fn optional_fields(&self) -> [OptionalField; 14] {
        let field = |path, is_printed, is_given| OptionalField { path, is_printed, is_given };
        [
            field(&["number_suffix"], !self.is_unnumbered(), |spec| spec.number_suffix.is_some()),
            field(&["marks"], self.order.contains(&Component::Marks), |spec| spec.marks.is_some()),
            field(&["approval"], self.order.contains(&Component::Approval), |spec| spec.approval.is_some()),
            field(&["co_issuers"], self.has_issuer(), |spec| !spec.co_issuers.is_empty()),
            field(&["joint_form"], self.prints_type(), |spec| spec.joint_form.is_some()),
            field(&["session"], self.has_issuer(), |spec| spec.session.is_some()),
            field(&["subject_note"], self.order.contains(&Component::Title), |spec| spec.subject_note.is_some()),
            field(&["number"], !self.is_unnumbered(), |spec| spec.number.is_some()),
            field(&["authority_line"], self.has_authority_line(), |spec| spec.authority_line.is_some()),
            field(&["addressees"], self.has_addressees(), |spec| !spec.addressees.is_empty()),
            field(&["legal_basis"], self.has_legal_basis(), |spec| !spec.legal_basis.is_empty()),
            field(&["adoption"], self.has_adoption(), |spec| spec.adoption.is_some()),
            field(&["confirmation"], self.order.contains(&Component::Confirmation), |spec| spec.confirmation.is_some()),
            field(&["issuer", "contact"], self.order.contains(&Component::ContactFoot), |spec| {
                spec.issuer.contact.is_some()
            }),
        ]
    }
}

/// A field of a specification, by the names that lead to it.
type FieldPath = &'static [&'static str];

/// A field that documents of some types print.
struct OptionalField {
    path: FieldPath,
    is_printed: bool,
    /// Whether a specification fills it in.
    is_given: fn(&Spec) -> bool,
}

/// A component of a document. One that comes in several forms takes its form from the template: `{ "header": "party" }`.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Component {
    /// Stamps of secrecy, urgency and drafts (ô số 10a, 10b).
    Marks,
    /// Organ and number, Quốc hiệu, Tiêu ngữ, place and date (ô số 1–4).
    Header,
    /// The same with `V/v` and the subject under the number (ô số 1–4, 5b).
    LetterHeader,
    /// The same without number, for what is no act of the organ (ô số 1, 2, 4).
    UnnumberedHeader,
    /// The same without place and date, which the text tells (ô số 1–3).
    UndatedHeader,
    /// Quốc hiệu and Tiêu ngữ alone, in the middle: what several parties issue is no single organ's paper (ô số 1).
    NationalHeader,
    /// Số, ký hiệu on a line of its own in the middle, where no organ stands above it (ô số 3).
    NumberLine,
    /// Phê duyệt, where another approves what the organ has made.
    Approval,
    /// Tên loại, trích yếu and the line under them (ô số 5a).
    Title,
    /// What a thư công is, in place of its type (`THƯ KHEN`), and the line under it.
    SubjectAlone,
    /// Tên loại and the line under it: the text tells what it is about (ô số 5a).
    TypeAlone,
    /// The line with fixed words that the text begins with.
    Opening,
    /// Kính gửi (ô số 9a).
    Addressees,
    /// Those who are sent to, always as a list, under a line in the middle: `… điện:` (ô số 9a).
    AddresseeList,
    /// Those who are sent to, in the text itself: `… trân trọng kính mời: …` (ô số 9a).
    AddresseesInText,
    /// Thẩm quyền ban hành (ô số 6).
    AuthorityLine,
    /// Căn cứ ban hành (ô số 6).
    LegalBasis,
    /// The words between căn cứ and what is decided (ô số 6).
    Enactment,
    /// Nội dung (ô số 6).
    Body,
    /// Who adopted a resolution and when: the sentence that its text ends with (ô số 6).
    Adoption,
    /// What stands behind the mark that ends the text (ô số 6).
    ClosingNote,
    /// Nơi nhận and signatures (ô số 7, 8, 9b, 12).
    Closing,
    /// Room for another organ to confirm what the document grants, below the recipients.
    Confirmation,
    /// Địa chỉ, điện thoại … at the foot of page 1 (ô số 13).
    ContactFoot,
}

/// Whether documents of a type have Kính gửi (ô số 9a).
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Addressees {
    /// All have.
    Required,
    /// Some have: reports to a superior, slips.
    Allowed,
    /// None has.
    #[default]
    Unusual,
}

/// Whether documents of a type have something.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// All have.
    #[default]
    Required,
    /// Some have.
    Allowed,
}

/// For whom the signers of a document sign.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Signers {
    /// For the organ: one who has no title of his own signs as the template says (thư ký, chủ tọa).
    #[default]
    Officials,
    /// Each for a party, which stands above his own title (đại diện bên A, đại diện bên B).
    Parties,
}

/// A line with fixed words; `{issuer}` stands for the organ's name, `{date}` and `{place}` for those of the document.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// As it prints.
    pub text: String,
    /// Whether it stands in the middle, or begins the text as a paragraph of it.
    #[serde(default)]
    pub is_centered: bool,
}

/// What a new specification begins with.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Starter {
    /// What the subject may be.
    pub subject: String,
    /// What the first paragraph shall say.
    pub opening: String,
    /// How the body is usually divided.
    pub body: StarterBody,
    /// Whether it usually has Kính gửi.
    #[serde(default)]
    pub addressees: bool,
}

/// How a body is usually divided.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum StarterBody {
    /// Mục I. – khoản 1.
    Sections,
    /// Chương – điều – khoản – điểm.
    Articles,
    /// Điều without headings.
    Decision,
    /// Paragraphs alone.
    Paragraphs,
}
