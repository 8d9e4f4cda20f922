//! The wheel behind the front: slots that wait for later, sorted only as far as their time differs from now.
//!
//! A hierarchical timing wheel over the integer clock (G. Varghese, A. Lauck, IEEE/ACM Transactions on Networking 5 (1997)
//! 824) or radix heap (R. Ahuja, K. Mehlhorn, J. Orlin, R. Tarjan, Journal of the ACM 37 (1990) 213): the time in ticks is
//! a number with digits of eight bits, and a slot waits at the level of the highest digit in which it differs from now.
//! There each value of the digit has a list. A list is chained through the slots themselves, so that one is taken out
//! without search, and where a slot waits follows from its time, so that nothing more is stored. Time only moves on, and
//! a slot moves down at most once a level. The order within a tick is the front's affair.

use super::Slot;
use super::front::{Entry, Front};
use super::key::{NONE, Node};
use crate::units::{Instant, Span};

/// Bits of a digit.
const BITS: u32 = 8;
/// Values of a digit.
const VALUES: usize = 1 << BITS;
/// Bits of the time that are not its sign.
const CLOCK_BITS: u32 = 63;

/// One list for each value of a digit.
#[derive(Clone, Debug)]
struct Level {
    /// One bit for each list that is not empty.
    filled: [u64; VALUES / 64],
    /// The first slot of each list that is not empty.
    heads: [Slot; VALUES],
}

impl Level {
    const EMPTY: Self = Self {
        filled: [0; VALUES / 64],
        heads: [NONE; VALUES],
    };

    /// Puts `slot` first in a list; returns what stands behind it.
    fn push(&mut self, value: usize, slot: Slot) -> Slot {
        let (word, bit) = (&mut self.filled[value / 64], 1 << (value % 64));
        let head = &mut self.heads[value];
        let next = if *word & bit == 0 { NONE } else { *head };
        (*word, *head) = (*word | bit, slot);
        next
    }

    /// Lets a list begin with `slot`.
    fn begin_with(&mut self, value: usize, slot: Slot) {
        self.heads[value] = slot;
        if slot == NONE {
            self.filled[value / 64] &= !(1 << (value % 64));
        }
    }

    /// The list of the lowest value.
    fn lowest(&self) -> Option<usize> {
        let word = self.filled.iter().position(|&word| word != 0)?;
        Some(64 * word + self.filled[word].trailing_zeros() as usize)
    }
}

/// The lists of all levels, and how far time has come.
#[derive(Clone, Debug)]
pub(super) struct Wheel {
    levels: Vec<Level>,
    /// One bit for each level that is not empty.
    filled: u32,
    /// A tick lasts 2 to the power of this [µs].
    tick_bits: u32,
    /// Ticks until now: what fires later waits here, everything else in the front.
    now: i64,
}

impl Wheel {
    /// No wheel at all: everything waits in the front.
    pub fn none() -> Self {
        Self::with_tick_bits(CLOCK_BITS)
    }

    /// A wheel whose tick is the greatest power of two up to a quarter of `gap`, the mean time between two events: then the
    /// front seldom has more than one slot to sort. It decides how fast the wheel is, never in which order slots fire.
    pub fn new(gap: Span) -> Self {
        let quarter = u64::try_from(gap.micros() / 4).unwrap_or(0);
        Self::with_tick_bits(quarter.max(1).ilog2())
    }

    fn with_tick_bits(tick_bits: u32) -> Self {
        let levels = (CLOCK_BITS - tick_bits).div_ceil(BITS) as usize;
        Self {
            levels: vec![Level::EMPTY; levels],
            filled: 0,
            tick_bits,
            now: 0,
        }
    }

    /// Whether what fires at `at` waits here.
    #[inline]
    pub fn holds(&self, at: Instant) -> bool {
        self.tick(at) > self.now
    }

    /// Lets a slot wait for its time, for which the wheel [holds](Self::holds) it.
    pub fn insert(&mut self, slot: Slot, nodes: &mut [Node]) {
        let (level, value) = self.place(nodes[slot as usize].key.at);
        self.filled |= 1 << level;
        let next = self.levels[level].push(value, slot);
        let node = &mut nodes[slot as usize];
        (node.back, node.next) = (NONE, next);
        if next != NONE {
            nodes[next as usize].back = slot;
        }
    }

    /// Takes out a slot that waits here for `at`.
    pub fn remove(&mut self, slot: Slot, at: Instant, nodes: &mut [Node]) {
        let Node { back, next, .. } = nodes[slot as usize];
        if next != NONE {
            nodes[next as usize].back = back;
        }
        if back == NONE {
            let (level, value) = self.place(at);
            self.begin(level, value, next);
        } else {
            nodes[back as usize].next = next;
        }
    }

    /// Moves on to the next tick at which slots wait and hands these to the front, which must be empty.
    pub fn advance(&mut self, nodes: &mut [Node], front: &mut Front) {
        let level = self.filled.trailing_zeros() as usize;
        let Some((value, head)) = self.levels.get(level).and_then(|level| {
            let value = level.lowest()?;
            Some((value, level.heads[value]))
        }) else {
            return;
        };
        self.begin(level, value, NONE);
        self.now = self.tick(earliest(head, nodes));
        let mut rest = head;
        while rest != NONE {
            let (slot, node) = (rest, nodes[rest as usize]);
            rest = node.next;
            if self.holds(node.key.at) {
                self.insert(slot, nodes);
            } else {
                let key = node.key;
                front.append(Entry { key, slot }, nodes);
            }
        }
        front.arrange(nodes);
    }

    /// Forgets everything; time begins anew.
    pub fn clear(&mut self) {
        for (level, lists) in self.levels.iter_mut().enumerate() {
            if self.filled & (1 << level) != 0 {
                lists.filled = [0; VALUES / 64];
            }
        }
        (self.filled, self.now) = (0, 0);
    }

    fn tick(&self, at: Instant) -> i64 {
        at.micros() >> self.tick_bits
    }

    /// Level and value of the digit at which what fires at `at` waits.
    fn place(&self, at: Instant) -> (usize, usize) {
        let tick = self.tick(at);
        let level = (CLOCK_BITS - (tick ^ self.now).leading_zeros()) / BITS;
        let value = (tick >> (level * BITS)) as usize % VALUES;
        (level as usize, value)
    }

    /// Lets a list begin with `slot`.
    fn begin(&mut self, level: usize, value: usize, slot: Slot) {
        let lists = &mut self.levels[level];
        lists.begin_with(value, slot);
        if lists.filled == [0; VALUES / 64] {
            self.filled &= !(1 << level);
        }
    }
}

/// The earliest time in the list that begins with `head`.
fn earliest(head: Slot, nodes: &[Node]) -> Instant {
    let mut node = &nodes[head as usize];
    let mut earliest = node.key.at;
    while node.next != NONE {
        node = &nodes[node.next as usize];
        earliest = earliest.min(node.key.at);
    }
    earliest
}
