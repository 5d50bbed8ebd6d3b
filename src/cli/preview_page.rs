//! The HTML that shows the pages of a document, its faces inside: a file that opens in any browser, without a network.

use std::fmt::Write as _;

use vanban::diag::{Lang, Severity};
use vanban::preview::{Preview, STYLE};

/// What every such file begins with.
pub(crate) const MARK: &str = "<!doctype html><!-- vanban preview -->";

/// How often the page looks at its file anew while the program follows the specification, seconds.
const REFRESH: u8 = 2;

/// How the page looks on a screen; printed, it is the pages alone, one a sheet.
const LOOK: &str = "
body{margin:0;background:#e4e4e4;font:16px/1.5 sans-serif;color:#222}
main{display:flex;flex-direction:column;align-items:center;gap:16px;padding:16px}
.vanban-page{display:block;max-width:100%;height:auto;background:#fff;box-shadow:0 1px 4px #0006}
.findings{max-width:50em;margin:16px auto 0;padding:8px 16px 8px 40px;background:#fff}
.error{color:#a00}
@page{margin:0}
@media print{body{background:#fff}main{display:block;padding:0}.findings{display:none}
.vanban-page{box-shadow:none;break-after:page;break-inside:avoid}}
";

/// The page. `is_followed`: it looks at its file anew every few seconds.
pub(crate) fn html(preview: &Preview, title: &str, lang: Lang, is_followed: bool) -> String {
    let mut out = format!("{MARK}\n<html lang=\"vi\"><head><meta charset=\"utf-8\">\n");
    if is_followed {
        let _ = writeln!(out, "<meta http-equiv=\"refresh\" content=\"{REFRESH}\">");
    }
    let _ = write!(
        out,
        "<title>{}</title>\n<style>{LOOK}{STYLE}\n{}</style></head>\n<body>\n",
        escaped(title),
        preview.face_rules()
    );
    findings(preview, lang, &mut out);
    out.push_str("<main>\n");
    let page = match lang {
        Lang::Vi => "Trang",
        Lang::En => "Page",
    };
    for shown in &preview.pages {
        let svg = preview.svg(shown.number).unwrap_or_default();
        let number = shown.number;
        let _ = writeln!(out, "<section id=\"p{number}\" aria-label=\"{page} {number}\">{svg}</section>");
    }
    out.push_str("</main>\n</body></html>\n");
    out
}

/// What was found, above the pages; nothing where all is well.
fn findings(preview: &Preview, lang: Lang, out: &mut String) {
    if preview.findings.is_empty() {
        return;
    }
    out.push_str("<ul class=\"findings\">\n");
    for finding in preview.findings.iter() {
        let class = match finding.severity {
            Severity::Error => " class=\"error\"",
            Severity::Warning => "",
        };
        let message = escaped(lang.of(&finding.message));
        let _ =
            writeln!(out, "<li{class}>{message} <code>{} {}</code></li>", finding.code, escaped(finding.at.as_str()));
    }
    out.push_str("</ul>\n");
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
