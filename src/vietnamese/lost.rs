//! Letters that a conversion lost and put a question mark for: `ph??ng`, `C?ng h?a`.

/// The first word with a question mark for a letter. Addresses, in which it begins a query, are left out.
pub(super) fn lost_letters(text: &str) -> Option<&str> {
    if !text.contains('?') {
        return None;
    }
    text.split_whitespace()
        .find(|word| word.contains('?') && !word.contains(['/', '=', '@', '.', '&']) && is_torn(word))
}

/// A question ends with the word, and a sentence that follows without a space begins with a capital.
fn is_torn(word: &str) -> bool {
    let mut parts = word.split('?').peekable();
    let mut before = None;
    while let Some(part) = parts.next() {
        before = part.chars().next_back().or(before);
        let after = parts.clone().find_map(|part| part.chars().next());
        if let (Some(before), Some(after)) = (before, after)
            && before.is_alphabetic()
            && after.is_alphabetic()
            && !(before.is_lowercase() && after.is_uppercase())
        {
            return true;
        }
        if parts.peek().is_none() {
            break;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::lost_letters;

    #[test]
    fn a_question_mark_inside_a_word_is_a_lost_letter() {
        for (text, word) in
            [("S? ph??ng án", "ph??ng"), ("C?ng h?a xã h?i", "C?ng"), ("S? N?I V?", "N?I"), ("t? H?u Giang", "H?u")]
        {
            assert_eq!(lost_letters(text), Some(word), "{text}");
        }
        for text in [
            "Vì sao? Thế nào?",
            "Có gì không?Không",
            "xem a.vn/tin?ma=3",
            "Ai??? Đâu?!",
            "(?) dấu hỏi",
            "số ???/QĐ",
            "a@b.vn?c",
        ] {
            assert_eq!(lost_letters(text), None, "{text}");
        }
    }
}
