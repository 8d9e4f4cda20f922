//! The residual life where its quantile has no closed form: solving F_e(x) = u.
//!
//! For a stationary process the time from now to the next event has the equilibrium law
//! F_e(x) = (1/μ)∫₀ˣ S(t) dt = E[min(X, x)]/μ (D. R. Cox, *Renewal Theory*, 1962, chapter 5). Knows no particular law:
//! it sees partial expectations only.

/// What the solver needs to know of a law on [0, ∞).
pub(super) trait PartialExpectations {
    /// A value that the residual life cannot exceed; infinite for an unbounded law.
    fn bound(&self) -> f64 {
        f64::INFINITY
    }
    /// μ.
    fn mean(&self) -> f64;
    /// S(x) = P(X > x).
    fn survival(&self, x: f64) -> f64;
    /// E[min(X, x)] = μ·F_e(x).
    fn limited_mean(&self, x: f64) -> f64;
    /// E[max(X − x, 0)] = μ·(1 − F_e(x)), accurate where it is small.
    fn excess_mean(&self, x: f64) -> f64;
}

/// The x with F_e(x) = u, for u in (0, 1).
///
/// Newton's method from x = uμ, which is never above the root because E[min(X, x)] ≤ x. In the lower half it works on
/// E[min(X, x)], which is concave, so that every step stays below the root; in the upper half on the logarithm of the
/// excess, which is nearly straight in the tail. Steps that leave the bracket are replaced by halving it.
pub(super) fn equilibrium_quantile(law: &impl PartialExpectations, u: f64) -> f64 {
    let mut x = u * law.mean();
    let (mut low, mut high) = (x, law.bound());
    for _ in 0..200 {
        let step = newton_step(law, u, x);
        if step > 0.0 {
            low = low.max(x);
        } else {
            high = high.min(x);
        }
        if step.abs() <= 1e-9 * x {
            return (x + step).max(0.0);
        }
        x = within(low, high, x + step);
    }
    x
}

fn newton_step(law: &impl PartialExpectations, u: f64, x: f64) -> f64 {
    let survival = law.survival(x);
    if u <= 0.5 {
        return (u * law.mean() - law.limited_mean(x)) / survival;
    }
    let excess = law.excess_mean(x);
    excess / survival * libm::log(excess / ((1.0 - u) * law.mean()))
}

/// `x` if it lies inside the bracket, else a point that does.
fn within(low: f64, high: f64, x: f64) -> f64 {
    if low < x && x < high {
        x
    } else if high.is_finite() {
        0.5 * (low + high)
    } else {
        2.0 * low
    }
}
