//! What is stamped onto a document (các thành phần thể thức khác).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::text::Text;

/// Stamps: how secret and how urgent the document is (ô số 10a, 10b), who may have it (ô số 11), that it is a draft.
#[derive(Clone, Debug, Default, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields, remote = "Self")]
#[non_exhaustive]
pub struct Marks {
    /// Dấu chỉ độ mật (ô số 10a).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secrecy: Option<Secrecy>,
    /// Dấu chỉ mức độ khẩn (ô số 10b).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub urgency: Option<Urgency>,
    /// Chỉ dẫn về phạm vi lưu hành (ô số 11), e.g. `Lưu hành nội bộ`; printed in capitals.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub circulation: Option<Text>,
    /// Whether it must be given back (dấu tài liệu thu hồi, ô số 11).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recall: Option<bool>,
    /// What says that it is a draft, e.g. `Dự thảo lần 2`; printed in capitals.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draft: Option<Text>,
}

/// Độ mật, from the highest.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, JsonSchema, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "snake_case")]
pub enum Secrecy {
    /// Tuyệt mật.
    TopSecret,
    /// Tối mật.
    Secret,
    /// Mật.
    Confidential,
}

/// Mức độ khẩn, from the highest.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, JsonSchema, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    /// Hỏa tốc.
    ExtremelyUrgent,
    /// Thượng khẩn.
    VeryUrgent,
    /// Khẩn.
    Urgent,
}
