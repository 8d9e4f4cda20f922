//! Comparisons of small scenarios: what must come out exactly, and what must not depend on threads.
