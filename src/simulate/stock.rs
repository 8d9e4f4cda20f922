//! Stocks: running time that is spent only while a component runs, and its deliveries (`docs/semantics.md` 11).
//!
//! Knows nothing of why the component runs.

use crate::model::blueprint::Cause;
use crate::model::component::Stock;
use crate::model::ids::ComponentId;
use crate::simulate::component::hold;
use crate::simulate::event::Event;
use crate::simulate::observe::{Happening, Observer};
use crate::simulate::plan::Plan;
use crate::simulate::world::Run;
use crate::units::{Instant, Span};

#[derive(Clone, Copy, Debug)]
struct StockState {
    /// Running time left at `since`.
    left: Span,
    /// Since when it is being spent.
    since: Option<Instant>,
    /// Orders so far: the natural index of the deliveries' luck.
    orders: u32,
    /// Whether a delivery is on the way.
    ordered: bool,
}

/// The stocks of the components that have one.
#[derive(Default)]
pub(super) struct Stocks(Vec<StockState>);

impl Stocks {
    /// All full.
    pub(super) fn reset(&mut self, plan: &Plan) {
        self.0.clear();
        let stocks = plan.blueprint.components.iter();
        let stocks = stocks.filter_map(|component| component.stock.as_ref());
        self.0.extend(stocks.map(|stock| StockState {
            left: stock.autonomy,
            since: None,
            orders: 0,
            ordered: false,
        }));
    }

    fn get(&mut self, plan: &Plan, component: ComponentId) -> &mut StockState {
        let place = plan.few.stocked.place(component.0);
        &mut self.0[place.expect("only components with a stock spend it")]
    }
}

impl<'b, O: Observer> Run<'_, 'b, O> {
    fn stock(&self, component: ComponentId) -> Option<&'b Stock> {
        self.plan.blueprint.components[component.index()]
            .stock
            .as_ref()
    }

    /// The component runs, or stands still, from now on.
    #[inline(never)]
    pub(super) fn run_stock(&mut self, component: ComponentId, runs: bool) {
        let state = self.state.stocks.get(self.plan, component);
        if runs == state.since.is_some() {
            return;
        }
        if let Some(since) = state.since.take() {
            state.left = Span::from_micros((state.left - (self.now - since)).micros().max(0));
            self.cancel(Event::StockEmpty(component));
        } else {
            state.since = Some(self.now);
            let empty = self.now + state.left;
            self.schedule(Event::StockEmpty(component), empty);
            self.order(component);
        }
    }

    /// Orders a delivery, unless one is on the way.
    fn order(&mut self, component: ComponentId) {
        let Some(Stock {
            delivery: Some(law),
            stream,
            ..
        }) = self.stock(component)
        else {
            return;
        };
        let state = self.state.stocks.get(self.plan, component);
        if state.ordered {
            return;
        }
        let arrives = self.now + self.luck.draw(law, *stream, state.orders, 0);
        let state = self.state.stocks.get(self.plan, component);
        state.ordered = true;
        state.orders += 1;
        self.schedule(Event::Delivery(component), arrives);
    }

    /// The stock is spent: the component is suspended until it is filled.
    pub(super) fn on_stock_empty(&mut self, component: ComponentId) {
        let state = self.state.stocks.get(self.plan, component);
        state.left = Span::ZERO;
        state.since = None;
        let root = match self.state.switchovers.holder(self.plan, component) {
            Some(first) => self.state.switchovers.root(first),
            None => self.plan.blueprint.cause_id(Cause::Own(component)),
        };
        self.tell(Happening::StockEmpty(component));
        self.hold_down(component, hold::EMPTY, root);
    }

    /// The stock is filled; while the component runs a further delivery follows.
    pub(super) fn on_delivery(&mut self, component: ComponentId) {
        let full = self
            .stock(component)
            .map_or(Span::MAX, |stock| stock.autonomy);
        let state = self.state.stocks.get(self.plan, component);
        state.left = full;
        state.ordered = false;
        let runs = state.since.is_some();
        if runs {
            state.since = Some(self.now);
            self.schedule(Event::StockEmpty(component), self.now + full);
            self.order(component);
        }
        self.tell(Happening::StockFilled(component));
        if self.state.items.is_held(component, hold::EMPTY) {
            self.state.items.release(component, hold::EMPTY);
        }
    }
}
