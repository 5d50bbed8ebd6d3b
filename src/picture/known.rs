//! Pictures read before: a seal stands in every document of a batch, and reading it to its last sample is work.

use std::collections::VecDeque;
use std::sync::Arc;

use super::{PictureFault, SoundPicture};

/// The most bytes that it keeps: one picture of the largest size, or dozens of the usual.
const LIMIT: usize = 16 << 20;

/// Sound pictures by the files that they were read from. It holds at most 16 MiB; the oldest goes first. What reading a
/// picture gives does not depend on it.
#[derive(Debug, Default)]
pub struct KnownPictures {
    files: VecDeque<KnownFile>,
    weight: usize,
}

#[derive(Debug)]
struct KnownFile {
    given: Vec<u8>,
    sound: Arc<SoundPicture>,
}

impl KnownFile {
    fn weight(&self) -> usize {
        self.given.len() + self.sound.bytes.len()
    }
}

impl KnownPictures {
    /// Bytes that it holds.
    #[must_use]
    pub fn weight(&self) -> usize {
        self.weight
    }

    /// Reads a picture.
    pub(crate) fn read(&mut self, given: Vec<u8>) -> Result<Arc<SoundPicture>, PictureFault> {
        if let Some(known) = self.files.iter().find(|known| known.given == given) {
            return Ok(Arc::clone(&known.sound));
        }
        let sound = Arc::new(super::read(&given)?);
        let known = KnownFile { given, sound: Arc::clone(&sound) };
        self.weight += known.weight();
        self.files.push_back(known);
        while self.weight > LIMIT {
            let Some(oldest) = self.files.pop_front() else { break };
            self.weight -= oldest.weight();
        }
        Ok(sound)
    }
}
