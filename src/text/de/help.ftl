# Hilfe der Kommandozeile, und was jedes Feld eines Szenarios bedeutet.
