//! Shares of the causes in the outages: three bars each, for what began the outages, what they are rooted in, what was failed then.

use plotters::style::RGBColor;

use crate::batch::results::{CauseShare, Estimate};
use crate::report::chart::canvas::{Anchor, Canvas, Stroke};
use crate::report::chart::lettering::{Type, width_of, wrapped};
use crate::report::chart::{Figure, Place, Plot, apart, palette, slug};
use crate::report::numbers::FEW_EVENTS;
use crate::report::table::Table;
use crate::report::words::Words;

/// Most causes in the chart; the table has all.
const MOST_CAUSES: usize = 8;
/// Most figures in a report; the CSV file has all.
const MOST_FIGURES: usize = 4;
/// The kind of the row that sums up small causes.
const REST: &str = "rest";
/// Height of a bar and distance from bar to bar [px].
const BAR: (f64, f64) = (11.0, 17.0);

struct Bar {
    said: String,
    share: f64,
    low: f64,
    high: f64,
    colour: RGBColor,
}

struct Causes {
    rows: Vec<(String, Vec<Bar>)>,
}

/// One figure for each of the first watches that have causes.
pub fn figures(words: &Words<'_>) -> Vec<Figure> {
    watches(words)
        .into_iter()
        .take(MOST_FIGURES)
        .filter_map(|(subject, level)| figure(words, subject, level))
        .collect()
}

/// The watches with causes: first those that are asked for, then in the order of the results.
fn watches<'a>(words: &Words<'a>) -> Vec<(&'a str, &'a str)> {
    let causes = words
        .results
        .causes
        .iter()
        .map(|row| (row.subject.as_str(), row.level.as_str()));
    let all: Vec<_> = causes.collect();
    let asked = words
        .results
        .asks
        .iter()
        .map(|ask| (ask.row.subject.as_str(), ask.row.level.as_str()));
    let mut watches = Vec::new();
    for watch in asked
        .filter(|watch| all.contains(watch))
        .chain(all.iter().copied())
    {
        if !watches.contains(&watch) && !words.is_only_expected(watch.0) {
            watches.push(watch);
        }
    }
    watches
}

/// The causes of one watch, the largest share begun first.
pub fn of_watch<'a>(words: &Words<'a>, subject: &str, level: &str) -> Vec<&'a CauseShare> {
    let mine = words
        .results
        .causes
        .iter()
        .filter(|row| row.subject == subject && row.level == level);
    let mut rows: Vec<&CauseShare> = mine.collect();
    let begun = |row: &CauseShare| row.begun.estimate.unwrap_or(0.0);
    rows.sort_by(|a, b| begun(b).total_cmp(&begun(a)));
    rows
}

fn figure(words: &Words<'_>, subject: &str, level: &str) -> Option<Figure> {
    let rows = of_watch(words, subject, level);
    let name = words.subject_at(subject, level);
    let headline = headline(words, &rows, &name)?;
    Some(Figure {
        id: format!("causes-{}", slug(&format!("{subject} {level}"))),
        place: Place::Causes,
        description: words.described(&headline, &words.say("chart-causes-detail")),
        headline,
        subtitle: words.get("chart-causes-subtitle", &[("subject", name.into())]),
        table: table(words, &rows),
        plot: Box::new(Causes {
            rows: rows
                .iter()
                .take(MOST_CAUSES)
                .map(|row| bars(words, row))
                .collect(),
        }),
        csv: "causes.csv",
    })
}

/// The finding: which cause begins most outages, as far as intervals and the number of outages allow. `None` without outages.
fn headline(words: &Words<'_>, rows: &[&CauseShare], subject: &str) -> Option<String> {
    let mut named = rows.iter().filter(|row| row.kind != REST);
    let (first, second) = (named.next()?, named.next());
    let share = first.begun.estimate.filter(|&share| share > 0.0)?;
    let events = first.begun.events;
    let next = second.filter(|row| row.begun.estimate.is_some_and(|share| share > 0.0));
    let key = match next {
        _ if share >= 1.0 => "chart-causes-headline-only",
        _ if events < FEW_EVENTS => "chart-causes-headline-few",
        Some(next) if !apart(&first.begun, &next.begun) => "chart-causes-headline-tie",
        _ => "chart-causes-headline",
    };
    let arguments = [
        ("cause", cause(words, first).into()),
        ("share", words.value("1", share, 2).into()),
        ("n", events.into()),
        ("subject", subject.into()),
    ];
    Some(words.get(key, &arguments))
}

/// What a cause is called; those that are summed up have no name of their own.
fn cause(words: &Words<'_>, row: &CauseShare) -> String {
    if row.kind == REST {
        words.say("cause-rest")
    } else {
        words.shown(&row.cause)
    }
}

fn bars(words: &Words<'_>, row: &CauseShare) -> (String, Vec<Bar>) {
    let shares = [
        ("share-begun", Some(&row.begun), palette::BLUE),
        ("share-rooted", Some(&row.rooted), palette::VERMILION),
        ("share-present", row.present.as_ref(), palette::GREEN),
    ];
    let bars = shares
        .into_iter()
        .filter_map(|(key, share, colour)| bar(words, key, share?, colour));
    (cause(words, row), bars.collect())
}

fn bar(words: &Words<'_>, key: &str, value: &Estimate, colour: RGBColor) -> Option<Bar> {
    let share = value.estimate?.clamp(0.0, 1.0);
    let said = words.get(key, &[("share", words.value("1", share, 2).into())]);
    Some(Bar {
        said,
        share,
        low: value.low.unwrap_or(share),
        high: value.high.unwrap_or(share).min(1.0),
        colour,
    })
}

fn table(words: &Words<'_>, rows: &[&CauseShare]) -> Table {
    let mut table = Table::new(words.say("chart-causes-table"))
        .text(words.say("column-cause"))
        .text(words.say("column-kind"))
        .number(words.say("column-begun"))
        .number(words.say("column-rooted"))
        .number(words.say("column-present"));
    for row in rows {
        let share = |value: &Estimate| {
            value
                .estimate
                .map_or_else(|| "–".to_owned(), |x| words.value("1", x, 3))
        };
        let with_range = |value: &Estimate| match (value.low, value.high) {
            (Some(low), Some(high)) => {
                format!("{} ({})", share(value), words.range("1", low, high, 2))
            }
            _ => share(value),
        };
        table.push(vec![
            cause(words, row),
            words.catalogue.word("cause-kind", &row.kind),
            with_range(&row.begun),
            with_range(&row.rooted),
            row.present.as_ref().map_or_else(|| "–".to_owned(), share),
        ]);
    }
    table
}

impl Causes {
    fn row_height(row: &(String, Vec<Bar>), width: f64) -> f64 {
        let lines = wrapped(&row.0, Type::NAME, width, 2).len();
        lines as f64 * Type::NAME.line() + 4.0 + row.1.len() as f64 * BAR.1 + 10.0
    }

    /// The largest value of the horizontal scale and the room left for the words behind a bar [px].
    fn scale(&self) -> (f64, f64) {
        let bars = self.rows.iter().flat_map(|row| &row.1);
        bars.fold((0.01, 0.0), |(most, room): (f64, f64), bar| {
            (
                most.max(bar.high),
                room.max(width_of(&bar.said, Type::SMALL)),
            )
        })
    }

    fn draw_bar(canvas: &mut Canvas<'_>, bar: &Bar, y: f64, scale: f64) {
        canvas.rectangle(
            (0.0, y),
            ((bar.share * scale).max(1.0), y + BAR.0),
            bar.colour,
        );
        let (middle, stroke) = (y + BAR.0 / 2.0, Stroke::solid(1.2, palette::INK));
        canvas.line(
            (bar.low * scale, middle),
            (bar.high * scale, middle),
            stroke,
        );
        for end in [bar.low, bar.high] {
            canvas.line(
                (end * scale, middle - 3.0),
                (end * scale, middle + 3.0),
                stroke,
            );
        }
        let x = bar.high.max(bar.share) * scale + 8.0;
        canvas.text(
            x,
            y + BAR.0 - 1.0,
            &bar.said,
            Type::SMALL.in_colour(palette::INK),
            Anchor::Start,
        );
    }
}

impl Plot for Causes {
    fn height(&self, width: f64) -> f64 {
        self.rows
            .iter()
            .map(|row| Self::row_height(row, width))
            .sum()
    }

    fn draw(&self, canvas: &mut Canvas<'_>) {
        let width = canvas.width();
        let (most, room) = self.scale();
        let scale = (width - room - 10.0) / most;
        let mut top = 0.0;
        for row in &self.rows {
            let names = wrapped(&row.0, Type::NAME, width, 2);
            canvas.lines(0.0, top + Type::NAME.size, &names, Type::NAME);
            let first = top + names.len() as f64 * Type::NAME.line() + 4.0;
            for (index, bar) in row.1.iter().enumerate() {
                Self::draw_bar(canvas, bar, first + index as f64 * BAR.1, scale);
            }
            top += Self::row_height(row, width);
        }
    }
}
