//! What a service allows.

use std::net::SocketAddr;
use std::time::Duration;

use vanban::diag::Lang;

/// The limits of a service; each request that goes beyond one is told which.
#[derive(Clone, Debug)]
pub(crate) struct ServeSettings {
    /// Where it listens; port 0: any that is free.
    pub(crate) listen: SocketAddr,
    /// How many documents are worked on at once.
    pub(crate) threads: usize,
    /// How many requests may be worked on or wait for that; more are answered 429.
    pub(crate) queue: usize,
    /// How many connections may be open; more wait to be accepted.
    pub(crate) connections: usize,
    /// The largest body, in bytes.
    pub(crate) max_body: usize,
    /// The largest head of a request, in bytes; at least 8 KiB, which the HTTP library needs.
    pub(crate) max_header: usize,
    /// How long a head may take, and how long a connection may stay without a request.
    pub(crate) header_timeout: Duration,
    /// How long a body may take.
    pub(crate) body_timeout: Duration,
    /// How long a client may take to accept a part of an answer.
    pub(crate) write_timeout: Duration,
    /// How long waiting and work together may take.
    pub(crate) deadline: Duration,
    /// How long open requests may take when the service ends.
    pub(crate) drain: Duration,
    /// The language of messages where a request does not say one.
    pub(crate) lang: Lang,
}

impl ServeSettings {
    /// All bodies together may have as many bytes as this many of the largest.
    pub(super) const LARGEST_BODIES: usize = 8;
}
