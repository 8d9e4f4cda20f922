//! Names of like things in one: `chiller lwl 1 #1`, `chiller citeq #2` … are `chiller *`.

use serde::Serialize;

/// Things of one kind that the scenario describes alike.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Named {
    /// What they have in common; the name itself where there is one.
    pub pattern: String,
    /// Each once, in declared order, with its number of parts (1: a single thing).
    pub each: Vec<(String, usize)>,
}

impl Named {
    /// The things of these names.
    #[must_use]
    pub fn of<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let mut each: Vec<(String, usize)> = Vec::new();
        for name in names {
            let base = without_part(name);
            match each.iter_mut().rev().find(|(known, _)| known == base) {
                Some((_, count)) => *count += usize::from(base != name),
                None => each.push((base.to_owned(), 1)),
            }
        }
        let pattern = pattern(each.iter().map(|(name, _)| name.as_str()));
        Self { pattern, each }
    }

    /// How many things they are, parts counted one by one.
    #[must_use]
    pub fn count(&self) -> usize {
        self.each.iter().map(|(_, parts)| parts).sum()
    }

    /// The number of parts if it is the same everywhere.
    #[must_use]
    pub fn parts(&self) -> Option<usize> {
        let (_, first) = self.each.first()?;
        self.each
            .iter()
            .all(|(_, parts)| parts == first)
            .then_some(*first)
    }
}

/// The name of a component without the number of its part.
#[must_use]
pub fn without_part(name: &str) -> &str {
    match name.rsplit_once(" #") {
        Some((base, number)) if number.bytes().all(|byte| byte.is_ascii_digit()) => base,
        _ => name,
    }
}

/// The first word of a name: instances of a template share it.
#[must_use]
pub fn stem(name: &str) -> &str {
    without_part(name).split(' ').next().unwrap_or_default()
}

/// What names share word by word at both ends, with a `*` for what differs between.
#[must_use]
pub fn pattern<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let mut names = names.into_iter();
    let Some(first) = names.next() else {
        return String::new();
    };
    let first: Vec<&str> = first.split(' ').collect();
    let (mut head, mut tail, mut differ) = (first.len(), first.len(), false);
    for name in names {
        let words: Vec<&str> = name.split(' ').collect();
        differ |= words != first;
        let same = |(a, b): &(&&str, &&str)| a == b;
        head = head.min(first.iter().zip(&words).take_while(same).count());
        let back = first.iter().rev().zip(words.iter().rev());
        tail = tail.min(back.take_while(same).count());
    }
    if !differ {
        return first.join(" ");
    }
    let tail = tail.min(first.len() - head);
    let mut words: Vec<&str> = first[..head].to_vec();
    words.push("*");
    words.extend(&first[first.len() - tail..]);
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_count_and_instances_share_a_pattern() {
        let named = Named::of([
            "chiller a #1",
            "chiller a #2",
            "chiller b #1",
            "chiller b #2",
        ]);
        assert_eq!(named.pattern, "chiller *");
        assert_eq!(
            named.each,
            [("chiller a".into(), 2), ("chiller b".into(), 2)]
        );
        assert_eq!((named.count(), named.parts()), (4, Some(2)));
    }

    #[test]
    fn a_name_that_comes_twice_is_one_thing() {
        assert_eq!(Named::of(["fire", "fire"]).count(), 1);
    }

    #[test]
    fn a_pattern_keeps_the_words_at_both_ends() {
        assert_eq!(pattern(["ups a output", "ups b output"]), "ups * output");
        assert_eq!(pattern(["ups a", "grid b"]), "*");
        assert_eq!(pattern(["only one"]), "only one");
        assert_eq!(pattern(["a", "a b a"]), "a *");
    }
}
