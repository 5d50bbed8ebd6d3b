//! Names of levels of government that were abolished.

use crate::diag::{Diagnostic, Diagnostics, Pointer, phrase, registry};
use crate::specification::Spec;

/// The day the districts ended (Luật Tổ chức chính quyền địa phương số 72/2025/QH15): year, month, day.
const NO_DISTRICTS_FROM: (i32, u32, u32) = (2025, 7, 1);

/// What no unit is called any more, in small letters.
const ABOLISHED: [&str; 4] = ["huyện", "quận", "thị xã", "thị trấn"];

pub(super) fn check(spec: &Spec, out: &mut Diagnostics) {
    if spec.issue_date.earliest() < NO_DISTRICTS_FROM {
        return;
    }
    let place = std::iter::once((Pointer::root().key("issue_place"), &spec.issue_place));
    let organs = spec.organs().flat_map(|organ| {
        let parents = organ.at.key("parents");
        let parents = organ.parents.iter().enumerate().map(move |(i, text)| (parents.index(i), text));
        parents.chain([(organ.at.key("name"), organ.name)])
    });
    for (at, text) in organs.chain(place) {
        // whole words alone: a name may hold one of these in a longer one
        let text = format!(" {} ", text.as_str().to_lowercase());
        let Some(word) = ABOLISHED.into_iter().find(|word| text.contains(&format!(" {word} "))) else { continue };
        out.push(
            Diagnostic::of(
                registry::ABOLISHED_DISTRICT,
                at,
                phrase!(
                    "từ 01/7/2025 không còn đơn vị hành chính cấp “{word}”",
                    "since 1 July 2025 there is no administrative unit “{word}”"
                ),
            )
            .hint(phrase!("ghi tên cơ quan, địa danh sau khi sắp xếp", "write the name after the reorganisation")),
        );
    }
}
