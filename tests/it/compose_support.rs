//! Small specifications for the tests of `compose`, and questions to the documents made of them.

use serde_json::{Value, json};
use vanban::diag::{Diagnostics, Severity};
use vanban::font::{FaceStyle, FontBook};
use vanban::model::{Block, BlockKind, Document, Inline, Paragraph, Role, Table};
use vanban::pages::Pages;
use vanban::rules::pages::Flattened;
use vanban::units::Length;
use vanban::{NoPictures, Options, PictureSource, Resources, rules};

/// A short report under NĐ 30/2020.
pub(crate) fn report() -> Value {
    json!({
        "doc_type": "report",
        "issuer": { "parents": ["UBND tỉnh Lạng Sơn"], "name": "Sở Nội vụ", "abbreviation": "SNV" },
        "number": 7,
        "issue_place": "Lạng Sơn",
        "issue_date": "2025-10-09",
        "subject": "Kết quả công tác quý III",
        "body": [{ "type": "paragraph", "text": "Nội dung báo cáo." }],
        "recipients": { "items": ["Lãnh đạo Sở"] },
        "signatures": [{ "position": "Giám đốc", "signer": "Lê Văn An" }]
    })
}

/// The report with some fields replaced.
pub(crate) fn report_with(changes: &Value) -> Value {
    let mut spec = report();
    for (key, value) in changes.as_object().unwrap() {
        spec[key] = value.clone();
    }
    spec
}

/// The report with another body.
pub(crate) fn body(blocks: &Value) -> Composed {
    Composed::of(&report_with(&json!({ "body": blocks })))
}

/// What the rules on pages find.
pub(crate) fn judge_pages(pages: &Pages, flattened: Option<&Flattened>) -> Diagnostics {
    let mut findings = Diagnostics::default();
    rules::pages::check(pages, flattened, &mut findings);
    findings
}

/// A document and what was found on the way to it.
pub(crate) struct Composed {
    pub(crate) document: Document,
    pub(crate) findings: Diagnostics,
    spec: Vec<u8>,
}

impl Composed {
    pub(crate) fn of(spec: &Value) -> Self {
        Self::with(spec, &NoPictures)
    }

    pub(crate) fn with(spec: &Value, pictures: &dyn PictureSource) -> Self {
        let fonts = FontBook::bundled().unwrap();
        let bytes = serde_json::to_vec(spec).unwrap();
        let stages = vanban::run_stages(&bytes, Resources::new(&fonts).pictures(pictures), &Options::default());
        let findings = stages.findings;
        let document = stages.document.unwrap_or_else(|| panic!("no document: {findings:#?}"));
        Self { document, findings, spec: bytes }
    }

    /// The Word file and the PDF.
    pub(crate) fn files(&self) -> (Vec<u8>, Vec<u8>) {
        let fonts = FontBook::bundled().unwrap();
        let resources = Resources::new(&fonts).pictures(&NoPictures);
        let rendered = vanban::render(&self.spec, resources, &Options::default()).unwrap();
        (rendered.bytes(vanban::Format::Docx).unwrap().to_vec(), rendered.bytes(vanban::Format::Pdf).unwrap().to_vec())
    }

    /// All paragraphs of a role, as they read.
    pub(crate) fn texts(&self, role: Role) -> Vec<String> {
        self.paragraphs().into_iter().filter(|(of, _)| *of == role).map(|(_, p)| text(p)).collect()
    }

    /// The only paragraph of a role.
    pub(crate) fn text(&self, role: Role) -> String {
        let texts = self.texts(role);
        assert_eq!(texts.len(), 1, "{role:?}: {texts:?}");
        texts[0].clone()
    }

    /// The paragraphs of the body, as they read, with their roles.
    pub(crate) fn body(&self) -> Vec<(Role, String)> {
        let from =
            self.document.parts[0].sections[0].blocks.iter().position(|b| b.role == Role::SubjectRule).unwrap() + 1;
        let blocks = &self.document.parts[0].sections[0].blocks[from..];
        let paragraphs = blocks.iter().filter_map(|block| match &block.kind {
            BlockKind::Paragraph(paragraph) => Some((block.role, text(paragraph))),
            BlockKind::Rule(_) | BlockKind::Table(_) => None,
        });
        paragraphs.collect()
    }

    /// The texts of the body.
    pub(crate) fn body_texts(&self) -> Vec<String> {
        self.body().into_iter().map(|(_, text)| text).collect()
    }

    /// All paragraphs with their roles, in reading order.
    pub(crate) fn paragraphs(&self) -> Vec<(Role, &Paragraph)> {
        let mut found = Vec::new();
        for section in self.document.sections() {
            collect(&section.blocks, &mut found);
        }
        collect(&self.document.parts[0].sections[0].furniture.first_footer, &mut found);
        found
    }

    /// The tables of a role.
    pub(crate) fn tables(&self, role: Role) -> Vec<&Table> {
        let tables =
            self.document.parts[0].sections[0].blocks.iter().filter(|b| b.role == role).filter_map(
                |block| match &block.kind {
                    BlockKind::Table(table) => Some(table),
                    BlockKind::Paragraph(_) | BlockKind::Rule(_) => None,
                },
            );
        tables.collect()
    }

    /// The first rule of a role: left end and width.
    pub(crate) fn rule(&self, role: Role) -> (Length, Length) {
        fn search(blocks: &[Block], role: Role) -> Option<(Length, Length)> {
            blocks.iter().find_map(|block| match &block.kind {
                BlockKind::Rule(rule) if block.role == role => Some((rule.left, rule.width)),
                BlockKind::Paragraph(_) | BlockKind::Rule(_) => None,
                BlockKind::Table(table) => {
                    table.rows.iter().flat_map(|row| &row.cells).find_map(|cell| search(&cell.blocks, role))
                }
            })
        }
        search(&self.document.parts[0].sections[0].blocks, role).unwrap()
    }

    /// Width of a text in a role's type.
    pub(crate) fn width(&self, role: Role, text: &str) -> Length {
        let style = self.document.styles.get(role);
        FontBook::bundled().unwrap().measure(text, FaceStyle::of(style.bold, style.italic), style.size)
    }

    /// Codes of the findings, and whether each is an error.
    pub(crate) fn codes(&self) -> Vec<(&'static str, Severity)> {
        self.findings.iter().map(|finding| (finding.code, finding.severity)).collect()
    }
}

fn collect<'a>(blocks: &'a [Block], found: &mut Vec<(Role, &'a Paragraph)>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Paragraph(paragraph) => found.push((block.role, paragraph)),
            BlockKind::Rule(_) => {}
            BlockKind::Table(table) => {
                table.rows.iter().flat_map(|row| &row.cells).for_each(|cell| collect(&cell.blocks, found))
            }
        }
    }
}

/// A paragraph as it reads; `|` is a line break.
pub(crate) fn text(paragraph: &Paragraph) -> String {
    let mut text = String::new();
    if let Some(label) = &paragraph.label {
        text.push_str(&label.text);
        if label.suffix == vanban::model::LabelSuffix::Space {
            text.push(' ');
        }
    }
    for inline in &paragraph.inlines {
        match inline {
            Inline::Run(run) => text.push_str(&run.text),
            Inline::LineBreak => text.push('|'),
            Inline::Tab => text.push('→'),
            Inline::Note(note) => text.push_str(&format!("[{}]", note.number)),
            Inline::NoteNumber(number) => text.push_str(&format!("[{number}]")),
            Inline::PageOf(page) => text.push_str(&format!("[page of {}]", page.destination)),
            Inline::BeginContents(_) | Inline::EndContents => {}
            Inline::PageNumber | Inline::InlinePicture(_) | Inline::Picture(_) | Inline::SignatureField(_) => {}
        }
    }
    text
}
