//! Addresses of links: those that readers and Word take, those that they do not, and cures that are taken.

use serde_json::json;
use vanban::font::FontBook;
use vanban::{Options, Resources};

use crate::compose_support::report_with;

/// The hint of the finding where an address is refused.
fn refused(address: &str) -> Option<String> {
    let text = json!(["xem ", { "text": "tại đây", "link": address }]);
    let spec = report_with(&json!({ "body": [{ "type": "paragraph", "text": text }] })).to_string();
    let fonts = FontBook::bundled().unwrap();
    let found = vanban::check(spec.as_bytes(), Resources::new(&fonts), &Options::default());
    let links: Vec<_> = found.iter().filter(|finding| finding.at.to_string() == "/body/0/text/1/link").collect();
    match links[..] {
        [] => None,
        [finding] if finding.code == "VB028" => Some(finding.hints[0].en.clone()),
        _ => panic!("{address}: {links:?}"),
    }
}

#[test]
fn addresses_are_taken() {
    for address in [
        "https://chinhphu.vn",
        "HTTP://Chinhphu.VN/",
        "http://localhost",
        "http://vanthu:8080/a",
        "http://10.0.0.1/",
        "http://[::1]/a",
        "https://[2001:db8::1]:443",
        "https://a.vn:65535",
        "https://nguoi:dung@a.vn/",
        "https://vi.wikipedia.org/wiki/Hà_Nội",
        "https://tên-miền.vn/đường?dẫn=1&a[]=2#mục",
        "https://a.vn?q=100%",
        "https://a_b.vn",
        "mailto:vanthu@so.gov.vn",
        "mailto:a@b.vn,c@d.vn?subject=Về%20việc",
        "mailto:nguyen.van+a@b.vn",
    ] {
        assert_eq!(refused(address), None, "{address}");
    }
}

#[test]
fn what_is_no_address_is_refused() {
    for address in [
        "http://[::1",
        "http://::1",
        "http://[]",
        "http://[1.2]",
        "http://",
        "https://",
        "https:///a",
        "https://?q",
        "https://#a",
        "https:// space",
        "https://a b.vn",
        "https://a.vn:0x50",
        "https://a.vn:65536",
        "https://a..vn",
        "https://.vn",
        "https://-a.vn",
        "https://a-.vn",
        "https://a.vn#b#c",
        "https://256.1.1.1",
        "https://1.2.3",
        "https://a\\b",
        "https://a@",
        "https://%",
        "mailto:",
        "mailto:@",
        "mailto:a@",
        "mailto:@b.vn",
        "mailto:a",
        "mailto:a@b.vn,",
        "mailto:a@@b.vn",
        "mailto:a@b",
        "mailto:?subject=a",
        "javascript:alert(1)",
        "JavaScript:alert(document.cookie)",
        "data:text/html,a",
        "file:///etc/passwd",
        "ftp://a.vn",
        "//a.vn",
        "chinhphu.vn",
        "www.a.vn",
        "#a",
        "a",
        "https",
        "https:",
        ":",
    ] {
        let hint = refused(address).unwrap_or_else(|| panic!("{address} is taken"));
        let cure = hint.split('"').nth(1).unwrap();
        assert_eq!(refused(cure), None, "{address}: {hint}");
    }
}

#[test]
fn a_slip_is_told_with_what_was_meant() {
    for (slip, meant) in [
        ("chinhphu.vn", "https://chinhphu.vn"),
        ("www.a.vn/b", "https://www.a.vn/b"),
        ("vanthu@so.gov.vn", "mailto:vanthu@so.gov.vn"),
        ("https://chinh phu.vn", "https://chinhphu.vn"),
        ("http:\\\\chinhphu.vn\\a", "https://chinhphu.vn/a"),
        ("https:/chinhphu.vn", "https://chinhphu.vn"),
        ("mailto: a@b.vn", "mailto:a@b.vn"),
        ("//a.vn", "https://a.vn"),
    ] {
        assert_eq!(refused(slip), Some(format!("write \"{meant}\"")));
    }
}
