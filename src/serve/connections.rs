//! Accepts connections, each with its limits, and ends gracefully.

use std::io;
use std::net::TcpListener as StdListener;
use std::sync::Arc;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::time;

use super::Ended;
use super::app::App;
use super::routes;
use super::write_timeout::WriteTimeout;

/// After an error of accepting (no file descriptor is left) the loop rests for so long.
const REST: Duration = Duration::from_millis(100);

/// Serves until the process is asked to end. Not `axum::serve`: that never closes a connection whose head does not come.
pub(super) async fn serve(listener: StdListener, app: Arc<App>, ready: impl FnOnce()) -> io::Result<Ended> {
    let listener = TcpListener::from_std(listener)?;
    let service = TowerToHyperService::new(routes::router(&app));
    let settings = &app.settings;
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(settings.header_timeout)
        .max_buf_size(settings.max_header)
        // a client that has said all may close its side and wait for the answer
        .half_close(true);
    let places = Arc::new(Semaphore::new(settings.connections));
    let graceful = GracefulShutdown::new();
    let mut ending = std::pin::pin!(asked_to_end()?);
    ready();
    loop {
        let place = tokio::select! {
            place = Arc::clone(&places).acquire_owned() => place.map_err(io::Error::other)?,
            () = &mut ending => break,
        };
        let stream = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut ending => break,
        };
        let Ok((stream, _)) = stream else {
            time::sleep(REST).await;
            continue;
        };
        let stream = TokioIo::new(answering(stream, settings.write_timeout));
        let connection = graceful.watch(http.serve_connection(stream, service.clone()));
        let app = Arc::clone(&app);
        tokio::spawn(async move {
            app.metrics.connection_opened();
            // an error is the client's: it has gone, or was cut off
            let _ = connection.await;
            app.metrics.connection_closed();
            drop(place);
        });
    }
    app.drain();
    drop(listener);
    Ok(match time::timeout(settings.drain, graceful.shutdown()).await {
        Ok(()) => Ended::Drained,
        Err(_) => Ended::CutOff,
    })
}

fn answering(stream: TcpStream, timeout: Duration) -> WriteTimeout<TcpStream> {
    // head and body of an answer are two packets: the second shall not wait until the first is acknowledged
    let _ = stream.set_nodelay(true);
    WriteTimeout::new(stream, timeout)
}

#[cfg(unix)]
fn asked_to_end() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => (),
            _ = interrupt.recv() => (),
        }
    })
}

#[cfg(not(unix))]
fn asked_to_end() -> io::Result<impl Future<Output = ()>> {
    Ok(async {
        let _ = tokio::signal::ctrl_c().await;
    })
}
