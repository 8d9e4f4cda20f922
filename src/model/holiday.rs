//! Public holidays of the German Länder, by rule.
//!
//! Knows nothing of shifts or calls: it only says whether a civil date is a holiday. Holidays of single municipalities (Augsburg,
//! Assumption Day in parts of Bavaria, Corpus Christi in parts of Saxony and Thuringia) are left out.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// A Land, by its ISO 3166-2 code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the codes are those of ISO 3166-2:DE")]
pub enum Land {
    BB,
    BE,
    BW,
    BY,
    HB,
    HE,
    HH,
    MV,
    NI,
    NW,
    RP,
    SH,
    SL,
    SN,
    ST,
    TH,
}

use Land::{BB, BE, BW, BY, HB, HE, HH, MV, NI, NW, RP, SH, SL, SN, ST, TH};

/// Which days a scenario's calendars treat as Sundays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Holidays {
    /// None.
    #[default]
    None,
    /// Those of a Land.
    Of(Land),
}

/// The names a scenario may use, with what they mean.
const NAMES: [(&str, Holidays); 17] = [
    ("none", Holidays::None),
    ("DE-BB", Holidays::Of(BB)),
    ("DE-BE", Holidays::Of(BE)),
    ("DE-BW", Holidays::Of(BW)),
    ("DE-BY", Holidays::Of(BY)),
    ("DE-HB", Holidays::Of(HB)),
    ("DE-HE", Holidays::Of(HE)),
    ("DE-HH", Holidays::Of(HH)),
    ("DE-MV", Holidays::Of(MV)),
    ("DE-NI", Holidays::Of(NI)),
    ("DE-NW", Holidays::Of(NW)),
    ("DE-RP", Holidays::Of(RP)),
    ("DE-SH", Holidays::Of(SH)),
    ("DE-SL", Holidays::Of(SL)),
    ("DE-SN", Holidays::Of(SN)),
    ("DE-ST", Holidays::Of(ST)),
    ("DE-TH", Holidays::Of(TH)),
];

impl Holidays {
    /// The holidays that a scenario's word stands for: `none` or `DE-NW`.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        NAMES
            .iter()
            .find(|(name, _)| *name == word)
            .map(|&(_, holidays)| holidays)
    }

    /// All words that [`Holidays::named`] knows.
    pub fn names() -> impl Iterator<Item = &'static str> {
        NAMES.iter().map(|&(name, _)| name)
    }

    /// Whether `date` is one of them.
    #[must_use]
    pub fn include(self, date: Date) -> bool {
        match self {
            Self::None => false,
            Self::Of(land) => RULES.iter().any(|rule| rule.applies(land, date)),
        }
    }
}

/// A day of the year by rule.
#[derive(Clone, Copy)]
enum Day {
    /// Month and day.
    Fixed(i8, i8),
    /// Days after Easter Sunday.
    Easter(i64),
    /// The Wednesday before 23 November (Buß- und Bettag).
    Repentance,
}

struct Rule {
    day: Day,
    /// Empty: everywhere.
    lands: &'static [Land],
    /// First and last year of its force.
    years: (i16, i16),
}

const ALWAYS: (i16, i16) = (i16::MIN, i16::MAX);

const fn everywhere(day: Day) -> Rule {
    Rule {
        day,
        lands: &[],
        years: ALWAYS,
    }
}

const fn only(day: Day, lands: &'static [Land]) -> Rule {
    Rule {
        day,
        lands,
        years: ALWAYS,
    }
}

/// The holiday laws of the Länder as of 2025, with the years of the recent changes.
const RULES: [Rule; 23] = [
    everywhere(Day::Fixed(1, 1)),
    everywhere(Day::Easter(-2)),
    everywhere(Day::Easter(1)),
    everywhere(Day::Fixed(5, 1)),
    everywhere(Day::Easter(39)),
    everywhere(Day::Easter(50)),
    everywhere(Day::Fixed(10, 3)),
    everywhere(Day::Fixed(12, 25)),
    everywhere(Day::Fixed(12, 26)),
    only(Day::Fixed(1, 6), &[BW, BY, ST]),
    Rule {
        day: Day::Fixed(3, 8),
        lands: &[BE],
        years: (2019, i16::MAX),
    },
    Rule {
        day: Day::Fixed(3, 8),
        lands: &[MV],
        years: (2023, i16::MAX),
    },
    only(Day::Easter(60), &[BW, BY, HE, NW, RP, SL]),
    only(Day::Fixed(8, 15), &[SL]),
    Rule {
        day: Day::Fixed(9, 20),
        lands: &[TH],
        years: (2019, i16::MAX),
    },
    only(Day::Fixed(10, 31), &[BB, MV, SN, ST, TH]),
    Rule {
        day: Day::Fixed(10, 31),
        lands: &[HB, HH, NI, SH],
        years: (2018, i16::MAX),
    },
    Rule {
        day: Day::Fixed(10, 31),
        lands: &[],
        years: (2017, 2017),
    },
    only(Day::Fixed(11, 1), &[BW, BY, NW, RP, SL]),
    only(Day::Repentance, &[SN]),
    Rule {
        day: Day::Fixed(5, 8),
        lands: &[BE],
        years: (2020, 2020),
    },
    Rule {
        day: Day::Fixed(5, 8),
        lands: &[BE],
        years: (2025, 2025),
    },
    Rule {
        day: Day::Fixed(6, 17),
        lands: &[BE],
        years: (2028, 2028),
    },
];

impl Rule {
    fn applies(&self, land: Land, date: Date) -> bool {
        (self.lands.is_empty() || self.lands.contains(&land))
            && (self.years.0..=self.years.1).contains(&date.year())
            && self.day.falls_on(date)
    }
}

impl Day {
    fn falls_on(self, date: Date) -> bool {
        match self {
            Self::Fixed(month, day) => (date.month(), date.day()) == (month, day),
            Self::Easter(after) => easter(date.year())
                .checked_add(after.days())
                .is_ok_and(|day| day == date),
            Self::Repentance => {
                date.weekday() == Weekday::Wednesday
                    && date.month() == 11
                    && (16..=22).contains(&date.day())
            }
        }
    }
}

/// Easter Sunday in the Gregorian calendar ("Anonymous Gregorian algorithm": Nature 13 (1876) 487; Meeus, *Astronomical
/// Algorithms*, 2nd ed. 1998, ch. 8).
#[must_use]
pub fn easter(year: i16) -> Date {
    let y = i32::from(year);
    let golden = y.rem_euclid(19);
    let (century, of_century) = (y.div_euclid(100), y.rem_euclid(100));
    let moon = (century + 8) / 25;
    let correction = (century - moon + 1) / 3;
    let epact = (19 * golden + century - century / 4 - correction + 15).rem_euclid(30);
    let weekday =
        (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4).rem_euclid(7);
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * late + 114;
    let (month, day) = (days / 31, days % 31 + 1);
    Date::new(
        year,
        i8::try_from(month).unwrap_or(3),
        i8::try_from(day).unwrap_or(22),
    )
    .unwrap_or(Date::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn names(land: &str) -> Holidays {
        Holidays::named(land).expect("a known Land")
    }

    /// Dates published by the Physikalisch-Technische Bundesanstalt.
    #[test]
    fn easter_falls_where_the_almanacs_say() {
        for (year, month, day) in [
            (1818, 3, 22),
            (1943, 4, 25),
            (2000, 4, 23),
            (2008, 3, 23),
            (2011, 4, 24),
            (2019, 4, 21),
            (2020, 4, 12),
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2027, 3, 28),
            (2038, 4, 25),
            (2049, 4, 18),
            (2076, 4, 19),
        ] {
            assert_eq!(easter(year), date(year, month, day), "{year}");
        }
    }

    #[test]
    fn north_rhine_westphalia_has_eleven_holidays_in_2025() {
        let all: Vec<_> = date(2025, 1, 1)
            .series(1.day())
            .take(365)
            .filter(|&d| names("DE-NW").include(d))
            .collect();
        let expected = [
            (1, 1),
            (4, 18),
            (4, 21),
            (5, 1),
            (5, 29),
            (6, 9),
            (6, 19),
            (10, 3),
            (11, 1),
            (12, 25),
            (12, 26),
        ];
        assert_eq!(all, expected.map(|(month, day)| date(2025, month, day)));
    }

    #[test]
    fn the_laender_differ_where_their_laws_do() {
        let (saxony, anhalt, nrw) = (names("DE-SN"), names("DE-ST"), names("DE-NW"));
        assert!(saxony.include(date(2025, 11, 19)) && !anhalt.include(date(2025, 11, 19)));
        assert!(saxony.include(date(2026, 11, 18)));
        assert!(anhalt.include(date(2025, 1, 6)) && !saxony.include(date(2025, 1, 6)));
        assert!(saxony.include(date(2025, 10, 31)) && !nrw.include(date(2025, 10, 31)));
        assert!(
            nrw.include(date(2017, 10, 31)),
            "the anniversary of 2017 was a holiday everywhere"
        );
        assert!(
            !names("DE-HH").include(date(2016, 10, 31))
                && names("DE-HH").include(date(2018, 10, 31))
        );
        assert!(
            !names("DE-NW").include(date(2025, 12, 24))
                && !names("DE-NW").include(date(2025, 12, 31))
        );
    }

    #[test]
    fn without_a_land_no_day_is_a_holiday() {
        assert!(!names("none").include(date(2025, 12, 25)));
        assert_eq!(Holidays::named("DE-XX"), None);
    }
}
