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

## Names
too-many-stars = `{ $name }` has fewer `*` than what it is called
too-many-stars-help = each `*` carries over the text that a `*` of the name stands for
matches-nothing = nothing bears the name `{ $name }`, so this entry has no effect
