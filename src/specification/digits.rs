//! Which numbers are read as they are written.

/// What a binary fraction holds of a number: with more digits, what is read might not be what was written.
const SIGNIFICANT: usize = 15;

/// Whether a number is read as it is written.
pub(super) fn is_exact(digits: &str) -> bool {
    if digits.parse::<i64>().is_ok() || digits.parse::<u64>().is_ok() {
        return true;
    }
    let mantissa = digits.split(['e', 'E']).next().unwrap_or_default();
    let shown = mantissa.trim_start_matches(['-', '0', '.']);
    let shown = if shown.contains('.') { shown } else { shown.trim_end_matches('0') };
    let count = shown.bytes().filter(u8::is_ascii_digit).count();
    // what is too large or too small is nothing, or without end
    let size = digits.parse::<f64>().map_or(0, |number| number.abs().to_string().len());
    count <= SIGNIFICANT && digits.parse::<f64>().is_ok_and(f64::is_finite) && size <= 2 * SIGNIFICANT
}
