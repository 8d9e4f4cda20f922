//! A part of a dense range of ids: which numbers belong to it, and the place of each among them.
//!
//! Serves tables that only few of many things need: the others take a bit each. Knows nothing of what is numbered.

/// Numbers of one word of bits.
const BITS: u32 = 64;

/// Some of the numbers below a bound, in ascending order.
#[derive(Clone, Debug, Default)]
pub(super) struct Subset {
    members: Vec<u32>,
    /// Per 64 numbers: a bit for each that belongs, and how many belong before them.
    words: Vec<(u64, u32)>,
}

impl Subset {
    /// Those of the numbers below `bound` of which `belongs` says so.
    pub(super) fn of(bound: usize, belongs: impl Fn(usize) -> bool) -> Self {
        let mut subset = Self::default();
        for number in 0..u32::try_from(bound).expect("ids are bounded by the scenario's limits") {
            if number % BITS == 0 {
                subset.words.push((0, subset.len() as u32));
            }
            if belongs(number as usize) {
                subset.members.push(number);
                let last = subset.words.last_mut();
                last.expect("pushed above").0 |= 1 << (number % BITS);
            }
        }
        if subset.members.is_empty() {
            subset.words.clear();
        }
        subset
    }

    /// How many belong.
    pub(super) fn len(&self) -> usize {
        self.members.len()
    }

    /// The number at a place.
    pub(super) fn member(&self, place: u32) -> u32 {
        self.members[place as usize]
    }

    /// The place of a number, if it belongs.
    pub(super) fn place(&self, number: u32) -> Option<usize> {
        let &(word, before) = self.words.get((number / BITS) as usize)?;
        let bit = 1 << (number % BITS);
        (word & bit != 0).then(|| (before + (word & (bit - 1)).count_ones()) as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_and_places_are_inverse_and_others_have_no_place() {
        let thirds = Subset::of(1000, |number| number % 3 == 0);
        assert_eq!(thirds.len(), 334);
        for number in 0..1100 {
            match thirds.place(number) {
                Some(place) => assert_eq!(thirds.member(place as u32), number),
                None => assert!(number % 3 != 0 || number >= 1000, "{number}"),
            }
        }
    }

    #[test]
    fn nothing_has_no_members() {
        let none = Subset::of(0, |_| true);
        assert_eq!((none.len(), none.place(0)), (0, None));
    }
}
