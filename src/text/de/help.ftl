# Hilfe der Kommandozeile: `help-BEFEHL`, `help-BEFEHL-ARGUMENT` und `help-any-ARGUMENT`, wo mehrere Befehle eines teilen.
# Was Begriffe und Felder eines Szenarios bedeuten, steht in docs/de/scenario.md; `help` liest es dort.

help-root = Simuliert Ausfälle gemeinsamer IT: wie oft und wie lange ein Dienst ausfällt, wen es trifft, welche Ursache entscheidet.
help-heading-usage = Aufruf
help-heading-first = Für den Anfang
help-heading-others = Weitere Befehle
help-heading-arguments = Argumente
help-heading-options = Optionen
help-heading-examples = Beispiele
help-examples =
    ausfall new meins --like two-sites     ein eigenes Szenario mit Erläuterungen
    ausfall run meins.ron                  rechnet es; die letzte Zeile ist der Bericht
    ausfall help fails                     was ein Feld bedeutet, mit Beispiel
help-exit-codes =
    Rückgabewerte: 0 erledigt; 1 mit --enforce ein Ziel verfehlt, mit verify eine Erwartung nicht
    bestätigt oder eine Nachprüfung widerspricht; 2 Kommandozeile oder Szenario fehlerhaft;
    3 Lesen oder Schreiben misslungen; 130 abgebrochen, Fertiges bleibt erhalten.
help-values = [möglich: { $values }]
help-default = [Vorgabe: { $value }]

## Namen der Werte
help-value-command = BEFEHL
help-value-file = DATEI
help-value-files = DATEI
help-value-folder = ORDNER
help-value-dir = ORDNER
help-value-lang = SPRACHE
help-value-span = DAUER
help-value-how = WIE
help-value-name = NAME
help-value-example = BEISPIEL
help-value-topic = THEMA
help-value-shell = SHELL

## Gemeinsame Argumente
help-any-help = Diese Hilfe ausgeben
help-any-version = Die Version ausgeben
help-any-lang = Sprache aller Ausgaben [Vorgabe: die von LC_ALL, LC_MESSAGES oder LANG]
help-any-file = Szenariodatei
help-any-files = Szenariodateien
help-any-folder = Ergebnisordner mit seiner results.json
help-any-seed = Startwert des Zufalls; nie von der Uhr genommen
help-any-horizon = Länge eines Laufs, etwa "10 y" [Vorgabe: was das Szenario sagt]
help-any-with-hotline = Die Hotlines in jedem Lauf simulieren, nicht nur in ihrem Anteil
help-any-audit = Den Zustand nach jedem Zeitpunkt neu herleiten und vergleichen (langsam)
help-any-replications = Anzahl der Läufe [Vorgabe: was das Szenario vorschlägt]
help-any-threads = Anzahl der Threads; die Ergebnisse hängen nicht davon ab [Vorgabe: alle Kerne]

## Befehle
help-run = Rechnet ein Szenario, schreibt den Ergebnisordner, gibt die Antworten aus
help-run-out = Ordner für die Ergebnisse [Vorgabe: output/SZENARIO]
help-run-enforce = Mit 1 enden, wenn ein Ziel verfehlt ist; `--enforce=strict`: auch, wenn es offen bleibt
help-run-quiet = Nur den Pfad des Berichts ausgeben
help-run-json = Die Zusammenfassung als ein JSON-Objekt ausgeben
help-run-examples =
    ausfall run meins.ron
    ausfall run meins.ron --replications 20000 --lang de
    ausfall run meins.ron --enforce=strict --quiet

help-check = Findet alle Fehler in Szenarien, jeden mit Stelle und Ausweg
help-check-quiet = Über Szenarien ohne Fehler und Warnung nichts ausgeben
help-check-watch = Nach jeder Änderung einer Datei erneut prüfen, bis Strg-C
help-check-examples =
    ausfall check meins.ron
    ausfall check --watch meins.ron

help-new = Schreibt ein erläutertes Szenario für den Anfang
help-new-name = Name des Szenarios; die Datei heißt NAME.ron, liegt in diesem Ordner und darf noch nicht bestehen
help-new-like = Womit begonnen wird
help-new-examples =
    ausfall new meins
    ausfall new gehalt --like payroll

help-help = Erklärt einen Befehl, einen Begriff, ein Feld oder ein Wort der Szenariodateien
help-help-topic = Was erklärt wird; ohne Angabe: was es gibt
help-help-examples =
    ausfall help
    ausfall help repair
    ausfall help gemeinsame Ursachen
    ausfall help Lognormal

help-trace = Erzählt einen Lauf Ereignis für Ereignis
help-trace-replication = Welcher Lauf, gezählt ab 0
help-trace-year = Nur dieses gezählte Jahr, ab 0
help-trace-json = Je Zeile ein JSON-Objekt
help-trace-examples =
    ausfall trace meins.ron -r 0 --year 0
    ausfall trace meins.ron -r 0 --json

help-verify = Prüft Szenarien gegen die Werte, die sie erwarten
help-verify-files = Szenariodateien mit `expect:`
help-verify-examples =
    ausfall verify scenarios/known/*.ron

help-plot = Zeichnet die Diagramme eines Ergebnisordners neu
help-report = Schreibt den Bericht eines Ergebnisordners neu, etwa in der anderen Sprache
help-report-examples =
    ausfall report output/meins --lang en

help-completions = Gibt Ergänzungen für eine Shell aus
help-completions-shell = Die Shell
help-completions-examples =
    ausfall completions bash > ~/.local/share/bash-completion/completions/ausfall

help-man = Gibt die Handbuchseite aus
help-man-examples =
    ausfall man > ausfall.1

## Abschnitte der Handbuchseite
man-synopsis = ÜBERSICHT
man-description = BESCHREIBUNG
man-options = OPTIONEN
man-commands = BEFEHLE
man-extra = BEISPIELE UND RÜCKGABEWERTE

## Was help antwortet
topics-commands = Befehle
topics-concepts = Begriffe der Szenariodateien
topics-more = `ausfall help THEMA` erklärt eines davon oder ein Feld oder Wort: `ausfall help fails`, `ausfall help Lognormal`.
topic-example = Beispiel:
topic-see = Mehr: ausfall help { $topic }
topic-unknown = ein Thema `{ $topic }` gibt es nicht
topic-see-list = `ausfall help` zählt auf, was es gibt
