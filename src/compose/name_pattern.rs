//! File names by a pattern of the user's: `{number}-{type}-{organ}`.

use crate::specification::{IssuingOrgan, Spec};

use super::wording;
use crate::diag::{Phrase, phrase};
use crate::profile::Profile;

/// How files are to be named: text with fields in braces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamePattern(Vec<PatternPart>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum PatternPart {
    Words(String),
    Field(NameField),
}

/// A field of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NameField {
    Number,
    Type,
    Organ,
    Symbol,
    Date,
    Year,
    Stem,
}

impl NameField {
    const ALL: [(&'static str, Self); 7] = [
        ("number", Self::Number),
        ("type", Self::Type),
        ("organ", Self::Organ),
        ("symbol", Self::Symbol),
        ("date", Self::Date),
        ("year", Self::Year),
        ("stem", Self::Stem),
    ];
}

/// Why a pattern is none.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NamePatternError {
    /// Nothing stands in it.
    Empty,
    /// A field of this name is not known.
    UnknownField(String),
    /// A brace without its other.
    Brace,
    /// A sign that parts folders.
    Separator,
}

impl NamePatternError {
    /// As a message.
    #[must_use]
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::Empty => phrase!("mẫu rỗng", "the pattern is empty"),
            Self::UnknownField(name) => phrase!("không có trường {{{name}}}", "there is no field {{{name}}}"),
            Self::Brace => phrase!("thiếu dấu {{ hoặc }}", "a brace has no other"),
            Self::Separator => phrase!("tên tệp không chứa thư mục", "a file name holds no folder"),
        }
    }
}

impl std::fmt::Display for NamePatternError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.phrase().en)
    }
}

impl std::error::Error for NamePatternError {}

impl NamePattern {
    /// The names of the fields.
    pub const FIELDS: [&'static str; 7] = ["number", "type", "organ", "symbol", "date", "year", "stem"];

    /// Reads a pattern.
    ///
    /// # Errors
    /// It is empty, names an unknown field, or holds a brace alone or a folder.
    ///
    /// ```
    /// use vanban::NamePattern;
    ///
    /// assert!(NamePattern::new("{number}-{type}-{organ}").is_ok());
    /// assert!(NamePattern::new("{nummer}").is_err());
    /// ```
    pub fn new(pattern: &str) -> Result<Self, NamePatternError> {
        if pattern.trim().is_empty() {
            return Err(NamePatternError::Empty);
        }
        if pattern.contains(['/', '\\']) {
            return Err(NamePatternError::Separator);
        }
        let (mut parts, mut rest) = (Vec::new(), pattern);
        while let Some(at) = rest.find(['{', '}']) {
            let (words, field) = rest.split_at(at);
            let (name, behind) =
                field.strip_prefix('{').and_then(|field| field.split_once('}')).ok_or(NamePatternError::Brace)?;
            let known = NameField::ALL.iter().find(|(known, _)| *known == name);
            let (_, field) = known.ok_or_else(|| NamePatternError::UnknownField(name.to_owned()))?;
            parts.extend([PatternPart::Words(words.to_owned()), PatternPart::Field(*field)]);
            rest = behind;
        }
        parts.push(PatternPart::Words(rest.to_owned()));
        Ok(Self(parts))
    }

    /// The name of a document's files, without extension, in letters that every file system keeps. `stem` is the name of the
    /// specification's own file. `None` where the regulation has no such document type.
    pub(crate) fn name(&self, spec: &Spec, profile: &Profile, stem: &str) -> Option<String> {
        let template = profile.doc_types.get(&spec.doc_type)?;
        let mut name = String::new();
        for part in &self.0 {
            match part {
                PatternPart::Words(words) => name.push_str(words),
                PatternPart::Field(field) => name.push_str(&match field {
                    NameField::Number => wording::file_number(wording::number_of(spec)),
                    NameField::Type => {
                        let type_name = profile.type_name(template, spec);
                        type_name.abbreviation.unwrap_or(type_name.title)
                    }
                    NameField::Organ => {
                        let short =
                            |organ: IssuingOrgan<'_>| organ.abbreviation.unwrap_or(organ.name).as_str().to_owned();
                        spec.organs().map(short).collect::<Vec<_>>().join("-")
                    }
                    NameField::Symbol => super::names::symbol(spec, template, profile),
                    NameField::Date => spec.issue_date.to_string(),
                    NameField::Year => spec.issue_date.year.to_string(),
                    NameField::Stem => stem.to_owned(),
                }),
            }
        }
        let name = wording::plain_name(&name);
        Some(if name.is_empty() { "van-ban".to_owned() } else { name })
    }
}

#[cfg(test)]
mod tests {
    use super::{NameField, NamePattern, NamePatternError};

    #[test]
    fn patterns_are_read() {
        assert_eq!(NamePattern::FIELDS, NameField::ALL.map(|(name, _)| name));
        assert!(NamePattern::new("Số {number} {stem}").is_ok());
        for (pattern, fault) in [
            (" ", NamePatternError::Empty),
            ("{so}", NamePatternError::UnknownField("so".to_owned())),
            ("{number", NamePatternError::Brace),
            ("number}", NamePatternError::Brace),
            ("2025/{number}", NamePatternError::Separator),
        ] {
            assert_eq!(NamePattern::new(pattern), Err(fault), "{pattern}");
        }
    }
}
