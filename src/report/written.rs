//! Quantities as a scenario's author wrote them (`2.5 / (1000 km y)`), with the language's decimal sign and units.
//!
//! Knows how quantities are spelled, not what they are of.

use crate::report::words::Words;
use crate::text::Catalogue;
use crate::text::format::concise;

impl Words<'_> {
    /// A quantity as written, for readers; what does not begin with a digit stands as it is.
    #[must_use]
    pub fn written(&self, quantity: &str) -> String {
        if !quantity.starts_with(|first: char| first.is_ascii_digit()) {
            return quantity.to_owned();
        }
        let mut told = String::new();
        let mut single = false;
        for piece in pieces(quantity) {
            match piece.chars().next() {
                Some('0'..='9') => {
                    single = single || piece == "1";
                    told.push_str(&number(self.catalogue, piece));
                }
                Some('%') => {
                    let told_so_far = told.trim_end().len();
                    told.truncate(told_so_far);
                    told.push_str(self.catalogue.language().before_percent());
                    told.push('%');
                }
                Some(letter) if letter.is_alphabetic() => {
                    told.push_str(&unit(self.catalogue, piece, single));
                }
                _ => {
                    single = single || piece.contains('/');
                    told.push_str(&piece.replace(' ', "\u{a0}"));
                }
            }
        }
        told
    }
}

/// Runs of digits (with a decimal point), of letters, single `%`, and what lies between.
fn pieces(quantity: &str) -> Vec<&str> {
    let kind = |c: char| match c {
        '0'..='9' | '.' | '_' => 0,
        '%' => 1,
        c if c.is_alphabetic() => 2,
        _ => 3,
    };
    let mut pieces = Vec::new();
    let mut begin = 0;
    let letters: Vec<(usize, char)> = quantity.char_indices().collect();
    for pair in letters.windows(2) {
        if kind(pair[0].1) != kind(pair[1].1) {
            pieces.push(&quantity[begin..pair[1].0]);
            begin = pair[1].0;
        }
    }
    pieces.push(&quantity[begin..]);
    pieces
}

fn number(catalogue: &Catalogue, digits: &str) -> String {
    match digits.replace('_', "").parse::<f64>() {
        Ok(x) if x.is_finite() => concise(catalogue.language(), x, 12),
        _ => digits.to_owned(),
    }
}

/// A unit of the language of scenarios in words: one of it behind `1` and behind a stroke, several else.
fn unit(catalogue: &Catalogue, unit: &str, single: bool) -> String {
    let prefix = if single { "unit-one" } else { "unit" };
    catalogue.word(prefix, unit)
}

#[cfg(test)]
mod tests {
    use crate::batch::results::Results;
    use crate::report::words::Words;
    use crate::text::{Catalogue, Language};

    fn told(language: Language, quantity: &str) -> String {
        let results: Results = serde_json::from_str(EMPTY).expect("the fields of results");
        let catalogue = Catalogue::new(language);
        let words = Words {
            results: &results,
            catalogue: &catalogue,
        };
        words.written(quantity).replace(['\u{a0}', '\u{202f}'], " ")
    }

    const EMPTY: &str = r#"{"format": 1, "key": {"epoch": 1, "digest": "", "variant": "", "set": [], "seed": 1, "replications": 1,
        "bands": 0, "horizon_h": 1.0, "years": 0, "hotlines": []}, "about": {"title": "", "label": "", "question": "", "leaves_out": [],
        "start": "", "parameters": [], "inline": []}, "asks": [], "objectives": [], "expectations": [], "measures": [],
        "causes": [], "organisations": [], "curves": [], "hotline_weeks": [], "stories": [], "warnings": []}"#;

    #[test]
    fn quantities_are_told_with_the_signs_and_units_of_the_language() {
        for (quantity, english, german) in [
            ("0.26 / y", "0.26 / year", "0,26 / Jahr"),
            ("72 h", "72 h", "72 Std."),
            ("30 d", "30 days", "30 Tage"),
            ("1 d", "1 day", "1 Tag"),
            (
                "2.5 / (1000 km y)",
                "2.5 / (1,000 km year)",
                "2,5 / (1000 km Jahr)",
            ),
            (
                "0.6 / (user month)",
                "0.6 / (user month)",
                "0,6 / (Nutzer Monat)",
            ),
            ("15 %", "15%", "15 %"),
            ("99.4 %", "99.4%", "99,4 %"),
            ("17000", "17,000", "17 000"),
            ("limited period", "limited period", "limited period"),
        ] {
            assert_eq!(told(Language::English, quantity), english);
            assert_eq!(told(Language::German, quantity), german);
        }
    }
}
