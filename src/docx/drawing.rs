//! Pictures (`DrawingML`, ECMA-376 Part 1, 20.4): on lines of their own, or floating (20.4.2.3 `wp:anchor`): behind the text, which does not flow around
//! them, so that not even an opaque one hides words.

use super::package::RelationId;
use super::xml::Xml;
use crate::model::{FloatingPicture, InlinePicture, origin};
use crate::units::Length;

/// How far pictures lie above one another.
const HEIGHT_STEP: i64 = 1024;

/// Writes the run that holds a picture; `id` is its own in the document and also its place in the stack.
pub(super) fn write_picture(xml: &mut Xml, picture: &FloatingPicture, id: i64, image: RelationId) {
    xml.raw("<w:r><w:drawing><wp:anchor distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\" simplePos=\"0\"");
    // later pictures lie over earlier ones; counted in Word's steps, for LibreOffice puts a picture of height 1 on top of all
    xml.attribute(" relativeHeight=\"", id * HEIGHT_STEP);
    xml.raw(" behindDoc=\"1\" locked=\"0\" layoutInCell=\"1\" allowOverlap=\"1\"><wp:simplePos x=\"0\" y=\"0\"/>");
    xml.raw("<wp:positionH relativeFrom=\"column\"><wp:posOffset>").number(picture.x.to_emu());
    xml.raw("</wp:posOffset></wp:positionH><wp:positionV relativeFrom=\"paragraph\"><wp:posOffset>");
    xml.number(picture.y.to_emu()).raw("</wp:posOffset></wp:positionV>");
    write_extent(xml, "<wp:extent", (picture.width, picture.height));
    xml.raw("<wp:effectExtent l=\"0\" t=\"0\" r=\"0\" b=\"0\"/><wp:wrapNone/>");
    let drawn = Drawn { file: &picture.file, extent: (picture.width, picture.height), id, image };
    write_graphic(xml, &drawn, &picture.alternative_text);
    xml.raw("</wp:anchor></w:drawing></w:r>");
}

/// Writes the run that holds a picture on a line of its own (`wp:inline`, 20.4.2.8).
pub(super) fn write_inline(xml: &mut Xml, picture: &InlinePicture, id: i64, image: RelationId) {
    let drawn = Drawn { file: &picture.file, extent: (picture.width, picture.height), id, image };
    xml.raw("<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">");
    write_extent(xml, "<wp:extent", drawn.extent);
    xml.raw("<wp:effectExtent l=\"0\" t=\"0\" r=\"0\" b=\"0\"/>");
    write_graphic(xml, &drawn, &picture.alternative_text);
    xml.raw("</wp:inline></w:drawing></w:r>");
}

/// What both kinds of drawing say alike.
struct Drawn<'a> {
    file: &'a str,
    extent: (Length, Length),
    id: i64,
    image: RelationId,
}

fn write_graphic(xml: &mut Xml, drawn: &Drawn<'_>, alternative_text: &str) {
    // By this name the picture is found again when the file is made from itself. It stands twice: LibreOffice keeps this one,
    // Word keeps both.
    let name = origin::picture_label(drawn.file);
    xml.attribute("<wp:docPr id=\"", drawn.id).raw(" name=\"").text(&name);
    xml.raw("\" descr=\"").text(alternative_text).raw("\"/>");
    xml.raw("<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr>");
    xml.raw("<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic>");
    xml.attribute("<pic:nvPicPr><pic:cNvPr id=\"", drawn.id).raw(" name=\"").text(&name);
    xml.raw("\"/><pic:cNvPicPr/></pic:nvPicPr>");
    xml.relation("<pic:blipFill><a:blip r:embed=\"", drawn.image);
    xml.raw("/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>");
    write_extent(xml, "<a:ext", drawn.extent);
    xml.raw("</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr>");
    xml.raw("</pic:pic></a:graphicData></a:graphic>");
}

fn write_extent(xml: &mut Xml, opening: &'static str, (width, height): (Length, Length)) {
    xml.raw(opening).attribute(" cx=\"", width.to_emu()).attribute(" cy=\"", height.to_emu()).raw("/>");
}
