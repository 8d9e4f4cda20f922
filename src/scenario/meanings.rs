//! Words of the language for words that people bring along: from logic, from other formats, from German.
//!
//! Spelling alone would not find them, or would find the wrong one (`And` is close to `Any`).

/// What people write, in small letters, and what the language has for it.
const MEANINGS: &[(&str, &str)] = &[
    // Logic.
    ("and", "All"),
    ("und", "All"),
    ("alle", "All"),
    ("or", "Any"),
    ("oder", "Any"),
    ("eines", "Any"),
    ("mindestens", "AtLeast"),
    ("kofn", "AtLeast"),
    ("erreichbar", "Reach"),
    ("erste", "First"),
    ("zuerst", "First"),
    // Nothing, never, at once.
    ("null", "None"),
    ("nil", "None"),
    ("nothing", "None"),
    ("kein", "None"),
    ("keine", "None"),
    ("keiner", "None"),
    ("nichts", "None"),
    ("unbekannt", "Unknown"),
    ("nie", "Never"),
    ("niemals", "Never"),
    ("no", "Never"),
    ("sofort", "AtOnce"),
    ("immediate", "AtOnce"),
    ("immediately", "AtOnce"),
    ("jede", "Each"),
    ("jeder", "Each"),
    ("jedes", "Each"),
    ("einmal", "Once"),
    // Laws.
    ("exponentiell", "Exponential"),
    ("exponentialverteilung", "Exponential"),
    ("exp", "Exponential"),
    ("lognormalverteilung", "Lognormal"),
    ("normal", "Lognormal"),
    ("gleichverteilt", "Uniform"),
    ("gleichverteilung", "Uniform"),
    ("dreieck", "Triangular"),
    ("dreiecksverteilung", "Triangular"),
    ("triangle", "Triangular"),
    ("empirisch", "Empirical"),
    ("mischung", "Mixture"),
    // Needs, standby, sources.
    ("hart", "Hard"),
    ("weich", "Soft"),
    ("verzögert", "Delayed"),
    ("warm", "Warm"),
    ("kalt", "Cold"),
    ("heiß", "Hot"),
    ("annahme", "Assumption"),
    ("geprüft", "Verified"),
    ("belegt", "Verified"),
    ("berechnet", "Computed"),
    ("abgeleitet", "Derived"),
    ("presse", "Press"),
    ("gleich", "Equal"),
    // Fields.
    ("titel", "title"),
    ("frage", "question"),
    ("horizont", "horizon"),
    ("zeitraum", "horizon"),
    ("läufe", "replications"),
    ("wiederholungen", "replications"),
    ("runs", "replications"),
    ("parameter", "parameters"),
    ("standorte", "sites"),
    ("räume", "rooms"),
    ("raum", "at"),
    ("knoten", "nodes"),
    ("komponenten", "components"),
    ("leitungen", "links"),
    ("trassen", "ducts"),
    ("dienste", "services"),
    ("stufen", "levels"),
    ("ausfall", "fails"),
    ("failure", "fails"),
    ("mtbf", "fails"),
    ("mttf", "fails"),
    ("reparatur", "repair"),
    ("mttr", "repair"),
    ("wiederanlauf", "restart"),
    ("braucht", "needs"),
    ("benötigt", "needs"),
    ("requires", "needs"),
    ("depends_on", "needs"),
    ("organisationen", "organisations"),
    ("nutzer", "users"),
    ("benutzer", "users"),
    ("mittelwert", "mean"),
    ("erwartungswert", "mean"),
    ("zentralwert", "median"),
    ("wert", "is"),
    ("value", "is"),
    ("bereich", "range"),
    ("quelle", "from"),
    ("source", "from"),
    ("vorlage", "template"),
    ("vorlagen", "templates"),
];

/// The word of `known` that means the same as `written`.
#[must_use]
pub fn same_meaning(written: &str, known: &[&'static str]) -> Option<&'static str> {
    let small = written.to_lowercase();
    MEANINGS
        .iter()
        .filter(|(foreign, _)| *foreign == small)
        .find_map(|(_, word)| known.iter().find(|own| *own == word).copied())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::vocabulary;

    #[test]
    fn every_meaning_is_a_word_of_the_language() {
        let mut words = vocabulary();
        words.extend(["None", "Unknown", "AtOnce", "Warm"]);
        let missing: Vec<_> = MEANINGS
            .iter()
            .filter(|(_, word)| !words.contains(word))
            .collect();
        assert_eq!(missing, [] as [&(&str, &str); 0]);
    }

    #[test]
    fn only_what_is_possible_is_named() {
        assert_eq!(same_meaning("AND", &["All", "Any"]), Some("All"));
        assert_eq!(same_meaning("and", &["Each"]), None);
    }
}
