//! Malformed specifications and what is said about them: each fault, its place, its cure.
//!
//! A case is an edit of a good specification, or a whole file. `‸` marks the byte that the first finding must point at. The
//! printed findings are kept in `tests/golden/malformed`; `UPDATE=1 cargo test` rewrites them.

use std::fmt::Write as _;
use std::sync::OnceLock;

use proptest::prelude::*;
use vanban::diag::{Diagnostics, Lang, LineIndex, Place, Severity, json, registry, text};
use vanban::font::FontBook;
use vanban::specification::{Spec, locate, parse};
use vanban::{profile, rules};

use crate::golden::Goldens;

/// A specification without a fault.
pub(crate) const GOOD: &str = r#"{
  "$schema": "../schemas/spec.schema.json",
  "doc_type": "report",
  "issuer": {
    "parents": ["UBND TỈNH LẠNG SƠN"],
    "name": "SỞ THÔNG TIN VÀ TRUYỀN THÔNG",
    "abbreviation": "STTTT",
    "contact": {"phone": "0205.3814.555"}
  },
  "number": 624,
  "issue_place": "Lạng Sơn",
  "issue_date": "2019-05-15",
  "subject": "Sơ kết công tác phòng chống tội phạm 6 tháng đầu năm 2019",
  "addressees": ["Ủy ban nhân dân tỉnh"],
  "legal_basis": ["Căn cứ Luật Tổ chức chính quyền địa phương"],
  "body": [
    {"type": "paragraph", "text": ["Thực hiện ", {"text": "Công văn số 1531", "bold": true}, ", Sở báo cáo như sau:"]},
    {"type": "section", "heading": "CÔNG TÁC CHỈ ĐẠO"},
    {"type": "clause", "heading": "Kết quả đạt được", "text": "Đã ban hành 02 văn bản."},
    {"type": "subclause", "level": 1, "text": "Về tuyên truyền."},
    {"type": "list", "marker": "-", "items": ["Đài Phát thanh", {"text": "Báo tỉnh:", "list": {"items": ["số thường kỳ"]}}]},
    {"type": "point", "text": "Ý thứ nhất."}
  ],
  "recipients": {"items": ["Công an tỉnh"], "archive": {"units": ["TTBCXB"], "copies": 5}},
  "signatures": [
    {"authority": ["KT. GIÁM ĐỐC"], "position": "PHÓ GIÁM ĐỐC", "signer": "Lê Hải Yến", "image": {"file": "chu-ky.png"}}
  ],
  "layout": {"margin_left": "30mm"}
}
"#;

enum Input {
    /// The good specification with one piece replaced.
    Edit(&'static str, &'static str),
    /// A whole file.
    Whole(&'static [u8]),
}
use Input::{Edit, Whole};

struct Case {
    name: &'static str,
    input: Input,
    /// The codes of the findings in the order of the file.
    codes: &'static [&'static str],
}

macro_rules! cases {
    ($($name:literal: $input:expr => [$($code:ident),*];)*) => {
        const CASES: &[Case] = &[$(Case { name: $name, input: $input, codes: &[$(registry::$code.code),*] },)*];
    };
}

cases! {
    // The bytes.
    "empty file": Whole(b"") => [EMPTY_FILE];
    "nothing but white space": Whole(b" \n\n") => [EMPTY_FILE];
    "byte order mark alone": Whole(b"\xef\xbb\xbf") => [EMPTY_FILE];
    "UTF-16 with mark": Whole(b"\xff\xfe{\0\"\0") => [UTF16];
    "UTF-16 without mark": Whole(b"\0{\0\"\0a") => [UTF16];
    "UTF-32": Whole(b"{\0\0\0\"\0\0\0") => [UTF16];
    "a byte that is not UTF-8": Whole(b"{\"subject\": \"S\xf4 k\xeat\"}") => [NOT_UTF8];
    "a cut character": Whole(b"{\"subject\": \"S\xe1\xbb") => [NOT_UTF8];
    "a PDF": Whole(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n") => [FOREIGN_FILE];
    "a Word file": Whole(b"PK\x03\x04\x14\0\0\0\x08\0word/document.xml") => [FOREIGN_FILE];
    "an old Word file": Whole(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0") => [FOREIGN_FILE];
    "RTF": Whole(b"{\\rtf1\\ansi B\\'e1o c\\'e1o}") => [FOREIGN_FILE];
    "HTML": Whole(b"<!DOCTYPE html>\n<html></html>") => [FOREIGN_FILE];
    "XML": Whole(b"<?xml version=\"1.0\"?><a/>") => [FOREIGN_FILE];
    "YAML": Whole(b"doc_type: report\nissuer:\n  name: A\n") => [FOREIGN_FILE];
    "TOML": Whole(b"doc_type = \"report\"\n") => [FOREIGN_FILE];
    "a table": Whole(b"doc_type,number,subject\nreport,5,A\n") => [FOREIGN_FILE];
    "a picture": Whole(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR") => [FOREIGN_FILE];
    "plain text": Whole("Kính gửi: Ủy ban nhân dân tỉnh".as_bytes()) => [FOREIGN_FILE];
    "an array": Whole(b"[]") => [NOT_AN_OBJECT];
    "a string": Whole(b"\"b\xc3\xa1o c\xc3\xa1o\"") => [NOT_AN_OBJECT];
    "nested too deep": Whole(&[b'['; 300]) => [TOO_DEEP];
    "two documents": Edit("  \"layout\": {\"margin_left\": \"30mm\"}\n}\n", "  \"layout\": {}\n}\n‸{}") => [TRAILING];

    // JSON.
    "trailing comma in an object": Edit("\"30mm\"}", "\"30mm\"‸,}") => [SYNTAX];
    "trailing comma in an array": Edit("[\"TTBCXB\"]", "[\"TTBCXB\"‸, ]") => [SYNTAX];
    "no comma between fields": Edit("\"number\": 624,", "\"number\": 624‸") => [SYNTAX];
    "no comma between items": Edit("\"marker\": \"-\", \"items\": [\"Đài Phát thanh\", ", "\"items\": [\"Đài Phát thanh\"‸ ") => [SYNTAX];
    "no colon": Edit("\"number\": 624", "\"number\" ‸624") => [SYNTAX];
    "equals sign": Edit("\"number\": 624", "\"number\" ‸= 624") => [SYNTAX];
    "no value": Edit("\"number\": 624", "\"number\": ‸") => [SYNTAX];
    "bare key": Edit("\"number\": 624", "‸number: 624") => [SYNTAX];
    "key in single quotes": Edit("\"number\": 624", "‸'number': 624") => [SYNTAX];
    "single quotes": Edit("\"Lạng Sơn\"", "‸'Lạng Sơn'") => [SYNTAX];
    "typographic quotes": Edit("\"Lạng Sơn\"", "‸“Lạng Sơn”") => [SYNTAX];
    "quote inside a string": Edit("\"Lạng Sơn\"", "\"Lạng \"‸Sơn\"\"") => [SYNTAX];
    "string broken at the line end": Edit("phòng chống tội phạm 6 tháng", "phòng chống\ntội phạm 6 tháng") => [SYNTAX];
    "string without its closing quote": Edit("\"Lạng Sơn\",", "‸\"Lạng Sơn,") => [SYNTAX];
    "file cut in a string": Whole("{\"subject\": ‸\"Sơ kết".as_bytes()) => [SYNTAX];
    "file cut in an object": Whole("{\"doc_type\": \"report\"‸".as_bytes()) => [SYNTAX];
    "file cut after a key": Whole("{\"doc_type\":‸".as_bytes()) => [SYNTAX];
    "bracket of the other kind": Edit("[\"TTBCXB\"]", "[\"TTBCXB\"‸}") => [SYNTAX];
    "True": Edit("\"bold\": true", "\"bold\": ‸True") => [SYNTAX];
    "None": Edit("\"number\": 624", "\"number\": ‸None") => [SYNTAX];
    "leading zero": Edit("\"number\": 624", "\"number\": ‸0624") => [SYNTAX];
    "plus sign": Edit("\"number\": 624", "\"number\": ‸+624") => [SYNTAX];
    "date without quotes": Edit("\"2019-05-15\"", "‸2019-05-15") => [SYNTAX];
    "length without quotes": Edit("\"30mm\"", "‸30mm") => [SYNTAX];
    "comment": Edit("\"number\": 624,", "\"number\": 624, ‸// số") => [SYNTAX];
    "no-break space between fields": Edit("  \"number\"", " ‸\u{a0}\"number\"") => [SYNTAX];
    "unknown escape": Edit("Lạng Sơn", "Lạng‸\\x20Sơn") => [SYNTAX];
    "Windows path": Edit("chu-ky.png", "anh‸\\chu-ky.png") => [SYNTAX];
    "short \\u": Edit("Lạng Sơn", "L\\u1EA1ng S‸\\u1ng") => [SYNTAX];
    "lone surrogate": Edit("Lạng Sơn", "Lạng Sơn‸\\ud800") => [LONE_SURROGATE];
    "lone low surrogate": Edit("Lạng Sơn", "‸\\uDC00Lạng Sơn") => [LONE_SURROGATE];
    "raw tab in a string": Edit("Lạng Sơn", "Lạng‸\tSơn") => [BAD_CHARACTER];
    "raw bell in a string": Edit("Lạng Sơn", "Lạng ‸\u{7}Sơn") => [BAD_CHARACTER];

    // Fields.
    "misspelt optional field": Edit("\"addressees\"", "‸\"adressees\"") => [UNKNOWN_FIELD];
    "misspelt required field": Edit("\"issuer\": {", "‸\"isuer\": {") => [UNKNOWN_FIELD];
    "field in Vietnamese": Edit("\"recipients\"", "‸\"noi_nhan\"") => [UNKNOWN_FIELD];
    "unknown field": Edit("\"number\": 624,", "\"number\": 624, ‸\"colour\": \"red\",") => [UNKNOWN_FIELD];
    "field of another block": Edit("\"heading\": \"CÔNG TÁC CHỈ ĐẠO\"", "\"heading\": \"CÔNG TÁC\", ‸\"items\": []") => [UNKNOWN_FIELD];
    "unknown field of a run": Edit("\"bold\": true", "‸\"blod\": true") => [UNKNOWN_FIELD];
    "unknown layout value": Edit("\"margin_left\"", "‸\"margin_lft\"") => [UNKNOWN_FIELD];
    "duplicate field": Edit("\"number\": 624,", "\"number\": 624,\n  ‸\"number\": 625,") => [DUPLICATE_FIELD];
    "duplicate type": Edit("\"type\": \"section\"", "\"type\": \"section\", ‸\"type\": \"part\"") => [DUPLICATE_FIELD];
    "missing subject": Edit("  \"subject\": \"Sơ kết công tác phòng chống tội phạm 6 tháng đầu năm 2019\",\n", "") => [MISSING_FIELD];
    "missing issuer": Edit("  \"issuer\": {\n    \"parents\": [\"UBND TỈNH LẠNG SƠN\"],\n    \"name\": \"SỞ THÔNG TIN VÀ TRUYỀN THÔNG\",\n    \"abbreviation\": \"STTTT\",\n    \"contact\": {\"phone\": \"0205.3814.555\"}\n  },\n", "") => [MISSING_FIELD];
    "missing everything": Whole(b"{}") =>
        [MISSING_FIELD, MISSING_FIELD, MISSING_FIELD, MISSING_FIELD, MISSING_FIELD, MISSING_FIELD, MISSING_FIELD, NO_RECIPIENTS];
    "missing block type": Edit("\"type\": \"section\", ", "") => [MISSING_FIELD];
    "misspelt block type field": Edit("{\"type\": \"section\"", "{‸\"tpye\": \"section\"") => [UNKNOWN_FIELD];
    "missing heading": Edit("\"type\": \"section\", \"heading\": \"CÔNG TÁC CHỈ ĐẠO\"", "\"type\": \"section\"") => [MISSING_FIELD];
    "missing run text": Edit("{\"text\": \"Công văn số 1531\", \"bold\": true}", "‸{\"bold\": true}") => [MISSING_FIELD];

    // Types.
    "number as a string": Edit("624", "‸\"624\"") => [WRONG_TYPE];
    "string as a number": Edit("\"Lạng Sơn\"", "‸20") => [WRONG_TYPE];
    "null where text is needed": Edit("\"Lạng Sơn\"", "‸null") => [WRONG_TYPE];
    "one addressee without brackets": Edit("[\"Ủy ban nhân dân tỉnh\"]", "‸\"Ủy ban nhân dân tỉnh\"") => [WRONG_TYPE];
    "one signature without brackets": Edit("\"signatures\": [\n    {\"authority\": [\"KT. GIÁM ĐỐC\"], \"position\": \"PHÓ GIÁM ĐỐC\", \"signer\": \"Lê Hải Yến\", \"image\": {\"file\": \"chu-ky.png\"}}\n  ]", "\"signatures\": ‸{\"position\": \"GIÁM ĐỐC\"}") => [WRONG_TYPE];
    "layout as an array of its values": Edit("{\"margin_left\": \"30mm\"}", "‸[\"30mm\"]") => [WRONG_TYPE];
    "contact as an empty array": Edit("{\"phone\": \"0205.3814.555\"}", "‸[]") => [WRONG_TYPE];
    "picture as an array of its values": Edit("{\"file\": \"chu-ky.png\"}", "‸[\"chu-ky.png\"]") => [WRONG_TYPE];
    "issuer as a string": Edit("{\"phone\": \"0205.3814.555\"}", "‸\"0205.3814.555\"") => [WRONG_TYPE];
    "body block as a string": Edit("{\"type\": \"point\", \"text\": \"Ý thứ nhất.\"}", "‸\"Ý thứ nhất.\"") => [WRONG_TYPE];
    "item null": Edit("[\"TTBCXB\"]", "[\"TTBCXB\", ‸null]") => [WRONG_TYPE];
    "rich text as an object": Edit("\"Ý thứ nhất.\"", "‸{\"text\": \"Ý thứ nhất.\"}") => [WRONG_TYPE];
    "run as a number": Edit("\"Thực hiện \"", "‸2019") => [WRONG_TYPE];
    "list item as a flag": Edit("\"Đài Phát thanh\"", "‸false") => [WRONG_TYPE];
    "flag as a word": Edit("\"bold\": true", "\"bold\": ‸\"có\"") => [WRONG_TYPE];
    "date as a number": Edit("\"2019-05-15\"", "‸2019") => [WRONG_TYPE];
    "margin without unit": Edit("\"30mm\"", "‸30") => [BARE_LENGTH];
    "size without unit": Edit("\"margin_left\": \"30mm\"", "\"body_size\": ‸14") => [BARE_LENGTH];
    "line spacing as a number": Edit("\"margin_left\": \"30mm\"", "\"line_spacing\": ‸1.5") => [WRONG_TYPE];
    "picture width without unit": Edit("{\"file\": \"chu-ky.png\"}", "{\"file\": \"chu-ky.png\", \"width\": ‸40}") => [BARE_LENGTH];
    "signature field as a word": Edit("{\"file\": \"chu-ky.png\"}", "null, \"signature_field\": ‸\"không\"") => [WRONG_TYPE];
    "seal field without units": Edit("{\"file\": \"chu-ky.png\"}", "null, \"seal_field\": {\"width\": ‸36, \"y\": -5}") => [BARE_LENGTH, BARE_LENGTH];
    "misspelt height of a field": Edit("{\"file\": \"chu-ky.png\"}", "null, \"seal_field\": {‸\"heigth\": \"20mm\"}") => [UNKNOWN_FIELD];
    "line break in an alternative text": Edit("{\"file\": \"chu-ky.png\"}", "{\"file\": \"chu-ky.png\", \"alternative_text\": \"Chữ ký‸\\ncủa ai\"}") => [LINE_BREAK];
    "unknown doc type": Edit("\"report\"", "‸\"baocaoo\"") => [UNKNOWN_WORD];
    "doc type in Vietnamese": Edit("\"report\"", "\"Báo cáo\"") => [];
    "doc type abbreviated": Edit("\"report\"", "\"bc\"") => [];
    "doc type far off": Edit("\"report\"", "‸\"bản tin nội bộ\"") => [UNKNOWN_WORD];
    "doc type not offered": Edit("\"report\"", "‸\"nghị định\"") => [NOT_OFFERED];
    "legal normative document": Edit("\"report\"", "‸\"Thông tư\"") => [NOT_OFFERED];
    "block not offered": Edit("\"type\": \"section\"", "\"type\": ‸\"sơ đồ\"") => [NOT_OFFERED];
    "block that is a field": Edit("\"type\": \"section\"", "\"type\": ‸\"chữ ký\"") => [NOT_OFFERED];
    "block that the program makes": Edit("\"type\": \"section\"", "\"type\": ‸\"dòng trống\"") => [NOT_OFFERED];
    "unknown block type": Edit("\"type\": \"section\"", "\"type\": ‸\"sectoin\"") => [UNKNOWN_WORD];
    "unknown marker": Edit("\"marker\": \"-\"", "\"marker\": ‸\"•\"") => [UNKNOWN_WORD];
    "unknown regulation": Edit("\"number\": 624,", "\"number\": 624, \"regulation\": ‸\"nd30\",") => [UNKNOWN_WORD];
    "negative number": Edit("624", "‸-3") => [BAD_NUMBER];
    "fraction": Edit("624", "‸624.5") => [BAD_NUMBER];
    "whole number with a fraction": Edit("624", "‸624.0") => [BAD_NUMBER];
    "number too large": Edit("624", "‸99999999999") => [BAD_NUMBER];

    // Text.
    "tab": Edit("Lạng Sơn", "Lạng‸\\tSơn") => [BAD_CHARACTER];
    "line break at the end": Edit("\"Lê Hải Yến\"", "\"Lê Hải Yến‸\\r\\n\"") => [OUTER_SPACE];
    "line break of Windows in a name": Edit("\"Lê Hải Yến\"", "\"Lê‸\\r\\nHải Yến\"") => [LINE_BREAK];
    "null character": Edit("Ý thứ nhất.", "Ý ‸\\u0000thứ nhất.") => [BAD_CHARACTER];
    "line separator": Edit("Ý thứ nhất.", "Ý thứ‸\u{2028} nhất.") => [BAD_CHARACTER];
    "no character": Edit("Ý thứ nhất.", "Ý thứ‸\\uFFFF nhất.") => [BAD_CHARACTER];
    "lost character": Edit("Ý thứ nhất.", "Ý thứ‸\u{fffd} nhất.") => [BAD_CHARACTER];
    "byte order mark inside": Edit("Ý thứ nhất.", "Ý‸\u{feff} thứ nhất.") => [BAD_CHARACTER];
    "right-to-left override": Edit("Ý thứ nhất.", "Ý ‸\u{202e}thứ nhất.") => [TEXT_DIRECTION];
    "zero-width space": Edit("Ý thứ nhất.", "Ý thứ‸\u{200b} nhất.") => [INVISIBLE_CHARACTER];
    "soft hyphen": Edit("SỞ THÔNG TIN", "SỞ ‸\u{ad}THÔNG TIN") => [INVISIBLE_CHARACTER];
    "several characters": Edit("Ý thứ nhất.", "Ý‸\\u0001 thứ\\u0002 nhất\u{200b}.") => [BAD_CHARACTER, BAD_CHARACTER, INVISIBLE_CHARACTER];
    "space at the end": Edit("\"Lê Hải Yến\"", "\"Lê Hải Yến‸ \"") => [OUTER_SPACE];
    "space before a rich text": Edit("[\"Thực hiện \"", "‸[\" Thực hiện \"") => [OUTER_SPACE];
    "empty text": Edit("\"Lạng Sơn\"", "‸\"\"") => [EMPTY_TEXT];
    "blank text": Edit("\"Công an tỉnh\"", "‸\"  \"") => [EMPTY_TEXT];
    "empty rich text": Edit("\"Ý thứ nhất.\"", "‸[]") => [EMPTY_TEXT];
    "empty run": Edit("\"Thực hiện \"", "‸\"\"") => [EMPTY_TEXT];
    "line break in a symbol": Edit("\"STTTT\"", "\"ST‸\\nTTT\"") => [LINE_BREAK];
    "two spaces": Edit("\"Ý thứ nhất.\"", "\"Ý‸  thứ nhất.\"") => [DOUBLE_SPACE];
    "Icelandic letter": Edit("\"KT. GIÁM ĐỐC\"", "\"KT. GIÁM ‸\u{d0}ỐC\"") => [WRONG_D];
    "placeholder": Edit("\"Ý thứ nhất.\"", "\"Ý thứ ‸???\"") => [LEFT_PLACEHOLDER];
    "script link": Edit("\"bold\": true", "\"link\": ‸\"javascript:alert(1)\"") => [BAD_LINK];
    "link without scheme": Edit("\"bold\": true", "\"link\": ‸\"chinhphu.vn\"") => [BAD_LINK];
    "name with marks": Edit("{\"type\": \"section\"", "{\"type\": \"section\", \"id\": ‸\"Công tác chỉ đạo\"") => [BAD_ID];
    "name of 41 letters": Edit("{\"type\": \"section\"", "{\"type\": \"section\", \"id\": ‸\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"") => [BAD_ID];
    "one name for two blocks": Edit("{\"type\": \"section\"", "{\"type\": \"note\", \"id\": \"Chi_dao\", \"text\": \"Một\"}, {\"type\": \"section\", \"id\": ‸\"chi_dao\"") => [DOUBLED_ID];
    "reference to no block": Edit("\"bold\": true", "\"ref\": ‸\"ket_qua\"") => [UNKNOWN_REFERENCE];
    "misspelt reference": Edit("{\"text\": \"Công văn số 1531\", \"bold\": true}, \", Sở báo cáo như sau:\"]}", "{\"text\": \"Mục I\", \"ref\": ‸\"chi_dao\"}, \", Sở báo cáo như sau:\"]}, {\"type\": \"note\", \"id\": \"chi_dạo_\", \"text\": \"Một\"}, {\"type\": \"note\", \"id\": \"chidao\", \"text\": \"Hai\"}") => [UNKNOWN_REFERENCE, BAD_ID];
    "link and reference": Edit("\"bold\": true}, \", Sở báo cáo như sau:\"]}", "\"link\": \"https://a.vn\", \"ref\": ‸\"a\"}, \", Sở báo cáo như sau:\"]}, {\"type\": \"note\", \"id\": \"a\", \"text\": \"Một\"}") => [LINKED_TWICE];
    "language in words": Edit("\"bold\": true", "\"lang\": ‸\"tiếng Anh\"") => [BAD_LANGUAGE];
    "country for a language": Edit("\"bold\": true", "\"lang\": ‸\"vn\"") => [BAD_LANGUAGE];
    "no language": Edit("\"bold\": true", "\"lang\": ‸\"?\"") => [BAD_LANGUAGE];

    // Dates.
    "Vietnamese date": Edit("\"2019-05-15\"", "‸\"15/5/2019\"") => [DATE_FORM];
    "date without zeros": Edit("\"2019-05-15\"", "‸\"2019-5-15\"") => [DATE_FORM];
    "date in words": Edit("\"2019-05-15\"", "‸\"hôm nay\"") => [DATE_FORM];
    "30 February": Edit("\"2019-05-15\"", "‸\"2019-02-30\"") => [IMPOSSIBLE_DATE];
    "29 February of a common year": Edit("\"2019-05-15\"", "‸\"2019-02-29\"") => [IMPOSSIBLE_DATE];
    "month 13": Edit("\"2019-05-15\"", "‸\"2019-13-01\"") => [IMPOSSIBLE_DATE];
    "day 31 of a short month, in parts": Edit("\"2019-05-15\"", "‸{\"year\": 2019, \"month\": 4, \"day\": 31}") => [IMPOSSIBLE_DATE];
    "day without month": Edit("\"2019-05-15\"", "‸{\"year\": 2019, \"day\": 15}") => [DAY_WITHOUT_MONTH];
    "year 19": Edit("\"2019-05-15\"", "‸\"0019-05-15\"") => [YEAR_RANGE];
    "decree before its day": Edit("\"number\": 624,", "\"number\": 624, \"regulation\": ‸\"nd30-2020\",") => [WRONG_REGULATION];

    // The header.
    "number 0": Edit("624", "‸0") => [NUMBER_ZERO];
    "neither symbol nor abbreviation": Edit("    \"abbreviation\": \"STTTT\",\n", "") => [NO_SYMBOL];
    "spaces in the symbol": Edit("\"number\": 624,", "\"number\": 624, \"symbol\": ‸\"BC - STTTT\",") => [SYMBOL_SPACES];
    "number in the symbol": Edit("\"number\": 624,", "\"number\": 624, \"symbol\": ‸\"Số: 624/BC-STTTT\",") => [SYMBOL_WITH_NUMBER];
    "symbol in small letters": Edit("\"number\": 624,", "\"number\": 624, \"symbol\": ‸\"bc-stttt\",") => [SYMBOL_SMALL_LETTERS];
    "dash in the symbol": Edit("\"number\": 624,", "\"number\": 624, \"symbol\": \"BC‸–STTTT\",") => [SYMBOL_HYPHEN];
    "year in the symbol": Edit("\"number\": 624,", "\"number\": 624, \"symbol\": ‸\"2014/QĐ-UBND\",") => [NORMATIVE_SYMBOL];
    "name for an abbreviation": Edit("\"STTTT\"", "‸\"Sở Thông tin và Truyền thông\"") => [SYMBOL_SPACES];
    "full stop after the subject": Edit("\"Sơ kết công tác phòng chống tội phạm 6 tháng đầu năm 2019\"", "‸\"Sơ kết.\"") => [SUBJECT_STOP];
    "date in the place": Edit("\"Lạng Sơn\"", "‸\"Lạng Sơn, ngày 15 tháng 5 năm 2019\"") => [PLACE_FORM];
    "small place": Edit("\"Lạng Sơn\"", "‸\"lạng Sơn\"") => [PLACE_FORM];
    "comma after the place": Edit("\"Lạng Sơn\"", "‸\"Lạng Sơn,\"") => [OWN_DECORATION];

    // Addressees and recipients.
    "dash and semicolon": Edit("\"Công an tỉnh\"", "‸\"- Công an tỉnh;\"") => [OWN_DECORATION];
    "full stop after an addressee": Edit("\"Ủy ban nhân dân tỉnh\"", "‸\"Ủy ban nhân dân tỉnh.\"") => [OWN_DECORATION];
    "semicolon after a basis": Edit("\"Căn cứ Luật Tổ chức chính quyền địa phương\"", "‸\"Căn cứ Luật Tổ chức chính quyền địa phương;\"") => [OWN_DECORATION];
    "dashes and semicolons of several": Edit("[\"Công an tỉnh\"]", "‸[\"- Công an tỉnh;\", \"- Sở Nội vụ;\"]") => [OWN_DECORATION];
    "Kính gửi typed": Edit("\"Ủy ban nhân dân tỉnh\"", "‸\"KÍNH GỬI: Ủy ban nhân dân tỉnh\"") => [OWN_DECORATION];
    "Kính gửi as an addressee": Edit("[\"Ủy ban nhân dân tỉnh\"]", "‸[\"Kính gửi:\", \"- Ủy ban nhân dân tỉnh;\", \"- Sở Nội vụ.\"]") => [OWN_DECORATION];
    "Nơi nhận as a recipient": Edit("[\"Công an tỉnh\"]", "‸[\"Nơi nhận:\", \"Công an tỉnh\"]") => [OWN_DECORATION];
    "item behind a label that is dropped": Edit("[\"Công an tỉnh\"]", "‸[\"Nơi nhận:\", \"Công an  tỉnh\"]") => [OWN_DECORATION, DOUBLE_SPACE];
    "dash before a basis": Edit("\"Căn cứ Luật Tổ chức chính quyền địa phương\"", "‸\"- Căn cứ Luật Tổ chức chính quyền địa phương\"") => [OWN_DECORATION];
    "stop after the place": Edit("\"Lạng Sơn\"", "‸\"Lạng Sơn.\"") => [OWN_DECORATION];
    "end mark twice": Edit("\"Ý thứ nhất.\"", "‸\"Ý thứ nhất././.\"") => [OWN_DECORATION];
    "end mark torn": Edit("\"Ý thứ nhất.\"", "‸\"Ý thứ nhất . / .\"") => [OWN_DECORATION];
    "end mark alone": Edit("{\"type\": \"point\", \"text\": \"Ý thứ nhất.\"}", "{\"type\": \"point\", \"text\": \"Ý thứ nhất.\"}, ‸{\"type\": \"paragraph\", \"text\": \"./.\"}") => [OWN_DECORATION];
    "small căn cứ": Edit("\"Căn cứ Luật Tổ chức chính quyền địa phương\"", "‸\"căn cứ Luật Tổ chức chính quyền địa phương\"") => [BASIS_WORD];
    "bases without căn cứ": Edit("[\"Căn cứ Luật Tổ chức chính quyền địa phương\"]", "‸[\"Luật Tổ chức chính quyền địa phương\", \"Nghị định số 1\"]") => [BASIS_WORD];
    "type before the subject": Edit("\"Sơ kết công tác phòng chống tội phạm 6 tháng đầu năm 2019\"", "‸\"BÁO CÁO Sơ kết công tác\"") => [OWN_DECORATION];
    "type in the subject": Edit("\"Sơ kết công tác phòng chống tội phạm 6 tháng đầu năm 2019\"", "‸\"Báo cáo sơ kết công tác\"") => [SUBJECT_TYPE];
    "V/v in the subject": Edit("\"Sơ kết công tác phòng chống tội phạm 6 tháng đầu năm 2019\"", "‸\"V/v sơ kết công tác\"") => [LETTER_SUBJECT];
    "archive among the recipients": Edit("\"Công an tỉnh\"", "‸\"Lưu: VT, TTBCXB.\"") => [OWN_ARCHIVE];
    "archive read from the recipients": Edit("{\"items\": [\"Công an tỉnh\"], \"archive\": {\"units\": [\"TTBCXB\"], \"copies\": 5}}", "{\"items\": [‸\"Lưu: VT, TTBCXB (2). PL.(5).\"]}") => [OWN_ARCHIVE];
    "as above of nothing": Whole("{\"doc_type\": \"notice\", \"issuer\": {\"name\": \"A\", \"abbreviation\": \"A\"}, \"issue_place\": \"Hà Nội\", \"issue_date\": \"2025-08-01\", \"subject\": \"B\", \"body\": [{\"type\": \"paragraph\", \"text\": \"a\"}], \"recipients\": {\"items\": [‸\"Như trên\"]}, \"signatures\": [{\"position\": \"C\"}]}".as_bytes()) => [AS_ABOVE_OF_NOTHING];
    "notice to somebody": Edit("\"report\"", "\"notice\"") => [UNUSUAL_ADDRESSEES];
    "as above twice": Edit("{\"items\": [\"Công an tỉnh\"]", "{\"as_above\": true, \"items\": [‸\"Như trên\"]") => [AS_ABOVE_TWICE];
    "no recipients": Edit("  \"recipients\": {\"items\": [\"Công an tỉnh\"], \"archive\": {\"units\": [\"TTBCXB\"], \"copies\": 5}},\n", "") => [NO_RECIPIENTS];

    // The signature.
    "no signature": Edit("[\n    {\"authority\": [\"KT. GIÁM ĐỐC\"], \"position\": \"PHÓ GIÁM ĐỐC\", \"signer\": \"Lê Hải Yến\", \"image\": {\"file\": \"chu-ky.png\"}}\n  ]", "‸[]") => [NO_SIGNATURE];
    "title as authority": Edit("\"KT. GIÁM ĐỐC\"", "‸\"GIÁM ĐỐC\"") => [UNKNOWN_AUTHORITY, POSITION_WITHOUT_DEPUTY];
    "slash form": Edit("\"KT. GIÁM ĐỐC\"", "‸\"K/T GIÁM ĐỐC\"") => [SLASH_PREFIX];
    "slash form run together": Edit("\"KT. GIÁM ĐỐC\"", "‸\"K/T.GIÁM ĐỐC\"") => [SLASH_PREFIX];
    "prefix without stop": Edit("\"KT. GIÁM ĐỐC\"", "‸\"KT GIÁM ĐỐC\"") => [SLASH_PREFIX];
    "no space after the prefix": Edit("\"KT. GIÁM ĐỐC\"", "‸\"KT.GIÁM ĐỐC\"") => [PREFIX_SPACE];
    "prefix alone": Edit("\"KT. GIÁM ĐỐC\"", "‸\"KT.\"") => [PREFIX_SPACE];
    "KT. without position": Edit("[\"KT. GIÁM ĐỐC\"], \"position\": \"PHÓ GIÁM ĐỐC\"", "[‸\"KT. GIÁM ĐỐC\"]") => [DEPUTY_WITHOUT_POSITION];
    "TUQ. and KT.": Edit("[\"KT. GIÁM ĐỐC\"]", "[\"TUQ. CHỦ TỊCH\", ‸\"KT. GIÁM ĐỐC\"]") => [DELEGATED_TWICE];
    "neither authority nor position": Edit("\"authority\": [\"KT. GIÁM ĐỐC\"], \"position\": \"PHÓ GIÁM ĐỐC\", ", "") => [NO_TITLE];
    "deputy alone": Edit("\"authority\": [\"KT. GIÁM ĐỐC\"], \"position\": \"PHÓ GIÁM ĐỐC\"", "\"position\": ‸\"PHÓ GIÁM ĐỐC\"") => [POSITION_WITHOUT_DEPUTY];
    "authority in the position": Edit("\"authority\": [\"KT. GIÁM ĐỐC\"], \"position\": \"PHÓ GIÁM ĐỐC\"", "\"position\": \"‸KT. GIÁM ĐỐC\\nPHÓ GIÁM ĐỐC\"") => [AUTHORITY_IN_POSITION];
    "head for the head": Edit("\"PHÓ GIÁM ĐỐC\"", "‸\"Giám đốc\"") => [DEPUTY_AS_HEAD];
    "no deputy": Edit("\"PHÓ GIÁM ĐỐC\"", "‸\"Trưởng phòng\"") => [NOT_A_DEPUTY];
    "form of address": Edit("\"Lê Hải Yến\"", "‸\"Bà Lê Hải Yến\"") => [SIGNER_FORM];
    "small name": Edit("\"Lê Hải Yến\"", "‸\"lê hải yến\"") => [SIGNER_SMALL_LETTERS];
    "degree": Edit("\"Lê Hải Yến\"", "‸\"PGS.TS. Lê Hải Yến\"") => [SIGNER_DEGREE];
    "name in capitals": Edit("\"Lê Hải Yến\"", "‸\"LÊ HẢI YẾN\"") => [SIGNER_CAPITALS];
    "signed draft": Edit("\"number\": 624", "\"number\": null") => [SIGNED_DRAFT];
    "picture above the folder": Edit("\"chu-ky.png\"", "‸\"../chu-ky.png\"") => [PICTURE_PATH];
    "absolute picture": Edit("\"chu-ky.png\"", "‸\"/home/chu-ky.png\"") => [PICTURE_PATH];
    "picture on a drive": Edit("\"chu-ky.png\"", "‸\"C:/chu-ky.png\"") => [PICTURE_PATH];
    "picture without name": Edit("\"chu-ky.png\"", "‸\"\"") => [PICTURE_PATH];
    "picture by another name": Edit("\"chu-ky.png\"", "‸\"chu-ky.jpg\"") => [PICTURE_KIND];

    // The body.
    "empty list": Edit("{\"items\": [\"số thường kỳ\"]}", "{\"items\": ‸[]}") => [EMPTY_LIST];
    "empty clause": Edit(", \"heading\": \"Kết quả đạt được\", \"text\": \"Đã ban hành 02 văn bản.\"", "") => [EMPTY_UNIT];
    "subclause level 4": Edit("\"level\": 1", "\"level\": ‸4") => [SUBCLAUSE_LEVEL];
    "subclause level skipped": Edit("{\"type\": \"subclause\", \"level\": 1", "‸{\"type\": \"subclause\", \"level\": 2") => [SKIPPED_LEVEL];
    "list in the fourth level": Edit("[\"số thường kỳ\"]", "[{\"text\": \"a\", \"list\": {\"items\": [{\"text\": \"b\", \"list\": ‸{\"items\": [\"c\"]}}]}}]") => [LIST_DEPTH];
    "article among sections": Edit("{\"type\": \"point\", ", "{\"type\": ‸\"article\", ") => [OTHER_NUMBERING];
    "chapter among sections": Edit("\"type\": \"section\"", "\"type\": ‸\"chapter\"") => [OTHER_NUMBERING];
    "date that does not exist": Edit("Đã ban hành 02 văn bản.", "Đã ban hành văn bản ‸ngày 31 tháng 4.") => [IMPOSSIBLE_DATE_IN_TEXT];
    "end mark inside": Edit("\"Đã ban hành 02 văn bản.\"", "‸\"Đã ban hành 02 văn bản./.\"") => [END_MARK];
    "typed roman number": Edit("\"CÔNG TÁC CHỈ ĐẠO\"", "‸\"I. CÔNG TÁC CHỈ ĐẠO\"") => [TYPED_NUMBER];
    "typed clause number": Edit("\"Kết quả đạt được\"", "‸\"2.1. Kết quả đạt được\"") => [TYPED_NUMBER];
    "typed point": Edit("\"Ý thứ nhất.\"", "‸\"a) Ý thứ nhất.\"") => [TYPED_NUMBER];
    "typed article": Edit("{\"type\": \"point\", \"text\": \"Ý thứ nhất.\"}", "{\"type\": \"paragraph\", \"text\": \"‸Điều 1. Ban hành.\"}, {\"type\": \"paragraph\", \"text\": \"Điều 2. Hiệu lực.\"}") => [TYPED_UNIT];
    "typed dash": Edit("\"Đài Phát thanh\"", "‸\"- Đài Phát thanh\"") => [TYPED_NUMBER];
    "enactment typed": Whole("{\"doc_type\": \"decision\", \"issuer\": {\"name\": \"Sở Nội vụ\", \"abbreviation\": \"SNV\"}, \"number\": 5, \"issue_place\": \"An Giang\", \"issue_date\": \"2026-03-05\", \"subject\": \"Về việc nâng lương\", \"legal_basis\": [\"Căn cứ Luật Cán bộ, công chức\"], \"body\": [{\"type\": \"line\", \"text\": ‸\"QUYẾT ĐỊNH:\"}, {\"type\": \"article\", \"text\": \"Nâng lương.\"}], \"recipients\": {}, \"signatures\": [{\"position\": \"GIÁM ĐỐC\"}]}".as_bytes()) => [PASTED_PART];
    "authority line typed": Whole("{\"doc_type\": \"decision\", \"issuer\": {\"name\": \"Sở Nội vụ\", \"abbreviation\": \"SNV\"}, \"number\": 5, \"issue_place\": \"An Giang\", \"issue_date\": \"2026-03-05\", \"subject\": \"Về việc nâng lương\", \"legal_basis\": [\"Căn cứ Luật Cán bộ, công chức\"], \"body\": [{\"type\": \"paragraph\", \"text\": ‸\"GIÁM ĐỐC SỞ NỘI VỤ\"}, {\"type\": \"article\", \"text\": \"Nâng lương.\"}], \"recipients\": {}, \"signatures\": [{\"position\": \"GIÁM ĐỐC\"}]}".as_bytes()) => [PASTED_PART];
    "bases typed": Whole("{\"doc_type\": \"decision\", \"issuer\": {\"name\": \"Sở Nội vụ\", \"abbreviation\": \"SNV\"}, \"number\": 5, \"issue_place\": \"An Giang\", \"issue_date\": \"2026-03-05\", \"subject\": \"Về việc nâng lương\", \"body\": [{\"type\": \"paragraph\", \"text\": ‸\"Căn cứ Luật Cán bộ, công chức;\"}, {\"type\": \"paragraph\", \"text\": \"Căn cứ Nghị định số 24;\"}, {\"type\": \"article\", \"text\": \"Nâng lương.\"}], \"recipients\": {}, \"signatures\": [{\"position\": \"GIÁM ĐỐC\"}]}".as_bytes()) => [PASTED_PART];
    "motto typed": Whole("{\"doc_type\": \"decision\", \"issuer\": {\"name\": \"Sở Nội vụ\", \"abbreviation\": \"SNV\"}, \"number\": 5, \"issue_place\": \"An Giang\", \"issue_date\": \"2026-03-05\", \"subject\": \"Về việc nâng lương\", \"legal_basis\": [\"Căn cứ Luật Cán bộ, công chức\"], \"body\": [{\"type\": \"line\", \"text\": ‸\"CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\\nĐộc lập – Tự do – Hạnh phúc\"}, {\"type\": \"article\", \"text\": \"Nâng lương.\"}], \"recipients\": {}, \"signatures\": [{\"position\": \"GIÁM ĐỐC\"}]}".as_bytes()) => [PASTED_PART];
    "date typed": Whole("{\"doc_type\": \"decision\", \"issuer\": {\"name\": \"Sở Nội vụ\", \"abbreviation\": \"SNV\"}, \"number\": 5, \"issue_place\": \"An Giang\", \"issue_date\": \"2026-03-05\", \"subject\": \"Về việc nâng lương\", \"legal_basis\": [\"Căn cứ Luật Cán bộ, công chức\"], \"body\": [{\"type\": \"line\", \"text\": ‸\"An Giang, ngày 5 tháng 3 năm 2026\"}, {\"type\": \"article\", \"text\": \"Nâng lương.\"}], \"recipients\": {}, \"signatures\": [{\"position\": \"GIÁM ĐỐC\"}]}".as_bytes()) => [PASTED_PART];
    "number typed": Whole("{\"doc_type\": \"decision\", \"issuer\": {\"name\": \"Sở Nội vụ\", \"abbreviation\": \"SNV\"}, \"number\": 5, \"issue_place\": \"An Giang\", \"issue_date\": \"2026-03-05\", \"subject\": \"Về việc nâng lương\", \"legal_basis\": [\"Căn cứ Luật Cán bộ, công chức\"], \"body\": [{\"type\": \"paragraph\", \"text\": ‸\"Số: 05/QĐ-SNV\"}, {\"type\": \"article\", \"text\": \"Nâng lương.\"}], \"recipients\": {}, \"signatures\": [{\"position\": \"GIÁM ĐỐC\"}]}".as_bytes()) => [PASTED_PART];
    "enactment among the bases": Whole("{\"doc_type\": \"decision\", \"issuer\": {\"name\": \"Sở Nội vụ\", \"abbreviation\": \"SNV\"}, \"number\": 5, \"issue_place\": \"An Giang\", \"issue_date\": \"2026-03-05\", \"subject\": \"Về việc nâng lương\", \"legal_basis\": [\"Căn cứ Luật Cán bộ, công chức\", ‸\"QUYẾT ĐỊNH:\"], \"body\": [{\"type\": \"article\", \"text\": \"Nâng lương.\"}], \"recipients\": {}, \"signatures\": [{\"position\": \"GIÁM ĐỐC\"}]}".as_bytes()) => [PASTED_PART];
    "decision without basis": Whole("‸{\"doc_type\": \"decision\", \"issuer\": {\"name\": \"Sở Nội vụ\", \"abbreviation\": \"SNV\"}, \"number\": 5, \"issue_place\": \"An Giang\", \"issue_date\": \"2026-03-05\", \"subject\": \"Về việc nâng lương\", \"body\": [{\"type\": \"article\", \"text\": \"Nâng lương.\"}], \"recipients\": {}, \"signatures\": [{\"position\": \"GIÁM ĐỐC\"}]}".as_bytes()) => [NO_LEGAL_BASIS];
    "recipients typed": Edit("{\"type\": \"point\", \"text\": \"Ý thứ nhất.\"}", "{\"type\": \"point\", \"text\": \"Ý thứ nhất.\"}, {\"type\": \"paragraph\", \"text\": ‸\"Nơi nhận:\\n- Công an tỉnh\"}") => [PASTED_PART];
    "letter without unit": Whole("{\"doc_type\": \"letter\", \"issuer\": {\"name\": \"Sở Nội vụ\", \"abbreviation\": ‸\"SNV\"}, \"number\": 5, \"issue_place\": \"An Giang\", \"issue_date\": \"2026-03-05\", \"subject\": \"nâng lương\", \"addressees\": [\"Sở Y tế\"], \"body\": [{\"type\": \"paragraph\", \"text\": \"a\"}], \"recipients\": {}, \"signatures\": [{\"position\": \"GIÁM ĐỐC\"}]}".as_bytes()) => [LETTER_UNIT];
    "letter's symbol without unit": Whole("{\"doc_type\": \"letter\", \"issuer\": {\"name\": \"Sở Nội vụ\", \"abbreviation\": \"SNV\"}, \"number\": 5, \"symbol\": ‸\"SNV\", \"issue_place\": \"An Giang\", \"issue_date\": \"2026-03-05\", \"subject\": \"nâng lương\", \"addressees\": [\"Sở Y tế\"], \"body\": [{\"type\": \"paragraph\", \"text\": \"a\"}], \"recipients\": {}, \"signatures\": [{\"position\": \"GIÁM ĐỐC\"}]}".as_bytes()) => [LETTER_UNIT];
    "Kính gửi typed into a letter's text": Whole("{\"doc_type\": \"letter\", \"issuer\": {\"name\": \"Sở Nội vụ\", \"abbreviation\": \"SNV\"}, \"number\": 5, \"symbol\": \"SNV-VP\", \"issue_place\": \"An Giang\", \"issue_date\": \"2026-03-05\", \"subject\": \"nâng lương\", \"addressees\": [\"Sở Y tế\"], \"body\": [{\"type\": \"paragraph\", \"text\": ‸\"Kính gửi: Sở Y tế\"}], \"recipients\": {}, \"signatures\": [{\"position\": \"GIÁM ĐỐC\"}]}".as_bytes()) => [PASTED_PART];
    "empty body": Whole("{\"doc_type\": \"notice\", \"issuer\": {\"name\": \"A\", \"abbreviation\": \"A\"}, \"issue_place\": \"Hà Nội\", \"issue_date\": \"2025-08-01\", \"subject\": \"B\", \"body\": ‸[], \"recipients\": {}, \"signatures\": [{\"position\": \"C\"}]}".as_bytes()) => [EMPTY_BODY];
    "district": Whole("{\"doc_type\": \"notice\", \"issuer\": {\"name\": ‸\"ỦY BAN NHÂN DÂN HUYỆN CAO LỘC\", \"abbreviation\": \"UBND\"}, \"issue_place\": \"Cao Lộc\", \"issue_date\": \"2025-08-01\", \"subject\": \"B\", \"body\": [{\"type\": \"paragraph\", \"text\": \"a\"}], \"recipients\": {}, \"signatures\": [{\"position\": \"C\"}]}".as_bytes()) => [ABOLISHED_DISTRICT];
    "proposal to nobody": Whole("‸{\"doc_type\": \"submission\", \"issuer\": {\"name\": \"A\", \"abbreviation\": \"A\"}, \"issue_place\": \"Hà Nội\", \"issue_date\": \"2025\", \"subject\": \"B\", \"body\": [{\"type\": \"paragraph\", \"text\": \"a\"}], \"recipients\": {}, \"signatures\": [{\"position\": \"C\"}]}".as_bytes()) => [NO_ADDRESSEES];

    // The record.
    "record as a string": Edit("\"number\": 624,", "\"number\": 624, \"record\": ‸\"12/BC\",") => [WRONG_TYPE];
    "unknown field of the record": Edit("\"number\": 624,", "\"number\": 624, \"record\": {‸\"ho_so\": \"12/BC\"},") => [UNKNOWN_FIELD];
    "field of the record in Vietnamese": Edit("\"number\": 624,", "\"number\": 624, \"record\": {‸\"ghi_chu_cua_ho_so\": \"a\"},") => [UNKNOWN_FIELD];
    "organ code as a number": Edit("\"number\": 624,", "\"number\": 624, \"record\": {\"organ_id\": ‸37},") => [WRONG_TYPE];
    "file year as a string": Edit("\"number\": 624,", "\"number\": 624, \"record\": {\"file_catalog\": ‸\"2019\"},") => [WRONG_TYPE];
    "ordinal with a fraction": Edit("\"number\": 624,", "\"number\": 624, \"record\": {\"doc_ordinal\": ‸1.5},") => [BAD_NUMBER];
    "negative priority": Edit("\"number\": 624,", "\"number\": 624, \"record\": {\"priority\": ‸-1},") => [BAD_NUMBER];
    "empty file notation": Edit("\"number\": 624,", "\"number\": 624, \"record\": {\"file_notation\": ‸\"\"},") => [EMPTY_TEXT];
    "remark on two lines": Edit("\"number\": 624,", "\"number\": 624, \"record\": {\"description\": \"một‸\\nhai\"},") => [LINE_BREAK];
    "due date in words": Edit("\"number\": 624,", "\"number\": 624, \"record\": {\"due_date\": ‸\"cuối tháng\"},") => [DATE_FORM];
    "due date without day": Edit("\"number\": 624,", "\"number\": 624, \"record\": {\"due_date\": ‸\"2019-06\"},") => [INCOMPLETE_DATE];
    "due date before the issue date": Edit("\"number\": 624,", "\"number\": 624, \"record\": {\"due_date\": ‸\"2019-05-14\"},") => [DUE_BEFORE_ISSUE];
    "receivers as a string": Edit("\"number\": 624,", "\"number\": 624, \"record\": {\"to\": ‸\"Công an tỉnh\"},") => [WRONG_TYPE];
    "receiver as a string": Edit("\"number\": 624,", "\"number\": 624, \"record\": {\"to\": [‸\"Công an tỉnh\"]},") => [WRONG_TYPE];
    "receiver without name": Edit("\"number\": 624,", "\"number\": 624, \"record\": {\"to\": [‸{\"organ_id\": \"H37\"}]},") => [MISSING_FIELD];
    "placeholder for a receiver": Edit("\"number\": 624,", "\"number\": 624, \"record\": {\"to\": [{\"organ_name\": \"‸???\"}]},") => [LEFT_PLACEHOLDER];

    // What another field's fault makes unknown: neither the numbering nor the abbreviation of a type that nobody wrote.
    "articles in a document of no known type": Whole("{\"doc_type\": ‸\"nghị định\", \"issuer\": {\"name\": \"A\", \"abbreviation\": \"A\"}, \"issue_place\": \"Hà Nội\", \"issue_date\": \"2025\", \"subject\": \"B\", \"body\": [{\"type\": \"article\", \"text\": \"a\"}], \"recipients\": {}, \"signatures\": [{\"position\": \"C\"}]}".as_bytes()) => [NOT_OFFERED];
    "symbol of a document without type": Whole("‸{\"issuer\": {\"name\": \"A\"}, \"symbol\": \"BC-A\", \"issue_place\": \"Hà Nội\", \"issue_date\": \"2025\", \"subject\": \"B\", \"body\": [{\"type\": \"paragraph\", \"text\": \"a\"}], \"recipients\": {}, \"signatures\": [{\"position\": \"C\"}]}".as_bytes()) => [MISSING_FIELD];

    // Several at once.
    "several kinds at once": Edit("\"number\": 624,\n  \"issue_place\": \"Lạng Sơn\",\n  \"issue_date\": \"2019-05-15\",", "‸\"nubmer\": \"624\",\n  \"issue_place\": \"Lạng\\u0007 Sơn\",\n  \"issue_date\": \"2019-02-30\",\n  \"issue_place\": \"Hà Nội\",\n  \"color\": [1, 2,],") =>
        [UNKNOWN_FIELD, WRONG_TYPE, BAD_CHARACTER, IMPOSSIBLE_DATE, DUPLICATE_FIELD, UNKNOWN_FIELD, SYNTAX];
}

/// The file of a case and the byte its first finding must point at.
fn file(case: &Case) -> (Vec<u8>, Option<usize>) {
    let bytes = match case.input {
        Whole(bytes) => bytes.to_vec(),
        Edit(from, to) => {
            assert_eq!(
                GOOD.matches(from).count(),
                1,
                "{}: {from:?} must stand once in the good specification",
                case.name
            );
            GOOD.replace(from, to).into_bytes()
        }
    };
    let mark = "‸".as_bytes();
    match bytes.windows(mark.len()).position(|window| window == mark) {
        Some(at) => ([&bytes[..at], &bytes[at + mark.len()..]].concat(), Some(at)),
        None => (bytes, None),
    }
}

/// Every case's name and file.
pub(crate) fn files() -> impl Iterator<Item = (&'static str, Vec<u8>)> {
    CASES.iter().map(|case| (case.name, file(case).0))
}

/// The codes that the cases assert.
pub(crate) fn asserted_codes() -> impl Iterator<Item = &'static str> {
    CASES.iter().flat_map(|case| case.codes).copied()
}

/// Reads a specification and judges it by the rules on specifications, with their clauses.
pub(crate) fn judged(bytes: &[u8], findings: &mut Diagnostics) -> Option<Spec> {
    let parsed = parse(bytes, findings)?;
    let profile = profile::get(profile::in_force(&parsed.spec)).unwrap();
    static FONTS: OnceLock<FontBook> = OnceLock::new();
    let fonts = FONTS.get_or_init(|| FontBook::bundled().unwrap());
    let mut found = Diagnostics::default();
    rules::spec::check(&parsed.spec, &rules::Context { profile, fonts }, &mut found);
    parsed.report(found, findings);
    profile.cite(findings);
    Some(parsed.spec)
}

fn findings(bytes: &[u8]) -> Diagnostics {
    let mut findings = Diagnostics::default();
    let spec = judged(bytes, &mut findings);
    locate(bytes, &mut findings);
    let sound = serde_json::from_slice::<Spec>(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes));
    assert!(sound.is_ok() || !findings.is_empty(), "a fault was passed over: {sound:?}");
    assert!(spec.is_some() || findings.has_errors(), "nothing was read and nothing said");
    findings
}

#[test]
fn a_good_specification_has_no_findings() {
    assert_eq!(text::print(&findings(GOOD.as_bytes()), "tot.json", GOOD.as_bytes(), Lang::Vi), "");
    let with_mark = format!("\u{feff}{GOOD}");
    assert!(findings(with_mark.as_bytes()).is_empty(), "a byte order mark is no fault");
}

#[test]
fn each_fault_has_its_code_and_place() {
    let mut wrong = String::new();
    for case in CASES {
        let (bytes, mark) = file(case);
        let findings = findings(&bytes);
        let codes: Vec<_> = findings.iter().map(|finding| finding.code).collect();
        let start = findings.iter().next().and_then(|finding| finding.span).map(|span| span.start);
        let shown = text::print(&findings, "a.json", &bytes, Lang::Vi);
        if codes != case.codes || mark.is_some() && start != mark {
            let _ = writeln!(
                wrong,
                "{}: {codes:?} at {start:?}, expected {:?} at {mark:?}\n{shown}",
                case.name, case.codes
            );
        }
        for finding in findings.iter() {
            let name = case.name;
            assert!(!finding.hints.is_empty(), "{name}: every finding says how to mend it\n{shown}");
            assert!(finding.span.is_some_and(|span| span.end <= bytes.len()), "{name}: outside the file\n{shown}");
            assert_ne!(finding.message.vi, finding.message.en, "{name}: one of the languages is missing");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn there_are_many_cases_and_every_code_has_one() {
    assert!(CASES.len() >= 60, "{}", CASES.len());
    // from VB100 on, findings are made by later stages
    let own = registry::ALL.iter().map(|kind| kind.code).filter(|code| *code < "VB100");
    let untested: Vec<_> = own.filter(|code| !CASES.iter().any(|case| case.codes.contains(code))).collect();
    // too many faults have a test of their own; the unexplained cannot be provoked
    assert_eq!(untested, [registry::TOO_MANY, registry::UNEXPLAINED].map(|kind| kind.code));
}

#[test]
fn the_printed_findings_are_those_kept() {
    let mut goldens = Goldens::of("malformed");
    for (lang, name) in [(Lang::Vi, "vi"), (Lang::En, "en")] {
        let mut printed = String::new();
        for case in CASES {
            let (bytes, _) = file(case);
            let findings = findings(&bytes);
            let _ = writeln!(printed, "== {}", case.name);
            printed += &text::print(&findings, "van-ban.json", &bytes, lang);
            let _ = writeln!(printed, "{}\n", text::summary(&findings, lang));
        }
        goldens.compare(name, &printed);
    }
    goldens.finish();
}

#[test]
fn findings_print_in_the_form_of_the_manual() {
    let bytes = GOOD.replace("\"30mm\"", "30").into_bytes();
    let findings = findings(&bytes);
    assert_eq!(
        text::print(&findings, "cong-van.json", &bytes, Lang::Vi),
        "lỗi[VB016] \"margin_left\" là số 30, thiếu đơn vị\n  --> cong-van.json:28:29  /layout/margin_left\n  gợi ý: viết \"30mm\"\n"
    );
    assert_eq!(
        text::print(&findings, "cong-van.json", &bytes, Lang::En),
        "error[VB016] \"margin_left\" is the number 30, without a unit\n  --> cong-van.json:28:29  /layout/margin_left\n  hint: write \"30mm\"\n"
    );
    assert_eq!(text::summary(&findings, Lang::Vi), "1 lỗi");
    let value = json::print(&findings, "cong-van.json", &bytes, Lang::Vi);
    assert_eq!(
        value,
        serde_json::json!([{
            "code": "VB016", "severity": "error", "file": "cong-van.json", "line": 28, "column": 29,
            "end_line": 28, "end_column": 31,
            "pointer": "/layout/margin_left", "message": "\"margin_left\" là số 30, thiếu đơn vị",
            "hints": ["viết \"30mm\""], "citation": null,
        }])
    );
}

#[test]
fn columns_are_counted_in_characters_that_are_seen() {
    let composed = "{\"a\": \"ế\", \"b\"}";
    let decomposed = "{\"a\": \"e\u{302}\u{301}\", \"b\"}";
    for text in [composed, decomposed] {
        let at = text.find("\"b\"").unwrap();
        assert_eq!(LineIndex::new(text.as_bytes()).place(at), Place { line: 1, column: 12 });
    }
    assert_eq!(LineIndex::new(b"a\r\nb").place(3), Place { line: 2, column: 1 });
}

#[test]
fn errors_and_warnings_are_counted() {
    let bytes =
        GOOD.replace("624", "0").replace("Công an tỉnh", "Công an tỉnh;").replace("Lạng Sơn\",", "Lạng Sơn,\",");
    let findings = findings(bytes.as_bytes());
    assert_eq!((findings.count(Severity::Error), findings.count(Severity::Warning)), (1, 2));
    assert_eq!(text::summary(&findings, Lang::Vi), "1 lỗi, 2 cảnh báo");
    assert_eq!(text::summary(&findings, Lang::En), "1 error, 2 warnings");
}

/// Values that stand in for something at fault are not judged, and what is read is the rest.
#[test]
fn reading_goes_on_behind_a_fault() {
    let bytes = GOOD.replace("\"issuer\": {", "\"isuer\": {").replace("\"2019-05-15\"", "15");
    let mut findings = Diagnostics::default();
    let spec = judged(bytes.as_bytes(), &mut findings).unwrap();
    assert_eq!(spec.issuer.name.as_str(), "SỞ THÔNG TIN VÀ TRUYỀN THÔNG");
    assert_eq!((spec.number, spec.body.len()), (Some(624), 6));
    assert!(findings.has_errors());
}

/// The type of a block may come anywhere.
#[test]
fn the_order_of_fields_does_not_matter() {
    let turned = GOOD.replace(
        "{\"type\": \"section\", \"heading\": \"CÔNG TÁC CHỈ ĐẠO\"}",
        "{\"heading\": \"CÔNG TÁC CHỈ ĐẠO\", \"type\": \"section\"}",
    );
    assert_ne!(turned, GOOD);
    let (mut one, mut other) = (Diagnostics::default(), Diagnostics::default());
    let straight = format!("{:?}", judged(GOOD.as_bytes(), &mut one));
    assert_eq!(straight, format!("{:?}", judged(turned.as_bytes(), &mut other)));
    assert!(other.is_empty());
}

/// What is read is in NFC, whichever way it was typed.
#[test]
fn text_is_read_in_nfc() {
    let decomposed = GOOD.replace("Lạng Sơn\",", "La\u{323}ng So\u{31b}n\",");
    assert_ne!(decomposed, GOOD);
    let mut findings = Diagnostics::default();
    let spec = judged(decomposed.as_bytes(), &mut findings).unwrap();
    assert_eq!(spec.issue_place.as_str(), "Lạng Sơn");
    assert!(findings.is_empty());
}

/// Windows and forms on the web end lines with CR LF, old programs with CR: each is one line break, and no fault.
#[test]
fn every_way_to_break_a_line_is_one() {
    let body = |end: &str| {
        let bytes = GOOD.replace("Ý thứ nhất.", &format!("Ý{end}thứ{end}{end}nhất."));
        let mut findings = Diagnostics::default();
        let spec = judged(bytes.as_bytes(), &mut findings).unwrap();
        assert!(findings.is_empty(), "{end}: {findings:?}");
        spec.body
    };
    let unix = body("\\n");
    assert_eq!((body("\\r\\n"), body("\\r"), body("\\u000d\\u000A")), (unix.clone(), unix.clone(), unix));
    let mut runs = Diagnostics::default();
    let bytes = GOOD.replace("\"Thực hiện \"", "\"Thực hiện\\r\\n\"");
    let spec = judged(bytes.as_bytes(), &mut runs).unwrap();
    assert!(runs.is_empty() && format!("{:?}", spec.body).contains("Thực hiện\\n\""), "{:?}", spec.body);
}

/// Decoration is taken off and the rest is what the document prints.
#[test]
fn decoration_is_dropped() {
    let bytes = GOOD.replace("\"Công an tỉnh\"", "\"- Công an tỉnh;\", \"Công ty A Co., Ltd.\"");
    let mut findings = Diagnostics::default();
    let spec = judged(bytes.as_bytes(), &mut findings).unwrap();
    let items: Vec<_> = spec.recipients.unwrap().items.iter().map(|item| item.as_str().to_owned()).collect();
    assert_eq!(items, ["Công an tỉnh", "Công ty A Co., Ltd."]);
    assert_eq!(findings.count(Severity::Warning), 1);
}

/// What is typed of the mark that ends a document is dropped in whatever form; what only looks like it stays.
#[test]
fn the_end_mark_is_dropped_in_every_form() {
    let read = |text: &str| {
        let bytes = GOOD.replace("Ý thứ nhất.", text);
        let mut findings = Diagnostics::default();
        let spec = judged(bytes.as_bytes(), &mut findings).unwrap();
        let body = serde_json::to_value(&spec.body).unwrap();
        (body[5]["text"].as_str().unwrap().to_owned(), findings.iter().count())
    };
    for typed in ["././.", " /.", "/.", "./", " . / .", "/./.", "．／．", "./. .", " ./.", "..//..", ". /. ./."] {
        assert_eq!(read(&format!("Nội dung{typed}")), ("Nội dung".to_owned(), 1), "{typed}");
    }
    for text in [
        "Nội dung.",
        "Nội dung./.",
        "Còn nữa...",
        "xem http://a.vn/b/",
        "xem https://a.vn/.",
        "24/7",
        "Sách, báo, v.v.",
    ] {
        assert_eq!(read(text), (text.to_owned(), 0), "{text}");
    }
}

/// A label that stands alone among the addressees is dropped, and later findings count it all the same.
#[test]
fn a_label_alone_is_dropped() {
    let bytes = GOOD.replace("[\"Ủy ban nhân dân tỉnh\"]", "[\"Kính gửi\", \"Ủy ban  nhân dân tỉnh\", \"Sở Nội vụ\"]");
    let mut findings = Diagnostics::default();
    let spec = judged(bytes.as_bytes(), &mut findings).unwrap();
    assert_eq!(
        spec.addressees.iter().map(|text| text.as_str()).collect::<Vec<_>>(),
        ["Ủy ban  nhân dân tỉnh", "Sở Nội vụ"]
    );
    let found: Vec<_> = findings.iter().map(|finding| (finding.code, finding.at.as_str())).collect();
    assert_eq!(found, [("VB050", "/addressees"), ("VB027", "/addressees/1")]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever happens to the bytes, reading ends, says something sensible, and points into the file.
    #[test]
    fn mutated_bytes_never_panic(edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0_u8..4), 1..6)) {
        let mut bytes = GOOD.as_bytes().to_vec();
        for (at, byte, kind) in edits {
            let at = at.index(bytes.len());
            match kind {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                2 => drop(bytes.remove(at)),
                _ => bytes[at] = b"\"{}[],:\\0tn/"[usize::from(byte) % 12],
            }
        }
        for finding in findings(&bytes).iter() {
            let span = finding.span.unwrap();
            prop_assert!(span.start <= span.end && span.end <= bytes.len(), "{finding:?}");
            prop_assert!(finding.code != registry::UNEXPLAINED.code, "{finding:?}");
        }
    }

    /// Values of the wrong shape anywhere: a finding there, never a panic.
    #[test]
    fn swapped_values_never_panic(at in any::<prop::sample::Index>(), which in 0_usize..8) {
        let spans: Vec<usize> = GOOD.match_indices(": ").map(|(at, _)| at + 2).collect();
        let at = spans[at.index(spans.len())];
        let value = ["null", "1", "-1.5", "\"\"", "[]", "{}", "true", "[[\"a\"]]"][which];
        let bytes = format!("{}{value}, \"x\": {}", &GOOD[..at], &GOOD[at..]);
        for finding in findings(bytes.as_bytes()).iter() {
            prop_assert!(finding.span.is_some_and(|span| span.end <= bytes.len()));
            prop_assert!(finding.code != registry::UNEXPLAINED.code, "{finding:?}");
        }
    }
}
