//! Where a line may end, after Unicode Line Breaking (UAX 14) as word processors apply it to Vietnamese official texts:
//! after white space, and inside a token after a hyphen or dash; never after the slash of a document number.

use crate::model::PICTURE_SIGN;

/// Whether word processors end a line at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BreakPlace {
    /// All do where it is needed.
    Always,
    /// Some do. We do not, and keep such a place away from the line's end.
    Contested,
    /// None does.
    Never,
}

/// The place between `before` and `after`, two neighbouring characters neither of which is white space.
///
/// Not all of UAX 14: its tables would end lines inside `153/KH-UBND`, `12,5%` or a web address where word processors do
/// not. What is here was found by setting some 20,000 lines of official texts in LibreOffice 25.2 and looking at every line
/// that ended elsewhere, and by setting each sign beside each kind of neighbour in 25.2 (modes 15 and 14) and 7.4.
/// `earlier`: what stands before `before` in the token; `None` where it begins the token.
pub(super) fn inside_token(earlier: Option<char>, before: char, after: char) -> BreakPlace {
    if is_contested(earlier, before, after) {
        return BreakPlace::Contested;
    }
    if clings_to_what_precedes(after) {
        return BreakPlace::Never;
    }
    match before {
        // it holds on to a bar behind it
        _ if is_dash(before) && after == '|' => BreakPlace::Never,
        _ if is_dash(before) => BreakPlace::Always,
        // an em dash may open a line (UAX 14 B2), but not behind what opens or quotes
        _ if after == '\u{2014}' && !holds_an_em_dash(before) => BreakPlace::Always,
        _ => BreakPlace::Never,
    }
}

/// Whether some word processors, but not all, end a line between two neighbouring characters of a token.
fn is_contested(earlier: Option<char>, before: char, after: char) -> bool {
    // nothing holds a picture to its neighbours or parts it from them in all of them
    if before == PICTURE_SIGN || after == PICTURE_SIGN {
        return true;
    }
    let closes = matches!(before, ',' | '.' | ';' | ':' | ')' | ']' | '}' | '!' | '?' | '…');
    match (before, after) {
        ('$' | '|', _) => true,
        // a hyphen before a word is a sign, not a joint; but not to all. `QTTP-14` is a name to some; `2021-2025` is not
        ('-' | '\u{2010}', _) if earlier.is_none() || after == '-' => true,
        ('-' | '\u{2010}', '0'..='9') => !earlier.is_some_and(|c| c.is_ascii_digit() || c == '%'),
        // an ellipsis opens what was left out: `nội dung:…`
        (_, '…') => closes && before != '…' || is_dash(before) || matches!(before, '%' | '+'),
        (_, '(' | '[' | '{') => closes || is_amount_sign(before) || matches!(before, '°' | '\\'),
        // signs of amounts stand before or behind their number: `(a)+(b)`, `nn)%`
        (_, '%' | '‰') if before.is_alphabetic() || is_dash(before) => true,
        _ if is_amount_sign(after) => closes || is_amount_sign(before),
        ('?' | '!' | '…', _) => after.is_alphanumeric() || is_loose_sign(after),
        ('}' | '\\', _) => after.is_alphanumeric(),
        _ => false,
    }
}

/// Hyphens and dashes after which a line may end.
fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2012}' | '\u{2013}' | '\u{2014}')
}

/// Signs of currencies, of parts and of more or less.
fn is_amount_sign(c: char) -> bool {
    matches!(c, '+' | '$' | '€' | '£' | '₫' | '\u{2212}' | '±' | '№' | '%' | '‰')
}

/// Signs that belong to neither side.
fn is_loose_sign(c: char) -> bool {
    matches!(c, '#' | '&' | '*' | '<' | '=' | '>' | '@' | '^' | '_' | '~' | '§' | '°' | '·' | '×' | '•' | '→')
}

/// Behind these an em dash does not open a line.
fn holds_an_em_dash(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '(' | '[' | '{' | '/' | '«' | '»' | '‘' | '’' | '“' | '”' | '\u{a0}' | '\u{202f}' | '\u{2060}'
    )
}

/// The white space between `before` and `after`.
pub(super) fn at_space(before: Option<char>, after: char) -> BreakPlace {
    // By UAX 14 (LB13, LB14) closing signs stay with what precedes them and opening ones with what follows, even over a
    // space. LibreOffice holds to that where the space has room on the line; Word knows nothing of it.
    let closes = matches!(after, ')' | ']' | '}' | '!' | '?' | '.' | ',' | ';' | ':' | '/' | '\\');
    let opens = matches!(before, Some('(' | '[' | '{' | '¡' | '¿' | '„'));
    if closes || opens { BreakPlace::Contested } else { BreakPlace::Always }
}

/// White space at which a line may end. The no-break spaces U+00A0 and U+202F are not among them.
pub(super) fn is_break_space(c: char) -> bool {
    matches!(c, ' ' | '\u{1680}' | '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200a}' | '\u{205f}' | '\u{3000}')
}

/// Characters that never start a line.
fn clings_to_what_precedes(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{2010}'
            ..='\u{2013}'
                | '.'
                | ','
                | ';'
                | ':'
                | '!'
                | '?'
                | '…'
                | '/'
                | '%'
                | ')'
                | ']'
                | '}'
                | '"'
                | '\''
                | '’'
                | '”'
                | '“'
                | '‘'
                | '»'
                | '«'
                | '›'
                | '‹'
                | '\u{a0}'
                | '\u{202f}'
                | '\u{2060}'
    )
}
