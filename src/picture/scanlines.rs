//! The data of a PNG, unpacked bit by bit and thrown away: whether they are the rows that the header announces.

use flate2::{Decompress, FlushDecompress, Status};

use super::png::Header;

/// The passes of an interlaced picture (8.2): the first column and row, and the steps across and down.
const ADAM7: [(u32, u32, u32, u32); 7] =
    [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];
/// A picture that comes in one pass.
const STRAIGHT: [(u32, u32, u32, u32); 1] = [(0, 0, 1, 1)];

/// The highest number of a filter (clause 9).
const LAST_FILTER: u8 = 4;

/// The rows that are still to come: a byte that names the filter, then the samples.
pub(super) struct Rows {
    /// For each pass how many rows, and how many bytes each; the next one last.
    passes: Vec<(u32, u64)>,
    /// What is missing of the row begun.
    missing: u64,
}

impl Rows {
    /// All rows of a picture.
    pub(super) fn of(header: &Header<'_>) -> Self {
        let steps: &[_] = if header.is_interlaced { &ADAM7 } else { &STRAIGHT };
        let pass = |&(x, y, across, down): &(u32, u32, u32, u32)| {
            let columns = header.width.saturating_sub(x).div_ceil(across);
            (header.height.saturating_sub(y).div_ceil(down), header.row_bytes(columns))
        };
        let passes = steps.iter().rev().map(pass).filter(|&(rows, bytes)| rows > 0 && bytes > 0).collect();
        Self { passes, missing: 0 }
    }

    /// Takes some more bytes; `None` where a filter is none, or there are too many.
    fn take(&mut self, mut bytes: &[u8]) -> Option<()> {
        while let Some((filter, samples)) = bytes.split_first() {
            if self.missing == 0 {
                let (rows, row_bytes) = self.passes.last_mut()?;
                if *filter > LAST_FILTER {
                    return None;
                }
                self.missing = *row_bytes;
                *rows -= 1;
                if *rows == 0 {
                    self.passes.pop();
                }
                bytes = samples;
            }
            let taken = usize::try_from(self.missing).unwrap_or(usize::MAX).min(bytes.len());
            self.missing -= u64::try_from(taken).unwrap_or(0);
            bytes = &bytes[taken..];
        }
        Some(())
    }

    fn are_complete(&self) -> bool {
        self.missing == 0 && self.passes.is_empty()
    }
}

/// The stream at the start of `packed`, where it unpacks to all rows and nothing else.
pub(super) fn check(packed: &[u8], mut rows: Rows) -> Option<&[u8]> {
    let mut inflate = Decompress::new(true);
    let mut buffer = vec![0; 32 << 10];
    loop {
        let (read, written) = (inflate.total_in(), inflate.total_out());
        let rest = packed.get(usize::try_from(read).ok()?..)?;
        let status = inflate.decompress(rest, &mut buffer, FlushDecompress::None).ok()?;
        rows.take(buffer.get(..usize::try_from(inflate.total_out() - written).ok()?)?)?;
        match status {
            Status::StreamEnd => break,
            // cut off
            _ if (read, written) == (inflate.total_in(), inflate.total_out()) => return None,
            Status::Ok | Status::BufError => {}
        }
    }
    let end = usize::try_from(inflate.total_in()).ok()?;
    rows.are_complete().then_some(packed.get(..end)?)
}
