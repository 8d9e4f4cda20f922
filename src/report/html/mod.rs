//! The report: one HTML file that needs nothing else, readable on a telephone, a screen and on A4 paper. No scripts, no network.
//!
//! The order is that of a reader in a hurry: a first page that answers the question, three pictures, what drives it, years told,
//! assumptions, method, all tables, how to make it again. Accessibility after WCAG 2.1 AA: language, order of headings, captions,
//! heads with scope, contrast, nothing told by colour alone.

mod answers;
mod assumptions;
mod figures;
mod front;
mod method;
mod objectives;
mod organisations;
mod parts;
mod stories;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::report::chart::{Place, figures as all_figures, font};
use crate::report::options::Options;
use crate::report::words::Words;

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
                header { (front::head(words, &title)) }
                main {
                    div.front { (front::page(words, options)) }
                    div.text { (body(words, options)) }
                }
                footer { (method::foot(words)) }
            }
        }
    };
    page.into_string()
}

/// Pictures of the findings before what drives them.
const PICTURES: usize = 3;

fn body(words: &Words<'_>, options: &Options) -> Markup {
    let mut numbered = figures::Numbered::new(words, all_figures(words));
    html! {
        (numbered.section("section-figures", Place::Findings, PICTURES))
        (numbered.section("section-causes", Place::Causes, Place::Causes.most()))
        (stories::section(words))
        (assumptions::section(words))
        (parts::listed(words, "section-warnings", &words.warnings()))
        (method::section(words))
        (numbered.subsection("section-convergence", Place::Method))
        (method::expectations(words))
        (answers::section(words))
        (objectives::section(words))
        (organisations::section(words))
        (numbered.section("section-more-figures", Place::Findings, Place::Findings.most()))
        (method::measures(words))
        (method::reproduce(words, options))
    }
}
