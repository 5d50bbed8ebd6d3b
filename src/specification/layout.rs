//! The layout values: the one table of those that a regulation sets and a specification may override.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::meaning::Meaning;

/// Calls a macro with the table of layout values, a row a value: its name in specifications and regulations, its kind, its
/// Vietnamese title with the box number (ô số) of the decree's diagram, an example, and what is to be said of it beside its
/// range.
/// The struct of overrides, a regulation's values, the judgement of a document's own ones and the schema are all made of it.
///
/// The kinds: `Margin` (Lề), `Distance` (an indent or a gap), `Size` (cỡ chữ), `Spacing` (giãn dòng), `Position` (of the page number).
macro_rules! layout_values {
    ($use:ident) => {
        $use! {
            margin_top Margin "Lề trên", "20mm", "";
            margin_bottom Margin "Lề dưới", "20mm", "";
            margin_left Margin "Lề trái", "30mm", "";
            margin_right Margin "Lề phải", "15mm", "";
            page_number_position Position "Vị trí số trang", "top_center", "top_center: giữa lề trên; bottom_right: góc phải cuối trang.";
            page_number_size Size "Cỡ chữ số trang", "14pt", "";
            national_name_size Size "Cỡ chữ Quốc hiệu (ô số 1)", "13pt", "";
            motto_size Size "Cỡ chữ Tiêu ngữ (ô số 1)", "14pt", "";
            parent_issuer_size Size "Cỡ chữ tên cơ quan chủ quản (ô số 2)", "13pt", "";
            issuer_size Size "Cỡ chữ tên cơ quan ban hành (ô số 2)", "13pt", "";
            number_size Size "Cỡ chữ số, ký hiệu (ô số 3)", "13pt", "";
            place_and_date_size Size "Cỡ chữ địa danh, thời gian (ô số 4)", "14pt", "";
            doc_type_size Size "Cỡ chữ tên loại (ô số 5a)", "14pt", "";
            subject_size Size "Cỡ chữ trích yếu (ô số 5a)", "14pt", "";
            letter_subject_size Size "Cỡ chữ trích yếu công văn (ô số 5b)", "12pt", "";
            addressees_size Size "Cỡ chữ Kính gửi (ô số 9a)", "14pt", "";
            body_size Size "Cỡ chữ nội dung (ô số 6)", "14pt", "Cho đoạn văn, căn cứ, điều, khoản, điểm.";
            heading_size Size "Cỡ chữ đề mục (ô số 6)", "14pt", "Cho phần, chương, mục, tiểu mục.";
            first_line_indent Distance "Lùi dòng đầu (ô số 6)", "12.7mm", "";
            paragraph_spacing Distance "Khoảng cách giữa các đoạn (ô số 6)", "6pt", "";
            line_spacing Spacing "Giãn dòng (ô số 6)", "single", "single, một bội số như 1.15, hoặc exactly 18pt.";
            authority_size Size "Cỡ chữ quyền hạn, chức vụ (ô số 7a)", "14pt", "";
            signer_size Size "Cỡ chữ họ và tên (ô số 7b)", "14pt", "";
            recipients_label_size Size "Cỡ chữ “Nơi nhận:” (ô số 9b)", "12pt", "";
            recipients_size Size "Cỡ chữ danh sách nơi nhận (ô số 9b)", "11pt", "";
            table_size Size "Cỡ chữ trong bảng", "13pt", "";
            contact_size Size "Cỡ chữ thông tin liên hệ (ô số 13)", "11pt", "";
        }
    };
}

pub(crate) use layout_values;

macro_rules! overrides {
    ($($name:ident $kind:ident $title:literal, $example:literal, $more:literal;)*) => {
        /// What each means; its range is a regulation's matter.
        pub(super) const MEANINGS: &[Meaning] = &[$(Meaning {
            of: "LayoutOverrides",
            name: stringify!($name),
            title: $title,
            description: $more,
            example: concat!("\"", $example, "\""),
        },)*];

        /// Layout values that differ from the regulation's defaults; each has the name of the profile's value. Lengths carry a
        /// unit (`mm`, `cm`, `pt`).
        #[derive(Clone, Debug, Default, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
        #[serde(deny_unknown_fields, remote = "Self")]
        pub struct LayoutOverrides {
            $(#[doc = $title] #[serde(default, skip_serializing_if = "Option::is_none")] pub $name: Option<String>,)*
            /// Cách xuống dòng, which no regulation sets; absent: `settled`.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub line_breaks: Option<LineBreakSetting>,
        }
    };
}

layout_values!(overrides);

/// Cách xuống dòng.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum LineBreakSetting {
    /// Như nhau ở mọi chương trình soạn thảo.
    Settled,
    /// Theo quy tắc chung, không giãn chữ.
    Natural,
}
