//! Texts of the shipped scenarios in both languages: complete, and no wider than a terminal.

use super::*;
use crate::report::chart::dependencies::tests::shipped;
use crate::text::Language;

#[test]
fn every_shipped_scenario_is_told_in_both_languages_without_gaps() {
    for (name, explanation) in shipped() {
        for language in Language::ALL {
            let told = text(explanation, &Catalogue::new(language));
            for gap in ["explain-", "check-", "objective-", "{", "NaN", "inf "] {
                assert!(
                    !told.contains(gap),
                    "{name}, {language:?}: {gap} in\n{told}"
                );
            }
            let wide = told.lines().find(|line| line.chars().count() > 100);
            // A line that cannot be broken may be wider; the shipped scenarios have none.
            assert_eq!(wide, None, "{name}");
        }
    }
}

#[test]
fn the_shared_building_is_read_back_with_its_figures() {
    let (_, explanation) = shipped()
        .iter()
        .find(|(name, _)| name.ends_with("muenster.ron"))
        .expect("it is shipped");
    let told = text(explanation, &Catalogue::new(Language::English));
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    for said in [
        "chiller lwl 1, chiller lwl 2 and chiller citeq (3 parts each): each fails once in 2.7 years",
        "grid lwl house and grid city building: each fails once in 3.8 years",
        "if nothing took over, 76% of these interruptions would outlast it",
        "7.9% come later than the tank lasts",
        "“normal” while hall lwl 1, hall lwl 2, a path from lwl 1 to lwl 2",
        "The source says 0.2 to 0.5 times a year",
    ] {
        assert!(told.contains(said), "{said}\n{told}");
    }
}
