# How an outage came about: its chain of causes.

chain-list-more = { $first } and { $n } more
chain-day = { $weekday } { $year }-{ $month }-{ $day }
chain-cause = { $kind ->
    [shock] the shared cause { $cause }
    [fail-back] the switching back of { $cause }
   *[other] { $cause }
}
chain-headline = { $lowest ->
    [yes] { $service } down for { $time }
   *[no] { $service } below level “{ $level }” for { $time }
}{ $open ->
    [yes] {" "}(not over at the end of the simulated time)
   *[no] {""}
}: { $cause }
chain-from = Began { $began }{ $year ->
    [none] {""}
   *[other] {" "}(year { $year })
}
chain-also = With it: { $services }
chain-companion = { $lowest ->
    [yes] { $service } (down for { $time })
   *[no] { $service } (below level “{ $level }” for { $time })
}
chain-left-out = { $n ->
    [one] One further link is left out here.
   *[other] { $n } further links are left out here.
}
chain-again = Told again by { $command }

## Links. Where a link follows at once from the one before it, an arrow stands before it.
chain-failed = { $subject } failed{ $of ->
    [none] .
   *[other] {" "}({ $of }).
}
chain-struck = The shared cause { $of } struck{ $n ->
    [0] .
   *[other] : { $subject } failed.
}
chain-taken = { $n ->
    [0] { $of } came.
   *[other] { $of } took { $subject }: nothing inside could run or be repaired.
}
chain-damaged = { $of } damaged { $subject }.
chain-stopped = { $follows ->
    [yes] That took with it { $subject }.
   *[no] { $subject } stopped.
}
chain-waits = { $subject } still had to wait for what { $n ->
    [one] it needs.
   *[other] they need.
}
chain-noticed = The failure of { $subject } was noticed after { $time }.
chain-arrived = { $of } reached { $subject }, { $time } after the call.
chain-repaired = { $subject } { $n ->
    [one] was repaired
   *[other] were repaired
}{ $time ->
    [none] .
   *[other] , { $time } after the failure.
}
chain-restarting = { $subject } began to restart, which takes { $time }.
chain-restart-broken = The restart of { $subject } was broken off: something needed was missing again.
chain-restarted = { $subject } { $n ->
    [one] was up again after a restart of { $time }.
   *[other] were up again after a restart of { $time }.
}
chain-up = { $subject } { $n ->
    [one] was up again.
   *[other] were up again.
}
chain-carried = { $subject } ran on its reserve, which lasts { $time }.
chain-exhausted = The reserve of { $subject } ran out{ $time ->
    [none] .
   *[other] {" "}after { $time }.
}
chain-stock-empty = The stock of { $subject } was used up.
chain-stock-filled = The stock of { $subject } was filled up.
chain-switching = The switchover to { $of } began.
chain-handing-back = The switching back to { $of } began; until it was through there was a gap.
chain-switch-failed = { $of ->
    [none] The switchover did not succeed.
   *[other] The switchover to { $of } did not succeed.
}
chain-switched = { $of } took over{ $time ->
    [none] .
   *[other] {" "}after { $time }.
}
chain-set-free = { $subject } was accessible again.
chain-level = { $subject } went to level “{ $of }”.
chain-down = { $subject } went down.
chain-over = { $subject } was back at level “{ $of }” after { $time }.
chain-set-up = { $subject }: level “{ $of }” was set up, which took { $time }.
chain-limit-reached = { $subject }: the limited period of level “{ $of }” was over{ $time ->
    [none] .
   *[other] {" "}({ $time }).
}
chain-deadlock = { $subject } waited for one another: none could start.
chain-bypassed = { $subject } was started by hand, which broke the deadlock.
chain-open = { $subject } was still out at the end of the simulated time, after { $time }.

## `why`
why-head = { $service }, replication { $replication }, seed { $seed }{ $year ->
    [none] {""}
   *[other] , year { $year }
}: { $lowest ->
    [yes] { $n ->
        [one] down once, { $time } in all
       *[other] down { $n } times, { $time } in all
    }
   *[no] { $n ->
        [one] below level “{ $level }” once, { $time } in all
       *[other] below level “{ $level }” { $n } times, { $time } in all
    }
}
why-none = { $lowest ->
    [yes] { $service } is never down in replication { $replication }
   *[no] { $service } is never below level “{ $level }” in replication { $replication }
}{ $year ->
    [none] .
   *[other] , year { $year }.
}
why-elsewhere = Replication { $replication } has one: { $command }
why-nowhere = Nor in the next { $n } replications.
why-next = Every event of it: { $command }
error-service = this scenario has no service “{ $name }”{ $meant ->
    [none] ; it has: { $known }
   *[other] ; did you mean “{ $meant }”?
}
error-level = { $service } has no level “{ $name }”{ $meant ->
    [none] ; it has: { $known }
   *[other] ; did you mean “{ $meant }”?
}
