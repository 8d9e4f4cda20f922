# Comparisons of variants, and bands over assumptions.
