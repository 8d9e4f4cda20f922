# Was Ergebnisse, Bericht, Diagramme, Zusammenfassung und Geschichten sagen.
# Begriffe nach BSI-Standard 200-4 und IEC 60050-192. Was eine Simulation ergibt, ist eine erreichte Wiederanlaufzeit, nie eine geforderte.

## Einheiten und Zahlen
duration-seconds = { $x }{"\u00A0"}s
duration-minutes = { $x }{"\u00A0"}Min.
duration-hours = { $x }{"\u00A0"}Std.
duration-days = { $x }{"\u00A0"}Tage
duration-year = { $x }{"\u00A0"}Jahr
duration-years = { $x }{"\u00A0"}Jahre
hours-a-year = { $x }{"\u00A0"}Stunden im Jahr
minutes-a-year = { $x }{"\u00A0"}Minuten im Jahr
user-hours-a-year = { $x } Nutzerstunden im Jahr
user-hours = { $x } Nutzerstunden
unit-us = µs
unit-min = Min.
unit-h = Std.
unit-d = Tage
unit-w = Wochen
unit-y = Jahre
unit-a = Jahre
unit-month = Monate
unit-user = Nutzer
unit-one-d = Tag
unit-one-w = Woche
unit-one-y = Jahr
unit-one-a = Jahr
unit-one-min = Min.
unit-one-h = Std.
unit-one-month = Monat
unit-one-user = Nutzer
frequency-never = nie
frequency-rare = einmal in { $x }{"\u00A0"}Jahren
frequency-often = { $x }-mal im Jahr
range-words = zwischen { $low } und { $high }
range-words-to = { $low } bis { $high }
at-least = mindestens { $x }
at-most = höchstens { $x }
less-than = weniger als { $x }
less-often-than = seltener als { $x }
too-few = zu wenige Ereignisse
too-few-replications = { $n ->
    [one] kein Bereich: nur 1 Lauf mit Anrufen
   *[other] kein Bereich: nur { $n } Läufe mit Anrufen
}
none-missed = kein Ausfall in { $n } Fällen
none-seen = keine in { $n } Fällen
quoted = „{ $name }“
list-and = { $first } und { $last }
replications = { $n ->
    [one] { $n } Lauf
   *[other] { $n } Läufe
}
local-time = { $weekday } { $day }.{ $month }.{ $year }, { $time }
day-1 = Mo
day-2 = Di
day-3 = Mi
day-4 = Do
day-5 = Fr
day-6 = Sa
day-7 = So
on-day-1 = montags um { $clock }{"\u00A0"}Uhr
on-day-2 = dienstags um { $clock }{"\u00A0"}Uhr
on-day-3 = mittwochs um { $clock }{"\u00A0"}Uhr
on-day-4 = donnerstags um { $clock }{"\u00A0"}Uhr
on-day-5 = freitags um { $clock }{"\u00A0"}Uhr
on-day-6 = samstags um { $clock }{"\u00A0"}Uhr
on-day-7 = sonntags um { $clock }{"\u00A0"}Uhr
month-1 = Jan.
month-2 = Feb.
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = Aug.
month-9 = Sept.
month-10 = Okt.
month-11 = Nov.
month-12 = Dez.
day-of-year = Tag { $day }

## Namen
subject-below = { $subject } unter „{ $level }“
subject-all-down = { $name } (gemeinsam)
group-all = alle Einrichtungen
cause-rest = die übrigen Ursachen
subject-needs-level = { $subject } auf „{ $level }“ angewiesen
level-down = ausgefallen
line-down = ausgefallen
line-below = unter „{ $level }“
line-agents = Personen im Dienst
line-waiting = Wartende
mark-rto = WAZ (RTO)
mark-mtpd = MTA (MTPD)
mark-limit = Grenze
mark-short-rto = WAZ
mark-short-mtpd = MTA
mark-short-limit = Grenze
mark-label = { $name } { $time }: { $share } dauern länger{ $of }
variant = Variante „{ $name }“

## Antworten
section-answer = Antwort
answer-estimate = { $asked }: etwa { $value } ({ $level }-%-Vertrauensbereich: { $interval }).
answer-few = { $asked }: { $value } – nur eine Größenordnung, { $events ->
    [one] einmal
   *[other] { $events }-mal
} beobachtet.
answer-few-replications = { $asked }: etwa { $value } – ohne Vertrauensbereich, denn Anrufe wurden nur in { $n ->
    [one] 1 Lauf
   *[other] { $n } Läufen
} simuliert.
answer-never = { $asked }: in { $n } simulierten Fällen nie beobachtet; { $bound } (einseitige 95-%-Grenze).
answer-none = { $asked }: nicht schätzbar ({ $events ->
    [one] 1 Ereignis
   *[other] { $events } Ereignisse
}).
no-asks = Das Szenario stellt keine Frage; die Tabellen unten enthalten alle Kenngrößen.
caution-strong = Absolute Minuten sind schwach, Vergleiche sind stark.
caution = Die Raten stammen von anderen Orten und aus anderen Zeiten; belastbar ist der Unterschied zwischen Varianten bei gleichen Zufallszahlen. Keine Zahl hier besagt, dass eine wirkliche Einrichtung einen solchen Ausfall hatte oder haben wird.
caution-compare = Was eine Änderung wert ist, sagt ein Vergleich der Varianten:
section-other-answers = Die weiteren Fragen
more-answers = { $n ->
    [one] Eine weitere Antwort steht in der Tabelle aller Antworten.
   *[other] { $n } weitere Antworten stehen in der Tabelle aller Antworten.
}
section-all-answers = Alle Antworten
answers-table = Die Antworten mit ihren Vertrauensbereichen
answers-note = Die Vertrauensbereiche (95{"\u00A0"}%) enthalten nur den Simulationsfehler; was die Annahmen ausmachen, steht in der letzten Spalte. Relative Breite: halber Bereich im Verhältnis zum Schätzwert, bei einem Anteil p zum kleineren Wert von p und 1 − p. Unter 20 Ereignissen ist ein Schätzwert nur eine Größenordnung.
band-not-examined = Annahmen nicht untersucht (mit --bands rechnen)
band-not-examined-short = Annahmen nicht untersucht
band-no-range = keine Annahme hat eine Spanne
band-none = über die Annahmen nicht bekannt
band-unmoved = über alle Annahmen gleich
band-over = über die Annahmen: { $range } (entscheidend: { $parameter })
band-within = über die Annahmen: { $range } (keine führt aus dem Vertrauensbereich hinaus)
bands-examined = { $examined ->
    [one] 1 Annahme wurde
   *[other] { $examined } Annahmen wurden
} einzeln auf die Enden ihrer Spanne gesetzt, alles andere blieb gleich; { $ranged } haben eine Spanne.
interval-is-simulation-error = Vertrauensbereiche: 95{"\u00A0"}%, nur Simulationsfehler; { $bands ->
    [none] die Spanne über die Annahmen ist nicht untersucht (mit --bands rechnen).
   *[examined] was die Annahmen ausmachen, steht daneben.
}
ask-down-time = Ausfallzeit von { $subject }
ask-down-share = Anteil der Ausfallzeit von { $subject }
ask-outages = Ausfälle von { $subject }
ask-outages-demanded = { $subject }
ask-longer-demanded = { $subject }, länger als { $at }
ask-longer = Ausfälle von { $subject }, die länger als { $at } dauern
ask-year-with-longer = Wahrscheinlichkeit eines Jahres mit einem Ausfall von { $subject }, der länger als { $at } dauert
ask-year-with = Wahrscheinlichkeit eines Jahres mit einem Ausfall von { $subject }
ask-mean-duration = Mittlere Dauer eines Ausfalls von { $subject }
ask-ever = Wahrscheinlichkeit eines Ausfalls von { $subject } innerhalb der betrachteten Zeit
ask-at = Wahrscheinlichkeit, dass { $subject } zum Zeitpunkt { $at } gilt
ask-user-hours = Verlorene Nutzerstunden, { $subject }
ask-service-level = Innerhalb von { $at } angenommene Anrufe, { $subject }
ask-abandoned = Abgebrochene Anrufe, { $subject }
ask-mean-wait = Mittlere Wartezeit eines Anrufs, { $subject }
ask-share-longer = Anteil der Ausfälle von { $subject }, die länger als { $at } dauern
ask-return-period = Mittlerer Abstand zwischen Ausfällen von { $subject }, die länger als { $at } dauern
ask-return-period-any = Mittlerer Abstand zwischen Jahren mit einem Ausfall von { $subject }
ask-mean-up-time = Mittlere Zeit zwischen Ausfällen von { $subject }
ask-number = Ausfälle von { $subject } im Zeitraum
ask-number-variance = Varianz der Zahl der Ausfälle von { $subject } im Zeitraum
ask-number-exactly = Wahrscheinlichkeit für genau { $at } Ausfälle von { $subject }
ask-number-at-least = Wahrscheinlichkeit für { $at } oder mehr Ausfälle von { $subject }
ask-number-at-most = Wahrscheinlichkeit für { $at } oder weniger Ausfälle von { $subject }
ask-total-down = Gesamte Ausfallzeit von { $subject } im Zeitraum
ask-total-down-at-least = Wahrscheinlichkeit, dass { $subject } insgesamt { $at } oder länger ausfällt
ask-total-down-at-most = Wahrscheinlichkeit, dass { $subject } insgesamt { $at } oder kürzer ausfällt
ask-total-up = Gesamte Betriebszeit von { $subject } im Zeitraum
ask-total-up-at-least = Wahrscheinlichkeit, dass { $subject } insgesamt { $at } oder länger in Betrieb ist
ask-total-up-at-most = Wahrscheinlichkeit, dass { $subject } insgesamt { $at } oder kürzer in Betrieb ist
ask-ever-before = Wahrscheinlichkeit eines Ausfalls von { $subject } vor Ablauf von { $at }
ask-ever-longer = Wahrscheinlichkeit eines Ausfalls von { $subject } von mehr als { $at } im Zeitraum
ask-ever-longer-before = Wahrscheinlichkeit eines Ausfalls von { $subject } von mehr als { $at } vor Ablauf von { $before }
ask-first-time = Mittlere Zeit bis zum ersten Ausfall von { $subject }
ask-first-outage = Median der Zeit bis zum ersten Ausfall von { $subject }
ask-first-outage-restricted = Mittlere Zeit bis zum ersten Ausfall von { $subject } oder bis zum Ende des Zeitraums
ask-longest-of-year = Längster Ausfall von { $subject } in einem Jahr, im Mittel
ask-longest-of-year-quantile = Längster Ausfall von { $subject } in einem Jahr, { $at }
ask-just-before = Wahrscheinlichkeit, dass { $subject } unmittelbar vor { $at } gilt
ask-number-up = Mittlere Zahl der verfügbaren von { $subject }
ask-worst-day-of-year = Verlorene Nutzerstunden am schlimmsten Tag eines Jahres, im Mittel, { $subject }
ask-worst-day-of-year-quantile = Verlorene Nutzerstunden am schlimmsten Tag eines Jahres, { $at }, { $subject }
ask-members-down-of-year = Meiste zugleich betroffene Organisationen in einem Jahr, im Mittel, { $subject }
ask-members-down-of-year-quantile = Meiste zugleich betroffene Organisationen in einem Jahr, { $at }, { $subject }
ask-speed-of-answer = Mittlere Wartezeit eines angenommenen Anrufs, { $subject }
ask-wait-longer = Anrufe, die länger als { $at } warten, { $subject }
ask-wait-longer-any = Anrufe, die warten müssen, { $subject }
ask-waiting = Mittlere Zahl wartender Anrufe, { $subject }
ask-busy-agents = Mittlere Zahl beschäftigter Mitarbeiter, { $subject }
ask-all-busy = Zeitanteil, in dem alle Mitarbeiter beschäftigt sind, { $subject }
ask-all-busy-crew = Zeitanteil, in dem alle Leute von { $subject } beschäftigt sind
ask-mean-wait-crew = Mittlere Wartezeit eines Auftrags auf { $subject }

## Ziele
section-objectives = Alle Ziele
section-objectives-short = Ziele
objectives-table = Gefordert, erreicht, Urteil
objectives-note = Das Urteil folgt dem Vertrauensbereich, nicht dem Schätzwert: erreicht, wenn er ganz innerhalb der Schranke liegt, verfehlt, wenn er ganz außerhalb liegt, offen, wenn er die Schranke enthält oder auf zu wenigen Ereignissen beruht. Erreichte Zeiten sind erreichbare Wiederanlaufzeiten (RTA).
objective-rto = Wiederanlaufzeit (RTO) { $target }
objective-mtpd = maximal tolerierbare Ausfallzeit (MTPD) { $target }
objective-availability = Verfügbarkeit { $target }{ $scheme ->
    [none] {""}
   *[other] {" "}({ $scheme })
}
objective-answered-within = { $target } der Anrufe innerhalb von { $within } angenommen
objective-short-rto = WAZ { $target }
objective-short-mtpd = MTA { $target }
objective-short-availability = Verfügbarkeit { $target }{ $scheme ->
    [none] {""}
   *[other] {" "}({ $scheme })
}
objective-short-answered-within = { $target } in { $within }
tolerance-share-of-outages = von höchstens { $x } der Ausfälle verfehlt
tolerance-per-year = in höchstens { $x } der Jahre verfehlt
reached-longer = { $value } der Ausfälle dauern länger ({ $interval })
reached-per-year = in { $value } der Jahre dauert ein Ausfall länger ({ $interval })
reached-availability = { $value } ({ $interval })
reached-answered = { $value } angenommen ({ $interval })
reached-times = RTA { $times }
reached-time = P{ $p } { $time }
verdict-met = erreicht
verdict-missed = verfehlt
verdict-undecided = offen
verdict-events = { $n ->
    [0] nie eingetreten
    [one] 1 Ereignis
   *[other] { $n } Ereignisse
}
verdict-few-events = { $n ->
    [0] nie eingetreten
    [one] nur 1 Ereignis
   *[other] nur { $n } Ereignisse
}
verdict-few-replications = { $n ->
    [one] nur 1 Lauf
   *[other] nur { $n } Läufe
}
verdicts = Ziele: { $met } erreicht, { $missed } verfehlt, { $undecided } offen.
short-longer = { $value } der Ausfälle dauern länger, { $tolerance } erlaubt
short-longer-none = { $value } der Ausfälle dauern länger
short-per-year = in { $value } der Jahre ein längerer Ausfall, { $tolerance } erlaubt
short-availability = { $value } erreicht
short-answered = { $value } der Anrufe angenommen
more-objectives = { $n ->
    [one] Ein weiteres Ziel steht in der Tabelle aller Ziele.
   *[other] { $n } weitere Ziele stehen in der Tabelle aller Ziele.
}
no-objectives = Das Szenario nennt keine Ziele.

## Was ein Urteil kippen könnte
section-flips = Was ein Urteil kippen könnte
flip = „{ $parameter }“ = { $setting }: { $subject }, { $target }: { $verdict } statt { $was }
flips-none = { $n ->
    [one] Die eine untersuchte Annahme kippt an keinem Ende ihrer Spanne ein Urteil.
   *[other] Keine der { $n } untersuchten Annahmen kippt an einem Ende ihrer Spanne ein Urteil.
}
flips-more = { $n ->
    [one] und ein weiteres zwischen erreicht und verfehlt
   *[other] und { $n } weitere zwischen erreicht und verfehlt
}
flips-undecided = { $n ->
    [one] Schwächer: ein Urteil wechselt zu „offen“ oder von „offen“.
   *[other] Schwächer: { $n } Urteile wechseln zu „offen“ oder von „offen“.
}
flips-not-examined = Nicht untersucht: { $n ->
    [one] 1 Annahme hat eine Spanne.
   *[other] { $n } Annahmen haben eine Spanne.
} Mit --bands gerechnet zeigt sich, welche davon ein Urteil kippen.
flips-candidates = Angenommen oder ungeprüft sind davon: { $names }.
flips-and-more = { $names } und { $n } weitere
flips-no-range = Keine Annahme hat eine Spanne, die sich untersuchen ließe.

## Wen es trifft
section-organisations = Wen es trifft, im Einzelnen
section-hit = Wen es trifft
organisations-sentence = Am härtesten trifft es { $name }: { $lost } gehen verloren.
hit-organisation = { $name }: { $lost }
hit-group = { $name } ({ $members ->
    [one] 1 Mitglied
   *[other] { $members } Mitglieder
}): { $lost }
hit-nobody = Das Szenario nennt keine Einrichtungen.
organisations-table = Die am härtesten getroffenen Einrichtungen (verlorene Nutzerstunden im Jahr)
organisations-rest-table = Die übrigen Einrichtungen (verlorene Nutzerstunden im Jahr)
organisations-rest = { $n ->
    [one] Eine weitere Einrichtung
   *[other] { $n } weitere Einrichtungen
}
groups-table = Gruppen (verlorene Nutzerstunden im Jahr)
quantiles-table = Schlechte Jahre und schlechte Tage von { $name }
quantity-year = Verlust eines Jahres (Nutzerstunden)
quantity-worst-day = schlechtester Tag eines Jahres (Nutzerstunden)
quantity-members-down = meiste zugleich ausgefallene Mitglieder im Jahr

## Abbildungen
section-figures = Abbildungen
section-more-figures = Weitere Abbildungen
figure = Abbildung { $n }:
show-data = Dieselben Zahlen als Tabelle
data-in = Alle Zeilen stehen in { $file }.
chart-source = ausfall · { $label } · n = { $n }, Startwert { $seed } · Vertrauensbereiche: nur Simulationsfehler
chart-availability-headline = { $subject } fällt am längsten aus: { $value }
chart-availability-headline-one = { $subject } fällt { $value } aus
chart-availability-headline-tie = Kein Dienst fällt klar am längsten aus; vorn { $subject } mit { $value }
chart-availability-headline-none = { $n ->
    [one] In 1 Lauf fiel kein Dienst aus
   *[other] In { $n } Läufen fiel kein Dienst aus
}
chart-availability-subtitle = Ausfallzeit im Jahr rund um die Uhr mit 95-%-Vertrauensbereichen; Anteil der Zeit in Betrieb. { $n ->
    [one] 1 Lauf
   *[other] { $n } Läufe
}.
chart-availability-detail = { $n ->
    [one] Eine Zeile ist gezeigt
   *[other] { $n } Zeilen sind gezeigt
}, je eine für Dienst und Stufe; der Balken ist der 95-%-Vertrauensbereich, nur Simulationsfehler.
chart-availability-table = Ausfallzeit im Jahr
chart-survival-headline = { $demand ->
    [yes] { $name } braucht „{ $level }“ in { $share } der Fälle länger als { $time } ({ $limit })
   *[no] { $share } der Ausfälle von { $subject } dauern länger als { $time } ({ $limit })
}
chart-survival-headline-median = { $demand ->
    [yes] { $name } braucht „{ $level }“ in der Hälfte der Fälle höchstens { $time }
   *[no] Die Hälfte der Ausfälle von { $subject } dauert höchstens { $time }
}
chart-survival-headline-all = { $demand ->
    [yes] { $name } braucht „{ $level }“ in jedem beobachteten Fall länger als { $time } ({ $limit })
   *[no] Jeder beobachtete Ausfall von { $subject } dauert länger als { $time } ({ $limit })
}
chart-survival-headline-none = { $demand ->
    [yes] { $name } braucht „{ $level }“ in keinem beobachteten Fall länger als { $time } ({ $limit })
   *[no] Kein beobachteter Ausfall von { $subject } dauert länger als { $time } ({ $limit })
}
chart-survival-headline-long = { $demand ->
    [yes] { $name } braucht „{ $level }“ in den meisten Fällen länger als { $time }
   *[no] Mehr als die Hälfte der Ausfälle von { $subject } dauert länger als { $time }
}
chart-survival-subtitle = { $demand ->
    [yes] Anteil der Zeiten, in denen { $subject } auf eine niedrigere Stufe angewiesen ist, die eine gegebene Dauer überschreiten, mit 95-%-Band.
   *[no] Anteil der Ausfälle von { $subject }, die länger als eine gegebene Zeit dauern, mit 95-%-Band.
}
chart-survival-detail = Neun von zehn dauern höchstens { $time }.
chart-survival-detail-long = Mehr als einer von zehn dauert länger als { $time }.
chart-survival-table = Anteil der Ausfälle, die länger dauern
chart-timeline-headline = { $kind } { $lowest ->
    [yes] fällt { $service } { $time } aus
   *[no] liegt { $service } { $time } unter „{ $level }“
}
chart-timeline-headline-none = { $kind } bleibt jeder Dienst auf seiner besten Stufe
chart-timeline-subtitle = Stufen der Dienste im Lauf des Jahres ({ $kind }): je schlechter die Stufe, desto höher der Balken (Lauf { $replication }, Jahr { $year }).
chart-timeline-detail = Die Tabelle nennt, wann jeder Dienst seine beste Stufe verließ und für wie lange.
chart-timeline-table = Zeiten unter der besten Stufe
chart-causes-headline = { $cause } löst { $share } der Ausfälle von { $subject } aus
chart-causes-headline-tie = { $cause } ({ $share }) liegt knapp vorn: { $subject }
chart-causes-headline-only = { $cause } allein löst { $n ->
    [one] den einen beobachteten Ausfall
   *[other] alle { $n } beobachteten Ausfälle
} von { $subject } aus
chart-causes-headline-few = { $cause } löst { $share } von nur { $n } Ausfällen von { $subject } aus
chart-causes-subtitle = Anteile der Ursachen an den Ausfällen von { $subject }: ausgelöste Ausfälle, deren Ausfallzeit, Ausfallzeit mit Beteiligung der Ursache; 95-%-Vertrauensbereiche.
chart-causes-detail = Die Anteile an Ausfällen und an Ausfallzeit ergeben über alle Ursachen je 100 %; die Beteiligung ergibt mehr, weil mehrere Teile zugleich gestört sein können.
chart-causes-table = Anteile aller Ursachen
chart-hotline-headline = { $hotline } erhält die meisten Anrufe { $time }: { $calls } je halbe Stunde
chart-hotline-headline-flat = { $hotline } erhält durchgehend etwa { $calls } Anrufe je halbe Stunde
chart-hotline-subtitle = Anrufe je halbe Stunde der Woche, Mittel und Band vom 5-%- zum 95-%-Punkt der Wochen; darunter Personen im Dienst und Wartende.
chart-hotline-detail = In dieser halben Stunde kommen in 90 % der Wochen { $low } bis { $high } Anrufe, { $agents } Personen sind im Dienst.
chart-hotline-table = Last je halbe Stunde der Woche
chart-convergence-headline = Nach { $n } Läufen: { $value }, Vertrauensbereich { $interval }
chart-convergence-subtitle = { $asked }: Schätzwert und 95-%-Band mit wachsender Zahl der Läufe.
chart-convergence-detail = Der Vertrauensbereich wird mit wachsender Zahl der Läufe schmaler; er enthält nur den Simulationsfehler.
chart-convergence-table = Schätzwert nach Zahl der Läufe
axis-downtime = Stunden Ausfall im Jahr
axis-duration = Dauer
axis-share-longer = Anteil, der länger dauert
axis-year = Monat oder Tag des simulierten Jahres
axis-calls = Anrufe je halbe Stunde
axis-people = Personen zugleich
axis-replications = Läufe
axis-unit-share = Anteil
axis-unit-h-y = Stunden im Jahr
axis-unit-1-y = Ereignisse im Jahr
axis-unit-h = Stunden
axis-unit-user-h-y = Nutzerstunden im Jahr
share-begun = { $share } der Ausfälle
share-rooted = { $share } der Ausfallzeit
share-present = { $share } beteiligt

## Erzählte Jahre
section-stories = Erzählte Jahre
stories-opening = Einzelne simulierte Jahre, ausgewählt nach den darin verlorenen Nutzerstunden: zuerst ein gewöhnliches, dann seltenere. Sie zeigen, wie ein Ausfall zustande kommt; sie sagen nichts voraus. Jeder Ausfall wird als Kette erzählt, von dem, was zuerst ausfiel, bis zur Rückkehr des Dienstes; ein Pfeil steht vor dem, was sofort daraus folgte.
story-kind-p50 = gewöhnliches Jahr (P50)
story-kind-p90 = schlechtes Jahr (P90)
story-kind-p99 = sehr schlechtes Jahr (P99)
story-kind-worst = schlechtestes beobachtetes Jahr
story-in-p50 = In einem gewöhnlichen Jahr (P50)
story-in-p90 = In einem schlechten Jahr (P90)
story-in-p99 = In einem sehr schlechten Jahr (P99)
story-in-worst = Im schlechtesten beobachteten Jahr
story-heading-p50 = Ein gewöhnliches Jahr (P50)
story-heading-p90 = Ein schlechtes Jahr: eines von zehn ist schlechter (P90)
story-heading-p99 = Ein sehr schlechtes Jahr: eines von hundert ist schlechter (P99)
story-heading-worst = Die schlechtesten Jahre, Rang { $rank } von { $years } simulierten
story-facts = { $lost } verloren · Lauf { $replication }, Jahr { $year }
story-quiet = In diesem Jahr verließ kein Dienst seine beste Stufe; was verloren ging, ging auf dem Weg zu den Diensten verloren.
story-rest = { $n ->
    [one] Ein weiterer Ausfall, der weniger kostete, ist ausgelassen.
   *[other] { $n } weitere Ausfälle, die weniger kosteten, sind ausgelassen.
}
story-other = { $subject }: { $what }
story-failed = { $subject } fällt aus.
story-struck = { $subject } fällt aus{ $cause ->
    [none] , getroffen von einer gemeinsamen Ursache
   *[other] , getroffen von { $cause }
}.
story-damaged = { $subject } wird beschädigt{ $cause ->
    [none] {""}
   *[other] {" "}({ $cause })
}.
story-detected = Der Ausfall von { $subject } wird bemerkt.
story-dispatched = { $crew ->
    [none] Jemand
   *[other] { $crew }
} macht sich auf den Weg zu { $subject }{ $until ->
    [none] {""}
   *[other] , Ankunft { $until }
}.
story-repaired = { $subject } ist instand gesetzt.
story-suspended = { $subject } steht: etwas Benötigtes fehlt{ $cause ->
    [none] {""}
   *[other] {" "}({ $cause })
}.
story-restart-began = { $subject } beginnt den Wiederanlauf{ $until ->
    [none] {""}
   *[other] , fertig { $until }, wenn nichts dazwischenkommt
}.
story-restart-broken = Der Wiederanlauf von { $subject } bricht ab.
story-up = { $subject } läuft wieder.
story-carried = { $subject } zehrt von seiner Reserve{ $until ->
    [none] {""}
   *[other] , sie reicht bis { $until }
}.
story-exhausted = Die Reserve von { $subject } ist aufgebraucht.
story-carried-over = { $subject } ist wieder versorgt, bevor die Reserve zu Ende geht.
story-stock-empty = Der Vorrat von { $subject } ist aufgebraucht.
story-stock-filled = Der Vorrat von { $subject } ist aufgefüllt.
story-switch-began = { $subject } beginnt umzuschalten{ $entry ->
    [none] {""}
   *[other] {" "}auf { $entry }
}.
story-switch-failed = Das Umschalten von { $subject } misslingt.
story-switched = { $subject } ist umgeschaltet{ $entry ->
    [none] {""}
   *[other] {" "}auf { $entry }
}.
story-shock-came = { $subject } schlägt zu.
story-shared-repaired = Was { $subject } getroffen hat, ist gemeinsam instand gesetzt.
story-hazard-came = { $subject } setzt ein.
story-hazard-over = { $subject } ist wieder zugänglich.
story-level = { $level ->
    [down] { $service } ist ausgefallen
   *[other] { $service } ist jetzt auf Stufe „{ $level }“
}{ $cause ->
    [none] {""}
   *[other] , Ursache: { $cause }
}.
story-limit-reached = { $service }{ $level ->
    [none] : der begrenzte Zeitraum endet
   *[other] : der begrenzte Zeitraum von „{ $level }“ endet
}.
story-limit-regained = { $service }{ $level ->
    [none] : der begrenzte Zeitraum steht wieder voll zur Verfügung
   *[other] : der begrenzte Zeitraum von „{ $level }“ steht wieder voll zur Verfügung
}.
story-outage-began = Ausfall von { $subject } beginnt{ $cause ->
    [none] {""}
   *[other] {" "}(Ursache: { $cause })
}.
story-outage-ended = Ausfall von { $subject } endet.
story-deadlock = Verklemmung: { $members ->
    [none] { $subject }
   *[other] { $members }
} warten aufeinander.
story-bypassed = { $subject } wird von Hand gestartet; das löst die Verklemmung.
story-call-offered = { $subject }: ein Anruf kommt an.
story-call-answered = { $subject }: ein Anruf wird angenommen.
story-call-abandoned = { $subject }: jemand legt auf, ohne gesprochen zu haben.
story-call-ended = { $subject }: ein Gespräch endet.
story-call-cut = { $subject }: ein Gespräch wird getrennt.

## Ursachen
section-causes = Was den Ausschlag gibt
cause-kind-component = Komponente
cause-kind-link = Leitung
cause-kind-duct = Trasse
cause-kind-shock = gemeinsame Ursache
cause-kind-hazard = Gefahr
cause-kind-fail-back = Rückschalten

## Annahmen
section-assumptions = Annahmen und Quellen
assumptions-opening = Das Szenario nennt { $n ->
    [one] 1 Parameter
   *[other] { $n } Parameter
}: { $assumed } angenommen, { $unverified } oft genannt, aber nicht geprüft. { $inline ->
    [0] Jede Zahl hat eine Quelle.
    [one] Eine weitere Zahl steht ohne Quelle im Szenario.
   *[other] { $inline } weitere Zahlen stehen ohne Quelle im Szenario.
}
inline-table = Zahlen, die ohne Quelle im Szenario stehen
mark-none = Ohne Quelle
mark-press = Presse
mark-verified = Geprüft
mark-computed = Berechnet
mark-derived = Abgeleitet
mark-unverified = Nicht geprüft
mark-assumption = Annahmen
mark-press-caption = Zahlen aus Pressetexten
mark-verified-caption = Zahlen aus öffentlichen Texten
mark-computed-caption = Zahlen, aus öffentlichen Daten berechnet
mark-derived-caption = Zahlen, durch Rechnung abgeleitet
mark-unverified-caption = Oft genannte, nicht geprüfte Zahlen
mark-assumption-caption = Zahlen, die niemand kennt: Festlegungen
show-list = Liste zeigen

## Was weggelassen ist, Warnungen
section-left-out = Was weggelassen ist
section-warnings = Warnungen
warning-never-fired = { $subject } ist in keinem Lauf ausgefallen: das trägt nichts zu den Zahlen bei und macht nicht sicher.
warning-never-observed = { $subject } wurde nie beobachtet: Stille ist kein Beweis für Sicherheit.
warning-cannot-matter = { $subject } kann sich auf nichts auswirken, was gemessen wird.
warning-cut-short = { $subject } Läufe erreichten den längsten Zeitraum, bevor das Ereignis eintrat: Zeiten bis dahin sind dort abgeschnitten, ihr Mittelwert ist also zu klein.
warning-short-run = { $subject }: der eine Lauf ist zu kurz für seine Vertrauensbereiche, benachbarte Abschnitte ähneln einander noch. Den Zeitraum verlängern oder mehrere Läufe rechnen.
warning-interrupted = Die Rechnung wurde unterbrochen; die Ergebnisse umfassen die bis dahin fertigen Läufe.
warning-other = { $subject }: { $kind }

## Verfahren
section-method = Verfahren
rests-on = { $replications }, darin je { $years ->
    [one] 1 volles Jahr
   *[other] { $years } volle Jahre
} gezählt, Startwert { $seed }.
stopped-precision = Gerechnet wurde, bis jede Antwort so genau war wie gewünscht.
stopped-most = Die höchste zugelassene Zahl der Läufe war erreicht, bevor jede Antwort so genau war wie gewünscht:
stopped-time = Die zugelassene Zeit war um, bevor jede Antwort so genau war wie gewünscht:
stopped-interruption = Abgebrochen, bevor jede Antwort so genau war wie gewünscht:
stopped-open = { $asked }: { $is }, gewünscht { $wanted }{ $more }
stopped-more = ; etwa { $replications } Läufe wären genug, noch { $time }
stopped-no-interval = zu wenige Ereignisse für einen Vertrauensbereich
stopped-never = { $asked }: nie beobachtet, von einer Genauigkeit lässt sich nicht sprechen
stopped-hotline = { $asked }: nicht abgewartet, weil nur { $n ->
    [one] 1 Lauf
   *[other] { $n } Läufe
} die Hotline simulieren
stopped-under-way = { $is }, gewünscht { $wanted }: { $asked }
stopped-a-year = { $x } im Jahr
method-random = Jede Zufallsquelle hat ihren eigenen, benannten Strom von Zufallszahlen; so trifft alle Varianten dasselbe Glück. Gleiches Szenario, gleicher Startwert und gleiche Zahl der Läufe ergeben auf jedem Rechner dieselben Zahlen.
method-intervals = Verfahren der Vertrauensbereiche in diesem Bericht:
method-t = Mittelwerte: t-Verteilung nach Student über die Läufe.
method-hall = Schiefe Mittelwerte: Transformation der t-Verteilung nach Hall (1992).
method-jackknife-ratio = Verhältnisse: Jackknife über 32 Gruppen von Läufen.
method-batch-means = Ein langer Lauf: die Einschwingzeit wird nach MSER-5 (White 1997) abgeschnitten, der Rest in 32 Abschnitte geteilt (Batch-Mittel).
method-wilson = Anteile: Score-Intervall nach Wilson.
method-clopper-pearson = Einseitige Grenzen von Anteilen: Clopper und Pearson.
method-rule-of-three = Nie beobachtet: Dreierregel, mit 95 % Sicherheit unter 3/n.
method-woodruff-32 = Quantile aller Ausfälle: Verfahren von Woodruff über 32 Gruppen von Läufen.
method-kaplan-meier = Vom Ende eines Laufs abgeschnittene Zeiten: Kaplan und Meier.
method-order-statistic = Quantile von Jahreswerten: Ordnungsstatistik.
method-control-variates = Mittelwerte mit Kontrollvariablen: Zahlen der Störungen, vermindert um das nach Betriebsdauer Erwartete, erklären einen Teil des Zufalls (kleinste Quadrate; t-Verteilung oder Intervall nach Hall für den Rest).
controlled = Kontrollvariablen: { $asked }: { $controls } Störungszahlen verringern die Varianz um den Faktor { $factor }.
method-too-few = Zu wenige Läufe mit einem Wert für einen Vertrauensbereich.
method-hotline = { $hotline }: Anrufe werden in jedem { $every }. Lauf simuliert, { $n ->
    [one] in 1 Lauf
   *[other] in { $n } Läufen
}.
section-convergence = Wie sich die Schätzwerte eingependelt haben:
section-expectations = Erwartete Werte
expectations-table = Erwartete Werte und was herauskam
bound-is = { $x }
bound-within = etwa { $x }
bound-at-least = mindestens { $x }
bound-at-most = höchstens { $x }
expectation-holds = trifft zu
expectation-fails = trifft nicht zu

## Nachrechnen
section-reproduce = Nachrechnen
reproduce-opening = Gleiches Szenario, gleicher Startwert und gleiche Zahl der Läufe ergeben dieselben Bytes in results.json.
fact-seed = Startwert
fact-replications = Läufe
fact-length = Länge eines Laufs
fact-variant = Variante
fact-digest = Szenario (BLAKE3)
fact-version = Programm
fact-epoch = Ergebnisepoche / Format
length = { $time }, { $years ->
    [one] 1 volles Jahr
   *[other] { $years } volle Jahre
} gezählt

## Alle Kenngrößen
section-measures = Alle Kenngrößen
measures-summary = { $n ->
    [one] Eine Kenngröße
   *[other] { $n } Kenngrößen
}
measures-table = Alle Kenngrößen
calendar-24x7 = rund um die Uhr
calendar-normal-weeks = normale Wochen
subject-kind-service = Dienst
subject-kind-all-down = alle zugleich
subject-kind-demanded = geforderte Stufe
subject-kind-number = Zahl der verfügbaren
subject-kind-component = Teil
subject-kind-cause = Ursache
subject-kind-organisation = Einrichtung
subject-kind-hotline = Hotline
subject-kind-crew = Bereitschaft
measure-availability = Verfügbarkeit
measure-down-time = Ausfallzeit
measure-down-share = Anteil der Ausfallzeit
measure-outages = Ausfälle
measure-longer = längere Ausfälle
measure-year-with-longer = Jahr mit einem längeren Ausfall
measure-mean-duration = mittlere Dauer
measure-ever = ein Ausfall innerhalb der betrachteten Zeit
measure-user-hours = verlorene Nutzerstunden
measure-service-level = rechtzeitig angenommen
measure-abandoned = abgebrochen
measure-mean-wait = mittlere Wartezeit
measure-share-longer = Anteil längerer Ausfälle
measure-return-period = Abstand zwischen Jahren mit längerem Ausfall
measure-mean-up-time = mittlere Zeit zwischen Ausfällen
measure-number = Ausfälle im Zeitraum
measure-number-variance = Varianz der Zahl der Ausfälle
measure-number-exactly = genau so viele Ausfälle
measure-number-at-least = so viele oder mehr Ausfälle
measure-number-at-most = so viele oder weniger Ausfälle
measure-total-down = gesamte Ausfallzeit
measure-total-down-at-least = so viel oder mehr Ausfallzeit
measure-total-down-at-most = so viel oder weniger Ausfallzeit
measure-total-up = gesamte Betriebszeit
measure-total-up-at-least = so viel oder mehr Betriebszeit
measure-total-up-at-most = so viel oder weniger Betriebszeit
measure-ever-before = ein Ausfall vor einer Frist
measure-ever-longer = ein längerer Ausfall im Zeitraum
measure-ever-longer-before = ein längerer Ausfall vor einer Frist
measure-first-time = mittlere Zeit bis zum ersten Ausfall
measure-first-outage = Median der Zeit bis zum ersten Ausfall
measure-first-outage-restricted = mittlere Zeit bis zum ersten Ausfall oder Ende
measure-longest-of-year = längster Ausfall eines Jahres
measure-just-before = gilt unmittelbar vor einem Zeitpunkt
measure-number-up = mittlere Zahl verfügbarer
measure-worst-day-of-year = schlimmster Tag eines Jahres
measure-members-down-of-year = meiste zugleich Betroffene in einem Jahr
measure-speed-of-answer = mittlere Wartezeit angenommener Anrufe
measure-wait-longer = längere Wartezeiten
measure-waiting = wartende Anrufe
measure-busy-agents = beschäftigte Mitarbeiter
measure-all-busy = alle beschäftigt

## Spaltenköpfe
column-agents = Personen
column-at = Bei
column-availability = In Betrieb
column-band = Spanne über die Annahmen
column-bias = Verzerrung
column-begun = Anteil an den Ausfällen
column-calendar = Kalender
column-calls = Anrufe
column-calls-band = 5–95 %
column-cause = Ursache
column-coverage = Überdeckung
column-downtime = Ausfallzeit
column-ends = Enden
column-estimate = Schätzwert
column-events = Ereignisse
column-expected = Erwartet
column-from = Von
column-group = Gruppe
column-half-hour = Halbe Stunde
column-interval = 95-%-Bereich
column-interval-95 = 95-%-Bereich
column-interval-999 = 99,9-%-Bereich
column-interval-error = 95-%-Bereich (nur Simulationsfehler)
column-kind = Art
column-lasts = Dauer
column-level = Stufe
column-longer-than = Länger als
column-lost = Verloren
column-measure = Kenngröße
column-members = Mitglieder
column-method = Verfahren
column-n = n
column-name = Parameter
column-organisation = Einrichtung
column-outage = Ausfälle
column-place = Stelle
column-present = Beteiligt
column-quantile = Quantil
column-quantity = Größe
column-question = Frage
column-range = Spanne
column-reached = Erreicht
column-relative = Relative Breite
column-relative-short = ±
column-replications = Läufe
column-rooted = Anteil an der Ausfallzeit
column-service = Dienst
column-share = Anteil
column-source = Quelle
column-subject = Gegenstand
column-users = Nutzer
column-value = Wert
column-verdict = Urteil
column-waiting = Wartende
column-wanted = Gefordert
column-worst-percent = Aus den schlechtesten 1 % der Jahre
column-years-without = Jahre ohne Verlust
column-z = z

## Seite
report = Bericht
report-foot = Erstellt mit ausfall { $version }. { $label }
