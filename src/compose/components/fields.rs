//! Fields of a form: which stand on one line, where the next begins, and the dotted lines to write on.

use crate::compose::inlines::{self, Case, rich};
use crate::compose::run_pictures::RunPictures;
use crate::diag::Pointer;
use crate::font::{FaceStyle, FontBook};
use crate::model::{Block, BlockKind, Inline, Paragraph, Role, Run, Style, TabAlignment, TabStop};
use crate::specification::{FieldBlock, RichText};
use crate::units::Length;

/// The shortest line that one can write on.
const SHORTEST: Length = Length::mm(20);
/// Between a value and the next field.
const GAP: Length = Length::mm(6);
/// Some word processors set text a little wider: a line is not filled to its edge.
const MARGIN: Length = Length::mm(1);

/// The lines that fields are set on.
#[derive(Clone, Copy)]
pub(super) struct FieldLines<'a> {
    pub(super) fonts: &'a FontBook,
    /// The look of running text.
    pub(super) style: &'a Style,
    /// Width of the column.
    pub(super) width: Length,
    /// The pictures of the texts.
    pub(super) shown: &'a RunPictures,
}

/// A field as it is set.
struct SetField {
    inlines: Vec<Inline>,
    /// What its text needs, with the line to write on where there is one.
    needs: Length,
    is_blank: bool,
}

impl FieldLines<'_> {
    /// The paragraphs of a block of fields.
    pub(super) fn compose(self, block: &FieldBlock, at: &Pointer, out: &mut Vec<Block>) {
        let start = out.len();
        self.lines(block.fields(), at, out);
        if block.value.is_none() {
            let more = usize::from(block.lines.unwrap_or(1)).saturating_sub(1);
            out.extend((0..more).map(|_| block_of(vec![Inline::Tab], vec![self.last_stop()], at)));
        }
        // the lines of one block stand on one page
        let last = out.len() - 1;
        for block in &mut out[start..last] {
            if let BlockKind::Paragraph(paragraph) = &mut block.kind {
                paragraph.keep_with_next = Some(true);
            }
        }
    }

    /// The lines of fields that stand side by side as far as there is room.
    pub(super) fn lines<'t>(
        self,
        fields: impl Iterator<Item = (&'t RichText, Option<&'t RichText>)>,
        at: &Pointer,
        out: &mut Vec<Block>,
    ) {
        let mut line = Vec::new();
        let mut taken = Length::ZERO;
        for (label, value) in fields {
            let field = self.field(label, value);
            if !line.is_empty() && taken + field.needs > self.room() {
                out.push(self.line(std::mem::take(&mut line), at));
                taken = Length::ZERO;
            }
            taken += field.needs;
            line.push(field);
        }
        out.push(self.line(line, at));
    }

    fn field(self, label: &RichText, value: Option<&RichText>) -> SetField {
        let mut inlines = self::label(label, self.shown);
        if let Some(value) = value {
            inlines.push(Inline::text(" "));
            inlines.extend(rich(value, Case::AsGiven, self.shown));
        }
        let is_blank = value.is_none();
        let needs = self.measure(&inlines) + if is_blank { SHORTEST } else { GAP };
        SetField { inlines, needs, is_blank }
    }

    /// A line of fields: what room they leave is shared between those to be filled in, or between all.
    fn line(self, fields: Vec<SetField>, at: &Pointer) -> Block {
        let count = i64::try_from(fields.len()).unwrap_or(1);
        let blanks = fields.iter().filter(|field| field.is_blank).count();
        let shares = if blanks == 0 { count } else { i64::try_from(blanks).unwrap_or(1) };
        let taken = fields.iter().fold(Length::ZERO, |sum, field| sum + field.needs);
        let share = (self.room() - taken).max(Length::ZERO) / shares;
        let (mut inlines, mut tabs) = (Vec::new(), Vec::new());
        let mut end = self.style.first_line_indent;
        for (i, field) in fields.into_iter().enumerate() {
            end += field.needs + if blanks == 0 || field.is_blank { share } else { Length::ZERO };
            inlines.extend(field.inlines);
            if i + 1 < usize::try_from(count).unwrap_or(0) {
                inlines.push(Inline::Tab);
                let position = end.round_to_twip();
                tabs.push(TabStop { position, alignment: TabAlignment::Left, dots: field.is_blank });
                if field.is_blank {
                    inlines.push(Inline::text(" "));
                }
            } else if field.is_blank {
                // a question of several lines has its dots on a line of its own
                if taken > self.room() {
                    inlines.push(Inline::LineBreak);
                }
                inlines.push(Inline::Tab);
                tabs.push(self.last_stop());
            }
        }
        block_of(inlines, tabs, at)
    }

    fn last_stop(self) -> TabStop {
        TabStop { position: self.width.round_to_twip(), alignment: TabAlignment::Right, dots: true }
    }

    /// What a line has room for.
    pub(super) fn room(self) -> Length {
        self.width - self.style.first_line_indent - MARGIN
    }

    /// Width of text on one line.
    pub(super) fn measure(self, inlines: &[Inline]) -> Length {
        let of = |run: &Run| {
            let face = FaceStyle::of(run.bold.unwrap_or(self.style.bold), run.italic.unwrap_or(self.style.italic));
            self.fonts.measure(&run.text, face, self.style.size)
        };
        let width = |inline: &Inline| match inline {
            Inline::Run(run) => of(run),
            Inline::InlinePicture(picture) => picture.width,
            _ => Length::ZERO,
        };
        inlines.iter().map(width).fold(Length::ZERO, |sum, width| sum + width)
    }
}

/// What is asked, with its colon.
pub(super) fn label(text: &RichText, shown: &RunPictures) -> Vec<Inline> {
    let mut inlines = rich(text, Case::AsGiven, shown);
    if !inlines::plain(&inlines).ends_with(':') {
        inlines::end_with(&mut inlines, ":");
    }
    inlines
}

/// A line of a form.
pub(super) fn block_of(inlines: Vec<Inline>, tabs: Vec<TabStop>, at: &Pointer) -> Block {
    let kind = BlockKind::Paragraph(Paragraph { inlines, tabs, ..Paragraph::default() });
    Block::new(Role::Body, kind, at.clone())
}
