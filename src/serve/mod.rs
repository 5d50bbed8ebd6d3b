//! `vanban serve`: the commands over HTTP, for programs that do not start processes. Of the program it names the library alone.
//!
//! A request brings all that it needs: no path, no address, nothing is fetched. What a request may cost has a limit
//! ([`ServeSettings`]), and its text is never logged.

mod answers;
mod app;
mod assets;
mod body;
mod connections;
mod disposition;
mod documents;
mod incoming;
mod journal;
mod metrics;
mod multipart;
mod negotiate;
mod openapi;
mod problem;
mod query;
mod routes;
mod settings;
mod work;
mod write_timeout;

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use tokio::runtime::Builder;
use vanban::font::FontBook;

pub(crate) use settings::ServeSettings;

use app::App;

/// How the service ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ended {
    /// Every request that had begun was answered.
    Drained,
    /// Some were still open when the time for that was over.
    CutOff,
}

/// Threads that wait for work keep what documents have in common: subsets of faces, parts of the Word file.
const KEEP_THREADS: Duration = Duration::from_secs(24 * 3600);

/// Serves until the process is asked to end (SIGTERM, SIGINT); `ready` is told where.
pub(crate) fn run(settings: ServeSettings, fonts: FontBook, ready: impl FnOnce(SocketAddr)) -> io::Result<Ended> {
    let listener = TcpListener::bind(settings.listen)?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    journal::hide_text_of_panics();
    let runtime = Builder::new_multi_thread()
        .worker_threads(settings.threads)
        .max_blocking_threads(settings.threads)
        .thread_keep_alive(KEEP_THREADS)
        .enable_all()
        .build()?;
    let app = Arc::new(App::new(settings, fonts));
    let ended = runtime.block_on(connections::serve(listener, Arc::clone(&app), || ready(address)));
    // what is still being rendered is for nobody any more
    runtime.shutdown_background();
    ended
}
