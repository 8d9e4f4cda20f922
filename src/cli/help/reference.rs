//! The reference of scenario files, read: headings are topics, rows of tables are entries, fenced blocks are examples.
//!
//! `docs/scenario.md` and its German counterpart are the one source of what a field means; this only reads them.

use crate::text::Language;

const ENGLISH: &str = include_str!("../../../docs/scenario.md");
const GERMAN: &str = include_str!("../../../docs/de/scenario.md");

/// The reference in one language.
#[derive(Debug)]
pub struct Reference {
    /// Its topics, in the order of the page. The same place is the same topic in every language.
    pub topics: Vec<Topic>,
}

/// What stands under a heading.
#[derive(Debug)]
pub struct Topic {
    /// The heading.
    pub title: String,
    /// What stands there, in order.
    pub blocks: Vec<Block>,
}

/// A piece of a topic.
#[derive(Debug, PartialEq)]
pub enum Block {
    /// A paragraph or an entry of a list, on one line.
    Text(String),
    /// A table.
    Table(Table),
    /// An example in the language of scenarios.
    Example(String),
}

/// A table; its first column names what the row explains.
#[derive(Debug, Default, PartialEq)]
pub struct Table {
    /// Heads of the columns.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

impl Reference {
    /// The reference in `language`.
    pub fn new(language: Language) -> Self {
        read(match language {
            Language::English => ENGLISH,
            Language::German => GERMAN,
        })
    }
}

impl Topic {
    /// The tables.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            Block::Text(_) | Block::Example(_) => None,
        })
    }

    /// The paragraphs.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Text(text) => Some(text.as_str()),
            Block::Table(_) | Block::Example(_) => None,
        })
    }

    /// The lines of all examples in which the field or word `name` stands.
    pub fn examples_of<'t>(&'t self, name: &'t str) -> impl Iterator<Item = &'t str> {
        let lines = self.blocks.iter().flat_map(|block| match block {
            Block::Example(text) => text.lines(),
            Block::Text(_) | Block::Table(_) => "".lines(),
        });
        lines
            .map(str::trim)
            .filter(move |line| has_word(line, name))
    }
}

/// The page without its preamble; headings with nothing under them are no topics.
fn read(page: &str) -> Reference {
    let mut topics: Vec<Topic> = Vec::new();
    let mut lines = page.lines().peekable();
    while let Some(line) = lines.next() {
        if let Some(title) = heading(line) {
            topics.push(Topic {
                title: title.to_owned(),
                blocks: Vec::new(),
            });
        } else if let Some(topic) = topics.last_mut() {
            if line.starts_with("```") {
                topic.blocks.push(Block::Example(
                    lines
                        .by_ref()
                        .take_while(|line| !line.starts_with("```"))
                        .collect::<Vec<_>>()
                        .join("\n"),
                ));
            } else if line.starts_with('|') {
                add_row(topic, line);
            } else {
                add_text(topic, line);
            }
        }
    }
    let blank = |block: &Block| *block == Block::Text(String::new());
    for topic in &mut topics {
        topic.blocks.retain(|block| !blank(block));
    }
    topics.retain(|topic| !topic.blocks.is_empty());
    Reference { topics }
}

fn heading(line: &str) -> Option<&str> {
    line.strip_prefix("## ")
        .or_else(|| line.strip_prefix("### "))
}

fn add_row(topic: &mut Topic, line: &str) {
    let cells = line.trim().trim_matches('|').split(" | ");
    let cells: Vec<String> = cells.map(|cell| cell.trim().to_owned()).collect();
    if line.starts_with("|--") {
        return;
    }
    match topic.blocks.last_mut() {
        Some(Block::Table(table)) => table.rows.push(cells),
        _ => topic.blocks.push(Block::Table(Table {
            columns: cells,
            rows: Vec::new(),
        })),
    }
}

/// Adds a line of text to the paragraph that it continues. An empty line ends a paragraph, `- ` begins one.
fn add_text(topic: &mut Topic, line: &str) {
    match topic.blocks.last_mut() {
        Some(Block::Text(text))
            if !line.is_empty() && !line.starts_with("- ") && !text.is_empty() =>
        {
            text.push(' ');
            text.push_str(line.trim());
        }
        _ => topic.blocks.push(Block::Text(line.to_owned())),
    }
}

/// What stands between backticks.
pub fn code(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// The words that a cell explains or mentions: of `Mixture([…])` the word before the bracket; none of a value.
pub fn words(cell: &str) -> impl Iterator<Item = &str> {
    code(cell).map(leading_word).filter(|word| !word.is_empty())
}

fn leading_word(code: &str) -> &str {
    let end = code.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
    let word = &code[..end.unwrap_or(code.len())];
    if word.starts_with(|c: char| c.is_ascii_alphabetic()) {
        word
    } else {
        ""
    }
}

/// Whether `name` stands in a line of an example as a field or a word, not as a part of another.
fn has_word(line: &str, name: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_' || c == '"';
    line.match_indices(name)
        .any(|(at, _)| !line[..at].ends_with(part) && !line[at + name.len()..].starts_with(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_becomes_topics_with_text_tables_and_examples() {
        let page = "# T\nintro\n## Empty\n### Crews\nTwo lines\nof text.\n- item\n\n```ron tables\na: 1\n```\n\n| field | is |\n|---|---|\n| `people`, `hours` | how many |\n";
        let topics = read(page).topics;
        assert_eq!(topics.len(), 1);
        assert_eq!(topics[0].title, "Crews");
        let table = Table {
            columns: vec!["field".into(), "is".into()],
            rows: vec![vec!["`people`, `hours`".into(), "how many".into()]],
        };
        let wanted = [
            Block::Text("Two lines of text.".into()),
            Block::Text("- item".into()),
            Block::Example("a: 1".into()),
            Block::Table(table),
        ];
        assert_eq!(topics[0].blocks, wanted);
    }

    #[test]
    fn words_are_fields_and_names_of_forms_but_no_values() {
        let found: Vec<_> = words("`Mixture([(\"80 %\")])`, `at_most`, `\"4 h\"`, `20`").collect();
        assert_eq!(found, ["Mixture", "at_most"]);
    }

    #[test]
    fn a_field_is_found_in_an_example_only_as_a_whole() {
        assert!(has_word("(fails: x, repair: y)", "repair"));
        assert!(!has_word("(repaired: Each, \"repair\": 1)", "repair"));
    }
}
