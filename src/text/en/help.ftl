# Help of the command line, and what every field of a scenario means.
