//! The help texts and the usage errors, in Vietnamese and in English. clap knows English alone, so what it would say
//! itself is said here.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, CommandFactory};

use vanban::diag::Lang;

use super::args::{Arguments, COMMANDS};
use super::version;

/// The command line's definition with its help in one language.
pub(crate) fn command(lang: Lang) -> Command {
    let mut command = translate(Arguments::command(), "vanban", lang).long_version(version::long_version(lang));
    for name in COMMANDS {
        command = command.mut_subcommand(name, |sub| translate(sub, name, lang));
    }
    if lang == Lang::Vi {
        // the usage line can be translated only once it is known
        let mut built = command.clone();
        built.build();
        command = command.override_usage(usage(&mut built));
        for name in COMMANDS {
            let line = built.find_subcommand_mut(name).map(usage).unwrap_or_default();
            command = command.mut_subcommand(name, |sub| sub.override_usage(line));
        }
    }
    command
}

fn translate(command: Command, name: &str, lang: Lang) -> Command {
    let (usage, arguments, options, commands) = match lang {
        Lang::Vi => ("Cách dùng", "Đối số", "Tùy chọn", "Lệnh"),
        Lang::En => ("Usage", "Arguments", "Options", "Commands"),
    };
    let template = format!("{{about-with-newline}}\n{usage}: {{usage}}\n\n{{all-args}}{{after-help}}");
    let texts = command_texts(name);
    let command = command
        .about(texts.0.of(lang))
        .help_template(template)
        .subcommand_help_heading(commands)
        .subcommand_value_name(match lang {
            Lang::Vi => "LỆNH",
            Lang::En => "COMMAND",
        })
        .mut_args(|arg| {
            let heading = if arg.is_positional() { arguments } else { options };
            let text = argument_text(name, arg.get_id().as_str()).of(lang);
            hide_clap_words(arg).help(text).help_heading(heading)
        });
    match texts.1 {
        Some(after) => command.after_help(after.of(lang)),
        None => command,
    }
}

/// `[default: …]` and `[possible values: …]` are English words; the help texts say the same.
fn hide_clap_words(arg: Arg) -> Arg {
    if arg.get_action().takes_values() { arg.hide_default_value(true).hide_possible_values(true) } else { arg }
}

fn usage(command: &mut Command) -> String {
    vietnamese_usage(&command.render_usage().to_string())
}

fn vietnamese_usage(usage: &str) -> String {
    usage.trim_start_matches("Usage:").trim().replace("[OPTIONS]", "[TÙY CHỌN]").replace("<COMMAND>", "<LỆNH>")
}

/// One text in both languages.
#[derive(Clone, Copy)]
struct Bilingual {
    vi: &'static str,
    en: &'static str,
}

impl Bilingual {
    fn of(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Vi => self.vi,
            Lang::En => self.en,
        }
    }
}

const fn words(vi: &'static str, en: &'static str) -> Bilingual {
    Bilingual { vi, en }
}

/// What a command does, and what stands under its options.
fn command_texts(name: &str) -> (Bilingual, Option<Bilingual>) {
    match name {
        "render" => (
            words(
                "Kết xuất tệp Word và tệp PDF từ bản đặc tả JSON",
                "Make the Word file and the PDF of JSON specifications",
            ),
            Some(words(
                "Tên tệp lấy từ số và ký hiệu văn bản, ví dụ 624-BC-STTTT.docx. Một bản đặc tả có lỗi không dừng các bản khác.",
                "Files are named after the document's number and symbol, e.g. 624-BC-STTTT.docx. A bad specification does not stop the others.",
            )),
        ),
        "preview" => (
            words(
                "Tạo một trang HTML để xem các trang của văn bản",
                "Make an HTML page that shows the pages of a document",
            ),
            Some(words(
                "Các trang hiện ra cả khi bản đặc tả còn thiếu hoặc sai, kèm những gì tìm thấy. Ví dụ: vanban preview bao-cao.json --watch --open",
                "The pages are shown also where something is missing or wrong, with what was found. For example: vanban preview report.json --watch --open",
            )),
        ),
        "check" => (
            words(
                "Chỉ đọc và kiểm tra bản đặc tả, không tạo tệp nào",
                "Only read and judge specifications, make no file",
            ),
            None,
        ),
        "explain" => (
            words(
                "Giải thích một mã lỗi hoặc cảnh báo; không ghi mã thì liệt kê tất cả",
                "Explain the code of an error or warning; without a code list all",
            ),
            Some(words("Ví dụ: vanban explain VB061", "For example: vanban explain VB061")),
        ),
        "extract" => (
            words(
                "Lấy lại bản đặc tả JSON từ tệp Word hoặc PDF/A-3a do vanban tạo, đúng từng byte",
                "Take the JSON specification back out of a Word file or PDF/A-3a that vanban made, byte for byte",
            ),
            Some(words(
                "Ví dụ: vanban extract 624-BC-STTTT.docx -o bao-cao.json. Mã kết thúc: 0 tệp vẫn đúng như bản đặc tả; 1 tệp đã bị sửa sau khi kết xuất, bản đặc tả là bản cũ, hoặc không so được; 2 không lấy được.",
                "For example: vanban extract 624-BC-STTTT.docx -o report.json. Exit codes: 0 the file still is what its specification makes; 1 it was changed since and the specification is the old one, or it could not be compared; 2 nothing could be taken out.",
            )),
        ),
        "metadata" => (
            words(
                "In siêu dữ liệu của tệp Word hoặc PDF do vanban tạo, dạng JSON",
                "Print what a Word file or PDF that vanban made says of itself, as JSON",
            ),
            Some(words(
                "Trường record theo Nghị định 30/2020/NĐ-CP, Phụ lục VI. Ví dụ: vanban metadata 624-BC-STTTT.pdf",
                "record has the fields of Nghị định 30/2020/NĐ-CP, Phụ lục VI. For example: vanban metadata 624-BC-STTTT.pdf",
            )),
        ),
        "verify" => (
            words(
                "Kiểm tra hai tệp có cùng một bản đặc tả không, và kết xuất lại có ra đúng từng byte không",
                "Say whether two files come from one specification, and whether making them again gives the same bytes",
            ),
            Some(words(
                "Chỉ đọc, không ghi tệp nào. PDF đã ký (signed): phần ghi thêm đúng là của chương trình ký và được chữ ký bao hết; bản thân chữ ký không được kiểm tra (không làm mật mã): hãy dùng chương trình ký. Mã kết thúc: 0 đúng cả; 1 có chỗ khác; 2 không kiểm tra được.",
                "Reads only, writes nothing. Of a signed PDF (signed) what was appended is what signing programs append, and covered by signatures; the signature itself is not verified (no cryptography): ask a signing program. Exit codes: 0 all agree; 1 something differs; 2 could not be judged.",
            )),
        ),
        "serve" => (
            words(
                "Chạy dịch vụ HTTP: gửi bản đặc tả JSON, nhận tệp Word, tệp PDF",
                "Serve over HTTP: send JSON specifications, receive Word files and PDFs",
            ),
            Some(words(
                "Ví dụ: curl --data-binary @624.json -H 'Content-Type: application/json' -H 'Accept: application/pdf' http://127.0.0.1:8080/v1/render -o 624.pdf. Mô tả các địa chỉ: /v1/openapi.json. SIGTERM: làm xong các yêu cầu đang chạy rồi dừng.",
                "For example: curl --data-binary @624.json -H 'Content-Type: application/json' -H 'Accept: application/pdf' http://127.0.0.1:8080/v1/render -o 624.pdf. The addresses: /v1/openapi.json. SIGTERM: ends when open requests are answered.",
            )),
        ),
        "new" => (
            words("In một bản đặc tả mẫu để điền", "Print a starter specification to fill in"),
            Some(words(
                "Ví dụ: vanban new BC -o bao-cao.json; rồi: vanban render bao-cao.json -o out/",
                "For example: vanban new report -o report.json; then: vanban render report.json -o out/",
            )),
        ),
        "schema" => (
            words("In JSON Schema của bản đặc tả", "Print the JSON Schema of specifications"),
            Some(words(
                "Lưu lược đồ cạnh bản đặc tả rồi ghi \"$schema\": \"./spec.schema.json\" để trình soạn thảo gợi ý từng trường.",
                "Save the schema beside a specification and write \"$schema\": \"./spec.schema.json\" to let an editor explain every field.",
            )),
        ),
        "fonts" => (
            words("Cho biết dùng phông chữ nào, lấy ở đâu, vì sao", "Say which fonts are used, from where, and why"),
            None,
        ),
        "dump" => (
            words(
                "In kết quả một bước bên trong: đặc tả, mô hình hoặc trang",
                "Print the inside of one stage: specification, model or pages",
            ),
            None,
        ),
        "completions" => (
            words("In tập lệnh gợi ý cho vỏ lệnh", "Print a completion script for a shell"),
            Some(words(
                "Ví dụ: vanban completions bash > ~/.local/share/bash-completion/completions/vanban",
                "For example: vanban completions bash > ~/.local/share/bash-completion/completions/vanban",
            )),
        ),
        "man" => (words("In trang hướng dẫn dạng man", "Print a manual page"), None),
        "help" => (words("In hướng dẫn chung hoặc của một lệnh", "Print this help or that of a command"), None),
        _ => (
            words(
                "Kết xuất văn bản hành chính (Word và PDF) từ một bản đặc tả JSON, theo Nghị định 30/2020/NĐ-CP",
                "Make Vietnamese administrative documents (Word and PDF) of one JSON specification, after Decree 30/2020/NĐ-CP",
            ),
            Some(words(
                "Mã kết thúc: 0 xong (có thể có cảnh báo); 1 bản đặc tả có lỗi; 2 không chạy được.",
                "Exit codes: 0 done (warnings allowed); 1 a specification has errors; 2 could not run.",
            )),
        ),
    }
}

/// What an argument of a command means.
fn argument_text(command: &str, id: &str) -> Bilingual {
    match (command, id) {
        (_, "lang") => words(
            "Ngôn ngữ của thông báo: vi hoặc en; mặc định: VANBAN_LANG, rồi vanban.toml, rồi vi",
            "Language of messages: vi or en; default: VANBAN_LANG, then vanban.toml, then vi",
        ),
        (_, "color") => words(
            "Màu của thông báo: auto (khi in ra màn hình), always hoặc never; mặc định auto, không màu khi đặt NO_COLOR",
            "Colour of messages: auto (on a terminal), always or never; auto by default, none where NO_COLOR is set",
        ),
        ("explain", "kind") => words("Mã hoặc tên, ví dụ VB061 hoặc end_mark", "Code or name, e.g. VB061 or end_mark"),
        (_, "help") => words("In hướng dẫn", "Print help"),
        (_, "version") => words(
            "In phiên bản; --version in thêm tính năng và quy định",
            "Print the version; --version adds features and regulations",
        ),
        ("render" | "check", "specs") => words(
            "Tệp đặc tả JSON, thư mục (các tệp *.json trong đó) hoặc mẫu như **/*.json; - là đầu vào chuẩn",
            "JSON specifications, folders (their *.json) or patterns such as **/*.json; - is standard input",
        ),
        ("dump" | "preview", "spec") => {
            words("Tệp đặc tả JSON; - là đầu vào chuẩn", "JSON specification; - is standard input")
        }
        ("render", "output") => words(
            "Thư mục (được tạo nếu chưa có), hoặc tên tệp .docx, .pdf, .svg, .png, hoặc - là đầu ra chuẩn; mặc định: VANBAN_OUTPUT, rồi vanban.toml, rồi thư mục hiện thời",
            "Folder (made where missing), or a file name in .docx, .pdf, .svg or .png, or - for standard output; default: VANBAN_OUTPUT, then vanban.toml, then the current folder",
        ),
        ("render", "to") => words(
            "Loại tệp: docx, pdf, hoặc từng trang dạng hình svg (chữ là đường nét), png; ghi nhiều loại cách nhau bằng dấu phẩy; mặc định docx,pdf",
            "Kinds of file: docx, pdf, or each page as a picture: svg (letters as outlines), png; several with commas between; default docx,pdf",
        ),
        ("render", "dpi") => {
            words("Số điểm mỗi inch của tệp png, 10–600; mặc định 96", "Dots an inch of png files, 10–600; default 96")
        }
        ("render", "pages") => words(
            "Các trang dạng hình cần lấy, ví dụ 1-3, 2, 4-; mặc định tất cả",
            "Which pages as pictures, e.g. 1-3, 2, 4-; default all",
        ),
        ("preview", "output") => words(
            "Tệp HTML để ghi, hoặc - là đầu ra chuẩn; mặc định: tên bản đặc tả với đuôi .html, ở thư mục hiện thời",
            "The HTML file to write, or - for standard output; default: the specification's name with .html, in the current folder",
        ),
        ("preview", "force") => words(
            "Thay tệp đã có dù không phải trang xem trước của vanban",
            "Replace an existing file even if it is no preview of vanban's",
        ),
        ("preview", "open") => words("Mở trang vừa ghi bằng trình duyệt", "Open the page with the system's browser"),
        ("extract" | "metadata", "file") => {
            words("Tệp .docx hoặc .pdf; - là đầu vào chuẩn", "A .docx or .pdf; - is standard input")
        }
        ("extract" | "new" | "schema", "output") => words(
            "Tệp để ghi, hoặc - là đầu ra chuẩn (mặc định)",
            "The file to write, or - for standard output (default)",
        ),
        ("verify", "files") => words(
            "Một tệp .docx, một tệp .pdf, hoặc cả hai, thứ tự tùy ý; - là đầu vào chuẩn",
            "A .docx, a .pdf, or one of each in any order; - is standard input",
        ),
        ("extract", "anyway") => words(
            "Lấy cả khi tệp đã bị sửa sau khi kết xuất: chỉ cảnh báo, mã kết thúc 0",
            "Take it even where the file was changed since it was made: only warn, exit code 0",
        ),
        ("extract" | "verify", "any_size") => words(
            "Kết xuất lại cả bản đặc tả lớn bất thường so với tệp (tốn bộ nhớ; chỉ dùng với tệp tin được)",
            "Render again even a specification that is far too large for its file (takes memory; for files you trust)",
        ),
        ("render" | "extract" | "new" | "schema", "force") => words("Thay tệp đã có", "Replace existing files"),
        ("render" | "preview", "watch") => words(
            "Theo dõi bản đặc tả, ảnh và tệp cơ quan, kết xuất lại khi có thay đổi; Ctrl-C để dừng",
            "Follow specification, pictures and organ file, and render again what changes; Ctrl-C ends it",
        ),
        ("render", "open") => words(
            "Mở tệp PDF (hoặc tệp Word) vừa ghi bằng chương trình của hệ thống",
            "Open the PDF (or the Word file) with the system's program",
        ),
        (_, "organ") => words(
            "Tệp JSON có các trường chung của cơ quan, dùng khi bản đặc tả không có; mặc định: VANBAN_ORGAN, rồi vanban.toml; '' là không dùng",
            "JSON file with the organ's fields, which stand in where a specification has none; default: VANBAN_ORGAN, then vanban.toml; '' for none",
        ),
        (_, "data") => words(
            "Tệp JSON có giá trị điền vào các chỗ {{tên}} trong bản đặc tả",
            "JSON file with the values of the placeholders {{name}} of a specification",
        ),
        ("render", "name") => words(
            "Mẫu đặt tên tệp, ví dụ '{number}-{type}-{organ}': {number} số, {type} chữ tắt loại văn bản, {organ} chữ tắt cơ quan, {symbol} ký hiệu, {date} ngày, {year} năm, {stem} tên tệp đặc tả; không ghi đuôi",
            "How files are named, e.g. '{number}-{type}-{organ}': {number}, {type} and {organ} abbreviated, {symbol}, {date}, {year}, {stem} the specification's file name; without extension",
        ),
        ("render", "quiet") => words("Không in tên các tệp đã ghi", "Do not print the names of the files written"),
        ("check", "explain_lines") => words(
            "Cho biết dòng nào được giãn chữ nhiều hơn 0,2 pt, dòng nào còn xuống khác nhau tùy chương trình soạn thảo",
            "Tell which lines are letter-spaced by more than 0.2 pt, and which end elsewhere in some word processors",
        ),
        ("check", "quiet") => words("Không in dòng tóm tắt của từng tệp", "Do not print the summary line of each file"),
        ("dump", "stage") => words("Bước cần in: spec, model hoặc pages", "The stage to print: spec, model or pages"),
        (_, "pdf") => words(
            "Loại PDF: a-2a là PDF/A-2a kèm PDF/UA-1 (mặc định); a-3a thêm bản đặc tả đính kèm; a-2b, a-1a, a-1b; plain không theo chuẩn lưu trữ",
            "Kind of PDF: a-2a is PDF/A-2a with PDF/UA-1 (default); a-3a attaches the specification too; a-2b, a-1a, a-1b; plain claims no standard",
        ),
        ("render", "no_signature_fields") => {
            words("Không dành sẵn ô chữ ký số trong PDF", "Reserve no signature fields in the PDF")
        }
        ("render", "keep_hints") => words(
            "Giữ chỉ dẫn hiển thị (hint) trong phông chữ nhúng; tệp PDF lớn hơn",
            "Keep the hints of embedded fonts; the PDF grows",
        ),
        (_, "regulation") => words(
            "Quy định phải theo, thay cho quy định ghi trong bản đặc tả",
            "The regulation to follow, whatever the specification says",
        ),
        ("verify", "message_format") => words(
            "Dạng thông báo: text cho người đọc (mặc định), json cho máy đọc",
            "Form of the verdict: text for people (default), json for programs",
        ),
        (_, "message_format") => words(
            "Dạng thông báo: text cho người đọc (mặc định); json, github (chú thích trên GitHub), sarif (SARIF 2.1.0) cho máy đọc",
            "Form of findings: text for people (default); json, github (annotations on GitHub), sarif (SARIF 2.1.0) for programs",
        ),
        (_, "fonts") => words(
            "Phông chữ: bundled là Liberation Serif đi kèm (mặc định), system là Times New Roman cài trên máy",
            "Fonts: bundled is Liberation Serif that comes with the program (default), system is an installed Times New Roman",
        ),
        (_, "font_dir") => words("Chỉ lấy phông chữ trong thư mục này", "Take fonts from this folder only"),
        ("serve", "listen") => words(
            "Địa chỉ và cổng (mặc định 127.0.0.1:8080: chỉ máy này); cổng 0 là cổng còn trống bất kỳ. Không có đăng nhập, không có TLS: muốn máy khác dùng thì đặt sau một máy chủ proxy",
            "Address and port (default 127.0.0.1:8080: this machine alone); port 0: any that is free. There is no login and no TLS: for other machines put it behind a proxy",
        ),
        ("serve", "threads") => words(
            "Số văn bản làm cùng lúc (mặc định: số bộ xử lý)",
            "How many documents are worked on at once (default: as many as processors)",
        ),
        ("serve", "queue") => words(
            "Số yêu cầu được làm hoặc được chờ (mặc định 64); nhiều hơn thì trả lời 429",
            "How many requests may be worked on or wait (default 64); more are answered 429",
        ),
        ("serve", "connections") => {
            words("Số kết nối cùng mở (mặc định 256)", "How many connections may be open (default 256)")
        }
        ("serve", "max_body") => words(
            "Cỡ lớn nhất của nội dung gửi lên, tính bằng KiB (mặc định 8192)",
            "The largest body, in KiB (default 8192)",
        ),
        ("serve", "max_header") => words(
            "Cỡ lớn nhất của phần đầu yêu cầu, tính bằng KiB (mặc định 16)",
            "The largest head of a request, in KiB (default 16)",
        ),
        ("serve", "header_timeout") => words(
            "Thời gian gửi phần đầu yêu cầu, cũng là thời gian giữ kết nối không dùng, tính bằng giây (mặc định 5)",
            "How long a head may take, and a connection without a request may stay, in seconds (default 5)",
        ),
        ("serve", "body_timeout") => words(
            "Thời gian gửi nội dung, tính bằng giây (mặc định 30)",
            "How long a body may take, in seconds (default 30)",
        ),
        ("serve", "write_timeout") => words(
            "Thời gian chờ bên nhận nhận thêm câu trả lời, tính bằng giây (mặc định 30)",
            "How long a client may take to accept more of an answer, in seconds (default 30)",
        ),
        ("serve", "deadline") => words(
            "Thời gian chờ và làm một yêu cầu, tính bằng giây (mặc định 30); quá thì trả lời 503",
            "How long waiting and work may take, in seconds (default 30); beyond that it is answered 503",
        ),
        ("serve", "drain") => words(
            "Thời gian làm nốt các yêu cầu khi dừng, tính bằng giây (mặc định 30)",
            "How long open requests may take when the service ends, in seconds (default 30)",
        ),
        ("new", "doc_type") => words(
            "Loại văn bản: tên tiếng Anh (report), chữ viết tắt (BC) hoặc tên không dấu (bao-cao)",
            "Document type: English name (report), abbreviation (BC) or Vietnamese name without marks (bao-cao)",
        ),
        ("new", "list") => words("Liệt kê mọi loại văn bản", "List every document type"),
        ("completions", "shell") => words(
            "Vỏ lệnh: bash, zsh, fish, elvish hoặc powershell",
            "The shell: bash, zsh, fish, elvish or powershell",
        ),
        ("man" | "help", "command") => {
            words("Lệnh cần xem; bỏ trống: cả chương trình", "The command; none: the whole program")
        }
        _ => words("", ""),
    }
}

/// What is wrong with the command line as typed.
pub(crate) fn usage_error(error: &clap::Error, lang: Lang) -> String {
    match lang {
        Lang::En => error.to_string(),
        Lang::Vi => vietnamese_error(error),
    }
}

fn vietnamese_error(error: &clap::Error) -> String {
    let arg = context(error, ContextKind::InvalidArg);
    let value = context(error, ContextKind::InvalidValue);
    let what = match error.kind() {
        ErrorKind::UnknownArgument => format!("không có tùy chọn hay đối số “{arg}”"),
        ErrorKind::InvalidSubcommand => {
            format!("không có lệnh “{}”", context(error, ContextKind::InvalidSubcommand))
        }
        ErrorKind::InvalidValue if value.is_empty() => format!("{arg} thiếu giá trị"),
        ErrorKind::InvalidValue => format!("{arg} không nhận giá trị “{value}”"),
        ErrorKind::ValueValidation => {
            let reason = std::error::Error::source(error).map(|e| format!(": {e}")).unwrap_or_default();
            format!("{arg} không nhận giá trị “{value}”{reason}")
        }
        ErrorKind::MissingRequiredArgument => format!("thiếu {arg}"),
        ErrorKind::MissingSubcommand => "thiếu tên lệnh".to_owned(),
        ErrorKind::ArgumentConflict => {
            let prior = context(error, ContextKind::PriorArg);
            if prior == arg || prior.is_empty() {
                format!("{arg} chỉ được ghi một lần")
            } else {
                format!("{arg} không đi cùng {prior}")
            }
        }
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("{arg} có số giá trị không đúng")
        }
        ErrorKind::NoEquals => format!("{arg} cần dấu = trước giá trị"),
        ErrorKind::InvalidUtf8 => "đối số không phải UTF-8".to_owned(),
        _ => return error.to_string(),
    };
    let mut text = format!("lỗi: {what}\n");
    for kind in [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue] {
        let suggested = context(error, kind);
        if !suggested.is_empty() {
            text.push_str(&format!("  gợi ý: có phải “{suggested}”?\n"));
        }
    }
    let valid = context(error, ContextKind::ValidValue);
    if !valid.is_empty() {
        text.push_str(&format!("  các giá trị nhận được: {valid}\n"));
    }
    let usage = context(error, ContextKind::Usage);
    if !usage.is_empty() {
        text.push_str(&format!("\nCách dùng: {}\n", vietnamese_usage(&usage)));
    }
    text.push_str("\nXem thêm: vanban --help\n");
    text
}

fn context(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        Some(ContextValue::StyledStrs(texts)) => texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        Some(ContextValue::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

/// A manual page's headings in the language of its text.
pub(crate) fn manual_headings(page: &str, lang: Lang) -> String {
    const HEADINGS: [(&str, &str); 7] = [
        ("NAME", "TÊN"),
        ("SYNOPSIS", "CÁCH DÙNG"),
        ("DESCRIPTION", "MÔ TẢ"),
        ("OPTIONS", "TÙY CHỌN"),
        ("SUBCOMMANDS", "LỆNH"),
        ("EXTRA", "GHI CHÚ"),
        ("VERSION", "PHIÊN BẢN"),
    ];
    let mut text = page.to_owned();
    if lang == Lang::Vi {
        for (en, vi) in HEADINGS {
            text = text.replace(&format!(".SH {en}\n"), &format!(".SH \"{vi}\"\n"));
        }
    }
    text
}
