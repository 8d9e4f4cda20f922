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

## Varianten und Vorgaben
variant-adds-help = die Grundlage hat nichts mit dem Namen `{ $name }`, also ist dies neu und muss vollständig sein; um `{ $meant }` zu ändern, diesen Namen schreiben
removes-nothing = hier gibt es nichts mit dem Namen `{ $name }`, das wegfallen könnte
bad-variant-name = `{ $name }` kann nicht der Name einer Variante sein
bad-variant-name-help = er beginnt mit einem Buchstaben oder einer Ziffer, endet nicht mit einem Leerzeichen, enthält keine Steuerzeichen und höchstens { $most } Zeichen
variants-alike = die Varianten `{ $name }` und `{ $first }` heißen bis auf Satzzeichen gleich
variants-alike-help = die Ergebnisse beider kämen in den Ordner `{ $folder }`: eine der beiden umbenennen
too-many-variants = ab hier sind es mehr als { $most } Varianten
not-in-a-variant = `{ $field }` darf in der Variante `{ $variant }` nicht stehen
not-in-a-variant-help = Grundlage und Varianten werden Lauf für Lauf verglichen; für alle gleich sind deshalb: { $shared }
unknown-variant = das Szenario hat keine Variante `{ $name }`
unknown-variant-help = seine Varianten sind: { $names }
unknown-variant-none = es hat keine Varianten; sie stehen unter variants:
set-unknown = --set nennt `{ $name }`; einen solchen Parameter hat das Szenario nicht
set-unknown-help = --set ändert, was unter parameters: steht, und zwar unter dessen Namen
set-twice = --set gibt `{ $name }` zwei Werte
note-first-here = zuerst hier
note-its-value = sein Wert
note-set-to = --set gibt ihm den Wert `{ $value }`
note-taken-out = die Variante `{ $variant }` nimmt es hier heraus
note-variant-changes-this = dies ändert die Variante `{ $variant }`
note-variant-changes-here = hier von der Variante `{ $variant }` geändert
note-in-variant = in der Variante `{ $variant }`
