//! What each kind of finding means to a clerk, and an example of the fault beside one without it: for `vanban explain`. The English
//! meaning stands in the registry.

use super::{FindingKind, Lang};

/// What is told of a kind beside its row of the registry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The code of the kind.
    pub code: &'static str,
    /// What it stands for: one sentence in Vietnamese.
    pub meaning: &'static str,
    /// What leads to it, or how it is mended.
    pub advice: Option<Advice>,
    /// Members of a specification that have the fault, and the same without it.
    pub example: Option<Example>,
}

/// A cause or a cure in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Advice {
    /// Vietnamese: a sentence.
    pub vi: &'static str,
    /// English, likewise.
    pub en: &'static str,
}

/// Members of a specification, as JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Example {
    /// With the fault.
    pub wrong: &'static str,
    /// Without it.
    pub right: &'static str,
}

impl FindingKind {
    /// What is told of the kind.
    #[must_use]
    pub fn explanation(&self) -> Option<&'static Explanation> {
        ALL.iter().find(|explanation| explanation.code == self.code)
    }

    /// What it stands for, in a language.
    #[must_use]
    pub fn meaning_in(&self, lang: Lang) -> &'static str {
        match (lang, self.explanation()) {
            (Lang::Vi, Some(explanation)) => explanation.meaning,
            _ => self.meaning,
        }
    }
}

impl Advice {
    /// In a language.
    #[must_use]
    pub const fn of(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Vi => self.vi,
            Lang::En => self.en,
        }
    }
}

/// The kind whose code or name is nearest to what was typed: a digit or letter wrong, small letters, spaces.
#[must_use]
pub fn nearest(typed: &str) -> Option<&'static FindingKind> {
    let folded = typed.trim().to_lowercase().replace([' ', '-'], "_");
    let digits: String = folded.chars().filter(char::is_ascii_digit).collect();
    let is_code = folded.starts_with("vb") || !digits.is_empty() && digits.len() == folded.len();
    let distance = |kind: &FindingKind| {
        if is_code {
            let asked: usize = digits.parse().unwrap_or(usize::MAX);
            kind.code[2..].parse::<usize>().map_or(usize::MAX, |own| own.abs_diff(asked))
        } else {
            uncommon(kind.name, &folded)
        }
    };
    super::registry::ALL.iter().min_by_key(|kind| distance(kind))
}

/// How many letters of two names do not pair up, in pairs of neighbours.
fn uncommon(a: &str, b: &str) -> usize {
    let pairs = |text: &str| -> Vec<(char, char)> { text.chars().zip(text.chars().skip(1)).collect() };
    let (a, mut left) = (pairs(a), pairs(b));
    let mut missing = 0;
    for pair in a {
        match left.iter().position(|other| *other == pair) {
            Some(at) => drop(left.swap_remove(at)),
            None => missing += 1,
        }
    }
    missing + left.len()
}

/// A whole explanation as a person reads it.
#[must_use]
pub fn print(kind: &FindingKind, lang: Lang) -> String {
    let (wrong, right) = match lang {
        Lang::Vi => ("Sai", "Đúng"),
        Lang::En => ("Wrong", "Right"),
    };
    let mut out =
        format!("{} {} ({})\n\n  {}\n", kind.code, kind.name, lang.severity(kind.severity), kind.meaning_in(lang));
    let explanation = kind.explanation();
    if let Some(advice) = explanation.and_then(|explanation| explanation.advice) {
        out.push_str(&format!("  {}\n", advice.of(lang)));
    }
    if let Some(Example { wrong: bad, right: good }) = explanation.and_then(|explanation| explanation.example) {
        out.push_str(&format!("\n  {wrong}:\n    {bad}\n  {right}:\n    {good}\n"));
    }
    out
}

/// All kinds, a line each.
#[must_use]
pub fn list(lang: Lang) -> String {
    let width =
        [super::Severity::Error, super::Severity::Warning].map(|severity| lang.severity(severity).chars().count());
    let width = width.into_iter().max().unwrap_or_default();
    let line = |kind: &FindingKind| {
        format!("{} {:<width$} {}\n", kind.code, lang.severity(kind.severity), kind.meaning_in(lang))
    };
    super::registry::ALL.iter().map(line).collect()
}

macro_rules! explanations {
    ($($code:literal $meaning:literal $(advice $vi:literal, $en:literal)? $(wrong $wrong:literal right $right:literal)?;)*) => {
        /// The explanations in the order of the codes.
        pub const ALL: &[Explanation] = &[$(Explanation {
            code: $code,
            meaning: $meaning,
            advice: explanations!(@advice $($vi, $en)?),
            example: explanations!(@example $($wrong, $right)?),
        },)*];
    };
    (@advice) => { None };
    (@advice $vi:literal, $en:literal) => { Some(Advice { vi: $vi, en: $en }) };
    (@example) => { None };
    (@example $wrong:literal, $right:literal) => { Some(Example { wrong: $wrong, right: $right }) };
}

explanations! {
"VB001" "Tệp trống." advice "Lệnh `vanban new BC` in ra một bản đặc tả mẫu.", "`vanban new report` prints a specification to begin with.";
"VB002" "Tệp không phải UTF-8." advice "Lưu lại tệp bằng mã UTF-8.", "Save the file in UTF-8.";
"VB003" "Tệp ở mã UTF-16 hoặc UTF-32." advice "Lưu lại tệp bằng mã UTF-8; PowerShell cũ ghi UTF-16 khi dùng dấu >.", "Save the file in UTF-8; an old PowerShell writes UTF-16 with >.";
"VB004" "JSON viết sai." wrong r#""number": 07"# right r#""number": 7"#;
"VB005" "Mảng và đối tượng lồng nhau quá sâu.";
"VB006" "Tệp không chứa một đối tượng." advice "Bản đặc tả bắt đầu bằng { và kết thúc bằng }.", "A specification begins with { and ends with }.";
"VB007" "Sau dấu } đóng văn bản còn nội dung khác." advice "Mỗi tệp là một văn bản.", "One document a file.";
"VB008" "Có quá nhiều chỗ cùng một loại, phần còn lại không liệt kê." advice "Là cảnh báo khi phần không liệt kê chỉ là cảnh báo.", "It is a warning where what is left off is warnings.";
"VB009" "Tệp sai theo cách mà chương trình không nói được: đây là lỗi của chương trình." advice "Xin báo cho những người phát triển vanban, kèm bản đặc tả.", "Please report it with the specification.";
"VB010" "Trường không có trong bản đặc tả." wrong r#""adressees": ["Ủy ban nhân dân tỉnh"]"# right r#""addressees": ["Ủy ban nhân dân tỉnh"]"#;
"VB011" "Một trường viết hai lần." wrong r#""number": 7, "number": 8"# right r#""number": 7"#;
"VB012" "Thiếu trường bắt buộc." wrong r#""body": [{"type": "paragraph"}]"# right r#""body": [{"type": "paragraph", "text": "Nội dung."}]"#;
"VB013" "Giá trị sai kiểu." wrong r#""number": "7""# right r#""number": 7"#;
"VB014" "Từ không có trong danh sách." wrong r#""doc_type": "bản tin nội bộ""# right r#""doc_type": "report""#;
"VB015" "Số không nguyên hoặc ngoài khoảng cho phép." wrong r#""number": 1.5"# right r#""number": 7"#;
"VB016" "Độ dài thiếu đơn vị." wrong r#""layout": {"margin_left": 30}"# right r#""layout": {"margin_left": "30mm"}"#;
"VB017" "Tệp thuộc loại khác, như Word, PDF, HTML hay YAML." advice "`vanban extract` lấy lại bản đặc tả từ tệp Word hoặc PDF do vanban kết xuất.", "`vanban extract` takes the specification out of a Word file or PDF that vanban made.";
"VB018" "Loại văn bản hoặc khối chưa có, hoặc không thuộc phạm vi." wrong r#""doc_type": "nghị định""# right r#""doc_type": "rules""#;
"VB020" "Ký tự điều khiển hoặc ký tự khác không thể có trong văn bản." wrong r#""subject": "Kết quả\tquý III""# right r#""subject": "Kết quả quý III""#;
"VB021" "Ký tự đổi chiều chữ: chữ thấy được khác chữ lưu trong tệp." wrong r#""subject": "Kết quả \u202equý III""# right r#""subject": "Kết quả quý III""#;
"VB022" "Chỉ có một nửa ký tự (surrogate lẻ)." wrong r#""subject": "Kết quả \ud800""# right r#""subject": "Kết quả""#;
"VB023" "Ký tự không nhìn thấy; đã bỏ." wrong r#""subject": "Kết quả\u200b quý III""# right r#""subject": "Kết quả quý III""#;
"VB024" "Khoảng trắng ở đầu hoặc cuối chuỗi; đã bỏ." advice "Thường do chép từ Excel hoặc trang mạng.", "Mostly from Excel or a web page." wrong r#""subject": "Kết quả quý III ""# right r#""subject": "Kết quả quý III""#;
"VB025" "Chuỗi không có gì để in." wrong r#""subject": """# right r#""subject": "Kết quả quý III""#;
"VB026" "Xuống dòng ở chỗ văn bản không xuống dòng." wrong r#""issue_place": "Lạng\nSơn""# right r#""issue_place": "Lạng Sơn""#;
"VB027" "Nhiều dấu cách liền nhau." wrong r#""subject": "Kết quả  quý III""# right r#""subject": "Kết quả quý III""#;
"VB028" "Liên kết không phải http, https hoặc mailto." wrong r#""body": [{"type": "paragraph", "text": [{"text": "Cổng", "link": "chinhphu.vn"}]}]"# right r#""body": [{"type": "paragraph", "text": [{"text": "Cổng", "link": "https://chinhphu.vn"}]}]"#;
"VB029" "Ð (U+00D0) thay cho Đ (U+0110)." wrong r#""subject": "\u00d0iều động""# right r#""subject": "Điều động""#;
"VB030" "Không đọc được ngày." wrong r#""issue_date": "9/10/2025""# right r#""issue_date": "2025-10-09""#;
"VB031" "Ngày không có thật." wrong r#""issue_date": "2025-02-30""# right r#""issue_date": "2025-02-28""#;
"VB032" "Có ngày nhưng không có tháng." wrong r#""issue_date": {"year": 2025, "day": 9}"# right r#""issue_date": {"year": 2025, "month": 10, "day": 9}"#;
"VB033" "Năm ngoài khoảng cho phép." wrong r#""issue_date": "0202-10-09""# right r#""issue_date": "2025-10-09""#;
"VB034" "Quy định được chọn không có hiệu lực vào ngày ban hành." advice "Bỏ tùy chọn --regulation thì chương trình chọn theo ngày.", "Without --regulation the date decides.";
"VB035" "Ngày phải đủ ngày, tháng, năm nhưng còn để trống ngày hoặc tháng.";
"VB036" "Hạn trả lời trước ngày ban hành.";
"VB037" "Trong nội dung có ngày không có thật." wrong r#""body": [{"type": "paragraph", "text": "Hạn cuối là ngày 31/4/2025."}]"# right r#""body": [{"type": "paragraph", "text": "Hạn cuối là ngày 30/4/2025."}]"#;
"VB040" "Số văn bản là 0." advice "Bản dự thảo bỏ trường \"number\".", "A draft leaves \"number\" out." wrong r#""number": 0"# right r#""number": 7"#;
"VB041" "Không có ký hiệu, cũng không có tên viết tắt để lập ký hiệu." wrong r#""issuer": {"name": "Sở Nội vụ"}"# right r#""issuer": {"name": "Sở Nội vụ", "abbreviation": "SNV"}"#;
"VB042" "Ký hiệu có dấu cách." wrong r#""symbol": "BC - SNV""# right r#""symbol": "BC-SNV""#;
"VB043" "Ký hiệu lặp lại số văn bản." wrong r#""symbol": "07/BC-SNV""# right r#""symbol": "BC-SNV""#;
"VB044" "Trích yếu kết thúc bằng dấu chấm." wrong r#""subject": "Kết quả quý III.""# right r#""subject": "Kết quả quý III""#;
"VB046" "Địa danh chứa cả ngày; địa danh không viết hoa chỉ là cảnh báo." wrong r#""issue_place": "Lạng Sơn, ngày 9 tháng 10 năm 2025""# right r#""issue_place": "Lạng Sơn""#;
"VB047" "Cấp chính quyền không còn nữa.";
"VB048" "Loại văn bản này cần nơi kính gửi nhưng không có.";
"VB049" "Không có nơi nhận." wrong r#""recipients": null"# right r#""recipients": {"items": ["Lãnh đạo Sở"]}"#;
"VB050" "Phần chương trình tự thêm hoặc không in ở đó; đã bỏ." wrong r#""recipients": {"items": ["- Lãnh đạo Sở;"]}"# right r#""recipients": {"items": ["Lãnh đạo Sở"]}"#;
"VB051" "Dòng Lưu nằm trong danh sách nơi nhận." advice "Phần lưu ghi ở \"archive\".", "What is filed stands in \"archive\".";
"VB052" "“Như trên” ghi hai lần.";
"VB053" "Ký hiệu có chữ thường." wrong r#""symbol": "bc-snv""# right r#""symbol": "BC-SNV""#;
"VB054" "Ký hiệu có năm: đó là văn bản quy phạm pháp luật, ngoài phạm vi của quy định này." wrong r#""symbol": "2025/QĐ-UBND""# right r#""symbol": "BC-SNV""#;
"VB055" "Ghi “Như trên” nhưng phía trên không có nơi kính gửi." wrong r#""recipients": {"items": ["Như trên", "Lãnh đạo Sở"]}"# right r#""recipients": {"items": ["Lãnh đạo Sở"]}"#;
"VB056" "Loại văn bản này không có phần kính gửi.";
"VB057" "Ký hiệu dùng dấu gạch khác dấu gạch nối (-)." wrong r#""symbol": "BC–SNV""# right r#""symbol": "BC-SNV""#;
"VB060" "Dòng quyền hạn không bắt đầu bằng TM., KT., TL., TUQ. hoặc Q.";
"VB061" "Chữ tắt của quyền hạn viết bằng dấu gạch chéo hoặc thiếu dấu chấm." wrong r#""signatures": [{"authority": ["K/T GIÁM ĐỐC"], "position": "PHÓ GIÁM ĐỐC", "signer": "Lê Văn An"}]"# right r#""signatures": [{"authority": ["KT. GIÁM ĐỐC"], "position": "PHÓ GIÁM ĐỐC", "signer": "Lê Văn An"}]"#;
"VB062" "Thiếu dấu cách sau chữ tắt của quyền hạn." wrong r#""signatures": [{"authority": ["KT.GIÁM ĐỐC"], "position": "PHÓ GIÁM ĐỐC", "signer": "Lê Văn An"}]"# right r#""signatures": [{"authority": ["KT. GIÁM ĐỐC"], "position": "PHÓ GIÁM ĐỐC", "signer": "Lê Văn An"}]"#;
"VB063" "Ký thay (KT.) nhưng không có chức vụ của cấp phó." wrong r#""signatures": [{"authority": ["KT. GIÁM ĐỐC"], "signer": "Lê Văn An"}]"# right r#""signatures": [{"authority": ["KT. GIÁM ĐỐC"], "position": "PHÓ GIÁM ĐỐC", "signer": "Lê Văn An"}]"#;
"VB064" "TUQ. đi cùng KT.: người được ủy quyền không ủy quyền tiếp.";
"VB065" "Không có quyền hạn, cũng không có chức vụ." wrong r#""signatures": [{"signer": "Lê Văn An"}]"# right r#""signatures": [{"position": "Giám đốc", "signer": "Lê Văn An"}]"#;
"VB066" "Chức vụ cấp phó nhưng không có KT." wrong r#""signatures": [{"position": "Phó Giám đốc", "signer": "Lê Văn An"}]"# right r#""signatures": [{"authority": ["KT. GIÁM ĐỐC"], "position": "PHÓ GIÁM ĐỐC", "signer": "Lê Văn An"}]"#;
"VB067" "Trước họ và tên người ký có học hàm, học vị hoặc danh hiệu." wrong r#""signatures": [{"position": "Giám đốc", "signer": "TS. Lê Văn An"}]"# right r#""signatures": [{"position": "Giám đốc", "signer": "Lê Văn An"}]"#;
"VB068" "Họ và tên người ký viết toàn chữ hoa." wrong r#""signatures": [{"position": "Giám đốc", "signer": "LÊ VĂN AN"}]"# right r#""signatures": [{"position": "Giám đốc", "signer": "Lê Văn An"}]"#;
"VB069" "Có hình chữ ký hoặc con dấu nhưng chưa có số.";
"VB070" "Không có nội dung." wrong r#""body": []"# right r#""body": [{"type": "paragraph", "text": "Nội dung."}]"#;
"VB071" "Không có phần ký." wrong r#""signatures": []"# right r#""signatures": [{"position": "Giám đốc", "signer": "Lê Văn An"}]"#;
"VB072" "Danh sách không có mục nào, hoặc đoạn trích không có nội dung." wrong r#""body": [{"type": "list", "items": []}]"# right r#""body": [{"type": "list", "items": ["Ý thứ nhất"]}]"#;
"VB073" "Đơn vị đánh số không có tên, cũng không có nội dung." wrong r#""body": [{"type": "clause"}]"# right r#""body": [{"type": "clause", "text": "Nội dung."}]"#;
"VB074" "Cấp ngoài khoảng từ 1 đến 3." wrong r#""body": [{"type": "clause", "heading": "Kết quả"}, {"type": "subclause", "level": 4, "text": "Nội dung."}]"# right r#""body": [{"type": "clause", "heading": "Kết quả"}, {"type": "subclause", "level": 1, "text": "Nội dung."}]"#;
"VB075" "Danh sách lồng sâu hơn ba cấp.";
"VB076" "Khối thuộc hệ đánh số kia (điều hoặc mục)." wrong r#""body": [{"type": "article", "text": "Nội dung."}]"# right r#""body": [{"type": "clause", "text": "Nội dung."}]"#;
"VB077" "Dấu ./. đứng trước chỗ kết thúc." wrong r#""body": [{"type": "paragraph", "text": "Hết phần một./."}, {"type": "paragraph", "text": "Còn phần hai."}]"# right r#""body": [{"type": "paragraph", "text": "Hết phần một."}, {"type": "paragraph", "text": "Còn phần hai."}]"#;
"VB078" "Còn chỗ chưa điền trong chuỗi." wrong r#""subject": "Kết quả quý ???""# right r#""subject": "Kết quả quý III""#;
"VB079" "Số thứ tự tự gõ ở chỗ chương trình đánh số." wrong r#""body": [{"type": "section", "heading": "I. Kết quả"}, {"type": "paragraph", "text": "Nội dung."}]"# right r#""body": [{"type": "section", "heading": "Kết quả"}, {"type": "paragraph", "text": "Nội dung."}]"#;
"VB080" "Bỏ qua một cấp đánh số.";
"VB085" "Đường dẫn hình sai hoặc ra ngoài thư mục của bản đặc tả." wrong r#""signatures": [{"position": "Giám đốc", "signer": "Lê Văn An", "image": {"file": "../chu-ky.png"}}]"# right r#""signatures": [{"position": "Giám đốc", "signer": "Lê Văn An"}]"#;
"VB086" "Theo tên tệp thì hình không phải PNG." wrong r#""signatures": [{"position": "Giám đốc", "signer": "Lê Văn An", "image": {"file": "chu-ky.jpg"}}]"# right r#""signatures": [{"position": "Giám đốc", "signer": "Lê Văn An", "image": {"file": "chu-ky.png"}}]"#;
"VB090" "Tên của khối (\"id\") sai cách đặt." wrong r#""body": [{"type": "paragraph", "id": "trình tự", "text": "Nội dung."}]"# right r#""body": [{"type": "paragraph", "id": "trinh_tu", "text": "Nội dung."}]"#;
"VB091" "Hai khối cùng một tên." wrong r#""body": [{"type": "paragraph", "id": "a", "text": "Một."}, {"type": "paragraph", "id": "a", "text": "Hai."}]"# right r#""body": [{"type": "paragraph", "id": "a", "text": "Một."}, {"type": "paragraph", "id": "b", "text": "Hai."}]"#;
"VB092" "Viện dẫn tới khối không có." wrong r#""body": [{"type": "paragraph", "text": [{"text": "Xem trên.", "ref": "a"}]}]"# right r#""body": [{"type": "paragraph", "id": "a", "text": [{"text": "Xem trên.", "ref": "a"}]}]"#;
"VB093" "Một đoạn chữ có cả liên kết và viện dẫn." wrong r#""body": [{"type": "paragraph", "id": "a", "text": [{"text": "Xem trên.", "ref": "a", "link": "https://chinhphu.vn"}]}]"# right r#""body": [{"type": "paragraph", "id": "a", "text": [{"text": "Xem trên.", "ref": "a"}]}]"#;
"VB094" "Mã ngôn ngữ không phải BCP 47." wrong r#""body": [{"type": "paragraph", "text": [{"text": "Report.", "lang": "english language"}]}]"# right r#""body": [{"type": "paragraph", "text": [{"text": "Report.", "lang": "en"}]}]"#;
"VB100" "Không đọc được giá trị trình bày." wrong r#""layout": {"margin_left": "ba phân"}"# right r#""layout": {"margin_left": "30mm"}"#;
"VB101" "Giá trị trình bày mà không trang nào có được." wrong r#""layout": {"margin_left": "900mm"}"# right r#""layout": {"margin_left": "30mm"}"#;
"VB102" "Giá trị trình bày ngoài khoảng của quy định." wrong r#""layout": {"margin_left": "25mm"}"# right r#""layout": {"margin_left": "30mm"}"#;
"VB103" "Lề trang không chừa chỗ cho nội dung.";
"VB104" "Nhiều khối, mục, dòng và trường hơn mức một tệp cỡ đó được có.";
"VB105" "Một đoạn dài quá mức cho phép.";
"VB106" "Nhiều dòng hơn mức chữ chiếm trên bất kỳ khổ giấy nào.";
"VB109" "Không đọc được dữ liệu của quy định: đây là lỗi của chương trình.";
"VB110" "Không có tệp hình này." wrong r#""signatures": [{"position": "Giám đốc", "signer": "Lê Văn An", "image": {"file": "khong-co.png"}}]"# right r#""signatures": [{"position": "Giám đốc", "signer": "Lê Văn An"}]"#;
"VB111" "Hình nằm ngoài thư mục của bản đặc tả.";
"VB112" "Tệp hình quá lớn.";
"VB113" "Không đọc được tệp hình.";
"VB114" "Hình không phải PNG.";
"VB115" "Tệp PNG hỏng.";
"VB116" "Hình có quá nhiều điểm ảnh.";
"VB117" "Hình in hẹp hơn mức cần vì không đủ chỗ.";
"VB118" "Ô chữ ký số nằm ngoài trang.";
"VB120" "Quốc hiệu, Tiêu ngữ hoặc dòng ngày tháng không vừa một dòng.";
"VB121" "Số, ký hiệu không vừa một dòng.";
"VB122" "Có từ rộng hơn cột của nó.";
"VB130" "Phông không có hình cho ký tự này." wrong r#""subject": "Hồ sơ 漢 quý III""# right r#""subject": "Hồ sơ quý III""#;
"VB140" "Ký hiệu bắt đầu bằng chữ tắt của loại văn bản khác." wrong r#""symbol": "TB-SNV""# right r#""symbol": "BC-SNV""#;
"VB141" "Giá trị dài hơn mức hệ thống quản lý văn bản lưu được.";
"VB142" "Chữ viện dẫn ghi số khác với số in ở chỗ được dẫn tới.";
"VB143" "Quy định đang áp dụng không có loại văn bản này.";
"VB144" "Loại văn bản này không in trường đó.";
"VB145" "Tệp được tạo nhưng không đọc lại được bản đặc tả hoặc siêu dữ liệu từ nó.";
"VB146" "Ký hiệu công văn thiếu đơn vị soạn thảo.";
"VB150" "Ký thay (KT.) mà chức vụ của người ký lại là của cấp trưởng." wrong r#""signatures": [{"authority": ["KT. GIÁM ĐỐC"], "position": "GIÁM ĐỐC", "signer": "Lê Văn An"}]"# right r#""signatures": [{"authority": ["KT. GIÁM ĐỐC"], "position": "PHÓ GIÁM ĐỐC", "signer": "Lê Văn An"}]"#;
"VB151" "Dòng quyền hạn gõ vào chức vụ." wrong r#""signatures": [{"position": "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", "signer": "Lê Văn An"}]"# right r#""signatures": [{"authority": ["KT. GIÁM ĐỐC"], "position": "PHÓ GIÁM ĐỐC", "signer": "Lê Văn An"}]"#;
"VB152" "Trước họ và tên người ký có chữ không thuộc tên, như “Ông”, “(Đã ký)”." wrong r#""signatures": [{"position": "Giám đốc", "signer": "Ông Lê Văn An"}]"# right r#""signatures": [{"position": "Giám đốc", "signer": "Lê Văn An"}]"#;
"VB153" "Họ và tên người ký có phần không viết hoa." wrong r#""signatures": [{"position": "Giám đốc", "signer": "lê văn an"}]"# right r#""signatures": [{"position": "Giám đốc", "signer": "Lê Văn An"}]"#;
"VB154" "Sau KT. là chức vụ không phải của cấp phó." wrong r#""signatures": [{"authority": ["KT. Giám đốc"], "position": "Chánh Văn phòng", "signer": "Lê Văn An"}]"# right r#""signatures": [{"authority": ["KT. Giám đốc"], "position": "Phó Giám đốc", "signer": "Lê Văn An"}]"#;
"VB160" "Chữ ở bảng mã cũ trước Unicode: TCVN3 hoặc VNI.";
"VB161" "Chữ UTF-8 đã bị đọc bằng bảng mã khác.";
"VB162" "Dấu hỏi thay cho những chữ đã mất khi chuyển mã." wrong r#""subject": "K?t qu? công tác quý III""# right r#""subject": "Kết quả công tác quý III""#;
"VB163" "Dấu thanh đứng rời khỏi chữ của nó.";
"VB164" "Căn cứ không bắt đầu bằng “Căn cứ”." wrong r#""legal_basis": ["Luật Tổ chức chính quyền địa phương"]"# right r#""legal_basis": ["Căn cứ Luật Tổ chức chính quyền địa phương"]"#;
"VB165" "Trích yếu lặp lại tên loại văn bản." wrong r#""subject": "Báo cáo kết quả quý III""# right r#""subject": "Kết quả quý III""#;
"VB166" "“V/v” chỉ dùng cho công văn, không dùng cho văn bản có tên loại." wrong r#""subject": "V/v kết quả quý III""# right r#""subject": "Kết quả quý III""#;
"VB167" "Đoạn bắt đầu bằng số hoặc dấu tự gõ." wrong r#""body": [{"type": "paragraph", "text": "Điều 1. Phạm vi."}, {"type": "paragraph", "text": "Điều 2. Đối tượng."}]"# right r#""body": [{"type": "clause", "text": "Phạm vi."}, {"type": "clause", "text": "Đối tượng."}]"#;
"VB168" "Nội dung lặp lại phần in quanh nội dung: Quốc hiệu, căn cứ, “QUYẾT ĐỊNH:”, Nơi nhận." wrong r#""body": [{"type": "paragraph", "text": "Độc lập - Tự do - Hạnh phúc"}, {"type": "paragraph", "text": "Nội dung."}]"# right r#""body": [{"type": "paragraph", "text": "Nội dung."}]"#;
"VB169" "Quyết định, nghị quyết không có căn cứ ban hành.";
"VB170" "Năm trong ký hiệu của văn bản quy phạm pháp luật khác năm ban hành.";
"VB171" "Nghị quyết có hiệu lực, hoặc được ban hành, trước ngày được thông qua.";
"VB172" "Văn bản liên tịch mà không phải cơ quan nào cũng ký.";
"VB173" "Một cơ quan được ghi hai lần trong văn bản liên tịch, hoặc văn bản liên tịch chỉ có một cơ quan.";
"VB174" "Ngày phê duyệt trước ngày ban hành.";
"VB175" "Chữ sau số không phải một hoặc hai chữ cái thường, hoặc không có số." wrong r#""number": 7, "number_suffix": "A1""# right r#""number": 7, "number_suffix": "a""#;
"VB180" "Số dòng chấm của một mục biểu mẫu không dùng được: bằng 0, quá nhiều, hoặc mục đã có giá trị." wrong r#""body": [{"type": "field", "label": "Ý kiến", "lines": 0}]"# right r#""body": [{"type": "field", "label": "Ý kiến", "lines": 3}]"#;
"VB181" "Sang trang không có tác dụng: chỗ đó đã ở đầu trang, hoặc phía sau không còn nội dung." wrong r#""body": [{"type": "paragraph", "text": "Nội dung."}, {"type": "page_break"}]"# right r#""body": [{"type": "paragraph", "text": "Nội dung."}]"#;
"VB182" "Số cột của các ô đánh dấu không dùng được: bằng 0 hoặc quá nhiều." wrong r#""body": [{"type": "checkbox", "items": [{"text": "Nam"}, {"text": "Nữ"}], "columns": 0}]"# right r#""body": [{"type": "checkbox", "items": [{"text": "Nam"}, {"text": "Nữ"}], "columns": 2}]"#;
"VB183" "Ngoặc kép trong đoạn trích không đủ cặp." wrong r#""body": [{"type": "quotation", "paragraphs": ["“1. Gọi là “cơ quan quản lý;"]}]"# right r#""body": [{"type": "quotation", "paragraphs": ["“1. Gọi là “cơ quan quản lý”;”"]}]"#;
"VB200" "Bảng không có cột, hoặc quá nhiều cột.";
"VB201" "Hàng của bảng thừa hoặc thiếu ô, hoặc ô gộp vượt ra ngoài.";
"VB202" "Cột hẹp hơn từ dài nhất trong cột.";
"VB203" "Bảng rộng hơn trang.";
"VB204" "Đầu bảng cao quá nửa trang, không lặp lại được ở mỗi trang.";
"VB205" "Ô gộp những hàng cao hơn một trang, mà chữ trong ô không vừa hàng thứ nhất.";
"VB206" "Những hàng phải đi liền nhau cao hơn một trang.";
"VB207" "Cách viết số của cột không phải là một số mẫu.";
"VB220" "Có phụ lục mà nội dung không nhắc đến.";
"VB221" "Đổi hướng giấy, lề trang không có tác dụng: trang đã theo hướng, lề đó, hoặc phía sau không còn nội dung." wrong r#""body": [{"type": "paragraph", "text": "Nội dung."}, {"type": "page_setup", "orientation": "landscape"}]"# right r#""body": [{"type": "paragraph", "text": "Nội dung."}]"#;
"VB222" "Ký số phụ lục, văn bản kèm theo khi văn bản chưa có số, hoặc trước ngày của văn bản.";
"VB223" "Văn bản có quá nhiều tệp.";
"VB224" "Số trang của một chỗ ở tệp khác.";
"VB225" "Bản sao giấy thiếu thời gian sao, người ký hoặc ký hiệu." wrong r#""copy": {"kind": "certified_copy", "number": 5, "signature": {"position": "Chánh Văn phòng"}}"# right r#""copy": {"kind": "certified_copy", "number": 5, "issue_date": "2026-03-05", "signature": {"position": "Chánh Văn phòng"}}"#;
"VB226" "Không đọc được thời gian ký số." wrong r#""copy": {"kind": "certified_copy", "signed_at": "2026-03-05 14:30"}"# right r#""copy": {"kind": "certified_copy", "signed_at": "2026-03-05T14:30:00+07:00"}"#;
"VB227" "Bản sao đề ngày trước ngày của văn bản.";
"VB228" "Sao một văn bản chưa có số.";
"VB229" "Dòng thông tin ký số không đủ chỗ phía trên trang đầu.";
"VB240" "Trong chú thích cuối trang có chú thích." wrong r#""body": [{"type": "paragraph", "text": ["Toàn tỉnh có 200 xã", {"text": ",", "note": ["Số liệu", {"text": " năm 2025", "note": "Đến hết tháng 6."}]}]}]"# right r#""body": [{"type": "paragraph", "text": ["Toàn tỉnh có 200 xã", {"text": ",", "note": "Số liệu năm 2025, đến hết tháng 6."}]}]"#;
"VB241" "Chú thích cuối trang ở chỗ không có được chú thích: trong bảng, ở lề trang.";
"VB242" "Chú thích của một dòng cao quá, không trang nào chứa được cùng dòng đó.";
"VB250" "Hình JPEG thuộc loại không phải chương trình nào cũng hiện như nhau: CMYK, mã hóa lạ, cần xoay.";
        "VB251" "Hình không có văn bản thay thế." wrong r#""body": [{"type": "picture", "file": "bieu-do.png"}]"# right r#""body": [{"type": "picture", "file": "bieu-do.png", "alternative_text": "Biểu đồ số hồ sơ"}]"#;
        "VB252" "Mục lục không có gì để liệt kê." wrong r#""body": [{"type": "contents"}, {"type": "paragraph", "text": "Nội dung."}]"# right r#""body": [{"type": "contents"}, {"type": "section", "heading": "Mục tiêu"}, {"type": "paragraph", "text": "Nội dung."}]"#;
"VB253" "Số cấp của mục lục không dùng được: phải từ 1 đến 5; danh mục bảng, danh mục hình chỉ có một cấp." wrong r#""body": [{"type": "contents", "levels": 9}, {"type": "section", "heading": "Mục tiêu"}]"# right r#""body": [{"type": "contents", "levels": 3}, {"type": "section", "heading": "Mục tiêu"}]"#;
"VB254" "Một phần của văn bản có hai mục lục cùng loại." wrong r#""body": [{"type": "contents"}, {"type": "section", "heading": "Mục tiêu"}, {"type": "contents"}]"# right r#""body": [{"type": "contents"}, {"type": "section", "heading": "Mục tiêu"}]"#;
"VB255" "Số trang ghi trong nội dung (page_of) làm nơi được nêu chuyển sang trang khác, nên không có số nào đúng.";
"VB256" "Trong chú thích cuối trang có hình.";
"VB257" "Hình trong câu cao hơn dòng mà giãn dòng cố định hoặc dưới dòng đơn chứa được.";
"VB270" "Chỗ cần điền {{tên}} chưa có giá trị.";
"VB271" "Dữ liệu mà không chỗ nào cần đến.";
"VB272" "Dữ liệu không in được trong câu: danh sách, số dạng mũ.";
"VB273" "Tệp dữ liệu không phải đối tượng JSON, hoặc đặt một tên hai lần.";
"VB275" "Tệp cơ quan (issuer_from) không có, nằm ngoài thư mục của bản đặc tả, hoặc không phải đối tượng JSON.";
"VB280" "Tệp số liệu (rows_from) không có, nằm ngoài thư mục của bản đặc tả, lớn quá, hoặc không chứa bảng.";
"VB281" "Tệp số liệu không có trang tính hay vùng ô đó, hoặc vùng ô trống.";
"VB282" "Các hàng của tệp số liệu không cùng số ô.";
"VB283" "Ô của tệp số liệu là lỗi của công thức, như #N/A.";
"VB290" "Văn bản đóng dấu dự thảo mà đã có số." wrong r#""number": 12, "marks": {"draft": "Dự thảo"}"# right r#""number": null, "marks": {"draft": "Dự thảo"}"#;
"VB291" "Dấu dài hơn bề rộng phần chữ của trang.";
"VB292" "Lề trên không đủ chỗ cho dấu phạm vi lưu hành cùng dòng thông tin ký số.";
"VB900" "Khối cao hơn một trang.";
"VB910" "Hình trong suốt được đặt trên nền trắng vì loại PDF này không cho trong suốt.";
"VB911" "Hình trong suốt sẽ che hình khác ở dưới trong loại PDF không cho trong suốt.";
}
