//! What every field and word of a specification means, in Vietnamese: shown by editors through the JSON Schema and by findings.
//!
//! One row for each definition of the schema (empty field), each of its fields and each word of its enums; a test fails where
//! a row is missing or stands for nothing.

use super::meaning::Meaning;
use super::{block, doc_type, layout};

/// The row for a field or word.
pub(super) fn meaning(of: &str, name: &str) -> Option<&'static Meaning> {
    meanings().find(|m| m.of == of && m.name == name)
}

macro_rules! meanings {
    ($($of:literal { $($name:literal: $title:literal, $description:literal $(, $example:literal)?;)* })*) => {
        /// Every row but those of the tables.
        const MEANINGS: &[Meaning] = &[$($(Meaning {
            of: $of, name: $name, title: $title, description: $description, example: concat!($($example)?),
        },)*)*];
    };
}

meanings! {
    "Spec" {
        "": "Đặc tả văn bản hành chính", "Một văn bản: phần đầu, nội dung, nơi nhận, chữ ký. Thể thức và kỹ thuật trình bày theo Nghị định 30/2020/NĐ-CP hoặc Thông tư 01/2011/TT-BNV.";
        "$schema": "Địa chỉ của lược đồ JSON này", "Để trình soạn thảo gợi ý và giải thích từng trường; chương trình không đọc.", r#""../schemas/spec.schema.json""#;
        "doc_type": "Tên loại văn bản (ô số 5a)", "Một trong 29 loại văn bản hành chính của Nghị định 30/2020/NĐ-CP.", r#""report""#;
        "regulation": "Quy định áp dụng", "Bỏ trống: quy định có hiệu lực vào ngày ban hành.", r#""nd30-2020""#;
        "issuer_from": "Tệp cơ quan", "Tệp JSON cạnh bản đặc tả có các trường dùng chung của cơ quan (issuer, issue_place, recipients, signatures…); trường nào bản đặc tả không có thì lấy ở đó.", r#""co-quan.json""#;
        "issuer": "Cơ quan ban hành (ô số 2 và 13)", "Tên cơ quan, cơ quan chủ quản trực tiếp, chữ viết tắt và địa chỉ liên hệ.", r#"{"name": "SỞ NỘI VỤ", "abbreviation": "SNV"}"#;
        "co_issuers": "Cơ quan cùng ban hành (ô số 2)", "Trong văn bản liên tịch: các cơ quan sau cơ quan chủ trì (cơ quan lấy số), theo thứ tự in. Tên các cơ quan cách nhau bằng dấu gạch nối; ký hiệu có chữ viết tắt của tất cả.", r#"[{"name": "Sở Tài chính", "abbreviation": "STC"}]"#;
        "joint_form": "Hình thức liên tịch", "Chữ in sau tên loại của văn bản do nhiều cơ quan ban hành; ký hiệu có thêm LT, LN hoặc PH. Bỏ trống: chỉ in tên loại.", r#""intersectoral""#;
        "session": "Khóa và kỳ họp", "Dòng dưới tên Hội đồng nhân dân hoặc cơ quan khác ban hành tại kỳ họp; in hoa, đậm. \\n xuống dòng theo ý người soạn.", r#""KHÓA VIII - KỲ HỌP THỨ 3""#;
        "number": "Số văn bản (ô số 3)", "Số thứ tự trong năm, từ 1; số nhỏ hơn 10 được thêm số 0 phía trước. Bỏ trống hoặc null trong bản dự thảo: chừa chỗ ghi tay.", "624";
        "number_suffix": "Chữ sau số (ô số 3)", "Của số chèn vào giữa hai số đã cấp, ví dụ “a” trong “07a”.", r#""a""#;
        "symbol": "Ký hiệu (ô số 3)", "Phần sau dấu gạch chéo của số, ký hiệu. Bỏ trống: ghép chữ viết tắt tên loại với chữ viết tắt cơ quan ban hành.", r#""BC-STTTT""#;
        "issue_place": "Địa danh (ô số 4)", "Tên đơn vị hành chính nơi cơ quan đóng trụ sở, không kèm dấu phẩy và ngày tháng.", r#""Lạng Sơn""#;
        "issue_date": "Thời gian ban hành (ô số 4)", "Ngày ký văn bản; bản dự thảo có thể bỏ trống ngày, hoặc cả ngày và tháng.", r#""2026-05-15""#;
        "subject": "Trích yếu nội dung (ô số 5a)", "Câu ngắn gọn dưới tên loại, không kết thúc bằng dấu chấm. \\n xuống dòng theo ý người soạn.", r#""Sơ kết công tác 6 tháng đầu năm 2026""#;
        "subject_note": "Dòng dưới trích yếu", "Một dòng trong ngoặc đơn, nghiêng, trên đường kẻ dưới trích yếu; ngoặc đơn được thêm nếu thiếu.", r#""Áp dụng từ năm học 2026-2027""#;
        "marks": "Độ mật, mức độ khẩn, phạm vi lưu hành, dự thảo (ô số 10a, 10b, 11)", "Các dấu được in ở đúng ô của sơ đồ.", r#"{"urgency": "urgent"}"#;
        "approval": "Phê duyệt", "Khối phê duyệt ở đầu kế hoạch, phương án, đề án: chữ PHÊ DUYỆT, ngày, chức vụ, chỗ ký, họ và tên người phê duyệt.", r#"{"signature": {"position": "CHỦ TỊCH", "signer": null}}"#;
        "addressees": "Kính gửi (ô số 9a)", "Nơi nhận ở phần đầu, dùng cho tờ trình và báo cáo gửi cấp trên. Không ghi gạch đầu dòng và dấu chấm phẩy: chương trình tự thêm.", r#"["Ủy ban nhân dân tỉnh"]"#;
        "legal_basis": "Căn cứ ban hành (ô số 6)", "Mỗi căn cứ một dòng; dấu chấm phẩy và dấu kết thúc được thêm tự động.", r#"["Căn cứ Luật Tổ chức chính quyền địa phương"]"#;
        "authority_line": "Thẩm quyền ban hành (ô số 6)", "Dòng trên căn cứ của quyết định, nghị quyết; in hoa. Bỏ trống: tên cơ quan, hoặc chức vụ người đứng đầu và tên cơ quan.", r#""GIÁM ĐỐC SỞ NỘI VỤ""#;
        "numbering": "Cách chia nội dung", "Bỏ trống: theo tên loại văn bản.", r#""sections""#;
        "body": "Nội dung (ô số 6)", "Các khối của nội dung theo thứ tự; ít nhất một khối. Dấu ./. kết thúc được thêm tự động.", r#"[{"type": "paragraph", "text": "…"}]"#;
        "adoption": "Câu thông qua nghị quyết", "Câu cuối của nghị quyết: cơ quan, kỳ họp, ngày thông qua, ngày có hiệu lực; in nghiêng, dấu ./. ở cuối câu này. Ghi các dữ kiện để chương trình ghép câu, hoặc ghi nguyên câu.", r#"{"date": "2026-07-10", "effective_date": "2026-07-20"}"#;
        "closing_note": "Dòng sau dấu kết thúc", "In dưới dấu ./., trên Nơi nhận và chữ ký, ví dụ tài liệu gửi kèm. \\n sang đoạn khác.", r#""(Gửi kèm theo danh sách)""#;
        "attachments": "Văn bản kèm theo", "Quy chế, quy định, kế hoạch… do văn bản này ban hành hoặc phê duyệt; mỗi văn bản sang trang mới, đánh số trang riêng.", r#"[{"doc_type": "regulation", "subject": "Làm việc của Sở Nội vụ", "body": [{"type": "article", "text": "…"}]}]"#;
        "appendices": "Phụ lục", "Từ hai phụ lục trở lên được đánh số La Mã; mỗi phụ lục sang trang mới, đánh số trang riêng.", r#"[{"title": "Danh mục hồ sơ", "body": [{"type": "paragraph", "text": "…"}]}]"#;
        "form": "Văn bản giấy hay điện tử", "Văn bản điện tử: dòng “Kèm theo…” của phụ lục, văn bản kèm theo để trống số, ngày. Bỏ trống: paper.", r#""electronic""#;
        "recipients": "Nơi nhận (ô số 9b)", "Danh sách nơi nhận ở cuối văn bản và dòng “Lưu”.", r#"{"items": ["Lãnh đạo Sở"]}"#;
        "confirmation": "Chỗ xác nhận của nơi nghỉ phép", "Dưới Nơi nhận của giấy nghỉ phép. Bỏ trống: có; false: không có.", "false";
        "copy": "Bản sao", "Khi văn bản này là bản sao y, sao lục hoặc trích sao: ai sao, khi nào. Bỏ trống: bản chính.", r#"{"kind": "certified_copy", "number": 12, "issue_date": "2026-05-20", "signature": {"position": "CHÁNH VĂN PHÒNG", "signer": "Lê Hải Yến"}}"#;
        "signatures": "Khối chữ ký (ô số 7)", "Từ trái sang phải; ít nhất một khối.", r#"[{"position": "GIÁM ĐỐC", "signer": "Lê Hải Yến"}]"#;
        "record": "Thông tin cho hệ thống quản lý văn bản", "Dữ liệu đầu vào của văn bản đi (Nghị định 30/2020/NĐ-CP, Phụ lục VI) mà văn bản không in ra; ghi vào thuộc tính của hai tệp. Các trường còn lại lấy từ văn bản.", r#"{"organ_id": "H37.05", "file_catalog": 2026, "file_notation": "12/BC"}"#;
        "layout": "Tùy chỉnh trình bày", "Các trị số khác với mặc định của quy định: lề, cỡ chữ, giãn dòng… Trị số ngoài khoảng cho phép được báo lỗi.", r#"{"margin_left": "35mm"}"#;
    }
    "DocType" {
        "": "Tên loại văn bản (ô số 5a)", "29 loại văn bản hành chính (Nghị định 30/2020/NĐ-CP, Điều 7 và Phụ lục III).";
    }
    "Regulation" {
        "": "Quy định về thể thức", "Quy định quyết định thể thức, kỹ thuật trình bày của văn bản.";
        "nd30-2020": "Nghị định 30/2020/NĐ-CP", "Về công tác văn thư, hiệu lực từ ngày 05/3/2020.";
        "tt01-2011": "Thông tư 01/2011/TT-BNV", "Thể thức và kỹ thuật trình bày văn bản hành chính trước ngày 05/3/2020.";
    }
    "Issuer" {
        "": "Cơ quan ban hành (ô số 2 và 13)", "Tên cơ quan, cơ quan chủ quản, chữ viết tắt và thông tin liên hệ.";
        "parents": "Cơ quan chủ quản trực tiếp (ô số 2)", "Từ cấp cao xuống, mỗi cơ quan một dòng; in hoa, không đậm.", r#"["UBND TỈNH LẠNG SƠN"]"#;
        "name": "Tên cơ quan ban hành (ô số 2)", "In hoa, đậm. \\n xuống dòng theo ý người soạn.", r#""SỞ THÔNG TIN VÀ TRUYỀN THÔNG""#;
        "abbreviation": "Chữ viết tắt tên cơ quan (ô số 3)", "Phần cuối của ký hiệu.", r#""STTTT""#;
        "contact": "Thông tin liên hệ (ô số 13)", "Bỏ trống: chân trang 1 không có thông tin liên hệ.", r#"{"phone": "0205.3814.555"}"#;
    }
    "CoIssuer" {
        "": "Cơ quan cùng ban hành", "Cơ quan ban hành văn bản cùng cơ quan chủ trì.";
        "parents": "Cơ quan chủ quản trực tiếp", "Mỗi cấp một dòng, cấp ngoài cùng trước. Bỏ trống: như cơ quan chủ trì.", r#"["UBND TỈNH LẠNG SƠN"]"#;
        "name": "Tên cơ quan", "In hoa, đậm. \\n xuống dòng theo ý người soạn.", r#""Sở Tài chính""#;
        "abbreviation": "Chữ viết tắt tên cơ quan", "Trong ký hiệu, sau chữ viết tắt của cơ quan trước.", r#""STC""#;
    }
    "JointForm" {
        "": "Hình thức liên tịch", "Chữ in sau tên loại của văn bản do nhiều cơ quan ban hành.";
        "joint": "Liên tịch", "Ví dụ nghị quyết liên tịch, kế hoạch liên tịch; ký hiệu: LT.";
        "intersectoral": "Liên ngành", "Ví dụ kế hoạch liên ngành, hướng dẫn liên ngành; ký hiệu: LN.";
        "coordinated": "Phối hợp", "Ví dụ quy chế phối hợp, chương trình phối hợp; ký hiệu: PH.";
    }
    "Contact" {
        "": "Thông tin liên hệ (ô số 13)", "Địa chỉ và các cách liên hệ ở chân trang 1, dưới nét kẻ liền.";
        "address": "Địa chỉ (ô số 13)", "Địa chỉ trụ sở; in trên dòng đầu của chân trang 1, không kèm nhãn.", r#""Số 1 đường Hùng Vương, thành phố Lạng Sơn""#;
        "phone": "Số điện thoại (ô số 13)", "In sau chữ “ĐT:” ở chân trang 1.", r#""0205.3814.555""#;
        "fax": "Số fax (ô số 13)", "In sau chữ “Fax:” ở chân trang 1.", r#""0205.3814.556""#;
        "email": "Thư điện tử (ô số 13)", "In sau chữ “E-Mail:” ở chân trang 1.", r#""vanthu@langson.gov.vn""#;
        "website": "Trang thông tin điện tử (ô số 13)", "In sau chữ “Website:” ở chân trang 1.", r#""https://langson.gov.vn""#;
    }
    "IssueDate" {
        "": "Thời gian ban hành (ô số 4)", "“năm-tháng-ngày”; bản dự thảo: “năm-tháng” hoặc “năm”, hoặc đối tượng có ngày, tháng để null.", r#""2026-05-15""#;
    }
    "IssueDateParts" {
        "": "Thời gian ban hành theo từng phần (ô số 4)", "Ngày và tháng để null hoặc bỏ trống: chừa chỗ ghi tay.", r#"{"year": 2026, "month": 5, "day": null}"#;
        "year": "Năm (ô số 4)", "Từ 1945 đến 2199.", "2026";
        "month": "Tháng (ô số 4)", "Từ 1 đến 12; null: chừa chỗ ghi tay.", "5";
        "day": "Ngày (ô số 4)", "Từ 1 đến 31; null: chừa chỗ ghi tay. Có ngày thì phải có tháng.", "15";
    }
    "Text" {
        "": "Nội dung", "Không để trống, không có khoảng trắng ở hai đầu, không có ký tự điều khiển. \\n xuống dòng ở nơi văn bản cho phép.";
    }
    "RichText" {
        "": "Nội dung có định dạng", "Một chuỗi, hoặc mảng gồm chuỗi và đoạn có định dạng.", r#"["Công văn số ", {"text": "152/STTTT", "bold": true}]"#;
    }
    "RichRun" {
        "": "Một phần của chữ có định dạng", "Một chuỗi, hoặc đối tượng có định dạng.";
    }
    "FormattedRun" {
        "": "Đoạn chữ có định dạng", "Chữ đậm, nghiêng, gạch chân, chỉ số trên, chỉ số dưới, liên kết, viện dẫn, ngôn ngữ khác, có hình hoặc có chú thích cuối trang.", r#"{"text": "m", "bold": true}"#;
        "text": "Nội dung", "Nội dung in ra; chỉ bỏ được khi có `picture`.", r#""…""#;
        "bold": "Chữ đậm", "true: in đậm; false: không đậm cả khi nơi đó in đậm; bỏ trống: theo nơi đứng.", "true";
        "italic": "Chữ nghiêng", "true: in nghiêng; false: không nghiêng cả khi nơi đó in nghiêng; bỏ trống: theo nơi đứng.", "true";
        "underline": "Gạch chân", "true: gạch chân; false hoặc bỏ trống: không.", "true";
        "script": "Chỉ số trên, chỉ số dưới", "Bỏ trống: chữ trên dòng.", r#""superscript""#;
        "link": "Liên kết", "Địa chỉ http, https hoặc mailto mở khi bấm vào chữ.", r#""https://chinhphu.vn""#;
        "ref": "Dẫn chiếu trong văn bản", "`id` của khối mà chữ này dẫn tới khi bấm vào; in như chữ thường. Không dùng cùng `link`.", r#""trinh_tu_dang_ky""#;
        "lang": "Ngôn ngữ của chữ", "Mã BCP 47 khi không phải tiếng Việt: Word không gạch chân sai chính tả, tệp PDF đọc đúng giọng.", r#""en""#;
        "picture": "Hình trên dòng chữ", "Tệp PNG hoặc JPEG in ngay sau `text`, hoặc đứng một mình khi không có `text`; đường dẫn tính từ thư mục của đặc tả. Trong chú thích không có hình.", r#""nut-luu.png""#;
        "alternative_text": "Văn bản thay thế của hình", "Bắt buộc khi có `picture`: lời tả hình cho người không nhìn thấy.", r#""nút Lưu""#;
        "width": "Chiều rộng in ra của hình", "Kèm đơn vị. Bỏ trống: theo chiều cao.", r#""12mm""#;
        "height": "Chiều cao in ra của hình", "Kèm đơn vị. Bỏ trống: theo chiều rộng, không thì cao 4 mm. Hình cao hơn chữ thì dòng cao lên theo.", r#""5mm""#;
        "page_of": "Số trang của một khối", "`id` của khối; số trang của nơi đó in ngay sau `text`, ví dụ `text` là “xem trang ”.", r#""bang_so_lieu""#;
        "note": "Chú thích cuối trang", "Số chú thích đứng ngay sau `text`, đánh từ 1 trong cả văn bản; nội dung in ở chân trang có số đó. Trong chú thích không có chú thích.", r#""Theo Niên giám thống kê năm 2025.""#;
    }
    "ScriptSpec" {
        "": "Chỉ số trên, chỉ số dưới", "Vị trí của chữ so với dòng.";
        "superscript": "Chỉ số trên", "Chữ nhỏ, nâng lên: m².";
        "subscript": "Chỉ số dưới", "Chữ nhỏ, hạ xuống: CO₂.";
    }
    "NumberingSystem" {
        "": "Cách chia nội dung (ô số 6)", "Hai bố cục của Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.6.c.";
        "articles": "Phần, chương, mục, tiểu mục, điều, khoản, điểm", "Cho quy chế, quy định và văn bản chia theo điều.";
        "lettered_sections": "Phần A., mục I., khoản 1., điểm a)", "Như sections, phần đánh số A., B. trên cùng dòng với tên.";
        "sections": "Phần, mục, khoản, điểm", "Mục đánh số I., II.; khoản 1., 2.; điểm a), b). Bố cục thường gặp của báo cáo, kế hoạch.";
    }
    "BodyBlock" {
        "": "Khối nội dung (ô số 6)", "Loại khối do trường `type` quyết định.";
        "type": "Loại khối", "Quyết định các trường còn lại của khối.";
    }
    "ParagraphBlock" {
        "": "Đoạn văn", "Đoạn chữ thường.";
        "id": "Tên để viện dẫn", "Chữ cái không dấu hoặc _ ở đầu, rồi chữ cái không dấu, chữ số, _; nhiều nhất 40 ký tự, không trùng nhau. Nội dung có `ref` dẫn tới tên này.", r#""trinh_tu_dang_ky""#;
        "text": "Nội dung", "Nội dung in ra.", r#""…""#;
    }
    "CheckboxBlock" {
        "": "Ô đánh dấu", "Các ô để đánh dấu, mỗi ô một nội dung.";
        "id": "Tên để viện dẫn", "Chữ cái không dấu hoặc _ ở đầu, rồi chữ cái không dấu, chữ số, _; nhiều nhất 40 ký tự, không trùng nhau. Nội dung có `ref` dẫn tới tên này.", r#""gioi_tinh""#;
        "label": "Nhãn", "Mục cần chọn; dấu hai chấm thiếu được thêm. Các ô đứng cùng dòng khi đủ chỗ.", r#""Giới tính""#;
        "items": "Các ô", "Ít nhất một ô.", r#"[{"text": "Nam", "checked": true}, {"text": "Nữ"}]"#;
        "columns": "Số cột", "Từ 1 đến 6; ít hơn khi nội dung dài. Bỏ trống: cùng dòng với nhãn, hoặc mỗi ô một dòng.", "2";
    }
    "CheckboxItem" {
        "": "Một ô đánh dấu", "Ô vuông và nội dung sau ô.";
        "text": "Nội dung", "Nội dung in ra.", r#""Nam""#;
        "checked": "Đã đánh dấu", "true: ô đã đánh dấu; false: ô không đánh dấu; bỏ trống: ô để đánh dấu bằng tay.", "true";
    }
    "PartyBlock" {
        "": "Bên của hợp đồng", "Một bên của hợp đồng, bản thỏa thuận, biên bản bàn giao.";
        "id": "Tên để viện dẫn", "Chữ cái không dấu hoặc _ ở đầu, rồi chữ cái không dấu, chữ số, _; nhiều nhất 40 ký tự, không trùng nhau. Nội dung có `ref` dẫn tới tên này.", r#""ben_a""#;
        "name": "Tên gọi của bên", "In đậm.", r#""BÊN A (bên thuê dịch vụ)""#;
        "full_name": "Tên đầy đủ", "Cơ quan, tổ chức hoặc cá nhân; in đậm, cùng dòng với tên gọi.", r#""Trung tâm Lưu trữ lịch sử tỉnh Bắc Ninh""#;
        "fields": "Các dòng về bên này", "Mỗi dòng có nhãn và giá trị.", r#"[{"label": "Địa chỉ", "value": "số 41 đường Nguyễn Văn Cừ"}]"#;
    }
    "PartyField" {
        "": "Một dòng về bên của hợp đồng", "Nhãn và giá trị, hoặc nhãn và dòng chấm để điền tay.";
        "label": "Nhãn", "Dấu hai chấm thiếu được thêm.", r#""Đại diện""#;
        "value": "Giá trị", "Bỏ trống: dòng chấm để điền tay.", r#""Ông Giáp Văn Thơm""#;
        "beside": "Các mục cùng dòng", "Đứng cùng dòng khi đủ chỗ, không thì xuống dòng.", r#"[{"label": "Chức vụ", "value": "Giám đốc"}]"#;
    }
    "QuotationBlock" {
        "": "Đoạn trích", "Các đoạn trích nguyên văn của văn bản khác.";
        "id": "Tên để viện dẫn", "Chữ cái không dấu hoặc _ ở đầu, rồi chữ cái không dấu, chữ số, _; nhiều nhất 40 ký tự, không trùng nhau. Nội dung có `ref` dẫn tới tên này.", r#""trich_dieu_5""#;
        "paragraphs": "Các đoạn", "Ghi cả số, chữ cái đầu dòng như trong văn bản được trích; ngoặc kép “ ” ở đầu và cuối thiếu thì được thêm.", r#"["1. Ủy ban nhân dân cấp xã:", "a) Tiếp nhận hồ sơ;"]"#;
    }
    "LineBlock" {
        "": "Dòng riêng", "Một dòng đứng riêng, không lùi đầu dòng.";
        "id": "Tên để viện dẫn", "Chữ cái không dấu hoặc _ ở đầu, rồi chữ cái không dấu, chữ số, _; nhiều nhất 40 ký tự, không trùng nhau. Nội dung có `ref` dẫn tới tên này.", r#""cam_ket""#;
        "align": "Canh dòng", "Bỏ trống: giữa.", r#""right""#;
        "text": "Nội dung", "Nội dung in ra; có dấu xuống dòng thì là nhiều dòng cùng kiểu.", r#""* * *""#;
    }
    "LineAlignment" {
        "": "Canh dòng", "Vị trí của dòng giữa hai lề.";
        "left": "Trái", "Sát lề trái.";
        "center": "Giữa", "Giữa hai lề.";
        "right": "Phải", "Sát lề phải, như địa danh và ngày tháng của đơn.";
    }
    "PageBreakBlock" {
        "": "Sang trang mới", "Nội dung phía sau bắt đầu ở đầu trang mới; số trang đánh tiếp.";
    }
    "PageSetupBlock" {
        "": "Đổi hướng giấy, lề trang", "Nội dung phía sau sang trang mới, theo hướng giấy và lề ghi ở đây; số trang đánh tiếp.";
        "orientation": "Hướng giấy", "Từ đây đến khối page_setup sau, hoặc đến hết phần; bỏ trống: như trang trước.", r#""landscape""#;
        "margins": "Lề trang", "Từ đây đến khối page_setup sau, hoặc đến hết phần; lề nào bỏ trống thì theo phần ấy.", r#"{"left": "20mm"}"#;
    }
    "PageMargins" {
        "": "Lề trang", "Độ dài có đơn vị (mm, cm, pt). Giấy ngang: các lề giữ tên.";
        "top": "Lề trên", "Bỏ trống: như của phần hoặc của văn bản.", r#""20mm""#;
        "bottom": "Lề dưới", "Bỏ trống: như của phần hoặc của văn bản.", r#""20mm""#;
        "left": "Lề trái", "Bỏ trống: như của phần hoặc của văn bản.", r#""30mm""#;
        "right": "Lề phải", "Bỏ trống: như của phần hoặc của văn bản.", r#""15mm""#;
    }
    "FieldBlock" {
        "": "Dòng biểu mẫu", "Nhãn và giá trị, hoặc nhãn và dòng chấm để điền tay.";
        "id": "Tên để viện dẫn", "Chữ cái không dấu hoặc _ ở đầu, rồi chữ cái không dấu, chữ số, _; nhiều nhất 40 ký tự, không trùng nhau. Nội dung có `ref` dẫn tới tên này.", r#""ho_ten""#;
        "label": "Nhãn", "Mục cần điền; dấu hai chấm thiếu được thêm.", r#""Họ và tên""#;
        "value": "Giá trị", "Bỏ trống: dòng chấm để điền tay.", r#""Nguyễn Văn An""#;
        "lines": "Số dòng chấm", "Từ 1 đến 50, khi không có `value`; bỏ trống: 1.", "3";
        "beside": "Các mục cùng dòng", "In tiếp trên cùng dòng khi còn chỗ, không thì sang dòng sau.", r#"[{"label": "Số điện thoại"}]"#;
    }
    "FieldBeside" {
        "": "Mục cùng dòng", "Nhãn và giá trị, hoặc nhãn và dòng chấm để điền tay.";
        "label": "Nhãn", "Mục cần điền; dấu hai chấm thiếu được thêm.", r#""Số điện thoại""#;
        "value": "Giá trị", "Bỏ trống: dòng chấm để điền tay.", r#""0912.345.678""#;
    }
    "PictureBlock" {
        "": "Hình", "Hình PNG hoặc JPEG trên dòng riêng, canh giữa.";
        "id": "Tên để viện dẫn", "Chữ cái không dấu hoặc _ ở đầu, rồi chữ cái không dấu, chữ số, _; nhiều nhất 40 ký tự, không trùng nhau. Nội dung có `ref` dẫn tới tên này.", r#""bieu_do""#;
        "file": "Tệp PNG hoặc JPEG", "Đường dẫn tính từ thư mục của đặc tả, ngăn cách bằng dấu /, không ra khỏi thư mục đó.", r#""bieu-do.png""#;
        "alternative_text": "Văn bản thay thế", "Bắt buộc: lời tả hình cho người không nhìn thấy.", r#""Biểu đồ số hồ sơ tiếp nhận theo tháng""#;
        "width": "Chiều rộng in ra", "Kèm đơn vị. Bỏ trống: theo số điểm ảnh (96 điểm một inch), không quá cột chữ.", r#""120mm""#;
        "caption": "Tên hình", "In dưới hình.", r#""Số hồ sơ tiếp nhận theo tháng""#;
        "label": "Số của hình", "Ghi đúng như cần in, ví dụ “Biểu đồ 1.”. Bỏ trống: “Hình 1.”, “Hình 2.”… khi có tên hình.", r#""Biểu đồ 1.""#;
        "numbered": "Đánh số hình", "Bỏ trống: “Hình 1.” đứng trước tên hình; false: không đánh số.", "false";
    }
    "Heading" {
        "": "Đề mục", "Phần, chương, mục, tiểu mục.";
        "id": "Tên để viện dẫn", "Chữ cái không dấu hoặc _ ở đầu, rồi chữ cái không dấu, chữ số, _; nhiều nhất 40 ký tự, không trùng nhau. Nội dung có `ref` dẫn tới tên này.", r#""trinh_tu_dang_ky""#;
        "label": "Nhãn số", "Ghi đúng như cần in, ví dụ “1. 1”. Bỏ trống: đánh số tự động.", r#""1. 1""#;
        "heading": "Tên đề mục", "Không ghi số thứ tự ở đây: số được đánh tự động hoặc lấy từ `label`.", r#""CÔNG TÁC CHỈ ĐẠO""#;
    }
    "Numbered" {
        "": "Điều, khoản", "Có tên, hoặc nội dung, hoặc cả hai.";
        "id": "Tên để viện dẫn", "Chữ cái không dấu hoặc _ ở đầu, rồi chữ cái không dấu, chữ số, _; nhiều nhất 40 ký tự, không trùng nhau. Nội dung có `ref` dẫn tới tên này.", r#""trinh_tu_dang_ky""#;
        "label": "Nhãn số", "Ghi đúng như cần in, ví dụ “1. 1”. Bỏ trống: đánh số tự động.", r#""1. 1""#;
        "heading": "Tên đề mục", "In đậm, cùng dòng với số.", r#""Kết quả đạt được""#;
        "text": "Nội dung", "Nội dung in ra.", r#""…""#;
    }
    "Subclause" {
        "": "Tiết 1.1, 1.1.1", "Cấp dưới khoản hoặc mục.";
        "id": "Tên để viện dẫn", "Chữ cái không dấu hoặc _ ở đầu, rồi chữ cái không dấu, chữ số, _; nhiều nhất 40 ký tự, không trùng nhau. Nội dung có `ref` dẫn tới tên này.", r#""trinh_tu_dang_ky""#;
        "level": "Cấp", "1: “1.1.”; 2: “1.1.1.”; 3: “1.1.1.1.”. Bỏ trống: 1.", "1";
        "label": "Nhãn số", "Ghi đúng như cần in, ví dụ “1. 1”. Bỏ trống: đánh số tự động.", r#""1. 1""#;
        "heading": "Tên đề mục", "In đậm, cùng dòng với số.", r#""Kết quả đạt được""#;
        "text": "Nội dung", "Nội dung in ra.", r#""…""#;
    }
    "Point" {
        "": "Điểm", "Ý trong khoản, đánh bằng chữ cái tiếng Việt.";
        "id": "Tên để viện dẫn", "Chữ cái không dấu hoặc _ ở đầu, rồi chữ cái không dấu, chữ số, _; nhiều nhất 40 ký tự, không trùng nhau. Nội dung có `ref` dẫn tới tên này.", r#""trinh_tu_dang_ky""#;
        "label": "Nhãn số", "Ghi đúng như cần in. Bỏ trống: chữ cái tiếp theo và dấu ngoặc đơn.", r#""a)""#;
        "text": "Nội dung", "Nội dung in ra.", r#""…""#;
    }
    "ListBlock" {
        "": "Danh sách", "Các ý gạch đầu dòng hoặc dấu cộng.";
        "marker": "Dấu đầu dòng", "Bỏ trống: “-”; trong danh sách con: dấu còn lại.", r#""-""#;
        "items": "Các ý của danh sách", "Ít nhất một ý; không ghi dấu đầu dòng.", r#"["Ý thứ nhất", "Ý thứ hai"]"#;
    }
    "Marker" {
        "": "Dấu đầu dòng", "Nghị định không quy định; thực tế chỉ dùng hai dấu này.";
        "-": "Gạch đầu dòng", "Ý cấp một.";
        "+": "Dấu cộng", "Ý cấp hai.";
    }
    "ListItem" {
        "": "Một ý của danh sách", "Chữ, hoặc đối tượng gồm chữ và danh sách con; lồng nhau nhiều nhất ba cấp.";
    }
    "ListItemWithList" {
        "": "Ý có danh sách con", "Chữ và danh sách con bên dưới.";
        "text": "Nội dung", "Nội dung in ra.", r#""…""#;
        "list": "Danh sách con", "Các ý bên dưới ý này.", r#"{"items": ["Ý con"]}"#;
    }
    "AttachedText" {
        "": "Văn bản kèm theo", "Có tên cơ quan, Quốc hiệu, tên loại, trích yếu, dòng “Kèm theo…”; không có số, ngày, chữ ký.";
        "doc_type": "Tên loại văn bản kèm theo", "Ví dụ quy chế, quy định, kế hoạch.", r#""regulation""#;
        "subject": "Trích yếu", "In đậm dưới tên loại. \\n xuống dòng theo ý người soạn.", r#""Làm việc của Sở Nội vụ""#;
        "issuer": "Cơ quan của văn bản kèm theo (ô số 2)", "In ở phần đầu văn bản kèm theo, ví dụ khi là văn bản của cơ quan trực thuộc. Bỏ trống: cơ quan ban hành văn bản.", r#"{"parents": ["SỞ NỘI VỤ"], "name": "TRUNG TÂM LƯU TRỮ LỊCH SỬ"}"#;
        "accompanies": "Dòng “Kèm theo…”", "Không cần dấu ngoặc. Bỏ trống: ghép từ tên loại, số, ký hiệu, ngày và cơ quan ban hành.", r#""Kèm theo Quyết định số 12/QĐ-SNV ngày 05 tháng 3 năm 2025 của Sở Nội vụ""#;
        "own_file": "Tệp riêng", "true: là tệp riêng cạnh tệp của văn bản (ví dụ 15-QD-UBND-quy-che.pdf). Bỏ trống: sau văn bản, trong cùng tệp.", "true";
        "signed_at": "Thời gian cơ quan ký số tệp riêng", "Theo ISO 8601, giờ Việt Nam; của văn bản điện tử. In ở góc trên bên phải trang đầu: số, ký hiệu, thời gian ký.", r#""2026-05-20T14:30:00+07:00""#;
        "margins": "Lề trang", "Lề nào bỏ trống thì theo văn bản (layout).", r#"{"left": "20mm"}"#;
        "numbering": "Cách chia nội dung", "Bỏ trống: theo tên loại.", r#""articles""#;
        "body": "Nội dung", "Các khối của nội dung theo thứ tự.", r#"[{"type": "paragraph", "text": "…"}]"#;
        "recipients": "Nơi nhận riêng", "Bỏ trống: không ghi nơi nhận riêng cho văn bản kèm theo.", r#"{"items": ["Các phòng thuộc Sở"]}"#;
        "signatures": "Chữ ký riêng", "Người ký văn bản kèm theo, từ trái sang phải. Bỏ trống: văn bản kèm theo không ký riêng.", r#"[{"position": "TRƯỞNG PHÒNG", "signer": "Lê Hải Yến"}]"#;
    }
    "Appendix" {
        "": "Phụ lục", "Chữ “Phụ lục”, tên phụ lục, dòng “Kèm theo…”, nội dung.";
        "title": "Tên phụ lục", "In hoa, đậm. \\n xuống dòng theo ý người soạn.", r#""Danh mục hồ sơ""#;
        "accompanies": "Dòng “Kèm theo…”", "Không cần dấu ngoặc. Bỏ trống: ghép từ tên loại, số, ký hiệu, ngày và cơ quan ban hành.", r#""Kèm theo Kế hoạch số 12/KH-SNV ngày 05 tháng 3 năm 2025 của Sở Nội vụ""#;
        "own_file": "Tệp riêng", "true: là tệp riêng cạnh tệp của văn bản (ví dụ 15-QD-UBND-phu-luc-II.pdf). Bỏ trống: sau văn bản, trong cùng tệp.", "true";
        "signed_at": "Thời gian cơ quan ký số tệp riêng", "Theo ISO 8601, giờ Việt Nam; của văn bản điện tử. In ở góc trên bên phải trang đầu: số, ký hiệu, thời gian ký.", r#""2026-05-20T14:30:00+07:00""#;
        "orientation": "Hướng giấy", "Bỏ trống: portrait.", r#""landscape""#;
        "margins": "Lề trang", "Lề nào bỏ trống thì theo văn bản (layout).", r#"{"left": "20mm"}"#;
        "numbering": "Cách chia nội dung", "Bỏ trống: sections.", r#""sections""#;
        "body": "Nội dung", "Các khối của nội dung theo thứ tự.", r#"[{"type": "paragraph", "text": "…"}]"#;
    }
    "ContentsBlock" {
        "": "Mục lục", "Mỗi dòng có số trang đúng như in; bấm vào thì tới nơi. Ở văn bản chính thì gồm cả văn bản kèm theo và phụ lục trong cùng tệp.";
        "id": "Tên để viện dẫn", "Chữ cái không dấu hoặc _ ở đầu, rồi chữ cái không dấu, chữ số, _; nhiều nhất 40 ký tự, không trùng nhau. Nội dung có `ref` dẫn tới tên này.", r#""muc_luc""#;
        "of": "Liệt kê những gì", "Bỏ trống: headings.", r#""tables""#;
        "levels": "Số cấp đề mục", "Từ 1 đến 5. Bỏ trống: 3.", "2";
        "title": "Tên mục lục", "In đậm ở giữa. Bỏ trống: MỤC LỤC, DANH MỤC BẢNG hoặc DANH MỤC HÌNH.", r#""MỤC LỤC""#;
    }
    "Listed" {
        "": "Những gì được liệt kê", "Đề mục, bảng hoặc hình.";
        "headings": "Đề mục", "Phần, chương, mục, điều, khoản có tên…";
        "tables": "Bảng", "Các bảng có tên.";
        "pictures": "Hình", "Các hình có tên.";
    }
    "CopyCertificate" {
        "": "Bản sao", "Bản sao giấy: dưới một đường kẻ ngang, ngay sau phần cuối văn bản. Bản sao điện tử (có `signed_at`): một dòng ở góc trên bên phải trang đầu.";
        "kind": "Hình thức sao (ô số 1 của bản sao)", "Sao y, sao lục hoặc trích sao.", r#""certified_copy""#;
        "issuer": "Cơ quan sao văn bản (ô số 2 của bản sao)", "Bỏ trống: cơ quan ban hành văn bản.", r#"{"name": "SỞ NỘI VỤ", "abbreviation": "SNV"}"#;
        "number": "Số bản sao (ô số 3 của bản sao)", "Từ 1, đánh chung cho các loại bản sao trong năm. Bỏ trống hoặc null: chừa chỗ ghi tay.", "12";
        "symbol": "Ký hiệu bản sao (ô số 3 của bản sao)", "Bỏ trống: ghép chữ viết tắt của hình thức sao với chữ viết tắt của cơ quan sao.", r#""SY-SNV""#;
        "issue_place": "Địa danh (ô số 4 của bản sao)", "Bỏ trống: địa danh của văn bản.", r#""Lạng Sơn""#;
        "issue_date": "Thời gian sao (ô số 4 của bản sao)", "Bản sao giấy phải có; ngày hoặc cả ngày và tháng có thể để trống.", r#""2026-05-20""#;
        "recipients": "Nơi nhận bản sao (ô số 7 của bản sao)", "Bỏ trống: không ghi nơi nhận.", r#"{"items": ["Các phòng thuộc Sở"]}"#;
        "signature": "Người ký bản sao (ô số 5 của bản sao)", "Bản sao giấy phải có.", r#"{"authority": ["TL. GIÁM ĐỐC"], "position": "CHÁNH VĂN PHÒNG", "signer": "Lê Hải Yến"}"#;
        "own_page": "Sang trang riêng", "true: khối bản sao ở một trang riêng; bỏ trống: ngay sau phần cuối văn bản.", "true";
        "signed_at": "Thời gian ký số bản sao điện tử (ô số 14)", "Theo ISO 8601, giờ Việt Nam. Có trường này là bản sao điện tử: không in số, ngày, chữ ký, nơi nhận của bản sao.", r#""2026-05-20T14:30:00+07:00""#;
    }
    "Marks" {
        "": "Dấu chỉ độ mật, mức độ khẩn, phạm vi lưu hành, dự thảo", "Độ mật, mức độ khẩn và dự thảo ở dưới số, ký hiệu; phạm vi lưu hành và thu hồi ở lề trên, bên phải trang đầu.";
        "secrecy": "Độ mật (ô số 10a)", "Khung hai đường, chữ đỏ.", r#""confidential""#;
        "urgency": "Mức độ khẩn (ô số 10b)", "Khung một đường, chữ đỏ.", r#""urgent""#;
        "circulation": "Chỉ dẫn về phạm vi lưu hành (ô số 11)", "In hoa, đậm, trong khung.", r#""Lưu hành nội bộ""#;
        "recall": "Tài liệu thu hồi (ô số 11)", "true: có dấu “Tài liệu thu hồi”.", "true";
        "draft": "Dự thảo", "In hoa, đậm, trong khung.", r#""Dự thảo lần 2""#;
    }
    "Secrecy" {
        "": "Độ mật", "Theo pháp luật về bảo vệ bí mật nhà nước.";
        "top_secret": "Tuyệt mật", "Dấu 40 mm × 8 mm.";
        "secret": "Tối mật", "Dấu 30 mm × 8 mm.";
        "confidential": "Mật", "Dấu 20 mm × 8 mm.";
    }
    "Urgency" {
        "": "Mức độ khẩn", "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III.2.";
        "extremely_urgent": "Hỏa tốc", "Dấu 30 mm × 8 mm.";
        "very_urgent": "Thượng khẩn", "Dấu 40 mm × 8 mm.";
        "urgent": "Khẩn", "Dấu 20 mm × 8 mm.";
    }
    "CopyKind" {
        "": "Hình thức sao", "Nghị định 30/2020/NĐ-CP, Điều 25.";
        "certified_copy": "Bản sao y", "Sao đầy đủ, chính xác nội dung của bản gốc hoặc bản chính.";
        "relayed_copy": "Bản sao lục", "Sao đầy đủ, chính xác nội dung của bản sao y.";
        "extract_copy": "Bản trích sao", "Sao chính xác phần nội dung cần trích sao.";
    }
    "TableBlock" {
        "": "Bảng", "Bảng có kẻ ô.";
        "id": "Tên để viện dẫn", "Chữ cái không dấu hoặc _ ở đầu, rồi chữ cái không dấu, chữ số, _; nhiều nhất 40 ký tự, không trùng nhau. Nội dung có `ref` dẫn tới tên này.", r#""bang_so_lieu""#;
        "label": "Số của bảng", "Ghi đúng như cần in, ví dụ “Biểu 1.”. Bỏ trống: “Bảng 1.”, “Bảng 2.”… khi có tên bảng.", r#""Biểu 1.""#;
        "numbered": "Đánh số bảng", "Bỏ trống: “Bảng 1.” đứng trước tên bảng; false: không đánh số.", "false";
        "caption": "Tên bảng", "In đậm ở giữa, phía trên bảng.", r#""Kết quả thực hiện""#;
        "unit": "Đơn vị tính", "In nghiêng bên phải, phía trên bảng.", r#""Đơn vị tính: triệu đồng""#;
        "columns": "Các cột", "Từ trái sang phải. Bỏ trống: số cột theo hàng thứ nhất, độ rộng theo nội dung.", r#"[{"width": "12mm", "align": "center"}, {}]"#;
        "header": "Các hàng đầu bảng", "In đậm, lặp lại ở đầu mỗi trang.", r#"[["TT", "Nội dung"]]"#;
        "header_columns": "Số cột đầu hàng", "Bấy nhiêu cột bên trái là tiêu đề của hàng khi bảng được đọc thành tiếng. Bỏ trống: không có.", "1";
        "column_numbers": "Hàng số cột", "true: thêm hàng (1), (2), (3)… dưới đầu bảng.", "true";
        "rows_from": "Tệp số liệu", "Tệp .xlsx, .csv hoặc .json cạnh bản đặc tả, kèm trang tính và vùng ô; thay cho rows.", r#""so-lieu.xlsx#Sheet1!A2:F40""#;
        "merged_cells": "Ô gộp của tệp số liệu", "Bỏ trống: split.", r#""span""#;
        "rows": "Các hàng", "Mỗi hàng là danh sách các ô; ô trống ghi \"\".", r#"[["1", "Nội dung"]]"#;
        "total_rows": "Số hàng tổng", "Bấy nhiêu hàng cuối in đậm và đi liền hàng trên.", "1";
        "keep_together": "Giữ cả bảng trên một trang", "true: bảng không ngắt trang; chỉ dùng cho bảng không cao quá một trang.", "true";
        "size": "Cỡ chữ của bảng", "Độ dài kèm đơn vị. Bỏ trống: theo layout.table_size.", r#""11pt""#;
        "notes": "Nguồn, ghi chú", "Mỗi ý một đoạn dưới bảng.", r#"["Nguồn: Sở Nội vụ"]"#;
    }
    "TableColumn" {
        "": "Cột của bảng", "Độ rộng và cách canh chữ.";
        "width": "Chiều rộng của cột", "Độ dài kèm đơn vị. Bỏ trống: theo nội dung.", r#""12mm""#;
        "align": "Canh chữ trong cột", "Bỏ trống: chữ canh trái, số canh phải.", r#""right""#;
        "number_format": "Cách viết số", "Viết một số mẫu: “1.234,5”, “0,00”, “0%”. Bỏ trống: có dấu chấm hàng nghìn, đủ các chữ số thập phân.", r#""1.234,5""#;
    }
    "MergedCells" {
        "": "Ô gộp", "Giữ ô gộp hay tách thành từng ô.";
        "span": "Giữ ô gộp", "Ô chiếm nhiều hàng, nhiều cột.";
        "split": "Tách ô", "Ô đầu có chữ, các ô khác trống.";
    }
    "CellAlignment" {
        "": "Canh chữ trong ô", "Trái, giữa hoặc phải.";
        "left": "Canh trái", "Chữ.";
        "center": "Canh giữa", "Số thứ tự, đơn vị.";
        "right": "Canh phải", "Số liệu.";
        "decimal": "Canh theo dấu phẩy", "Số liệu có phần thập phân: các dấu phẩy thẳng cột.";
        "justify": "Canh đều hai bên", "Nội dung dài.";
    }
    "TableCell" {
        "": "Ô của bảng", "Chữ, số, các đoạn nội dung, hoặc đối tượng có các đoạn văn và cách gộp ô.";
    }
    "TableRow" {
        "": "Hàng của bảng", "Danh sách các ô, hoặc đối tượng có các ô và cách in hàng.";
    }
    "TableRowObject" {
        "": "Hàng in đậm hoặc đi liền hàng sau", "Hàng tiêu đề, hàng cộng ở giữa bảng.";
        "cells": "Các ô", "Từ trái sang phải; ô trống ghi \"\".", r#"["I", "Thu ngân sách"]"#;
        "bold": "Đậm", "true: cả hàng in đậm.", "true";
        "keep_with_next": "Đi liền hàng sau", "true: cùng trang với hàng sau. Bỏ trống: hai hàng đầu, hai hàng cuối, hàng in đậm và hàng dưới nó đi liền nhau.", "true";
    }
    "Number" {
        "": "Số", "Số viết theo JSON: 1234.5; in theo cách viết số của cột.";
    }
    "TableCellObject" {
        "": "Ô nhiều đoạn hoặc ô gộp", "Các đoạn văn của ô và cách gộp, canh chữ.";
        "number": "Số của ô", "In theo cách viết số của cột, trên các đoạn văn.", "1234.5";
        "list": "Danh sách trong ô", "Các ý dưới các đoạn văn.", r#"{"items": ["Ý thứ nhất", "Ý thứ hai"]}"#;
        "pictures": "Hình trong ô", "Các hình trên các đoạn văn, hình dưới hình; không ghi `align` thì canh giữa.", r#"[{"file": "hien-truong.jpg", "alternative_text": "Mặt đường bị sạt lở"}]"#;
        "paragraphs": "Các đoạn văn", "Bỏ trống: ô không có chữ.", r#"["Đoạn thứ nhất", "Đoạn thứ hai"]"#;
        "columns": "Gộp số cột", "Bỏ trống: 1.", "2";
        "rows": "Gộp số hàng", "Bỏ trống: 1.", "2";
        "align": "Canh chữ trong ô", "Bỏ trống: theo cột.", r#""center""#;
        "bold": "Đậm", "true: in đậm.", "true";
    }
    "SizedPicture" {
        "": "Hình trong ô của bảng", "Hình PNG hoặc JPEG, giữ tỷ lệ hai cạnh, không rộng hơn ô.";
        "file": "Tệp PNG hoặc JPEG", "Đường dẫn tính từ thư mục của đặc tả, ngăn cách bằng dấu /, không ra khỏi thư mục đó.", r#""hien-truong.jpg""#;
        "alternative_text": "Văn bản thay thế", "Bắt buộc: lời tả hình cho người không nhìn thấy.", r#""Mặt đường bị sạt lở tại Km 12""#;
        "width": "Chiều rộng in ra", "Kèm đơn vị. Bỏ trống: theo chiều cao, không thì theo số điểm ảnh (96 điểm một inch), không quá ô.", r#""60mm""#;
        "height": "Chiều cao in ra", "Kèm đơn vị. Bỏ trống: theo chiều rộng. Ghi cả hai: hình lớn nhất nằm gọn trong cả hai.", r#""45mm""#;
    }
    "Orientation" {
        "": "Hướng giấy", "Khổ A4 đặt dọc hoặc ngang.";
        "portrait": "Hướng dọc", "Khổ 210 × 297 mm.";
        "landscape": "Hướng ngang", "Khổ 297 × 210 mm, cho bảng biểu rộng.";
    }
    "DocumentForm" {
        "": "Văn bản giấy hay điện tử", "Phụ lục và văn bản kèm theo trình bày theo đó.";
        "paper": "Văn bản giấy", "Dòng “Kèm theo…” ghi đủ số, ngày.";
        "electronic": "Văn bản điện tử", "Dòng “Kèm theo…” để trống số, ngày.";
    }
    "Adoption" {
        "": "Câu thông qua", "Nguyên câu, hoặc đối tượng gồm các dữ kiện để ghép câu.";
    }
    "AdoptionFacts" {
        "": "Việc thông qua nghị quyết", "Ghép thành: Nghị quyết này được <cơ quan> <khóa, kỳ họp> thông qua <ngày> và có hiệu lực từ <ngày>.";
        "organ": "Cơ quan thông qua", "Ghi như trong câu văn. Bỏ trống: tên cơ quan ban hành.", r#""Hội đồng nhân dân tỉnh Lạng Sơn""#;
        "session": "Khóa, kỳ họp", "Ghi như trong câu văn. Bỏ trống: lấy từ dòng khóa, kỳ họp dưới tên cơ quan.", r#""khóa XVIII, kỳ họp thứ 5""#;
        "date": "Ngày thông qua", "Bản dự thảo có thể bỏ trống ngày, hoặc cả ngày và tháng.", r#""2026-07-10""#;
        "effective_date": "Ngày có hiệu lực", "Bỏ trống: câu không nêu hiệu lực.", r#""2026-07-20""#;
    }
    "Recipients" {
        "": "Nơi nhận (ô số 9b)", "Danh sách nơi nhận và dòng “Lưu”.";
        "as_above": "Dòng “Như trên”", "Bỏ trống: có khi văn bản có Kính gửi và chưa ý nào bắt đầu bằng “Như”.", "true";
        "items": "Các nơi nhận", "Không ghi gạch đầu dòng và dấu chấm phẩy: chương trình tự thêm.", r#"["Lãnh đạo Sở", "Công an tỉnh"]"#;
        "archive": "Dòng “Lưu”", "Bỏ trống: “Lưu: VT.”", r#"{"units": ["TTBCXB"]}"#;
    }
    "Archive" {
        "": "Dòng “Lưu” (ô số 9b và 12)", "In thành: Lưu: VT, <đơn vị> (<số bản lưu>). <người soạn>.(<số bản>)";
        "office": "Nơi lưu bản gốc", "Bỏ trống: VT (văn thư).", r#""VT""#;
        "units": "Đơn vị soạn thảo", "Chữ viết tắt các đơn vị.", r#"["TTBCXB"]"#;
        "file_copies": "Số bản lưu", "In trong ngoặc sau đơn vị soạn thảo.", "2";
        "drafter": "Ký hiệu người soạn thảo (ô số 12)", "Chữ viết tắt tên người soạn thảo.", r#""PL""#;
        "copies": "Số lượng bản phát hành (ô số 12)", "In trong ngoặc sau ký hiệu người soạn thảo.", "300";
    }
    "Signature" {
        "": "Khối chữ ký (ô số 7)", "Quyền hạn, chức vụ, chữ ký, họ và tên của một người ký.";
        "party": "Bên mà người ký đại diện", "In sau chữ “ĐẠI DIỆN”, phía trên chức vụ. Bỏ trống: trong hợp đồng, bản ghi nhớ, bản thỏa thuận là Bên A, Bên B…", r#""Bên giao""#;
        "organ": "Cơ quan của người ký", "In hoa trên quyền hạn, chức vụ khi các dòng đó chưa nêu tên cơ quan. Bỏ trống: trong văn bản liên tịch có số chữ ký bằng số cơ quan, theo thứ tự các cơ quan.", r#""Sở Tài chính""#;
        "authority": "Quyền hạn của người ký (ô số 7a)", "Mỗi dòng bắt đầu bằng TM., KT., TL., TUQ. hoặc Q.", r#"["KT. GIÁM ĐỐC"]"#;
        "position": "Chức vụ của người ký (ô số 7a)", "Bỏ trống khi dòng quyền hạn đã nêu chức vụ, ví dụ “Q. GIÁM ĐỐC”.", r#""PHÓ GIÁM ĐỐC""#;
        "other_title": "Chức danh khác (ô số 7b)", "In phía trên họ và tên.", r#""Trưởng Ban Chỉ đạo""#;
        "signer": "Họ và tên người ký (ô số 7b)", "Không ghi học hàm, học vị. Bỏ trống hoặc null trong bản dự thảo.", r#""Lê Hải Yến""#;
        "image": "Hình chữ ký (ô số 7c)", "Ảnh PNG nền trong suốt của chữ ký tay.", r#"{"file": "chu-ky.png"}"#;
        "seal": "Hình con dấu (ô số 8)", "Ảnh PNG nền trong suốt, trùm một phần ba chữ ký về bên trái.", r#"{"file": "con-dau.png"}"#;
        "signature_field": "Ô ký số của người ký (ô số 7c)", "Chỗ trống để phần mềm ký số điền chữ ký số của người ký. Bỏ trống: ở chỗ chữ ký tay; false: không có.", r#"{"width": "50mm"}"#;
        "seal_field": "Ô ký số của cơ quan (ô số 8)", "Chỗ trống để phần mềm ký số điền chữ ký số của cơ quan. Bỏ trống: ở chỗ con dấu; false: không có.", "false";
    }
    "Approval" {
        "": "Phê duyệt", "Chữ PHÊ DUYỆT, ngày, chức vụ, chỗ ký, họ và tên người phê duyệt; dưới phần đầu, trên tên loại.";
        "word": "Chữ phê duyệt", "In hoa, đậm. Bỏ trống: PHÊ DUYỆT.", r#""Phê duyệt của Hiệu trưởng""#;
        "date": "Ngày phê duyệt", "Bỏ trống: chừa chỗ ghi tay ngày, tháng.", r#""2026-03-25""#;
        "side": "Bên đặt khối phê duyệt", "Bỏ trống: left.", r#""right""#;
        "signature": "Người phê duyệt", "Quyền hạn, chức vụ, họ và tên, hình chữ ký, con dấu như khối chữ ký.", r#"{"position": "CHỦ TỊCH", "signer": "Lê Văn An"}"#;
    }
    "ApprovalSide" {
        "": "Bên đặt khối phê duyệt", "Dưới tên cơ quan hoặc dưới Quốc hiệu.";
        "left": "Bên trái", "Dưới tên cơ quan và số, ký hiệu.";
        "right": "Bên phải", "Dưới địa danh và thời gian.";
    }
    "FieldSpec" {
        "": "Ô ký số", "true: ở chỗ theo quy định; false: không có ô; hoặc đối tượng nêu kích thước, vị trí riêng.", "false";
    }
    "FieldPlace" {
        "": "Kích thước, vị trí của ô ký số", "Độ dài ghi kèm đơn vị mm, cm hoặc pt; trường bỏ trống lấy theo quy định. Ô không nhỏ hơn 5 mm và không ra ngoài trang.", r#"{"width": "50mm", "height": "20mm"}"#;
        "width": "Chiều rộng của ô", "Bỏ trống: bằng hình chữ ký (40mm) hoặc con dấu (36mm).", r#""50mm""#;
        "height": "Chiều cao của ô", "Bỏ trống: bằng hình chữ ký, con dấu hoặc chỗ ký.", r#""20mm""#;
        "x": "Vị trí ngang của ô", "Từ mép trái cột chữ ký đến mép trái của ô; số âm: ra phía trái. Bỏ trống: ở chỗ của hình chữ ký hoặc con dấu.", r#""10mm""#;
        "y": "Vị trí dọc của ô", "Từ mép trên chỗ ký (ngay dưới chức vụ) xuống mép trên của ô; số âm: lên trên. Bỏ trống: giữa chỗ ký.", r#""0mm""#;
    }
    "RecordSpec" {
        "": "Thông tin cho hệ thống quản lý văn bản", "Theo Nghị định 30/2020/NĐ-CP, Phụ lục VI, văn bản đi. Không in ra; giá trị dài hơn quy định vẫn giữ nguyên, kèm cảnh báo.";
        "organ_id": "Mã định danh cơ quan lập hồ sơ", "Trường OrganId, tối đa 13 ký tự.", r#""H37.05""#;
        "file_catalog": "Năm hình thành hồ sơ", "Trường FileCatalog, bốn chữ số.", "2026";
        "file_notation": "Số và ký hiệu hồ sơ", "Trường FileNotation, tối đa 20 ký tự.", r#""12/BC""#;
        "doc_ordinal": "Số thứ tự văn bản trong hồ sơ", "Trường DocOrdinal, tối đa ba chữ số.", "7";
        "description": "Ghi chú của hồ sơ", "Trường Description, tối đa 500 ký tự, một dòng.", r#""Thay văn bản gửi nhầm""#;
        "priority": "Mức độ khẩn, mật", "Trường Priority, một chữ số theo bảng mã của hệ thống quản lý văn bản.", "1";
        "due_date": "Hạn trả lời văn bản", "Trường DueDate: đủ năm, tháng, ngày.", r#""2026-03-15""#;
        "to": "Cơ quan nhận văn bản", "Trường To. Bỏ trống: lấy từ Kính gửi và Nơi nhận; mảng rỗng: không ghi.", r#"[{"organ_id": "H37", "organ_name": "Ủy ban nhân dân tỉnh Lạng Sơn"}]"#;
    }
    "RecordReceiver" {
        "": "Một cơ quan nhận văn bản", "Mã định danh và tên của một nơi nhận.";
        "organ_id": "Mã định danh cơ quan nhận", "Trường OrganId, tối đa 13 ký tự.", r#""H37""#;
        "organ_name": "Tên cơ quan nhận", "Trường OrganName, tối đa 200 ký tự.", r#""Ủy ban nhân dân tỉnh Lạng Sơn""#;
    }
    "PictureSpec" {
        "": "Hình ảnh", "Tệp PNG đặt cạnh đặc tả.";
        "file": "Tệp PNG", "Đường dẫn tính từ thư mục của đặc tả, ngăn cách bằng dấu /, không ra khỏi thư mục đó.", r#""chu-ky.png""#;
        "width": "Chiều rộng in ra", "Kèm đơn vị. Bỏ trống: 40mm cho chữ ký, 36mm cho con dấu, ít hơn nếu hình cao hơn chỗ của nó.", r#""40mm""#;
        "alternative_text": "Văn bản thay thế", "Lời tả hình cho người không nhìn thấy, đọc lên trong tệp PDF. Bỏ trống: “Chữ ký của…”, “Dấu của…”.", r#""Chữ ký của Giám đốc""#;
    }
    "LayoutOverrides" {
        "": "Tùy chỉnh trình bày", "Mỗi trị số mang tên như trong quy định; độ dài ghi kèm đơn vị mm, cm hoặc pt.";
        "line_breaks": "Cách xuống dòng", "Bỏ trống: settled.", r#""settled""#;
    }
    "LineBreakSetting" {
        "": "Cách xuống dòng", "Không quy định nào đặt ra.";
        "settled": "Như nhau ở mọi chương trình soạn thảo", "Dòng nào dễ xuống khác nhau thì giãn hoặc thu khoảng cách chữ một chút, mắt không thấy.";
        "natural": "Theo quy tắc chung", "Không giãn chữ; có dòng sẽ xuống khác ở chương trình khác.";
    }
}

/// Every row; those of blocks, document types and layout values stand in their tables.
pub(super) fn meanings() -> impl Iterator<Item = &'static Meaning> + Clone {
    MEANINGS.iter().chain(block::MEANINGS).chain(doc_type::MEANINGS).chain(layout::MEANINGS)
}

/// The fields of a definition.
pub(super) fn fields(of: &str) -> impl Iterator<Item = &'static str> + Clone {
    meanings().filter(move |m| m.of == of && !m.name.is_empty()).map(|m| m.name)
}
