//! What many findings cost: specifications with 100 000 faults of one kind, against one of the same blocks without a fault.
//! `cargo bench --manifest-path tests/peers/Cargo.toml --target-dir target --bench findings`

use std::time::Instant;

use vanban::diag::{Diagnostics, Severity};
use vanban::specification::{locate, parse};
use vanban::{profile, rules};
use vanban_peers::fonts;

const FAULTS: usize = 100_000;

fn main() {
    let block = |text: &str| format!("{{\"type\": \"paragraph\", {text}}}");
    let families: [(&str, &dyn Fn(usize) -> String); 7] = [
        ("none", &|i| block(&format!("\"text\": \"Ý {i}\""))),
        ("a space at the end", &|i| block(&format!("\"text\": \"Ý {i} \""))),
        ("two spaces", &|i| block(&format!("\"text\": \"Ý  {i}\""))),
        ("one name for all", &|i| block(&format!("\"id\": \"x\", \"text\": \"Ý {i}\""))),
        ("an unknown field", &|i| block(&format!("\"khac{i}\": 1, \"text\": \"Ý\""))),
        ("a number for a text", &|i| block(&format!("\"text\": {i}"))),
        ("a reference to nothing", &|i| block(&format!("\"id\": \"x{i}\", \"text\": [{{\"text\": \"Ý\", \"ref\": \"y{i}\"}}]"))),
    ];
    println!("{FAULTS} blocks; reading, judging and placing the findings\n{:<28}{:>10}{:>10}", "fault", "findings", "ms");
    for (name, block) in families {
        let blocks: Vec<String> = (0..FAULTS).map(block).collect();
        measure(name, &specification(&format!("\"body\": [{}]", blocks.join(","))));
    }
    let keys: Vec<String> = (0..FAULTS).map(|i| format!("\"khac{i}\": 1")).collect();
    measure("unknown fields of one object", &specification(&format!("\"body\": [], {}", keys.join(","))));
}

fn specification(body: &str) -> String {
    format!(
        "{{\"doc_type\": \"report\", \"issuer\": {{\"name\": \"Sở Nội vụ\", \"abbreviation\": \"SNV\"}}, \"number\": 7, \
         \"issue_place\": \"Lạng Sơn\", \"issue_date\": \"2025-10-09\", \"subject\": \"Kết quả\", \
         \"recipients\": {{\"items\": [\"Lãnh đạo Sở\"]}}, \
         \"signatures\": [{{\"position\": \"Giám đốc\", \"signer\": \"Lê Văn An\"}}], {body}}}"
    )
}

fn measure(name: &str, json: &str) {
    let fonts = fonts();
    let begin = Instant::now();
    let mut findings = Diagnostics::default();
    if let Some(parsed) = parse(json.as_bytes(), &mut findings) {
        let profile = profile::get(profile::in_force(&parsed.spec)).expect("the data of the regulation");
        let mut found = Diagnostics::default();
        rules::spec::check(&parsed.spec, &rules::Context { profile, fonts: &fonts }, &mut found);
        parsed.report(found, &mut findings);
    }
    locate(json.as_bytes(), &mut findings);
    let time = begin.elapsed().as_millis();
    let count = findings.count(Severity::Error) + findings.count(Severity::Warning);
    println!("{name:<28}{count:>10}{time:>10}");
}
