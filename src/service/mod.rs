//! The commands for programs without files: a WebAssembly module, an HTTP service. A [`Request`] says what is wanted by the names of
//! the command line's options; files come as [`HandedIn`](crate::intake::HandedIn) and go as bytes.

mod answer;
mod catalogue;
mod extracted;
#[cfg(feature = "preview")]
mod looked_at;
mod request;
mod zip;

pub use answer::{Answer, NamedFile, check, render};
pub use catalogue::{fonts, types, version};
pub use extracted::{ExtractedFile, extract};
#[cfg(feature = "preview")]
pub use looked_at::preview;
pub use request::{Request, RequestedFormat};
pub use zip::zip;
