# Faults and warnings of scenario files: `code = what is wrong`, `code-help = the way out`.

## How they are shown
diagnostics-fault = fault
diagnostics-warning = warning
diagnostics-help = help
diagnostics-in-file = in
diagnostics-hidden = and { $more } more, shown once these are mended
did-you-mean = { $message }; did you mean `{ $word }`?
note-made-here = in an instance made here
note-made-here-as-more = in an instance made here, as in { $more } more
note-also-here = also here
note-also-here-and-more = also here, and in { $more } more places

## Variants and settings
variant-adds-help = the base has nothing named `{ $name }`, so this is new and must be complete; to change `{ $meant }`, write its name
removes-nothing = there is nothing named `{ $name }` here that could be taken out
bad-variant-name = `{ $name }` cannot be the name of a variant
bad-variant-name-help = it begins with a letter or digit, ends with no space, and holds no control characters and at most { $most } characters
variants-alike = the variants `{ $name }` and `{ $first }` have the same name but for their punctuation
variants-alike-help = the results of both would go to the folder `{ $folder }`: change one of the two
too-many-variants = from here on there are more than { $most } variants
not-in-a-variant = `{ $field }` cannot stand in the variant `{ $variant }`
not-in-a-variant-help = base and variants are compared replication by replication, so these are the same for all: { $shared }
unknown-variant = the scenario has no variant `{ $name }`
unknown-variant-help = its variants are: { $names }
unknown-variant-none = it has no variants; they stand under variants:
set-unknown = --set names `{ $name }`, which is no parameter of this scenario
set-unknown-help = --set changes what stands under parameters:, by its name
set-twice = --set gives `{ $name }` two values
note-first-here = first here
note-its-value = its value
note-set-to = --set gives it the value `{ $value }`
note-taken-out = taken out here by the variant `{ $variant }`
note-variant-changes-this = the variant `{ $variant }` changes this
note-variant-changes-here = changed here by the variant `{ $variant }`
note-in-variant = in the variant `{ $variant }`
## Names
too-many-stars = `{ $name }` has fewer `*` than what it is called
too-many-stars-help = each `*` carries over the text that a `*` of the name stands for
matches-nothing = nothing bears the name `{ $name }`, so this entry has no effect
## Lowering
# Ways out that several faults share
write-help = write "{ $text }"
write-code-help = write { $code }
one-of-help = one of: { $known }
known-names-help = names that fit here: { $known }
nothing-declared-help = there is none yet: declare it under `{ $table }`

# Kinds of things
kind-component = a component
kind-parts = a component in parts
kind-link = a link
kind-duct = a duct
kind-node = a node
kind-room = a room
kind-site = a site
kind-service = a service
kind-crew = a crew
kind-organisation = an organisation
kind-hotline = a hotline
kind-parameter = a parameter
kind-shared-cause = a shared cause
kind-hazard = a hazard
kind-place = a room or site
kind-struck = a component, part, link or duct
kind-gate = a component, part, link, duct, room, site, node or service

# Names
wrong-kind = `{ $name }` is { $found }; { $wanted } stands here
wrong-kind-quantity = `{ $text }` is a quantity; { $wanted } stands here, by its name
wrong-kind-for-quantity-help = write a quantity such as { $example }, or the name of a parameter
unknown-name = there is nothing named `{ $name }`; { $wanted } stands here
note-declared-here = { $kind }, declared here
name-taken = the name `{ $name }` is taken by { $kind } already
name-taken-help = names are unique across all kinds: change one of the two
note-first-used = first used here
name-taken-level = `{ $service }` has two levels named `{ $level }`
name-taken-level-help = give each level a name of its own
bad-name-form = `{ $name }` cannot be a name
bad-name-form-help = a name begins with a letter and holds no `*` (which selects)
bad-name-level = `{ $name }` cannot name a level
bad-name-level-help = `down` is what a service is when no level holds: choose another word
unknown-node = there is no node `{ $name }`
unknown-node-unlinked = no link leads to `{ $name }`
unknown-node-unlinked-help = add a link with `{ $name }` in its `between`

# Selectors
selects-nothing-organisation = no organisation fits `{ $selector }`
selects-nothing-component = no component, link or duct fits `{ $selector }`

# Words
unknown-value = `{ $text }` is not known here

# Parameters
parameter-of-parameter = the value of a parameter is a quantity, but `{ $name }` is a name
parameter-of-parameter-help = a parameter cannot refer to another one: write the number with its unit
unknown-parameter = there is no parameter `{ $name }`
unknown-parameter-help = write a quantity such as { $example }, or declare the name under `parameters`
unused-parameter = nothing refers to the parameter `{ $name }`
unused-parameter-help = write its name where the number stands, or take it out

# Quantities
quantity-number = a plain number
quantity-span = a span of time
quantity-rate = a rate
quantity-share = a share or probability
bad-quantity-help = write it as { $example }
bad-quantity-no-number = expected { $wanted }, found `{ $found }`
bad-quantity-missing-unit = `{ $number }` has no unit, but { $wanted } needs one
bad-quantity-missing-unit-help = write "{ $number } h" if hours are meant; units here: us, ms, s, min, h, d, w, y
bad-quantity-missing-unit-rate-help = write "{ $number } / y" if it is meant per year, or put h, d or month in the place of y
bad-quantity-unknown-unit = unknown unit `{ $unit }`
bad-quantity-unknown-unit-help = units here: { $known }
bad-quantity-wrong-kind = expected { $wanted }, found { $found }
bad-quantity-negative = { $wanted } cannot be negative here
bad-quantity-negative-help = leave out the minus sign if the value is meant
bad-quantity-zero = { $wanted } cannot be zero here
bad-quantity-zero-help = write a value above zero; what takes no time or never happens is left out
bad-quantity-not-finite = `{ $found }` is not a finite number
bad-quantity-not-finite-help = write digits; what never happens is left out
bad-quantity-comma = a decimal comma is not understood
bad-quantity-comma-help = write "{ $text }", or "{ $grouped }" if the comma groups thousands
bad-quantity-month = a month has no fixed length, so it cannot be a span of time (only rates know the month)
bad-quantity-too-long = this span is longer than the clock runs (292,000 years)
bad-quantity-too-long-help = check the unit; what never happens is left out
bad-quantity-above-one = `{ $number }` is more than 1, which no probability can be
bad-quantity-above-one-help = write a share from "0 %" to "100 %"
bad-quantity-trailing = `{ $found }` does not belong to { $wanted }
bad-quantity-parameter = the parameter `{ $name }` does not fit here: { $why }
not-positive = a number above zero stands here, not `{ $text }`
not-positive-help = write a number above zero, such as 1.5
not-a-count = a whole number from { $least } to { $most } stands here, not `{ $text }`
not-a-count-grouped-help = write { $count }, without a sign between the thousands
not-a-count-help = the nearest that is possible: { $nearest }
not-a-count-priority = a priority is a whole number, not `{ $text }`
not-a-count-priority-help = the lower number is served first: 0, 1, 2, …
wrong-quantity = `{ $text }` is { $found }, but { $wanted } stands here
wrong-quantity-help = such as "{ $example }"
per-nothing = a plain rate
per-kilometre = a rate per km
per-user = a rate per user

# Laws of chance
bad-law-impossible = this law cannot be: { $why }
law-not-finite = `{ $parameter }` must be a finite number
law-not-positive = `{ $parameter }` must be above zero
law-negative = `{ $parameter }` must not be negative
law-too-large = `{ $parameter }` is too large
law-too-small = `{ $parameter }` is too small
law-value-help = correct `{ $parameter }`
law-out-of-order = `{ $smaller }` must be below `{ $larger }`
law-out-of-order-help = exchange `{ $smaller }` and `{ $larger }`, or correct one of them
law-empty = it has no entries
law-empty-help = give at least one entry
law-weights = the weights must add to 1
law-weights-help = such as "70 %" and "30 %"
law-nested-mixture = a mixture must not contain a mixture
law-nested-mixture-help = list the entries of the inner mixture in the outer one, with the products of the weights
law-extreme = the parameters give a law without finite mean and variance
law-extreme-help = choose less extreme values: sigma is mostly 0.5 to 2, shape 0.5 to 5
bad-law-lognormal = a lognormal law takes two of its values
bad-law-lognormal-help = give `median` and `sigma`, `mean` and `sigma`, or `median` and `p95`
bad-law-one-of = this law takes either `{ $first }` or `{ $second }`, one of the two
bad-law-one-of-help = give `{ $first }` or `{ $second }`, and not both

# The frame of a study
no-horizon = the scenario has no horizon
no-horizon-help = add `horizon: "10 y"`
horizon-too-long = a horizon of { $horizon } is longer than { $longest } y
horizon-too-long-help = run more replications of a shorter horizon instead
count-and-precision = `replications: { $count }` fixes the number of replications, so a precision has nothing to decide
count-and-precision-help = leave one of the two out; `at_most` bounds what a precision may cost
bad-precision = `{ $text }` is no precision
bad-precision-help = a share of the answer, such as "5 %"; of a single measure also a half-width in its unit, such as "0.2 h/y"
precision-of-nothing = a precision is wanted, but the scenario asks for nothing
precision-of-nothing-help = put the measures that answer the question under `asks`, or give a number of replications
precision-unknown = --precision names `{ $name }`, which is no measure under `asks`
precision-ambiguous = --precision names `{ $name }`, which { $n } measures under `asks` have in their labels
precision-unknown-help = give the number of the measure, 1 to { $n }, or its label
precision-twice = --precision names the measure `{ $name }` twice
warm-up-too-long = the warm-up must be shorter than the horizon ({ $horizon })
warm-up-too-long-help = shorten `warm_up` or prolong `horizon`, else nothing would be counted
unknown-zone = there is no time zone `{ $zone }`
unknown-zone-help = zones bear IANA names, such as "Europe/Berlin"
bad-date = `{ $text }` is no date from 1900 to 2500
bad-date-help = write year, month and day as "2025-01-01"
unknown-holidays = no holidays are known under `{ $text }`
same-chance = `{ $one }` and `{ $other }` would draw the same chance
same-chance-help = rename one of the things that these paths name
too-many-components = { $count } components are more than the { $most } that can be simulated
too-many-components-help = lower a `parts` or the instances of a template

# Hours
bad-hours = `{ $text }` is no weekly pattern
bad-hours-help = such as "Mon-Fri 07:00-18:00", "Sat,Sun 10:00-14:00", "daily 06:00-22:00" or "always"
bad-hours-profile = `{ $text }` is neither a time of day nor a weekday
bad-hours-profile-help = such as "09:00-11:00", "Mon" or "Sat,Sun"
overlapping-hours = `{ $hours }` overlaps with `{ $other }`
overlapping-hours-help = let one begin when the other ends
note-other-hours = the other pattern
overlapping-hours-shift = the shift `{ $hours }` overlaps with an earlier one of this desk
overlapping-hours-shift-help = let one begin when the other ends, with the sum of agents where both are there

# Components and repair
bad-standby = a warm standby ages at a speed between 0 % and 100 %
bad-standby-help = say `Cold` for 0 %, `Hot` for 100 %
parts-and-enough = `{ $name }` has no `{ $missing }`
parts-and-enough-help = `parts: 3, enough: 2` means that two of three equal parts are enough
two-kinds-of-modes = `{ $name }` has a failure mode inline and others under `modes`
two-kinds-of-modes-help = give the inline one a name under `modes`
mode-inline = `{ $owner }`
mode-named = the mode `{ $mode }` of `{ $owner }`
no-repair = { $what } fails, but does not say how it is repaired
no-repair-help = add `repair: Lognormal(median: "4 h", sigma: 1.0)` or another law, or `repair: Never`
unused-field-never-repaired = { $what } is never repaired, so that `{ $field }` has no effect
unused-field-never-repaired-help = add a repair law, or leave out `{ $field }`
unused-crew = the crew `{ $name }` repairs nothing
unused-crew-help = name it where something is repaired, or take it out

# Expressions and switchovers
empty-list = this list is empty
empty-list-help = name at least one thing
no-fail-back = this switchover does not say when an earlier entry takes over again
no-fail-back-help = say `fail_back: AtOnce`, or `fail_back: Never` if a cold or fuelled standby shall stay active
standby-of-nothing = `{ $name }` is a standby, but no `First(of: [...])` names it
standby-of-nothing-help = name it in a switchover, or leave out `standby`
standby-within-entry = `{ $name }` is only a part of an entry of a switchover: its `{ $field }` cannot tell when it is active
standby-within-entry-help = name it as an entry of its own, and let it need the other parts

# Links and ducts
link-to-itself = both ends of `{ $name }` are the same node
link-to-itself-help = name another node at one end, or take the link out
note-other-end = the other end
no-length = cuts come per km, but `{ $name }` has no length
no-length-help = add `km: 12` with its own length
unused-field-km = the length of `{ $name }` has no effect without `cuts`
unused-field-km-help = add `cuts: "2.5 / (1000 km y)"`, or leave out `km`
never-joined = no links join `{ $from }` and `{ $to }`, not even with everything up
never-joined-help = add links, such as one with `between: ["{ $from }", "{ $to }"]`

# Sites and shared causes
bad-coordinates = `{ $text }` lies outside -{ $most } to { $most } degrees
bad-coordinates-help = coordinates are (latitude, longitude) in degrees, or `Unknown`
no-rooms = this hazard strikes each room with a chance, but the site has no rooms
no-rooms-help = say `strikes: All`, or name the rooms of the site under `rooms`
bad-shared-cause-neither = `{ $name }` is neither a beta group nor a shock
bad-shared-cause-neither-help = give `members` and `beta` for a beta group, `rate` and `strikes` for a shock
bad-shared-cause-members = `members` belongs to a beta group; a shock has `strikes`
bad-shared-cause-members-help = write `strikes: {"{"}"{ $name }": "100 %"{"}"}`
bad-shared-cause-strikes = `strikes` belongs to a shock; a beta group has `members`
bad-shared-cause-strikes-help = write `members: "{ $name }"`
bad-shared-cause-nothing = `{ $name }` strikes nothing
bad-shared-cause-nothing-help = add `strikes: {"{"}"name": "100 %"{"}"}`
bad-shared-cause-too-few = a beta group has at least two members, `{ $name }` has { $count ->
    [one] one
   *[other] { $count }
}
bad-shared-cause-too-few-help = name all members, such as `members: "pump #*"` for all parts of `pump`
no-repaired = `{ $name }` does not say how the struck members come back
no-repaired-help = say `repaired: Each` (every member by its own repair) or `repaired: Once(repair: ..., crew: ...)` (one repair brings all back); there is no default, because the two conventions differ by a factor of about two in the result
selected-twice = `{ $selector }` selects `{ $name }` a second time
selected-twice-help = let each member be selected once
bad-beta = `beta` lies between 0 % and 100 %, both excluded
bad-beta-help = practice is 1 % to 20 %
unequal-members = the members `{ $one }` and `{ $other }` have different mean times to failure
unequal-members-help = a beta group shares one mean; write a shock with its own `rate` and `strikes` instead
bad-member = the member `{ $name }` must have exactly one failure mode with `fails`
bad-member-help = a beta group takes its rate from its members; write a shock with its own `rate` instead
two-beta-groups = `{ $name }` belongs to another beta group already
two-beta-groups-help = write the second one as a shock with its own `rate`
no-repair-struck = `{ $name }` is struck, but has no repair of its own
no-repair-struck-help = give it a `repair` law, or say `repaired: Once(repair: ...)`

# Services and objectives
bad-levels = a service has 1 to { $most } levels, `{ $name }` has { $count ->
    [0] none
   *[other] { $count }
}
bad-levels-help = levels stand from best to worst: `levels: [(name: "normal", when: All([...]))]`
unknown-level = `{ $service }` has no level `{ $level }`
unknown-level-help = its levels: { $known }
unused-field-limit = `{ $field }` has no effect without `at_most`
unused-field-limit-help = add `at_most`, or leave out `{ $field }`
limited-best-level = `{ $level }` is the best level: no better one would bring its period back
limited-best-level-help = put a better level without `at_most` before it, or leave out `at_most`
unreachable-level = the level `{ $level }` can never be reached: whenever it holds, `{ $better }` holds, too
unreachable-level-help = levels stand from best to worst; give the better one more to need, or `at_most`
objective-above-delivery = this objective counts time in which the service still delivers at level `{ $level }`
objective-above-delivery-help = leave out `level` to count only the time in which the service is down
rto-not-below-mtpd = the recovery time objective ({ $rto }) must be shorter than the tolerable disruption ({ $mtpd })
rto-not-below-mtpd-help = if the two are exchanged, write `rto: "{ $rto }", mtpd: "{ $mtpd }"`
bad-availability = a wanted availability lies between 0 % and 100 %, both excluded
bad-availability-help = such as "99.9 %"
empty-objective = this objective wants nothing
empty-objective-help = add `rto`, `mtpd` or `availability`
unused-field-tolerance = a tolerance belongs to `rto` or `mtpd`
unused-field-tolerance-help = leave it out, or add a time
no-tolerance = without a tolerance there is no verdict on this objective
no-tolerance-help = add `tolerance: "5 % of outages"` or `tolerance: "1 % / y"`
unused-field-scheme = a scheme names a class of availability
unused-field-scheme-help = add `availability`, or leave it out
bad-tolerance = `{ $text }` is no tolerance
bad-tolerance-help = write "5 % of outages" or "1 % / y"
bad-tolerance-share-help = write "{ $share } of outages" (of all outages) or "{ $share } / y" (of the years)

# Organisations
too-many-users = { $users } users in all are more than the { $most } that can be counted
too-many-users-help = lower the `users` of the organisations or the instances of a template
used-twice = `{ $name }` uses the service `{ $service }` twice
used-twice-help = put both into one entry: each service stands once
unused-field-node = the node of `{ $name }` has no effect: none of its uses says `at`
unused-field-node-help = name a node by `at` where the service is reached over the network
unlisted-level = the level `{ $level }` of `{ $service }` is not listed, so that it stops no work
unlisted-level-help = add "{ $level }": "0 %" if that is meant
unused-service = no organisation uses the service `{ $name }`, so that its outages cost no user-hours
unused-service-help = add `(service: "{ $name }", stops: "50 %")` to the `uses` of an organisation if somebody does

# Hotlines
no-hours = `{ $name }` does not say when it is open
no-hours-help = add `open: "always"` or `open: "Mon-Fri 07:00-18:00"`
no-rule = `{ $name }` has several desks, but does not say whether they share their callers
no-rule-help = say `rule: Pooled` (they share) or `rule: Separate`
served-twice = `{ $name }` is served by two desks
served-twice-help = let the selectors under `serves` not overlap
serves-nobody = `{ $name }` serves nobody
serves-nobody-help = add `serves: {"{"}"partner *": "desk"{"}"}`
unknown-desk = the desk `{ $desk }` has no agents
unknown-desk-help = desks under `agents`: { $known }
unknown-desk-none-help = add `agents: {"{"}"{ $desk }": [("always", 2)]{"}"}`
unused-desk = nobody calls the desk `{ $desk }`
unused-desk-help = name it under `serves`, or take it out
bad-profile = the profile of `{ $name }` gives no finite rate
bad-profile-help = let factors lie near 1, such as 1.4

# Measures
bad-expectation = an expectation has one bound
bad-expectation-help = give `is`, `is` with `within`, `at_least` or `at_most`
bad-quantity-value = `{ $text }` is no value of this measure
bad-quantity-value-help = a number in { $unit }
unit-hours-per-year = hours per year
unit-user-hours-per-year = user-hours per year
unit-hours = hours
unit-events-per-year = events per year
unit-share = shares from 0 to 1
unit-years = years
unit-user-hours = user-hours
unit-number = plain numbers
bad-quantity-relative = `{ $text }` is no relative tolerance
bad-quantity-relative-help = such as "5 %"
bad-measure = a share is of an expression (`down`) or of a service (`service`)
bad-measure-help = write `Share(down: ...)` or `Share(service: "...")`
demanded-best-level = `{ $level }` is the best level: nothing better can be missing, so that it is never demanded
demanded-best-level-help = name the level that the service falls back to
switchover-in-measure = a measure cannot hold a switchover: it would be one more machine
switchover-in-measure-help = name the component or service that needs it
after-horizon = `{ $time }` lies after the horizon ({ $horizon })
after-horizon-help = prolong `horizon` or look earlier
needs-fixed-horizon = replications end with the event of `Until`, so that there is no stretch of time to relate this to
needs-fixed-horizon-help = ask for FirstTime, Ever, Number or TotalDown, or give `horizon` as a length
until-warm-up = replications that end with an event begin with everything new: there is no warm-up
until-warm-up-help = leave `warm_up` out
until-hotline = a hotline is simulated for a year, but replications end with an event
until-hotline-help = take the hotline out, or give `horizon` as a length
first-time-open = the mean time to an event is known only where every replication lasts until it comes
first-time-open-help = write `horizon: Until(…, at_most: "…")` with this event, or `take: Median` or `take: Restricted` with a fixed horizon
one-bound = a probability has one bound: `exactly`, `at_least` or `at_most`, and nothing is taken of it
one-bound-help = keep one of them
empty-counter = a counter counts at least one expression
empty-counter-help = write `NumberUp(of: ["…", "…"])`
hotline-or-crew = those who wait, wait for a hotline or for a crew; classes of callers belong to a hotline
hotline-or-crew-help = keep either `hotline` or `crew`
class-of-weeks = normal weeks are counted for all callers together
class-of-weeks-help = leave out `class` or `weeks`
unknown-class = there are no callers `{ $class }`
no-organisations = user-hours need organisations
no-organisations-help = add `organisations` with their `users` and `uses`

# Warnings about what must not look like safety
starts-new = this starts new at the beginning, but lasts so long that its age then decides the result
starts-new-help = say `initially: Running` for a system that has run for long, or `initially: New` if that is meant
cannot-matter = `{ $name }` cannot matter: no service, use, hotline or measure depends on it
cannot-matter-more = { $more ->
    [one] one more part
   *[other] { $more } more parts
} cannot matter
cannot-matter-help = name it where it is needed, or take it out
## Reading
write = write `{ $line }`
write-below = put a line `{ $line }` below `{ $above }`
take-line-out = take this line out
again-here = again here
first-here = first here
declared-here = declared here
one-of = one of: { $words }

# The file as a whole.
not-utf-8-wide = the file is saved as { $name } (“Unicode” in some editors), not as UTF-8
not-utf-8-letter = the file is not saved as UTF-8: line { $line }, column { $column } holds a byte that is `{ $letter }` in Windows-1252 or Latin-1
not-utf-8-byte = the file is not saved as UTF-8: line { $line }, column { $column } holds a byte that is no text
not-utf-8-help = save the file with the encoding UTF-8 (in most editors under “Save as”)
too-large = the file is larger than 10 MB
too-large-help = use templates for what repeats: `use: [(template: "…", named: "partner {"{"}01..28{"}"}")]`
nothing = the file says nothing
nothing-help = a scenario is written `(title: "…", …)`
syntax = this cannot be read: `{ $found }`
syntax-here = the reader says: { $why }
syntax-help = write it as in the examples of the reference; inside a text, `\` stands only before `"`, `\`, `n` and `t`

# Signs, quotes and comments.
unclosed-comment = this comment is never closed
unclosed-comment-help = close it with `*/`
foreign-comment = comments begin with `//`
sign-meant = here stands `{ $found }` instead of `{ $sign }`
foreign-quotes = texts stand in straight quotes; these are others: { $text }
unclosed-text = a quote is missing in this line
text-over-lines = a text stands on one line
quote-inside = quotes inside a text need a `\` before them

# Brackets.
unclosed-bracket = this `{ $open }` is never closed
unclosed-bracket-label = its `{ $close }` is missing
bracket-missing-here = `{ $sign }` is missing here
bracket-comes-first = `{ $sign }` comes first
file-ends-here = the file ends here
close-at-the-end = if nothing else is missing, write `{ $signs }` at the end of the file
bracket-closes-nothing = `{ $found }` closes nothing
bracket-opening-missing = the `{ $sign }` that belongs to it is missing
no-bracket-open = no bracket is open here
bracket-too-many = this `{ $found }` is one too many
bracket-of-another-kind = here stands `{ $found }`, but `{ $wanted }` is wanted
bracket-that-is-open = the bracket that is open
bracket-for-names = a table of names stands in braces
bracket-for-fields = named fields stand in round brackets
bracket-and-its-end = and this is its end
too-deep-brackets = brackets are nested more than { $most } deep
too-deep-gates = gates are nested more than { $most } deep
too-deep-help = give a part of it a name of its own, as a component with `needs`, and refer to that

# Commas, colons, names and values.
missing-comma = a comma is missing before this
missing-comma-here = it belongs here
missing-colon = a colon is missing behind `{ $name }`
missing-value = the value of `{ $name }` is missing
missing-value-help = put a value in, `{ $line }`, or take the field out
missing-name = no name stands before this colon
missing-name-help = write `name: value`; in a table in braces `"name": value`
missing-brackets = what belongs to `{ $word }` stands in round brackets
comma-too-many = a comma too many
colon-too-many = a colon too many
second-colon = a second colon in one value; names inside a value stand in brackets of their own
unquoted-quantity = a quantity stands in quotes: `{ $text }`
unquoted-text = a text stands in quotes: `{ $text }`
decimal-comma = numbers have a decimal point: `{ $number }`
jumbled-line = the quotes and commas of this line do not fit together
jumbled-line-help = look for a quote in the wrong place; each text stands between two `"`, and between two values stands a comma
odd-sign = `{ $sign }` cannot stand here
left-out = `{ $sign }` stands in examples for what was left out
left-out-help = write what belongs here, or take it out together with its comma
dash-list = lists have no dashes
dash-list-help = write the list in square brackets with commas: `["a", "b"]`
quoted-field = the name of a field stands without quotes: `{ $name }`
bare-name = in braces, names stand in quotes: `{ $name }`
after-the-end = something follows the end of the scenario
after-the-end-help = a file holds one `( … )`; take out what follows, or the bracket that ends it too early
no-bracket = the whole scenario stands in round brackets
no-bracket-help = begin with `{ $line }` and end the file with `)`

# What was expected.
wrong-type = expected { $what }, found { $found }
a-bracket-of-fields = a bracket of fields
a-list = a list
a-table-of-names = a table of names
the-text = the text { $text }
the-number = the number { $number }
the-word = the word `{ $word }`
the-sign = `{ $sign }`
a-single-value = a single value
a-single-value-help = write a text such as `"4 h"`, a number, or a word
a-name-in-quotes = a name in quotes
two-values = two values in brackets
two-values-help = write `("…", "…")`
a-table-in-braces = a table of names in braces
a-table-in-braces-help = write `{"{"}"name": value, …{"}"}`
a-name-and-its-value = a name and its value
a-name-and-its-value-help = write `"name": value`
named-fields = named fields in round brackets
named-fields-help = write `(field: value, …)`
named-field = a named field
named-field-help = in a bracket with fields, every value has a name: `field: value`
a-source = a source such as `Verified("…")`
a-split = a way to split
all-or-each = `All` or `Each(chance)`
an-effect = an effect
a-repair = a repair law or `Never`
a-need = a need
a-recharge = a way to recharge
a-standby = a kind of standby
a-kind-of-repair = a kind of repair
an-expression = an expression
a-law = a law of chance or a single value
a-horizon = a length or `Until(…)`
a-measure = a measure
what-is-observed-here = what is observed

# Fields, words and names.
unknown-word = unknown word `{ $word }` where { $what } is expected
unknown-field = unknown field `{ $field }`
fields-allowed = allowed here: { $fields }
no-field-allowed = no field is allowed here
duplicate-field = field `{ $field }` is given twice
duplicate-field-help = keep one of the two
missing-field = field `{ $field }` is missing
missing-field-label = in this bracket
missing-field-help = add `{ $field }: …`
not-yet = `{ $word }` is not supported yet
not-yet-help = take it out; this version of the program would have to ignore it
takes-nothing = `{ $word }` takes no values
takes-nothing-help = write `{ $word }` alone
wrong-count = `{ $word }` takes { $count ->
    [one] 1 value without a name
   *[other] { $count } values without names
}, found { $found }
named-found = named fields
values-found = { $count }
not-finite = `{ $number }` is not a finite number
empty-name = a name must not be empty
duplicate-name = the name `{ $name }` is given twice
duplicate-name-help = give one of the two another name, or take it out
duplicate-name-in-template-help = put an argument into the name, so that each instance has its own: `"ups {"{"}dc{"}"}"`
what-is-observed = a measure observes exactly one thing
what-is-observed-help = write `service: "…"`, `AllDown([…])`, or `down:` and an expression

# Templates.
too-many-entries = with this the scenario has more than { $most } entries
too-many-entries-help = make fewer instances, or put fewer entries into the template
hole-outside = `{ $hole }` stands outside a template, so nothing fills it
hole-outside-help = holes belong into entries of `templates:`
hole-without-argument = `{ $hole }` is no argument of the template `{ $template }`
arguments-are = its arguments are: { $names }
no-arguments = it has no arguments
unused-argument = the template `{ $template }` never uses its argument `{ $argument }`
unused-argument-help = take `{ $argument }` out of `with`, or use it in a name or a value
unknown-template = unknown template `{ $template }`
templates-are = the templates are: { $names }
no-templates = this scenario has no `templates:`
named-and-for-each = `named` and `for_each` cannot stand together
named-and-for-each-help = use one of them
makes-no-instance = this use of a template makes no instance
makes-no-instance-help = write `for_each: [{"{"}"argument": "value"{"}"}, …]` (once without arguments: `[{"{}"}]`) or `named: "partner {"{"}01..28{"}"}"`
bad-pattern = `{ $pattern }` names no instances: { $why }
bad-pattern-help = write for example { $example }
pattern-without-range = it holds no range
pattern-not-closed = its range is not closed
pattern-range = a range is written { $example }
pattern-no-number = `{ $text }` is no whole number
pattern-backwards = { $last } comes before { $first }
pattern-too-many = these are more than { $most }
pattern-two-ranges = it holds more than one range
duplicate-argument = the argument `{ $argument }` is given twice
missing-argument = the argument `{ $argument }` of the template `{ $template }` is missing
missing-argument-help = add `"{ $argument }": "…"` under `for_each` or `all`
unknown-argument = the template `{ $template }` has no argument `{ $argument }`
bad-total = `{ $total }` cannot be split into whole numbers
bad-total-help = a total is a whole number from 0 to 10¹²
bad-weights = the weights of this split have no finite sum above zero
mixture-not-spread = a mixture cannot be spread over instances
law-not-spread = this law cannot be spread over instances
law-not-spread-help = possible here: Uniform, Triangular, Exponential(mean), Lognormal, Weibull, Gamma, Empirical
