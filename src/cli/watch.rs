//! Watching files: tells when one of them has changed.
//!
//! Looks at size and time of change several times a second instead of asking the system for events: that works the same on every
//! system and on network drives, survives editors that write a new file and rename it, and needs nothing from outside.

use std::fs;
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, SystemTime};

use super::interrupt::Interrupt;

/// Time between two looks.
const PAUSE: Duration = Duration::from_millis(200);

/// What is remembered of a file; `None` while it is not there.
type Look = Option<(u64, Option<SystemTime>)>;

/// Files under watch.
pub struct Watch<'f> {
    files: &'f [PathBuf],
    seen: Vec<Look>,
}

impl<'f> Watch<'f> {
    /// Remembers how `files` are now.
    pub fn new(files: &'f [PathBuf]) -> Self {
        Self {
            files,
            seen: look(files),
        }
    }

    /// Waits until a file has changed: `true`, or the user wants to stop: `false`.
    pub fn wait(&mut self, interrupt: &Interrupt) -> bool {
        while !interrupt.is_asked() {
            thread::sleep(PAUSE);
            let now = look(self.files);
            if now != self.seen {
                self.seen = now;
                return true;
            }
        }
        false
    }
}

fn look(files: &[PathBuf]) -> Vec<Look> {
    let one = |file: &PathBuf| {
        let found = fs::metadata(file).ok()?;
        Some((found.len(), found.modified().ok()))
    };
    files.iter().map(one).collect()
}
