//! A message that is said later, in whatever language is wanted: its key in the catalogue and its arguments.

use crate::text::{Catalogue, Value};

/// A message of the catalogue with its arguments, not yet in any language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Say {
    key: &'static str,
    arguments: Vec<(&'static str, Argument)>,
}

/// What a message is told about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Argument {
    /// A text that is the same in every language: a name, a word of the file.
    Text(String),
    /// A number that the message may choose its plural by.
    Count(u64),
    /// Another message.
    Said(Say),
}

impl Say {
    /// The message `key`, without arguments so far.
    #[must_use]
    pub const fn new(key: &'static str) -> Self {
        Self {
            key,
            arguments: Vec::new(),
        }
    }

    /// The same with one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, argument: impl Into<Argument>) -> Self {
        self.arguments.push((name, argument.into()));
        self
    }

    /// The key in the catalogue.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        self.key
    }

    /// Its key, and those of the messages in it.
    #[must_use]
    pub fn keys(&self) -> Vec<&'static str> {
        let inner = self.arguments.iter().flat_map(|(_, argument)| {
            if let Argument::Said(say) = argument {
                say.keys()
            } else {
                Vec::new()
            }
        });
        std::iter::once(self.key).chain(inner).collect()
    }
}

impl Catalogue {
    /// The message in this language.
    #[must_use]
    pub fn tell(&self, say: &Say) -> String {
        let arguments: Vec<(&str, Value<'_>)> = say
            .arguments
            .iter()
            .map(|(name, argument)| (*name, self.value(argument)))
            .collect();
        self.get(say.key, &arguments)
    }

    fn value<'a>(&self, argument: &'a Argument) -> Value<'a> {
        match argument {
            Argument::Text(text) => text.as_str().into(),
            Argument::Count(count) => (*count).into(),
            Argument::Said(say) => self.tell(say).into(),
        }
    }
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Argument {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<char> for Argument {
    fn from(letter: char) -> Self {
        Self::Text(letter.to_string())
    }
}

impl From<u64> for Argument {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

impl From<u32> for Argument {
    fn from(count: u32) -> Self {
        Self::Count(count.into())
    }
}

impl From<usize> for Argument {
    fn from(count: usize) -> Self {
        Self::Count(count as u64)
    }
}

impl From<Say> for Argument {
    fn from(say: Say) -> Self {
        Self::Said(say)
    }
}

/// A message with its arguments: `say!("unknown-field", field = name)`.
#[macro_export]
macro_rules! say {
    ($key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::text::Say::new($key) $( .with(stringify!($name), $value) )*
    };
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn a_message_in_a_message_is_said_in_the_same_language() {
        let say = say!("at-least", x = say!("replications", n = 2_u64));
        assert_eq!(say.keys(), ["at-least", "replications"]);
        let told = |language| Catalogue::new(language).tell(&say);
        assert_eq!(told(Language::English), "at least 2 replications");
        assert_eq!(told(Language::German), "mindestens 2 Läufe");
    }
}
