fn main() {
    struct P;
    impl vanban::PictureSource for P {
        fn picture(&self, n: &str) -> Result<Vec<u8>, vanban::PictureError> {
            std::fs::read(format!("samples/{n}")).map_err(|_| vanban::PictureError::NotFound)
        }
    }
    let f = std::env::args().nth(1).unwrap();
    let b = std::fs::read(&f).unwrap();
    let fonts = vanban::font::FontBook::bundled().unwrap();
    let s = vanban::run_stages(&b, vanban::Resources { fonts: &fonts, pictures: &P }, &vanban::Options::default());
    for d in s.findings.iter() {
        eprintln!(
            "{:?} {} {} {} | {:?} {:?}",
            d.severity,
            d.code,
            d.at,
            d.message.vi,
            d.hints.iter().map(|h| &h.vi).collect::<Vec<_>>(),
            d.citation
        );
    }
    if let Some(d) = &s.document {
        print!("{}", vanban::model::dump(d));
    }
    let r = vanban::render(&b, vanban::Resources { fonts: &fonts, pictures: &P }, &vanban::Options::default()).unwrap();
    if let Some(x) = r.pdf {
        std::fs::write(format!("/tmp/cmp/{}.pdf", r.file_stem), x).unwrap();
    }
    if let Some(x) = r.docx {
        std::fs::write(format!("/tmp/cmp/{}.docx", r.file_stem), x).unwrap();
    }
    eprintln!("{} pages {}", r.file_stem, r.page_count);
}
