//! The data of streams (ISO 32000-1, 7.3.8): where it lies, and how it is unpacked (7.4.4).

use super::budget::Budget;
use super::damaged;
use super::lexer::Lexer;
use super::object::{Dictionary, Object, bad_entry};
use crate::read::inflate::{Unpacking, inflate};
use crate::read::limits::MAX_PART_BYTES;
use crate::read::{Fault, ReadError};

/// How a row of a predictor's data refers to the one above.
struct Predictor {
    /// Bytes a row, without the byte in front that names the row's filter.
    row: usize,
    /// Bytes a pixel.
    pixel: usize,
}

/// The packed data of a stream whose dictionary was just read; the lexer stands behind it and goes on after `endstream`.
///
/// # Errors
/// The data does not end where its length says.
pub(super) fn packed<'a>(lexer: &mut Lexer<'a, '_>, length: usize) -> Result<&'a [u8], ReadError> {
    lexer.demand("stream")?;
    let rest = lexer.rest();
    let skipped = if rest.starts_with(b"\r\n") {
        2
    } else if rest.starts_with(b"\n") {
        1
    } else {
        return Err(damaged("luồng sai", "a bad stream"));
    };
    let end = length.checked_add(skipped).ok_or_else(|| bad_entry("Length"))?;
    let data = rest.get(skipped..end).ok_or_else(|| bad_entry("Length"))?;
    lexer.go_to(lexer.position() + end);
    lexer.demand("endstream").map_err(|_| bad_entry("Length"))?;
    Ok(data)
}

/// Unpacks a stream's data.
///
/// # Errors
/// It is packed in a way that is not read, broken, or too large.
pub(super) fn unpack(dictionary: &Dictionary, packed: &[u8], budget: &Budget) -> Result<Vec<u8>, ReadError> {
    let limit = budget.room().min(MAX_PART_BYTES);
    let data = match filter(dictionary)? {
        Filter::None if packed.len() > limit => return Err(too_large()),
        Filter::None => packed.to_vec(),
        Filter::Flate => inflate(packed, limit).map_err(|fault| match fault {
            Unpacking::TooLarge => too_large(),
            Unpacking::Broken => damaged("luồng không giải nén được", "a stream does not unpack"),
        })?,
    };
    budget.unpacked(data.len());
    match predictor(dictionary)? {
        None => Ok(data),
        Some(predictor) => undo(data, &predictor),
    }
}

enum Filter {
    None,
    Flate,
}

fn filter(dictionary: &Dictionary) -> Result<Filter, ReadError> {
    let name = match dictionary.get("Filter") {
        None => return Ok(Filter::None),
        Some(Object::Array(names)) => match names.as_slice() {
            [] => return Ok(Filter::None),
            [only] => only,
            _ => return Err(unsupported()),
        },
        Some(single) => single,
    };
    if *name == Object::Name(b"FlateDecode".to_vec()) { Ok(Filter::Flate) } else { Err(unsupported()) }
}

fn predictor(dictionary: &Dictionary) -> Result<Option<Predictor>, ReadError> {
    let parameters = match dictionary.get("DecodeParms") {
        Some(Object::Dictionary(parameters)) => parameters,
        Some(Object::Array(items)) => match items.as_slice() {
            [Object::Dictionary(parameters)] => parameters,
            _ => return Ok(None),
        },
        _ => return Ok(None),
    };
    let value = |key, default| Ok(parameters.count(key)?.unwrap_or(default));
    match value("Predictor", 1)? {
        1 => Ok(None),
        10..=15 => {
            let (columns, colors, bits) = (value("Columns", 1)?, value("Colors", 1)?, value("BitsPerComponent", 8)?);
            // what we and others write for tables; pictures are not unpacked
            if colors == 0 || colors > 4 || bits != 8 || columns == 0 || columns > MAX_PART_BYTES {
                return Err(unsupported());
            }
            Ok(Some(Predictor { row: columns * colors, pixel: colors }))
        }
        _ => Err(unsupported()),
    }
}

/// Undoes the filters of PNG (PNG 1.2, 6) in place.
fn undo(mut data: Vec<u8>, predictor: &Predictor) -> Result<Vec<u8>, ReadError> {
    let stride = predictor.row + 1;
    if !data.len().is_multiple_of(stride) {
        return Err(damaged("bảng sai", "a bad table"));
    }
    let rows = data.len() / stride;
    let mut above = vec![0; predictor.row];
    for row in 0..rows {
        let start = row * stride;
        let Some((kind, line)) = data.get_mut(start..start + stride).and_then(<[u8]>::split_first_mut) else { break };
        undo_row(*kind, line, &above, predictor.pixel)?;
        above.copy_from_slice(line);
        // the filled part never reaches into rows that are still to come
        data.copy_within(start + 1..start + stride, row * predictor.row);
    }
    data.truncate(rows * predictor.row);
    Ok(data)
}

fn undo_row(kind: u8, line: &mut [u8], above: &[u8], pixel: usize) -> Result<(), ReadError> {
    if kind > 4 {
        return Err(damaged("bảng sai", "a bad table"));
    }
    for i in 0..line.len() {
        let left = i.checked_sub(pixel).map_or(0, |at| line[at]);
        let corner = i.checked_sub(pixel).map_or(0, |at| above[at]);
        let guess = match kind {
            0 => 0,
            1 => left,
            2 => above[i],
            3 => left.midpoint(above[i]),
            _ => paeth(left, above[i], corner),
        };
        line[i] = line[i].wrapping_add(guess);
    }
    Ok(())
}

fn paeth(left: u8, above: u8, corner: u8) -> u8 {
    let estimate = i16::from(left) + i16::from(above) - i16::from(corner);
    let distance = |value: u8| (estimate - i16::from(value)).abs();
    if distance(left) <= distance(above) && distance(left) <= distance(corner) {
        left
    } else if distance(above) <= distance(corner) {
        above
    } else {
        corner
    }
}

fn too_large() -> ReadError {
    ReadError::too_large("một luồng PDF giải nén ra quá lớn", "a stream of the PDF unpacks to too many bytes")
}

fn unsupported() -> ReadError {
    ReadError::new(
        Fault::Unsupported,
        "tệp PDF nén theo cách không đọc được",
        "the PDF is packed in a way that is not read",
    )
    .hint("đưa tệp PDF do vanban tạo", "give a PDF that vanban made")
}
