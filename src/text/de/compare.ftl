# Vergleiche von Varianten und Spannen über die Annahmen.
