//! The tags: what the logical structure of every sample looks like, and of pages with all that the specification does not
//! have yet.

use vanban::font::FontBook;
use vanban::model::{Block, BlockKind, Document, Inline, Link, Run, RunPart};
use vanban::pages::{Destination, ElementId, LineEnd, LinkUse, ListNumbering, Pages, Scope, Tag};
use vanban::pdf::Flavour;
use vanban::specification::PartId;
use vanban::units::Length;

use crate::corpus::sample_files;
use crate::pdf_pages::{Look, Sheets, write_pdf};
use crate::pdf_reader::{Pdf, Value};
use crate::pdf_structure::{Node, structure, tree_entries};

/// Checks what holds of every structure that we write.
fn check_shape(pdf: &Pdf, document: &Node) {
    assert_eq!(document.tag, "Document");
    for node in document.all() {
        let inside: Vec<&str> = node.nodes().map(|kid| kid.tag.as_str()).collect();
        let of = |allowed: &[&str]| inside.iter().all(|tag| allowed.contains(tag));
        match node.tag.as_str() {
            "L" => assert!(
                !inside.is_empty() && of(&["LI"]) && node.nodes().count() == node.kids.len(),
                "{}",
                node.shape()
            ),
            "LI" => assert_eq!(inside, ["Lbl", "LBody"], "{}", node.shape()),
            "Table" => assert!(of(&["THead", "TBody"]) && inside.contains(&"TBody"), "{}", node.shape()),
            "THead" | "TBody" => assert!(!inside.is_empty() && of(&["TR"]), "{}", node.shape()),
            "TR" => assert!(!inside.is_empty() && of(&["TH", "TD"]), "{}", node.shape()),
            "TH" => {
                assert!(node.id.is_some(), "a header cell without /ID");
                assert!(["Column", "Row"].iter().any(|scope| node.attributes["Scope"].is_name(scope)), "{node:?}");
            }
            "Figure" => check_figure(node),
            "Form" if node.attributes.contains_key("Role") => check_box(node),
            "Form" => check_form(pdf, node),
            "BlockQuote" => assert!(!inside.is_empty() && of(&["P"]), "{}", node.shape()),
            "Link" => check_link(pdf, node),
            "Note" => assert!(node.id.is_some(), "a note without /ID"),
            "Span" => {
                let says = node.expansion.is_some() || node.language.is_some() || !node.attributes.is_empty();
                assert!(says, "a span that says nothing");
            }
            "TOC" => assert!(!inside.is_empty() && of(&["TOCI"]), "{}", node.shape()),
            "TOCI" => assert!(inside[0] == "Reference" && of(&["Reference", "TOC"]), "{}", node.shape()),
            "Reference" => assert!(of(&["Link"]), "{}", node.shape()),
            "Document" | "Sect" | "P" | "Caption" | "Lbl" | "LBody" | "TD" | "H1" | "H2" | "H3" | "H4" | "H5"
            | "H6" => {}
            other => panic!("an element {other}"),
        }
        // a cell may be empty, nothing else
        assert!(node.tag == "TD" || !node.kids.is_empty(), "{} without content", node.tag);
        assert!(
            node.tag == "LBody" || !inside.contains(&"L") || ["Sect", "Document", "TD"].contains(&node.tag.as_str())
        );
    }
    for page in pdf.pages() {
        if page.get("Annots").is_some() {
            assert!(page.get("Tabs").unwrap().is_name("S"), "annotations are not walked in reading order");
            let annotations = page.get("Annots").unwrap().items();
            let tagged = annotations.iter().all(|one| pdf.resolve(one).get("StructParent").is_some());
            assert!(tagged, "an annotation without an element");
        }
    }
}

fn check_figure(node: &Node) {
    assert!(node.alternative.as_ref().is_some_and(|text| !text.trim().is_empty()), "a picture without a description");
    let area: Vec<f64> = node.attributes["BBox"].items().iter().map(Value::number).collect();
    assert!(area[0] < area[2] && area[1] < area[3], "{area:?}");
}

/// A box to be ticked: its sign, and how it stands.
fn check_box(node: &Node) {
    assert!(node.attributes["Role"].is_name("cb"), "{node:?}");
    let state = [("☒", "on"), ("☐", "off"), ("☐", "neutral")];
    let is_so = |(sign, name): &(&str, &str)| node.text() == *sign && node.attributes["checked"].is_name(name);
    assert!(state.iter().any(is_so), "{node:?}");
    assert!(node.alternative.is_some() && node.objects().is_empty(), "{node:?}");
}

fn check_form(pdf: &Pdf, node: &Node) {
    let [field] = node.objects()[..] else { panic!("a form element with {} fields", node.objects().len()) };
    let field = &pdf.objects[&field].0;
    assert!(field.get("FT").unwrap().is_name("Sig") && field.get("Subtype").unwrap().is_name("Widget"));
    assert!(!pdf.string(field.get("TU").expect("a field without a tooltip")).trim().is_empty());
    // pyHanko and others take a later signature in a field for a change of the text unless its element has this one kid
    let (element, _) = &pdf.objects[&node.own];
    assert!(element.get("K").unwrap().get("Obj").is_some(), "the field stands in an array: {element:?}");
}

fn check_link(pdf: &Pdf, node: &Node) {
    assert!(!node.text().trim().is_empty(), "a link without text");
    assert!(!node.objects().is_empty(), "a link without an annotation");
    for object in node.objects() {
        let annotation = &pdf.objects[&object].0;
        assert!(annotation.get("Subtype").unwrap().is_name("Link"));
        assert!(!pdf.string(annotation.get("Contents").expect("a link without a description")).trim().is_empty());
    }
}

/// The depths of the headings in reading order.
fn heading_levels(document: &Node) -> Vec<u8> {
    let level = |node: &Node| node.tag.strip_prefix('H').and_then(|level| level.parse().ok());
    document.all().into_iter().filter_map(level).collect()
}

/// What floats over the text or stands in it, in the order of the normal form.
#[derive(Default)]
struct Marks<'a> {
    expansions: Vec<(&'a str, &'a str)>,
    languages: Vec<(&'a str, &'a str)>,
    pictures: Vec<&'a str>,
    boxes: Vec<&'a str>,
    fields: Vec<(&'a str, &'a str)>,
}

impl<'a> Marks<'a> {
    fn of(document: &'a Document) -> Self {
        let mut marks = Self::default();
        document.parts[0].sections[0]
            .blocks
            .iter()
            .chain(&document.parts[0].sections[0].furniture.first_footer)
            .for_each(|block| marks.block(block));
        marks
    }

    fn block(&mut self, block: &'a Block) {
        match &block.kind {
            BlockKind::Paragraph(paragraph) => paragraph.inlines.iter().for_each(|inline| self.inline(inline)),
            BlockKind::Rule(_) => {}
            BlockKind::Table(table) => {
                table
                    .rows
                    .iter()
                    .flat_map(|row| &row.cells)
                    .flat_map(|cell| &cell.blocks)
                    .for_each(|block| self.block(block));
            }
        }
    }

    fn inline(&mut self, inline: &'a Inline) {
        match inline {
            Inline::Run(Run { expansion: Some(expansion), part: RunPart::Box(_), .. }) => self.boxes.push(expansion),
            Inline::Run(Run { text, expansion, language, .. }) => {
                self.expansions.extend(expansion.map(|expansion| (text.as_str(), expansion)));
                self.languages.extend(language.as_deref().map(|language| (text.as_str(), language)));
            }
            Inline::InlinePicture(picture) => self.pictures.push(&picture.alternative_text),
            Inline::Picture(float) => self.pictures.push(&float.alternative_text),
            Inline::SignatureField(field) => self.fields.push((&field.name, &field.tooltip)),
            Inline::Note(note) => self.block(&note.block),
            Inline::LineBreak
            | Inline::Tab
            | Inline::PageNumber
            | Inline::PageOf(_)
            | Inline::BeginContents(_)
            | Inline::EndContents
            | Inline::NoteNumber(_) => {}
        }
    }
}

#[test]
fn every_sample_has_a_sound_structure() {
    for sample in sample_files() {
        for flavour in [Flavour::A2a, Flavour::A3a, Flavour::A1a] {
            let Some(pdf) = sample.pdf(flavour).map(|pdf| Pdf::read(&pdf)) else { continue };
            let document = structure(&pdf);
            check_shape(&pdf, &document);
            let name = &sample.name;
            // the file of an appendix has neither header nor closing block
            let least = if sample.file == PartId::Main { 3 } else { 1 };
            assert!(document.kids.len() >= least && document.nodes().all(|node| node.tag == "Sect"), "{name}");
            let levels = heading_levels(&document);
            assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1, "{name}: {levels:?}");
            assert_eq!(levels[0], 1, "{name}: {levels:?}");
            assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{name}: {levels:?}");
            // a heading opens its section
            let headed = |node: &&Node| node.nodes().skip(1).any(|kid| kid.tag.starts_with('H'));
            // but a công văn has its trích yếu in the header, under the number
            let in_header = usize::from(sample.spec.windows(8).any(|word| word == b"\"letter\""));
            assert_eq!(document.tagged("Sect").into_iter().filter(headed).count(), in_header, "{name}");
        }
    }
}

#[test]
fn every_sample_says_aloud_what_its_normal_form_knows() {
    let mut seen = [0; 4];
    for sample in sample_files() {
        let stages = sample.stages();
        let normal = stages.document.unwrap();
        let marks = Marks::of(&normal);
        let pdf = Pdf::read(&sample.pdf(Flavour::default()).unwrap());
        let document = structure(&pdf);
        let name = &sample.name;
        let said = |key: fn(&Node) -> Option<&String>| -> Vec<(String, String)> {
            let with = |node: &Node| key(node).map(|value| (node.text().trim().to_owned(), value.clone()));
            document.all().into_iter().filter_map(with).collect()
        };
        let known = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
            pairs.iter().map(|(text, value)| (text.trim().to_owned(), (*value).to_owned())).collect()
        };
        assert_eq!(said(|node| node.expansion.as_ref()), known(&marks.expansions), "{name}: abbreviations");
        assert_eq!(said(|node| node.language.as_ref()), known(&marks.languages), "{name}: languages");
        let pictures: Vec<&str> =
            document.tagged("Figure").iter().map(|node| node.alternative.as_deref().unwrap()).collect();
        assert_eq!(pictures, marks.pictures, "{name}");
        let forms = document.tagged("Form");
        let (boxes, forms): (Vec<&Node>, Vec<&Node>) =
            forms.into_iter().partition(|node| node.attributes.contains_key("Role"));
        let boxes: Vec<&str> = boxes.iter().map(|node| node.alternative.as_deref().unwrap()).collect();
        assert_eq!(boxes, marks.boxes, "{name}");
        let fields: Vec<(String, String)> = forms
            .iter()
            .map(|node| &pdf.objects[&node.objects()[0]].0)
            .map(|field| (pdf.string(field.get("T").unwrap()), pdf.string(field.get("TU").unwrap())))
            .collect();
        assert_eq!(fields, marks.fields.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect::<Vec<_>>());
        seen[0] += marks.expansions.len();
        seen[1] += marks.pictures.len();
        seen[2] += marks.fields.len();
        seen[3] += marks.boxes.len();
    }
    assert!(seen.iter().all(|count| *count > 0), "nothing was compared: {seen:?}");
}

#[test]
fn untagged_flavours_have_no_structure() {
    for sample in sample_files() {
        for flavour in [Flavour::A2b, Flavour::A1b, Flavour::Plain] {
            let Some(pdf) = sample.pdf(flavour).map(|pdf| Pdf::read(&pdf)) else { continue };
            for key in ["StructTreeRoot", "MarkInfo"] {
                assert!(pdf.catalog().get(key).is_none(), "{}: {}: /{key}", sample.name, flavour.name());
            }
        }
    }
}

/// Pages with what no specification has yet: a table over two pages, a deep list, page numbers that begin anew, links.
pub(crate) fn uncommon() -> Pages {
    let mut sheets = Sheets::new();
    let (left, mut y) = (Length::mm(30), Length::mm(25));
    let section = sheets.element(ElementId(0), Tag::Section);
    let into = |element| Look { element: Some(element), end: LineEnd::Paragraph, ..Look::default() };
    let mut line = |sheets: &mut Sheets, element, text: &str| {
        y += Length::pt(18);
        sheets.text(left, y, text, into(element));
    };
    let title = sheets.element(section, Tag::Heading(1));
    line(&mut sheets, title, "PHỤ LỤC");
    let mut parent = section;
    for (label, text) in [("1.", "Cấp tỉnh"), ("a)", "Cấp xã"), ("-", "Thôn, tổ dân phố")] {
        let list = sheets.element(parent, Tag::List(ListNumbering::Unordered));
        let item = sheets.element(list, Tag::ListItem);
        let label_element = sheets.element(item, Tag::Label);
        let body = sheets.element(item, Tag::ListBody);
        line(&mut sheets, label_element, label);
        line(&mut sheets, body, text);
        parent = body;
    }
    push_links(&mut sheets, section, left);
    push_table(&mut sheets, section, left);
    sheets.page();
    sheets.pages.pages[2].number = 1;
    let second = sheets.element(ElementId(0), Tag::Section);
    let heading = sheets.element(second, Tag::Heading(2));
    sheets.text(left, Length::mm(30), "PHỤ LỤC II", into(heading));
    sheets.pages.destinations.push(Destination { name: "phu_luc_2".into(), page: 2, y: Length::mm(25) });
    sheets.pages
}

/// A link that goes on on the next line, and one inside the document.
fn push_links(sheets: &mut Sheets, section: ElementId, left: Length) {
    let paragraph = sheets.element(section, Tag::Paragraph);
    let plain = Look { element: Some(paragraph), end: LineEnd::None, ..Look::default() };
    let link = |sheets: &mut Sheets, target, text: &str| {
        let element = sheets.element(paragraph, Tag::Link);
        sheets.pages.links.push(LinkUse { target, text: text.into(), element });
        let index = u32::try_from(sheets.pages.links.len() - 1).unwrap();
        Look { link: Some(index), end: LineEnd::None, ..Look::default() }
    };
    let (first, second) = (Length::mm(100), Length::mm(107));
    let x = left + sheets.text(left, first, "Xem ", plain);
    let address = Link::Address("https://vanban.chinhphu.vn".into());
    let portal = link(sheets, address, "Cổng thông tin điện tử Chính phủ");
    sheets.text(x, first, "Cổng thông tin", Look { end: LineEnd::Space, ..portal });
    let x = left + sheets.text(left, second, "điện tử Chính phủ", portal);
    let x = x + sheets.text(x, second, " và ", plain);
    let annex = link(sheets, Link::Destination("phu_luc_2".into()), "Phụ lục II");
    sheets.text(x, second, "Phụ lục II", Look { end: LineEnd::Paragraph, ..annex });
}

/// A table whose second body row goes on on page 2.
fn push_table(sheets: &mut Sheets, section: ElementId, left: Length) {
    let table = sheets.element(section, Tag::Table);
    let (head, body) = (sheets.element(table, Tag::TableHead), sheets.element(table, Tag::TableBody));
    let cell = |sheets: &mut Sheets, row, tag, x, y, text: &str| {
        let cell = sheets.element(row, tag);
        sheets.text(left + x, y, text, Look { element: Some(cell), end: LineEnd::Paragraph, ..Look::default() });
        cell
    };
    let (wide, y) = (Length::mm(60), Length::mm(200));
    let row = sheets.element(head, Tag::TableRow);
    cell(sheets, row, Tag::TableHeader(Scope::Column), Length::ZERO, y, "Đơn vị");
    cell(sheets, row, Tag::TableHeader(Scope::Column), wide, y, "Kinh phí");
    let row = sheets.element(body, Tag::TableRow);
    cell(sheets, row, Tag::TableHeader(Scope::Row), Length::ZERO, y + Length::pt(18), "Xã Thất Khê");
    cell(sheets, row, Tag::TableCell, wide, y + Length::pt(18), "1.200");
    let row = sheets.element(body, Tag::TableRow);
    let first = cell(sheets, row, Tag::TableHeader(Scope::Row), Length::ZERO, y + Length::pt(36), "Phường");
    let second = cell(sheets, row, Tag::TableCell, wide, y + Length::pt(36), "một nghìn");
    sheets.page();
    for (element, x, text) in [(first, Length::ZERO, "Đông Kinh"), (second, wide, "hai trăm")] {
        let look = Look { element: Some(element), end: LineEnd::Paragraph, ..Look::default() };
        sheets.text(left + x, Length::mm(25), text, look);
    }
}

fn read(pages: &Pages) -> Pdf {
    Pdf::read(&write_pdf(pages, &FontBook::bundled().unwrap()).unwrap())
}

#[test]
fn a_table_and_a_deep_list_keep_their_structure_over_a_page_break() {
    let pdf = read(&uncommon());
    let document = structure(&pdf);
    check_shape(&pdf, &document);
    assert_eq!(
        document.shape(),
        "Document(Sect(H1 L(LI(Lbl LBody(L(LI(Lbl LBody(L(LI(Lbl LBody)))))))) P(Link Link) \
         Table(THead(TR(TH TH)) TBody(TR(TH TD) TR(TH TD)))) Sect(H2))"
    );
    let table = document.tagged("Table")[0];
    let scopes: Vec<&Value> = table.tagged("TH").iter().map(|cell| &cell.attributes["Scope"]).collect();
    assert_eq!(
        scopes,
        ["Column", "Column", "Row", "Row"].map(|name| Value::Name(name.into())).iter().collect::<Vec<_>>()
    );
    let texts: Vec<String> = table.tagged("TR").iter().map(|row| row.text()).collect();
    assert_eq!(texts, ["Đơn vị Kinh phí ", "Xã Thất Khê 1.200 ", "Phường Đông Kinh một nghìn hai trăm "]);
    let ids: std::collections::BTreeSet<_> = table.tagged("TH").iter().map(|cell| cell.id.clone().unwrap()).collect();
    assert_eq!(ids.len(), 4, "{ids:?}");
}

#[test]
fn a_link_is_one_element_over_two_lines_and_may_lead_to_a_place_inside() {
    let pdf = read(&uncommon());
    let document = structure(&pdf);
    let links = document.tagged("Link");
    let texts: Vec<String> = links.iter().map(|link| link.text()).collect();
    assert_eq!(texts, ["Cổng thông tin điện tử Chính phủ", "Phụ lục II "]);
    assert_eq!(links.iter().map(|link| link.objects().len()).collect::<Vec<_>>(), [2, 1], "an annotation a line");
    let inner = &pdf.objects[&links[1].objects()[0]].0;
    let name = pdf.string(inner.get("Dest").unwrap());
    let names = pdf.field(pdf.field(pdf.catalog(), "Names").unwrap(), "Dests").unwrap();
    let place = tree_entries(&pdf, names, "Names").into_iter().find(|(key, _)| pdf.string(key) == name).unwrap().1;
    let Value::Reference(page) = pdf.resolve(place).items()[0] else { panic!("{place:?}") };
    assert!(std::ptr::eq(&pdf.objects[&page].0, pdf.pages()[2]), "it leads to page 3");
}

#[test]
fn page_labels_begin_anew_where_page_numbers_do() {
    let pdf = read(&uncommon());
    let labels = tree_entries(&pdf, pdf.field(pdf.catalog(), "PageLabels").unwrap(), "Nums");
    let starts: Vec<(usize, usize)> = labels
        .into_iter()
        .map(|(page, label)| (page.index(), pdf.resolve(label).get("St").map_or(1, Value::index)))
        .collect();
    assert_eq!(starts, [(0, 1), (2, 1)]);
}
