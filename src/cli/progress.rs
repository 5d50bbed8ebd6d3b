//! How far a long run has come: one line on the terminal that gives way to what is told. Never in a file or a pipe.

use std::ffi::OsStr;
use std::io::{self, IsTerminal};

use vanban::diag::Lang;

use super::console::{say, visible};

/// From so many specifications on.
const LONG_RUN: usize = 50;

/// Fits beside the shell's prompt on the narrowest of terminals.
const WIDTH: usize = 70;

/// The line.
#[derive(Debug)]
pub(crate) struct Progress {
    total: usize,
    done: usize,
    lang: Lang,
    on: bool,
    shown: bool,
}

impl Progress {
    pub(crate) fn new(total: usize, lang: Lang) -> Self {
        Self { total, done: 0, lang, on: total >= LONG_RUN && io::stderr().is_terminal(), shown: false }
    }

    /// Begins with the next specification.
    pub(crate) fn step(&mut self, name: &OsStr) {
        self.done += 1;
        if self.on {
            self.clear();
            say(&self.line(name));
            self.shown = true;
        }
    }

    fn line(&self, name: &OsStr) -> String {
        let (done, total, name) = (self.done, self.total, visible(&name.to_string_lossy()));
        let line = match self.lang {
            Lang::Vi => format!("đang xử lý {done}/{total}: {name}"),
            Lang::En => format!("working on {done} of {total}: {name}"),
        };
        line.chars().take(WIDTH).collect()
    }

    /// Takes the line away. By spaces, for not every console of Windows knows the escape for it.
    pub(crate) fn clear(&mut self) {
        if self.shown {
            say(&format!("\r{}\r", " ".repeat(WIDTH)));
            self.shown = false;
        }
    }
}
