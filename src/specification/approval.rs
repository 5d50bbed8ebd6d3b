//! The approval of a plan or scheme by who may approve it, at the head of the document.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::date::IssueDate;
use super::signature::Signature;
use super::text::Text;

/// Phê duyệt: the word, the day, the signature of who approves.
#[derive(Clone, Debug, Default, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields, remote = "Self")]
#[non_exhaustive]
pub struct Approval {
    /// The word above; printed in capitals; absent: `PHÊ DUYỆT`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub word: Option<Text>,
    /// The day of the approval; absent: room for handwriting, in the year of issue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<IssueDate>,
    /// Where it stands; absent: on the left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub side: Option<ApprovalSide>,
    /// Who approves.
    pub signature: Signature,
}

/// Where an approval stands.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum ApprovalSide {
    /// Below the organ and the number.
    #[default]
    Left,
    /// Below place and date.
    Right,
}
