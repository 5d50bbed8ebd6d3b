//! The addresses of links: what every PDF reader and Word take for one (RFC 3986, RFC 6068). Letters beyond ASCII may stand in
//! them as they are read, for both files write them percent-encoded.

use core::net::{Ipv4Addr, Ipv6Addr};

use crate::diag::{Diagnostic, Pointer, phrase, registry};

/// The finding where an address is none.
pub(super) fn judge(address: &str, at: impl FnOnce() -> Pointer) -> Option<Diagnostic> {
    if is_address(address) {
        return None;
    }
    let finding = Diagnostic::of(
        registry::BAD_LINK,
        at(),
        phrase!(
            "liên kết chỉ nhận địa chỉ http, https hoặc mailto có đủ tên máy chủ, không có khoảng trắng",
            "a link is an http, https or mailto address with a host and without white space"
        ),
    );
    Some(match meant(address) {
        Some(meant) => finding.hint(phrase!("viết \"{meant}\"", "write \"{meant}\"")),
        None => finding.hint(phrase!("ví dụ \"https://chinhphu.vn\"", "e.g. \"https://chinhphu.vn\"")),
    })
}

/// What was meant, where that is an address.
fn meant(address: &str) -> Option<String> {
    let solid: String = address.split_whitespace().collect::<String>().replace('\\', "/");
    let is_safe = !solid.contains(['"', '\'', '<', '>']);
    let rest = ["https:", "http:", "mailto:"].iter().find_map(|scheme| after(&solid, scheme)).unwrap_or(&solid);
    let rest = rest.trim_start_matches('/');
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    // `thu@so.vn` and `so.vn/a`, but not `javascript:alert(1)` nor a word
    let is_named = host.contains('.') && !host.contains(':');
    let mail = format!("mailto:{rest}");
    let page = format!("https://{rest}");
    [(host.contains('@'), mail), (!host.contains('@'), page)]
        .into_iter()
        .find_map(|(suits, meant)| (suits && is_named && is_safe && is_address(&meant)).then_some(meant))
}

fn is_address(address: &str) -> bool {
    if address.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return false;
    }
    match after(address, "mailto:") {
        Some(mail) => is_mail(mail),
        None => ["https://", "http://"].iter().find_map(|scheme| after(address, scheme)).is_some_and(is_page),
    }
}

/// What follows a scheme, whose case says nothing.
fn after<'a>(address: &'a str, scheme: &str) -> Option<&'a str> {
    let (start, rest) = address.split_at_checked(scheme.len())?;
    start.eq_ignore_ascii_case(scheme).then_some(rest)
}

/// Host, port, path, query and fragment.
fn is_page(rest: &str) -> bool {
    let (before, fragment) = rest.split_once('#').unwrap_or((rest, ""));
    let end = before.find(['/', '?']).unwrap_or(before.len());
    let authority = &before[..end];
    let host_and_port = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let (host, port) = match host_and_port.rfind(']') {
        Some(end) => host_and_port.split_at(end + 1),
        None => host_and_port.split_at(host_and_port.find(':').unwrap_or(host_and_port.len())),
    };
    let is_port = port.is_empty() || port.strip_prefix(':').is_some_and(|port| port.parse::<u16>().is_ok());
    is_host(host) && is_port && !authority.contains('\\') && !fragment.contains('#')
}

/// A name, or a number between brackets or dots (3.2.2).
fn is_host(host: &str) -> bool {
    if let Some(number) = host.strip_prefix('[') {
        return number.strip_suffix(']').is_some_and(|number| number.parse::<Ipv6Addr>().is_ok());
    }
    let last_is_number = host.rsplit('.').next().is_some_and(|label| label.bytes().all(|byte| byte.is_ascii_digit()));
    if last_is_number {
        return host.parse::<Ipv4Addr>().is_ok();
    }
    is_name(host)
}

/// Labels of letters, digits and hyphens; of those, a hyphen begins and ends none (RFC 1123, 2.1).
fn is_name(host: &str) -> bool {
    host.len() <= 253
        && host.split('.').all(|label| {
            let is_of_letters = label.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
            !label.is_empty() && is_of_letters && !label.starts_with('-') && !label.ends_with('-')
        })
}

/// One address or several with commas between them, and the fields of the mail.
fn is_mail(rest: &str) -> bool {
    let (addresses, _fields) = rest.split_once('?').unwrap_or((rest, ""));
    addresses.split(',').all(|address| {
        address.rsplit_once('@').is_some_and(|(local, host)| {
            let is_local = !local.is_empty()
                && !local.starts_with('.')
                && !local.ends_with('.')
                && !local.contains("..")
                && !local.contains(['@', '/', '\\', '"', '<', '>', '(', ')', '[', ']', ':', ';']);
            is_local && is_name(host) && host.contains('.')
        })
    })
}
