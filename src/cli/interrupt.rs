//! Ctrl-C: the first keeps what is finished, the second ends at once.

use std::io::{self, Write};
use std::ops::ControlFlow;
use std::process;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::exit::Exit;

/// Whether the user has asked to stop.
#[derive(Clone, Default)]
pub struct Interrupt {
    asked: Arc<AtomicBool>,
}

impl Interrupt {
    /// Listens to Ctrl-C from now on; the first one is answered with `answer`.
    ///
    /// Where no handler can be installed the system's own remains: Ctrl-C then ends at once, which harms no file.
    pub fn listen(answer: String) -> Self {
        let interrupt = Self::default();
        let asked = Arc::clone(&interrupt.asked);
        // A second handler in one process is refused; the first one keeps working, so there is nothing to do.
        let _ = ctrlc::set_handler(move || on_signal(&asked, &answer));
        interrupt
    }

    /// What a pulse of the work answers.
    pub fn goes_on(&self) -> ControlFlow<()> {
        if self.is_asked() {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }

    /// Whether to stop after what is running now.
    pub fn is_asked(&self) -> bool {
        self.asked.load(Ordering::Relaxed)
    }
}

/// Runs on a thread of its own, so it may write and exit.
fn on_signal(asked: &AtomicBool, answer: &str) {
    if asked.swap(true, Ordering::Relaxed) {
        process::exit(Exit::Interrupted as i32);
    }
    let _ = writeln!(io::stderr(), "\n{answer}");
}
