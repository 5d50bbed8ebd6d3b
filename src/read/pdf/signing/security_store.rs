//! Certificates and answers on their validity that signing programs keep for later (ETSI EN 319 142-1, 5.4.2): dictionaries
//! and arrays that each revision may complete.

use std::collections::BTreeSet;

use super::super::object::{Dictionary, Object};
use super::Unmet;
use super::changes::{Ledger, Revision};

/// The keys of the store, of its dictionary of signatures, and of an entry there.
const KEYS: [&str; 10] = ["Type", "Certs", "OCSPs", "CRLs", "VRI", "Cert", "OCSP", "CRL", "TU", "TS"];

/// Judges what a revision changes of the store that the catalog names. Only what a signing program brought is one: an object
/// of the document, and whatever has another shape, is judged like any other.
pub(super) fn changed(
    revision: &Revision<'_, '_>,
    catalog: &Dictionary,
    ledger: &Ledger,
    judged: &mut BTreeSet<u32>,
) -> Result<(), Unmet> {
    let mut waiting: Vec<Object> = catalog.get("DSS").cloned().into_iter().collect();
    let mut seen = BTreeSet::new();
    while let Some(value) = waiting.pop() {
        let Object::Reference(number) = value else {
            if let Object::Dictionary(dictionary) = value {
                waiting.extend(dictionary.values().cloned());
            }
            continue;
        };
        if !seen.insert(number) || !ledger.added.contains(&number) || ledger.annotation_lists.contains(&number) {
            continue;
        }
        let was = revision.before.whole(number)?;
        if was.data.is_some() || !is_of_store(&was.value) {
            continue;
        }
        if let Object::Dictionary(dictionary) = &was.value {
            waiting.extend(dictionary.values().cloned());
        }
        if let Some(placed) = revision.objects.get(&number)
            && placed.whole.data.is_none()
            && is_of_store(&placed.whole.value)
        {
            judged.insert(number);
        }
    }
    Ok(())
}

fn is_of_store(value: &Object) -> bool {
    match value {
        Object::Array(items) => items.iter().all(|item| matches!(item, Object::Reference(_))),
        // an entry's key is the SHA-1 of its signature, in hexadecimal
        Object::Dictionary(dictionary) => dictionary.keys().all(|key| {
            KEYS.iter().any(|known| known.as_bytes() == key)
                || (key.len() == 40 && key.iter().all(u8::is_ascii_hexdigit))
        }),
        _ => false,
    }
}
