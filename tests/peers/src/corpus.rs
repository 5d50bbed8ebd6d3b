//! Documents that differ, made from a vocabulary and a seed: a batch of one document again and again flatters every memory
//! between documents, and a body that repeats itself flatters the compressor.

use serde_json::{Value, json};

/// Where the key `type` of a block stands. Programs that sort keys write it last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypeKey {
    First,
    Last,
}

const OPENINGS: &[&str] = &[
    "Trong quý vừa qua",
    "Thực hiện kế hoạch đã duyệt",
    "Căn cứ tình hình thực tế",
    "Sau khi rà soát hồ sơ",
    "Theo phân công của lãnh đạo",
    "Để bảo đảm tiến độ",
    "Trước yêu cầu của người dân",
    "Từ đầu năm đến nay",
    "Qua kiểm tra tại cơ sở",
    "Trên cơ sở ý kiến góp ý",
    "Nhằm nâng cao hiệu quả",
    "Đến thời điểm báo cáo",
    "Ngay sau hội nghị",
    "Cùng với việc sắp xếp bộ máy",
    "Do ảnh hưởng của mưa lũ",
    "Khi tiếp nhận phản ánh",
];
const AGENTS: &[&str] = &[
    "Văn phòng Sở",
    "Phòng Tổ chức cán bộ",
    "Ủy ban nhân dân các xã",
    "Trung tâm phục vụ hành chính công",
    "các trường trung học phổ thông",
    "Ban quản lý dự án",
    "Chi cục Kiểm lâm",
    "bộ phận một cửa",
    "Phòng Kế hoạch - Tài chính",
    "đội ngũ cộng tác viên",
    "Hội Liên hiệp Phụ nữ tỉnh",
    "Đoàn thanh niên cơ quan",
    "Thanh tra Sở",
    "các hợp tác xã",
    "trạm y tế phường",
    "Quỹ bảo trì đường bộ",
    "tổ công nghệ số cộng đồng",
];
const VERBS: &[&str] = &[
    "đã hoàn thành",
    "tiếp tục đẩy mạnh",
    "chủ động phối hợp thực hiện",
    "kịp thời tham mưu",
    "tổ chức triển khai",
    "đang gấp rút xử lý",
    "thường xuyên theo dõi",
    "báo cáo bằng văn bản về",
    "lấy ý kiến rộng rãi đối với",
    "công khai trên cổng thông tin",
    "rút kinh nghiệm sâu sắc trong",
    "hướng dẫn chi tiết",
    "bố trí đủ kinh phí cho",
];
const OBJECTS: &[&str] = &[
    "việc số hóa hồ sơ lưu trữ",
    "công tác phòng cháy, chữa cháy",
    "kế hoạch tuyển dụng viên chức",
    "đề án vị trí việc làm",
    "việc giải quyết thủ tục hành chính",
    "chương trình xây dựng nông thôn mới",
    "tiến độ giải ngân vốn đầu tư công",
    "việc cấp giấy chứng nhận quyền sử dụng đất",
    "lớp bồi dưỡng nghiệp vụ văn thư",
    "phong trào thi đua yêu nước",
    "công tác tiếp công dân định kỳ",
    "việc kiểm kê tài sản công",
    "đợt khám sức khỏe học đường",
    "quy trình quản lý văn bản đi",
    "hệ thống camera giám sát giao thông",
    "mô hình trồng rừng gỗ lớn",
    "việc sửa chữa kênh mương nội đồng",
    "cuộc điều tra mức sống hộ gia đình",
    "danh mục dịch vụ công trực tuyến",
    "bếp ăn bán trú của học sinh dân tộc thiểu số",
];
const ENDINGS: &[&str] = &[
    "theo đúng quy định",
    "với sự đồng thuận cao của Nhân dân",
    "trên địa bàn toàn tỉnh",
    "tại các thôn đặc biệt khó khăn",
    "ở cả ba cấp học",
    "trước mùa mưa bão",
    "bằng nguồn xã hội hóa",
    "trong phạm vi dự toán được giao",
    "đạt yêu cầu về chất lượng",
    "dù nhân lực còn mỏng",
    "và không để phát sinh khiếu nại",
    "nhờ ứng dụng chữ ký số",
    "song một số nơi còn chậm",
    "gắn với trách nhiệm người đứng đầu",
];
const PLACES: &[&str] = &[
    "Thất Khê",
    "Đình Lập",
    "Bắc Sơn",
    "Chi Lăng",
    "Hữu Lũng",
    "Lộc Bình",
    "Tràng Định",
    "Văn Quan",
    "Bình Gia",
    "Cao Lộc",
];
const NAMES: &[&str] =
    &["Nguyễn Văn An", "Trần Thị Bích", "Hoàng Đức Duy", "Lý Thúy Hằng", "Phạm Quang Khải", "Vũ Ngọc Oanh"];

/// Makes documents, each unlike the one before; the same again from the same seed.
pub struct Corpus {
    state: u64,
}

impl Corpus {
    pub fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// A number below `limit` (SplitMix64).
    fn below(&mut self, limit: u64) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % limit
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[usize::try_from(self.below(from.len() as u64)).expect("an index")]
    }

    fn sentence(&mut self) -> String {
        let (agent, verb, object) = (self.pick(AGENTS), self.pick(VERBS), self.pick(OBJECTS));
        let (place, ending) = (self.pick(PLACES), self.pick(ENDINGS));
        let (count, share) = (2 + self.below(900), 10 + self.below(90));
        let opening = self.pick(OPENINGS);
        match self.below(4) {
            0 => format!("{opening}, {agent} {verb} {object} {ending}."),
            1 => format!("{opening}, {agent} {verb} {object} tại xã {place}, đạt {share}% kế hoạch."),
            2 => format!("Tại {place}, {agent} {verb} {object} cho {count} hộ {ending}."),
            _ => format!("{opening}, {count} trường hợp thuộc {object} đã được giải quyết {ending}."),
        }
    }

    /// Blocks of a body: clauses with headings, paragraphs and lists under them.
    fn blocks(&mut self, count: usize) -> Vec<Value> {
        let block = |index: usize, corpus: &mut Self| match index % 7 {
            0 => json!({ "type": "clause", "heading": corpus.heading() }),
            5 => {
                let mut item = || corpus.sentence().trim_end_matches('.').to_owned();
                json!({ "type": "list", "marker": "-", "items": [item(), item(), item()] })
            }
            _ => {
                let sentences: Vec<String> = (0..2 + corpus.below(3)).map(|_| corpus.sentence()).collect();
                json!({ "type": "paragraph", "text": sentences.join(" ") })
            }
        };
        (0..count).map(|index| block(index, self)).collect()
    }

    fn heading(&mut self) -> String {
        let (object, place) = (self.pick(OBJECTS), self.pick(PLACES));
        format!("Về {object} tại {place}")
    }

    /// A report of so many pages; a few more or less where they are many.
    pub fn document(&mut self, pages: usize, type_key: TypeKey) -> Vec<u8> {
        let blocks = (pages * BLOCKS_ON_TEN_PAGES).saturating_sub(BLOCKS_IN_PLACE_OF_THE_REST) / 10;
        let body: Vec<String> = self.blocks(blocks).iter().map(|block| written(block, type_key)).collect();
        let rest = json!({
            "doc_type": "report",
            "issuer": { "parents": ["UBND tỉnh Lạng Sơn"], "name": "Sở Nội vụ", "abbreviation": "SNV" },
            "number": 1 + self.below(900),
            "issue_place": "Lạng Sơn",
            "issue_date": format!("2025-{:02}-{:02}", 1 + self.below(12), 1 + self.below(28)),
            "subject": self.heading(),
            "recipients": { "items": ["UBND tỉnh", "Lãnh đạo Sở"], "archive": { "units": ["VP"] } },
            "signatures": [{ "position": "Giám đốc", "signer": self.pick(NAMES) }]
        });
        format!("{{\"body\":[{}],{}", body.join(","), &rest.to_string()[1..]).into_bytes()
    }

    /// As many documents, of so many pages each.
    pub fn batch(&mut self, count: usize, pages: usize, type_key: TypeKey) -> Vec<Vec<u8>> {
        (0..count).map(|_| self.document(pages, type_key)).collect()
    }
}

/// Blocks of the body that fill ten pages.
const BLOCKS_ON_TEN_PAGES: usize = 84;
/// Ten times the blocks that header and signature take the place of.
const BLOCKS_IN_PLACE_OF_THE_REST: usize = 70;

/// A block as JSON. Keys are sorted, and `type` comes after all others.
fn written(block: &Value, type_key: TypeKey) -> String {
    match type_key {
        TypeKey::Last => block.to_string(),
        TypeKey::First => {
            let mut block = block.clone();
            let kind = block["type"].take();
            block.as_object_mut().expect("a block").remove("type");
            format!("{{\"type\":{kind},{}", &block.to_string()[1..])
        }
    }
}
