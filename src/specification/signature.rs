//! Signature blocks (ô số 7, 8).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::field::FieldSpec;
use super::text::Text;

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
