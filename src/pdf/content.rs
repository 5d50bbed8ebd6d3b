//! Content streams (ISO 32000-1, 7.8.2): operators and numbers as short as they can be written.

use crate::units::Length;

/// A content stream in the making.
#[derive(Default)]
pub(super) struct Content {
    out: Vec<u8>,
}

/// Thousandths of a point, to which every place is rounded; differences of rounded places add up without drift.
pub(super) fn milli_pt(length: Length) -> i64 {
    let scaled = length.to_emu() * 10;
    (if scaled >= 0 { scaled + 63 } else { scaled - 63 }) / 127
}

/// Points, to the same three decimals.
#[allow(clippy::cast_precision_loss, reason = "thousandths of a point on paper stay below 2^24")]
pub(super) fn pt(length: Length) -> f32 {
    milli_pt(length) as f32 / 1000.0
}

impl Content {
    /// The stream so far.
    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.out
    }

    /// Begins anew.
    pub(super) fn clear(&mut self) {
        self.out.clear();
    }

    /// An operator without operands, or with operands that are written already.
    pub(super) fn op(&mut self, operator: &str) {
        self.separate();
        self.out.extend_from_slice(operator.as_bytes());
        self.out.push(b'\n');
    }

    /// Opens marked content that belongs to a logical element.
    pub(super) fn begin_content(&mut self, tag: &[u8], mcid: i32) {
        self.out.push(b'/');
        self.out.extend_from_slice(tag);
        self.out.extend_from_slice(b"<</MCID ");
        self.number(i64::from(mcid), 0);
        self.out.extend_from_slice(b">>BDC\n");
    }

    /// Opens marked content that means nothing to a reader.
    pub(super) fn begin_artifact(&mut self, kind: &str) {
        self.out.extend_from_slice(b"/Artifact<</Type/");
        self.out.extend_from_slice(kind.as_bytes());
        self.out.extend_from_slice(b">>BDC\n");
    }

    /// A number in thousandths.
    pub(super) fn milli(&mut self, value: i64) {
        self.number(value, 3);
    }

    /// A number in hundredths.
    pub(super) fn centi(&mut self, value: i64) {
        self.number(value, 2);
    }

    /// A name.
    pub(super) fn name(&mut self, name: &str) {
        self.out.push(b'/');
        self.out.extend_from_slice(name.as_bytes());
    }

    /// Opens the operand of `TJ`.
    pub(super) fn begin_array(&mut self) {
        self.out.push(b'[');
    }

    /// Closes the operand of `TJ`.
    pub(super) fn end_array(&mut self) {
        self.out.push(b']');
    }

    /// Opens a string.
    pub(super) fn begin_string(&mut self) {
        self.out.push(b'(');
    }

    /// Closes a string.
    pub(super) fn end_string(&mut self) {
        self.out.push(b')');
    }

    /// A two-byte code within a string.
    pub(super) fn code(&mut self, code: u16) {
        for byte in code.to_be_bytes() {
            match byte {
                // a bare carriage return would be read as a line feed
                b'\r' => self.out.extend_from_slice(b"\\r"),
                b'(' | b')' | b'\\' => self.out.extend_from_slice(&[b'\\', byte]),
                _ => self.out.push(byte),
            }
        }
    }

    fn separate(&mut self) {
        if self.out.last().is_some_and(|last| last.is_ascii_alphanumeric() || *last == b'.') {
            self.out.push(b' ');
        }
    }

    fn number(&mut self, value: i64, decimals: u32) {
        self.separate();
        if value < 0 {
            self.out.push(b'-');
        }
        let unit = 10_u64.pow(decimals);
        let (whole, mut fraction) = (value.unsigned_abs() / unit, value.unsigned_abs() % unit);
        if whole > 0 || fraction == 0 {
            self.digits(whole, 1);
        }
        if fraction > 0 {
            let mut places = decimals;
            while fraction.is_multiple_of(10) {
                fraction /= 10;
                places -= 1;
            }
            self.out.push(b'.');
            self.digits(fraction, places);
        }
    }

    /// Decimal digits, with zeros in front up to `at_least` of them.
    fn digits(&mut self, value: u64, at_least: u32) {
        let mut digits = [b'0'; 20];
        let mut rest = value;
        let mut first = digits.len();
        while rest > 0 || digits.len() - first < at_least as usize {
            first -= 1;
            digits[first] = b"0123456789"[(rest % 10) as usize];
            rest /= 10;
        }
        self.out.extend_from_slice(&digits[first..]);
    }
}
