//! What all requests share.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use tokio::sync::Semaphore;
use vanban::font::FontBook;

use super::metrics::Metrics;
use super::settings::ServeSettings;
use super::work::Desk;

/// A service.
#[derive(Debug)]
pub(super) struct App {
    pub(super) settings: ServeSettings,
    pub(super) desk: Desk,
    pub(super) metrics: Metrics,
    /// Room for bodies that are on their way, in KiB.
    pub(super) room: Arc<Semaphore>,
    is_draining: AtomicBool,
    started: u64,
    requests: AtomicU64,
}

impl App {
    pub(super) fn new(settings: ServeSettings, fonts: FontBook) -> Self {
        let room = ServeSettings::LARGEST_BODIES * settings.max_body.div_ceil(1 << 10);
        Self {
            desk: Desk::new(&settings, fonts),
            metrics: Metrics::default(),
            room: Arc::new(Semaphore::new(room.min(Semaphore::MAX_PERMITS))),
            is_draining: AtomicBool::new(false),
            started: now(),
            requests: AtomicU64::new(0),
            settings,
        }
    }

    /// The next request's id: of when the service was started and a counter, which needs no randomness.
    pub(super) fn next_id(&self) -> String {
        format!("{:x}-{}", self.started, self.requests.fetch_add(1, Ordering::Relaxed) + 1)
    }

    /// From now on it says that it is not ready.
    pub(super) fn drain(&self) {
        self.is_draining.store(true, Ordering::Relaxed);
    }

    pub(super) fn is_draining(&self) -> bool {
        self.is_draining.load(Ordering::Relaxed)
    }
}

/// Seconds since 1970.
#[allow(clippy::disallowed_types, reason = "a service that was started again gives other ids")]
fn now() -> u64 {
    use std::time::{SystemTime, UNIX_EPOCH};
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}
