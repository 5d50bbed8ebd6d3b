//! Takes a body in: within its size and its time, and within what all bodies together may have.

use std::sync::Arc;

use axum::body::{Body, Bytes, HttpBody as _};
use axum::http::{HeaderValue, header};
use http_body_util::BodyExt as _;
use tokio::sync::OwnedSemaphorePermit;
use tokio::time::{Instant, timeout_at};
use vanban::diag::Phrase;

use super::app::App;
use super::problem::Problem;

/// A body, and the room it takes until it is dropped.
#[derive(Debug)]
pub(super) struct TakenBody {
    pub(super) bytes: Bytes,
    _room: Option<OwnedSemaphorePermit>,
}

/// Reads a body to its end.
pub(super) async fn read(app: &App, mut body: Body) -> Result<TakenBody, Problem> {
    let (limit, end) = (app.settings.max_body, Instant::now() + app.settings.body_timeout);
    let told = body.size_hint().exact().and_then(|length| usize::try_from(length).ok());
    // what is beyond the limit is read and dropped, so that the client hears why; but not without end
    if told.is_some_and(|length| length / 2 > limit) {
        return Err(too_large(limit));
    }
    let mut bytes = Vec::with_capacity(told.unwrap_or(0).min(limit));
    let (mut length, mut room) = (0, None);
    loop {
        let frame = match timeout_at(end, body.frame()).await {
            Err(_) => return Err(slow()),
            Ok(None) => break,
            Ok(Some(Err(_))) => return Err(cut_short()),
            Ok(Some(Ok(frame))) => frame,
        };
        let Ok(data) = frame.into_data() else { continue };
        length += data.len();
        if length / 2 > limit {
            return Err(too_large(limit));
        }
        if length <= limit {
            take_room(app, &mut room, length)?;
            bytes.extend_from_slice(&data);
        }
    }
    if length > limit { Err(too_large(limit)) } else { Ok(TakenBody { bytes: bytes.into(), _room: room }) }
}

/// Takes as much room as so many bytes need.
fn take_room(app: &App, room: &mut Option<OwnedSemaphorePermit>, length: usize) -> Result<(), Problem> {
    let held = room.as_ref().map_or(0, OwnedSemaphorePermit::num_permits);
    let more = u32::try_from(length.div_ceil(1 << 10).saturating_sub(held)).unwrap_or(u32::MAX);
    if more == 0 {
        return Ok(());
    }
    let taken = Arc::clone(&app.room).try_acquire_many_owned(more).map_err(|_| {
        Problem::busy(Phrase::new("đang nhận quá nhiều dữ liệu cùng lúc", "too much is being received at once"))
            .closing()
    })?;
    match room {
        Some(room) => room.merge(taken),
        None => *room = Some(taken),
    }
    Ok(())
}

fn too_large(limit: usize) -> Problem {
    Problem::new("too-large", Phrase::new("nội dung gửi lên quá lớn", "the body is too large"))
        .detail(Phrase::new(format!("nhiều nhất {limit} byte"), format!("at most {limit} bytes")))
        .closing()
}

fn slow() -> Problem {
    Problem::new("slow", Phrase::new("nội dung gửi lên quá chậm", "the body comes too slowly")).closing()
}

fn cut_short() -> Problem {
    Problem::new("malformed", Phrase::new("nội dung gửi lên bị cắt", "the body is cut short")).closing()
}

impl Problem {
    /// The connection ends with it: what the client still sends is no request.
    fn closing(self) -> Self {
        self.header(header::CONNECTION, HeaderValue::from_static("close"))
    }
}
