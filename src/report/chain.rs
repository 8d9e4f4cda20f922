//! Chains of causes as sentences: one fact a line, with local times and durations.
//!
//! Knows the fields of links, not how they were found.

use crate::batch::results::{Chain, Companion, Key, Link};
use crate::report::names::Names;
pub use crate::report::story::local_time;
use crate::report::story::{day, time_of_day};
use crate::text::{Catalogue, Value};

/// At most so many names in a sentence; the rest are counted.
const MOST_NAMES: usize = 5;

/// A link as a sentence, without its time.
pub fn sentence(link: &Link, names: &Names<'_>) -> String {
    let time = link.lasts_h.map_or_else(
        || "none".to_owned(),
        |time| names.catalogue.duration_exact(time, 3),
    );
    let of = match link.of.as_str() {
        "" => "none".to_owned(),
        of => names.shown(of),
    };
    let told = names.catalogue.get(
        &link.what,
        &[
            ("subject", named(&link.subjects, names).into()),
            ("n", (link.subjects.len() as u64).into()),
            ("of", of.into()),
            ("time", time.into()),
            ("follows", yes(link.follows)),
        ],
    );
    // A unit that is shortened with a full stop ends the sentence, too.
    match told.strip_suffix("..") {
        Some(all_but_stops) => format!("{all_but_stops}."),
        None => told,
    }
}

/// What happened to a service and by which root: "payroll down for 15.8 h: grid city building".
pub fn headline(chain: &Chain, names: &Names<'_>) -> String {
    names.catalogue.get(
        "chain-headline",
        &[
            ("service", names.shown(&chain.service).into()),
            ("level", names.shown(&chain.level).into()),
            ("lowest", yes(chain.lowest)),
            (
                "time",
                names.catalogue.duration_exact(chain.lasted_h, 3).into(),
            ),
            ("open", yes(chain.ended_h.is_none())),
            ("cause", cause(chain, names).into()),
        ],
    )
}

/// The root of a chain, with its kind where the name alone does not tell what it is.
pub fn cause(chain: &Chain, names: &Names<'_>) -> String {
    names.catalogue.get(
        "chain-cause",
        &[
            ("kind", chain.kind.as_str().into()),
            ("cause", names.shown(&chain.cause).into()),
        ],
    )
}

/// The other services that went with it, if there are any.
pub fn also(chain: &Chain, names: &Names<'_>) -> Option<String> {
    let told = |other: &Companion| {
        names.catalogue.get(
            "chain-companion",
            &[
                ("service", names.shown(&other.service).into()),
                ("level", names.shown(&other.level).into()),
                ("lowest", yes(other.lowest)),
                (
                    "time",
                    names.catalogue.duration_exact(other.lasted_h, 3).into(),
                ),
            ],
        )
    };
    let services: Vec<String> = chain.also.iter().map(told).collect();
    (!services.is_empty()).then(|| {
        let services = [("services", services.join(", ").into())];
        names.catalogue.get("chain-also", &services)
    })
}

/// What is said where links are left out, if some are.
pub fn left_out(chain: &Chain, catalogue: &Catalogue) -> Option<String> {
    let n = [("n", chain.left_out.into())];
    (chain.left_out > 0).then(|| catalogue.get("chain-left-out", &n))
}

/// The links of a chain as text: a line for each day, below it one for each link; an arrow before what followed at once.
pub fn text(chain: &Chain, names: &Names<'_>) -> String {
    let mut text = String::new();
    let mut today = String::new();
    for link in &chain.links {
        let date = day(&link.local, names.catalogue);
        if date != today {
            text.push_str(&format!("  {date}\n"));
            today = date;
        }
        let told = sentence(link, names);
        if link.follows {
            text.push_str(&format!("           → {told}\n"));
        } else {
            text.push_str(&format!("    {}  {told}\n", time_of_day(&link.local)));
        }
    }
    text
}

/// The command that tells a chain of a replication again; the scenario's file is not part of results.
pub fn command(key: &Key, replication: u64, chain: &Chain) -> String {
    let mut command = format!("ausfall why FILE -r {replication}");
    if key.seed != 1 {
        command.push_str(&format!(" --seed {}", key.seed));
    }
    for (name, value) in &key.set {
        match name.as_str() {
            "horizon" => command.push_str(&format!(" --horizon {}", quoted(value))),
            _ => command.push_str(&format!(" --set {}", quoted(&format!("{name}={value}")))),
        }
    }
    if !key.variant.is_empty() {
        command.push_str(&format!(" --variant {}", quoted(&key.variant)));
    }
    if !chain.lowest {
        command.push_str(&format!(" --level {}", quoted(&chain.level)));
    }
    command.push_str(&format!(" {}", quoted(&chain.service)));
    command
}

/// A word for a shell: as it is where it is plain, else in single quotes.
pub fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/');
    if !word.is_empty() && !word.starts_with('-') && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', "'\\''"))
    }
}

fn yes(yes: bool) -> Value<'static> {
    if yes { "yes" } else { "no" }.into()
}

/// "a, b and c", or the first few and how many more.
fn named(subjects: &[String], names: &Names<'_>) -> String {
    let catalogue = names.catalogue;
    let called: Vec<String> = subjects.iter().map(|name| names.shown(name)).collect();
    if called.len() > MOST_NAMES + 1 {
        let (shown, rest) = called.split_at(MOST_NAMES);
        let arguments = [
            ("first", shown.join(", ").into()),
            ("n", (rest.len() as u64).into()),
        ];
        return catalogue.get("chain-list-more", &arguments);
    }
    match called.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, first)) => {
            let arguments = [
                ("first", first.join(", ").into()),
                ("last", last.as_str().into()),
            ];
            catalogue.get("list-and", &arguments)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    const fn plain(catalogue: &Catalogue) -> Names<'_> {
        Names {
            table: &[],
            catalogue,
        }
    }

    /// Every kind of link there is.
    const KINDS: &str = "failed struck taken damaged stopped waits noticed arrived repaired restarting restart-broken restarted up \
         carried exhausted stock-empty stock-filled switching handing-back switch-failed switched set-free level down over set-up \
         limit-reached deadlock bypassed open";

    fn link(what: &str, subjects: &[&str], of: &str, lasts_h: Option<f64>) -> Link {
        Link {
            at_h: 1.0,
            local: "2027-03-04T05:06:07".to_owned(),
            what: format!("chain-{what}"),
            follows: false,
            subjects: subjects.iter().map(|&name| name.to_owned()).collect(),
            of: of.to_owned(),
            lasts_h,
        }
    }

    #[test]
    fn every_kind_of_link_has_a_sentence_in_both_languages() {
        for language in Language::ALL {
            let catalogue = Catalogue::new(language);
            for kind in KINDS.split_whitespace() {
                for (of, lasts) in [("", None), ("the other", Some(0.25))] {
                    let told = sentence(
                        &link(kind, &["power", "hall"], of, lasts),
                        &plain(&catalogue),
                    );
                    let names = ["switching", "handing-back", "switched", "switch-failed"];
                    assert!(
                        told.contains("power") || names.contains(&kind),
                        "{kind}: {told}"
                    );
                    assert!(
                        told.ends_with('.') && !told.ends_with(".."),
                        "{kind}: {told}"
                    );
                    assert!(
                        !told.contains(['{', '}']) && !told.contains("chain-"),
                        "{told}"
                    );
                    assert!(of.is_empty() || !told.contains("none"), "{kind}: {told}");
                }
            }
        }
    }

    #[test]
    fn many_names_are_counted_and_two_are_joined() {
        let english = Catalogue::new(Language::English);
        let many = link("stopped", &["a", "b", "c", "d", "e", "f", "g"], "", None);
        assert_eq!(
            sentence(&many, &plain(&english)),
            "a, b, c, d, e and 2 more stopped."
        );
        let two = Link {
            follows: true,
            ..link("stopped", &["a", "b"], "", None)
        };
        assert_eq!(
            sentence(&two, &plain(&english)),
            "That took with it a and b."
        );
    }

    #[test]
    fn a_chain_as_text_names_each_day_once() {
        let english = Catalogue::new(Language::English);
        let chain = Chain {
            service: "mail".to_owned(),
            level: "normal".to_owned(),
            lowest: true,
            began_h: 1.0,
            began: "2027-03-04T05:06:07".to_owned(),
            ended_h: None,
            lasted_h: 2.0,
            lost: 0.0,
            kind: "component".to_owned(),
            cause: "grid".to_owned(),
            also: Vec::new(),
            links: vec![
                link("failed", &["grid"], "", None),
                Link {
                    follows: true,
                    ..link("down", &["mail"], "", None)
                },
                Link {
                    local: "2027-03-05T05:06:07".to_owned(),
                    ..link("repaired", &["grid"], "", Some(24.0))
                },
            ],
            left_out: 0,
        };
        let told = text(&chain, &plain(&english)).replace('\u{a0}', " ");
        let expected = "  Thu 2027-03-04\n    05:06  grid failed.\n           → mail went down.\n  Fri 2027-03-05\n    \
             05:06  grid was repaired, 24 h after the failure.\n";
        assert_eq!(told, expected);
        assert_eq!(
            headline(&chain, &plain(&english)).replace('\u{a0}', " "),
            "mail down for 2 h (not over at the end of the simulated time): grid"
        );
    }

    #[test]
    fn words_for_a_shell_are_quoted_where_they_must_be() {
        assert_eq!(quoted("payroll"), "payroll");
        assert_eq!(quoted("LWL critical"), "'LWL critical'");
        assert_eq!(quoted("it's $(x)"), "'it'\\''s $(x)'");
        assert_eq!(quoted("-x"), "'-x'");
    }
}
