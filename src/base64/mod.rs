//! Base64 (RFC 4648, section 4), in which the Word file carries its specification.

#[cfg(feature = "read")]
mod decode;
#[cfg(feature = "docx")]
mod encode;

#[cfg(feature = "read")]
pub(crate) use decode::Decoder;
#[cfg(feature = "docx")]
pub(crate) use encode::encode;
