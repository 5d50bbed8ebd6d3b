//! The sense of a specification whose form is right: what would print wrong, or break a rule that can be seen without laying
//! anything out.

mod approval;
mod body;
mod body_forms;
mod copy;
mod dates;
mod districts;
mod ending;
mod issuer_from;
mod joint;
mod left_marks;
mod legal_basis;
mod letter_unit;
mod links;
mod marks;
mod not_printed;
mod notes;
mod number;
mod own_files;
mod parts;
mod pasted;
mod pictures;
mod place;
mod recipients;
mod record;
mod regulation;
mod rows_from;
mod signatures;
mod signer;
mod subject;
mod symbol;
mod texts;
mod typed;
mod typed_units;

use super::Context;
use crate::diag::Diagnostics;
use crate::specification::Spec;

/// Judges a specification.
pub fn check(spec: &Spec, context: &Context<'_>, out: &mut Diagnostics) {
    issuer_from::check(spec, out);
    rows_from::check(spec, out);
    texts::check(spec, out);
    number::check(spec, out);
    symbol::check(spec, context, out);
    letter_unit::check(spec, context, out);
    joint::check(spec, context, out);
    place::check(spec, out);
    not_printed::check(spec, context, out);
    regulation::check(spec, out);
    subject::check(spec, context, out);
    legal_basis::check(spec, context, out);
    districts::check(spec, out);
    dates::check(spec, out);
    notes::check(spec, out);
    body::check(spec, context, out);
    ending::check(spec, context, out);
    pasted::check(spec, context, out);
    typed_units::check(spec, context.profile, out);
    parts::check(spec, context, out);
    own_files::check(spec, context, out);
    recipients::check(spec, context, out);
    signatures::check(spec, context, out);
    pictures::check(spec, out);
    approval::check(spec, context, out);
    marks::check(spec, out);
    copy::check(spec, context, out);
    record::check(spec, out);
}
