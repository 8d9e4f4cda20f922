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
