"""High-precision values of the laws and of the quantiles behind intervals, 50 digits by mpmath, printed to 25.

    pip install mpmath && python3 values.py > values.csv

Arguments are written so that they read back to the same 64-bit number; the values belong to exactly that number.
"""

import mpmath as mp

mp.mp.dps = 60
STEP = mp.mpf(2) ** -52

# Uniforms of the kernel lie on the grid (k + 1/2) / 2^52: its ends, tails, and the body.
UNIFORMS = [
    float((mp.floor(mp.mpf(u) / STEP) + mp.mpf(1) / 2) * STEP)
    for u in ["0", "1e-14", "1e-10", "1e-6", "0.001", "0.03", "0.2", "0.5", "0.61", "0.9", "0.99", "0.9999", "0.999999"]
]
UNIFORMS += [float(1 - u) for u in [mp.mpf(2) ** -53, (mp.floor(mp.mpf("1e-10") / STEP) + mp.mpf(1) / 2) * STEP]]


def root(f, low, high):
    """The zero of a rising function between two bounds, by bisection and then Newton-like steps."""
    for _ in range(400):
        middle = (low + high) / 2
        if f(middle) < 0:
            low = middle
        else:
            high = middle
        if high - low < mp.mpf(10) ** -45 * max(1, abs(high)):
            break
    return (low + high) / 2


def normal_quantile(u):
    # By ncdf of the smaller side, which keeps its digits.
    if u > mp.mpf(1) / 2:
        return -normal_quantile(1 - u)
    start = -mp.sqrt(max(mp.mpf(0), -2 * mp.log(2 * u)))
    return mp.findroot(lambda z: mp.log(mp.ncdf(z) / u), start)


def exponential(mean):
    return (lambda u: -mean * mp.log1p(-u), lambda x: -mp.expm1(-x / mean), lambda x: mp.exp(-x / mean))


def weibull(scale, shape):
    return (
        lambda u: scale * (-mp.log1p(-u)) ** (1 / shape),
        lambda x: -mp.expm1(-((x / scale) ** shape)),
        None,
    )


def lognormal(median, sigma):
    return (
        lambda u: median * mp.exp(sigma * normal_quantile(u)),
        lambda x: mp.ncdf(mp.log(x / median) / sigma),
        None,
    )


def gamma(shape, mean):
    scale = mean / shape
    lower = lambda x: mp.gammainc(shape, 0, x, regularized=True)
    upper = lambda x: mp.gammainc(shape, x, mp.inf, regularized=True)

    def quantile(u):
        # On the logarithm of x, with the smaller of the two tails.
        if u <= mp.mpf(1) / 2:
            f = lambda y: mp.log(lower(mp.exp(y)) / u)
        else:
            f = lambda y: -mp.log(upper(mp.exp(y)) / (1 - u))
        low = min((mp.log(u) + mp.loggamma(shape + 1)) / shape, mp.log(shape)) - 2
        high = mp.log(shape + 60 * mp.sqrt(shape) + 60)
        return scale * mp.exp(root(f, low, high))

    return (quantile, lambda x: lower(x / scale), None)


def uniform(least, greatest):
    return (lambda u: least + (greatest - least) * u, lambda x: (x - least) / (greatest - least), None)


def triangular(least, mode, greatest):
    split = (mode - least) / (greatest - least)

    def quantile(u):
        if u < split:
            return least + mp.sqrt(u * (greatest - least) * (mode - least))
        return greatest - mp.sqrt((1 - u) * (greatest - least) * (greatest - mode))

    def cdf(x):
        if x < mode:
            return (x - least) ** 2 / ((greatest - least) * (mode - least))
        return 1 - (greatest - x) ** 2 / ((greatest - least) * (greatest - mode))

    return (quantile, cdf, None)


LAWS = {
    "exponential": (exponential, [(1e-6,), (3.0,), (3.6e15,)]),
    "weibull": (weibull, [(2.0, 0.3), (5.0, 0.7), (1000.0, 1.5), (3.6e12, 3.5), (7.0, 25.0)]),
    "lognormal": (lognormal, [(4.0, 0.01), (4.0, 0.5), (1.44e10, 1.3), (0.5, 2.5), (9.0, 5.0)]),
    "gamma": (gamma, [(0.05, 1.0), (0.4, 2.0), (1.0, 3.0), (2.6, 5.0), (12.0, 1.0), (400.0, 7.0), (65536.0, 2.0)]),
    "uniform": (uniform, [(0.0, 3.0), (2.0, 5.0)]),
    "triangular": (triangular, [(1.0, 2.0, 6.0), (1.0, 1.0, 4.0), (0.0, 4.0, 4.0)]),
}


def row(*cells):
    print(",".join(cells))


def shown(value):
    return mp.nstr(value, 25, min_fixed=0, max_fixed=0)


row("what", "parameters", "at", "value")
for name, (law, cases) in LAWS.items():
    for case in cases:
        quantile, cdf, _ = law(*[mp.mpf(parameter) for parameter in case])
        parameters = " ".join(repr(parameter) for parameter in case)
        for u in UNIFORMS:
            x = quantile(mp.mpf(u))
            if x < mp.mpf(2) ** -1022:
                continue  # below the smallest number that has all its digits
            row(f"{name} quantile", parameters, repr(u), shown(x))
            at = float(x)
            if at > 0.0:
                row(f"{name} cdf", parameters, repr(at), shown(cdf(mp.mpf(at))))

for p in [2.0**-53, 1e-15, 1e-9, 1e-4, 0.025, 0.2, 0.5, 0.75, 0.975, 0.9995, 1 - 2.0**-40]:
    row("normal quantile", "", repr(p), shown(normal_quantile(mp.mpf(p))))
for x in [-37.0, -12.0, -5.0, -1.0, -0.1, 0.0, 0.3, 2.0, 6.0]:
    row("normal cdf", "", repr(x), shown(mp.ncdf(x)))


def beta(a, b):
    return lambda x: mp.betainc(a, b, 0, x, regularized=True)


def student_quantile(df, p):
    # P(T > t) for t > 0 by its density: ∫₀ᵗ = p − 1/2; the series of the beta function is too slow for many degrees of freedom.
    front = mp.exp(mp.loggamma((df + 1) / 2) - mp.loggamma(df / 2)) / mp.sqrt(df * mp.pi)
    density = lambda x: front * mp.exp(-(df + 1) / 2 * mp.log1p(x * x / df))
    step = lambda t: (mp.quad(density, mp.linspace(0, t, 9)) - (p - mp.mpf(1) / 2)) / density(t)
    t = normal_quantile(p)
    for _ in range(200):
        move = step(t)
        # Convex to the right of the root: the steps of Newton's method may be long for one degree of freedom.
        t = t - move if move < t else t / 2
        if abs(move) < mp.mpf(10) ** -40 * t:
            return t
    raise ArithmeticError(f"no quantile of t for {df} at {p}")


for df in [1.0, 2.0, 3.0, 7.0, 31.0, 255.0, 4095.0, 1000003.0]:
    for p in [0.6, 0.9, 0.975, 0.9995]:
        row("student quantile", repr(df), repr(p), shown(student_quantile(mp.mpf(df), mp.mpf(p))))
for a, b in [(1.0, 1.0), (0.5, 3.5), (2.0, 30.0), (20.0, 981.0), (500.0, 500.0)]:
    for p in [0.0005, 0.025, 0.5, 0.975, 0.9995]:
        f = lambda x: beta(mp.mpf(a), mp.mpf(b))(x) - mp.mpf(p)
        row("beta quantile", f"{a!r} {b!r}", repr(p), shown(root(f, mp.mpf(0), mp.mpf(1))))
