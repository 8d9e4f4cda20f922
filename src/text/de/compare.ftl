# Vergleiche von Varianten und Spannen über die Annahmen.
warning-end-refused = „{ $subject }“: Ein Ende der Spanne lässt sich nicht rechnen; was dort herauskäme, ist nicht bekannt

## Einheiten der Unterschiede
compare-times-in-hundred-years = { $x }{"\u00A0"}Mal in 100{"\u00A0"}Jahren
compare-times-in-ten-thousand-years = { $x }{"\u00A0"}Mal in 10{"\u202F"}000{"\u00A0"}Jahren
compare-points = { $x }{"\u00A0"}Prozentpunkte
compare-plain = { $x }

## Varianten und Urteile
compare-as-it-stands = wie beschrieben
compare-better = besser
compare-worse = schlechter
compare-not-shown = nicht gezeigt
compare-equal = genau gleich
compare-too-few = zu wenige Läufe
compare-column-design = Variante
compare-column-share = Anteil
compare-table = { $unit }
compare-column-difference = Unterschied
compare-column-counts = Besser/schlechter

## Was zu einer Frage gesagt wird
compare-sentence-less = Mit „{ $design ->
    [none] wie beschrieben
   *[other] { $design }
}“ { $amount } weniger als { $base ->
    [none] wie beschrieben
   *[other] mit „{ $base }“
} (95-%-Vertrauensbereich: { $interval } weniger); besser in { $better } von { $n } Läufen, schlechter in { $worse }.
compare-sentence-more = Mit „{ $design ->
    [none] wie beschrieben
   *[other] { $design }
}“ { $amount } mehr als { $base ->
    [none] wie beschrieben
   *[other] mit „{ $base }“
} (95-%-Vertrauensbereich: { $interval } mehr); besser in { $better } von { $n } Läufen, schlechter in { $worse }.
compare-sentence-not-shown = Kein Unterschied gezeigt zwischen „{ $design ->
    [none] wie beschrieben
   *[other] { $design }
}“ und { $base ->
    [none] dem Szenario wie beschrieben
   *[other] „{ $base }“
} (95-%-Vertrauensbereich des Unterschieds: { $interval }); besser in { $better } von { $n } Läufen, schlechter in { $worse }.
compare-sentence-equal = „{ $design ->
    [none] wie beschrieben
   *[other] { $design }
}“ und { $base ->
    [none] das Szenario wie beschrieben
   *[other] „{ $base }“
} sind in jedem von { $n } Läufen genau gleich.
compare-sentence-too-few = „{ $design ->
    [none] wie beschrieben
   *[other] { $design }
}“ und { $base ->
    [none] das Szenario wie beschrieben
   *[other] „{ $base }“
} unterscheiden sich in zu wenigen Läufen für ein Urteil: besser in { $better } von { $n }, schlechter in { $worse }.
compare-note-not-shown = { $design }: kein Unterschied gezeigt. Ausgeschlossen ist nur, was außerhalb von { $range } liegt{ $needed ->
    [none] .
   *[other] ; etwa { $needed } Läufe insgesamt würden einen Unterschied von der geschätzten Größe zeigen.
}
compare-note-too-few = { $designs }: Weniger als 20 Läufe unterscheiden sich, zu wenige für einen Vertrauensbereich oder ein Urteil; mehr Läufe können mehr zeigen.
compare-note-equal = In jedem Lauf genau gleich: { $designs }.
compare-alike = In jedem Lauf und jeder Variante gleich: { $asks }.
compare-unshared = Nicht von jeder Variante gefragt, also nicht mit allen verglichen: { $asks }.
compare-intervals = Vertrauensbereiche der Unterschiede: je 95 %, gepaart nach Läufen, nur der Simulationsfehler: Über die Annahmen sagen sie nichts.
compare-rests-on = { $designs } Varianten, jede durch dieselben { $n } Läufe von { $years ->
    [one] 1 vollen Jahr
   *[other] { $years } vollen Jahren
}, Startwert { $seed }.

## Diagramme
compare-chart-best-less = Am besten ist „{ $design }“: { $amount } weniger
compare-chart-best-more = Am besten ist „{ $design }“: { $amount } mehr
compare-chart-none-better = { $asked }: nichts nachweislich besser
compare-chart-none = { $asked }: kein Unterschied gezeigt
compare-chart-subtitle = { $asked }: Unterschied zu „{ $base }“ ({ $value }), gepaart nach Läufen, je mit 95-%-Vertrauensbereich.
compare-chart-detail = Jede Zeile ist eine Variante; ihr Strich ist der 95-%-Vertrauensbereich des Unterschieds, nur der Simulationsfehler. Ein Bereich, der die Linie bei null berührt, zeigt keinen Unterschied.
compare-side-better = besser
compare-side-worse = schlechter
compare-axis = Unterschied ({ $unit })

## Die Seite
compare-progress = { $n } Varianten
compare-page = Vergleich
compare-glance = Alle Fragen auf einen Blick: Unterschiede zu „{ $base }“
compare-glance-note = + besser, − schlechter: Der ganze 95-%-Vertrauensbereich liegt auf dieser Seite. 0: kein Unterschied gezeigt. =: in jedem Lauf gleich. ?: Weniger als 20 Läufe unterscheiden sich. ·: nicht gefragt.
compare-section-designs = Die Varianten
compare-section-charts = Unterschiede
compare-section-asks = Frage für Frage
compare-section-alike = In jedem Lauf gleich
compare-section-unshared = Nicht von jeder Variante gefragt
compare-saved = Gemeinsame Zufallszahlen: Getrennte Rechnungen brauchten für so schmale Bereiche { $least }- bis { $most }-mal so viele Läufe.
compare-saved-one = Gemeinsame Zufallszahlen: Getrennte Rechnungen brauchten für einen so schmalen Bereich { $least }-mal so viele Läufe.
compare-method-luck = Alle Varianten erleben dieselben Läufe: Jede Quelle von Zufall hat ihren eigenen, benannten Strom von Zufallszahlen. Wo zwei Varianten gleich sind, trifft sie das gleiche Glück; was sich unterscheidet, ist die Variante.
compare-method-intervals = Mittelwerte werden über das Mittel der Unterschiede verglichen, Lauf für Lauf (Students t, bei schiefen Unterschieden mit Halls Transformation); Verhältnisse, etwa eine mittlere Dauer oder ein Anteil von Anrufen, über das Jackknife ihres Unterschieds über 32 Gruppen von Läufen, die bei beiden Varianten gemeinsam ausgelassen werden. Jeder Bereich gilt für sich mit 95 %; von zwanzig Bereichen ist ein verfehlter zu erwarten.
compare-method-verdicts = Der Vertrauensbereich entscheidet, nicht der Schätzwert: besser oder schlechter, wo er ganz auf dieser Seite von null liegt; sonst ist kein Unterschied gezeigt, was nicht heißt, dass es keinen gibt. Wo sich die Varianten in weniger als 20 Läufen unterscheiden, gibt es kein Urteil. Nötige Läufe: so viele, dass sie einen Unterschied von der geschätzten Größe mit einer Wahrscheinlichkeit von 80 % zeigen.
compare-method-counts = „Besser in“ und „schlechter in“ zählen Läufe: wie oft ein Zeitraum dieser Länge mit der Variante besser oder schlechter verläuft, gleich um wie viel. Eine Variante kann in wenigen Läufen besser und doch im Mittel besser sein.
compare-method-saved = Wie viel das gemeinsame Glück spart, ist (Var A + Var B) / Var(B − A); es steht bei jeder Frage. Mehr Läufe machen die Bereiche schmaler: viermal so viele, halb so breit.
compare-reproduce = Dieselben Szenarien, derselbe Startwert und dieselbe Zahl von Läufen ergeben dieselben Bytes in comparison.json.

## Fehler
compare-nothing-asked = { $file }: Es gibt nichts zu vergleichen, das Szenario stellt keine Frage; geben Sie ihm `asks: […]`
compare-other-window = { $design } zählt einen anderen Zeitraum als { $base }; geben Sie allen mit --horizon dieselbe Länge und dasselbe `warm_up`
compare-other-questions = { $design } fragt nichts von dem, was { $base } fragt: Es gibt nichts zu vergleichen; unter `asks:` beide dasselbe fragen
compare-one-design = { $file }: Es gibt nichts zu vergleichen, das Szenario hat keine Varianten; geben Sie ihm `variants: (…)` oder nennen Sie zwei Szenario-Dateien
compare-unknown-design = Es gibt keine Variante „{ $name }“; es gibt: { $names }
