# Ein Szenario, zurückgelesen.

## Wendungen
explain-parts = { $n ->
    [one] { $names } ({ $parts } Teile)
   *[other] { $names } (je { $parts } Teile)
}
explain-many = { $pattern } ({ $n } davon)
explain-others = { $n ->
    [one] ein weiteres
   *[other] { $n } weitere
}
explain-or = { $first } oder { $last }
explain-else = , sonst{" "}
explain-path = ein Weg von { $from } nach { $to }
explain-at-least-of = mindestens { $n } von { $of }
explain-median = { $x } (Median)
explain-more-than = mehr als { $x }
explain-for-ever = immer

## Was untersucht wird
explain-frame = Was untersucht wird
explain-run = { $replications } über je { $horizon }, ab { $date } ({ $zone }): zusammen { $years } simulierte Jahre.
explain-run-until-precise = Läufe über je { $horizon }, ab { $date } ({ $zone }), bis jede Antwort so genau ist wie gewünscht: höchstens { $replications }, zusammen { $years } simulierte Jahre.
explain-warm-up = Jeweils die ersten { $time } zählen nicht mit.
explain-begins-running = Alles beginnt so, wie man es in einem seit langem laufenden System antrifft.
explain-begins-new = Alles beginnt neu und in Betrieb.
explain-lines = { $n ->
    [one] 1 Leitung oder Trasse
   *[other] { $n } Leitungen und Trassen
}
explain-size = Enthalten: { $what }.
explain-size-users = Enthalten: { $what } mit { $users } Nutzern.
explain-asked = Gefragt ist, mit den Antworten des Probelaufs:

## Was von selbst ausfällt
explain-failing = Was von selbst ausfällt
explain-fails = { $who }: fällt { $mode ->
    [none] {""}
   *[other] durch { $mode }{" "}
}{ $each ->
    [each] jeweils{" "}
   *[one] {""}
}{ $often } aus{ $cold ->
    [cold] , gerechnet nach Laufzeit (kalte Reserve altert nicht)
   *[no] {""}
}.
explain-mode-cut = einen Kabelschaden
explain-back = Wieder da nach { $mean } im Mittel (die Hälfte binnen { $median }, 95{"\u00A0"}% binnen { $tail }).
explain-back-fixed = Wieder da nach { $time }.
explain-back-never = Wird nie instand gesetzt.
explain-alone = Für sich allein { $down } außer Betrieb: Verfügbarkeit { $share }.
explain-waits = Hinzu kommt das Warten auf den Dienstbeginn von { $crew }.
explain-failing-note = „Wieder da“ umfasst Entdeckung, Anfahrt und Instandsetzung durch freie Kräfte; nicht das Warten auf Kräfte, die beschäftigt sind, und nicht den Wiederanlauf.

## Was die Zahlen zusammen bedeuten
explain-relations = Was die Zahlen zusammen bedeuten
explain-its-need = das, woran es hängt,
explain-carried = { $who } { $n ->
    [one] kommt
   *[other] kommen je
} ohne { $on } { $autonomy } lang aus.
explain-against-none = Kein einzelner Ausfall unterbricht das, nur mehrere zugleich.
explain-against-alone = { $name } ({ $often }): { $share } dieser Unterbrechungen dauern länger, spürbar { $felt }.
explain-against-unswitched = { $name } ({ $often }): spränge nichts ein, dauerten { $share } dieser Unterbrechungen länger.
explain-against-switched = Ist { $name } weg und gelingt die Umschaltung, so ist die Lücke überbrückt.
explain-against-switching = Ist { $name } weg und gelingt die Umschaltung, so dauern dennoch { $share } der Lücken länger, spürbar { $felt }.
explain-against-failed = Ist { $name } weg und misslingt die Umschaltung ({ $often }), so dauern { $share } der Lücken länger, spürbar { $felt }.
explain-demanded = { $first }, sonst { $others }{ $n ->
    [one] {""}
   *[other] {" "}({ $n } solche Umschaltungen)
}: muss { $n ->
    [one] {""}
   *[other] jeweils{" "}
}{ $often } umschalten.
explain-demanded-delay = Der nächste Eintrag trägt nach { $time }.
explain-demanded-failed = { $share } der Anforderungen misslingen, also { $often }.
explain-demanded-manual = Dann wird von Hand umgeschaltet, in { $time }.
explain-demanded-never = Dann schaltet niemand von Hand um.
explain-stocked = { $who }: Ein voller Tank reicht { $lasts }. Eine Lieferung braucht { $delivery }, 95{"\u00A0"}% kommen binnen { $tail }; { $late } kommen später, als der Tank reicht.
explain-stocked-never = { $who }: Ein voller Tank reicht { $lasts }, eine Lieferung folgt nicht.
explain-limited = { $service } darf höchstens { $time } auf „{ $level }“ laufen und ist danach außer Betrieb; die Frist gilt wieder neu nach { $regain } auf einer besseren Stufe.
explain-limited-continues = { $service } soll höchstens { $time } auf „{ $level }“ laufen; mehr wird vermerkt, nicht beendet. Die Frist gilt wieder neu nach { $regain } auf einer besseren Stufe.
explain-restart = { $who }: nach jeder Unterbrechung ein Wiederanlauf von { $median } (Median; 95{"\u00A0"}% binnen { $tail }).
explain-restart-fixed = { $who }: nach jeder Unterbrechung ein Wiederanlauf von { $time }.
explain-restart-too-long = Länger als die geforderte Wiederanlaufzeit von { $service } ({ $rto } bis „{ $level }“): Jede Unterbrechung, die dort ankommt, verfehlt sie meist.

## Dienste
explain-services = Dienste
explain-service = { $service }: genutzt von { $n ->
    [0] niemandem
    [one] 1 Organisation mit { $users } Nutzern
   *[other] { $n } Organisationen mit { $users } Nutzern
}
explain-level = „{ $level }“, solange { $when } verfügbar { $n ->
    [one] ist
   *[other] sind
}
explain-objective = Gefordert{ $lowest ->
    [yes] {""}
   *[no] {" "}für „{ $level }“
}: { $what }
explain-longer = Von den Ausfällen durch einzelne Ursachen dauern { $share } mit Wiederanlauf länger als die geforderte Wiederanlaufzeit.
explain-singles = Allein legen ihn lahm (zusammen { $all }): { $what }
explain-singles-none = Kein einzelner Ausfall legt ihn lahm.
explain-lessening = Allein drücken ihn unter die beste Stufe, legen ihn aber nicht lahm (zusammen { $all }): { $what }
explain-single = { $who } { $often }{ $bridged ->
    [yes] {" "}(soweit länger als die Überbrückung)
   *[no] {""}
}, wieder da nach { $median }
explain-pairs = { $n ->
    [0] Kein Paar von Ausfällen legt ihn lahm, das es nicht schon einzeln tut.
    [one] Ein Paar von Ausfällen legt ihn nur gemeinsam lahm.
   *[other] { $n } Paare von Ausfällen legen ihn nur gemeinsam lahm.
}
explain-singles-note = Die Raten einzelner Ausfälle folgen aus den Verteilungen; „wieder da nach“ ist der Median der Instandsetzung und des längsten Wiederanlaufs danach. Umschaltungen gelten hier als gelungen; was ihr Misslingen bedeutet, steht oben.

## Gemeinsame Ursachen und Schleifen
explain-shared = Gemeinsame Ursachen und Schleifen
explain-shared-cause = { $name }: trifft { $often } { $chance ->
    [all] {""}
   *[other] mit je { $chance } Wahrscheinlichkeit{" "}
}{ $members } zugleich; { $together ->
    [yes] eine Instandsetzung bringt alle zurück
   *[no] jedes wird für sich instand gesetzt
}.
explain-hazard = { $name }: { $often }, trifft { $chance ->
    [all] {""}
   *[other] mit je { $chance } Wahrscheinlichkeit{" "}
}{ $members }{ $together ->
    [yes] {" "}und beschädigt, was darin steht
   *[no] {""}
}.
explain-place = { $name }{ $roomcount ->
    [0] {""}
   *[other] {" "}({ $rooms })
}: darin { $things }. { $servicecount ->
    [0] Ohne diesen Ort fällt kein Dienst aus.
   *[other] Ohne diesen Ort fallen aus: { $services }.
}
explain-crossing = { $n ->
    [one] { $who } allein legt { $services } gemeinsam lahm, { $often }.
   *[other] { $who }: Eines davon tritt { $often } ein, und jedes allein legt { $services } gemeinsam lahm.
}
explain-loop = { $members } brauchen einander{ $soft ->
    [yes] {" "}(zum Teil nur zum Anlaufen oder auf Zeit überbrückt)
   *[no] {""}
}. { $bypass ->
    [none] Niemand löst eine Verklemmung: Fallen beide Seiten aus, bleiben sie es.
   *[other] Eine Verklemmung wird nach { $bypass } von Hand gelöst.
}
explain-loop-none = Nichts braucht sich selbst, auch nicht auf Umwegen: Eine Verklemmung ist nicht möglich.

## Einen zweiten Blick wert
explain-doubts = Einen zweiten Blick wert
explain-doubts-none = Nichts fällt auf.
explain-idle = { $who }: kann ausfallen, aber nichts Gefragtes, Gefordertes oder Genutztes hängt daran.
explain-rare = { $name } ist im ganzen Lauf { $x }-mal zu erwarten: Was daraus folgt, ist Glückssache. Mehr Läufe helfen.
explain-idle-crew = { $name } wird nie gerufen: Keine Instandsetzung nennt diese Kräfte.
explain-unfailing = { $service }: Nichts darunter fällt aus, die Forderungen lassen sich nicht verfehlen.
explain-hardly-met = { $service }: { $share } der Ausfälle unter „{ $level }“ durch einzelne Ursachen dauern mit Wiederanlauf länger als die geforderte Wiederanlaufzeit von { $rto }; mehr als { $allowed } wären zu viel.
explain-hardly-missed = { $service }: { $share } der Ausfälle unter „{ $level }“ durch einzelne Ursachen dauern länger als die geforderte Wiederanlaufzeit von { $rto }; verfehlt (mehr als { $allowed }) wird sie nur, wenn mehreres zugleich ausfällt.

## Woher die Zahlen stammen
explain-trust = Woher die Zahlen stammen
explain-mark-verified = Belegt ({ $n }): { $what }
explain-mark-press = Presse ({ $n }): { $what }
explain-mark-computed = Berechnet ({ $n }): { $what }
explain-mark-derived = Abgeleitet ({ $n }): { $what }
explain-mark-unverified = Ungeprüft ({ $n }): { $what }
explain-mark-assumption = Annahme ({ $n }): { $what }
explain-value-range = { $said } ({ $low } bis { $high })
explain-bare = { $n ->
    [one] 1 Zahl steht ohne Quelle da:
   *[other] { $n } Zahlen stehen ohne Quelle da:
}
explain-bare-kind = { $kind } ({ $n }): { $what }

## Folgerungen neben den Quellen
explain-pilot = Was daraus folgt, neben dem, was die Quellen sagen
explain-pilot-of = Aus einer Probe von { $n ->
    [one] 1 Lauf
   *[other] { $n } Läufen
} (Startwert { $seed }); mit allen Läufen werden die Vertrauensbereiche enger.
explain-pilot-none = Kein Probelauf: Ein Lauf dauert zu lange oder lässt sich nicht beenden.
explain-expect-none = Das Szenario erwartet nichts (`expect`): Keine Folgerung lässt sich an einer Quelle messen.
explain-expected = { $asked }: { $value } ({ $interval }, 99,9{"\u00A0"}%). Die Quelle sagt { $bound ->
    [is] { $expected }
    [within] { $expected } ± { $tolerance }
    [between] { $expected } bis { $high }
    [at-least] mindestens { $expected }
   *[at-most] höchstens { $expected }
}: { $holds ->
    [yes] Das stimmt überein
   *[no] DAS STIMMT NICHT ÜBEREIN
}. Quelle: { $source }

## Das Bild
picture-headline = Was woran hängt: { $title }
picture-subtitle = Oben die Dienste, darunter jeweils das, was sie brauchen
picture-description = { $boxes } Kästen und { $lines } Linien. Oben die Dienste: { $services }. Standorte: { $sites }.
picture-parts = { $n } Teile
picture-parts-enough = { $n } Teile, { $enough } nötig
picture-many = { $n } davon
picture-hard = braucht
picture-either = braucht eines von mehreren oder ein Ende eines Weges
picture-delayed = braucht, auf Zeit überbrückt
picture-carries = derweil getragen von
picture-start = braucht zum Anlaufen
picture-joins = Leitung endet am Knoten
picture-service = Dienst
picture-component = Komponente
picture-node = Netzknoten
picture-link = Leitung
picture-duct = Trasse
picture-site = steht am Ort { $name }
