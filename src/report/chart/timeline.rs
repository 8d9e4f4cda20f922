//! The levels of the services through one bad year: the worse the level, the taller the bar.

use plotters::style::RGBColor;

use crate::batch::results::{Story, Timeline};
use crate::report::chart::canvas::{Anchor, Canvas, Stroke};
use crate::report::chart::lettering::{Type, width_of, wrapped};
use crate::report::chart::panel::{Panel, Tick};
use crate::report::chart::scale::Scale;
use crate::report::chart::{Figure, Place, Plot, palette};
use crate::report::table::Table;
use crate::report::words::Words;
use crate::text::format::HOURS_PER_YEAR;

/// Height of a bar that means "down" [px].
const TALLEST: f64 = 28.0;
/// The shortest bar that can be seen [px].
const THINNEST: f64 = 1.5;
/// Most rows of the table beside the chart.
const MOST_ROWS: usize = 60;

struct Row {
    service: String,
    levels: usize,
    /// Index of the level, its name and colour, for the levels that occur below the best.
    key: Vec<(usize, String)>,
    /// From, to [h], index of the level.
    episodes: Vec<(f64, f64, usize)>,
}

struct Year {
    rows: Vec<Row>,
    ticks: Vec<Tick>,
    title: String,
}

/// The figure of the P99 year, else of the worst one.
pub fn figure(words: &Words<'_>) -> Option<Figure> {
    let stories = &words.results.stories;
    let story = ["p99", "worst", "p90"]
        .iter()
        .find_map(|kind| stories.iter().find(|story| story.kind == *kind))?;
    let rows: Vec<Row> = story
        .timelines
        .iter()
        .map(|timeline| row(words, timeline))
        .collect();
    let headline = headline(words, story, &rows)?;
    let kind = words.catalogue.word("story-kind", &story.kind);
    let which = [
        ("kind", kind.into()),
        ("replication", story.replication.to_string().into()),
        ("year", u64::from(story.year + 1).into()),
    ];
    Some(Figure {
        id: "timeline".to_owned(),
        place: Place::Findings,
        description: words.described(&headline, &words.say("chart-timeline-detail")),
        headline,
        subtitle: words.get("chart-timeline-subtitle", &which),
        table: table(words, story, &rows),
        plot: Box::new(Year {
            ticks: ticks(words, story),
            rows,
            title: words.say("axis-year"),
        }),
        csv: "stories.csv",
    })
}

fn row(words: &Words<'_>, timeline: &Timeline) -> Row {
    let ends = timeline
        .changes
        .iter()
        .skip(1)
        .map(|change| change.0)
        .chain([HOURS_PER_YEAR]);
    let starts = timeline.changes.iter();
    let episodes: Vec<_> = starts
        .zip(ends)
        .map(|(&(from, level), to)| (from, to.max(from), level))
        .collect();
    let occurs = |level: usize| episodes.iter().any(|episode| episode.2 == level);
    let key = (1..=timeline.levels.len()).filter(|&level| occurs(level));
    Row {
        service: words.shown(&timeline.service),
        levels: timeline.levels.len().max(1),
        key: key
            .map(|level| (level, level_name(words, timeline, level)))
            .collect(),
        episodes,
    }
}

fn level_name(words: &Words<'_>, timeline: &Timeline, level: usize) -> String {
    timeline
        .levels
        .get(level)
        .map_or_else(|| words.say("level-down"), |name| words.shown(name))
}

/// The finding: how long the service that was longest below its best level was there. `None` without services.
fn headline(words: &Words<'_>, story: &Story, rows: &[Row]) -> Option<String> {
    let kind = words.catalogue.word("story-in", &story.kind);
    let below = |row: &Row| -> f64 {
        let episodes = row.episodes.iter().filter(|episode| episode.2 > 0);
        episodes.map(|(from, to, _)| to - from).sum()
    };
    let hours = rows.iter().map(below).zip(&story.timelines);
    let (hours, timeline) = hours.max_by(|a, b| a.0.total_cmp(&b.0))?;
    if hours <= 0.0 {
        return Some(words.get("chart-timeline-headline-none", &[("kind", kind.into())]));
    }
    let best = timeline.levels.first().map_or("", String::as_str);
    let lowest = if timeline.levels.len() > 1 {
        "no"
    } else {
        "yes"
    };
    let arguments = [
        ("kind", kind.into()),
        ("service", words.shown(&timeline.service).into()),
        ("level", words.shown(best).into()),
        ("lowest", lowest.into()),
        ("time", words.value("h", hours, 2).into()),
    ];
    Some(words.get("chart-timeline-headline", &arguments))
}

fn table(words: &Words<'_>, story: &Story, rows: &[Row]) -> Table {
    let mut table = Table::new(words.say("chart-timeline-table"))
        .text(words.say("column-service"))
        .text(words.say("column-level"))
        .number(words.say("column-from"))
        .number(words.say("column-lasts"));
    for (row, timeline) in rows.iter().zip(&story.timelines) {
        for &(from, to, level) in row.episodes.iter().filter(|episode| episode.2 > 0) {
            if table.rows.len() < MOST_ROWS {
                table.push(vec![
                    row.service.clone(),
                    level_name(words, timeline, level),
                    words.get("day-of-year", &[("day", ((from / 24.0) as u64 + 1).into())]),
                    words.value("h", to - from, 2),
                ]);
            }
        }
    }
    table
}

/// Months where the year's start is known, else days.
fn ticks(words: &Words<'_>, story: &Story) -> Vec<Tick> {
    month_starts(words, story).unwrap_or_else(|| {
        let days = [1_u32, 50, 100, 150, 200, 250, 300, 350];
        days.iter()
            .map(|&day| {
                (
                    f64::from(day - 1) * 24.0,
                    words.catalogue.count(u64::from(day)),
                )
            })
            .collect()
    })
}

/// The months' beginnings [h since the year's start]; `None` where a warm-up or an unreadable start hides the calendar.
fn month_starts(words: &Words<'_>, story: &Story) -> Option<Vec<Tick>> {
    let key = &words.results.key;
    if (key.horizon_h - f64::from(key.years) * HOURS_PER_YEAR).abs() > 24.0 {
        return None;
    }
    let start: jiff::Zoned = words.results.about.start.parse().ok()?;
    let begin = start
        .checked_add(
            jiff::Span::new()
                .try_hours(i64::from(story.year) * 8_766)
                .ok()?,
        )
        .ok()?;
    let mut month = begin.first_of_month().ok()?.start_of_day().ok()?;
    let mut ticks = Vec::new();
    for _ in 0..14 {
        let hours = month.duration_since(&begin).as_secs_f64() / 3_600.0;
        if (-24.0..HOURS_PER_YEAR - 48.0).contains(&hours) {
            ticks.push((
                hours.max(0.0),
                words.say(&format!("month-{}", month.month())),
            ));
        }
        month = month.checked_add(jiff::Span::new().months(1)).ok()?;
    }
    Some(ticks)
}

/// Neither of the levels is told by its colour alone: it has its height, too.
fn colour(level: usize, levels: usize) -> RGBColor {
    match level {
        0 => palette::MUTED,
        _ if level >= levels => palette::VERMILION,
        1 => palette::BLUE,
        2 => palette::PURPLE,
        _ => palette::GREEN,
    }
}

impl Row {
    fn bar(&self, level: usize) -> f64 {
        TALLEST * level as f64 / self.levels as f64
    }

    /// Width of the key: swatches and names of the levels [px].
    fn key_width(&self) -> f64 {
        self.key
            .iter()
            .map(|(_, name)| width_of(name, Type::SMALL) + 30.0)
            .sum()
    }

    /// Whether the key stands beside the name.
    fn key_beside(&self, width: f64) -> bool {
        width_of(&self.service, Type::NAME) + self.key_width() + 10.0 <= width
    }

    fn name_lines(&self, width: f64) -> Vec<String> {
        wrapped(&self.service, Type::NAME, width, 2)
    }

    fn head(&self, width: f64) -> f64 {
        let apart = usize::from(!self.key_beside(width) && !self.key.is_empty());
        (self.name_lines(width).len() + apart) as f64 * 18.0
    }

    fn height(&self, width: f64) -> f64 {
        self.head(width) + TALLEST + 22.0
    }

    fn draw_key(&self, canvas: &mut Canvas<'_>) {
        let width = canvas.width();
        let (mut x, y) = if self.key_beside(width) {
            (width - self.key_width() + 16.0, Type::NAME.size)
        } else {
            (
                0.0,
                self.name_lines(width).len() as f64 * 18.0 + Type::NAME.size,
            )
        };
        for (level, name) in &self.key {
            let tall = self.bar(*level) * 0.4;
            let room = width - x - 13.0;
            if room < 24.0 {
                break;
            }
            canvas.rectangle((x, y - tall), (x + 9.0, y), colour(*level, self.levels));
            let name = wrapped(name, Type::SMALL, room, 1).concat();
            canvas.text(x + 14.0, y, &name, Type::SMALL, Anchor::Start);
            x += width_of(&name, Type::SMALL) + 30.0;
        }
    }

    fn draw(&self, canvas: &mut Canvas<'_>, panel: &Panel) {
        let width = canvas.width();
        canvas.lines(0.0, Type::NAME.size, &self.name_lines(width), Type::NAME);
        self.draw_key(canvas);
        let foot = self.head(width) + 8.0 + TALLEST;
        canvas.line(
            (panel.sides[0], foot),
            (panel.sides[2], foot),
            Stroke::solid(1.5, palette::MUTED),
        );
        for &(from, to, level) in self.episodes.iter().filter(|episode| episode.2 > 0) {
            let left = panel.x.at(from);
            let right = panel.x.at(to).max(left + THINNEST);
            canvas.rectangle(
                (left, foot - self.bar(level)),
                (right, foot),
                colour(level, self.levels),
            );
        }
    }
}

impl Plot for Year {
    fn height(&self, width: f64) -> f64 {
        self.rows.iter().map(|row| row.height(width)).sum::<f64>() + 40.0
    }

    fn draw(&self, canvas: &mut Canvas<'_>) {
        let sides = [0.0, 0.0, canvas.width() - 2.0, 0.0];
        let x = Scale::linear(0.0, HOURS_PER_YEAR, (sides[0], sides[2]));
        let panel = Panel {
            sides,
            x,
            y: Scale::linear(0.0, 1.0, (0.0, 0.0)),
        };
        let mut used = 0.0;
        for row in &self.rows {
            row.draw(canvas, &panel);
            canvas.move_down(row.height(sides[2] + 2.0));
            used += row.height(sides[2] + 2.0);
        }
        panel.x_axis(canvas, &self.ticks);
        panel.x_title(canvas, &self.title);
        canvas.move_down(-used);
    }
}
