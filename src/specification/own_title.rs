//! The name of the document type at the beginning of the subject, which is printed above it.

/// A subject that begins with the name of its type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TitledSubject {
    /// The subject without it, beginning with a capital.
    pub(crate) rest: String,
    /// Whether it is surely the title and not the first words of the subject: in capitals, or set off from what follows.
    pub(crate) is_sure: bool,
}

/// Finds the name of a type in a subject. A longer word may begin with it (`Kế hoạch hóa`, `Báo cáo viên`), and so may the name
/// of another document (`Đề án 06`).
pub(crate) fn titled_subject(subject: &str, title: &str) -> Option<TitledSubject> {
    let title = title.to_lowercase();
    let rest = after_word(subject, &title)?;
    let after = rest.trim_start_matches([':', ' ', '\n', '-', '–', '.']);
    let next = after.split_whitespace().next()?.to_lowercase();
    let is_longer = ["hóa", "hoá", "viên", "và", "số"].contains(&next.trim_end_matches([',', ';']));
    if is_longer || rest.starts_with(',') || next.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let head = subject.get(..title.len())?;
    let is_set_off = rest.trim_start_matches(' ').starts_with([':', '\n', '-', '–', '.']);
    let is_about = ["v/v", "về"].iter().any(|word| after_word(after, word).is_some());
    let mut letters = after.chars();
    let rest = letters.next().map(|first| first.to_uppercase().chain(letters).collect())?;
    Some(TitledSubject { rest, is_sure: head.chars().all(|c| !c.is_lowercase()) || is_set_off || is_about })
}

/// The subject of a letter without the words that are printed in front of it: `V/v`, `Về việc`.
pub(crate) fn without_letter_words(subject: &str) -> &str {
    let words = ["v/v", "về việc"];
    let mut rest = subject;
    for word in words {
        rest = after_word(rest, word).map_or(rest, |rest| rest.trim_start_matches([':', ' ', '\n']));
    }
    if rest.is_empty() { subject } else { rest }
}

/// What follows a word, given in small letters, at the beginning of a text.
pub(crate) fn after_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let head = text.get(..word.len()).filter(|head| head.to_lowercase() == word)?;
    let rest = text.get(head.len()..)?;
    (!rest.starts_with(char::is_alphanumeric)).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::titled_subject;

    #[test]
    fn the_title_is_told_from_words_that_begin_so() {
        for (title, subject, rest, is_sure) in [
            ("Báo cáo", "BÁO CÁO Về việc lập hồ sơ", "Về việc lập hồ sơ", true),
            ("Báo cáo", "BÁO CÁO\nkết quả quý I", "Kết quả quý I", true),
            ("Báo cáo", "Báo cáo về việc lập hồ sơ", "Về việc lập hồ sơ", true),
            ("Thông báo", "Thông báo: tuyển dụng", "Tuyển dụng", true),
            ("Kế hoạch", "KẾ HOẠCH TỔ CHỨC HỘI NGHỊ", "TỔ CHỨC HỘI NGHỊ", true),
            ("Báo cáo", "Báo cáo kết quả quý I", "Kết quả quý I", false),
        ] {
            let found = titled_subject(subject, title).map(|found| (found.rest, found.is_sure));
            assert_eq!(found, Some((rest.to_owned(), is_sure)), "{subject}");
        }
        for (title, subject) in [
            ("Kế hoạch", "Kế hoạch hoá gia đình"),
            ("Kế hoạch", "KẾ HOẠCH HÓA GIA ĐÌNH"),
            ("Báo cáo", "Báo cáo viên pháp luật"),
            ("Hướng dẫn", "Hướng dẫn viên du lịch"),
            ("Đề án", "Đề án 06 của Chính phủ"),
            ("Kế hoạch", "Kế hoạch và Đầu tư"),
            ("Báo cáo", "Thông báo kết luận"),
            ("Báo cáo", "Báo cáo"),
        ] {
            assert_eq!(titled_subject(subject, title), None, "{subject}");
        }
    }
}
