//! The style of each role: what the regulation says of its look, the values those of the document, and what is measured (indents
//! that hang or align).

use super::fit::Type;
use super::overrides::Layout;
use crate::font::{FaceStyle, FontBook};
use crate::model::{
    Alignment, LineSpacing, NamedStyle, PageNumberPosition, RULE_HEIGHT, Role, SPACER_HEIGHT, Style, StyleId,
    StyleSheet,
};
use crate::profile::{Profile, RuleLine, Space, Template};
use crate::specification::Spec;
use crate::units::Length;

/// What the styles of a document follow from.
pub(super) struct Sources<'a> {
    pub(super) spec: &'a Spec,
    pub(super) profile: &'a Profile,
    pub(super) template: &'a Template,
    pub(super) layout: &'a Layout,
    pub(super) fonts: &'a FontBook,
    /// Width of the text block.
    pub(super) text_width: Length,
}

/// The dash in front of an addressee or a recipient, and its space.
pub(super) const DASH: &str = "- ";

/// Type size of notes at the foot of a page: that of word processors, for the regulations name none.
const FOOTNOTE_SIZE: Length = Length::pt(10);
/// Type size of the line of a picture: the smallest.
const PICTURE_LINE_SIZE: Length = Length::pt(1);
/// How much further in the next level of a table of contents stands.
const ENTRY_STEP: Length = Length::twip(284);
/// The space above a note is a multiple of so many twips.
const FOOTNOTE_STEP: i64 = 10;

/// Left indent of `Kính gửi:` on the official template (Mẫu 1.5).
const TEMPLATE_LEFT: Length = Length::mm(35);

/// The style sheet of a document.
pub(super) fn sheet(of: &Sources<'_>) -> StyleSheet {
    StyleSheet::new(|role| of.style(role))
}

/// Styles beyond those of the roles, found while composing.
#[derive(Debug, Default)]
pub(super) struct MoreStyles(Vec<NamedStyle>);

impl MoreStyles {
    /// The most that a document has: more than Word's list shows, and as many as are found fast.
    const MOST: usize = 1000;

    /// The style of a role that looks so; `usual` is the role's own.
    pub(super) fn id(&mut self, role: Role, style: Style, usual: &Style) -> StyleId {
        if style == *usual {
            return role.into();
        }
        let named = NamedStyle { role, style };
        let index = self.0.iter().position(|known| *known == named).unwrap_or(self.0.len());
        if index == self.0.len() {
            if index == Self::MOST {
                return role.into();
            }
            self.0.push(named);
        }
        u16::try_from(index).map_or_else(|_| role.into(), StyleId::beyond_roles)
    }

    pub(super) fn into_found(self) -> Vec<NamedStyle> {
        self.0
    }
}

impl Sources<'_> {
    /// The style of a role: its look, and what is measured.
    fn style(&self, role: Role) -> Style {
        let style = self.look(role);
        match role {
            // on a line of its own, above the text
            Role::Number if self.template.has_number_line() => {
                Style { space_after: self.profile.composition.addressees_to_body.default, ..style }
            }
            Role::Number => self.beside(style, Role::PlaceAndDate),
            // the line under the title stands as far from it as from a subject
            Role::DocType if self.template.has_title_alone() => {
                Style { space_after: self.profile.composition.text_to_rule.default, ..style }
            }
            Role::PlaceAndDate => self.beside(style, Role::Number),
            Role::Authority => self.beside(style, Role::RecipientsLabel),
            Role::RecipientsLabel => self.beside(style, Role::Authority),
            Role::Addressees if self.template.has_letter_header() => {
                let style = if self.spec.addressees.len() > 1 { self.above_list(style) } else { style };
                Style { space_before: self.profile.composition.header_to_doc_type.default, ..style }
            }
            Role::Addressees if self.template.has_addressee_list() => {
                Style { space_after: self.profile.composition.addressee_spacing.default, ..style }
            }
            Role::Addressees if self.spec.addressees.len() > 1 => self.above_list(style),
            Role::AddresseeItem | Role::LastAddressee => self.hanging(self.dash_left(), style),
            Role::RecipientItem => self.hanging(Length::ZERO, style),
            Role::SecrecyMark => self.framed(self.mark(style)),
            Role::UrgencyMark | Role::CirculationMark | Role::RecallMark | Role::DraftMark => self.mark(style),
            Role::MarkGap => {
                let gap = self.profile.composition.mark_gap.default.round_to_twip();
                Style { line_spacing: LineSpacing::Exactly(gap), ..style }
            }
            Role::SigningLine => Style { size: self.profile.composition.signing_line_size.default, ..style },
            // its type is not seen: Word adds to a picture what the letters of its line reach below it
            Role::Picture => Style { size: PICTURE_LINE_SIZE, ..style },
            Role::FootnoteText => self.footnote(style),
            Role::Contents1 | Role::CaptionEntry => Self::entry(1, style),
            Role::Contents2 => Self::entry(2, style),
            Role::Contents3 => Self::entry(3, style),
            Role::Contents4 => Self::entry(4, style),
            Role::Contents5 => Self::entry(5, style),
            Role::PageNumber => Style {
                alignment: match self.layout.page_number_position {
                    PageNumberPosition::TopCenter => Alignment::Center,
                    PageNumberPosition::BottomRight => Alignment::Right,
                },
                ..style
            },
            _ => style,
        }
    }

    /// What the regulation says of a role, its values those of this document.
    fn look(&self, role: Role) -> Style {
        let (look, layout) = (self.profile.looks.get(role), self.layout);
        let usual = Style::default();
        Style {
            size: look.size.and_then(|name| layout.size(name)).unwrap_or(usual.size),
            bold: look.bold,
            italic: look.italic,
            alignment: look.alignment.into(),
            first_line_indent: if look.first_line { layout.first_line_indent } else { Length::ZERO },
            space_before: look.before.map_or(Length::ZERO, |space| self.space(space)),
            space_after: look.after.map_or(Length::ZERO, |space| self.space(space)),
            line_spacing: match look.line {
                RuleLine::Single => LineSpacing::SINGLE,
                RuleLine::LineSpacing => layout.line_spacing,
                RuleLine::Spacer => LineSpacing::Exactly(SPACER_HEIGHT),
                RuleLine::Rule => LineSpacing::Exactly(RULE_HEIGHT),
                RuleLine::SignatureRoom => {
                    LineSpacing::Exactly(self.profile.composition.signature_room.default.round_to_twip())
                }
            },
            keep_with_next: look.keep_with_next,
            keep_together: look.keep_together,
            color: look.color.into(),
            ..usual
        }
    }

    /// The text of a stamp.
    fn mark(&self, style: Style) -> Style {
        Style { size: self.profile.composition.mark_size.default, ..style }
    }

    /// With a second frame inside that of its box.
    fn framed(&self, style: Style) -> Style {
        let frame = self.profile.composition.mark_inner_frame.default;
        let inset = (self.profile.composition.mark_frame_gap.default + frame).round_to_twip();
        Style { frame, indent_left: inset, indent_right: inset, ..style }
    }

    /// A line of a table of contents: deeper levels stand further in, what does not fit goes on a step further.
    fn entry(level: i64, style: Style) -> Style {
        Style { indent_left: ENTRY_STEP * level, first_line_indent: -ENTRY_STEP, ..style }
    }

    fn space(&self, space: Space) -> Length {
        let values = &self.profile.composition;
        match space {
            Space::TextToRule => values.text_to_rule.default,
            Space::RuleToNumber => values.rule_to_number.default,
            Space::HeaderToDocType => values.header_to_doc_type.default,
            Space::SubjectToBody => values.subject_to_body.default,
            Space::AddresseeSpacing => values.addressee_spacing.default,
            Space::AddresseesToBody => values.addressees_to_body.default,
            Space::BodyToClosing => values.body_to_closing.default,
            Space::ParagraphSpacing => self.layout.paragraph_spacing,
        }
    }

    /// `Kính gửi:` above several addressees begins their list instead of standing in the middle.
    fn above_list(&self, style: Style) -> Style {
        let space_after = self.profile.composition.addressee_spacing.default;
        Style { alignment: Alignment::Left, indent_left: self.list_left(), space_after, ..style }
    }

    /// Left indent of `Kính gửi:` above several addressees: the whole stands in the middle of the text block, but not further
    /// to the right than on the official template for letters, nor to the left of the paragraphs.
    fn list_left(&self) -> Length {
        let upright = self.upright(self.layout.addressees_size);
        let items = self.spec.addressees.iter().map(|a| upright.width(DASH) + upright.width(a.as_str()));
        let width = upright.width(self.addressees_label()) + items.fold(Length::ZERO, Length::max);
        let centered = ((self.text_width - width) / 2).round_to_twip();
        centered.min(TEMPLATE_LEFT).max(self.layout.first_line_indent).round_to_twip()
    }

    /// Left edge of the dashes: that of the colon; below a line in the middle so that the whole list stands in the middle.
    fn dash_left(&self) -> Length {
        if self.template.has_addressee_list() {
            let upright = self.upright(self.layout.addressees_size);
            let items = self.spec.addressees.iter().map(|a| upright.width(DASH) + upright.width(a.as_str()));
            let centered = (self.text_width - items.fold(Length::ZERO, Length::max)) / 2;
            return centered.max(self.layout.first_line_indent).round_to_twip();
        }
        let label = self.upright(self.layout.addressees_size).width(self.addressees_label());
        self.list_left() + label.round_to_twip()
    }

    fn addressees_label(&self) -> &str {
        &self.profile.words.addressees.text
    }

    /// A note at the foot of a page. With the space above it is not lower than the empty line that word processors keep for the
    /// separator: into less room than that `LibreOffice` puts a lower note, others do not.
    fn footnote(&self, style: Style) -> Style {
        let line = |size| self.fonts.face(FaceStyle::Regular).line_height(size);
        let lacking = (line(self.look(StyleSheet::BASE).size) - line(FOOTNOTE_SIZE)).max(Length::ZERO).to_twip();
        let space_before = Length::twip((lacking + FOOTNOTE_STEP - 1) / FOOTNOTE_STEP * FOOTNOTE_STEP);
        Style { size: FOOTNOTE_SIZE, space_before, ..style }
    }

    /// Text that hangs behind a dash.
    fn hanging(&self, left: Length, style: Style) -> Style {
        let hang = self.upright(style.size).width(DASH).round_to_twip();
        Style { indent_left: left + hang, first_line_indent: -hang, ..style }
    }

    /// Lowers the first line of a paragraph to the baseline of its larger neighbour in the same row.
    fn beside(&self, style: Style, neighbour: Role) -> Style {
        let baseline = |style: &Style| self.fonts.face(FaceStyle::of(style.bold, style.italic)).baseline(style.size);
        let drop = (baseline(&self.look(neighbour)) - baseline(&style)).max(Length::ZERO).round_to_twip();
        Style { space_before: style.space_before + drop, ..style }
    }

    /// Regular type of a size.
    fn upright(&self, size: Length) -> Type<'_> {
        Type { fonts: self.fonts, face: FaceStyle::Regular, size }
    }
}
