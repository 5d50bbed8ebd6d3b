//! Layout values: the regulation's default or the specification's own, judged by the regulation's range.

use crate::diag::{Diagnostic, Diagnostics, Pointer, phrase, registry};
use crate::font::{FaceStyle, FontBook};
use crate::model::{LineSpacing, PageNumberPosition};
use crate::profile::{LayoutValues, LineSpacingValue, Measure, MeasureFault, Profile, Value};
use crate::specification::LayoutOverrides;
use crate::units::Length;

/// The largest type size that a document may use.
const MAX_SIZE: Length = Length::pt(72);
/// The largest distance between lines or paragraphs, and the largest first-line indent.
const MAX_GAP: Length = Length::mm(100);
/// What the margins must leave.
const MIN_TEXT_BLOCK: Length = Length::mm(60);
/// The widest line spacing, as [`LineSpacing::Multiple`] counts.
const MAX_MULTIPLE: u32 = 240 * 5;

/// The layout values of one document. Distances are whole twips, sizes whole half-points.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    pub(super) margin_top: Length,
    pub(super) margin_bottom: Length,
    pub(super) margin_left: Length,
    pub(super) margin_right: Length,
    pub(super) page_number_position: PageNumberPosition,
    pub(super) page_number_size: Length,
    pub(super) national_name_size: Length,
    pub(super) motto_size: Length,
    pub(super) parent_issuer_size: Length,
    pub(super) issuer_size: Length,
    pub(super) number_size: Length,
    pub(super) place_and_date_size: Length,
    pub(super) doc_type_size: Length,
    pub(super) subject_size: Length,
    pub(super) addressees_size: Length,
    pub(super) body_size: Length,
    pub(super) heading_size: Length,
    pub(super) first_line_indent: Length,
    pub(super) paragraph_spacing: Length,
    pub(super) line_spacing: LineSpacing,
    pub(super) authority_size: Length,
    pub(super) signer_size: Length,
    pub(super) recipients_label_size: Length,
    pub(super) recipients_size: Length,
    pub(super) contact_size: Length,
}

impl Layout {
    /// The values of a document.
    pub(super) fn resolve(given: &LayoutOverrides, profile: &Profile, fonts: &FontBook, out: &mut Diagnostics) -> Self {
        let LayoutValues {
            margin_top,
            margin_bottom,
            margin_left,
            margin_right,
            page_number_position,
            page_number_size,
            national_name_size,
            motto_size,
            parent_issuer_size,
            issuer_size,
            number_size,
            place_and_date_size,
            doc_type_size,
            subject_size,
            addressees_size,
            body_size,
            heading_size,
            first_line_indent,
            paragraph_spacing,
            line_spacing,
            authority_size,
            signer_size,
            recipients_label_size,
            recipients_size,
            contact_size,
        } = &profile.layout;
        let mut judge = Judge { at: Pointer::root().key("layout"), out };
        let g = given;
        let mut layout = Self {
            margin_top: judge.distance("margin_top", g.margin_top.as_deref(), margin_top),
            margin_bottom: judge.distance("margin_bottom", g.margin_bottom.as_deref(), margin_bottom),
            margin_left: judge.distance("margin_left", g.margin_left.as_deref(), margin_left),
            margin_right: judge.distance("margin_right", g.margin_right.as_deref(), margin_right),
            page_number_position: judge.value(
                "page_number_position",
                g.page_number_position.as_deref(),
                page_number_position,
            ),
            page_number_size: judge.size("page_number_size", g.page_number_size.as_deref(), page_number_size),
            national_name_size: judge.size("national_name_size", g.national_name_size.as_deref(), national_name_size),
            motto_size: judge.size("motto_size", g.motto_size.as_deref(), motto_size),
            parent_issuer_size: judge.size("parent_issuer_size", g.parent_issuer_size.as_deref(), parent_issuer_size),
            issuer_size: judge.size("issuer_size", g.issuer_size.as_deref(), issuer_size),
            number_size: judge.size("number_size", g.number_size.as_deref(), number_size),
            place_and_date_size: judge.size(
                "place_and_date_size",
                g.place_and_date_size.as_deref(),
                place_and_date_size,
            ),
            doc_type_size: judge.size("doc_type_size", g.doc_type_size.as_deref(), doc_type_size),
            subject_size: judge.size("subject_size", g.subject_size.as_deref(), subject_size),
            addressees_size: judge.size("addressees_size", g.addressees_size.as_deref(), addressees_size),
            body_size: judge.size("body_size", g.body_size.as_deref(), body_size),
            heading_size: judge.size("heading_size", g.heading_size.as_deref(), heading_size),
            first_line_indent: judge.distance("first_line_indent", g.first_line_indent.as_deref(), first_line_indent),
            paragraph_spacing: judge.distance("paragraph_spacing", g.paragraph_spacing.as_deref(), paragraph_spacing),
            line_spacing: line_spacing.multiple.default,
            authority_size: judge.size("authority_size", g.authority_size.as_deref(), authority_size),
            signer_size: judge.size("signer_size", g.signer_size.as_deref(), signer_size),
            recipients_label_size: judge.size(
                "recipients_label_size",
                g.recipients_label_size.as_deref(),
                recipients_label_size,
            ),
            recipients_size: judge.size("recipients_size", g.recipients_size.as_deref(), recipients_size),
            contact_size: judge.size("contact_size", g.contact_size.as_deref(), contact_size),
        };
        let single = fonts.face(FaceStyle::Regular).line_height(layout.body_size);
        layout.line_spacing = judge.line_spacing(g.line_spacing.as_deref(), line_spacing, single);
        layout.keep_text_block(profile, &mut judge);
        layout
    }

    /// Takes the regulation's margins where the given ones leave no text block.
    fn keep_text_block(&mut self, profile: &Profile, judge: &mut Judge<'_>) {
        let (paper, values) = (&profile.composition, &profile.layout);
        let width = paper.paper_width.default - self.margin_left - self.margin_right;
        let height = paper.paper_height.default - self.margin_top - self.margin_bottom;
        if width < MIN_TEXT_BLOCK || height < MIN_TEXT_BLOCK {
            judge.out.push(no_text_block(judge.at.clone(), width, height).cite(&values.margin_left.source));
            self.margin_left = values.margin_left.default.round_to_twip();
            self.margin_right = values.margin_right.default.round_to_twip();
            self.margin_top = values.margin_top.default.round_to_twip();
            self.margin_bottom = values.margin_bottom.default.round_to_twip();
        }
    }
}

/// Reads a length outside `/layout` that must lie between two others.
pub(super) fn length_between(
    text: &str,
    at: &Pointer,
    min: Length,
    max: Length,
    out: &mut Diagnostics,
) -> Option<Length> {
    match Length::read(text) {
        Ok(length) if length.is_between(Some(min), Some(max)) => Some(length.round_to_twip()),
        Ok(_) => {
            let range = range_of(min, max);
            let hint = phrase!("viết độ dài {range}", "write a length of {range}");
            out.push(impossible(at, text, &range).hint(hint));
            None
        }
        Err(fault) => {
            out.push(unreadable(at, text, fault, "40mm"));
            None
        }
    }
}

/// Reads a length outside `/layout` (the width of a picture), which no regulation limits.
pub(super) fn free_length(text: &str, at: &Pointer, max: Length, out: &mut Diagnostics) -> Option<Length> {
    match Length::read(text) {
        Ok(length) if length > Length::ZERO && length <= max => Some(length.round_to_twip()),
        Ok(_) => {
            out.push(impossible(at, text, &range_of(Length::mm(1), max)));
            None
        }
        Err(fault) => {
            out.push(unreadable(at, text, fault, "40mm"));
            None
        }
    }
}

/// Judges the values of `/layout`.
struct Judge<'a> {
    at: Pointer,
    out: &'a mut Diagnostics,
}

impl Judge<'_> {
    fn distance(&mut self, name: &str, given: Option<&str>, value: &Value<Length>) -> Length {
        let max = if name.starts_with("margin") { Length::mm(200) } else { MAX_GAP };
        let possible = |length: &Length| (Length::ZERO..=max).contains(length);
        self.possible(name, given, value, possible, &range_of(Length::ZERO, max)).round_to_twip()
    }

    fn size(&mut self, name: &str, given: Option<&str>, value: &Value<Length>) -> Length {
        let possible = |size: &Length| *size >= Length::pt(1) && *size <= MAX_SIZE;
        let size = self.possible(name, given, value, possible, "1–72 pt");
        Length::emu(size.to_half_pt() * (Length::pt(1).to_emu() / 2))
    }

    fn value<T: Measure>(&mut self, name: &str, given: Option<&str>, value: &Value<T>) -> T {
        self.possible(name, given, value, |_| true, "")
    }

    fn possible<T: Measure>(
        &mut self,
        name: &str,
        given: Option<&str>,
        value: &Value<T>,
        possible: impl Fn(&T) -> bool,
        possible_text: &str,
    ) -> T {
        let Some(text) = given else { return value.default };
        let at = self.at.key(name);
        match T::read(text) {
            Err(fault) => self.out.push(unreadable(&at, text, fault, &value.default_text).cite(&value.source)),
            Ok(read) if !possible(&read) => self.out.push(impossible(&at, text, possible_text).cite(&value.source)),
            Ok(read) => {
                if !value.allows(read) {
                    self.out.push(out_of_range(&at, text, &value.legal_text, &value.default_text).cite(&value.source));
                }
                return read;
            }
        }
        value.default
    }

    fn line_spacing(&mut self, given: Option<&str>, value: &LineSpacingValue, single: Length) -> LineSpacing {
        let multiple = &value.multiple;
        let Some(text) = given else { return multiple.default };
        let at = self.at.key("line_spacing");
        let spacing = match LineSpacing::read(text) {
            Ok(spacing) => spacing,
            Err(fault) => {
                self.out.push(unreadable(&at, text, fault, "single").cite(&multiple.source));
                return multiple.default;
            }
        };
        let (possible, legal) = match spacing {
            LineSpacing::Multiple(n) => ((1..=MAX_MULTIPLE).contains(&n), multiple.allows(spacing)),
            LineSpacing::Exactly(pitch) => {
                let least = value.min_exactly.as_ref().map_or(single, |min| min.default);
                let legal = pitch >= least && pitch * 2 <= single * 3;
                (pitch > Length::ZERO && pitch <= MAX_GAP, legal)
            }
        };
        if !possible {
            self.out.push(impossible(&at, text, "single–5").cite(&multiple.source));
            return multiple.default;
        }
        if !legal {
            let legal_text = line_spacing_text(value, single);
            self.out.push(out_of_range(&at, text, &legal_text, "single").cite(&multiple.source));
        }
        spacing
    }
}

fn line_spacing_text(value: &LineSpacingValue, single: Length) -> String {
    let least = value.min_exactly.as_ref().map_or(single, |min| min.default);
    format!("{}; exactly {}–{} pt", value.multiple.legal_text, points(least), points(single.scale(3, 2)))
}

/// In points with one decimal.
fn points(length: Length) -> String {
    let tenths = length.to_emu() * 10 / Length::pt(1).to_emu();
    if tenths % 10 == 0 { format!("{}", tenths / 10) } else { format!("{}.{}", tenths / 10, tenths % 10) }
}

fn range_of(min: Length, max: Length) -> String {
    format!("{}–{} mm", min.to_emu() / 36_000, max.to_emu() / 36_000)
}

fn unreadable(at: &Pointer, text: &str, fault: MeasureFault, example: &str) -> Diagnostic {
    let message = match fault {
        MeasureFault::NoUnit => {
            phrase!("“{text}” không có đơn vị đo", "“{text}” has no unit of measure")
        }
        MeasureFault::UnknownUnit => {
            phrase!("“{text}” có đơn vị lạ, chỉ dùng mm, cm, pt", "“{text}” has an unknown unit; use mm, cm or pt")
        }
        MeasureFault::NotAValue => {
            phrase!("không đọc được giá trị “{text}”", "“{text}” is no value that can be read")
        }
    };
    Diagnostic::of(registry::BAD_VALUE, at, message)
        .hint(phrase!("viết như \"{example}\"", "write it like \"{example}\""))
}

fn impossible(at: &Pointer, text: &str, possible: &str) -> Diagnostic {
    Diagnostic::of(
        registry::IMPOSSIBLE_VALUE,
        at,
        phrase!(
            "giá trị “{text}” không thể dùng, chỉ nhận {possible}",
            "the value “{text}” cannot be used; it must be {possible}"
        ),
    )
}

fn out_of_range(at: &Pointer, text: &str, legal: &str, default: &str) -> Diagnostic {
    Diagnostic::of(
        registry::OUT_OF_RANGE,
        at,
        phrase!("giá trị “{text}”, quy định {legal}", "the value is “{text}”, the rule {legal}"),
    )
    .hint(phrase!(
        "đặt \"{default}\" hoặc bỏ trường này để theo mặc định",
        "set \"{default}\", or drop the field to take the default"
    ))
}

fn no_text_block(at: Pointer, width: Length, height: Length) -> Diagnostic {
    let (width, height) = (width.to_emu() / 36_000, height.to_emu() / 36_000);
    let least = MIN_TEXT_BLOCK.to_emu() / 36_000;
    Diagnostic::of(
        registry::NO_TEXT_BLOCK,
        at,
        phrase!(
            "lề trang chỉ chừa vùng chữ {width} × {height} mm, cần ít nhất {least} × {least} mm",
            "the margins leave a text block of {width} × {height} mm, at least {least} × {least} mm is needed"
        ),
    )
    .hint(phrase!("giảm các lề trang", "make the margins smaller"))
}
