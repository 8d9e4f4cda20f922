//! Lines of a text page: headings, paragraphs and items, folded to the width of a terminal.
//!
//! Knows nothing of what is said. Control characters are dropped: names come from outside.

use crate::text::{Catalogue, Value};

/// Columns that are used.
const WIDTH: usize = 100;

/// A page in the making.
pub struct Page<'a> {
    /// The language.
    pub catalogue: &'a Catalogue,
    text: String,
}

impl<'a> Page<'a> {
    /// An empty page.
    pub fn new(catalogue: &'a Catalogue) -> Self {
        Self {
            catalogue,
            text: String::new(),
        }
    }

    /// The message `key`.
    pub fn get(&self, key: &str, arguments: &[(&str, Value<'_>)]) -> String {
        self.catalogue.get(key, arguments)
    }

    /// A heading, after an empty line.
    pub fn heading(&mut self, key: &str) {
        let heading = self.catalogue.say(key);
        let rule = "─".repeat(heading.chars().count());
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(&format!("{heading}\n{rule}\n"));
    }

    /// A paragraph.
    pub fn paragraph(&mut self, text: &str) {
        self.fold(text, "", "");
    }

    /// An item of a list.
    pub fn item(&mut self, text: &str) {
        self.fold(text, "• ", "  ");
    }

    /// An item below an item.
    pub fn detail(&mut self, text: &str) {
        self.fold(text, "  – ", "    ");
    }

    /// The page.
    pub fn finish(self) -> String {
        self.text
    }

    /// Adds a text in lines of at most [`WIDTH`] columns; what is longer than a line stays whole.
    fn fold(&mut self, text: &str, first: &str, further: &str) {
        let text = without_doubled_stops(text);
        let mut line = first.to_owned();
        let mut filled = false;
        for word in text.split(|c: char| c == ' ' || c.is_control()) {
            let word: String = word.chars().filter(|&c| !steers(c)).collect();
            if word.is_empty() {
                continue;
            }
            let wide = line.chars().count() + 1 + word.chars().count();
            if filled && wide > WIDTH {
                self.text.push_str(&line);
                self.text.push('\n');
                further.clone_into(&mut line);
                filled = false;
            }
            if filled {
                line.push(' ');
            }
            line.push_str(&word);
            filled = true;
        }
        self.text.push_str(&line);
        self.text.push('\n');
    }
}

/// A unit that is shortened with a full stop ends the sentence, too.
fn without_doubled_stops(text: &str) -> String {
    let text = text.replace(".. ", ". ");
    match text.strip_suffix("..") {
        Some(all_but_stops) => format!("{all_but_stops}."),
        None => text,
    }
}

/// Marks that turn the direction of text.
fn steers(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn no_line_is_wider_than_a_terminal_and_items_hang() {
        let catalogue = Catalogue::new(Language::English);
        let mut page = Page::new(&catalogue);
        page.item(&"eleven char ".repeat(30));
        let text = page.finish();
        assert!(text.lines().all(|line| line.chars().count() <= WIDTH));
        assert!(
            text.lines()
                .skip(1)
                .all(|line| line.starts_with("  eleven") || line.starts_with("  char"))
        );
        assert!(text.lines().count() > 3);
    }

    #[test]
    fn a_sentence_ends_in_one_full_stop() {
        let catalogue = Catalogue::new(Language::German);
        let mut page = Page::new(&catalogue);
        page.item("Ein Tank reicht 48 Std.. Er fehlt 5 Min..");
        assert_eq!(page.finish(), "• Ein Tank reicht 48 Std. Er fehlt 5 Min.\n");
    }

    #[test]
    fn names_cannot_steer_the_terminal() {
        let catalogue = Catalogue::new(Language::English);
        let mut page = Page::new(&catalogue);
        page.paragraph("a\u{1b}[2Jb\nc\u{202e}d");
        assert_eq!(page.finish(), "a [2Jb cd\n");
    }
}
