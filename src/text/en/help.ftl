# Help of the command line: `help-COMMAND`, `help-COMMAND-ARGUMENT`, and `help-any-ARGUMENT` where several commands share one.
# What concepts and fields of a scenario mean stands in docs/scenario.md, which `help` reads.

help-root = Simulates outages of shared IT: how often and for how long a service is down, who is hit, which cause decides.
help-heading-usage = Usage
help-heading-first = Begin with
help-heading-others = Other commands
help-heading-arguments = Arguments
help-heading-options = Options
help-heading-examples = Examples
help-examples =
    ausfall new mine --like two-sites      a scenario of your own, with comments
    ausfall run mine.ron                   simulate it; the last line is the report
    ausfall help fails                     what a field means, with an example
help-exit-codes =
    Exit codes: 0 done; 1 an objective is missed under --enforce, an expectation does not hold under
    verify, or an audit disagrees; 2 the command line or the scenario is at fault; 3 reading or
    writing failed; 130 interrupted, what was finished is kept.
help-values = [one of: { $values }]
help-default = [default: { $value }]

## Names of values
help-value-command = COMMAND
help-value-file = FILE
help-value-files = FILE
help-value-folder = FOLDER
help-value-dir = FOLDER
help-value-lang = LANGUAGE
help-value-span = SPAN
help-value-how = HOW
help-value-name = NAME
help-value-example = EXAMPLE
help-value-topic = TOPIC
help-value-shell = SHELL
help-value-service = SERVICE
help-value-batches = BATCHES

## Shared arguments
help-any-help = Print this help
help-any-version = Print the version
help-any-lang = Language of all output [default: that of LC_ALL, LC_MESSAGES or LANG]
help-any-file = Scenario file
help-any-files = Scenario files
help-any-folder = Result folder, with its results.json
help-any-seed = Master seed; never taken from the clock
help-any-horizon = Length of a replication, such as "10 y" [default: what the scenario says]
help-any-with-hotline = Simulate the hotlines in every replication, not only in their share
help-any-audit = Re-derive the state after every instant and compare (slow)
help-any-replications = Number of replications [default: what the scenario proposes]
help-run-replications = Number of replications, whatever their precision [default: what the scenario says, else up to a precision]
help-run-precision = Go on until half the 95 % interval of every answer is at most this share of it, such as "5 %"; `NAME=VALUE`: of one answer, by its number or label, also in its unit, "payroll=0.2 h/y"; may be repeated [default: what the scenario says, else 5 %]
help-run-at-most = End at the latest after this time, such as "2 min", or this number of replications; may be repeated [default: what the scenario says, else 2 min and 65536]
help-run-control-variates = Use what failures the replications happened to have as control variates: narrower intervals of means from as many replications
help-run-keep-replications = Also write replications.csv: one row for each replication, one column for each answer
help-value-precision = PRECISION
help-value-limit = LIMIT
help-any-threads = Threads; the results do not depend on it [default: all cores]
help-any-variant = A variant of the scenario [default: the scenario itself]
help-any-set = Give a parameter another value for this run, such as "limited period = 24 h"; may be repeated

## Commands
help-run = Simulate a scenario, write the result folder, print the answers
help-run-out = Folder for the results [default: output/SCENARIO]
help-run-enforce = Exit with 1 if an objective is missed; `--enforce=strict`: also if it is undecided
help-run-quiet = Print nothing but the path of the report
help-run-json = Print the summary as one JSON object
help-run-bands = Also simulate each assumption at both ends of its range; `--bands=N`: with N replications each [default of N: a sixteenth of the run's]
help-run-examples =
    ausfall run mine.ron
    ausfall run mine.ron --replications 20000 --lang en
    ausfall run mine.ron --enforce=strict --quiet

help-check = Find every fault of scenarios, each with its place and the way out
help-check-quiet = Print nothing about scenarios without a fault or warning
help-check-watch = Check again whenever a file changes, until Ctrl-C
help-check-examples =
    ausfall check mine.ron
    ausfall check --watch mine.ron

help-new = Write a scenario to begin with, with comments
help-new-name = Name of the scenario; the file is NAME.ron in this folder and must not exist yet
help-new-like = What to begin with
help-new-examples =
    ausfall new mine
    ausfall new salaries --like payroll

help-help = Explain a command, a concept, a field or a word of scenario files
help-help-topic = What to explain; without it, what there is
help-help-examples =
    ausfall help
    ausfall help repair
    ausfall help shared causes
    ausfall help Lognormal

help-compare = Compare the variants of a scenario, or several scenarios, under the same luck
help-compare-files = Scenario files: one, with its variants, or several, of which the first is the base
help-compare-variants = Only this variant, `*` standing for any text; may be repeated [default: all]
help-compare-against = What the others are compared with: a variant, or a file's name without folder and ending [default: the first file as it stands]
help-compare-seed = Master seed, the same for all; never taken from the clock
help-compare-replications = Number of replications that each lives through [default: the largest that a scenario states, or as many as the base takes to be as precise as it wants]
help-compare-horizon = Length of a replication, such as "10 y" [default: what the scenarios say]
help-compare-set = Give a parameter another value in all of them, such as "limited period = 24 h"; may be repeated
help-compare-out = Folder for the results [default: output/SCENARIO-compare]
help-compare-quiet = Print nothing but the path of the page
help-compare-json = Print the comparison as one JSON object
help-compare-examples =
    ausfall compare mine.ron
    ausfall compare mine.ron --variant "two halls"
    ausfall compare today.ron planned.ron --replications 20000

help-explain = Read a scenario back in sentences: what depends on what, and which assumptions decide
help-explain-out = Folder for the dependency picture [default: output/SCENARIO]
help-explain-json = Print the explanation as one JSON object; draw nothing unless --out is given
help-explain-examples =
    ausfall explain mine.ron
    ausfall explain mine.ron --variant "two halls"

help-why = Tell how every outage of a service came about in one replication
help-why-replication = Which replication, from 0
help-why-service = Service whose outages are told
help-why-level = Outages below this level [default: the lowest, below which the service is down]
help-why-year = Only outages that begin in this counted year, from 0
help-why-json = One JSON object a line, one for each outage
help-why-examples =
    ausfall why mine.ron -r 0 mail
    ausfall why mine.ron -r 0 --year 3 --level normal mail

help-trace = Tell one replication event by event
help-trace-replication = Which replication, from 0
help-trace-year = Only this counted year, from 0
help-trace-json = One JSON object a line
help-trace-examples =
    ausfall trace mine.ron -r 0 --year 0
    ausfall trace mine.ron -r 0 --json

help-verify = Hold scenarios against the values that they expect
help-verify-files = Scenario files with `expect:`
help-verify-coverage = Repeat the batch so many times with independent luck and count how often the 95 % interval holds each exact value (`is:`)
help-verify-json = Print the coverage as one JSON object
help-verify-csv = Print the coverage as CSV
help-verify-examples =
    ausfall verify scenarios/known/*.ron
    ausfall verify mine.ron --coverage 1000

help-plot = Draw the charts of a result folder again
help-report = Write the report of a result folder again, for instance in another language
help-report-examples =
    ausfall report output/mine --lang de

help-completions = Print completions for a shell
help-completions-shell = The shell
help-completions-examples =
    ausfall completions bash > ~/.local/share/bash-completion/completions/ausfall

help-man = Print the manual page
help-man-examples =
    ausfall man > ausfall.1

## Sections of the manual page
man-synopsis = SYNOPSIS
man-description = DESCRIPTION
man-options = OPTIONS
man-commands = COMMANDS
man-extra = EXAMPLES AND EXIT CODES

## What help answers
topics-commands = Commands
topics-concepts = Concepts of scenario files
topics-more = `ausfall help TOPIC` explains one of them, or any field or word: `ausfall help fails`, `ausfall help Lognormal`.
topic-example = example:
topic-see = More: ausfall help { $topic }
topic-unknown = there is no topic `{ $topic }`
topic-see-list = `ausfall help` lists what there is
