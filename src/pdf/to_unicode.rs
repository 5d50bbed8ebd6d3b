//! The character that each code of a font stands for, so that text can be searched and copied (ISO 32000-1, 9.10.3).

use std::fmt::Write;

/// At most this many entries may stand in one section of a character map.
const SECTION: usize = 100;

const HEAD: &str = "/CIDInit/ProcSet findresource begin 12 dict begin begincmap \
    /CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def \
    /CMapName/Adobe-Identity-UCS def/CMapType 2 def\n\
    1 begincodespacerange<0000><FFFF>endcodespacerange\n";
const TAIL: &str = "endcmap CMapName currentdict/CMap defineresource pop end end";

/// A stretch of codes whose characters follow one another as well.
struct CodeStretch {
    first_code: u32,
    last_code: u32,
    first_char: u32,
}

/// The map of the codes 1, 2, 3 … to `chars`, which are of the Basic Multilingual Plane.
pub(super) fn cmap(chars: &[char]) -> String {
    let mut stretches: Vec<CodeStretch> = Vec::new();
    for (code, c) in (1..).zip(chars.iter().map(|c| u32::from(*c))) {
        match stretches.last_mut() {
            // a range may differ in the last byte alone, on both of its sides
            Some(last)
                if last.first_char + code - last.first_code == c
                    && last.first_char >> 8 == c >> 8
                    && last.first_code >> 8 == code >> 8 =>
            {
                last.last_code = code;
            }
            _ => stretches.push(CodeStretch { first_code: code, last_code: code, first_char: c }),
        }
    }
    let mut map = String::from(HEAD);
    for section in stretches.chunks(SECTION) {
        let _ = writeln!(map, "{} beginbfrange", section.len());
        for CodeStretch { first_code, last_code, first_char } in section {
            let _ = writeln!(map, "<{first_code:04X}><{last_code:04X}><{first_char:04X}>");
        }
        map.push_str("endbfrange\n");
    }
    map.push_str(TAIL);
    map
}
