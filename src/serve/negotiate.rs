//! `Accept` (RFC 9110, 12.5.1): which of several forms an answer takes.

/// The index of the form that the client prefers; among equals the first. `None`: it takes none of them.
pub(super) fn choose(accept: Option<&str>, offered: &[&str]) -> Option<usize> {
    let Some(accept) = accept.filter(|accept| !accept.trim().is_empty()) else {
        return (!offered.is_empty()).then_some(0);
    };
    let ranges: Vec<(&str, u16)> = accept.split(',').filter_map(range).collect();
    let quality = |media: &str| {
        let fitting = ranges.iter().filter_map(|(range, quality)| Some((precision(range, media)?, *quality)));
        fitting.max_by_key(|(precision, _)| *precision).map_or(0, |(_, quality)| quality)
    };
    let mut best = None;
    for (i, media) in offered.iter().enumerate() {
        let quality = quality(media);
        if quality > 0 && best.is_none_or(|(_, known)| quality > known) {
            best = Some((i, quality));
        }
    }
    best.map(|(i, _)| i)
}

/// A media range, and how much it is wanted, in thousandths.
fn range(text: &str) -> Option<(&str, u16)> {
    let mut parts = text.split(';').map(str::trim);
    let range = parts.next().filter(|range| !range.is_empty())?;
    let wanted = parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")));
    Some((range, wanted.map_or(Some(1000), thousandths)?))
}

fn thousandths(text: &str) -> Option<u16> {
    let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
    if whole.len() != 1 || rest.len() > 3 || !rest.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let rest: u16 = format!("{rest:0<3}").parse().ok()?;
    Some((whole.parse::<u16>().ok()? * 1000 + rest).min(1000))
}

/// How exactly a range names a type; `None`: it does not.
fn precision(range: &str, media: &str) -> Option<u8> {
    let group = media.split('/').next().unwrap_or_default();
    if range.eq_ignore_ascii_case(media) {
        Some(2)
    } else if range.strip_suffix("/*").is_some_and(|of| of.eq_ignore_ascii_case(group)) {
        Some(1)
    } else {
        (range == "*/*").then_some(0)
    }
}

#[cfg(test)]
mod tests {
    use super::choose;

    #[test]
    fn the_client_chooses() {
        let offered = ["application/zip", "application/pdf", "image/png"];
        let cases = [
            (None, Some(0)),
            (Some(""), Some(0)),
            (Some("*/*"), Some(0)),
            (Some("application/pdf"), Some(1)),
            (Some("APPLICATION/PDF;q=0.5, image/*;q=0.6"), Some(2)),
            (Some("application/pdf;q=0, */*;q=0.1"), Some(0)),
            (Some("application/*, application/zip;q=0.2"), Some(1)),
            (Some("text/html"), None),
            (Some("*/*;q=0"), None),
            (Some("*/*;q=high"), None),
            (Some(",;,"), None),
        ];
        for (accept, expected) in cases {
            assert_eq!(choose(accept, &offered), expected, "{accept:?}");
        }
    }
}
