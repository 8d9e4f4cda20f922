# How an outage came about: its chain of causes.
