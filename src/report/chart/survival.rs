//! How long outages last: the share that lasts longer, with objectives and limits as lines.

use crate::batch::results::Curve;
use crate::report::chart::canvas::{Anchor, Canvas, Stroke};
use crate::report::chart::lettering::{Type, width_of, wrapped};
use crate::report::chart::panel::{Panel, Tick, label_room};
use crate::report::chart::scale::{Scale, TIMES};
use crate::report::chart::{Figure, Place, Plot, palette, slug};
use crate::report::table::Table;
use crate::report::words::{Words, is_demand};

/// Most lines in one chart.
const MOST_LINES: usize = 4;
/// Most rows of the table beside the chart; the CSV file has all.
const MOST_ROWS: usize = 24;

struct Line {
    name: String,
    points: Vec<(f64, f64, f64, f64)>,
}

struct Mark {
    x: f64,
    label: String,
}

struct Survival {
    lines: Vec<Line>,
    marks: Vec<Mark>,
    x_ticks: Vec<Tick>,
    y_ticks: Vec<Tick>,
    x_title: String,
    y_title: String,
}

/// One figure for each subject with outages that ended; the first is that of a question with an objective, if there is one.
pub fn figures(words: &Words<'_>) -> Vec<Figure> {
    let mut subjects: Vec<&str> = Vec::new();
    for curve in curves(words) {
        if !subjects.contains(&curve.subject.as_str()) && !words.is_only_expected(&curve.subject) {
            subjects.push(&curve.subject);
        }
    }
    subjects.sort_by_key(|subject| !is_asked_with_mark(words, subject));
    subjects
        .into_iter()
        .filter_map(|subject| figure(words, subject))
        .collect()
}

/// Whether a question asks about a subject that has an objective or a limit.
fn is_asked_with_mark(words: &Words<'_>, subject: &str) -> bool {
    let asked = words
        .results
        .asks
        .iter()
        .any(|ask| ask.row.subject == subject);
    asked
        && !is_demand(subject)
        && curves(words).any(|curve| curve.subject == subject && !curve.marks.is_empty())
}

fn curves<'a>(words: &Words<'a>) -> impl Iterator<Item = &'a Curve> {
    words
        .results
        .curves
        .iter()
        .filter(|curve| curve.kind == "outage-survival" && curve.points.len() > 1)
}

fn figure(words: &Words<'_>, subject: &str) -> Option<Figure> {
    let curves: Vec<&Curve> = curves(words)
        .filter(|curve| curve.subject == subject)
        .take(MOST_LINES)
        .collect();
    let told = curves
        .iter()
        .rev()
        .find(|curve| !curve.marks.is_empty())
        .or(curves.last())?;
    let headline = headline(words, told);
    let detail = detail(words, told);
    Some(Figure {
        id: format!("outages-{}", slug(subject)),
        place: Place::Findings,
        description: words.described(&headline, &detail),
        headline,
        subtitle: words.get(
            "chart-survival-subtitle",
            &[
                ("demand", demand(subject).into()),
                ("subject", words.subject(subject).into()),
            ],
        ),
        table: table(words, &curves),
        plot: Box::new(plot(words, &curves)),
        csv: "curves.csv",
    })
}

/// The finding: the share beyond the first mark, or where there is none the time in which half of them end.
fn headline(words: &Words<'_>, curve: &Curve) -> String {
    let (key, share, time) = match (curve.marks.first(), time_until(curve, 0.5)) {
        (Some((_, x)), _) => {
            let share = height_at(curve, *x);
            let key = match share {
                _ if share <= 0.0 => "chart-survival-headline-none",
                _ if share >= 1.0 => "chart-survival-headline-all",
                _ => "chart-survival-headline",
            };
            (key, share, words.catalogue.duration_set(*x))
        }
        (None, Ok(median)) => (
            "chart-survival-headline-median",
            0.5,
            words.value("h", median, 2),
        ),
        (None, Err(last)) => (
            "chart-survival-headline-long",
            0.5,
            words.value("h", last, 2),
        ),
    };
    let limit = curve
        .marks
        .first()
        .map(|(kind, _)| words.catalogue.word("mark-short", kind));
    let arguments = [
        ("demand", demand(&curve.subject).into()),
        ("name", words.subject(&curve.subject).into()),
        ("level", words.shown(&curve.level).into()),
        (
            "subject",
            words.subject_at(&curve.subject, &curve.level).into(),
        ),
        ("share", words.value("1", share, 2).into()),
        ("limit", limit.unwrap_or_default().into()),
        ("time", time.into()),
    ];
    words.get(key, &arguments)
}

/// What messages choose by: whether the episodes are times in need of a level instead of outages.
fn demand(subject: &str) -> &'static str {
    if is_demand(subject) { "yes" } else { "no" }
}

/// How soon nine in ten are over, or that this was not seen.
fn detail(words: &Words<'_>, curve: &Curve) -> String {
    let (key, time) = match time_until(curve, 0.1) {
        Ok(time) => ("chart-survival-detail", time),
        Err(last) => ("chart-survival-detail-long", last),
    };
    words.get(key, &[("time", words.value("h", time, 2).into())])
}

/// The curve's value at `x`: that of the last point not beyond it.
fn height_at(curve: &Curve, x: f64) -> f64 {
    curve
        .points
        .iter()
        .take_while(|point| point.0 <= x)
        .last()
        .map_or(1.0, |point| point.1)
}

/// The time [h] after which only `share` of the outages are left; else the last time that is known, at which more are.
fn time_until(curve: &Curve, share: f64) -> Result<f64, f64> {
    let left = curve.points.iter().find(|point| point.1 <= share);
    let last = || curve.points.last().map_or(0.0, |point| point.0);
    left.map(|point| point.0).ok_or_else(last)
}

fn table(words: &Words<'_>, curves: &[&Curve]) -> Table {
    let mut table = Table::new(words.say("chart-survival-table"))
        .text(words.say("column-outage"))
        .number(words.say("column-longer-than"))
        .number(words.say("column-share"))
        .number(words.say("column-interval"));
    for curve in curves {
        let every = curve
            .points
            .len()
            .div_ceil(MOST_ROWS / curves.len().min(2))
            .max(1);
        for (x, y, low, high) in curve.points.iter().step_by(every) {
            table.push(vec![
                words.subject_at(&curve.subject, &curve.level),
                words.value("h", *x, 2),
                words.value("1", *y, 3),
                words.range("1", *low, *high, 3),
            ]);
        }
    }
    table
}

fn plot(words: &Words<'_>, curves: &[&Curve]) -> Survival {
    let line = |curve: &&Curve| Line {
        name: line_name(words, curve),
        points: curve.points.clone(),
    };
    Survival {
        lines: curves.iter().map(line).collect(),
        marks: marks(words, curves),
        x_ticks: TIMES
            .iter()
            .map(|&x| (x, words.catalogue.duration_tick(x)))
            .collect(),
        y_ticks: [0.0, 0.25, 0.5, 0.75, 1.0]
            .iter()
            .map(|&y| (y, words.value("1", y, 2)))
            .collect(),
        x_title: words.say("axis-duration"),
        y_title: words.say("axis-share-longer"),
    }
}

/// In the chart of one service the level says which line it is.
fn line_name(words: &Words<'_>, curve: &Curve) -> String {
    if curve.level.is_empty() {
        words.subject(&curve.subject)
    } else if words.is_lowest(&curve.subject, &curve.level) {
        words.say("line-down")
    } else {
        words.get("line-below", &[("level", words.shown(&curve.level).into())])
    }
}

fn marks(words: &Words<'_>, curves: &[&Curve]) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for curve in curves {
        for (kind, x) in curve.marks.iter().filter(|(_, x)| *x > 0.0) {
            let (name, time) = (
                words.catalogue.word("mark", kind),
                words.catalogue.duration_set(*x),
            );
            let share = words.value("1", height_at(curve, *x), 2);
            let of = if curves.len() > 1 {
                format!(" ({})", line_name(words, curve))
            } else {
                String::new()
            };
            let label = words.get(
                "mark-label",
                &[
                    ("name", name.into()),
                    ("time", time.into()),
                    ("share", share.into()),
                    ("of", of.into()),
                ],
            );
            marks.push(Mark { x: *x, label });
        }
    }
    marks.sort_by(|a, b| a.x.total_cmp(&b.x));
    marks
}

impl Survival {
    fn scale(&self, pixels: (f64, f64)) -> Scale {
        let points = self
            .lines
            .iter()
            .flat_map(|line| &line.points)
            .map(|point| point.0);
        let all = points
            .chain(self.marks.iter().map(|mark| mark.x))
            .filter(|&x| x > 0.0 && x.is_finite());
        let (least, most) = all.fold((f64::INFINITY, 0.0), |(low, high): (f64, f64), x| {
            (low.min(x), high.max(x))
        });
        Scale::logarithmic(least.max(most * 1e-5), most * 1.1, pixels)
    }

    fn head(&self) -> f64 {
        28.0 + self.marks.len() as f64 * 18.0
    }

    /// Dashed lines from the labels down; the lines of later marks begin lower, so that no line crosses a label to its right.
    fn draw_marks(&self, canvas: &mut Canvas<'_>, panel: &Panel) {
        for (index, mark) in self.marks.iter().enumerate() {
            let x = panel.x.at(mark.x);
            let stroke = Stroke {
                width: 1.5,
                colour: palette::INK,
                dash: Some((4.0, 3.0)),
            };
            canvas.line(
                (x, Self::label_base(index) - 11.0),
                (x, panel.sides[3]),
                stroke,
            );
        }
        for (index, mark) in self.marks.iter().enumerate() {
            Self::draw_label(
                canvas,
                panel.x.at(mark.x) + 5.0,
                Self::label_base(index),
                &mark.label,
            );
        }
    }

    fn label_base(index: usize) -> f64 {
        36.0 + index as f64 * 18.0
    }

    /// A label right of its line, or as far right as it fits.
    fn draw_label(canvas: &mut Canvas<'_>, x: f64, y: f64, label: &str) {
        let label = wrapped(label, Type::SMALL, canvas.width() - 4.0, 1).concat();
        let width = width_of(&label, Type::SMALL);
        let left = x.min(canvas.width() - width);
        canvas.rectangle(
            (left - 2.0, y - 12.0),
            (left + width, y + 4.0),
            palette::PAPER,
        );
        canvas.text(
            left,
            y,
            &label,
            Type::SMALL.in_colour(palette::INK),
            Anchor::Start,
        );
    }

    /// The names of the lines stand at the upper right, where a falling curve leaves room; each with its colour and dash.
    fn draw_names(&self, canvas: &mut Canvas<'_>, panel: &Panel) {
        let room = (panel.sides[2] - panel.sides[0]) * 0.45;
        for (index, line) in self.lines.iter().enumerate() {
            let look = Type {
                strong: true,
                ..Type::LABEL.in_colour(palette::LINES[index % 4])
            };
            let name = wrapped(&line.name, look, room, 1).concat();
            let (right, y) = (panel.sides[2], panel.sides[1] + 20.0 + index as f64 * 20.0);
            let left = right - width_of(&name, look);
            canvas.rectangle((left - 34.0, y - 13.0), (right, y + 5.0), palette::PAPER);
            canvas.line(
                (left - 32.0, y - 4.5),
                (left - 7.0, y - 4.5),
                Stroke::of_line(index),
            );
            canvas.text(left, y, &name, look, Anchor::Start);
        }
    }
}

impl Plot for Survival {
    fn height(&self, _width: f64) -> f64 {
        self.head() + 240.0 + 44.0
    }

    fn draw(&self, canvas: &mut Canvas<'_>) {
        let sides = [
            label_room(&self.y_ticks),
            self.head(),
            canvas.width() - 8.0,
            self.head() + 240.0,
        ];
        let panel = Panel {
            sides,
            x: self.scale((sides[0], sides[2])),
            y: Scale::linear(0.0, 1.0, (sides[3], sides[1])),
        };
        canvas.text(
            0.0,
            Type::SMALL.size,
            &self.y_title,
            Type::SMALL,
            Anchor::Start,
        );
        panel.y_axis(canvas, &self.y_ticks);
        for (index, line) in self.lines.iter().enumerate() {
            let band: Vec<_> = line
                .points
                .iter()
                .map(|&(x, _, low, high)| (x, low, high))
                .collect();
            panel.band(canvas, &band, palette::LINES[index % 4]);
        }
        self.draw_marks(canvas, &panel);
        for (index, line) in self.lines.iter().enumerate() {
            let curve: Vec<_> = line.points.iter().map(|&(x, y, ..)| (x, y)).collect();
            panel.curve(canvas, &curve, Stroke::of_line(index));
        }
        if self.lines.len() > 1 {
            self.draw_names(canvas, &panel);
        }
        panel.x_axis(canvas, &self.x_ticks);
        panel.x_title(canvas, &self.x_title);
    }
}
