//! The blocks of the body: one table, from which come the enum, its reader and writer, the schema and its words. A block is a
//! row here, the struct it holds, its arm in the composer of the body and its arm in the rules on the body.
//!
//! `type` is read first and the rest is handed to that block's own struct; a derived internal tag would lose the place of a
//! fault and let unknown fields through.

use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, Error, MapAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use super::block_structs::{BlockContent, Heading, LazyPointer, Numbered, ParagraphBlock, Point, Subclause};
use super::checkbox_block::CheckboxBlock;
use super::contents_block::ContentsBlock;
use super::de::NodeReader;
use super::field_block::FieldBlock;
use super::from_json::{FromJson, reads_itself};
use super::line_block::LineBlock;
use super::list::ListBlock;
use super::meaning::Meaning;
use super::page_break_block::PageBreakBlock;
use super::page_setup_block::PageSetupBlock;
use super::party_block::PartyBlock;
use super::picture_block::PictureBlock;
use super::quotation_block::QuotationBlock;
use super::rich::RichText;
use super::shape::Form;
use super::table_block::TableBlock;
use super::text::Text;
use super::tree::JsonNode;

macro_rules! blocks {
    ($($(#[$doc:meta])* $word:literal $Kind:ident($Struct:ident) $title:literal, $description:literal;)*) => {
        /// A block of the body, told by its `type`.
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum BodyBlock {
            $($(#[$doc])* $Kind($Struct),)*
        }

        /// The values of `type`.
        #[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
        enum BlockType {
            $(#[serde(rename = $word)] $Kind,)*
        }

        impl BlockType {
            /// Reads what a block holds beside its `type`.
            fn read<'de, D: Deserializer<'de>>(self, rest: D) -> Result<BodyBlock, D::Error> {
                match self {
                    $(Self::$Kind => $Struct::deserialize(rest).map(BodyBlock::$Kind),)*
                }
            }
        }

        impl BodyBlock {
            /// What the block holds.
            fn block(&self) -> &dyn BlockContent {
                match self {
                    $(Self::$Kind(block) => block,)*
                }
            }

            fn block_mut(&mut self) -> &mut dyn BlockContent {
                match self {
                    $(Self::$Kind(block) => block,)*
                }
            }
        }

        impl Serialize for BodyBlock {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$Kind(block) => Typed { word: $word, block }.serialize(serializer),)*
                }
            }
        }

        /// What each word of `type` means.
        pub(super) const MEANINGS: &[Meaning] = &[$(
            Meaning { of: Form::BodyBlock.name(), name: $word, title: $title, description: $description, example: "" },
        )*];

        /// The name of the struct that a block of this `type` holds: its fields are described there.
        pub(super) fn struct_of(word: &str) -> Option<&'static str> {
            match word {
                $($word => Some(stringify!($Struct)),)*
                _ => None,
            }
        }

        /// The word of each block with the schema of what it holds.
        pub(super) fn schemas(generator: &mut SchemaGenerator) -> Vec<(&'static str, Schema)> {
            vec![$(($word, $Struct::json_schema(generator)),)*]
        }
    };
}

blocks! {
    /// Đoạn văn.
    "paragraph" Paragraph(ParagraphBlock) "Đoạn văn", "Nội dung thường, canh đều hai bên, lùi dòng đầu.";
    /// Phần.
    "part" Part(Heading) "Phần", "“Phần I” và tên phần, in hoa, canh giữa.";
    /// Chương (layout `articles`).
    "chapter" Chapter(Heading)
        "Chương", "“Chương I” và tên chương, in hoa, canh giữa. Chỉ dùng với numbering `articles`.";
    /// Mục: `Mục 1` (layout `articles`) or `I.` (layout `sections`).
    "section" Section(Heading)
        "Mục", "numbering `articles`: “Mục 1” và tên mục; numbering `sections`: “I.” và tên mục in hoa.";
    /// Tiểu mục (layout `articles`).
    "subsection" Subsection(Heading)
        "Tiểu mục", "“Tiểu mục 1” và tên tiểu mục. Chỉ dùng với numbering `articles`.";
    /// Điều (layout `articles`): heading, or text, or both.
    "article" Article(Numbered)
        "Điều", "“Điều 1.” với tên điều, hoặc nội dung, hoặc cả hai. Chỉ dùng với numbering `articles`.";
    /// Khoản: heading, or text that the number runs into, or both (text then in a paragraph of its own).
    "clause" Clause(Numbered) "Khoản", "“1.” với tên khoản, hoặc nội dung, hoặc cả hai.";
    /// `1.1.` and deeper, below khoản or mục; not in the decree, usual in reports.
    "subclause" Subclause(Subclause)
        "Tiết 1.1, 1.1.1", "Cấp dưới khoản hoặc mục; không có trong nghị định nhưng thường gặp trong báo cáo.";
    /// Điểm a), b), c), d), đ) …
    "point" Point(Point) "Điểm", "“a)”, “b)”, “c)”, “d)”, “đ)”…";
    /// A `-` or `+` list.
    "list" List(ListBlock) "Danh sách", "Các ý gạch đầu dòng hoặc dấu cộng.";
    /// Bảng.
    "table" Table(TableBlock) "Bảng", "Bảng có kẻ ô: các cột, hàng đầu bảng lặp lại ở mỗi trang, các hàng; tên bảng ở trên, nguồn và ghi chú ở dưới.";
    /// A field of a form, filled in or to be filled in by hand.
    "field" Field(FieldBlock)
        "Dòng biểu mẫu", "Nhãn và giá trị, hoặc nhãn và dòng chấm để điền tay; có thể nhiều mục trên một dòng.";
    /// Boxes to be ticked.
    "checkbox" Checkbox(CheckboxBlock) "Ô đánh dấu", "Các ô ☐ để đánh dấu, mỗi ô một nội dung; có thể nhiều cột.";
    /// Bên A, bên B.
    "party" Party(PartyBlock) "Bên của hợp đồng", "Tên bên in đậm, dưới là các dòng nhãn và giá trị: địa chỉ, mã số thuế, người đại diện…";
    /// A quotation of law.
    "quotation" Quotation(QuotationBlock)
        "Đoạn trích", "Các đoạn trích nguyên văn trong ngoặc kép; số và chữ cái đầu dòng trong đó không được đánh số lại.";
    /// A line that stands by itself.
    "line" Line(LineBlock) "Dòng riêng", "Một dòng đứng riêng, không lùi đầu dòng: giữa, bên trái hoặc bên phải.";
    /// What follows begins a page.
    "page_break" PageBreak(PageBreakBlock) "Sang trang mới", "Nội dung phía sau bắt đầu ở đầu trang mới.";
    /// A picture on a line of its own.
    "picture" Picture(PictureBlock) "Hình", "Hình PNG hoặc JPEG trên dòng riêng, có thể có tên hình ở dưới.";
    /// Mục lục.
    "contents" Contents(ContentsBlock)
        "Mục lục", "Mục lục, danh mục bảng hoặc danh mục hình: mỗi dòng có số trang, bấm vào thì tới nơi.";
    /// The text goes on on pages of another direction.
    "page_setup" PageSetup(PageSetupBlock)
        "Đổi hướng giấy", "Nội dung phía sau sang trang mới, giấy dọc hoặc ngang; số trang đánh tiếp.";
    /// A note; parentheses are added where they are missing.
    "note" Note(ParagraphBlock) "Ghi chú", "Nội dung trong ngoặc đơn; dấu ngoặc thiếu được thêm.";
}

impl BodyBlock {
    /// The name by which references call the block.
    #[must_use]
    pub fn id(&self) -> Option<&Text> {
        self.block().id()
    }

    /// The place of that name; `None` where the block can have none (a list).
    pub fn id_mut(&mut self) -> Option<&mut Option<Text>> {
        self.block_mut().id_mut()
    }

    /// The label as it was typed; `None` where it is counted, or the block has none.
    #[must_use]
    pub fn label(&self) -> Option<&Text> {
        self.block().label()
    }

    /// Calls a function for each of its texts in reading order.
    pub(crate) fn each_text<'a>(&'a self, at: LazyPointer<'_>, call: &mut dyn FnMut(&'a RichText, LazyPointer<'_>)) {
        self.block().each_text(at, call);
    }

    /// Changes each of its texts.
    pub(super) fn each_text_mut(&mut self, call: &mut dyn FnMut(&mut RichText)) {
        self.block_mut().each_text_mut(call);
    }
}

/// A block as it is written, its `type` first.
#[derive(Serialize)]
struct Typed<'a, T> {
    #[serde(rename = "type")]
    word: &'static str,
    #[serde(flatten)]
    block: &'a T,
}

reads_itself! { BodyBlock }

impl FromJson for BodyBlock {
    const FORM: Form = Form::BodyBlock;

    fn from_object<'de, A: MapAccess<'de>>(mut map: A) -> Result<Self, A::Error> {
        match map.next_key::<BlockKey>()? {
            None => Err(A::Error::missing_field("type")),
            Some(BlockKey::Type) => {
                let kind: BlockType = map.next_value()?;
                kind.read(MapAccessDeserializer::new(map))
            }
            Some(BlockKey::Other(name)) => read_out_of_order(name, map),
        }
    }
}

/// Reads a block whose `type` comes later, as programs write that sort keys by the alphabet. The struct to read into is not
/// known before, so everything waits in a tree. The tree has no places: where it is at fault, the whole file is read again.
fn read_out_of_order<'de, A: MapAccess<'de>>(first: String, mut map: A) -> Result<BodyBlock, A::Error> {
    let mut members: Vec<(String, JsonNode)> = vec![(first, map.next_value()?)];
    while let Some(member) = map.next_entry()? {
        members.push(member);
    }
    let Some(place) = members.iter().position(|(name, _)| name == "type") else {
        return Err(A::Error::missing_field("type"));
    };
    // One `type` is taken out; a second stays, and is refused as unknown.
    let (_, kind) = members.remove(place);
    let kind = BlockType::deserialize(NodeReader(&kind)).map_err(A::Error::custom)?;
    kind.read(NodeReader(&JsonNode::object(members))).map_err(A::Error::custom)
}

enum BlockKey {
    Type,
    Other(String),
}

impl<'de> Deserialize<'de> for BlockKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct BlockKeyVisitor;
        impl Visitor<'_> for BlockKeyVisitor {
            type Value = BlockKey;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a field name")
            }
            fn visit_str<E: Error>(self, name: &str) -> Result<BlockKey, E> {
                Ok(if name == "type" { BlockKey::Type } else { BlockKey::Other(name.to_owned()) })
            }
        }
        deserializer.deserialize_str(BlockKeyVisitor)
    }
}
