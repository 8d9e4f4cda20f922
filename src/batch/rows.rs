//! What every single replication says about the measures asked for, handed over in the order of replications.
//!
//! Threads finish out of order, so a row that comes early waits; a thread that is too far ahead waits with it, so that never more than
//! some thousand rows are held. Knows nothing of files.

use std::collections::BTreeMap;
use std::sync::{Condvar, Mutex, PoisonError};

use super::fold::Lived;
use super::fold::term::{self, Reader};
use super::threads::lock;
use crate::model::Blueprint;

/// Rows that may wait for an earlier one.
const MOST_WAITING: usize = 4_096;

/// One replication.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its number.
    pub replication: u64,
    /// Logical state changes.
    pub events: u64,
    /// Of each of `asks`, its value in its unit; `None` where the replication says nothing about it: a ratio over nothing, a hotline
    /// that is not simulated.
    pub values: Vec<Option<f64>>,
}

/// Takes rows, in ascending order of replications.
pub trait Take: Send {
    /// One row.
    fn take(&mut self, row: &Row);
}

/// Puts rows in order and hands them over.
pub struct Rows<'t> {
    state: Mutex<State<'t>>,
    moved: Condvar,
}

struct State<'t> {
    next: u64,
    waiting: BTreeMap<u64, Row>,
    /// Whether no further row may be waited for.
    over: bool,
    to: &'t mut dyn Take,
}

impl<'t> Rows<'t> {
    /// Rows from replication 0 on, for `to`.
    pub fn new(to: &'t mut dyn Take) -> Self {
        let state = State {
            next: 0,
            waiting: BTreeMap::new(),
            over: false,
            to,
        };
        Self {
            state: Mutex::new(state),
            moved: Condvar::new(),
        }
    }

    /// Hands `row` over when it is its turn.
    pub fn put(&self, row: Row) {
        let mut state = lock(&self.state);
        // The row whose turn it is never waits, so the others need not for long.
        while state.waiting.len() >= MOST_WAITING && row.replication != state.next && !state.over {
            state = self
                .moved
                .wait(state)
                .unwrap_or_else(PoisonError::into_inner);
        }
        state.waiting.insert(row.replication, row);
        if state.hand_over() {
            self.moved.notify_all();
        }
    }

    /// A replication could not be finished: nobody waits for its row.
    pub fn give_up(&self) {
        lock(&self.state).over = true;
        self.moved.notify_all();
    }
}

impl State<'_> {
    /// Hands over what is next; whether anything was.
    fn hand_over(&mut self) -> bool {
        let before = self.next;
        while let Some(row) = self.waiting.remove(&self.next) {
            self.to.take(&row);
            self.next += 1;
        }
        self.next != before
    }
}

/// Reads the rows of one thread's outcomes.
pub struct RowReader<'b> {
    reader: Reader<'b>,
    scales: Vec<f64>,
}

impl<'b> RowReader<'b> {
    /// Of the measures that `blueprint` asks for.
    pub fn new(blueprint: &'b Blueprint) -> Self {
        let wanted = blueprint.asks.iter().map(|ask| ask.wanted);
        Self {
            reader: Reader::new(blueprint, wanted.clone().map(Some).collect()),
            scales: wanted.map(|of| term::scale(blueprint, of)).collect(),
        }
    }

    /// What a replication says.
    pub fn read(&mut self, replication: u64, lived: Lived<'_>) -> Row {
        let terms = self.reader.read(lived);
        let values = terms.iter().zip(&self.scales).map(|(term, scale)| {
            let term = term.filter(|term| term.below != 0)?;
            Some(scale * term.above as f64 / term.below as f64)
        });
        Row {
            replication,
            events: lived.outcome.events,
            values: values.collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::thread;

    use super::*;

    #[derive(Default)]
    struct Numbers(Vec<u64>);

    impl Take for Numbers {
        fn take(&mut self, row: &Row) {
            self.0.push(row.replication);
        }
    }

    fn row(replication: u64) -> Row {
        Row {
            replication,
            events: 0,
            values: Vec::new(),
        }
    }

    #[test]
    fn rows_come_out_in_order_whatever_order_they_went_in() {
        let mut numbers = Numbers::default();
        let rows = Rows::new(&mut numbers);
        for replication in (0..40).rev() {
            rows.put(row(replication));
        }
        drop(rows);
        assert_eq!(numbers.0, (0..40).collect::<Vec<_>>());
    }

    #[test]
    fn who_is_too_far_ahead_waits_until_the_first_row_comes_or_is_given_up() {
        for comes in [true, false] {
            let mut numbers = Numbers::default();
            let rows = Rows::new(&mut numbers);
            let most = MOST_WAITING as u64;
            (1..=most).for_each(|replication| rows.put(row(replication)));
            let passed = AtomicBool::new(false);
            thread::scope(|scope| {
                scope.spawn(|| {
                    rows.put(row(most + 1));
                    passed.store(true, Ordering::SeqCst);
                });
                thread::yield_now();
                assert!(!passed.load(Ordering::SeqCst));
                if comes {
                    rows.put(row(0));
                } else {
                    rows.give_up();
                }
            });
            drop(rows);
            let expected = if comes { most + 2 } else { 0 };
            assert_eq!(numbers.0.len() as u64, expected);
        }
    }
}
