//! Letters to bytes: white space between the letters is allowed, nothing else.

/// Takes a text piece by piece.
#[derive(Debug, Default)]
pub(crate) struct Decoder {
    out: Vec<u8>,
    bits: u32,
    sextets: usize,
    padding: usize,
}

impl Decoder {
    /// Takes a piece; `None`: it is no Base64.
    pub(crate) fn push(&mut self, piece: &str) -> Option<()> {
        self.out.reserve(piece.len() / 4 * 3);
        for byte in piece.bytes().filter(|byte| !byte.is_ascii_whitespace()) {
            if byte == b'=' {
                self.padding += 1;
                continue;
            }
            if self.padding > 0 {
                return None;
            }
            self.bits = self.bits << 6 | sextet(byte)?;
            self.sextets += 1;
            if self.sextets.is_multiple_of(4) {
                self.out.extend_from_slice(&self.bits.to_be_bytes()[1..]);
                self.bits = 0;
            }
        }
        Some(())
    }

    /// The bytes that the text stands for; `None`: it ends in the middle.
    pub(crate) fn finish(mut self) -> Option<Vec<u8>> {
        let rest = self.sextets % 4;
        if rest > 1 {
            self.out.extend_from_slice(&(self.bits << (6 * (4 - rest))).to_be_bytes()[1..rest]);
        }
        let whole = (rest == 0 && self.padding == 0) || (rest > 1 && rest + self.padding == 4);
        whole.then_some(self.out)
    }
}

fn sextet(byte: u8) -> Option<u32> {
    let value = match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    };
    Some(u32::from(value))
}
