//! How an estimate settles as replications are added, with its band.

use crate::batch::results::Curve;
use crate::report::chart::canvas::{Anchor, Canvas, Stroke};
use crate::report::chart::lettering::{Type, width_of};
use crate::report::chart::panel::{Panel, Tick, label_room};
use crate::report::chart::scale::Scale;
use crate::report::chart::{Figure, Place, Plot, palette, slug};
use crate::report::table::Table;
use crate::report::words::Words;
use crate::text::format::concise;

/// Most rows of the table beside the chart; the CSV file has all.
const MOST_ROWS: usize = 16;
/// From this share of the replications on the curve is drawn: the first bands would flatten the rest.
const SETTLED: f64 = 0.1;
/// Height of the panel [px].
const PANEL: f64 = 190.0;

struct Convergence {
    points: Vec<(f64, f64, f64, f64)>,
    last: String,
    x_ticks: Vec<Tick>,
    y_ticks: Vec<Tick>,
    x_title: String,
    y_title: String,
}

/// One figure for each curve.
pub fn figures(words: &Words<'_>) -> Vec<Figure> {
    let curves = words
        .results
        .curves
        .iter()
        .filter(|curve| curve.kind == "convergence" && curve.points.len() > 1);
    curves.filter_map(|curve| figure(words, curve)).collect()
}

/// What the curve estimates and its unit: that of the question it belongs to.
fn asked(words: &Words<'_>, curve: &Curve) -> (String, String) {
    let asks = &words.results.asks;
    let number = curve
        .subject
        .strip_prefix("ask/")
        .and_then(|number| number.parse::<usize>().ok());
    let by_number = number.and_then(|number| asks.get(number.saturating_sub(1)));
    let by_subject = || {
        asks.iter()
            .find(|ask| ask.row.subject == curve.subject && ask.row.level == curve.level)
    };
    by_number.or_else(by_subject).map_or_else(
        || {
            (
                words.subject_at(&curve.subject, &curve.level),
                String::new(),
            )
        },
        |ask| (words.asked(ask), ask.row.unit.clone()),
    )
}

fn figure(words: &Words<'_>, curve: &Curve) -> Option<Figure> {
    let (asked, unit) = asked(words, curve);
    let &(n, last, low, high) = curve.points.last()?;
    let value = words.value(&unit, last, 2);
    let arguments = [
        ("value", value.into()),
        ("n", (n as u64).into()),
        ("interval", words.range(&unit, low, high, 2).into()),
    ];
    let headline = words.get("chart-convergence-headline", &arguments);
    Some(Figure {
        id: format!(
            "convergence-{}",
            slug(&format!("{} {}", curve.subject, curve.level))
        ),
        place: Place::Method,
        description: words.described(&headline, &words.say("chart-convergence-detail")),
        headline,
        subtitle: words.get("chart-convergence-subtitle", &[("asked", asked.into())]),
        table: table(words, curve, &unit),
        plot: Box::new(plot(words, curve, &unit)),
        csv: "curves.csv",
    })
}

fn table(words: &Words<'_>, curve: &Curve, unit: &str) -> Table {
    let mut table = Table::new(words.say("chart-convergence-table"))
        .number(words.say("column-replications"))
        .number(words.say("column-estimate"))
        .number(words.say("column-interval"));
    let every = curve.points.len().div_ceil(MOST_ROWS).max(1);
    for (x, y, low, high) in curve.points.iter().step_by(every) {
        let range = words.range(unit, *low, *high, 3);
        table.push(vec![
            words.catalogue.count(*x as u64),
            words.value(unit, *y, 3),
            range,
        ]);
    }
    table
}

/// Shows the axis in the unit of the results: percent for shares, else the number itself.
fn plot(words: &Words<'_>, curve: &Curve, unit: &str) -> Convergence {
    let label = |y: f64| match unit {
        "1" => words.value("1", y, 2),
        _ => concise(words.catalogue.language(), y, 3),
    };
    let most = curve.points.last().map_or(1.0, |point| point.0);
    let points: Vec<_> = curve
        .points
        .iter()
        .filter(|point| point.0 >= most * SETTLED)
        .copied()
        .collect();
    let (low, high) = extent(&points);
    let last = curve
        .points
        .last()
        .map_or_else(String::new, |point| label(point.1));
    let ticks = Scale::linear(0.0, most, (0.0, 1.0)).ticks(5);
    Convergence {
        points,
        last,
        x_ticks: ticks
            .into_iter()
            .map(|x| (x, words.catalogue.count(x as u64)))
            .collect(),
        y_ticks: Scale::linear(low, high, (0.0, 1.0))
            .ticks(4)
            .into_iter()
            .map(|y| (y, label(y)))
            .collect(),
        x_title: words.say("axis-replications"),
        y_title: words.catalogue.word("axis-unit", &unit_key(unit)),
    }
}

/// A unit as part of a message key.
fn unit_key(unit: &str) -> String {
    match unit {
        "1" => "share".to_owned(),
        other => slug(other),
    }
}

/// The ends of the vertical axis: those of the band and a margin.
fn extent(points: &[(f64, f64, f64, f64)]) -> (f64, f64) {
    let ends = points
        .iter()
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), point| {
            (
                low.min(point.2).min(point.1),
                high.max(point.3).max(point.1),
            )
        });
    let margin = (ends.1 - ends.0).max(ends.1.abs() * 1e-6) * 0.15;
    (
        if ends.0 >= 0.0 {
            (ends.0 - margin).max(0.0)
        } else {
            ends.0 - margin
        },
        ends.1 + margin,
    )
}

impl Plot for Convergence {
    fn height(&self, _width: f64) -> f64 {
        28.0 + PANEL + 44.0
    }

    fn draw(&self, canvas: &mut Canvas<'_>) {
        let look = Type::NAME.in_colour(palette::BLUE);
        let room = width_of(&self.last, look) + 12.0;
        let sides = [
            label_room(&self.y_ticks),
            28.0,
            canvas.width() - room,
            28.0 + PANEL,
        ];
        let last = self.points.last().copied().unwrap_or_default();
        let (low, high) = extent(&self.points);
        let panel = Panel {
            sides,
            x: Scale::linear(0.0, last.0, (sides[0], sides[2])),
            y: Scale::linear(low, high, (sides[3], sides[1])),
        };
        panel.y_axis(canvas, &self.y_ticks);
        panel.y_title(canvas, &self.y_title);
        let band: Vec<_> = self
            .points
            .iter()
            .map(|&(x, _, low, high)| (x, low, high))
            .collect();
        panel.band(canvas, &band, palette::BLUE);
        let curve: Vec<_> = self.points.iter().map(|&(x, y, ..)| (x, y)).collect();
        panel.curve(canvas, &curve, Stroke::solid(2.0, palette::BLUE));
        canvas.dot(panel.x.at(last.0), panel.y.at(last.1), 3.5, palette::BLUE);
        canvas.text(
            sides[2] + 8.0,
            panel.y.at(last.1) + 4.5,
            &self.last,
            look,
            Anchor::Start,
        );
        panel.x_axis(canvas, &self.x_ticks);
        panel.x_title(canvas, &self.x_title);
    }
}
