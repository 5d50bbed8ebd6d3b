//! What Prometheus asks for, in its text format (version 0.0.4).

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use super::app::App;

/// Upper bounds of the buckets, in microseconds.
const BUCKETS: [u64; 10] = [1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 200_000, 1_000_000, 5_000_000, 30_000_000];

/// The counters of a service.
#[derive(Debug, Default)]
pub(super) struct Metrics {
    /// By address and status.
    requests: Mutex<BTreeMap<(&'static str, u16), u64>>,
    /// How many took no longer than each bound, and all.
    buckets: [AtomicU64; BUCKETS.len()],
    count: AtomicU64,
    micros: AtomicU64,
    pages: AtomicU64,
    opened: AtomicU64,
    closed: AtomicU64,
}

impl Metrics {
    /// Counts an answer.
    pub(super) fn answered(&self, label: &'static str, status: u16, pages: usize, took: Duration) {
        if let Ok(mut requests) = self.requests.lock() {
            *requests.entry((label, status)).or_default() += 1;
        }
        let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        for (bound, bucket) in BUCKETS.iter().zip(&self.buckets) {
            if micros <= *bound {
                bucket.fetch_add(1, Ordering::Relaxed);
            }
        }
        self.count.fetch_add(1, Ordering::Relaxed);
        self.micros.fetch_add(micros, Ordering::Relaxed);
        self.pages.fetch_add(pages as u64, Ordering::Relaxed);
    }

    pub(super) fn connection_opened(&self) {
        self.opened.fetch_add(1, Ordering::Relaxed);
    }

    pub(super) fn connection_closed(&self) {
        self.closed.fetch_add(1, Ordering::Relaxed);
    }
}

/// The metrics as text.
pub(super) fn text(app: &App) -> String {
    let metrics = &app.metrics;
    let get = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
    let mut out = String::new();
    head(&mut out, "vanban_requests_total", "counter", "Answers by address and status");
    let requests = metrics.requests.lock().map(|requests| requests.clone()).unwrap_or_default();
    for ((label, status), count) in requests {
        // writing to a String cannot fail
        let _ = writeln!(out, "vanban_requests_total{{path=\"{label}\",status=\"{status}\"}} {count}");
    }
    head(&mut out, "vanban_request_duration_seconds", "histogram", "From the head of a request to its answer");
    for (bound, bucket) in BUCKETS.iter().zip(&metrics.buckets) {
        let _ = writeln!(out, "vanban_request_duration_seconds_bucket{{le=\"{}\"}} {}", seconds(*bound), get(bucket));
    }
    let count = get(&metrics.count);
    let _ = writeln!(out, "vanban_request_duration_seconds_bucket{{le=\"+Inf\"}} {count}");
    let _ = writeln!(out, "vanban_request_duration_seconds_sum {}", seconds(get(&metrics.micros)));
    let _ = writeln!(out, "vanban_request_duration_seconds_count {count}");
    let singles = [
        ("vanban_pages_total", "counter", "Pages of the documents that were made", get(&metrics.pages)),
        ("vanban_queue_length", "gauge", "Requests that wait or are worked on", app.desk.queued() as u64),
        ("vanban_busy_threads", "gauge", "Requests that are worked on", app.desk.busy() as u64),
        ("vanban_connections", "gauge", "Open connections", get(&metrics.opened).saturating_sub(get(&metrics.closed))),
    ];
    for (name, kind, help, value) in singles {
        head(&mut out, name, kind, help);
        let _ = writeln!(out, "{name} {value}");
    }
    out
}

fn head(out: &mut String, name: &str, kind: &str, help: &str) {
    let _ = writeln!(out, "# HELP {name} {help}.\n# TYPE {name} {kind}");
}

fn seconds(micros: u64) -> String {
    let text = format!("{}.{:06}", micros / 1_000_000, micros % 1_000_000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
