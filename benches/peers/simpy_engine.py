"""The standard workloads in SimPy, written as its users would: a process for each caller and each server.

Prints one line for each: workload, engine, nanoseconds of processor time per logical event (arrival, end of a call, giving up;
failure, repair). The figures are those of `src/workload.rs`; runs are a fifth as long, so the scatter allowed is wider.
"""

import math
import random
import time

import simpy

YEAR = 8766.0
RACK, MOST_DOWN = 10, 2
UP, REPAIR, SIGMA = 1000.0, 8.0, 1.0
MU = math.log(REPAIR) - SIGMA**2 / 2
SHORT = 5.753628088e-5


class Desk:
    """Agents who share a line; patience is None where it is endless."""

    def __init__(self, agents, between, handling, patience, warm_up, end):
        self.env = simpy.Environment()
        self.agents = simpy.Resource(self.env, capacity=agents)
        self.between, self.handling, self.patience = between, handling, patience
        self.warm_up, self.end = warm_up, end
        self.events = self.offered = self.abandoned = 0
        self.wait = 0.0

    def run(self):
        self.env.process(self.arrivals())
        self.env.run(until=self.end)

    def arrivals(self):
        while True:
            yield self.env.timeout(random.expovariate(1 / self.between))
            self.env.process(self.caller() if self.patience is None else self.impatient())

    def came(self):
        self.events += 1
        counted = self.env.now > self.warm_up
        self.offered += counted
        return self.env.now, counted

    def caller(self):
        came, counted = self.came()
        with self.agents.request() as agent:
            yield agent
            if counted:
                self.wait += self.env.now - came
            yield self.env.timeout(random.expovariate(1 / self.handling))
            self.events += 1

    def impatient(self):
        came, counted = self.came()
        with self.agents.request() as agent:
            patience = self.env.timeout(random.expovariate(1 / self.patience))
            answered = yield agent | patience
            if counted:
                self.wait += self.env.now - came
            if agent in answered:
                yield self.env.timeout(random.expovariate(1 / self.handling))
            elif counted:
                self.abandoned += 1
            self.events += 1


class Fleet:
    """Racks of ten servers of which eight must hold."""

    def __init__(self, racks, warm_up, end):
        self.env = simpy.Environment()
        self.down = [0] * racks
        self.since = [0.0] * racks
        self.warm_up, self.end = warm_up, end
        self.short = 0.0
        self.events = 0

    def run(self):
        for server in range(len(self.down) * RACK):
            self.env.process(self.server(server // RACK))
        self.env.run(until=self.end)

    def server(self, rack):
        while True:
            yield self.env.timeout(random.expovariate(1 / UP))
            self.events += 1
            self.down[rack] += 1
            if self.down[rack] == MOST_DOWN + 1:
                self.since[rack] = self.env.now
            yield self.env.timeout(random.lognormvariate(MU, SIGMA))
            self.events += 1
            self.down[rack] -= 1
            if self.down[rack] == MOST_DOWN:
                self.short += max(0.0, self.env.now - max(self.since[rack], self.warm_up))

    def share(self):
        return self.short / (len(self.down) * (self.end - self.warm_up))


WORKLOADS = [
    ("W1 (M/M/1)", lambda: Desk(1, 1.0, 0.9, None, 10_000, 210_000), lambda desk: desk.wait / desk.offered, 8.1, 0.25),
    ("W2 (1,000)", lambda: Fleet(100, YEAR, 9 * YEAR), Fleet.share, SHORT, 0.6),
    ("W2 (100,000)", lambda: Fleet(10_000, 0.1 * YEAR, 0.2 * YEAR), Fleet.share, SHORT, 0.6),
    (
        "W3 (M/M/26+M)",
        lambda: Desk(26, 1 / 5.2, 5.0, 5.0, 1_000, 41_000),
        lambda desk: desk.abandoned / desk.offered,
        0.0779886658518,
        0.12,
    ),
]


def main():
    random.seed(1)
    for name, make, value, exact, scatter in WORKLOADS:
        model = make()
        begun = time.process_time()
        model.run()
        took = time.process_time() - begun
        found = value(model)
        assert abs(found / exact - 1) <= scatter, f"{name} in SimPy: {found} instead of {exact}"
        print(f"{name}\tsimpy\t{took * 1e9 / model.events:.1f}", flush=True)


if __name__ == "__main__":
    main()
