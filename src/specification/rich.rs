//! Text with a look: a string, or an array of strings and run objects.

use std::fmt;

use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::text::{Edges, Text, TextVisitor};

/// The names by which the reader of the slow path knows these types.
pub(super) const RICH_TEXT: &str = "RichText";
/// See [`RICH_TEXT`].
pub(super) const RICH_RUN: &str = "RichRun";
/// See [`RICH_TEXT`].
pub(super) const RUN_TEXT: &str = "RunText";

/// Text with a look, at least one run: in JSON a string, or an array of strings and run objects.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RichText(pub Vec<RichRun>);

impl RichText {
    /// The text without its look.
    #[must_use]
    pub fn plain(&self) -> String {
        self.0.iter().map(|run| run.text.as_str()).collect()
    }
}

/// A piece of rich text; in JSON a string or `{"text": …, "bold": true, …}`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RichRun {
    /// The text.
    pub text: Text,
    /// Đậm.
    pub bold: Option<bool>,
    /// Nghiêng.
    pub italic: Option<bool>,
    /// Chỉ số trên, chỉ số dưới.
    pub script: Option<ScriptSpec>,
    /// Address: http, https or mailto.
    pub link: Option<Text>,
    /// The `id` of the block it leads to; in JSON `ref`.
    pub reference: Option<Text>,
    /// BCP 47 tag of its language, in JSON `lang`; absent: Vietnamese.
    pub lang: Option<Text>,
}

/// Raised or lowered text.
#[derive(Clone, Copy, Debug, Deserialize, schemars::JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum ScriptSpec {
    /// Chỉ số trên.
    Superscript,
    /// Chỉ số dưới.
    Subscript,
}

/// A run written as an object.
#[derive(Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "FormattedRun")]
pub(super) struct RunObject {
    #[serde(deserialize_with = "run_text")]
    text: Text,
    #[serde(default)]
    bold: Option<bool>,
    #[serde(default)]
    italic: Option<bool>,
    #[serde(default)]
    script: Option<ScriptSpec>,
    #[serde(default)]
    link: Option<Text>,
    #[serde(default, rename = "ref")]
    reference: Option<Text>,
    #[serde(default)]
    lang: Option<Text>,
}

fn run_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Text, D::Error> {
    deserializer.deserialize_newtype_struct(RUN_TEXT, TextVisitor(Edges::Free))
}

impl From<RunObject> for RichRun {
    fn from(run: RunObject) -> Self {
        let RunObject { text, bold, italic, script, link, reference, lang } = run;
        Self { text, bold, italic, script, link, reference, lang }
    }
}

impl<'de> Deserialize<'de> for RichRun {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(RICH_RUN, RunVisitor)
    }
}

struct RunVisitor;

impl<'de> Visitor<'de> for RunVisitor {
    type Value = RichRun;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text or a run object")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<RichRun, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_str<E: Error>(self, raw: &str) -> Result<RichRun, E> {
        let text = Text::new(raw, Edges::Free).map_err(E::custom)?;
        Ok(RichRun { text, ..RichRun::default() })
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<RichRun, A::Error> {
        RunObject::deserialize(MapAccessDeserializer::new(map)).map(RichRun::from)
    }
}

impl<'de> Deserialize<'de> for RichText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(RICH_TEXT, RichVisitor)
    }
}

/// Reads a rich text; also the text of a list item, which has one more form.
pub(super) struct RichVisitor;

impl<'de> Visitor<'de> for RichVisitor {
    type Value = RichText;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text or an array of runs")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<RichText, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_str<E: Error>(self, raw: &str) -> Result<RichText, E> {
        let text = Text::new(raw, Edges::Trimmed).map_err(E::custom)?;
        Ok(RichText(vec![RichRun { text, ..RichRun::default() }]))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<RichText, A::Error> {
        let mut runs: Vec<RichRun> = Vec::new();
        while let Some(run) = seq.next_element()? {
            runs.push(run);
        }
        let first = runs.first().map_or("", |run| run.text.as_str());
        let last = runs.last().map_or("", |run| run.text.as_str());
        if first.starts_with(char::is_whitespace) || last.ends_with(char::is_whitespace) || runs.is_empty() {
            return Err(A::Error::custom("white space at an end of the text"));
        }
        Ok(RichText(runs))
    }
}
