//! `vanban explain`: what a kind of finding means, or all kinds, a line each.

use vanban::diag::explanation::{list, nearest, print as explained};
use vanban::diag::{FindingKind, Lang};

use super::args::ExplainArgs;
use super::console::{Failure, Outcome, print};

/// Runs the command.
pub(crate) fn run(args: &ExplainArgs, lang: Lang) -> Result<Outcome, Failure> {
    let text = match &args.kind {
        None => list(lang),
        Some(typed) => explained(named(typed)?, lang),
    };
    print(text.as_bytes())?;
    Ok(Outcome::Done)
}

/// The kind of a code or name, in capitals or not.
fn named(typed: &str) -> Result<&'static FindingKind, Failure> {
    let (capitals, small) = (typed.trim().to_uppercase(), typed.trim().to_lowercase());
    FindingKind::named(&capitals).or_else(|| FindingKind::named(&small)).ok_or_else(|| {
        let failure = Failure::new(format!("không có mã “{typed}”"), format!("there is no code “{typed}”"));
        match nearest(typed) {
            Some(kind) => failure.hint(
                format!("có phải {} ({})? Lệnh vanban explain liệt kê tất cả", kind.code, kind.name),
                format!("did you mean {} ({})? vanban explain lists all", kind.code, kind.name),
            ),
            None => failure,
        }
    })
}
