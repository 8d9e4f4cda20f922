# Fehler und Warnungen zu Szenariodateien: `code = was falsch ist`, `code-help = der Ausweg`.

## Wie sie gezeigt werden
diagnostics-fault = Fehler
diagnostics-warning = Warnung
diagnostics-help = Ausweg
diagnostics-in-file = in
diagnostics-hidden = und { $more } weitere, die erscheinen, sobald diese behoben sind
did-you-mean = { $message }; gemeint ist wohl `{ $word }`
note-made-here = in einer Instanz, die hier entsteht
note-made-here-as-more = in einer Instanz, die hier entsteht, wie in { $more } weiteren
note-also-here = auch hier
note-also-here-and-more = auch hier und an { $more } weiteren Stellen
as-is = { $text }

## Namen
too-many-stars = `{ $name }` hat weniger `*` als seine Bezeichnung
too-many-stars-help = jedes `*` übernimmt den Text, für den ein `*` des Namens steht
matches-nothing = nichts heißt `{ $name }`; der Eintrag bewirkt nichts
