# A scenario read back.
