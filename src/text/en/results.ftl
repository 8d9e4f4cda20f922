# What results, report, charts, summary and stories say.
# Terms follow ISO 22301 and IEC 60050-192. What a simulation yields is a recovery time achieved (RTA), never an objective (RTO).

## Units and numbers
duration-seconds = { $x }{"\u00A0"}s
duration-minutes = { $x }{"\u00A0"}min
duration-hours = { $x }{"\u00A0"}h
duration-days = { $x }{"\u00A0"}days
duration-year = { $x }{"\u00A0"}year
duration-years = { $x }{"\u00A0"}years
hours-a-year = { $x }{"\u00A0"}hours a year
minutes-a-year = { $x }{"\u00A0"}minutes a year
user-hours-a-year = { $x } user-hours a year
user-hours = { $x } user-hours
unit-us = µs
unit-min = min
unit-h = h
unit-d = days
unit-w = weeks
unit-y = years
unit-a = years
unit-month = months
unit-user = users
unit-one-d = day
unit-one-w = week
unit-one-y = year
unit-one-a = year
unit-one-min = min
unit-one-h = h
unit-one-month = month
unit-one-user = user
frequency-never = never
frequency-rare = once in { $x }{"\u00A0"}years
frequency-often = { $x }{"\u00A0"}times a year
range-words = between { $low } and { $high }
range-words-to = { $low } to { $high }
at-least = at least { $x }
at-most = at most { $x }
less-than = less than { $x }
less-often-than = less often than { $x }
too-few = too few events
too-few-replications = { $n ->
    [one] no interval: only 1 replication with calls
   *[other] no interval: only { $n } replications with calls
}
none-missed = no outage in { $n } cases
none-seen = none in { $n } cases
quoted = “{ $name }”
list-and = { $first } and { $last }
replications = { $n ->
    [one] { $n } replication
   *[other] { $n } replications
}
local-time = { $weekday } { $year }-{ $month }-{ $day }, { $time }
day-1 = Mon
day-2 = Tue
day-3 = Wed
day-4 = Thu
day-5 = Fri
day-6 = Sat
day-7 = Sun
on-day-1 = on Mondays at { $clock }
on-day-2 = on Tuesdays at { $clock }
on-day-3 = on Wednesdays at { $clock }
on-day-4 = on Thursdays at { $clock }
on-day-5 = on Fridays at { $clock }
on-day-6 = on Saturdays at { $clock }
on-day-7 = on Sundays at { $clock }
month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec
day-of-year = day { $day }

## Names
subject-below = { $subject } below “{ $level }”
subject-all-down = { $name } (together)
group-all = all organisations
cause-rest = the other causes
subject-needs-level = { $subject } in need of “{ $level }”
level-down = down
line-down = down
line-below = below “{ $level }”
line-agents = agents on duty
line-waiting = callers waiting
mark-rto = RTO
mark-mtpd = MTPD
mark-limit = limit
mark-short-rto = RTO
mark-short-mtpd = MTPD
mark-short-limit = limit
mark-label = { $name } { $time }: { $share } last longer{ $of }
variant = Variant “{ $name }”

## Answers
section-answer = Answer
answer-estimate = { $asked }: about { $value } ({ $level }% interval: { $interval }).
answer-few = { $asked }: { $value } – order of magnitude only, seen { $events ->
    [one] once
   *[other] { $events } times
}.
answer-few-replications = { $asked }: about { $value } – no interval, for calls were simulated in { $n ->
    [one] 1 replication
   *[other] { $n } replications
} only.
answer-never = { $asked }: not seen in { $n } simulated cases; { $bound } (one-sided 95% bound).
answer-none = { $asked }: nothing can be estimated ({ $events ->
    [one] 1 event
   *[other] { $events } events
}).
no-asks = The scenario asks no question; the tables below hold all measures.
caution-strong = Absolute minutes are weak, comparisons are strong.
caution = The rates come from other places and times; what carries is the difference between variants under the same random numbers. No number here says that a real organisation had or will have such an outage.
caution-compare = What a change is worth, a comparison of variants says:
section-other-answers = The other questions
more-answers = { $n ->
    [one] One more answer stands in the table of all answers.
   *[other] { $n } more answers stand in the table of all answers.
}
section-all-answers = All answers
answers-table = The answers with their intervals
answers-note = Intervals (95%) hold the simulation error only; the band over the assumptions stands in the last column. Relative width: half the interval against the estimate, for a share p against the smaller of p and 1 − p. Below 20 events an estimate is an order of magnitude.
band-not-examined = assumptions not examined (run with --bands)
band-not-examined-short = assumptions not examined
band-no-range = no assumption has a range
band-none = not known over the assumptions
band-unmoved = the same over all assumptions
band-over = over the assumptions: { $range } (decided by: { $parameter })
band-within = over the assumptions: { $range } (none moves it out of its interval)
bands-examined = { $examined ->
    [one] 1 assumption was
   *[other] { $examined } assumptions were
} set to the ends of their ranges, one at a time, everything else as it is; { $ranged } have a range.
interval-is-simulation-error = Intervals: 95%, simulation error only; { $bands ->
    [none] the band over the assumptions is not examined (run with --bands).
   *[examined] what the assumptions do stands beside them.
}
ask-down-time = Downtime of { $subject }
ask-down-share = Share of time out of service of { $subject }
ask-outages = Outages of { $subject }
ask-outages-demanded = { $subject }
ask-longer-demanded = { $subject }, longer than { $at }
ask-longer = Outages of { $subject } longer than { $at }
ask-year-with-longer = Probability of a year with an outage of { $subject } longer than { $at }
ask-year-with = Probability of a year with an outage of { $subject }
ask-mean-duration = Mean duration of an outage of { $subject }
ask-ever = Probability of an outage of { $subject } before the horizon
ask-at = Probability that { $subject } holds after { $at }
ask-user-hours = User-hours lost, { $subject }
ask-service-level = Calls answered within { $at }, { $subject }
ask-abandoned = Calls abandoned, { $subject }
ask-mean-wait = Mean wait of a call, { $subject }
ask-share-longer = Share of the outages of { $subject } longer than { $at }
ask-return-period = Mean time between outages of { $subject } longer than { $at }
ask-return-period-any = Mean time between years with an outage of { $subject }
ask-mean-up-time = Mean time between outages of { $subject }
ask-number = Outages of { $subject } within the horizon
ask-number-variance = Variance of the number of outages of { $subject } within the horizon
ask-number-exactly = Probability of exactly { $at } outages of { $subject }
ask-number-at-least = Probability of { $at } or more outages of { $subject }
ask-number-at-most = Probability of { $at } or fewer outages of { $subject }
ask-total-down = Total time out of service of { $subject } within the horizon
ask-total-down-at-least = Probability that { $subject } is out of service for { $at } or more in all
ask-total-down-at-most = Probability that { $subject } is out of service for { $at } or less in all
ask-total-up = Total time in service of { $subject } within the horizon
ask-total-up-at-least = Probability that { $subject } is in service for { $at } or more in all
ask-total-up-at-most = Probability that { $subject } is in service for { $at } or less in all
ask-ever-before = Probability of an outage of { $subject } before { $at }
ask-ever-longer = Probability of an outage of { $subject } longer than { $at } before the horizon
ask-ever-longer-before = Probability of an outage of { $subject } longer than { $at } before { $before }
ask-first-time = Mean time to the first outage of { $subject }
ask-first-outage = Median time to the first outage of { $subject }
ask-first-outage-restricted = Mean time to the first outage of { $subject } or to the horizon
ask-longest-of-year = Longest outage of { $subject } in a year, on average
ask-longest-of-year-quantile = Longest outage of { $subject } in a year, { $at }
ask-just-before = Probability that { $subject } holds just before { $at }
ask-number-up = Mean number that is up of { $subject }
ask-worst-day-of-year = User-hours lost on the worst day of a year, on average, { $subject }
ask-worst-day-of-year-quantile = User-hours lost on the worst day of a year, { $at }, { $subject }
ask-members-down-of-year = Most organisations down at once in a year, on average, { $subject }
ask-members-down-of-year-quantile = Most organisations down at once in a year, { $at }, { $subject }
ask-speed-of-answer = Mean wait of an answered call, { $subject }
ask-wait-longer = Calls that wait longer than { $at }, { $subject }
ask-wait-longer-any = Calls that have to wait, { $subject }
ask-waiting = Mean number of calls waiting, { $subject }
ask-busy-agents = Mean number of agents busy, { $subject }
ask-all-busy = Share of time in which all agents are busy, { $subject }
ask-all-busy-crew = Share of time in which all people of { $subject } are busy
ask-mean-wait-crew = Mean wait of a job for { $subject }

## Objectives
section-objectives = All objectives
section-objectives-short = Objectives
objectives-table = What is wanted, what is reached, verdict
objectives-note = A verdict follows the interval, not the estimate: met where all of it lies inside the bound, missed where all of it lies outside, undecided where it holds the bound or rests on too few events. Times reached are recovery times achieved (RTA).
objective-rto = RTO { $target }
objective-mtpd = MTPD { $target }
objective-availability = availability { $target }{ $scheme ->
    [none] {""}
   *[other] {" "}({ $scheme })
}
objective-answered-within = { $target } of calls answered within { $within }
objective-short-rto = RTO { $target }
objective-short-mtpd = MTPD { $target }
objective-short-availability = availability { $target }{ $scheme ->
    [none] {""}
   *[other] {" "}({ $scheme })
}
objective-short-answered-within = { $target } within { $within }
tolerance-share-of-outages = missed by at most { $x } of outages
tolerance-per-year = missed in at most { $x } of years
reached-longer = { $value } of outages last longer ({ $interval })
reached-per-year = { $value } of years hold a longer outage ({ $interval })
reached-availability = { $value } ({ $interval })
reached-answered = { $value } answered ({ $interval })
reached-times = RTA { $times }
reached-time = P{ $p } { $time }
verdict-met = met
verdict-missed = missed
verdict-undecided = undecided
verdict-events = { $n ->
    [0] none seen
    [one] 1 event
   *[other] { $n } events
}
verdict-few-events = { $n ->
    [0] none seen
    [one] only 1 event
   *[other] only { $n } events
}
verdict-few-replications = { $n ->
    [one] only 1 replication
   *[other] only { $n } replications
}
verdicts = Objectives: { $met } met, { $missed } missed, { $undecided } undecided.
short-longer = { $value } of outages last longer, { $tolerance } allowed
short-longer-none = { $value } of outages last longer
short-per-year = a longer outage in { $value } of years, { $tolerance } allowed
short-availability = { $value } reached
short-answered = { $value } of calls answered
more-objectives = { $n ->
    [one] One more objective stands in the table of all objectives.
   *[other] { $n } more objectives stand in the table of all objectives.
}
no-objectives = The scenario has no objectives.

## What could flip a verdict
section-flips = What could flip a verdict
flip = “{ $parameter }” = { $setting }: { $subject }, { $target }: { $verdict } instead of { $was }
flips-none = { $n ->
    [one] The one assumption examined flips no verdict
   *[other] None of the { $n } assumptions examined flips a verdict
} at either end of its range.
flips-more = { $n ->
    [one] and one more between met and missed
   *[other] and { $n } more between met and missed
}
flips-undecided = { $n ->
    [one] Weaker: one verdict changes to or from undecided.
   *[other] Weaker: { $n } verdicts change to or from undecided.
}
flips-not-examined = Not examined: { $n ->
    [one] 1 assumption has a range.
   *[other] { $n } assumptions have a range.
} Run with --bands to see which of them flip a verdict.
flips-candidates = Assumed or unverified among them: { $names }.
flips-and-more = { $names } and { $n } more
flips-no-range = No assumption has a range that could be examined.

## Who is hit
section-organisations = Who is hit, in full
section-hit = Who is hit
organisations-sentence = Hardest hit is { $name }: { $lost } lost.
hit-organisation = { $name }: { $lost }
hit-group = { $name } ({ $members ->
    [one] 1 member
   *[other] { $members } members
}): { $lost }
hit-nobody = The scenario names no organisations.
organisations-table = Organisations hit hardest (user-hours lost a year)
organisations-rest-table = The other organisations (user-hours lost a year)
organisations-rest = { $n ->
    [one] One more organisation
   *[other] { $n } more organisations
}
groups-table = Groups (user-hours lost a year)
quantiles-table = Bad years and bad days of { $name }
quantity-year = loss of a year (user-hours)
quantity-worst-day = worst day of a year (user-hours)
quantity-members-down = most members down at once in a year

## Figures
section-figures = Figures
section-more-figures = Further figures
figure = Figure { $n }:
show-data = The same numbers as a table
data-in = All rows are in { $file }.
chart-source = ausfall · { $label } · n = { $n }, seed { $seed } · intervals: simulation error only
chart-availability-headline = { $subject } is down longest: { $value }
chart-availability-headline-one = { $subject } is down for { $value }
chart-availability-headline-tie = No service is clearly down longest; { $subject } leads with { $value }
chart-availability-headline-none = { $n ->
    [one] No service was down in 1 replication
   *[other] No service was down in { $n } replications
}
chart-availability-subtitle = Time out of service per year, round the clock, with 95% intervals; share of time in service. { $n ->
    [one] 1 replication
   *[other] { $n } replications
}.
chart-availability-detail = { $n ->
    [one] One row is shown
   *[other] { $n } rows are shown
}, one for each service and level; the bar of each is its 95% interval, simulation error only.
chart-availability-table = Time out of service per year
chart-survival-headline = { $demand ->
    [yes] { $name } needs “{ $level }” longer than the { $limit } of { $time } in { $share } of cases
   *[no] { $share } of outages of { $subject } outlast the { $limit } of { $time }
}
chart-survival-headline-median = { $demand ->
    [yes] { $name } needs “{ $level }” for at most { $time } in half of the cases
   *[no] Half of the outages of { $subject } last at most { $time }
}
chart-survival-headline-all = { $demand ->
    [yes] { $name } needs “{ $level }” longer than the { $limit } of { $time } in every case seen
   *[no] Every outage seen of { $subject } outlasts the { $limit } of { $time }
}
chart-survival-headline-none = { $demand ->
    [yes] { $name } needs “{ $level }” longer than the { $limit } of { $time } in no case seen
   *[no] No outage seen of { $subject } outlasts the { $limit } of { $time }
}
chart-survival-headline-long = { $demand ->
    [yes] { $name } needs “{ $level }” longer than { $time } in most cases
   *[no] More than half of the outages of { $subject } last longer than { $time }
}
chart-survival-subtitle = { $demand ->
    [yes] Share of the times in which { $subject } falls back on a lower level that exceed a given time, with 95% band.
   *[no] Share of the outages of { $subject } that last longer than a given time, with 95% band.
}
chart-survival-detail = Nine in ten of them last at most { $time }.
chart-survival-detail-long = More than one in ten of them lasts longer than { $time }.
chart-survival-table = Share of outages that last longer
chart-timeline-headline = { $kind } { $service } { $lowest ->
    [yes] is down for { $time }
   *[no] stays below “{ $level }” for { $time }
}
chart-timeline-headline-none = { $kind } every service keeps its best level
chart-timeline-subtitle = Levels of the services through { $kind }: the worse the level, the taller the bar (replication { $replication }, year { $year }).
chart-timeline-detail = The table tells when each service left its best level and for how long.
chart-timeline-table = Times below the best level
chart-causes-headline = { $cause } begins { $share } of the outages of { $subject }
chart-causes-headline-tie = { $cause } ({ $share }) leads narrowly: { $subject }
chart-causes-headline-only = { $cause } alone begins { $n ->
    [one] the one outage seen
   *[other] all { $n } outages seen
} of { $subject }
chart-causes-headline-few = { $cause } begins { $share } of only { $n } outages of { $subject }
chart-causes-subtitle = Shares of the causes in the outages of { $subject }: outages begun, downtime of those outages, downtime while the cause was present; 95% intervals.
chart-causes-detail = Shares of outages and of downtime each add to 100% over all causes; presence adds to more, because several parts can be failed at once.
chart-causes-table = Shares of all causes
chart-hotline-headline = Calls to { $hotline } peak { $time }: { $calls } per half hour
chart-hotline-headline-flat = Calls to { $hotline } stay near { $calls } per half hour
chart-hotline-subtitle = Calls offered per half hour of the week, mean and band from the 5% to the 95% point of weeks; below, agents on duty and callers waiting.
chart-hotline-detail = In that half hour 90% of weeks bring { $low } to { $high } calls, with { $agents } agents on duty.
chart-hotline-table = Load per half hour of the week
chart-convergence-headline = After { $n } replications: { $value }, interval { $interval }
chart-convergence-subtitle = { $asked }: estimate and 95% band as replications are added.
chart-convergence-detail = The interval narrows as replications are added; it holds the simulation error only.
chart-convergence-table = Estimate by number of replications
axis-downtime = hours out of service a year
axis-duration = duration
axis-share-longer = share that lasts longer
axis-year = month, or day, of the simulated year
axis-calls = calls per half hour
axis-people = people at a time
axis-replications = replications
axis-unit-share = share
axis-unit-h-y = hours a year
axis-unit-1-y = events a year
axis-unit-h = hours
axis-unit-user-h-y = user-hours a year
share-begun = { $share } of outages
share-rooted = { $share } of downtime
share-present = { $share } present

## Stories
section-stories = Years told
stories-opening = Single simulated years, chosen by the user-hours lost in them: first a typical one, then rarer ones. They show how an outage comes about; they forecast nothing. Each outage is told as a chain, from what failed first to the return of the service; an arrow marks what followed at once.
story-kind-p50 = a typical year (P50)
story-kind-p90 = a bad year (P90)
story-kind-p99 = a very bad year (P99)
story-kind-worst = the worst year seen
story-in-p50 = In a typical year (P50)
story-in-p90 = In a bad year (P90)
story-in-p99 = In a very bad year (P99)
story-in-worst = In the worst year seen
story-heading-p50 = A typical year (P50)
story-heading-p90 = A bad year: one in ten is worse (P90)
story-heading-p99 = A very bad year: one in a hundred is worse (P99)
story-heading-worst = Worst years, rank { $rank } of { $years } simulated
story-facts = { $lost } lost · replication { $replication }, year { $year }
story-quiet = No service left its best level in this year; what was lost was lost on the way to the services.
story-rest = { $n ->
    [one] One more outage, which cost less, is left out.
   *[other] { $n } more outages, which cost less, are left out.
}
story-other = { $subject }: { $what }
story-failed = { $subject } fails.
story-struck = { $subject } fails{ $cause ->
    [none] , struck by a shared cause
   *[other] , struck by { $cause }
}.
story-damaged = { $subject } is damaged{ $cause ->
    [none] {""}
   *[other] {" "}by { $cause }
}.
story-detected = The failure of { $subject } is noticed.
story-dispatched = { $crew ->
    [none] Somebody
   *[other] { $crew }
} is sent to { $subject }{ $until ->
    [none] {""}
   *[other] , there by { $until }
}.
story-repaired = { $subject } is repaired.
story-suspended = { $subject } stops: something it needs is missing{ $cause ->
    [none] {""}
   *[other] {" "}({ $cause })
}.
story-restart-began = { $subject } begins to restart{ $until ->
    [none] {""}
   *[other] , done by { $until } if nothing intervenes
}.
story-restart-broken = The restart of { $subject } is broken off.
story-up = { $subject } is up again.
story-carried = { $subject } runs on its reserve{ $until ->
    [none] {""}
   *[other] , which lasts until { $until }
}.
story-exhausted = The reserve of { $subject } is used up.
story-carried-over = { $subject } is supplied again before its reserve runs out.
story-stock-empty = The stock of { $subject } is used up.
story-stock-filled = The stock of { $subject } is filled up.
story-switch-began = { $subject } begins to switch over{ $entry ->
    [none] {""}
   *[other] {" "}to { $entry }
}.
story-switch-failed = The switchover of { $subject } fails.
story-switched = { $subject } has switched over{ $entry ->
    [none] {""}
   *[other] {" "}to { $entry }
}.
story-shock-came = { $subject } strikes.
story-shared-repaired = What { $subject } struck is repaired together.
story-hazard-came = { $subject } sets in.
story-hazard-over = { $subject } is accessible again.
story-level = { $level ->
    [down] { $service } is down
   *[other] { $service } is now at level “{ $level }”
}{ $cause ->
    [none] {""}
   *[other] , because of { $cause }
}.
story-limit-reached = { $service }{ $level ->
    [none] : the limited period ends
   *[other] : the limited period of “{ $level }” ends
}.
story-limit-regained = { $service }{ $level ->
    [none] : the full limited period is available again
   *[other] : the full limited period of “{ $level }” is available again
}.
story-outage-began = Outage of { $subject } begins{ $cause ->
    [none] {""}
   *[other] {" "}(root: { $cause })
}.
story-outage-ended = Outage of { $subject } ends.
story-deadlock = Deadlock: { $members ->
    [none] { $subject }
   *[other] { $members }
} wait for one another.
story-bypassed = { $subject } is started by hand, which breaks the deadlock.
story-call-offered = { $subject }: a call comes in.
story-call-answered = { $subject }: a call is answered.
story-call-abandoned = { $subject }: a caller gives up.
story-call-ended = { $subject }: a call ends.
story-call-cut = { $subject }: a call is cut off.

## Causes
section-causes = What drives it
cause-kind-component = component
cause-kind-link = link
cause-kind-duct = duct
cause-kind-shock = shared cause
cause-kind-hazard = hazard
cause-kind-fail-back = fail-back

## Assumptions
section-assumptions = Assumptions and sources
assumptions-opening = The scenario names { $n ->
    [one] 1 parameter
   *[other] { $n } parameters
}: { $assumed } assumed, { $unverified } commonly quoted but not verified. { $inline ->
    [0] Every number has a source.
    [one] One more number stands in the scenario without a source.
   *[other] { $inline } more numbers stand in the scenario without a source.
}
inline-table = Numbers that stand in the scenario without a source
mark-none = Without source
mark-press = Press
mark-verified = Verified
mark-computed = Computed
mark-derived = Derived
mark-unverified = Not verified
mark-assumption = Assumptions
mark-press-caption = Numbers from press texts
mark-verified-caption = Numbers read in public texts
mark-computed-caption = Numbers computed from public data
mark-derived-caption = Numbers derived by arithmetic
mark-unverified-caption = Numbers commonly quoted, not verified
mark-assumption-caption = Numbers that nobody knows: choices
show-list = Show the list

## What is left out, warnings
section-left-out = What is left out
section-warnings = Warnings
warning-never-fired = { $subject } never failed in any replication: it adds nothing to these numbers, which does not make it safe.
warning-never-observed = { $subject } was never observed: silence is no proof of safety.
warning-cannot-matter = { $subject } cannot matter to anything that is measured.
warning-cut-short = { $subject } replications reached the longest horizon before the event came: times to it are cut there, so that their mean is too low.
warning-short-run = { $subject }: the one run is too short for its intervals: neighbouring batches are still alike. Lengthen the horizon, or run several replications.
warning-interrupted = The run was interrupted; the results cover the replications finished until then.
warning-other = { $subject }: { $kind }

## Method
section-method = Method
rests-on = { $replications }, { $years ->
    [one] 1 full year
   *[other] { $years } full years
} counted in each, seed { $seed }.
stopped-precision = The run went on until every answer was as precise as wanted.
stopped-most = The run ended at the most replications that it may make, before every answer was as precise as wanted:
stopped-time = The run ended because its time was over, before every answer was as precise as wanted:
stopped-interruption = The run was interrupted before every answer was as precise as wanted:
stopped-open = { $asked }: { $is }, wanted { $wanted }{ $more }
stopped-more = ; about { $replications } replications would do, { $time } more
stopped-no-interval = too few events for an interval
stopped-never = { $asked }: never seen, so that there is no precision to speak of
stopped-hotline = { $asked }: not waited for, because only { $n ->
    [one] 1 replication simulates
   *[other] { $n } replications simulate
} the hotline
stopped-under-way = { $is }, wanted { $wanted }: { $asked }
stopped-a-year = { $x } a year
method-random = Every source of chance has its own named stream of random numbers, so that variants meet the same luck. The same scenario, seed and number of replications give the same numbers on any machine.
method-intervals = Methods of the intervals in this report:
method-t = Means: Student’s t over the replications.
method-hall = Skewed means: Hall’s transformation of Student’s t (1992).
method-jackknife-ratio = Ratios: jackknife over 32 groups of replications.
method-batch-means = One long run: its warm-up is cut off by MSER-5 (White 1997), what is left is cut into 32 batches (batch means).
method-wilson = Shares: Wilson’s score interval.
method-clopper-pearson = One-sided bounds of shares: Clopper and Pearson.
method-rule-of-three = Never seen: the rule of three, below 3/n with 95% confidence.
method-woodruff-32 = Quantiles of pooled outages: Woodruff’s method over 32 groups of replications.
method-kaplan-meier = Times cut off by the end of a replication: Kaplan and Meier.
method-order-statistic = Quantiles of yearly values: order statistics.
method-control-variates = Means with control variates: failure counts, less what the operating ages let one expect, explain a part of the chance (least squares; Student’s t or Hall’s interval of what remains).
controlled = Control variates: { $asked }: { $controls } failure counts lower the variance by a factor of { $factor }.
method-too-few = Too few replications with a value for an interval.
method-hotline = { $hotline }: calls are simulated in every { $every }th replication; { $n ->
    [one] 1 was
   *[other] { $n } were
}.
section-convergence = How the estimates settled:
section-expectations = Expected values
expectations-table = Expected values against what came out
bound-is = { $x }
bound-within = about { $x }
bound-at-least = at least { $x }
bound-at-most = at most { $x }
expectation-holds = holds
expectation-fails = fails

## Making it again
section-reproduce = Making these results again
reproduce-opening = The same scenario, seed and number of replications give the same bytes in results.json.
fact-seed = Seed
fact-replications = Replications
fact-length = Length of each
fact-variant = Variant
fact-digest = Scenario (BLAKE3)
fact-version = Program
fact-epoch = Result epoch / format
length = { $time }, { $years ->
    [one] 1 full year
   *[other] { $years } full years
} counted

## All measures
section-measures = All measures
measures-summary = { $n ->
    [one] One measure
   *[other] { $n } measures
}
measures-table = All measures
calendar-24x7 = round the clock
calendar-normal-weeks = normal weeks
subject-kind-service = service
subject-kind-all-down = all down together
subject-kind-demanded = level demanded
subject-kind-number = number up
subject-kind-component = part
subject-kind-cause = cause
subject-kind-organisation = organisation
subject-kind-hotline = hotline
subject-kind-crew = crew
measure-availability = availability
measure-down-time = time out of service
measure-down-share = share of time out of service
measure-outages = outages
measure-longer = longer outages
measure-year-with-longer = year with a longer outage
measure-mean-duration = mean duration
measure-ever = an outage before the horizon
measure-user-hours = user-hours lost
measure-service-level = answered in time
measure-abandoned = abandoned
measure-mean-wait = mean wait
measure-share-longer = share of longer outages
measure-return-period = time between years with a longer outage
measure-mean-up-time = mean time between outages
measure-number = outages within the horizon
measure-number-variance = variance of the number of outages
measure-number-exactly = exactly so many outages
measure-number-at-least = so many outages or more
measure-number-at-most = so many outages or fewer
measure-total-down = total time out of service
measure-total-down-at-least = so much time out of service or more
measure-total-down-at-most = so much time out of service or less
measure-total-up = total time in service
measure-total-up-at-least = so much time in service or more
measure-total-up-at-most = so much time in service or less
measure-ever-before = an outage before a time
measure-ever-longer = a longer outage before the horizon
measure-ever-longer-before = a longer outage before a time
measure-first-time = mean time to the first outage
measure-first-outage = median time to the first outage
measure-first-outage-restricted = mean time to the first outage or the horizon
measure-longest-of-year = longest outage of a year
measure-just-before = holds just before an instant
measure-number-up = mean number up
measure-worst-day-of-year = worst day of a year
measure-members-down-of-year = most members down at once in a year
measure-speed-of-answer = mean wait of the answered
measure-wait-longer = longer waits
measure-waiting = calls waiting
measure-busy-agents = agents busy
measure-all-busy = all busy

## Heads of columns
column-agents = Agents
column-at = At
column-availability = In service
column-band = Band over assumptions
column-bias = Bias
column-begun = Share of outages
column-calendar = Calendar
column-calls = Calls
column-calls-band = 5–95%
column-cause = Cause
column-coverage = Coverage
column-downtime = Out of service
column-ends = Ends
column-estimate = Estimate
column-events = Events
column-expected = Expected
column-from = From
column-group = Group
column-half-hour = Half hour
column-interval = 95% interval
column-interval-95 = 95% interval
column-interval-999 = 99.9% interval
column-interval-error = 95% interval (simulation error only)
column-kind = Kind
column-lasts = Lasts
column-level = Level
column-longer-than = Longer than
column-lost = Lost
column-measure = Measure
column-members = Members
column-method = Method
column-n = n
column-name = Parameter
column-organisation = Organisation
column-outage = Outages
column-place = Place
column-present = Present
column-quantile = Quantile
column-quantity = Quantity
column-question = Question
column-range = Range
column-reached = Reached
column-relative = Relative width
column-relative-short = ±
column-replications = Replications
column-rooted = Share of downtime
column-service = Service
column-share = Share
column-source = Source
column-subject = Subject
column-users = Users
column-value = Value
column-verdict = Verdict
column-waiting = Waiting
column-wanted = Wanted
column-worst-percent = From the worst 1% of years
column-years-without = Years without loss
column-z = z

## Page
report = Report
report-foot = Made by ausfall { $version }. { $label }
