//! A workbook (ECMA-376 Part 1, 18): which sheets it has, its shared texts, the formats of its cells.

use crate::diag::{Diagnostic, Phrase, phrase, registry};

use super::area::CellArea;
use super::number_format::built_in;
use super::{SheetGrid, fault, worksheet};
use crate::read::ReadError;
use crate::read::xml::{XmlItem, XmlReader};
use crate::read::zip::Zip;

/// What cells refer to.
#[derive(Debug, Default)]
pub(super) struct SharedParts {
    pub(super) texts: Vec<String>,
    /// The format code of each cell style.
    pub(super) formats: Vec<String>,
    pub(super) from_1904: bool,
}

/// Reads an area of a workbook.
pub(super) fn grid(bytes: &[u8], area: &CellArea) -> Result<SheetGrid, Box<Diagnostic>> {
    let unreadable = |error: ReadError| {
        fault(
            registry::ROWS_FILE,
            Phrase { vi: error.message.vi, en: error.message.en },
            phrase!(
                "mở tệp bằng Excel hay LibreOffice rồi lưu lại dạng .xlsx, không đặt mật khẩu",
                "open the file in Excel or LibreOffice and save it as .xlsx without a password"
            ),
        )
    };
    let zip = Zip::open(bytes).map_err(unreadable)?;
    let (sheets, from_1904) = sheets(&zip).map_err(unreadable)?;
    let sheet = match &area.sheet {
        None => sheets.first(),
        Some(name) => sheets.iter().find(|(own, _)| own.to_lowercase() == name.to_lowercase()),
    };
    let Some((_, part)) = sheet else {
        let wanted = area.sheet.clone().unwrap_or_default();
        let names = sheets.iter().map(|(name, _)| format!("“{name}”")).collect::<Vec<_>>().join(", ");
        return Err(fault(
            registry::ROWS_AREA,
            phrase!("không có trang tính “{wanted}”", "there is no sheet “{wanted}”"),
            phrase!("các trang tính: {names}", "the sheets: {names}"),
        ));
    };
    let shared =
        SharedParts { texts: texts(&zip).map_err(unreadable)?, formats: formats(&zip).map_err(unreadable)?, from_1904 };
    let sheet = zip.read(part).map_err(unreadable)?.unwrap_or_default();
    worksheet::read(&sheet, part, &shared, area).map_err(unreadable)?
}

/// The sheets: name and part, in their order.
fn sheets(zip: &Zip<'_>) -> Result<(Vec<(String, String)>, bool), ReadError> {
    let mut parts = Vec::new();
    each(zip, "xl/_rels/workbook.xml.rels", |element| {
        if let (Some(id), Some(target)) = (element.attribute("Id"), element.attribute("Target")) {
            let target = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), ToOwned::to_owned);
            parts.push((id.to_owned(), target));
        }
    })?;
    let (mut sheets, mut from_1904) = (Vec::new(), false);
    each(zip, "xl/workbook.xml", |element| match element.name.as_str() {
        "workbookPr" => from_1904 = matches!(element.attribute("date1904"), Some("1" | "true")),
        "sheet" => {
            let id = element.attributes().find(|(name, _)| name.ends_with(":id")).map(|(_, id)| id);
            let part = parts.iter().find(|(own, _)| Some(own.as_str()) == id).map(|(_, part)| part.clone());
            sheets.extend(element.attribute("name").map(ToOwned::to_owned).zip(part));
        }
        _ => {}
    })?;
    Ok((sheets, from_1904))
}

/// The texts that cells share.
fn texts(zip: &Zip<'_>) -> Result<Vec<String>, ReadError> {
    const PART: &str = "xl/sharedStrings.xml";
    let Some(bytes) = zip.read(PART)? else { return Ok(Vec::new()) };
    let mut xml = XmlReader::story(&bytes, PART)?;
    let (mut texts, mut open) = (Vec::<String>::new(), Vec::<String>::new());
    while let Some(item) = xml.next()? {
        match item {
            XmlItem::Start(element) => {
                if element.name == "si" {
                    texts.push(String::new());
                }
                open.push(element.name);
            }
            XmlItem::End => drop(open.pop()),
            // how a text is read aloud is no part of it
            XmlItem::Text(text)
                if open.last().is_some_and(|name| name == "t") && !open.iter().any(|name| name == "rPh") =>
            {
                texts.iter_mut().next_back().into_iter().for_each(|last| last.push_str(&text));
            }
            XmlItem::Text(_) => {}
        }
    }
    Ok(texts)
}

/// The format codes of the cell styles.
fn formats(zip: &Zip<'_>) -> Result<Vec<String>, ReadError> {
    let (mut own, mut formats, mut is_cells) = (Vec::<(usize, String)>::new(), Vec::new(), false);
    each(zip, "xl/styles.xml", |element| {
        let id = element.attribute("numFmtId").and_then(|id| id.parse().ok());
        match element.name.as_str() {
            "numFmt" => own.extend(id.zip(element.attribute("formatCode").map(ToOwned::to_owned))),
            "cellXfs" => is_cells = true,
            "cellStyleXfs" | "cellStyles" | "dxfs" => is_cells = false,
            "xf" if is_cells => {
                let id = id.unwrap_or(0);
                let code = own.iter().find(|(known, _)| *known == id).map(|(_, code)| code.clone());
                formats.push(code.unwrap_or_else(|| built_in(id).to_owned()));
            }
            _ => {}
        }
    })?;
    Ok(formats)
}

/// Calls with each element of a part, where there is such a part.
fn each(zip: &Zip<'_>, part: &str, mut call: impl FnMut(&crate::read::xml::XmlElement)) -> Result<(), ReadError> {
    let Some(bytes) = zip.read(part)? else { return Ok(()) };
    let mut xml = XmlReader::new(&bytes, part)?;
    while let Some(item) = xml.next()? {
        if let XmlItem::Start(element) = item {
            call(&element);
        }
    }
    Ok(())
}
