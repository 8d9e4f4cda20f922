# Wie es zu einem Ausfall kam: seine Kette von Ursachen.
