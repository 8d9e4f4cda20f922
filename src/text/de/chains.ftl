# Wie ein Ausfall zustande kam: seine Ursachenkette.

chain-list-more = { $first } und { $n } weitere
chain-day = { $weekday } { $day }.{ $month }.{ $year }
chain-cause = { $kind ->
    [shock] die gemeinsame Ursache { $cause }
    [fail-back] das Rückschalten von { $cause }
   *[other] { $cause }
}
chain-headline = { $lowest ->
    [yes] { $service } { $time } lang ausgefallen
   *[no] { $service } { $time } lang unter der Stufe „{ $level }“
}{ $open ->
    [yes] {" "}(am Ende der simulierten Zeit noch nicht vorbei)
   *[no] {""}
}: { $cause }
chain-from = Beginn { $began }{ $year ->
    [none] {""}
   *[other] {" "}(Jahr { $year })
}
chain-also = Mit betroffen: { $services }
chain-companion = { $lowest ->
    [yes] { $service } ({ $time } lang ausgefallen)
   *[no] { $service } ({ $time } lang unter der Stufe „{ $level }“)
}
chain-left-out = { $n ->
    [one] Ein weiteres Glied ist hier ausgelassen.
   *[other] { $n } weitere Glieder sind hier ausgelassen.
}
chain-again = Noch einmal erzählt von { $command }

## Glieder. Folgt ein Glied sofort aus dem vorigen, steht davor ein Pfeil.
chain-failed = { $subject }: ausgefallen{ $of ->
    [none] .
   *[other] {" "}({ $of }).
}
chain-struck = Die gemeinsame Ursache { $of } trat ein{ $n ->
    [0] .
   *[other] ; ausgefallen: { $subject }.
}
chain-taken = { $n ->
    [0] { $of } trat ein.
   *[other] { $of } traf { $subject }: Darin konnte nichts laufen oder repariert werden.
}
chain-damaged = { $of } beschädigte { $subject }.
chain-stopped = { $follows ->
    [yes] Dadurch ausgefallen: { $subject }.
   *[no] { $subject }: stehen geblieben.
}
chain-waits = { $subject }: { $n ->
    [one] Es fehlte noch, was zum Anlaufen nötig ist.
   *[other] Allen fehlte noch, was zum Anlaufen nötig ist.
}
chain-noticed = Der Ausfall von { $subject } wurde nach { $time } bemerkt.
chain-arrived = { $of } traf { $time } nach dem Ruf bei { $subject } ein.
chain-repaired = { $subject }: { $n ->
    [one] repariert
   *[other] alle repariert
}{ $time ->
    [none] .
   *[other] , { $time } nach dem Ausfall.
}
chain-restarting = { $subject }: Der Wiederanlauf begann; er dauert { $time }.
chain-restart-broken = Der Wiederanlauf von { $subject } brach ab: Etwas Benötigtes fehlte wieder.
chain-restarted = { $subject }: nach { $time } Wiederanlauf { $n ->
    [one] wieder in Betrieb.
   *[other] alle wieder in Betrieb.
}
chain-up = { $subject }: { $n ->
    [one] wieder in Betrieb.
   *[other] alle wieder in Betrieb.
}
chain-carried = { $subject } lief auf Reserve weiter, die { $time } reicht.
chain-exhausted = Die Reserve von { $subject } war{ $time ->
    [none] {" "}verbraucht.
   *[other] {" "}nach { $time } verbraucht.
}
chain-stock-empty = Der Vorrat von { $subject } war verbraucht.
chain-stock-filled = Der Vorrat von { $subject } war wieder aufgefüllt.
chain-switching = Die Umschaltung auf { $of } begann.
chain-handing-back = Die Rückschaltung auf { $of } begann; bis zu ihrem Ende gab es eine Lücke.
chain-switch-failed = { $of ->
    [none] Die Umschaltung misslang.
   *[other] Die Umschaltung auf { $of } misslang.
}
chain-switched = { $of } übernahm{ $time ->
    [none] .
   *[other] {" "}nach { $time }.
}
chain-set-free = { $subject } war wieder zugänglich.
chain-level = { $subject } ging auf Stufe „{ $of }“.
chain-down = { $subject } fiel aus.
chain-over = { $subject } war nach { $time } wieder auf Stufe „{ $of }“.
chain-set-up = { $subject }: Die Stufe „{ $of }“ wurde eingerichtet; das dauerte { $time }.
chain-limit-reached = { $subject }: Die begrenzte Zeit der Stufe „{ $of }“ war vorbei{ $time ->
    [none] .
   *[other] {" "}({ $time }).
}
chain-deadlock = { $subject } warteten aufeinander: Keines konnte anlaufen.
chain-bypassed = { $subject } wurde von Hand gestartet; das löste die Verklemmung.
chain-open = { $subject } war am Ende der simulierten Zeit, nach { $time }, noch ausgefallen.

## `why`
why-head = { $service }, Lauf { $replication }, Startwert { $seed }{ $year ->
    [none] {""}
   *[other] , Jahr { $year }
}: { $lowest ->
    [yes] { $n ->
        [one] einmal ausgefallen, zusammen { $time }
       *[other] { $n }-mal ausgefallen, zusammen { $time }
    }
   *[no] { $n ->
        [one] einmal unter der Stufe „{ $level }“, zusammen { $time }
       *[other] { $n }-mal unter der Stufe „{ $level }“, zusammen { $time }
    }
}
why-none = { $lowest ->
    [yes] { $service } fällt in Lauf { $replication } nie aus
   *[no] { $service } ist in Lauf { $replication } nie unter der Stufe „{ $level }“
}{ $year ->
    [none] .
   *[other] , Jahr { $year }.
}
why-elsewhere = In Lauf { $replication } kommt es vor: { $command }
why-nowhere = Auch nicht in den nächsten { $n } Läufen.
why-next = Jedes Ereignis dazu: { $command }
error-service = dieses Szenario hat keinen Dienst „{ $name }“{ $meant ->
    [none] ; es hat: { $known }
   *[other] ; meinten Sie „{ $meant }“?
}
error-level = { $service } hat keine Stufe „{ $name }“{ $meant ->
    [none] ; es gibt: { $known }
   *[other] ; meinten Sie „{ $meant }“?
}
