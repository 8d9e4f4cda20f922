# Comparisons of variants, and bands over assumptions.
warning-end-refused = “{ $subject }”: an end of its range cannot be run, so what it would do is not known
