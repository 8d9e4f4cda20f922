# A scenario read back.

## Phrases
explain-parts = { $n ->
    [one] { $names } ({ $parts } parts)
   *[other] { $names } ({ $parts } parts each)
}
explain-many = { $pattern } ({ $n } of them)
explain-others = { $n ->
    [one] one other
   *[other] { $n } others
}
explain-or = { $first } or { $last }
explain-else = , else{" "}
explain-path = a path from { $from } to { $to }
explain-at-least-of = at least { $n } of { $of }
explain-median = { $x } (median)
explain-more-than = more than { $x }
explain-for-ever = for ever

## What is studied
explain-frame = What is studied
explain-run = { $replications } of { $horizon } each, beginning on { $date } ({ $zone }): { $years } simulated years in all.
explain-run-until-precise = Replications of { $horizon } each, beginning on { $date } ({ $zone }), until every answer is as precise as wanted: at most { $replications }, { $years } simulated years in all.
explain-warm-up = The first { $time } of each are not counted.
explain-begins-running = Things begin as one finds them in a system that has run for long.
explain-begins-new = Everything begins new and up.
explain-lines = { $n ->
    [one] 1 link or duct
   *[other] { $n } links and ducts
}
explain-size = There are { $what }.
explain-size-users = There are { $what }, with { $users } users.
explain-asked = Asked, with the pilot's answers:

## What fails by itself
explain-failing = What fails by itself
explain-fails = { $who }: { $each ->
    [each] each fails
   *[one] fails
}{ $mode ->
    [none] {""}
   *[other] {" "}by { $mode }
} { $often }{ $cold ->
    [cold] {" "}of running (a cold standby does not age)
   *[no] {""}
}.
explain-mode-cut = a cut
explain-back = Back after { $mean } on average (half within { $median }, 95% within { $tail }).
explain-back-fixed = Back after { $time }.
explain-back-never = It is never repaired.
explain-alone = Alone it is out of service { $down }: availability { $share }.
explain-waits = Comes on top: the wait until { $crew } is on duty.
explain-failing-note = “Back” counts detection, arrival and repair with a free crew; it leaves out waiting for people who are busy, and restarts.

## What figures mean together
explain-relations = What the figures mean together
explain-its-need = what each hangs on
explain-carried = { $who } { $n ->
    [one] does
   *[other] each do
} without { $on } for { $autonomy }.
explain-against-none = No single failure takes that away; only several at once do.
explain-against-alone = { $name } ({ $often }): { $share } of these interruptions outlast it, felt { $felt }.
explain-against-unswitched = { $name } ({ $often }): if nothing took over, { $share } of these interruptions would outlast it.
explain-against-switched = When { $name } is gone and the switch succeeds, the gap is bridged.
explain-against-switching = When { $name } is gone and the switch succeeds, { $share } of the gaps outlast it all the same, felt { $felt }.
explain-against-failed = When { $name } is gone and the switch fails ({ $often }), { $share } of the gaps outlast it, felt { $felt }.
explain-demanded = { $first }, else { $others }{ $n ->
    [one] {""}
   *[other] {" "}({ $n } such switchovers)
}: { $n ->
    [one] is
   *[other] each is
} asked to switch { $often }.
explain-demanded-delay = The next one carries after { $time }.
explain-demanded-failed = { $share } of the demands fail, which is { $often }.
explain-demanded-manual = Then people switch by hand, in { $time }.
explain-demanded-never = Then nobody switches by hand.
explain-stocked = { $who }: a full tank lasts { $lasts }. A delivery takes { $delivery }, 95% come within { $tail }; { $late } come later than the tank lasts.
explain-stocked-never = { $who }: a full tank lasts { $lasts }, and no delivery follows.
explain-limited = { $service } may be at “{ $level }” for at most { $time }, then it is down; the period is there again after { $regain } in a better level.
explain-limited-continues = { $service } should be at “{ $level }” for at most { $time }; longer is recorded, not ended. The period is there again after { $regain } in a better level.
explain-restart = { $who }: after each suspension a restart of { $median } (median; 95% within { $tail }).
explain-restart-fixed = { $who }: after each suspension a restart of { $time }.
explain-restart-too-long = Longer than the RTO of { $service } ({ $rto } to “{ $level }”): every suspension that is felt there mostly misses it.

## Services
explain-services = Services
explain-service = { $service }: used by { $n ->
    [0] nobody
    [one] 1 organisation with { $users } users
   *[other] { $n } organisations with { $users } users
}
explain-level = “{ $level }” while { $when } { $n ->
    [one] is
   *[other] are
} there
explain-objective = Wanted{ $lowest ->
    [yes] {""}
   *[no] {" "}for “{ $level }”
}: { $what }
explain-longer = Of the outages by single failures { $share } last longer than the RTO, restarts counted.
explain-singles = Alone takes it down (together { $all }): { $what }
explain-singles-none = No single failure takes it down.
explain-lessening = Alone takes it below its best level, not down (together { $all }): { $what }
explain-single = { $who } { $often }{ $bridged ->
    [yes] {" "}(those that outlast the autonomy)
   *[no] {""}
}, back after { $median }
explain-pairs = { $n ->
    [0] No pair of failures takes it down that does not alone.
    [one] One pair of failures takes it down only together.
   *[other] { $n } pairs of failures take it down only together.
}
explain-singles-note = Rates of single failures are reckoned from the laws; “back after” is the median of the repair plus that of the longest restart behind it. Switchovers are taken to succeed here; where they fail stands above.

## Shared causes and loops
explain-shared = Shared causes and loops
explain-shared-cause = { $name }: { $often } strikes { $chance ->
    [all] {""}
   *[other] each with a chance of { $chance } of{" "}
}{ $members } at once; { $together ->
    [yes] one repair brings all back
   *[no] each is repaired by itself
}.
explain-hazard = { $name }: { $often }, takes { $chance ->
    [all] {""}
   *[other] with a chance of { $chance } each{" "}
}{ $members }{ $together ->
    [yes] {" "}and damages what is inside
   *[no] {""}
}.
explain-place = { $name }{ $roomcount ->
    [0] {""}
   *[other] {" "}({ $rooms })
} holds { $things }. { $servicecount ->
    [0] Without it no service is down.
   *[other] Without it down: { $services }.
}
explain-crossing = { $n ->
    [one] { $who } alone takes down { $services } together, { $often }.
   *[other] { $who }: one of them strikes { $often }, and each alone takes down { $services } together.
}
explain-loop = { $members } need each other{ $soft ->
    [yes] {" "}(in part only to start or for a time)
   *[no] {""}
}. { $bypass ->
    [none] Nobody breaks a deadlock: if both sides are down, they stay down.
   *[other] A deadlock is broken by hand after { $bypass }.
}
explain-loop-none = Nothing needs itself, not even in a roundabout way: no deadlock is possible.

## Worth a second look
explain-doubts = Worth a second look
explain-doubts-none = Nothing stands out.
explain-idle = { $who } can fail, but nothing that is asked, wanted or used hangs on it.
explain-rare = { $name } is expected { $x } times in the whole run: what it does rests on luck. More replications help.
explain-idle-crew = { $name } is never called: no repair names this crew.
explain-unfailing = { $service }: nothing below it fails, so its objectives cannot be missed.
explain-hardly-met = { $service }: { $share } of the outages by single failures below “{ $level }” last longer than the RTO of { $rto }, restarts counted, where at most { $allowed } may.
explain-hardly-missed = { $service }: of the outages by single failures below “{ $level }” { $share } last longer than the RTO of { $rto }; missing it (more than { $allowed }) takes several failures at once.

## Where the numbers come from
explain-trust = Where the numbers come from
explain-mark-verified = Verified ({ $n }): { $what }
explain-mark-press = Press ({ $n }): { $what }
explain-mark-computed = Computed ({ $n }): { $what }
explain-mark-derived = Derived ({ $n }): { $what }
explain-mark-unverified = Unverified ({ $n }): { $what }
explain-mark-assumption = Assumption ({ $n }): { $what }
explain-value-range = { $said } ({ $low } to { $high })
explain-bare = { $n ->
    [one] 1 number stands without a source:
   *[other] { $n } numbers stand without a source:
}
explain-bare-kind = { $kind } ({ $n }): { $what }

## Implied rates beside the sources
explain-pilot = What it implies, beside what the sources say
explain-pilot-of = From a pilot of { $n ->
    [one] 1 replication
   *[other] { $n } replications
} (seed { $seed }); a run with all replications narrows the intervals.
explain-pilot-none = No pilot: one replication takes too long, or cannot be finished.
explain-expect-none = The scenario expects nothing (`expect`): no implied rate can be held against a source.
explain-expected = { $asked }: { $value } ({ $interval }, 99.9%). The source says { $bound ->
    [is] { $expected }
    [within] { $expected } ± { $tolerance }
    [between] { $expected } to { $high }
    [at-least] at least { $expected }
   *[at-most] at most { $expected }
}: { $holds ->
    [yes] it agrees
   *[no] IT DOES NOT AGREE
}. Source: { $source }

## The picture
picture-headline = What hangs on what: { $title }
picture-subtitle = Services at the top, below each thing what it needs
picture-description = { $boxes } boxes and { $lines } lines. Services at the top: { $services }. Sites: { $sites }.
picture-parts = { $n } parts
picture-parts-enough = { $n } parts, { $enough } needed
picture-many = { $n } of them
picture-hard = needs
picture-either = needs one of several, or one end of a path
picture-delayed = needs, bridged for a time
picture-carries = carried meanwhile by
picture-start = needs to start
picture-joins = link ends at node
picture-service = service
picture-component = thing
picture-node = network node
picture-link = link
picture-duct = duct
picture-site = stands at { $name }
