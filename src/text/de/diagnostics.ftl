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
## Namen
too-many-stars = `{ $name }` hat weniger `*` als seine Bezeichnung
too-many-stars-help = jedes `*` übernimmt den Text, für den ein `*` des Namens steht
matches-nothing = nichts heißt `{ $name }`; der Eintrag bewirkt nichts
## Lowering: Namen, Größen und Zusammenhänge
# Auswege, die mehrere Fehler teilen
write-help = "{ $text }" schreiben
write-code-help = { $code } schreiben
one-of-help = möglich sind: { $known }
known-names-help = hier passende Namen: { $known }
nothing-declared-help = es gibt noch nichts dieser Art: unter `{ $table }` eintragen

# Arten von Dingen
kind-component = eine Komponente
kind-parts = eine Komponente aus Teilen
kind-link = eine Leitung
kind-duct = eine Trasse
kind-node = ein Knoten
kind-room = ein Raum
kind-site = ein Standort
kind-service = ein Dienst
kind-crew = ein Team
kind-organisation = eine Einrichtung
kind-hotline = eine Hotline
kind-parameter = ein Parameter
kind-shared-cause = eine gemeinsame Ursache
kind-hazard = eine Gefahr
kind-place = ein Raum oder Standort
kind-struck = eine Komponente, ein Teil, eine Leitung oder eine Trasse
kind-gate = eine Komponente, ein Teil, eine Leitung, eine Trasse, ein Raum, ein Standort, ein Knoten oder ein Dienst

# Namen
wrong-kind = `{ $name }` ist { $found }; erwartet wird hier { $wanted }
wrong-kind-quantity = `{ $text }` ist eine Größe; erwartet wird hier der Name einer Sache, und zwar: { $wanted }
wrong-kind-for-quantity-help = eine Größe wie { $example } schreiben oder den Namen eines Parameters
unknown-name = Nichts trägt den Namen `{ $name }`; erwartet wird hier { $wanted }
note-declared-here = { $kind }, hier eingetragen
name-taken = Den Namen `{ $name }` trägt schon { $kind }
name-taken-help = Namen sind über alle Arten hinweg eindeutig: einen der beiden ändern
note-first-used = hier zuerst verwendet
name-taken-level = `{ $service }` hat zwei Stufen namens `{ $level }`
name-taken-level-help = jeder Stufe einen eigenen Namen geben
bad-name-form = `{ $name }` kann kein Name sein
bad-name-form-help = ein Name beginnt mit einem Buchstaben und enthält kein `*` (das Zeichen wählt aus)
bad-name-level = `{ $name }` kann keine Stufe benennen
bad-name-level-help = `down` ist ein Dienst, wenn keine Stufe gilt: ein anderes Wort wählen
unknown-node = Es gibt keinen Knoten `{ $name }`
unknown-node-unlinked = Keine Leitung führt zu `{ $name }`
unknown-node-unlinked-help = eine Leitung mit `{ $name }` in `between` ergänzen

# Auswahl
selects-nothing-organisation = Auf `{ $selector }` passt keine Einrichtung
selects-nothing-component = Auf `{ $selector }` passt keine Komponente, Leitung oder Trasse

# Wörter
unknown-value = `{ $text }` ist hier unbekannt

# Parameter
parameter-of-parameter = Der Wert eines Parameters ist eine Größe, aber `{ $name }` ist ein Name
parameter-of-parameter-help = ein Parameter kann nicht auf einen anderen verweisen: die Zahl mit ihrer Einheit schreiben
unknown-parameter = Es gibt keinen Parameter `{ $name }`
unknown-parameter-help = eine Größe wie { $example } schreiben oder den Namen unter `parameters` eintragen
unused-parameter = Nichts verweist auf den Parameter `{ $name }`
unused-parameter-help = seinen Namen dort schreiben, wo die Zahl steht, oder ihn streichen

# Größen
quantity-number = eine reine Zahl
quantity-span = eine Zeitspanne
quantity-rate = eine Rate
quantity-share = ein Anteil oder eine Wahrscheinlichkeit
bad-quantity-help = so schreiben: { $example }
bad-quantity-no-number = Erwartet wird { $wanted }, gefunden wurde `{ $found }`
bad-quantity-missing-unit = `{ $number }` steht ohne Einheit da; erwartet wird { $wanted } mit Einheit
bad-quantity-missing-unit-help = "{ $number } h" schreiben, falls Stunden gemeint sind; Einheiten hier: us, ms, s, min, h, d, w, y
bad-quantity-missing-unit-rate-help = "{ $number } / y" schreiben, falls je Jahr gemeint ist, sonst h, d oder month statt y
bad-quantity-unknown-unit = Unbekannte Einheit `{ $unit }`
bad-quantity-unknown-unit-help = Einheiten hier: { $known }
bad-quantity-wrong-kind = Erwartet wird { $wanted }, gefunden wurde { $found }
bad-quantity-negative = Negativ kann es hier nicht sein; erwartet wird { $wanted }
bad-quantity-negative-help = das Minuszeichen weglassen, falls der Betrag gemeint ist
bad-quantity-zero = Null kann es hier nicht sein; erwartet wird { $wanted }
bad-quantity-zero-help = einen Wert über null schreiben; was keine Zeit braucht oder nie geschieht, wird weggelassen
bad-quantity-not-finite = `{ $found }` ist keine endliche Zahl
bad-quantity-not-finite-help = Ziffern schreiben; was nie geschieht, wird weggelassen
bad-quantity-comma = Ein Dezimalkomma wird nicht verstanden
bad-quantity-comma-help = "{ $text }" schreiben, oder "{ $grouped }", falls das Komma Tausender trennt
bad-quantity-month = Ein Monat ist verschieden lang und daher keine Zeitspanne (nur Raten kennen den Monat)
bad-quantity-too-long = Diese Zeitspanne ist länger, als die Uhr läuft (292.000 Jahre)
bad-quantity-too-long-help = die Einheit prüfen; was nie geschieht, wird weggelassen
bad-quantity-above-one = `{ $number }` ist mehr als 1, das kann keine Wahrscheinlichkeit sein
bad-quantity-above-one-help = einen Anteil von "0 %" bis "100 %" schreiben
bad-quantity-trailing = `{ $found }` gehört nicht hierher; erwartet wird { $wanted }
bad-quantity-parameter = Der Parameter `{ $name }` passt hier nicht: { $why }
not-positive = Hier steht eine Zahl über null, nicht `{ $text }`
not-positive-help = eine Zahl über null schreiben, etwa 1.5
not-a-count = Hier steht eine ganze Zahl von { $least } bis { $most }, nicht `{ $text }`
not-a-count-grouped-help = { $count } schreiben, ohne Zeichen zwischen den Tausendern
not-a-count-help = die nächste mögliche: { $nearest }
not-a-count-priority = Eine Priorität ist eine ganze Zahl, nicht `{ $text }`
not-a-count-priority-help = die kleinere Zahl kommt zuerst dran: 0, 1, 2, …
wrong-quantity = `{ $text }` ist { $found }; erwartet wird hier { $wanted }
wrong-quantity-help = etwa "{ $example }"
per-nothing = eine Rate ohne Bezug auf etwas
per-kilometre = eine Rate je km
per-user = eine Rate je Nutzer (user)

# Verteilungen
bad-law-impossible = Diese Verteilung kann es nicht geben: { $why }
law-not-finite = `{ $parameter }` muss eine endliche Zahl sein
law-not-positive = `{ $parameter }` muss über null liegen
law-negative = `{ $parameter }` darf nicht negativ sein
law-too-large = `{ $parameter }` ist zu groß
law-too-small = `{ $parameter }` ist zu klein
law-value-help = `{ $parameter }` berichtigen
law-out-of-order = `{ $smaller }` muss unter `{ $larger }` liegen
law-out-of-order-help = `{ $smaller }` und `{ $larger }` vertauschen oder eines davon berichtigen
law-empty = sie hat keine Einträge
law-empty-help = mindestens einen Eintrag angeben
law-weights = die Gewichte müssen zusammen 1 ergeben
law-weights-help = etwa "70 %" und "30 %"
law-nested-mixture = eine Mischung darf keine Mischung enthalten
law-nested-mixture-help = die Einträge der inneren Mischung in der äußeren aufführen, mit den Produkten der Gewichte
law-extreme = die Werte ergeben eine Verteilung ohne endlichen Mittelwert und endliche Varianz
law-extreme-help = weniger extreme Werte wählen: sigma liegt meist bei 0.5 bis 2, shape bei 0.5 bis 5
bad-law-lognormal = Lognormal braucht zwei seiner Werte
bad-law-lognormal-help = `median` und `sigma`, `mean` und `sigma` oder `median` und `p95` angeben
bad-law-one-of = Diese Verteilung braucht entweder `{ $first }` oder `{ $second }`, eines von beiden
bad-law-one-of-help = `{ $first }` oder `{ $second }` angeben, aber nicht beides

# Der Rahmen einer Studie
no-horizon = Dem Szenario fehlt der Zeitraum
no-horizon-help = `horizon: "10 y"` ergänzen
horizon-too-long = Der Zeitraum { $horizon } ist länger als { $longest } y
horizon-too-long-help = stattdessen mehr Läufe über einen kürzeren Zeitraum rechnen
count-and-precision = `replications: { $count }` legt die Zahl der Läufe fest, eine Genauigkeit hat dann nichts zu entscheiden
count-and-precision-help = eins von beiden weglassen; was eine Genauigkeit kosten darf, begrenzt `at_most`
bad-precision = `{ $text }` ist keine Genauigkeit
bad-precision-help = ein Anteil der Antwort, etwa "5 %"; bei einer einzelnen Messgröße auch eine halbe Breite in ihrer Einheit, etwa "0.2 h/y"
precision-of-nothing = Eine Genauigkeit ist gewünscht, aber das Szenario fragt nach nichts
precision-of-nothing-help = die Messgrößen, die die Frage beantworten, unter `asks` nennen oder eine Zahl der Läufe angeben
precision-unknown = --precision nennt `{ $name }`; so heißt keine Messgröße unter `asks`
precision-ambiguous = --precision nennt `{ $name }`; so heißen Teile von { $n } Messgrößen unter `asks`
precision-unknown-help = die Nummer der Messgröße angeben, 1 bis { $n }, oder ihren Namen (`label`)
precision-twice = --precision nennt die Messgröße `{ $name }` zweimal
warm-up-too-long = Die Einschwingphase muss kürzer sein als der Zeitraum ({ $horizon })
warm-up-too-long-help = `warm_up` kürzen oder `horizon` verlängern, sonst würde nichts gezählt
unknown-zone = Es gibt keine Zeitzone `{ $zone }`
unknown-zone-help = Zeitzonen tragen IANA-Namen, etwa "Europe/Berlin"
bad-date = `{ $text }` ist kein Datum von 1900 bis 2500
bad-date-help = Jahr, Monat und Tag schreiben wie "2025-01-01"
unknown-holidays = Unter `{ $text }` sind keine Feiertage bekannt
same-chance = `{ $one }` und `{ $other }` würden denselben Zufall ziehen
same-chance-help = eine der Sachen umbenennen, aus deren Namen diese Pfade bestehen
too-many-components = { $count } Komponenten sind mehr als die { $most }, die simuliert werden können
too-many-components-help = ein `parts` senken oder die Instanzen einer Vorlage verringern

# Zeiten
bad-hours = `{ $text }` ist kein Wochenplan
bad-hours-help = etwa "Mon-Fri 07:00-18:00", "Sat,Sun 10:00-14:00", "daily 06:00-22:00" oder "always"
bad-hours-profile = `{ $text }` ist weder eine Tageszeit noch ein Wochentag
bad-hours-profile-help = etwa "09:00-11:00", "Mon" oder "Sat,Sun"
overlapping-hours = `{ $hours }` überschneidet sich mit `{ $other }`
overlapping-hours-help = das eine beginnen lassen, wenn das andere endet
note-other-hours = der andere Wochenplan
overlapping-hours-shift = Die Schicht `{ $hours }` überschneidet sich mit einer früheren dieses Platzes
overlapping-hours-shift-help = die eine beginnen lassen, wenn die andere endet; wo beide da sind, die Summe der Personen angeben

# Komponenten und Reparatur
bad-standby = Eine warme Reserve altert mit einem Tempo zwischen 0 % und 100 %
bad-standby-help = für 0 % `Cold` schreiben, für 100 % `Hot`
parts-and-enough = Bei `{ $name }` fehlt `{ $missing }`
parts-and-enough-help = `parts: 3, enough: 2` heißt: zwei von drei gleichen Teilen genügen
two-kinds-of-modes = `{ $name }` hat eine Ausfallart direkt und weitere unter `modes`
two-kinds-of-modes-help = der direkten einen Namen geben und sie unter `modes` eintragen
mode-inline = `{ $owner }`
mode-named = die Ausfallart `{ $mode }` von `{ $owner }`
no-repair = { $what } fällt aus, aber nichts sagt, wie die Reparatur verläuft
no-repair-help = `repair: Lognormal(median: "4 h", sigma: 1.0)` oder eine andere Verteilung ergänzen, oder `repair: Never`
unused-field-never-repaired = { $what } wird nie repariert, daher bewirkt `{ $field }` nichts
unused-field-never-repaired-help = eine Verteilung für `repair` ergänzen oder `{ $field }` weglassen
unused-crew = Das Team `{ $name }` repariert nichts
unused-crew-help = es dort nennen, wo repariert wird, oder streichen

# Ausdrücke und Umschaltungen
empty-list = Diese Liste ist leer
empty-list-help = mindestens eine Sache nennen
no-fail-back = Diese Umschaltung sagt nicht, wann ein früherer Eintrag wieder übernimmt
no-fail-back-help = `fail_back: AtOnce` angeben, oder `fail_back: Never`, wenn eine kalte oder mit Vorrat laufende Reserve aktiv bleiben soll
standby-of-nothing = `{ $name }` ist eine Reserve, aber kein `First(of: [...])` nennt sie
standby-of-nothing-help = sie in einer Umschaltung nennen oder `standby` weglassen
standby-within-entry = `{ $name }` ist nur ein Teil eines Eintrags einer Umschaltung: `{ $field }` kann nicht erkennen, wann sie aktiv ist
standby-within-entry-help = sie als eigenen Eintrag nennen und die anderen Teile brauchen lassen

# Leitungen und Trassen
link-to-itself = Beide Enden von `{ $name }` sind derselbe Knoten
link-to-itself-help = an einem Ende einen anderen Knoten nennen oder die Leitung streichen
note-other-end = das andere Ende
no-length = Kabelschäden zählen je km, aber `{ $name }` hat keine Länge
no-length-help = `km: 12` mit der eigenen Länge ergänzen
unused-field-km = Die Länge von `{ $name }` bewirkt ohne `cuts` nichts
unused-field-km-help = `cuts: "2.5 / (1000 km y)"` ergänzen oder `km` weglassen
never-joined = Keine Leitungen verbinden `{ $from }` und `{ $to }`, auch nicht, wenn nichts ausfällt
never-joined-help = Leitungen ergänzen, etwa eine mit `between: ["{ $from }", "{ $to }"]`

# Standorte und gemeinsame Ursachen
bad-coordinates = `{ $text }` liegt außerhalb von -{ $most } bis { $most } Grad
bad-coordinates-help = Koordinaten sind (Breite, Länge) in Grad oder `Unknown`
no-rooms = Diese Gefahr trifft jeden Raum mit einer Wahrscheinlichkeit, aber der Standort hat keine Räume
no-rooms-help = `strikes: All` angeben oder die Räume des Standorts unter `rooms` nennen
bad-shared-cause-neither = `{ $name }` ist weder eine Beta-Gruppe noch ein Schock
bad-shared-cause-neither-help = für eine Beta-Gruppe `members` und `beta` angeben, für einen Schock `rate` und `strikes`
bad-shared-cause-members = `members` gehört zu einer Beta-Gruppe; ein Schock hat `strikes`
bad-shared-cause-members-help = `strikes: {"{"}"{ $name }": "100 %"{"}"}` schreiben
bad-shared-cause-strikes = `strikes` gehört zu einem Schock; eine Beta-Gruppe hat `members`
bad-shared-cause-strikes-help = `members: "{ $name }"` schreiben
bad-shared-cause-nothing = `{ $name }` trifft nichts
bad-shared-cause-nothing-help = `strikes: {"{"}"name": "100 %"{"}"}` ergänzen
bad-shared-cause-too-few = Eine Beta-Gruppe hat mindestens zwei Mitglieder, `{ $name }` hat { $count ->
    [0] keines
    [one] eines
   *[other] { $count }
}
bad-shared-cause-too-few-help = alle Mitglieder nennen, etwa `members: "pump #*"` für alle Teile von `pump`
no-repaired = `{ $name }` sagt nicht, wie die getroffenen Mitglieder wiederkommen
no-repaired-help = `repaired: Each` (jedes Mitglied durch seine eigene Reparatur) oder `repaired: Once(repair: ..., crew: ...)` (eine Reparatur bringt alle zurück) angeben; es gibt keine Vorgabe, weil sich beide im Ergebnis um etwa das Doppelte unterscheiden
selected-twice = `{ $selector }` wählt `{ $name }` ein zweites Mal aus
selected-twice-help = jedes Mitglied nur einmal auswählen
bad-beta = `beta` liegt zwischen 0 % und 100 %, beide ausgeschlossen
bad-beta-help = üblich sind 1 % bis 20 %
unequal-members = Die Mitglieder `{ $one }` und `{ $other }` haben verschiedene mittlere Zeiten bis zum Ausfall
unequal-members-help = eine Beta-Gruppe teilt einen Mittelwert; stattdessen einen Schock mit eigenem `rate` und `strikes` schreiben
bad-member = Das Mitglied `{ $name }` muss genau eine Ausfallart mit `fails` haben
bad-member-help = eine Beta-Gruppe nimmt ihre Rate von ihren Mitgliedern; stattdessen einen Schock mit eigenem `rate` schreiben
two-beta-groups = `{ $name }` gehört schon zu einer anderen Beta-Gruppe
two-beta-groups-help = die zweite als Schock mit eigenem `rate` schreiben
no-repair-struck = `{ $name }` wird getroffen, hat aber keine eigene Reparatur
no-repair-struck-help = ihm eine Verteilung für `repair` geben oder `repaired: Once(repair: ...)` angeben

# Dienste und Ziele
bad-levels = Ein Dienst hat 1 bis { $most } Stufen, `{ $name }` hat { $count ->
    [0] keine
   *[other] { $count }
}
bad-levels-help = Stufen stehen von der besten zur schlechtesten: `levels: [(name: "normal", when: All([...]))]`
unknown-level = `{ $service }` hat keine Stufe `{ $level }`
unknown-level-help = die Stufen: { $known }
unused-field-limit = `{ $field }` bewirkt ohne `at_most` nichts
unused-field-limit-help = `at_most` ergänzen oder `{ $field }` weglassen
limited-best-level = `{ $level }` ist die beste Stufe: keine bessere gäbe ihr die Frist zurück
limited-best-level-help = eine bessere Stufe ohne `at_most` davor setzen oder `at_most` weglassen
unreachable-level = Die Stufe `{ $level }` ist nie zu erreichen: wann immer sie gilt, gilt auch `{ $better }`
unreachable-level-help = Stufen stehen von der besten zur schlechtesten; die bessere mehr brauchen lassen oder ihr `at_most` geben
objective-above-delivery = Dieses Ziel zählt Zeit mit, in der der Dienst noch auf Stufe `{ $level }` arbeitet
objective-above-delivery-help = `level` weglassen, um nur die Zeit zu zählen, in der der Dienst ganz ausfällt
rto-not-below-mtpd = Die geforderte Wiederanlaufzeit ({ $rto }) muss kürzer sein als die maximal tolerierbare Ausfallzeit ({ $mtpd })
rto-not-below-mtpd-help = falls beide vertauscht sind, `rto: "{ $rto }", mtpd: "{ $mtpd }"` schreiben
bad-availability = Eine geforderte Verfügbarkeit liegt zwischen 0 % und 100 %, beide ausgeschlossen
bad-availability-help = etwa "99.9 %"
empty-objective = Dieses Ziel fordert nichts
empty-objective-help = `rto`, `mtpd` oder `availability` ergänzen
unused-field-tolerance = Eine Toleranz gehört zu `rto` oder `mtpd`
unused-field-tolerance-help = sie weglassen oder eine Zeit ergänzen
no-tolerance = Ohne Toleranz gibt es über dieses Ziel kein Urteil
no-tolerance-help = `tolerance: "5 % of outages"` oder `tolerance: "1 % / y"` ergänzen
unused-field-scheme = `scheme` benennt eine Klasse der Verfügbarkeit
unused-field-scheme-help = `availability` ergänzen oder `scheme` weglassen
bad-tolerance = `{ $text }` ist keine Toleranz
bad-tolerance-help = "5 % of outages" oder "1 % / y" schreiben
bad-tolerance-share-help = "{ $share } of outages" schreiben (von allen Ausfällen) oder "{ $share } / y" (von den Jahren)

# Einrichtungen
too-many-users = { $users } Nutzer insgesamt sind mehr als die { $most }, die gezählt werden können
too-many-users-help = `users` der Einrichtungen senken oder die Instanzen einer Vorlage verringern
used-twice = `{ $name }` nutzt den Dienst `{ $service }` zweimal
used-twice-help = beides in einem Eintrag zusammenfassen: jeder Dienst steht nur einmal
unused-field-node = Der Knoten von `{ $name }` bewirkt nichts: kein Eintrag unter `uses` nennt `at`
unused-field-node-help = unter `at` einen Knoten nennen, wo der Dienst über das Netz erreicht wird
unlisted-level = Die Stufe `{ $level }` von `{ $service }` ist nicht aufgeführt und hält daher keine Arbeit auf
unlisted-level-help = "{ $level }": "0 %" ergänzen, falls das gemeint ist
unused-service = Keine Einrichtung nutzt den Dienst `{ $name }`, seine Ausfälle kosten daher keine Nutzerstunden
unused-service-help = `(service: "{ $name }", stops: "50 %")` unter `uses` einer Einrichtung ergänzen, falls ihn jemand nutzt

# Hotlines
no-hours = `{ $name }` sagt nicht, wann sie besetzt ist
no-hours-help = `open: "always"` oder `open: "Mon-Fri 07:00-18:00"` ergänzen
no-rule = `{ $name }` hat mehrere Plätze, sagt aber nicht, ob sie sich die Anrufe teilen
no-rule-help = `rule: Pooled` (sie teilen) oder `rule: Separate` angeben
served-twice = `{ $name }` wird von zwei Plätzen bedient
served-twice-help = jede Einrichtung unter `serves` nur einmal auswählen
serves-nobody = `{ $name }` bedient niemanden
serves-nobody-help = `serves: {"{"}"partner *": "desk"{"}"}` ergänzen
unknown-desk = Der Platz `{ $desk }` hat kein Personal
unknown-desk-help = Plätze unter `agents`: { $known }
unknown-desk-none-help = `agents: {"{"}"{ $desk }": [("always", 2)]{"}"}` ergänzen
unused-desk = Niemand ruft den Platz `{ $desk }` an
unused-desk-help = ihn unter `serves` nennen oder streichen
bad-profile = Das Profil von `{ $name }` ergibt keine endliche Rate
bad-profile-help = Faktoren nahe 1 wählen, etwa 1.4

# Kennzahlen
bad-expectation = Eine Erwartung hat genau eine Grenze
bad-expectation-help = `is`, `is` mit `within`, `at_least` oder `at_most` angeben
bad-quantity-value = `{ $text }` ist kein Wert dieser Kennzahl
bad-quantity-value-help = erwartet wird eine Zahl, Einheit: { $unit }
unit-hours-per-year = Stunden im Jahr
unit-user-hours-per-year = Nutzerstunden im Jahr
unit-hours = Stunden
unit-events-per-year = Ereignisse im Jahr
unit-share = Anteil von 0 bis 1
unit-years = Jahre
unit-user-hours = Nutzerstunden
unit-number = einfache Zahlen
bad-quantity-relative = `{ $text }` ist keine relative Abweichung
bad-quantity-relative-help = etwa "5 %"
bad-measure = Ein Anteil bezieht sich auf einen Ausdruck (`down`) oder auf einen Dienst (`service`)
bad-measure-help = `Share(down: ...)` oder `Share(service: "...")` schreiben
demanded-best-level = `{ $level }` ist die beste Stufe: nichts Besseres kann fehlen, daher wird sie nie gefordert
demanded-best-level-help = die Stufe nennen, auf die der Dienst zurückfällt
switchover-in-measure = Eine Kennzahl kann keine Umschaltung enthalten: sie wäre eine weitere Maschine
switchover-in-measure-help = die Komponente oder den Dienst nennen, der sie braucht
after-horizon = `{ $time }` liegt nach dem Ende des Zeitraums ({ $horizon })
after-horizon-help = `horizon` verlängern oder früher hinsehen
needs-fixed-horizon = Die Läufe enden mit dem Ereignis von `Until`; damit fehlt der Zeitraum, auf den sich diese Kennzahl bezieht
needs-fixed-horizon-help = nach FirstTime, Ever, Number oder TotalDown fragen oder `horizon` als Dauer angeben
until-warm-up = Läufe, die mit einem Ereignis enden, beginnen mit lauter neuen Teilen: einen Vorlauf gibt es nicht
until-warm-up-help = `warm_up` weglassen
until-hotline = Eine Hotline wird ein Jahr lang simuliert, die Läufe enden aber mit einem Ereignis
until-hotline-help = die Hotline herausnehmen oder `horizon` als Dauer angeben
first-time-open = Die mittlere Zeit bis zu einem Ereignis ist nur bekannt, wenn jeder Lauf so lange dauert, bis es eintritt
first-time-open-help = `horizon: Until(…, at_most: "…")` mit diesem Ereignis schreiben, bei festem Zeitraum `take: Median` oder `take: Restricted`
one-bound = Eine Wahrscheinlichkeit hat genau eine Grenze: `exactly`, `at_least` oder `at_most`; `take` gehört nicht dazu
one-bound-help = nur eine davon angeben
empty-counter = Gezählt wird mindestens ein Ausdruck
empty-counter-help = `NumberUp(of: ["…", "…"])` schreiben
hotline-or-crew = Gewartet wird auf eine Hotline oder auf ein Team; Klassen von Anrufern gehören zu einer Hotline
hotline-or-crew-help = nur `hotline` oder nur `crew` angeben
class-of-weeks = Wochen ohne Störung werden für alle Anrufer gemeinsam gezählt
class-of-weeks-help = `class` oder `weeks` weglassen
unknown-class = Anrufer `{ $class }` gibt es nicht
no-organisations = Nutzerstunden brauchen Einrichtungen
no-organisations-help = `organisations` mit `users` und `uses` ergänzen

# Warnungen vor dem, was nicht nach Sicherheit aussehen darf
starts-new = Dies beginnt neu, hält aber so lange, dass sein Alter am Anfang das Ergebnis bestimmt
starts-new-help = `initially: Running` angeben, wenn das System schon lange läuft, oder `initially: New`, wenn das gemeint ist
cannot-matter = `{ $name }` kann nichts bewirken: kein Dienst, keine Nutzung, keine Hotline und keine Kennzahl hängt davon ab
cannot-matter-more = { $more ->
    [one] ein weiterer Teil kann
   *[other] { $more } weitere Teile können
} nichts bewirken
cannot-matter-help = dort nennen, wo es gebraucht wird, oder streichen
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
a-horizon = eine Dauer oder `Until(…)`
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
