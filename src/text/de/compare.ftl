# Vergleiche von Varianten und Spannen über die Annahmen.
warning-end-refused = „{ $subject }“: Ein Ende der Spanne lässt sich nicht rechnen; was dort herauskäme, ist nicht bekannt
