//! The load of a hotline over the week: calls with their band above, agents and waiting callers below.

use crate::batch::results::HotlineWeek;
use crate::report::chart::canvas::{Anchor, Canvas, Stroke};
use crate::report::chart::lettering::{Type, width_of};
use crate::report::chart::panel::{Panel, Tick, label_room};
use crate::report::chart::scale::Scale;
use crate::report::chart::{Figure, Place, Plot, palette, slug};
use crate::report::table::Table;
use crate::report::words::Words;

/// Half hours of a day.
const DAY: usize = 48;
/// From this share of the highest load on, a half hour counts as one of high load.
const NEARLY: f64 = 0.85;
/// Height of the upper and the lower panel [px].
const PANELS: (f64, f64) = (150.0, 110.0);

struct Load {
    bins: Vec<(f64, f64, f64, f64)>,
    agents: Vec<u32>,
    days: Vec<String>,
    calls_ticks: Vec<Tick>,
    people_ticks: Vec<Tick>,
    titles: [String; 2],
    names: [String; 2],
}

/// One figure for each hotline with calls.
pub fn figures(words: &Words<'_>) -> Vec<Figure> {
    words
        .results
        .hotline_weeks
        .iter()
        .filter_map(|week| figure(words, week))
        .collect()
}

fn figure(words: &Words<'_>, week: &HotlineWeek) -> Option<Figure> {
    let calls = |bin: &(usize, &(f64, f64, f64, f64))| bin.1.0;
    let (at, peak) = week
        .bins
        .iter()
        .enumerate()
        .max_by(|a, b| calls(a).total_cmp(&calls(b)))?;
    if peak.0 <= 0.0 {
        return None;
    }
    let arguments = [
        ("hotline", words.shown(&week.hotline).into()),
        ("time", on_day(words, at).into()),
        ("calls", words.catalogue.number(peak.0, 2).into()),
        ("low", words.catalogue.number(peak.1, 2).into()),
        ("high", words.catalogue.number(peak.2, 2).into()),
        (
            "agents",
            u64::from(week.agents.get(at).copied().unwrap_or(0)).into(),
        ),
    ];
    let key = if is_flat(&week.bins, peak.0) {
        "chart-hotline-headline-flat"
    } else {
        "chart-hotline-headline"
    };
    let headline = words.get(key, &arguments);
    Some(Figure {
        id: format!("hotline-{}", slug(&week.hotline)),
        place: Place::Findings,
        description: words.described(&headline, &words.get("chart-hotline-detail", &arguments)),
        headline,
        subtitle: words.get("chart-hotline-subtitle", &arguments),
        table: table(words, week),
        plot: Box::new(plot(words, week)),
        csv: "hotline_weeks.csv",
    })
}

/// Whether most half hours with calls bring nearly as many as the one with most: then no peak can be named.
fn is_flat(bins: &[(f64, f64, f64, f64)], peak: f64) -> bool {
    let open = bins.iter().filter(|bin| bin.0 > 0.0).count();
    let high = bins.iter().filter(|bin| bin.0 >= peak * NEARLY).count();
    high > 1 && high * 2 > open
}

/// "Mon 09:30".
fn time_of(words: &Words<'_>, bin: usize) -> String {
    let day = words.say(&format!("day-{}", bin / DAY % 7 + 1));
    format!("{day} {}", clock(bin))
}

/// "on Mondays at 09:30".
fn on_day(words: &Words<'_>, bin: usize) -> String {
    let key = format!("on-day-{}", bin / DAY % 7 + 1);
    words.get(&key, &[("clock", clock(bin).into())])
}

fn clock(bin: usize) -> String {
    format!("{:02}:{:02}", bin % DAY / 2, bin % 2 * 30)
}

fn table(words: &Words<'_>, week: &HotlineWeek) -> Table {
    let mut table = Table::new(words.say("chart-hotline-table"))
        .text(words.say("column-half-hour"))
        .number(words.say("column-calls"))
        .number(words.say("column-calls-band"))
        .number(words.say("column-waiting"))
        .number(words.say("column-agents"));
    for (at, &(mean, low, high, waiting)) in week.bins.iter().enumerate() {
        let agents = week.agents.get(at).copied().unwrap_or(0);
        if high <= 0.0 && agents == 0 {
            continue;
        }
        let number = |x: f64| {
            if x == 0.0 {
                "0".to_owned()
            } else {
                words.catalogue.number(x, 2)
            }
        };
        table.push(vec![
            time_of(words, at),
            number(mean),
            words.catalogue.number_range(low, high, 2),
            number(waiting),
            agents.to_string(),
        ]);
    }
    table
}

fn plot(words: &Words<'_>, week: &HotlineWeek) -> Load {
    let label = |x: f64| crate::text::format::concise(words.catalogue.language(), x, 3);
    let ticks = |most: f64| {
        Scale::linear(0.0, most, (0.0, 1.0))
            .ticks(5)
            .into_iter()
            .map(|x| (x, label(x)))
            .collect()
    };
    Load {
        bins: week.bins.clone(),
        agents: week.agents.clone(),
        days: (1..=7)
            .map(|day| words.say(&format!("day-{day}")))
            .collect(),
        calls_ticks: ticks(most_calls(&week.bins)),
        people_ticks: ticks(most_people(&week.bins, &week.agents)),
        titles: [words.say("axis-calls"), words.say("axis-people")],
        names: [words.say("line-agents"), words.say("line-waiting")],
    }
}

fn most_calls(bins: &[(f64, f64, f64, f64)]) -> f64 {
    bins.iter().map(|bin| bin.0.max(bin.2)).fold(1.0, f64::max) * 1.05
}

fn most_people(bins: &[(f64, f64, f64, f64)], agents: &[u32]) -> f64 {
    let waiting = bins.iter().map(|bin| bin.3).fold(1.0, f64::max);
    agents
        .iter()
        .map(|&agents| f64::from(agents))
        .fold(waiting, f64::max)
        * 1.05
}

/// A line that stays level through each half hour.
fn steps(values: impl Iterator<Item = f64>) -> Vec<(f64, f64)> {
    values
        .enumerate()
        .flat_map(|(bin, y)| [(bin as f64, y), (bin as f64 + 1.0, y)])
        .collect()
}

impl Load {
    fn panel(&self, width: f64, top: f64, height: f64, most: f64) -> Panel {
        let left = label_room(&self.calls_ticks).max(label_room(&self.people_ticks));
        let sides = [left, top, width - 2.0, top + height];
        Panel {
            sides,
            x: Scale::linear(0.0, self.bins.len() as f64, (sides[0], sides[2])),
            y: Scale::linear(0.0, most, (sides[3], sides[1])),
        }
    }

    fn draw_days(&self, canvas: &mut Canvas<'_>, panel: &Panel, named: bool) {
        let [left, top, right, bottom] = panel.sides;
        canvas.line(
            (left, bottom),
            (right, bottom),
            Stroke::solid(1.0, palette::MUTED),
        );
        for (day, name) in self.days.iter().enumerate() {
            let begin = panel.x.at((day * DAY) as f64);
            canvas.line(
                (begin, top),
                (begin, bottom + 5.0),
                Stroke::solid(1.0, palette::GRID),
            );
            if named {
                let middle = panel.x.at((day * DAY + DAY / 2) as f64);
                canvas.text(middle, bottom + 18.0, name, Type::SMALL, Anchor::Middle);
            }
        }
    }

    fn draw_calls(&self, canvas: &mut Canvas<'_>, panel: &Panel) {
        panel.y_axis(canvas, &self.calls_ticks);
        panel.y_title(canvas, &self.titles[0]);
        self.draw_days(canvas, panel, false);
        let (low, high) = (
            steps(self.bins.iter().map(|bin| bin.1)),
            steps(self.bins.iter().map(|bin| bin.2)),
        );
        let band: Vec<_> = low
            .iter()
            .zip(&high)
            .map(|(low, high)| (low.0, low.1, high.1))
            .collect();
        panel.band(canvas, &band, palette::BLUE);
        panel.curve(
            canvas,
            &steps(self.bins.iter().map(|bin| bin.0)),
            Stroke::solid(1.6, palette::BLUE),
        );
    }

    fn draw_people(&self, canvas: &mut Canvas<'_>, panel: &Panel) {
        panel.y_axis(canvas, &self.people_ticks);
        canvas.text(
            0.0,
            panel.sides[1] - 28.0,
            &self.titles[1],
            Type::SMALL,
            Anchor::Start,
        );
        self.draw_days(canvas, panel, true);
        let agents = steps(self.agents.iter().map(|&agents| f64::from(agents)));
        let waiting = steps(self.bins.iter().map(|bin| bin.3));
        let looks = [
            Stroke::solid(1.6, palette::GREEN),
            Stroke {
                width: 1.6,
                colour: palette::VERMILION,
                dash: Some((5.0, 2.0)),
            },
        ];
        panel.curve(canvas, &agents, looks[0]);
        panel.curve(canvas, &waiting, looks[1]);
        let mut x = 0.0;
        for (name, look) in self.names.iter().zip(looks) {
            let y = panel.sides[1] - 10.0;
            canvas.line((x, y - 4.0), (x + 18.0, y - 4.0), look);
            canvas.text(
                x + 24.0,
                y,
                name,
                Type::SMALL.in_colour(look.colour),
                Anchor::Start,
            );
            x += 24.0 + width_of(name, Type::SMALL) + 20.0;
        }
    }
}

impl Plot for Load {
    fn height(&self, _width: f64) -> f64 {
        28.0 + PANELS.0 + 64.0 + PANELS.1 + 26.0
    }

    fn draw(&self, canvas: &mut Canvas<'_>) {
        let width = canvas.width();
        let calls = self.panel(width, 28.0, PANELS.0, most_calls(&self.bins));
        self.draw_calls(canvas, &calls);
        let people = self.panel(
            width,
            28.0 + PANELS.0 + 64.0,
            PANELS.1,
            most_people(&self.bins, &self.agents),
        );
        self.draw_people(canvas, &people);
    }
}
