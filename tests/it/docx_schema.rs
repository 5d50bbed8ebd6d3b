//! The order of children that the schema of ECMA-376 (transitional, Annex A.1) fixes: Word drops or refuses what is out of
//! order, and most other readers hide it.

use crate::docx_package::Node;

const PPR: &str = "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs \
    suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid \
    spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl \
    divId cnfStyle rPr sectPr pPrChange";
const RPR: &str = "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid \
    vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang \
    eastAsianLayout specVanish oMath";
const TBL_PR: &str = "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing \
    tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription";
const TC_PR: &str =
    "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark";
const SECT_PR: &str = "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType \
    pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings";
const LVL: &str = "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr";
const STYLE: &str = "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked \
    personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr";
const SETTINGS: &str = "writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries \
    displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts \
    embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader \
    bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState \
    formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView \
    trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme styleLockQFSet \
    defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope summaryLength \
    clickAndTypeStyle defaultTableStyle evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets \
    drawingGridHorizontalSpacing drawingGridVerticalSpacing displayHorizontalDrawingGridEvery \
    displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin \
    drawingGridVerticalOrigin doNotShadeFormData noPunctuationKerning characterSpacingControl printTwoOnOne \
    strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema \
    saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving \
    saveThroughXslt showXMLTags alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars \
    rsids mathPr attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats \
    doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType schemaLibrary shapeDefaults \
    doNotEmbedSmartTags decimalSymbol listSeparator";

/// The children of an element in their order; `None` where the schema fixes none.
fn order(parent: &str) -> Option<&'static str> {
    Some(match parent {
        "w:pPr" => PPR,
        "w:rPr" => RPR,
        "w:tblPr" => TBL_PR,
        "w:tcPr" => TC_PR,
        "w:sectPr" => SECT_PR,
        "w:lvl" => LVL,
        "w:style" => STYLE,
        "w:settings" => SETTINGS,
        "w:compat" => "doNotExpandShiftReturn compatSetting",
        "w:sdt" => "sdtPr sdtEndPr sdtContent",
        "w:sdtPr" => "rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding label tabIndex text",
        "w:numPr" => "ilvl numId ins",
        "w:pBdr" => "top left bottom right between bar",
        "w:tblCellMar" => "top left bottom right",
        "w:abstractNum" => "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
        "w:num" => "abstractNumId lvlOverride",
        "w:lvlOverride" => "startOverride lvl",
        "w:numbering" => "numPicBullet abstractNum num numIdMacAtCleanup",
        "w:styles" => "docDefaults latentStyles style",
        "w:docDefaults" => "rPrDefault pPrDefault",
        "w:font" => "altName panose1 charset family notTrueType pitch sig",
        "w:tbl" => "tblPr tblGrid tr",
        "w:tr" => "tblPrEx trPr tc",
        "w:tc" => "tcPr *",
        "w:p" => "pPr *",
        "w:r" => "rPr *",
        "w:body" => "* sectPr",
        "wp:anchor" => {
            "simplePos positionH positionV extent effectExtent wrapNone wrapSquare wrapTight wrapThrough wrapTopAndBottom \
             docPr cNvGraphicFramePr graphic"
        }
        "pic:pic" => "nvPicPr blipFill spPr",
        _ => return None,
    })
}

/// The first fault in the order of children below an element.
pub(crate) fn fault(root: &Node) -> Option<String> {
    root.all().into_iter().find_map(|parent| {
        let order: Vec<&str> = order(&parent.name)?.split_whitespace().collect();
        let mut last = 0;
        for child in &parent.children {
            let name = child.name.rsplit(':').next()?;
            let place = order.iter().position(|n| *n == name).or_else(|| order.iter().position(|n| *n == "*"));
            match place {
                None => return Some(format!("{} is no child of {}", child.name, parent.name)),
                Some(place) if place < last => return Some(format!("{} too late in {}", child.name, parent.name)),
                Some(place) => last = place,
            }
        }
        None
    })
}
