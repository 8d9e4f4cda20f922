//! Downtime of the services with intervals, one row for each service and level.

use crate::batch::results::{Estimate, Measure};
use crate::report::chart::canvas::{Anchor, Canvas, Stroke};
use crate::report::chart::lettering::{Type, width_of, wrapped};
use crate::report::chart::panel::{Panel, Tick};
use crate::report::chart::scale::{Scale, round_up};
use crate::report::chart::{Figure, Place, Plot, apart, palette};
use crate::report::numbers::never_seen;
use crate::report::table::Table;
use crate::report::words::Words;
use crate::text::format::HOURS_PER_YEAR;

/// From this ratio of largest to smallest on, the scale is logarithmic.
const WIDE_RANGE: f64 = 30.0;
/// Height of the strip of a row that holds dot and interval [px].
const STRIP: f64 = 24.0;

/// Time out of service of one row [h/y].
struct Row {
    name: String,
    said: String,
    seen: bool,
    estimate: f64,
    low: Option<f64>,
    high: Option<f64>,
}

struct Availability {
    rows: Vec<Row>,
    ticks: Vec<Tick>,
    title: String,
}

/// The figure, if there is a service with downtime measured round the clock.
pub fn figure(words: &Words<'_>) -> Option<Figure> {
    let measures = services(words);
    let rows: Vec<Row> = measures
        .iter()
        .map(|&(measure, ref down)| row(words, measure, down))
        .collect();
    let headline = headline(words, &measures)?;
    let detail = words.get(
        "chart-availability-detail",
        &[("n", (rows.len() as u64).into())],
    );
    Some(Figure {
        id: "availability".to_owned(),
        place: Place::Findings,
        description: words.described(&headline, &detail),
        headline,
        subtitle: words.get(
            "chart-availability-subtitle",
            &[("n", words.results.key.replications.into())],
        ),
        table: table(words, &measures),
        plot: Box::new(Availability {
            ticks: ticks(words, &rows),
            rows,
            title: words.say("axis-downtime"),
        }),
        csv: "measures.csv",
    })
}

/// One measure for each service and level, as downtime [h/y].
fn services<'a>(words: &Words<'a>) -> Vec<(&'a Measure, Estimate)> {
    let mut found: Vec<(&Measure, Estimate)> = Vec::new();
    for row in &words.results.measures {
        let known = found
            .iter()
            .any(|(other, _)| other.subject == row.subject && other.level == row.level);
        if known || !row.subject.starts_with("service/") || row.calendar != "24x7" {
            continue;
        }
        if let Some(down) = downtime(row) {
            found.push((row, down));
        }
    }
    found.retain(|(_, down)| down.estimate.is_some() || down.high.is_some());
    found
}

/// The downtime [h/y] that a measure says, whether it counts hours, the share of time down or the share of time up.
fn downtime(row: &Measure) -> Option<Estimate> {
    let scale = |from: f64| move |x: f64| (x - from).abs() * HOURS_PER_YEAR;
    let value = &row.value;
    let mut down = value.clone();
    match row.measure.as_str() {
        "down-time" => {}
        "down-share" => {
            (down.estimate, down.low, down.high) = (
                value.estimate.map(scale(0.0)),
                value.low.map(scale(0.0)),
                value.high.map(scale(0.0)),
            );
        }
        "availability" => {
            (down.estimate, down.low, down.high) = (
                value.estimate.map(scale(1.0)),
                value.high.map(scale(1.0)),
                value.low.map(scale(1.0)),
            );
        }
        _ => return None,
    }
    Some(down)
}

fn row(words: &Words<'_>, measure: &Measure, down: &Estimate) -> Row {
    let seen = !never_seen(down);
    let share = down
        .estimate
        .filter(|_| seen)
        .map(|hours| words.value("1", 1.0 - hours / HOURS_PER_YEAR, 3));
    let hours = words.estimate("h/y", down, 2);
    Row {
        name: words.subject_at(&measure.subject, &measure.level),
        said: share.map_or_else(|| hours.clone(), |share| format!("{hours} · {share}")),
        seen,
        estimate: down.estimate.unwrap_or(0.0),
        low: down.low,
        high: down.high,
    }
}

/// The finding: which service is down longest, as far as the intervals tell them apart. `None` without any service.
fn headline(words: &Words<'_>, rows: &[(&Measure, Estimate)]) -> Option<String> {
    let down = |value: &Estimate| value.estimate.unwrap_or(0.0);
    let lowest = rows
        .iter()
        .filter(|(row, _)| words.is_lowest(&row.subject, &row.level));
    let mut lowest: Vec<&(&Measure, Estimate)> = lowest.collect();
    lowest.sort_by(|a, b| down(&b.1).total_cmp(&down(&a.1)));
    let (worst, value) = lowest.first()?;
    if never_seen(value) || down(value) <= 0.0 {
        let n = words.results.key.replications;
        return Some(words.get("chart-availability-headline-none", &[("n", n.into())]));
    }
    let key = match lowest.get(1) {
        None => "chart-availability-headline-one",
        Some((_, next)) if apart(value, next) => "chart-availability-headline",
        Some(_) => "chart-availability-headline-tie",
    };
    let arguments = [
        ("subject", words.subject(&worst.subject).into()),
        ("value", words.value("h/y", down(value), 2).into()),
    ];
    Some(words.get(key, &arguments))
}

fn table(words: &Words<'_>, measures: &[(&Measure, Estimate)]) -> Table {
    let mut table = Table::new(words.say("chart-availability-table"))
        .text(words.say("column-service"))
        .number(words.say("column-availability"))
        .number(words.say("column-downtime"))
        .number(words.say("column-interval"));
    for (measure, down) in measures {
        let available = down
            .estimate
            .map(|hours| words.value("1", 1.0 - hours / HOURS_PER_YEAR, 4));
        table.push(vec![
            words.subject_at(&measure.subject, &measure.level),
            available
                .filter(|_| !never_seen(down))
                .unwrap_or_else(|| "–".to_owned()),
            words.estimate("h/y", down, 3),
            words.interval("h/y", down, 3),
        ]);
    }
    table
}

fn ticks(words: &Words<'_>, rows: &[Row]) -> Vec<Tick> {
    let scale = scale(rows, (0.0, 1.0));
    let label = |x: f64| words.catalogue.number(x, 1);
    scale
        .ticks(6)
        .into_iter()
        .map(|x| (x, if x == 0.0 { "0".to_owned() } else { label(x) }))
        .collect()
}

fn scale(rows: &[Row], pixels: (f64, f64)) -> Scale {
    let ends = |row: &Row| [Some(row.estimate), row.low, row.high];
    let values = rows
        .iter()
        .flat_map(ends)
        .flatten()
        .filter(|&x| x > 0.0 && x.is_finite());
    let (least, most) = values.fold((f64::INFINITY, 0.0), |(low, high): (f64, f64), x| {
        (low.min(x), high.max(x))
    });
    if most > least * WIDE_RANGE {
        let tenth = |x: f64| libm::pow(10.0, libm::log10(x).floor());
        Scale::logarithmic(tenth(least) * 0.999, round_up(most), pixels)
    } else {
        Scale::linear(0.0, most * 1.04, pixels)
    }
}

impl Availability {
    /// The lines that a row's name takes, beside what is said of it.
    fn name_lines(row: &Row, width: f64) -> Vec<String> {
        let room = width - width_of(&row.said, Type::LABEL) - 16.0;
        wrapped(&row.name, Type::NAME, room.max(width * 0.35), 2)
    }

    fn row_height(row: &Row, width: f64) -> f64 {
        let lines = Self::name_lines(row, width).len() + usize::from(Self::said_apart(row, width));
        lines as f64 * Type::NAME.line() + STRIP + 6.0
    }

    /// Whether what is said does not fit beside the name and takes a line of its own.
    fn said_apart(row: &Row, width: f64) -> bool {
        width_of(&row.said, Type::LABEL) + 16.0 > width * 0.65
    }

    fn draw_row(row: &Row, canvas: &mut Canvas<'_>, panel: &Panel) {
        let width = canvas.width();
        let names = Self::name_lines(row, width);
        canvas.lines(0.0, Type::NAME.size, &names, Type::NAME);
        let mut base = Type::NAME.size;
        if Self::said_apart(row, width) {
            base += names.len() as f64 * Type::NAME.line();
        }
        canvas.text(width, base, &row.said, Type::LABEL, Anchor::End);
        let y = Self::row_height(row, width) - STRIP / 2.0 - 6.0;
        canvas.line(
            (panel.sides[0], y),
            (panel.sides[2], y),
            Stroke::solid(1.0, palette::GRID),
        );
        Self::draw_interval(row, canvas, panel, y);
    }

    fn draw_interval(row: &Row, canvas: &mut Canvas<'_>, panel: &Panel, y: f64) {
        let stroke = Stroke::solid(2.5, palette::BLUE);
        let (low, high) = (row.low.unwrap_or(0.0), row.high.unwrap_or(row.estimate));
        canvas.line((panel.x.at(low), y), (panel.x.at(high), y), stroke);
        for end in [row.low.filter(|_| row.seen), row.high]
            .into_iter()
            .flatten()
        {
            let x = panel.x.at(end);
            canvas.line((x, y - 5.0), (x, y + 5.0), stroke);
        }
        if row.seen {
            canvas.dot(panel.x.at(row.estimate), y, 5.0, palette::BLUE);
        }
    }
}

impl Plot for Availability {
    fn height(&self, width: f64) -> f64 {
        self.rows
            .iter()
            .map(|row| Self::row_height(row, width))
            .sum::<f64>()
            + 46.0
    }

    fn draw(&self, canvas: &mut Canvas<'_>) {
        let sides = [6.0, 0.0, canvas.width() - 12.0, 0.0];
        let x = scale(&self.rows, (sides[0], sides[2]));
        let panel = Panel {
            sides,
            x,
            y: Scale::linear(0.0, 1.0, (0.0, 0.0)),
        };
        let mut used = 0.0;
        for row in &self.rows {
            Self::draw_row(row, canvas, &panel);
            let height = Self::row_height(row, canvas.width());
            canvas.move_down(height);
            used += height;
        }
        panel.x_axis(canvas, &self.ticks);
        panel.x_title(canvas, &self.title);
        canvas.move_down(-used);
    }
}
