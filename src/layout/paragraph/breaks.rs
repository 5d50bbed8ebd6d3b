//! Where a line may end, after Unicode Line Breaking (UAX 14) as word processors apply it to Vietnamese official texts:
//! after white space, and inside a token after a hyphen or dash; never after the slash of a document number.

/// Whether a line may end between `before` and `after`, two neighbouring characters neither of which is white space.
pub(super) fn inside_token(before: char, after: char) -> bool {
    match before {
        // a digit keeps to the hyphen before it (UAX 14 LB25: "2-9")
        '-' | '\u{2010}' => !after.is_ascii_digit() && !clings_to_what_precedes(after),
        '\u{2012}' | '\u{2013}' | '\u{2014}' | '…' | '?' | '!' => !clings_to_what_precedes(after),
        _ => false,
    }
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
            ..='\u{2014}'
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
                | '\u{2011}'
    )
}
