//! Names of the sources of chance: stable paths that are hashed, and the check that no two of them collide.
//!
//! Knows nothing of what is drawn from them. A path is made of names alone, so that adding something leaves every other source as it was.

use std::collections::BTreeMap;

use crate::kernel::StreamName;

/// All names given so far.
#[derive(Debug, Default)]
pub struct Streams {
    given: Vec<(StreamName, Box<str>)>,
    repeated: BTreeMap<String, u32>,
}

impl Streams {
    /// The stream of a path such as `component/core-a/mode/hardware`.
    pub fn name(&mut self, path: String) -> StreamName {
        let name = StreamName::of(&path);
        self.given.push((name, path.into()));
        name
    }

    /// The stream of a path that may come again, such as that of a need named by what is needed: the second is `PATH#2`.
    pub fn repeated(&mut self, path: String) -> StreamName {
        let times = self.repeated.entry(path.clone()).or_insert(0);
        *times += 1;
        match *times {
            1 => self.name(path),
            again => self.name(format!("{path}#{again}")),
        }
    }

    /// Pairs of paths that would share one source of chance.
    pub fn collisions(mut self) -> Vec<(Box<str>, Box<str>)> {
        self.given.sort();
        let pairs = self.given.windows(2).filter(|pair| pair[0].0 == pair[1].0);
        pairs
            .map(|pair| (pair[0].1.clone(), pair[1].1.clone()))
            .collect()
    }
}
