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
as-is = { $text }

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
