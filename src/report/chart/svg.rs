//! A figure as SVG: bare for a page that gives the titles itself, or whole for a file of its own.

use std::fmt::Write as _;

use crate::report::chart::canvas::{self, Drawing};
use crate::report::chart::lettering::{Type, wrapped};
use crate::report::chart::{Figure, font, palette};
use crate::report::words::Words;

/// Width on paper and screens [px].
pub const WIDE: f64 = 720.0;
/// Width on telephones [px].
pub const NARROW: f64 = 342.0;
/// White space around a picture of its own [px].
const EDGE: f64 = 24.0;

/// The plot alone.
#[must_use]
pub fn bare(figure: &Figure, width: f64) -> Drawing {
    let mut drawing = canvas::draw(width, figure.plot.height(width), |canvas| {
        figure.plot.draw(canvas)
    });
    drawing.svg = described(
        &drawing.svg,
        figure,
        if width < WIDE { "n" } else { "w" },
        "",
    );
    drawing
}

/// The plot with its two titles and a line that says where it comes from; `style` is put into the picture.
#[must_use]
pub fn whole(figure: &Figure, words: &Words<'_>, style: &str) -> Drawing {
    let headline = wrapped(&figure.headline, Type::HEADLINE, WIDE, 3);
    let subtitle = wrapped(&figure.subtitle, Type::SMALL, WIDE, 3);
    let source = wrapped(&source_line(words), Type::SMALL, WIDE, 2);
    let titles = headline.len() as f64 * Type::HEADLINE.line()
        + subtitle.len() as f64 * Type::SMALL.line()
        + 22.0;
    let plot = figure.plot.height(WIDE);
    let height = EDGE + titles + plot + 16.0 + source.len() as f64 * Type::SMALL.line() + EDGE;
    let size = (WIDE + 2.0 * EDGE, height);
    let mut drawing = canvas::draw(size.0, size.1, |canvas| {
        canvas.rectangle((0.0, 0.0), size, palette::PAPER);
        canvas.inset(EDGE, WIDE);
        canvas.move_down(EDGE);
        canvas.lines(0.0, Type::HEADLINE.size, &headline, Type::HEADLINE);
        let below = headline.len() as f64 * Type::HEADLINE.line() + Type::SMALL.size + 4.0;
        canvas.lines(0.0, below, &subtitle, Type::SMALL);
        canvas.move_down(titles);
        figure.plot.draw(canvas);
        canvas.move_down(plot + 16.0);
        canvas.lines(0.0, Type::SMALL.size, &source, Type::SMALL);
    });
    drawing.svg = described(&drawing.svg, figure, "f", style);
    drawing
}

fn source_line(words: &Words<'_>) -> String {
    let key = &words.results.key;
    let arguments = [
        ("label", words.wording(&words.results.about.label).into()),
        ("n", key.replications.into()),
        ("seed", key.seed.to_string().into()),
    ];
    words.get("chart-source", &arguments)
}

/// Puts title, description and role into a picture, with ids that `which` keeps apart from those of other drawings of the figure.
fn described(svg: &str, figure: &Figure, which: &str, style: &str) -> String {
    let id = format!("figure-{}-{which}", figure.id);
    titled(svg, &id, &figure.headline, &figure.description, style)
}

/// Puts title, description and role into a picture whose ids begin with `id`; `style` is put into it unless it is empty.
#[must_use]
pub fn titled(svg: &str, id: &str, title: &str, description: &str, style: &str) -> String {
    let mut head = format!("<svg role=\"img\" aria-labelledby=\"{id}-t {id}-d\" ");
    let Some((open, rest)) = svg
        .trim_start()
        .strip_prefix("<svg ")
        .and_then(|rest| rest.split_once('>'))
    else {
        return svg.to_owned();
    };
    let (title, description) = (escaped(title), escaped(description));
    let _ = write!(
        head,
        "{open}><title id=\"{id}-t\">{title}</title><desc id=\"{id}-d\">{description}</desc>"
    );
    if !style.is_empty() {
        let _ = write!(head, "<style>{style}</style>");
    }
    head + rest
}

/// The `<style>` that makes a picture of its own draw with the embedded font.
#[must_use]
pub fn font_style() -> String {
    font::css()
}

/// Escapes for XML and drops control characters, which XML cannot hold.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !c.is_control()) {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            _ => safe.push(c),
        }
    }
    safe
}
