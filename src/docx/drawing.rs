//! Floating pictures (`DrawingML`, ECMA-376 Part 1, 20.4.2.3 `wp:anchor`): behind the text, which does not flow around
//! them, so that not even an opaque one hides words.

use super::package::RelationId;
use super::xml::Xml;
use crate::model::{FloatingPicture, origin};

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
    write_extent(xml, "<wp:extent", picture);
    xml.raw("<wp:effectExtent l=\"0\" t=\"0\" r=\"0\" b=\"0\"/><wp:wrapNone/>");
    // By this name the picture is found again when the file is made from itself. It stands twice: LibreOffice keeps this one,
    // Word keeps both.
    let name = origin::picture_label(&picture.file);
    xml.attribute("<wp:docPr id=\"", id).raw(" name=\"").text(&name);
    xml.raw("\" descr=\"").text(&picture.alternative_text).raw("\"/>");
    xml.raw("<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr>");
    xml.raw("<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic>");
    xml.attribute("<pic:nvPicPr><pic:cNvPr id=\"", id).raw(" name=\"").text(&name);
    xml.raw("\"/><pic:cNvPicPr/></pic:nvPicPr>");
    xml.relation("<pic:blipFill><a:blip r:embed=\"", image);
    xml.raw("/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>");
    write_extent(xml, "<a:ext", picture);
    xml.raw("</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr>");
    xml.raw("</pic:pic></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>");
}

fn write_extent(xml: &mut Xml, opening: &'static str, picture: &FloatingPicture) {
    xml.raw(opening).attribute(" cx=\"", picture.width.to_emu()).attribute(" cy=\"", picture.height.to_emu()).raw("/>");
}
