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
check-cost-at-most = bis zur gewünschten Genauigkeit, höchstens { $replications } Läufe über { $horizon }: grob { $time } oder weniger auf einem Kern
check-calls = davon für die Anrufe der Hotlines etwa { $share }

## Ohne Befehl
greeting-shipped =
    ausfall simuliert Ausfälle gemeinsamer IT: wie oft und wie lange ein Dienst
    ausfällt, wen es trifft, welche Frist reißt, welche Ursache entscheidet.

    Ein mitgeliefertes Szenario rechnen:

        ausfall run { $scenario }

    Danach den Bericht öffnen, den die letzte Zeile nennt. Und dann:

        ausfall new meins         ein eigenes Szenario mit Erläuterungen
        ausfall check meins.ron   alle Fehler darin, mit Ausweg
        ausfall help              alle Befehle und alle Wörter der Szenariodateien
greeting-new =
    ausfall simuliert Ausfälle gemeinsamer IT: wie oft und wie lange ein Dienst
    ausfällt, wen es trifft, welche Frist reißt, welche Ursache entscheidet.

    Ein eigenes Szenario mit Erläuterungen anlegen und rechnen:

        ausfall new meins
        ausfall run meins.ron

    Danach den Bericht öffnen, den die letzte Zeile nennt. Außerdem:

        ausfall check meins.ron   alle Fehler darin, mit Ausweg
        ausfall help              alle Befehle und alle Wörter der Szenariodateien

## Was new sagt
new-written = { $file } ist angelegt: ändern oder so, wie es ist, ausprobieren.
new-next = ausfall run { $file }
new-next-compared =
    ausfall compare { $file }
    ausfall run { $file }
error-new-name = „{ $name }“ taugt nicht als Dateiname; nur Buchstaben, Ziffern, `-`, `_` und `.` verwenden und mit Buchstabe oder Ziffer beginnen, etwa `ausfall new meins`
error-new-exists = { $file } gibt es schon und bleibt, wie es ist; einen anderen Namen nehmen oder mit `ausfall check { $file }` hineinsehen

## Was verify sagt
verify-confirmed = ✓ bestätigt
verify-contradicted = ✗ widerlegt
verify-undecided = ? offen
verify-foot = { $rows ->
    [one] 1 Erwartung
   *[other] { $rows } Erwartungen
}: { $confirmed } bestätigt, { $contradicted } widerlegt, { $undecided } offen.
verify-level = Widerlegt: außerhalb, mit höchstens 0,1 % Irrtum über die ganze Tabelle (Holm 1979).
verify-few = Offen: zu wenige Ereignisse für einen Vertrauensbereich; mehr --replications können entscheiden.
coverage-covers = ✓ überdeckt
coverage-too-low = ✗ überdeckt zu selten
coverage-too-high = ✗ überdeckt zu oft
coverage-biased = ✗ verzerrt
coverage-undecided = ? zu wenige Wiederholungen
coverage-discrete = diskret
coverage-conservative = konservativ
coverage-heavy = sehr ungleiche Dauern
coverage-stopped = bis zur Genauigkeit
coverage-apart = zweiseitig { $two }, Schranken { $one }
coverage-progress = Überdeckung von { $case }
coverage-level =
    Überdeckung: Anteil der Wiederholungen, deren 95-%-Vertrauensbereich den genauen Wert enthält, mit ihrem
    exakten 99-%-Bereich. Enden: Wiederholungen mit zwei Enden / nur einer Schranke / ohne Aussage.
    ±: mittlere halbe Breite, gemessen am Wert. Durchgefallen ist, was mit höchstens { $level } Irrtum über die
    ganze Tabelle (Holm 1979) außerhalb von 94–96 % liegt (diskret 93–98 %, konservativ und Schranken ab 94 %,
    bis zur Genauigkeit gerechnet ab 93 %, sehr ungleiche Dauern ab 90 %).
coverage-bias = Verzerrung: mittlerer Fehler der Schätzwerte in Standardfehlern eines Laufs; höchstens { $bias }.
coverage-pooled = Mittel der { $rows } gewöhnlichen Zeilen: { $coverage } ({ $low }–{ $high }), verlangt 94,5–95,5 %: { $verdict }
coverage-foot = { $rows ->
    [one] 1 Zeile
   *[other] { $rows } Zeilen
}, je { $batches } Wiederholungen: { $fail } durchgefallen, { $undecided } offen.
error-nothing-exact = { $file } erwartet keinen genauen Wert: Überdeckung braucht `is:` (siehe `ausfall help expect`)
error-expects-nothing = { $file } erwartet nichts: `expect:` ergänzen (siehe `ausfall help expect`) oder die Datei weglassen

## Was check --watch sagt
watching = Beobachte; Strg-C beendet.

## Fehler der Kommandozeile
usage = { $what }
    { $way }
usage-see = Alle Optionen: { $command }
usage-unknown-command = einen Befehl `{ $name }` gibt es nicht
usage-file-alone = was soll mit { $file } geschehen? `ausfall run { $file }` oder `ausfall check { $file }` schreiben
usage-unknown-option = eine Option `{ $argument }` gibt es nicht
usage-too-much = `{ $argument }` ist ein Argument zu viel
usage-no-value = `{ $argument }` braucht einen Wert
usage-one-of = `{ $value }` ist kein Wert für `{ $argument }`; möglich sind: { $known }
usage-no-number = `{ $value }` ist kein Wert für `{ $argument }`: gebraucht wird eine ganze Zahl, etwa 4096
usage-zero = `{ $argument }` muss über 0 liegen
usage-too-large = `{ $value }` ist zu groß für `{ $argument }`
usage-not-a-value = `{ $value }` ist kein Wert für `{ $argument }`
usage-missing = { $argument } fehlt
usage-twice = `{ $argument }` darf nur einmal stehen
usage-conflict = `{ $argument }` und `{ $other }` schließen einander aus: eines weglassen
usage-no-equals = der Wert von `{ $argument }` folgt nach einem Gleichheitszeichen
usage-number-of-values = `{ $argument }` hat zu viele oder zu wenige Werte
usage-no-text = ein Argument ist kein lesbarer Text
usage-other = die Kommandozeile ist nicht zu verstehen
error-threads = --threads { $asked } ist zu viel: höchstens { $most }
error-folder-name = der Dateiname „{ $name }“ des Szenarios taugt nicht als Name eines Ordners; mit --out ORDNER sagen, wohin die Ergebnisse sollen

## Warum Dateien nicht zu lesen oder zu schreiben sind
io-not-found = es gibt keine solche Datei
io-permission-denied = es ist nicht erlaubt
io-already-exists = es gibt sie schon
io-not-a-folder = ein Teil des Pfades ist kein Ordner
io-is-a-folder = es ist ein Ordner
io-storage-full = der Datenträger ist voll
io-too-large = mehr als 100 MB sind zu groß für ein Szenario

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
