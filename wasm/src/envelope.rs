//! Several parts as one run of bytes: u32 n, n lengths as u32, the parts; numbers little-endian.

/// The parts of an envelope; `None` where its lengths do not say how long it is.
#[must_use]
pub fn open(bytes: &[u8]) -> Option<Vec<&[u8]>> {
    let (count, rest) = number(bytes)?;
    let (lengths, mut rest) = rest.split_at_checked(count.checked_mul(4)?)?;
    let mut parts = Vec::with_capacity(count);
    for length in lengths.chunks_exact(4) {
        let (part, behind) = rest.split_at_checked(number(length)?.0)?;
        parts.push(part);
        rest = behind;
    }
    rest.is_empty().then_some(parts)
}

/// An envelope with how many bytes it has in front of it, as u32. What does not fit into the numbers does not fit into the memory of a
/// module either.
#[must_use]
pub fn with_total(parts: &[Vec<u8>]) -> Vec<u8> {
    let total = 4 + 4 * parts.len() + parts.iter().map(Vec::len).sum::<usize>();
    let mut bytes = Vec::with_capacity(4 + total);
    let numbers = [total, parts.len()].into_iter().chain(parts.iter().map(Vec::len));
    numbers.for_each(|number| bytes.extend(u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes()));
    parts.iter().for_each(|part| bytes.extend_from_slice(part));
    bytes
}

fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let (number, rest) = bytes.split_first_chunk()?;
    Some((usize::try_from(u32::from_le_bytes(*number)).ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_come_out_as_they_went_in() {
        let parts = [b"ab".to_vec(), Vec::new(), vec![0; 300]];
        let bytes = with_total(&parts);
        assert_eq!(number(&bytes).map(|(total, rest)| (total, rest.len())), Some((318, 318)));
        assert_eq!(open(&bytes[4..]), Some(parts.iter().map(Vec::as_slice).collect()));
    }

    #[test]
    fn lengths_that_lie_are_refused() {
        let right = with_total(&[b"ab".to_vec()])[4..].to_vec();
        assert!(open(&right).is_some());
        assert!(open(&right[..right.len() - 1]).is_none());
        assert!(open(&[right.as_slice(), b"c"].concat()).is_none());
        assert!(open(&u32::MAX.to_le_bytes()).is_none());
        assert!(open(b"").is_none());
    }
}
