//! The charts of a comparison: per question the difference of every design to the base.

use plotters::style::RGBColor;

use crate::compare::results::{Ask, Better, Difference, Verdict};
use crate::report::chart::difference::{Differences, Row};
use crate::report::chart::{Figure, Place, palette, slug};
use crate::report::compare::summary::best_first;
use crate::report::compare::units::Unit;
use crate::report::compare::words::Told;

/// One figure for each question in which some design differs.
pub fn figures(told: &Told<'_>) -> Vec<Figure> {
    told.differing()
        .enumerate()
        .map(|(index, ask)| figure(told, index + 1, ask))
        .collect()
}

fn figure(told: &Told<'_>, number: usize, ask: &Ask) -> Figure {
    let unit = told.unit(ask);
    let headline = headline(told, ask, &unit);
    let value = ask.base.row.value.estimate;
    let base = value.map_or_else(|| "–".to_owned(), |x| unit.value_with(x));
    let arguments = [
        ("asked", told.asked(ask).into()),
        ("base", told.base().into()),
        ("value", base.into()),
    ];
    Figure {
        id: format!("{number:02}-difference-{}", slug(&told.asked(ask))),
        place: Place::Findings,
        description: description(told, ask, &headline),
        headline,
        subtitle: told.words.get("compare-chart-subtitle", &arguments),
        plot: Box::new(Differences {
            rows: best_first(ask)
                .into_iter()
                .filter(|of| of.verdict != Verdict::Equal)
                .filter_map(|of| row(told, &unit, of))
                .collect(),
            better_left: ask.better == Better::Less,
            sides: ["compare-side-better", "compare-side-worse"].map(|key| told.words.say(key)),
            ticks: told.words.catalogue.language(),
            axis: told
                .words
                .get("compare-axis", &[("unit", unit.of_differences().into())]),
        }),
        table: told.table(ask),
        csv: "comparison.csv",
    }
}

/// The finding in sentences, and which designs the picture leaves out.
fn description(told: &Told<'_>, ask: &Ask, headline: &str) -> String {
    let detail = told.words.say("compare-chart-detail");
    let told_in_words = told.words.described(headline, &detail);
    match told.equal(ask) {
        Some(equal) => format!("{told_in_words} {equal}"),
        None => told_in_words,
    }
}

fn row(told: &Told<'_>, unit: &Unit<'_>, of: &Difference) -> Option<Row> {
    let x = of.difference.estimate?;
    let ends = of.difference.low.zip(of.difference.high);
    let said = match (of.verdict, ends) {
        (Verdict::Better | Verdict::Worse, Some((low, high))) => {
            format!(
                "{} ({})",
                told.difference(unit, of),
                unit.signed_range(low, high)
            )
        }
        (verdict, _) => told.verdict(verdict),
    };
    Some(Row {
        name: told.design(of.design),
        said,
        difference: unit.scaled(x),
        interval: ends.map(|(low, high)| (unit.scaled(low), unit.scaled(high))),
        colour: colour(of.verdict),
    })
}

fn colour(verdict: Verdict) -> RGBColor {
    match verdict {
        Verdict::Better => palette::BLUE,
        Verdict::Worse => palette::VERMILION,
        Verdict::NotShown | Verdict::Equal | Verdict::TooFew => palette::MUTED,
    }
}

/// The finding: the best design, or that none is better.
fn headline(told: &Told<'_>, ask: &Ask, unit: &Unit<'_>) -> String {
    let best = best_first(ask)
        .into_iter()
        .find(|of| of.verdict == Verdict::Better);
    let asked = ("asked", told.asked(ask).into());
    match best {
        Some(of) => {
            let arguments = [
                ("design", told.design(of.design).into()),
                ("amount", told.amount(unit, of).into()),
            ];
            let key = if ask.better == Better::Less {
                "compare-chart-best-less"
            } else {
                "compare-chart-best-more"
            };
            told.words.get(key, &arguments)
        }
        None => {
            let worse = ask.designs.iter().any(|of| of.verdict == Verdict::Worse);
            let key = if worse {
                "compare-chart-none-better"
            } else {
                "compare-chart-none"
            };
            told.words.get(key, &[asked])
        }
    }
}
