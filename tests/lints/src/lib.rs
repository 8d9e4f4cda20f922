//! Uses every entry of the project's `.clippy.toml` exactly once. It is never built into anything: `check` runs clippy on it and
//! expects one lint for each entry.

/// The clock on the wall.
pub fn clock() {
    let _ = std::time::Instant::now();
    let _ = std::time::SystemTime::now();
    let _ = jiff::Timestamp::now();
    let _ = jiff::Zoned::now();
}

/// Collections whose order is luck.
pub type Map = std::collections::HashMap<u8, u8>;
/// Collections whose order is luck.
pub type Set = std::collections::HashSet<u8>;

/// Maths of `f64` that differs between machines, or is slow on some.
pub fn maths_f64(x: f64) {
    let _ = x.powi(2);
    let _ = x.powf(x);
    let _ = x.exp();
    let _ = x.exp2();
    let _ = x.exp_m1();
    let _ = x.ln();
    let _ = x.ln_1p();
    let _ = x.log(x);
    let _ = x.log2();
    let _ = x.log10();
    let _ = x.cbrt();
    let _ = x.hypot(x);
    let _ = x.sin();
    let _ = x.cos();
    let _ = x.tan();
    let _ = x.sin_cos();
    let _ = x.asin();
    let _ = x.acos();
    let _ = x.atan();
    let _ = x.atan2(x);
    let _ = x.sinh();
    let _ = x.cosh();
    let _ = x.tanh();
    let _ = x.asinh();
    let _ = x.acosh();
    let _ = x.atanh();
    let _ = x.mul_add(x, x);
}

/// Maths of `f32` that differs between machines, or is slow on some.
pub fn maths_f32(x: f32) {
    let _ = x.powi(2);
    let _ = x.powf(x);
    let _ = x.exp();
    let _ = x.exp2();
    let _ = x.exp_m1();
    let _ = x.ln();
    let _ = x.ln_1p();
    let _ = x.log(x);
    let _ = x.log2();
    let _ = x.log10();
    let _ = x.cbrt();
    let _ = x.hypot(x);
    let _ = x.sin();
    let _ = x.cos();
    let _ = x.tan();
    let _ = x.sin_cos();
    let _ = x.asin();
    let _ = x.acos();
    let _ = x.atan();
    let _ = x.atan2(x);
    let _ = x.sinh();
    let _ = x.cosh();
    let _ = x.tanh();
    let _ = x.asinh();
    let _ = x.acosh();
    let _ = x.atanh();
    let _ = x.mul_add(x, x);
}
