//! The report: one HTML file that needs nothing else, readable on a telephone, a screen and on A4 paper. No scripts, no network.
//!
//! The order is that of a reader in a hurry: question, answer, objectives, who is hit, figures, stories, causes, assumptions, what
//! is left out, warnings, method, how to make it again, all measures. Accessibility after WCAG 2.1 AA: language, order of
//! headings, captions, heads with scope, contrast, nothing told by colour alone.

mod answers;
mod assumptions;
pub mod compare;
mod figures;
mod method;
mod objectives;
mod organisations;
mod parts;
mod shell;
mod stories;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::report::chart::{Place, figures as all_figures, font};
use crate::report::words::Words;
use crate::report::write::Options;

const STYLE: &str = include_str!("style.css");
/// Nothing is loaded and nothing runs, whatever a name may hold.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";

/// The whole page.
#[must_use]
pub fn page(words: &Words<'_>, options: &Options) -> String {
    let title = if words.results.about.title.is_empty() {
        words.say("report")
    } else {
        words.wording(&words.results.about.title).to_owned()
    };
    let page = html! {
        (DOCTYPE)
        html lang=(words.catalogue.language().tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                title { (title) " – " (words.say("report")) }
                style { (PreEscaped(font::css())) (PreEscaped(STYLE)) }
            }
            body {
                header { (answers::head(words, &title)) }
                main { (body(words, options)) }
                footer { (method::foot(words)) }
            }
        }
    };
    page.into_string()
}

fn body(words: &Words<'_>, options: &Options) -> Markup {
    let mut numbered = figures::Numbered::new(words, all_figures(words));
    html! {
        (answers::answer(words))
        (answers::table(words))
        (objectives::section(words))
        (organisations::section(words))
        (numbered.section("section-figures", Place::Findings))
        (stories::section(words))
        (numbered.section("section-causes", Place::Causes))
        (assumptions::section(words))
        (parts::listed(words, "section-left-out", &words.left_out()))
        (parts::listed(words, "section-warnings", &words.warnings()))
        (method::section(words))
        (numbered.subsection("section-convergence", Place::Method))
        (method::expectations(words))
        (method::reproduce(words, options))
        (method::measures(words))
    }
}
