//! What clauses are about. A finding names its topic; the regulation in force names the clause.

use serde::{Deserialize, Serialize};

macro_rules! topics {
    ($($(#[doc = $doc:literal])+ $topic:ident;)*) => {
        /// A matter that a regulation has a clause on.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
        #[serde(rename_all = "snake_case")]
        #[non_exhaustive]
        pub enum Topic {
            $($(#[doc = $doc])+ $topic,)*
        }

        impl Topic {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$topic,)*];
        }
    };
}

topics! {
    /// Số và ký hiệu (ô số 3).
    Number;
    /// Địa danh và thời gian ban hành (ô số 4).
    PlaceAndDate;
    /// Tên loại và trích yếu (ô số 5).
    Subject;
    /// Nội dung (ô số 6).
    Body;
    /// Dấu `./.` sau nội dung.
    EndMark;
    /// Quyền hạn, chức vụ, họ tên người ký (ô số 7).
    Signatures;
    /// Ủy quyền ký.
    Delegation;
    /// Hình chữ ký và con dấu (ô số 7, 8).
    Pictures;
    /// Kính gửi và nơi nhận (ô số 9).
    Recipients;
    /// Phụ lục.
    Appendices;
    /// Bản sao.
    Copies;
    /// Thông tin cho hệ thống quản lý văn bản.
    Record;
}
