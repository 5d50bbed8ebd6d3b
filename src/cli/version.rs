//! `vanban --version`: what this build is, for a report of a fault.

use vanban::diag::Lang;
use vanban::specification::Regulation;

/// Version, parts, regulations and system, a line each.
pub(crate) fn long_version(lang: Lang) -> String {
    let parts = [
        (cfg!(feature = "cli"), "cli"),
        (cfg!(feature = "docx"), "docx"),
        (cfg!(feature = "pdf"), "pdf"),
        (cfg!(feature = "preview"), "preview"),
        (cfg!(feature = "read"), "read"),
        (cfg!(feature = "bundled-fonts"), "bundled-fonts"),
        (cfg!(feature = "serve"), "serve"),
    ];
    let parts: Vec<&str> = parts.into_iter().filter(|(is_in, _)| *is_in).map(|(_, name)| name).collect();
    let regulations: Vec<&str> = Regulation::ALL.iter().map(|regulation| regulation.name()).collect();
    let (features, follows, system) = match lang {
        Lang::Vi => ("tính năng", "quy định", "hệ thống"),
        Lang::En => ("features", "regulations", "system"),
    };
    format!(
        "{}\n{features}: {}\n{follows}: {}\n{system}: {} {}",
        env!("CARGO_PKG_VERSION"),
        parts.join(", "),
        regulations.join(", "),
        std::env::consts::OS,
        std::env::consts::ARCH,
    )
}
