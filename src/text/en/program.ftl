# What the program itself says: progress, `check`, failures.

## Speed of a run, the last line but one on the terminal
run-speed = { $replications } replications, { $events } events, { $seconds } s, { $speed } events per second

## Progress and interruption
progress-left = time left
progress-bands = assumptions at the ends of their ranges
answer-so-far = { $interval } · { $asked }
stopping = Stopping; keeping the replications that are finished. Ctrl-C again ends at once.
interrupted = interrupted: { $done ->
    [0] nothing was finished, nothing is written
    [one] the results cover the first of { $planned } replications
   *[other] the results cover the first { $done } of { $planned } replications
}

## What check says
check-verdict = { $file }: { $warnings ->
    [0] in order
    [one] can be run, 1 warning
   *[other] can be run, { $warnings } warnings
} ({ $size })
check-empty = nothing in it
check-components = { $n ->
    [one] 1 component
   *[other] { $n } components
}
check-services = { $n ->
    [one] 1 service
   *[other] { $n } services
}
check-organisations = { $n ->
    [one] 1 organisation
   *[other] { $n } organisations
}
check-hotlines = { $n ->
    [one] 1 hotline
   *[other] { $n } hotlines
}
check-variants = { $sound ->
    [one] 1 of { $all } variants
   *[other] { $sound } of { $all } variants
} can be run
check-cost = { $replications ->
    [one] 1 replication
   *[other] { $replications } replications
} of { $horizon }: roughly { $time } on one core
check-calls = of which calls of the hotlines take about { $share }

## Failures, after "error: "
error = error: { $what }
error-scenario = { $file }: { $faults ->
    [one] 1 fault
   *[other] { $faults } faults
}, nothing was run
error-read = cannot read { $path }: { $why }
error-write = cannot write { $path }: { $why }
error-stdout = cannot write to standard output: { $why }
error-format = { $path } has format { $found }, this version reads format { $known }: run the scenario again
error-results = { $path } is no result file of this version ({ $why }): run the scenario again
error-year = --year { $year }: the scenario counts { $years ->
    [0] no full year; leave --year out
    [one] one full year, number 0
   *[other] { $years } full years, numbered from 0
}
error-loop = zero-time loop: more than 10,000 rounds at { $at }; last changed: { $items }. Give one of them a time above zero.
error-losses = what all organisations lose in one replication is too much to be counted in user-seconds; shorten horizon: or lower users:
error-endless = more than 50 million events in one replication by { $at }, last one of { $item }: it happens far too often. Check the units of its times and rates, or take a shorter horizon.
error-audit = the audit disagrees with the simulation (a fault of ausfall): { $what }
