# Comparisons of variants, and bands over assumptions.
warning-end-refused = “{ $subject }”: an end of its range cannot be run, so what it would do is not known

## Units of differences
compare-times-in-hundred-years = { $x }{"\u00A0"}times in 100{"\u00A0"}years
compare-times-in-ten-thousand-years = { $x }{"\u00A0"}times in 10,000{"\u00A0"}years
compare-points = { $x }{"\u00A0"}percentage points
compare-plain = { $x }

## Designs and verdicts
compare-as-it-stands = as it stands
compare-better = better
compare-worse = worse
compare-not-shown = no difference shown
compare-equal = exactly equal
compare-too-few = too few differences
compare-column-design = Design
compare-column-share = Share
compare-table = { $unit }
compare-column-difference = Difference
compare-column-counts = Better/worse

## What is said of a question
compare-sentence-less = With “{ $design ->
    [none] as it stands
   *[other] { $design }
}” { $amount } less than { $base ->
    [none] as it stands
   *[other] with “{ $base }”
} (95% interval: { $interval } less); better in { $better } of { $n } replications, worse in { $worse }.
compare-sentence-more = With “{ $design ->
    [none] as it stands
   *[other] { $design }
}” { $amount } more than { $base ->
    [none] as it stands
   *[other] with “{ $base }”
} (95% interval: { $interval } more); better in { $better } of { $n } replications, worse in { $worse }.
compare-sentence-not-shown = No difference shown between “{ $design ->
    [none] as it stands
   *[other] { $design }
}” and { $base ->
    [none] the scenario as it stands
   *[other] “{ $base }”
} (95% interval of the difference: { $interval }); better in { $better } of { $n } replications, worse in { $worse }.
compare-sentence-equal = “{ $design ->
    [none] as it stands
   *[other] { $design }
}” and { $base ->
    [none] the scenario as it stands
   *[other] “{ $base }”
} are exactly equal in each of { $n } replications.
compare-sentence-too-few = “{ $design ->
    [none] as it stands
   *[other] { $design }
}” and { $base ->
    [none] the scenario as it stands
   *[other] “{ $base }”
} differ in too few replications for a verdict: better in { $better } of { $n }, worse in { $worse }.
compare-note-not-shown = { $design }: no difference shown. Excluded is only what lies outside { $range }{ $needed ->
    [none] .
   *[other] ; about { $needed } replications in all would show a difference as large as the one estimated.
}
compare-note-too-few = { $designs }: fewer than 20 replications differ, too few for an interval or a verdict; more replications may show more.
compare-note-equal = Exactly equal in every replication: { $designs }.
compare-alike = Equal in every replication and every design: { $asks }.
compare-unshared = Not asked by every design, so not compared with all: { $asks }.
compare-intervals = Intervals of differences: 95% each, paired by replication, simulation error only: they say nothing about the assumptions.
compare-rests-on = { $designs } designs, each through the same { $n } replications of { $years ->
    [one] 1 full year
   *[other] { $years } full years
}, seed { $seed }.

## Charts
compare-chart-best-less = Best is “{ $design }”: { $amount } less
compare-chart-best-more = Best is “{ $design }”: { $amount } more
compare-chart-none-better = { $asked }: none shown better
compare-chart-none = { $asked }: no difference shown
compare-chart-subtitle = { $asked }: difference to “{ $base }” ({ $value }), paired by replication, with 95% intervals each.
compare-chart-detail = Each row is one design; its line is the 95% interval of the difference, simulation error only. An interval that touches the line at zero shows no difference.
compare-side-better = better
compare-side-worse = worse
compare-axis = difference ({ $unit })

## The page
compare-progress = { $n } designs
compare-page = Comparison
compare-glance = Every question at a glance: differences to “{ $base }”
compare-glance-note = + better, − worse: all of the 95% interval lies on that side. 0: no difference shown. =: equal in every replication. ?: fewer than 20 replications differ. ·: not asked.
compare-section-designs = The designs
compare-section-charts = Differences
compare-section-asks = Question by question
compare-section-alike = Equal in every replication
compare-section-unshared = Not asked by every design
compare-saved = Common random numbers: separate batches would need { $least } to { $most } times as many replications for intervals of this width.
compare-saved-one = Common random numbers: separate batches would need { $least } times as many replications for an interval of this width.
compare-method-luck = All designs live through the same replications: every source of chance has its own named stream of random numbers, so wherever two designs are alike they meet the same luck, and what differs is the design.
compare-method-intervals = Means are compared by the mean of the differences, replication by replication (Student’s t, for skewed differences by Hall’s transformation); ratios, such as a mean duration or a share of calls, by the jackknife of their difference over 32 groups of replications, left out from both designs together. Each interval holds with 95% by itself; of twenty intervals one may be expected to miss.
compare-method-verdicts = The interval decides, not the estimate: better or worse where all of it lies on that side of zero, otherwise no difference is shown, which does not mean that there is none. Where the designs differ in fewer than 20 replications there is no verdict. Replications needed: those that show a difference as large as the one estimated with a chance of 80%.
compare-method-counts = “Better in” and “worse in” count replications: how often a life of this length goes better or worse with the design, by whatever amount. A design can be better in few replications and still better on average.
compare-method-saved = How much the common luck saves is (Var A + Var B) / Var(B − A), named with each question. More replications narrow the intervals: four times as many, half the width.
compare-reproduce = The same scenarios, seed and number of replications give the same bytes in comparison.json.

## Failures
compare-nothing-asked = { $file }: nothing to compare, the scenario asks no question; give it `asks: […]`
compare-other-window = { $design } counts another stretch of time than { $base }; give all the same length with --horizon, and the same `warm_up`
compare-other-questions = { $design } asks nothing that { $base } asks, so there is nothing to compare; ask both the same under `asks:`
compare-one-design = { $file }: nothing to compare, the scenario has no variants; give it `variants: (…)`, or name two scenario files
compare-unknown-design = there is no design “{ $name }”; there are: { $names }
