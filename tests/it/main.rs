//! The one integration test binary.
#![allow(clippy::unwrap_used, reason = "a test may stop at a broken promise")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test may stop at a broken promise")]
#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "tests read files and the environment")]

mod cli;
mod cli_extract;
mod cli_metadata;
mod cli_pictures;
mod cli_run;
mod cli_verify;
mod compose;
mod compose_body;
mod compose_fields;
mod compose_findings;
mod compose_numbering;
mod compose_record;
mod compose_references;
mod compose_runs;
mod compose_support;
mod corpus;
mod determinism;
mod docx;
mod docx_package;
mod docx_sample;
mod docx_schema;
mod goldens;
mod invariants;
mod judges;
mod layout;
mod malformed;
mod pages_dump;
mod pdf;
mod pdf_flavours;
mod pdf_fonts;
mod pdf_images;
mod pdf_links;
mod pdf_metadata;
mod pdf_pages;
mod pdf_reader;
mod pdf_sizes;
mod pdf_structure;
mod pdf_tags;
mod profile;
mod property;
mod read_corpus;
mod read_docx;
mod read_hostile;
mod read_metadata;
mod read_pdf;
mod read_support;
mod registry;
mod renderer;
mod schema;
mod templates;
mod topics;
mod words;
mod write_whole;
