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
help-value-service = DIENST
help-value-batches = WIEDERHOLUNGEN

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
help-run-replications = Anzahl der Läufe, wie genau sie auch sind [Vorgabe: was das Szenario sagt, sonst bis zu einer Genauigkeit]
help-run-precision = Rechnen, bis der halbe 95-%-Vertrauensbereich jeder Antwort höchstens diesen Anteil von ihr ausmacht, etwa "5 %"; `NAME=WERT`: bei einer Antwort, nach Nummer oder Namen, auch in ihrer Einheit, "Gehälter=0.2 h/y"; mehrfach möglich [Vorgabe: was das Szenario sagt, sonst 5 %]
help-run-at-most = Spätestens nach dieser Zeit, etwa "2 min", oder dieser Anzahl der Läufe enden; mehrfach möglich [Vorgabe: was das Szenario sagt, sonst 2 min und 65536]
help-run-control-variates = Die Ausfälle, die die Läufe zufällig hatten, als Kontrollvariablen nutzen: schmalere Vertrauensbereiche der Mittelwerte aus ebenso vielen Läufen
help-run-keep-replications = Auch replications.csv schreiben: eine Zeile für jeden Lauf, eine Spalte für jede Antwort
help-value-precision = GENAUIGKEIT
help-value-limit = GRENZE
help-any-threads = Anzahl der Threads; die Ergebnisse hängen nicht davon ab [Vorgabe: alle Kerne]
help-any-variant = Eine Variante des Szenarios [Vorgabe: das Szenario selbst]
help-any-set = Einem Parameter für diesen Aufruf einen anderen Wert geben, etwa "Frist = 24 h"; mehrfach möglich

## Befehle
help-run = Rechnet ein Szenario, schreibt den Ergebnisordner, gibt die Antworten aus
help-run-out = Ordner für die Ergebnisse [Vorgabe: output/SZENARIO]
help-run-enforce = Mit 1 enden, wenn ein Ziel verfehlt ist; `--enforce=strict`: auch, wenn es offen bleibt
help-run-quiet = Nur den Pfad des Berichts ausgeben
help-run-json = Die Zusammenfassung als ein JSON-Objekt ausgeben
help-run-bands = Auch jede Annahme an beiden Enden ihrer Spanne rechnen; `--bands=N`: mit je N Läufen [Vorgabe für N: ein Sechzehntel der Läufe]
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

help-compare = Vergleicht die Varianten eines Szenarios oder mehrere Szenarien unter denselben Zufällen
help-compare-files = Szenariodateien: eine mit ihren Varianten, oder mehrere, von denen die erste die Grundlage ist
help-compare-variants = Nur diese Variante; `*` steht für beliebigen Text; mehrfach möglich [Vorgabe: alle]
help-compare-against = Womit verglichen wird: eine Variante oder ein Dateiname ohne Ordner und Endung [Vorgabe: die erste Datei, wie sie ist]
help-compare-seed = Startwert des Zufalls, für alle derselbe; nie von der Uhr genommen
help-compare-replications = Anzahl der Läufe, die jedes durchlebt [Vorgabe: die größte, die ein Szenario nennt, oder so viele, wie die Grundlage braucht, um so genau zu sein, wie sie will]
help-compare-horizon = Länge eines Laufs, etwa "10 y" [Vorgabe: was die Szenarien sagen]
help-compare-set = Einem Parameter in allen einen anderen Wert geben, etwa "Frist = 24 h"; mehrfach möglich
help-compare-out = Ordner für die Ergebnisse [Vorgabe: output/SZENARIO-compare]
help-compare-quiet = Nur den Pfad der Seite ausgeben
help-compare-json = Den Vergleich als ein JSON-Objekt ausgeben
help-compare-examples =
    ausfall compare meins.ron
    ausfall compare meins.ron --variant "zwei Säle"
    ausfall compare heute.ron geplant.ron --replications 20000

help-explain = Gibt ein Szenario in Sätzen wieder: was wovon abhängt und welche Annahmen entscheiden
help-explain-out = Ordner für das Bild der Abhängigkeiten [Vorgabe: output/SZENARIO]
help-explain-json = Die Erläuterung als ein JSON-Objekt ausgeben; ohne --out kein Bild zeichnen
help-explain-examples =
    ausfall explain meins.ron
    ausfall explain meins.ron --variant "zwei Säle"

help-why = Erzählt für einen Lauf, wie es zu jedem Ausfall eines Dienstes kam
help-why-replication = Welcher Lauf, gezählt ab 0
help-why-service = Dienst, dessen Ausfälle erzählt werden
help-why-level = Ausfälle unter diese Stufe [Vorgabe: die unterste; darunter ist der Dienst ausgefallen]
help-why-year = Nur Ausfälle, die in diesem gezählten Jahr beginnen, ab 0
help-why-json = Je Ausfall eine Zeile mit einem JSON-Objekt
help-why-examples =
    ausfall why meins.ron -r 0 E-Mail
    ausfall why meins.ron -r 0 --year 3 --level Normalbetrieb E-Mail

help-trace = Erzählt einen Lauf Ereignis für Ereignis
help-trace-replication = Welcher Lauf, gezählt ab 0
help-trace-year = Nur dieses gezählte Jahr, ab 0
help-trace-json = Je Zeile ein JSON-Objekt
help-trace-examples =
    ausfall trace meins.ron -r 0 --year 0
    ausfall trace meins.ron -r 0 --json

help-verify = Prüft Szenarien gegen die Werte, die sie erwarten
help-verify-files = Szenariodateien mit `expect:`
help-verify-coverage = Wiederholt die Läufe so oft mit unabhängigem Zufall und zählt, wie oft der 95-%-Vertrauensbereich jeden genauen Wert (`is:`) enthält
help-verify-json = Gibt die Überdeckung als ein JSON-Objekt aus
help-verify-csv = Gibt die Überdeckung als CSV aus
help-verify-examples =
    ausfall verify scenarios/known/*.ron
    ausfall verify mine.ron --coverage 1000

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
