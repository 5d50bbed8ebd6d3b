//! Files made to harm: each is refused with a message, without a panic, and within the limits.

use vanban::read::{Fault, docx, pdf, source};

use crate::cli_run::{Folder, run, run_script};
use crate::read_support::{PdfText, docx as word_file, pdf_with_source, startxref};

const CATALOG: &str = "<</Type/Catalog/AF[4 0 R]>>";
const SPECIFICATION: &str = "<</AFRelationship/Source/EF<</F 5 0 R>>>>";

/// Everything that is done with a PDF.
fn read_pdf(bytes: &[u8]) -> Result<Option<Vec<u8>>, Fault> {
    let all = |file: pdf::PdfFile<'_>| {
        file.xmp()?;
        let _ = vanban::read::metadata_of_pdf(&file);
        file.signature_fields()?;
        file.attachment()
    };
    pdf::open(bytes).and_then(all).map_err(|error| error.fault)
}

#[track_caller]
fn damaged(bytes: &[u8]) {
    assert_eq!(read_pdf(bytes), Err(Fault::Damaged));
}

#[track_caller]
fn too_large(bytes: &[u8]) {
    assert_eq!(read_pdf(bytes), Err(Fault::TooLarge));
}

/// A PDF whose source is described by `entries` and `data`.
fn with_stream(entries: &str, data: &[u8]) -> Vec<u8> {
    let pdf = PdfText::new().object(1, CATALOG).object(4, SPECIFICATION);
    pdf.stream(5, entries, data).table("/Root 1 0 R")
}

#[test]
fn sections_that_point_in_circles() {
    let good = PdfText::new().object(1, CATALOG);
    let at = good.bytes.len();
    damaged(&good.table(&format!("/Root 1 0 R/Prev {at}")));
    let good = PdfText::new().object(1, CATALOG);
    damaged(&good.table(&format!("/Root 1 0 R/XRefStm {at}")));
    // two sections that name each other
    let first = PdfText::new().object(1, CATALOG).table("/Root 1 0 R/Prev 0000000");
    let second_at = first.len();
    let second = PdfText::after(&first).table(&format!("/Root 1 0 R/Prev {}", startxref(&first)));
    let text = String::from_utf8_lossy(&second).into_owned();
    damaged(text.replace("/Prev 0000000", &format!("/Prev {second_at:07}")).as_bytes());
    assert!(text.contains("/Prev 0000000"));
}

#[test]
fn a_chain_of_sections_has_an_end() {
    let mut pdf = pdf_with_source(b"{}");
    for revisions in 2..=257 {
        pdf = PdfText::after(&pdf).table(&format!("/Root 1 0 R/Prev {}", startxref(&pdf)));
        if revisions == 256 {
            assert_eq!(pdf::open(&pdf).unwrap().revisions(), 256);
            assert_eq!(source(&pdf).unwrap(), b"{}");
        }
    }
    too_large(&pdf);
}

#[test]
fn sections_that_lie() {
    for trailer in ["/Prev -1", "/Prev 99999999", "/Prev 0", "/Prev(x)", "/XRefStm -5", "/Prev 9223372036854775807"] {
        damaged(&PdfText::new().object(1, CATALOG).table(&format!("/Root 1 0 R{trailer}")));
    }
    let table = |rows: &str| {
        let mut pdf = PdfText::new().object(1, CATALOG).bytes;
        let at = pdf.len();
        pdf.extend(format!("xref\n{rows}trailer\n<</Root 1 0 R>>\nstartxref\n{at}\n%%EOF\n").bytes());
        pdf
    };
    damaged(&table("0 99999999999\n"));
    damaged(&table("0 18446744073709551615\n"));
    damaged(&table("-1 1\n0000000000 00000 n \n"));
    damaged(&table("1 1\n-000000001 00000 n \n"));
    damaged(&table("1 1\n9999999999 00000 n \n"));
    damaged(&table("1 1\n0000000000 00000 x \n"));
    damaged(&table("9223372036854775807 2\n0000000000 00000 n \n0000000000 00000 n \n"));
    too_large(&table(&format!("0 262145\n{}", "0 0 n\n".repeat(262_145))));
    for end in ["", "startxref\n%%EOF", "startxref\n-7\n%%EOF", "startxref\n99999999\n%%EOF", "startxref\n0\n%%EOF"] {
        damaged(format!("%PDF-1.7\n1 0 obj\n{CATALOG}\nendobj\n{end}").as_bytes());
    }
}

#[test]
fn cross_reference_streams_that_lie() {
    let stream = |entries: &str, data: &[u8]| {
        let pdf = PdfText::new().object(1, CATALOG);
        let at = pdf.bytes.len();
        let mut bytes = pdf.deflated(2, &format!("/Type/XRef/Root 1 0 R{entries}"), data).bytes;
        bytes.extend(format!("startxref\n{at}\n%%EOF\n").bytes());
        bytes
    };
    for entries in [
        "/Size 9223372036854775807/W[1 2 1]",
        "/Size 2147483647/W[0 0 0]",
        "/Size -1/W[1 2 1]",
        "/W[1 2 1]",
        "/Size 9",
        "/Size 9/W[1 2]",
        "/Size 9/W[1 99 1]",
        "/Size 9/W[1 -2 1]",
        "/Size 9/W[9223372036854775807 9223372036854775807 2]",
        "/Size 2/W[1 2 1]/Index[0]",
        "/Size 2/W[1 2 1]/Index[0 -1]",
        "/Size 2/W[1 2 1]/Index[0 4294967295]",
        "/Size 2/W[1 2 1]/Index[9223372036854775807 2]",
        "/Size 2/W[1 2 1]/DecodeParms<</Predictor 12/Columns 3>>",
        "/Size 2/W[1 2 1]/DecodeParms<</Predictor 12/Columns -4>>",
    ] {
        damaged(&stream(entries, &[1, 0, 9, 0, 1, 0, 9, 0]));
    }
    let huge = stream("/Size 2/W[1 2 1]/DecodeParms<</Predictor 12/Columns 9223372036854775807/Colors 4>>", &[0; 8]);
    assert_eq!(read_pdf(&huge), Err(Fault::Unsupported));
    too_large(&stream("/Size 9000000/W[1 1 0]", &vec![0; 4_000_000]));
    too_large(&stream("/Size 2/W[1 2 1]", &vec![0; (16 << 20) + 1]));
}

#[test]
fn objects_that_point_in_circles() {
    // a length that is the stream itself, one that lies in an object stream, one that is no number
    let length = |length: &str| {
        let pdf = PdfText::new().object(1, CATALOG).object(4, SPECIFICATION);
        pdf.object(5, &format!("<</Length {length}>>\nstream\n{{}}\nendstream")).table("/Root 1 0 R")
    };
    for bad in ["5 0 R", "1 0 R", "77 0 R", "-2", "9223372036854775807", "1", "4", "null"] {
        damaged(&length(bad));
    }
    assert_eq!(read_pdf(&length("2")), Ok(Some(b"{}".to_vec())));
    // object streams in object streams
    let members = |body: &str| PdfText::new().stream(2, "/Type/ObjStm/N 1/First 4", body.as_bytes());
    damaged(&PdfText::new().xref_stream(9, &[(1, 2, 0), (2, 2, 0)], "/Root 1 0 R"));
    damaged(&PdfText::new().xref_stream(9, &[(1, 2, 0), (2, 1, 0)], "/Root 1 0 R"));
    damaged(&members(&format!("7 0 {CATALOG}")).xref_stream(9, &[(1, 2, 0)], "/Root 1 0 R"));
    damaged(&members(&format!("1 0 {CATALOG}")).xref_stream(9, &[(1, 2, 5)], "/Root 1 0 R"));
    for head in
        ["/N 99999999/First 4", "/N 1/First 99999999", "/N -1/First 4", "/N 1", "/N 1/First 9223372036854775807"]
    {
        let pdf = PdfText::new().stream(2, &format!("/Type/ObjStm{head}"), b"1 0 <</Type/Catalog>>");
        damaged(&pdf.xref_stream(9, &[(1, 2, 0)], "/Root 1 0 R"));
    }
}

#[test]
fn trees_that_bite_their_tail_end() {
    let pdf = PdfText::new()
        .object(1, "<</Type/Catalog/AF 1 0 R/Names<</EmbeddedFiles 2 0 R>>/AcroForm<</Fields[3 0 R]>>>>")
        .object(2, "<</Kids[2 0 R 3 0 R 1 0 R]/Names[(a)2 0 R(b)3 0 R]>>")
        .object(3, "<</Kids[3 0 R 3 0 R 2 0 R]/Parent 3 0 R/FT/Sig>>");
    assert_eq!(read_pdf(&pdf.table("/Root 1 0 R")), Ok(None));
    let wide = "<</FT/Sig>>".repeat(5000);
    too_large(
        &PdfText::new().object(1, &format!("<</Type/Catalog/AcroForm<</Fields[{wide}]>>>>")).table("/Root 1 0 R"),
    );
    // metadata of little but many elements
    let packet = format!("<a>{}</a>", "<a/>".repeat(1 << 18));
    let pdf = PdfText::new().object(1, "<</Type/Catalog/Metadata 2 0 R>>").deflated(2, "", packet.as_bytes());
    let pdf = pdf.table("/Root 1 0 R");
    assert_eq!(vanban::read::metadata(&pdf).unwrap_err().fault, Fault::TooLarge);
    // each level names the next a hundred, then a thousand times
    for (times, expected) in [(100, Ok(None)), (1000, Err(Fault::TooLarge))] {
        let mut pdf = PdfText::new().object(1, "<</Type/Catalog/Names<</EmbeddedFiles 2 0 R>>>>");
        for level in 2..40 {
            let next = format!("{} 0 R ", level + 1).repeat(times);
            pdf = pdf.object(level, &format!("<</Kids[{next}]/Names[{next}]>>"));
        }
        assert_eq!(read_pdf(&pdf.table("/Root 1 0 R")), expected);
    }
}

#[test]
fn objects_that_are_too_deep_too_long_or_too_many() {
    let catalog =
        |inside: &str| PdfText::new().object(1, &format!("<</Type/Catalog/X {inside}>>")).table("/Root 1 0 R");
    for (opens, closes) in [("[", "]"), ("<</A ", ">>"), ("[<</A ", ">>]")] {
        damaged(&catalog(&format!("{}1{}", opens.repeat(100), closes.repeat(100))));
        damaged(&catalog(&opens.repeat(100_000)));
    }
    too_large(&catalog(&format!("[{}]", "0 ".repeat(40_000))));
    too_large(&catalog(&format!("({})", "x".repeat(2 << 20))));
    too_large(&catalog(&format!("<{}>", "41".repeat(2 << 20))));
    too_large(&catalog(&format!("/{}", "n".repeat(2 << 20))));
    for long in [" ".repeat(2 << 20), format!("%{}\n1", "c".repeat(2 << 20)), format!("({})", "\\\n".repeat(1 << 20))] {
        too_large(&catalog(&long));
    }
    too_large(&catalog(&format!("<{}>", " ".repeat(2 << 20))));
    // each within its limit, all together beyond
    too_large(&catalog(&format!("[{}]", format!("({})", "x".repeat(1 << 19)).repeat(20))));
    for bad in
        ["(", "(\\", "<4", "<4g>", "/#4", "/#zz", "{", ")", ">", "<<", "[", "endobj", "1 0 R 2", "--1x", "<</A>>"]
    {
        damaged(&catalog(bad));
    }
}

#[test]
fn bombs() {
    let zeros = vec![0_u8; (16 << 20) + 1];
    let bomb = |data: &[u8]| with_stream("/Filter/FlateDecode", &crate::read_support::deflate(data));
    too_large(&bomb(&zeros));
    assert_eq!(read_pdf(&bomb(&zeros[1..])).map(|found| found.map(|data| data.len())), Ok(Some(16 << 20)));
    assert_eq!(read_pdf(&with_stream("/Filter[/FlateDecode/FlateDecode]", b"")), Err(Fault::Unsupported));
    assert_eq!(read_pdf(&with_stream("/Filter/LZWDecode", b"")), Err(Fault::Unsupported));
    damaged(&with_stream("/Filter/FlateDecode", b"no zlib"));
    // each within its limit, all together beyond
    let mut pdf = PdfText::new().object(1, "<</Type/Catalog/AcroForm<</Fields[11 0 R 12 0 R 13 0 R]>>>>");
    for i in 0..3 {
        let mut data = format!("{} 0 <<>>", 11 + i).into_bytes();
        data.resize(15 << 20, b' ');
        pdf = pdf.deflated(21 + i, "/Type/ObjStm/N 1/First 5", &data);
    }
    too_large(&pdf.xref_stream(9, &[(11, 21, 0), (12, 22, 0), (13, 23, 0)], "/Root 1 0 R"));
}

#[test]
fn word_files_of_many_parts_that_are_one() {
    let zeros = vec![b' '; 15 << 20];
    let one = word_file(&[("customXml/item0000.xml", &zeros)]);
    let header = one.windows(4).rposition(|w| w == b"PK\x01\x02").unwrap();
    let end = one.windows(4).rposition(|w| w == b"PK\x05\x06").unwrap();
    let mut many = one[..end].to_vec();
    for i in 1..1000 {
        let mut entry = one[header..end].to_vec();
        entry[46..46 + 22].copy_from_slice(format!("customXml/item{i:04}.xml").as_bytes());
        many.extend(entry);
    }
    let size = u32::try_from(many.len() - header).unwrap();
    let mut tail = one[end..].to_vec();
    let old = u32::from_le_bytes(tail[12..16].try_into().unwrap());
    tail[8..10].copy_from_slice(&1002_u16.to_le_bytes());
    tail[10..12].copy_from_slice(&1002_u16.to_le_bytes());
    let grown = old + size - u32::try_from(end - header).unwrap();
    tail[12..16].copy_from_slice(&grown.to_le_bytes());
    many.extend(tail);
    assert!(docx::open(&many).is_ok());
    assert_eq!(source(&many).unwrap_err().fault, Fault::TooLarge);
}

#[test]
fn xml_that_is_too_deep_too_wide_or_too_clever() {
    let part = |text: String| source(&word_file(&[("customXml/item1.xml", text.as_bytes())])).unwrap_err().fault;
    let inside = |text: &str| part(format!("<source xmlns='urn:vanban:source' encoding='base64'{text}"));
    assert_eq!(inside(&format!(">{}", "<a>".repeat(1_000_000))), Fault::Damaged);
    assert_eq!(part("<a>".repeat(1_000_000)), Fault::NotOurs);
    let attributes: String = (0..300).map(|i| format!(" a{i}=''")).collect();
    let namespaces: String = (0..300).map(|i| format!(" xmlns:a{i}='b'")).collect();
    assert_eq!(inside(&format!("{attributes}/>")), Fault::NotOurs);
    assert_eq!(inside(&format!("{namespaces}/>")), Fault::NotOurs);
    assert_eq!(inside(">&lol9;</source>"), Fault::Damaged);
    assert_eq!(inside(&format!(">{}", "&#65;".repeat(1_000_000))), Fault::TooLarge);
    assert_eq!(inside(&format!(">{}", "<!---->".repeat(1_000_000))), Fault::TooLarge);
}

#[test]
fn cut_off_anywhere() {
    let word = crate::corpus::samples()[0].render();
    let (word_file, pdf) =
        (word.bytes(vanban::Format::Docx).unwrap().to_vec(), word.bytes(vanban::Format::Pdf).unwrap().to_vec());
    for cut in (0..word_file.len()).step_by(41) {
        assert!(source(&word_file[..cut]).is_err(), "{cut}");
    }
    for cut in (0..pdf.len() - 1).step_by(97) {
        assert!(pdf::open(&pdf[..cut]).is_err(), "{cut}");
    }
    let attached = pdf_with_source(b"{}");
    for cut in 0..attached.len() - 8 {
        assert!(source(&attached[..cut]).is_err(), "{cut}");
    }
}

#[test]
fn any_bit_flipped() {
    let sample = &crate::corpus::samples()[0];
    let word_file = sample.render().bytes(vanban::Format::Docx).unwrap().to_vec();
    for at in (0..word_file.len()).step_by(37) {
        let mut bad = word_file.clone();
        bad[at] ^= 1 << (at % 8);
        // what still comes out is what was put in
        assert!(source(&bad).is_ok_and(|found| found == sample.spec) || source(&bad).is_err(), "{at}");
    }
    let attached = pdf_with_source(&sample.spec[..100]);
    for at in 0..attached.len() * 8 {
        let mut bad = attached.clone();
        bad[at / 8] ^= 1 << (at % 8);
        let _ = read_pdf(&bad);
    }
}

/// The memory that the system gives to data, limited to what is allowed beside the file itself and what the program needs
/// to start.
#[cfg(target_os = "linux")]
#[test]
fn bombs_fit_into_the_memory_allowed() {
    let folder = Folder::new("hostile");
    let zeros = vec![b' '; 64 << 20];
    folder.put("word.docx", word_file(&[("customXml/item1.xml", &zeros)]));
    folder.put("stream.pdf", with_stream("/Filter/FlateDecode", &crate::read_support::deflate(&zeros)));
    folder.put("digits.pdf", PdfText::new().object(1, &format!("[{}]", "0 ".repeat(1 << 20))).table("/Root 1 0 R"));
    let table = format!("xref\n0 262144\n{}trailer<</Root 1 0 R>>startxref\n9\n%%EOF\n", "1 0 n\n".repeat(262_144));
    folder.put("table.pdf", format!("%PDF-1.7\n{table}"));
    let text = base64_of(&vec![b' '; 12 << 20]);
    folder.put("large.docx", word_file(&[("customXml/item1.xml", text.as_bytes())]));
    for name in ["word.docx", "stream.pdf", "digits.pdf", "table.pdf", "large.docx"] {
        let size = std::fs::metadata(folder.path().join(name)).unwrap().len() >> 10;
        let limit = (72 << 10) + 2 * size;
        run_script(&folder, &format!("ulimit -d {limit} && $VANBAN extract {name}")).ended(2).says(&[name, "gợi ý"]);
    }
    run(&folder, &["extract", "word.docx", "--lang", "en"]).ended(2).says(&["word.docx", "customXml/item1.xml"]);
    // a specification of many lines, which would take a hundred times its size to be rendered, in a small file
    let lines = crate::cli_run::report().replace("Thực hiện", &"a\\n".repeat(2 << 20));
    folder.put("lines.docx", carrying(lines.as_bytes()));
    // as many properties as are read
    let property = "<property name='Subject'><lpwstr>a</lpwstr></property>".repeat(43_000);
    folder.put("properties.docx", word_file(&[("docProps/custom.xml", format!("<p>{property}</p>").as_bytes())]));
    let within = |name: &str, command: &str| {
        let size = std::fs::metadata(folder.path().join(name)).unwrap().len() >> 10;
        let limit = (64 << 10) + 12 * size;
        run_script(&folder, &format!("ulimit -d {limit} && $VANBAN {command} {name}"))
    };
    assert!(within("lines.docx", "verify").ended(2).text().contains("--any-size"));
    within("lines.docx", "extract").ended(1).says(&["không so được", "--any-size"]);
    within("properties.docx", "metadata").ended(2).says(&["properties.docx", "không mang siêu dữ liệu"]);
    // what fits is read back within the same memory
    folder.put("padded.json", crate::cli_run::report() + &" ".repeat(13 << 20));
    run(&folder, &["render", "padded.json", "-o", "padded.docx"]).ended(0);
    assert_eq!(within("padded.docx", "extract").ended(0).out, folder.read("padded.json"));
}

/// A Word file of nothing but a specification.
fn carrying(specification: &[u8]) -> Vec<u8> {
    let mut base64 = String::new();
    for group in specification.chunks(3) {
        let bits = (0..3).fold(0, |bits, i| bits << 8 | u32::from(*group.get(i).unwrap_or(&0)));
        for i in 0..4 {
            let sextet = usize::try_from(bits >> (18 - 6 * i) & 63).unwrap();
            let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
            base64.push(if i <= group.len() { char::from(letters[sextet]) } else { '=' });
        }
    }
    let sha256 = vanban::model::origin::sha256_hex(specification);
    let item = format!("<source xmlns='urn:vanban:source' encoding='base64' sha256='{sha256}'>{base64}</source>");
    word_file(&[("customXml/item1.xml", item.as_bytes())])
}

/// A specification part whose checksum does not match.
fn base64_of(bytes: &[u8]) -> String {
    let text = "ICAg".repeat(bytes.len() / 3);
    format!("<source xmlns='urn:vanban:source' encoding='base64' sha256=''>{text}</source>")
}
