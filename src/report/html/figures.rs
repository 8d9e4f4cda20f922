//! Figures in the page: finding, measure, picture for wide and narrow screens, description, the same numbers as a table.

use maud::{Markup, html};

use crate::report::chart::{Figure, Place, svg};
use crate::report::html::parts::{self, Narrow};
use crate::report::words::Words;

/// The figures of a report, numbered in the order in which they are shown.
pub struct Numbered<'a> {
    words: &'a Words<'a>,
    figures: Vec<Figure>,
    shown: u64,
}

impl<'a> Numbered<'a> {
    /// None shown yet.
    pub const fn new(words: &'a Words<'a>, figures: Vec<Figure>) -> Self {
        Self {
            words,
            figures,
            shown: 0,
        }
    }

    /// A section with the next figures of `place`, at most `most`; nothing where there are none.
    pub fn section(&mut self, heading: &str, place: Place, most: usize) -> Markup {
        let figures = self.next(place, most);
        html! { @if !figures.is_empty() { h2 { (self.words.say(heading)) } @for figure in &figures { (figure) } } }
    }

    /// Figures of `place` within the section before; nothing where there are none.
    pub fn subsection(&mut self, opening: &str, place: Place) -> Markup {
        let figures = self.next(place, place.most());
        html! { @if !figures.is_empty() { p { (self.words.say(opening)) } @for figure in &figures { (figure) } } }
    }

    /// The next figures of `place`, each of which is shown once.
    fn next(&mut self, place: Place, most: usize) -> Vec<Markup> {
        let mut markups = Vec::new();
        let (taken, left): (Vec<_>, Vec<_>) = std::mem::take(&mut self.figures)
            .into_iter()
            .partition(|figure| {
                let taken = figure.place == place && markups.len() < most;
                if taken {
                    self.shown += 1;
                    markups.push(shown(self.words, figure, self.shown));
                }
                taken
            });
        drop(taken);
        self.figures = left;
        markups
    }
}

fn shown(words: &Words<'_>, figure: &Figure, number: u64) -> Markup {
    let wide = svg::bare(figure, svg::WIDE);
    let narrow = svg::bare(figure, svg::NARROW);
    let csv = words.get("data-in", &[("file", figure.csv.into())]);
    html! {
        figure id=(figure.id) {
            figcaption {
                h3 { (words.get("figure", &[("n", number.into())])) " " (figure.headline) }
                p.subtitle { (figure.subtitle) }
            }
            div.wide { (parts::drawing(&wide.svg)) }
            div.narrow { (parts::drawing(&narrow.svg)) }
            p.description { (figure.description) }
            (parts::details(
                &words.say("show-data"),
                false,
                &html! { (parts::table(&figure.table, Narrow::Scrolls)) p.small.muted { (csv) } },
            ))
        }
    }
}
