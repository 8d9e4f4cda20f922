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

## Reading
write = so schreiben: `{ $line }`
write-below = eine Zeile `{ $line }` unter `{ $above }` setzen
take-line-out = diese Zeile herausnehmen
again-here = hier noch einmal
first-here = hier zuerst
declared-here = hier vereinbart
one-of = möglich sind: { $words }

# The file as a whole.
not-utf-8-wide = Die Datei ist als { $name } gespeichert (in manchen Editoren „Unicode“), nicht als UTF-8
not-utf-8-letter = Die Datei ist nicht als UTF-8 gespeichert: In Zeile { $line }, Spalte { $column } steht ein Byte, das in Windows-1252 oder Latin-1 `{ $letter }` bedeutet
not-utf-8-byte = Die Datei ist nicht als UTF-8 gespeichert: In Zeile { $line }, Spalte { $column } steht ein Byte, das kein Text ist
not-utf-8-help = die Datei mit der Kodierung UTF-8 speichern (in den meisten Editoren unter „Speichern unter“)
too-large = Die Datei ist größer als 10 MB
too-large-help = für Wiederkehrendes Vorlagen verwenden: `use: [(template: "…", named: "partner {"{"}01..28{"}"}")]`
nothing = In der Datei steht nichts
nothing-help = ein Szenario wird so geschrieben: `(title: "…", …)`
syntax = Das ist nicht lesbar: `{ $found }`
syntax-here = Der Leser meldet (englisch): { $why }
syntax-help = wie in den Beispielen der Sprachbeschreibung schreiben; in einem Text steht `\` nur vor `"`, `\`, `n` und `t`

# Signs, quotes and comments.
unclosed-comment = Dieser Kommentar endet nicht
unclosed-comment-help = mit `*/` beenden
foreign-comment = Kommentare beginnen mit `//`
sign-meant = Hier steht `{ $found }` statt `{ $sign }`
foreign-quotes = Texte stehen in geraden Anführungszeichen, diese sind andere: { $text }
unclosed-text = In dieser Zeile fehlt ein Anführungszeichen
text-over-lines = Ein Text steht in einer einzigen Zeile
quote-inside = Vor Anführungszeichen in einem Text steht `\`

# Brackets.
unclosed-bracket = Diese Klammer `{ $open }` wird nicht geschlossen
unclosed-bracket-label = Ihr `{ $close }` fehlt
bracket-missing-here = Hier fehlt `{ $sign }`
bracket-comes-first = `{ $sign }` kommt vorher
file-ends-here = Hier endet die Datei
close-at-the-end = wenn sonst nichts fehlt, `{ $signs }` ans Ende der Datei schreiben
bracket-closes-nothing = `{ $found }` schließt nichts
bracket-opening-missing = Das zugehörige `{ $sign }` fehlt
no-bracket-open = Hier ist keine Klammer offen
bracket-too-many = Diese Klammer `{ $found }` ist zu viel
bracket-of-another-kind = Hier steht `{ $found }`, gebraucht wird `{ $wanted }`
bracket-that-is-open = Diese Klammer ist offen
bracket-for-names = Eine Tabelle von Namen steht in geschweiften Klammern
bracket-for-fields = Benannte Felder stehen in runden Klammern
bracket-and-its-end = und hier ihr Ende
too-deep-brackets = Klammern sind mehr als { $most }-fach verschachtelt
too-deep-gates = Verknüpfungen sind mehr als { $most }-fach verschachtelt
too-deep-help = einem Teil davon als Komponente mit `needs` einen eigenen Namen geben und diesen verwenden

# Commas, colons, names and values.
missing-comma = Davor fehlt ein Komma
missing-comma-here = Hier gehört es hin
missing-colon = Nach `{ $name }` fehlt ein Doppelpunkt
missing-value = Der Wert von `{ $name }` fehlt
missing-value-help = einen Wert einsetzen, `{ $line }`, oder das Feld herausnehmen
missing-name = Vor diesem Doppelpunkt steht kein Name
missing-name-help = `Name: Wert` schreiben, in geschweiften Klammern `"Name": Wert`
missing-brackets = Was zu `{ $word }` gehört, steht in runden Klammern
comma-too-many = Ein Komma zu viel
colon-too-many = Ein Doppelpunkt zu viel
second-colon = Ein zweiter Doppelpunkt in einem Wert; Namen innerhalb eines Werts stehen in eigenen Klammern
unquoted-quantity = Eine Größe steht in Anführungszeichen: `{ $text }`
unquoted-text = Ein Text steht in Anführungszeichen: `{ $text }`
decimal-comma = Zahlen haben hier einen Dezimalpunkt: `{ $number }`
jumbled-line = Anführungszeichen und Kommas dieser Zeile passen nicht zusammen
jumbled-line-help = ein Anführungszeichen steht wohl am falschen Ort; jeder Text steht zwischen zwei `"`, und zwischen zwei Werten steht ein Komma
odd-sign = `{ $sign }` kann hier nicht stehen
left-out = `{ $sign }` steht in Beispielen für Ausgelassenes
left-out-help = schreiben, was hierher gehört, oder das Zeichen samt Komma herausnehmen
dash-list = Listen haben keine Striche
dash-list-help = die Liste in eckigen Klammern mit Kommas schreiben: `["a", "b"]`
quoted-field = Der Name eines Feldes steht ohne Anführungszeichen: `{ $name }`
bare-name = In geschweiften Klammern stehen Namen in Anführungszeichen: `{ $name }`
after-the-end = Nach dem Ende des Szenarios folgt noch etwas
after-the-end-help = eine Datei enthält ein einziges `( … )`; herausnehmen, was folgt, oder die Klammer, die es zu früh beendet
no-bracket = Das ganze Szenario steht in runden Klammern
no-bracket-help = mit `{ $line }` beginnen und die Datei mit `)` beenden

# What was expected.
wrong-type = Erwartet ist: { $what }; gefunden: { $found }
a-bracket-of-fields = eine Klammer mit Feldern
a-list = eine Liste
a-table-of-names = eine Tabelle von Namen
the-text = der Text { $text }
the-number = die Zahl { $number }
the-word = das Wort `{ $word }`
the-sign = `{ $sign }`
a-single-value = ein einzelner Wert
a-single-value-help = einen Text wie `"4 h"`, eine Zahl oder ein Wort schreiben
a-name-in-quotes = ein Name in Anführungszeichen
two-values = zwei Werte in Klammern
two-values-help = so schreiben: `("…", "…")`
a-table-in-braces = eine Tabelle von Namen in geschweiften Klammern
a-table-in-braces-help = so schreiben: `{"{"}"Name": Wert, …{"}"}`
a-name-and-its-value = ein Name und sein Wert
a-name-and-its-value-help = so schreiben: `"Name": Wert`
named-fields = benannte Felder in runden Klammern
named-fields-help = so schreiben: `(Feld: Wert, …)`
named-field = ein benanntes Feld
named-field-help = in einer Klammer mit Feldern hat jeder Wert einen Namen: `Feld: Wert`
a-source = eine Quelle wie `Verified("…")`
a-split = eine Art der Aufteilung
all-or-each = `All` oder `Each(Wahrscheinlichkeit)`
an-effect = eine Wirkung
a-repair = eine Verteilung der Reparaturdauer oder `Never`
a-need = ein Bedarf
a-recharge = eine Art des Wiederaufladens
a-standby = eine Art der Bereitschaft
a-kind-of-repair = eine Art der Reparatur
an-expression = ein Ausdruck
a-law = eine Verteilung oder ein einzelner Wert
a-measure = eine Kennzahl
what-is-observed-here = was beobachtet wird

# Fields, words and names.
unknown-word = Unbekanntes Wort `{ $word }`; erwartet ist: { $what }
unknown-field = Unbekanntes Feld `{ $field }`
fields-allowed = hier möglich: { $fields }
no-field-allowed = hier ist kein Feld möglich
duplicate-field = Das Feld `{ $field }` steht doppelt da
duplicate-field-help = eines von beiden behalten
missing-field = Das Feld `{ $field }` fehlt
missing-field-label = in dieser Klammer
missing-field-help = `{ $field }: …` ergänzen
not-yet = `{ $word }` wird noch nicht unterstützt
not-yet-help = herausnehmen; diese Fassung des Programms müsste es übergehen
takes-nothing = Zu `{ $word }` gehören keine Werte
takes-nothing-help = nur `{ $word }` schreiben
wrong-count = Zu `{ $word }` { $count ->
    [one] gehört 1 Wert ohne Namen
   *[other] gehören { $count } Werte ohne Namen
}; gefunden: { $found }
named-found = benannte Felder
values-found = { $count }
not-finite = `{ $number }` ist keine endliche Zahl
empty-name = Ein Name darf nicht leer sein
duplicate-name = Der Name `{ $name }` ist doppelt vergeben
duplicate-name-help = einem von beiden einen anderen Namen geben oder ihn herausnehmen
duplicate-name-in-template-help = ein Argument in den Namen aufnehmen, damit jede Instanz ihren eigenen hat: `"ups {"{"}dc{"}"}"`
what-is-observed = Eine Kennzahl beobachtet genau eine Sache
what-is-observed-help = `service: "…"`, `AllDown([…])` oder `down:` und einen Ausdruck schreiben

# Templates.
too-many-entries = Damit hat das Szenario mehr als { $most } Einträge
too-many-entries-help = weniger Instanzen bilden oder weniger Einträge in die Vorlage schreiben
hole-outside = `{ $hole }` steht außerhalb einer Vorlage und wird deshalb nicht gefüllt
hole-outside-help = Lücken gehören in Einträge von `templates:`
hole-without-argument = `{ $hole }` ist kein Argument der Vorlage `{ $template }`
arguments-are = ihre Argumente sind: { $names }
no-arguments = sie hat keine Argumente
unused-argument = Die Vorlage `{ $template }` verwendet ihr Argument `{ $argument }` nirgends
unused-argument-help = `{ $argument }` aus `with` herausnehmen oder in einem Namen oder Wert verwenden
unknown-template = Unbekannte Vorlage `{ $template }`
templates-are = die Vorlagen sind: { $names }
no-templates = dieses Szenario hat kein `templates:`
named-and-for-each = `named` und `for_each` können nicht zusammen stehen
named-and-for-each-help = eines von beiden verwenden
makes-no-instance = Diese Verwendung einer Vorlage bildet keine Instanz
makes-no-instance-help = `for_each: [{"{"}"Argument": "Wert"{"}"}, …]` schreiben (einmal ohne Argumente: `[{"{}"}]`) oder `named: "partner {"{"}01..28{"}"}"`
bad-pattern = `{ $pattern }` benennt keine Instanzen: { $why }
bad-pattern-help = zum Beispiel so schreiben: { $example }
pattern-without-range = ein Bereich fehlt
pattern-not-closed = der Bereich ist nicht geschlossen
pattern-range = ein Bereich wird { $example } geschrieben
pattern-no-number = `{ $text }` ist keine ganze Zahl
pattern-backwards = { $last } kommt vor { $first }
pattern-too-many = das sind mehr als { $most }
pattern-two-ranges = es ist mehr als ein Bereich
duplicate-argument = Das Argument `{ $argument }` steht doppelt da
missing-argument = Das Argument `{ $argument }` der Vorlage `{ $template }` fehlt
missing-argument-help = `"{ $argument }": "…"` unter `for_each` oder `all` ergänzen
unknown-argument = Die Vorlage `{ $template }` hat kein Argument `{ $argument }`
bad-total = `{ $total }` lässt sich nicht in ganze Zahlen aufteilen
bad-total-help = eine Gesamtzahl ist eine ganze Zahl von 0 bis 10¹²
bad-weights = Die Gewichte dieser Aufteilung haben keine endliche Summe über null
mixture-not-spread = Eine Mischung lässt sich nicht über Instanzen verteilen
law-not-spread = Diese Verteilung lässt sich nicht über Instanzen verteilen
law-not-spread-help = hier möglich: Uniform, Triangular, Exponential(mean), Lognormal, Weibull, Gamma, Empirical
