//! Base64 (RFC 4648, section 4), in which the Word file carries its specification, and a preview its pictures.

#[cfg(feature = "read")]
mod decode;
#[cfg(any(feature = "docx", feature = "preview"))]
mod encode;

#[cfg(feature = "read")]
pub(crate) use decode::Decoder;
#[cfg(any(feature = "docx", feature = "preview"))]
pub(crate) use encode::encode;
