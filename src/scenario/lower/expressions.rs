//! Expressions become gates; a switchover draws from a stream named after its owner.
//!
//! Knows nothing of who asks: an owner passes its path. Reading refused what is nested too deep, so that walking may recurse.

use crate::dist::Law;
use crate::model::component::Standby;
use crate::model::ids::{ComponentId, GateId, Signal};
use crate::model::structure::{FailBack, First, Op};
use crate::say;
use crate::scenario::lower::Lowering;
use crate::scenario::lower::numbers::Spot;
use crate::scenario::schema::{Expr, Gate, Repair};
use crate::scenario::spans::{Leaf, Place};

impl Lowering<'_> {
    /// The signal of an expression; `path` names its owner. `None` leaves a fault.
    pub fn expression(&mut self, expr: &Expr, path: &str) -> Option<Signal> {
        match &expr.what {
            Gate::Ref(name) => self.signal_of(name),
            Gate::All(of) => self.combine(Op::All, of, &expr.at, path),
            Gate::Any(of) => self.combine(Op::Any, of, &expr.at, path),
            Gate::AtLeast(count, of) => {
                let op = self.at_least(count, of.len());
                self.combine(op, of, &expr.at, path)
            }
            Gate::Reach(from, to) => self.reach(from, to, &expr.at),
            Gate::First { of, .. } => {
                let entries = self.inputs(of, &expr.at, path)?;
                self.switchover(expr, entries, path)
            }
        }
    }

    fn at_least(&mut self, count: &Leaf, of: usize) -> Op {
        let most = u32::try_from(of.max(1)).unwrap_or(u32::MAX);
        let count = self.count(count, 1, most.into(), None);
        Op::AtLeast(u32::try_from(count).unwrap_or(most))
    }

    fn combine(&mut self, op: Op, of: &[Expr], at: &Place, path: &str) -> Option<Signal> {
        let inputs = self.inputs(of, at, path)?;
        Some(self.gates.gate(op, inputs))
    }

    /// The signals of a list; all of its entries are looked at, whatever is wrong with some.
    fn inputs(&mut self, of: &[Expr], at: &Place, path: &str) -> Option<Vec<Signal>> {
        if of.is_empty() {
            self.report
                .fault("empty-list", at, say!("empty-list"))
                .help(say!("empty-list-help"));
            return None;
        }
        let found: Vec<_> = of.iter().map(|expr| self.expression(expr, path)).collect();
        found.into_iter().collect()
    }

    fn switchover(&mut self, expr: &Expr, entries: Vec<Signal>, path: &str) -> Option<Signal> {
        let Gate::First {
            of,
            delay,
            success,
            manual,
            activation,
            fail_back,
        } = &expr.what
        else {
            return None;
        };
        let spot = Spot::of("switchover of", path);
        let made = First {
            gate: GateId::new(0),
            delay: self.maybe_law(delay.as_ref(), spot.field("delay")),
            success: success
                .as_ref()
                .map_or(1.0, |leaf| self.probability(leaf, spot.field("success"))),
            manual: self.manual(manual.as_ref(), spot),
            activation: self.maybe_law(activation.as_ref(), spot.field("activation")),
            fail_back: self.fail_back(fail_back.as_ref(), of, &expr.at),
            stream: self
                .streams
                .repeated(format!("first/{path}/{}", text_of(expr))),
        };
        Some(self.gates.first(entries, |gate| First { gate, ..made }))
    }

    fn manual(&mut self, manual: Option<&Repair>, spot: Spot<'_>) -> Option<Law> {
        match manual {
            Some(Repair::Law(law)) => Some(self.law(law, spot.field("manual"))),
            Some(Repair::Never(_)) | None => None,
        }
    }

    /// There is no default where a later entry would wear out or run dry if it stayed active.
    fn fail_back(&mut self, word: Option<&Leaf>, of: &[Expr], at: &Place) -> FailBack {
        let words = [("Never", FailBack::Never), ("AtOnce", FailBack::AtOnce)];
        if let Some(leaf) = word {
            return self.word(leaf, &words).unwrap_or(FailBack::Never);
        }
        if of.iter().skip(1).any(|entry| self.must_hand_back(entry)) {
            self.report
                .fault("no-fail-back", at, say!("no-fail-back"))
                .help(say!("no-fail-back-help"));
        }
        FailBack::Never
    }

    fn must_hand_back(&self, entry: &Expr) -> bool {
        match &entry.what {
            Gate::Ref(name) => self.hands_back.contains(name.text.as_str()),
            Gate::All(of) | Gate::Any(of) | Gate::AtLeast(_, of) | Gate::First { of, .. } => {
                of.iter().any(|inner| self.must_hand_back(inner))
            }
            Gate::Reach(..) => false,
        }
    }

    /// Refuses standbys that no switchover names, and standbys and stocks that are only a part of an entry.
    pub fn check_standbys(&mut self) {
        let (named, within) = self.gates.entries();
        let mut last = Place::default();
        for (at, _) in named.iter().enumerate().filter(|&(_, named)| !named) {
            let component = &self.components[at];
            let stands_by = component.standby != Standby::Hot;
            let misused = stands_by || (within[at] && component.stock.is_some());
            let place = self.place_in_source(ComponentId::new(at));
            // The parts of one component stand at one place.
            if misused && place != last {
                let name = component.name.clone();
                self.refuse_standby(&name, within[at], stands_by, &place);
                last = place;
            }
        }
    }

    fn refuse_standby(&mut self, name: &str, within: bool, stands_by: bool, place: &Place) {
        if !within {
            self.report
                .fault(
                    "standby-of-nothing",
                    place,
                    say!("standby-of-nothing", name = name),
                )
                .help(say!("standby-of-nothing-help"));
            return;
        }
        let field = if stands_by { "standby" } else { "stock" };
        self.report
            .fault(
                "standby-within-entry",
                place,
                say!("standby-within-entry", name = name, field = field),
            )
            .help(say!("standby-within-entry-help"));
    }
}

/// Whether an expression holds a switchover somewhere.
pub fn has_switchover(expr: &Expr) -> bool {
    match &expr.what {
        Gate::First { .. } => true,
        Gate::All(of) | Gate::Any(of) | Gate::AtLeast(_, of) => of.iter().any(has_switchover),
        Gate::Ref(_) | Gate::Reach(..) => false,
    }
}

/// An expression as text, for subjects of results.
pub fn text_of(expr: &Expr) -> String {
    let list = |of: &[Expr]| of.iter().map(text_of).collect::<Vec<_>>().join(", ");
    match &expr.what {
        Gate::Ref(name) => name.text.clone(),
        Gate::All(of) => format!("All({})", list(of)),
        Gate::Any(of) => format!("Any({})", list(of)),
        Gate::AtLeast(count, of) => format!("AtLeast({}: {})", count.text, list(of)),
        Gate::Reach(from, to) => format!("Reach({}, {})", from.text, to.text),
        Gate::First { of, .. } => format!("First({})", list(of)),
    }
}
