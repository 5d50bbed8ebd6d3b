//! The logical structure of a PDF as a reader for the blind sees it, taken from the file.

use std::collections::BTreeMap;

use crate::pdf_reader::{Pdf, Value};

/// An element and what is in it.
#[derive(Debug)]
pub(crate) struct Node {
    /// Its object.
    pub(crate) own: u32,
    /// Its structure type.
    pub(crate) tag: String,
    /// `/ID`, `/Alt`, `/E`, `/Lang` where they are.
    pub(crate) id: Option<String>,
    pub(crate) alternative: Option<String>,
    pub(crate) expansion: Option<String>,
    pub(crate) language: Option<String>,
    /// The entries of its attribute objects.
    pub(crate) attributes: BTreeMap<String, Value>,
    pub(crate) kids: Vec<Kid>,
}

/// A part of an element.
#[derive(Debug)]
pub(crate) enum Kid {
    Node(Node),
    /// Marked content: page from 0, number, text.
    Content(usize, usize, String),
    /// An annotation: its object.
    Object(u32),
}

impl Node {
    /// The elements in it.
    pub(crate) fn nodes(&self) -> impl Iterator<Item = &Self> {
        self.kids.iter().filter_map(|kid| match kid {
            Kid::Node(node) => Some(node),
            Kid::Content(..) | Kid::Object(_) => None,
        })
    }

    /// The annotations in it.
    pub(crate) fn objects(&self) -> Vec<u32> {
        let object = |kid: &Kid| match kid {
            Kid::Object(id) => Some(*id),
            Kid::Content(..) | Kid::Node(_) => None,
        };
        self.kids.iter().filter_map(object).collect()
    }

    /// Itself and all elements below, in reading order.
    pub(crate) fn all(&self) -> Vec<&Self> {
        let mut out = vec![self];
        self.nodes().for_each(|node| out.extend(node.all()));
        out
    }

    /// Those of a type.
    pub(crate) fn tagged(&self, tag: &str) -> Vec<&Self> {
        self.all().into_iter().filter(|node| node.tag == tag).collect()
    }

    /// The text in it, in reading order.
    pub(crate) fn text(&self) -> String {
        self.kids
            .iter()
            .map(|kid| match kid {
                Kid::Node(node) => node.text(),
                Kid::Content(_, _, text) => text.clone(),
                Kid::Object(_) => String::new(),
            })
            .collect()
    }

    /// The types below as one line: `L(LI(Lbl LBody))`.
    pub(crate) fn shape(&self) -> String {
        let inside: Vec<String> = self.nodes().map(Self::shape).collect();
        if inside.is_empty() { self.tag.clone() } else { format!("{}({})", self.tag, inside.join(" ")) }
    }
}

/// The structure of a file, checked against its pages: each marked content belongs to one element and each annotation to
/// the element that names it, and the parent tree says so too.
pub(crate) fn structure(pdf: &Pdf) -> Node {
    let root = pdf.field(pdf.catalog(), "StructTreeRoot").expect("no structure");
    let mut reader = Reader::of(pdf);
    let mut kids = reader.kids(root, None);
    let Some(Kid::Node(document)) = kids.pop() else { panic!("the root has no element") };
    assert!(kids.is_empty(), "the root has more than one element");
    assert_eq!(reader.contents, BTreeMap::new(), "content that belongs to no element");
    check_parents(pdf, root, &document);
    document
}

struct Reader<'a> {
    pdf: &'a Pdf,
    /// Pages from 0 by their object.
    pages: BTreeMap<u32, usize>,
    /// Marked content that no element has claimed yet, by page and number: its tag and its text.
    contents: BTreeMap<(usize, usize), (String, String)>,
}

impl<'a> Reader<'a> {
    fn of(pdf: &'a Pdf) -> Self {
        let mut contents = BTreeMap::new();
        let mut pages = BTreeMap::new();
        for (index, page) in pdf.pages().into_iter().enumerate() {
            let (own, _) = pdf.objects.iter().find(|(_, (value, _))| std::ptr::eq(value, page)).unwrap();
            pages.insert(*own, index);
            for marked in pdf.marked(page) {
                let Some(mcid) = marked.mcid else { continue };
                let twice = contents.insert((index, mcid), (marked.tag, marked.text));
                assert!(twice.is_none(), "page {index}: two contents with number {mcid}");
            }
        }
        Self { pdf, pages, contents }
    }

    fn page(&self, value: &Value, inherited: Option<usize>) -> usize {
        match value.get("Pg") {
            Some(Value::Reference(page)) => self.pages[page],
            _ => inherited.expect("content on no page"),
        }
    }

    fn kids(&mut self, element: &Value, page: Option<usize>) -> Vec<Kid> {
        let tag = element.get("S");
        match element.get("K") {
            None => Vec::new(),
            Some(Value::Array(kids)) => kids.iter().map(|kid| self.kid(kid, tag, page)).collect(),
            Some(single) => vec![self.kid(single, tag, page)],
        }
    }

    fn kid(&mut self, kid: &Value, tag: Option<&Value>, page: Option<usize>) -> Kid {
        if let Value::Number(_) = kid {
            return self.content(page.expect("content on no page"), kid.index(), tag);
        }
        if let Value::Reference(own) = kid {
            return Kid::Node(self.node(*own));
        }
        let page = self.page(kid, page);
        if kid.get("Type").unwrap().is_name("MCR") {
            return self.content(page, kid.get("MCID").unwrap().index(), tag);
        }
        assert!(kid.get("Type").unwrap().is_name("OBJR"), "{kid:?}");
        let Some(Value::Reference(object)) = kid.get("Obj") else { panic!("/Obj") };
        let annotations = self.pdf.pages()[page].get("Annots").unwrap().items();
        assert!(annotations.contains(&Value::Reference(*object)), "annotation {object} is not on page {page}");
        Kid::Object(*object)
    }

    fn content(&mut self, page: usize, mcid: usize, tag: Option<&Value>) -> Kid {
        let content = self.contents.remove(&(page, mcid));
        let (mark, text) = content.unwrap_or_else(|| panic!("page {page}: content {mcid} is absent or used twice"));
        assert_eq!(tag, Some(&Value::Name(mark)), "page {page}, content {mcid}: the mark names another type");
        Kid::Content(page, mcid, text)
    }

    fn node(&mut self, own: u32) -> Node {
        let pdf = self.pdf;
        let value = &pdf.objects[&own].0;
        let Some(Value::Name(tag)) = value.get("S") else { panic!("element {own} has no type") };
        let page = value.get("Pg").map(|_| self.page(value, None));
        let kids = self.kids(value, page);
        for kid in &kids {
            let Kid::Node(inner) = kid else { continue };
            assert_eq!(pdf.objects[&inner.own].0.get("P"), Some(&Value::Reference(own)), "/P of element {}", inner.own);
        }
        let text = |key: &str| value.get(key).map(|text| pdf.string(text));
        Node {
            own,
            tag: tag.clone(),
            id: text("ID"),
            alternative: text("Alt"),
            expansion: text("E"),
            language: text("Lang"),
            attributes: attributes(value),
            kids,
        }
    }
}

fn attributes(element: &Value) -> BTreeMap<String, Value> {
    let mut out = BTreeMap::new();
    for object in element.get("A").map_or(&[][..], Value::items) {
        let Value::Dictionary(entries) = object else { panic!("/A") };
        out.extend(entries.clone());
    }
    out
}

/// The entries of a number or name tree.
pub(crate) fn tree_entries<'a>(pdf: &'a Pdf, node: &'a Value, key: &str) -> Vec<(&'a Value, &'a Value)> {
    let mut out = Vec::new();
    if let Some(pairs) = node.get(key) {
        out.extend(pairs.items().chunks(2).map(|pair| (&pair[0], &pair[1])));
    }
    for kid in node.get("Kids").map_or(&[][..], Value::items) {
        out.extend(tree_entries(pdf, pdf.resolve(kid), key));
    }
    out
}

fn check_parents(pdf: &Pdf, root: &Value, document: &Node) {
    let entries = tree_entries(pdf, pdf.field(root, "ParentTree").unwrap(), "Nums");
    let parents: BTreeMap<usize, &Value> = entries.into_iter().map(|(key, value)| (key.index(), value)).collect();
    let next = root.get("ParentTreeNextKey").unwrap().index();
    assert!(parents.keys().all(|key| *key < next), "/ParentTreeNextKey");
    let pages = pdf.pages();
    for node in document.all() {
        for kid in &node.kids {
            match kid {
                Kid::Node(_) => {}
                Kid::Content(page, mcid, _) => {
                    let key = pages[*page].get("StructParents").unwrap().index();
                    let of_page = pdf.resolve(parents[&key]).items();
                    assert_eq!(of_page[*mcid], Value::Reference(node.own), "page {page}, content {mcid}");
                }
                Kid::Object(object) => {
                    let key = pdf.objects[object].0.get("StructParent").expect("/StructParent").index();
                    assert_eq!(parents[&key], &Value::Reference(node.own), "annotation {object}");
                }
            }
        }
    }
    let ids = root.get("IDTree").map(|tree| tree_entries(pdf, pdf.resolve(tree), "Names")).unwrap_or_default();
    let listed: BTreeMap<String, &Value> = ids.into_iter().map(|(id, element)| (pdf.string(id), element)).collect();
    let named: Vec<&Node> = document.all().into_iter().filter(|node| node.id.is_some()).collect();
    assert_eq!(named.len(), listed.len(), "every identifier, once");
    for node in named {
        assert_eq!(listed.get(node.id.as_ref().unwrap()), Some(&&Value::Reference(node.own)));
    }
}
