//! Scales from values to pixels, and their ticks. Logarithms come from `libm`, so that a picture is the same on every machine.

/// A linear or logarithmic scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    from: f64,
    to: f64,
    pixels: (f64, f64),
    logarithmic: bool,
}

impl Scale {
    /// A linear scale of `from..to` over `pixels`.
    #[must_use]
    pub fn linear(from: f64, to: f64, pixels: (f64, f64)) -> Self {
        let to = if to > from { to } else { from + 1.0 };
        Self {
            from,
            to,
            pixels,
            logarithmic: false,
        }
    }

    /// A logarithmic scale of `from..to` (both above 0) over `pixels`.
    #[must_use]
    pub fn logarithmic(from: f64, to: f64, pixels: (f64, f64)) -> Self {
        let from = from.max(f64::MIN_POSITIVE);
        let to = if to > from { to } else { from * 10.0 };
        Self {
            from,
            to,
            pixels,
            logarithmic: true,
        }
    }

    /// The pixel of `x`; values outside stand at the edge.
    #[must_use]
    pub fn at(&self, x: f64) -> f64 {
        let share = if self.logarithmic {
            libm::log(x.max(self.from) / self.from) / libm::log(self.to / self.from)
        } else {
            (x - self.from) / (self.to - self.from)
        };
        self.pixels.0 + (self.pixels.1 - self.pixels.0) * share.clamp(0.0, 1.0)
    }

    /// Whether `x` lies on the scale.
    #[must_use]
    pub fn holds(&self, x: f64) -> bool {
        (self.from..=self.to).contains(&x)
    }

    /// Round ticks, at most about `wanted` of them: multiples of 1, 2 or 5, on a logarithmic scale decades.
    #[must_use]
    pub fn ticks(&self, wanted: usize) -> Vec<f64> {
        if self.logarithmic {
            self.decades(wanted)
        } else {
            self.multiples(wanted)
        }
    }

    fn multiples(&self, wanted: usize) -> Vec<f64> {
        let step = round_up((self.to - self.from) / wanted.max(1) as f64);
        let first = (self.from / step - 1e-9).ceil() as i64;
        let last = (self.to / step + 1e-9).floor() as i64;
        (first..=last)
            .map(|multiple| multiple as f64 * step)
            .collect()
    }

    fn decades(&self, wanted: usize) -> Vec<f64> {
        let first = (libm::log10(self.from) - 1e-9).ceil() as i32;
        let last = (libm::log10(self.to) + 1e-9).floor() as i32;
        let every = usize::try_from(last - first + 1)
            .unwrap_or(1)
            .div_ceil(wanted.max(1))
            .max(1);
        (first..=last)
            .step_by(every)
            .map(|decade| libm::pow(10.0, f64::from(decade)))
            .collect()
    }
}

/// The next of 1, 2, 5 × 10ᵏ that is at least `x`.
#[must_use]
pub fn round_up(x: f64) -> f64 {
    let power = libm::pow(10.0, libm::log10(x.max(f64::MIN_POSITIVE)).floor());
    let digit = x / power;
    let round = [1.0, 2.0, 5.0]
        .into_iter()
        .find(|&round| digit <= round + 1e-9)
        .unwrap_or(10.0);
    round * power
}

/// Lengths of time that people know [h]: ticks of a logarithmic time scale.
pub const TIMES: [f64; 14] = [
    1.0 / 3_600.0,
    10.0 / 3_600.0,
    1.0 / 60.0,
    5.0 / 60.0,
    0.25,
    1.0,
    4.0,
    12.0,
    24.0,
    72.0,
    168.0,
    720.0,
    2_160.0,
    8_766.0,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_inside() {
        assert_eq!(
            Scale::linear(0.0, 0.93, (0.0, 100.0)).ticks(5),
            [0.0, 0.2, 0.4, 0.6000000000000001, 0.8]
        );
        assert_eq!(
            Scale::logarithmic(0.05, 120.0, (0.0, 100.0)).ticks(5),
            [0.1, 1.0, 10.0, 100.0]
        );
    }

    #[test]
    fn values_outside_stand_at_the_edge() {
        let scale = Scale::logarithmic(1.0, 100.0, (10.0, 30.0));
        assert_eq!((scale.at(0.0), scale.at(1e9)), (10.0, 30.0));
        assert!((scale.at(10.0) - 20.0).abs() < 1e-9);
    }
}
