//! The report: one HTML file that needs nothing else, readable on a telephone, a screen and on A4 paper. No scripts, no network.
//!
//! The order is that of a reader in a hurry: a first page that answers the question, three pictures, what drives it, years told,
//! assumptions, method, all tables, how to make it again. Accessibility after WCAG 2.1 AA: language, order of headings, captions,
//! heads with scope, contrast, nothing told by colour alone.

mod answers;
mod assumptions;
pub mod compare;
mod figures;
mod front;
mod method;
mod objectives;
mod organisations;
mod parts;
mod shell;
mod stories;

use maud::{Markup, html};

use crate::report::chart::{Place, figures as all_figures};
use crate::report::options::Options;
use crate::report::words::Words;

/// The whole page.
#[must_use]
pub fn page(words: &Words<'_>, options: &Options) -> String {
    let title = if words.results.about.title.is_empty() {
        words.say("report")
    } else {
        words.wording(&words.results.about.title).to_owned()
    };
    shell::Page {
        language: words.catalogue.language(),
        title: format!("{title} – {}", words.say("report")),
        body: html! {
            header { (front::head(words, &title)) }
            main {
                div.front { (front::page(words, options)) }
                div.text { (body(words, options)) }
            }
            footer { (method::foot(words)) }
        },
    }
    .whole()
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
        (method::section(words, options))
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
