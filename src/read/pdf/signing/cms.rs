//! The digest inside a signature: a CMS `SignedData` (RFC 5652, section 5), or a time stamp in one (RFC 3161, 2.4.2), in DER
//! (X.690). Only that one value is taken out; who signed, and whether the signature is his, is for a signing program.

/// id-messageDigest, 1.2.840.113549.1.9.4 (RFC 5652, 11.2).
const MESSAGE_DIGEST: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x04];
/// id-signedData, 1.2.840.113549.1.7.2 (RFC 5652, 5.1).
const SIGNED_DATA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];

const OBJECT_IDENTIFIER: u8 = 0x06;
const OCTETS: u8 = 0x04;
const SEQUENCE: u8 = 0x30;
const SET: u8 = 0x31;
/// `[0]`, constructed.
const FIRST: u8 = 0xa0;

/// What a signature's digest is taken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Digested {
    /// The bytes of the file: a signature.
    File,
    /// The bytes of the file, by a time stamp that is itself what is signed.
    Stamped,
}

/// The digest of the signed bytes; `None`: there is none to be found. Behind the structure stand zeros only, which fill the
/// room that was left for it.
pub(super) fn digest(contents: &[u8], digested: Digested) -> Option<&[u8]> {
    let mut outside = Der(contents);
    let mut content = outside.enter(SEQUENCE)?;
    if outside.0.iter().any(|byte| *byte != 0) || content.enter(OBJECT_IDENTIFIER)?.0 != SIGNED_DATA {
        return None;
    }
    let mut signed_data = content.enter(FIRST)?.enter(SEQUENCE)?;
    // version, digest algorithms
    signed_data.next()?;
    signed_data.next()?;
    let mut encapsulated = signed_data.enter(SEQUENCE)?;
    if digested == Digested::Stamped {
        encapsulated.next()?;
        let mut info = Der(encapsulated.enter(FIRST)?.enter(OCTETS)?.0).enter(SEQUENCE)?;
        // version, policy
        info.next()?;
        info.next()?;
        let mut imprint = info.enter(SEQUENCE)?;
        imprint.next()?;
        return Some(imprint.enter(OCTETS)?.0);
    }
    // certificates and lists of revoked ones stand in front of the signers, of whom a PDF has one
    let mut signers = signed_data.find(SET)?;
    let mut signer = signers.enter(SEQUENCE)?;
    if !signers.0.is_empty() {
        return None;
    }
    let mut attributes = signer.find(FIRST)?;
    while !attributes.0.is_empty() {
        let mut attribute = attributes.enter(SEQUENCE)?;
        if attribute.enter(OBJECT_IDENTIFIER)?.0 == MESSAGE_DIGEST {
            return Some(attribute.enter(SET)?.enter(OCTETS)?.0);
        }
    }
    None
}

/// Values in DER, one after the other.
struct Der<'a>(&'a [u8]);

impl<'a> Der<'a> {
    /// The next value: its tag and what is in it.
    fn next(&mut self) -> Option<(u8, &'a [u8])> {
        let (tag, rest) = self.0.split_first()?;
        let (length, mut rest) = rest.split_first()?;
        let length = match usize::from(*length) {
            short @ 0..=0x7f => short,
            // four bytes of length are more than any signature needs; 0x80 is a length that DER does not know
            long @ 0x81..=0x84 => {
                let digits;
                (digits, rest) = rest.split_at_checked(long - 0x80)?;
                digits.iter().fold(0, |value, digit| value << 8 | usize::from(*digit))
            }
            _ => return None,
        };
        let (inside, behind) = rest.split_at_checked(length)?;
        self.0 = behind;
        Some((*tag, inside))
    }

    /// What is in the next value, which must have this tag.
    fn enter(&mut self, tag: u8) -> Option<Der<'a>> {
        self.next().filter(|(own, _)| *own == tag).map(|(_, inside)| Der(inside))
    }

    /// What is in the next value of this tag, whatever stands before it.
    fn find(&mut self, tag: u8) -> Option<Der<'a>> {
        loop {
            if let (own, inside) = self.next()?
                && own == tag
            {
                return Some(Der(inside));
            }
        }
    }
}
