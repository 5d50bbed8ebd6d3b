//! The work itself: on threads of its own, so many at once, each with a renderer, behind a queue with an end.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use vanban::Renderer;
use vanban::font::FontBook;

use super::settings::ServeSettings;

/// Takes work and gives what came of it.
#[derive(Debug)]
pub(super) struct Desk {
    places: Arc<Semaphore>,
    size: usize,
    busy: Arc<AtomicUsize>,
    deadline: Duration,
    fonts: FontBook,
}

/// Why work was not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Undone {
    /// The queue has no place.
    Busy,
    /// It took too long; what was begun goes on, and keeps its place until it is done.
    Late,
    /// The program has a fault.
    Panicked,
}

thread_local! {
    /// What documents have in common is made once a thread.
    static RENDERER: RefCell<Option<Renderer>> = const { RefCell::new(None) };
}

impl Desk {
    pub(super) fn new(settings: &ServeSettings, fonts: FontBook) -> Self {
        Self {
            places: Arc::new(Semaphore::new(settings.queue)),
            size: settings.queue,
            busy: Arc::default(),
            deadline: settings.deadline,
            fonts,
        }
    }

    /// How many are in the queue, those that are worked on with them.
    pub(super) fn queued(&self) -> usize {
        self.size - self.places.available_permits().min(self.size)
    }

    /// How many are worked on.
    pub(super) fn busy(&self) -> usize {
        self.busy.load(Ordering::Relaxed)
    }

    /// Does some work. It is asked for when the body has come, so that a slow client takes no place.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Renderer) -> T + Send + 'static,
    ) -> Result<T, Undone> {
        let place = Arc::clone(&self.places).try_acquire_owned().map_err(|_| Undone::Busy)?;
        let (fonts, busy) = (self.fonts.clone(), Arc::clone(&self.busy));
        // the place goes with the work: who gives up waiting does not free it
        let done = tokio::task::spawn_blocking(move || on_this_thread(fonts, &busy, place, work));
        match tokio::time::timeout(self.deadline, done).await {
            Err(_) => Err(Undone::Late),
            Ok(Ok(Some(result))) => Ok(result),
            Ok(Ok(None) | Err(_)) => Err(Undone::Panicked),
        }
    }
}

/// `None`: it panicked.
fn on_this_thread<T>(
    fonts: FontBook,
    busy: &AtomicUsize,
    place: OwnedSemaphorePermit,
    work: impl FnOnce(&mut Renderer) -> T,
) -> Option<T> {
    busy.fetch_add(1, Ordering::Relaxed);
    let mut renderer = RENDERER.take().unwrap_or_else(|| Renderer::new(fonts));
    // a renderer that a panic went through is left behind
    let result = catch_unwind(AssertUnwindSafe(|| {
        let result = work(&mut renderer);
        RENDERER.set(Some(renderer));
        result
    }));
    busy.fetch_sub(1, Ordering::Relaxed);
    drop(place);
    result.ok()
}
