//! Renders Vietnamese administrative documents (văn bản hành chính) from one JSON specification to a Word file and an
//! archivable PDF whose lines and pages agree, laid out as Nghị định 30/2020/NĐ-CP or Thông tư 01/2011/TT-BNV demand.
//!
//! The library is a pure function: it reads no file, clock, environment, network or system font. The same input gives
//! the same bytes on every machine.
//!
//! [`render`] takes the JSON, [`render_spec`] a [`Spec`](specification::Spec) built in Rust; [`Renderer`] keeps what documents
//! have in common. What is wrong with a specification comes back as findings ([`diag`]), never as a panic or half a file.
//!
//! ```
//! # #[cfg(all(feature = "bundled-fonts", feature = "docx", feature = "pdf"))] {
//! use vanban::font::FontBook;
//! use vanban::specification::{
//!     BodyBlock, DocType, Issuer, IssueDate, ParagraphBlock, RichText, Signature, Spec, Text,
//! };
//! use vanban::{Options, Resources, render_spec};
//!
//! let mut issuer = Issuer::new(Text::new("Sở Thông tin và Truyền thông")?);
//! issuer.abbreviation = Some(Text::new("STTTT")?);
//! let mut spec = Spec::new(
//!     DocType::Report,
//!     issuer,
//!     Text::new("Hà Nội")?,
//!     IssueDate::new(2026, Some(5), Some(15))?,
//!     Text::new("Kết quả công tác tháng 5")?,
//! );
//! spec.number = Some(624);
//! spec.body.push(BodyBlock::Paragraph(ParagraphBlock::new(RichText::try_from("Công tác đã hoàn thành.")?)));
//! let mut signature = Signature::default();
//! signature.position = Some(Text::new("Giám đốc")?);
//! spec.signatures.push(signature);
//!
//! let fonts = FontBook::bundled()?;
//! let rendered = render_spec(&spec, Resources::new(&fonts), &Options::new())?;
//! let names: Vec<String> = rendered.files.iter().map(|file| file.name()).collect();
//! assert_eq!(names, ["624-BC-STTTT.docx", "624-BC-STTTT.pdf"]);
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#[cfg(any(feature = "docx", feature = "read", feature = "preview"))]
mod base64;
mod checksum;
#[doc(hidden)]
pub mod compose;
#[cfg(any(feature = "docx", feature = "pdf"))]
mod deflate;
pub mod diag;
#[cfg(feature = "docx")]
#[doc(hidden)]
pub mod docx;
mod error;
pub mod font;
#[cfg(feature = "read")]
pub mod intake;
#[doc(hidden)]
pub mod layout;
#[doc(hidden)]
pub mod model;
mod options;
#[doc(hidden)]
pub mod pages;
#[cfg(feature = "pdf")]
#[doc(hidden)]
pub mod pdf;
mod picture;
#[cfg(feature = "preview")]
pub mod preview;
#[doc(hidden)]
pub mod profile;
#[cfg(feature = "read")]
pub mod read;
#[cfg(all(feature = "read", any(feature = "docx", feature = "pdf")))]
mod read_back;
mod render;
mod resources;
#[doc(hidden)]
pub mod rules;
pub mod schema;
#[cfg(all(feature = "read", feature = "docx", feature = "pdf"))]
pub mod service;
pub mod specification;
mod stages;
pub mod starter;
pub mod units;
#[cfg(all(feature = "read", feature = "docx", feature = "pdf"))]
pub mod verify;
mod vietnamese;
#[cfg(feature = "docx")]
mod zip_writer;

#[doc(inline)]
pub use compose::{FileNames, NamePattern, NamePatternError};
pub use error::{PictureError, Refusal, WriteError};
pub use options::{Format, Options};
#[cfg(feature = "pdf")]
#[doc(inline)]
pub use pdf::{Flavour, Hints, PdfOptions, SignatureFields};
#[cfg(feature = "preview")]
pub use render::preview;
pub use render::{File, Rendered, Renderer, check, render, render_spec};
pub use resources::{MAX_PICTURE_BYTES, NoPictures, PictureSource, Resources};
#[doc(hidden)]
pub use stages::run_stages_to_pages;
pub use stages::{FileStages, Stages, file_names, file_names_by, run_stages};

/// The example in the README compiles and runs.
#[cfg(all(doctest, feature = "bundled-fonts", feature = "docx", feature = "pdf"))]
#[doc = include_str!("../README.md")]
struct Readme;

/// Likewise in Vietnamese.
#[cfg(all(doctest, feature = "bundled-fonts", feature = "docx", feature = "pdf"))]
#[doc = include_str!("../README.vi.md")]
struct ReadmeVi;
