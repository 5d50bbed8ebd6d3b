//! The style of each role, from the layout values and from measured widths (indents that hang or align).

use super::addressees;
use super::fit::Type;
use super::overrides::Layout;
use crate::font::{FaceStyle, FontBook};
use crate::model::{Alignment, LineSpacing, PageNumberPosition, RULE_HEIGHT, Role, SPACER_HEIGHT, Style, StyleSheet};
use crate::profile::Profile;
use crate::specification::Spec;
use crate::units::Length;

/// What the styles of a document follow from.
pub(super) struct Sources<'a> {
    pub(super) spec: &'a Spec,
    pub(super) profile: &'a Profile,
    pub(super) layout: &'a Layout,
    pub(super) fonts: &'a FontBook,
    /// Width of the text block.
    pub(super) text_width: Length,
}

/// The dash in front of an addressee or a recipient, and its space.
pub(super) const DASH: &str = "- ";

/// The style sheet of a document.
pub(super) fn sheet(of: &Sources<'_>) -> StyleSheet {
    StyleSheet::new(|role| of.style(role))
}

impl Sources<'_> {
    fn style(&self, role: Role) -> Style {
        let (layout, more) = (self.layout, &self.profile.composition);
        match role {
            Role::HeaderBlock | Role::ClosingBlock => exactly(SPACER_HEIGHT),
            Role::NationalName => centered(layout.national_name_size, Weight::Bold),
            Role::Motto => {
                Style { space_after: more.text_to_rule.default, ..centered(layout.motto_size, Weight::Bold) }
            }
            Role::MottoRule | Role::IssuerRule => {
                Style { space_after: more.rule_to_number.default, ..exactly(RULE_HEIGHT) }
            }
            Role::ParentIssuer => centered(layout.parent_issuer_size, Weight::Regular),
            Role::Issuer => {
                Style { space_after: more.text_to_rule.default, ..centered(layout.issuer_size, Weight::Bold) }
            }
            Role::Number => self.beside(
                FaceStyle::Italic,
                layout.place_and_date_size,
                centered(layout.number_size, Weight::Regular),
            ),
            Role::PlaceAndDate => self.beside(
                FaceStyle::Regular,
                layout.number_size,
                Style { italic: true, ..centered(layout.place_and_date_size, Weight::Regular) },
            ),
            Role::DocType => Style {
                space_before: more.header_to_doc_type.default,
                keep_with_next: true,
                ..centered(layout.doc_type_size, Weight::Bold)
            },
            Role::Subject => Style {
                space_after: more.text_to_rule.default,
                keep_with_next: true,
                ..centered(layout.subject_size, Weight::Bold)
            },
            Role::SubjectRule => Style { space_after: more.subject_to_body.default, ..exactly(RULE_HEIGHT) },
            Role::Addressees => self.addressees(),
            Role::AddresseeItem => self.addressee_item(more.addressee_spacing.default),
            Role::LastAddressee => self.addressee_item(more.addressees_to_body.default),
            Role::LegalBasis => Style { italic: self.profile.wording.legal_basis.italic, ..self.body() },
            Role::Part | Role::Chapter | Role::DivisionSection | Role::Subsection => Style {
                alignment: Alignment::Center,
                first_line_indent: Length::ZERO,
                ..self.heading(layout.heading_size)
            },
            Role::Section => self.heading(layout.heading_size),
            Role::Article | Role::Clause | Role::Subclause1 | Role::Subclause2 | Role::Subclause3 => {
                self.heading(layout.body_size)
            }
            // the label is bold, the text says that it is not
            Role::ArticleText => Style { bold: true, ..self.body() },
            Role::ClauseText | Role::SubclauseText | Role::Point | Role::Body | Role::ListItem => self.body(),
            Role::Note => Style { italic: true, ..self.body() },
            Role::RecipientsLabel => self.recipients_label(),
            Role::RecipientItem => self.recipient_item(),
            Role::Authority => self.beside(
                FaceStyle::BoldItalic,
                layout.recipients_label_size,
                Style { space_before: more.body_to_closing.default, ..centered(layout.authority_size, Weight::Bold) },
            ),
            Role::SignatureRoom => {
                Style { alignment: Alignment::Center, ..exactly(more.signature_room.default.round_to_twip()) }
            }
            Role::Signer => centered(layout.signer_size, Weight::Bold),
            Role::PageNumber => Style {
                alignment: match layout.page_number_position {
                    PageNumberPosition::TopCenter => Alignment::Center,
                    PageNumberPosition::BottomRight => Alignment::Right,
                },
                ..centered(layout.page_number_size, Weight::Regular)
            },
            // the body may end right above it
            Role::ContactRule => Style {
                space_before: more.text_to_rule.default,
                space_after: more.text_to_rule.default,
                ..exactly(RULE_HEIGHT)
            },
            Role::Contact => centered(layout.contact_size, Weight::Regular),
        }
    }

    fn body(&self) -> Style {
        let layout = self.layout;
        Style {
            size: layout.body_size,
            alignment: Alignment::Justify,
            first_line_indent: layout.first_line_indent,
            space_after: layout.paragraph_spacing,
            line_spacing: layout.line_spacing,
            ..Style::default()
        }
    }

    fn heading(&self, size: Length) -> Style {
        Style { size, bold: true, keep_with_next: true, keep_together: true, ..self.body() }
    }

    fn addressees(&self) -> Style {
        let layout = self.layout;
        let style = Style { size: layout.addressees_size, keep_with_next: true, ..Style::default() };
        if self.spec.addressees.len() > 1 {
            let indent_left = addressees::list_left(self);
            Style { indent_left, space_after: self.profile.composition.addressee_spacing.default, ..style }
        } else {
            let space_after = self.profile.composition.addressees_to_body.default;
            Style { alignment: Alignment::Center, space_after, ..style }
        }
    }

    fn addressee_item(&self, space_after: Length) -> Style {
        let size = self.layout.addressees_size;
        let hang = self.upright(size).width(DASH).round_to_twip();
        Style {
            size,
            indent_left: addressees::dash_left(self) + hang,
            first_line_indent: -hang,
            space_after,
            keep_together: true,
            ..Style::default()
        }
    }

    fn recipients_label(&self) -> Style {
        let style = Style {
            size: self.layout.recipients_label_size,
            bold: true,
            italic: true,
            space_before: self.profile.composition.body_to_closing.default,
            ..Style::default()
        };
        self.beside(FaceStyle::Bold, self.layout.authority_size, style)
    }

    fn recipient_item(&self) -> Style {
        let size = self.layout.recipients_size;
        let hang = self.upright(size).width(DASH).round_to_twip();
        Style { size, indent_left: hang, first_line_indent: -hang, ..Style::default() }
    }

    /// Lowers the first line of a paragraph to the baseline of its larger neighbour in the same row.
    fn beside(&self, face: FaceStyle, size: Length, style: Style) -> Style {
        let own = self.fonts.face(FaceStyle::of(style.bold, style.italic)).baseline(style.size);
        let drop = (self.fonts.face(face).baseline(size) - own).max(Length::ZERO).round_to_twip();
        Style { space_before: style.space_before + drop, ..style }
    }

    /// Regular type of a size.
    pub(super) fn upright(&self, size: Length) -> Type<'_> {
        Type { fonts: self.fonts, face: FaceStyle::Regular, size }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Weight {
    Regular,
    Bold,
}

fn centered(size: Length, weight: Weight) -> Style {
    Style { size, bold: weight == Weight::Bold, alignment: Alignment::Center, ..Style::default() }
}

/// A line of a fixed height, for blocks without text.
fn exactly(height: Length) -> Style {
    Style { line_spacing: LineSpacing::Exactly(height), ..Style::default() }
}
