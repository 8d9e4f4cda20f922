# Was das Programm selbst sagt: Fortschritt, `check`, Fehlschläge.

## Speed of a run, the last line but one on the terminal
run-speed = { $replications } Läufe, { $events } Ereignisse, { $seconds } s, { $speed } Ereignisse je Sekunde

## Fortschritt und Abbruch
progress-left = noch
progress-bands = Annahmen an den Enden ihrer Spannen
answer-so-far = { $interval } · { $asked }
stopping = Halte an; fertige Läufe bleiben erhalten. Noch einmal Strg-C beendet sofort.
interrupted = abgebrochen: { $done ->
    [0] nichts wurde fertig, nichts ist geschrieben
    [one] die Ergebnisse umfassen den ersten von { $planned } Läufen
   *[other] die Ergebnisse umfassen die ersten { $done } von { $planned } Läufen
}

## Was check sagt
check-verdict = { $file }: { $warnings ->
    [0] in Ordnung
    [one] lauffähig, 1 Warnung
   *[other] lauffähig, { $warnings } Warnungen
} ({ $size })
check-empty = nichts darin
check-components = { $n ->
    [one] 1 Komponente
   *[other] { $n } Komponenten
}
check-services = { $n ->
    [one] 1 Dienst
   *[other] { $n } Dienste
}
check-organisations = { $n ->
    [one] 1 Einrichtung
   *[other] { $n } Einrichtungen
}
check-hotlines = { $n ->
    [one] 1 Hotline
   *[other] { $n } Hotlines
}
check-variants = { $sound } von { $all } Varianten lauffähig
check-cost = { $replications ->
    [one] 1 Lauf
   *[other] { $replications } Läufe
} über { $horizon }: grob { $time } auf einem Kern
check-calls = davon für die Anrufe der Hotlines etwa { $share }

## Fehlschläge, nach "Fehler: "
error = Fehler: { $what }
error-scenario = { $file }: { $faults ->
    [one] 1 Fehler
   *[other] { $faults } Fehler
}, nichts wurde gerechnet
error-read = { $path } ist nicht zu lesen: { $why }
error-write = { $path } ist nicht zu schreiben: { $why }
error-stdout = die Standardausgabe ist nicht zu schreiben: { $why }
error-format = { $path } hat das Format { $found }, diese Version liest das Format { $known }: das Szenario neu rechnen
error-results = { $path } ist keine Ergebnisdatei dieser Version ({ $why }): das Szenario neu rechnen
error-year = --year { $year }: das Szenario zählt { $years ->
    [0] kein volles Jahr; --year weglassen
    [one] ein volles Jahr, Nummer 0
   *[other] { $years } volle Jahre, gezählt ab 0
}
error-loop = Schleife ohne Zeit: mehr als 10.000 Runden bei { $at }; zuletzt änderten sich: { $items }. Einem davon eine Zeit über null geben.
error-losses = was alle Organisationen in einem Lauf verlieren, ist in Nutzersekunden nicht mehr zählbar; horizon: kürzen oder users: senken
error-endless = mehr als 50 Millionen Ereignisse in einem Lauf bis { $at }, zuletzt eines von { $item }: Das geschieht viel zu oft. Einheiten der Zeiten und Raten prüfen oder einen kürzeren Zeitraum nehmen.
error-audit = die Nachprüfung widerspricht der Simulation (ein Fehler von ausfall): { $what }
