//! The one integration test binary.
#![allow(clippy::unwrap_used, reason = "a test may stop at a broken promise")]
mod malformed;
mod schema;
