//! Layout values: the regulation's default or the specification's own, judged by the regulation's range.

use super::ranges::{self, LEAST_FIRST_LINE, LEAST_TEXT_BLOCK, LengthRange};
use crate::diag::{Diagnostic, Diagnostics, Pointer, phrase, registry};
use crate::font::{FaceStyle, FontBook};
use crate::model::{LineSpacing, PageNumberPosition, PageSetup};
use crate::profile::{LayoutValues, LineSpacingValue, Measure, MeasureFault, Profile, SizeName, Value};
use crate::specification::{LayoutOverrides, PageMargins, layout_values};
use crate::units::Length;

/// What a document has for a value of each kind of the table.
type Margin = Length;
type Distance = Length;
type Size = Length;
type Spacing = LineSpacing;
type Position = PageNumberPosition;

/// How a value of each kind is judged.
macro_rules! judge {
    (Margin) => {
        ValueJudge::margin
    };
    (Distance) => {
        ValueJudge::distance
    };
    (Size) => {
        ValueJudge::size
    };
    (Spacing) => {
        ValueJudge::line_spacing
    };
    (Position) => {
        ValueJudge::value
    };
}

/// A value, if it is a size.
macro_rules! length {
    (Size $value:expr) => {
        Some($value)
    };
    ($other:ident $value:expr) => {
        None
    };
}

macro_rules! layout {
    ($($name:ident $kind:ident $title:literal, $example:literal, $more:literal;)*) => {
        /// The layout values of one document. Distances are whole twips, sizes whole half-points.
        #[derive(Clone, Debug)]
        pub(super) struct Layout {
            $(#[doc = $title] pub(super) $name: $kind,)*
        }

        impl Layout {
            /// The size of a name; every [`SizeName`] names one.
            pub(super) fn size(&self, name: SizeName) -> Option<Length> {
                $(if name.name() == stringify!($name) {
                    return length!($kind self.$name);
                })*
                None
            }

            fn judged(given: &LayoutOverrides, values: &LayoutValues, judge: &mut ValueJudge<'_>) -> Self {
                Self {
                    $($name: judge!($kind)(judge, stringify!($name), given.$name.as_deref(), &values.$name),)*
                }
            }
        }
    };
}

layout_values!(layout);

impl Layout {
    /// The values of a document.
    pub(super) fn resolve(given: &LayoutOverrides, profile: &Profile, fonts: &FontBook, out: &mut Diagnostics) -> Self {
        let (at, values) = (Pointer::root().key("layout"), &profile.layout);
        // which pitch is legal depends on the size of the body, so that is read twice, the first time without its findings
        let mut quiet = ValueJudge { at: at.clone(), single: Length::ZERO, out: &mut Diagnostics::default() };
        let body_size = quiet.size("body_size", given.body_size.as_deref(), &values.body_size);
        let mut judge = ValueJudge { at, single: fonts.face(FaceStyle::Regular).line_height(body_size), out };
        let mut layout = Self::judged(given, values, &mut judge);
        layout.keep_text_block(profile, &mut judge);
        layout.keep_first_line(given, profile, &mut judge);
        layout
    }

    /// Takes the regulation's margins where the given ones leave no text block.
    fn keep_text_block(&mut self, profile: &Profile, judge: &mut ValueJudge<'_>) {
        let (paper, values) = (&profile.composition, &profile.layout);
        let width = paper.paper_width.default.round_to_twip() - self.margin_left - self.margin_right;
        let height = paper.paper_height.default.round_to_twip() - self.margin_top - self.margin_bottom;
        if width < LEAST_TEXT_BLOCK || height < LEAST_TEXT_BLOCK {
            judge.out.push(
                no_text_block(judge.at.clone(), width, height, LEAST_TEXT_BLOCK).cite(&values.margin_left.source),
            );
            self.margin_left = values.margin_left.default.round_to_twip();
            self.margin_right = values.margin_right.default.round_to_twip();
            self.margin_top = values.margin_top.default.round_to_twip();
            self.margin_bottom = values.margin_bottom.default.round_to_twip();
        }
    }

    /// Takes the regulation's indent of first lines where the given one leaves hardly anything of them.
    fn keep_first_line(&mut self, given: &LayoutOverrides, profile: &Profile, judge: &mut ValueJudge<'_>) {
        let (paper, value) = (profile.composition.paper_width.default, &profile.layout.first_line_indent);
        let width = paper.round_to_twip() - self.margin_left - self.margin_right;
        let possible = LengthRange::between(Length::ZERO, width - LEAST_FIRST_LINE);
        if let Some(text) = &given.first_line_indent
            && !possible.contains(self.first_line_indent)
        {
            let at = judge.at.key("first_line_indent");
            judge.out.push(impossible(&at, text, &possible.to_string()).cite(&value.source));
            self.first_line_indent = value.default.round_to_twip();
        }
    }
}

/// Pages with margins of their own where they are given, judged as those of a document; the pages as they were where they leave no text
/// block.
pub(super) fn margins(
    given: &PageMargins,
    pages: PageSetup,
    first_line_indent: Length,
    profile: &Profile,
    at: Pointer,
    out: &mut Diagnostics,
) -> PageSetup {
    let values = &profile.layout;
    let mut judge = ValueJudge { at, single: Length::ZERO, out };
    let mut margin = |name: &str, given: Option<&str>, value: &Value<Length>, usual: Length| {
        given.map_or(usual, |_| judge.margin(name, given, value))
    };
    let page = PageSetup {
        margin_top: margin("top", given.top.as_deref(), &values.margin_top, pages.margin_top),
        margin_bottom: margin("bottom", given.bottom.as_deref(), &values.margin_bottom, pages.margin_bottom),
        margin_left: margin("left", given.left.as_deref(), &values.margin_left, pages.margin_left),
        margin_right: margin("right", given.right.as_deref(), &values.margin_right, pages.margin_right),
        ..pages.clone()
    };
    let (width, height) = (page.text_width(), page.height - page.margin_top - page.margin_bottom);
    let least_width = LEAST_TEXT_BLOCK.max(first_line_indent + LEAST_FIRST_LINE);
    if width < least_width || height < LEAST_TEXT_BLOCK {
        judge.out.push(no_text_block(judge.at.clone(), width, height, least_width).cite(&values.margin_left.source));
        return pages;
    }
    page
}

/// Reads a length outside `/layout`, in whole twips.
pub(super) fn length(text: &str, at: &Pointer, range: LengthRange, out: &mut Diagnostics) -> Option<Length> {
    match Length::read(text) {
        Ok(length) if range.contains(length) => Some(length.round_to_twip()),
        Ok(_) => {
            let hint = phrase!("viết độ dài {range}", "write a length of {range}");
            out.push(impossible(at, text, &range.to_string()).hint(hint));
            None
        }
        Err(fault) => {
            out.push(unreadable(at, text, fault, "40mm"));
            None
        }
    }
}

/// A size of type, in whole half-points; `None` where it cannot be read, or lies outside the range.
pub(super) fn type_size(text: &str, at: &Pointer, range: LengthRange, out: &mut Diagnostics) -> Option<Length> {
    length(text, at, range, out).map(half_points)
}

fn half_points(size: Length) -> Length {
    Length::emu(size.to_half_pt() * (Length::pt(1).to_emu() / 2))
}

/// Judges the values of `/layout`.
struct ValueJudge<'a> {
    at: Pointer,
    /// Single spacing of the body.
    single: Length,
    out: &'a mut Diagnostics,
}

impl ValueJudge<'_> {
    fn margin(&mut self, name: &str, given: Option<&str>, value: &Value<Length>) -> Length {
        self.length(ranges::MARGIN, name, given, value).round_to_twip()
    }

    fn distance(&mut self, name: &str, given: Option<&str>, value: &Value<Length>) -> Length {
        self.length(ranges::DISTANCE, name, given, value).round_to_twip()
    }

    fn size(&mut self, name: &str, given: Option<&str>, value: &Value<Length>) -> Length {
        half_points(self.length(ranges::TYPE_SIZE, name, given, value))
    }

    fn length(&mut self, range: LengthRange, name: &str, given: Option<&str>, value: &Value<Length>) -> Length {
        self.possible(name, given, value, |length| range.contains(*length), &range.to_string())
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

    fn line_spacing(&mut self, name: &str, given: Option<&str>, value: &LineSpacingValue) -> LineSpacing {
        let (multiple, single) = (&value.multiple, self.single);
        let Some(text) = given else { return multiple.default };
        let at = self.at.key(name);
        let spacing = match LineSpacing::read(text) {
            Ok(spacing) => spacing,
            Err(fault) => {
                self.out.push(unreadable(&at, text, fault, "single").cite(&multiple.source));
                return multiple.default;
            }
        };
        if !ranges::allows(spacing) {
            self.out.push(impossible(&at, text, &ranges::line_spacings()).cite(&multiple.source));
            return multiple.default;
        }
        let legal = match spacing {
            LineSpacing::Multiple(_) => multiple.allows(spacing),
            LineSpacing::Exactly(pitch) => {
                let least = value.min_exactly.as_ref().map_or(single, |min| min.default);
                pitch >= least && pitch * 2 <= single * 3
            }
        };
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

fn no_text_block(at: Pointer, width: Length, height: Length, least_width: Length) -> Diagnostic {
    let (width, height) = (width.to_mm(), height.to_mm());
    let (least_width, least) = (least_width.to_mm(), LEAST_TEXT_BLOCK.to_mm());
    Diagnostic::of(
        registry::NO_TEXT_BLOCK,
        at,
        phrase!(
            "lề trang chỉ chừa vùng trình bày {width} × {height} mm, cần ít nhất {least_width} × {least} mm",
            "the margins leave a text block of {width} × {height} mm, at least {least_width} × {least} mm is needed"
        ),
    )
    .hint(phrase!("giảm các lề trang", "make the margins smaller"))
}
