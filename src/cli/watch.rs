//! `--watch`: follows specifications and what they are made of, and renders those that change. It asks the file system a few
//! times a second, which holds on every system and on network drives, where notices of changes do not arrive.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

use vanban::diag::Lang;

use super::console::{Failure, say, visible};

/// Between two looks. A change is worked on when two looks saw the same, so that a file is not read while it is being written.
const PAUSE: Duration = Duration::from_millis(250);

/// What a look at a file sees of it; `None` where it is not there.
pub(crate) type Sight = Option<(Option<SystemTime>, u64)>;

/// The specifications of a run.
#[derive(Debug, Default)]
pub(crate) struct Watched(Vec<WatchedSpec>);

#[derive(Debug)]
struct WatchedSpec {
    name: OsString,
    /// The pictures and the organ file that it was made of.
    others: Vec<PathBuf>,
    /// As they were when it was rendered.
    rendered: Vec<Sight>,
    /// As they were at the last look.
    last: Vec<Sight>,
}

impl Watched {
    /// Takes in a specification that has just been rendered of these other files; `sight` is what it was before.
    pub(crate) fn add(&mut self, name: OsString, sight: Sight, others: Vec<(Sight, PathBuf)>) {
        let (mut rendered, others): (Vec<Sight>, Vec<PathBuf>) = others.into_iter().unzip();
        rendered.insert(0, sight);
        self.0.push(WatchedSpec { name, others, last: rendered.clone(), rendered });
    }

    /// Renders what changes, until the process is ended. `render` gives the other files that were read.
    /// Returns what ends it.
    pub(crate) fn follow(
        &mut self,
        lang: Lang,
        mut render: impl FnMut(&OsStr) -> Result<Vec<(Sight, PathBuf)>, Failure>,
    ) -> Failure {
        let count = self.0.len();
        say(&match lang {
            Lang::Vi => format!("đang theo dõi {count} bản đặc tả; Ctrl-C để dừng\n"),
            Lang::En => {
                format!("watching {count} specification{}; Ctrl-C ends it\n", if count == 1 { "" } else { "s" })
            }
        });
        loop {
            thread::sleep(PAUSE);
            for document in &mut self.0 {
                let now = sights(&document.name, &document.others);
                let settled = now == document.last;
                document.last.clone_from(&now);
                // an editor that saves by renaming takes the file away for a moment
                let is_there = now.first().is_some_and(Option::is_some);
                if now == document.rendered || !settled || !is_there {
                    continue;
                }
                let name = visible(&document.name.to_string_lossy());
                say(&match lang {
                    Lang::Vi => format!("{name} đã đổi\n"),
                    Lang::En => format!("{name} has changed\n"),
                });
                // what changes while it is being rendered is seen at the next look
                document.rendered = now;
                match render(&document.name) {
                    // where reading stopped before the others, those of the last time are followed on
                    Ok(others) if others.is_empty() => {}
                    Ok(others) => {
                        document.rendered.truncate(1);
                        let (sights, others): (Vec<Sight>, Vec<PathBuf>) = others.into_iter().unzip();
                        document.rendered.extend(sights);
                        document.others = others;
                    }
                    Err(failure) => return failure,
                }
                document.last.clone_from(&document.rendered);
            }
        }
    }
}

fn sights(name: &OsStr, others: &[PathBuf]) -> Vec<Sight> {
    std::iter::once(Path::new(name)).chain(others.iter().map(PathBuf::as_path)).map(sight).collect()
}

/// Looks at a file.
pub(crate) fn sight(path: &Path) -> Sight {
    let metadata = fs::metadata(path).ok()?;
    Some((metadata.modified().ok(), metadata.len()))
}
