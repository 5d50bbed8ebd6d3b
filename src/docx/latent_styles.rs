//! Word's own styles that a file need not write (`w:latentStyles`, ECMA-376 Part 1, 17.7.4.5): where Word's galleries show
//! them, if at all. The set is the one that Word 2019 and later writes into every document; without it all of them would be
//! on show.

use super::xml::Xml;

/// How many styles Word has.
const COUNT: i64 = 376;

/// Styles that show in the same way.
struct Latent {
    /// Place in the list.
    priority: i64,
    /// Whether it is out of the list, until it is used.
    hidden: bool,
    /// Whether it comes into the list when it is used.
    unhidden_by_use: bool,
    /// Whether it is in the gallery of the ribbon.
    quick: bool,
    names: &'static [&'static str],
}

const fn shown(priority: i64, quick: bool, names: &'static [&'static str]) -> Latent {
    Latent { priority, hidden: false, unhidden_by_use: false, quick, names }
}

const fn hidden(priority: i64, quick: bool, names: &'static [&'static str]) -> Latent {
    Latent { priority, hidden: true, unhidden_by_use: true, quick, names }
}

/// Priority of what has none of its own.
const LAST: i64 = 99;

const LATENT: &[Latent] = &[
    shown(0, true, &["Normal"]),
    shown(9, true, &["heading 1"]),
    hidden(
        9,
        true,
        &["heading 2", "heading 3", "heading 4", "heading 5", "heading 6", "heading 7", "heading 8", "heading 9"],
    ),
    hidden(39, false, &["toc 1", "toc 2", "toc 3", "toc 4", "toc 5", "toc 6", "toc 7", "toc 8", "toc 9"]),
    hidden(
        LAST,
        false,
        &[
            "index 1",
            "index 2",
            "index 3",
            "index 4",
            "index 5",
            "index 6",
            "index 7",
            "index 8",
            "index 9",
            "Normal Indent",
            "footnote text",
            "annotation text",
            "header",
            "footer",
            "index heading",
            "table of figures",
            "envelope address",
            "envelope return",
            "footnote reference",
            "annotation reference",
            "line number",
            "page number",
            "endnote reference",
            "endnote text",
            "table of authorities",
            "macro",
            "toa heading",
            "List",
            "List Bullet",
            "List Number",
            "List 2",
            "List 3",
            "List 4",
            "List 5",
            "List Bullet 2",
            "List Bullet 3",
            "List Bullet 4",
            "List Bullet 5",
            "List Number 2",
            "List Number 3",
            "List Number 4",
            "List Number 5",
            "Closing",
            "Signature",
            "Body Text",
            "Body Text Indent",
            "List Continue",
            "List Continue 2",
            "List Continue 3",
            "List Continue 4",
            "List Continue 5",
            "Message Header",
            "Salutation",
            "Date",
            "Body Text First Indent",
            "Body Text First Indent 2",
            "Note Heading",
            "Body Text 2",
            "Body Text 3",
            "Body Text Indent 2",
            "Body Text Indent 3",
            "Block Text",
            "Hyperlink",
            "FollowedHyperlink",
            "Document Map",
            "Plain Text",
            "E-mail Signature",
            "HTML Top of Form",
            "HTML Bottom of Form",
            "Normal (Web)",
            "HTML Acronym",
            "HTML Address",
            "HTML Cite",
            "HTML Code",
            "HTML Definition",
            "HTML Keyboard",
            "HTML Preformatted",
            "HTML Sample",
            "HTML Typewriter",
            "HTML Variable",
            "Normal Table",
            "annotation subject",
            "No List",
            "Outline List 1",
            "Outline List 2",
            "Outline List 3",
            "Table Simple 1",
            "Table Simple 2",
            "Table Simple 3",
            "Table Classic 1",
            "Table Classic 2",
            "Table Classic 3",
            "Table Classic 4",
            "Table Colorful 1",
            "Table Colorful 2",
            "Table Colorful 3",
            "Table Columns 1",
            "Table Columns 2",
            "Table Columns 3",
            "Table Columns 4",
            "Table Columns 5",
            "Table Grid 1",
            "Table Grid 2",
            "Table Grid 3",
            "Table Grid 4",
            "Table Grid 5",
            "Table Grid 6",
            "Table Grid 7",
            "Table Grid 8",
            "Table List 1",
            "Table List 2",
            "Table List 3",
            "Table List 4",
            "Table List 5",
            "Table List 6",
            "Table List 7",
            "Table List 8",
            "Table 3D effects 1",
            "Table 3D effects 2",
            "Table 3D effects 3",
            "Table Contemporary",
            "Table Elegant",
            "Table Professional",
            "Table Subtle 1",
            "Table Subtle 2",
            "Table Web 1",
            "Table Web 2",
            "Table Web 3",
            "Balloon Text",
            "Table Theme",
            "Mention",
            "Smart Hyperlink",
            "Hashtag",
            "Unresolved Mention",
            "Smart Link",
        ],
    ),
    hidden(35, true, &["caption"]),
    shown(10, true, &["Title"]),
    hidden(1, false, &["Default Paragraph Font"]),
    shown(11, true, &["Subtitle"]),
    shown(22, true, &["Strong"]),
    shown(20, true, &["Emphasis"]),
    shown(39, false, &["Table Grid"]),
    Latent {
        priority: LAST,
        hidden: true,
        unhidden_by_use: false,
        quick: false,
        names: &["Placeholder Text", "Revision"],
    },
    shown(1, true, &["No Spacing"]),
    shown(34, true, &["List Paragraph"]),
    shown(29, true, &["Quote"]),
    shown(30, true, &["Intense Quote"]),
    shown(19, true, &["Subtle Emphasis"]),
    shown(21, true, &["Intense Emphasis"]),
    shown(31, true, &["Subtle Reference"]),
    shown(32, true, &["Intense Reference"]),
    shown(33, true, &["Book Title"]),
    hidden(37, false, &["Bibliography"]),
    hidden(39, true, &["TOC Heading"]),
    shown(40, false, &["Grid Table Light"]),
    shown(41, false, &["Plain Table 1"]),
    shown(42, false, &["Plain Table 2"]),
    shown(43, false, &["Plain Table 3"]),
    shown(44, false, &["Plain Table 4"]),
    shown(45, false, &["Plain Table 5"]),
];

/// Styles of tables that come in black and in the six accents of a theme, with their priorities.
const ACCENTED: &[(i64, &[&str])] = &[
    (46, &["Grid Table 1 Light", "List Table 1 Light"]),
    (47, &["Grid Table 2", "List Table 2"]),
    (48, &["Grid Table 3", "List Table 3"]),
    (49, &["Grid Table 4", "List Table 4"]),
    (50, &["Grid Table 5 Dark", "List Table 5 Dark"]),
    (51, &["Grid Table 6 Colorful", "List Table 6 Colorful"]),
    (52, &["Grid Table 7 Colorful", "List Table 7 Colorful"]),
    (60, &["Light Shading"]),
    (61, &["Light List"]),
    (62, &["Light Grid"]),
    (63, &["Medium Shading 1"]),
    (64, &["Medium Shading 2"]),
    (65, &["Medium List 1"]),
    (66, &["Medium List 2"]),
    (67, &["Medium Grid 1"]),
    (68, &["Medium Grid 2"]),
    (69, &["Medium Grid 3"]),
    (70, &["Dark List"]),
    (71, &["Colorful Shading"]),
    (72, &["Colorful List"]),
    (73, &["Colorful Grid"]),
];

const ACCENTS: [&str; 7] = ["", " Accent 1", " Accent 2", " Accent 3", " Accent 4", " Accent 5", " Accent 6"];

/// The element.
pub(super) fn write(xml: &mut Xml) {
    xml.attribute("<w:latentStyles w:defLockedState=\"0\" w:defUIPriority=\"", LAST);
    xml.raw(" w:defSemiHidden=\"0\" w:defUnhideWhenUsed=\"0\" w:defQFormat=\"0\"")
        .attribute(" w:count=\"", COUNT)
        .raw(">");
    for latent in LATENT {
        for name in latent.names {
            xml.raw("<w:lsdException w:name=\"").raw(name).raw("\"");
            if latent.hidden {
                xml.raw(" w:semiHidden=\"1\"");
            }
            if latent.priority != LAST {
                xml.attribute(" w:uiPriority=\"", latent.priority);
            }
            if latent.unhidden_by_use {
                xml.raw(" w:unhideWhenUsed=\"1\"");
            }
            xml.raw(if latent.quick { " w:qFormat=\"1\"/>" } else { "/>" });
        }
    }
    for (priority, names) in ACCENTED {
        for name in *names {
            for accent in ACCENTS {
                xml.raw("<w:lsdException w:name=\"").raw(name).raw(accent).raw("\"");
                xml.attribute(" w:uiPriority=\"", *priority).raw("/>");
            }
        }
    }
    xml.raw("</w:latentStyles>");
}
