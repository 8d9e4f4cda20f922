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
check-cost-at-most = until precise, at most { $replications } replications of { $horizon }: roughly { $time } or less on one core
check-calls = of which calls of the hotlines take about { $share }

## Without a command
greeting-shipped =
    ausfall simulates outages of shared IT: how often and for how long a service is
    down, who is hit, which deadline is missed, which cause decides; with intervals.

    Run a scenario that comes with it:

        ausfall run { $scenario }

    Then open the report that its last line names, and go on with

        ausfall new mine          a scenario of your own, with comments
        ausfall check mine.ron    every fault of it, with the way out
        ausfall help              all commands and all words of scenario files
greeting-new =
    ausfall simulates outages of shared IT: how often and for how long a service is
    down, who is hit, which deadline is missed, which cause decides; with intervals.

    Write a scenario of your own, with comments, and run it:

        ausfall new mine
        ausfall run mine.ron

    Then open the report that its last line names. Also:

        ausfall check mine.ron    every fault of it, with the way out
        ausfall help              all commands and all words of scenario files

## What new says
new-written = { $file } is written: change it, or try it as it is.
new-next = ausfall run { $file }
new-next-compared =
    ausfall compare { $file }
    ausfall run { $file }
error-new-name = `{ $name }` makes no good file name; take letters, digits, `-`, `_` and `.` only, beginning with a letter or digit, such as `ausfall new mine`
error-new-exists = { $file } is there already and stays as it is; take another name, or look at it with `ausfall check { $file }`

## What verify says
verify-confirmed = ✓ confirmed
verify-contradicted = ✗ contradicted
verify-undecided = ? undecided
verify-foot = { $rows ->
    [one] 1 expectation
   *[other] { $rows } expectations
}: { $confirmed } confirmed, { $contradicted } contradicted, { $undecided } undecided.
verify-level = Contradicted: outside with at most 0.1 % error over the whole table (Holm 1979).
verify-few = Undecided: too few events for an interval; more --replications may decide it.
coverage-covers = ✓ covers
coverage-too-low = ✗ covers too little
coverage-too-high = ✗ covers too much
coverage-biased = ✗ biased
coverage-undecided = ? too few batches
coverage-discrete = discrete
coverage-conservative = conservative
coverage-heavy = heavy-tailed
coverage-stopped = run until precise
coverage-apart = two-sided { $two }, bounds { $one }
coverage-progress = coverage of { $case }
coverage-level =
    Coverage: share of the batches whose 95% interval holds the exact value, with its exact 99% interval.
    Ends: batches with a two-sided interval / a bound alone / nothing. ±: mean half-width of the value.
    It fails where it lies outside 94–96% (discrete 93–98%, conservative and bounds from 94%, run until precise
    from 93%, heavy-tailed from 90%) with at most { $level } error over the whole table (Holm 1979).
coverage-bias = Bias: mean error of the estimates in standard errors of one batch; at most { $bias }.
coverage-pooled = Mean of the { $rows } ordinary rows: { $coverage } ({ $low }–{ $high }), wanted 94.5–95.5%: { $verdict }
coverage-foot = { $rows ->
    [one] 1 row
   *[other] { $rows } rows
}, { $batches } batches each: { $fail } fail, { $undecided } undecided.
error-nothing-exact = { $file } expects no exact value: coverage needs `is:` (see `ausfall help expect`)
error-expects-nothing = { $file } expects nothing: give it `expect:` (see `ausfall help expect`), or leave it out

## What check --watch says
watching = Watching; Ctrl-C ends.

## Faults of the command line
usage = { $what }
    { $way }
usage-see = All options: { $command }
usage-unknown-command = there is no command `{ $name }`
usage-file-alone = what shall happen with { $file }? Write `ausfall run { $file }` or `ausfall check { $file }`
usage-unknown-option = there is no option `{ $argument }`
usage-too-much = `{ $argument }` is one argument too many
usage-no-value = `{ $argument }` wants a value
usage-one-of = `{ $value }` is no value for `{ $argument }`; there are: { $known }
usage-no-number = `{ $value }` is no value for `{ $argument }`: a whole number is wanted, such as 4096
usage-zero = `{ $argument }` must be above 0
usage-too-large = `{ $value }` is too large for `{ $argument }`
usage-not-a-value = `{ $value }` is no value for `{ $argument }`
usage-missing = { $argument } is missing
usage-twice = `{ $argument }` can be given only once
usage-conflict = `{ $argument }` and `{ $other }` exclude each other: leave one out
usage-no-equals = the value of `{ $argument }` follows after an equals sign
usage-number-of-values = `{ $argument }` has too many or too few values
usage-no-text = an argument is no readable text
usage-other = the command line cannot be understood
error-threads = --threads { $asked } is too much: at most { $most }
error-folder-name = the scenario's file name "{ $name }" does not make a good folder name; say where the results go with --out FOLDER

## Why files cannot be read or written
io-not-found = there is no such file
io-permission-denied = it is not permitted
io-already-exists = it is there already
io-not-a-folder = a part of the path is no folder
io-is-a-folder = it is a folder
io-storage-full = the disk is full
io-too-large = more than 100 MB are too large for a scenario

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
