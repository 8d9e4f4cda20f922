//! Whole numbers from named streams.

use ausfall::kernel::{Seed, StreamName};

/// Whole numbers from a stream, one after the other.
pub struct Dice {
    seed: Seed,
    name: StreamName,
    index: u64,
    next: u64,
}

impl Dice {
    /// The dice of one part of one model.
    pub fn of(model: u64, part: &str) -> Self {
        Self {
            seed: Seed::new(20),
            name: StreamName::of(part),
            index: model,
            next: 0,
        }
    }

    fn uniform(&mut self) -> f64 {
        let lanes = self.seed.uniforms(self.name, 0, self.index, self.next / 4);
        self.next += 1;
        lanes[((self.next - 1) % 4) as usize]
    }

    /// One of 0, 1, …, `sides` − 1.
    pub fn below(&mut self, sides: usize) -> usize {
        (self.uniform() * sides as f64) as usize
    }

    /// Whether something happens that has this chance [%].
    pub fn percent(&mut self, chance: u64) -> bool {
        self.uniform() * 100.0 < chance as f64
    }

    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        let at = self.below(from.len());
        &from[at]
    }

    /// `least` different items, or up to `more` more, in the order of `from`; all of them if there are fewer.
    pub fn some<T: Clone>(&mut self, from: &[T], least: usize, more: usize) -> Vec<T> {
        let count = least + self.below(more + 1);
        let mut left: Vec<usize> = (0..from.len()).collect();
        let mut taken = Vec::new();
        while taken.len() < count && !left.is_empty() {
            let at = self.below(left.len());
            taken.push(left.remove(at));
        }
        taken.sort_unstable();
        taken.into_iter().map(|at| from[at].clone()).collect()
    }
}
