//! The one integration test binary.
#![allow(clippy::unwrap_used, reason = "a test may stop at a broken promise")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test may stop at a broken promise")]
#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "tests read files and the environment")]

mod determinism;
mod invariants;
mod judges;
mod property;
mod corpus;
mod pdf_reader;
mod words;
