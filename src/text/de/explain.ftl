# Ein Szenario, zurückgelesen.
