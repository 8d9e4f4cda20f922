//! Topics and rows of the reference as text for a terminal.

use super::reference::{Block, Reference, Table, Topic, code};
use super::search::Row;
use crate::text::Catalogue;

/// Columns that are used.
const WIDTH: usize = 96;
/// Where the explanation of a field begins, unless its name is longer.
const COLUMN: usize = 18;
/// Lines of examples shown with a field.
const MOST_EXAMPLES: usize = 2;

/// A whole topic.
pub fn topic(topic: &Topic) -> String {
    let mut text = format!("{}\n", topic.title);
    for block in &topic.blocks {
        text.push('\n');
        match block {
            Block::Text(line) => text += &folded(&unmarked(line), "", ""),
            Block::Table(table) => text += &rows(table),
            Block::Example(example) => text += &indented(example),
        }
    }
    text
}

fn indented(example: &str) -> String {
    example
        .lines()
        .map(|line| format!("    {line}\n"))
        .collect()
}

fn rows(table: &Table) -> String {
    let head = format!("  {}:\n", unmarked(&table.columns[0]));
    let rows = table.rows.iter().map(|cells| row(table, cells));
    rows.fold(head, |text, row| text + &row)
}

/// A row: the name, what it is, and the other columns with their heads.
fn row(table: &Table, cells: &[String]) -> String {
    let name = unmarked(&cells[0]).replace('`', "");
    let mut said: Vec<String> = cells.get(1).map(|is| unmarked(is)).into_iter().collect();
    let others = cells.iter().zip(&table.columns).skip(2);
    said.extend(
        others
            .filter(|(cell, _)| !cell.is_empty())
            .map(|(cell, head)| format!("[{head}: {}]", unmarked(cell))),
    );
    let hanging = " ".repeat(COLUMN + 2);
    let first = if name.chars().count() < COLUMN {
        format!("  {name:<COLUMN$}")
    } else {
        format!("  {name}\n{hanging}")
    };
    folded(&said.join(" "), &first, &hanging)
}

/// The rows that explain `name`, each with its topic and lines of examples, and where there is more.
pub fn entries(name: &str, found: &[Row], reference: &Reference, catalogue: &Catalogue) -> String {
    let mut text = String::new();
    let mut last = None;
    for entry in found {
        let Some((topic, table, cells)) = at(*entry, reference) else {
            continue;
        };
        if last.is_some_and(|last| last != entry.topic) {
            text += &foot(name, last, reference, catalogue);
        }
        let head = format!("{}: {}\n", topic.title, unmarked(&table.columns[0]));
        text += &head;
        text += &row(table, cells);
        last = Some(entry.topic);
    }
    text + &foot(name, last, reference, catalogue)
}

/// After the last row of a topic: lines of its examples, and the command that shows all of it.
fn foot(name: &str, topic: Option<usize>, reference: &Reference, catalogue: &Catalogue) -> String {
    let Some(topic) = topic.and_then(|place| reference.topics.get(place)) else {
        return String::new();
    };
    let lines: Vec<String> = topic
        .examples_of(name)
        .take(MOST_EXAMPLES)
        .map(|line| format!("    {line}\n"))
        .collect();
    let mut text = String::new();
    if !lines.is_empty() {
        text += &format!("  {}\n{}", catalogue.say("topic-example"), lines.concat());
    }
    let see = [("topic", topic.title.to_lowercase().into())];
    text + &format!("  {}\n\n", catalogue.get("topic-see", &see))
}

fn at(entry: Row, reference: &Reference) -> Option<(&Topic, &Table, &[String])> {
    let topic = reference.topics.get(entry.topic)?;
    let table = topic.tables().nth(entry.table)?;
    Some((topic, table, table.rows.get(entry.row)?))
}

/// The paragraphs of topics that mention `name`.
pub fn mentions(
    name: &str,
    found: &[usize],
    reference: &Reference,
    catalogue: &Catalogue,
) -> String {
    let topics = found
        .iter()
        .filter_map(|&place| Some((place, reference.topics.get(place)?)));
    let mut text = String::new();
    for (place, topic) in topics {
        text += &format!("{}\n", topic.title);
        let telling = topic
            .texts()
            .filter(|text| code(text).any(|code| code.starts_with(name)));
        text.extend(telling.map(|line| folded(&unmarked(line), "  ", "  ")));
        text += &foot(name, Some(place), reference, catalogue);
    }
    text
}

/// Without the marks of Markdown for emphasis and links; code keeps its backticks.
fn unmarked(text: &str) -> String {
    let plain = text.replace("**", "").replace("\\|", "|");
    let mut parts = plain.split('`');
    let mut out = parts.next().map(linkless).unwrap_or_default();
    for (number, part) in parts.enumerate() {
        out.push('`');
        out += &if number % 2 == 0 {
            part.to_owned()
        } else {
            linkless(part)
        };
    }
    out
}

/// `[text](address)` becomes `text`, `*text*` becomes `text`.
fn linkless(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("](") {
        let (kept, label) = before.rsplit_once('[').unwrap_or(("", before));
        out += kept;
        out += label;
        rest = after.split_once(')').map_or("", |(_, rest)| rest);
    }
    (out + rest).replace('*', "")
}

/// The words of `text`; what stands between backticks is one word.
fn words(text: &str) -> Vec<&str> {
    let mut in_code = false;
    text.split(move |c| {
        in_code ^= c == '`';
        c == ' ' && !in_code
    })
    .filter(|word| !word.is_empty())
    .collect()
}

/// `text` in lines of [`WIDTH`] columns: the first begins with `first`, the others with `hanging`.
fn folded(text: &str, first: &str, hanging: &str) -> String {
    let mut out = first.to_owned();
    let mut column = first
        .rsplit('\n')
        .next()
        .map_or(0, |line| line.chars().count());
    let mut fresh = true;
    for word in words(text) {
        let length = word.chars().count();
        if !fresh && column + 1 + length > WIDTH {
            out.push('\n');
            out += hanging;
            (column, fresh) = (hanging.chars().count(), true);
        }
        if !fresh {
            out.push(' ');
            column += 1;
        }
        out += word;
        column += length;
        fresh = false;
    }
    out.push('\n');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_markdown_go_and_code_stays() {
        assert_eq!(
            unmarked("**Names** in [RON](https://x.y) and `a*b`, see *Measures*"),
            "Names in RON and `a*b`, see Measures"
        );
    }

    #[test]
    fn long_lines_are_folded_below_their_beginning() {
        let text = folded(&"word ".repeat(40), "  name  ", "        ");
        assert!(text.lines().all(|line| line.chars().count() <= WIDTH));
        assert_eq!(words("a `b c`, d"), ["a", "`b c`,", "d"]);
        assert!(
            text.lines()
                .skip(1)
                .all(|line| line.starts_with("        word"))
        );
    }
}
