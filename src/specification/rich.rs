//! Text with a look: a string, or an array of strings and run objects.

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, Error, MapAccess, SeqAccess};
use serde::{Deserialize, Serialize, Serializer};

use super::from_json::{self, FromJson, reads_itself};
use super::shape::Form;
use super::sized_picture::SizedPicture;
use super::text::{Edges, Text, TextError, TextFault};

/// Text with a look, at least one run: in JSON a string, or an array of strings and run objects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RichText(pub(crate) Vec<RichRun>);

impl RichText {
    /// A text in runs.
    ///
    /// # Errors
    /// There is no run, or white space at the beginning of the first or the end of the last.
    pub fn from_runs(runs: Vec<RichRun>) -> Result<Self, TextError> {
        let (Some(first), Some(last)) = (runs.first(), runs.last()) else { return Err(TextError(TextFault::Empty)) };
        let is_blank = |c: Option<char>| c.is_some_and(char::is_whitespace);
        // behind the last text a picture or the number of a page may stand
        let ends_blank = last.page_of.is_none() && last.picture.is_none() && is_blank(last.text().chars().next_back());
        if is_blank(first.text().chars().next()) || ends_blank {
            return Err(TextError(TextFault::OuterSpace));
        }
        Ok(Self(runs))
    }

    /// The runs, at least one.
    #[must_use]
    pub fn runs(&self) -> &[RichRun] {
        &self.0
    }

    /// The text without its look.
    #[must_use]
    pub fn plain(&self) -> String {
        self.0.iter().map(RichRun::text).collect()
    }
}

/// A piece of rich text; in JSON a string, `{"text": …, "bold": true, …}`, or a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RichRun {
    /// The text, which may begin or end with a space; none of a picture alone.
    pub(crate) text: Option<Text>,
    /// Đậm.
    pub bold: Option<bool>,
    /// Nghiêng.
    pub italic: Option<bool>,
    /// Gạch chân.
    pub underline: Option<bool>,
    /// Chỉ số trên, chỉ số dưới.
    pub script: Option<ScriptSpec>,
    /// Address: http, https or mailto.
    pub link: Option<Text>,
    /// The `id` of the block it leads to; in JSON `ref`.
    pub reference: Option<Text>,
    /// BCP 47 tag of its language, in JSON `lang`; absent: Vietnamese.
    pub lang: Option<Text>,
    /// A picture that stands on the line right behind the text; in JSON `picture`, `alternative_text`, `width`, `height`.
    pub picture: Option<SizedPicture>,
    /// The `id` of the block whose page number stands right behind the text.
    pub page_of: Option<Text>,
    /// Chú thích cuối trang; its mark stands right behind the text. It has no note of its own.
    pub note: Option<RichText>,
}

impl RichRun {
    /// A run that looks as its surroundings do; it may begin or end with a space.
    ///
    /// # Errors
    /// The text is empty or holds a character that cannot stand in a document.
    pub fn new(raw: &str) -> Result<Self, TextError> {
        Text::read(raw, Edges::Free).map(Self::plain).map_err(TextError)
    }

    /// A picture on the line, without text before it.
    #[must_use]
    pub fn of_picture(picture: SizedPicture) -> Self {
        Self { picture: Some(picture), ..Self::of(None) }
    }

    fn plain(text: Text) -> Self {
        Self::of(Some(text))
    }

    const fn of(text: Option<Text>) -> Self {
        Self {
            text,
            bold: None,
            italic: None,
            underline: None,
            script: None,
            link: None,
            reference: None,
            lang: None,
            picture: None,
            page_of: None,
            note: None,
        }
    }

    /// The text; nothing of a picture alone.
    #[must_use]
    pub fn text(&self) -> &str {
        self.text.as_ref().map_or("", Text::as_str)
    }
}

impl From<Text> for RichText {
    fn from(text: Text) -> Self {
        Self(vec![RichRun::plain(text)])
    }
}

impl TryFrom<&str> for RichText {
    type Error = TextError;

    fn try_from(raw: &str) -> Result<Self, TextError> {
        Text::new(raw).map(Self::from)
    }
}

/// Raised or lowered text.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, schemars::JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum ScriptSpec {
    /// Chỉ số trên.
    Superscript,
    /// Chỉ số dưới.
    Subscript,
}

/// A run written as an object.
#[derive(Deserialize, Serialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "FormattedRun")]
pub(super) struct RunObject {
    #[serde(default, deserialize_with = "run_text", skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Text")]
    text: Option<Text>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    bold: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    italic: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    underline: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    script: Option<ScriptSpec>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    link: Option<Text>,
    #[serde(default, rename = "ref", skip_serializing_if = "Option::is_none")]
    reference: Option<Text>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    lang: Option<Text>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    picture: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    alternative_text: Option<Text>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    width: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    height: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    page_of: Option<Text>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<RichText>,
}

/// The fields of a run without a picture.
const WITHOUT_PICTURE: &[&str] =
    &["text", "bold", "italic", "underline", "script", "link", "ref", "lang", "picture", "page_of", "note"];

fn run_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Text>, D::Error> {
    from_json::read(deserializer).map(|RunText(text)| Some(text))
}

/// The text of a run.
struct RunText(Text);

impl FromJson for RunText {
    const FORM: Form = Form::RunText;

    fn from_text<E: Error>(raw: &str) -> Result<Self, E> {
        Text::read(raw, Edges::Free).map(Self).map_err(E::custom)
    }
}

impl RunObject {
    /// What was read, if it has a text or a picture, and says nothing of a picture that it has not.
    fn sound<E: Error>(self) -> Result<RichRun, E> {
        let Self { text, bold, italic, underline, script, link, reference, lang, page_of, note, .. } = self;
        let picture = match self.picture {
            Some(file) => {
                let Self { alternative_text, width, height, .. } = self;
                Some(SizedPicture { file, alternative_text, width, height })
            }
            None => {
                let of_picture = [
                    ("alternative_text", self.alternative_text.is_some()),
                    ("width", self.width.is_some()),
                    ("height", self.height.is_some()),
                ];
                if let Some((name, _)) = of_picture.into_iter().find(|(_, is_there)| *is_there) {
                    return Err(E::unknown_field(name, WITHOUT_PICTURE));
                }
                None
            }
        };
        if text.is_none() && picture.is_none() {
            return Err(E::missing_field("text"));
        }
        Ok(RichRun { text, bold, italic, underline, script, link, reference, lang, picture, page_of, note })
    }
}

reads_itself! { RichRun RichText }

impl FromJson for RichRun {
    const FORM: Form = Form::RichRun;

    fn from_text<E: Error>(raw: &str) -> Result<Self, E> {
        Self::new(raw).map_err(E::custom)
    }

    fn from_object<'de, A: MapAccess<'de>>(object: A) -> Result<Self, A::Error> {
        RunObject::deserialize(MapAccessDeserializer::new(object))?.sound()
    }
}

impl FromJson for RichText {
    const FORM: Form = Form::RichText;

    fn from_text<E: Error>(raw: &str) -> Result<Self, E> {
        Text::from_text(raw).map(Self::from)
    }

    fn from_array<'de, A: SeqAccess<'de>>(mut array: A) -> Result<Self, A::Error> {
        let mut runs: Vec<RichRun> = Vec::new();
        while let Some(run) = array.next_element()? {
            runs.push(run);
        }
        Self::from_runs(runs).map_err(A::Error::custom)
    }
}

impl Serialize for RichText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.as_slice() {
            [run] => match run.as_plain() {
                Some(text) => text.serialize(serializer),
                None => self.0.serialize(serializer),
            },
            runs => runs.serialize(serializer),
        }
    }
}

impl RichRun {
    /// The text of a run that has nothing else.
    fn as_plain(&self) -> Option<&Text> {
        match self {
            Self {
                text: Some(text),
                bold: None,
                italic: None,
                underline: None,
                script: None,
                link: None,
                reference: None,
                lang: None,
                picture: None,
                page_of: None,
                note: None,
            } => Some(text),
            _ => None,
        }
    }
}

impl Serialize for RichRun {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.as_plain() {
            Some(text) => text.serialize(serializer),
            None => RunObject::from(self.clone()).serialize(serializer),
        }
    }
}

impl From<RichRun> for RunObject {
    fn from(run: RichRun) -> Self {
        let RichRun { text, bold, italic, underline, script, link, reference, lang, picture, page_of, note } = run;
        let (picture, alternative_text, width, height) = match picture {
            Some(SizedPicture { file, alternative_text, width, height }) => {
                (Some(file), alternative_text, width, height)
            }
            None => (None, None, None, None),
        };
        Self {
            text,
            bold,
            italic,
            underline,
            script,
            link,
            reference,
            lang,
            picture,
            alternative_text,
            width,
            height,
            page_of,
            note,
        }
    }
}
