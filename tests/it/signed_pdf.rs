//! Signs PDFs by hand: an update with the objects that a signing program writes, and a signature that holds the digest of
//! what it covers but no signature proper. Who wants to see a demand unmet asks for something else in one of its places.

use sha2::{Digest as _, Sha256};

use crate::read_support::startxref;

/// Room for the signature, in hexadecimal digits.
const ROOM: usize = 400;

/// The report that the tests of the command line render, as a PDF whose objects stand in plain text.
pub(crate) fn plain_pdf() -> Vec<u8> {
    let fonts = vanban::font::FontBook::bundled().unwrap();
    let mut options = vanban::Options::default();
    options.pdf.flavour = vanban::Flavour::A1b;
    let report = crate::cli_run::report();
    let mut rendered = vanban::render(report.as_bytes(), vanban::Resources::new(&fonts), &options).unwrap();
    rendered.take(vanban::Format::Pdf).unwrap()
}

/// The newest text of an object that stands plainly in a file.
pub(crate) fn object_text(pdf: &[u8], number: u32) -> String {
    let head = format!("\n{number} 0 obj\n").into_bytes();
    let start = pdf.windows(head.len()).rposition(|window| window == head).unwrap() + head.len();
    let end = pdf[start..].windows(7).position(|window| window == b"\nendobj").unwrap();
    String::from_utf8_lossy(&pdf[start..start + end]).into_owned()
}

/// The number of the last object whose text has all the words.
pub(crate) fn object_with(pdf: &[u8], words: &[&str]) -> u32 {
    let text = String::from_utf8_lossy(pdf);
    let found = text.split("\nendobj").filter_map(|object| {
        let (head, body) = object.trim_start().split_once(" 0 obj\n")?;
        words.iter().all(|word| body.contains(word)).then(|| head.lines().last()?.trim().parse().ok())?
    });
    found.last().unwrap()
}

/// An update under construction.
#[derive(Clone)]
pub(crate) struct Update {
    pub(crate) base: Vec<u8>,
    /// Objects by number.
    pub(crate) objects: Vec<(u32, String)>,
    /// The signature's number; `None`: there is none.
    pub(crate) signature: Option<u32>,
    /// What the signature dictionary has beside what it covers and holds.
    pub(crate) dictionary: String,
    pub(crate) trailer: String,
    /// What stands between the objects and the table, and behind the end.
    pub(crate) beside: String,
    pub(crate) behind: String,
    /// Changes `/ByteRange`.
    pub(crate) range: fn([usize; 4]) -> [usize; 4],
    /// Changes the digest.
    pub(crate) digest: fn(Vec<u8>) -> Vec<u8>,
    /// Entries of the table beside those of the objects: number, offset.
    pub(crate) entries: Vec<(u32, usize)>,
}

impl Update {
    /// An update without a signature.
    pub(crate) fn of(base: &[u8]) -> Self {
        let trailer = {
            let text = String::from_utf8_lossy(base);
            let trailer = &text[text.rfind("trailer").unwrap()..];
            let named = |key: &str| {
                let rest = &trailer[trailer.find(key).unwrap()..];
                rest[..rest.find(" R").unwrap() + 2].to_owned()
            };
            named("/Root") + &named("/Info")
        };
        Self {
            base: base.to_vec(),
            objects: Vec::new(),
            signature: None,
            dictionary: "/Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached".to_owned(),
            trailer,
            beside: String::new(),
            behind: String::new(),
            range: |range| range,
            digest: |digest| digest,
            entries: Vec::new(),
        }
    }

    /// A signature in the reserved field of this name.
    pub(crate) fn signing(base: &[u8], field: &str) -> Self {
        let number = object_with(base, &["/FT/Sig", &format!("/T({field})")]);
        let look = number + 2000;
        let signature = number + 1000;
        let filled = object_text(base, number).replace("/F 132", &format!("/F 132/V {signature} 0 R"));
        let ap = filled.find("/AP<</N ").unwrap();
        let end = ap + filled[ap..].find(">>").unwrap();
        let filled = format!("{}/AP<</N {look} 0 R{}", &filled[..ap], &filled[end..]);
        let drawing = "q 1 0 0 rg 0 0 10 10 re f Q";
        let form = format!(
            "<</Type/XObject/Subtype/Form/BBox[0 0 10 10]/Resources<<>>/Length {}>>\nstream\n{drawing}\nendstream",
            drawing.len()
        );
        Self { signature: Some(signature), ..Self::of(base) }.object(number, filled).object(look, form)
    }

    pub(crate) fn object(mut self, number: u32, text: impl Into<String>) -> Self {
        self.objects.push((number, text.into()));
        self
    }

    /// Changes the text of an object of the file, or of the update.
    pub(crate) fn edit(mut self, number: u32, from: &str, to: &str) -> Self {
        let edited = |text: &str| {
            assert!(text.contains(from), "no {from} in {text}");
            text.replace(from, to)
        };
        match self.objects.iter_mut().find(|(own, _)| *own == number) {
            Some((_, text)) => *text = edited(text),
            None => self.objects.push((number, edited(&object_text(&self.base, number)))),
        }
        self
    }

    /// The file with the update.
    pub(crate) fn finish(self) -> Vec<u8> {
        let mut file = self.base.clone();
        let mut offsets = self.entries.clone();
        for (number, text) in &self.objects {
            offsets.push((*number, file.len()));
            file.extend(format!("{number} 0 obj\n{text}\nendobj\n").bytes());
        }
        let mut places = None;
        if let Some(number) = self.signature {
            offsets.push((number, file.len()));
            file.extend(format!("{number} 0 obj\n<<{}/ByteRange", self.dictionary).bytes());
            let range = file.len();
            file.extend(format!("[{:50}]/Contents", "").bytes());
            let contents = file.len();
            file.extend(format!("<{}>", "0".repeat(ROOM)).bytes());
            let behind = file.len();
            file.extend(b">>\nendobj\n");
            places = Some((range, contents, behind));
        }
        file.extend(self.beside.bytes());
        let at = file.len();
        file.extend(b"xref\n");
        for (number, offset) in &offsets {
            file.extend(format!("{number} 1\n{offset:010} 00000 n \n").bytes());
        }
        let prev = startxref(&self.base);
        file.extend(format!("trailer\n<<{}/Prev {prev}/Size 9999>>\nstartxref\n{at}\n%%EOF\n", self.trailer).bytes());
        if let Some((range, contents, behind)) = places {
            let [a, b, c, d] = (self.range)([0, contents, behind, file.len() - behind]);
            let text = format!("[{a} {b} {c} {d}");
            file[range..range + text.len()].copy_from_slice(text.as_bytes());
            // of what it says that it covers, where there is such a thing
            let said = file.get(a..a.saturating_add(b)).zip(file.get(c..c.saturating_add(d)));
            let (front, back) = said.unwrap_or((&file[..contents], &file[behind..]));
            let digest = Sha256::new().chain_update(front).chain_update(back).finalize();
            let signature: String = cms(&(self.digest)(digest.to_vec())).iter().map(|b| format!("{b:02x}")).collect();
            file[contents + 1..contents + 1 + signature.len()].copy_from_slice(signature.as_bytes());
        }
        file.extend(self.behind.bytes());
        file
    }
}

/// A `SignedData` (RFC 5652) that holds a digest, and whatever else its shape demands.
fn cms(digest: &[u8]) -> Vec<u8> {
    let der = |tag: u8, inside: &[u8]| {
        let length = u8::try_from(inside.len()).unwrap();
        let head: &[u8] = if length < 0x80 { &[tag, length] } else { &[tag, 0x81, length] };
        [head, inside].concat()
    };
    let oid = |last: &[u8]| der(6, &[&[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01], last].concat());
    let version = [2, 1, 1];
    let attribute = der(0x30, &[oid(&[9, 4]), der(0x31, &der(4, digest))].concat());
    let other = der(0x30, &[oid(&[9, 3]), der(0x31, &oid(&[7, 1]))].concat());
    let attributes = der(0xa0, &[other, attribute].concat());
    let signer = der(0x30, &[&version, der(0x30, &[]).as_slice(), &der(0x30, &[]), &attributes].concat());
    let encapsulated = der(0x30, &oid(&[7, 1]));
    let data = [&version, der(0x31, &[]).as_slice(), &encapsulated, &der(0x31, &signer)].concat();
    der(0x30, &[oid(&[7, 2]), der(0xa0, &der(0x30, &data))].concat())
}
